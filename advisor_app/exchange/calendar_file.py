"""Calendar files (.ics, RFC 5545): appointments, and days on which something is due.

What is due stands as a task and as an entry that every program shows.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event, Todo

_PRODUCT = "-//Beraterkoffer//DE"
_SEQUENCE_FROM = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class DueTask:
    """Something to be done until a day (local); ``uid`` stays the same in every file, so that none stands twice."""

    uid: str
    title: str
    until: date
    details: str = ""
    done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """Something that takes place, aware and in the zone of its place; ``uid`` stays the same when it is moved."""

    uid: str
    title: str
    begins: datetime
    ends: datetime
    place: str = ""
    details: str = ""


def write_calendar(name: str, entries: Iterable[DueTask | Appointment], at: datetime) -> bytes:
    """A calendar with its entries; ``at`` is the instant (UTC) at which it was written, and the newer one of two holds.

    Many calendars of offices pass over tasks, so each stands in an entry that takes the whole day and no time of it.
    The rules of every zone that is named are in the file.
    """
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    for entry in entries:
        if isinstance(entry, Appointment):
            calendar.add_component(_appointment(entry, at))
        else:
            calendar.add_component(_event(entry, at))
            calendar.add_component(_todo(entry, at))
    calendar.add_missing_timezones()
    content: bytes = calendar.to_ical()
    return content


def _appointment(entry: Appointment, at: datetime) -> Event:
    event = Event()
    event.add("uid", f"{entry.uid}@beraterkoffer")
    event.add("dtstamp", at)
    event.add("sequence", max(int((at - _SEQUENCE_FROM) / timedelta(minutes=1)), 0))
    event.add("summary", entry.title)
    event.add("dtstart", entry.begins)
    event.add("dtend", entry.ends)
    event.add("status", "CONFIRMED")
    event.add("transp", "OPAQUE")
    if entry.place:
        event.add("location", entry.place)
    if entry.details:
        event.add("description", entry.details)
    return event


def _event(task: DueTask, at: datetime) -> Event:
    event = Event()
    event.add("uid", f"{task.uid}@beraterkoffer")
    event.add("dtstamp", at)
    event.add("summary", task.title)
    event.add("dtstart", task.until)
    event.add("dtend", task.until + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    if task.details:
        event.add("description", task.details)
    return event


def _todo(task: DueTask, at: datetime) -> Todo:
    todo = Todo()
    todo.add("uid", f"{task.uid}-task@beraterkoffer")
    todo.add("dtstamp", at)
    todo.add("summary", task.title)
    todo.add("due", task.until)
    todo.add("status", "COMPLETED" if task.done else "NEEDS-ACTION")
    if task.details:
        todo.add("description", task.details)
    return todo
