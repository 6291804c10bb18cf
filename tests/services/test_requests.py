"""A request becomes a case with the person who called and the promised call."""

from datetime import date

from advisor_app.services.requests import Request, note_in_case, note_request
from advisor_app.services.workspace import Workspace
from tests.services.conftest import LICH


def test_a_request_with_everything(workspace: Workspace) -> None:
    request = Request(
        commune=workspace.register.get(LICH),
        modules=("M3",),
        name="Jo Beispiel",
        number="06404 1",
        wish="E-Akte",
        call_back_on=date(2026, 9, 16),
    )
    session = note_request(workspace.cases, workspace.clock, request)
    case = workspace.cases.load(session.case.id)
    assert (case.commune.name, case.modules, case.head.wish, case.head.draft) == ("Lich", ("M3",), "E-Akte", False)
    (contact,) = case.contacts.values()
    assert (case.people[contact.person].name, case.people[contact.person].phone) == ("Jo Beispiel", "06404 1")
    (note,) = case.notes.values()
    assert (note.call_back_on, note.words.text, note.done) == (date(2026, 9, 16), "E-Akte", False)


def test_a_mail_address_is_one(workspace: Workspace) -> None:
    request = Request(commune=workspace.register.get(LICH), number="jo@example.org")
    (person,) = note_request(workspace.cases, workspace.clock, request).case.people.values()
    assert (person.email, person.phone) == ("jo@example.org", "")


def test_a_commune_is_enough(workspace: Workspace) -> None:
    session = note_request(workspace.cases, workspace.clock, Request(commune=workspace.register.get(LICH)))
    assert session.case.modules == ()
    assert not session.case.people
    assert not session.case.notes
    assert not session.can_undo


def test_a_call_can_be_kept_in_a_case_that_is_there(workspace: Workspace) -> None:
    first = note_request(workspace.cases, workspace.clock, Request(commune=workspace.register.get(LICH), wish="E-Akte"))
    again = Request(
        commune=workspace.register.get(LICH),
        modules=("M1", "M3"),
        name="Uta Muster",
        number="06404 2",
        wish="Fragt nach dem Preis",
        call_back_on=date(2026, 9, 18),
    )
    note_in_case(workspace.cases, workspace.clock, first.case.id, again)
    (case,) = workspace.cases.load_all()
    assert case.modules == ()  # what was said is noted, nothing is booked
    (note,) = case.notes.values()
    assert (note.words.text, note.call_back_on) == ("Fragt nach dem Preis · M1, M3", date(2026, 9, 18))
    assert [person.phone for person in case.people.values()] == ["06404 2"]


def test_a_call_of_which_nothing_was_entered_leaves_the_case_as_it_is(workspace: Workspace) -> None:
    request = Request(commune=workspace.register.get(LICH))
    case = note_request(workspace.cases, workspace.clock, request).case
    note_in_case(workspace.cases, workspace.clock, case.id, request)
    assert workspace.cases.load(case.id) == case
