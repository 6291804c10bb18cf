"""Folders with packs taken in: the whole pack or nothing, and the one that is replaced is kept while it is sound."""

from pathlib import Path

import pytest

from advisor_app.content.selection import FAULTY_FOLDER, KEPT_FOLDER
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.services.content_check import check_content
from advisor_app.services.pack_exchange import import_folder
from advisor_app.services.used_packs import left_out, load_content, select_packs
from advisor_app.texts import load_texts
from tests.content.small_packs.writing import replace_in, write_pack

GERMAN = load_texts("de")
TERM = '[[term]]\nid = "wort"\nterm = "Wort"\ntext = "{text}"\nsources = ["EV"]\ncertainty = "high"\n'


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def given(tmp_path: Path, text: str) -> Path:
    """Return a folder that somebody has been given."""
    folder = tmp_path / text.replace(" ", "-")
    return write_pack(folder, "haus", {"glossary.toml": TERM.format(text=text)})


def word(data: Path) -> str:
    return load_content(data, GERMAN).catalog.terms["wort"].text


def test_a_folder_is_taken_in(data: Path, tmp_path: Path) -> None:
    taken = import_folder(data, GERMAN, given(tmp_path, "Ein Wort."), replace=False)
    assert taken.folder == data / "packs" / "haus"
    assert taken.findings == ()
    assert word(data) == "Ein Wort."


def test_what_is_replaced_is_kept_while_it_is_sound(data: Path, tmp_path: Path) -> None:
    kept = data / "packs" / KEPT_FOLDER / "haus" / "glossary.toml"
    import_folder(data, GERMAN, given(tmp_path, "Das erste."), replace=False)
    with pytest.raises(AdvisorError) as caught:
        import_folder(data, GERMAN, given(tmp_path, "Das zweite."), replace=False)
    assert caught.value.problem is Problem.PACK_EXISTS
    import_folder(data, GERMAN, tmp_path / "Das-zweite." / "haus", replace=True)
    assert word(data) == "Das zweite."
    assert "Das erste." in kept.read_text(encoding="utf-8")
    replace_in(data / "packs" / "haus" / "glossary.toml", '"wort"', '"wort')
    content = load_content(data, GERMAN)
    assert content.catalog.terms["wort"].text == "Das erste."
    assert content.problem is not None
    assert content.problem.details["instead"] == (
        "Stattdessen gilt das Paket von vor dem letzten Einlesen, Version 1.0.0."
    )
    import_folder(data, GERMAN, given(tmp_path, "Das dritte."), replace=True)
    assert word(data) == "Das dritte."
    assert "Das erste." in kept.read_text(encoding="utf-8"), "the broken one does not take its place"
    faulty = data / "packs" / FAULTY_FOLDER / "haus" / "glossary.toml"
    assert "Das zweite." in faulty.read_text(encoding="utf-8"), "but it is not lost either"
    assert sorted(path.name for path in (data / "packs").iterdir()) == [FAULTY_FOLDER, KEPT_FOLDER, "haus"]
    assert [pack.id for pack in select_packs(data, GERMAN).packs][-2:] == ["haus", "haus"]


def test_a_broken_folder_is_told_by_file_and_line(data: Path, tmp_path: Path) -> None:
    folder = given(tmp_path, "Ein Wort.")
    replace_in(folder / "glossary.toml", '"high"', '"sicher"')
    taken = import_folder(data, GERMAN, folder, replace=False)
    assert taken.folder is None
    (finding,) = taken.findings
    assert (finding.file.name, finding.line) == ("glossary.toml", 6)
    assert not (data / "packs").exists()


def test_a_folder_that_is_no_pack_is_refused(data: Path, tmp_path: Path) -> None:
    with pytest.raises(AdvisorError) as caught:
        import_folder(data, GERMAN, tmp_path, replace=False)
    assert caught.value.problem is Problem.UNKNOWN_PACK


def test_what_is_left_out_is_still_checked(data: Path) -> None:
    write_pack(data / "packs", "haus", {"glossary.toml": "[[term]]\n"})
    selection = select_packs(data, GERMAN)
    problem = left_out(selection, GERMAN)
    assert problem is not None
    assert problem.details["name"] == "haus"
    inspection = check_content(data, GERMAN)
    assert data / "packs" / "haus" in {finding.file.parent for finding in inspection.findings}
    assert "haus" not in {counts.pack for counts in inspection.counts}
