"""Polls and the list of questions to clarify by command."""

from __future__ import annotations

import pytest

from tests.cli.conftest import LICH, Run


@pytest.fixture
def case(run: Run) -> str:
    made: str = run("case", "create", "--commune", LICH, "--modules", "M4", "--json").json["id"]
    return made


def test_a_poll_is_entered_with_the_level_and_listed(run: Run, case: str) -> None:
    done = run("poll", "set", case, "4.2.1", "1,3,5,3,0,2", "--level", "2", "--reason", "Nach der Pause", "--json").json
    assert done["rounds"][0] == {
        "counts": [1, 3, 5, 3, 0],
        "unknown": 2,
        "present": 0,
        "median": 2.0,
        "spread": 3,
        "revealed": True,
        "counted_by": ["numbers"],
        "doubts": ["scattered"],
    }
    assert done["outcome"] == {"settled": "agreed", "level": 2}
    (listed,) = run("poll", "list", case, "--json").json
    assert listed == done
    lines = run("poll", "list", case).lines
    assert lines[0] == "4.2.1  Stufe der Frage – gemeinsame Stufe: Stufe 2"
    assert lines[1].strip() == "Runde 1, verdeckt: 1 3 5 3 0 2  Median 2, Spannweite 3 Stufen"
    assert lines[2].strip().startswith("Nur 8 von 12 Stimmen")
    scored = run("assessment", "score", case, "--json").json["assessments"][0]["dimensions"]
    assert next(item for item in scored if item["id"] == "4.2")["worst"] > 0


def test_a_target_level_is_polled_for_a_dimension(run: Run, case: str) -> None:
    done = run("poll", "set", case, "4.3", "0,0,0,9,1", "--target", "--level", "3", "--json").json
    assert (done["about"], done["item"]) == ("target", "4.3")


@pytest.mark.parametrize(
    ("item", "counts", "more"),
    [
        ("4.2.1", "1,2", ()),
        ("4.2.1", "1,2,drei,4,5", ()),
        ("4.2.1", "0,0,0,0,0", ()),
        ("4.2.1", "0,0,0,0,501", ()),
        ("4.2.1", "1,1,1,1,1", ("--level", "5")),
        ("9.9.9", "1,1,1,1,1", ()),
    ],
)
def test_what_does_not_fit_is_refused_and_changes_nothing(
    run: Run, fail: Run, case: str, item: str, counts: str, more: tuple[str, ...]
) -> None:
    assert fail("poll", "set", case, item, counts, *more).code == 1
    assert run("poll", "list", case, "--json").json == []


def test_the_questions_to_clarify_are_listed_with_reasons_and_minutes(run: Run, case: str) -> None:
    told = run("assessment", "clarification", case, "--json").json
    assert (told["has_survey"], told["confirmable"], told["settled"]) == (False, [], 0)
    assert 1 <= len(told["items"]) <= 10
    assert told["minutes"] == sum(item["minutes"] for item in told["items"])
    first = told["items"][0]
    assert "blocking" in first["concerns"]
    assert first["reasons"][0] == "Sperrfrage ohne Antwort: Stufe 0 deckelt die Dimension."
    lines = run("assessment", "clarification", case).lines
    assert lines[0].startswith("Ohne Antworten aus der Vorab-Abfrage")
    assert lines[-1].startswith("Auf einmal zu bestätigen: 0.")
