"""Use cases as TOML."""

from dataclasses import fields
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.plausibility import LONGEST_TEXT
from advisor_app.domain.use_case import CostLine, Costs, Indicator, Milestone, Risk, Roadmap, UseCase, calculate_costs
from advisor_app.exchange.toml_table import TomlSource
from advisor_app.exchange.use_case_toml import FIELDS, MOST_NUMBER, read_use_cases, write_use_cases
from tests.exchange.refusals import EXAMPLE, TEXTS, line_of_refusal, refused

AREAS = tuple(f"WB{number}" for number in range(1, 9))


def read(text: str) -> list[UseCase]:
    entries = read_use_cases(text.encode(), "fall.toml", AREAS, TEXTS)
    return [entry.applied(None, f"id-{entry.number}") for entry in entries]


text = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
days = st.none() | st.dates(date(1900, 1, 1), date(2100, 12, 31))
money = st.integers(0, 10**11)
costs = st.builds(
    Costs,
    lines=st.lists(st.builds(CostLine, label=text, amount=money, shared=st.booleans()), max_size=3).map(tuple),
    contingency_percent=st.integers(0, 100),
    internal_hours=st.integers(0, 10_000),
    hourly_rate=money,
    yearly=money,
    communes=st.integers(1, 500),
    quota_percent=st.integers(0, 100),
)
TEXT_FIELDS = {
    field.name: text for field in fields(UseCase) if field.type == "str" and field.name not in {"id", "title"}
}
use_cases = st.builds(
    UseCase,
    id=st.just(""),
    number=st.integers(1, MOST_NUMBER),
    title=text,
    as_of=days,
    areas=st.lists(st.sampled_from(AREAS), unique=True).map(tuple),
    indicators=st.lists(st.builds(Indicator, name=text, baseline=text, target=text), max_size=2).map(tuple),
    costs=costs,
    risks=st.lists(st.builds(Risk, risk=text, countermeasure=text), max_size=2).map(tuple),
    milestones=st.lists(st.builds(Milestone, title=text, on=days), max_size=2).map(tuple),
    roadmap=st.sampled_from(Roadmap),
    decided_on=days,
    **TEXT_FIELDS,
)


@given(st.lists(use_cases, min_size=1, max_size=2, unique_by=lambda use_case: use_case.number))
def test_what_is_written_is_read(written: list[UseCase]) -> None:
    entries = read_use_cases(write_use_cases(written), "fall.toml", AREAS, TEXTS)
    assert [entry.applied(None, "") for entry in entries] == written


@pytest.mark.parametrize("letters", ["ä", "Wort ", '"', "\\", "\n", "\r\n", "[x] = 1\n", "a.b."])
def test_a_text_as_long_as_the_window_takes_is_written_and_read(letters: str) -> None:
    words = (letters * LONGEST_TEXT)[:LONGEST_TEXT]
    written = [UseCase(id="", number=1, title=words, goal=words, risks=(Risk(risk=words),))]
    entries = read_use_cases(write_use_cases(written), "fall.toml", AREAS, TEXTS)
    assert [entry.applied(None, "") for entry in entries] == written


def test_every_field_but_the_id_is_written() -> None:
    assert set(FIELDS) == {field.name for field in fields(UseCase)} - {"id"}
    assert len(TEXT_FIELDS) == 28


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    assert line_of_refusal(lambda: read_use_cases(data, "fall.toml", AREAS, TEXTS)) >= 1


def test_what_is_left_out_stays_as_it_is() -> None:
    before = UseCase(id="a", number=1, title="Alt", problem="Hochwasser", costs=Costs(yearly=100))
    (entry,) = read_use_cases(b'[[use_case]]\nnumber = 1\ntitle = "Neu"\ngoal = "Warnung"\n', "f", AREAS, TEXTS)
    after = entry.applied(before, "b")
    assert (after.id, after.title, after.problem, after.goal, after.costs.yearly) == (
        "a",
        "Neu",
        "Hochwasser",
        "Warnung",
        100,
    )


def test_a_month_means_its_last_day() -> None:
    head = '[[use_case]]\nnumber = 1\ntitle = "x"\n'
    (use_case,) = read(head + '[[use_case.milestones]]\ntitle = "Beschluss"\non = "02/2028"\n')
    assert use_case.milestones == (Milestone(title="Beschluss", on=date(2028, 2, 29)),)


HEAD = '[[use_case]]\nnumber = 1\ntitle = "x"\n'


