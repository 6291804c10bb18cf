"""Which colour to use, asked with the system's own dialog."""

from __future__ import annotations

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QWidget


def colour_to_use(parent: QWidget, title: str, current: str) -> str | None:
    """Let the user choose a colour (``#RRGGBB``), beginning with one; None where the choice was left."""
    chosen = QColorDialog.getColor(QColor(current), parent, title)
    return chosen.name().upper() if chosen.isValid() else None
