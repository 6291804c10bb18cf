"""When the time of a case and of its people has come, and how they are kept longer."""

from dataclasses import replace
from datetime import date

from advisor_app.domain.attendance import HalfDay, Participant, Presence
from advisor_app.domain.case import Contact, Person, Retention
from advisor_app.domain.changes import AgendaDaySet, ContactSet, HeadSet, ParticipantSet, RetentionSet
from advisor_app.services.retention import PersonTerm, RetentionTerms
from advisor_app.services.session import CaseSession
from advisor_app.services.workspace import Workspace
from advisor_app.storage.retention import RetentionStore
from tests.services.conftest import MondayClock, OpenCase


def terms(workspace: Workspace, year: int, months: int = 12) -> RetentionTerms:
    """The terms as they are on 14.09. of a year."""
    return RetentionTerms(RetentionStore(workspace.database), MondayClock(year), months)


def keep(session: CaseSession, until: Retention | None) -> None:
    session.apply(RetentionSet(session.case.retention, until))


def test_a_case_is_due_so_many_months_after_its_last_change(workspace: Workspace, open_case: OpenCase) -> None:
    case = open_case("M4").case
    assert workspace.retention.months == 12
    assert terms(workspace, 2026).due() == []
    (due,) = terms(workspace, 2027).due()
    assert (due.case_id, due.changed_on, due.due_on) == (case.id, date(2026, 9, 14), date(2027, 9, 14))
    assert due.communes == case.head.communes
    assert terms(workspace, 2027, months=13).due() == []
    assert terms(workspace, 2026).due_on(case) == date(2027, 9, 14)


def test_keeping_a_case_longer_is_a_step_and_no_work_on_it(workspace: Workspace, open_case: OpenCase) -> None:
    session = open_case("M4")
    keep(session, Retention(until=date(2028, 3, 31), reason="Folgeerhebung"))
    assert session.case.retention == Retention(until=date(2028, 3, 31), reason="Folgeerhebung")
    assert terms(workspace, 2027).due() == []
    (due,) = terms(workspace, 2028).due()
    assert due.due_on == date(2028, 3, 31)
    session.undo()
    assert session.case.retention is None
    assert len(terms(workspace, 2027).due()) == 1
    keep(session, Retention(until=date(2026, 10, 1)))
    assert terms(workspace, 2027).due()[0].due_on == date(2027, 9, 14)  # never shorter than the usual time
    keep(session, None)
    assert session.case.retention is None


def test_the_longest_overdue_comes_first(workspace: Workspace, open_case: OpenCase) -> None:
    first, second = open_case("M4"), open_case("M1")
    keep(first, Retention(until=date(2027, 10, 1)))
    second.apply(HeadSet(second.case.head, replace(second.case.head, room="EG")))
    assert [item.case_id for item in terms(workspace, 2028).due()] == [second.case.id, first.case.id]


def test_due_cases_are_named_once_a_week(workspace: Workspace) -> None:
    retention = terms(workspace, 2026)
    assert retention.is_time_to_name("")
    assert retention.is_time_to_name("unlesbar")
    assert retention.is_time_to_name("2026-09-07")
    assert not retention.is_time_to_name("2026-09-08")


ANNA, BERT = Person(id="p-anna", name="Annegret Wolkenhauer"), Person(id="p-bert", name="Bert Zinnober")


def with_people(session: CaseSession) -> str:
    """A contact and somebody who was there on 14.09.2026; the id of the case."""
    (day, *_) = session.case.agenda.values()
    dated = replace(day, on=date(2026, 9, 14))
    there = Participant(id="t", person=BERT.id, present=(Presence(day.id, HalfDay.MORNING),))
    for person in (ANNA, BERT):
        session.save_person(person)
    session.apply(
        AgendaDaySet(day.id, day, dated),
        ContactSet("k", None, Contact(id="k", person=ANNA.id)),
        ParticipantSet("t", None, there),
    )
    return session.case.id


def due_people(workspace: Workspace, year: int) -> list[tuple[str, date]]:
    return [(item.name, item.due_on) for item in terms(workspace, year).due_people()]


def test_people_are_due_by_their_part_or_by_their_own_day(workspace: Workspace, open_case: OpenCase) -> None:
    session = open_case("M4")
    with_people(session)
    retention = workspace.retention
    assert due_people(workspace, 2026) == []
    assert due_people(workspace, 2027) == [(ANNA.name, date(2027, 9, 14)), (BERT.name, date(2027, 9, 14))]
    retention.keep_person_until(session, ANNA.id, date(2027, 12, 31))
    retention.keep_person_until(session, BERT.id, date(2026, 9, 1))
    assert due_people(workspace, 2026) == [(BERT.name, date(2026, 9, 1))]
    assert due_people(workspace, 2027) == [(BERT.name, date(2026, 9, 1))]
    assert retention.people(session.case)[ANNA.id] == PersonTerm(
        usual=date(2027, 9, 14), own=date(2027, 12, 31), is_due=False
    )
    session.undo()
    assert due_people(workspace, 2026) == []
    retention.keep_person_until(session, ANNA.id, None)
    assert session.case.person_retentions == {}


def test_to_keep_a_person_is_no_work_on_the_case(workspace: Workspace, open_case: OpenCase) -> None:
    session = open_case("M4")
    with_people(session)
    before = RetentionStore(workspace.database).changed_at(session.case.id)
    workspace.retention.keep_person_until(session, ANNA.id, date(2030, 1, 1))
    assert RetentionStore(workspace.database).changed_at(session.case.id) == before
    assert len(terms(workspace, 2027).due()) == 1


def test_what_all_cases_tell_is_what_one_case_tells(workspace: Workspace, open_case: OpenCase) -> None:
    session = open_case("M4")
    with_people(session)
    contact = session.case.contacts["k"]
    session.apply(ContactSet("k", contact, None))  # nobody talks to her any more, and her number is still there
    late = terms(workspace, 2027)
    told = {item.person: item.due_on for item in late.due_people()}
    assert told == {name: term.until for name, term in late.people(session.case).items() if term.is_due}
    assert told[ANNA.id] == date(2026, 9, 14)


def test_people_whose_time_has_come_are_erased_at_once(workspace: Workspace, open_case: OpenCase) -> None:
    session = open_case("M4")
    with_people(session)
    workspace.retention.keep_person_until(session, BERT.id, date(2026, 9, 1))
    record = workspace.erasure.erase_people(session.case, [ANNA, BERT], reason="Frist")
    kinds = {name: record.counts[name] for name in ("person", "contact", "participant", "person-retention")}
    assert kinds == {"person": 2, "contact": 1, "participant": 1, "person-retention": 1}
    assert {item.subject for item in workspace.erasure.records()} == {ANNA.id, BERT.id}
    assert all(item.finished for item in workspace.erasure.records())
    after = workspace.cases.load(session.case.id)
    assert (after.people, after.contacts, after.participants, after.person_retentions) == ({}, {}, {}, {})
