"""A damaged data folder: the newest sound backup, or what can still be read."""

import shutil
from pathlib import Path

import pytest

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.services.preferences import Preferences
from advisor_app.services.rescue import Rescue, table_words
from advisor_app.services.workspace import open_workspace
from advisor_app.storage.backups import create_backup
from advisor_app.storage.profile import DATABASE_NAME, open_profile
from advisor_app.texts import load_texts
from tests.profiles import make_recoverable
from tests.services.conftest import LICH, PREFERENCES

TEXTS = load_texts("de")


def unreported(_share: float) -> None:
    """Nobody asks how far it is."""


def cases_in(folder: Path) -> int:
    workspace = open_workspace(folder, Preferences())
    try:
        return len(workspace.cases.load_all())
    finally:
        workspace.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two cases, with a backup of the first."""
    folder = make_recoverable(tmp_path / "data")
    for number in range(2):
        workspace = open_workspace(folder, PREFERENCES)
        workspace.cases.create(workspace.register.get(LICH), ["M4"])
        workspace.close()
        if number == 0:
            create_backup(open_profile(folder))
    return folder


def spoil(folder: Path, page: int) -> None:
    file = folder / DATABASE_NAME
    content = bytearray(file.read_bytes())
    content[(page - 1) * 4096 + 2000] ^= 1
    file.write_bytes(content)


def test_the_newest_sound_backup_is_offered_with_what_is_in_it_and_comes_back(folder: Path) -> None:
    newer = create_backup(open_profile(folder))
    (newer.folder / DATABASE_NAME).write_bytes(b"cut")
    rescue = Rescue(folder, profile=open_profile(folder))
    offer = rescue.newest(unreported)
    assert offer is not None
    assert offer.passed_over == 1
    assert offer.contents is not None
    assert offer.contents.cases is not None
    assert len(offer.contents.cases) == 1
    spoil(folder, 1)
    restored = rescue.restore(offer.backup, unreported)
    assert restored.aside is not None
    assert (restored.aside / DATABASE_NAME).exists()
    assert cases_in(folder) == 1


def test_a_folder_without_backups_offers_none(tmp_path: Path) -> None:
    assert Rescue(tmp_path).newest(unreported) is None
    assert not Rescue(tmp_path).can_salvage


def test_keys_that_are_lost_come_back_with_the_backup(folder: Path) -> None:
    (folder / "keyslots.json").unlink()
    rescue = Rescue(folder)
    assert not rescue.can_salvage
    offer = rescue.newest(unreported)
    assert offer is not None
    rescue.restore(offer.backup, unreported)
    assert cases_in(folder) == 1


@pytest.mark.long
def test_what_can_be_read_takes_the_place_of_the_damaged_database(folder: Path) -> None:
    pages = (folder / DATABASE_NAME).stat().st_size // 4096
    lost = 0
    for page in range(1, pages + 1):
        copy = folder.parent / f"copy-{page}"
        shutil.copytree(folder, copy)
        spoil(copy, page)
        damaged = (copy / DATABASE_NAME).read_bytes()
        saved = Rescue(copy, profile=open_profile(copy)).salvage(unreported, TEXTS)
        assert (saved.aside / DATABASE_NAME).read_bytes() == damaged
        workspace = open_workspace(copy, Preferences())
        workspace.close()
        lost += saved.lost or 0
        words = table_words(saved.tables, TEXTS)
        assert words
        assert not any(word.startswith("case_") for word in words)
    assert lost


def test_a_sound_database_comes_back_whole(folder: Path) -> None:
    saved = Rescue(folder, profile=open_profile(folder)).salvage(unreported, TEXTS)
    assert saved.lost == 0
    assert "Fälle: alle 2" in table_words(saved.tables, TEXTS)
    assert cases_in(folder) == 2


def test_without_a_key_nothing_is_read(folder: Path) -> None:
    with pytest.raises(AdvisorError) as caught:
        Rescue(folder).salvage(unreported, TEXTS)
    assert caught.value.problem is Problem.DATABASE_DAMAGED
    assert cases_in(folder) == 2


def test_it_can_be_cancelled(folder: Path) -> None:
    def cancel(share: float) -> None:
        if share > 0.3:
            raise AdvisorError(Problem.CANCELLED)

    with pytest.raises(AdvisorError):
        Rescue(folder, profile=open_profile(folder)).salvage(cancel, TEXTS)
    assert not (folder / "aside").exists()
    assert cases_in(folder) == 2
