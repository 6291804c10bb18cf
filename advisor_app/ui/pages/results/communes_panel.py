"""Kommunen: those of a joint case that were assessed by themselves, side by side in rows."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.assessment import Assessment
from advisor_app.domain.case import Case
from advisor_app.services.results import CommuneStanding, SideBySideCommunes
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel, hairline
from advisor_app.ui.widgets.level_chip import LevelChip

_NAME, _STANDING, _FIRST = 0, 1, 2


class CommunesPanel(QWidget):
    """A row for each commune and a column for each dimension; ``chosen`` is the assessment whose result is wanted."""

    chosen = Signal(str)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._stacked = False
        self._shown: tuple[SideBySideCommunes | None, str] | None = None
        self._table: QWidget | None = None
        self.buttons: dict[str, Button] = {}
        theming = context.theming
        self.words = TextLabel(theming, "", "body", wrap=True)
        self._legend = TextLabel(theming, "", "caption", "secondary", wrap=True)
        self._notices = TextLabel(theming, "", "caption", "amber", wrap=True)
        self._holder = QVBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        layout.addWidget(self.words)
        layout.addLayout(self._holder)
        layout.addWidget(self._legend)
        layout.addWidget(self._notices)

    def show_assessment(self, case: Case, assessment: Assessment) -> None:
        """Show the communes by the questionnaire of an assessment."""
        beside = self._context.workspace.results.communes(case, assessment)
        if (beside, assessment.id) == self._shown:
            return
        self._shown = (beside, assessment.id)
        self._build()

    def set_stacked(self, *, stacked: bool) -> None:
        """Put where a commune stands below its name where there is little room."""
        if stacked != self._stacked:
            self._stacked = stacked
            self._build()

    def _build(self) -> None:
        if self._table is not None:
            self._holder.removeWidget(self._table)
            self._table.hide()
            self._table.deleteLater()
        self._table = None
        self.buttons = {}
        beside, shown = self._shown or (None, "")
        for label in (self._legend, self._notices):
            label.setVisible(beside is not None)
        if beside is None:
            self.words.setText(
                self.tr(
                    "Hier stehen die Kommunen nebeneinander, sobald zwei Erhebungen Antworten haben. Eine Erhebung für "
                    "eine Kommune allein legen Sie auf der Seite Erhebung an."
                )
            )
            return
        self.words.setText(beside.sentence)
        self._legend.setText(" · ".join(f"{name} {title}" for name, title in beside.dimensions))
        self._notices.setText(" ".join(beside.notices))
        self._notices.setVisible(bool(beside.notices))
        self._table = QWidget()
        self._fill(QGridLayout(self._table), beside, shown)
        self._holder.addWidget(self._table)

    def _fill(self, grid: QGridLayout, beside: SideBySideCommunes, shown: str) -> None:
        theming, count = self._context.theming, _FIRST + len(beside.dimensions)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(_NAME, 3)
        grid.setColumnStretch(_STANDING, 0 if self._stacked else 4)
        heads = (self.tr("Kommune"), "" if self._stacked else self.tr("Stand"))
        for column, words in enumerate(heads):
            grid.addWidget(TextLabel(theming, words, "caption", "secondary"), 0, column)
        for column, (name, title) in enumerate(beside.dimensions, _FIRST):
            head = TextLabel(theming, name, "caption", "secondary")
            head.setToolTip(title)
            head.setAccessibleName(f"{name} {title}")
            grid.addWidget(head, 0, column, Qt.AlignmentFlag.AlignRight)
        for place, item in enumerate(beside.communes):
            grid.addWidget(hairline(), 2 * place + 1, 0, 1, count)
            self._add_commune(grid, 2 * place + 2, item, beside, is_shown=item.assessment == shown)
        last = 2 * len(beside.communes) + 1
        grid.addWidget(hairline(), last, 0, 1, count)
        grid.addWidget(TextLabel(theming, self.tr("Abstand"), "body", weight=600), last + 1, _NAME)
        for column, words in enumerate(beside.apart, _FIRST):
            label = TextLabel(theming, words, "body", weight=600, tabular=True)
            grid.addWidget(label, last + 1, column, Qt.AlignmentFlag.AlignRight)

    def _add_commune(
        self, grid: QGridLayout, row: int, item: CommuneStanding, beside: SideBySideCommunes, *, is_shown: bool
    ) -> None:
        theming = self._context.theming
        name = self.buttons[item.assessment] = Button(theming, item.name, "", "link")
        said = ", ".join(
            f"{dimension} {words}" for (dimension, _), (_, words) in zip(beside.dimensions, item.scores, strict=True)
        )
        name.setAccessibleDescription(f"{item.title}. {said}")
        name.setToolTip(self.tr("Ergebnis ansehen"))
        name.setEnabled(not is_shown)
        name.clicked.connect(lambda: self.chosen.emit(item.assessment))
        standing = TextLabel(theming, item.title, "body", "secondary", wrap=True)
        if self._stacked:
            both = QVBoxLayout()
            both.setSpacing(2)
            both.addWidget(name, 0, Qt.AlignmentFlag.AlignLeft)
            both.addWidget(standing)
            grid.addLayout(both, row, _NAME)
        else:
            grid.addWidget(name, row, _NAME, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(standing, row, _STANDING)
        for column, (level, words) in enumerate(item.scores, _FIRST):
            cell = QHBoxLayout()
            cell.setSpacing(6)
            cell.addWidget(LevelChip(theming, level))
            cell.addWidget(TextLabel(theming, words, "body", tabular=True))
            grid.addLayout(cell, row, column, Qt.AlignmentFlag.AlignRight)
