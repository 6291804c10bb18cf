"""Feedback is evaluated from five forms on; below, nothing but their number is told."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.feedback import RATINGS, WORDS
from advisor_app.domain.feedback_evaluation import (
    FEWEST,
    CaseFeedback,
    Form,
    by_adviser,
    by_module,
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
    assert result.is_enough == (len(told) >= FEWEST)
    if not result.is_enough:
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
    modules, advisers = by_module(cases), by_adviser(cases)
    assert {name: (item.forms, item.is_enough) for name, item in modules.items()} == {"M1": (3, False), "M4": (5, True)}
    assert {item.mean for item in modules["M4"].items} == {Fraction(17, 5)}
    assert {name: item.forms for name, item in advisers.items()} == {"Alex": 2, "Kim": 3}
