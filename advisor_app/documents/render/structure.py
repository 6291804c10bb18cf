"""The tree of a document's parts, in reading order, for those who do not see the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Content:
    """A stretch of a page's content: the page's index and the number it was marked with there."""

    page: int
    number: int


@dataclass(slots=True, eq=False, kw_only=True)
class Element:
    """One part: its standard role (P, H2, TD …) and what replaces or explains its content.

    Elements are made with the layout, so their order is the story's, however its boxes fall on pages. A cell of a
    table names its ``headers`` where their scope alone does not tell them, and takes so many ``columns``; a list says
    by ``numbering`` how its items are counted (None, Disc, Decimal); ``bounds`` (left, lower, right, upper) are where
    a figure stands. A Form is a place to write on, or with ``tick`` a box that is ticked or not.
    """

    role: str
    alternative: str = ""
    actual: str = ""
    scope: str = ""
    summary: str = ""
    numbering: str = ""
    columns: int = 1
    headers: tuple[Element, ...] = ()
    bounds: tuple[float, float, float, float] | None = None
    tick: bool | None = None
    children: list[Element | Content] = field(default_factory=list)

    def add(self, role: str, *, alternative: str = "", actual: str = "", scope: str = "", summary: str = "") -> Element:
        """A new part at the end of this one."""
        child = Element(role=role, alternative=alternative, actual=actual, scope=scope, summary=summary)
        self.children.append(child)
        return child

    def contents(self) -> Iterator[Content]:
        """Everything that was drawn for this part and the parts in it."""
        for child in self.children:
            if isinstance(child, Content):
                yield child
            else:
                yield from child.contents()
