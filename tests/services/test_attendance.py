"""Participants typed as lines, and taken over from the contacts."""

from __future__ import annotations

from dataclasses import replace

from advisor_app.domain.case import Case, Person
from advisor_app.domain.changes import ParticipantSet
from advisor_app.services.attendance import from_contacts, typed
from tests.documents.samples import full_case, small_case


def listed(case: Case, *changes: ParticipantSet) -> Case:
    added = {change.id: change.after for change in changes if change.after is not None}
    return replace(case, participants={**case.participants, **added})


def test_a_line_is_a_person_with_function_and_office() -> None:
    found = typed(small_case(), ["Anna Schmitz; Leitung ;Bauamt", "Bernd\t\tBauhof", "", " ; ;", "Cem", " ;Kämmerin"])
    assert [
        (person.name, change.after and change.after.function, change.after and change.after.office)
        for person, change in found
    ] == [("Anna Schmitz", "Leitung", "Bauamt"), ("Bernd", "", "Bauhof"), ("Cem", "", ""), ("", "Kämmerin", "")]
    assert [change.after.position for _person, change in found if change.after is not None] == [0, 1, 2, 3]
    assert all(change.after is not None and change.after.person == person.id for person, change in found)


def test_contacts_are_taken_over_once_and_stay_the_same_person() -> None:
    case = replace(full_case(), participants={})
    (change,) = from_contacts(case)
    assert change.after is not None
    assert (change.after.person, change.after.function) == ("p1", "Hauptamt")
    assert not from_contacts(listed(case, change))


def test_a_contact_whose_name_was_erased_is_left_out() -> None:
    case = full_case()
    assert not from_contacts(replace(case, participants={}, people={"other": Person(id="other", name="x")}))
