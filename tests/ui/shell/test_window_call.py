"""A second start brings the first window to the front and ends; real programs, a real socket."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from advisor_app.app import make_window
from advisor_app.services import data_lock
from advisor_app.services.data_lock import Access, hold, is_window_open
from advisor_app.services.preferences import Preferences
from advisor_app.ui.shell import window_call
from advisor_app.ui.shell.main_window import MainWindow
from advisor_app.ui.shell.wanted_case_file import WantedCaseFile
from advisor_app.ui.shell.window_call import SHOW, WindowCall, _name_of, bring_to_front, call_window
from tests.patience import PATIENCE_MS, PATIENCE_SECONDS
from tests.ui.conftest import said

CHECKOUT = Path(__file__).resolve().parents[3]
CALLER = """
import sys
from pathlib import Path
from advisor_app.ui.shell import window_call
window_call.ANSWER_MS = 120_000  # on a busy machine both need their time
sys.exit(0 if window_call.call_window(Path(sys.argv[1]), *map(Path, sys.argv[2:])) else 3)
"""
WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from advisor_app import app
from advisor_app.services.preferences import Preferences
from advisor_app.ui.shell import window_call

def told(window):
    print("called", flush=True)
    QTimer.singleShot(0, window.close)

window_call.ANSWER_MS = 120_000
window_call.bring_to_front = told
listen = window_call.WindowCall.listen

def listen_and_tell(call):
    print("listening", listen(call), flush=True)

window_call.WindowCall.listen = listen_and_tell
sys.exit(app.run(Path(sys.argv[1]), Preferences()))
"""
START = """
import sys
from pathlib import Path
from advisor_app import app
from advisor_app.services.preferences import Preferences
from advisor_app.ui.shell import window_call
window_call.ANSWER_MS = 120_000
sys.exit(app.run(Path(sys.argv[1]), Preferences()))
"""


def program(source: str, folder: Path, *files: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", source, str(folder), *map(str, files)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT), "QT_QPA_PLATFORM": "offscreen"},
    )


