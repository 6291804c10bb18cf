"""Puts a finished picture into another one, smaller or larger."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from advisor_app.charts.scene import Circle, Line, Marker, Point, Polygon, Polyline, Rect, Scene, Shape, Stroke, Text


@dataclass(frozen=True, slots=True)
class Place:
    """Where the top left corner comes to, and by how much everything grows."""

    x: float
    y: float
    scale: float = 1.0

    def point(self, point: Point) -> Point:
        """A place of the picture in the other one."""
        return self.x + point[0] * self.scale, self.y + point[1] * self.scale

    def points(self, points: tuple[Point, ...]) -> tuple[Point, ...]:
        """Several of them."""
        return tuple(self.point(point) for point in points)

    def stroke(self, stroke: Stroke | None) -> Stroke | None:
        """A line as it is drawn there."""
        return None if stroke is None else self.line(stroke)

    def line(self, stroke: Stroke) -> Stroke:
        """The same for a line that there is."""
        return replace(
            stroke, width=stroke.width * self.scale, dash=tuple(length * self.scale for length in stroke.dash)
        )


def placed(scene: Scene, place: Place) -> Iterator[Shape]:
    """The shapes of a picture where they come to stand in another one."""
    for shape in scene.shapes:
        yield _placed(shape, place)


def _placed(shape: Shape, place: Place) -> Shape:
    scale = place.scale
    match shape:
        case Line():
            return Line(place.point(shape.start), place.point(shape.end), place.line(shape.stroke))
        case Polyline():
            return Polyline(place.points(shape.points), place.line(shape.stroke))
        case Polygon():
            stroke = place.stroke(shape.stroke)
            return replace(shape, points=place.points(shape.points), hole=place.points(shape.hole), stroke=stroke)
        case Rect():
            x, y = place.point((shape.x, shape.y))
            return replace(
                shape,
                x=x,
                y=y,
                width=shape.width * scale,
                height=shape.height * scale,
                stroke=place.stroke(shape.stroke),
                radius=shape.radius * scale,
            )
        case Circle():
            centre, stroke = place.point(shape.centre), place.stroke(shape.stroke)
            return replace(shape, centre=centre, radius=shape.radius * scale, stroke=stroke)
        case Marker():
            centre, stroke = place.point(shape.centre), place.stroke(shape.stroke)
            return replace(shape, centre=centre, size=shape.size * scale, stroke=stroke)
        case Text():
            return replace(shape, place=place.point(shape.place), size=shape.size * scale)
