"""What dropping a step costs, and the rest of a day of a case planned anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from fractions import Fraction
from pathlib import Path

import pytest
from icalendar import Calendar

from advisor_app.domain.agenda import AgendaDay, AgendaStep, find_step
from advisor_app.domain.agenda_course import begun, ended, skipped
from advisor_app.domain.agenda_edits import moved_to_day
from advisor_app.domain.agenda_replan import ReplanChoice
from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.changes import AgendaDaySet, AnswerSet, TargetSet
from advisor_app.domain.errors import Problem
from advisor_app.domain.local_time import LOCAL
from advisor_app.domain.words import Words
from advisor_app.services.agendas import DropOffer
from advisor_app.services.session import CaseSession
from advisor_app.services.workspace import Workspace
from tests.services.conftest import OpenCase, refused

ON = date(2026, 9, 14)


def at(clock: str) -> datetime:
    return datetime.combine(ON, time.fromisoformat(clock), LOCAL).astimezone(UTC)


@pytest.fixture
def session(open_case: OpenCase) -> CaseSession:
    """Return a case with module 4, whose first day is on 14 September 2026, and a second day from the packs."""
    return open_case("M4")


@pytest.fixture
def day(session: CaseSession) -> AgendaDay:
    found = next(iter(session.case.agenda.values()))
    dated = replace(found, on=ON)
    session.apply(AgendaDaySet(dated.id, found, dated))
    return dated


def named(day: AgendaDay, template_step: str) -> AgendaStep:
    return next(step for step in day.steps if step.template_step == template_step)


def offer_of(offers: tuple[DropOffer, ...], template_step: str) -> DropOffer:
    return next(offer for offer in offers if offer.step.template_step == template_step)


def test_steps_are_offered_in_the_order_of_the_pack_with_its_words(
    workspace: Workspace, session: CaseSession, day: AgendaDay
) -> None:
    offers = workspace.agendas.offers(session.case, day)
    assert [offer.step.template_step for offer in offers] == [
        "tag1-beispiele", "tag1-fragen-bereiche", "tag1-zielstufen", "tag1-bewertung",
    ]  # fmt: skip
    assert [offer.order for offer in offers] == [1, 2, 3, 4]
    examples = offers[0]
    assert examples.words.startswith("Die Gruppe bleibt bei den Ideen")
    assert examples.outcome == "Ideenkarten an der Pinnwand"
    assert "Drei Beispielblätter" in examples.materials
    assert "Pinnwand" not in examples.materials  # other steps need it as well
    assert (examples.questions, examples.thin, examples.without_target) == ((), (), ())


def test_what_has_begun_or_is_left_out_is_not_offered(
    workspace: Workspace, session: CaseSession, day: AgendaDay
) -> None:
    first, examples = named(day, "tag1-auftakt"), named(day, "tag1-beispiele")
    under_way = begun(begun(day, first.id, at("09:00")), examples.id, at("09:20"))
    under_way = skipped(under_way, named(day, "tag1-bewertung").id, at("09:30"))
    offers = workspace.agendas.offers(session.case, under_way)
    assert [offer.order for offer in offers] == [2, 3]


def test_questions_of_impact_areas_are_asked_behind_their_choice_and_the_others_before(
    workspace: Workspace, session: CaseSession, day: AgendaDay
) -> None:
    assessment = workspace.assessments.find(session.case)
    workspace.assessments.choose_areas(session, assessment, ("WB1",))
    offer = offer_of(workspace.agendas.offers(session.case, day), "tag1-fragen-bereiche")
    questionnaire = workspace.questionnaires.of(assessment)
    area = next(item for item in questionnaire.dimensions if item.id == "WB1")
    assert offer.questions == tuple(question.id for question in area.questions)
    assert [(item.id, item.title, item.coverage) for item in offer.thin] == [("WB1", area.title, Fraction(0))]
    assert offer.asked_in == "Klärungsliste"
    list_step = named(day, "tag1-klaerungsliste")
    done = ended(begun(day, list_step.id, at("09:45")), list_step.id, at("10:40"))
    assert offer_of(workspace.agendas.offers(session.case, done), "tag1-fragen-bereiche").asked_in == ""


def test_a_dimension_with_enough_answers_is_not_thin(
    workspace: Workspace, session: CaseSession, day: AgendaDay
) -> None:
    assessment = workspace.assessments.find(session.case)
    workspace.assessments.choose_areas(session, assessment, ("WB1",))
    questions = offer_of(workspace.agendas.offers(session.case, day), "tag1-fragen-bereiche").questions
    answer = Answer(state=AnswerState.ANSWERED, level=2)
    session.apply(*(AnswerSet(assessment.id, name, None, answer) for name in questions[1:]))
    offer = offer_of(workspace.agendas.offers(session.case, day), "tag1-fragen-bereiche")
    assert (offer.questions, offer.thin) == (questions[:1], ())


def test_dimensions_without_a_target_are_named(workspace: Workspace, session: CaseSession, day: AgendaDay) -> None:
    assessment = workspace.assessments.find(session.case)
    session.apply(TargetSet(assessment.id, "4.1", None, 3))
    offer = offer_of(workspace.agendas.offers(session.case, day), "tag1-zielstufen")
    assert offer.without_target == ("4.2", "4.3", "4.4", "4.5")


def test_a_plan_is_proposed_and_made_to_hold_in_one_step(
    workspace: Workspace, session: CaseSession, day: AgendaDay
) -> None:
    late = begun(day, named(day, "tag1-ergebnis").id, at("12:55"))
    session.apply(AgendaDaySet(day.id, day, late))
    choice = workspace.agendas.proposal(late, at("12:55"))
    plan = workspace.agendas.replan(session.case, late, at("12:55"), choice)
    assert plan.fits
    session.apply(*workspace.agendas.changes(session.case, plan))
    assert session.case.agenda[day.id] == plan.day
    session.undo()
    assert session.case.agenda[day.id] == late


def test_a_step_goes_to_another_day_of_the_case_and_keeps_what_the_packs_say_of_it(
    workspace: Workspace, session: CaseSession, day: AgendaDay
) -> None:
    second = AgendaDay(id="second", module="M1", title="Tag 2", number=2)
    session.apply(AgendaDaySet(second.id, None, second))
    step = named(day, "tag1-bewertung")
    plan = workspace.agendas.replan(session.case, day, at("08:00"), ReplanChoice(moves=((step.id, "second"),)))
    assert len(workspace.agendas.changes(session.case, plan)) == 2
    session.apply(*workspace.agendas.changes(session.case, plan))
    moved = find_step(session.case.agenda["second"], step.id)
    assert moved is not None
    assert moved.module == "M4"
    template = workspace.agendas.template_of(moved)
    assert template is not None
    assert template.drop_order == 4


def test_a_plan_that_changes_nothing_needs_no_step(workspace: Workspace, session: CaseSession, day: AgendaDay) -> None:
    plan = workspace.agendas.replan(session.case, day, at("08:00"), ReplanChoice())
    assert workspace.agendas.changes(session.case, plan) == ()


def test_days_that_are_over_get_no_steps(workspace: Workspace, session: CaseSession, day: AgendaDay) -> None:
    other = AgendaDay(id="other", module="M1", title="Tag 2", number=2)
    target, _ = moved_to_day(other, day, "nothing")
    over = replace(target, steps=(AgendaStep(id="x", title="x", minutes=5, minimum_minutes=5, skipped=True),))
    session.apply(AgendaDaySet(over.id, None, over))
    assert workspace.agendas.targets(session.case, day) == ()


def test_days_are_found_by_id_by_code_and_by_the_day_at_hand(
    workspace: Workspace, session: CaseSession, day: AgendaDay
) -> None:
    agendas = workspace.agendas
    for name in (day.id, day.id[-6:], "M4-1", "m4-1", ""):
        assert agendas.find(session.case, name) == day
    refused(lambda: agendas.find(session.case, "M9-1"), Problem.UNKNOWN_DAY)
    session.apply(AgendaDaySet(day.id, day, None))
    refused(lambda: agendas.find(session.case), Problem.NO_DAY)


def test_a_day_becomes_an_appointment_with_its_programme_and_without_anything_internal(
    workspace: Workspace, session: CaseSession, day: AgendaDay, tmp_path: Path
) -> None:
    steps = tuple(replace(step, note=Words("Herr X fehlt"), skipped=step.title == "Auftakt") for step in day.steps)
    placed = replace(day, place="Rathaus", ends=time(16), steps=(*steps[:-1], replace(steps[-1], module="M1")))
    file = tmp_path / "tag.ics"
    workspace.agendas.export_calendar(session.case, [placed], file)
    (event,) = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    assert event["summary"] == (
        f"Workshop Modul 4 Smart Region + Modul 1 {workspace.catalog.modules['M1'].title}: "
        f"{day.title} ({session.case.commune.title})"
    )
    assert event.decoded("dtstart") == datetime.combine(ON, time(9), LOCAL)
    assert event.decoded("dtend") == datetime.combine(ON, time(16), LOCAL)
    assert event["location"] == "Rathaus"
    programme = str(event["description"])
    assert programme.splitlines()[0] == "09:00–09:25  Beispiele aus Kommunen"
    assert "Auftakt" not in programme
    assert b"Herr X" not in file.read_bytes()


def test_a_day_without_a_date_is_no_appointment(workspace: Workspace, session: CaseSession, day: AgendaDay) -> None:
    refused(lambda: workspace.agendas.calendar(session.case, [replace(day, on=None)]), Problem.DAY_WITHOUT_DATE)
