"""Every id that a definition names exists."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Protocol

from advisor_app.content.entry import Entry
from advisor_app.content.library import Library
from advisor_app.content.questionnaire import QuestionnaireContent
from advisor_app.content.table import Table
from advisor_app.domain.conditions import referenced_areas, referenced_questions
from advisor_app.domain.foundations import DimensionKind, DimensionTitle
from advisor_app.domain.questionnaire import Question
from advisor_app.questions import kind_of


class _Sourced(Protocol):
    @property
    def sources(self) -> tuple[str, ...]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """Every id there is."""

    modules: Collection[str]
    dimensions: dict[str, DimensionTitle]
    roles: Collection[str]
    sources: Collection[str]
    questions: dict[str, Question]
    measures: Collection[str]
    facts: Collection[str]
    terms: Collection[str]
    programmes: Collection[str]
    rules: Collection[str]
    supports: Collection[str]


def check_references(library: Library) -> None:
    """Note every id that does not exist, or is retired where that would break something."""
    known = _known(library)
    _check_base(library, known)
    _check_funding(library, known)
    _check_measures(library, known)
    for content in library.questionnaires():
        _check_questionnaire(content, known)
    for agenda in library.all(lambda pack: pack.agendas):
        _expect(agenda.table, "module", [agenda.value.module], known.modules)
        module = agenda.value.module
        dimensions = {name for name, title in known.dimensions.items() if title.module == module}
        for step, table in zip(agenda.value.steps, agenda.table.tables("step"), strict=True):
            _expect(table, "facts", step.facts, known.facts)
            _expect(table, "dimensions", step.dimensions, dimensions)
    for term in library.all(lambda pack: pack.terms):
        _expect(term.table, "modules", term.value.modules, known.modules)
        _expect(term.table, "sources", term.value.sources, known.sources)
    for fact in library.all(lambda pack: pack.facts):
        _expect(fact.table, "sources", fact.value.sources, known.sources)
    _check_knowledge(library, known)


def check_named_facts(library: Library) -> None:
    """Note every fact that a term or a support names and nobody defines; where facts are read later, none is missed."""
    facts = {entry.value.id for entry in library.all(lambda pack: pack.facts)}
    for term in library.all(lambda pack: pack.terms):
        _expect(term.table, "facts", term.value.facts, facts)
    for part in library.funding():
        for support in part.supports:
            _expect(support.table, "facts", support.value.facts, facts)


def _known(library: Library) -> _Known:
    funding = library.funding()
    return _Known(
        modules={entry.value.id for entry in library.all(lambda pack: pack.modules)},
        dimensions={entry.value.id: entry.value for entry in library.all(lambda pack: pack.dimensions)},
        roles={entry.value.id for entry in library.all(lambda pack: pack.roles)},
        sources={entry.value.id for entry in library.all(lambda pack: pack.sources)},
        questions={entry.value.id: entry.value for entry in library.all(lambda pack: pack.questions)},
        measures={entry.value.id for entry in library.all(lambda pack: pack.measures)},
        facts={entry.value.id for entry in library.all(lambda pack: pack.facts)},
        terms={entry.value.id for entry in library.all(lambda pack: pack.terms)},
        programmes={entry.value.id for part in funding for entry in part.programmes},
        rules={entry.value.id for part in funding for entry in part.rules},
        supports={entry.value.id for part in funding for entry in part.supports},
    )


def _expect(table: Table, key: str, names: Iterable[str], known: Collection[str]) -> None:
    for name in names:
        if name and name not in known:
            table.flaw("unknown-reference", key, name=name)


def _check_base(library: Library, known: _Known) -> None:
    for module in library.all(lambda pack: pack.modules):
        _expect(module.table, "sources", module.value.sources, known.sources)
    for dimension in library.all(lambda pack: pack.dimensions):
        _expect(dimension.table, "module", [dimension.value.module], known.modules)
    for role in library.all(lambda pack: pack.roles):
        if role.value.fallback is not None:
            _expect(role.table, "fallback", [role.value.fallback], known.roles)


def _check_funding(library: Library, known: _Known) -> None:
    for part in library.funding():
        for programme in part.programmes:
            _expect(programme.table, "modules", programme.value.modules, known.modules)
            _expect(programme.table, "rule", [programme.value.rule], known.rules)
            for window, table in zip(programme.value.windows, programme.table.tables("window"), strict=True):
                _expect(table, "module", [window.module], known.modules)
        for item in part.exceptions:
            _expect(item.table, "rule", [item.value.rule], known.rules)
            _expect(item.table, "programme", [item.value.programme], known.programmes)
            _expect(item.table, "module", [item.value.module], known.modules)
            _expect(item.table, "with", [item.value.with_module], known.modules)
            _expect(item.table, "excludes", item.value.excludes, known.modules)
        sourced: list[Entry[_Sourced]] = [*part.programmes, *part.rules, *part.hints, *part.supports]
        for entry in sourced:
            _expect(entry.table, "sources", entry.value.sources, known.sources)


def _check_measures(library: Library, known: _Known) -> None:
    for entry in library.all(lambda pack: pack.measures):
        measure, table = entry.value, entry.table
        _expect(table, "dimension", [measure.dimension], known.dimensions)
        _expect(table, "roles", measure.roles, known.roles)
        _expect(table, "support", measure.support, known.supports)
        _expect(table, "builds_on", measure.builds_on, known.measures)
        _expect(table, "questions", (trigger.question for trigger in measure.questions), known.questions)
        _expect(table, "sources", measure.sources, known.sources)


def _check_knowledge(library: Library, known: _Known) -> None:
    for entry in library.all(lambda pack: pack.handouts):
        _expect(entry.table, "module", [entry.value.module], known.modules)
        for section, table in zip(entry.value.sections, entry.table.tables("section"), strict=True):
            _expect(table, "facts", section.facts, known.facts)
            _expect(table, "terms", section.terms, known.terms)
    for task in library.all(lambda pack: pack.preparation):
        _expect(task.table, "module", [task.value.module], known.modules)
    rated: list[Entry[_Sourced]] = [*library.criteria(), *library.ways()]
    for entry_of_candidates in rated:
        _expect(entry_of_candidates.table, "sources", entry_of_candidates.value.sources, known.sources)
    _check_e_files(library, known)
    for service in library.all(lambda pack: pack.services):
        _expect(service.table, "sources", service.value.sources, known.sources)
    for model in library.all(lambda pack: pack.maturity_models):
        _expect(model.table, "sources", model.value.sources, known.sources)


def _check_e_files(library: Library, known: _Known) -> None:
    for guide in library.all(lambda pack: pack.e_file_guides):
        _expect(guide.table, "module", [guide.value.module], known.modules)
        _expect(guide.table, "sources", guide.value.sources, known.sources)
        numbers = {entry.number for entry in guide.value.entries}
        for area, table in zip(guide.value.areas, guide.table.tables("area"), strict=True):
            _expect_active(table, "questions", area.questions, known.questions)
        for sample, table in zip(guide.value.samples, guide.table.tables("sample"), strict=True):
            _expect(table, "entry", [sample.entry], numbers)


def _check_questionnaire(content: QuestionnaireContent, known: _Known) -> None:
    _expect(content.table, "module", [content.module], known.modules)
    dimensions = {entry.value.dimension for entry in content.dimensions}
    for weight in content.dimensions:
        title = known.dimensions.get(weight.value.dimension)
        _expect(weight.table, "id", [weight.value.dimension], known.dimensions)
        if title is not None and content.module and title.module != content.module:
            weight.table.flaw("foreign-dimension", "id", id=title.id, module=title.module)
    questions = {entry.value.id: entry.value for entry in content.questions}
    for phase in content.phases:
        criteria = phase.value.criteria
        _expect_active(phase.table, "criteria", (item.question for item in criteria if item.question), questions)
        _expect(phase.table, "criteria", (item.dimension for item in criteria if item.dimension), dimensions)
    areas = {
        name
        for name in dimensions
        if name in known.dimensions and known.dimensions[name].kind is DimensionKind.IMPACT_AREA
    }
    for entry in content.questions:
        question, table = entry.value, entry.table
        _expect(table, "dimension", [question.dimension], dimensions)
        _expect(table, "roles", question.roles, known.roles)
        _expect(table, "sources", question.sources, known.sources)
        if not question.retired:
            _check_dependencies(entry, questions, areas)


def _check_dependencies(entry: Entry[Question], questions: dict[str, Question], areas: Collection[str]) -> None:
    question, table = entry.value, entry.table
    if question.when is not None:
        _expect_active(table, "when", referenced_questions(question.when), questions)
        _expect(table, "when", referenced_areas(question.when), areas)
    _expect_active(table, "sum", question.summands, questions)
    for name in question.summands:
        other = questions.get(name)
        if other is not None and not kind_of(other).is_figure:
            table.flaw("no-number", "sum", name=name)


def _expect_active(table: Table, key: str, names: Iterable[str], questions: dict[str, Question]) -> None:
    for name in dict.fromkeys(names):
        other = questions.get(name)
        if other is None:
            _expect(table, key, [name], ())
        elif other.retired:
            table.flaw("retired-reference", key, name=name)
