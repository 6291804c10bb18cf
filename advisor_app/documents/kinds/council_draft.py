"""Draft resolution (Beschlussvorlage) on the implementation plan, in the words of the commune's own bodies."""

from __future__ import annotations

from collections.abc import Iterator

from advisor_app.documents.assessed import Assessed, assessed
from advisor_app.documents.blocks import (
    Block,
    Bullets,
    Column,
    Columns,
    Contents,
    Document,
    Fact,
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
from advisor_app.documents.paper_blocks import SignatureLines, Tick, TickList, WritingLines
from advisor_app.documents.parts.measures import measure_table
from advisor_app.documents.parts.plan_money import funding_table, totals_table
from advisor_app.documents.parts.summaries import lacking, plan_summary, reached
from advisor_app.domain.plan import Measure, MeasureState, in_order, plan_totals
from advisor_app.texts import Texts

KIND = "council-draft"

_DECISION, _FACTS, _MONEY, _EFFECTS, _ALTERNATIVES = "decision", "facts", "money", "effects", "alternatives"


def build(given: DocumentInput) -> Document:
    """The draft for the plan of the case, also while the plan is empty."""
    texts = given.texts.of_document(KIND)
    return given.document(KIND, texts("title"), texts("subtitle"), _blocks(given, texts))


def sections(given: DocumentInput) -> tuple[EditableSection, ...]:
    """Decision, facts, money, further effects and alternatives."""
    texts = given.texts.of_document(KIND)
    proposals = {
        _DECISION: "\n".join(_proposed_decision(given, texts)),
        _FACTS: "\n\n".join(_proposed_facts(given, texts)),
        _MONEY: texts("proposal.money"),
        _EFFECTS: "\n".join(texts(f"proposal.{name}") for name in ("staff", "council-of-staff", "privacy", "access")),
        _ALTERNATIVES: texts("proposal.alternatives"),
    }
    titles = {_MONEY: texts("money-section")}
    return tuple(EditableSection(key, titles.get(key) or texts(key), text) for key, text in proposals.items())


def _measures(given: DocumentInput) -> tuple[Measure, ...]:
    """Measures that are not dropped."""
    return tuple(item for item in in_order(given.case.measures.values()) if item.state is not MeasureState.DROPPED)


def _assessed(given: DocumentInput) -> tuple[Assessed, ...]:
    """Where the commune stands in each module that has answers."""
    current = [assessed(given, item) for item in given.case.current_assessments()]
    return tuple(item for item in current if given.case.answers.get(item.assessment.id))


def _plan_day(given: DocumentInput) -> str:
    return given.wording.day(given.case.plan.as_of or given.today)


def _proposed_decision(given: DocumentInput, texts: Texts) -> Iterator[str]:
    measures = _measures(given)
    names = texts.joined([measure.id for measure in measures])
    if measures:
        yield texts("proposal.decide-which", day=_plan_day(given), count=len(measures), measures=names)
    else:
        yield texts("proposal.decide", day=_plan_day(given))
    yield texts("proposal.charge", executive=given.word("executive"))
    totals = plan_totals(measures)
    if len(totals.cost_open) < len(measures):
        yield texts("proposal.budget", once=given.wording.money(totals.once))
    if totals.cost_open:
        yield texts("proposal.budget-open")
    yield texts("proposal.report")


def _proposed_facts(given: DocumentInput, texts: Texts) -> Iterator[str]:
    """Where the advice came from, where the commune stands, what the plan holds."""
    found = _assessed(given)
    names = [given.module_name(current.questionnaire.module) for current in found]
    if found:
        held = zip(names, found, strict=True)
        surveys = texts.joined([texts("proposal.survey", module=name, survey=item.occasion) for name, item in held])
        yield texts("proposal.origin", house=given.house, surveys=surveys)
    else:
        yield texts("proposal.origin-open", house=given.house)
    for name, current in zip(names, found, strict=True):
        yield texts("proposal.standing", module=name, standing=" ".join((reached(current), *lacking(current))))
    yield given.case.plan.summary.strip() or plan_summary(given, _measures(given))


def _blocks(given: DocumentInput, texts: Texts) -> Iterator[Block]:
    parts = sections(given)

    def section(key: str) -> Iterator[Block]:
        return written(given, KIND, section_of(parts, key))

    yield _title(given, texts)
    yield Columns(
        left=(WritingLines(label=texts("number"), count=1),),
        right=(WritingLines(label=texts("in-charge", office=given.word("office")), count=1),),
    )
    yield from _course(given, texts)
    yield Heading(2, texts("decision"))
    yield from section(_DECISION)
    yield Contents()
    yield Heading(2, texts("facts"))
    yield from section(_FACTS)
    yield from _measure_list(given, texts)
    yield Heading(2, texts("money"))
    yield from section(_MONEY)
    yield from _money(given, texts)
    for key in (_EFFECTS, _ALTERNATIVES):
        yield Heading(2, texts(key))
        yield from section(key)
    yield Heading(2, texts("annexes"))
    yield Bullets(tuple(_annexes(given, texts)))
    yield _vote(given, texts)


def _title(given: DocumentInput, texts: Texts) -> TitleBlock:
    modules = (
        [given.case.plan.module] if given.case.plan.module else [item.questionnaire.module for item in _assessed(given)]
    )
    titles = texts.joined([given.module_title(name) for name in sorted(modules)])
    return TitleBlock(
        title=texts("title"),
        subtitle=texts("subtitle-of", modules=titles) if titles else texts("subtitle"),
        facts=(
            Fact(texts("to"), given.word("council")),
            Fact(texts("by"), given.word("executive")),
            Fact(texts("reference"), given.wording.or_open(given.case.head.commune_reference)),
            Fact(texts("prepared"), given.adviser or given.wording.open),
        ),
    )


def _course(given: DocumentInput, texts: Texts) -> Iterator[Block]:
    """Which bodies it goes through, with room for dates and outcomes."""
    bodies = (
        (given.word("executive"), texts("task-prepare")),
        (texts("committee"), texts("task-advise")),
        (given.word("council"), texts("task-decide")),
    )
    yield Heading(2, texts("course"))
    yield Table(
        columns=(
            Column(title=texts("body"), weight=3),
            Column(title=texts("task"), weight=2),
            Column(title=texts("session"), weight=1.5),
            Column(title=texts("outcome"), weight=2),
        ),
        rows=tuple(Row((body, task, "", ""), lines=1) for body, task in bodies),
        summary=texts("course"),
        to_write_on=True,
    )
    yield Paragraph(text=texts("course-note"), kind=ParagraphKind.NOTE)


def _measure_list(given: DocumentInput, texts: Texts) -> Iterator[Block]:
    measures = _measures(given)
    if measures:
        yield Heading(3, texts("measures"))
        yield from measure_table(given, measures)


def _money(given: DocumentInput, texts: Texts) -> Iterator[Block]:
    """What the plan costs and who pays, and where the house says how it is covered."""
    measures = _measures(given)
    if measures:
        yield from totals_table(given, measures)
        if any(measure.grants for measure in measures):
            yield from funding_table(given, measures)
    ticks = tuple(Tick(text=texts(f"budget-{name}")) for name in ("planned", "later", "extra", "none"))
    yield KeepTogether(
        (
            Paragraph(text=texts("budget"), introduces=True),
            TickList(ticks=ticks, columns=2),
            WritingLines(label=texts("budget-line"), count=1),
        )
    )


def _annexes(given: DocumentInput, texts: Texts) -> Iterator[str]:
    yield texts("annex.plan", day=_plan_day(given))
    for current in _assessed(given):
        module = given.module_name(current.questionnaire.module)
        yield texts("annex.report", module=module, survey=current.occasion)
    for use_case in sorted(given.case.use_cases.values(), key=lambda item: (item.number, item.id)):
        yield texts("annex.use-case", name=f"{use_case.code} {use_case.title}".strip())


def _vote(given: DocumentInput, texts: Texts) -> Block:
    """Room for how each body voted, and for the signature."""
    bodies = (given.word("executive"), given.word("council"))
    return KeepTogether(
        (
            Heading(2, texts("vote")),
            Table(
                columns=(
                    Column(title=texts("vote-body"), weight=3),
                    *(Column(title=texts(f"vote-{name}"), weight=1) for name in ("yes", "no", "abstained")),
                ),
                rows=tuple(Row((body, "", "", ""), lines=1) for body in bodies),
                summary=texts("vote"),
                to_write_on=True,
            ),
            SignatureLines((texts("signed-where"), texts("signed-by", executive=given.word("executive")))),
        )
    )
