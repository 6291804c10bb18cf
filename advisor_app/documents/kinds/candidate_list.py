"""The candidates for use cases: ranks, matrix, short profiles with their ratings, and what was decided."""

from __future__ import annotations

from collections.abc import Iterator

from advisor_app.documents.assessed import Assessed, assessed
from advisor_app.documents.blocks import (
    Align,
    Block,
    Column,
    Contents,
    Document,
    Fact,
    FactTable,
    Heading,
    KeepTogether,
    Paragraph,
    ParagraphKind,
    Row,
    Table,
    TitleBlock,
)
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.kind import EditableSection, section_of, written
from advisor_app.documents.parts.selection import (
    decision_blocks,
    dots_blocks,
    dots_of_assessment,
    has_decided,
    matrix_figure,
    ranked_candidates,
    ranking_table,
    tie_sentence,
)
from advisor_app.domain.candidate import Candidate
from advisor_app.domain.candidate_rules import Axis
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.texts import Texts

KIND = "candidate-list"

_MODULE = "M4"
_SUMMARY = "summary"
_FIELDS = ("problem", "idea", "beneficiaries")


def build(given: DocumentInput) -> Document:
    """The list of a case; raises AdvisorError(NO_CANDIDATE) where it has none."""
    texts = given.texts.of_document(KIND)
    return given.document(KIND, texts("title"), texts("title"), _blocks(given, texts))


def sections(given: DocumentInput) -> tuple[EditableSection, ...]:
    """What the adviser says about the choice; raises AdvisorError(NO_CANDIDATE) as ``build`` does."""
    if not given.case.candidates:
        raise AdvisorError(Problem.NO_CANDIDATE)
    return (EditableSection(_SUMMARY, given.texts("documents.summary"), _proposed(given)),)


def _proposed(given: DocumentInput) -> str:
    """Who leads, or who shares the first rank, from the figures alone."""
    texts = given.texts.of_document(KIND)
    ranked = ranked_candidates(given)
    first = [item for item in ranked if item.rank == 1]
    if not first:
        return texts("nothing-rated", count=len(ranked))
    if len(first) > 1:
        return tie_sentence(given, ranked)
    leading = first[0].candidate
    return texts("leading", name=f"{leading.code} {leading.title}".strip(), count=len(ranked))


def _blocks(given: DocumentInput, texts: Texts) -> Iterator[Block]:
    ranked = ranked_candidates(given)
    current = _assessed(given)
    areas = () if current is None else current.assessment.areas
    yield TitleBlock(
        title=texts("title"),
        subtitle=texts("subtitle"),
        facts=(
            Fact(texts("documents.commune"), given.house),
            Fact(texts("documents.areas"), ", ".join(areas) or texts("documents.areas-none")),
            Fact(texts("documents.adviser"), given.wording.or_open(given.adviser)),
            Fact(texts("documents.state"), given.wording.day(given.today)),
        ),
    )
    yield from written(given, KIND, section_of(sections(given), _SUMMARY))
    yield Heading(2, texts("ranking"))
    yield Paragraph(text=texts("rule"), kind=ParagraphKind.NOTE, introduces=True)
    yield ranking_table(given, ranked)
    yield KeepTogether((Heading(2, texts("matrix")), matrix_figure(given, ranked)))
    yield Contents()
    yield from _choice(given, texts, current)
    yield Heading(2, texts("candidates"))
    yield Paragraph(text=_criteria_words(given, texts), kind=ParagraphKind.NOTE, introduces=True)
    for item in sorted(ranked, key=lambda item: item.candidate.number):
        yield from _candidate(given, texts, item.candidate)


def _choice(given: DocumentInput, texts: Texts, current: Assessed | None) -> Iterator[Block]:
    """How the areas were chosen, and which way was decided on."""
    if current is None:
        return
    poll = dots_of_assessment(given, current.assessment.id)
    if poll is not None:
        yield Heading(2, texts("dots"))
        yield from dots_blocks(given, poll)
    if has_decided(given.case.way_decisions.get(current.assessment.id)):
        yield Heading(2, texts("decision"))
        yield from decision_blocks(current)


def _criteria_words(given: DocumentInput, texts: Texts) -> str:
    """The criteria with what they weigh, once for all candidates."""
    rules = given.catalog.candidate_rules
    parts = []
    for axis in Axis:
        names = given.texts.joined(
            [
                texts("weighted", title=item.title, weight=item.weight) if item.weight > 1 else item.title
                for item in rules.of_axis(axis)
            ]
        )
        parts.append(texts(f"criteria-{axis.value}", names=names))
    return " ".join(parts)


def _candidate(given: DocumentInput, texts: Texts, candidate: Candidate) -> Iterator[Block]:
    wording = given.wording
    facts = [
        Fact(texts("documents.areas"), ", ".join(map(given.short_title, candidate.areas)) or wording.open),
        *(Fact(texts(f"fields.{name}"), wording.or_open(getattr(candidate, name))) for name in _FIELDS),
    ]
    if candidate.note:
        facts.append(Fact(texts("fields.note"), candidate.note.text.strip()))
    title = candidate.title.strip() or wording.open
    heading = Heading(3, f"{candidate.code} {title}")
    yield KeepTogether((heading, FactTable(tuple(facts)), _ratings(given, texts, candidate)))


def _ratings(given: DocumentInput, texts: Texts, candidate: Candidate) -> Table:
    """Both sides beside each other: what the group gave in every criterion."""
    rules, rated = given.catalog.candidate_rules, candidate.rated
    sides = [rules.of_axis(axis) for axis in Axis]
    rows = []
    for number in range(max((len(side) for side in sides), default=0)):
        cells: list[str] = []
        for side in sides:
            item = side[number] if number < len(side) else None
            cells += ["", ""] if item is None else [item.title, str(rated.get(item.id, "–"))]
        rows.append(Row(tuple(cells)))
    return Table(
        columns=tuple(
            column
            for axis in Axis
            for column in (
                Column(title=texts(f"axis.{axis.value}"), weight=2),
                Column(title=texts(f"rating.{axis.value}"), weight=0.8, align=Align.END),
            )
        ),
        rows=tuple(rows),
        summary=texts("ratings", code=candidate.code),
    )


def _assessed(given: DocumentInput) -> Assessed | None:
    """The assessment of module 4 that tells where the commune stands."""
    found = (
        item
        for item in given.case.current_assessments()
        if item.id in given.questionnaires and given.questionnaires[item.id].module == _MODULE
    )
    assessment = next(found, None)
    return None if assessment is None else assessed(given, assessment)
