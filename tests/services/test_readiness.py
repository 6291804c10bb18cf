"""„Startklar?“: the program looks where it can, opens a backup for it, and keeps what came of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from advisor_app.domain.agenda import AgendaDay
from advisor_app.domain.case import Contact, Person
from advisor_app.domain.changes import AgendaDaySet, ContactSet, SentFormSet
from advisor_app.domain.errors import Problem
from advisor_app.domain.readiness import ReadyPoint, ReadyResult, ReadyState, is_settled
from advisor_app.domain.sent_form import FormReturn
from advisor_app.services.session import CaseSession
from advisor_app.services.workspace import Workspace
from advisor_app.storage.profile import DATABASE_NAME
from tests.services.conftest import OpenCase, refused
from tests.services.forming import DUE

TOMORROW = date(2026, 9, 15)

Look = Callable[[], dict[ReadyPoint, ReadyResult]]


@pytest.fixture
def session(open_case: OpenCase) -> CaseSession:
    session = open_case("M4")
    (first,) = session.case.agenda.values()
    session.apply(AgendaDaySet(first.id, first, replace(first, on=TOMORROW)))
    second = replace(first, id="second", number=2, on=date(2026, 9, 29))
    session.apply(AgendaDaySet(second.id, None, second))
    return session


@pytest.fixture
def day(workspace: Workspace, session: CaseSession) -> AgendaDay:
    return workspace.readiness.find(session.case, "")


@pytest.fixture
def look(workspace: Workspace, session: CaseSession, day: AgendaDay) -> Look:
    def looked() -> dict[ReadyPoint, ReadyResult]:
        results = workspace.readiness.checked(session.case, day)
        session.apply(workspace.readiness.kept(session.case, day, results))
        return {result.point: result for result in results}

    return looked


def test_the_next_day_is_looked_at_and_it_is_its_eve(
    workspace: Workspace, session: CaseSession, day: AgendaDay
) -> None:
    readiness = workspace.readiness
    assert (day.on, readiness.is_eve(day)) == (TOMORROW, True)
    assert [readiness.is_eve(other) for other in readiness.days(session.case)] == [True, False]
    assert readiness.find(session.case, "m4-2").on == date(2026, 9, 29)
    refused(lambda: readiness.find(session.case, "M4-9"), Problem.UNKNOWN_DAY)
    without = workspace.cases.create(workspace.register.get(session.case.commune.id), ())
    refused(lambda: readiness.find(without.case, ""), Problem.NO_DAY)
    for ahead in readiness.days(session.case):
        session.apply(AgendaDaySet(ahead.id, ahead, replace(ahead, on=date(2026, 9, 1))))
    refused(lambda: readiness.find(session.case, ""), Problem.NO_DAY_AHEAD)
    assert readiness.find(session.case, "m4-2").on == date(2026, 9, 1)


def test_a_backup_is_opened_and_its_cases_are_counted(workspace: Workspace, look: Look) -> None:
    assert workspace.backups.newest is None
    found = look()[ReadyPoint.BACKUP]
    assert (found.state, found.found, found.by_hand) == (ReadyState.READY, 1, False)
    newest = workspace.backups.newest
    assert newest is not None
    assert newest.cases == 1


def test_a_backup_that_does_not_open_is_told(workspace: Workspace, session: CaseSession, day: AgendaDay) -> None:
    newest = workspace.backups.create().backup
    database = newest.folder / DATABASE_NAME
    database.write_bytes(database.read_bytes()[:4096])
    found = {item.point: item for item in workspace.readiness.checked(session.case, day)}[ReadyPoint.BACKUP]
    assert (found.state, found.found, found.wanted) == (ReadyState.NOT_READY, 0, 1)
    assert workspace.backups.newest == newest


def test_people_count_where_they_can_be_called(session: CaseSession, look: Look) -> None:
    assert look()[ReadyPoint.CONTACT].state is ReadyState.NOT_READY
    for number, phone in enumerate(("", "06404 1")):
        person = Person(id=f"p{number}", name="Frau Roth", phone=phone)
        session.save_person(person)
        session.apply(ContactSet(person.id, None, Contact(id=person.id, person=person.id)))
    found = look()[ReadyPoint.CONTACT]
    assert (found.state, found.found, found.wanted) == (ReadyState.READY, 1, 2)


def test_answers_are_in_when_the_newest_form_of_every_role_is(
    workspace: Workspace, session: CaseSession, look: Look, tmp_path: Path
) -> None:
    assert (look()[ReadyPoint.ANSWERS].state, look()[ReadyPoint.ANSWERS].wanted) == (ReadyState.NOT_READY, 0)
    forms = workspace.forms
    session.apply(*forms.make(forms.prepare(session.case, "M4", DUE, ["HA"]), tmp_path).changes)
    found = look()[ReadyPoint.ANSWERS]
    assert (found.state, found.found, found.wanted) == (ReadyState.NOT_READY, 0, 1)
    (form,) = session.case.sent_forms.values()
    back = FormReturn(content_digest="1", file_digest="2", imported_at=workspace.clock.now(), answers=3)
    session.apply(SentFormSet(form.number, form, replace(form, returns=(back,))))
    assert look()[ReadyPoint.ANSWERS].state is ReadyState.READY


def test_what_is_vouched_for_is_kept_with_its_time_and_can_be_taken_back(
    workspace: Workspace, session: CaseSession, day: AgendaDay
) -> None:
    readiness = workspace.readiness
    for point in ReadyPoint:
        session.apply(readiness.ticked(session.case, day, point, ready=True))
    check = readiness.check_of(workspace.cases.load(session.case.id), day)
    assert check.is_ready
    result = check.result(ReadyPoint.SCREEN)
    assert is_settled(result)
    assert result is not None
    assert (result.by_hand, result.at.date()) == (True, date(2026, 9, 14))
    for point in ReadyPoint:
        session.apply(readiness.ticked(session.case, day, point, ready=False))
    assert session.case.ready_checks == {}


def test_the_emergency_folder_is_one_file_with_all_that_is_in_it(
    workspace: Workspace, session: CaseSession, day: AgendaDay, tmp_path: Path
) -> None:
    readiness = workspace.readiness
    items = readiness.folder_items(session.case, day)
    assert [item.kind for item in items] == ["emergency-folder", "run-sheet", "questionnaire-blank"]
    # what the pages look like is tested with their kinds: here the smallest of them will do
    pack = readiness.draw_folder(tuple(item for item in items if item.kind == "run-sheet"))
    file = tmp_path / readiness.folder_name(session.case)
    readiness.write_folder(pack, file)
    assert file.name == "Notfallmappe_Lich.pdf"
    with pikepdf.open(file) as written:
        assert len(written.pages) == pack.pages + pack.blank
        assert str(written.docinfo["/Title"]) == "Notfallmappe Stadt Lich"
    session.apply(readiness.made(session.case, day, ReadyPoint.EMERGENCY_FOLDER, pack.pages))
    assert ReadyPoint.EMERGENCY_FOLDER not in readiness.check_of(session.case, day).missing
