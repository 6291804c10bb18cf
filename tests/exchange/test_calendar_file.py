"""Calendar files, read by a parser as calendars do."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from advisor_app.domain.local_time import LOCAL
from advisor_app.exchange.calendar_file import Appointment, DueTask, write_calendar

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


def appointment(begins: datetime, hours: int = 6) -> Appointment:
    return Appointment(
        uid="d1",
        title="Workshop Modul 4; Tag 1, Gemeinde Eschentalbach",
        begins=begins,
        ends=begins + timedelta(hours=hours),
        place="Rathaus, Sitzungssaal",
        details="09:00–09:20  Auftakt\n09:20–10:00  Gespräch über Ämter",
    )


def test_an_appointment_has_its_local_times_and_the_rules_of_their_zone() -> None:
    day = appointment(datetime(2026, 9, 14, 9, 0, tzinfo=LOCAL))
    content = write_calendar("Gemeinde Eschentalbach", [day], AT)
    assert b"DTSTART;TZID=Europe/Berlin:20260914T090000" in content
    calendar = Calendar.from_ical(content)
    (event,), (zone,) = calendar.walk("VEVENT"), calendar.walk("VTIMEZONE")
    assert zone["tzid"] == "Europe/Berlin"
    assert {rule.name for rule in zone.subcomponents} == {"STANDARD", "DAYLIGHT"}
    assert event.decoded("dtstart") == day.begins
    assert event.decoded("dtend") == day.ends
    assert (event["uid"], event["status"], event["transp"]) == ("d1@beraterkoffer", "CONFIRMED", "OPAQUE")
    assert (event["summary"], event["location"], event["description"]) == (day.title, day.place, day.details)
    assert calendar["version"] == "2.0"


def test_the_newer_file_holds_and_the_day_stays_the_same() -> None:
    older, newer = (
        Calendar.from_ical(write_calendar("", [appointment(datetime(2026, 9, day, 9, tzinfo=LOCAL))], at))
        for day, at in ((14, AT), (15, AT + timedelta(hours=1)))
    )
    (before,), (after,) = older.walk("VEVENT"), newer.walk("VEVENT")
    assert before["uid"] == after["uid"]
    assert before.decoded("sequence") < after.decoded("sequence")


def test_equal_days_at_an_equal_time_make_equal_files() -> None:
    day = appointment(datetime(2026, 1, 14, 9, 0, tzinfo=LOCAL))
    assert write_calendar("x", [day], AT) == write_calendar("x", [day], AT)
