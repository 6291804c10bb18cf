"""The steps of the set-up at the left: number, name, and in one line what was entered."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from advisor_app.override import override
from advisor_app.ui.shell.theming import Theming


@dataclass(frozen=True, slots=True, kw_only=True)
class StepState:
    """How a step stands: ``summary`` says what was entered, ``done`` that nothing is missing there."""

    name: str
    title: str
    summary: str = ""
    done: bool = False


class StepList(QWidget):
    """Every step can be reached that is enabled; the present one is marked."""

    chosen = Signal(str)

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._buttons: dict[str, StepButton] = {}
        self._group = QButtonGroup(self)
        self.setProperty("kind", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Schritte"))
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(16, 20, 16, 16)
        self._layout.setSpacing(4)
        self._layout.addStretch(1)
        theming.changed.connect(self._on_theming_changed)
        self._on_theming_changed()

    def show_steps(self, steps: tuple[StepState, ...], current: str, *, enabled: bool = True) -> None:
        """Show how the steps stand; only the present one can be chosen while the others are not ``enabled``."""
        for number, step in enumerate(steps, 1):
            button = self._buttons.get(step.name)
            if button is None:
                button = self._buttons[step.name] = StepButton(self._theming, number)
                button.clicked.connect(lambda _checked=False, name=step.name: self.chosen.emit(name))
                self._group.addButton(button)
                self._layout.insertWidget(number - 1, button)
            button.setChecked(step.name == current)
            button.setEnabled(enabled or step.name == current)
            button.show_step(step)

    def button(self, name: str) -> StepButton:
        """The button of a step."""
        return self._buttons[name]

    def _on_theming_changed(self) -> None:
        self.setFixedWidth(self._theming.scaled(232))


class StepButton(QPushButton):
    """A circle with the number, or a tick once nothing is missing; the name, and below it what was entered."""

    def __init__(self, theming: Theming, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._number = number
        self._step = StepState(name="", title="")
        self.setCheckable(True)
        self.setProperty("kind", "step")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_step(self, step: StepState) -> None:
        """Show another state."""
        self._step = step
        words = self.tr("Schritt {number}: {title}").format(number=self._number, title=step.title)
        self.setAccessibleName(", ".join(filter(None, (words, step.summary))))
        self.setToolTip(step.summary)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        height = self._theming.scaled(24) + QFontMetrics(self._theming.font("body")).height()
        if self._step.summary:
            height += QFontMetrics(self._theming.font("caption")).height() + self._theming.scaled(2)
        return QSize(self._theming.scaled(160), height)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theming, scaled = self._theming, self._theming.scaled
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = scaled(24)
        circle = QRectF(scaled(8) + 0.5, scaled(10) + 0.5, side - 1, side - 1)
        self._paint_circle(painter, circle)
        left = scaled(8) + side + scaled(12)
        title = theming.font("body", weight=600)
        room = QRect(left, scaled(10), self.width() - left - scaled(6), side)
        role = "primary" if self.isChecked() else "ink" if self._step.done else "ink2"
        painter.setPen(theming.colour(role if self.isEnabled() else "ink3"))
        self._paint_line(painter, room, self._step.title, title_font=True)
        if self._step.summary:
            painter.setPen(theming.colour("ink2" if self.isChecked() else "ink3"))
            below = QRect(left, room.bottom(), room.width(), QFontMetrics(theming.font("caption")).height() + scaled(4))
            self._paint_line(painter, below, self._step.summary, title_font=False)
        painter.setFont(title)
        painter.end()

    def _paint_line(self, painter: QPainter, room: QRect, text: str, *, title_font: bool) -> None:
        font = self._theming.font("body", weight=600) if title_font else self._theming.font("caption")
        painter.setFont(font)
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_circle(self, painter: QPainter, circle: QRectF) -> None:
        theming = self._theming
        current = self.isChecked()
        filled = "primary" if current else "primary_soft" if self._step.done else "paper"
        outline = "primary" if current or self._step.done else "line_strong"
        painter.setBrush(theming.colour(filled))
        painter.setPen(QPen(theming.colour(outline), 1))
        painter.drawEllipse(circle)
        if self._step.done and not current:
            theming.icon("check", "primary").paint(painter, circle.adjusted(5, 5, -5, -5).toRect())
            return
        painter.setPen(theming.colour("on_primary" if current else "ink2"))
        painter.setFont(theming.font("caption", weight=600))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self._number))
