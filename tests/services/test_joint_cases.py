"""Several communes in one case: each has a standing of its own where it was assessed by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from advisor_app.documents.assessed import assessed, pre_survey_before
from advisor_app.documents.kinds import find_kind
from advisor_app.domain.assessment import AssessmentKind
from advisor_app.domain.changes import AssessmentSet, HeadSet, SentFormSet
from advisor_app.domain.errors import Problem
from advisor_app.domain.pre_survey import survey_key
from advisor_app.services.session import CaseSession
from advisor_app.services.workspace import Workspace
from tests.builders import EXAMPLE_LEVELS
from tests.services.conftest import LICH, refused
from tests.services.forming import DUE, filled, make, preview, take
from tests.services.test_comparisons import answer

DISTRICT = "06531000"


@pytest.fixture
def joint(workspace: Workspace) -> CaseSession:
    """Lich and its district together."""
    register = workspace.register
    return workspace.cases.create(register.get(LICH), ("M4",), others=[register.get(DISTRICT)])


def test_a_commune_assessed_by_itself_is_named_and_asked_as_its_kind(workspace: Workspace, joint: CaseSession) -> None:
    together = workspace.assessments.find(joint.case)
    _lich, district = joint.case.head.communes
    own = workspace.assessments.create(joint, AssessmentKind.WORKSHOP, "m4", district.id)
    case = workspace.cases.load(joint.case.id)
    assert case.assessments[own.id].commune == district.id
    assert workspace.assessments.title(case, own).endswith("Workshop · Landkreis Gießen")
    assert workspace.assessments.title(case, together) == "Modul 4 · Workshop"
    assert case.seen_from(own).commune == district
    assert case.seen_from(together) is case
    answer(joint, own.id)
    standing = workspace.results.standing(joint.case, own)
    assert standing.title == "Phase 3 „Erproben“"
    told = workspace.documents.told(joint.case, "result-report", own.id)
    assert told is not None
    assert district.title in repr(told[0])
    assert joint.case.own_assessments("m4") == (own,)
    refused(
        lambda: workspace.assessments.create(joint, AssessmentKind.WORKSHOP, "m4", "nobody"), Problem.UNKNOWN_COMMUNE
    )


def test_what_all_answered_together_stands_for_the_case(workspace: Workspace, joint: CaseSession) -> None:
    together = workspace.assessments.find(joint.case)
    lich, district = joint.case.head.communes
    others = workspace.assessments.create(joint, AssessmentKind.WORKSHOP, "m4", district.id)
    own = workspace.assessments.create(joint, AssessmentKind.WORKSHOP, "m4", lich.id)
    answer(joint, others.id, q_4_1_1=0)
    assert joint.case.default_assessment() == others
    answer(joint, own.id)
    assert joint.case.default_assessment() == own
    answer(joint, together.id)
    assert joint.case.default_assessment() == together
    assert joint.case.current_assessments() == (together,)
    assert joint.case.own_assessments("m4") == (own, others)


def test_communes_are_compared_with_themselves_only(workspace: Workspace, joint: CaseSession) -> None:
    lich, district = joint.case.head.communes
    first = workspace.assessments.create(joint, AssessmentKind.WORKSHOP, "m4", lich.id)
    other = workspace.assessments.create(joint, AssessmentKind.WORKSHOP, "m4", district.id)
    later = workspace.assessments.create(joint, AssessmentKind.FOLLOW_UP, "m4", lich.id)
    for made in (first, other, later):
        answer(joint, made.id)
    (partner,) = workspace.comparisons.partners(joint.case, later)
    assert partner.before == first.id
    assert workspace.given_answers.earlier(joint.case, later)["4.1.1"].source.startswith(
        "Modul 4 · Workshop · Stadt Lich"
    )


def test_the_communes_stand_side_by_side_with_how_far_they_are_apart(workspace: Workspace, joint: CaseSession) -> None:
    together = workspace.assessments.find(joint.case)
    lich, district = joint.case.head.communes
    assert workspace.results.communes(joint.case, together) is None
    own = [workspace.assessments.create(joint, AssessmentKind.WORKSHOP, "m4", item.id) for item in (lich, district)]
    answer(joint, own[0].id, **dict.fromkeys(EXAMPLE_LEVELS, 1))
    assert workspace.results.communes(joint.case, own[0]) is None
    answer(joint, own[1].id, **{**dict.fromkeys(EXAMPLE_LEVELS, 1), "4.2.1": 3, "4.2.2": 3, "4.2.3": 3, "4.2.4": 3})
    answer(joint, together.id)
    beside = workspace.results.communes(joint.case, own[0])
    assert beside is not None
    assert [item.name for item in beside.communes] == ["Gemeinsam", lich.title, district.title]
    assert [item.assessment for item in beside.communes] == [together.id, own[0].id, own[1].id]
    assert dict(zip([name for name, _ in beside.dimensions], beside.apart, strict=True))["4.2"] == "2,0"
    assert beside.sentence.startswith("Am weitesten auseinander liegen die Kommunen in 4.2 ")
    assert len(beside.notices) == 1  # a district is asked in other words


def test_only_the_report_of_all_tells_of_all(workspace: Workspace, joint: CaseSession) -> None:
    together = workspace.assessments.find(joint.case)
    own = [
        workspace.assessments.create(joint, AssessmentKind.WORKSHOP, "m4", item.id) for item in joint.case.head.communes
    ]
    for made in (together, *own):
        answer(joint, made.id)

    def tells(name: str) -> bool:
        given = workspace.documents.input_of(joint.case, "result-report", assessment=name)
        return "Die Kommunen nebeneinander" in repr(find_kind("result-report").build(given))

    assert tells(together.id)
    assert not any(tells(made.id) for made in own)


def test_a_survey_of_another_commune_is_not_the_one_before(workspace: Workspace, joint: CaseSession) -> None:
    lich, district = joint.case.head.communes
    surveys = [
        workspace.assessments.create(joint, AssessmentKind.PRE_SURVEY, "m4", item.id) for item in (lich, district)
    ]
    later = workspace.assessments.create(joint, AssessmentKind.WORKSHOP, "m4", lich.id)
    for made in (*surveys, later):
        answer(joint, made.id)
    given = workspace.documents.input_of(joint.case, "result-report", assessment=later.id)
    before = pre_survey_before(given, assessed(given, later))
    assert before is not None
    assert before.assessment.id == surveys[0].id


def test_one_commune_alone_is_asked_beforehand(workspace: Workspace, joint: CaseSession, tmp_path: Path) -> None:
    forms, (lich, district) = workspace.forms, joint.case.head.communes
    assert [item.key for item in forms.of_modules(joint.case)] == ["M4"]
    key = survey_key("M4", district.id)
    assert [name for name, _ in forms.offered(joint.case)] == [survey_key("M4", lich.id), key]
    for wanted in ("M4", key):
        made = forms.make(forms.prepare(joint.case, wanted, DUE, ["HA"]), tmp_path / wanted[-1])
        joint.apply(*made.changes)
        (form,) = made.forms
        assert joint.case.assessments[form.assessment].commune == (district.id if wanted == key else "")
        assert form.document.item == ("M4-HA" if wanted == "M4" else f"M4-HA@{district.id}")
    together, own = forms.of_modules(joint.case)
    assert (together.key, own.key, own.commune) == ("M4", key, district.id)
    assert own.title.endswith(f" · {district.title}")
    assert [len(item.forms) for item in (together, own)] == [1, 1]
    assert [name for name, _ in forms.offered(joint.case)] == [survey_key("M4", lich.id)]
    joint.apply(*forms.due(joint.case, key, DUE + timedelta(7)))
    assert [item.due_on for item in forms.of_modules(joint.case)] == [DUE, DUE + timedelta(7)]
    given = workspace.documents.input_of(joint.case, "pre-survey", f"M4-HA@{district.id}")
    told = repr(find_kind("pre-survey").build(given))
    assert district.title in told
    assert lich.title not in told  # it is for one of them only


@pytest.mark.parametrize("keeps_record", [True, False])
def test_a_form_of_one_commune_comes_back_to_that_commune(
    workspace: Workspace,
    joint: CaseSession,
    tmp_path: Path,
    keeps_record: bool,  # noqa: FBT001  # whether the copy of the case still knows the form
) -> None:
    district = joint.case.head.communes[1]
    of_all = make(workspace, joint, tmp_path / "M4", "M4", "HA").forms[0]
    made = make(workspace, joint, tmp_path / "raus", survey_key("M4", district.id), "HA")
    file = filled(made, "HA", {"q_4_1_1": "s2"}, tmp_path / "a.pdf")
    form = made.forms[0]
    survey = joint.case.assessments[form.assessment]
    joint.apply(AssessmentSet(survey.id, survey, None))  # as in a copy that has not got it
    if not keeps_record:
        joint.apply(SentFormSet(form.number, joint.case.sent_forms[form.number], None))
    (item,) = take(workspace, joint, file)
    assert item.error is None
    (own,) = (made for made in joint.case.assessments.values() if made.commune == district.id)
    assert (own.kind, joint.case.answer(own.id, "4.1.1").level) == (AssessmentKind.PRE_SURVEY, 2)
    kept = joint.case.sent_forms[form.number]
    assert (kept.assessment, kept.document.item) == (own.id, f"M4-HA@{district.id}")
    together, alone = workspace.forms.of_modules(joint.case)
    assert [len(part.forms) for part in (together, alone)] == [1, 1]
    assert not joint.case.statements.get(of_all.assessment)


def test_a_form_of_a_commune_that_has_left_the_case_is_named(
    workspace: Workspace, joint: CaseSession, tmp_path: Path
) -> None:
    lich, district = joint.case.head.communes
    made = make(workspace, joint, tmp_path / "raus", survey_key("M4", district.id), "HA")
    head = joint.case.head
    joint.apply(HeadSet(head, replace(head, communes=(lich,))))
    (item,) = preview(workspace, joint, filled(made, "HA", {"q_4_1_1": "s2"}, tmp_path / "a.pdf"))
    assert item.error is not None
    assert item.error.problem is Problem.FORM_OF_OTHER_COMMUNE
