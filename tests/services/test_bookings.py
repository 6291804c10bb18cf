"""Bookings followed: earlier ones of the commune also after a merger, several at a time, who pays how much."""

from dataclasses import replace
from datetime import date

from advisor_app.domain.agenda import AgendaDay
from advisor_app.domain.booking import BookingState, Financing
from advisor_app.domain.booking_course import BookingFinding
from advisor_app.domain.changes import AgendaDaySet, BookingSet
from advisor_app.domain.errors import Problem
from advisor_app.services.workspace import Workspace
from tests.services.conftest import LICH, OpenCase, refused


def test_earlier_bookings_count_over_cases_and_mergers(workspace: Workspace, open_case: OpenCase) -> None:
    register = workspace.register
    first, town = open_case("M1"), register.get(LICH)
    small = next(item for item in register.index.communes if item.name == "Laubach")
    small_case = workspace.cases.create(small, ["M2"])
    shared = workspace.cases.create(town, ["M3"], others=[small])
    later = open_case("M4")
    found = workspace.bookings.earlier(later.case)
    assert [(item.booking.module, item.case_id) for item in found] == [("M1", first.case.id), ("M3", shared.case.id)]
    register.merge(small, town)
    found = workspace.bookings.earlier(later.case)
    assert [item.booking.module for item in found] == ["M1", "M2", "M3"]  # each once, also where both share a case
    assert found[1].case_id == small_case.case.id
    assert workspace.bookings.earlier(first.case)[-1].booking.module == "M4"


def test_several_are_moved_in_one_step(workspace: Workspace, open_case: OpenCase) -> None:
    session, bookings = open_case("M1", "M4"), workspace.bookings
    names = bookings.named(session.case, ())
    session.apply(*bookings.moved(session.case, names, BookingState.APPLIED))
    assert {item.applied_on for item in session.case.bookings.values()} == {date(2026, 9, 14)}
    assert bookings.moved(session.case, names, BookingState.APPLIED) == []
    assert [item.module for item in bookings.unusual(session.case, names, BookingState.COMPLETED)] == ["M1", "M4"]
    assert bookings.unusual(session.case, names, BookingState.APPROVED) == ()
    session.undo()
    assert {item.state for item in session.case.bookings.values()} == {BookingState.REQUESTED}
    refused(lambda: bookings.named(session.case, ["M2"]), Problem.MODULE_NOT_BOOKED)


def test_undo_gives_back_the_day_on_which_a_booking_was_completed(workspace: Workspace, open_case: OpenCase) -> None:
    session, bookings = open_case("M1"), workspace.bookings
    (name,) = bookings.named(session.case, ())
    day = {"completed_on": date(2026, 8, 31)}
    session.apply(*bookings.set_all(session.case, [name], BookingState.COMPLETED, day))
    completed = session.case.bookings[name]
    session.apply(*bookings.moved(session.case, [name], BookingState.FOLLOW_UP))
    assert session.case.bookings[name].completed_on is None
    session.undo()
    assert session.case.bookings[name] == completed
    assert workspace.cases.load(session.case.id).bookings[name] == completed
    session.redo()
    assert session.case.bookings[name].completed_on is None


def test_a_programme_pays_only_what_it_knows(workspace: Workspace, open_case: OpenCase) -> None:
    session, bookings = open_case("M4"), workspace.bookings
    (booking,) = session.case.bookings.values()
    assert [item.id for item in bookings.programmes("M4")] == ["SHH"]
    change = bookings.changed(booking, financing=Financing.PROGRAMME, programme="SHH")
    session.apply(change)
    (booking,) = session.case.bookings.values()
    back = bookings.changed(booking, financing=Financing.OWN).after
    assert back is not None
    assert back.programme is None
    refused(lambda: bookings.changed(booking, programme="HMdIS"), Problem.BAD_VALUE)


def test_sums_and_findings_of_a_case(workspace: Workspace, open_case: OpenCase) -> None:
    session, bookings = open_case("M1", "M3", "M4"), workspace.bookings
    first, second, third = (session.case.bookings[name] for name in bookings.named(session.case, ()))
    for before, after in (
        (first, replace(first, financing=Financing.OWN, price=480_000)),
        (second, replace(second, financing=Financing.OWN)),
        (third, replace(third, state=BookingState.WITHDRAWN, financing=Financing.OWN, price=1)),
    ):
        session.apply(BookingSet(before.id, before, after))
    (own,) = bookings.sums(session.case)
    assert (own.financing, own.count, own.cents, own.without_price) == (Financing.OWN, 2, 480_000, 1)
    (moved,) = bookings.moved(session.case, [first.id], BookingState.SCHEDULED)
    session.apply(moved)
    scheduled = session.case.bookings[first.id]
    assert bookings.findings(session.case, scheduled) == (BookingFinding.SCHEDULED_WITHOUT_DAY,)
    day = AgendaDay(id="day", module="M1", title="Tag 1", number=9, on=date(2026, 10, 1))
    session.apply(AgendaDaySet(day.id, None, day))
    assert bookings.workshop(session.case, scheduled) == (date(2026, 10, 1),)
    assert bookings.findings(session.case, scheduled) == ()
