"""What papers about the minutes of a day share: how entries are numbered and worded, and which state they show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from advisor_app.documents.blocks import Align, Callout, CalloutKind, Column, Fact, Lines, Row, Run, Table, Text
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.paper_blocks import TickBox
from advisor_app.documents.parts.workshop_days import clock_words, held, module_titles
from advisor_app.documents.wording import DASH
from advisor_app.domain.agenda import AgendaDay
from advisor_app.domain.day_minutes import DayMinutes, is_changed_since, last_state
from advisor_app.domain.local_time import LOCAL
from advisor_app.domain.minutes import EntryKind, MinutesEntry, WorkingState
from advisor_app.texts import Texts
from advisor_app.texts.numbers import format_date

_NUMBERED = (EntryKind.DECISION, EntryKind.TASK, EntryKind.OPEN_POINT, EntryKind.PARKED)


def numbers(given: DocumentInput, minutes: DayMinutes) -> Mapping[str, str]:
    """How entries are referred to (B1, A2, O1, T1), by their ids; notes and quotes have no number."""
    found: dict[str, str] = {}
    for kind in _NUMBERED:
        letter = given.texts(f"documents.day-minutes.letter.{kind.value}")
        found.update((entry.id, f"{letter}{place}") for place, entry in enumerate(minutes.of_kind(kind), start=1))
    return found


def day_facts(given: DocumentInput, day: AgendaDay) -> tuple[Fact, ...]:
    """Where, when, by whom, and in which state: what stands under the title."""
    facts = [
        Fact(given.texts("documents.commune"), given.house),
        Fact(given.texts("documents.day-minutes.day"), given.wording.appointment(day.on)),
        Fact(given.texts("documents.module"), module_titles(given, day)),
        Fact(given.texts("documents.day-minutes.time"), _times(given, day)),
        Fact(given.texts("documents.adviser"), given.wording.or_open(given.adviser)),
        Fact(given.texts("documents.day-minutes.place"), given.wording.or_open(day.place)),
    ]
    state = last_state(given.case, day.id)
    if state is not None:
        facts.append(Fact(given.texts("documents.day-minutes.state"), state_words(given, state)))
    return tuple(facts)


def _times(given: DocumentInput, day: AgendaDay) -> Text:
    times = held(day)
    words = clock_words(given, times.begins, times.ends)
    if not words:
        return given.wording.open
    return words if times.recorded else given.texts("documents.day-minutes.planned", times=words)


def state_words(given: DocumentInput, state: WorkingState) -> str:
    """``1 vom 14.09.2026, 16:04 Uhr``."""
    at = state.at.astimezone(LOCAL)
    day = format_date(at.date(), given.texts.language)
    return given.texts("documents.day-minutes.state-words", number=state.number, day=day, time=f"{at:%H:%M}")


def changed_since(given: DocumentInput, day: AgendaDay) -> tuple[Callout, ...]:
    """That the paper says something else than the day's last working state; nothing where it does not."""
    state = last_state(given.case, day.id)
    if state is None or not is_changed_since(given.case, state):
        return ()
    words = given.texts("documents.day-minutes.changed", state=state_words(given, state))
    return (Callout((words,), CalloutKind.ATTENTION),)


def until_words(given: DocumentInput, entry: MinutesEntry) -> Text:
    """The day until which something is done, or that it is open."""
    return given.wording.day(entry.until) if entry.until is not None else (Run(given.wording.open, quiet=True),)


def who_words(given: DocumentInput, entry: MinutesEntry) -> Text:
    """Who does something, roles by what they are called in this house, or that it is open."""
    names = [name.strip() for name in entry.who.split(",")]
    known = given.catalog.roles
    return given.wording.or_open(", ".join(given.role(name) if name in known else name for name in names if name))


def task_table(given: DocumentInput, texts: Texts, tasks: Sequence[MinutesEntry], known: Mapping[str, str]) -> Table:
    """Tasks with who does them and until when; the number of the measure where one has become one."""
    rows = []
    for task in tasks:
        what: list[Text] = [task.words.text]
        if task.measure in given.case.measures:
            what.append((Run(given.texts("documents.day-minutes.measure", measure=task.measure), quiet=True),))
        box = TickBox(given.texts("documents.day-minutes.done"), ticked=task.done)
        rows.append(
            Row(
                (known.get(task.id, DASH), Lines(tuple(what)), who_words(given, task), until_words(given, task), (box,))
            )
        )
    return Table(
        columns=(
            Column(title=given.texts("documents.day-minutes.number")),
            Column(title=given.texts("documents.day-minutes.task"), weight=3.2),
            Column(title=given.texts("documents.day-minutes.who"), weight=1.3),
            Column(title=given.texts("documents.day-minutes.until"), weight=0.9),
            Column(title=given.texts("documents.day-minutes.done"), align=Align.CENTRE),
        ),
        rows=tuple(rows),
        summary=texts("tasks-summary"),
    )
