"""Calendar files, read by a parser as calendars do."""

from __future__ import annotations

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from advisor_app.exchange.calendar_file import DueTask, write_calendar

AT = datetime(2026, 9, 14, 16, 0, tzinfo=UTC)
TASK = DueTask(uid="m1", title="Leitfaden; Bauamt, Bauhof", until=date(2026, 9, 30), details="Zeile 1\nZeile 2")


def test_a_task_takes_the_whole_day_and_is_a_task_as_well() -> None:
    calendar = Calendar.from_ical(write_calendar("Gemeinde Eschentalbach", [TASK], AT))
    (event,), (todo,) = calendar.walk("VEVENT"), calendar.walk("VTODO")
    assert event.decoded("dtstart") == date(2026, 9, 30)
    assert event.decoded("dtend") == date(2026, 10, 1)
    assert event["transp"] == "TRANSPARENT"
    assert todo.decoded("due") == date(2026, 9, 30)
    assert todo["status"] == "NEEDS-ACTION"
    for item in (event, todo):
        assert item["summary"] == TASK.title
        assert item["description"] == TASK.details
        assert item.decoded("dtstamp") == AT
    assert event["uid"] != todo["uid"]


def test_what_is_done_says_so() -> None:
    done = DueTask(uid="m1", title="x", until=TASK.until, done=True)
    (todo,) = Calendar.from_ical(write_calendar("", [done], AT)).walk("VTODO")
    assert todo["status"] == "COMPLETED"


@given(st.text(st.characters(exclude_categories=["C"]), max_size=200), st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_whatever_is_written_is_read(title: str, until: date) -> None:
    content = write_calendar(title, [DueTask(uid="m1", title=title, until=until)], AT)
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    assert event["summary"] == title
    assert event.decoded("dtstart") == until
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
