"""Where in a workbook a value of a pack's file came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from advisor_app.content.line_index import Place
from advisor_app.exchange.workbook.raw import address


@dataclass(frozen=True, slots=True)
class Spot:
    """A row of a sheet (from 1), and under which column (from 1) and heading each key stands."""

    sheet: str
    row: int
    columns: Mapping[str, int] = field(default_factory=dict)
    headings: Mapping[str, str] = field(default_factory=dict)

    def cell(self, key: str = "") -> str:
        """The address of a key's cell, of the row's first one where it has none."""
        return address(self.row, self.columns.get(key, 1))


@dataclass(slots=True)
class Spots:
    """The spots of one file's tables, and the sheets of its families."""

    tables: dict[Place, Spot] = field(default_factory=dict)
    families: dict[Place, str] = field(default_factory=dict)

    def find(self, place: Place, level: int | None = None) -> tuple[Spot, str] | None:
        """The spot nearest to a place, and the key under which the value stands in its row."""
        if level is not None and (item := self.tables.get((*place, level))) is not None:
            return item, str(place[-1])
        names = tuple(part for part in place if isinstance(part, str))
        for end in range(len(place), -1, -1):
            spot = self.tables.get(place[:end])
            if spot is None:
                continue
            key = next((part for part in place[end:] if isinstance(part, str)), "")
            if key and key not in spot.columns and names in self.families:
                return Spot(self.families[names], 1), ""
            return spot, key
        sheet = next(iter(self.families.values()), "")
        return (Spot(self.families.get(names, sheet), 1), "") if sheet else None
