"""The figures of the portfolio by commands."""

from pathlib import Path
from unittest.mock import ANY

import pytest

from advisor_app.services.preferences import Preferences
from advisor_app.services.workspace import open_workspace
from tests.cli.conftest import Run


@pytest.mark.usefixtures("case_id")
def test_figures_are_shown_in_words_and_as_json(run: Run) -> None:
    value = run("figures", "show", "--json").json
    assert (value["requests"], value["completed"]) == (2, 0)
    assert value["module"] == {"M1": {"requests": 1, "completed": 0}, "M4": {"requests": 1, "completed": 0}}
    assert value["district"] == {"Gießen": {"requests": 2, "completed": 0}}
    lines = run("figures", "show", "--by", "module").lines
    assert lines == [
        "Alle Jahre: Anträge 2, abgeschlossen 0",
        "Modul:",
        "  Modul 1: Anträge 1, abgeschlossen 0",
        "  Modul 4: Anträge 1, abgeschlossen 0",
    ]
    assert run("figures", "show", "--year", "1999", "--json").json["requests"] == 0


@pytest.mark.usefixtures("case_id")
def test_a_report_is_written_and_merged_and_the_sum_exported(run: Run, tmp_path: Path) -> None:
    report, table = tmp_path / "a.bkmeldung", tmp_path / "a.xlsx"
    said = run("figures", "report", "--out", report, "--json").json
    assert (said["bookings"], said["file"]) == (2, str(report))
    merged = run("figures", "merge", report, report, "--out", table, "--json").json
    assert (merged["used"], merged["replaced"], merged["doubles"], merged["requests"]) == (1, 1, 0, 2)
    assert table.read_bytes().startswith(b"PK")
    assert len(merged["reports"]) == 1
    assert run("figures", "merge", report).lines[0].startswith("Zahlen aus 1 Meldung vom ")
    exported = run("figures", "export", "--out", tmp_path / "a.csv", "--json").json
    assert exported["requests"] == 2
    assert "Modul 4" in (tmp_path / "a.csv").read_text("utf-8-sig")


@pytest.mark.usefixtures("case_id")
def test_a_file_that_is_no_report_is_refused(fail: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.bkmeldung"
    file.write_text("{}", "utf-8")
    assert "keine Meldedatei" in fail("figures", "merge", file).err


def test_feedback_is_told_from_five_forms_on(run: Run, case_id: str, own_data_folder: Path) -> None:
    def fill_in(forms: int) -> None:
        workspace = open_workspace(own_data_folder, Preferences())
        session = workspace.cases.open(case_id)
        for _ in range(forms):
            session.apply(workspace.feedback.entered(session.case, {"pace": 4}, {"good": "Beispiele"}))
        workspace.close()

    fill_in(4)
    assert run("figures", "feedback", "--json").json["total"] == {"forms": 4, "items": {}, "words": {}}
    assert run("figures", "feedback", "--case", case_id).lines == ["Insgesamt, 4 Bögen:", "  zu wenige Rückmeldungen"]
    fill_in(1)
    told = run("figures", "feedback", "--json").json
    assert told["modules"]["M1"] == told["total"] == {"forms": 5, "items": ANY, "words": {}}
    assert (told["total"]["items"]["pace"], told["total"]["items"]["use"]) == (4.0, None)
    lines = run("figures", "feedback", "--case", case_id).lines
    assert "  Tempo: 4,0, 5 Bewertungen" in lines
    assert lines.count("  Was war besonders hilfreich? Beispiele") == 5


@pytest.mark.parametrize("year", ["abc", "26", "0"])
def test_a_year_that_is_none_is_refused(fail: Run, year: str) -> None:
    assert "--year" in fail("figures", "show", "--year", year).err
