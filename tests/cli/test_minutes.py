"""The minutes of workshop days by commands, and a day that is closed."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run


def test_entries_are_added_and_listed(run: Run, case_id: str) -> None:
    (day, *_others) = run("minutes", "list", case_id, "--json").json
    assert day["entries"] == []
    line = "@Bauamt bis 30.09.2030 Leitfaden schreiben"
    step = day["steps"][1]["step"]
    added = run("minutes", "add", case_id, line, "--kind", "task", "--step", step, "--json").json
    assert (added["text"], added["who"], added["until"]) == ("Leitfaden schreiben", "Bauamt", "2030-09-30")
    assert (added["day"], added["step"], added["audience"]) == (day["day"], step, "minutes")
    run("minutes", "add", case_id, "unter uns", "--day", day["day"])
    entries = run("minutes", "list", case_id, "--json").json[0]["entries"]
    assert [(entry["kind"], entry["audience"]) for entry in entries] == [("task", "minutes"), ("note", "internal")]
    assert entries[1]["step"] is None
    lines = run("minutes", "list", case_id).lines
    assert any("Aufgabe  Leitfaden schreiben  Bauamt  bis 30.09.2030" in text for text in lines)


def test_the_minutes_are_written_in_every_format(run: Run, fail: Run, case_id: str, tmp_path: Path) -> None:
    (day, *_others) = run("minutes", "list", case_id, "--json").json
    run("minutes", "add", case_id, "Es geht weiter", "--kind", "decision", "--day", day["day"])
    for ending in (".pdf", ".docx", ".xlsx"):
        file = tmp_path / f"protokoll{ending}"
        exported = run("minutes", "export", case_id, "--day", day["day"], "--out", file, "--json").json
        assert exported["file"] == str(file)
        assert file.stat().st_size > 1000
    assert (
        "gibt es in diesem Fall nicht"
        in fail("minutes", "export", case_id, "--day", "gibtesnicht", "--out", tmp_path / "x.pdf").err
    )


def test_a_day_is_closed_into_a_folder(run: Run, fail: Run, case_id: str, tmp_path: Path) -> None:
    (day, *_others) = run("minutes", "list", case_id, "--json").json
    run("minutes", "add", case_id, "bis 30.09.2030 Leitfaden", "--kind", "task", "--day", day["day"])
    out = tmp_path / "paket"
    closed = run("day", "close", case_id, "--day", day["day"], "--out", out, "--json").json
    assert closed["working_state"]["number"] == 1
    assert sorted(closed["files"]) == sorted(str(file) for file in out.iterdir())
    assert {Path(file).suffix for file in closed["files"]} == {".pdf", ".docx", ".ics", ".eml"}
    assert "noch kein Workshoptag gelaufen" in fail("day", "close", case_id, "--out", tmp_path / "keiner").err
    assert not (tmp_path / "keiner").exists()
    again = run("day", "close", case_id, "--day", day["day"], "--out", tmp_path / "nochmal").lines
    assert f"Arbeitsstand 1, SHA-256 {closed['working_state']['digest'][:12]}" in again[0]


def test_what_is_not_there_is_refused(fail: Run, case_id: str) -> None:
    assert "Schritt" in fail("minutes", "add", case_id, "Wort", "--step", "gibtesnicht").err
    assert "Workshoptag" in fail("minutes", "add", case_id, "Wort", "--day", "gibtesnicht").err
