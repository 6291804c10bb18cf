"""What a chart is made of: shapes with colour roles, the sentence that says the same, and the table of its figures.

Coordinates run right and down from the top left corner, in the units of the theme the scene was built for: logical
pixels on screen, points on paper. Painters resolve roles (``ink``, ``level.3.fill``) with that theme.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias

from advisor_app.charts.font_metrics import Weight

if TYPE_CHECKING:
    from advisor_app.texts import Texts

TOP_LEVEL = 4
"""The highest level: values run from 0 to this."""

Point: TypeAlias = tuple[float, float]
"""A place: x to the right, y down."""

Anchor = Literal["start", "middle", "end"]
"""Which part of a text stands at its place."""

MarkerShape = Literal["circle", "square", "diamond"]
"""The form that tells one series from another without colour."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line's colour role, width and dash (lengths of line and gap; empty is solid)."""

    role: str
    width: float
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Fill:
    """A ground's colour role and opacity from 0 to 1."""

    role: str
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    start: Point
    end: Point
    stroke: Stroke


@dataclass(frozen=True, slots=True)
class Polyline:
    """An open line through points."""

    points: tuple[Point, ...]
    stroke: Stroke


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed shape; ``hole`` is a second outline that stays empty."""

    points: tuple[Point, ...]
    fill: Fill | None = None
    stroke: Stroke | None = None
    hole: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle, with rounded corners where ``radius`` is positive."""

    x: float
    y: float
    width: float
    height: float
    fill: Fill | None = None
    stroke: Stroke | None = None
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle around its centre."""

    centre: Point
    radius: float
    fill: Fill | None = None
    stroke: Stroke | None = None


@dataclass(frozen=True, slots=True)
class Marker:
    """A mark of a series, ``size`` across."""

    centre: Point
    shape: MarkerShape
    size: float
    fill: Fill | None = None
    stroke: Stroke | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text; ``place`` lies on the baseline. ``size`` is final: the layout was measured with it."""

    place: Point
    text: str
    size: float
    role: str = "ink"
    weight: Weight = 400
    anchor: Anchor = "start"


Shape: TypeAlias = Line | Polyline | Polygon | Rect | Circle | Marker | Text


@dataclass(frozen=True, slots=True)
class Area:
    """A place in the picture that stands for one thing: its key, its words (a tool tip) and its rectangle."""

    key: str
    words: str
    x: float
    y: float
    width: float
    height: float

    def contains(self, x: float, y: float) -> bool:
        """Whether a place lies inside."""
        return self.x <= x <= self.x + self.width and self.y <= y <= self.y + self.height


@dataclass(frozen=True, slots=True)
class DataTable:
    """The figures of a chart as words: every row as long as the header, its first cell names it."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A finished picture. ``alternative`` says what is seen, figures included; ``table`` carries all of them."""

    title: str
    width: float
    height: float
    shapes: tuple[Shape, ...]
    alternative: str
    table: DataTable
    areas: tuple[Area, ...] = ()


@dataclass(frozen=True, slots=True)
class TextStyle:
    """Size and line height of a kind of text, in the theme's units."""

    size: float
    line: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesStyle:
    """How a series is drawn; series differ in dash and marker, never in colour alone."""

    role: str
    width: float
    dash: tuple[float, ...]
    marker: MarkerShape
    size: float
    area_opacity: float


@dataclass(frozen=True, slots=True, kw_only=True)
class BarStyle:
    """How a bar of a priority is drawn; the letter in it carries the meaning."""

    fill: str
    stroke: str
    text: str
    dash: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartStyle:
    """Everything of a theme that changes a chart's layout. ``unit`` scales all geometry but text and hairlines."""

    unit: float
    hairline: float
    caption: TextStyle
    label: TextStyle
    series: Mapping[str, SeriesStyle]
    bars: Mapping[str, BarStyle]
    bar_height: float


@dataclass(frozen=True, slots=True)
class Score:
    """A value between 0 and 4 and its words (``2,0``, ``nicht bewertbar``); None is drawn as a gap, never as 0."""

    value: float | None
    words: str


@dataclass(frozen=True, slots=True)
class Band:
    """How far a value may still move where answers are missing, and its words (``0,8 bis 2,4``)."""

    worst: float
    best: float
    words: str


class Chart(Protocol):
    """What a chart shows, as a comparable value: equal values give equal pictures."""

    @property
    def title(self) -> str:
        """What the chart is called, for screen readers and captions."""

    def scene(self, width: float, style: ChartStyle, texts: Texts) -> Scene:
        """Draw at a width; the height follows from what there is to show."""
