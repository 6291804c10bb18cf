"""Records in words, whole and as far as somebody wrote for an audience."""

from __future__ import annotations

from dataclasses import replace

from advisor_app.domain.changes import AnswerSet, BookingSet, UseCaseSet
from advisor_app.domain.words import Audience, Words
from advisor_app.texts import load_texts
from advisor_app.texts.record_words import RecordWords
from tests.builders import example_catalog
from tests.example_case import example_answers, example_case

CASE = example_case()
WORDS = RecordWords(load_texts("de"), example_catalog(), CASE)


def test_a_record_is_told_field_by_field_without_what_is_empty() -> None:
    answer = replace(example_answers()["4.1.2"], note=Words("Beschluss folgt.", Audience.REPORT))
    told = WORDS.contents(AnswerSet("a1", "4.1.2", None, answer))
    assert ("Stufe", "2") in told
    assert ("Notiz (für den Bericht)", "Beschluss folgt.") in told
    assert all(words for _label, words in told)
    assert WORDS.free_words(AnswerSet("a1", "4.1.2", None, answer)) == [("Notiz (für den Bericht)", "Beschluss folgt.")]


def test_who_may_read_it_is_told_in_the_language_of_the_words() -> None:
    answer = replace(example_answers()["4.1.2"], note=Words("Beschluss folgt.", Audience.REPORT))
    english = RecordWords(load_texts("en"), example_catalog(), CASE)
    ((label, _words),) = english.free_words(AnswerSet("a1", "4.1.2", None, answer))
    assert label == "Note (for the report)"


def test_a_commune_is_named() -> None:
    name, booking = next(iter(CASE.bookings.items()))
    assert ("Kommune", CASE.commune.title) in WORDS.contents(BookingSet(name, None, booking))


def test_parts_of_a_list_are_told_with_their_names() -> None:
    (use_case,) = CASE.use_cases.values()
    labels = [label for label, _words in WORDS.contents(UseCaseSet(use_case.id, None, use_case))]
    assert any(label.count(" · ") >= 2 for label in labels)


def test_what_is_gone_has_no_contents() -> None:
    assert WORDS.contents(AnswerSet("a1", "4.1.2", example_answers()["4.1.2"], None)) == []
