"""Poll: how many gave each level in each round, as dots in rows with the highest level on top."""

from __future__ import annotations

from dataclasses import dataclass

from advisor_app.charts.poll.drawing import draw
from advisor_app.charts.scene import TOP_LEVEL, ChartStyle, DataTable, Scene
from advisor_app.charts.sketch import Sketch
from advisor_app.texts import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class PollRound:
    """Votes of one round by level, from 0 on; ``remark`` are its figures in words (``Median 2, …``)."""

    title: str
    counts: tuple[int, ...]
    unknown: int = 0
    remark: str = ""

    def __post_init__(self) -> None:
        """Check that every level has a figure."""
        if len(self.counts) != TOP_LEVEL + 1:
            raise ValueError("one figure for each level")

    @property
    def total(self) -> int:
        """Everybody who voted."""
        return sum(self.counts) + self.unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class PollDots:
    """Rounds in order; ``words`` are the scale's words for the levels from 0 on."""

    title: str
    words: tuple[str, ...]
    rounds: tuple[PollRound, ...]

    def scene(self, width: float, style: ChartStyle, texts: Texts) -> Scene:
        """Draw at a width; see :class:`~advisor_app.charts.scene.Chart`."""
        sketch = Sketch(width, style)
        height = draw(self, sketch, texts)
        return sketch.scene(
            title=self.title, height=height, alternative=_alternative(self, texts), table=_table(self, texts)
        )


def _alternative(chart: PollDots, texts: Texts) -> str:
    return " ".join([f"{chart.title}.", *(_sentence(chart, item, texts) for item in chart.rounds)])


def _sentence(chart: PollDots, item: PollRound, texts: Texts) -> str:
    found = [
        texts("charts.poll.votes-for", count=count, level=level, word=chart.words[level])
        for level, count in enumerate(item.counts)
        if count
    ]
    if item.unknown:
        found.append(texts("charts.poll.unknown-votes", count=item.unknown))
    said = ", ".join(found) or texts("charts.poll.nothing")
    return " ".join(filter(None, (f"{item.title}: {said}.", f"{item.remark}." if item.remark else "")))


def _table(chart: PollDots, texts: Texts) -> DataTable:
    header = (texts("charts.level"), *(item.title for item in chart.rounds))
    rows = [
        (f"{level} {chart.words[level]}", *(str(item.counts[level]) for item in chart.rounds))
        for level in reversed(range(TOP_LEVEL + 1))
    ]
    if any(item.unknown for item in chart.rounds):
        rows.append((texts("charts.poll.unknown"), *(str(item.unknown) for item in chart.rounds)))
    return DataTable(header, tuple(rows))
