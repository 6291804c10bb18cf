"""Reads ``candidates.toml``: by what candidates for use cases are rated, and which way suits which phase."""

from __future__ import annotations

from dataclasses import dataclass, field

from advisor_app.content.entry import Entry, read_entries
from advisor_app.content.table import Table
from advisor_app.domain.candidate_rules import Axis, RatingCriterion, Way, WayRule

HIGHEST_WEIGHT = 9
HIGHEST_PHASE = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateContent:
    """One file's criteria and ways with their tables."""

    criteria: list[Entry[RatingCriterion]] = field(default_factory=list)
    ways: list[Entry[WayRule]] = field(default_factory=list)


def read_candidates(table: Table) -> CandidateContent:
    """A pack's criteria and ways."""
    content = CandidateContent(
        criteria=read_entries(table, "criterion", _read_criterion), ways=read_entries(table, "way", _read_way)
    )
    table.finish()
    return content


def _read_criterion(table: Table) -> RatingCriterion:
    return RatingCriterion(
        id=table.id(),
        axis=table.member("axis", Axis),
        title=table.text("title"),
        question=table.text("question"),
        low=table.text("low"),
        high=table.text("high"),
        weight=table.integer("weight", 1, HIGHEST_WEIGHT),
        sources=table.some_texts("sources"),
    )


def _read_way(table: Table) -> WayRule:
    first = table.integer("first_phase", 1, HIGHEST_PHASE)
    return WayRule(
        id=table.id(),
        way=table.member("way", Way),
        first_phase=first,
        last_phase=table.integer("last_phase", first, HIGHEST_PHASE),
        text=table.text("text"),
        sources=table.some_texts("sources"),
    )
