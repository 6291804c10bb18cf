"""Another key for a profile: all of it or nothing, wherever it is cut off, and nobody else opens it in between."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.storage import rekey as module
from advisor_app.storage.connection import connect
from advisor_app.storage.database import open_database
from advisor_app.storage.evidence_files import EvidenceFiles
from advisor_app.storage.keyslot_file import FILE_NAME, read_keyslots
from advisor_app.storage.keyslots import Keyslots, Passphrase, RandomSecret, SlotKind, Unlocked
from advisor_app.storage.profile import Profile, open_profile
from advisor_app.storage.profile_lock import alone
from advisor_app.storage.rekey import new_keys, rekey
from tests.profiles import connect_to

CHECKOUT = Path(__file__).resolve().parents[2]
SHEET = "7" * 26
KILLS = 24
ROWS = 6000
PICTURE = os.urandom(3000)


def recovery() -> RandomSecret:
    return RandomSecret(SlotKind.RECOVERY, SHEET.encode())


def device(folder: Path) -> RandomSecret:
    return RandomSecret(SlotKind.KEY_FILE, (folder / "profile.key").read_bytes())


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile of some megabytes with a picture and a recovery slot."""
    folder = tmp_path_factory.mktemp("filled")
    profile = open_profile(folder)
    open_database(profile).close()
    with closing(connect(profile.database, profile.database_key)) as connection:
        connection.execute("BEGIN")
        rows = ((f"d{number}", random.randbytes(300).hex()) for number in range(ROWS))  # filling
        connection.executemany("INSERT INTO definition VALUES (?, 'q', '1', ?)", rows)
        connection.execute("COMMIT")
    EvidenceFiles(folder, profile.files_key).put(PICTURE)
    profile.write_slots(profile.keyslots.with_slot(profile.data_key, recovery()))
    return folder


@pytest.fixture
def profile(filled: Path, tmp_path: Path) -> Profile:
    folder = tmp_path / "profile"
    shutil.copytree(filled, folder)
    return open_profile(folder)


def assert_whole(profile: Profile) -> None:
    """Rows, picture and slots are those of the key that the profile opens with."""
    with closing(connect(profile.database, profile.database_key)) as connection:
        assert connection.execute("SELECT count(*) FROM definition").fetchone() == (ROWS,)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA cipher_integrity_check").fetchall() == []
    files = EvidenceFiles(profile.folder, profile.files_key)
    assert [files.read(digest) for digest in files.digests()] == [PICTURE]
    slots = read_keyslots(profile.folder / FILE_NAME)
    assert slots == profile.keyslots
    assert (slots.next, slots.former) == ((), b"")
    assert [one.data_key for one in slots.unlock(recovery())] == [profile.data_key]


def test_every_way_in_opens_the_new_key_and_the_old_one_opens_nothing(profile: Profile) -> None:
    old, old_key = profile.data_key, profile.database_key
    told: list[float] = []
    rekey(profile, new_keys(profile, (device(profile.folder), recovery())), told.append)
    assert profile.data_key != old
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert_whole(open_profile(profile.folder))
    with pytest.raises(Exception, match="not a database"):
        connect(profile.database, old_key)
    assert not profile.database.with_name(f"{profile.database.name}-journal").exists()
    database = open_database(open_profile(profile.folder))
    with database.read() as connection:
        mode = connection.exec_driver_sql("PRAGMA journal_mode").scalar()
    database.close()
    assert mode == "wal"


