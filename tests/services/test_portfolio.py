"""The portfolio: a line per case, searched as one types."""

from datetime import date

from advisor_app.domain.booking import BookingState
from advisor_app.services.demo import ensure_example
from advisor_app.services.portfolio import search
from advisor_app.services.requests import Request, note_request
from advisor_app.services.workspace import Workspace
from tests.services.conftest import LICH, OpenCase


def test_a_row_says_how_a_case_stands(workspace: Workspace) -> None:
    assert not workspace.portfolio.is_loaded
    example = ensure_example(workspace)
    (row,) = workspace.portfolio.load()
    assert (row.case_id, row.modules, row.state, row.is_open) == (example, ("M1", "M4"), BookingState.FOLLOW_UP, True)
    assert (row.answered, row.asked, len(row.scores)) == (29, 29, 7)
    assert row.next_date is not None
    assert (row.next_date.on, row.next_date.is_call) == (date(2026, 12, 9), True)
    assert workspace.portfolio.rows == (row,)


def test_words_are_found_by_their_beginnings_in_any_spelling(workspace: Workspace, open_case: OpenCase) -> None:
    ensure_example(workspace)
    open_case("M2")
    rows = workspace.portfolio.load()

    def found(text: str) -> list[str]:
        return [row.commune.name for row in search(rows, text)]

    assert found("") == ["Eschentalbach", "Lich"]
    assert found("esch") == found("m4 gemeinde") == found("FELDMANN") == ["Eschentalbach"]
    assert found("giess") == found("Gieß") == found("065310") == found("lic angefragt") == ["Lich"]
    assert found("talbach") == found("lich m4") == []


def test_rows_follow_their_cases(workspace: Workspace, open_case: OpenCase) -> None:
    first = open_case("M4")
    workspace.portfolio.update(first.case)
    assert not workspace.portfolio.is_loaded
    assert len(workspace.portfolio.load()) == 1
    second = open_case("M1")
    workspace.portfolio.update(second.case)
    assert [row.case_id for row in workspace.portfolio.rows] == [first.case.id, second.case.id]


def test_a_request_is_noted_with_who_called_and_when_to_call_back(workspace: Workspace) -> None:
    lich = workspace.register.get(LICH)
    request = Request(commune=lich, name="Frau Roth", number="06404 1", wish="Pegel", call_back_on=date(2026, 9, 16))
    case = workspace.cases.load(note_request(workspace.cases, workspace.clock, request).case.id)
    ((contact,), (person,), (note,)) = (case.contacts.values(), case.people.values(), case.notes.values())
    assert (contact.person, person.name, person.phone, person.email) == (person.id, "Frau Roth", "06404 1", "")
    assert (case.head.wish, note.call_back_on) == ("Pegel", date(2026, 9, 16))
    by_mail = note_request(workspace.cases, workspace.clock, Request(commune=lich, number="roth@lich.example"))
    assert [person.email for person in by_mail.case.people.values()] == ["roth@lich.example"]
    bare = note_request(workspace.cases, workspace.clock, Request(commune=lich, modules=("M4",))).case
    assert (dict(bare.contacts), dict(bare.notes), bare.modules) == ({}, {}, ("M4",))
