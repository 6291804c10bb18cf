"""The links of a document, each with the places it takes on every page that it reaches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from advisor_app.documents.render.field_place import Place
from advisor_app.documents.render.structure import Element
from advisor_app.documents.render.typesetting import Target


@dataclass(frozen=True, slots=True)
class LinkPlace:
    """A link on a page with the rectangles it takes there; it leads to an address or to a bookmark's key."""

    page: int
    element: Element
    words: str
    places: list[Place]
    address: str = ""
    key: str = ""


def anchor_key(anchor: str) -> str:
    """The key under which a heading with this anchor is known."""
    return f"#{anchor}"


class Links:
    """Collects links while pages are drawn; one over several lines stays one."""

    def __init__(self) -> None:
        self._places: dict[tuple[int, Element], LinkPlace] = {}

    def __iter__(self) -> Iterator[LinkPlace]:
        """Every link on every page, in the order in which they were drawn."""
        return iter(self._places.values())

    def add_heading(self, page: int, element: Element, words: str, key: str, place: Place) -> None:
        """Lead from a rectangle to a heading."""
        self._places[page, element] = LinkPlace(page, element, words, [place], key=key)

    def add_target(self, page: int, element: Element, target: Target, place: Place) -> None:
        """Lead from one more rectangle to an address, or to a heading by its anchor."""
        key = anchor_key(target.anchor) if target.anchor else ""
        new = LinkPlace(page, element, target.words, [], address=target.address, key=key)
        self._places.setdefault((page, element), new).places.append(place)
