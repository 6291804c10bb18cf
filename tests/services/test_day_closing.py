"""Closing a day: what is open, the package in one folder, the state that is kept, and what is changed later."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from email import policy
from email.parser import BytesParser
from pathlib import Path
from zipfile import ZipFile

import pytest
from icalendar import Calendar

from advisor_app.domain.agenda import AgendaDay
from advisor_app.domain.agenda_course import begun
from advisor_app.domain.attendance import HalfDay, Participant, with_presence
from advisor_app.domain.case import Person
from advisor_app.domain.changes import AgendaDaySet, AssessmentSet, EvidenceSet, MinutesEntrySet, ParticipantSet
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.evidence import Subject
from advisor_app.domain.local_time import LOCAL
from advisor_app.domain.minutes import EntryKind, MinutesEntry
from advisor_app.domain.words import Audience, Words
from advisor_app.services import day_mail
from advisor_app.services.ids import new_id
from advisor_app.services.minutes import Place
from advisor_app.services.session import CaseSession
from advisor_app.services.workspace import Workspace
from tests.documents.reading import page_texts
from tests.documents.samples.workshop import flipchart
from tests.services.conftest import OpenCase


@pytest.fixture
def session(workspace: Workspace, open_case: OpenCase) -> CaseSession:
    """A case with a workshop day, two tasks, a note, a photo and somebody who was there in the morning."""
    opened = open_case("M4")
    first, *others = opened.case.agenda.values()
    day = replace(first, on=date(2026, 9, 14))
    opened.apply(AgendaDaySet(day.id, first, day), *(AgendaDaySet(other.id, other, None) for other in others))
    add(workspace, opened, EntryKind.TASK, "@Bauamt bis 30.09.2030 Leitfaden schreiben")
    add(workspace, opened, EntryKind.TASK, "Raum buchen")
    add(workspace, opened, EntryKind.NOTE, "bleibt unter uns")
    person = Person(id=new_id(), name="Aylin Öztürk")
    opened.save_person(person)
    there = with_presence(Participant(id=new_id(), person=person.id), day.id, [HalfDay.MORNING], present=True)
    opened.apply(ParticipantSet(there.id, None, there))
    return opened


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Where packages are written."""
    return tmp_path / "out"


def day_of(session: CaseSession) -> AgendaDay:
    (day,) = session.case.agenda.values()
    return day


def add(workspace: Workspace, session: CaseSession, kind: EntryKind, line: str) -> MinutesEntry:
    day = day_of(session)
    entry = workspace.minutes.typed(
        session.case, workspace.minutes.new_entry(Place(day, day.steps[0]), kind, line), line
    )
    session.apply(MinutesEntrySet(entry.id, None, entry))
    return entry


def with_photo(workspace: Workspace, session: CaseSession) -> None:
    day = day_of(session)
    stored = workspace.evidence.take_picture(flipchart("1"), "tafel.jpg")
    (change,) = workspace.evidence.added(session.case, [stored], Subject.step(day.id, day.steps[0].id))
    assert change.after is not None
    shown = replace(change.after, caption=Words("Tafel", Audience.MINUTES))
    session.apply(EvidenceSet(shown.id, None, shown))


def close(workspace: Workspace, session: CaseSession, folder: Path) -> list[str]:
    closing = workspace.day_closing
    done = closing.write(closing.order(session.case, day_of(session)), folder)
    session.apply(*done.changes)
    return [file.name for file in done.files]


def test_the_summary_names_what_is_open(workspace: Workspace, session: CaseSession) -> None:
    session.apply(workspace.evidence.awaited(Subject.step(day_of(session).id, day_of(session).steps[0].id)))
    found = workspace.day_closing.summary(session.case, day_of(session))
    assert len(found.open_steps) == len(day_of(session).steps)
    assert [entry.words.text for entry in found.lacking] == ["Raum buchen"]
    assert [entry.words.text for entry in found.unreleased] == ["bleibt unter uns"]
    assert len(found.open_entries) == 2
    assert len(found.awaited_photos) == 1
    assert found.unasked > 0
    assert found.attendance[HalfDay.MORNING] == 1
    assert found.attendance[HalfDay.AFTERNOON] == 0
    assert found.state is None


