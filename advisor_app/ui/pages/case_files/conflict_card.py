"""One record that was changed here and there: both values side by side, with person and time, to choose from."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QRadioButton, QVBoxLayout, QWidget

from advisor_app.domain.local_time import LOCAL
from advisor_app.domain.reconciliation import Keep, Side
from advisor_app.services.case_preview import PreviewedRecord
from advisor_app.texts.numbers import format_date
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.labels import TextLabel


class ConflictCard(QFrame):
    """``decided`` tells that one side was chosen; at first none is."""

    decided = Signal()

    def __init__(self, theming: Theming, record: PreviewedRecord, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.key = record.key
        self._theming = theming
        self._language = language
        self.mine = QRadioButton(self.tr("Stand hier behalten"))
        self.theirs = QRadioButton(self.tr("Stand der Datei übernehmen"))
        self._group = QButtonGroup(self)
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(4)
        for column, (choice, side) in enumerate(((self.mine, record.here), (self.theirs, record.there))):
            self._group.addButton(choice)
            values = ", ".join(
                f"{item.label} {value or '–'}"
                for item in record.differences
                for value in ((item.before, item.after)[column],)
            )
            choice.setAccessibleName(f"{record.title}: {choice.text()}. {values.rstrip('.')}. {self._who(side)}")
            grid.addWidget(choice, 0, column)
            grid.addWidget(TextLabel(theming, self._who(side), "caption", "caption", wrap=True), 1, column)
            grid.setColumnStretch(column, 1)
        for row, item in enumerate(record.differences):
            for column, value in enumerate((item.before, item.after)):
                grid.addWidget(TextLabel(theming, item.label, "caption", "secondary"), 2 + 2 * row, column)
                shown = TextLabel(theming, value or "–", "body", wrap=True)
                shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                grid.addWidget(shown, 3 + 2 * row, column, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 14)
        layout.setSpacing(8)
        layout.addWidget(TextLabel(theming, record.title, "emphasised", weight=600, wrap=True))
        layout.addLayout(grid)
        self._group.buttonToggled.connect(self.decided)
        theming.changed.connect(self._on_theming_changed)
        self._on_theming_changed()

    @property
    def keep(self) -> Keep | None:
        """The chosen side, None while none is."""
        return Keep.MINE if self.mine.isChecked() else Keep.THEIRS if self.theirs.isChecked() else None

    def choose(self, keep: Keep) -> None:
        """Choose a side."""
        (self.mine if keep is Keep.MINE else self.theirs).setChecked(True)

    def _who(self, side: Side) -> str:
        if side.at is None:
            return self.tr("ohne Angabe von Person und Zeit")
        local = side.at.astimezone(LOCAL)
        return f"{side.author}, {format_date(local.date(), self._language)}, {local:%H:%M}"

    def _on_theming_changed(self) -> None:
        for choice in (self.mine, self.theirs):
            choice.setFont(self._theming.font("body", weight=600))
