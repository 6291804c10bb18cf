"""What the brief report for the head of the house says, and that it never takes more than one page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advisor_app.documents.blocks import Document
from advisor_app.documents.kinds import find_kind
from advisor_app.documents.render.pdf import fitted, render
from advisor_app.domain.assessment import AnswerState
from advisor_app.domain.case import Case, SectionKey
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.plan import Grant, GrantState
from advisor_app.domain.words import Audience, Words
from tests.documents.reading import squeezed, story
from tests.documents.samples import CASES, ENDLESS, NO_BREAKS, full_case, sample, small_case
from tests.documents.samples import given as given_input
from tests.example_case import example_answers, example_case

PAGE = find_kind("mayor-page")
MESSAGE = SectionKey("mayor-page", "a1", "message")
STEPS = SectionKey("mayor-page", "a1", "next-steps")


def build(case: Case) -> Document:
    return fitted(PAGE.make(given_input(case, item="a1", assessment="a1")))


def lines(case: Case) -> list[str]:
    return list(story(build(case), aloud=True))


def pages(case: Case) -> int:
    return render(PAGE.make(given_input(case, item="a1", assessment="a1")), lambda _done: None).pages


def with_words(text: str, audience: Audience = Audience.REPORT) -> Case:
    words = Words(text, audience)
    return replace(example_case(), sections={MESSAGE: words, STEPS: words})


@pytest.mark.parametrize("case", CASES)
def test_every_sample_stays_on_one_page(case: str) -> None:
    assert render(PAGE.make(sample(PAGE, case)), lambda _done: None).pages == 1


def test_phase_and_score_come_first() -> None:
    said = lines(example_case())
    assert said[0] == "KurzberichtModul4"
    assert squeezed("Bürgermeisteramt, Gemeindevorstand") in said
    assert {"Phase3", "1,6", "38.000€"} <= set(said)
    assert squeezed("Bis Phase 4 „Verankern“ fehlen 4 Bedingungen.") in "".join(said)


def test_three_strengths_and_three_gaps_of_different_questions() -> None:
    said = lines(full_case())
    start, middle, end = (said.index(squeezed(head)) for head in (
        "Worauf Sie aufbauen können", "Wo am meisten zu tun ist", "Nächste Schritte"
    ))  # fmt: skip
    strengths, gaps = said[start + 1 : middle], said[middle + 1 : end]
    assert len(strengths) == len(gaps) == 3
    assert set(strengths).isdisjoint(gaps)
    assert all(item.startswith("Stufe2") for item in strengths)
    assert all(item.startswith("Stufe1") for item in gaps)


def test_a_confidential_answer_is_never_named() -> None:
    catalog = given_input(example_case()).catalog
    questionnaire = catalog.questionnaires["m4"]
    secret = tuple(
        replace(
            dimension,
            questions=tuple(
                replace(question, confidential=question.id == "4.5.3", short="Geheim" if question.id == "4.5.3" else "")
                for question in dimension.questions
            ),
        )
        for dimension in questionnaire.dimensions
    )
    found = given_input(
        example_case(), item="a1", assessment="a1", questionnaires={"a1": replace(questionnaire, dimensions=secret)}
    )
    assert not any("Geheim" in text for text in story(PAGE.make(found), aloud=True))


def test_next_steps_name_role_and_time() -> None:
    assert squeezed("U1: Leistungsverzeichnis (Hauptamt, 01/2027–02/2027)") in lines(example_case())


def test_without_a_plan_the_steps_lead_to_one() -> None:
    said = lines(small_case())
    assert squeezed("Offene Fragen klären") in said
    assert squeezed("Maßnahmen auswählen, Zuständige und Termine festlegen") in said
    assert any("nochkeineMaßnahmen" in text for text in said)


def test_sums_name_what_is_open() -> None:
    case = example_case()
    grants = (
        Grant(programme="H", amount=100_000, state=GrantState.APPROVED),
        Grant(programme="I", state=GrantState.APPLIED),
    )
    measures = {
        **case.measures,
        "U1": replace(case.measures["U1"], cost_once=None),
        "U2": replace(case.measures["U2"], grants=grants),
    }
    said = lines(replace(case, measures=measures))
    assert squeezed("5, davon eine ohne Kosten") in said
    assert squeezed("38.000 € und 1 offen") in said
    assert squeezed("1.000 €") in said
    assert squeezed("37.000 € und 1 offen") in said


def test_what_the_adviser_released_takes_the_place_of_the_proposal() -> None:
    said = lines(with_words("Zuerst die Zuständigkeit klären."))
    assert said.count(squeezed("Zuerst die Zuständigkeit klären.")) == 2
    inside = lines(with_words("Nur für mich.", Audience.INTERNAL))
    assert not any("Nurfürmich" in text for text in inside)


def test_what_is_cut_is_marked_and_told() -> None:
    case = with_words(ENDLESS)
    said = lines(case)
    assert pages(case) == 1
    assert any(text.endswith("…") for text in said)
    assert any("Textesindgekürzt" in text for text in said)


def test_nothing_is_cut_where_there_is_room() -> None:
    assert not any("gekürzt" in text for text in lines(full_case()))


def test_a_case_without_an_assessment_has_no_page() -> None:
    with pytest.raises(AdvisorError) as caught:
        PAGE.make(given_input(replace(example_case(), assessments={}, answers={}, targets={})))
    assert caught.value.problem is Problem.NO_ASSESSMENT


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    message=st.text(st.sampled_from("W\n-• \N{EM DASH}M"), max_size=4000),
    name=st.sampled_from(["Kurz", NO_BREAKS, "W" * 400, "Wort " * 100]),
    unknown=st.booleans(),
)
def test_it_is_one_page_whatever_somebody_wrote(message: str, name: str, *, unknown: bool) -> None:
    case = with_words(message)
    answers = example_answers()
    if unknown:
        answers = {key: replace(answer, state=AnswerState.UNKNOWN, level=None) for key, answer in answers.items()}
    commune = replace(case.commune, name=name)
    measures = {
        key: replace(measure, title=name, first_step=message, responsible=name)
        for key, measure in case.measures.items()
    }
    head = replace(case.head, communes=(commune,) * 3, adviser=name, provider=name)
    vocabulary = {"head": name, "executive": name}
    wide = replace(case, head=head, measures=measures, vocabulary=vocabulary, answers={"a1": answers})
    assert pages(wide) == 1
