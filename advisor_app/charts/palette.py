"""Themes: colours, the ramp of levels, type and sizes, read from ``resources/theme``.

Colours are looked up by role: ``ink``, ``level.3.fill``, ``gantt.a.text``, ``gantt.today``. A role's value is a colour
or the name of another role.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

import tomli

from advisor_app.resources_folder import resources_folder

if TYPE_CHECKING:
    from advisor_app.charts.scene import ChartStyle, SeriesStyle

ThemeName = Literal["light", "dark", "projector", "paper"]
"""The shipped themes."""


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """Size, line height and weight of a kind of text."""

    size: float
    line: float
    weight: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """All tokens of one theme. Sizes are logical pixels, on paper points; ``page`` is in millimetres."""

    file: Path
    name: str
    family: str
    colours: Mapping[str, str]
    type: Mapping[str, TypeStyle]
    space: Mapping[str, float]
    size: Mapping[str, float]
    radius: Mapping[str, float]
    line: Mapping[str, float]
    elevation: Mapping[str, float]
    motion: Mapping[str, float]
    page: Mapping[str, float]

    @property
    def chart(self) -> ChartStyle:
        """What charts take from the theme; made for the first chart, as the window is painted without any."""
        return _chart_style(self.file)

    def colour(self, role: str) -> str:
        """``#RRGGBB`` (or ``#RRGGBBAA``) of a role; KeyError for one the theme does not have."""
        return self.colours[role]


@cache
def load_theme(name: ThemeName, folder: Path | None = None) -> Theme:
    """Read a theme file (a shipped one by default); OSError, TOMLDecodeError or KeyError where it is not whole."""
    file = (folder or resources_folder() / "theme") / f"{name}.toml"
    raw = _tokens(file)
    family, *kinds = raw["type"].items()
    return Theme(
        file=file,
        name=raw["meta"]["name"],
        family=family[1],
        colours=_resolved(dict(_colours(raw))),
        type=MappingProxyType({kind: TypeStyle(**style) for kind, style in kinds}),
        **{section: _numbers(raw, section) for section in _NUMBER_SECTIONS},
    )


@cache
def _tokens(file: Path) -> Mapping[str, Any]:
    return tomli.loads(file.read_text(encoding="utf-8"))


_NUMBER_SECTIONS = ("space", "size", "radius", "line", "elevation", "motion", "page")


def _numbers(raw: Mapping[str, Any], section: str) -> Mapping[str, float]:
    values = raw.get(section, {})
    return MappingProxyType({name: value for name, value in values.items() if not isinstance(value, str)})


def _colours(raw: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield from raw["colour"].items()
    if "elevation" in raw:
        yield "elevation", raw["elevation"]["colour"]
    for level, colours in raw["level"].items():
        for part, value in colours.items():
            yield f"level.{level.removeprefix('l')}.{part}", value
    chart = raw["chart"]
    yield "grid", chart["grid"]
    yield "gantt.today", chart["gantt_today"]
    for priority in "abc":
        for part in ("fill", "stroke", "text"):
            yield f"gantt.{priority}.{part}", chart[f"gantt_{priority}"][part]


def _resolved(colours: Mapping[str, str]) -> Mapping[str, str]:
    return MappingProxyType(
        {role: value if value.startswith("#") else colours[value] for role, value in colours.items()}
    )


@cache
def _chart_style(file: Path) -> ChartStyle:
    from advisor_app.charts.scene import BarStyle, ChartStyle, TextStyle

    raw = _tokens(file)["chart"]
    return ChartStyle(
        unit=raw["unit"],
        hairline=_tokens(file)["line"]["hairline"],
        caption=TextStyle(**raw["caption"]),
        label=TextStyle(**raw["label"]),
        series=MappingProxyType(
            {name: _series_style(raw[f"series_{name}"]) for name in ("current", "before", "target")}
        ),
        bars=MappingProxyType(
            {
                name: BarStyle(
                    fill=f"gantt.{name}.fill",
                    stroke=f"gantt.{name}.stroke",
                    text=f"gantt.{name}.text",
                    dash=tuple(raw[f"gantt_{name}"].get("dash", ())),
                )
                for name in "abc"
            }
        ),
        bar_height=raw["gantt_bar"],
    )


def _series_style(raw: Mapping[str, Any]) -> SeriesStyle:
    from advisor_app.charts.scene import SeriesStyle

    return SeriesStyle(
        role=raw["colour"],
        width=raw["width"],
        dash=tuple(raw["dash"]),
        marker=raw["marker"],
        size=raw["size"],
        area_opacity=raw.get("area_alpha", 0.0),
    )
