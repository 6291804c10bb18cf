"""What holds for every chart: nothing overlaps, nothing is cut, and the words say what the picture shows."""

from __future__ import annotations

import ast
from itertools import combinations
from pathlib import Path

import pytest

from advisor_app import charts
from advisor_app.charts.font_metrics import load_font_metrics
from advisor_app.charts.palette import ThemeName, load_theme
from advisor_app.charts.scene import (
    Chart,
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
from advisor_app.texts import load_texts
from tests.charts.examples.all_charts import CHARTS

Box = tuple[float, float, float, float]
WIDTHS: dict[ThemeName, tuple[float, ...]] = {
    "light": (240, 300, 450, 620, 900, 1126),
    "dark": (450,),
    "projector": (900, 1700),
    "paper": (225, 467),
}
PLACES: list[tuple[ThemeName, float]] = [(theme, width) for theme, widths in WIDTHS.items() for width in widths]
GERMAN = load_texts("de")


def test_every_chart_that_is_written_is_looked_at() -> None:
    written = {
        node.name
        for file in Path(charts.__file__).parent.rglob("*.py")
        for node in ast.parse(file.read_text("utf-8")).body
        if isinstance(node, ast.ClassDef) and node.name not in {"Chart", "Sketch"}
        if any(isinstance(part, ast.FunctionDef) and part.name == "scene" for part in node.body)
    }
    assert written == {type(chart).__name__ for chart in CHARTS.values()}


@pytest.fixture(params=CHARTS)
def chart(request: pytest.FixtureRequest) -> Chart:
    return CHARTS[request.param]


@pytest.mark.parametrize(("theme", "width"), PLACES)
def test_no_text_overlaps_another_or_leaves_the_picture(chart: Chart, theme: ThemeName, width: float) -> None:
    scene = chart.scene(width, load_theme(theme).chart, GERMAN)
    boxes = [(text.text, text_box(text)) for text in scene.shapes if isinstance(text, Text)]
    for words, box in boxes:
        assert min(box) >= -0.5, words
        assert box[2] <= scene.width + 0.5, words
        assert box[3] <= scene.height + 0.5, words
    for (one, box), (other, other_box) in combinations(boxes, 2):
        assert not overlap(box, other_box), f"{one!r} on {other!r}"


@pytest.mark.parametrize(("theme", "width"), PLACES)
def test_nothing_is_drawn_outside_the_picture(chart: Chart, theme: ThemeName, width: float) -> None:
    scene = chart.scene(width, load_theme(theme).chart, GERMAN)
    slack = 2 * load_theme(theme).chart.unit
    for shape in scene.shapes:
        for x, y in corners(shape):
            assert -slack <= x <= scene.width + slack, shape
            assert -slack <= y <= scene.height + slack, shape


@pytest.mark.parametrize("theme", list(WIDTHS))
def test_every_theme_has_the_colours_of_every_chart(chart: Chart, theme: ThemeName) -> None:
    palette = load_theme(theme)
    for role in roles(chart.scene(450, palette.chart, GERMAN)):
        assert palette.colour(role).startswith("#")


def test_nothing_on_paper_is_smaller_than_may_be(chart: Chart) -> None:
    paper = load_theme("paper")
    scene = chart.scene(467, paper.chart, GERMAN)
    sizes = [shape.size for shape in scene.shapes if isinstance(shape, Text)]
    assert min(sizes, default=8.5) >= 8.5


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_chart_speaks(chart: Chart, language: str) -> None:
    scene = chart.scene(450, load_theme("light").chart, load_texts(language))
    assert chart.title in scene.alternative
    assert scene.alternative.endswith(".")
    assert ".." not in scene.alternative
    assert "None" not in scene.alternative
    assert scene.title == chart.title


def test_the_table_is_whole(chart: Chart) -> None:
    table = chart.scene(450, load_theme("light").chart, GERMAN).table
    assert all(table.header)
    for row in table.rows:
        assert len(row) == len(table.header)
        assert all(cell.strip() for cell in row)


def test_equal_values_give_equal_scenes(chart: Chart) -> None:
    style = load_theme("light").chart
    assert chart.scene(500, style, GERMAN) == chart.scene(500, style, GERMAN)


def test_areas_lie_in_the_picture_and_have_words(chart: Chart) -> None:
    scene = chart.scene(620, load_theme("light").chart, GERMAN)
    for area in scene.areas:
        assert area.words
        assert area.x >= 0
        assert area.x + area.width <= scene.width + 0.5
        assert area.contains(area.x + area.width / 2, area.y + area.height / 2)


def text_box(text: Text) -> Box:
    """The box of a text's letters, from the height of capitals to a little below the baseline."""
    width = load_font_metrics().width(text.text, text.size, text.weight)
    x, baseline = text.place
    left = x - width * {"start": 0.0, "middle": 0.5, "end": 1.0}[text.anchor]
    return left, baseline - 0.68 * text.size, left + width, baseline + 0.1 * text.size


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes share some place."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def corners(shape: Shape) -> tuple[Point, ...]:
    """The outermost places of a shape."""
    match shape:
        case Line(start, end):
            return start, end
        case Polyline(points) | Polygon(points):
            return points
        case Rect(x, y, width, height):
            return (x, y), (x + width, y + height)
        case Circle((x, y), radius):
            return (x - radius, y - radius), (x + radius, y + radius)
        case Marker((x, y), _, size):
            return (x - size / 2, y - size / 2), (x + size / 2, y + size / 2)
        case Text():
            left, top, right, bottom = text_box(shape)
            return (left, top), (right, bottom)


def roles(scene: Scene) -> set[str]:
    """All colour roles that a scene uses."""
    found = set()
    for shape in scene.shapes:
        for paint in (getattr(shape, "fill", None), getattr(shape, "stroke", None), shape):
            if isinstance(paint, Fill | Stroke | Text):
                found.add(paint.role)
    return found
