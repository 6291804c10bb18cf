"""The register as advisers see it: found, edited, updated from official files."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from advisor_app.domain.changes import HeadSet
from advisor_app.domain.commune import SPECIAL_STATUS, Commune, CommuneKind
from advisor_app.domain.errors import Problem
from advisor_app.services.cases import as_case_commune
from advisor_app.services.portfolio import search
from advisor_app.services.workspace import Workspace, open_workspace
from tests.services.conftest import LICH, PREFERENCES, MondayClock, refused
from tests.services.official_file import Entry, districts_of, entries_of, official_file

OWN = Commune(
    id="7d1c4c7e-93a5-4a0e-8f0e-5b1f6a1c2d01",
    key=None,
    name="Zweckverband Mitte",
    kind=CommuneKind.MUNICIPALITY,
    designation="Verband",
    own=True,
)


def test_communes_are_found_by_key_id_and_name(workspace: Workspace) -> None:
    lich = workspace.register.get(LICH)
    assert workspace.register.get(lich.id) == lich
    assert workspace.register.get("06 531 011") == lich
    assert workspace.register.get("06531").kind is CommuneKind.DISTRICT
    assert workspace.register.index.find("Lich")[0] == lich
    for name in ("", "0653", "06999999", "Lich"):
        refused(lambda name=name: workspace.register.get(name), Problem.UNKNOWN_COMMUNE)  # type: ignore[misc]  # a default binds the loop's value
    assert workspace.register.notice.attribution


def test_entries_are_added_and_edited_for_good(workspace: Workspace, tmp_path: Path) -> None:
    added = workspace.register.save(OWN)
    edited = workspace.register.save(replace(added, name="Zweckverband Nord"))
    lich = workspace.register.get(LICH)
    workspace.register.save(replace(lich, population=14_500, own=True))
    again = open_workspace(tmp_path / "data", PREFERENCES)
    assert again.register.get(added.id) == edited
    assert again.register.get(LICH).population == 14_500
    again.close()


def test_a_key_belongs_to_one_commune(workspace: Workspace) -> None:
    error = refused(lambda: workspace.register.save(replace(OWN, key=LICH)), Problem.KEY_TAKEN)
    assert (error.details["key"], error.details["name"]) == (LICH, "Lich")


@pytest.mark.parametrize("name", ["Muster\x07au", "Muster\nau", "Musterau\n", "Muster\ud800au", "Muster\u2028au"])
def test_a_commune_has_no_letters_that_nobody_types(workspace: Workspace, name: str) -> None:
    for odd in (replace(OWN, name=name), replace(OWN, designation=name), replace(OWN, district=name)):
        refused(lambda odd=odd: workspace.register.save(odd), Problem.TEXT_LETTERS)  # type: ignore[misc]  # a default binds the loop's value
    refused(lambda: workspace.register.save(replace(workspace.register.get(LICH), name=name)), Problem.TEXT_LETTERS)
    assert not [commune for commune in workspace.register.index.communes if commune.own]
    assert not workspace.register.can_undo


def test_a_commune_has_no_name_as_long_as_a_page(workspace: Workspace) -> None:
    refused(lambda: workspace.register.save(replace(OWN, name="x" * 2_001)), Problem.TEXT_LONG)
    assert workspace.register.save(replace(OWN, name="x" * 2_000)).own


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


def vanish(workspace: Workspace, entries: dict[str, Entry], folder: Path, *names: str) -> list[Commune]:
    """Import a file without the communes of these names."""
    left = {key: entry for key, entry in entries.items() if entry.name not in names}
    file = written(workspace, left, folder)
    workspace.register.apply_import(workspace.register.preview_import(file), file.name)
    return list(workspace.register.vanished)


def test_a_vanished_commune_merges_into_its_successor(
    workspace: Workspace, entries: dict[str, Entry], tmp_path: Path
) -> None:
    register = workspace.register
    before = register.index.communes
    lich, rabenau = register.get(LICH), register.index.find("Rabenau")[0]
    case = workspace.cases.create(rabenau, ["M4"]).case
    (gone,) = vanish(workspace, entries, tmp_path, "Rabenau")
    assert (gone.id, gone.missing_since) == (rabenau.id, date(2026, 6, 30))
    united = register.merge(gone, register.get(LICH))
    assert register.vanished == ()
    assert register.get(str(gone.key)) == register.index.find("Rabenau")[0] == united
    assert united.population == lich.population
    assert united.key_history[-1].since == date(2026, 6, 30)
    # The case goes on under the key it was opened with, and is known by both names.
    kept = workspace.cases.load(case.id)
    assert kept.commune.key == gone.key
    assert register.titles(kept.head.communes) == "Gemeinde Rabenau (heute Stadt Lich)"
    rows = workspace.portfolio.load()
    assert [row.title for row in rows] == ["Gemeinde Rabenau (heute Stadt Lich)"]
    assert search(rows, "lich") == search(rows, "rabenau") == list(rows)
    # What either of them booked before counts for both.
    on = date(2021, 6, 1)
    for commune in (kept.commune, united):
        assert not workspace.cases.check_funding(["M3"], on, register.lineage(commune)).funded
    again = open_workspace(tmp_path / "data", PREFERENCES)
    assert again.register.get(str(gone.key)).id == united.id
    again.close()
    assert register.undo() == "Gemeinde Rabenau ist aufgegangen in Stadt Lich"
    assert list(register.vanished) == [gone]
    assert register.titles(kept.head.communes) == "Gemeinde Rabenau"
    assert register.redo() == "Gemeinde Rabenau ist aufgegangen in Stadt Lich"
    assert register.get(LICH) == united
    register.undo()
    assert register.undo() == "GV100AD_30062026.txt"
    assert register.index.communes == before
    assert (register.undo(), register.can_undo, register.can_redo) == (None, False, True)


def test_a_commune_without_a_successor_leaves_the_register(
    workspace: Workspace, entries: dict[str, Entry], tmp_path: Path
) -> None:
    register = workspace.register
    (gone,) = vanish(workspace, entries, tmp_path, "Rabenau")
    case = workspace.cases.create(gone, []).case
    register.dissolve(gone)
    assert register.vanished == ()
    refused(lambda: register.get(str(gone.key)), Problem.UNKNOWN_COMMUNE)
    assert register.titles(case.head.communes) == "Gemeinde Rabenau"
    assert register.lineage(case.commune) == (gone.id,)
    # A file that names it again brings it back.
    update = register.preview_import(written(workspace, entries, tmp_path))
    assert [commune.id for commune in update.added] == [gone.id]
    register.apply_import(update, "gv.txt")
    assert register.get(str(gone.key)).missing_since is None


def test_an_entry_of_ones_own_can_merge_too(workspace: Workspace) -> None:
    register = workspace.register
    rabenau = register.save(replace(register.index.find("Rabenau")[0], population=1, own=True))
    united = register.merge(rabenau, register.get(LICH), date(2027, 1, 1))
    assert register.get(str(rabenau.key)) == united
    without_key = register.save(OWN)
    refused(lambda: register.merge(without_key, united), Problem.BAD_SUCCESSOR)
    refused(lambda: register.merge(united, united), Problem.BAD_SUCCESSOR)
    refused(lambda: register.dissolve(without_key), Problem.BAD_KEY)
    register.undo()
    register.undo()
    assert register.get(str(rabenau.key)) == rabenau


def test_entries_and_edits_can_be_taken_back(workspace: Workspace) -> None:
    added = workspace.register.save(OWN)
    workspace.register.save(replace(added, name="Zweckverband Nord"))
    assert workspace.register.undo() == "Zweckverband Nord"
    assert workspace.register.get(added.id) == added
    workspace.register.undo()
    refused(lambda: workspace.register.get(added.id), Problem.UNKNOWN_COMMUNE)
    workspace.register.redo()
    assert workspace.register.get(added.id) == added


def test_a_case_of_several_communes_counts_for_each_of_them(workspace: Workspace) -> None:
    register, cases = workspace.register, workspace.cases
    lich, hungen = register.get(LICH), register.index.find("Hungen")[0]
    session = cases.create(lich, ["M4"])
    head = session.case.head
    session.apply(HeadSet(head, replace(head, communes=(*head.communes, as_case_commune(hungen)))))
    assert register.titles(session.case.head.communes) == "Stadt Lich und Stadt Hungen"
    on = date(2021, 6, 1)
    for commune in (lich, hungen):
        assert not cases.check_funding(["M3"], on, [commune.id]).funded
        assert cases.check_funding(["M3"], on, [commune.id], except_case=session.case.id).funded
    (row,) = workspace.portfolio.load()
    assert search([row], "hungen") == [row]


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
