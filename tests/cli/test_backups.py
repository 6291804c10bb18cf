"""Backups and moves by commands: one line per result, one sentence per refusal."""

import json
import os
import shutil
from pathlib import Path

import pytest

from advisor_app.services.data_lock import Access, hold
from advisor_app.storage import keyslots
from tests.cli.conftest import Run, in_process
from tests.profiles import SHEET


@pytest.fixture
def folder() -> Path:
    return Path(os.environ["ADVISOR_APP_DATA"])


def test_a_backup_is_made_listed_and_verified(run: Run, case_id: str) -> None:
    assert case_id
    assert run("backup", "list").lines == ["Es gibt noch keine Sicherung."]
    made = run("backup", "create", "--json").json
    assert (made["cases"], made["second"], made["problem"]) == (1, None, None)
    (row,) = run("backup", "list", "--json").json
    assert (row["name"], row["readable"], row["also"]) == (made["name"], True, [])
    (line,) = run("backup", "list").lines
    assert line.startswith(made["name"])
    assert line.endswith("von Hand")
    assert run("backup", "verify", "--json").json["opened"] is True
    assert run("backup", "verify", made["name"]).lines == [
        f"{made['name']} ist in Ordnung: alle Prüfsummen, Seiten und Zahlen stimmen."
    ]


def test_one_is_made_while_a_window_is_open_and_none_is_restored(
    run: Run, fail: Run, case_id: str, folder: Path
) -> None:
    assert case_id
    with hold(folder, Access.WINDOW):
        run("backup", "create")
        assert "in einem anderen Fenster geöffnet" in fail("backup", "restore").err


def test_a_restore_says_what_it_kept(run: Run, case_id: str) -> None:
    name = run("backup", "create", "--json").json["name"]
    run("case", "create", "--commune", "06531011", "--modules", "M1")
    done = run("backup", "restore", name, "--json").json
    assert [row["id"] for row in run("case", "list", "--json").json] == [case_id]
    assert (Path(done["aside"]) / "beraterkoffer.sqlite").exists()
    assert (Path(done["before"]) / "manifest.json").exists()
    lines = run("backup", "restore").lines  # the newest: that of before the restore
    assert len(lines) == 5
    assert "Lich" in lines[1]
    assert len(run("case", "list", "--json").json) == 2


