"""What a case and the catalogue tell about themselves."""

from dataclasses import replace

import pytest

from advisor_app.domain.assessment import UNANSWERED, Assessment, AssessmentKind
from advisor_app.domain.booking import BookingState
from advisor_app.domain.case import Case, SectionKey
from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.words import Audience, Words
from tests.example_case import example_assessment, example_case
from tests.example_catalog import example_catalog


def test_the_commune_that_leads_has_its_title() -> None:
    case = example_case()
    assert case.commune.title == "Gemeinde Eschentalbach"
    assert replace(case.commune, designation="").title == "Eschentalbach"


def test_booked_modules_stand_in_order() -> None:
    assert example_case().modules == ("M1", "M4")


def test_an_answer_that_is_not_there_is_unanswered() -> None:
    case = example_case()
    assert case.answer("a1", "4.1.1").level == 2
    assert case.answer("a1", "9.9.9") is UNANSWERED
    assert case.answer("a9", "4.1.1") is UNANSWERED


def test_the_latest_workshop_is_the_default() -> None:
    first = example_assessment()
    later = replace(first, id="a2", number=2)
    survey = replace(first, id="a3", number=3, kind=AssessmentKind.PRE_SURVEY)
    case = example_case()

    def default(*assessments: Assessment) -> str | None:
        found = replace(case, assessments={item.id: item for item in assessments}).default_assessment()
        return found.id if found else None

    assert default(later, survey) == "a2"
    assert default(survey) == "a3"
    assert default() is None
    assert default(first, later) == "a1"  # the only one with answers
    assert [item.id for item in replace(case, assessments={"a2": later, "a1": first}).in_order()] == ["a1", "a2"]


def test_every_questionnaire_has_its_current_assessment() -> None:
    first = example_assessment()
    empty = replace(first, id="a2", number=2)
    other = replace(first, id="a3", number=3, questionnaire="m1")
    survey = replace(other, id="a4", number=4, kind=AssessmentKind.PRE_SURVEY)
    made = {item.id: item for item in (first, empty, other, survey)}
    assert [item.id for item in replace(example_case(), assessments=made).current_assessments()] == ["a3", "a1"]
    assert replace(example_case(), assessments={}).current_assessments() == ()


def test_words_are_internal_unless_released() -> None:
    assert Words("Text").audience is Audience.INTERNAL
    assert Words("Text").for_report == ""
    assert Words("Text", Audience.MINUTES).for_report == ""
    assert Words("Text", Audience.REPORT).for_report == "Text"
    assert not Words("  \n")
    assert Words("x")


def test_sections_are_found_by_document_item_and_name() -> None:
    key = SectionKey("use-case", "uc1", "summary")
    case: Case = replace(example_case(), sections={key: Words("Text")})
    assert case.word("use-case", "summary", "uc1") == Words("Text")
    assert case.word("use-case", "summary") == Words()


@pytest.mark.parametrize(
    ("state", "is_open", "uses_funding"),
    [
        (BookingState.REQUESTED, True, True),
        (BookingState.RUNNING, True, True),
        (BookingState.PAUSED, True, True),
        (BookingState.COMPLETED, False, True),
        (BookingState.REJECTED, False, False),
        (BookingState.WITHDRAWN, False, False),
    ],
)
def test_states_of_a_booking(state: BookingState, is_open: bool, uses_funding: bool) -> None:  # noqa: FBT001 — a parameter of the test
    assert (state.is_open, state.uses_funding) == (is_open, uses_funding)


def test_a_house_uses_its_own_kinds_word() -> None:
    executive, commune = example_catalog().vocabulary["executive"], example_case().commune
    words = [executive.default(replace(commune, kind=kind)) for kind in CommuneKind]
    assert words == ["Gemeindevorstand", "Magistrat", "Kreisausschuss"]


def test_a_town_of_a_district_has_a_word_of_its_own_where_one_is_named() -> None:
    executive, commune = example_catalog().vocabulary["executive"], example_case().commune
    town = replace(commune, designation="Stadt")
    assert (commune.is_town, town.is_town) == (False, True)
    assert executive.default(town) == "Gemeindevorstand"
    named = replace(executive, in_towns="Magistrat")
    assert [named.default(item) for item in (commune, town)] == ["Gemeindevorstand", "Magistrat"]
    assert named.default(replace(town, kind=CommuneKind.DISTRICT)) == "Kreisausschuss"


def test_a_variant_replaces_only_what_it_has() -> None:
    question = example_catalog().questionnaires["m4"].questions[0]
    wording = question.wording(CommuneKind.DISTRICT)
    assert wording.text == "Wie weit ist die Strategie des Landkreises?"
    assert (wording.hint, wording.anchors, wording.anchors_short) == (
        question.hint,
        question.anchors,
        question.anchors_short,
    )
    assert question.wording(CommuneKind.CITY).text == question.text


def test_the_questionnaire_of_a_module() -> None:
    catalog = example_catalog()
    assert catalog.questionnaire_of("M4") is catalog.questionnaires["m4"]
    assert catalog.questionnaire_of("M1") is None


def test_an_error_names_its_problem_for_logs() -> None:
    error = AdvisorError(Problem.BAD_LEVEL, name="4.1.1")
    assert str(error) == "bad-level(name='4.1.1')"
    with pytest.raises(TypeError):
        error.details["name"] = "x"  # type: ignore[index]  # that is what is tried here
