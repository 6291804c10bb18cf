"""Whatever lies in place of the database or its keys: a sentence at once, nothing changed, nothing waited for."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.storage.keyslot_file import FILE_NAME as KEYSLOTS_NAME
from advisor_app.storage.profile import DATABASE_NAME, open_profile
from tests.profiles import database_of

POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")


def a_folder(path: Path) -> None:
    path.mkdir()


def a_loop(path: Path) -> None:
    path.symlink_to(path)


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def a_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


ODD = [
    a_folder,
    pytest.param(a_loop, marks=POSIX),
    pytest.param(a_pipe, marks=POSIX),
    pytest.param(a_device, marks=POSIX),
]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if not path.name.endswith(".lock"))


@pytest.mark.parametrize("name", [DATABASE_NAME, KEYSLOTS_NAME])
@pytest.mark.parametrize("put", ODD)
def test_what_is_no_file_is_refused(tmp_path: Path, put: Callable[[Path], None], name: str) -> None:
    database_of(tmp_path).close()
    (tmp_path / name).unlink()
    put(tmp_path / name)
    before = names(tmp_path)
    with pytest.raises(AdvisorError) as caught:
        database_of(tmp_path)
    assert caught.value.problem is Problem.NOT_A_FILE
    assert caught.value.details["file"] == str(tmp_path / name)
    assert names(tmp_path) == before


@pytest.mark.parametrize("put", ODD)
def test_in_a_new_folder_too(tmp_path: Path, put: Callable[[Path], None]) -> None:
    put(tmp_path / DATABASE_NAME)
    with pytest.raises(AdvisorError) as caught:
        database_of(tmp_path)
    assert caught.value.problem is Problem.NOT_A_FILE
    assert names(tmp_path) == [DATABASE_NAME]


@pytest.mark.parametrize("put", ODD)
def test_a_key_file_that_is_none_leaves_the_other_ways_in(tmp_path: Path, put: Callable[[Path], None]) -> None:
    database_of(tmp_path).close()
    (tmp_path / "profile.key").unlink()
    put(tmp_path / "profile.key")
    with pytest.raises(AdvisorError) as caught:
        open_profile(tmp_path)
    assert caught.value.problem is Problem.PROFILE_LOCKED


def test_a_link_to_a_database_elsewhere_is_followed(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    database_of(folder).close()
    (folder / DATABASE_NAME).rename(tmp_path / "elsewhere")
    (folder / DATABASE_NAME).symlink_to(tmp_path / "elsewhere")
    database_of(folder).close()


@POSIX
def test_keys_that_are_linked_to_nothing_are_missing_and_not_made_anew(tmp_path: Path) -> None:
    database_of(tmp_path).close()
    (tmp_path / KEYSLOTS_NAME).unlink()
    (tmp_path / KEYSLOTS_NAME).symlink_to(tmp_path / "gone")
    with pytest.raises(AdvisorError) as caught:
        database_of(tmp_path)
    assert caught.value.problem is Problem.KEYSLOTS_MISSING


@pytest.mark.parametrize("left", [0, 7, 16, 600])
def test_a_database_that_was_cut_is_damaged_and_never_filled_anew(tmp_path: Path, left: int) -> None:
    database_of(tmp_path).close()
    file = tmp_path / DATABASE_NAME
    file.write_bytes(file.read_bytes()[:left])
    with pytest.raises(AdvisorError) as caught:
        database_of(tmp_path)
    assert caught.value.problem is Problem.DATABASE_DAMAGED
    assert file.stat().st_size == left


@POSIX
def test_a_command_over_a_pipe_ends_with_a_sentence(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / DATABASE_NAME)
    command = [sys.executable, "-m", "advisor_app", "--data", str(tmp_path), "case", "list"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 1
    assert "keine Datei" in done.stderr
