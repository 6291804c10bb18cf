"""Implementation plan: from where the commune stands to measures with dates, money and responsible roles."""

from __future__ import annotations

from collections.abc import Iterator

from advisor_app.documents.assessed import Assessed, assessed, chosen
from advisor_app.documents.blocks import (
    Block,
    Column,
    Columns,
    Contents,
    Document,
    Fact,
    Heading,
    KeyFigure,
    KeyFigures,
    Lines,
    Paragraph,
    Row,
    Table,
    TitleBlock,
)
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.kind import EditableSection, section_of, written
from advisor_app.documents.parts.measures import (
    finding_list,
    measure_details,
    measure_table,
)
from advisor_app.documents.parts.next_steps import first_measures
from advisor_app.documents.parts.plan_charts import gantt, priority_matrix
from advisor_app.documents.parts.plan_money import funding_table, totals_table
from advisor_app.documents.parts.prose import prose
from advisor_app.documents.parts.selection import decision_blocks, has_decided
from advisor_app.documents.parts.standing import (
    dimension_table,
    phase_sentences,
    phase_steps_in_column,
    radar,
    standing_title,
)
from advisor_app.documents.parts.summaries import plan_summary
from advisor_app.documents.parts.use_case_table import use_case_table
from advisor_app.documents.wording import DASH
from advisor_app.domain.freshness import expired_supports
from advisor_app.domain.plan import GrantState, Measure, MeasureState, check_plan, in_order, plan_totals

KIND = "implementation-plan"

_NEXT_STEPS = "next-steps"
_MOST_NAMED = 5


def build(given: DocumentInput) -> Document:
    """The plan of the case, also while it is empty."""
    title = given.texts.of_document(KIND)("title")
    subject = given.texts.joined(_module_titles(given))
    return given.document(KIND, title, subject, _blocks(given, title), as_of=given.case.plan.as_of)


def sections(given: DocumentInput) -> tuple[EditableSection, ...]:
    """What is to be done first."""
    steps = [f"- {measure.id}: {measure.first_step.strip() or measure.title}" for measure in first_measures(given.case)]
    proposal = "\n".join(steps[:_MOST_NAMED]) or given.texts("documents.plan.no-measures")
    return (EditableSection(_NEXT_STEPS, given.texts.of_document(KIND)("next-steps"), proposal),)


def _measures(given: DocumentInput) -> tuple[Measure, ...]:
    return in_order(given.case.measures.values())


def _starting_points(given: DocumentInput) -> tuple[Assessed, ...]:
    """Where the commune stands in the plan's module, else in every module that has answers, else in the default one."""
    module, default = given.case.plan.module, chosen(given)
    if given.assessment or default is None:
        return () if default is None else (default,)
    found = [assessed(given, item) for item in given.case.current_assessments()]
    if module:
        return tuple(item for item in found if item.questionnaire.module == module)
    return tuple(item for item in found if given.case.answers.get(item.assessment.id)) or (default,)


def _module_titles(given: DocumentInput) -> list[str]:
    """The modules that the plan is for."""
    points = _starting_points(given)
    modules = [given.case.plan.module] if given.case.plan.module else [item.questionnaire.module for item in points]
    return [given.module_title(name) for name in sorted(modules)]


def _blocks(given: DocumentInput, title: str) -> Iterator[Block]:
    texts, measures, points = given.texts.of_document(KIND), _measures(given), _starting_points(given)
    yield _title(given, title, points)
    yield Heading(2, texts("documents.at-a-glance"))
    yield from prose(given.case.plan.summary.strip() or plan_summary(given, measures))
    yield _key_figures(given, measures)
    for current in points:
        which = "" if len(points) == 1 else "-of"
        module = given.module_name(current.questionnaire.module)
        heads = (texts(f"documents.{head}{which}", module=module) for head in ("starting-point", "standing"))
        yield from _standing(current, *heads)
        if has_decided(given.case.way_decisions.get(current.assessment.id)):
            yield Heading(3, texts("documents.selection.way"))
            yield from decision_blocks(current)
    yield Heading(2, texts("documents.plan.measures"))
    used = (given.case.plan.steering, *(measure.participants for measure in measures))
    yield from measure_table(given, measures, used)
    yield Contents()
    if measures:
        yield from priority_matrix(given, measures)
        yield from gantt(given, measures)
        yield Heading(2, texts("details"))
        yield from measure_details(given, measures)
        yield Heading(2, texts("documents.plan.money"))
        yield from funding_table(given, measures)
        yield from totals_table(given, measures)
    yield from use_case_table(given)
    yield from _milestones(given, measures)
    yield from _risks(given, measures)
    if measures:
        yield Heading(2, texts("findings"))
        expired = expired_supports(given.catalog.funding.supports.values(), given.today)
        yield from finding_list(given, check_plan(measures, expired))
    yield Heading(2, texts("next-steps"))
    yield from written(given, KIND, section_of(sections(given), _NEXT_STEPS))


