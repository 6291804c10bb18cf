"""Saving what can be read by a command."""

from pathlib import Path

from advisor_app.services.data_lock import Access, hold
from tests.cli.conftest import Run


def test_what_came_back_is_told_by_table(run: Run, own_data_folder: Path, case_id: str) -> None:
    said = run("backup", "salvage")
    assert "Fälle: alle 1" in said.lines
    assert "aside" in said.lines[-1]
    value = run("backup", "salvage", "--json").json
    assert value["lost"] == 0
    assert value["tables"]["case_head"] == {"found": 1, "lost": 0}
    assert run("case", "show", case_id).lines
    assert len(list((own_data_folder / "aside").iterdir())) == 2


def test_an_open_window_is_in_the_way(fail: Run, own_data_folder: Path, case_id: str) -> None:
    assert case_id
    with hold(own_data_folder, Access.WINDOW):
        said = fail("backup", "salvage")
    assert said.code == 1
    assert "Fenster" in said.err
