"""A chart as an SVG file: the scene of paper and screen, with its words for those who listen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never
from xml.etree import ElementTree as ET

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
from advisor_app.documents.editable.plain import plain

_SVG = "http://www.w3.org/2000/svg"


def scene_svg(scene: Scene, theme: Theme) -> bytes:
    """The file, UTF-8, one unit per point; texts keep the widths they were measured with, whatever font is there."""
    size = {"width": f"{_number(scene.width)}pt", "height": f"{_number(scene.height)}pt"}
    box = f"0 0 {_number(scene.width)} {_number(scene.height)}"
    root = ET.Element("svg", {"xmlns": _SVG, **size, "viewBox": box, "role": "img", "aria-labelledby": "title words"})
    ET.SubElement(root, "title", {"id": "title"}).text = plain(scene.title)
    ET.SubElement(root, "desc", {"id": "words"}).text = plain(scene.alternative)
    ground = {"width": "100%", "height": "100%", "fill": theme.colour("paper")}
    ET.SubElement(root, "rect", ground)
    pen = _Pen(root, theme)
    for shape in scene.shapes:
        pen.draw(shape)
    ET.indent(root)
    file: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return file


class _Pen:
    """Adds an element for each shape."""

    def __init__(self, root: ET.Element, theme: Theme) -> None:
        self._root, self._theme = root, theme

    def draw(self, shape: Shape) -> None:
        match shape:
            case Text():
                self._text(shape)
            case Line():
                self._add("polyline", {"points": _points((shape.start, shape.end))}, None, shape.stroke)
            case Polyline():
                self._add("polyline", {"points": _points(shape.points)}, None, shape.stroke)
            case Polygon():
                outlines = " ".join(f"M {_points(points)} Z" for points in (shape.points, shape.hole) if points)
                self._add("path", {"d": outlines, "fill-rule": "evenodd"}, shape.fill, shape.stroke)
            case Rect():
                place = {name: _number(getattr(shape, name)) for name in ("x", "y", "width", "height")}
                self._add("rect", {**place, "rx": _number(shape.radius)}, shape.fill, shape.stroke)
            case Circle():
                self._circle(shape)
            case Marker():
                self._marker(shape)
            case _:
                assert_never(shape)

    def _text(self, text: Text) -> None:
        (x, y), anchor = text.place, text.anchor
        look = {
            "x": _number(x),
            "y": _number(y),
            "font-family": f"'{self._theme.family}', sans-serif",
            "font-size": _number(text.size),
            "font-weight": str(text.weight),
            "text-anchor": anchor,
            "fill": self._theme.colour(text.role),
        }
        ET.SubElement(self._root, "text", look).text = plain(text.text)

    def _circle(self, circle: Circle) -> None:
        (x, y), radius = circle.centre, circle.radius
        place = {"cx": _number(x), "cy": _number(y), "r": _number(radius)}
        self._add("circle", place, circle.fill, circle.stroke)

    def _marker(self, marker: Marker) -> None:
        (x, y), half = marker.centre, marker.size / 2
        match marker.shape:
            case "circle":
                self._circle(Circle(marker.centre, half, marker.fill, marker.stroke))
            case "square":
                self.draw(Rect(x - half, y - half, marker.size, marker.size, marker.fill, marker.stroke))
            case "diamond":
                corners = ((x, y - half), (x + half, y), (x, y + half), (x - half, y))
                self.draw(Polygon(corners, marker.fill, marker.stroke))
            case _:
                assert_never(marker.shape)

    def _add(self, kind: str, place: dict[str, str], fill: Fill | None, stroke: Stroke | None) -> None:
        look = {"fill": "none" if fill is None else self._theme.colour(fill.role)}
        if fill is not None and fill.opacity < 1:
            look["fill-opacity"] = _number(fill.opacity)
        if stroke is not None:
            look["stroke"], look["stroke-width"] = self._theme.colour(stroke.role), _number(stroke.width)
            if stroke.dash:
                look["stroke-dasharray"] = " ".join(map(_number, stroke.dash))
        ET.SubElement(self._root, kind, {**place, **look})


def _points(points: Iterable[Point]) -> str:
    return " ".join(f"{_number(x)},{_number(y)}" for x, y in points)


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
