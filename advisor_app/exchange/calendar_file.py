"""Calendar files (.ics, RFC 5545): days on which something is due, as tasks and as entries that every program shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from icalendar import Calendar, Event, Todo

_PRODUCT = "-//Beraterkoffer//DE"


@dataclass(frozen=True, slots=True, kw_only=True)
class DueTask:
    """Something to be done until a day (local); ``uid`` stays the same in every file, so that none stands twice."""

    uid: str
    title: str
    until: date
    details: str = ""
    done: bool = False


def write_calendar(name: str, tasks: Iterable[DueTask], at: datetime) -> bytes:
    """A calendar with an all-day entry and a task for each; ``at`` is the instant (UTC) at which it was written.

    Many calendars of offices pass over tasks, so each stands in an entry that takes the whole day and no time of it.
    """
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    for task in tasks:
        calendar.add_component(_event(task, at))
        calendar.add_component(_todo(task, at))
    content: bytes = calendar.to_ical()
    return content


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
