"""Outline icons in the colour of a role, sharp at every scale."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache

from advisor_app.override import override
from advisor_app.resources_folder import resources_folder

_PRODUCT_SIZES = (16, 24, 32, 48, 64, 128, 256)
_STROKE_IN_FILE = 'stroke-width="2"'
_STROKE = 'stroke-width="1.75"'


@cache
def _source(name: str) -> str:
    return (resources_folder() / "icons" / f"{name}.svg").read_text(encoding="utf-8").replace(_STROKE_IN_FILE, _STROKE)


def coloured_svg(name: str, colour: str) -> str:
    """The icon's SVG with its lines in a colour (``#RRGGBB``); OSError where there is no such icon."""
    return _source(name).replace("currentColor", colour)


def product_icon() -> QIcon:
    """The program's own icon, in the sizes that systems show; each is read when it is first drawn."""
    icon = QIcon()
    for size in _PRODUCT_SIZES:
        icon.addFile(str(resources_folder() / "product" / f"beraterkoffer-{size}.png"))
    return icon


class SvgIconEngine(QIconEngine):
    """Draws a shipped icon; its colour is asked for at every painting: a button may be checked, or not to be used."""

    def __init__(self, name: str, colour: Callable[[QIcon.Mode, QIcon.State], QColor]) -> None:
        super().__init__()
        self._name = name
        self._colour = colour
        _source(name)  # a wrong name is found where it is written, not when it is painted

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        scale = painter.device().devicePixelRatio()
        pixmap = self._drawn(rect.size() * scale, mode, state)
        pixmap.setDevicePixelRatio(scale)
        painter.drawPixmap(rect, pixmap)

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self._drawn(size, mode, state)

    @override
    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        return self._drawn(size, mode, state)

    @override
    def clone(self) -> QIconEngine:
        return SvgIconEngine(self._name, self._colour)

    def _drawn(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """A pixmap of this many device pixels; drawn once per colour, as parsing SVG at every painting is slow."""
        if size.isEmpty():  # a button that a layout has not given its place yet
            return QPixmap()
        colour = self._colour(mode, state).name()
        key = f"icon {self._name} {colour} {size.width()}x{size.height()}"
        pixmap = QPixmap()
        if QPixmapCache.find(key, pixmap):
            return pixmap
        from PySide6.QtSvg import QSvgRenderer

        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer = QSvgRenderer(QByteArray(coloured_svg(self._name, colour).encode()))
        side = min(size.width(), size.height())  # wider places leave room between icon and text
        renderer.render(painter, QRectF(0, 0, side, side))
        painter.end()
        QPixmapCache.insert(key, pixmap)
        return pixmap
