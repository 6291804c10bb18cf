"""Shipped and local packs: of each id the local one that is sound, else the one before it, else the shipped one."""

import os
from pathlib import Path

import pytest

from advisor_app.content.packs import load_catalog
from advisor_app.content.selection import (
    KEPT_FOLDER,
    FoundPack,
    Origin,
    PackUse,
    Selection,
    off_mark,
    preferred_packs,
    sound_packs,
)
from tests.content.small_packs.m4 import M4_FILES
from tests.content.small_packs.writing import replace_in, write_pack, write_packs

TERM = '[[term]]\nid = "wort"\nterm = "Wort"\ntext = "Ein Wort."\nsources = ["EV"]\ncertainty = "high"\n'


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    return write_packs(tmp_path / "content")


@pytest.fixture
def local(tmp_path: Path) -> Path:
    return tmp_path / "packs"


def own_m4(local: Path, version: str = "1.0.0") -> Path:
    (local / "m4").mkdir(parents=True)
    for name, text in M4_FILES.items():
        (local / "m4" / name).write_text(text, encoding="utf-8")
    replace_in(local / "m4" / "pack.toml", '"1.0.0"', f'"{version}"')
    return local / "m4"


def select(shipped: Path, local: Path, language: str = "de") -> Selection:
    return sound_packs(preferred_packs([shipped], local), language)


def uses(selection: Selection, name: str) -> dict[Origin, PackUse]:
    return {pack.origin: pack.use for pack in selection.packs if pack.id == name}


def used(selection: Selection, name: str) -> FoundPack:
    found = selection.used(name)
    assert found is not None
    return found


def test_without_local_packs_the_shipped_ones_are_used(shipped: Path, local: Path) -> None:
    selection = select(shipped, local)
    assert selection.folders == [shipped / "base", shipped / "m4"]
    assert selection.broken == ()
    assert selection.state() == ()


@pytest.mark.parametrize("version", ["1.0.0", "1.0.10"])
def test_a_local_pack_of_a_shipped_id_stands_in_its_place(shipped: Path, local: Path, version: str) -> None:
    folder = own_m4(local, version)
    replace_in(folder / "questionnaire.toml", "Wie ist 4.1.1 geregelt?", "Ist 4.1.1 geregelt?")
    selection = select(shipped, local)
    assert uses(selection, "m4") == {Origin.SHIPPED: PackUse.REPLACED, Origin.LOCAL: PackUse.USED}
    assert (used(selection, "m4").title, used(selection, "m4").version) == ("Modul 4", version)
    catalog = load_catalog(selection.folders)
    assert catalog.questionnaires["m4"].questions[0].text == "Ist 4.1.1 geregelt?"
    assert len(selection.state()) == len(M4_FILES)


def test_a_local_pack_that_is_older_is_left(shipped: Path, local: Path) -> None:
    own_m4(local, "0.9.9")
    selection = select(shipped, local)
    assert uses(selection, "m4") == {Origin.SHIPPED: PackUse.USED, Origin.LOCAL: PackUse.OLDER}


def test_a_local_pack_that_is_switched_off_is_left(shipped: Path, local: Path) -> None:
    own_m4(local)
    write_pack(local, "haus", {"glossary.toml": TERM})
    for name in ("m4", "haus"):
        off_mark(local, name).touch()
    selection = select(shipped, local)
    assert uses(selection, "m4") == {Origin.SHIPPED: PackUse.USED, Origin.LOCAL: PackUse.OFF}
    assert uses(selection, "haus") == {Origin.LOCAL: PackUse.OFF}


def test_in_place_of_a_broken_one_stands_the_shipped_one(shipped: Path, local: Path) -> None:
    replace_in(own_m4(local) / "questionnaire.toml", "[[phase]]", "[[phase")
    write_pack(local, "haus", {"glossary.toml": TERM})
    selection = select(shipped, local)
    assert uses(selection, "m4") == {Origin.SHIPPED: PackUse.USED, Origin.LOCAL: PackUse.BROKEN}
    assert used(selection, "haus").origin is Origin.LOCAL, "what is sound is used all the same"
    (broken,) = selection.broken
    assert broken.flaw is not None
    assert broken.flaw.file == local / "m4" / "questionnaire.toml"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes in folders")
