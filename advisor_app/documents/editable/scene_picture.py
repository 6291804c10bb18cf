"""A chart as a picture, for files that hold no vectors: the scene of paper and screen, drawn with Pillow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from io import BytesIO
from itertools import pairwise
from math import ceil, dist
from typing import assert_never

from PIL import Image, ImageColor, ImageDraw, ImageFont

from advisor_app.charts.font_metrics import FONT_FILES, Weight
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
from advisor_app.resources_folder import resources_folder

DOTS_PER_POINT = 200 / 72
"""200 dpi: sharp in print, some 100 kB a chart."""

_FINER = 2
"""Drawn this much larger and scaled down: Pillow's shapes have hard edges."""

_MOST_DOTS = 6_000
"""No side of a picture is longer, however tall the chart."""


def scene_picture(scene: Scene, theme: Theme) -> bytes:
    """The PNG of a scene on paper."""
    scale = min(DOTS_PER_POINT, _MOST_DOTS / max(scene.width, scene.height))
    size = (max(1, round(scene.width * scale)), max(1, round(scene.height * scale)))
    drawn = Image.new("RGB", (size[0] * _FINER, size[1] * _FINER), theme.colour("paper"))
    pen = _Pen(drawn, theme, scale * _FINER)
    for shape in scene.shapes:
        pen.draw(shape)
    file = BytesIO()
    drawn.reduce(_FINER).save(file, "PNG", optimize=True, dpi=(scale * 72, scale * 72))
    return file.getvalue()


class _Pen:
    """Draws shapes on a picture; all that they say is multiplied by ``scale``."""

    def __init__(self, picture: Image.Image, theme: Theme, scale: float) -> None:
        self._picture = picture
        self._draw = ImageDraw.Draw(picture, "RGBA")
        self._theme = theme
        self._scale = scale

    def draw(self, shape: Shape) -> None:
        match shape:
            case Text():
                font = _font(shape.weight, round(shape.size * self._scale))
                side = {"start": "l", "middle": "m", "end": "r"}[shape.anchor]
                ink = self._theme.colour(shape.role)
                self._draw.text(self._at(shape.place), shape.text, fill=ink, font=font, anchor=f"{side}s")
            case Line():
                self._line((shape.start, shape.end), shape.stroke)
            case Polyline():
                self._line(shape.points, shape.stroke)
            case Polygon():
                self._polygon(shape)
            case Rect():
                corners = (shape.x, shape.y, shape.x + shape.width, shape.y + shape.height)
                box = [value * self._scale for value in corners]
                radius = min(shape.radius, shape.width / 2, shape.height / 2) * self._scale
                solid = shape.stroke if shape.stroke is not None and not shape.stroke.dash else None
                self._draw.rounded_rectangle(box, radius, self._ink(shape.fill), *self._edge(solid))
                if shape.stroke is not None and shape.stroke.dash:
                    left, top, right, bottom = corners
                    outline = ((left, top), (right, top), (right, bottom), (left, bottom), (left, top))
                    self._line(outline, shape.stroke)
            case Circle():
                (x, y), radius = shape.centre, shape.radius
                box = [value * self._scale for value in (x - radius, y - radius, x + radius, y + radius)]
                self._draw.ellipse(box, self._ink(shape.fill), *self._edge(shape.stroke))
            case Marker():
                self._marker(shape)
            case _:
                assert_never(shape)

    def _marker(self, marker: Marker) -> None:
        (x, y), half = marker.centre, marker.size / 2
        match marker.shape:
            case "circle":
                self.draw(Circle(marker.centre, half, marker.fill, marker.stroke))
            case "square":
                self.draw(Rect(x - half, y - half, marker.size, marker.size, marker.fill, marker.stroke))
            case "diamond":
                corners = ((x, y - half), (x + half, y), (x, y + half), (x - half, y))
                self.draw(Polygon(corners, marker.fill, marker.stroke))
            case _:
                assert_never(marker.shape)

    def _polygon(self, shape: Polygon) -> None:
        if shape.fill is not None and shape.hole:
            self._ring(shape, shape.fill)
        elif shape.fill is not None:
            self._draw.polygon([self._at(point) for point in shape.points], self._ink(shape.fill))
        if shape.stroke is not None:
            for outline in filter(None, (shape.points, shape.hole)):
                self._line((*outline, outline[0]), shape.stroke)

    def _ring(self, shape: Polygon, fill: Fill) -> None:
        """A shape with a hole in it, over the part of the picture that it covers."""
        outline, hole = ([self._at(point) for point in points] for points in (shape.points, shape.hole))
        left, top = (int(min(point[axis] for point in outline)) for axis in (0, 1))
        right, bottom = (ceil(max(point[axis] for point in outline)) + 1 for axis in (0, 1))
        mask = Image.new("L", (right - left, bottom - top), 0)
        area = ImageDraw.Draw(mask)
        area.polygon([(x - left, y - top) for x, y in outline], fill=round(255 * fill.opacity))
        area.polygon([(x - left, y - top) for x, y in hole], fill=0)
        self._picture.paste(self._theme.colour(fill.role), (left, top), mask)

    def _line(self, points: Sequence[Point], stroke: Stroke) -> None:
        width = max(1, round(stroke.width * self._scale))
        ink = self._theme.colour(stroke.role)
        for part in _dashes(points, stroke.dash) if stroke.dash else (points,):
            self._draw.line([self._at(point) for point in part], fill=ink, width=width, joint="curve")

    def _edge(self, stroke: Stroke | None) -> tuple[str | None, int]:
        """Colour and width of an outline, in dots."""
        if stroke is None:
            return None, 0
        return self._theme.colour(stroke.role), max(1, round(stroke.width * self._scale))

    def _ink(self, fill: Fill | None) -> tuple[int, int, int, int] | None:
        if fill is None:
            return None
        red, green, blue = ImageColor.getrgb(self._theme.colour(fill.role))[:3]
        return red, green, blue, round(255 * fill.opacity)

    def _at(self, point: Point) -> Point:
        return point[0] * self._scale, point[1] * self._scale


def _dashes(points: Sequence[Point], dash: tuple[float, ...]) -> Iterator[tuple[Point, Point]]:
    """The strokes of a dashed line; the pattern runs on around corners."""
    turn, left = 0, dash[0]
    for start, end in pairwise(points):
        length = dist(start, end)
        done = 0.0
        while done < length:
            step = min(left, length - done)
            if turn % 2 == 0:
                yield _between(start, end, done / length), _between(start, end, (done + step) / length)
            done += step
            left -= step
            if left <= 0:
                turn += 1
                left = dash[turn % len(dash)]


def _between(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


@cache
def _font(weight: Weight, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(resources_folder() / "fonts" / FONT_FILES[weight], max(1, size))
