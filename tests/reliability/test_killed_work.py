"""Kills in the middle of a migration and of an import: afterwards all of it is there, or nothing."""

import gzip
import os
import shutil
import time
from contextlib import closing
from functools import partial
from pathlib import Path
from random import Random

import pytest

from advisor_app.services.data_lock import Access
from advisor_app.services.demo import ensure_example
from advisor_app.services.preferences import Preferences
from advisor_app.services.workspace import Workspace, open_workspace
from advisor_app.storage.cases import CaseStore
from advisor_app.storage.connection import PLAIN_HEADER
from advisor_app.storage.migrations import CURRENT_VERSION
from advisor_app.storage.profile import DATABASE_NAME
from tests.profiles import connect_to, database_of, make_recoverable
from tests.reliability.killed import kill_after

RELEASES = Path(__file__).parents[1] / "storage" / "releases"
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked; kills are tested on POSIX")


def counts(folder: Path) -> dict[str, int]:
    with closing(connect_to(folder)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA user_version").fetchone()[0] == CURRENT_VERSION
        names = ("answer", "log", "record", "definition", "booking", "person")
        return {name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in names}  # noqa: S608 — names of our own tables


def migrate(folder: Path) -> None:
    database_of(folder).close()


@pytest.mark.long
def test_sixty_kills_in_the_middle_of_a_migration(tmp_path: Path) -> None:
    content = gzip.decompress((RELEASES / "version-1.sqlite.gz").read_bytes())

    def old_profile(name: str) -> Path:
        folder = tmp_path / name
        folder.mkdir()
        (folder / DATABASE_NAME).write_bytes(content)
        return folder

    whole = old_profile("whole")
    begun = time.perf_counter()
    migrate(whole)
    takes, expected = time.perf_counter() - begun, counts(whole)
    random, over = Random(1), 0
    for number in range(60):
        folder = old_profile(str(number))
        over += kill_after(random.random() * 1.5 * takes, partial(migrate, folder))
        migrate(folder)
        assert counts(folder) == expected
        assert not (folder / DATABASE_NAME).read_bytes().startswith(PLAIN_HEADER)
        assert not list(folder.glob("*.part"))
    assert over < 60


def opened(folder: Path) -> Workspace:
    return open_workspace(folder, Preferences(adviser="Kim Berger"), access=Access.WRITE)


@pytest.mark.long
def test_twenty_kills_in_the_middle_of_an_import(tmp_path: Path) -> None:
    giver = opened(make_recoverable(tmp_path / "giver"))
    case_id = ensure_example(giver)
    given = giver.cases.load(case_id)
    empty = opened(make_recoverable(tmp_path / "empty"))
    file = tmp_path / "fall.bkcase"
    giver.case_export.export(case_id, file, giver.case_export.for_recipient(empty.case_import.recipient))
    empty.close()
    giver.close()

    def import_it(folder: Path) -> str:
        taker = opened(folder)
        imported = taker.case_import.import_(taker.case_import.preview(file), {})
        taker.close()
        return imported.batch

    def taker_of(name: str) -> Path:
        return Path(shutil.copytree(tmp_path / "empty", tmp_path / name))

    begun = time.perf_counter()
    import_it(taker_of("whole"))
    takes = time.perf_counter() - begun
    random, arrived = Random(2), []
    for number in range(20):
        folder = taker_of(str(number))
        over = kill_after(random.random() * 1.2 * takes, partial(import_it, folder))
        taker = opened(folder)
        found = CaseStore(taker.database).load_all()
        assert found == [given] or (found == [] and not over)
        taker.close()
        arrived.append(bool(found))
        import_it(folder)
        assert import_it(folder) == ""
    assert not all(arrived)
