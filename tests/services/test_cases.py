"""Opening cases, booking and cancelling modules, checking funding."""

from dataclasses import replace
from datetime import date

import pytest

from advisor_app.domain.assessment import Answer, AnswerState, AssessmentKind
from advisor_app.domain.booking import BookingState, Financing
from advisor_app.domain.changes import AnswerSet, BookingSet
from advisor_app.domain.errors import Problem
from advisor_app.domain.prices import ModulePrice
from advisor_app.services.workspace import Workspace
from tests.example_catalog import FUNDING_TRUTH
from tests.services.conftest import LICH, OpenCase, refused


def test_a_new_case_has_bookings_assessments_and_days(workspace: Workspace, open_case: OpenCase) -> None:
    case = open_case("M4", "M1", "M4").case
    assert case.modules == ("M1", "M4")
    assert (case.commune.key, case.commune.title) == (LICH, "Stadt Lich")
    assert (case.head.adviser, case.head.opened_on) == ("Kim Berger", date(2026, 9, 14))
    assessments = [(item.kind, item.questionnaire) for item in case.assessments.values()]
    assert sorted(assessments, key=lambda item: item[1]) == [
        (AssessmentKind.WORKSHOP, "m1"),
        (AssessmentKind.WORKSHOP, "m4"),
    ]
    assert {day.template for day in case.agenda.values()} == {"m1-tag1", "m4-tag1"}
    assert workspace.cases.load(case.id) == case
    assert workspace.cases.of_commune(case.commune.id) == [case.id]


def test_a_case_may_have_no_module_yet(open_case: OpenCase) -> None:
    case = open_case().case
    assert (case.modules, dict(case.assessments), dict(case.agenda)) == ((), {}, {})


def test_an_unknown_module_leaves_no_case_behind(workspace: Workspace, open_case: OpenCase) -> None:
    refused(lambda: open_case("M4", "M9"), Problem.UNKNOWN_MODULE)
    assert workspace.portfolio.load() == ()


def test_cancelling_takes_out_what_was_not_worked_on(workspace: Workspace, open_case: OpenCase) -> None:
    session = open_case("M4")
    session.apply(*workspace.cases.cancel_changes(session.case, "M4"))
    assert (dict(session.case.bookings), dict(session.case.assessments), dict(session.case.agenda)) == ({}, {}, {})
    session.apply(*workspace.cases.booking_changes(session.case, "M4"))
    assert session.case.modules == ("M4",)
    (assessment,) = session.case.assessments.values()
    session.apply(AnswerSet(assessment.id, "4.1.1", None, Answer(state=AnswerState.ANSWERED, level=2)))
    session.apply(*workspace.cases.cancel_changes(session.case, "M4"))
    assert session.case.answer(assessment.id, "4.1.1").level == 2
    session.apply(*workspace.cases.booking_changes(session.case, "M4"))
    assert list(session.case.assessments) == [assessment.id]


@pytest.mark.parametrize("chosen", FUNDING_TRUTH)
def test_all_sixteen_combinations_follow_the_truth_table(workspace: Workspace, chosen: str) -> None:
    modules = [f"M{number}" for number in chosen]
    verdict = workspace.cases.check_funding(modules, date(2021, 6, 1))
    expected = FUNDING_TRUTH[chosen]
    if isinstance(expected, set):
        assert not verdict.funded
        assert not verdict.combination_allowed
        assert set(verdict.rules) == expected
        assert verdict.alternatives
    else:
        assert verdict.funded
        assert tuple(verdict.modules[module].payer for module in modules) == expected


@pytest.mark.parametrize(
    ("module", "on", "is_open"),
    [
        ("M1", date(2020, 9, 30), False),
        ("M1", date(2020, 10, 1), True),
        ("M2", date(2022, 12, 31), True),
        ("M2", date(2023, 1, 1), False),
        ("M4", date(2024, 12, 31), True),
        ("M4", date(2025, 1, 1), False),
    ],
)
def test_windows_open_and_close_by_day(workspace: Workspace, module: str, on: date, *, is_open: bool) -> None:
    assert workspace.cases.check_funding([module], on).modules[module].open is is_open


def test_earlier_bookings_of_the_commune_count(workspace: Workspace, open_case: OpenCase) -> None:
    session = open_case("M3")
    commune, case, on = [session.case.commune.id], session.case.id, date(2021, 6, 1)
    (booking,) = session.case.bookings.values()
    # Nobody knows yet who pays: the programme may, and pays once only.
    verdict = workspace.cases.check_funding(["M4"], on, commune)
    assert (verdict.funded, verdict.combination_allowed, verdict.rules) == (False, False, ("R2",))
    assert workspace.cases.check_funding(["M1"], on, commune).funded
    assert workspace.cases.check_funding(["M3"], on, commune).funded
    assert workspace.cases.check_funding(["M4"], on, commune, except_case=case).funded
    assert workspace.cases.check_funding(["M4"], on).funded
    for changed, allowed in (
        (replace(booking, financing=Financing.PROGRAMME, programme="SHH"), False),
        (replace(booking, financing=Financing.OWN), True),
        (replace(booking, state=BookingState.WITHDRAWN), True),
    ):
        session.apply(BookingSet(booking.id, booking, changed))
        assert workspace.cases.check_funding(["M4"], on, commune).combination_allowed is allowed
        session.undo()


def test_what_a_programme_paid_stays_used_up_whatever_was_paid_for_the_module_later(
    workspace: Workspace, open_case: OpenCase
) -> None:
    first, later = open_case("M3"), open_case("M3")
    for session, financing, programme in ((first, Financing.PROGRAMME, "SHH"), (later, Financing.OWN, None)):
        (booking,) = session.case.bookings.values()
        session.apply(BookingSet(booking.id, booking, replace(booking, financing=financing, programme=programme)))
    verdict = workspace.cases.check_funding(["M4"], date(2021, 6, 1), [first.case.commune.id])
    assert (verdict.combination_allowed, verdict.earlier) == (False, {"M3": "SHH"})


def test_an_answer_that_its_question_does_not_take_is_refused(open_case: OpenCase) -> None:
    session = open_case("M4")
    (assessment,) = session.case.assessments
    wrong = Answer(state=AnswerState.ANSWERED, level=7)
    refused(lambda: session.apply(AnswerSet(assessment, "4.1.1", None, wrong)), Problem.BAD_LEVEL)
    refused(lambda: session.apply(AnswerSet(assessment, "9.9.9", None, wrong)), Problem.UNKNOWN_QUESTION)
    refused(lambda: session.apply(AnswerSet("other", "4.1.1", None, wrong)), Problem.UNKNOWN_ASSESSMENT)
    assert not session.can_undo


def test_a_booking_takes_the_price_that_holds_on_its_day(workspace: Workspace, open_case: OpenCase) -> None:
    prices = (
        ModulePrice(module="M4", cents=480_000, valid_to=date(2026, 9, 13)),
        ModulePrice(module="M4", cents=520_000, valid_from=date(2026, 9, 14)),
    )
    workspace.set_preferences(replace(workspace.preferences, prices=prices))
    found = {booking.module: booking.price for booking in open_case("M1", "M4").case.bookings.values()}
    assert found == {"M1": None, "M4": 520_000}  # the clock says 14 September