def test_while_somebody_reads_nothing_is_changed(profile: Profile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_WAIT_MS", 50)
    old = profile.data_key
    with closing(connect_to(profile.folder)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM log").fetchone()
        with pytest.raises(AdvisorError) as caught:
            rekey(profile, new_keys(profile, (device(profile.folder), recovery())), lambda _: None)
    assert caught.value.problem is Problem.DATABASE_LOCKED
    assert profile.data_key == old
    assert_whole(open_profile(profile.folder))


def test_nobody_settles_a_rekey_that_is_under_way(profile: Profile) -> None:
    new = new_keys(profile, (device(profile.folder), recovery()))
    before = profile.keyslots
    with alone(profile.folder):
        profile.write_slots(replace(before, next=new.keyslots.slots))
        with pytest.raises(AdvisorError) as caught:
            open_profile(profile.folder)
    assert caught.value.problem is Problem.DATABASE_LOCKED
    assert read_keyslots(profile.folder / FILE_NAME).next == new.keyslots.slots
    assert open_profile(profile.folder).keyslots == before


class _CutOffError(Exception):
    pass


def cut_off(monkeypatch: pytest.MonkeyPatch, profile: Profile, new: Unlocked, step: str) -> None:
    """Change the keys as far as to a step."""

    def cut(*_: object) -> None:
        raise _CutOffError

    with monkeypatch.context() as patched:
        patched.setattr(module, step, cut)
        with pytest.raises(_CutOffError):
            rekey(profile, new, lambda _: None)


@pytest.mark.parametrize("step", ["_rekey_database", "_reseal_files", "finish_rekey"])
def test_cut_off_at_any_step_the_next_opening_finishes_it(
    profile: Profile, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    new = new_keys(profile, (device(profile.folder), recovery()))
    cut_off(monkeypatch, profile, new, step)
    assert read_keyslots(profile.folder / FILE_NAME).next == new.keyslots.slots
    opened = open_profile(profile.folder)
    assert (opened.data_key == new.data_key) is (step != "_rekey_database")
    assert_whole(opened)


def test_a_sheet_that_is_out_of_date_is_no_damaged_file(profile: Profile, monkeypatch: pytest.MonkeyPatch) -> None:
    other = RandomSecret(SlotKind.RECOVERY, b"8" * 26)
    cut_off(monkeypatch, profile, new_keys(profile, (device(profile.folder), other)), "finish_rekey")
    with pytest.raises(AdvisorError) as caught:
        open_profile(profile.folder, recovery())
    assert caught.value.problem is Problem.KEY_WRONG
    assert open_profile(profile.folder, other).data_key


@pytest.mark.long
def test_killed_at_any_moment_the_old_or_the_new_key_opens_everything(profile: Profile) -> None:
    folder = profile.folder
    begun = time.perf_counter()
    rekey(profile, new_keys(profile, (device(folder), recovery())), lambda _: None)
    one = time.perf_counter() - begun
    keys = {profile.data_key}
    killer = [sys.executable, str(Path(__file__).with_name("killed_while_rekeying.py")), str(folder), SHEET]
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
    kept = 0
    for number in range(KILLS):
        before = open_profile(folder).data_key
        process = subprocess.Popen(killer, env=environment, stdout=subprocess.PIPE)
        assert process.stdout is not None
        process.stdout.readline()
        with process.stdout, pytest.raises(subprocess.TimeoutExpired):
            process.wait(one * 2 * (number + 1) / KILLS)
        process.send_signal(signal.SIGKILL)
        assert process.wait() == -signal.SIGKILL
        opened = open_profile(folder)
        kept += opened.data_key == before
        keys.add(opened.data_key)
        assert_whole(opened)
    assert 0 < kept < KILLS  # some were too early, some too late


def test_slots_and_key_of_a_renewal_show_no_secret(profile: Profile) -> None:
    new: Unlocked = new_keys(profile, (device(profile.folder), recovery()))
    keyslots: Keyslots = new.keyslots
    assert keyslots.kinds == {SlotKind.KEY_FILE, SlotKind.RECOVERY}
    assert keyslots.salt == profile.keyslots.salt
    for secret in (new.data_key, profile.data_key):
        assert repr(secret)[2:-1] not in repr((new, profile))
        assert secret.hex() not in repr((new, profile))


def test_a_rekey_drops_no_way_in_that_was_made_since(profile: Profile) -> None:
    new = new_keys(profile, (device(profile.folder), recovery()))
    other = open_profile(profile.folder)
    other.change_slots(lambda keyslots: keyslots.with_slot(other.data_key, Passphrase("vier kurze Wörter")))
    with pytest.raises(AdvisorError) as caught:
        rekey(profile, new, lambda _: None)
    assert caught.value.problem is Problem.DATABASE_LOCKED
    assert open_profile(profile.folder, Passphrase("vier kurze Wörter")).data_key == other.data_key
