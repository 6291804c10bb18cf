"""Paints chart scenes with QPainter: the same picture as on paper, crisp at every scaling of the screen."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import assert_never

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QGlyphRun,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QRawFont,
)

from advisor_app.charts.font_metrics import FONT_FILES, Weight, load_font_metrics
from advisor_app.charts.palette import Theme
from advisor_app.charts.scene import (
    Anchor,
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
from advisor_app.resources_folder import resources_folder

_LARGEST_GLYPH = 60
"""Device pixels up to which Qt paints glyphs; from 64 on its font engine of Linux paints none (6.11, 6.12)."""


class ScenePainter:
    """Paints scenes in a theme's colours; keeps the fonts and glyphs it has laid out.

    Glyphs are placed one by one at the widths the scene was measured with, so that the picture is the same as on paper.
    Horizontal and vertical lines and rectangles snap to whole device pixels and stay crisp at any scaling.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._fonts: dict[tuple[Weight, float], QRawFont] = {}
        self._glyphs: dict[tuple[str, float, Weight, Anchor], QGlyphRun] = {}
        self._outlines: dict[tuple[str, float, Weight, Anchor], QPainterPath] = {}
        self._scene: Scene | None = None
        self._spans: list[tuple[float, float]] = []

    def paint(self, painter: QPainter, scene: Scene) -> None:
        """Paint what the painter's window shows of the scene, at the painter's origin."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        snap = _Snap(painter)
        seen = painter.worldTransform().inverted()[0].mapRect(QRectF(painter.window()))
        top, bottom = seen.top(), seen.bottom()
        for shape, (begins, ends) in zip(scene.shapes, self._spans_of(scene), strict=True):
            if ends >= top and begins <= bottom:
                self._paint_shape(painter, shape, snap)
        painter.restore()

    def _spans_of(self, scene: Scene) -> Sequence[tuple[float, float]]:
        """From where to where each shape reaches, down the page: of a plan of 300 rows a window shows some twenty."""
        if scene is not self._scene:
            self._scene, self._spans = scene, [_span(shape) for shape in scene.shapes]
        return self._spans

    def _paint_shape(self, painter: QPainter, shape: Shape, snap: _Snap) -> None:
        match shape:
            case Text():
                self._paint_text(painter, shape, snap)
            case Line():
                self._paint_line(painter, shape, snap)
            case Polyline():
                self._paint_polyline(painter, shape.points, shape.stroke, snap)
            case Polygon():
                self._prepare(painter, shape.fill, shape.stroke)
                path = QPainterPath()
                for outline in (shape.points, shape.hole):
                    if outline:
                        path.addPolygon(_polygon(outline))
                        path.closeSubpath()
                painter.drawPath(path)
            case Rect():
                self._paint_rect(painter, shape, snap)
            case Circle():
                self._prepare(painter, shape.fill, shape.stroke)
                painter.drawEllipse(QPointF(*shape.centre), shape.radius, shape.radius)
            case Marker():
                self._prepare(painter, shape.fill, shape.stroke)
                _paint_marker(painter, shape)
            case _:
                assert_never(shape)

    def _paint_text(self, painter: QPainter, text: Text, snap: _Snap) -> None:
        colour = self._colour(text.role)
        if snap.pixels(text.size) <= _LARGEST_GLYPH:
            painter.setPen(colour)
            painter.drawGlyphRun(QPointF(*text.place), self._glyph_run(text))
        else:
            painter.fillPath(self._outline(text).translated(*text.place), colour)

    def _paint_line(self, painter: QPainter, line: Line, snap: _Snap) -> None:
        (x1, y1), (x2, y2) = line.start, line.end
        pen = self._pen(line.stroke)
        if x1 == x2 or y1 == y2:
            width = snap.width(line.stroke.width)
            _set_width(pen, width, line.stroke.dash)
            # The line covers whole pixels across, and begins and ends between pixels.
            across, down = (width, 0.0) if x1 == x2 else (0.0, width)
            x1, x2 = snap.along(x1, across), snap.along(x2, across)
            y1, y2 = snap.down(y1, down), snap.down(y2, down)
        painter.setPen(pen)
        painter.drawLine(QPointF(x1, y1), QPointF(x2, y2))

    def _paint_polyline(self, painter: QPainter, points: Sequence[Point], stroke: Stroke, snap: _Snap) -> None:
        pen = self._pen(stroke)
        if _is_upright(points):
            width = snap.width(stroke.width)
            points = [(snap.along(x, width), snap.down(y, width)) for x, y in points]
            _set_width(pen, width, stroke.dash)
        painter.setPen(pen)
        painter.drawPolyline(_polygon(points))

    def _paint_rect(self, painter: QPainter, shape: Rect, snap: _Snap) -> None:
        self._prepare(painter, shape.fill, shape.stroke)
        width = 0.0
        if shape.stroke is not None:
            width = snap.width(shape.stroke.width)
            pen = painter.pen()
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            _set_width(pen, width, shape.stroke.dash)
            painter.setPen(pen)
        left, right = (snap.along(x, width) for x in (shape.x, shape.x + shape.width))
        top, bottom = (snap.down(y, width) for y in (shape.y, shape.y + shape.height))
        rectangle = QRectF(QPointF(left, top), QPointF(right, bottom))
        if shape.radius:
            painter.drawRoundedRect(rectangle, shape.radius, shape.radius)
        else:
            painter.drawRect(rectangle)

    def _prepare(self, painter: QPainter, fill: Fill | None, stroke: Stroke | None) -> None:
        painter.setPen(self._pen(stroke) if stroke else Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(self._colour(fill.role, fill.opacity)) if fill else Qt.BrushStyle.NoBrush)

    def _pen(self, stroke: Stroke) -> QPen:
        pen = QPen(self._colour(stroke.role))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        _set_width(pen, stroke.width, stroke.dash)
        return pen

    def _colour(self, role: str, opacity: float = 1.0) -> QColor:
        colour = QColor(self._theme.colour(role))
        colour.setAlphaF(opacity)
        return colour

    def _glyph_run(self, text: Text) -> QGlyphRun:
        key = (text.text, text.size, text.weight, text.anchor)
        run = self._glyphs.get(key)
        if run is None:
            run = self._glyphs[key] = self._lay_out(text)
        return run

    def _outline(self, text: Text) -> QPainterPath:
        key = (text.text, text.size, text.weight, text.anchor)
        outline = self._outlines.get(key)
        if outline is None:
            run = self._glyph_run(text)
            font, outline = run.rawFont(), QPainterPath()
            outline.setFillRule(Qt.FillRule.WindingFill)  # strokes of a letter lie on each other
            for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True):
                outline.addPath(font.pathForGlyph(glyph).translated(place))
            self._outlines[key] = outline
        return outline

    def _lay_out(self, text: Text) -> QGlyphRun:
        metrics = load_font_metrics()
        widths = [metrics.width(character, text.size, text.weight) for character in text.text]
        x = -sum(widths) * {"start": 0.0, "middle": 0.5, "end": 1.0}[text.anchor]
        positions = []
        for width in widths:
            positions.append(QPointF(x, 0))
            x += width
        font = self._font(text.weight, text.size)
        run = QGlyphRun()
        run.setRawFont(font)
        run.setGlyphIndexes(font.glyphIndexesForString(text.text))
        run.setPositions(positions)
        return run

    def _font(self, weight: Weight, size: float) -> QRawFont:
        font = self._fonts.get((weight, size))
        if font is None:
            file = resources_folder() / "fonts" / FONT_FILES[weight]
            font = QRawFont(str(file), size, QFont.HintingPreference.PreferNoHinting)
            self._fonts[weight, size] = font
        return font


def _span(shape: Shape) -> tuple[float, float]:
    """How far a shape may reach up and down, with its stroke and the pixel to which it snaps."""
    stroke = 0.0 if isinstance(shape, Text) or shape.stroke is None else shape.stroke.width
    room = stroke + 1
    ends: tuple[float, ...]
    match shape:
        case Text():
            return shape.place[1] - 2 * shape.size, shape.place[1] + shape.size
        case Line():
            ends = (shape.start[1], shape.end[1])
        case Polyline() | Polygon():
            ends = tuple(y for _x, y in shape.points)
        case Rect():
            ends = (shape.y, shape.y + shape.height)
        case Circle():
            ends = (shape.centre[1] - shape.radius, shape.centre[1] + shape.radius)
        case Marker():
            ends = (shape.centre[1] - shape.size, shape.centre[1] + shape.size)
        case _:
            assert_never(shape)
    return min(ends) - room, max(ends) + room


class _Snap:
    """Moves lengths to whole device pixels of a painter."""

    def __init__(self, painter: QPainter) -> None:
        transform = painter.deviceTransform()
        self._scale = transform.m11() or 1.0
        self._offset = (transform.dx(), transform.dy())

    def pixels(self, length: float) -> float:
        """A length in device pixels."""
        return length * self._scale

    def width(self, width: float) -> float:
        """A line width of whole pixels, at least one."""
        return max(1, math.floor(width * self._scale + 0.5)) / self._scale

    def along(self, x: float, width: float) -> float:
        """A place across the page so that a line of this width covers whole pixels."""
        return self._snapped(x, width, self._offset[0])

    def down(self, y: float, width: float) -> float:
        """A place down the page so that a line of this width covers whole pixels."""
        return self._snapped(y, width, self._offset[1])

    def _snapped(self, place: float, width: float, offset: float) -> float:
        half = 0.5 if round(width * self._scale) % 2 else 0.0
        return (math.floor(place * self._scale + offset - half + 0.5) + half - offset) / self._scale


def _set_width(pen: QPen, width: float, dash: Sequence[float]) -> None:
    pen.setWidthF(width)
    if dash:
        pen.setDashPattern([length / width for length in dash])


def _is_upright(points: Sequence[Point]) -> bool:
    return all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(points))


def _polygon(points: Sequence[Point]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])


def _paint_marker(painter: QPainter, marker: Marker) -> None:
    (x, y), half = marker.centre, marker.size / 2
    match marker.shape:
        case "circle":
            painter.drawEllipse(QPointF(x, y), half, half)
        case "square":
            painter.drawRect(QRectF(x - half, y - half, marker.size, marker.size))
        case "diamond":
            painter.drawPolygon(_polygon(((x, y - half), (x + half, y), (x, y + half), (x - half, y))))
        case _:
            assert_never(marker.shape)
