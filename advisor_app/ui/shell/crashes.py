"""A bug of the program: first what is typed is saved, then it is written down, then it is said."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from advisor_app.ui.shell.crash_dialog import CrashDialog
    from advisor_app.ui.shell.theming import Theming


class Crashes:
    """Tells of the bugs of one window; one that comes while another is told is only written down."""

    def __init__(self, folder: Path, theming: Theming, window: QWidget) -> None:
        self._folder = folder
        self._theming = theming
        self._window = window
        self._is_telling = False
        self._dialog: CrashDialog | None = None

    def tell(self, error: BaseException, save: Callable[[], bool], *, has_case: bool) -> None:
        """Tell of a bug; ``save`` says whether everything that was typed is on disk, and may fail itself."""
        file = self._write_down(error)
        if self._is_telling or self._dialog is not None:
            return
        self._is_telling = True
        try:
            is_saved = self._save(save)
        finally:
            self._is_telling = False
        from advisor_app.ui.shell.crash_dialog import CrashDialog, Kept

        kept = Kept.ALL if not has_case else Kept.TYPED if is_saved else Kept.NOT_TYPED
        self._dialog = CrashDialog(self._theming, error, kept, file, self._window)
        self._dialog.finished.connect(self._on_dialog_finished)
        self._dialog.open()

    def _save(self, save: Callable[[], bool]) -> bool:
        try:
            return save()
        except Exception as error:  # noqa: BLE001  # the page itself may be what is broken
            self._write_down(error)
            return False

    def _write_down(self, error: BaseException) -> Path | None:
        from advisor_app.services.fault_log import describe, write_down

        if sys.stderr is not None:
            sys.stderr.write(describe(error))
        return write_down(self._folder, error, datetime.now(UTC))

    def _on_dialog_finished(self) -> None:
        self._dialog = None
