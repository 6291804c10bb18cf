"""The legend of the schedule, taken from the picture itself."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from advisor_app.charts.gantt import Gantt
from advisor_app.charts.gantt.drawing import GanttDrawing
from advisor_app.charts.scene import Scene, Shape, Text
from advisor_app.charts.sketch import Sketch
from advisor_app.override import override
from advisor_app.texts import Texts
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.scene_painter import ScenePainter

_WIDTH = 700.0  # wide enough for one line


class ScheduleLegend(QWidget):
    """What bars, diamonds and the red line mean."""

    def __init__(self, theming: Theming, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._texts = texts
        self._chart: Gantt | None = None
        self._scene: Scene | None = None
        self._top = 0.0
        self._left = 0.0
        self._painter = ScenePainter(theming.theme)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theming.changed.connect(self._on_theming_changed)

    def show_chart(self, chart: Gantt) -> None:
        """Show the legend of a chart."""
        if chart != self._chart:
            self._chart = chart
            self._draw()

    @override
    def sizeHint(self) -> QSize:
        if self._scene is None:
            return QSize(0, 0)
        zoom = self._theming.zoom / 100
        return QSize(round((_WIDTH - self._left) * zoom), round((self._scene.height - self._top) * zoom))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._scene is None:
            return
        zoom = self._theming.zoom / 100
        painter = QPainter(self)
        painter.scale(zoom, zoom)
        painter.translate(-self._left, -self._top)
        painter.setClipRect(QRectF(self._left, self._top, _WIDTH - self._left, self._scene.height))
        self._painter.paint(painter, self._scene)
        painter.end()

    def _draw(self) -> None:
        if self._chart is None:
            return
        style = self._theming.theme.chart
        self._scene = self._chart.scene(_WIDTH, style, self._texts)
        self._top = GanttDrawing(self._chart, Sketch(_WIDTH, style), self._texts).edges[-1] + 4
        words = [shape for shape in self._scene.shapes if isinstance(shape, Text) and _is_below(shape, self._top)]
        # The first entry's sample stands left of its words.
        self._left = max(0.0, min((word.place[0] for word in words), default=_WIDTH) - 40)
        self.updateGeometry()
        self.update()

    def _on_theming_changed(self) -> None:
        self._painter = ScenePainter(self._theming.theme)
        self._draw()


def _is_below(shape: Shape, top: float) -> bool:
    return isinstance(shape, Text) and shape.place[1] > top and shape.anchor == "start"
