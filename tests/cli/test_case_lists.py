"""An existing list of cases by command."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run

LIST = "Kommune;Modul;Status;Eingang\nLich;M1;erledigt;03.02.2025\nKassel;M2;;\nLich;M9;;\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "Fälle.csv"
    file.write_bytes(LIST.encode("cp1252"))
    return file


@pytest.mark.usefixtures("case_id")
def test_a_list_is_previewed_taken_in_and_known(run: Run, fail: Run, file: Path) -> None:
    said = run("case", "import-list", file, "--preview")
    assert said.lines[0] == "Neu: 1, geändert: 0, schon da: 0, offen: 1, fehlerhaft: 1"
    assert "„Kassel“ ist nicht eindeutig: " in said.lines[1]
    taken = run("case", "import-list", file, "--commune", "Kassel=06611000", "--json").json
    assert (taken["new"], taken["asked"], len(taken["cases"])) == (2, 0, 2)
    assert taken["left_out"] == [{"line": 4, "reason": "„M9“ nennt kein Modul; möglich sind M1, M2, M3, M4."}]
    listed = run("case", "list", "--json").json
    assert set(taken["cases"]) < {case["id"] for case in listed}
    told = file.with_name("Programme.csv")
    told.write_text("Kommune;Modul;Programm;Preis\nLich;M2;Kreisfonds;4.800,-\n", "utf-8")
    said = run("case", "import-list", told)
    assert said.lines[1].startswith("Zeile 2: Kein bekanntes Programm: „Kreisfonds“.")
    known = run("case", "import-list", told, "--preview", "--json").json
    assert (known["known"], known["remarks"]) == (1, [])
    assert "keine Zuordnung" in fail("case", "import-list", file, "--commune", "Kassel").err
    assert "99999999" in fail("case", "import-list", file, "--commune", "Kassel=99999999").err
