"""Level chips: the figure in the colour of its level; other states have a sign and an outline of their own."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.override import override
from advisor_app.ui.shell.theming import Theming

_SIGNS = {AnswerState.UNKNOWN: "?", AnswerState.NOT_APPLICABLE: "–", AnswerState.UNANSWERED: ""}


def paint_level_chip(
    painter: QPainter, rect: QRectF, theming: Theming, level: int | None, state: AnswerState = AnswerState.ANSWERED
) -> None:
    """Paint one chip; ``state`` decides where there is no level."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = rect.adjusted(0.5, 0.5, -0.5, -0.5)
    if level is not None:
        painter.setBrush(theming.colour(f"level.{level}.fill"))
        painter.setPen(QPen(theming.colour(f"level.{level}.stroke"), 1))
        ink, sign = theming.colour(f"level.{level}.text"), str(level)
    else:
        style = Qt.PenStyle.SolidLine if state is AnswerState.NOT_APPLICABLE else Qt.PenStyle.DashLine
        painter.setBrush(theming.colour("paper"))
        painter.setPen(QPen(theming.colour("line_strong"), 1, style))
        ink, sign = theming.colour("ink2"), _SIGNS.get(state, "✓")
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(ink)
    painter.setFont(theming.font("caption", weight=600))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, sign)
    painter.restore()


class LevelChip(QWidget):
    """A chip as a widget of its own."""

    def __init__(self, theming: Theming, level: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._level = level
        self._state = AnswerState.UNANSWERED if level is None else AnswerState.ANSWERED
        theming.changed.connect(self._on_theming_changed)
        self._on_theming_changed()

    def show_level(self, level: int | None) -> None:
        """Show a level, or that there is none."""
        self._level = level
        self._state = AnswerState.UNANSWERED if level is None else AnswerState.ANSWERED
        self.update()

    def show_answer(self, answer: Answer) -> None:
        """Show an answer's level or state."""
        self._level = answer.level
        self._state = answer.state
        self.update()

    @override
    def sizeHint(self) -> QSize:
        side = round(self._theming.theme.size["level_chip"] * self._theming.zoom / 100)
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_level_chip(painter, QRectF(self.rect()), self._theming, self._level, self._state)
        painter.end()

    def _on_theming_changed(self) -> None:
        self.setFixedSize(self.sizeHint())
        self.update()
