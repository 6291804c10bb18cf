"""One line of the comparison: old words at the left, new ones at the right, or below them where there is no room."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from advisor_app.override import override
from advisor_app.ui.pages.assessment_migration.side_by_side import Row
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.level_chip import LevelChip

_FONTS = {"head": "caption", "text": "emphasised"}


class _Choice(QRadioButton):
    """Chosen by click, space or its key; the arrows stay with the page, as one would change an answer by them."""

    def __init__(self, row: Row, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAutoExclusive(False)
        self.setToolTip(row.key)
        words = self.tr("Stufe {level}: {words}") if row.level is not None else "{words}"
        self.setAccessibleName(words.format(level=row.level, words=row.new))


class RowWidget(QFrame):
    """Shows a row; ``kind`` is empty, ``head`` or ``text``. ``chosen`` tells that its new side was chosen."""

    chosen = Signal()

    def __init__(self, theming: Theming, row: Row, kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self.choice: QRadioButton | None = None
        self._theming = theming
        self._kind = kind
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(20)
        self._both.addWidget(self._side(row.old, is_new=False), 1)
        self._both.addWidget(self._side(row.new, is_new=True), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(2)
        if row.label:
            column.addWidget(TextLabel(theming, row.label, "caption", "secondary"))
        column.addLayout(self._both)

    def set_stacked(self, *, stacked: bool) -> None:
        """Put the new side below the old one."""
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._both.setDirection(down if stacked else right)
        self._both.setSpacing(4 if stacked else 20)

    def set_chosen(self, *, chosen: bool) -> None:
        """Mark the new side as the answer."""
        if self.choice is not None:
            self.choice.setChecked(chosen)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self.choice is not None and self._new.geometry().contains(event.position().toPoint()):
            self.choice.setFocus(Qt.FocusReason.MouseFocusReason)
            self.chosen.emit()

    def _side(self, words: str, *, is_new: bool) -> QWidget:
        side = QFrame()
        row = QHBoxLayout(side)
        row.setContentsMargins(12, 0 if self._kind == "head" else 8, 12, 0 if self._kind == "head" else 8)
        row.setSpacing(10)
        top = Qt.AlignmentFlag.AlignTop
        was_answer = self.row.was_answer and not is_new
        if self._kind != "head" and (words or is_new):
            side.setProperty("kind", "card-selected" if was_answer else "card")
        if is_new:
            self._new = side
        if is_new and self.row.answer is not None:
            self.choice = _Choice(self.row, side)
            self.choice.clicked.connect(self.chosen)
            row.addWidget(self.choice, 0, top)
        if self.row.level is not None and words:
            row.addWidget(LevelChip(self._theming, self.row.level), 0, top)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self._label(words, is_new=is_new))
        if was_answer:
            column.addWidget(TextLabel(self._theming, self.tr("bisherige Antwort"), "caption", "primary", weight=600))
        elif is_new and self.row.is_marked:
            column.addWidget(TextLabel(self._theming, self.tr("geändert"), "caption", "amber", weight=600))
        column.addStretch(1)
        row.addLayout(column, 1)
        return side

    def _label(self, words: str, *, is_new: bool) -> TextLabel:
        same = not self.row.differs and self._kind != "text"
        tone = "secondary" if self._kind == "head" or same or (not is_new and not self.row.was_answer) else ""
        weight = 600 if self._kind in ("head", "text") else None
        label = TextLabel(self._theming, words or "–", _FONTS.get(self._kind, "body"), tone, weight=weight, wrap=True)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return label