def _title(given: DocumentInput, title: str, points: tuple[Assessed, ...]) -> TitleBlock:
    texts, wording, plan = given.texts.of_document(KIND), given.wording, given.case.plan
    modules = Lines(tuple(_module_titles(given)))
    occasions = Lines(tuple(item.occasion for item in points))
    release = plan.release.strip() or texts("release-open", executive=given.word("executive"))
    facts = (
        Fact(texts("documents.module"), modules if modules.texts else wording.open),
        Fact(texts("documents.survey"), occasions if points else DASH),
        Fact(texts("documents.plan.period"), wording.period(plan.start, plan.end)),
        Fact(texts("steering"), wording.or_open(plan.steering)),
        Fact(texts("release"), release),
        Fact(texts("documents.adviser"), given.adviser or wording.open),
    )
    return TitleBlock(title=title, subtitle=_subtitle(given, points), facts=facts)


def _subtitle(given: DocumentInput, points: tuple[Assessed, ...]) -> str:
    """The way from the phase reached to the next one, where it is known; of several modules their names."""
    if len(points) != 1:
        return given.texts.joined(_module_titles(given))
    (current,) = points
    texts, name, phase = given.texts.of_document(KIND), current.questionnaire.title, current.phase
    if phase is None:
        return ": ".join(filter(None, (name, "" if current.questionnaire.phases else standing_title(current))))
    following = next((item for item in current.questionnaire.phases if item.number == phase.number + 1), None)
    if following is None:
        return texts("way-stay", module=name, number=phase.number, title=phase.title)
    return texts(
        "way",
        module=name,
        number=phase.number,
        title=phase.title,
        next_number=following.number,
        next_title=following.title,
    )


def _standing(current: Assessed, heading: str, beside: str) -> Iterator[Block]:
    picture = tuple(radar(current, with_table=False))
    side = (
        *phase_steps_in_column(current),
        Paragraph(text=phase_sentences(current)),
        *dimension_table(current, current.cross_cutting),
    )
    if picture:
        yield Columns(
            left=(Heading(2, heading), *picture),
            right=(Heading(2, beside), *side),
        )
    else:
        yield Heading(2, heading)
        yield from side


def _key_figures(given: DocumentInput, measures: tuple[Measure, ...]) -> KeyFigures:
    texts, wording = given.texts, given.wording
    totals = plan_totals(measures)
    kept = [measure for measure in measures if measure.state is not MeasureState.DROPPED]
    known = len(totals.cost_open) < len(kept)
    yearly = any(measure.cost_yearly is not None for measure in kept)
    without = texts("documents.key.without", count=len(totals.cost_open)) if totals.cost_open else ""
    approved = totals.grants[GrantState.APPROVED]
    return KeyFigures(
        (
            KeyFigure(wording.money(totals.once if known else None), texts("documents.key.once") + without),
            KeyFigure(wording.money(totals.yearly if yearly else None), texts("documents.key.yearly")),
            KeyFigure(wording.money(approved), texts("documents.key.approved")),
            KeyFigure(str(len(kept)), texts("documents.key.measures", count=len(kept))),
        )
    )


def _milestones(given: DocumentInput, measures: tuple[Measure, ...]) -> Iterator[Block]:
    texts, wording = given.texts, given.wording
    found = [(item, "") for item in given.case.plan.milestones]
    found += [(item, measure.id) for measure in measures for item in measure.milestones]
    found.sort(key=lambda pair: (pair[0].on is None, str(pair[0].on), pair[1], pair[0].title))
    yield Heading(2, texts("documents.milestones"))
    if not found:
        yield Paragraph(text=texts("documents.no-milestones"))
        return
    yield Table(
        columns=(
            Column(title=texts("documents.due")),
            Column(title=texts("documents.milestone"), weight=1),
            Column(title=texts("documents.plan.measure")),
        ),
        rows=tuple(Row((wording.day(item.on), item.title, measure or DASH)) for item, measure in found),
        summary=texts("documents.milestones"),
        header=1,
    )


def _risks(given: DocumentInput, measures: tuple[Measure, ...]) -> Iterator[Block]:
    texts, wording = given.texts, given.wording
    yield Heading(2, texts("documents.risks"))
    risky = [measure for measure in measures if measure.risk.strip()]
    if not risky:
        yield Paragraph(text=texts("documents.no-risks"))
        return
    yield Table(
        columns=(
            Column(title=texts("documents.plan.number")),
            Column(title=texts("documents.risk"), weight=1),
            Column(title=texts("documents.countermeasure"), weight=1),
        ),
        rows=tuple(Row((item.id, item.risk, wording.or_open(item.countermeasure))) for item in risky),
        summary=texts("documents.risks"),
    )
