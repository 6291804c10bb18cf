"""Measures as CSV."""

from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.amounts import MOST_CENTS
from advisor_app.domain.plan import Grant, GrantState, Measure, MeasureState, Priority
from advisor_app.domain.plausibility import LONGEST_TEXT
from advisor_app.domain.use_case import Milestone
from advisor_app.exchange.csv_table import MOST_ROWS
from advisor_app.exchange.plan_csv import COLUMNS, read_plan, write_plan
from tests.exchange.refusals import EXAMPLE, TEXTS, line_of_refusal, refused

FULL = Measure(
    id="U1",
    title="Leistungsverzeichnis",
    template="F03",
    dimension="1.2",
    description="Alle Leistungen; mit Fallzahl\nund Zugang",
    first_step="Vorlage verteilen",
    goal="Überblick",
    benefit=4,
    effort=2,
    priority=Priority.B,
    priority_reason="Haushalt",
    responsible="DB",
    participants="alle Ämter",
    start=date(2027, 1, 1),
    end=date(2027, 2, 28),
    predecessors=("U2", "U3"),
    cost_once=242_850,
    cost_yearly=0,
    cost_class=2,
    grants=(
        Grant(programme="H", quota_percent=80, amount=100_000, state=GrantState.APPLIED),
        Grant(programme="civento frei | Schnittstelle eigen"),
    ),
    indicator="Anteil",
    indicator_target="100 %",
    risk="Zeit",
    countermeasure="Termin",
    milestones=(Milestone(title="Bescheid", on=date(2027, 6, 30)), Milestone(title="Rollout")),
    state=MeasureState.RUNNING,
    position=3,
)


def read(text: str) -> list[Measure]:
    return [row.applied(None, 0) for row in read_plan(text.encode(), "plan.csv", TEXTS)]


def test_a_full_measure_comes_back() -> None:
    (row,) = read_plan(write_plan([FULL]), "plan.csv", TEXTS)
    assert row.applied(None, 0) == FULL


def test_every_field_has_its_column_but_the_link_to_the_rollout() -> None:
    assert set(COLUMNS) == {field.name for field in fields(Measure)} - {"rollout"}
    linked = Measure(id="U1", title="E-Akte", rollout="r1")
    (row,) = read_plan(write_plan([linked]), "plan.csv", TEXTS)
    assert row.applied(linked, 0) == linked


text = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=10)
names = st.from_regex(r"U[1-9][0-9]{0,2}", fullmatch=True)
days = st.none() | st.dates(date(2000, 1, 1), date(2100, 12, 31))
amounts = st.none() | st.integers(0, MOST_CENTS)
grants = st.builds(
    Grant,
    programme=text,
    quota_percent=st.none() | st.integers(0, 100),
    amount=amounts,
    state=st.sampled_from(GrantState),
)
measures = st.builds(
    Measure,
    id=names,
    title=text,
    template=st.none() | text.filter(bool),
    dimension=text,
    description=text,
    first_step=text,
    goal=text,
    benefit=st.none() | st.integers(1, 5),
    effort=st.none() | st.integers(1, 5),
    priority=st.none() | st.sampled_from(Priority),
    priority_reason=text,
    responsible=text,
    participants=text,
    start=days,
    end=days,
    predecessors=st.lists(names, unique=True, max_size=3).map(tuple),
    cost_once=amounts,
    cost_yearly=amounts,
    cost_class=st.none() | st.integers(1, 3),
    grants=st.lists(grants, max_size=3).map(tuple),
    indicator=text,
    indicator_target=text,
    risk=text,
    countermeasure=text,
    milestones=st.lists(st.builds(Milestone, title=text, on=days), max_size=3).map(tuple),
    state=st.sampled_from(MeasureState),
    position=st.integers(0, 1000),
)


@given(st.lists(measures, unique_by=lambda measure: measure.id, max_size=3))
def test_what_is_written_is_read(plan: list[Measure]) -> None:
    rows = read_plan(write_plan(plan), "plan.csv", TEXTS)
    assert [row.applied(None, 0) for row in rows] == plan


