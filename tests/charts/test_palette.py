"""Every theme is whole, and what it prints or paints can be seen."""

from itertools import product

import pytest

from advisor_app.charts.palette import Theme, ThemeName, load_theme

NAMES: tuple[ThemeName, ...] = ("light", "dark", "projector", "paper")
GROUNDS = ("paper", "ground", "sunken", "primary_soft")
INKS = ("ink", "ink2", "ink3", "primary", "amber", "error", "success", "target")
LEVELS = tuple(f"level.{number}" for number in range(5))
BARS = ("gantt.a", "gantt.b", "gantt.c")


@pytest.fixture(params=NAMES)
def theme(request: pytest.FixtureRequest) -> Theme:
    name: ThemeName = request.param
    return load_theme(name)


def test_every_theme_has_the_same_colours_and_its_own_name(theme: Theme) -> None:
    common = load_theme("light").colours.keys() - {"elevation"}
    assert theme.colours.keys() - {"elevation"} == common
    assert theme.name in NAMES
    assert theme.family == "Source Sans 3"


def test_a_role_may_name_another_role(theme: Theme) -> None:
    assert theme.colour("gantt.a.fill") == theme.colour("primary")
    assert all(value.startswith("#") for value in theme.colours.values())


@pytest.mark.parametrize(("ink", "ground"), list(product(INKS, GROUNDS)))
def test_text_can_be_read_on_every_ground(theme: Theme, ink: str, ground: str) -> None:
    assert contrast(theme, ink, ground) >= 4.5


@pytest.mark.parametrize("part", [*LEVELS, *BARS])
def test_text_can_be_read_on_its_fill(theme: Theme, part: str) -> None:
    assert contrast(theme, f"{part}.text", f"{part}.fill") >= 4.5


@pytest.mark.parametrize("action", ["primary", "primary_hover", "primary_pressed"])
def test_text_can_be_read_on_actions(theme: Theme, action: str) -> None:
    assert contrast(theme, "on_primary", action) >= 4.5


@pytest.mark.parametrize("kind", ["amber", "error", "success"])
def test_notices_can_be_read_on_their_soft_ground(theme: Theme, kind: str) -> None:
    assert contrast(theme, kind, f"{kind}_soft") >= 4.5
    assert contrast(theme, "ink", f"{kind}_soft") >= 4.5


@pytest.mark.parametrize("ground", GROUNDS)
def test_graphics_can_be_seen_on_every_ground(theme: Theme, ground: str) -> None:
    strokes = [f"{part}.stroke" for part in (*LEVELS, *BARS)]
    for role in ("line_strong", "focus", "amber_line", "gantt.today", "target", *strokes):
        assert contrast(theme, role, ground) >= 3.0, role


def test_the_ramp_of_levels_is_strictly_monotone(theme: Theme) -> None:
    ramp = [luminance(theme.colour(f"{level}.fill")) for level in LEVELS]
    assert ramp == sorted(ramp, reverse=theme.name != "dark")
    assert len(set(ramp)) == len(ramp)


def test_type_and_series_are_usable(theme: Theme) -> None:
    assert all(style.line >= style.size for style in theme.type.values())
    dashes = {style.dash for style in theme.chart.series.values()}
    markers = {style.marker for style in theme.chart.series.values()}
    assert len(dashes) == len(markers) == 3


def test_nothing_on_paper_is_set_smaller_than_the_smallest_size() -> None:
    paper = load_theme("paper")
    assert min(style.size for style in paper.type.values()) == 8.5
    assert paper.chart.caption.size >= 8.5


def test_a_theme_is_read_once() -> None:
    assert load_theme("light") is load_theme("light")


def contrast(theme: Theme, one: str, other: str) -> float:
    """Contrast of two roles as WCAG 2.2 defines it."""
    lighter, darker = sorted((luminance(theme.colour(one)), luminance(theme.colour(other))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance of ``#RRGGBB``."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
