"""How module 4 has chosen: dots for impact areas, candidates by their ranks, and the way decided on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from advisor_app.charts.area_dots import dots_of
from advisor_app.charts.candidate_matrix import matrix_of
from advisor_app.documents.assessed import Assessed
from advisor_app.documents.blocks import (
    Align,
    Block,
    Column,
    Fact,
    FactTable,
    Figure,
    Paragraph,
    ParagraphKind,
    Row,
    Table,
)
from advisor_app.documents.document_input import DocumentInput
from advisor_app.domain.area_poll import AreaPoll
from advisor_app.domain.candidate import RankedCandidate, ranking
from advisor_app.domain.candidate_rules import WayRule
from advisor_app.domain.foundations import DimensionKind
from advisor_app.domain.phases import PhaseResult
from advisor_app.domain.way_decision import WayDecision
from advisor_app.texts.candidates import rank_word, value_word


def dots_of_assessment(given: DocumentInput, assessment: str) -> AreaPoll | None:
    """The last dots about an assessment that are open; the case holds only those that its readers may see."""
    found = (poll for poll in given.case.area_polls.values() if poll.assessment == assessment and poll.is_revealed)
    return max(found, key=lambda poll: (poll.started_at, poll.id), default=None)


def dots_blocks(given: DocumentInput, poll: AreaPoll) -> Iterator[Block]:
    """The dots of every area, and how they were counted."""
    texts = given.texts
    dimensions = given.questionnaires[poll.assessment].dimensions
    areas = {item.id: item.title for item in dimensions if item.kind is DimensionKind.IMPACT_AREA}
    yield Figure(chart=dots_of(poll, areas, texts("candidates.dots-title"), texts), with_table=False)
    if poll.present:
        words = texts("documents.selection.people", people=poll.present, each=poll.dots_each)
        yield Paragraph(text=words, kind=ParagraphKind.NOTE)


def ranked_candidates(given: DocumentInput) -> tuple[RankedCandidate, ...]:
    """The candidates of the case by their ranks."""
    return ranking(given.case.candidates.values(), given.catalog.candidate_rules)


def ranking_table(given: DocumentInput, ranked: Sequence[RankedCandidate]) -> Table:
    """Every candidate with its rank, whoever shares it, both sides, and the use case that became of it."""
    texts = given.texts
    names = ("rank", "candidate", "areas", "benefit", "feasibility", "use-case")
    weights = (1.1, 2.4, 0.9, None, None, None)
    columns = tuple(
        Column(
            title=texts(f"documents.selection.{name}"),
            weight=weight or 0.8,
            align=Align.END if name in {"benefit", "feasibility"} else Align.START,
        )
        for name, weight in zip(names, weights, strict=True)
    )
    return Table(
        columns=columns,
        rows=tuple(Row(_cells(given, item)) for item in ranked),
        summary=texts("documents.selection.ranking"),
    )


def matrix_figure(given: DocumentInput, ranked: Sequence[RankedCandidate]) -> Figure:
    """The matrix of benefit and feasibility; its figures stand in the table of ranks."""
    title = given.texts("candidates.matrix-title")
    return Figure(chart=matrix_of(ranked, title, given.texts), with_table=False)


def tie_sentence(given: DocumentInput, ranked: Sequence[RankedCandidate]) -> str:
    """Who shares the first rank; empty where one leads."""
    first = [item.candidate.code for item in ranked if item.rank == 1]
    return given.texts("documents.selection.tie", names=given.texts.joined(first)) if len(first) > 1 else ""


def suggested_way(given: DocumentInput, phase: PhaseResult | None) -> WayRule | None:
    """The way that the packs suggest for a phase."""
    return None if phase is None else given.catalog.candidate_rules.suggested(phase.number)


def has_decided(decision: WayDecision | None) -> bool:
    """Whether a way was chosen."""
    return decision is not None and decision.way is not None


def decision_blocks(current: Assessed) -> Iterator[Block]:
    """What suits the phase, what was decided by whom, and why as far as that is released; nothing while it is open."""
    given = current.given
    decision = given.case.way_decisions.get(current.assessment.id)
    if decision is None or decision.way is None:
        return
    texts, wording = given.texts, given.wording
    rule = suggested_way(given, current.result.phase)
    yield FactTable(
        (
            Fact(texts("documents.selection.decided"), texts(f"candidates.way.{decision.way.value}")),
            Fact(texts("documents.selection.by"), wording.or_open(decision.decided_by)),
            Fact(texts("documents.selection.on"), wording.day(decision.decided_on)),
            *((Fact(texts("documents.selection.reason"), decision.reason.text.strip()),) if decision.reason else ()),
            Fact(
                texts("documents.selection.suggested"),
                texts("candidates.no-phase") if rule is None else rule.text,
            ),
        )
    )


def _cells(given: DocumentInput, item: RankedCandidate) -> tuple[str, ...]:
    texts, wording, place, candidate = given.texts, given.wording, item.place, item.candidate
    use_case = given.case.use_cases.get(candidate.use_case)
    values = ("–", "–")
    if place is not None:
        values = (value_word(place.benefit, texts), value_word(place.feasibility, texts))
    title = candidate.title.strip() or wording.open
    placed = texts("documents.selection.placed") if place is not None and place.is_placed else ""
    return (
        rank_word(item, texts),
        " ".join(filter(None, (candidate.code, title, placed))),
        ", ".join(candidate.areas) or "–",
        *values,
        "–" if use_case is None else use_case.code,
    )
