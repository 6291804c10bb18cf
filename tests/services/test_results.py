"""Where a commune stands, as the results page says it."""

from dataclasses import replace

from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.changes import AnswerSet
from advisor_app.domain.scoring import Share
from advisor_app.services.demo import ensure_example
from advisor_app.services.results import part_of
from advisor_app.services.workspace import Workspace
from tests.services.conftest import OpenCase


def test_the_worked_example_stands_in_phase_3_and_knows_what_limits_it(workspace: Workspace) -> None:
    case = workspace.cases.load(ensure_example(workspace))
    standing = workspace.results.standing(case, workspace.assessments.find(case))
    assert "3" in standing.title
    assert "knapp" in standing.sentences
    assert [item.item for item in standing.unmet] == ["Q", "4.5.1", "4.2", "4.3"]
    assert [item.score.id for item in standing.dimensions] == ["4.1", "4.2", "4.3", "4.4", "4.5"]
    assert [item.score.id for item in standing.areas] == ["WB2", "WB8"]
    assert None not in {standing.steps, standing.radar, standing.bars, standing.area_bars}
    assert all(item.sentence and item.words and item.level_words for item in standing.dimensions)
    first = standing.dimensions[0]
    assert first.gap == 1
    parts = [part_of(contribution) for contribution in first.contributions]
    assert parts == [6, 4, 4, 2]
    assert "nicht geeicht" in standing.notice


def test_an_empty_assessment_has_no_figures_and_no_gap(workspace: Workspace, open_case: OpenCase) -> None:
    session = open_case("M4")
    assessment = workspace.assessments.find(session.case)
    unknown = Answer(state=AnswerState.UNKNOWN)
    session.apply(AnswerSet(assessment.id, "4.1.1", None, unknown))
    standing = workspace.results.standing(session.case, replace(assessment))
    assert {item.gap for item in standing.dimensions} == {None}
    assert {part_of(item) for dimension in standing.dimensions for item in dimension.contributions} == {None}
    assert {item.share for item in standing.dimensions[0].contributions} == {Share.MISSING}
