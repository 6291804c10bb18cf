"""The Gantt chart: days stand where they belong, arrows find their way, pages hold what fits."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.charts.gantt import Gantt, Measure
from advisor_app.charts.gantt.calendar import MonthScale, month_count
from advisor_app.charts.palette import load_theme
from advisor_app.charts.scene import Line, Marker, Polygon, Polyline, Rect, Scene, Text
from advisor_app.texts import load_texts
from tests.charts.examples.courses import gantt, large_gantt, measure, odd_gantt

STYLE = load_theme("light").chart
GERMAN = load_texts("de")
DAYS = st.dates(min_value=date(2020, 1, 1), max_value=date(2040, 12, 31))


def draw(chart: Gantt, width: float = 900) -> Scene:
    return chart.scene(width, STYLE, GERMAN)


def words(scene: Scene) -> list[str]:
    return [shape.text for shape in scene.shapes if isinstance(shape, Text)]


def bars(scene: Scene) -> list[Rect]:
    return [shape for shape in scene.shapes if isinstance(shape, Rect) and shape.height == STYLE.bar_height]


def arrows(scene: Scene) -> list[Polyline]:
    return [shape for shape in scene.shapes if isinstance(shape, Polyline)]


def test_bars_begin_and_end_with_their_days() -> None:
    scene = draw(replace(gantt(), labels=False), 1000)
    first, second = bars(scene)[:2]
    month = second.width / 4
    assert first.x == pytest.approx(3 * month)
    assert first.width == pytest.approx(2 * month)
    assert second.x == pytest.approx(first.x + first.width)


def test_letters_tell_the_priority() -> None:
    assert [text for text in words(draw(gantt())) if text in {"A", "B", "C"}].count("A") == 3  # two bars and the legend


def test_milestones_are_diamonds_on_their_day() -> None:
    diamonds = [shape for shape in draw(gantt()).shapes if isinstance(shape, Marker)]
    assert [shape.shape for shape in diamonds] == ["diamond"] * 3  # two days and the legend
    assert diamonds[0].centre[0] < diamonds[1].centre[0]


def test_arrows_run_along_rows_and_columns_and_end_at_their_bar() -> None:
    scene = draw(gantt())
    assert len(arrows(scene)) == 5
    for arrow in arrows(scene):
        for (x, y), (to_x, to_y) in zip(arrow.points, arrow.points[1:], strict=False):
            assert x == to_x or y == to_y
        tip = arrow.points[-1]
        assert any(
            bar.x <= tip[0] <= bar.x + bar.width and tip[1] in (bar.y, bar.y + bar.height) for bar in bars(scene)
        )


def test_arrows_of_strangers_do_not_share_an_upright() -> None:
    scene = draw(large_gantt(), 1200)
    uprights = [(arrow.points[-1][0], sorted((arrow.points[-2][1], arrow.points[-1][1]))) for arrow in arrows(scene)]
    for number, (x, (top, bottom)) in enumerate(uprights):
        for other, (other_top, other_bottom) in uprights[number + 1 :]:
            assert abs(x - other) > 1 or bottom <= other_top or other_bottom <= top


def test_impossible_dates_are_marked_and_open_ones_named() -> None:
    scene = draw(odd_gantt())
    assert "!" in words(scene)
    assert "Zeitraum offen" in words(scene)
    assert any(isinstance(shape, Rect) and shape.stroke and shape.stroke.role == "error" for shape in scene.shapes)


def test_an_unknown_predecessor_and_the_measure_itself_draw_no_arrow() -> None:
    # U3 waits for U2 and the unknown U9, U4 for U5 and itself, U5 for U4
    assert len(arrows(draw(odd_gantt()))) == 3


def test_today_is_a_line_and_only_inside_the_months() -> None:
    def lines(chart: Gantt) -> int:
        return sum(isinstance(shape, Line) and shape.stroke.role == "gantt.today" for shape in draw(chart).shapes)

    assert lines(gantt()) == 2  # the line and the legend
    assert lines(replace(gantt(), today=date(2040, 1, 1))) == 0


@pytest.mark.parametrize(
    ("width", "head"),
    [(900, "Okt"), (434, "O"), (200, "Q2"), (90, "2027")],
    ids=["names", "letters", "quarters", "years"],
)
def test_the_head_names_what_there_is_room_for(width: float, head: str) -> None:
    assert head in words(draw(replace(gantt(), labels=False), width))


def test_rows_can_stand_beside_a_list() -> None:
    scene = draw(replace(gantt(), labels=False, row_height=44, head_height=44, selected="U2"), 434)
    assert [area.height for area in scene.areas] == [44] * 6
    assert scene.areas[0].y == 44
    assert any(isinstance(shape, Rect) and shape.fill and shape.fill.role == "primary_soft" for shape in scene.shapes)
    assert "Leistungsverzeichnis" not in words(scene)


def test_pages_hold_every_row_once_and_stay_within_their_height() -> None:
    paper = load_theme("paper").chart
    chart = large_gantt()
    pages = chart.pages(467, paper, GERMAN, height=500)
    assert [name.id for page in pages for name in page.shown] == [name.id for name in chart.measures]
    assert len(pages) > 1
    assert all(page.scene(467, paper, GERMAN).height <= 500 for page in pages)


def test_pages_split_long_periods_into_equal_parts() -> None:
    paper = load_theme("paper").chart
    pages = large_gantt().pages(467, paper, GERMAN, height=10_000, most_months=24)
    months = [page.months for page in pages]
    assert [count for _, count in (span for span in months if span)] == [22, 21]
    cut = [shape for page in pages for shape in draw(page, 467).shapes if isinstance(shape, Polygon)]
    assert any(shape.fill and shape.fill.role == "line_strong" for shape in cut)


def test_a_chart_without_days_has_one_page_and_no_head() -> None:
    chart = Gantt(title="Offen", measures=(Measure(id="U1", title="Ohne", period="offen"),))
    assert chart.months is None
    assert chart.pages(467, STYLE, GERMAN, height=400) == (replace(chart, rows=(0, 1)),)
    assert words(draw(chart)) == ["U1", "Ohne", "Zeitraum offen"]


def test_arrows_from_other_pages_enter_from_the_edge() -> None:
    scene = draw(replace(gantt(), rows=(4, 5)))
    assert len(arrows(scene)) == 2
    assert all(arrow.points[0][1] < arrow.points[1][1] for arrow in arrows(scene))


def test_words_and_table() -> None:
    scene = draw(gantt())
    assert "mit 5 Maßnahmen. Vom 01.01.2027 bis zum 31.03.2028. Heute ist der 05.10.2026." in scene.alternative
    assert "U5 Pilot E-Akte Steueramt, 10/2027–03/2028, Priorität B, nach U3 und U4." in scene.alternative
    assert "Meilenstein 30.06.2027: erster digitaler Bescheid" in scene.alternative
    assert scene.table.rows[4] == ("U5", "Pilot E-Akte Steueramt", "B", "10/2027–03/2028", "U3, U4", "–")
    assert "Priorität A: 13, B: 14, C: 13; Meilensteine: 0." in draw(large_gantt()).alternative


@given(DAYS, DAYS, DAYS)
def test_days_keep_their_order_and_stay_inside(one: date, other: date, day: date) -> None:
    first, last = sorted((one, other))
    scale = MonthScale(first=first.replace(day=1), count=month_count(first, last), left=10, width=500)
    assert 10 <= scale.start(day) <= scale.end(day) <= 510
    assert scale.start(first) < scale.end(first)
    assert scale.shows(day, day) == (first.replace(day=1) <= day and (day.year, day.month) <= (last.year, last.month))
    assert sum(span.right - span.left for span in scale.years()) == pytest.approx(500)
    assert sum(span.right - span.left for span in scale.quarters()) == pytest.approx(500)


@given(st.lists(st.tuples(DAYS, DAYS, st.sets(st.integers(min_value=1, max_value=8))), min_size=1, max_size=8))
def test_any_plan_can_be_drawn(plan: list[tuple[date, date, set[int]]]) -> None:
    measures = tuple(
        Measure(
            id=f"U{number}",
            title="Maßnahme",
            period="–",
            start=start,
            end=end,
            predecessors=tuple(f"U{name}" for name in sorted(after)),
        )
        for number, (start, end, after) in enumerate(plan, start=1)
    )
    scene = draw(Gantt(title="Zufall", measures=measures), 600)
    for arrow in arrows(scene):
        assert all(0 <= x <= 600 for x, _ in arrow.points)


def test_a_single_day_is_wide_enough_to_be_seen() -> None:
    day = replace(measure(1, (2027, 5), (2027, 5), "A"), start=date(2027, 5, 3), end=date(2027, 5, 3))
    (bar,) = bars(draw(Gantt(title="Tag", measures=(day,))))
    assert bar.width >= 4