def test_a_backup_under_another_key_is_looked_into_and_brought_back(
    run: Run, fail: Run, case_id: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = run("backup", "create", "--json").json
    copy = tmp_path / "stick" / made["name"]
    shutil.copytree(made["folder"], copy)
    monkeypatch.setenv("ADVISOR_APP_DATA", str(tmp_path / "new"))
    code, wrong = tmp_path / "code.txt", tmp_path / "wrong.txt"
    code.write_text(SHEET)
    wrong.write_text(SHEET.replace("7", "8"))
    lines = run("backup", "restore", copy, "--preview").lines
    assert "--passphrase-file" in lines[1]
    lines = run("--passphrase-file", code, "backup", "restore", copy, "--preview").lines
    assert lines[0].endswith("Fälle: 1, Fotos und Dateien: 0.")
    assert "Lich" in lines[1]
    assert fail("--passphrase-file", wrong, "backup", "restore", copy).err
    assert not (tmp_path / "new" / "beraterkoffer.sqlite").exists()
    done = run("--passphrase-file", code, "backup", "restore", copy, "--json").json
    (held,) = done["restored"]["contents"]
    assert "Lich" in held["communes"][0]
    listed = run("--passphrase-file", code, "case", "list", "--json").json
    assert [row["id"] for row in listed] == [case_id]


def test_a_backup_from_before_the_passphrase_opens_with_it(
    run: Run, case_id: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("_PASSES", 1), ("_LANES", 1), ("_MEMORY_KIB", 8)):
        monkeypatch.setattr(keyslots, name, value)
    made = run("backup", "create", "--json").json
    words = tmp_path / "words.txt"
    words.write_text("Grüße aus der Wetterau", encoding="utf-8")
    run("key", "passphrase", "--new-passphrase-file", words)
    assert run("--passphrase-file", words, "backup", "verify", made["name"], "--json").json["opened"] is True
    done = run("--passphrase-file", words, "backup", "restore", made["name"], "--json").json
    assert (Path(done["before"]) / "manifest.json").exists()
    listed = run("--passphrase-file", words, "case", "list", "--json").json
    assert [row["id"] for row in listed] == [case_id]


def test_what_cannot_be_restored_is_refused(run: Run, fail: Run, case_id: str, folder: Path) -> None:
    assert "Eine Sicherung „gestern“ gibt es nicht" in fail("backup", "restore", "gestern").err
    assert "Eine Sicherung „–“ gibt es nicht" in fail("backup", "verify").err
    made = run("backup", "create", "--json").json
    database = Path(made["folder"]) / "beraterkoffer.sqlite"
    database.write_bytes(database.read_bytes()[:-1])
    for command in ("verify", "restore"):
        assert "unvollständig oder wurde verändert" in fail("backup", command, made["name"]).err
    (Path(made["folder"]) / "manifest.json").write_text("{")
    assert run("backup", "list").lines == [
        f"Unvollständig, verändert oder von einer neueren Version des Programms: „{made['folder']}“."
    ]
    assert run("case", "list", "--json").json[0]["id"] == case_id
    assert not (folder / "aside").exists()


def test_the_second_place_of_the_settings_gets_a_copy(run: Run, case_id: str, folder: Path, tmp_path: Path) -> None:
    assert case_id
    stick = tmp_path / "stick"
    stick.mkdir()
    (folder / "settings.toml").write_text(f"backup_place = {json.dumps(str(stick))}\n")
    made = run("backup", "create", "--json").json
    assert Path(made["second"]).is_relative_to(stick)
    assert run("backup", "list").lines[0].endswith("auch am zweiten Ort")


def test_data_are_found(run: Run, case_id: str, folder: Path, tmp_path: Path) -> None:
    assert case_id
    run("backup", "create")
    found = run("backup", "find", tmp_path, "--json").json
    assert {(item["kind"], item["path"]) for item in found["found"]} == {
        ("profile", str(folder)),
        ("backups", str(folder / "backups")),
    }
    lines = run("backup", "find", tmp_path).lines
    assert any("Die geöffneten Daten vom" in line and "1 Fall" in line for line in lines)
    (tmp_path / "leer").mkdir()
    assert run("backup", "find", tmp_path / "leer").lines == ["An diesen Orten liegen keine Daten dieses Programms."]


def test_folders_whose_names_are_no_text_are_told(case_id: str, tmp_path: Path) -> None:
    assert case_id
    odd = os.fsencode(tmp_path) + b"/\xff\x1b[31m"
    os.mkdir(odd)  # noqa: PTH102  # a name that is no text
    with open(odd + b"/x.bkcase", "wb") as file:  # noqa: PTH123 — a path has no bytes
        file.write(b"x")
    done = in_process("backup", "find", str(tmp_path))
    assert done.returncode == 0
    assert b"\x1b" not in done.stdout
    assert done.stderr == b""


def test_everything_moves_to_another_machine(
    run: Run, fail: Run, case_id: str, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed = run("move", "pack", tmp_path, "--json").json
    assert packed["cases"] == 1
    assert case_id
    code = tmp_path / "code.txt"
    code.write_text(SHEET)
    new = tmp_path / "new"
    monkeypatch.setenv("ADVISOR_APP_DATA", str(new))
    done = run("--passphrase-file", code, "move", "unpack", packed["file"], "--json").json
    assert done["counts"] == packed["counts"]
    assert "passphrase-file" in fail("case", "list").err
    listed = run("--passphrase-file", code, "case", "list", "--json").json
    assert [row["id"] for row in listed] == [case_id]
    assert not (new / "profile.key").exists()
    assert (folder / "profile.key").exists()


def test_cases_of_other_data_are_kept(
    run: Run, fail: Run, case_id: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert case_id
    file = run("move", "pack", tmp_path, "--json").json["file"]
    monkeypatch.setenv("ADVISOR_APP_DATA", str(tmp_path / "new"))
    run("demo", "--out", tmp_path / "out")
    assert "liegen schon andere Fälle" in fail("move", "unpack", file).err
    assert len(run("case", "list", "--json").json) == 1
    lines = run("move", "unpack", file, "--replace").lines
    assert any("aside" in line for line in lines)


def test_what_is_no_move_is_refused(fail: Run, tmp_path: Path) -> None:
    (tmp_path / "x.bkmove").write_bytes(b"x" * 100)
    assert "unvollständig oder wurde verändert" in fail("move", "unpack", tmp_path / "x.bkmove").err


def test_data_that_only_this_machine_opens_are_not_packed(run: Run, fail: Run, tmp_path: Path) -> None:
    run("demo", "--out", tmp_path / "out")
    assert "öffnet bisher nur dieser Rechner" in fail("move", "pack", tmp_path).err


def test_a_backup_of_a_newer_program_is_called_that(run: Run, fail: Run, case_id: str) -> None:
    assert case_id
    manifest = Path(run("backup", "create", "--json").json["folder"]) / "manifest.json"
    manifest.write_text(json.dumps({**json.loads(manifest.read_text()), "format": 99}))
    assert "neueren Version" in run("backup", "list").lines[0]
    for name in ("", manifest.parent.name):
        said = fail("backup", "restore", *filter(None, [name])).err
        assert "neuer" in said
        assert "„–“" not in said
