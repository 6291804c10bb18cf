"""People are found in texts however their names were put down and written."""

import pytest

from advisor_app.domain.case import Person
from advisor_app.domain.free_text import REDACTED, texts_in, traces_of
from advisor_app.domain.process import ProcessStep


def taken_out(name: str, words: str) -> str:
    return traces_of([Person(id="p", name=name)]).taken_out(words)


@pytest.mark.parametrize(
    ("name", "words", "left"),
    [
        ("Petra Schmidt", "Frau Schmidt ruft an", f"Frau {REDACTED} ruft an"),
        ("Schmidt, Petra", "Frau Schmidt ruft an", f"Frau {REDACTED} ruft an"),
        ("Schmidt, Petra", "Petra Schmidt ruft an", f"{REDACTED} ruft an"),
        ("Petra Schmidt", "Schmidt, Petra: krank", f"{REDACTED}: krank"),
        ("Dr. Petra von Schmidt", "Schmidts Vorschlag", f"{REDACTED} Vorschlag"),
        ("Anna Müller-Lüdenscheid", "Frau Müller meint", f"{REDACTED} meint"),
        ("Anna Müller-Lüdenscheid", "Dr. Lüdenscheid meint", f"{REDACTED} meint"),
        ("Anna Müller-Lüdenscheid", "Mueller‑Luedenscheid meint", f"{REDACTED} meint"),
        ("Anna Müller-Lüdenscheid", "Müller-\nLüdenscheid meint", f"{REDACTED} meint"),
        ("Li Wu", "Herr Wu und Herrn Wus Idee", f"{REDACTED} und {REDACTED} Idee"),
        ("Petra Schmidt", "Frau Schm\N{SOFT HYPHEN}idt", f"Frau {REDACTED}"),
        ("Wu", "Herr Wu", REDACTED),
    ],
)
def test_a_person_is_taken_out(name: str, words: str, left: str) -> None:
    assert taken_out(name, words) == left


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Petra Schmidt", "Petra und die Schmidtstraße"),  # many are called Petra, and streets are no people
        ("Schmidt, Petra", "Petra war da"),
        ("Anna Müller-Lüdenscheid", "der Müller mahlt"),
        ("Li Wu", "die Wucht, Wu"),
        ("Dr.", "Frau Dr. Weber"),
        ("", "Frau Weber"),
        (",", "Frau Weber, Herr Wu"),
    ],
)
def test_nobody_else_is(name: str, words: str) -> None:
    assert taken_out(name, words) == words


def test_whatever_one_types_into_a_step_of_a_process_is_looked_through() -> None:
    step = ProcessStep(id="s1", title="a", actor="b", aid="c", documents="d", problem="e", idea="f")
    assert "".join(text.words for text in texts_in(step)) == "abcdef"
