"""Paints what stands on the wall, at any size, and changes calmly from one picture to the next."""

from __future__ import annotations

from PySide6.QtCore import QSize, QVariantAnimation
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QPixmap, QResizeEvent, Qt
from PySide6.QtWidgets import QWidget

from advisor_app.charts.palette import load_theme
from advisor_app.charts.scene import Scene
from advisor_app.override import override
from advisor_app.ui.projector.show import Picture, Show
from advisor_app.ui.projector.slides.drawing import draw, wall_size
from advisor_app.ui.widgets.scene_painter import ScenePainter

_BLACK = QColor(0, 0, 0)
"""A wall that shows nothing gives no light; every other colour is the theme's."""


class Wall(QWidget):
    """Shows the picture of a show, laid out for its own size."""

    def __init__(self, show: Show, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._show = show
        self._theme = load_theme("projector")
        self._painter = ScenePainter(self._theme)
        self._shown: tuple[Picture, QSize] | None = None
        self._scene: Scene | None = None
        self._now, self._before = QPixmap(), QPixmap()
        self._fading = QVariantAnimation(self)
        self._fading.setStartValue(0.0)
        self._fading.setEndValue(1.0)
        self._fading.valueChanged.connect(lambda _value: self.update())
        show.changed.connect(self._on_show_changed)

    @property
    def scene(self) -> Scene | None:
        """The picture with its words; None while the wall is black."""
        self._build()
        return self._scene

    @property
    def is_fading(self) -> bool:
        """Whether one picture is giving way to the next."""
        return self._fading.state() is QVariantAnimation.State.Running

    def slide_size(self) -> QSize:
        """The size in pixels that the picture is laid out for."""
        return self.size()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._build()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._now)
        if self.is_fading:
            painter.setOpacity(1.0 - float(self._fading.currentValue()))
            painter.drawPixmap(0, 0, self._before)
        painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fading.stop()
        self._shown = None
        self.update()

    def _on_show_changed(self) -> None:
        if not self.isVisible():
            return
        before = self._now
        if self._build() and not before.isNull():
            self._before = before
            self._fading.stop()
            self._fading.setDuration(round(self._theme.motion[_motion()]))
            self._fading.start()
        self.update()

    def _build(self) -> bool:
        """Paint the picture unless it is there; whether it was painted anew."""
        wanted = (self._show.picture, self.slide_size())
        if wanted == self._shown or self.width() <= 0 or self.height() <= 0:
            return False
        self._shown = wanted
        picture, size = wanted
        self._scene = (
            None
            if picture.is_black
            else draw(picture.projection, wall_size(size.width(), size.height()), self._show.texts)
        )
        title = self._show.texts("projector.black") if self._scene is None else self._scene.title
        self.setAccessibleName(title)
        self.setAccessibleDescription("" if self._scene is None else self._scene.alternative)
        self._now = self._painted()
        return True

    def _painted(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        pixmap.setDevicePixelRatio(ratio)
        if self._scene is None:
            pixmap.fill(_BLACK)
            return pixmap
        pixmap.fill(QColor(self._theme.colour("ground")))
        painter = QPainter(pixmap)
        scale = self.width() / self._scene.width
        painter.scale(scale, scale)
        self._painter.paint(painter, self._scene)
        painter.end()
        return pixmap


def _motion() -> str:
    """Which duration of the tokens holds: none where the system asks for less motion."""
    hints = QGuiApplication.styleHints()  # must outlive what it hands out
    reduced = hints.accessibility().motionPreference() is Qt.MotionPreference.ReducedMotion
    return "reduced_ms" if reduced else "normal_ms"
