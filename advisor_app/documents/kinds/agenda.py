"""The agenda of a workshop day as its participants get it."""

from __future__ import annotations

from collections.abc import Iterator

from advisor_app.documents.blocks import (
    Block,
    Column,
    Document,
    Fact,
    Heading,
    Lines,
    PageBreak,
    Paragraph,
    Row,
    Run,
    Table,
    Text,
    TitleBlock,
)
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.kind import EditableSection, section_of, written
from advisor_app.documents.paper_blocks import WritingLines
from advisor_app.documents.parts.booked_modules import module_line
from advisor_app.documents.parts.step_templates import step_templates, template_of
from advisor_app.documents.parts.workshop_days import chosen_day, clock_words, ends_of, module_titles, titled
from advisor_app.domain.agenda import AgendaDay, StepKind
from advisor_app.domain.agenda_schedule import ScheduledStep, schedule
from advisor_app.texts import Texts

KIND = "agenda"

_WELCOME = "welcome"
_NOTE_LINES = 24


def build(given: DocumentInput) -> Document:
    """The agenda of the chosen day, or of the first; raises AdvisorError(NO_DAY, UNKNOWN_DOCUMENT_ITEM)."""
    day = chosen_day(given, KIND)
    texts = given.texts.of_document(KIND)
    return given.document(KIND, texts("title"), day.title, _blocks(given, texts, day))


def sections(given: DocumentInput) -> tuple[EditableSection, ...]:
    """A few words of welcome above the agenda."""
    texts = given.texts.of_document(KIND)
    return (EditableSection(_WELCOME, texts("welcome-title"), texts("welcome")),)


def _blocks(given: DocumentInput, texts: Texts, day: AgendaDay) -> Iterator[Block]:
    planned = [item for item in schedule(day) if not item.step.skipped]
    yield TitleBlock(
        title=texts("heading"),
        subtitle=day.title,
        facts=(
            Fact(texts("documents.commune"), given.house),
            Fact(texts("day"), given.wording.appointment(day.on)),
            Fact(texts("documents.module"), module_titles(given, day)),
            Fact(texts("time"), _span(given, day, planned)),
            Fact(texts("documents.adviser"), given.wording.or_open(given.adviser)),
            Fact(texts("place"), given.wording.or_open(day.place)),
        ),
    )
    yield from written(given, KIND, section_of(sections(given), _WELCOME), day.id)
    if not planned:
        yield Paragraph(text=texts("no-steps"))
        return
    yield Table(
        columns=(
            Column(title=texts("time")),
            Column(title=texts("programme"), weight=1),
            Column(title=texts("method"), weight=0.4),
        ),
        rows=tuple(_row(given, day, item) for item in planned),
        summary=texts("summary", module=module_line(given, day.module)),
        header=1,
    )
    yield PageBreak()
    yield Heading(2, texts("notes"))
    yield WritingLines(label=texts("notes-label"), count=_NOTE_LINES)


def _span(given: DocumentInput, day: AgendaDay, planned: list[ScheduledStep]) -> Text:
    if not planned:
        return given.wording.open
    return clock_words(given, min(item.begins for item in planned), ends_of(day))


def _row(given: DocumentInput, day: AgendaDay, item: ScheduledStep) -> Row:
    step = item.step
    times = f"{item.begins:%H:%M}–{item.ends:%H:%M}"
    if step.kind is not StepKind.WORK:
        return Row(((Run(times, quiet=True),), (Run(titled(step), quiet=True),), ""))
    template = template_of(step_templates(given, day), step)
    title: tuple[Text, ...] = ((Run(titled(step), strong=True),),)
    if template is None:
        return Row((times, Lines(title), ""))
    goal: tuple[Text, ...] = (template.goal,) if template.goal else ()
    return Row((times, Lines((*title, *goal)), (Run(template.method, quiet=True),)))
