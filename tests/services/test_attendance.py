"""Participants typed as lines, and taken over from the contacts."""

from __future__ import annotations

from dataclasses import replace

from advisor_app.domain.case import Case, Person
from advisor_app.domain.changes import ParticipantSet
from advisor_app.services.attendance import DoubledPerson, doubled_people, from_contacts, typed
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


def test_whoever_is_listed_twice_is_named_once_as_the_list_has_it() -> None:
    case = replace(full_case(), participants={})
    found = typed(case, ["Bernd Ruhl;;Bauhof", "Anna Schmitz", "Cem", "Schmitz, Anna;Leitung", "Bernd Ruhl;;bauhof"])
    case = replace(case, people={**case.people, **{person.id: person for person, _change in found}})
    case = listed(case, *(change for _person, change in found))
    ids = [change.id for _person, change in found]
    assert doubled_people(case) == (
        DoubledPerson("Bernd Ruhl", (ids[0], ids[4])),
        DoubledPerson("Anna Schmitz", (ids[1], ids[3])),
    )


def test_whoever_has_no_name_is_called_by_what_else_is_known() -> None:
    case = replace(full_case(), participants={})
    found = typed(case, ["; kim@example.org", ";Leitung;Kim@example.org"])
    case = replace(case, people={person.id: person for person, _change in found})
    (kim,) = doubled_people(listed(case, *(change for _person, change in found)))
    assert kim.name == "kim@example.org"


def test_contacts_are_taken_over_once_and_stay_the_same_person() -> None:
    case = replace(full_case(), participants={})
    (change,) = from_contacts(case)
    assert change.after is not None
    assert (change.after.person, change.after.function) == ("p1", "Hauptamt")
    assert not from_contacts(listed(case, change))


def test_a_contact_whose_name_was_erased_is_left_out() -> None:
    case = full_case()
    assert not from_contacts(replace(case, participants={}, people={"other": Person(id="other", name="x")}))
