"""A case file that the program was started with: its contents are shown once the data are open."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QFileOpenEvent

from advisor_app.domain.case_file import is_case_file
from advisor_app.override import override

if TYPE_CHECKING:
    from advisor_app.ui.shell.main_window import MainWindow


class WantedCaseFile(QObject):
    """Waits until the window is ready; of several files the last one counts.

    On macOS a double click comes as an event of the application, also to a window that is open.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._file: Path | None = None
        window.ready.connect(self._show)
        application = QCoreApplication.instance()
        if sys.platform == "darwin" and application is not None:
            application.installEventFilter(self)

    def want(self, file: Path) -> None:
        """Show what is in a case file now, or as soon as the data are open; nothing is taken in by that."""
        self._file = file
        self._show()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and is_case_file(Path(event.file())):
            self.want(Path(event.file()))
            return True
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        if self._file is not None and self._window.is_ready:
            file, self._file = self._file, None
            self._window.show_page("case-import", str(file))
