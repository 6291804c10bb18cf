"""Radar: values of several dimensions on spokes, today's against an earlier and a wanted state."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from advisor_app.charts.radar.drawing import RadarDrawing
from advisor_app.charts.scene import TOP_LEVEL, Band, ChartStyle, DataTable, Scene, Score
from advisor_app.charts.sketch import Sketch
from advisor_app.texts import Texts

SeriesKind = Literal["current", "before", "target"]
"""What a series stands for; decides dash, marker and colour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """A spoke: key (``4.1``), name, and the band where answers are missing."""

    key: str
    title: str
    band: Band | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One line of the radar, a score for every axis."""

    kind: SeriesKind
    name: str
    scores: tuple[Score, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Radar:
    """Values from 0 to 4 on 3 to 12 axes; each series has one score per axis (ValueError otherwise)."""

    title: str
    axes: tuple[Axis, ...]
    series: tuple[Series, ...]

    def __post_init__(self) -> None:
        """Check that the radar can be drawn."""
        if not 3 <= len(self.axes) <= 12:
            raise ValueError(f"a radar has 3 to 12 axes, not {len(self.axes)}")
        if any(len(series.scores) != len(self.axes) for series in self.series):
            raise ValueError("every series needs one score per axis")

    def scene(self, width: float, style: ChartStyle, texts: Texts) -> Scene:
        """Draw at a width; see :class:`~advisor_app.charts.scene.Chart`."""
        sketch = Sketch(width, style)
        height = RadarDrawing(self, sketch, texts).draw()
        return sketch.scene(
            title=self.title, height=height, alternative=_alternative(self, texts), table=_table(self, texts)
        )


def _alternative(radar: Radar, texts: Texts) -> str:
    sentences = [texts("charts.radar.alternative", title=radar.title, count=len(radar.axes), maximum=TOP_LEVEL)]
    for series in radar.series:
        values = "; ".join(
            f"{axis.key} {axis.title} {score.words}" for axis, score in zip(radar.axes, series.scores, strict=True)
        )
        sentences.append(f"{series.name}: {values}.")
        if series.kind == "current":
            sentences += _extremes(radar, series, texts)
    bands = [f"{axis.key} {axis.title} {axis.band.words}" for axis in radar.axes if axis.band]
    if bands:
        sentences.append(texts("charts.radar.bands", values="; ".join(bands)))
    return " ".join(sentences)


def _extremes(radar: Radar, series: Series, texts: Texts) -> Iterator[str]:
    scored = [
        (score.value, axis, score.words)
        for axis, score in zip(radar.axes, series.scores, strict=True)
        if score.value is not None
    ]
    values = [value for value, _, _ in scored]
    if len(set(values)) < 2:
        return
    parts = {}
    for name, value in (("highest", max(values)), ("lowest", min(values))):
        found = [(axis, words) for own, axis, words in scored if own == value]
        parts[name] = f"{texts.joined([axis.key for axis, _ in found])} ({found[0][1]})"
    yield texts("charts.radar.extremes", **parts)


def _table(radar: Radar, texts: Texts) -> DataTable:
    banded = any(axis.band for axis in radar.axes)
    header = (texts("charts.dimension"), *(series.name for series in radar.series))
    rows = tuple(
        (
            f"{axis.key} {axis.title}",
            *(series.scores[index].words for series in radar.series),
            *([axis.band.words if axis.band else "–"] if banded else []),
        )
        for index, axis in enumerate(radar.axes)
    )
    return DataTable((*header, texts("charts.band")) if banded else header, rows)
