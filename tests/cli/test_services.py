"""Services by commands: begun, added, read from a table, written and read again, made a measure."""

from itertools import product
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.cli.conftest import Run

TABLE = """\
Übersicht der Leistungen;;;;
Leistungsbezeichnung;LeiKa-ID;Zuständige Stelle;Fälle pro Jahr;Reifegrad
Wohnsitz anmelden;99115005060000;Bürgerbüro;1.240;3
Hundesteuer anmelden;99102012000000;Steueramt;310;2 (1.1)
Kita-Platz anmelden;123;Kita Sonnenschein;-1;
Personalausweis;;Bürgerbüro;1000000000000;
Hundesteuer anmelden;99102012000000;Steueramt;311;
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    file = tmp_path / "Leistungen.csv"
    file.write_bytes(TABLE.encode("cp1252"))
    return file


def test_a_service_is_added_with_its_level(run: Run, case_id: str) -> None:
    added = run(
        "service", "add", case_id, "Hundesteuer", "--cases", "310", "--online", "application", "--level", "3 (1.1)",
        "--office", "Steueramt", "--key", "123", "--platform", "civento", "--json",
    ).json  # fmt: skip
    assert (added["code"], added["cases_per_year"], added["levels"]) == ("L-01", 310, {"1.1": 3})
    assert [words.split(":")[0] for words in added["open"]] == [
        "Nur nach einer früheren Fassung des Modells eingestuft",
        "Der LeiKa-Schlüssel besteht nicht aus 14 Ziffern. Bitte prüfen.",
    ]
    assert "L-01 Hundesteuer  Steueramt  310  online beantragbar  3 (1.1)" in run("service", "list", case_id).out


@pytest.mark.parametrize(
    ("options", "word"), [(["--cases", "-1"], ""), (["--cases", "1000000000000"], ""), (["--level", "12"], "„12“")]
)
def test_what_cannot_be_is_refused(fail: Run, run: Run, case_id: str, options: list[str], word: str) -> None:
    assert word in fail("service", "add", case_id, "Hundesteuer", *options).err
    assert run("service", "list", case_id, "--json").json["services"] == []


def test_frequent_services_are_added_once(run: Run, case_id: str) -> None:
    added = run("service", "frequent", case_id, "--json").json
    assert {"Kindertagesstätten", "Bauhof"} <= {service["office"] for service in added}
    assert run("service", "frequent", case_id, "--json").json == []
    offices = run("service", "list", case_id, "--json").json["offices"]
    assert sum(office["services"] for office in offices) == len(added)


def test_a_table_is_read_and_levels_wait_for_their_version(run: Run, case_id: str, table: Path) -> None:
    said = run("service", "import", case_id, table, "--json").json
    assert {name: said[name] for name in ("new", "changed", "known", "asked", "faulty")} == {
        "new": 1, "changed": 0, "known": 0, "asked": 1, "faulty": 3,
    }  # fmt: skip
    assert [fault["line"] for fault in said["left_out"]] == [3, 5, 6, 7]
    out = run("service", "import", case_id, table, "--version", "1.1").out
    assert "Neu: 1, geändert: 0, schon da: 1, offen: 0, fehlerhaft: 3" in out
    assert "„-1“ liegt nicht zwischen 0 und 10000000" in out
    listed = run("service", "list", case_id, "--json").json
    assert [service["levels"] for service in listed["services"]] == [{"1.1": 2}, {"1.1": 3}]
    assert listed["most_used"] == ["L-02", "L-01"]


def test_an_unknown_version_is_named(run: Run, case_id: str, table: Path) -> None:
    said = run("service", "import", case_id, table, "--version", "9.9", "--json").json
    assert (said["asked"], said["faulty"]) == (0, 4)


def test_what_is_written_is_read_as_known_in_both_languages(
    run: Run, case_id: str, table: Path, tmp_path: Path
) -> None:
    run("service", "frequent", case_id)
    run("service", "import", case_id, table, "--version", "2.0")
    run("service", "add", case_id, "Grab kaufen", "--platform", "efa", "--online", "form")
    run("service", "add", case_id, "Hund anmelden", "--key", "00102012000000", "--cases", "1240", "--level", "3 (1.1)")
    for language, ending in product(("de", "en"), ("csv", "xlsx")):
        file = tmp_path / f"{language}.{ending}"
        assert run("service", "export", case_id, "--out", file, "--lang", language, "--json").json["services"] == 16
        said = run("service", "import", case_id, file, "--lang", language, "--json").json
        assert (said["known"], said["new"], said["changed"], said["faulty"], said["asked"]) == (16, 0, 0, 0, 0)


def test_a_workbook_with_columns_of_its_own_is_mapped(run: Run, fail: Run, case_id: str, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.create_sheet("Liste", 0)
    sheet.append(["Was wir tun", "Wie oft", "LeiKa"])
    sheet.append(["Hunde zählen", 12, 99102012000000])
    file = tmp_path / "Liste.xlsx"
    book.save(file)
    assert "Leistung" in fail("service", "import", case_id, file).err
    run("service", "import", case_id, file, "--map", "title=Was wir tun", "--map", "cases_per_year=Wie oft")
    (service,) = run("service", "list", case_id, "--json").json["services"]
    assert (service["title"], service["cases_per_year"], service["key"]) == ("Hunde zählen", 12, "99102012000000")


def test_a_service_becomes_a_measure_once(run: Run, fail: Run, case_id: str) -> None:
    run("service", "add", case_id, "Hundesteuer", "--office", "Steueramt", "--online", "form")
    made = run("service", "measure", case_id, "L-01", "--json").json
    assert made["title"] == "„Hundesteuer“ online anbieten"
    assert made["measure"] in fail("service", "measure", case_id, "l-01").err


def test_what_is_not_there_is_named(run: Run, fail: Run, case_id: str) -> None:
    assert "noch keine Leistung" in fail("service", "measure", case_id, "L-01").err
    run("service", "add", case_id, "Hundesteuer")
    assert "„L-09“" in fail("service", "measure", case_id, "L-09").err
