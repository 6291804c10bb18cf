"""Marks on a scale of levels: target, band, where it stood before, and where others stand."""

from __future__ import annotations

from advisor_app.charts.scene import Fill, Line, Marker, Polygon
from advisor_app.charts.sketch import Sketch

_STILL = 2  # units: a shorter arrow could not be seen


def draw_target(sketch: Sketch, x: float, middle: float) -> None:
    """An upright line through the bar, cased so that it shows on every fill."""
    reach = sketch.units(13)
    for stroke in (sketch.stroke("paper", 5), sketch.stroke("target", 3)):
        sketch.add(Line((x, middle - reach), (x, middle + reach), stroke))


def draw_band(sketch: Sketch, left: float, right: float, middle: float) -> None:
    """A line with end ticks over the bar, cased as well."""
    tick = sketch.units(5)
    for stroke in (sketch.stroke("paper", 4.5), sketch.stroke("ink", 1.5)):
        sketch.add(Line((left, middle), (right, middle), stroke))
        for x in (left, right):
            sketch.add(Line((x, middle - tick), (x, middle + tick), stroke))


def draw_typical(sketch: Sketch, x: float, middle: float) -> None:
    """The middle of a group, as a diamond on its band."""
    sketch.add(Marker((x, middle), "diamond", sketch.units(11), Fill("paper"), sketch.stroke("ink", 1.75)))


def draw_before(sketch: Sketch, x: float, middle: float) -> None:
    """Where it stood before, as an open ring."""
    sketch.add(Marker((x, middle), "circle", sketch.units(9), Fill("paper"), sketch.stroke("ink", 1.75)))


def draw_move(sketch: Sketch, before: float, now: float, middle: float) -> None:
    """An arrow from where it stood before to where it stands now; only the ring where nothing moved."""
    if abs(now - before) > sketch.units(_STILL):
        back = sketch.units(7) if now > before else -sketch.units(7)
        half = sketch.units(4.5)
        head = ((now, middle), (now - back, middle - half), (now - back, middle + half))
        sketch.add(Line((before, middle), (now - back, middle), sketch.stroke("paper", 5)))
        sketch.add(Line((before, middle), (now - back, middle), sketch.stroke("ink", 2)))
        sketch.add(Polygon(head, Fill("ink"), sketch.stroke("paper", 1)))
    draw_before(sketch, before, middle)
