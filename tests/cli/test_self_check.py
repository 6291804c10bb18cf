"""``self-check`` as an IT department calls it: the program as a whole, with faults planted in its folder."""

import json
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from advisor_app.services.self_check.order import CHECKS
from tests.cli.conftest import CHECKOUT, Run, Said, in_process


def called(*arguments: str | Path, program: Path = CHECKOUT, **environment: str) -> Said:
    """Call the command of a program that lies in any folder."""
    done = subprocess.run(
        [sys.executable, "-P", "-m", "advisor_app", "self-check", *map(str, arguments)],
        env=os.environ | {"PYTHONPATH": str(program)} | environment,
        capture_output=True,
        check=False,
    )
    return Said(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the program, in which things can be broken."""
    folder = tmp_path / "Kopie mit Blank"
    for name in ("advisor_app", "resources"):
        shutil.copytree(CHECKOUT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


@pytest.mark.long
def test_a_sound_installation_passes_every_check(tmp_path: Path, own_data_folder: Path) -> None:
    out = tmp_path / "Bericht.txt"
    said = called("--out", out)
    assert (said.code, said.err) == (0, ""), said.out
    checks = said.lines[3:-1]
    assert len(checks) == len(CHECKS)
    assert all(line.startswith("in Ordnung: ") for line in checks)
    assert said.lines[-1] == "Die Installation arbeitet."
    assert out.read_text("utf-8").splitlines()[1:] == said.lines[1:]
    assert not own_data_folder.exists()


def test_chosen_checks_are_told_as_json_and_in_a_file_for_programs(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "report.json"
    report = run("self-check", "--only", "policy", "--only", "folder", "--json", "--out", out).json
    assert report["passed"] is True
    assert [(check["key"], check["name"], check["passed"]) for check in report["checks"]] == [
        ("policy", "Richtlinie", True),
        ("folder", "Datenordner", True),
    ]
    assert {"version", "system", "python", "qt", "program", "folder", "made_at"} < report.keys()
    assert json.loads(out.read_text("utf-8"))["checks"][0]["key"] == "policy"
    assert list(tmp_path.glob("data-folder/*.sqlite")) == []


def test_a_check_that_there_is_not_is_refused() -> None:
    result = in_process("self-check", "--only", "fenster")
    assert (result.returncode, result.stdout) == (2, b"")
    assert "--only" in result.stderr.decode()


def test_a_missing_font_fails_where_it_is_used(copy: Path) -> None:
    (copy / "resources" / "fonts" / "SourceSans3-Regular.ttf").unlink()
    said = called("--only", "texts", "--only", "fonts", "--only", "interface-fonts", program=copy)
    assert said.code == 1
    states = [line.partition(":")[0] for line in said.lines[3:-1]]
    assert states == ["in Ordnung", "FEHLER", "FEHLER"], said.out
    assert said.lines[-1] == "Die Installation arbeitet nicht vollständig."


def test_a_missing_translation_and_a_broken_shipped_pack_fail_by_name(copy: Path) -> None:
    (copy / "resources" / "i18n" / "advisor_app_en.qm").write_bytes(b"no translations")
    (copy / "resources" / "content" / "m4" / "measures.toml").write_text("[[measure", encoding="utf-8")
    said = called("--only", "content", "--only", "translations", program=copy)
    assert said.code == 1
    content, translations = said.lines[3:-1]
    assert content.startswith("FEHLER: Inhalte:")
    assert "measures.toml" in content
    assert translations.startswith("FEHLER: Übersetzungen:")
    assert "advisor_app_en.qm" in translations


@pytest.mark.long
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays of this kind")
def test_a_display_that_never_answers_is_given_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        number = server.getsockname()[1] - 6000
        said = called(
            *("--only", "interface-fonts", "--only", "policy", "--limit", "10"),
            DISPLAY=f"127.0.0.1:{number}",
            QT_QPA_PLATFORM="xcb",
        )
    assert said.code == 1
    fonts, policy = sorted(said.lines[3:-1])
    assert fonts.startswith("FEHLER: Schrift der Oberfläche: ")
    assert "nach 10 s ohne Antwort abgebrochen" in fonts or "abgestürzt" in fonts  # without its libraries Qt falls
    assert policy.startswith("in Ordnung: ")


def test_a_folder_that_takes_nothing_fails_alone(tmp_path: Path) -> None:
    file = tmp_path / "Datei"
    file.touch()
    said = called("--data", file / "daten", "--only", "folder", "--only", "fonts")
    assert said.code == 1
    assert [line.partition(":")[0] for line in said.lines[3:-1]] == ["in Ordnung", "FEHLER"]
