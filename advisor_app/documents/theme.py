"""The page and its styles, made from the tokens of ``resources/theme/paper.toml``. Everything is in points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache
from types import MappingProxyType

from advisor_app.charts.palette import Theme, load_theme
from advisor_app.documents.branding import branded
from advisor_app.documents.paper_blocks import Orientation

POINTS_PER_MILLIMETRE = 72 / 25.4


class Style(Enum):
    """Kinds of text on paper."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    SECTION = "section"
    SUBSECTION = "subsection"
    MINOR = "minor"
    BODY = "body"
    NOTE = "note"
    KEY = "key"
    KEY_LABEL = "key-label"
    CODE = "code"
    LABEL = "label"
    VALUE = "value"
    HEAD_CELL = "head-cell"
    CELL = "cell"
    RUNNING = "running"
    FIGURE = "figure"
    CARD = "card"
    LEAD = "lead"
    DISPLAY = "display"


@dataclass(frozen=True, slots=True, kw_only=True)
class TextStyle:
    """Size, line height, weight (400 or 600) and ink of a kind of text, and the room it asks for above and below."""

    size: float
    line: float
    weight: int = 400
    ink: str = "ink"
    before: float = 0.0
    after: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Size and margins of the page."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    gutter: float

    @property
    def room(self) -> float:
        """Width of the text area."""
        return self.width - self.left - self.right

    @property
    def depth(self) -> float:
        """Height of the text area."""
        return self.height - self.top - self.bottom


@dataclass(frozen=True, slots=True)
class PaperTheme:
    """Tokens of paper with the styles that follow from them."""

    tokens: Theme
    sheet: Sheet
    styles: Mapping[Style, TextStyle]

    def colour(self, role: str) -> str:
        """``#RRGGBB`` of a role."""
        return self.tokens.colour(role)

    @property
    def writing_line(self) -> float:
        """Room from one line to the next where people write by hand."""
        return self.tokens.page["writing_line"] * POINTS_PER_MILLIMETRE

    def space(self, step: int) -> float:
        """A step of the spacing scale, 1 to 7."""
        return self.tokens.space[f"s{step}"]


@cache
def load_paper(orientation: Orientation = Orientation.PORTRAIT, accent: str = "") -> PaperTheme:
    """The theme of paper with a house's accent, the sheet upright or across; the margins stay where they are."""
    tokens = branded(load_theme("paper"), accent)
    page = {name: value * POINTS_PER_MILLIMETRE for name, value in tokens.page.items()}
    sheet = Sheet(
        **{name: page[name] for name in ("width", "height", "left", "right", "top", "bottom", "gutter")},
    )
    if orientation is Orientation.LANDSCAPE:
        sheet = replace(sheet, width=sheet.height, height=sheet.width)
    return PaperTheme(tokens, sheet, MappingProxyType(_styles(tokens)))


def _styles(tokens: Theme) -> dict[Style, TextStyle]:
    def style(kind: str, *, ink: str = "ink", weight: int | None = None, before: int = 0, after: int = 0) -> TextStyle:
        token = tokens.type[kind]
        return TextStyle(
            size=token.size,
            line=token.line,
            weight=token.weight if weight is None else weight,
            ink=ink,
            before=tokens.space[f"s{before}"] if before else 0.0,
            after=tokens.space[f"s{after}"] if after else 0.0,
        )

    return {
        Style.TITLE: style("h1", before=3, after=1),
        Style.SUBTITLE: style("subtitle", ink="ink2", after=2),
        Style.SECTION: style("h2", before=5, after=2),
        Style.SUBSECTION: style("body", weight=600, before=4, after=1),
        Style.MINOR: style("table", weight=600, before=3, after=1),
        Style.BODY: style("body", after=2),
        Style.NOTE: style("small", ink="ink2", before=1, after=2),
        Style.KEY: style("subtitle", weight=600),
        Style.KEY_LABEL: style("small", ink="ink2"),
        Style.CODE: style("code"),
        Style.LABEL: style("table", ink="ink2"),
        Style.VALUE: style("table", weight=600),
        Style.HEAD_CELL: style("table", ink="ink2", weight=600),
        Style.CELL: style("table"),
        Style.RUNNING: style("table", ink="ink2"),
        Style.FIGURE: style("figure"),
        Style.CARD: style("card"),
        Style.LEAD: style("lead", after=4),
        Style.DISPLAY: style("display", ink="primary", before=6, after=3),
    }
