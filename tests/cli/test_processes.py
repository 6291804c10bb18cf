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
