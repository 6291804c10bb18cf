"""Which cases are listed: searched, filtered by state, grouped by their next date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from advisor_app.domain.booking import BookingState
from advisor_app.services.portfolio import PortfolioRow, search


class Group(Enum):
    """The parts of the list, in their order."""

    WEEK = "week"
    LATER = "later"
    UNDATED = "undated"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class GroupRow:
    """The heading of a part of the list."""

    group: Group
    count: int


ListRow = GroupRow | PortfolioRow

DRAFT = "draft"
OPEN = "open"
CLOSED = "closed"


def filter_of(row: PortfolioRow) -> str:
    """The name of the state by which a case is filtered: draft, closed, or the state's value."""
    if not row.is_open:
        return CLOSED
    if row.draft:
        return DRAFT
    return (row.state or BookingState.REQUESTED).value


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What the list shows, and how many cases each filter would show for the same search."""

    rows: tuple[ListRow, ...]
    counts: Counter[str]
    found: int


def listing(rows: Sequence[PortfolioRow], text: str, chosen: str, today: date) -> Listing:
    """Search, count by state, keep the chosen state (``open`` for all that are open) and group by the next date."""
    found = search(rows, text)
    names = [filter_of(row) for row in found]
    counts = Counter(names)
    counts[OPEN] = len(found) - counts[CLOSED]
    kept = [
        (row, name)
        for row, name in zip(found, names, strict=True)
        if name == chosen or (chosen == OPEN and name != CLOSED)
    ]
    return Listing(rows=tuple(_grouped(kept, today)), counts=counts, found=len(kept))


def _grouped(named: Sequence[tuple[PortfolioRow, str]], today: date) -> list[ListRow]:
    """The rows, each with the name of its filter, under their headings."""
    end_of_week = today + timedelta(days=6 - today.weekday())
    groups: dict[Group, list[PortfolioRow]] = {group: [] for group in Group}
    for row, name in named:
        groups[_group_of(row, name, end_of_week)].append(row)
    grouped: list[ListRow] = []
    for group, members in groups.items():
        if members:
            members.sort(key=_order)
            grouped += [GroupRow(group, len(members)), *members]
    return grouped


def _group_of(row: PortfolioRow, name: str, end_of_week: date) -> Group:
    if name == CLOSED:
        return Group.CLOSED
    if row.next_date is None:
        return Group.UNDATED
    return Group.WEEK if row.next_date.on <= end_of_week else Group.LATER


def _order(row: PortfolioRow) -> tuple[date, str, str]:
    return (row.next_date.on if row.next_date else date.max, row.commune.name, row.case_id)
