"""An entry of the minutes as it is typed in one line."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.minutes import WITH_UNTIL, EntryKind
from advisor_app.domain.minutes_line import KEYS, MinutesLine, kind_of, read_line

TODAY = date(2026, 9, 14)  # a Monday
TASK = EntryKind.TASK


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("@Bauamt bis 30.09. Leitfaden schreiben", ("Leitfaden schreiben", "Bauamt", date(2026, 9, 30))),
        ("Leitfaden schreiben @Bauamt bis 30.9.2027", ("Leitfaden schreiben", "Bauamt", date(2027, 9, 30))),
        ("Leitfaden @Bauamt, bis zum 30.09.26: schreiben", ("Leitfaden schreiben", "Bauamt", date(2026, 9, 30))),
        ("bis Freitag Raum buchen", ("Raum buchen", "", date(2026, 9, 18))),
        ("bis Montag Raum buchen", ("Raum buchen", "", date(2026, 9, 21))),
        ("Raum buchen bis morgen", ("Raum buchen", "", date(2026, 9, 15))),
        ("bis 13.09. liefern", ("liefern", "", date(2027, 9, 13))),
        ('@"Amt für Umwelt" Zahlen liefern', ("Zahlen liefern", "Amt für Umwelt", None)),
        ("@„Amt für Umwelt“: Zahlen liefern", ("Zahlen liefern", "Amt für Umwelt", None)),
        ("@Haupt- und Personalamt Liste", ("Liste", "Haupt- und Personalamt", None)),
        ("@Bauamt @Kämmerei Kosten klären", ("Kosten klären", "Bauamt, Kämmerei", None)),
        ("bis 31.02. liefern", ("bis 31.02. liefern", "", None)),
        ("bis alle da sind warten", ("bis alle da sind warten", "", None)),
        ("an post@bauamt.de schreiben", ("an post@bauamt.de schreiben", "", None)),
        ("von 10 bis 12 Uhr sperren", ("von 10 bis 12 Uhr sperren", "", None)),
        ("", ("", "", None)),
    ],
)
def test_who_and_until_are_understood(line: str, expected: tuple[str, str, date | None]) -> None:
    text, who, until = expected
    known = ("Personalamt", "Haupt- und Personalamt")
    assert read_line(line, TASK, TODAY, known) == MinutesLine(text=text, who=who, until=until)


def test_a_note_stays_as_it_is_typed() -> None:
    line = "@Bauamt bis 30.09. unsicher"
    assert read_line(line, EntryKind.NOTE, TODAY) == MinutesLine(text=line)
    decided = read_line(line, EntryKind.DECISION, TODAY)
    assert decided == MinutesLine(text="bis 30.09. unsicher", who="Bauamt")


@pytest.mark.parametrize(("letter", "kind"), KEYS.items())
def test_the_first_letter_chooses_the_kind(letter: str, kind: EntryKind) -> None:
    assert kind_of(f"{letter} Wort") == (kind, "Wort")
    assert kind_of(f"{letter.upper()}: Wort") == (kind, "Wort")
    assert kind_of(f"{letter}Wort") == (None, f"{letter}Wort")


def test_other_first_letters_are_words() -> None:
    assert kind_of("x Wort") == (None, "x Wort")
    assert kind_of("") == (None, "")


@given(st.text(max_size=60), st.sampled_from(EntryKind))
def test_whatever_is_typed_is_taken_apart(line: str, kind: EntryKind) -> None:
    found = read_line(line, kind, TODAY)
    assert found.until is None or kind in WITH_UNTIL
    again = read_line(found.text, kind, TODAY)
    assert again.text == found.text or again.who or again.until
