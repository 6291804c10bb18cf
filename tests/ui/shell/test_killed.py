"""A window that is killed: the next one opens as if nothing had happened, says so, and leads to the last change."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.changes import AnswerSet
from advisor_app.services.last_run import FILE_NAME
from advisor_app.services.workspace import open_workspace
from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.main_window import MainWindow
from advisor_app.ui.shell.theming import Theming
from tests.profiles import make_recoverable
from tests.ui.conftest import COMMUNE, PREFERENCES

CHECKOUT = Path(__file__).resolve().parents[3]
WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from advisor_app import app
from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.changes import AnswerSet
from advisor_app.services.last_run import FILE_NAME
from advisor_app.services.preferences import Preferences
from advisor_app.ui.shell.main_window import MainWindow

folder = Path(sys.argv[1])

class Working(MainWindow):
    def work(self):
        if not (folder / FILE_NAME).exists():
            QTimer.singleShot(20, self.work)
            return
        self.open_case(sys.argv[2], "assessment")
        (assessment,) = self.bridge.case.assessments
        answer = Answer(state=AnswerState.ANSWERED, level=3)
        assert self.bridge.edit(AnswerSet(assessment, "4.1.2", None, answer))
        print(self.status.saved_text, flush=True)

    def __init__(self, *arguments, **named):
        super().__init__(*arguments, **named)
        self.ready.connect(lambda: QTimer.singleShot(0, self.work))

app.MainWindow = Working
sys.exit(app.run(folder, Preferences()))
"""


@pytest.fixture
def case(tmp_path: Path) -> tuple[Path, str]:
    folder = make_recoverable(tmp_path / "data")
    workspace = open_workspace(folder, PREFERENCES)
    session = workspace.cases.create(COMMUNE, ("M4",))
    (assessment,) = session.case.assessments
    session.apply(AnswerSet(assessment, "4.1.1", None, Answer(state=AnswerState.ANSWERED, level=1)))
    workspace.close()
    return folder, session.case.id


def test_a_killed_window_is_told_with_its_last_change(qtbot: QtBot, case: tuple[Path, str], theming: Theming) -> None:
    folder, case_id = case
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", WINDOW, str(folder), case_id]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as window:
        assert window.stdout is not None
        said = window.stdout.readline()
        window.send_signal(signal.SIGKILL if os.name != "nt" else signal.SIGTERM)
    assert said.startswith("gesichert")
    assert (folder / FILE_NAME).exists()

    next_window = MainWindow(lambda _profile=None, /: open_workspace(folder, PREFERENCES), folder, PREFERENCES, theming)
    qtbot.addWidget(next_window)
    with qtbot.waitSignal(next_window.ready):
        next_window.show()
    qtbot.waitUntil(lambda: bool(next_window.notice.text))
    assert "nicht ordentlich beendet" in next_window.notice.text
    assert "Antwort 4.1.2." in next_window.notice.text
    qtbot.mouseClick(next_window.notice.action_button, Qt.MouseButton.LeftButton)
    assert next_window.stack.shown == "assessment"
    assert next_window.bridge is not None
    (assessment,) = next_window.bridge.case.assessments
    assert next_window.bridge.case.answers[assessment]["4.1.2"].level == 3
    qtbot.waitUntil(lambda: not next_window.findChildren(Job))
    next_window.close()
    assert not (folder / FILE_NAME).exists()
