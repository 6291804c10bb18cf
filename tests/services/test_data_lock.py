"""One window, or one command after the other."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from advisor_app.domain.errors import Problem
from advisor_app.services import data_lock
from advisor_app.services.data_lock import Access, hold
from advisor_app.services.workspace import open_workspace
from tests.patience import PATIENCE_SECONDS
from tests.services.conftest import PREFERENCES, refused

CHECKOUT = Path(__file__).resolve().parents[2]
HOLDER = """
import sys
from pathlib import Path
from advisor_app.services.data_lock import Access, hold
with hold(Path(sys.argv[1]), Access[sys.argv[2]]):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def short_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data_lock, "WINDOW_WAIT_SECONDS", 0.1)
    monkeypatch.setattr(data_lock, "COMMAND_WAIT_SECONDS", 0.1)


def holder(folder: Path, access: Access) -> subprocess.Popen[str]:
    """Start another program that holds the folder until its input ends."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder), access.name],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def enter(folder: Path, access: Access) -> None:
    with hold(folder, access):
        pass


@pytest.mark.parametrize("wanted", [Access.WINDOW, Access.WRITE])
def test_an_open_window_keeps_windows_and_writers_out(tmp_path: Path, wanted: Access) -> None:
    with holder(tmp_path, Access.WINDOW) as window:
        error = refused(lambda: enter(tmp_path, wanted), Problem.DATA_IN_USE)
        assert error.details["folder"] == str(tmp_path)
        enter(tmp_path, Access.READ)
        window.communicate()
    enter(tmp_path, wanted)


@pytest.mark.parametrize("wanted", [Access.WINDOW, Access.WRITE])
def test_a_writing_command_keeps_windows_and_writers_waiting(tmp_path: Path, wanted: Access) -> None:
    with holder(tmp_path, Access.WRITE) as command:
        refused(lambda: enter(tmp_path, wanted), Problem.DATA_IN_USE)
        command.communicate()
    enter(tmp_path, wanted)


def test_the_lock_of_a_killed_window_is_gone(tmp_path: Path) -> None:
    with holder(tmp_path, Access.WINDOW) as window:
        window.kill()
        window.wait()
        enter(tmp_path, Access.WINDOW)


def test_commands_wait_for_each_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data_lock, "COMMAND_WAIT_SECONDS", 30)
    with holder(tmp_path, Access.WRITE) as command:
        waiting = threading.Thread(target=enter, args=(tmp_path, Access.WRITE))
        waiting.start()
        command.communicate()
        waiting.join(timeout=PATIENCE_SECONDS)
        assert not waiting.is_alive()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "datei").touch()
    refused(lambda: enter(tmp_path / "datei" / "daten", Access.WRITE), Problem.FILE_NOT_WRITABLE)


def test_a_workspace_holds_its_folder_until_it_is_closed(tmp_path: Path) -> None:
    workspace = open_workspace(tmp_path, PREFERENCES, access=Access.WINDOW)
    refused(lambda: open_workspace(tmp_path, PREFERENCES, access=Access.WRITE), Problem.DATA_IN_USE)
    open_workspace(tmp_path, PREFERENCES).close()
    workspace.close()
    open_workspace(tmp_path, PREFERENCES, access=Access.WRITE).close()


def test_a_folder_that_cannot_be_opened_is_set_free(tmp_path: Path) -> None:
    file = tmp_path / "beraterkoffer.sqlite"
    file.write_bytes(b"kein SQLite" * 500)
    refused(lambda: open_workspace(tmp_path, PREFERENCES, access=Access.WINDOW), Problem.KEYSLOTS_MISSING)
    file.unlink()
    open_workspace(tmp_path, PREFERENCES, access=Access.WINDOW).close()
