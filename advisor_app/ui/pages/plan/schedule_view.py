"""The bars of the measures beside their table: painted by the Gantt chart itself, moved with the mouse."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from advisor_app.charts.gantt import Gantt
from advisor_app.domain.plan import Measure
from advisor_app.override import override
from advisor_app.texts import Texts
from advisor_app.ui.pages.plan.bar_drag import BarDrag, Grip
from advisor_app.ui.pages.plan.bubble import paint_bubble
from advisor_app.ui.pages.plan.measure_model import MeasureModel
from advisor_app.ui.pages.plan.measure_table import head_height, row_height
from advisor_app.ui.pages.plan.schedule_head import ScheduleHead
from advisor_app.ui.pages.plan.schedule_picture import HANDLE, SchedulePicture
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.scene_painter import ScenePainter

Build = Callable[[Sequence[Measure]], Gantt]

_CURSORS = {
    Grip.BODY: Qt.CursorShape.OpenHandCursor,
    Grip.START: Qt.CursorShape.SizeHorCursor,
    Grip.END: Qt.CursorShape.SizeHorCursor,
    Grip.LINK: Qt.CursorShape.CrossCursor,
    Grip.EMPTY: Qt.CursorShape.CrossCursor,
}


class ScheduleView(QAbstractScrollArea):
    """Drag a bar to move it, its ends to resize it, its handle onto another measure to let that one wait for it.

    The table beside it is the twin for keyboard and screen reader; both share the model, the rows and the selection.
    """

    chosen = Signal(str)
    opened = Signal(str)
    shift_wanted = Signal(str, int)  # measure, months
    dates_wanted = Signal(str, object, object)  # measure, start, end
    link_wanted = Signal(str, str)  # the one before, the one that waits

    def __init__(
        self, theming: Theming, texts: Texts, model: MeasureModel, build: Build, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theming = theming
        self._texts = texts
        self._model = model
        self._build = build
        self._selected = ""
        self._hovered = ""
        self._drag: BarDrag | None = None
        self._pointer = QPointF()
        self._span: tuple[date | None, date | None] | None = None
        self._painter = ScenePainter(theming.theme)
        self._head = ScheduleHead(self, self.paint_picture)
        self._picture: SchedulePicture | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._tell_picture)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        model.dataChanged.connect(self.rebuild)
        model.modelReset.connect(self.rebuild)
        theming.changed.connect(self._on_theming_changed)
        self._on_theming_changed()

    def select(self, name: str) -> None:
        """Mark the row of a measure."""
        if name != self._selected:
            self._selected = name
            self.rebuild()

    @property
    def picture(self) -> SchedulePicture:
        """The measures as they stand, drawn when somebody looks: changes one after the other cost one drawing."""
        if self._picture is None:
            self._picture = self._draw()
        return self._picture

    def rebuild(self) -> None:
        """Draw the measures anew once they are seen."""
        self._picture = None
        self._later.start()

    def _tell_picture(self) -> None:
        if not self.isVisible():
            return
        self.setAccessibleName(self.picture.scene.title)
        self.setAccessibleDescription(self.picture.scene.alternative)
        bar = self.horizontalScrollBar()
        bar.setRange(0, max(0, round(self.picture.width * self._zoom) - self.viewport().width()))
        bar.setPageStep(self.viewport().width())
        self._repaint()

    def paint_picture(self, painter: QPainter, top: int) -> None:
        """Paint the chart as it is scrolled, its upper edge this far above the widget's."""
        painter.save()
        painter.translate(-self.horizontalScrollBar().value(), -top)
        painter.scale(self._zoom, self._zoom)
        painter.setClipRect(QRectF(0, 0, self.picture.width, self.picture.bottom + 1))
        self._painter.paint(painter, self.picture.scene)
        painter.restore()

    def bar_rect(self, name: str) -> QRect:
        """Where a measure's bar stands in the viewport; empty where it has none."""
        bar = self.picture.bar(name)
        if bar is None:
            return QRect()
        return QRectF(self._to_viewport(bar.left, bar.top), self._to_viewport(bar.right, bar.bottom)).toRect()

    def handle_point(self, name: str) -> QPoint:
        """Where the handle of a measure's bar stands in the viewport; KeyError where it has no bar."""
        bar = self.picture.bar(name)
        if bar is None:
            raise KeyError(name)
        return self._to_viewport(*self.picture.handle(bar)).toPoint()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_head()
        if event.size().width() != event.oldSize().width():
            self.rebuild()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._later.start()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._repaint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        self.paint_picture(painter, self.verticalScrollBar().value() + head_height(self._theming))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_handle(painter)
        self._paint_bubble(painter)
        painter.end()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._words_at(QPointF(event.pos())), self.viewport())
            return True
        if event.type() is QEvent.Type.Leave and self._drag is None:
            self._hover("")
        return super().viewportEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        measure = self._measure_at(event.position())
        if measure is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        self.chosen.emit(measure.id)
        x, y = self._to_chart(event.position())
        grip = self.picture.grip_at(measure, x, y)
        if grip is not None:
            self._drag = BarDrag(grip=grip, measure=measure, month=self.picture.month_at(x), x=event.position().x())
            self._pointer = event.position()
            self._span = (self.picture.chart.first, self.picture.chart.last)
            if grip is Grip.BODY:
                self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.grabKeyboard()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        drag = self._drag
        if drag is None:
            self._follow(event.position())
            return
        self._pointer = event.position()
        if drag.grip is not Grip.LINK and self._has_moved(drag):
            self._model.preview(drag.moved(self._months_moved(drag)))
        self.viewport().update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag = self._drag
        if drag is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        self._pointer = event.position()
        months, moved = self._months_moved(drag), self._has_moved(drag)
        target = self._measure_at(event.position())
        self._end_drag()
        if drag.grip is Grip.LINK:
            if target is not None and target.id != drag.measure.id:
                self.link_wanted.emit(drag.measure.id, target.id)
        elif drag.grip is Grip.BODY and months:
            self.shift_wanted.emit(drag.measure.id, months)
        elif drag.grip is not Grip.BODY and moved:
            self.dates_wanted.emit(drag.measure.id, *drag.dates(months))

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        measure = self._measure_at(event.position())
        if measure is not None:
            self.opened.emit(measure.id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._drag is not None and event.key() == Qt.Key.Key_Escape:
            self._end_drag()
        else:
            super().keyPressEvent(event)

    # Places

    @property
    def _zoom(self) -> float:
        return self._theming.zoom / 100

    def _draw(self) -> SchedulePicture:
        chart = self._build(self._model.measures)
        first, last = self._span or (chart.first, chart.last)
        row, head = row_height(self._theming) / self._zoom, head_height(self._theming) / self._zoom
        chart = replace(chart, first=first, last=last, row_height=row, head_height=head, selected=self._selected)
        width = self.viewport().width() / self._zoom
        return SchedulePicture(chart, width, self._theming.theme.chart, self._texts)

    def _to_viewport(self, x: float, y: float) -> QPointF:
        left = x * self._zoom - self.horizontalScrollBar().value()
        return QPointF(left, y * self._zoom - self.verticalScrollBar().value() - head_height(self._theming))

    def _to_chart(self, place: QPointF) -> tuple[float, float]:
        x = (place.x() + self.horizontalScrollBar().value()) / self._zoom
        return x, (place.y() + self.verticalScrollBar().value() + head_height(self._theming)) / self._zoom

    def _words_at(self, place: QPointF) -> str:
        rows = self.picture.chart.measures
        row = self._row_at(place)
        return self.picture.words(rows[row].id) if 0 <= row < len(rows) else ""

    def _row_at(self, place: QPointF) -> int:
        return int((place.y() + self.verticalScrollBar().value()) // row_height(self._theming))

    def _measure_at(self, place: QPointF) -> Measure | None:
        row = self._row_at(place)
        measures = self._model.measures
        return measures[row] if 0 <= row < len(measures) else None

    # Drag

    def _months_moved(self, drag: BarDrag) -> int:
        return round((self._pointer.x() - drag.x) / self._zoom / self.picture.month_width)

    def _has_moved(self, drag: BarDrag) -> bool:
        return abs(self._pointer.x() - drag.x) > self.picture.month_width * self._zoom / 2

    def _follow(self, place: QPointF) -> None:
        measure = self._measure_at(place)
        grip = self.picture.grip_at(measure, *self._to_chart(place)) if measure is not None else None
        self._hover(measure.id if measure is not None else "")
        if grip is None:
            self.viewport().unsetCursor()
        else:
            self.viewport().setCursor(_CURSORS[grip])

    def _hover(self, name: str) -> None:
        if name != self._hovered:
            self._hovered = name
            self.viewport().update()

    def _end_drag(self) -> None:
        self._drag = None
        self._span = None
        self.releaseKeyboard()
        self.viewport().unsetCursor()
        self._model.end_preview()
        self.rebuild()

    # Painting

    def _paint_handle(self, painter: QPainter) -> None:
        linking = self._drag if self._drag is not None and self._drag.grip is Grip.LINK else None
        if self._drag is not None and linking is None:
            return
        bar = self.picture.bar(linking.measure.id if linking is not None else self._hovered)
        if bar is None:
            return
        centre = self._to_viewport(*self.picture.handle(bar))
        painter.setPen(QPen(self._theming.colour("primary"), 1.5))
        if linking is not None:
            painter.drawLine(centre, self._pointer)
        painter.setBrush(self._theming.colour("paper"))
        painter.drawEllipse(centre, HANDLE * self._zoom, HANDLE * self._zoom)

    def _paint_bubble(self, painter: QPainter) -> None:
        """The dates that would hold now, beside the pointer."""
        words = "" if self._drag is None or self._drag.grip is Grip.LINK else self.picture.period(self._drag.measure.id)
        if words:
            paint_bubble(painter, self._theming, self.viewport().width(), self._pointer, words)

    def _repaint(self) -> None:
        self._head.update()
        self.viewport().update()

    def _place_head(self) -> None:
        self._head.setGeometry(0, 0, self.width(), head_height(self._theming))

    def _on_theming_changed(self) -> None:
        self._painter = ScenePainter(self._theming.theme)
        self.setViewportMargins(0, head_height(self._theming), 0, 0)
        self._place_head()
        self.rebuild()
