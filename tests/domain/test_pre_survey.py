"""Who is asked what before the workshop."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.content.packs import load_catalog
from advisor_app.domain.assessment import AssessmentKind
from advisor_app.domain.case import RoleMapping
from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.conditions import CommuneKindIs, Not, QuestionWithin
from advisor_app.domain.pre_survey import (
    HEAD_OF_HOUSE,
    MOST_FOR_HEAD,
    RoleSurvey,
    holder,
    split_by_role,
    surveyed_assessments,
)
from advisor_app.domain.questionnaire import Questionnaire, QuestionType
from advisor_app.services.used_packs import content_folders
from advisor_app.texts import load_texts
from tests.builders import level_question, other_question, small_questionnaire
from tests.documents.samples import full_case
from tests.example_case import example_assessment

ROLES = ("BM", "HA", "DB", "IT")
VILLAGE = CommuneKind.MUNICIPALITY


def split(questionnaire: Questionnaire, *areas: str, **merged: str) -> dict[str, RoleSurvey]:
    mappings = {role: RoleMapping(merged_into=into) for role, into in merged.items()}
    return {survey.role: survey for survey in split_by_role(questionnaire, VILLAGE, areas, ROLES, mappings)}


def ids(survey: RoleSurvey) -> list[str]:
    return [question.id for _, questions in survey.questions for question in questions]


def test_everybody_is_asked_what_names_the_role() -> None:
    found = split(
        small_questionnaire(
            level_question("1", roles=("HA", "IT")),
            level_question("2", roles=("IT",)),
            level_question("3", "E", roles=("HA",)),
        )
    )
    assert {role: ids(survey) for role, survey in found.items()} == {"HA": ["1", "3"], "IT": ["1", "2"]}
    assert [dimension.id for dimension, _ in found["HA"].questions] == ["D", "E"]
    assert found["HA"].count == 2


def test_roles_that_one_person_holds_get_one_form() -> None:
    questionnaire = small_questionnaire(
        level_question("1", roles=("HA", "DB")), level_question("2", roles=("IT",)), level_question("3", roles=("DB",))
    )
    found = split(questionnaire, IT="DB", DB="HA")
    assert {role: ids(survey) for role, survey in found.items()} == {"HA": ["1", "2", "3"]}
    assert found["HA"].merged == ("DB", "IT")


@pytest.mark.parametrize("merged", [{"HA": "HA"}, {"HA": "DB", "DB": "HA"}, {"HA": "DB", "DB": "IT", "IT": "DB"}])
def test_roles_merged_in_a_circle_lose_nobody(merged: dict[str, str]) -> None:
    mappings = {role: RoleMapping(merged_into=into) for role, into in merged.items()}
    questionnaire = small_questionnaire(level_question("1", roles=("HA",)))
    asked = [
        name
        for survey in split_by_role(questionnaire, VILLAGE, (), ROLES, mappings)
        for name in (survey.role, *survey.merged)
    ]
    assert holder("HA", mappings) in asked


def test_what_is_never_asked_here_is_left_out() -> None:
    questions = (
        level_question("1", roles=("HA",), retired=True),
        level_question("2", roles=("HA",), when=Not(negated=CommuneKindIs(commune_kind=VILLAGE))),
        level_question("3", roles=("HA",), when=QuestionWithin(question="4", at_least=Decimal(2))),
        level_question("4", roles=()),
        other_question("5", QuestionType.CALCULATION, roles=("HA",), summands=("4",)),
        level_question("6", "WB1", roles=("HA",)),
        level_question("7", "WB2", roles=("HA",)),
    )
    assert ids(split(small_questionnaire(*questions), "WB2")["HA"]) == ["3", "7"]


def test_the_head_of_the_house_is_asked_what_matters_most() -> None:
    usual = [level_question(f"{number:02}", roles=("HA", "BM")) for number in range(20)]
    usual[3] = replace(usual[3], blocking=True)
    usual[7] = replace(usual[7], roles=("BM", "HA"))
    usual[11] = replace(usual[11], weight=3)
    usual[19] = replace(usual[19], roles=("BM",))
    found = split(small_questionnaire(*usual))
    chosen = ids(found["BM"])
    assert len(chosen) == MOST_FOR_HEAD
    assert {"03", "07", "11", "19"} <= set(chosen)
    assert chosen == sorted(chosen)
    assert len(ids(found["HA"])) == 19


def test_what_a_merged_role_leaves_to_the_head_alone_comes_first() -> None:
    questions = [level_question(f"{number:02}", roles=("BM", "HA"), weight=3) for number in range(10)]
    alone = [level_question(f"x{number}", roles=("DB",)) for number in range(3)]
    chosen = ids(split(small_questionnaire(*questions, *alone), DB="BM")["BM"])
    assert len(chosen) == MOST_FOR_HEAD
    assert {"x0", "x1", "x2"} <= set(chosen)


ROLE_SETS = st.lists(st.lists(st.sampled_from(ROLES), unique=True, max_size=3), min_size=1, max_size=30)
MERGED = st.dictionaries(st.sampled_from(ROLES), st.sampled_from(ROLES), max_size=4)


@given(ROLE_SETS, MERGED)
def test_nothing_is_asked_twice_of_one_person_and_only_the_head_is_spared(
    role_sets: list[list[str]], merged: dict[str, str]
) -> None:
    questions = [level_question(f"{number:02}", roles=tuple(roles)) for number, roles in enumerate(role_sets)]
    found = split(small_questionnaire(*questions), **merged)
    mappings = {role: RoleMapping(merged_into=into) for role, into in merged.items()}
    for role, survey in found.items():
        asked = ids(survey)
        assert len(set(asked)) == len(asked) == survey.count > 0
        wanted = {item.id for item in questions if role in {holder(name, mappings) for name in item.roles}}
        assert set(asked) <= wanted
        assert len(asked) == (min(len(wanted), MOST_FOR_HEAD) if role == HEAD_OF_HOUSE else len(wanted))


def test_every_shipped_questionnaire_has_a_form_for_the_head_of_the_house() -> None:
    catalog = load_catalog(content_folders(), load_texts("de"))
    for questionnaire in catalog.questionnaires.values():
        found = split_by_role(questionnaire, VILLAGE, (), tuple(catalog.roles), {})
        assert found[0].role == HEAD_OF_HOUSE
        assert 0 < found[0].count <= MOST_FOR_HEAD
        asked = {name for survey in found for name in ids(survey)}
        everywhere = {
            question.id
            for dimension in questionnaire.dimensions
            if not dimension.id.startswith("WB")
            for question in dimension.questions
            if not question.retired and not question.is_calculated
        }
        assert asked == everywhere


def test_the_latest_pre_survey_says_what_is_asked_else_the_assessment_that_stands() -> None:
    case = full_case()
    assert [item.kind for item in surveyed_assessments(case)] == [AssessmentKind.PRE_SURVEY]
    workshop = example_assessment()
    assert surveyed_assessments(replace(case, assessments={workshop.id: workshop})) == (workshop,)
    assert surveyed_assessments(replace(case, assessments={})) == ()
