"""Until when a person's data is kept: by the part in the case, by the case's own time, by the person's own day."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.agenda import AgendaDay
from advisor_app.domain.attendance import HalfDay, Participant, Presence
from advisor_app.domain.case import Contact, Person, PersonRetention
from advisor_app.domain.months import add_months
from advisor_app.domain.person_terms import CaseTerm, PersonPart, last_day_of, parts_of, usual_day
from tests.example_case import example_case

TERM = CaseTerm(changed_on=date(2027, 3, 1), due_on=date(2028, 3, 1))
DAYS = st.dates(date(2020, 1, 1), date(2035, 1, 1))
PARTS = st.builds(
    PersonPart,
    is_contact=st.booleans(),
    takes_part=st.booleans(),
    last_day=st.none() | DAYS,
    until=st.none() | DAYS,
)


def test_a_contact_is_kept_as_long_as_the_case() -> None:
    part = PersonPart(is_contact=True, takes_part=True, last_day=date(2026, 9, 14))
    assert usual_day(part, TERM, 12) == TERM.due_on


def test_who_only_took_part_goes_so_many_months_after_the_last_day() -> None:
    part = PersonPart(takes_part=True, last_day=date(2026, 9, 14))
    assert usual_day(part, TERM, 12) == date(2027, 9, 14)
    assert usual_day(PersonPart(takes_part=True), TERM, 12) == TERM.due_on


def test_a_case_that_is_kept_longer_keeps_its_participants() -> None:
    part = PersonPart(takes_part=True, last_day=date(2026, 9, 14))
    longer = CaseTerm(changed_on=TERM.changed_on, due_on=date(2030, 1, 1), kept_until=date(2030, 1, 1))
    assert usual_day(part, longer, 12) == date(2030, 1, 1)


def test_who_has_no_part_in_the_case_any_more_can_go() -> None:
    assert usual_day(PersonPart(), TERM, 12) == TERM.changed_on


@given(part=PARTS, months=st.integers(1, 60), kept=st.none() | DAYS)
def test_the_own_day_holds_and_nobody_is_usually_kept_longer_than_the_case(
    part: PersonPart, months: int, kept: date | None
) -> None:
    due = add_months(TERM.changed_on, months)
    term = CaseTerm(changed_on=TERM.changed_on, due_on=max(due, kept or due), kept_until=kept)
    assert usual_day(part, term, months) <= term.due_on
    assert last_day_of(part, term, months) == (part.until or usual_day(part, term, months))


def test_the_parts_are_read_from_contacts_participants_and_days() -> None:
    case = replace(
        example_case(),
        people={name: Person(id=name, name=name) for name in ("a", "b", "c")},
        contacts={"k": Contact(id="k", person="a")},
        agenda={
            day: AgendaDay(id=day, module="M4", number=number, title=day, on=on)
            for number, (day, on) in enumerate((("d1", date(2026, 9, 14)), ("d2", date(2026, 9, 21)), ("d3", None)), 1)
        },
        participants={
            "t": Participant(
                id="t", person="b", present=tuple(Presence(day, HalfDay.MORNING) for day in ("d1", "d2", "d3", "gone"))
            )
        },
        person_retentions={"b": PersonRetention(id="b", until=date(2026, 12, 31))},
    )
    assert parts_of(case) == {
        "a": PersonPart(is_contact=True),
        "b": PersonPart(takes_part=True, last_day=date(2026, 9, 21), until=date(2026, 12, 31)),
        "c": PersonPart(),
    }
