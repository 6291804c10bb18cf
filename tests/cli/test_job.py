"""The whole job by commands, each in a process of its own, from a commune's name to the documents."""

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from advisor_app.cli import main, window
from advisor_app.cli.environment import Environment
from advisor_app.services.preferences import Preferences
from advisor_app.services.workspace import open_workspace
from tests.cli.conftest import EXAMPLE, Run, in_process
from tests.profiles import make_recoverable
from tests.services.official_file import Entry, districts_of, entries_of, official_file


def said(*arguments: str | Path) -> Any:
    result = in_process(*arguments, "--json")
    assert (result.returncode, result.stderr.decode()) == (0, "")
    return json.loads(result.stdout)


def text_of(file: Path) -> str:
    pages = (page.extract_text() for page in PdfReader(file).pages)
    return " ".join(" ".join(pages).replace("\u00ad", "").split())


def test_from_a_name_to_the_papers(run: Run, tmp_path: Path, own_data_folder: Path) -> None:
    make_recoverable(own_data_folder)  # else the first case tells where the recovery sheet lies
    commune = said("communes", "find", "Biebertal")[0]
    assert said("funding", "check", "--modules", "M1,M4", "--on", "2021-06-01", "--commune", commune["key"])["funded"]
    case = said("case", "create", "--commune", commune["key"], "--modules", "M1,M4")["id"]
    assert said("assessment", "import", case, EXAMPLE / "answers.csv")["rows"] == 29
    assert said("assessment", "areas", case, "WB2,WB8")["unscored"] == []
    scored, _ = said("assessment", "score", case)["assessments"]
    assert scored["phase"]["number"] == 3
    said("use-case", "import", case, EXAMPLE / "use_case.toml")
    said("plan", "import", case, EXAMPLE / "plan.csv")
    proposals = said("plan", "propose", case)["proposals"]
    said("plan", "propose", case, "--take", f"{proposals[0]['measure']},{proposals[1]['measure']}")
    offers = [offer for offer in said("documents", "list", case) if offer["available"]]
    for kind, item in {offer["kind"]: offer["item"] for offer in reversed(offers)}.items():
        chosen = ("--item", item) if item else ()
        # the papers that are read below by processes of their own, as everything else; all others by this one
        create = said if kind in {"result-report", "use-case", "implementation-plan"} else run
        create("documents", "create", case, kind, *chosen, "--out", tmp_path / f"{kind}.pdf")
        assert (tmp_path / f"{kind}.pdf").read_bytes().startswith(b"%PDF-")
    assert "Gemeinde Biebertal" in text_of(tmp_path / "result-report.pdf")
    assert "24.285" in text_of(tmp_path / "use-case.pdf")
    plan = text_of(tmp_path / "implementation-plan.pdf")
    assert "Hundesteuer Ende-zu-Ende" in plan
    assert proposals[0]["title"] in plan
    shown = said("case", "show", case)
    assert [measure["id"] for measure in shown["measures"]] == ["U1", "U2", "U3", "U4", "U5", "U6", "U7"]


