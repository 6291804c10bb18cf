"""Candidates of a case: found by their numbers, taken over as use cases, and the way that suits the phase."""

from __future__ import annotations

import pytest

from advisor_app.domain.candidate_rules import Way
from advisor_app.domain.changes import AnswerSet
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.services.session import CaseSession
from advisor_app.services.workspace import Workspace
from tests.example_case import example_answers
from tests.services.conftest import OpenCase


@pytest.fixture
def session(open_case: OpenCase) -> CaseSession:
    return open_case("M4")


def test_a_candidate_becomes_a_use_case_that_says_the_same_in_one_step(
    workspace: Workspace, session: CaseSession
) -> None:
    service = workspace.candidates
    with pytest.raises(AdvisorError) as error:
        service.find(session.case)
    assert error.value.problem is Problem.NO_CANDIDATE
    made = service.create(session, "Pegelwarnung", ("WB8", "WB2"), "Sensoren am Bach")
    other = service.create(session, "Leerstand")
    assert made.areas == ("WB2", "WB8")
    assert service.find(session.case, "k-02") == other
    session.apply(*service.take_over(session.case, made.id))
    session.apply(*service.take_over(session.case, other.id))
    first, second = sorted(session.case.use_cases.values(), key=lambda item: item.number)
    assert (first.code, first.title, first.areas, first.solution) == (
        "UC-01",
        "Pegelwarnung",
        ("WB2", "WB8"),
        "Sensoren am Bach",
    )
    assert second.code == "UC-02"
    assert service.take_over(session.case, made.id) == ()
    session.undo()
    assert set(session.case.use_cases) == {first.id}
    assert session.case.candidates[other.id].use_case == ""


def test_unknown_areas_and_names_are_refused(workspace: Workspace, session: CaseSession) -> None:
    with pytest.raises(AdvisorError) as error:
        workspace.candidates.create(session, "X", ("WB9",))
    assert error.value.problem is Problem.UNKNOWN_AREA
    workspace.candidates.create(session, "X")
    with pytest.raises(AdvisorError) as error:
        workspace.candidates.find(session.case, "K-07")
    assert error.value.problem is Problem.UNKNOWN_CANDIDATE


def test_the_way_follows_from_the_phase_and_the_decision_keeps_it(workspace: Workspace, session: CaseSession) -> None:
    service = workspace.candidates
    assessment = service.assessment(session.case)
    assert assessment is not None
    assert service.suggestion(session.case).rule is None
    known = {item.id for item in workspace.questionnaires.of(assessment).questions}
    answers = {name: answer for name, answer in example_answers().items() if name in known}
    session.apply(*(AnswerSet(assessment.id, name, None, answer) for name, answer in answers.items()))
    suggestion = service.suggestion(session.case)
    assert suggestion.phase is not None
    numbers = range(suggestion.phase.worst, suggestion.phase.best + 1)
    possible = {service.rules.suggested(number) for number in numbers}
    assert {suggestion.rule, *suggestion.others} - {None} == possible
    session.apply(service.decide(session.case, Way.PLAN, "Magistrat"))
    decision = service.decision(session.case)
    assert decision is not None
    assert (decision.way, decision.decided_by, decision.phase) == (Way.PLAN, "Magistrat", suggestion.phase.number)
    session.apply(service.decide(session.case, Way.USE_CASE))
    changed = service.decision(session.case)
    assert changed is not None
    assert (changed.way, changed.decided_by, changed.decided_on) == (Way.USE_CASE, "Magistrat", decision.decided_on)


def test_the_shipped_rules_follow_the_fact_base(workspace: Workspace) -> None:
    rules = workspace.catalog.candidate_rules
    found = {number: rule.way for number in range(1, 6) if (rule := rules.suggested(number)) is not None}
    assert found == {1: Way.USE_CASE, 2: Way.USE_CASE, 3: Way.PLAN, 4: Way.PLAN, 5: Way.PLAN}
    supports = workspace.catalog.funding.supports
    assert (supports["I"].commune_ceiling, supports["I"].minimum_communes) == (25_000, 3)
    assert (supports["H"].quota_percent, supports["H"].alliance_quota_percent) == (80, 90)
