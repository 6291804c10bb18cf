"""Use-case profile: one digital solution with its problem, goal, technology, costs and risks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from advisor_app.documents.blocks import (
    Block,
    Column,
    Contents,
    Document,
    Fact,
    FactTable,
    Heading,
    KeyFigure,
    KeyFigures,
    Lines,
    Paragraph,
    Row,
    Steps,
    Table,
    TitleBlock,
)
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.kind import EditableSection, Item, section_of, written
from advisor_app.documents.parts.costs import cost_calculation
from advisor_app.domain.case import Case
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.use_case import Roadmap, UseCase, calculate_costs
from advisor_app.texts.states import state_word

KIND = "use-case"

_RECOMMENDATION = "recommendation"

_GOAL = ("problem", "problem_evidence", "beneficiaries", "goal")
_SOLUTION = ("solution", "exclusions", "benefit", "participants", "responsible", "operator", "dependencies")
_DATA = ("data_source", "personal_data", "publication", "technology", "interfaces", "standards")
_LAW = ("law", "data_protection", "security", "accessibility")
_MONEY = ("staff", "funding", "own_share")


def items(given: DocumentInput) -> tuple[Item, ...]:
    """Use cases by number."""
    return tuple(
        Item(use_case.id, f"{use_case.code} {use_case.title}".strip(), code=use_case.code)
        for use_case in _ordered(given.case)
    )


def build(given: DocumentInput) -> Document:
    """The profile of the chosen use case, or of the only one.

    Raises AdvisorError: NO_USE_CASE where the case has none, UNKNOWN_USE_CASE where none or several fit the choice.
    """
    use_case = _chosen(given)
    title = given.texts.of_document(KIND)("title", code=use_case.code)
    return given.document(KIND, title, use_case.title, _blocks(given, use_case))


def sections(given: DocumentInput) -> tuple[EditableSection, ...]:
    """What the adviser recommends."""
    texts = given.texts.of_document(KIND)
    proposal = texts("recommend", state=state_word(_chosen(given).roadmap, texts))
    return (EditableSection(_RECOMMENDATION, texts("documents.recommendation"), proposal),)


def _ordered(case: Case) -> Sequence[UseCase]:
    return sorted(case.use_cases.values(), key=lambda use_case: (use_case.number, use_case.id))


def _chosen(given: DocumentInput) -> UseCase:
    known = _ordered(given.case)
    if not known:
        raise AdvisorError(Problem.NO_USE_CASE)
    found = [item for item in known if given.item in {item.id, item.code}] if given.item else known
    if len(found) != 1:
        raise AdvisorError(Problem.UNKNOWN_USE_CASE, name=given.item)
    return found[0]


def _blocks(given: DocumentInput, use_case: UseCase) -> Iterator[Block]:
    texts = given.texts.of_document(KIND)
    yield _title(given, use_case)
    yield _key_figures(given, use_case)
    yield Contents()
    yield from _fields(given, use_case, "goal-head", _GOAL)
    yield from _indicators(given, use_case)
    yield from _fields(given, use_case, "solution-head", _SOLUTION)
    yield from _fields(given, use_case, "data-head", _DATA)
    yield from _fields(given, use_case, "law-head", _LAW)
    yield Heading(2, texts("costs-head"))
    yield from cost_calculation(given, use_case.costs)
    yearly = Fact(texts("yearly"), given.wording.money(use_case.costs.yearly))
    yield FactTable((yearly, *_facts(given, use_case, _MONEY)))
    yield from _risks(given, use_case)
    yield from _milestones(given, use_case)
    yield Heading(2, texts("roadmap-head"))
    yield _roadmap(given, use_case)
    yield FactTable(_facts(given, use_case, ("transfer",)))
    yield Heading(2, texts("documents.recommendation"))
    yield from written(given, KIND, section_of(sections(given), _RECOMMENDATION), use_case.id)
    yield Heading(2, texts("decision-head"))
    decided = Fact(texts("decided-on"), given.wording.day(use_case.decided_on))
    yield FactTable((*_facts(given, use_case, ("decision",)), decided))


def _title(given: DocumentInput, use_case: UseCase) -> TitleBlock:
    texts, wording = given.texts.of_document(KIND), given.wording
    areas = [given.short_title(area) for area in sorted(use_case.areas)]
    return TitleBlock(
        title=use_case.title or use_case.code,
        subtitle=texts("title", code=use_case.code),
        facts=(
            Fact(texts("documents.commune"), given.house),
            Fact(texts("author"), wording.or_open(use_case.author or given.adviser)),
            Fact(texts("documents.areas"), Lines(tuple(areas)) if areas else wording.open),
            Fact(texts("state"), wording.or_open(use_case.state)),
            Fact(texts("documents.use-cases.roadmap"), state_word(use_case.roadmap, texts)),
            Fact(texts("documents.state"), wording.day(use_case.as_of or given.today)),
        ),
    )


def _key_figures(given: DocumentInput, use_case: UseCase) -> KeyFigures:
    texts, wording, costs = given.texts, given.wording, use_case.costs
    result = calculate_costs(costs)
    priced = bool(costs.lines or costs.internal_hours)
    internal = texts("documents.key.internal", amount=wording.money(result.internal)) if result.internal else ""
    figures = [
        KeyFigure(
            wording.money(result.total if priced else None),
            texts("documents.key.once") + internal,
        ),
        KeyFigure(wording.money(costs.yearly if priced or costs.yearly else None), texts("documents.key.yearly")),
    ]
    if costs.communes > 1:
        figures.append(
            KeyFigure(
                wording.money(result.alliance_external_per_commune),
                texts("documents.key.alliance", percent=costs.quota_percent),
            )
        )
    dated = sorted((item for item in use_case.milestones if item.on is not None), key=lambda item: str(item.on))
    if dated and dated[-1].on is not None:
        figures.append(KeyFigure(wording.end(dated[-1].on), dated[-1].title))
    return KeyFigures(tuple(figures))


def _fields(given: DocumentInput, use_case: UseCase, heading: str, names: Sequence[str]) -> Iterator[Block]:
    yield Heading(2, given.texts.of_document(KIND)(heading))
    yield FactTable(_facts(given, use_case, names))


def _facts(given: DocumentInput, use_case: UseCase, names: Sequence[str]) -> tuple[Fact, ...]:
    """Fields as facts; an empty one says that it is open."""
    texts = given.texts.of_document(KIND)
    return tuple(Fact(texts(f"fields.{name}"), given.wording.or_open(str(getattr(use_case, name)))) for name in names)


def _indicators(given: DocumentInput, use_case: UseCase) -> Iterator[Block]:
    texts, wording = given.texts.of_document(KIND), given.wording
    if not use_case.indicators:
        yield Paragraph(text=texts("no-indicators"))
        return
    yield Table(
        columns=(
            Column(title=texts("indicator"), weight=2),
            Column(title=texts("baseline"), weight=1),
            Column(title=texts("target"), weight=1),
        ),
        rows=tuple(
            Row((item.name, wording.or_open(item.baseline), wording.or_open(item.target)))
            for item in use_case.indicators
        ),
        summary=texts("indicators"),
    )


def _risks(given: DocumentInput, use_case: UseCase) -> Iterator[Block]:
    texts, wording = given.texts, given.wording
    yield Heading(2, texts("documents.risks"))
    if not use_case.risks:
        yield Paragraph(text=texts("documents.no-risks"))
        return
    yield Table(
        columns=(
            Column(title=texts("documents.risk"), weight=1),
            Column(title=texts("documents.countermeasure"), weight=1),
        ),
        rows=tuple(Row((item.risk, wording.or_open(item.countermeasure))) for item in use_case.risks),
        summary=texts("documents.risks"),
    )


def _milestones(given: DocumentInput, use_case: UseCase) -> Iterator[Block]:
    texts, wording = given.texts, given.wording
    yield Heading(2, texts("documents.milestones"))
    if not use_case.milestones:
        yield Paragraph(text=texts("documents.no-milestones"))
        return
    yield Table(
        columns=(
            Column(title=texts("documents.due")),
            Column(title=texts("documents.milestone"), weight=1),
        ),
        rows=tuple(
            Row((wording.open if item.on is None else wording.end(item.on), item.title)) for item in use_case.milestones
        ),
        summary=texts("documents.milestones"),
        header=1,
    )


def _roadmap(given: DocumentInput, use_case: UseCase) -> Steps:
    stages = tuple(Roadmap)
    return Steps(
        titles=tuple(state_word(stage, given.texts) for stage in stages),
        current=stages.index(use_case.roadmap),
        words=given.texts.of_document(KIND)("roadmap-words", state=state_word(use_case.roadmap, given.texts)),
    )
