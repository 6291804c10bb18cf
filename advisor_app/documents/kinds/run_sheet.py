"""The run sheet of a workshop day for whoever leads it: times, moderation, materials, and what may be dropped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from advisor_app.documents.blocks import (
    Align,
    Block,
    Bullets,
    Callout,
    CalloutKind,
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
    Run,
    Table,
    Text,
    TitleBlock,
)
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.paper_blocks import Tick, TickList, WritingLines
from advisor_app.documents.parts.facts import fact_list, facts_named
from advisor_app.documents.parts.step_templates import step_templates, template_of
from advisor_app.documents.parts.workshop_days import chosen_day, clock_words, module_titles, titled
from advisor_app.documents.wording import DASH, WIDE
from advisor_app.domain.agenda import AgendaDay, StepKind
from advisor_app.domain.agenda_schedule import ScheduledStep, findings, schedule
from advisor_app.domain.agenda_template import StepTemplate
from advisor_app.texts import Texts

KIND = "run-sheet"

_NOTE_LINES = 2


def build(given: DocumentInput) -> Document:
    """The run sheet of the chosen day, or of the first; raises AdvisorError(NO_DAY, UNKNOWN_DOCUMENT_ITEM)."""
    day = chosen_day(given, KIND)
    texts = given.texts.of_document(KIND)
    return given.document(KIND, texts("title"), day.title, _blocks(given, texts, day))


def _blocks(given: DocumentInput, texts: Texts, day: AgendaDay) -> Iterator[Block]:
    planned = schedule(day)
    templates = step_templates(given, day)
    yield TitleBlock(
        title=texts("heading"),
        subtitle=day.title,
        facts=(
            Fact(texts("documents.commune"), given.house),
            Fact(texts("day"), given.wording.appointment(day.on)),
            Fact(texts("documents.module"), module_titles(given, day)),
            Fact(texts("time"), _span(given, planned)),
            Fact(texts("documents.adviser"), given.wording.or_open(given.adviser)),
            Fact(texts("place"), given.wording.or_open(day.place)),
        ),
    )
    yield FactTable(tuple(_more_facts(given, texts, day)))
    yield from _misfits(given, texts, day)
    yield from _contacts(given, texts)
    yield Contents()
    if not planned:
        yield Paragraph(text=texts("no-steps"))
        return
    yield Heading(2, texts("overview"))
    yield _overview(texts, planned, templates)
    yield from _to_drop(texts, planned, templates)
    yield from _materials(texts, planned, templates)
    yield Heading(2, texts("steps"))
    for item in planned:
        yield from _step(given, texts, item, template_of(templates, item.step))


def _more_facts(given: DocumentInput, texts: Texts, day: AgendaDay) -> Iterator[Fact]:
    yield Fact(texts("room"), given.wording.or_open(given.case.head.room))
    if day.ends is not None:
        yield Fact(texts("agreed-end"), texts("clock", time=f"{day.ends:%H:%M}"))


def _misfits(given: DocumentInput, texts: Texts, day: AgendaDay) -> Iterator[Block]:
    """What does not fit in the plan: idle time, overlaps, an end that is too late."""
    titles = {step.id: step.title for step in day.steps}
    found = tuple(
        given.texts(f"agenda.finding.{item.kind.value}", minutes=item.minutes, title=titles.get(item.step, ""))
        for item in findings(day)
    )
    if found:
        yield Callout(((Run(texts("misfits"), strong=True),), *(f"{words}." for words in found)), CalloutKind.ATTENTION)


def _span(given: DocumentInput, planned: Sequence[ScheduledStep]) -> Text:
    return (
        clock_words(given, min(item.begins for item in planned), max(item.ends for item in planned))
        if planned
        else given.wording.open
    )


def _contacts(given: DocumentInput, texts: Texts) -> Iterator[Block]:
    """Who can be called in the house."""
    people = given.case.people
    rows = tuple(
        Row((people[contact.person].name, contact.function or DASH, people[contact.person].phone or DASH))
        for contact in given.case.contacts.values()
        if contact.person in people
    )
    if rows:
        names = ("contact", "function", "phone")
        yield Table(
            columns=tuple(Column(title=texts(name), weight=1) for name in names),
            rows=rows,
            summary=texts("contacts"),
        )


def _overview(texts: Texts, planned: Sequence[ScheduledStep], templates: Mapping[str, StepTemplate]) -> Table:
    return Table(
        columns=(
            Column(title=texts("time")),
            Column(title=texts("step"), weight=1),
            Column(title=texts("minutes"), align=Align.END),
            Column(title=texts("minimum"), align=Align.END),
            Column(title=texts("drop"), align=Align.CENTRE),
        ),
        rows=tuple(_overview_row(texts, item, template_of(templates, item.step)) for item in planned),
        summary=texts("overview"),
        header=1,
    )


def _overview_row(texts: Texts, item: ScheduledStep, template: StepTemplate | None) -> Row:
    step = item.step
    order = None if template is None else template.drop_order
    title = texts("skipped", title=titled(step)) if step.skipped else titled(step)
    quiet = step.skipped or step.kind is not StepKind.WORK
    return Row(
        (
            texts("pinned", times=_times(item)) if step.pinned is not None else _times(item),
            (Run(title, quiet=quiet, strong=not quiet),),
            str(step.minutes),
            str(step.minimum_minutes),
            DASH if order is None else str(order),
        )
    )


def _to_drop(texts: Texts, planned: Sequence[ScheduledStep], templates: Mapping[str, StepTemplate]) -> Iterator[Block]:
    """What may go when time is short, the first to go first, and what that costs."""
    found = [
        (template.drop_order, item, template)
        for item in planned
        if (template := template_of(templates, item.step)) is not None
        and template.drop_order is not None
        and not item.step.skipped
    ]
    if not found:
        return
    yield Heading(2, texts("short-of-time"))
    yield Paragraph(text=texts("short-of-time-note"), introduces=True)
    yield Table(
        columns=(
            Column(title=texts("order"), align=Align.CENTRE),
            Column(title=texts("step"), weight=1),
            Column(title=texts("saves"), align=Align.END),
            Column(title=texts("costs"), weight=2),
        ),
        rows=tuple(
            Row((str(order), item.step.title, texts("documents.minutes", count=item.step.minutes), template.drop_cost))
            for order, item, template in sorted(found, key=lambda entry: (entry[0], entry[1].begins))
        ),
        summary=texts("short-of-time"),
        header=1,
    )


def _materials(
    texts: Texts, planned: Sequence[ScheduledStep], templates: Mapping[str, StepTemplate]
) -> Iterator[Block]:
    """Everything that has to lie ready, each thing once."""
    found = [template_of(templates, item.step) for item in planned if not item.step.skipped]
    names = dict.fromkeys(name for template in found if template is not None for name in template.materials)
    if names:
        yield Heading(2, texts("materials"))
        yield TickList(ticks=tuple(Tick(text=name) for name in names), columns=3)


def _step(given: DocumentInput, texts: Texts, item: ScheduledStep, template: StepTemplate | None) -> Iterator[Block]:
    step = item.step
    title = texts("skipped", title=titled(step)) if step.skipped else titled(step)
    heading = Heading(3, f"{_times(item)}{WIDE}{title}")
    if step.kind is not StepKind.WORK:
        yield KeepTogether((heading, Paragraph(text=_duration(texts, item), kind=ParagraphKind.NOTE)))
        return
    facts = [Fact(texts("duration"), _duration(texts, item))]
    if template is not None:
        named = (("goal", template.goal), ("method", template.method), ("outcome", template.outcome))
        facts += [Fact(texts(name), words) for name, words in named if words]
        if template.materials:
            facts.append(Fact(texts("material"), ", ".join(template.materials)))
        if template.drop_order is not None:
            words = texts("may-drop", order=template.drop_order, cost=template.drop_cost)
            facts.append(Fact(texts("drop"), words))
    if step.note:
        facts.append(Fact(texts("own-note"), step.note.text))
    yield KeepTogether((heading, FactTable(tuple(facts))))
    if template is not None:
        yield from _guide(given, texts, template)
    yield WritingLines(label=texts("notes"), count=_NOTE_LINES)


def _guide(given: DocumentInput, texts: Texts, template: StepTemplate) -> Iterator[Block]:
    if template.moderation:
        yield Heading(4, texts("moderation"))
        yield Paragraph(text=template.moderation)
    if template.talking_points:
        yield Heading(4, texts("talking-points"))
        yield Bullets(template.talking_points)
    facts = facts_named(given, template.facts)
    if facts:
        yield Heading(4, texts("facts"))
        yield from fact_list(given, facts)


def _times(item: ScheduledStep) -> str:
    return f"{item.begins:%H:%M}–{item.ends:%H:%M}"


def _duration(texts: Texts, item: ScheduledStep) -> str:
    minutes = texts("documents.minutes", count=item.step.minutes)
    return texts("duration-words", minutes=minutes, minimum=item.step.minimum_minutes)
