"""A second start over the same data folder brings the first window to the front, and ends.

The lock of the data folder decides who is first. The call says ``show``, or which case file to show the contents of;
anything else is dropped unread. It goes through a local socket of the system's user, never over a network.
"""

from __future__ import annotations

import hashlib
import os
import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QWidget

from advisor_app.domain.case_file import is_case_file
from advisor_app.services.data_lock import is_window_open

SHOW = b"show\n"
"""What a caller says, and what it is answered."""
READ = b"read "
"""What stands before the path of a case file instead, which ends with the line."""
LONGEST = 8192
"""Bytes of what a caller says at most."""
ANSWER_MS = 1000
"""How long a window may take to answer, and a caller to say what it wants."""


class WindowCall(QObject):
    """Listens beside an open window. Only who holds the folder's lock may listen: it clears what a killed one left."""

    called = Signal(object)  # Path of a case file, or None

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = _name_of(folder)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_server_new_connection)

    def listen(self) -> bool:
        """Begin to listen; False where the system does not allow it, then later starts get a sentence."""
        QLocalServer.removeServer(self._name)
        return self._server.listen(self._name)

    def close(self) -> None:
        """Listen no more."""
        self._server.close()

    def _on_server_new_connection(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.setReadBufferSize(LONGEST + 1)
            caller.disconnected.connect(caller.deleteLater)
            caller.readyRead.connect(partial(self._on_caller_ready_read, caller))
            QTimer.singleShot(ANSWER_MS, caller, caller.abort)
            if caller.bytesAvailable():
                self._on_caller_ready_read(caller)

    def _on_caller_ready_read(self, caller: QLocalSocket) -> None:
        said = bytes(caller.peek(LONGEST + 1).data())
        if len(said) <= LONGEST and b"\n" not in said and _may_begin(said):
            return  # the rest is on its way
        file = _case_file_in(said)
        if said == SHOW or file is not None:
            self.called.emit(file)
            caller.write(SHOW)
            caller.flush()
        caller.readyRead.disconnect()
        caller.disconnectFromServer()


def call_window(folder: Path, file: Path | None = None) -> bool:
    """Ask the window that has the folder to come to the front, with a case file where one is given.

    False where there is none or none answers in time.
    """
    if not is_window_open(folder):
        return False
    window = QLocalSocket()
    window.connectToServer(_name_of(folder))
    if not window.waitForConnected(ANSWER_MS):
        return False
    _allow_to_come_to_the_front()
    window.write(SHOW if file is None else READ + os.fsencode(file) + b"\n")
    window.flush()
    while window.bytesAvailable() < len(SHOW):
        if not window.waitForReadyRead(ANSWER_MS):
            return False
    return bytes(window.read(len(SHOW)).data()) == SHOW


def bring_to_front(window: QWidget) -> None:
    """Show a window before all others, also where it was minimised."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def _may_begin(said: bytes) -> bool:
    return any(word.startswith(said[: len(word)]) for word in (SHOW, READ))


def _case_file_in(said: bytes) -> Path | None:
    """The case file that a caller names, None where it says anything else."""
    if not said.startswith(READ) or said.find(b"\n") != len(said) - 1 or b"\0" in said:
        return None
    file = Path(os.fsdecode(said.removeprefix(READ)[:-1]))
    return file if file.is_absolute() and is_case_file(file) else None


def _name_of(folder: Path) -> str:
    place = os.path.normcase(folder.resolve())
    return f"beraterkoffer-{hashlib.sha256(place.encode(errors='surrogateescape')).hexdigest()[:24]}"


def _allow_to_come_to_the_front() -> None:
    """Windows lets only the program in front put another one there, or one that it allows to."""
    if sys.platform == "win32":
        import ctypes

        any_process = -1
        ctypes.windll.user32.AllowSetForegroundWindow(any_process)
