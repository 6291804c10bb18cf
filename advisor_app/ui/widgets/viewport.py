"""A viewport that the bindings know."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QWidget


def give_viewport(area: QAbstractScrollArea) -> None:
    """Give a view a viewport of ours in place of Qt's own one, like it; before anything else is done with the view.

    Whoever gets hold of Qt's own one first, be it as somebody's parent, waits ten milliseconds: the bindings look for
    its kind among all kinds of widgets that there are, and describe each of them.
    """
    viewport = QWidget()
    if isinstance(area, QAbstractItemView):
        viewport.setBackgroundRole(QPalette.ColorRole.Base)
    area.setViewport(viewport)
