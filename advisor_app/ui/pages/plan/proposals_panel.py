"""Measures of the catalogue that the measured gaps call for, each with its reason, to be ticked and taken over."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from advisor_app.domain.proposals import Proposal
from advisor_app.override import override
from advisor_app.services.results import DimensionStanding
from advisor_app.texts import Texts
from advisor_app.texts.numbers import format_decimal
from advisor_app.ui.pages.plan.wording import PlanWording
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel, hairline
from advisor_app.ui.widgets.level_chip import LevelChip


class ProposalRow(QWidget):
    """A measure with a box to tick, and what it takes."""

    toggled = Signal()

    def __init__(
        self, theming: Theming, wording: PlanWording, proposal: Proposal, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.proposal = proposal
        template = proposal.template
        self.box = QCheckBox(template.title.replace("&", "&&"))
        self.box.setToolTip(template.description)
        words = [
            self.tr("{id}: {low} bis {high} Personentage").format(
                id=template.id, low=template.person_days[0], high=template.person_days[1]
            ),
            wording.cost_range(template.cost_class),
            self.tr("{months} Monate").format(months=template.months),
        ]
        if template.alliance_only:
            words.append(self.tr("nur im Verbund"))
        if template.builds_on:
            words.append(self.tr("baut auf {names} auf").format(names=wording.texts.joined(template.builds_on)))
        below = TextLabel(theming, " · ".join(words), "caption", "secondary", wrap=True)
        below.setContentsMargins(theming.scaled(24), 0, 0, 0)
        self.box.setAccessibleDescription(below.text())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.box)
        column.addWidget(below)
        self.box.toggled.connect(lambda _checked: self.toggled.emit())


class ProposalsPanel(QFrame):
    """``taken(proposals)`` asks to take over what is ticked, ``closed`` to go back."""

    taken = Signal(tuple)
    closed = Signal()

    def __init__(self, theming: Theming, texts: Texts, wording: PlanWording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._texts = texts
        self._wording = wording
        self.rows: list[ProposalRow] = []
        self.setProperty("kind", "card")
        self._intro = TextLabel(theming, "", "body", "secondary", wrap=True)
        self.take = Button(theming, self.tr("Übernehmen"), "check", "primary")
        self.back = Button(theming, self.tr("Abbrechen"), tooltip=self.tr("Abbrechen (Esc)"))
        self._counted = TextLabel(theming, "", "body", "secondary")
        self._list = QVBoxLayout()
        self._lay_out()
        self.take.clicked.connect(self._on_take_clicked)
        self.back.clicked.connect(self.closed)

    def show_proposals(self, proposals: Sequence[Proposal], dimensions: Sequence[DimensionStanding]) -> None:
        """List proposals below the dimension that calls for them; nothing is ticked."""
        self._clear()
        self.rows = []
        by_id = {dimension.score.id: dimension for dimension in dimensions}
        order = list(dict.fromkeys(proposal.template.dimension for proposal in proposals))
        modules = {name: self._wording.module(name) for name in order}
        several = len(set(modules.values())) > 1
        ordered = sorted(
            proposals,
            key=lambda proposal: (modules[proposal.template.dimension], order.index(proposal.template.dimension)),
        )
        module = ""
        for name, group in groupby(ordered, key=lambda proposal: proposal.template.dimension):
            if several and modules[name] != module:
                module = modules[name]
                self._list.addWidget(TextLabel(self._theming, module, "section"))
            members = tuple(group)
            self._list.addWidget(self._heading(name, members[0], by_id.get(name)))
            for proposal in members:
                row = ProposalRow(self._theming, self._wording, proposal)
                row.toggled.connect(self._count)
                self._list.addWidget(row)
                self.rows.append(row)
        self._list.addStretch(1)
        self._intro.setText(
            self.tr(
                "Für jede Lücke zwischen Wert und Zielstufe, die größten zuerst. Wählen Sie aus, was in den Plan soll."
            )
            if proposals
            else self.tr(
                "Zurzeit gibt es keine Vorschläge: Entweder ist noch keine Dimension bewertet, oder alle erreichen "
                "ihre Zielstufe, oder alle passenden Maßnahmen stehen schon im Plan."
            )
        )
        self._count()

    def take_focus(self) -> None:
        """Put the focus on the first box."""
        target = self.rows[0].box if self.rows else self.back
        target.setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        content = QWidget()
        content.setProperty("kind", "paper")
        content.setLayout(self._list)
        self._list.setContentsMargins(16, 12, 16, 12)
        self._list.setSpacing(8)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(content)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 8)
        foot.setSpacing(12)
        foot.addWidget(self._counted, 1)
        foot.addWidget(self.back)
        foot.addWidget(self.take)
        intro = QVBoxLayout()
        intro.setContentsMargins(16, 12, 16, 12)
        intro.addWidget(TextLabel(self._theming, self.tr("Vorschläge aus dem Katalog"), "section"))
        intro.addWidget(self._intro)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(intro)
        column.addWidget(hairline())
        column.addWidget(area, 1)
        column.addWidget(hairline())
        column.addLayout(foot)

    def _heading(self, name: str, proposal: Proposal, dimension: DimensionStanding | None) -> QWidget:
        """Why these measures: the dimension, its level today and the level aimed at."""
        heading = QWidget()
        row = QHBoxLayout(heading)
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(8)
        level = dimension.score.level if dimension is not None else None
        row.addWidget(LevelChip(self._theming, level))
        row.addWidget(TextLabel(self._theming, self._wording.dimension(name), weight=600))
        words = self.tr("Wert {score}, Zielstufe {target}").format(
            score=format_decimal(proposal.score, 1, self._texts.language), target=proposal.target.level
        )
        if proposal.target.assumed:
            words = self.tr("{words} (angenommen)").format(words=words)
        row.addWidget(TextLabel(self._theming, words, "caption", "secondary"))
        row.addStretch(1)
        return heading

    def _clear(self) -> None:
        while self._list.count():
            item = self._list.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _chosen(self) -> tuple[Proposal, ...]:
        return tuple(row.proposal for row in self.rows if row.box.isChecked())

    def _count(self) -> None:
        count = len(self._chosen())
        self.take.setEnabled(bool(count))
        self.take.setToolTip("" if count else self.tr("Wählen Sie zuerst eine Maßnahme."))
        self._counted.setText(
            self.tr("{count} von {all} gewählt").format(count=count, all=len(self.rows)) if self.rows else ""
        )

    def _on_take_clicked(self) -> None:
        self.taken.emit(self._chosen())
