"""Where the names around a radar stand: outside, wrapped, never on top of each other."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from advisor_app.charts.scene import Anchor, Point
from advisor_app.charts.sketch import Sketch

_MOST_LINES = 3
_NO_BREAK = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Label:
    """A name beside the end of its spoke; heights are relative to the radar's centre, ``tip`` is the spoke's end."""

    lines: tuple[str, ...]
    anchor: Anchor
    x: float
    top: float
    width: float
    height: float
    tip: Point
    shift: float = 0.0

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return self.top + self.height

    @property
    def left(self) -> float:
        """Left edge."""
        return self.x - {"start": 0.0, "middle": self.width / 2, "end": self.width}[self.anchor]

    def moved(self, top: float) -> Label:
        """The label with another upper edge."""
        return replace(self, top=top, shift=self.shift + abs(top - self.top))

    def overlaps_across(self, other: Label) -> bool:
        """Whether the two would touch if they stood at one height."""
        return self.left < other.left + other.width and other.left < self.left + self.width


@dataclass(frozen=True, slots=True)
class Layout:
    """The chosen radius with its labels; ``complete`` is False where only the keys found room."""

    radius: float
    labels: tuple[Label, ...]
    complete: bool

    @property
    def top(self) -> float:
        """Upper edge of everything, relative to the centre."""
        return min(-self.radius, *(label.top for label in self.labels))

    @property
    def bottom(self) -> float:
        """Lower edge of everything, relative to the centre."""
        return max(self.radius, *(label.bottom for label in self.labels))


def direction(index: int, count: int) -> Point:
    """Unit vector of a spoke: the first points up, the others follow clockwise."""
    angle = 2 * math.pi * index / count
    return math.sin(angle), -math.cos(angle)


def lay_out(sketch: Sketch, names: Sequence[tuple[str, str]], largest: float, smallest: float) -> Layout:
    """Find the radius that shows all names best; where none does, show the keys alone around the largest radius."""
    full = [f"{key}{_NO_BREAK}{title}" for key, title in names]
    found = [
        candidate
        for tucked in (False, True)
        for candidate in _candidates(sketch, full, largest, smallest, tucked=tucked)
    ]
    _, radius, tucked = min(found, key=lambda candidate: candidate[0], default=(0.0, 0.0, False))
    # The search takes lines as they fall; the chosen layout gets lines of equal length, which need no more room.
    labels = _place(sketch, full, radius, tucked=tucked, balanced=True) if found else None
    if labels is None:
        return _keys_alone(sketch, [key for key, _ in names], largest)
    return Layout(radius, labels, complete=True)


def _candidates(
    sketch: Sketch, names: Sequence[str], largest: float, smallest: float, *, tucked: bool
) -> Iterator[tuple[float, float, bool]]:
    """Cost (lost size, labels off their spokes, tall and tucked ones), radius and manner of every possible layout."""
    step = sketch.units(4)
    for number in range(int((largest - smallest) / step) + 1):
        radius = largest - number * step
        labels = _place(sketch, names, radius, tucked=tucked, balanced=False)
        if labels is None or max(label.shift for label in labels) > 3 * sketch.style.label.line:
            continue
        tall = sum(len(label.lines) == _MOST_LINES for label in labels)
        cost = number * step + sum(label.shift for label in labels) + sketch.units(14 * tall + 10 * tucked)
        yield cost, radius, tucked


def _keys_alone(sketch: Sketch, keys: Sequence[str], largest: float) -> Layout:
    widest = max(sketch.text_width(key, sketch.style.label, 600) for key in keys)
    radius = min(largest, sketch.width / 2 - widest - _gap(sketch))
    labels = tuple(
        _label(sketch, (key,), _Spoke(index, len(keys), radius), tucked=False) for index, key in enumerate(keys)
    )
    return Layout(radius, _untangled(labels, sketch.units(4)), complete=False)


def _place(
    sketch: Sketch, names: Sequence[str], radius: float, *, tucked: bool, balanced: bool
) -> tuple[Label, ...] | None:
    """Labels around a radius, or None where a name needs too many lines or would be broken inside a word."""
    labels = []
    for index, name in enumerate(names):
        spoke = _Spoke(index, len(names), radius)
        room = _room(sketch, spoke, tucked=tucked)
        broken = sketch.break_lines(name, room, sketch.style.label, weight=600, balanced=balanced)
        if broken.split or len(broken.lines) > _MOST_LINES:
            return None
        labels.append(_label(sketch, broken.lines, spoke, tucked=tucked))
    return _untangled(labels, sketch.units(4))


@dataclass(frozen=True, slots=True)
class _Spoke:
    """A spoke with its direction; ``end`` is relative to the centre."""

    index: int
    count: int
    radius: float

    @property
    def direction(self) -> Point:
        return direction(self.index, self.count)

    @property
    def end(self) -> Point:
        across, down = self.direction
        return self.radius * across, self.radius * down

    @property
    def anchor(self) -> Anchor:
        across, down = self.direction
        # Below the lowest corners there is nothing: their labels stand under them where the corners are far apart.
        lowest = self.count in {3, 5, 7} and down > 0 and self.index in {self.count // 2, self.count // 2 + 1}
        if abs(across) < 0.01 or lowest:
            return "middle"
        return "start" if across > 0 else "end"


def _gap(sketch: Sketch) -> float:
    return sketch.units(12)


def _reach(sketch: Sketch, spoke: _Spoke, *, tucked: bool) -> float:
    """How far from the centre's height line a label begins; a tucked one begins above or below its spoke's end."""
    across, down = spoke.direction
    if tucked and abs(down) > 0.2 and spoke.anchor != "middle":
        return spoke.end[0] - math.copysign(sketch.units(4), across)
    return (spoke.radius + _gap(sketch)) * across


def _room(sketch: Sketch, spoke: _Spoke, *, tucked: bool) -> float:
    """How wide a label may become."""
    limit = sketch.style.label.size * 12
    reach = abs(_reach(sketch, spoke, tucked=tucked))
    outside = sketch.width / 2 - reach
    if spoke.anchor != "middle":
        return min(limit, outside)
    if reach < 1:
        return min(limit * 1.3, sketch.width)
    return min(limit, 2 * outside, 2 * (reach - sketch.units(6)))


def _label(sketch: Sketch, lines: tuple[str, ...], spoke: _Spoke, *, tucked: bool) -> Label:
    style = sketch.style.label
    _across, down = spoke.direction
    reach = _reach(sketch, spoke, tucked=tucked)
    height = len(lines) * style.line
    width = max(sketch.text_width(line, style, 600) for line in lines)
    # The block slides along with the direction: above its point at the top, beside it half-way, below at the foot.
    above_or_below = spoke.anchor == "middle" or abs(reach) < abs(spoke.end[0])
    lean = math.copysign(1, down) if above_or_below else down
    edge = spoke.end[1] + math.copysign(_gap(sketch), down) if above_or_below else (spoke.radius + _gap(sketch)) * down
    top = edge - height / 2 + lean * height / 2
    centre = sketch.width / 2
    return Label(lines, spoke.anchor, centre + reach, top, width, height, (centre + spoke.end[0], spoke.end[1]))


def _untangled(labels: Iterable[Label], gap: float) -> tuple[Label, ...]:
    """Push labels apart: on each side away from the middle height, then those at top and foot clear of all others."""
    placed = list(labels)
    for side in ("start", "end"):
        indices = [index for index, label in enumerate(placed) if label.anchor == side]
        upper = sorted((i for i in indices if placed[i].tip[1] < -gap), key=lambda i: -placed[i].tip[1])
        lower = sorted((i for i in indices if placed[i].tip[1] >= -gap), key=lambda i: placed[i].tip[1])
        for before, index in pairwise(lower):
            placed[index] = placed[index].moved(max(placed[index].top, placed[before].bottom + gap))
        for before, index in pairwise([*lower[:1], *upper]):
            highest = placed[before].top - gap - placed[index].height
            placed[index] = placed[index].moved(min(placed[index].top, highest))
    for index, label in enumerate(placed):
        if label.anchor != "middle":
            continue
        others = [other for other in placed if other is not label and other.overlaps_across(label)]
        if label.tip[1] < 0:
            highest = min((other.top - gap - label.height for other in others if other.tip[1] < 0), default=label.top)
            placed[index] = label.moved(min(label.top, highest))
        else:
            lowest = max((other.bottom + gap for other in others if other.tip[1] > 0), default=label.top)
            placed[index] = label.moved(max(label.top, lowest))
    return tuple(placed)
