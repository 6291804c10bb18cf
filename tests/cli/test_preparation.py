"""The checklist and „Startklar?“ by commands."""

from pathlib import Path

import pikepdf
import pytest

from tests.cli.conftest import Run


@pytest.fixture
def example(run: Run) -> str:
    """A case with a task of its own that is overdue."""
    case: str = run("case", "create", "--commune", "06531011", "--modules", "M4", "--json").json["id"]
    run("checklist", "add", case, "Aushang drucken", "--due", "01.03.2026", "--who", "office")
    return case


def test_tasks_are_listed_ticked_and_opened_again(run: Run, example: str) -> None:
    tasks = run("checklist", "list", example, "--json").json
    own = next(task for task in tasks if task["own"])
    assert (own["title"], own["who"], own["due_on"], own["module"]) == ("Aushang drucken", "office", "2026-03-01", "M4")
    assert len(tasks) > 10
    assert [task["id"] for task in run("checklist", "list", example, "--overdue", "--json").json] == [own["id"]]
    line = run("checklist", "list", example, "--overdue").lines[0]
    assert "[ ] M4  Aushang drucken  Innendienst  seit " in line
    assert run("checklist", "done", example, own["id"], "--json").json["done"] is True
    assert run("checklist", "list", example, "--overdue").lines == []
    assert run("checklist", "done", example, "v-raum@M4", "--undone").lines[0].startswith("[ ] M4  Raum, Beamer")
    assert run("checklist", "done", example, own["id"], "--undone", "--json").json["overdue"] is True


def test_tasks_are_listed_as_the_window_shows_them(run: Run, example: str) -> None:
    run("booking", "add", example, "--modules", "M1")
    undated = [task for task in run("checklist", "list", example, "--json").json if task["module"] == "M1"]
    assert len(undated) > 10
    assert [task["days_before"] for task in undated] == sorted((task["days_before"] for task in undated), reverse=True)
    lines = run("checklist", "list", example).lines
    assert lines[0].startswith("M1 OZG Grundlagen: Workshop noch ohne Termin; ")
    assert "  56 Tage vor dem Workshop  v-termin@M1" in lines[1]
    run("booking", "set", example, "--modules", "M4", "--workshop", "14.09.2099")
    lines = run("checklist", "list", example).lines
    assert lines[0].startswith("M4 Smart Region: Workshop am Montag, 14.09.2099 · 0 von ")  # comes first
    assert "Aushang drucken" in lines[1]
    assert "  bis 20.07.2099  v-termin@M4" in lines[2]
    assert sum(line.startswith("M1 OZG") for line in lines) == 1


def test_a_task_that_is_not_there_is_named(fail: Run, example: str) -> None:
    assert "„v-nichts“" in fail("checklist", "done", example, "v-nichts").err
    assert "„M2“" in fail("checklist", "add", example, "Etwas", "--module", "M2").err


def test_a_day_is_looked_at_and_the_rest_is_ticked(run: Run, example: str) -> None:
    shown = run("ready", "show", example, "--json").json
    assert (shown["ready"], set(shown["points"].values())) == (False, {None})
    checked = run("ready", "check", example, "--json").json
    assert checked["points"]["backup"]["state"] == "ready"
    assert checked["points"]["contact"]["state"] == "not-ready"
    for point in ("answers", "print-pack", "screen", "contact"):
        run("ready", "tick", example, point)
    last = run("ready", "tick", example, "emergency-folder")
    assert last.lines[-1] == "Startklar: Alles liegt bereit."
    assert run("ready", "show", example, "--json").json["points"]["screen"]["by_hand"] is True
    again = run("ready", "tick", example, "screen", "--undone")
    assert again.lines[-1] == "Noch nicht startklar. Offen: Ein-Bildschirm-Probe gemacht."


def test_the_emergency_folder_is_written(run: Run, example: str, tmp_path: Path) -> None:
    file = tmp_path / "mappe.pdf"
    said = run("ready", "folder", example, "--out", file, "--json").json
    with pikepdf.open(file) as written:
        assert len(written.pages) >= said["pages"] > 5
    assert run("ready", "show", example, "--json").json["points"]["emergency-folder"]["found"] == said["pages"]


def test_a_case_without_a_day_has_nothing_to_be_ready_for(run: Run, fail: Run) -> None:
    case = run("case", "create", "--commune", "06531011", "--json").json["id"]
    assert "noch keinen Workshoptag" in fail("ready", "check", case).err
