"""What is left where making or copying a backup fails, is stopped or killed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from advisor_app.domain.backup import Backup
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.storage.backup_check import check_backup
from advisor_app.storage.backups import backup_folders, copy_backup, create_backup, list_backups
from advisor_app.storage.profile import DATABASE_NAME, Profile
from tests.storage.backups.conftest import CHECKOUT, problem_of


def test_a_backup_that_changed_on_the_way_is_not_copied(backup: Backup, tmp_path: Path) -> None:
    (backup.folder / DATABASE_NAME).write_bytes(b"x" * backup.pieces[DATABASE_NAME].size)
    assert problem_of(copy_backup, backup, tmp_path / "stick") is Problem.BACKUP_FAILED
    assert backup_folders(tmp_path / "stick") == []
    assert not list((tmp_path / "stick").glob("*.part"))


def test_a_place_that_goes_away_in_the_middle_is_told(profile: Profile, backup: Backup, tmp_path: Path) -> None:
    place = tmp_path / "stick"

    def unplug(_share: float) -> None:
        shutil.rmtree(place)

    assert problem_of(copy_backup, backup, place, unplug) is Problem.BACKUP_FAILED
    check_backup(backup, profile.database_key)


def test_stopping_leaves_nothing(profile: Profile, backup: Backup) -> None:
    def stop(_share: float) -> None:
        raise AdvisorError(Problem.CANCELLED)

    assert problem_of(create_backup, profile, report=stop) is Problem.CANCELLED
    assert [path.name for path in backup.folder.parent.iterdir() if path.is_dir()] == [backup.name]


def test_what_a_kill_left_is_removed_by_the_next_one(profile: Profile, backup: Backup) -> None:
    left = backup.folder.with_name("2026-09-14T06-30-00Z.part")
    left.mkdir()
    (left / DATABASE_NAME).write_bytes(b"half")
    create_backup(profile)
    assert not left.exists()


def test_a_full_disk_leaves_nothing_and_the_earlier_ones(profile: Profile, backup: Backup, tmp_path: Path) -> None:
    """A limit on the size of files stands for the full disk: both end with an error in the middle of a write."""
    script = """
import resource, sys
from pathlib import Path
from advisor_app.domain.errors import AdvisorError
from advisor_app.storage.backups import create_backup
from advisor_app.storage.profile import open_profile
import signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
profile = open_profile(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
try:
    create_backup(profile, Path(sys.argv[2]))
except AdvisorError as error:
    print(error.problem.value)
"""
    for place in (backup.folder.parent, tmp_path / "stick"):
        command = [sys.executable, "-c", script, str(profile.folder), str(place)]
        environment = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
        done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
        assert (done.stdout, done.stderr) == ("backup-failed\n", "")
        assert not list(place.glob("*.part"))
    check_backup(backup, profile.database_key)


def test_a_place_that_is_a_file_is_told(profile: Profile, tmp_path: Path) -> None:
    (tmp_path / "stick").touch()
    assert problem_of(create_backup, profile, tmp_path / "stick") is Problem.BACKUP_FAILED


@pytest.mark.parametrize("after", [0.0, 0.01, 0.03, 0.06, 0.1, 0.2])
def test_a_kill_in_the_middle_leaves_whole_backups_only(profile: Profile, after: float) -> None:
    script = """
import sys
from pathlib import Path
from advisor_app.storage.backups import create_backup
from advisor_app.storage.profile import open_profile
profile = open_profile(Path(sys.argv[1]))
print("ready", flush=True)
while True:
    create_backup(profile)
"""
    command = [sys.executable, "-c", script, str(profile.folder)]
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as process:
        assert process.stdout is not None
        process.stdout.readline()
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(after)
        process.kill()
    place = profile.folder / "backups"
    sound, unreadable = list_backups(place)
    assert not unreadable
    for one in sound:
        check_backup(one, profile.database_key)
    create_backup(profile)
    assert not list(place.glob("*.part"))