def test_the_demo_does_the_job_and_says_what_it_made(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "papiere"
    lines = run("demo", "--out", out).lines
    assert lines[0].startswith("Kommune angelegt: Gemeinde Eschentalbach (")
    assert any("Modulwert 1,6, Phase 3" in line for line in lines)
    files = sorted(out.iterdir())
    assert [file.suffix for file in files] == [".pdf"] * len(files)
    assert all(any(str(file) in line for line in lines) for file in files)
    assert lines[-1].startswith("Fertig in ")
    shutil.rmtree(out)
    again = run("demo", "--out", out, "--json").json
    assert {item["kind"] for item in again["files"]} >= {"result-report", "use-case", "implementation-plan"}
    assert sorted(Path(item["file"]) for item in again["files"]) == files
    assert all(item["seconds"] >= 0 for item in (*again["steps"], *again["files"]))
    assert run("case", "list").lines[0].startswith(again["case"])


def test_the_demo_opens_the_window_with_the_example_in_it(
    run: Run, own_data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def open_window(environment: Environment) -> int:
        opened.append(environment.folder)
        return 0

    monkeypatch.setattr(window, "open_window", open_window)
    run("demo", "--open")
    assert opened == [own_data_folder]
    assert len(run("case", "list").lines) == 1
    run("demo", "--open")
    assert len(run("case", "list").lines) == 1


@pytest.mark.parametrize("name", ["fall.bkcase", "Übergabe.BKCASE"])
def test_a_case_file_alone_opens_the_window_with_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str) -> None:
    opened: list[Path | None] = []

    def open_window(_environment: Environment, file: Path | None = None) -> int:
        opened.append(file)
        return 0

    monkeypatch.setattr(window, "open_window", open_window)
    monkeypatch.chdir(tmp_path)
    assert main([name]) == 0
    assert main(["--data", "x", str(tmp_path / name)]) == 0
    assert main([]) == 0
    assert opened == [tmp_path / name, tmp_path / name, None]
    assert main([name, name]) == 2
    assert main(["brief.pdf"]) == 2


def test_an_official_file_is_imported_and_told(run: Run, own_data_folder: Path, tmp_path: Path) -> None:
    workspace = open_workspace(own_data_folder, Preferences())
    communes = workspace.register.index.communes
    workspace.close()
    entries = entries_of(communes)
    names = {entry.name: key for key, entry in entries.items()}
    entries[names["Lich"]] = replace(entries[names["Lich"]], population=1)
    entries[names["Hungen"]] = Entry(key=names["Hungen"], name="Neu-Hungen", population=1, designation="Stadt")
    del entries[names["Rabenau"]]
    entries["06531098"] = Entry(key="06531098", name="Neudorf", population=500)
    file = tmp_path / "GV100AD.txt"
    file.write_bytes(official_file(entries.values(), districts_of(communes)))
    preview = run("communes", "import", file, "--preview", "--json").json
    assert run("communes", "find", "Neudorf", "--json").json == []
    lines = run("communes", "import", file, "--preview").lines
    assert "Neu: Gemeinde Neudorf (06531098)" in lines
    assert "Umbenannt: Stadt Hungen heißt jetzt Stadt Neu-Hungen (06531008)" in lines
    assert "Geändert: Stadt Lich (06531011): Einwohnerzahl" in lines
    report = run("communes", "import", file, "--json").json
    assert report == preview
    assert report["added"] == [{"key": "06531098", "name": "Neudorf"}]
    assert report["renamed"] == [{"key": names["Hungen"], "name": "Neu-Hungen", "before": "Hungen"}]
    assert report["vanished"] == [{"key": names["Rabenau"], "name": "Rabenau"}]
    assert {"key": names["Lich"], "name": "Lich", "fields": ["population"]} in report["changed"]
    assert {"rekeyed", "changed", "merged", "kept", "outdated", "confirmed", "unchanged", "file"} <= set(report)
    assert run("communes", "find", "Neu-Hungen").lines[0].startswith(names["Hungen"])
    assert run("communes", "find", "Hungen").lines[0].startswith(names["Hungen"])
    lines = run("communes", "import", file).lines
    assert "Nicht mehr enthalten: Gemeinde Rabenau" in lines[0]
    assert lines[-1].startswith("Bestätigt: 0, unverändert: ")


def test_what_the_register_knows_better_is_told(run: Run, own_data_folder: Path, tmp_path: Path) -> None:
    workspace = open_workspace(own_data_folder, Preferences())
    communes = workspace.register.index.communes
    lich = workspace.register.get("06531011")
    workspace.register.save(replace(lich, own=True))
    workspace.close()
    entries = entries_of(communes)
    # Hanau under the key that it had before 2026, in the district that it left
    del entries["06415000"]
    entries["06435014"] = Entry(key="06435014", name="Hanau", population=100_000, designation="Stadt")
    file = tmp_path / "GV100AD.txt"
    file.write_bytes(official_file(entries.values(), districts_of(communes)))
    report = run("communes", "import", file, "--json").json
    assert {(item["name"], item["reason"]) for item in report["kept"]} == {("Lich", "own"), ("Hanau", "key-replaced")}
    lines = run("communes", "import", file).lines
    assert "Beibehalten: Stadt Lich, eigener Eintrag" in lines
    assert run("communes", "find", "Hanau", "--json").json[0]["key"] == "06415000"
