"""A poll of the group as the adviser sees it: counting, the opened distribution, and what comes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.charts.poll import PollDots
from advisor_app.domain.poll import MOST_ROUNDS, Outcome, Poll
from advisor_app.domain.words import Audience
from advisor_app.override import override
from advisor_app.ui.pages.assessment.poll_count import PollCount
from advisor_app.ui.pages.assessment.poll_outcome import PollOutcome
from advisor_app.ui.pages.assessment.poll_roles import PollRoles
from advisor_app.ui.pages.assessment.poll_verdict import PollVerdict
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.announce import announce
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.chart_view import ChartView
from advisor_app.ui.widgets.choice_field import ChoiceField
from advisor_app.ui.widgets.figure_box import FigureBox
from advisor_app.ui.widgets.flow_layout import FlowLayout
from advisor_app.ui.widgets.icon_button import IconButton
from advisor_app.ui.widgets.labels import TextLabel

_NARROW_BELOW = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class PollView:
    """A poll with everything that is said of it.

    ``chart`` holds the revealed rounds, None before; ``doubts`` are sentences; ``roles`` those that the question
    addresses, each with its title; ``role_titles`` all roles by what the house calls them.
    """

    poll: Poll
    title: str
    round_title: str
    words: tuple[str, ...]
    chart: PollDots | None
    doubts: tuple[str, ...]
    roles: tuple[tuple[str, str], ...]
    role_titles: Mapping[str, str]


class PollPanel(QFrame):
    """Every signal asks for a step of the poll that is shown."""

    voted = Signal(int)  # a level; -1: does not know
    typed = Signal(object)  # Votes
    present_changed = Signal(int)
    reveal_wanted = Signal()
    second_round_wanted = Signal()
    role_said = Signal(str, object)  # role, level or None
    settled = Signal(object)  # Settled
    outcome_edited = Signal(object, str)  # Outcome, batch
    released = Signal(object)  # Audience
    anew_wanted = Signal()
    closed = Signal()
    typing = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._told = ""
        theming, texts = context.theming, context.workspace.texts
        self.setProperty("kind", "card-soft")
        self._title = TextLabel(theming, "", "emphasised", weight=600)
        self._round = TextLabel(theming, "", "caption", "tag")
        self._voted = TextLabel(theming, "", "body", "secondary", tabular=True)
        self.present = FigureBox(theming, self.tr("Anwesende"))
        self.count = PollCount(theming)
        self.reveal = Button(theming, self.tr("Aufdecken"), "eye", "primary", tooltip=self.tr("Aufdecken (Eingabe)"))
        self._hint = TextLabel(theming, "", "caption", "secondary", wrap=True)
        self.chart = ChartView(theming, texts)
        self._verdict = PollVerdict(theming, texts)
        self.second = Button(theming, self.tr("Zweite Runde"), "rotate-ccw", tooltip=self.tr("Zweite Runde (R)"))
        self.correct = Button(theming, self.tr("Zahlen ändern"), "pencil", "link")
        self.anew = Button(theming, self.tr("Neue Abfrage"), "plus", "link")
        self._audience = ChoiceField(
            [
                (Audience.INTERNAL, self.tr("intern")),
                (Audience.MINUTES, self.tr("Protokoll")),
                (Audience.REPORT, self.tr("Bericht")),
            ]
        )
        self._audience.set_name(self.tr("Sichtbarkeit der Zahlen"))
        self._roles = PollRoles(theming)
        self.outcome = PollOutcome(context)
        self._close = IconButton(theming, "x", self.tr("Abfrage schließen (Esc)"))
        self._counting, self._open = QWidget(), QWidget()
        self._meaning, self._beside = QWidget(), QWidget()
        self._is_narrow, self._rounds = False, 1
        self._phones = QVBoxLayout()
        self._lay_out()
        self._connect()

    @property
    def verdict(self) -> str:
        """What is said of the revealed round: the word, and why."""
        return self._verdict.words

    def show_poll(self, view: PollView) -> None:
        """Show where a poll stands."""
        poll, current = view.poll, view.poll.current
        self._title.setText(view.title)
        self._round.setText(view.round_title)
        if current.present:
            words = self.tr("{voted} von {present} Stimmen")
        else:
            words = self.tr("{voted} Stimmen") if current.votes.total != 1 else self.tr("1 Stimme")
        self._voted.setText(words.format(voted=current.votes.total, present=current.present))
        self._voted.set_tone("amber" if 0 < current.present < current.votes.total else "secondary")
        self.present.show_figure(current.present)
        self.count.show_words(view.words)
        self.count.show_votes(current.votes)
        counts = poll.takes_votes
        if counts:
            self.correct.setChecked(False)
        self._counting.setVisible(counts or (self.correct.isChecked() and poll.outcome is None))
        self.reveal.setVisible(counts)
        self._hint.setText(self._hint_words(poll))
        self._open.setVisible(view.chart is not None)
        self._rounds = len(poll.rounds)
        self._stretch()
        self.chart.show_chart(view.chart)
        self._verdict.setVisible(not counts)
        self._verdict.show_doubts(view.doubts, has_levels=current.votes.median is not None)
        self.second.setVisible(not counts and poll.outcome is None and len(poll.rounds) < MOST_ROUNDS)
        self.correct.setVisible(not counts and poll.outcome is None)
        self.anew.setVisible(poll.outcome is not None)
        self._audience.show_value(poll.audience)
        self._roles.show_roles(view.roles, current.roles)
        self.outcome.setVisible(not counts)
        self.outcome.show_roles(view.role_titles)
        self.outcome.show_outcome(poll.outcome, view.words)
        self._tell(counts=counts)

    def flush(self) -> None:
        """Commit half-typed texts."""
        self.outcome.flush()

    def hold_phones(self, line: QWidget) -> None:
        """Put the line about phones below the counting, for good."""
        self._phones.addWidget(line)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._is_narrow = event.size().width() < self._context.theming.scaled(_NARROW_BELOW)
        beside = QBoxLayout.Direction.LeftToRight
        self._heading.setDirection(QBoxLayout.Direction.TopToBottom if self._is_narrow else beside)
        self._place_open()
        self._stretch()

    def _stretch(self) -> None:
        """Two rounds beside each other need more room."""
        self._columns.setColumnStretch(0, self._rounds + 1)
        self._columns.setColumnStretch(1, 0 if self._is_narrow else 2)

    def _hint_words(self, poll: Poll) -> str:
        if len(poll.rounds) == 1:
            return self.tr(
                "0 bis 4 und U zählen je eine Stimme, Rück nimmt die letzte zurück, Z tippt Zahlen, "
                "Eingabe deckt auf, Esc schließt. Bis dahin sieht die Runde nur, wie viele abgestimmt haben."
            )
        return self.tr("Die zweite Runde ist offen: Bitten Sie um Handzeichen, und zählen Sie wie zuvor.")

    def _tell(self, *, counts: bool) -> None:
        """Tell those who listen how many have voted, or what came out."""
        told = self._voted.text() if counts else self.verdict
        if told != self._told:
            self._told = told
            announce(self, told)

    def _lay_out(self) -> None:
        theming = self._context.theming
        said = QWidget()
        labels = FlowLayout(10, said)
        for label in (self._title, self._round, self._voted):
            labels.addWidget(label)
        there = QHBoxLayout()
        there.setSpacing(10)
        present = TextLabel(theming, self.tr("Anwesend"), "body", "secondary")
        present.setBuddy(self.present)
        there.addWidget(present)
        there.addWidget(self.present)
        there.addStretch(1)
        self._heading = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._heading.setSpacing(10)
        self._heading.addWidget(said, 1, Qt.AlignmentFlag.AlignVCenter)
        self._heading.addLayout(there)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addLayout(self._heading, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignVCenter)
        counting = QVBoxLayout(self._counting)
        counting.setContentsMargins(0, 0, 0, 0)
        counting.setSpacing(8)
        counting.addWidget(self.count)
        foot = QHBoxLayout()
        foot.addWidget(self._hint, 1)
        foot.addWidget(self.reveal, 0, Qt.AlignmentFlag.AlignTop)
        counting.addLayout(foot)
        self._lay_out_open()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 12)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self._counting)
        layout.addLayout(self._phones)
        layout.addWidget(self._open)

    def _lay_out_open(self) -> None:
        theming = self._context.theming
        self.correct.setCheckable(True)
        links = QWidget()
        flow = FlowLayout(12, links)
        for button in (self.second, self.correct, self.anew):
            flow.addWidget(button)
        right = QVBoxLayout(self._meaning)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(8)
        right.addWidget(self._verdict)
        right.addWidget(self.outcome)
        right.addWidget(links)
        right.addStretch(1)
        released = QHBoxLayout()
        released.addWidget(TextLabel(theming, self.tr("Zahlen auf Papier"), "caption", "secondary"), 1)
        released.addWidget(self._audience)
        beside = QVBoxLayout(self._beside)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(6)
        beside.addWidget(self._roles)
        beside.addLayout(released)
        beside.addStretch(1)
        self._columns = QGridLayout(self._open)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setHorizontalSpacing(28)
        self._columns.setVerticalSpacing(8)
        self._place_open()

    def _place_open(self) -> None:
        """The distribution, what it means beside it or below, and what roles said last."""
        grid, narrow = self._columns, self._is_narrow
        grid.addWidget(self.chart, 0, 0)
        grid.addWidget(self._meaning, 1 if narrow else 0, 0 if narrow else 1, 1 if narrow else 2, 1)
        grid.addWidget(self._beside, 2 if narrow else 1, 0)

    def _connect(self) -> None:
        self.count.voted.connect(self.voted)
        self.count.typed.connect(self.typed)
        self.present.changed.connect(self.present_changed)
        self.reveal.clicked.connect(self.reveal_wanted)
        self.second.clicked.connect(self.second_round_wanted)
        self.anew.clicked.connect(self.anew_wanted)
        self.correct.toggled.connect(self._counting.setVisible)
        self._audience.edited.connect(lambda audience, _batch: self.released.emit(audience))
        self._roles.said.connect(self.role_said)
        self.outcome.chosen.connect(self.settled)
        self.outcome.edited.connect(self._on_outcome_edited)
        self.outcome.typing.connect(self.typing)
        self._close.clicked.connect(self.closed)

    def _on_outcome_edited(self, outcome: Outcome, batch: str) -> None:
        self.outcome_edited.emit(outcome, batch)
