"""One question of the Klärungsliste: why it is there, how long it takes, and whether it is settled."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.assessment import Answer
from advisor_app.domain.clarification import Item
from advisor_app.override import override
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.icon_button import IconButton
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.level_chip import LevelChip

_NUMBER_WIDTH = 52
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ClarificationRow(QFrame):
    """Keys while it has the focus: Enter opens, Alt+Up and Alt+Down move, Delete removes, B pins."""

    opened = Signal(str)
    moved = Signal(str, int)
    removed = Signal(str)
    pinned = Signal(str, bool)

    def __init__(
        self, theming: Theming, item: Item, answer: Answer, reasons: tuple[str, ...], said: str, minutes: str
    ) -> None:
        super().__init__()
        self._theming, self._item = theming, item
        question = item.question
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        number = TextLabel(theming, question.id, "body", "secondary" if item.is_settled else "primary", weight=600)
        number.setFixedWidth(theming.scaled(_NUMBER_WIDTH))
        title = TextLabel(
            theming, question.short, "body", "secondary" if item.is_settled else "", weight=600, wrap=True
        )
        self._reasons = TextLabel(theming, " ".join(reasons), "caption", "secondary", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(title)
        words.addWidget(self._reasons)
        if said:
            words.addWidget(TextLabel(theming, said, "caption", "secondary", wrap=True))
        chip = LevelChip(theming)
        chip.show_answer(answer)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 9, 0, 9)
        layout.setSpacing(10)
        top = Qt.AlignmentFlag.AlignTop
        layout.addWidget(chip, 0, top)
        layout.addWidget(number, 0, top)
        layout.addLayout(words, 1)
        layout.addWidget(TextLabel(theming, minutes, "body", "secondary", tabular=True), 0, top)
        self._add_buttons(theming, layout)
        state = self.tr("geklärt") if item.is_settled else self.tr("offen")
        self.setAccessibleName(f"{question.id} {question.short}, {state}, {minutes}. {self._reasons.text()}")

    @property
    def question(self) -> str:
        """The id of its question."""
        return self._item.question.id

    @property
    def reasons(self) -> str:
        """Why it is on the list."""
        return self._reasons.text()

    @override
    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and event.key() == Qt.Key.Key_B
        ):
            event.accept()  # a clicker's letter, too
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, name = Qt.Key(event.key()), self.question
        if event.modifiers() == Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(name, -1 if key is Qt.Key.Key_Up else 1)
        elif event.modifiers() != Qt.KeyboardModifier.NoModifier:
            super().keyPressEvent(event)
        elif key in _ENTER:
            self.opened.emit(name)
        elif key is Qt.Key.Key_Delete:
            self.removed.emit(name)
        elif key is Qt.Key.Key_B:
            self.pinned.emit(name, not self._item.is_pinned)
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit(self.question)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, self._theming.colour("line"))
        painter.end()

    def _add_buttons(self, theming: Theming, layout: QHBoxLayout) -> None:
        held = self._item.is_pinned
        pin_words = self.tr("Nicht mehr festhalten (B)") if held else self.tr("Auf der Liste festhalten (B)")
        pin = IconButton(theming, "pin", pin_words)
        pin.setCheckable(True)
        pin.setChecked(self._item.is_pinned)
        pin.clicked.connect(lambda: self.pinned.emit(self.question, not self._item.is_pinned))
        up = IconButton(theming, "arrow-up", self.tr("Nach oben (Alt+Pfeil)"))
        up.clicked.connect(lambda: self.moved.emit(self.question, -1))
        down = IconButton(theming, "arrow-down", self.tr("Nach unten (Alt+Pfeil)"))
        down.clicked.connect(lambda: self.moved.emit(self.question, 1))
        remove = IconButton(theming, "x", self.tr("Von der Liste nehmen (Entf)"))
        remove.clicked.connect(lambda: self.removed.emit(self.question))
        for button in (pin, up, down, remove):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)


def neighbour(rows: list[ClarificationRow], row: QWidget | None, step: int) -> ClarificationRow | None:
    """The row some steps before or after one; the first where that is none of them."""
    if not rows:
        return None
    if row not in rows:
        return rows[0]
    place = next(number for number, other in enumerate(rows) if other is row)
    return rows[min(max(place + step, 0), len(rows) - 1)]