def test_the_package_holds_what_is_there(workspace: Workspace, session: CaseSession, out: Path) -> None:
    day = day_of(session)

    def told() -> tuple[tuple[str, ...], bool]:
        found = workspace.day_closing.summary(session.case, day)
        return found.documents, found.has_dates

    assert told() == (("minutes", "task-list", "mayor-page"), True)
    with_photo(workspace, session)
    assert told() == (("minutes", "photo-minutes", "task-list", "mayor-page"), True)
    session.apply(*(MinutesEntrySet(name, entry, None) for name, entry in session.case.minutes.items()))
    session.apply(*(AssessmentSet(name, made, None) for name, made in session.case.assessments.items()))
    assert told() == (("minutes", "photo-minutes", "task-list"), False)
    close(workspace, session, out)
    kept = {entry.document.kind for entry in session.case.archived_documents.values()}
    assert kept == {"minutes", "photo-minutes", "task-list"}
    assert {file.suffix for file in out.iterdir()} == {".pdf", ".docx", ".eml"}


def test_the_package_is_written_and_every_document_is_kept(
    workspace: Workspace, session: CaseSession, out: Path
) -> None:
    with_photo(workspace, session)
    names = close(workspace, session, out)
    assert {name.partition("_")[0] for name in names} >= {"Protokoll", "Fotoprotokoll", "Aufgabenliste"}
    assert {Path(name).suffix for name in names} == {".pdf", ".docx", ".ics", ".eml"}
    assert sorted(item.name for item in out.iterdir()) == sorted(names)
    (state,) = session.case.working_states.values()
    assert state.number == 1
    kept = [session.case.archived_documents[item] for item in state.archived_documents]
    assert {item.document.kind for item in kept} >= {"minutes", "photo-minutes", "task-list"}
    for entry in kept:
        written = workspace.document_archive.content(entry)
        assert any(file.read_bytes() == written for file in out.glob("*.pdf"))
    session.undo()
    assert not session.case.working_states
    assert not session.case.archived_documents


def test_nothing_internal_is_in_the_package(workspace: Workspace, session: CaseSession, out: Path) -> None:
    close(workspace, session, out)
    for file in out.glob("*.pdf"):
        text = " ".join(page_texts(file.read_bytes()))
        assert "unter uns" not in text
    for file in out.iterdir():
        assert b"unter uns" not in file.read_bytes()
    (copy,) = out.glob("*.docx")
    with ZipFile(copy) as parts:
        assert b"unter uns" not in parts.read("word/document.xml")


def test_the_calendar_has_what_is_due_and_the_message_has_the_minutes(
    workspace: Workspace, session: CaseSession, out: Path
) -> None:
    close(workspace, session, out)
    (calendar,) = out.glob("*.ics")
    (event,) = Calendar.from_ical(calendar.read_bytes()).walk("VEVENT")
    assert event["summary"] == "Bauamt: Leitfaden schreiben"
    assert event.decoded("dtstart") == date(2030, 9, 30)
    (message,) = out.glob("*.eml")
    mail = BytesParser(policy=policy.default).parsebytes(message.read_bytes())
    assert mail["X-Unsent"] == "1"
    assert "14.09.2026" in mail["Subject"]
    minutes, tasks, dates = mail.iter_attachments()
    for attached, pattern in ((minutes, "Protokoll_*.pdf"), (tasks, "Aufgabenliste_*.pdf"), (dates, "*.ics")):
        (file,) = out.glob(pattern)
        assert attached.get_filename() == file.name
        assert attached.get_payload(decode=True) == file.read_bytes()
    assert (minutes.get_content_type(), dates.get_content_type()) == ("application/pdf", "text/calendar")


def words_of_the_mail(workspace: Workspace, session: CaseSession, folder: Path) -> tuple[str, str]:
    """Subject and text of the message of a package that is written now."""
    close(workspace, session, folder)
    (message,) = folder.glob("*.eml")
    mail = BytesParser(policy=policy.default).parsebytes(message.read_bytes())
    body = mail.get_body()
    assert body is not None
    return str(mail["Subject"]), body.get_content().replace("\r\n", "\n")


