"""The interpreter survives more calls into Qt than a working day has."""

import subprocess
import sys

CALLS = """
import advisor_app.ui
from PySide6.QtCore import QObject
thing = QObject()
for _ in range(50_000):
    thing.setObjectName("x")
    thing.signalsBlocked()
    thing.parent()
    thing.objectNameChanged.emit("x")
print("alive")
"""


def test_many_calls_leave_the_interpreter_alive() -> None:
    finished = subprocess.run([sys.executable, "-c", CALLS], capture_output=True, text=True, check=False)
    assert (finished.stdout, finished.returncode) == ("alive\n", 0), finished.stderr
