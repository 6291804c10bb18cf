"""The one soft elevation: a shadow under what lies above the page, in the dark theme an outline in its place."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from advisor_app.ui.shell.theming import Theming


def paint_elevated(painter: QPainter, card: QRectF, theming: Theming) -> None:
    """Paint a paper card that floats; the shadow needs ``elevation_margin`` of room on every side."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    radius = theming.scaled(theming.theme.radius["card"])
    if not theming.is_dark:
        _paint_shadow(painter, card, radius, theming)
    painter.setPen(QPen(theming.colour("line_strong" if theming.is_dark else "line"), 1))
    painter.setBrush(theming.colour("paper"))
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.restore()


def elevation_margin(theming: Theming) -> int:
    """How far the shadow reaches beyond the card, in pixels."""
    elevation = theming.theme.elevation
    return round(elevation["blur"] + elevation["y"])


def _paint_shadow(painter: QPainter, card: QRectF, radius: float, theming: Theming) -> None:
    """Rings of growing size and falling strength, which add up to a blur."""
    elevation = theming.theme.elevation
    steps = round(elevation["blur"])
    colour = theming.colour("elevation")
    painter.setBrush(QColor(0, 0, 0, 0))
    for step in range(steps):
        ring = QColor(colour)
        ring.setAlphaF(colour.alphaF() * ((steps - step) / steps) ** 2)
        painter.setPen(QPen(ring, 1.5))
        grown = card.translated(0, elevation["y"]).adjusted(-step, -step, step, step)
        painter.drawRoundedRect(grown, radius + step, radius + step)
