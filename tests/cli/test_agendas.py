"""Workshop days by commands: listed, planned anew, written as calendar files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.cli.conftest import Run


def first_day(run: Run, case_id: str) -> dict[str, Any]:
    """The first day of module 4 as the list tells it."""
    days: list[dict[str, Any]] = run("agenda", "list", case_id, "--json").json
    return next(day for day in days if day["code"] == "M4-1")


def test_days_are_listed_with_the_times_of_their_steps(run: Run, case_id: str) -> None:
    first = first_day(run, case_id)
    assert (first["start"], first["agreed_end"], first["findings"]) == ("09:00", None, [])
    assert first["steps"][0]["begins"] == "09:00"
    assert first["ends"] == first["steps"][-1]["ends"]
    assert {"break", "lunch", "work"} == {step["kind"] for step in first["steps"]}
    lines = run("agenda", "list", case_id).lines
    assert any(line.startswith("M4-1  ") and "09:00–15:30" in line for line in lines)
    assert any("Auftakt" in line and "09:00–09:20" in line for line in lines)


def test_the_rest_is_planned_anew_and_only_taken_over_when_asked_for(run: Run, case_id: str) -> None:
    before = first_day(run, case_id)
    steps = {step["title"]: step["step"] for step in before["steps"]}
    chosen = ("agenda", "replan", case_id, "--day", "M4-1", "--drop", steps["Zielstufen festlegen"], "--later", "10")
    plan = run(*chosen, "--at", "08:00", "--json").json
    fates = {step["step"]: step["fate"] for step in plan["steps"]}
    assert fates[steps["Zielstufen festlegen"]] == "dropped"
    assert (plan["fits"], plan["applied"], plan["end_later"]) == (True, False, 10)
    assert first_day(run, case_id) == before
    lines = run(*chosen, "--apply").lines
    assert any("Zielstufen festlegen" in line and "entfällt" in line for line in lines)
    after = first_day(run, case_id)
    assert {step["state"] for step in after["steps"] if step["step"] == steps["Zielstufen festlegen"]} == {"skipped"}
    assert after["agreed_end"] == "15:40"


def test_what_needs_no_plan_gets_none(run: Run, case_id: str) -> None:
    plan = run("agenda", "replan", case_id, "--day", "M4-1", "--at", "08:00", "--apply", "--json").json
    assert (plan["fits"], plan["applied"]) == (True, False)


def test_days_without_a_date_are_no_appointments(fail: Run, case_id: str, tmp_path: Path) -> None:
    said = fail("agenda", "export", case_id, "--out", tmp_path / "tage.ics").err
    assert "noch kein Datum" in said
    assert "gibt es in diesem Fall nicht" in fail("agenda", "replan", case_id, "--day", "M9-1").err
    assert "Schritt" in fail("agenda", "replan", case_id, "--drop", "gibtesnicht").err
