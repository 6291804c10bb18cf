"""Assessments of a commune side by side, also across cases."""

from dataclasses import replace

from advisor_app.domain.assessment import Answer, AssessmentKind
from advisor_app.domain.changes import AnswerSet, AssessmentSet, Change
from advisor_app.domain.questionnaire import Questionnaire
from advisor_app.services.comparisons import Direction, SideBySide
from advisor_app.services.session import CaseSession
from advisor_app.services.workspace import Workspace
from tests.builders import EXAMPLE_LEVELS, answered
from tests.services.conftest import OpenCase

M4 = "m4"


def answer(session: CaseSession, assessment: str, **levels: int) -> None:
    """Answer as in the worked example, but for the levels given (``q_4_1_1=0``)."""
    other = {name.removeprefix("q_").replace("_", "."): level for name, level in levels.items()}
    given: dict[str, Answer] = answered({**EXAMPLE_LEVELS, **other})
    before = session.case.answers.get(assessment, {})
    changes: list[Change] = [AnswerSet(assessment, name, before.get(name), item) for name, item in given.items()]
    session.apply(*changes)


def default_of(workspace: Workspace, session: CaseSession) -> str:
    return workspace.assessments.find(session.case).id


def compared(workspace: Workspace, session: CaseSession) -> SideBySide:
    case = session.case
    assessment = workspace.assessments.find(case)
    partner = workspace.comparisons.partners(case, assessment)[0]
    return workspace.comparisons.side_by_side(case, partner)


def test_the_first_assessment_has_nothing_to_be_compared_with(workspace: Workspace, open_case: OpenCase) -> None:
    session = open_case("M4")
    answer(session, default_of(workspace, session))
    assert workspace.comparisons.partners(session.case, workspace.assessments.find(session.case)) == ()


def test_a_follow_up_beside_the_workshop_of_the_same_case(workspace: Workspace, open_case: OpenCase) -> None:
    session = open_case("M4")
    first = workspace.assessments.find(session.case)
    answer(session, first.id, q_4_1_1=0, q_4_2_1=4)
    later = workspace.assessments.create(session, AssessmentKind.FOLLOW_UP, M4)
    answer(session, later.id)
    case = session.case
    (partner,) = workspace.comparisons.partners(case, later)
    assert (partner.before, partner.after) == (first.id, later.id)
    (onwards,) = workspace.comparisons.partners(case, first)
    assert (onwards.item, onwards.title) == (partner.item, "Folgeerhebung, ohne Datum")
    assert partner.title == "Workshop, ohne Datum"
    found = workspace.comparisons.side_by_side(case, partner)
    assert [(item.id, item.direction, item.before, item.after) for item in found.moved] == [
        ("4.1.1", Direction.UP, 0, 2),
        ("4.2.1", Direction.DOWN, 4, 2),
    ]
    assert all(item.holds for item in found.moved)
    assert found.notice == ""
    assert found.not_compared == ()
    assert found.bars is not None
    assert [row.cells for row in found.bars.rows][2:] == [("±0,0",)] * 3
    assert found.bars.rows[0].before is not None
    assert found.radar is not None
    assert [series.kind for series in found.radar.series] == ["current", "before", "target"]


def test_an_earlier_case_of_the_same_commune_is_compared_too(workspace: Workspace, open_case: OpenCase) -> None:
    before = open_case("M4")
    answer(before, default_of(workspace, before), q_4_4_1=0)
    session = open_case("M4")
    answer(session, default_of(workspace, session))
    found = compared(workspace, session)
    assert found.names == ("Workshop, Fall vom 14.09.2026", "Workshop")
    assert [(item.id, item.direction) for item in found.moved] == [("4.4.1", Direction.UP)]
    assert workspace.comparisons.partners(before.case, workspace.assessments.find(before.case)) == ()
    offers = [offer for offer in workspace.documents.offers(session.case) if offer.kind == "assessment-comparison"]
    assert [offer.missing for offer in offers] == [None]
    told = workspace.documents.told(session.case, "assessment-comparison", offers[0].item)
    assert told


def test_another_commune_and_a_joint_case_stay_out(workspace: Workspace, open_case: OpenCase) -> None:
    other = workspace.cases.create(workspace.register.get("06531005"), ("M4",))
    answer(other, default_of(workspace, other))
    lich = workspace.register.get("06531011")
    joint = workspace.cases.create(lich, ("M4",), others=[workspace.register.get("06531005")])
    answer(joint, default_of(workspace, joint))
    session = open_case("M4")
    answer(session, default_of(workspace, session))
    assert workspace.comparisons.partners(session.case, workspace.assessments.find(session.case)) == ()


def test_other_versions_say_what_cannot_be_compared_and_why(workspace: Workspace, open_case: OpenCase) -> None:
    session = open_case("M4")
    first = workspace.assessments.find(session.case)
    answer(session, first.id, q_4_1_1=0)
    older = _older(workspace.questionnaires.kept(first.digest))
    digest = workspace.questionnaires.keep(older)
    session.apply(AssessmentSet(first.id, first, replace(first, digest=digest, version=older.version)))
    later = workspace.assessments.create(session, AssessmentKind.FOLLOW_UP, M4)
    answer(session, later.id)
    (partner,) = workspace.comparisons.partners(session.case, later)
    found = workspace.comparisons.side_by_side(session.case, partner)
    assert "verschiedene Fassungen" in found.notice
    assert [(name, why) for name, _, why in found.not_compared] == [("4.2.1", "Wortlaut")]
    assert "4.2.1" not in {item.id for item in found.moved}
    assert found.bars is not None
    assert [row.title.endswith("*") for row in found.bars.rows] == [False, True, False, False, False]


def _older(questionnaire: Questionnaire) -> Questionnaire:
    """The same with another wording of 4.2.1."""
    dimensions = tuple(
        replace(
            dimension,
            questions=tuple(
                replace(item, text="Ganz anders gefragt?") if item.id == "4.2.1" else item
                for item in dimension.questions
            ),
        )
        for dimension in questionnaire.dimensions
    )
    return replace(questionnaire, version="0.9.0", dimensions=dimensions)