@pytest.fixture
def call(tmp_path: Path) -> Iterator[WindowCall]:
    """The ear of a window that has the folder."""
    with hold(tmp_path, Access.WINDOW):
        call = WindowCall(tmp_path)
        assert call.listen()
        yield call
        call.close()


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever calls may take as long as a busy machine needs."""
    monkeypatch.setattr(window_call, "ANSWER_MS", PATIENCE_MS)


def test_the_second_start_shows_the_first_window_and_ends(tmp_path: Path) -> None:
    with program(WINDOW, tmp_path) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "listening True\n"
        second = program(START, tmp_path)
        out, errors = second.communicate(timeout=PATIENCE_SECONDS)
        assert (second.returncode, out, errors) == (0, "", "")
        assert first.stdout.readline() == "called\n"
        assert first.communicate(timeout=PATIENCE_SECONDS)[1] == ""
        assert first.returncode == 0


def test_windows_over_other_folders_are_not_called(qtbot: QtBot, call: WindowCall, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    with program(CALLER, other) as caller, qtbot.assertNotEmitted(call.called):
        qtbot.waitUntil(lambda: caller.poll() is not None)
    assert caller.returncode == 3


@pytest.mark.usefixtures("patient")
def test_a_caller_is_answered(qtbot: QtBot, call: WindowCall, tmp_path: Path) -> None:
    with qtbot.waitSignal(call.called):
        caller = program(CALLER, tmp_path)
    qtbot.waitUntil(lambda: caller.poll() is not None)
    assert (caller.communicate(), caller.returncode) == (("", ""), 0)


@pytest.mark.usefixtures("patient")
@pytest.mark.parametrize("name", ["fall.bkcase", "Übergabe an Ämter.BKCASE"])
def test_a_caller_may_name_a_case_file(qtbot: QtBot, call: WindowCall, tmp_path: Path, name: str) -> None:
    with qtbot.waitSignal(call.called) as called:
        caller = program(CALLER, tmp_path, tmp_path / name)
    assert called.args == [tmp_path / name]
    assert (caller.communicate(timeout=PATIENCE_SECONDS), caller.returncode) == (("", ""), 0)


@pytest.mark.parametrize(
    "said",
    [
        *(b"", b"s", b"show", b"SHOW\n", b"show\nshow\n", b"open /etc/passwd\n", b"\x00" * 5, b"x" * 1_000_000),
        *(b"read ", b"read /etc/passwd\n", b"read fall.bkcase\n", b"read /a\n.bkcase\n", b"read /\x00.bkcase\n"),
        b"read /" + b"x" * 1_000_000 + b".bkcase\n",
    ],
)
def test_anything_else_is_dropped_unanswered(qtbot: QtBot, call: WindowCall, tmp_path: Path, said: bytes) -> None:
    stranger = QLocalSocket()
    with qtbot.assertNotEmitted(call.called):
        stranger.connectToServer(_name_of(tmp_path))
        stranger.write(said)
        gone = QLocalSocket.LocalSocketState.UnconnectedState
        qtbot.waitUntil(lambda: stranger.state() is gone)
    assert stranger.bytesAvailable() == 0


@pytest.mark.usefixtures("patient")
def test_a_message_may_come_in_pieces_and_strangers_keep_nobody_out(
    qtbot: QtBot, call: WindowCall, tmp_path: Path
) -> None:
    strangers = [QLocalSocket() for _ in range(10)]
    for stranger in strangers:
        stranger.connectToServer(_name_of(tmp_path))
    caller = QLocalSocket()
    caller.connectToServer(_name_of(tmp_path))
    caller.write(SHOW[:2])
    caller.flush()
    with qtbot.waitSignal(call.called):
        caller.write(SHOW[2:])


def test_without_a_window_nobody_is_called(tmp_path: Path) -> None:
    assert not call_window(tmp_path)
    assert not list(tmp_path.iterdir())
    with hold(tmp_path, Access.WINDOW):
        assert is_window_open(tmp_path)
    assert not is_window_open(tmp_path)


def test_a_window_that_does_not_listen_gets_no_silent_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data_lock, "WINDOW_WAIT_SECONDS", 0.1)
    with hold(tmp_path, Access.WINDOW):
        assert not call_window(tmp_path)


def test_what_a_killed_window_left_is_no_hindrance(tmp_path: Path) -> None:
    with program(WINDOW, tmp_path) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "listening True\n"
        first.kill()
    assert not call_window(tmp_path)
    call = WindowCall(tmp_path)
    assert call.listen()
    call.close()


def test_a_minimised_window_comes_back(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.showMinimized()
    with qtbot.waitActive(window):
        bring_to_front(window)
    assert not window.windowState() & Qt.WindowState.WindowMinimized


def test_a_case_file_is_shown_once_the_data_are_open(qtbot: QtBot, main_window: MainWindow, tmp_path: Path) -> None:
    file = tmp_path / "fremd.bkcase"
    file.write_bytes(b"no case")
    WantedCaseFile(main_window).want(file)
    assert main_window.stack.shown == "case-import"
    qtbot.waitUntil(lambda: bool(main_window.page) and not main_window.lane.is_busy)


def test_a_program_started_with_a_case_file_shows_its_contents(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    window = make_window(qapp, tmp_path / "daten", Preferences())
    qtbot.addWidget(window)
    wanted = WantedCaseFile(window)
    wanted.want(tmp_path / "erste.bkcase")
    wanted.want(tmp_path / "zweite.bkcase")
    with qtbot.waitSignal(window.ready):
        window.show()
    assert window.stack.shown == "case-import"
    qtbot.waitUntil(lambda: "zweite.bkcase" in window.notice.text or "zweite.bkcase" in said(window))
    window.show_page("cases")
    window.ready.emit()  # as after a lock: a file is shown once
    assert window.stack.shown == "cases"


def test_on_a_mac_a_double_click_is_an_event(
    qtbot: QtBot, main_window: MainWindow, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    wanted = WantedCaseFile(main_window)
    monkeypatch.undo()
    for name, shown in (("brief.pdf", "cases"), ("fall.bkcase", "case-import")):
        QCoreApplication.sendEvent(qapp, QFileOpenEvent(str(tmp_path / name)))
        assert main_window.stack.shown == shown
    qapp.removeEventFilter(wanted)
    qtbot.waitUntil(lambda: not main_window.lane.is_busy)