@pytest.mark.parametrize("letters", ["ä", "Wort ", '"', "\\", "; ", "|\n", "\r\n", "[x] = 1\n"])
def test_a_text_as_long_as_the_window_takes_is_written_and_read(letters: str) -> None:
    words = (letters * LONGEST_TEXT)[:LONGEST_TEXT]
    grants, milestones = (Grant(programme=words), Grant(programme=words)), (Milestone(title=words),)
    plan = [Measure(id="U1", title=words, description=words, grants=grants, milestones=milestones)]
    assert [row.applied(None, 0) for row in read_plan(write_plan(plan), "plan.csv", TEXTS)] == plan


def test_a_file_of_endless_rows_is_refused() -> None:
    rows = "".join(f"U{number};x\n" for number in range(MOST_ROWS + 1))
    assert refused(lambda: read(f"id;title\n{rows}")).line == MOST_ROWS + 2


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    assert line_of_refusal(lambda: read_plan(data, "plan.csv", TEXTS)) >= 1


def test_months_mean_their_first_and_last_day() -> None:
    (measure,) = read("id,title,start,end,milestones\nU1,x,03/2027,02/2028,Rollout | 06/2028\n")
    assert (measure.start, measure.end) == (date(2027, 3, 1), date(2028, 2, 29))
    assert measure.milestones == (Milestone(title="Rollout", on=date(2028, 6, 30)),)


def test_german_spreadsheets_are_understood() -> None:
    (measure,) = read("id;title;start;cost_once;state;grants\nU1;x;01.03.2027;4.000,50;Läuft;H|80|1.000|BEANTRAGT\n")
    assert (measure.start, measure.cost_once, measure.state) == (date(2027, 3, 1), 400_050, MeasureState.RUNNING)
    assert measure.grants == (Grant(programme="H", quota_percent=80, amount=100_000, state=GrantState.APPLIED),)


def test_a_column_that_is_missing_keeps_its_field_and_an_empty_cell_empties_it() -> None:
    (row,) = read_plan(b"id,title,risk,cost_once\nU1,Neu,,\n", "plan.csv", TEXTS)
    assert row.applied(FULL, 9) == replace(FULL, title="Neu", risk="", cost_once=None)
    assert row.applied(None, 9).position == 9


@pytest.mark.parametrize(
    ("column", "value", "word"),
    [
        ("benefit", "6", "von 1 bis 5"),
        ("effort", "2,5", "von 1 bis 5"),
        ("priority", "D", "A, B, C"),
        ("start", "31.02.2027", "kein Datum"),
        ("end", "bald", "kein Datum"),
        ("predecessors", "U2, ä", "keine Nummer"),
        ("cost_once", "viel", "kein Betrag"),
        ("cost_yearly", "-5", "kein Betrag"),
        ("cost_class", "4", "von 1 bis 3"),
        ("state", "fertig", "erledigt"),
        ("position", "-1", "keine ganze Zahl"),
        ("grants", "H | 101", "von 0 bis 100"),
        ("grants", "H | 80 | 5 | ja", "bewilligt"),
        ("grants", "a | 1 | 2 | offen | mehr", "mehr als 4"),
        ("milestones", "Beschluss | irgendwann", "kein Datum"),
        ("id", "U 1", "keine Nummer"),
        ("description", "x" * (LONGEST_TEXT + 1), "länger"),
    ],
)
def test_a_cell_that_does_not_fit_refuses_the_whole_file(column: str, value: str, word: str) -> None:
    cells: dict[str, Any] = {"id": "U9", "title": "x", column: f'"{value}"'}
    head, row = ",".join(cells), ",".join(cells.values())
    good = ",".join({"id": "U1", "title": "gut"}.get(name, "") for name in cells)
    refusal = refused(lambda: read(f"{head}\n{good}\n{row}\n"))
    assert (refusal.file, refusal.line) == ("plan.csv", 3)
    assert word in refusal.reason


def test_the_same_measure_twice_is_refused() -> None:
    refusal = refused(lambda: read("id,title\nU1,a\nU1,b\n"))
    assert (refusal.line, "Zeile 2" in refusal.reason) == (3, True)


def test_the_worked_example_is_read() -> None:
    rows = read_plan((EXAMPLE / "plan.csv").read_bytes(), "plan.csv", TEXTS)
    assert [row.id for row in rows] == ["U1", "U2", "U3", "U4", "U5"]
