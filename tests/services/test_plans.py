"""Plans: proposals from the measured gaps, taken over, and exchanged."""

from dataclasses import replace
from pathlib import Path

import pytest

from advisor_app.domain.case import RoleMapping
from advisor_app.domain.changes import MeasureSet, RoleSet, TargetSet
from advisor_app.domain.errors import Problem
from advisor_app.domain.funding_rules import SupportKind
from advisor_app.domain.plan import (
    Finding,
    GrantState,
    Measure,
    MeasureState,
    check_plan,
    computed_priority,
    plan_totals,
)
from advisor_app.resources_folder import resources_folder
from advisor_app.services.session import CaseSession
from advisor_app.services.workspace import Workspace
from tests.services.conftest import OpenCase, refused

EXAMPLE = resources_folder() / "example"


@pytest.fixture
def assessed(workspace: Workspace, open_case: OpenCase) -> CaseSession:
    """Return a case with the answers of the worked example."""
    session = open_case("M4")
    assessment = workspace.assessments.find(session.case)
    workspace.assessments.import_answers(session, assessment, EXAMPLE / "answers.csv")
    return session


def test_proposals_follow_the_gaps(workspace: Workspace, assessed: CaseSession) -> None:
    assessment = workspace.assessments.find(assessed.case)
    proposals = workspace.plans.propose(assessed.case, assessment)
    assert proposals
    assert [item.urgency for item in proposals] == sorted((item.urgency for item in proposals), reverse=True)
    assert {item.template.dimension for item in proposals} <= {"4.1", "4.2", "4.3", "4.4", "4.5"}
    assert all(item.target.assumed for item in proposals)
    assessed.apply(TargetSet(assessment.id, "4.3", None, 4), TargetSet(assessment.id, "4.1", None, 2))
    again = workspace.plans.propose(assessed.case, assessment)
    assert again[0].template.dimension == "4.3"
    assert again[0].gap == 3
    assert "4.1" not in {item.template.dimension for item in again}


def test_a_case_without_answers_has_no_proposals(workspace: Workspace, open_case: OpenCase) -> None:
    session = open_case("M4")
    assert workspace.plans.propose(session.case, workspace.assessments.find(session.case)) == ()


def test_proposals_are_taken_over_as_one_step(workspace: Workspace, assessed: CaseSession) -> None:
    assessment = workspace.assessments.find(assessed.case)
    before = workspace.plans.propose(assessed.case, assessment)
    named, *others = before[0].template.roles
    assessed.apply(RoleSet(named, None, RoleMapping(title="Stabsstelle Smart City")))
    taken = workspace.plans.take_over(assessed, before[:3])
    assert [measure.id for measure in taken] == ["U1", "U2", "U3"]
    assert [measure.position for measure in taken] == [0, 1, 2]
    first, template = taken[0], before[0].template
    assert (first.title, first.template, first.dimension) == (template.title, template.id, template.dimension)
    roles = ["Stabsstelle Smart City", *(workspace.catalog.roles[name].title for name in others)]
    assert (first.first_step, first.responsible) == (template.first_steps[0], ", ".join(roles))
    assert (first.benefit, first.effort, first.start, first.cost_once) == (None, None, None, None)
    assert first.state is MeasureState.PROPOSED
    supports = workspace.catalog.funding.supports
    assert all(supports[grant.programme].kind is SupportKind.FUNDING for item in taken for grant in item.grants)
    after = workspace.plans.propose(assessed.case, assessment)
    assert [item.template.id for item in after] == [item.template.id for item in before[3:]]
    assert [measure.id for measure in workspace.plans.take_over(assessed, after[:1])] == ["U4"]
    assessed.undo()
    assessed.undo()
    assert assessed.case.measures == {}


def test_a_measure_waits_for_those_it_builds_on(workspace: Workspace, assessed: CaseSession) -> None:
    assessment = workspace.assessments.find(assessed.case)
    proposals = workspace.plans.propose(assessed.case, assessment)
    builds = next(
        item for item in proposals if any(other.template.id in item.template.builds_on for other in proposals)
    )
    basis = next(other for other in proposals if other.template.id in builds.template.builds_on)
    later, earlier = workspace.plans.take_over(assessed, [builds, basis])
    assert earlier.id in later.predecessors
    assert not any(finding.finding is Finding.UNKNOWN_PREDECESSOR for finding in check_plan([later, earlier]))


def test_the_plan_of_the_fact_base_is_imported(workspace: Workspace, open_case: OpenCase) -> None:
    session = open_case("M4")
    done = workspace.plans.take_in(session, workspace.plans.read_measures(EXAMPLE / "plan.csv"))
    assert (done.rows, done.added, done.changed) == (5, ("U1", "U2", "U3", "U4", "U5"), ())
    measures = session.case.measures
    scale = workspace.catalog.scale
    priorities = [computed_priority(measure, scale) for measure in measures.values()]
    assert [priority.value for priority in priorities if priority] == ["A", "B", "B", "A", "B"]
    totals = plan_totals(measures.values())
    assert totals.once == 3_800_000
    assert totals.grants == dict.fromkeys(GrantState, 0)
    assert totals.grant_open == ("U5",)
    assert [finding.finding for finding in check_plan(measures.values())] == []
    assert not session.case.plan.milestones
    session.undo()
    assert session.case.measures == {}


