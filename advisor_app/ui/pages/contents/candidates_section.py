"""By what a pack lets candidates for use cases be rated, and which way it suggests for which phase."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from advisor_app.domain.candidate_rules import Axis, RatingCriterion, WayRule
from advisor_app.ui.pages.contents.blocks import Block, Entry, Heading, Section, Text, said
from advisor_app.ui.pages.contents.reading import Reading


def candidates_section(reading: Reading) -> Section | None:
    """Criteria and ways; None where the pack has none."""
    rules = reading.contents.candidates
    if rules is None:
        return None
    entries = [
        *(Entry(item.id, tuple(_criterion(reading, item))) for item in rules.criteria.values()),
        *(_way(reading, way) for way in rules.ways),
    ]
    return Section("candidates", QCoreApplication.translate("contents", "Anwendungsfälle auswählen"), entries)


def _criterion(reading: Reading, item: RatingCriterion) -> Iterator[Block]:
    translate = QCoreApplication.translate
    axes = {
        Axis.BENEFIT: translate("contents", "Nutzen"),
        Axis.FEASIBILITY: translate("contents", "Machbarkeit"),
    }
    facts = (
        axes[item.axis],
        translate("contents", "Gewicht {weight}").format(weight=item.weight),
        translate("contents", "1: {low}, 5: {high}").format(low=item.low, high=item.high),
    )
    yield from said(Heading(item.title), Text(" · ".join(facts), "caption", "ink2"), Text(item.question))
    yield from said(reading.sources(item.sources))


def _way(reading: Reading, way: WayRule) -> Entry:
    title = QCoreApplication.translate("contents", "Phase {first} bis {last}").format(
        first=way.first_phase, last=way.last_phase
    )
    return Entry(way.id, tuple(said(Heading(title), Text(way.text), reading.sources(way.sources))))
