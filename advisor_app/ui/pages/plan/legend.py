"""The legend of the schedule, as the chart draws it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from advisor_app.charts.gantt import Gantt
from advisor_app.charts.scene import Scene, Text
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
        self._left = 0.0
        self._painter = ScenePainter(theming.theme)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theming.changed.connect(self._on_theming_changed)

    def show_chart(self, chart: Gantt) -> None:
        """Show the legend of a chart."""
        if chart != self._chart:
            self._chart = chart
            self._draw_anew()

    @override
    def sizeHint(self) -> QSize:
        scene = self._drawn()
        if scene is None:
            return QSize(0, 0)
        zoom = self._theming.zoom / 100
        return QSize(round((_WIDTH - self._left) * zoom), round(scene.height * zoom))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        scene = self._drawn()
        if scene is None:
            return
        zoom = self._theming.zoom / 100
        painter = QPainter(self)
        painter.scale(zoom, zoom)
        painter.translate(-self._left, 0)
        self._painter.paint(painter, scene)
        painter.end()

    def _drawn(self) -> Scene | None:
        """The legend, drawn when somebody asks how large it is or looks at it."""
        if self._scene is not None or self._chart is None:
            return self._scene
        self._scene = self._chart.legend(_WIDTH, self._theming.theme.chart, self._texts)
        words = [shape.place[0] for shape in self._scene.shapes if isinstance(shape, Text) and shape.anchor == "start"]
        # The first entry's sample stands left of its words.
        self._left = max(0.0, min(words, default=_WIDTH) - 40)
        return self._scene

    def _draw_anew(self) -> None:
        self._scene = None
        self.updateGeometry()
        self.update()

    def _on_theming_changed(self) -> None:
        self._painter = ScenePainter(self._theming.theme)
        self._draw_anew()
