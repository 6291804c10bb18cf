"""Shows a chart in a window: its scene rebuilt for the width there is, and said in words to screen readers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from advisor_app.charts.scene import Area, Chart, Scene
from advisor_app.override import override
from advisor_app.texts import Texts
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.scene_painter import ScenePainter

_NARROWEST = 240
_MOST_SCENES = 4
"""A layout asks for the height at one width and another before it settles; drawing for each would be drawing twice."""


class ChartView(QWidget):
    """One chart, as wide as its place and as high as that needs. ``area_clicked`` names what was clicked on."""

    area_clicked = Signal(str)

    def __init__(self, theming: Theming, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._texts = texts
        self._painter = ScenePainter(theming.theme)
        self._chart: Chart | None = None
        self._scene: Scene | None = None
        self._scenes: dict[float, Scene] = {}
        self._is_due = False  # drawn once it is seen
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theming.changed.connect(self._on_theming_changed)

    @property
    def scene(self) -> Scene | None:
        """The picture on screen, or what it will be once it is seen."""
        if self._is_due:
            self._rebuild()
        return self._scene

    def show_chart(self, chart: Chart | None) -> None:
        """Show a chart, or nothing; an equal one is not painted again."""
        if chart == self._chart:
            return
        self._chart = chart
        self._scenes.clear()
        self._draw()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        scene = self._scene_for(width)
        return round(scene.height * self._zoom) if scene else 0

    @override
    def sizeHint(self) -> QSize:
        width = max(self.width(), round(_NARROWEST * self._zoom))
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(round(_NARROWEST * self._zoom), 0)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        if self._is_due:
            self._rebuild()
        super().showEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._rebuild()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._scene is None:
            return
        painter = QPainter(self)
        painter.scale(self._zoom, self._zoom)
        self._painter.paint(painter, self._scene)
        painter.end()

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            area = self._area_at(QPointF(event.pos()))
            if area is not None and area.words:
                QToolTip.showText(event.globalPos(), area.words, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        area = self._area_at(event.position())
        if area is not None and event.button() is Qt.MouseButton.LeftButton:
            self.area_clicked.emit(area.key)
        super().mouseReleaseEvent(event)

    @property
    def _zoom(self) -> float:
        return self._theming.zoom / 100

    def _scene_for(self, width: int) -> Scene | None:
        if self._chart is None or width <= 0:
            return None
        wanted = width / self._zoom
        if wanted not in self._scenes:
            if len(self._scenes) == _MOST_SCENES:
                del self._scenes[next(iter(self._scenes))]
            self._scenes[wanted] = self._chart.scene(wanted, self._theming.theme.chart, self._texts)
        return self._scenes[wanted]

    def _draw(self) -> None:
        """Draw what is seen now, and anything else once it is: by then it has the width of its place."""
        if self.isVisible():
            self._rebuild()
        else:
            self._is_due = True
            self.updateGeometry()

    def _rebuild(self) -> None:
        self._is_due = False
        before, self._scene = self._scene, None
        scene = self._scene = self._scene_for(self.width())
        self.setAccessibleName(scene.title if scene else "")
        self.setAccessibleDescription(scene.alternative if scene else "")
        if (before.height if before else None) != (scene.height if scene else None):
            self.updateGeometry()
        self.update()

    def _area_at(self, place: QPointF) -> Area | None:
        x, y = place.x() / self._zoom, place.y() / self._zoom
        areas = self._scene.areas if self._scene else ()
        return next((area for area in reversed(areas) if area.contains(x, y)), None)

    def _on_theming_changed(self) -> None:
        self._painter = ScenePainter(self._theming.theme)
        self._scenes.clear()
        self._draw()
