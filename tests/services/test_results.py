"""Where a commune stands, as the results page says it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.changes import AnswerSet
from advisor_app.domain.cohort import CohortFigure, CohortFigures
from advisor_app.domain.commune import CommuneKind
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


def test_assumed_answers_move_the_phase_and_nothing_is_written(workspace: Workspace) -> None:
    case = workspace.cases.load(ensure_example(workspace))
    assessment = workspace.assessments.find(case)
    way = workspace.results.what_if(case, assessment).way()
    assert way is not None
    assert way.phase.title == "Verankern"
    levels = {rise.question.id: rise.after for rise in way.rises}
    assumed = workspace.results.assuming(case, assessment, levels)
    assert assumed.title == "Phase 4 „Verankern“"
    assert workspace.results.standing(case, assessment).title == "Phase 3 „Erproben“"
    assert workspace.cases.load(case.id) == case


def cohort(**medians: float) -> CohortFigures:
    """Ten others whose median is given and whose quartiles lie half a level beside it."""
    codes = {name.removeprefix("q_").replace("_", "."): Decimal(str(value)) for name, value in medians.items()}
    half = Decimal("0.5")
    figures = (CohortFigure(code=code, lower=at - half, median=at, upper=at + half) for code, at in codes.items())
    return CohortFigures(
        as_of=date(2026, 9, 14), communes=10, kind=CommuneKind.MUNICIPALITY, size_class=1, figures=tuple(figures)
    )


def test_a_commune_beside_others_in_words_and_bars(workspace: Workspace) -> None:
    case = workspace.cases.load(ensure_example(workspace))
    figures = cohort(Q=2.5, q_4_1=2, q_4_3=2.5, q_4_3_1=3, q_4_1_1=1, q_4_1_2=2)
    found = workspace.results.among_others(case, workspace.assessments.find(case), figures)
    assert found.sentence == (
        "Verglichen wird mit 10 kreisangehörigen Städten und Gemeinden mit 5.000 bis unter 10.000 Menschen, die dem "
        "anonymen Vergleich zugestimmt haben (Stand 14.09.2026). Der eigene Modulwert 1,6 liegt unter der mittleren "
        "Hälfte der anderen; der Median der anderen ist 2,5."
    )
    apart = [(item.question.id, item.own, int(item.median)) for item in found.apart]
    assert apart == [("4.3.1", 1, 3), ("4.1.1", 2, 1)]
    assert found.bars is not None
    told = [(row.key, row.typical and row.typical.words, row.peers and row.peers.words) for row in found.bars.rows]
    assert told[0] == ("4.1", "2,0", "1,5 bis 2,5")
    assert told[1] == ("4.2", None, None)
    assert found.bars.rows[1].note == "zu wenige vergleichbare Werte"
    assert found.area_bars is None