@pytest.mark.parametrize(
    ("rest", "line", "word"),
    [
        ("goal = 5\n", 4, "„goal“"),
        ('farbe = "rot"\n', 4, "„farbe“ gibt es nicht"),
        ('areas = "WB2"\n', 4, "Liste"),
        ('areas = ["WB9"]\n', 4, "„WB9“"),
        ("as_of = 2027-02-30\n", 4, "Aufbau"),
        ('as_of = "bald"\n', 4, "Datum"),
        ("as_of = 0202-02-01\n", 4, "Datum"),
        ('as_of = "31.12.9999"\n', 4, "Datum"),
        ("as_of = 2027-02-01T10:00:00\n", 4, "Datum"),
        ('roadmap = "Traum"\n', 4, "Pilot"),
        ("costs = 5\n", 4, "Tabelle"),
        ("[use_case.costs]\nyearly = -1\n", 5, "Betrag"),
        ("[use_case.costs]\nyearly = 1.005\n", 5, "Betrag"),
        ("[use_case.costs]\nyearly = nan\n", 5, "Betrag"),
        ("[use_case.costs]\nyearly = 1e999\n", 5, "Betrag"),
        ("[use_case.costs]\ncommunes = 0\n", 5, "von 1 bis"),
        ("[use_case.costs]\nquota_percent = 101\n", 5, "von 0 bis 100"),
        ("[use_case.costs]\nquota_percent = true\n", 5, "von 0 bis 100"),
        ('[use_case.costs]\nrabatt = "x"\n', 5, "„rabatt“"),
        ("[[use_case.costs.lines]]\namount = 5\n", 4, "„label“ fehlt"),
        ('[[use_case.costs.lines]]\nlabel = "a"\nshared = "ja"\n', 6, "true oder false"),
        ('[[use_case.risks]]\nrisk = "a"\nwer = "b"\n', 6, "„wer“"),
        ("risks = 3\n", 4, "Liste von Tabellen"),
        ('goal = "offen\n', 4, "Aufbau"),
        (f'goal = "{"x" * (LONGEST_TEXT + 1)}"\n', 4, "länger"),
        ('[[use_case]]\nnumber = 1\ntitle = "y"\n', 5, "Zeile 1"),
        ("[[use_case]]\nnumber = 2\n", 4, "„title“ fehlt"),
        ('[[use_case]]\nnumber = 0\ntitle = "y"\n', 5, "von 1 bis 99999"),
    ],
)
def test_a_value_that_does_not_fit_refuses_the_whole_file(rest: str, line: int, word: str) -> None:
    refusal = refused(lambda: read(HEAD + rest))
    assert (refusal.file, refusal.line) == ("fall.toml", line)
    assert word in refusal.reason


@pytest.mark.parametrize(
    "content", ["", "# nichts\n", "title = 1\n", "use_case = 5\n", "[" * 2000, "x = " + "9" * 5000]
)
def test_a_file_without_a_use_case_is_refused(content: str) -> None:
    assert refused(lambda: read(content)).line >= 1


def test_the_worked_example_costs_what_the_fact_base_says() -> None:
    (entry,) = read_use_cases((EXAMPLE / "use_case.toml").read_bytes(), "use_case.toml", AREAS, TEXTS)
    use_case = entry.applied(None, "x")
    result = calculate_costs(use_case.costs)
    assert (use_case.code, result.external, result.contingency, result.internal) == (
        "UC-01",
        1_575_000,
        157_500,
        696_000,
    )
    assert result.total == 2_428_500
    assert (result.alliance_external, result.alliance_multiplied) == (6_022_500, 12_142_500)
    assert (result.alliance_multiplied_remainder, result.alliance_multiplied_per_commune) == (1_214_250, 242_850)
    assert [(item.title, item.on) for item in use_case.milestones] == [
        ("Beschluss", date(2027, 2, 28)),
        ("Funkmessung", date(2027, 4, 30)),
        ("Pilot", date(2027, 7, 31)),
        ("Regelbetrieb", date(2027, 11, 30)),
    ]


@pytest.mark.parametrize(
    "line",
    [
        ".".join(["a"] * 100_000) + " = 1",
        "[" + " . ".join(["'a b'"] * 5_000) + "]",
        'x = {"a.b".' + "a." * 9_999 + "b = 1}",
    ],
)
def test_a_key_without_an_end_is_refused_at_once(line: str) -> None:
    said = refused(lambda: TomlSource(f"[[use_case]]\n{line}\n".encode(), "a.toml", TEXTS))
    assert said.line == 2


def test_many_sentences_and_long_words_are_no_key() -> None:
    text = "Ein Satz. " * 400 + "a" * 1_000_000 + "." * 500
    assert TomlSource(f'goal = "{text}"\n'.encode(), "a.toml", TEXTS).root.keys == ("goal",)
