"""Dots for impact areas in a case: begun, counted, opened, taken over in one step, refused where they do not fit."""

from __future__ import annotations

import pytest

from advisor_app.charts.area_dots import AreaDotsChart
from advisor_app.domain.changes import AreaPollSet
from advisor_app.domain.errors import Problem
from advisor_app.domain.projection import ProjectableDots
from advisor_app.domain.release import released_to
from advisor_app.domain.words import Audience
from advisor_app.services.projected import ProjectedCharts
from advisor_app.services.session import CaseSession
from advisor_app.services.workspace import Workspace
from tests.services.conftest import OpenCase, refused


@pytest.fixture
def session(open_case: OpenCase) -> CaseSession:
    return open_case("M4")


def begun(workspace: Workspace, session: CaseSession) -> str:
    assessment = session.case.default_assessment()
    assert assessment is not None
    change = workspace.area_polls.start(assessment, 4, 3)
    session.apply(change)
    return change.id


def shown(workspace: Workspace, session: CaseSession, name: str) -> list[int | None]:
    """What a room sees of the dots, area by area."""
    projected = workspace.projections.of(session.case, ProjectableDots(poll=name))
    assert isinstance(projected, ProjectedCharts)
    (chart,) = projected.charts
    assert isinstance(chart, AreaDotsChart)
    return [row.dots for row in chart.rows]


def test_dots_lead_to_areas_and_back(workspace: Workspace, session: CaseSession) -> None:
    polls, name = workspace.area_polls, begun(workspace, session)
    refused(lambda: polls.reveal(session.case, name), Problem.NO_DOTS)
    refused(lambda: polls.count(session.case, name, "WB9"), Problem.UNKNOWN_AREA)
    for area in ("WB8", "WB8", "WB2"):
        session.apply(polls.count(session.case, name, area))
    assert shown(workspace, session, name) == [None] * 8
    session.apply(polls.reveal(session.case, name))
    assert shown(workspace, session, name)[:3] == [2, 1, 0]
    refused(lambda: polls.count(session.case, name, "WB2"), Problem.DOTS_OPEN)
    proposed = polls.proposed(session.case, session.case.area_polls[name])
    assert proposed.areas == ("WB2", "WB8")
    session.apply(*polls.take_over(session.case, name, ("WB8", "WB2")))
    (assessment,) = session.case.assessments.values()
    assert assessment.areas == ("WB2", "WB8")
    session.undo()
    (assessment,) = session.case.assessments.values()
    assert assessment.areas == ()
    assert session.case.area_polls[name].areas == ()


def test_the_latest_dots_stand_and_paper_shows_what_is_released(workspace: Workspace, session: CaseSession) -> None:
    polls, first = workspace.area_polls, begun(workspace, session)
    assessment = session.case.default_assessment()
    assert assessment is not None
    second = begun(workspace, session)
    latest = polls.latest(session.case, assessment.id)
    assert latest is not None
    assert latest.id in {first, second}
    session.apply(polls.drop(session.case, first))
    assert list(session.case.area_polls) == [second]
    assert released_to(session.case, Audience.REPORT).area_polls == {}
    session.apply(polls.release(session.case, second, Audience.REPORT))
    assert set(released_to(session.case, Audience.REPORT).area_polls) == {second}


def test_dots_without_their_assessment_propose_nothing(workspace: Workspace, session: CaseSession) -> None:
    polls, name = workspace.area_polls, begun(workspace, session)
    poll = session.case.area_polls[name]
    lost = AreaPollSet("lost", None, type(poll)(id="lost", assessment="gone", started_at=poll.started_at))
    session.apply(lost)
    assert lost.after is not None
    assert polls.proposed(session.case, lost.after).areas == ()
    refused(lambda: polls.take_over(session.case, "lost", ("WB1",)), Problem.UNKNOWN_AREA)


def test_phones_give_dots_to_areas_that_there_are(workspace: Workspace, session: CaseSession) -> None:
    name = begun(workspace, session)
    session.apply(workspace.area_polls.count_phones(session.case, name, {}, {"WB2": 3}))
    assert session.case.area_polls[name].dots == {"WB2": 3}
    refused(lambda: workspace.area_polls.count_phones(session.case, name, {"WB2": 3}, {"WB9": 3}), Problem.UNKNOWN_AREA)
