"""What a feedback form says."""

import pytest

from advisor_app.domain.feedback import RATINGS, WORDS, Feedback, rating_field, read_feedback, words_field


def test_ratings_run_from_one_to_five() -> None:
    values = {rating_field(name).name: f"r{index % 5 + 1}" for index, name in enumerate(RATINGS)}
    assert read_feedback(values) == Feedback(
        ratings={"organisation": 1, "clarity": 2, "use": 3, "pace": 4, "method": 5, "recommendation": 1}, words={}
    )
    assert rating_field("pace").options == ("r1", "r2", "r3", "r4", "r5")


def test_words_are_taken_as_they_are() -> None:
    values = {words_field(WORDS[0]).name: " Gute Beispiele. \n", words_field(WORDS[1]).name: " \n "}
    assert read_feedback(values).words == {"good": "Gute Beispiele."}


@pytest.mark.parametrize("value", ["", "r0", "r6", "5", "s3", "Off"])
def test_what_is_no_rating_is_left_out(value: str) -> None:
    assert read_feedback({"f_pace": value, "other": "r3"}) == Feedback(ratings={}, words={})
