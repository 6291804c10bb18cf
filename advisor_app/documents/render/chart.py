"""Draws a chart on a PDF page: the scene as vector shapes, its words as text in the embedded font."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import assert_never

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from advisor_app.charts.palette import Theme
from advisor_app.charts.scene import (
    Circle,
    Fill,
    Line,
    Marker,
    Point,
    Polygon,
    Polyline,
    Rect,
    Scene,
    Shape,
    Stroke,
    Text,
)
from advisor_app.documents.render.fonts import face_for

_EVEN_ODD = 0
_MITER_JOIN, _ROUND_JOIN = 0, 1


def draw_scene(canvas: Canvas, scene: Scene, theme: Theme, left: float, top: float) -> None:
    """Draw a scene below and to the right of a point of the page, given from its lower left corner."""
    canvas.saveState()
    pen = _Pen(canvas, theme, left, top)
    for shape in scene.shapes:
        pen.draw(shape)
    canvas.restoreState()


class _Pen:
    """Draws shapes on a canvas, whose heights run upwards."""

    def __init__(self, canvas: Canvas, theme: Theme, left: float, top: float) -> None:
        self._canvas = canvas
        self._theme = theme
        self._left = left
        self._top = top

    def draw(self, shape: Shape) -> None:
        match shape:
            case Text():
                self._draw_text(shape)
            case Line():
                self._draw_outline((shape.start, shape.end), None, shape.stroke, closed=False)
            case Polyline():
                self._draw_outline(shape.points, None, shape.stroke, closed=False)
            case Polygon():
                self._draw_outline(shape.points, shape.fill, shape.stroke, hole=shape.hole)
            case Rect():
                fill, stroke = self._prepare(shape.fill, shape.stroke)
                self._canvas.setLineJoin(_MITER_JOIN)
                place = (*self._at((shape.x, shape.y + shape.height)), shape.width, shape.height)
                if shape.radius:
                    radius = min(shape.radius, shape.width / 2, shape.height / 2)
                    self._canvas.roundRect(*place, radius, fill=fill, stroke=stroke)
                else:
                    self._canvas.rect(*place, fill=fill, stroke=stroke)
            case Circle():
                fill, stroke = self._prepare(shape.fill, shape.stroke)
                self._canvas.circle(*self._at(shape.centre), shape.radius, fill=fill, stroke=stroke)
            case Marker():
                self._draw_marker(shape)
            case _:
                assert_never(shape)

    def _draw_text(self, text: Text) -> None:
        canvas = self._canvas
        x, y = self._at(text.place)
        canvas.setFillColor(_colour(self._theme.colour(text.role)), alpha=1)
        canvas.setFont(face_for(text.weight).name, text.size)
        match text.anchor:
            case "start":
                canvas.drawString(x, y, text.text)
            case "middle":
                canvas.drawCentredString(x, y, text.text)
            case "end":
                canvas.drawRightString(x, y, text.text)
            case _:
                assert_never(text.anchor)

    def _draw_marker(self, marker: Marker) -> None:
        (x, y), half = marker.centre, marker.size / 2
        match marker.shape:
            case "circle":
                self.draw(Circle(marker.centre, half, marker.fill, marker.stroke))
            case "square":
                self.draw(Rect(x - half, y - half, marker.size, marker.size, marker.fill, marker.stroke))
            case "diamond":
                corners = ((x, y - half), (x + half, y), (x, y + half), (x - half, y))
                self._draw_outline(corners, marker.fill, marker.stroke)
            case _:
                assert_never(marker.shape)

    def _draw_outline(
        self,
        points: Sequence[Point],
        fill: Fill | None,
        stroke: Stroke | None,
        *,
        hole: Sequence[Point] = (),
        closed: bool = True,
    ) -> None:
        path = self._canvas.beginPath()
        for outline in (points, hole):
            self._trace(path, outline, closed=closed)
        filled, stroked = self._prepare(fill, stroke)
        self._canvas.setLineJoin(_ROUND_JOIN)
        self._canvas.drawPath(path, stroke=stroked, fill=filled, fillMode=_EVEN_ODD)

    def _trace(self, path: PDFPathObject, points: Sequence[Point], *, closed: bool) -> None:
        if not points:
            return
        path.moveTo(*self._at(points[0]))
        for point in points[1:]:
            path.lineTo(*self._at(point))
        if closed:
            path.close()

    def _prepare(self, fill: Fill | None, stroke: Stroke | None) -> tuple[int, int]:
        """Set colours and line; returns ReportLab's flags for filling and stroking."""
        if fill is not None:
            self._canvas.setFillColor(_colour(self._theme.colour(fill.role)), alpha=fill.opacity)
        if stroke is not None:
            self._canvas.setStrokeColor(_colour(self._theme.colour(stroke.role)), alpha=1)
            self._canvas.setLineWidth(stroke.width)
            self._canvas.setDash(list(stroke.dash))
        return int(fill is not None), int(stroke is not None)

    def _at(self, point: Point) -> Point:
        return self._left + point[0], self._top - point[1]


@cache
def _colour(value: str) -> Color:
    return HexColor(value)
