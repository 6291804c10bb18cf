"""Who is listed twice, in words."""

from advisor_app.texts import load_texts
from advisor_app.texts.attendance import doubled_words


def test_some_are_named_and_the_others_counted() -> None:
    texts = load_texts("de")
    assert doubled_words((), texts) == ""
    assert doubled_words(("Anna Schmitz",), texts).startswith("Anna Schmitz steht mehrfach auf der Teilnahmeliste.")
    assert doubled_words(("Anna", "Bernd"), texts).startswith("Anna und Bernd stehen mehrfach auf der Teilnahmeliste.")
    assert doubled_words(tuple("ABCDEF"), texts).startswith("A, B, C, D, E und 1 weitere stehen mehrfach")
    assert doubled_words(("Anna",), load_texts("en")).startswith("Anna is on the attendance list more than once.")
