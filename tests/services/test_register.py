"""The register as advisers see it: found, edited, updated from official files."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from advisor_app.domain.commune import SPECIAL_STATUS, Commune, CommuneKind
from advisor_app.domain.errors import Problem
from advisor_app.services.workspace import Workspace, open_workspace
from tests.services.conftest import LICH, PREFERENCES, MondayClock, refused
from tests.services.official_file import Entry, districts_of, entries_of, official_file

OWN = Commune(
    id="", key=None, name="Zweckverband Mitte", kind=CommuneKind.MUNICIPALITY, designation="Verband", own=True
)


def test_communes_are_found_by_key_id_and_name(workspace: Workspace) -> None:
    lich = workspace.register.get(LICH)
    assert workspace.register.get(lich.id) == lich
    assert workspace.register.get("06 531 011") == lich
    assert workspace.register.get("06531").kind is CommuneKind.DISTRICT
    assert workspace.register.index.find("Lich")[0] == lich
    for name in ("", "0653", "06999999", "Lich"):
        refused(lambda name=name: workspace.register.get(name), Problem.UNKNOWN_COMMUNE)  # type: ignore[misc]
    assert workspace.register.notice.attribution


def test_entries_are_added_and_edited_for_good(workspace: Workspace, tmp_path: Path) -> None:
    added = workspace.register.add_own(OWN)
    edited = workspace.register.save(replace(added, name="Zweckverband Nord"))
    lich = workspace.register.get(LICH)
    workspace.register.save(replace(lich, population=14_500, own=True))
    again = open_workspace(tmp_path / "data", PREFERENCES)
    assert again.register.get(added.id) == edited
    assert again.register.get(LICH).population == 14_500
    again.close()


def test_a_key_belongs_to_one_commune(workspace: Workspace) -> None:
    error = refused(lambda: workspace.register.add_own(replace(OWN, key=LICH)), Problem.KEY_TAKEN)
    assert (error.details["key"], error.details["name"]) == (LICH, "Lich")


@pytest.fixture
def entries(workspace: Workspace) -> dict[str, Entry]:
    return entries_of(workspace.register.index.communes)


def written(workspace: Workspace, entries: dict[str, Entry], folder: Path) -> Path:
    file = folder / "GV100AD_30062026.txt"
    file.write_bytes(official_file(entries.values(), districts_of(workspace.register.index.communes)))
    return file


def test_an_official_file_that_agrees_only_moves_the_date(
    workspace: Workspace, entries: dict[str, Entry], tmp_path: Path
) -> None:
    before = {commune.id: commune for commune in workspace.register.index.communes}
    update = workspace.register.preview_import(written(workspace, entries, tmp_path))
    assert (update.added, update.changed, update.mergers, update.vanished) == ((), (), (), ())
    assert len(update.confirmed) + len(update.unchanged) + len(update.kept) == 442
    workspace.register.apply_import(update, "gv")
    after = {commune.id: commune for commune in workspace.register.index.communes}
    assert {name: commune.name for name, commune in after.items()} == {
        name: commune.name for name, commune in before.items()
    }
    assert {commune.status_date for commune in after.values()} == {date(2026, 6, 30)}
    special = [commune for commune in after.values() if commune.designation == SPECIAL_STATUS]
    assert len(special) == len([commune for commune in before.values() if commune.designation == SPECIAL_STATUS])


def test_an_official_file_is_compared_applied_and_compared_again(
    workspace: Workspace, entries: dict[str, Entry], tmp_path: Path
) -> None:
    lich = workspace.register.save(replace(workspace.register.get(LICH), population=1, own=True))
    names = {entry.name: key for key, entry in entries.items()}
    entries[names["Hungen"]] = replace(entries[names["Hungen"]], name="Neu-Hungen")
    entries[names["Laubach"]] = replace(entries[names["Laubach"]], population=9_999)
    gone = entries.pop(names["Rabenau"])
    new = Entry(key="06531098", name="Neudorf", population=500)
    entries[new.key] = new
    file = written(workspace, entries, tmp_path)
    update = workspace.register.preview_import(file)
    assert [change.after.name for change in update.renamed] == ["Neu-Hungen"]
    assert [commune.name for commune in update.added] == ["Neudorf"]
    assert [commune.key for commune in update.vanished] == [gone.key]
    assert lich in [kept.current for kept in update.kept]
    assert workspace.register.index.by_key(new.key) is None
    workspace.register.apply_import(update, file.name)
    assert workspace.register.get(names["Hungen"]).name == "Neu-Hungen"
    assert workspace.register.get(names["Laubach"]).population == 9_999
    assert workspace.register.get(LICH).population == 1
    assert workspace.register.get(new.key).name == "Neudorf"
    assert workspace.register.get(gone.key).name == "Rabenau"
    again = workspace.register.preview_import(file)
    assert (again.added, again.changed, again.confirmed) == ((), (), ())
    assert [commune.key for commune in again.vanished] == [gone.key]


def test_a_part_of_a_file_is_refused(workspace: Workspace, entries: dict[str, Entry], tmp_path: Path) -> None:
    few = {key: entry for key, entry in entries.items() if key.startswith("06531")}
    update = workspace.register.preview_import(written(workspace, few, tmp_path))
    assert update.is_incomplete
    error = refused(lambda: workspace.register.apply_import(update, "gv.txt"), Problem.FILE_FORMAT)
    assert error.details["file"] == "gv.txt"
    assert len(workspace.register.index.communes) == 442


def test_a_file_from_the_future_is_refused(tmp_path: Path, workspace: Workspace, entries: dict[str, Entry]) -> None:
    early = open_workspace(tmp_path / "early", PREFERENCES, clock=MondayClock(2025))
    refused(lambda: early.register.preview_import(written(workspace, entries, tmp_path)), Problem.FILE_FORMAT)
    early.close()
