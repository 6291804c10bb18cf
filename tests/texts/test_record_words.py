"""Records in words, whole and as far as somebody wrote for an audience."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.changes import AnswerSet, BookingSet, MinutesEntrySet, ServiceSet, UseCaseSet
from advisor_app.domain.minutes import EntryKind, MinutesEntry
from advisor_app.domain.service import Service
from advisor_app.domain.use_case import Indicator, Milestone, UseCase
from advisor_app.domain.words import Audience, Words
from advisor_app.texts import load_texts
from advisor_app.texts.record_words import RecordWords
from tests.example_case import example_answers, example_case
from tests.example_catalog import example_catalog

AT = datetime(2026, 9, 14, 8, 0, tzinfo=UTC)
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


def test_numbers_are_written_as_the_language_does() -> None:
    service = Service(id="s1", number=7, title="Hund anmelden", cases_per_year=1240)
    told = WORDS.contents(ServiceSet("s1", None, service))
    assert ("Fälle im Jahr", "1.240") in told
    assert ("Nummer", "7") in told
    answer = Answer(state=AnswerState.ANSWERED, number=Decimal("2.50"))
    assert ("Zahl", "2,5") in WORDS.contents(AnswerSet("a1", "4.1.2", None, answer))


def test_a_long_text_gives_its_first_whole_words_as_its_name() -> None:
    entry = MinutesEntry(
        id="m1", day="", kind=EntryKind.NOTE, at=AT, words=Words("Erwartung der Runde: eine Warnung, die ankommt")
    )
    assert WORDS.name(MinutesEntrySet("m1", None, entry)) == "Notiz Erwartung der Runde: eine Warnung, die …"


def test_days_of_a_list_share_a_line() -> None:
    milestones = (Milestone(title="Beschluss", on=date(2027, 2, 28)), Milestone(title="Pilot", on=date(2027, 7, 31)))
    told = WORDS.contents(UseCaseSet("u1", None, UseCase(id="u1", number=1, title="Pegel", milestones=milestones)))
    assert ("Meilensteine", "Beschluss: 28.02.2027; Pilot: 31.07.2027") in told


def test_a_value_that_could_mean_several_things_keeps_its_label() -> None:
    use_case = UseCase(id="u1", number=1, title="Pegel", indicators=(Indicator(name="Vorwarnzeit", target="30 min"),))
    assert ("Kennzahlen · Vorwarnzeit", "Ziel: 30 min") in WORDS.contents(UseCaseSet("u1", None, use_case))


def test_what_is_gone_has_no_contents() -> None:
    assert WORDS.contents(AnswerSet("a1", "4.1.2", example_answers()["4.1.2"], None)) == []
