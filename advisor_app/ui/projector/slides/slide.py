"""A slide in the making: margins, head, foot, and words that are broken and never cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from advisor_app.charts.font_metrics import Weight
from advisor_app.charts.palette import Theme, TypeStyle
from advisor_app.charts.scene import Anchor, DataTable, Line, Scene, Shape, TextStyle
from advisor_app.charts.sketch import Sketch

_MOST_TITLE_LINES = 2
"""From the third line on a title is set smaller, as long as it can be."""


@dataclass(frozen=True, slots=True)
class Types:
    """The kinds of text on a slide, by their tokens; later ones in ``LADDER`` need less room."""

    title: str
    anchor: str
    body: str
    goal: str = "figure"
    figure: str = "figure"
    caption: str = "caption"


LADDER = (
    Types("title", "anchor", "body", "title_medium"),
    Types("title_medium", "anchor", "body", "title_medium"),
    Types("title_small", "anchor", "body"),
    Types("title_small", "body", "caption", "anchor"),
    Types("anchor", "body", "caption", "body", "anchor"),
    Types("body", "caption", "caption", "caption", "body"),
)
"""From the largest to the smallest, which keeps to the smallest text there may be on a wall."""


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height of a slide in the projector's units."""

    width: float
    height: float

    def grown(self, by: float) -> Size:
        """The same shape, larger: everything on it becomes smaller on the wall."""
        return Size(self.width * by, self.height * by)


class Slide:
    """Shapes for one picture; ``fits`` tells whether all of it has room."""

    def __init__(self, theme: Theme, size: Size, types: Types) -> None:
        self.theme = theme
        self.size = size
        self.sketch = Sketch(size.width, theme.chart)
        self._types = types
        margin = theme.space["s7"] + theme.space["s2"]
        self.left, self.right = margin, size.width - margin
        self.top = theme.space["s6"]
        self.bottom = size.height - theme.space["s7"] - theme.space["s2"]
        self._lowest = 0.0
        self._title_lines = 1
        self._told: list[str] = []

    @property
    def width(self) -> float:
        """The room between the margins."""
        return self.right - self.left

    @property
    def fits(self) -> bool:
        """Whether nothing reaches into the foot."""
        return self._lowest <= self.bottom

    @property
    def has_short_title(self) -> bool:
        """Whether the title stands on as few lines as it should."""
        return self._title_lines <= _MOST_TITLE_LINES

    def space(self, name: str) -> float:
        """A distance of the tokens."""
        return self.theme.space[name]

    def type(self, kind: str) -> TypeStyle:
        """A kind of text at the size that this slide gives it."""
        return self.theme.type[getattr(self._types, kind, kind)]

    def style(self, kind: str) -> TextStyle:
        """The same for a sketch."""
        found = self.type(kind)
        return TextStyle(found.size, found.line)

    def lines(self, words: str, width: float, kind: str, weight: Weight = 400, *, even: bool = False) -> Sequence[str]:
        """Words broken at a width."""
        return self.sketch.break_lines(words, width, self.style(kind), weight=weight, balanced=even).lines

    def put(
        self,
        place: tuple[float, float],
        lines: Sequence[str],
        kind: str,
        *,
        role: str = "ink",
        weight: Weight = 400,
        anchor: Anchor = "start",
    ) -> float:
        """Put lines below a top edge, and tell them to whoever listens; returns the bottom edge."""
        self._told.append(" ".join(lines))
        bottom = self.sketch.paragraph(place, lines, self.style(kind), role=role, weight=weight, anchor=anchor)
        return self.reach(bottom)

    def tell(self, words: str) -> None:
        """Say something of the picture that is drawn and not written."""
        self._told.append(words)

    def reach(self, bottom: float) -> float:
        """Note that something comes down to here."""
        self._lowest = max(self._lowest, bottom)
        return bottom

    def add(self, *shapes: Shape) -> None:
        """Put shapes on top."""
        self.sketch.add(*shapes)

    def rule(self, y: float) -> None:
        """A thin line from margin to margin."""
        self.add(Line((self.left, y), (self.right, y), self.sketch.hairline("line")))

    def head(self, key: str, kicker: str, title: str) -> float:
        """Above all: where this belongs, and what it is; returns the bottom edge."""
        x, top = self.left, self.top
        if key:
            self.put((x, top), (key,), "body", role="primary", weight=600)
            x += self.sketch.text_width(key, self.style("body"), 600) + self.space("s3")
        below = self.put((x, top), self.lines(kicker, self.right - x, "body"), "body", role="ink2")
        lines = self.lines(title, self.width, "title", 600, even=True)
        self._title_lines = len(lines)
        return self.put((self.left, below + self.space("s1")), lines, "title", weight=600)

    def foot(self, left: str, right: str = "") -> None:
        """Below all: the commune and the module, and how many have voted."""
        line = self.type("caption").line
        top = self.size.height - self.space("s6") - line / 2
        taken = 0.0
        if right:
            self._told.append(right)
            place = (self.right, top + line / 2)
            self.sketch.text(place, right, self.style("caption"), role="ink2", anchor="end")
            taken = self.sketch.text_width(right, self.style("caption")) + self.space("s5")
        lines = self.lines(left, self.width - taken, "caption")
        self._told.append(left)
        top -= (len(lines) - 1) * line
        self.bottom = min(self.bottom, top - self.space("s3"))
        self.sketch.paragraph((self.left, top), lines, self.style("caption"), role="ink2")

    def scene(self, title: str) -> Scene:
        """The finished picture; its words are said in the order in which they were put."""
        said = " ".join(dict.fromkeys(_sentence(words) for words in self._told if words.strip()))
        return Scene(
            title=title,
            width=self.size.width,
            height=self.size.height,
            shapes=self.sketch.scene(title="", height=0, alternative="", table=DataTable((), ())).shapes,
            alternative=said,
            table=DataTable((), ()),
        )


def larger_and_larger(size: Size) -> Iterator[tuple[Size, Types]]:
    """The sizes of text to be tried, one after the other; at last everything gets smaller, and nothing is ever cut."""
    for types in LADDER:
        yield size, types
    grown = size
    while grown.width < size.width * 64:
        grown = grown.grown(1.12)
        yield grown, LADDER[-1]


def _sentence(words: str) -> str:
    return words if words.endswith((".", "?", ":")) else f"{words}."
