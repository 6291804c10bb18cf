"""Emergency folder for a workshop day: whom to call, what to do when something fails, and sheets to go on with."""

from __future__ import annotations

from collections.abc import Iterator

from advisor_app.documents.blocks import (
    Align,
    Annex,
    Block,
    Callout,
    CalloutKind,
    Cell,
    Column,
    Columns,
    Contents,
    Document,
    Fact,
    Heading,
    Inline,
    Lines,
    Paragraph,
    ParagraphKind,
    Row,
    RowKind,
    Run,
    Table,
    TitleBlock,
)
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.kind import Item
from advisor_app.documents.paper_blocks import Tick, TickBox, TickList, WritingLines
from advisor_app.documents.parts.level_cards import level_cards
from advisor_app.documents.parts.shortening import shortened
from advisor_app.documents.parts.step_templates import step_templates, template_of
from advisor_app.documents.parts.workshop_days import chosen_day, clock_words, day_items, held, titled
from advisor_app.documents.wording import DASH
from advisor_app.domain.agenda import AgendaDay, StepKind
from advisor_app.domain.agenda_schedule import ScheduledStep, schedule
from advisor_app.domain.agenda_template import StepTemplate
from advisor_app.domain.conditions import for_kind
from advisor_app.domain.foundations import MAXIMUM_LEVEL, DimensionKind
from advisor_app.domain.questionnaire import Dimension, Question, Questionnaire
from advisor_app.texts import Texts

KIND = "emergency-folder"

_BEFORE = ("answers", "backup", "print", "screen", "contact", "power")
_TROUBLES = ("projector", "laptop", "room", "people", "dispute", "time", "adviser")
_LONGEST_NOTE = 160
"""Letters of an own note; the run sheet has all of it."""

_GAP = 2 * "\N{NO-BREAK SPACE}"
_WIDE = 3 * _GAP


def items(given: DocumentInput) -> tuple[Item, ...]:
    """The workshop days of the case."""
    return day_items(given)


def build(given: DocumentInput) -> Document:
    """The folder of the chosen day, or of the first; raises AdvisorError (NO_DAY, UNKNOWN_DOCUMENT_ITEM)."""
    day = chosen_day(given, KIND)
    texts = given.texts.of_document(KIND)
    return given.document(KIND, texts("title"), day.title, _blocks(given, day, texts))


def _blocks(given: DocumentInput, day: AgendaDay, texts: Texts) -> Iterator[Block]:
    yield _title(given, day, texts)
    yield Callout((texts("notice"),), CalloutKind.ATTENTION)
    yield Heading(2, texts("contacts"))
    yield _contacts(given, texts)
    yield Columns(
        left=(WritingLines(label=texts("deputy"), count=1), WritingLines(label=texts("other-room"), count=1)),
        right=(WritingLines(label=texts("on-site"), count=1),),
    )
    yield Contents()
    yield Heading(2, texts("before"))
    yield TickList(ticks=tuple(Tick(text=texts(f"before-of.{name}")) for name in _BEFORE), columns=2)
    yield Heading(2, texts("plan-b"))
    yield _plan_b(texts)
    yield from _course(given, day, texts)
    yield from _capture(given, day, texts)
    yield from _cards(given, texts)


def _title(given: DocumentInput, day: AgendaDay, texts: Texts) -> TitleBlock:
    wording, head, times = given.wording, given.case.head, held(day)
    clock = clock_words(given, times.begins, times.ends)
    references = " / ".join(filter(None, (head.provider_reference, head.commune_reference)))
    return TitleBlock(
        title=texts("title"),
        subtitle=texts("subtitle", day=wording.appointment(day.on), module=given.module_title(day.module)),
        facts=(
            Fact(texts("documents.commune"), given.house),
            Fact(texts("when"), ", ".join(filter(None, (wording.day(day.on), clock)))),
            Fact(texts("where"), wording.or_open(day.place)),
            Fact(texts("room"), wording.or_open(head.room)),
            Fact(texts("documents.adviser"), wording.or_open(given.adviser)),
            Fact(texts("references"), wording.or_open(references)),
        ),
    )


def _contacts(given: DocumentInput, texts: Texts) -> Block:
    people = given.case.people
    contacts = sorted(given.case.contacts.values(), key=lambda contact: contact.id)
    rows = []
    for contact in contacts:
        person = people.get(contact.person)
        if person is not None:
            roles = ", ".join(given.role(name) for name in contact.roles if name in given.catalog.roles)
            task = contact.function.strip() or roles or DASH
            rows.append(Row((person.name, task, person.phone.strip() or DASH, person.email.strip() or DASH)))
    if not rows:
        return Paragraph(text=texts("contacts-open"))
    return Table(
        columns=tuple(Column(title=texts(name), weight=1) for name in ("contact", "function", "phone", "email")),
        rows=tuple(rows),
        summary=texts("contacts"),
    )


def _plan_b(texts: Texts) -> Block:
    return Table(
        columns=(Column(title=texts("trouble"), weight=1), Column(title=texts("remedy"), weight=2.4)),
        rows=tuple(
            Row(((Run(texts(f"trouble-of.{name}"), strong=True),), texts(f"remedy-of.{name}"))) for name in _TROUBLES
        ),
        summary=texts("plan-b"),
    )


