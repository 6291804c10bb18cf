"""Modules are imported without being read by the Qt bindings."""

import subprocess
import sys

IMPORTS = """
import linecache
import advisor_app.ui
linecache.clearcache()
import PySide6.QtSvg, PySide6.QtWidgets
import advisor_app.ui.shell.main_window, sqlmodel
print(sum(name.endswith(".py") for name in linecache.cache), PySide6.QtWidgets.QLabel.__name__)
"""


def test_no_source_is_read_when_modules_are_imported() -> None:
    finished = subprocess.run([sys.executable, "-c", IMPORTS], capture_output=True, text=True, check=False)
    assert (finished.stdout, finished.returncode) == ("0 QLabel\n", 0), finished.stderr
