"""The marks on the line of the day: open, running, done, skipped, and what kind of step it is."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from advisor_app.domain.agenda import StepKind, StepState
from advisor_app.ui.pages.agenda.timeline_model import TimelineRow
from advisor_app.ui.shell.theming import Theming

_ICONS = {StepKind.BREAK: "coffee", StepKind.LUNCH: "utensils"}


def paint_mark(painter: QPainter, mark: QRectF, row: TimelineRow, theming: Theming) -> None:
    """Paint the mark of a row into its circle."""
    state, icon = _state_of(row), _icon_of(row)
    pen, ground, role = QPen(theming.colour("line_strong"), theming.scaled(1.25)), "paper", "ink2"
    match state:
        case StepState.RUNNING:
            pen, ground, role = QPen(Qt.PenStyle.NoPen), "primary", "on_primary"
        case StepState.DONE:
            pen, ground = QPen(theming.colour("primary"), theming.scaled(1.25)), "primary_soft"
            icon, role = "check", "primary"
        case StepState.SKIPPED:
            pen.setStyle(Qt.PenStyle.DashLine)
            icon, role = "minus", "ink3"
        case StepState.INTERRUPTED:
            pen, ground = QPen(theming.colour("amber_line"), theming.scaled(1.25)), "amber_soft"
            icon, role = "pause", "amber"
        case StepState.OPEN:
            pass
    painter.setPen(pen)
    painter.setBrush(theming.colour(ground))
    painter.drawEllipse(mark.adjusted(0.75, 0.75, -0.75, -0.75))
    if icon:
        side = round(mark.width() * 0.62)
        place = QRect(0, 0, side, side)
        place.moveCenter(mark.center().toPoint())
        theming.icon(icon, role).paint(painter, place)
    elif state is StepState.RUNNING:
        painter.setBrush(theming.colour(role))
        painter.drawEllipse(mark.center(), mark.width() * 0.18, mark.width() * 0.18)


def _icon_of(row: TimelineRow) -> str:
    if row.only is None:
        return "users"
    return _ICONS.get(row.only.kind, "") if row.only.step else "flag"


def _state_of(row: TimelineRow) -> StepState:
    """How far a row is: the groups of a parallel one run while one of them does, and are done when all are."""
    states = {cell.state for cell in row.cells if cell is not None}
    if len(states) == 1:
        return states.pop()
    if StepState.RUNNING in states:
        return StepState.RUNNING
    return StepState.OPEN if StepState.OPEN in states else StepState.DONE
