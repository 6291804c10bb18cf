"""The card of a dot vote: counting until the dots are open, then the dots area by area and what follows from them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.charts.area_dots import dots_of
from advisor_app.domain.area_poll import MOST_DOTS_EACH, AreaPoll, ProposedAreas
from advisor_app.domain.assessment import Assessment
from advisor_app.domain.words import Audience
from advisor_app.ui.pages.selection.dots_count import DotsCount
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.announce import announce
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.chart_view import ChartView
from advisor_app.ui.widgets.choice_field import ChoiceField
from advisor_app.ui.widgets.figure_box import FigureBox
from advisor_app.ui.widgets.flow_layout import FlowLayout
from advisor_app.ui.widgets.labels import TextLabel


class DotsCard(QFrame):
    """Its fields and buttons ask for steps; whoever holds it takes them."""

    def __init__(self, context: PageContext, areas: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theming = self._theming = context.theming
        self._texts, self._areas = context.workspace.texts, areas
        self._told = ""
        self._is_correcting = False
        self._poll: AreaPoll | None = None
        self.present = FigureBox(theming, self.tr("Anwesende"))
        self.each = FigureBox(theming, self.tr("Punkte je Person"), MOST_DOTS_EACH, 1)
        self.count = DotsCount(theming, areas)
        self.reveal = Button(theming, self.tr("Aufdecken"), "eye", "primary", tooltip=self.tr("Aufdecken (Eingabe)"))
        self.chart = ChartView(theming, self._texts)
        self.take = Button(theming, "", "check", "primary")
        self.correct = Button(theming, self.tr("Zahlen ändern"), "pencil", "link")
        self.anew = Button(theming, self.tr("Neue Punktabfrage"), "rotate-ccw", "link")
        self.audience = ChoiceField(
            [
                (Audience.INTERNAL, self.tr("intern")),
                (Audience.MINUTES, self.tr("Protokoll")),
                (Audience.REPORT, self.tr("Bericht")),
            ]
        )
        self.audience.set_name(self.tr("Sichtbarkeit der Punkte"))
        self._lay_out()
        self.correct.toggled.connect(self._on_correct_toggled)

    def show_poll(self, poll: AreaPoll, assessment: Assessment, proposed: ProposedAreas) -> None:
        """Show where a dot vote stands, and which areas it speaks for."""
        if self._poll is None or self._poll.id != poll.id or self._poll.is_revealed is not poll.is_revealed:
            self._is_correcting = False
        self._poll = poll
        texts, is_open = self._texts, poll.is_revealed
        chart = dots_of(poll, self._areas, texts("candidates.dots-title"), texts)
        counts = not is_open or self._is_correcting
        self.present.show_figure(poll.present)
        self.each.show_figure(poll.dots_each)
        self.count.show_dots(poll.dots)
        self.count.setVisible(counts)
        self._counted.setText(chart.counted)
        self._counted.setVisible(counts)
        self._counted.set_tone("amber" if poll.excess else "secondary")
        self._help.setVisible(not is_open)
        self._excess.setVisible(bool(poll.excess))
        self._excess.setText(self._excess_words(poll))
        self.reveal.setVisible(not is_open)
        self.chart.setVisible(is_open)
        self.chart.show_chart(chart if is_open else None)
        for widget in (self.correct, self.anew, self._released):
            widget.setVisible(is_open)
        self.correct.setChecked(self._is_correcting)
        self.audience.show_value(poll.audience)
        self._show_proposal(poll, assessment, proposed)
        if chart.counted != self._told:
            self._told = chart.counted
            announce(self, chart.counted)

    def hold_phones(self, line: QWidget) -> None:
        """Put the line about phones below the counting, for good."""
        self._phones.addWidget(line)

    def _show_proposal(self, poll: AreaPoll, assessment: Assessment, proposed: ProposedAreas) -> None:
        texts = self._texts
        names = ", ".join(proposed.areas)
        is_taken = poll.is_revealed and proposed.areas == assessment.areas
        self.take.setVisible(poll.is_revealed and bool(proposed.areas) and not is_taken)
        self.take.setText(self.tr("{areas} in die Erhebung übernehmen").format(areas=names))
        words = ""
        if poll.is_revealed and proposed.undecided:
            words = texts("candidates.dots-tied", areas=texts.joined(proposed.undecided))
        elif is_taken:
            words = self.tr("Die Bereiche mit den meisten Punkten sind in der Erhebung gewählt.")
        self._verdict.setText(words)
        self._verdict.setVisible(bool(words))

    def _excess_words(self, poll: AreaPoll) -> str:
        words = self.tr("Zu viele Punkte: {excess} mehr, als {present} Personen mit je {each} haben.")
        return words.format(excess=poll.excess, present=poll.present, each=poll.dots_each)

    def _on_correct_toggled(self, checked: bool) -> None:  # noqa: FBT001  # Qt's own signal
        self._is_correcting = checked
        self.count.setVisible(checked or self._poll is None or not self._poll.is_revealed)

    def _lay_out(self) -> None:
        theming = self._theming
        self.setProperty("kind", "card-soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(10)
        column.addLayout(self._head_row())
        help_words = self.tr(
            "1 bis 8 zählen je einen Punkt, Rück nimmt den letzten zurück, Z tippt Zahlen, Eingabe deckt auf."
        )
        self._help = TextLabel(theming, help_words, "caption", "secondary", wrap=True)
        self._excess = TextLabel(theming, "", "caption", "amber", wrap=True)
        self._verdict = TextLabel(theming, "", "body", "", wrap=True)
        self._phones = QVBoxLayout()
        for widget in (self.count, self.chart, self._excess):
            column.addWidget(widget)
        column.addLayout(self._phones)
        foot = QHBoxLayout()
        foot.addWidget(self._help, 1)
        foot.addWidget(self.reveal, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(foot)
        column.addWidget(self._verdict)
        column.addLayout(self._foot_row())

    def _head_row(self) -> QHBoxLayout:
        theming = self._theming
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(TextLabel(theming, self.tr("Punktabfrage"), "emphasised", weight=600))
        self._counted = TextLabel(theming, "", "body", "secondary", tabular=True)
        row.addWidget(self._counted)
        row.addStretch(1)
        for label, figure in ((self.tr("Anwesend"), self.present), (self.tr("Punkte je Person"), self.each)):
            words = TextLabel(theming, label, "body", "secondary")
            words.setBuddy(figure)
            row.addWidget(words)
            row.addWidget(figure)
        return row

    def _foot_row(self) -> QHBoxLayout:
        theming = self._theming
        links = QWidget()
        flow = FlowLayout(12, links)
        self.correct.setCheckable(True)
        for button in (self.take, self.correct, self.anew):
            flow.addWidget(button)
        self._released = QWidget()
        released = QHBoxLayout(self._released)
        released.setContentsMargins(0, 0, 0, 0)
        released.addWidget(TextLabel(theming, self.tr("Zahlen auf Papier"), "caption", "secondary"))
        released.addWidget(self.audience)
        row = QHBoxLayout()
        row.addWidget(links, 1)
        row.addWidget(self._released, 0, Qt.AlignmentFlag.AlignTop)
        return row
