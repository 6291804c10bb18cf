"""Workshop days: which there are, when they were held and how long the work took, as recorded, else as planned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time

from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.kind import Item
from advisor_app.domain.agenda import AgendaDay, AgendaStep, StepKind, coded_days, days_in_order, is_over
from advisor_app.domain.agenda_schedule import agreed_end, planned_end
from advisor_app.domain.attendance_hours import minutes_by_half
from advisor_app.domain.case import Case
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.local_time import LOCAL


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldDay:
    """From when to when a day went (local time) and its minutes of work without breaks; None where nothing tells.

    ``recorded`` says that the times were taken during the day.
    """

    day: AgendaDay
    begins: time | None
    ends: time | None
    minutes: int | None
    recorded: bool


def days_of(case: Case, module: str) -> tuple[AgendaDay, ...]:
    """The workshop days of a module, by date and number."""
    return days_in_order(day for day in case.agenda.values() if day.module == module)


def day_items(given: DocumentInput) -> tuple[Item, ...]:
    """All workshop days, module by module, each with a code (``M4-1``)."""
    return tuple(
        Item(day.id, f"{code} {_day_title(given, day)}".rstrip(), day.module, code)
        for code, day in coded_days(given.case.agenda.values())
    )


def chosen_day(given: DocumentInput, kind: str) -> AgendaDay:
    """The day that a document is about, the first one where none is named.

    Raises AdvisorError: NO_DAY where the case has none, UNKNOWN_DOCUMENT_ITEM where the one named does not exist.
    """
    items = day_items(given)
    if not items:
        raise AdvisorError(Problem.NO_DAY)
    found = given.case.agenda.get(given.item or items[0].id)
    if found is None:
        document = given.texts(f"document-kinds.{kind}")
        raise AdvisorError(Problem.UNKNOWN_DOCUMENT_ITEM, name=given.item, document=document)
    return found


def held(day: AgendaDay) -> HeldDay:
    """The times of a day: the recorded ones once it is over; work that goes on in several groups counts once."""
    work = sum(minutes_by_half(day).values())
    spans = [(step.started, step.ended) for step in day.steps]
    taken = [(start, end) for start, end in spans if start is not None and end is not None]
    if is_over(day) and taken:
        return HeldDay(
            day=day,
            begins=_clock(min(start for start, _end in taken)),
            ends=_clock(max(end for _start, end in taken)),
            minutes=work,
            recorded=True,
        )
    return HeldDay(
        day=day,
        begins=day.start if day.steps else None,
        ends=ends_of(day).time() if day.steps else None,
        minutes=work if day.steps else None,
        recorded=False,
    )


def ends_of(day: AgendaDay) -> datetime:
    """The local time at which people can leave: the agreed end, or that of the last step where it is planned later."""
    planned = planned_end(day)
    return max(agreed_end(day) or planned, planned)


def module_titles(given: DocumentInput, day: AgendaDay) -> str:
    """The module of a day, and those that steps of it were taken from."""
    others = (step.module for step in day.steps if step.module and not step.skipped)
    return given.texts.joined([given.module_title(module) for module in dict.fromkeys((day.module, *others))])


def titled(step: AgendaStep) -> str:
    """The title of a step, behind the name of its group where several work beside each other."""
    return f"{step.group}: {step.title}" if step.group else step.title


def contents_of(day: AgendaDay) -> tuple[str, ...]:
    """What was worked on: the titles of the steps that were not left out."""
    return tuple(step.title for step in day.steps if step.kind is StepKind.WORK and not step.skipped)


def clock_words(given: DocumentInput, begins: time | datetime | None, ends: time | datetime | None) -> str:
    """``09:00–15:30 Uhr``; nothing where one of them is open."""
    if begins is None or ends is None:
        return ""
    return given.texts("documents.clock-span", begins=f"{begins:%H:%M}", ends=f"{ends:%H:%M}")


def duration_words(given: DocumentInput, minutes: int | None) -> str:
    """``5 h 45 min``; nothing where it is open."""
    if minutes is None:
        return ""
    hours, rest = divmod(minutes, 60)
    parts = [given.texts("documents.hours", count=hours)] if hours else []
    if rest or not hours:
        parts.append(given.texts("documents.minutes", count=rest))
    return " ".join(parts)


def _day_title(given: DocumentInput, day: AgendaDay) -> str:
    return day.title if day.on is None else f"{day.title} ({given.wording.day(day.on)})"


def _clock(moment: datetime) -> time:
    return moment.astimezone(LOCAL).time().replace(second=0, microsecond=0)
