"""The radar: shape, gaps, bands, and names that always find room."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.charts.palette import load_theme
from advisor_app.charts.radar import Axis, Radar
from advisor_app.charts.scene import Circle, Line, Marker, Polygon, Polyline, Scene, Text
from advisor_app.texts import load_texts
from tests.charts.examples.levels import radar, radar_of, radar_with_gap, series
from tests.charts.test_charts import overlap, text_box

STYLE = load_theme("light").chart
GERMAN = load_texts("de")
TITLES = st.lists(
    st.text(alphabet="ABCDEFGabcdefghijklmnopqrstuvwxyzäöüß -", min_size=1, max_size=60).filter(str.strip),
    min_size=3,
    max_size=12,
)


def draw(chart: Radar, width: float = 450) -> Scene:
    return chart.scene(width, STYLE, GERMAN)


def areas_of(scene: Scene, role: str) -> list[Polygon]:
    return [shape for shape in scene.shapes if isinstance(shape, Polygon) and shape.fill and shape.fill.role == role]


def test_series_differ_in_dash_and_marker() -> None:
    scene = draw(radar())
    outlines = [shape.stroke for shape in scene.shapes if isinstance(shape, Polygon) and shape.stroke]
    assert {stroke.dash for stroke in outlines if stroke.role != "grid"} == {(), (7.0, 5.0), (2.0, 4.0)}
    assert {shape.shape for shape in scene.shapes if isinstance(shape, Marker)} == {"circle", "square", "diamond"}


def test_four_rings_carry_their_values() -> None:
    scene = draw(radar())
    rings = [shape for shape in scene.shapes if isinstance(shape, Polygon) and shape.stroke and not shape.fill]
    assert sum(shape.stroke.role == "grid" for shape in rings if shape.stroke) == 4
    assert [shape.text for shape in scene.shapes if isinstance(shape, Text)][:4] == ["1", "2", "3", "4"]


def test_a_missing_value_is_a_gap_and_not_a_zero() -> None:
    scene = draw(radar_with_gap())
    lines = [shape for shape in scene.shapes if isinstance(shape, Polyline) and shape.stroke.role == "primary"]
    assert [len(line.points) for line in lines] == [4]
    dashed = [shape for shape in scene.shapes if isinstance(shape, Line) and shape.stroke.role == "line_strong"]
    assert len(dashed) == 1
    assert dashed[0].stroke.dash
    assert any(isinstance(shape, Circle) for shape in scene.shapes)
    assert "–" in [shape.text for shape in scene.shapes if isinstance(shape, Text)]
    assert "4.4 Beteiligung und Partner –" in scene.alternative


def test_a_band_is_a_light_area_and_is_named() -> None:
    scene = draw(radar_with_gap())
    bands = areas_of(scene, "amber_line")
    assert bands
    assert all(band.fill and band.fill.opacity < 0.5 for band in bands)
    assert "4.3 Daten und Technik 0,8 bis 2,9" in scene.alternative
    assert scene.table.header[-1] == "Spanne"
    assert scene.table.rows[0][-1] == "–"


def test_a_band_all_around_leaves_its_middle_open() -> None:
    with_gap = radar_with_gap()
    banded = tuple(Axis(key=axis.key, title=axis.title, band=with_gap.axes[1].band) for axis in with_gap.axes)
    scene = draw(Radar(title="Rundum", axes=banded, series=(series("current", "heute", 2, 2, 2, 2, 2),)))
    assert len(areas_of(scene, "amber_line")[0].hole) == 5


def test_zeros_stand_in_the_centre() -> None:
    scene = draw(radar_of(5, 0.0))
    places = {shape.centre for shape in scene.shapes if isinstance(shape, Marker) and shape.shape == "circle"}
    assert len({(round(x, 6), round(y, 6)) for x, y in places if abs(x - 225) < 1}) == 1


def test_the_sentence_names_the_extremes() -> None:
    assert "Am höchsten: 4.1 und 4.4 (2,0), am niedrigsten: 4.3 (1,0)." in draw(radar()).alternative
    assert "Am höchsten" not in draw(radar_of(4)).alternative


def test_names_that_find_no_room_are_listed_below() -> None:
    scene = draw(radar_of(12), width=300)
    texts = [shape.text for shape in scene.shapes if isinstance(shape, Text)]
    assert texts.count("WB7") == 2
    assert "Registermodernisierung und Nachnutzung" in texts


def test_more_room_gives_a_radar_that_is_not_smaller() -> None:
    sizes = []
    for width in (260, 340, 450, 620):
        scene = draw(radar(), width)
        ring = next(shape for shape in scene.shapes if isinstance(shape, Polygon) and shape.stroke and not shape.fill)
        sizes.append(max(y for _, y in ring.points) - min(y for _, y in ring.points))
    assert sizes[-1] >= sizes[1]


@given(TITLES, st.integers(min_value=220, max_value=800))
def test_names_never_overlap(titles: list[str], width: int) -> None:
    chart = Radar(
        title="Zufall",
        axes=tuple(Axis(key=f"{number}", title=title) for number, title in enumerate(titles)),
        series=(series("current", "heute", *[2.0] * len(titles)),),
    )
    scene = draw(chart, width)
    boxes = [text_box(shape) for shape in scene.shapes if isinstance(shape, Text)]
    assert not any(overlap(one, other) for one, other in combinations(boxes, 2))
    assert all(left >= -0.5 and right <= width + 0.5 for left, _, right, _ in boxes)


@pytest.mark.parametrize("count", [2, 13])
def test_a_radar_has_three_to_twelve_axes(count: int) -> None:
    with pytest.raises(ValueError, match="3 to 12"):
        radar_of(count)


def test_every_series_needs_every_axis() -> None:
    with pytest.raises(ValueError, match="one score per axis"):
        Radar(title="", axes=radar().axes, series=(series("current", "heute", 1, 2),))
