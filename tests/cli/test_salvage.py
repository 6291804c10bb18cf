"""Saving what can be read by a command."""

from pathlib import Path

import pytest

from advisor_app.services.data_lock import Access, hold
from tests.cli.conftest import Run


def test_what_came_back_is_told_by_table(run: Run, own_data_folder: Path, case_id: str) -> None:
    said = run("backup", "salvage")
    assert said.lines[0] == "Alles, was in der Datenbank stand, ist wieder da."
    assert "Fälle: alle 1" in said.lines
    assert "aside" in said.lines[-1]
    value = run("backup", "salvage", "--json").json
    assert value["lost"] == 0
    assert value["tables"]["case_head"] == {"found": 1, "rebuilt": 0, "lost": 0}
    assert run("case", "show", case_id).lines
    assert len(list((own_data_folder / "aside").iterdir())) == 2


def test_an_open_window_is_in_the_way(fail: Run, own_data_folder: Path, case_id: str) -> None:
    assert case_id
    with hold(own_data_folder, Access.WINDOW):
        said = fail("backup", "salvage")
    assert said.code == 1
    assert "Fenster" in said.err


@pytest.mark.parametrize("command", [("case", "list"), ("backup", "create"), ("case", "history", "CASE")])
def test_commands_say_how_a_damaged_database_is_mended(
    fail: Run, own_data_folder: Path, answered: str, command: tuple[str, ...]
) -> None:
    file = own_data_folder / "beraterkoffer.sqlite"
    content = bytearray(file.read_bytes())
    for page in range(4096, len(content), 4096):  # all but the first one, which tells what the file is
        content[page + 77] ^= 4
    file.write_bytes(content)
    said = fail(*(answered if word == "CASE" else word for word in command)).err
    assert "ist beschädigt" in said
    assert "„backup salvage“" in said
    assert [path.name for path in (own_data_folder / "backups").glob("*Z*")] == []
