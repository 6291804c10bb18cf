"""Feedback is evaluated from five forms on; below, nothing but their number is told."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.feedback import RATINGS, WORDS
from advisor_app.domain.feedback_evaluation import (
    FEWEST,
    CaseFeedback,
    Form,
    evaluate_cases,
    evaluate_feedback,
)
from advisor_app.domain.sent_form import FeedbackItem
from advisor_app.domain.words import Words

_RATED = st.dictionaries(st.sampled_from(RATINGS), st.integers(1, 5)).map(
    lambda given: tuple(FeedbackItem(item=name, rating=rating) for name, rating in given.items())
)
_SAID = st.dictionaries(st.sampled_from(WORDS), st.text(min_size=1, max_size=9)).map(
    lambda given: tuple(FeedbackItem(item=name, words=Words(text)) for name, text in given.items())
)
FORMS = st.lists(st.builds(lambda rated, said: (*rated, *said), _RATED, _SAID), max_size=12)


def form(rating: int, text: str = "") -> Form:
    """A form with the same rating of every item."""
    said = (FeedbackItem(item="good", words=Words(text)),) if text else ()
    return (*(FeedbackItem(item=name, rating=rating) for name in RATINGS), *said)


@given(FORMS)
def test_means_are_those_of_the_ratings_and_never_of_fewer_than_five(forms: list[Form]) -> None:
    result = evaluate_feedback(forms, with_words=True)
    told = [item for item in forms if item]
    assert result.forms == len(told)
    assert result.is_told == (len(told) >= FEWEST)
    if not result.is_told:
        assert (result.items, result.words) == ((), None)
        return
    for item in result.items:
        ratings = [part.rating for given in told for part in given if part.item == item.item and part.rating]
        assert item.votes == len(ratings)
        assert item.mean == (Fraction(sum(ratings), len(ratings)) if len(ratings) >= FEWEST else None)


@given(FORMS, st.randoms())
def test_nothing_tells_in_which_order_forms_came(forms: list[Form], dice: object) -> None:
    shuffled = list(forms)
    dice.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a Random
    assert evaluate_feedback(forms, with_words=True) == evaluate_feedback(shuffled, with_words=True)


def test_words_stand_in_the_order_of_the_alphabet_and_only_where_asked_for() -> None:
    forms = [form(4, text) for text in ("Viel geübt", "Beispiele", "", "Zeit", "Austausch")]
    result = evaluate_feedback(forms, with_words=True)
    assert result.words is not None
    assert result.words["good"] == ("Austausch", "Beispiele", "Viel geübt", "Zeit")
    assert evaluate_feedback(forms).words is None


def test_forms_add_up_over_cases_by_module_and_by_adviser() -> None:
    cases = [
        CaseFeedback(modules=("M1", "M4"), adviser="Kim", forms=(form(5),) * 3),
        CaseFeedback(modules=("M4",), adviser="Alex", forms=(form(1),) * 2),
        CaseFeedback(modules=("M2",), adviser="Alex", forms=()),
    ]
    found = evaluate_cases(cases, per_adviser=True)
    modules, advisers = found.modules, found.advisers
    assert {name: (item.forms, item.is_told) for name, item in modules.items()} == {"M1": (3, False), "M4": (5, True)}
    assert {item.mean for item in modules["M4"].items} == {Fraction(17, 5)}
    assert {name: item.forms for name, item in advisers.items()} == {"Alex": 2, "Kim": 3}
    assert (found.total.forms, found.total.is_told) == (5, True)
    assert not evaluate_cases(cases, per_adviser=False).advisers


def of(modules: str, forms: int, adviser: str = "Kim") -> CaseFeedback:
    return CaseFeedback(modules=tuple(modules.split()), adviser=adviser, forms=(form(3),) * forms)


@pytest.mark.parametrize(
    ("cases", "told"),
    [
        ([of("M1", 5), of("M4", 2)], {"M1"}),  # seven in all would tell of the two
        ([of("M1", 5), of("M4", 5)], {"M1", "M4", "total"}),
        ([of("M1 M4", 5), of("M4", 2)], {"M1"}),  # and so would the seven of module 4
        ([of("M1 M4", 5), of("M4", 5), of("M2", 3)], {"M1", "M4"}),
        ([of("M1", 5), of("M2", 6), of("M3", 1), of("M4", 4)], {"M1", "M2", "total"}),
    ],
)
def test_no_result_tells_what_fewer_than_five_forms_of_another_say(cases: list[CaseFeedback], told: set[str]) -> None:
    found = evaluate_cases(cases, per_adviser=False)
    results = {**found.modules, "total": found.total}
    assert {name for name, result in results.items() if result.is_told} == told
    assert all(result.items == () for result in results.values() if not result.is_told)
    assert found.total.withheld is ("total" not in told)


def test_advisers_tell_no_more_than_modules_beside_them() -> None:
    cases = [of("M1", 5, "Kim"), of("M1", 2, "Alex"), of("M1", 3, "Toni")]
    found = evaluate_cases(cases, per_adviser=True)
    assert found.modules["M1"].is_told
    assert {name: result.is_told for name, result in found.advisers.items()} == {
        "Alex": False,
        "Kim": True,
        "Toni": False,
    }


@given(st.lists(st.builds(of, st.sampled_from(["M1", "M2", "M1 M2", "M1 M4", "M2 M3"]), st.integers(0, 7)), max_size=6))
def test_whole_less_parts_is_never_a_handful(cases: list[CaseFeedback]) -> None:
    found = evaluate_cases(cases, per_adviser=False)
    shown = [name for name, result in found.modules.items() if result.is_told]
    if found.total.is_told:
        rests = [sum(len(case.forms) for case in cases if name not in case.modules) for name in shown]
        rests.append(sum(len(case.forms) for case in cases if not set(shown) & set(case.modules)) if shown else 0)
        assert not any(0 < rest < FEWEST for rest in rests)