def _course(given: DocumentInput, day: AgendaDay, texts: Texts) -> Iterator[Block]:
    """The steps with aim, method and outcome, to be ticked off, and what to drop when time runs short."""
    planned = [item for item in schedule(day) if not item.step.skipped]
    yield Heading(2, texts("course"))
    if not planned:
        yield Paragraph(text=texts("course-open"))
        return
    templates = step_templates(given, day)
    found = [(item, template_of(templates, item.step)) for item in planned]
    yield Table(
        columns=(
            Column(title=texts("clock")),
            Column(title=texts("step"), weight=2),
            Column(title=texts("aim"), weight=3),
            Column(title=texts("outcome"), weight=2),
            Column(title=texts("done"), align=Align.CENTRE),
        ),
        rows=tuple(_step(item, template, texts) for item, template in found),
        summary=texts("course"),
        header=1,
    )
    dropped = sorted(
        (template.drop_order, item.step.title, item.step.minutes)
        for item, template in found
        if template is not None and template.drop_order is not None
    )
    if dropped:
        named = [
            texts("cut-step", title=title, minutes=texts("documents.minutes", count=minutes))
            for _order, title, minutes in dropped
        ]
        yield Paragraph(text=texts("cut", steps=", ".join(named)))


def _step(item: ScheduledStep, template: StepTemplate | None, texts: Texts) -> Row:
    step = item.step
    is_work = step.kind is StepKind.WORK
    title: Cell = (Run(titled(step), strong=is_work, quiet=not is_work),)
    aims = () if template is None else (template.goal, template.method)
    notes = ((Run(shortened(step.note.text, _LONGEST_NOTE), italic=True),),) if step.note else ()
    lines = (*filter(None, aims), *notes)
    outcome = "" if template is None else template.outcome
    done: Cell = (TickBox(texts("done-words", title=titled(step))),) if is_work else ""
    return Row((f"{item.begins:%H:%M}–{item.ends:%H:%M}", title, Lines(lines) if lines else "", outcome, done))


def _capture(given: DocumentInput, day: AgendaDay, texts: Texts) -> Iterator[Block]:
    """Every question that the room answers, with its levels in few words and boxes to tick."""
    yield Annex(texts("capture"))
    questionnaire = given.catalog.questionnaire_of(day.module)
    if questionnaire is None:
        yield Paragraph(text=texts("capture-open"))
        return
    rows: list[Row] = []
    for dimension in _dimensions(given, questionnaire):
        asked = [question for question in dimension.questions if _is_asked(given, question)]
        if asked:
            rows.append(Row((f"{dimension.id} {dimension.title}",), RowKind.GROUP))
            rows += [_question(given, question, texts) for question in asked]
    yield Paragraph(text=texts("capture-note"), kind=ParagraphKind.NOTE, introduces=True)
    yield Table(
        columns=(
            Column(title=texts("number")),
            Column(title=texts("question"), weight=2),
            Column(title=texts("note"), weight=1),
        ),
        rows=tuple(rows),
        summary=texts("capture"),
        header=1,
        to_write_on=True,
    )


def _dimensions(given: DocumentInput, questionnaire: Questionnaire) -> Iterator[Dimension]:
    """All dimensions; once impact areas are chosen, only those of them."""
    current = (item for item in given.case.current_assessments() if item.questionnaire == questionnaire.id)
    areas = next((item.areas for item in current), ())
    for dimension in questionnaire.dimensions:
        if dimension.kind is DimensionKind.CROSS_CUTTING or not areas or dimension.id in areas:
            yield dimension


def _is_asked(given: DocumentInput, question: Question) -> bool:
    """Whether the room of a house of this kind answers it, at least on a condition."""
    open_one = question.scores and not (question.retired or question.confidential)
    return open_one and for_kind(question.when, given.case.commune.kind) is not False


def _question(given: DocumentInput, question: Question, texts: Texts) -> Row:
    wording = question.wording(given.case.commune.kind)
    anchors = wording.anchors_short or wording.anchors or ()
    levels = tuple((Run(str(level), strong=True), Run(f"{_WIDE}{text}")) for level, text in enumerate(anchors))
    text: Cell = Lines(((Run(wording.text or question.text, strong=True),), *levels, tuple(_boxes(texts))))
    return Row((question.id, text, ""))


def _boxes(texts: Texts) -> Iterator[Inline]:
    """A box for each level in a row, and one for what nobody knows."""
    for level in range(MAXIMUM_LEVEL + 1):
        yield TickBox(texts("documents.level-only", level=level))
        yield Run(f"{_GAP}{level}{_WIDE}")
    yield TickBox(texts("unknown-words"))
    yield Run(f"{_GAP}{texts('unknown-words')}")


def _cards(given: DocumentInput, texts: Texts) -> Iterator[Block]:
    """One set of voting cards."""
    yield Heading(2, texts("cards"))
    yield Paragraph(text=texts("cards-note"))
    yield level_cards(given)
