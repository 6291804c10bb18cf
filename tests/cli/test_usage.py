"""Usage statistics by commands."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.cli.conftest import Run

TABLE = """\
Auswertung 2026;;;;
Online-Dienst;Monat;Begonnen;Abgebrochen;Kreditkarte
Hundesteuer;01/2026;100;20;35
Hundesteuer;02/2026;140;21;50
Wohnsitz anmelden;02/2026;1.200;;
Wohnsitz anmelden;Februar;9;1;
Summe;;1440;41;85
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    file = tmp_path / "nutzung.csv"
    file.write_bytes(TABLE.encode("cp1252"))
    return file


def test_figures_come_in_once_and_their_file_is_evidence(run: Run, case_id: str, table: Path) -> None:
    said = run("usage", "import", case_id, table, "--json").json
    assert (said["new"], said["faulty"], said["known"]) == (3, 1, 1)
    assert said["left_out"][0]["line"] == 6
    assert "Zeile 6, Spalte „Monat“: „Februar“ ist kein Monat" in said["left_out"][0]["reason"]
    again = run("usage", "import", case_id, table)
    assert again.out.splitlines()[0] == "Neu: 0, geändert: 0, schon da: 4, offen: 0, fehlerhaft: 1"
    listed = run("usage", "list", case_id, "--json").json
    assert (listed["first"], listed["last"]) == ("2025-03", "2026-02")
    assert listed["services"] == [
        {
            "title": "Wohnsitz anmelden",
            "key": "",
            "uses": 1200,
            "completed": None,
            "abandoned": None,
            "abandonment": None,
            "payments": {},
        },
        {
            "title": "Hundesteuer",
            "key": "",
            "uses": 240,
            "completed": 199,
            "abandoned": 41,
            "abandonment": 41 / 240,
            "payments": {"card": 85},
        },
    ]
    assert "Hundesteuer  240 begonnene Anträge  Abbruchquote 17,1 %  Karte 85" in run("usage", "list", case_id).out
    (piece,) = {item["title"] for item in run("evidence", "list", case_id, "--json").json}
    assert piece == "nutzung"


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_what_is_written_is_read_again_as_the_same(run: Run, case_id: str, table: Path, ending: str) -> None:
    run("usage", "import", case_id, table)
    out = table.with_name(f"aus.{ending}")
    assert run("usage", "export", case_id, "--out", out, "--json").json["rows"] == 3
    said = run("usage", "import", case_id, out, "--json").json
    assert (said["new"], said["changed"], said["known"], said["faulty"]) == (0, 0, 3, 0)


def test_columns_are_named_and_remembered(run: Run, fail: Run, case_id: str, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Was", "Wann", "Wie oft"])
    sheet.append(["Hundesteuer", "01/2026", 5])
    file = tmp_path / "fremd.xlsx"
    book.save(file)
    assert "Welche Spalte enthält Online-Dienst (title)" in fail("usage", "import", case_id, file).err
    assert "keine Zuordnung" in fail("usage", "import", case_id, file, "--map", "Wann").err
    assert "Das Feld „wann“ gibt es nicht" in fail("usage", "import", case_id, file, "--map", "wann=Wann").err
    assert "Die Spalte „Wo“ gibt es" in fail("usage", "import", case_id, file, "--map", "title=Wo").err
    options = [part for pair in ("title=Was", "month=Wann", "uses=Wie oft") for part in ("--map", pair)]
    assert run("usage", "import", case_id, file, *options, "--json").json["new"] == 1
    assert run("usage", "import", case_id, file, "--json").json["known"] == 1


def test_nothing_to_show_and_nothing_to_read(run: Run, fail: Run, case_id: str, tmp_path: Path) -> None:
    assert run("usage", "list", case_id, "--json").json == {"first": None, "last": None, "services": []}
    assert "lässt sich nicht lesen" in fail("usage", "import", case_id, tmp_path / "keine.csv").err


def test_an_online_service_becomes_a_measure_once(run: Run, fail: Run, case_id: str, table: Path) -> None:
    run("usage", "import", case_id, table)
    said = run("usage", "measure", case_id, "hundesteuer", "--json").json
    assert said["title"] == "Abbrüche bei „Hundesteuer“ verringern"
    assert "schon die Maßnahme" in fail("usage", "measure", case_id, "Hundesteuer").err
    assert "Den Online-Dienst „Wohngeld“ gibt es" in fail("usage", "measure", case_id, "Wohngeld").err
    run("usage", "measure", case_id, "Wohnsitz anmelden")
    made = run("case", "show", case_id).out
    assert "Mehr Anträge über „Wohnsitz anmelden“ erreichen" in made
