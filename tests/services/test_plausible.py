"""What is entered can go into a case file and come out of it; what could not is refused where it is entered."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from advisor_app.domain.agenda import AgendaStep
from advisor_app.domain.case import Case, CaseNote, Person
from advisor_app.domain.changes import (
    AgendaDaySet,
    BookingSet,
    Change,
    FilePlanEntrySet,
    HeadSet,
    NoteSet,
    ProcessSet,
    ServiceSet,
    UsageSet,
)
from advisor_app.domain.errors import Problem
from advisor_app.domain.file_plan import FilePlanEntry
from advisor_app.domain.plausibility import LONGEST_LIST, LONGEST_TEXT
from advisor_app.domain.process import ProcessSheet
from advisor_app.domain.service import Service
from advisor_app.domain.usage import ServiceUsage
from advisor_app.domain.words import LONGEST_LINE, Words
from advisor_app.services.workspace import Workspace, open_workspace
from advisor_app.texts.errors import sentence
from tests.profiles import make_recoverable
from tests.services.conftest import LICH, PREFERENCES, MondayClock, OpenCase, refused

PASSPHRASE = "vier Elstern am Bach"  # noqa: S105  # of a file that lives as long as a test


def wished(case: Case, wish: str) -> Change:
    return HeadSet(case.head, replace(case.head, wish=wish))


def paid_on(case: Case, day: date) -> Change:
    (booking,) = case.bookings.values()
    return BookingSet(booking.id, booking, replace(booking, applied_on=day))


def many_steps(case: Case) -> Change:
    day = next(iter(case.agenda.values()))
    steps = (AgendaStep(id=f"s{n}", title="Pause", minutes=1, minimum_minutes=0) for n in range(LONGEST_LIST + 1))
    return AgendaDaySet(day.id, day, replace(day, steps=tuple(steps)))


def long_sheet(_case: Case) -> Change:
    words = "x" * (LONGEST_TEXT - 1)
    return ProcessSet("p1", None, ProcessSheet(id="p1", number=1, trigger=words, result=words, forms=words))


def arrived(workspace: Workspace, case: Case, folder: Path) -> Case:
    """A case as it stands in another data folder that a case file was read into."""
    file = folder / "fall.bkcase"
    workspace.case_export.export(case.id, file, workspace.case_export.with_passphrase(PASSPHRASE))
    other = open_workspace(make_recoverable(folder / "other"), PREFERENCES, clock=MondayClock())
    imported = other.case_import.import_(other.case_import.preview(file, PASSPHRASE), {})
    found = other.cases.load(imported.case_id)
    other.close()
    return found


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lambda case: wished(case, "x" * (LONGEST_TEXT + 1)), Problem.TEXT_LONG),
        (lambda case: wished(case, "Gl\x07ocke"), Problem.TEXT_LETTERS),
        (lambda case: wished(case, "halber Buchstabe \udcff"), Problem.TEXT_LETTERS),
        (lambda case: paid_on(case, date(202, 9, 14)), Problem.DATE_FAR),
        (lambda case: paid_on(case, date.max), Problem.DATE_FAR),
        (many_steps, Problem.LIST_LONG),
        (long_sheet, Problem.RECORD_LONG),
    ],
)
def test_what_no_case_file_takes_is_refused_where_it_is_entered(
    workspace: Workspace, open_case: OpenCase, change: Callable[[Case], Change], problem: Problem
) -> None:
    session = open_case("M4")
    before = session.case
    error = refused(lambda: session.apply(change(before)), problem)
    assert "erhalten" in sentence(error, workspace.texts)
    assert session.case == before == workspace.cases.load(before.id)


def test_a_case_is_not_opened_with_it(workspace: Workspace) -> None:
    commune = workspace.register.get(LICH)
    refused(lambda: workspace.cases.create(commune, ["M4"], wish="\udcff"), Problem.TEXT_LETTERS)
    assert workspace.cases.load_all() == []


def test_neither_is_it_kept_of_a_person(open_case: OpenCase) -> None:
    session = open_case("M4")
    name = "x" * (LONGEST_LINE + 1)
    refused(lambda: session.save_person(Person(id="p1", name=name, phone="", email="")), Problem.TEXT_LONG)
    refused(lambda: session.save_person(Person(id="p1", name="\x07", phone="", email="")), Problem.TEXT_LETTERS)
    assert session.case.people == {}


def test_neither_does_it_stand_in_the_log(workspace: Workspace, open_case: OpenCase, tmp_path: Path) -> None:
    """Who wrote it, and whom the case is handed over to."""
    name, protection = "x" * (LONGEST_LINE + 1), workspace.case_export.with_passphrase(PASSPHRASE)
    refused(lambda: open_workspace(tmp_path / "data", PREFERENCES, author=name), Problem.TEXT_LONG)
    refused(lambda: open_workspace(tmp_path / "data", PREFERENCES, author="\udcff"), Problem.TEXT_LETTERS)
    case_id, file = open_case("M4").case.id, tmp_path / "fall.bkcase"
    export = workspace.case_export.export
    refused(lambda: export(case_id, file, protection, hand_over_to=name), Problem.TEXT_LONG)
    assert not file.exists()


def test_an_undone_step_of_earlier_days_can_be_brought_back(workspace: Workspace, open_case: OpenCase) -> None:
    """What stands in a log already is not asked again."""
    session = open_case("M4")
    workspace.cases._checks = ()
    earlier = workspace.cases.open(session.case.id)
    earlier.apply(wished(earlier.case, "Gl\x07ocke"))
    earlier.undo()
    assert workspace.cases.open(session.case.id).redo()


@pytest.mark.parametrize("number", ["022-10/3", "./7", "\\8", "9" * 300])
def test_numbers_are_written_as_the_house_writes_them(
    workspace: Workspace, open_case: OpenCase, tmp_path: Path, number: str
) -> None:
    session = open_case("M3")
    session.apply(
        FilePlanEntrySet("e1", None, FilePlanEntry(id="e1", number=number)),
        ProcessSet("p1", None, ProcessSheet(id="p1", number=1, service_key=number)),
        ServiceSet("l1", None, Service(id="l1", number=1, service_key=number)),
        UsageSet("n1", None, ServiceUsage(id="n1", title="Hundesteuer", service_key=number)),
    )
    assert arrived(workspace, session.case, tmp_path) == session.case


def test_a_case_of_many_long_texts_arrives(workspace: Workspace, open_case: OpenCase, tmp_path: Path) -> None:
    """Twenty notes as long as a note may be: ten million letters."""
    session = open_case("M4")
    at = workspace.clock.now()
    notes = [CaseNote(id=f"n{number}", at=at, words=Words("ä" * LONGEST_TEXT)) for number in range(20)]
    session.apply(*(NoteSet(note.id, None, note) for note in notes))
    assert arrived(workspace, session.case, tmp_path) == session.case
