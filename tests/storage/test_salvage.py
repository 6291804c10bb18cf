"""What comes back of a damaged database."""

import gzip
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.storage.cases import load_cases
from advisor_app.storage.migrations import CURRENT_VERSION
from advisor_app.storage.plain_profile import encrypt
from advisor_app.storage.profile import DATABASE_NAME, Profile, open_profile
from advisor_app.storage.salvage import Salvaged, SalvageOrder, salvage, salvage_in_place
from tests.profiles import connect_to, database_of

ROWS = 2000
RELEASE = Path(__file__).with_name("releases") / "version-1.sqlite.gz"
COUNTED = ("answer", "assessment", "booking", "case_head", "log", "person", "record", "target")
PAGE = 4096


def fill(folder: Path) -> Profile:
    """Make a database with many definitions, folded into one file."""
    database_of(folder).close()
    with closing(connect_to(folder)) as connection:
        connection.execute("BEGIN")
        rows = [(f"digest-{number}", "m4", "1", f"body {number} " * 8) for number in range(ROWS)]
        connection.executemany("INSERT INTO definition VALUES (?, ?, ?, ?)", rows)
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return open_profile(folder)


def damage(folder: Path, page: int) -> None:
    """Change one byte of a page, counted from 1."""
    file = folder / DATABASE_NAME
    content = bytearray(file.read_bytes())
    content[(page - 1) * PAGE + 1000] ^= 0x40
    file.write_bytes(content)


def bodies_in(profile: Profile, file: Path) -> dict[str, str]:
    moved = file.rename(profile.database)
    with closing(connect_to(moved.parent)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return dict(connection.execute("SELECT digest, body FROM definition"))


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("filled")
    fill(folder)
    return folder


def copy_of(folder: Path, target: Path) -> Path:
    target.mkdir(exist_ok=True)
    for file in folder.iterdir():
        if file.is_file():
            (target / file.name).write_bytes(file.read_bytes())
    return target


def test_a_sound_database_comes_back_whole(filled: Path, tmp_path: Path) -> None:
    folder = copy_of(filled, tmp_path / "copy")
    report = salvage(open_profile(folder), tmp_path / "saved", SalvageOrder())
    assert sum(table.lost or 0 for table in report) == 0
    assert Salvaged("definition", ROWS, 0, ROWS) in report
    assert len(bodies_in(open_profile(folder), tmp_path / "saved")) == ROWS
    database_of(folder).close()


@settings(max_examples=25)
@given(data=st.data())
def test_a_damaged_page_costs_its_own_rows_only(
    filled: Path, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Any page: also the first one, those with the list of tables, and a table's own first page."""
    folder = copy_of(filled, tmp_path_factory.mktemp("damaged"))
    profile = open_profile(folder)
    damage(folder, data.draw(st.integers(1, profile.database.stat().st_size // PAGE)))
    saved = folder / "saved"
    (report,) = [table for table in salvage(profile, saved, SalvageOrder()) if table.table == "definition"]
    assert report.total == ROWS
    assert report.found >= ROWS - 60
    bodies = bodies_in(profile, saved)
    assert len(bodies) == report.found
    assert all(body == f"body {digest.removeprefix('digest-')} " * 8 for digest, body in bodies.items())
    assert not (folder / "saved.pages").exists()


def test_a_file_of_which_nothing_is_left_is_told_and_left_as_it_is(filled: Path, tmp_path: Path) -> None:
    folder = copy_of(filled, tmp_path / "copy")
    profile = open_profile(folder)
    for page in range(1, profile.database.stat().st_size // PAGE + 1):
        damage(folder, page)
    before = profile.database.read_bytes()
    with pytest.raises(AdvisorError) as caught:
        salvage(profile, tmp_path / "saved", SalvageOrder())
    assert caught.value.problem is Problem.DATABASE_DAMAGED
    assert list(tmp_path.iterdir()) == [folder]
    assert profile.database.read_bytes() == before


def test_a_file_of_a_newer_program_is_not_touched(filled: Path, tmp_path: Path) -> None:
    folder = copy_of(filled, tmp_path / "copy")
    with closing(connect_to(folder)) as connection:
        connection.execute(f"PRAGMA user_version = {CURRENT_VERSION + 1}")
    with pytest.raises(AdvisorError) as caught:
        salvage(open_profile(folder), tmp_path / "saved", SalvageOrder())
    assert caught.value.problem is Problem.DATABASE_NEWER
    assert not (tmp_path / "saved").exists()


def test_it_can_be_cancelled(filled: Path, tmp_path: Path) -> None:
    folder = copy_of(filled, tmp_path / "copy")

    def cancel(share: float) -> None:
        if share > 0.3:
            raise AdvisorError(Problem.CANCELLED)

    with pytest.raises(AdvisorError):
        salvage(open_profile(folder), tmp_path / "saved", SalvageOrder(progress=cancel))
    assert not (tmp_path / "saved").exists()


@pytest.mark.parametrize("table", ["answer", "log", "case_head"])
def test_a_file_of_an_earlier_version_comes_back_as_one_of_today(tmp_path: Path, table: str) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / DATABASE_NAME).write_bytes(gzip.decompress(RELEASE.read_bytes()))
    profile = open_profile(folder)
    encrypt(profile)
    with closing(connect_to(folder)) as connection:
        query = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        (page,) = connection.execute(query, (table,)).fetchone()
        before = {name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in COUNTED}  # noqa: S608 — names of our own tables
    damage(folder, page)
    salvage_in_place(profile, SalvageOrder())
    database = database_of(folder)
    with database.read() as connection:
        cases = load_cases(connection)
        after = {name: connection.exec_driver_sql(f"SELECT count(*) FROM {name}").scalar() for name in COUNTED}  # noqa: S608 — names of our own tables
    database.close()
    assert cases
    assert after == before