def test_an_import_changes_what_it_names_and_keeps_the_rest(
    workspace: Workspace, open_case: OpenCase, tmp_path: Path
) -> None:
    session = open_case("M4")
    workspace.plans.take_in(session, workspace.plans.read_measures(EXAMPLE / "plan.csv"))
    before = session.case.measures
    file = tmp_path / "neu.csv"
    file.write_text("id;title;predecessors\nU2;Hundesteuer online;U1\nU6;Rückblick;U5\n", encoding="utf-8")
    done = workspace.plans.take_in(session, workspace.plans.read_measures(file))
    assert (done.added, done.changed) == (("U6",), ("U2",))
    after = session.case.measures
    assert after["U2"] == replace(before["U2"], title="Hundesteuer online")
    assert after["U6"].position == 5
    assert after["U1"] is before["U1"] or after["U1"] == before["U1"]


@pytest.mark.parametrize(
    ("content", "line", "word"),
    [
        ("id,title,predecessors\nU6,x,\nU7,y,U9\n", 3, "„U9“"),
        ("id,title,predecessors\nU1,x,U5\nU6,y,\n", 2, "im Kreis"),
        ("id,title,predecessors\nU6,x,U7\nU7,y,U6\n", 2, "im Kreis"),
        ("id,title\nU6,x\nU6,y\n", 3, "schon in Zeile 2"),
    ],
)
def test_an_impossible_order_is_refused_as_a_whole(
    workspace: Workspace, open_case: OpenCase, tmp_path: Path, content: str, line: int, word: str
) -> None:
    session = open_case("M4")
    workspace.plans.take_in(session, workspace.plans.read_measures(EXAMPLE / "plan.csv"))
    before = session.case.measures
    file = tmp_path / "plan.csv"
    file.write_text(content, encoding="utf-8")
    error = refused(lambda: workspace.plans.take_in(session, workspace.plans.read_measures(file)), Problem.FILE_FORMAT)
    assert error.details["line"] == line
    assert word in str(error.details["reason"])
    assert session.case.measures == before


def test_a_plan_goes_out_and_comes_back(workspace: Workspace, open_case: OpenCase, tmp_path: Path) -> None:
    session = open_case("M4")
    workspace.plans.take_in(session, workspace.plans.read_measures(EXAMPLE / "plan.csv"))
    written = tmp_path / "heraus.csv"
    assert workspace.plans.export_measures(session.case, written) == 5
    other = open_case("M4")
    workspace.plans.take_in(other, workspace.plans.read_measures(written))
    assert other.case.measures == session.case.measures


def test_a_plan_of_many_long_texts_comes_back(workspace: Workspace, open_case: OpenCase, tmp_path: Path) -> None:
    session, other = open_case("M4"), open_case("M4")
    words = "Wörter „hier“ und dort\n" * 20_000
    rows = [Measure(id=f"U{number}", title="", description=words, position=number) for number in range(1, 21)]
    session.apply(*(MeasureSet(item.id, None, item) for item in rows))
    written = tmp_path / "heraus.csv"
    workspace.plans.export_measures(session.case, written)
    assert workspace.plans.take_in(other, workspace.plans.read_measures(written)).rows == 20
    assert other.case.measures == session.case.measures


def test_numbers_go_on_after_the_highest(workspace: Workspace, assessed: CaseSession) -> None:
    (proposal, *_) = workspace.plans.propose(assessed.case, workspace.assessments.find(assessed.case))
    workspace.plans.take_in(assessed, workspace.plans.read_measures(EXAMPLE / "plan.csv"))
    assessed.apply(MeasureSet("U2", assessed.case.measures["U2"], None))
    (taken,) = workspace.plans.take_over(assessed, [proposal])
    assert (taken.id, taken.position) == ("U6", 5)


def test_every_modules_gaps_propose_measures(workspace: Workspace, open_case: OpenCase) -> None:
    session = open_case("M1", "M4")
    for module, file in (("M1", "answers_m1.csv"), ("M4", "answers.csv")):
        assessment = workspace.assessments.of_module(session.case, module)
        assert assessment is not None
        workspace.assessments.import_answers(session, assessment, EXAMPLE / file)
    proposals = workspace.plans.propose(session.case)
    modules = [workspace.catalog.dimensions[item.template.dimension].module for item in proposals]
    assert set(modules) == {"M1", "M4"}
    assert [item.urgency for item in proposals] == sorted((item.urgency for item in proposals), reverse=True)
    single = [len(workspace.plans.propose(session.case, item)) for item in session.case.current_assessments()]
    assert sum(single) == len(proposals)
