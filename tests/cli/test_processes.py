"""Process sheets by commands."""

from pathlib import Path

import pytest
from lxml import etree  # type: ignore[import-untyped]  # the package ships no types

from tests.cli.conftest import Run

STEPS = """\
Poststelle: Eingang drucken, verteilen 4m !Druck
Steueramt: Prüfen, rückfragen 6m

Steueramt: Daten abtippen [Fachverfahren] 8m 2t !Tippen
"""


@pytest.fixture
def process(run: Run, case_id: str, tmp_path: Path) -> str:
    file = tmp_path / "Schritte.txt"
    file.write_text(STEPS, "utf-8")
    code: str = run("process", "create", case_id, "Hundesteuer", file, "--json").json["code"]
    return code


@pytest.mark.usefixtures("process")
def test_a_process_is_recorded_from_lines_and_listed(run: Run, case_id: str) -> None:
    (listed,) = run("process", "list", case_id, "--json").json
    assert (listed["code"], listed["title"]) == ("P-01", "Hundesteuer")
    assert listed["as-is"] == {
        "steps": 3,
        "minutes": 18.0,
        "waiting_days": 2.0,
        "media_breaks": 2,
        "actors": ["Poststelle", "Steueramt"],
    }
    assert listed["benefit"] is None
    assert listed["missing"][:2] == ["cases", "to-be"]
    assert "18 min, 2 Tage Liegezeit, 2 Medienbrüche." in run("process", "list", case_id).out


@pytest.mark.parametrize("form", ["bpmn", "svg"])
def test_a_flow_is_handed_out(run: Run, case_id: str, process: str, tmp_path: Path, form: str) -> None:
    file = tmp_path / f"flow.{form}"
    said = run("process", "export", case_id, "--item", process, "--as", form, "--out", file, "--json").json
    assert (said["process"], said["flow"]) == ("P-01", "as-is")
    root = etree.fromstring(file.read_bytes())
    assert root.tag.endswith("definitions" if form == "bpmn" else "svg")
    assert "Hundesteuer" in file.read_text("utf-8")


def test_what_is_not_there_is_refused(fail: Run, case_id: str, tmp_path: Path) -> None:
    out = tmp_path / "a.bpmn"
    assert "noch kein Prozess" in fail("process", "export", case_id, "--out", out).err
    assert not out.exists()


def test_an_unknown_process_is_named(fail: Run, case_id: str, process: str, tmp_path: Path) -> None:
    assert process == "P-01"
    assert "„P-09“" in fail("process", "export", case_id, "--item", "P-09", "--out", tmp_path / "a").err


@pytest.mark.parametrize("amount", ["Infinity", "1e999", "NaN", "9" * 400, "-1", "viel"])
@pytest.mark.parametrize("option", ["--rate", "--yearly", "--once"])
def test_an_amount_that_there_is_not_is_refused(
    fail: Run, case_id: str, process: str, option: str, amount: str
) -> None:
    said = fail("process", "set", case_id, process, option, amount)
    assert f"passt nicht zu „{option}“" in said.err


TO_BE = """\
Antragstellende: Online-Antrag mit Plausibilität 0m
Steueramt: Prüfen 4m
Steueramt: Datenübernahme prüfen 2m
Steueramt: Bescheid ins Postfach 1m
Bürgerbüro: Marke versenden 4m
Steueramt: Ablage automatisch 0m
"""
AS_IS = """\
Poststelle: Eingang drucken, verteilen 4m !Druck
Steueramt: Prüfen, rückfragen 6m
Steueramt: Daten abtippen 8m !Tippen
Steueramt: Bescheid drucken, unterschreiben, kuvertieren 7m !Unterschrift
Bürgerbüro: Marke versenden 4m
Steueramt: Papierablage 4m !Papier
"""


def test_the_worked_example_is_reckoned_by_commands_and_becomes_a_measure(
    run: Run, fail: Run, case_id: str, tmp_path: Path
) -> None:
    as_is, to_be = tmp_path / "ist.txt", tmp_path / "soll.txt"
    as_is.write_text(AS_IS, "utf-8")
    to_be.write_text(TO_BE, "utf-8")
    run("process", "create", case_id, "Hundesteuer-Anmeldung", as_is)
    costs = ("--rate", "58", "--yearly", "600", "--once", "4000", "--hours", "40")
    made = run(
        "process", "set", case_id, "P-01", "--to-be", to_be, "--cases", 310, "--digital", 60, "--rest", 30, *costs,
        "--json",
    ).json  # fmt: skip
    assert made["benefit"]["hours"] == 74.4
    assert (made["benefit"]["worth_cents"], made["benefit"]["saving_cents"]) == (431_520, 371_520)
    assert round(made["benefit"]["payback_years"], 1) == 1.7
    line = run("process", "list", case_id).out
    for part in ("33 min, 4 Medienbrüche.", "11 min, 0 Medienbrüche.", "74,4 Stunden", "3.715,20", "1,7 Jahre"):
        assert part in line, part
    assert run("process", "set", case_id, "P-01", "--rate", "60", "--json").json["to-be"]["steps"] == 6
    measure = run("process", "measure", case_id, "P-01", "--json").json
    assert measure["title"] == "Ablauf „Hundesteuer-Anmeldung“ umstellen"
    assert measure["measure"] in fail("process", "measure", case_id, "P-01").err
