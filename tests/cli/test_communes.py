"""What became of a commune that official files no longer name, told by commands."""

from pathlib import Path

import pytest

from advisor_app.services.preferences import Preferences
from advisor_app.services.workspace import open_workspace
from tests.cli.conftest import LICH, Run
from tests.services.official_file import districts_of, entries_of, official_file


@pytest.fixture
def without_rabenau(run: Run, own_data_folder: Path, tmp_path: Path) -> str:
    """Import an official file without Rabenau; return its key."""
    workspace = open_workspace(own_data_folder, Preferences())
    communes = workspace.register.index.communes
    workspace.close()
    entries = entries_of(communes)
    key = next(key for key, entry in entries.items() if entry.name == "Rabenau")
    del entries[key]
    file = tmp_path / "GV100AD.txt"
    file.write_bytes(official_file(entries.values(), districts_of(communes)))
    run("communes", "import", file)
    return key


def test_a_vanished_commune_gets_a_successor(run: Run, without_rabenau: str) -> None:
    key = without_rabenau
    case = run("case", "create", "--commune", key, "--modules", "M4", "--json").json["id"]
    (missing,) = run("communes", "vanished", "--json").json
    assert missing == {"key": key, "name": "Rabenau", "missing_since": "2026-06-30"}
    assert f"communes merge {key}" in run("communes", "vanished").lines[0]
    told = run("communes", "merge", key, LICH, "--on", "2026-01-01", "--json").json
    assert told["merged"] == {"key": key, "name": "Rabenau"}
    assert (told["successor"]["key"], told["successor"]["former_keys"]) == (LICH, [key])
    assert run("communes", "vanished", "--json").json == []
    assert run("communes", "vanished").lines == ["Keine Kommune wartet auf eine Nachfolge."]
    assert run("communes", "find", "Rabenau", "--json").json[0]["key"] == LICH
    shown = run("case", "show", case, "--json").json
    assert (shown["commune"]["key"], shown["title"]) == (key, "Gemeinde Rabenau (heute Stadt Lich)")
    assert "Gemeinde Rabenau (heute Stadt Lich)" in run("case", "list").lines[0]
    assert (
        run("funding", "check", "--modules", "M3", "--on", "2021-06-01", "--commune", LICH, "--json").json[
            "combination_allowed"
        ]
        is False
    )
    assert run("communes", "undo", "--json").json == {"undone": "Gemeinde Rabenau ist aufgegangen in Stadt Lich"}
    assert len(run("communes", "vanished", "--json").json) == 1
    assert run("communes", "redo").lines == ["Wiederhergestellt: Gemeinde Rabenau ist aufgegangen in Stadt Lich"]


def test_a_vanished_commune_can_have_no_successor(run: Run, fail: Run, without_rabenau: str) -> None:
    key = without_rabenau
    told = run("communes", "dissolve", key, "--json").json
    assert told == {"dissolved": {"key": key, "name": "Rabenau"}, "successor": None}
    assert run("communes", "find", "Rabenau", "--json").json == []
    assert key in fail("case", "create", "--commune", key).err
    assert run("communes", "undo").lines == ["Zurückgenommen: Gemeinde Rabenau ist aufgelöst, ohne Nachfolge"]
    assert run("communes", "find", "Rabenau", "--json").json[0]["key"] == key


def test_a_successor_that_cannot_be_one_is_refused(run: Run, fail: Run) -> None:
    assert "kann nicht" in fail("communes", "merge", LICH, LICH).err
    assert "kann nicht" in fail("communes", "merge", LICH, "06531").err
    assert "„06999999“" in fail("communes", "merge", LICH, "06999999").err
    assert "„bald“" in fail("communes", "merge", LICH, "06531005", "--on", "bald").err
    assert run("communes", "undo").lines == ["Es gibt keine Änderung, die sich zurücknehmen lässt."]
    assert run("communes", "redo", "--json").json == {"redone": None}
    assert run("communes", "find", "Lich", "--json").json[0]["key"] == LICH


def test_a_case_may_have_several_communes(run: Run, fail: Run) -> None:
    case = run("case", "create", "--commune", f"{LICH},06531008", "--modules", "M4", "--json").json
    assert case["commune"]["key"] == LICH
    shown = run("case", "show", case["id"], "--json").json
    assert [commune["key"] for commune in shown["communes"]] == [LICH, "06531008"]
    assert shown["title"] == "Stadt Lich und Stadt Hungen"
    for commune in (LICH, "06531008", "06531005,06531008"):
        verdict = run("funding", "check", "--modules", "M3", "--on", "2021-06-01", "--commune", commune, "--json").json
        assert verdict["combination_allowed"] is False
    assert "„0“" in fail("case", "create", "--commune", f"{LICH},0").err