def test_a_head_that_is_no_file_is_an_error(shipped: Path, local: Path) -> None:
    (local / "haus").mkdir(parents=True)
    os.mkfifo(local / "haus" / "pack.toml")
    selection = select(shipped, local)
    (broken,) = selection.broken
    assert (broken.id, broken.use) == ("haus", PackUse.BROKEN)
    assert broken.flaw is not None
    assert broken.flaw.key == "pack-file-missing"


def test_in_place_of_a_broken_one_stands_the_copy_from_before_the_last_import(shipped: Path, local: Path) -> None:
    own_m4(local / KEPT_FOLDER, "1.1.0")
    (own_m4(local, "1.2.0") / "pack.toml").write_text("id = ", encoding="utf-8")
    selection = select(shipped, local)
    assert uses(selection, "m4") == {
        Origin.SHIPPED: PackUse.REPLACED,
        Origin.LOCAL: PackUse.BROKEN,
        Origin.KEPT: PackUse.USED,
    }
    assert used(selection, "m4").version == "1.1.0"
    replace_in(local / KEPT_FOLDER / "m4" / "agenda.toml", "minutes = 20", 'minutes = "lang"')
    assert uses(select(shipped, local), "m4") == {
        Origin.SHIPPED: PackUse.USED,
        Origin.LOCAL: PackUse.BROKEN,
        Origin.KEPT: PackUse.BROKEN,
    }


def test_a_kept_copy_alone_or_beside_a_sound_pack_is_not_used(shipped: Path, local: Path) -> None:
    own_m4(local / KEPT_FOLDER, "1.1.0")
    assert uses(select(shipped, local), "m4") == {Origin.SHIPPED: PackUse.USED}
    own_m4(local, "1.2.0")
    assert uses(select(shipped, local), "m4")[Origin.KEPT] is PackUse.SPARE


def test_a_kept_copy_that_is_older_than_the_shipped_pack_is_not_used(shipped: Path, local: Path) -> None:
    own_m4(local / KEPT_FOLDER, "0.9.0")
    (own_m4(local, "1.2.0") / "pack.toml").write_text("id = ", encoding="utf-8")
    assert used(select(shipped, local), "m4").origin is Origin.SHIPPED


def test_a_pack_that_takes_away_what_others_need_is_left(shipped: Path, local: Path) -> None:
    """The error shows in the shipped m4, which needs the role; what caused it is the local base."""
    own = local / "base"
    own.mkdir(parents=True)
    for file in (shipped / "base").iterdir():
        (own / file.name).write_bytes(file.read_bytes())
    replace_in(own / "roles.toml", '[[role]]\nid = "HA"\ntitle = "Hauptamt"\ndescription = "Steuert."\n', "")
    replace_in(own / "roles.toml", 'fallback = "HA"\n', "")
    write_pack(local, "haus", {"glossary.toml": TERM})
    selection = select(shipped, local)
    assert uses(selection, "base") == {Origin.SHIPPED: PackUse.USED, Origin.LOCAL: PackUse.BROKEN}
    assert used(selection, "haus").origin is Origin.LOCAL
    load_catalog(selection.folders)


def test_packs_that_need_a_broken_one_are_left_with_it(shipped: Path, local: Path) -> None:
    write_pack(local, "haus", {"facts.toml": "[[fact]]"})
    second = write_pack(local, "zweites", {"glossary.toml": TERM})
    replace_in(second / "pack.toml", 'base = "1.0.0"', 'base = "1.0.0"\nhaus = "1.0.0"')
    selection = select(shipped, local)
    assert [pack.id for pack in selection.broken] == ["haus", "zweites"]
    assert selection.folders == [shipped / "base", shipped / "m4"]


def test_an_error_in_the_words_of_the_language_in_use_counts(shipped: Path, local: Path) -> None:
    overlay = '[[question]]\nid = "9.9"\ntext = "Nobody?"\n'
    (own_m4(local) / "questionnaire.en.toml").write_text(overlay, encoding="utf-8")
    assert used(select(shipped, local), "m4").origin is Origin.LOCAL
    assert used(select(shipped, local, "en"), "m4").origin is Origin.SHIPPED


def test_another_file_is_another_state(shipped: Path, local: Path) -> None:
    folder = own_m4(local)
    before = select(shipped, local).state()
    replace_in(folder / "pack.toml", "Modul 4", "Modul vier")
    assert select(shipped, local).state() != before