def test_the_message_names_what_is_attached_and_nothing_else(
    workspace: Workspace, session: CaseSession, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, text = words_of_the_mail(workspace, session, out / "1")
    assert "– Protokoll\n– Aufgabenliste\n– Termine\n" in text
    assert "Fotoprotokoll" not in text
    with_photo(workspace, session)
    _, text = words_of_the_mail(workspace, session, out / "2")
    assert "– Fotoprotokoll\n" in text
    assert "gesondert" not in text
    # What a mail server would refuse is announced, not attached.
    (photos,) = (out / "2").glob("Fotoprotokoll_*.pdf")
    monkeypatch.setattr(day_mail, "MOST_ATTACHED", photos.stat().st_size - 1)
    _, text = words_of_the_mail(workspace, session, out / "3")
    assert "– Fotoprotokoll\n" not in text
    assert "Für eine E-Mail zu groß, deshalb gesondert: Fotoprotokoll" in text


def test_a_day_without_a_date_is_named_by_when_it_was_held(
    workspace: Workspace, session: CaseSession, out: Path
) -> None:
    day = day_of(session)
    session.apply(AgendaDaySet(day.id, day, replace(day, on=None)))
    now = workspace.clock.now().astimezone(LOCAL)
    subject, text = words_of_the_mail(workspace, session, out)
    assert f"vom {now:%d.%m.%Y}, " in subject
    assert f"am {now:%d.%m.%Y}. " in text


def test_the_same_minutes_are_the_same_state_and_others_a_new_one(
    workspace: Workspace, session: CaseSession, out: Path
) -> None:
    closing = workspace.day_closing
    close(workspace, session, out / "1")
    close(workspace, session, out / "2")
    assert [state.number for state in session.case.working_states.values()] == [1]
    add(workspace, session, EntryKind.NOTE, "auch unter uns")
    assert not closing.summary(session.case, day_of(session)).is_changed
    add(workspace, session, EntryKind.DECISION, "Es geht weiter")
    assert closing.summary(session.case, day_of(session)).is_changed
    told = workspace.documents.told(session.case, "minutes", day_of(session).id)
    assert "Geändert seit Arbeitsstand 1" in repr(told)
    close(workspace, session, out / "3")
    assert sorted(state.number for state in session.case.working_states.values()) == [1, 2]
    assert not closing.summary(session.case, day_of(session)).is_changed


def test_a_package_that_is_stopped_leaves_nothing(workspace: Workspace, session: CaseSession, out: Path) -> None:
    closing = workspace.day_closing
    order = closing.order(session.case, day_of(session))
    with pytest.raises(AdvisorError) as stopped:
        closing.write(order, out, _stop_after(1))
    assert stopped.value.problem is Problem.CANCELLED
    assert not list(out.iterdir())
    assert not session.case.archived_documents


def test_a_day_is_found_by_its_name(workspace: Workspace, session: CaseSession) -> None:
    day = day_of(session)
    later = replace(day, id=new_id(), number=2, on=date(2026, 9, 21))
    session.apply(AgendaDaySet(later.id, None, later))
    assert workspace.day_closing.find(session.case, "") == day, "the later one is still to come"
    assert workspace.day_closing.find(session.case, day.id) == day
    for name, problem in (("gibtesnicht", Problem.UNKNOWN_DAY), ("", Problem.NO_DAY)):
        case = session.case if name else replace(session.case, agenda={})
        with pytest.raises(AdvisorError) as refused:
            workspace.day_closing.find(case, name)
        assert refused.value.problem is problem


def test_without_a_name_the_day_that_ran_last_is_closed_and_never_one_to_come(
    workspace: Workspace, session: CaseSession
) -> None:
    first = day_of(session)
    to_come = replace(first, id=new_id(), number=2, on=date(2026, 9, 21))
    undated = replace(first, id=new_id(), number=3, on=None)
    find = workspace.day_closing.find
    for days in ((to_come,), (undated,), (to_come, undated)):
        with pytest.raises(AdvisorError) as refused:
            find(replace(session.case, agenda={day.id: day for day in days}), "")
        assert refused.value.problem is Problem.NO_DAY_HELD
    ran = begun(undated, undated.steps[0].id, workspace.clock.now())
    agenda = {day.id: day for day in (replace(first, on=date(2026, 9, 7)), ran, to_come)}
    assert find(replace(session.case, agenda=agenda), "") == ran


def test_each_working_state_has_a_folder_of_its_own_in_the_chosen_place(
    workspace: Workspace, session: CaseSession, tmp_path: Path
) -> None:
    closing = workspace.day_closing
    assert closing.folder(session.case, day_of(session)).parent.name == "Beraterkoffer"
    workspace.set_preferences(replace(workspace.preferences, package_place=str(tmp_path)))
    first = closing.folder(session.case, day_of(session))
    assert first == tmp_path / "Lich_2026-09-14_M4-1_Arbeitsstand-1"
    close(workspace, session, first)
    assert closing.folder(session.case, day_of(session)) == first, "nothing has changed since"
    add(workspace, session, EntryKind.TASK, "@Bauamt bis 30.09.2030 Raum buchen")
    assert closing.folder(session.case, day_of(session)).name.endswith("_Arbeitsstand-2")


def _stop_after(steps: int) -> Callable[[float, str], None]:
    seen: list[float] = []

    def step(share: float, _name: str) -> None:
        seen.append(share)
        if len(seen) > steps:
            raise AdvisorError(Problem.CANCELLED)

    return step
