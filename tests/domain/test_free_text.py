"""People are found in texts however their names were put down and written."""

import pytest

from advisor_app.domain.case import Person
from advisor_app.domain.free_text import REDACTED, mail_in, phone_in, texts_in, traces_of
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


@pytest.mark.parametrize("length", [3, 4, 39, 40, 41, 4_000, 8_999])
def test_what_was_left_of_a_name_while_it_was_typed_is_taken_out_however_long_it_is(length: int) -> None:
    name = "Xyz" + "abc" * 2_999
    traces = traces_of([Person(id="p", name=f"Kim {name}")])
    assert traces.taken_out(f"Frau {name[:length]} ruft", also_half_typed=True) == f"Frau {REDACTED} ruft"
    assert sum(len(pattern.pattern) for pattern in traces.half_typed) < 40_000


@pytest.mark.parametrize(
    ("text", "phone"),
    [
        ("Tel. 06401 / 123-45", "06401 / 123-45"),
        ("(06401/123456)weiter", "(06401/123456"),
        ("+49 (0) 6401 123456, bitte", "+49 (0) 6401 123456"),
        ("06401 1234 56a", "06401 1234"),
        ("am 01.02.2026 um 09:30", ""),
        ("0" * 200 + "a", ""),
        ("(" * 50_000 + "+" + " " * 50_000, ""),
    ],
)
def test_a_number_that_one_can_dial_is_found_in_a_text_of_any_length(text: str, phone: str) -> None:
    assert phone_in(text) == phone
    assert phone_in("x" * 200_000 + f" {text}") == phone


@pytest.mark.parametrize(
    ("text", "mail"), [("an Kim.Berger+x@haus-mitte.example.de!", "Kim.Berger+x@haus-mitte.example.de")]
)
def test_a_mail_address_is_found_in_a_text_of_any_length(text: str, mail: str) -> None:
    assert mail_in("x" * 200_000 + f" {text}") == mail
