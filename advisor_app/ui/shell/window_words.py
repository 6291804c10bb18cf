"""What the window says and keeps of words that are not saved, and of a case that takes none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from advisor_app.domain.errors import Problem
    from advisor_app.services.kept_words import KeptWords
    from advisor_app.ui.shell.main_window import MainWindow
    from advisor_app.ui.shell.open_case import OpenCase


class WindowWords(QObject):
    """Tells in status bar and notice how the words of the open case and of the pages' forms stand."""

    def __init__(self, window: MainWindow, case: OpenCase) -> None:
        super().__init__(window)
        self._window = window
        self._case = case
        case.failed.connect(self._on_case_failed)
        case.refused.connect(self._on_case_refused)
        case.held_back.connect(self._on_case_held_back)
        case.typing.connect(window.status.show_writing)
        window.stack.typing.connect(window.status.show_writing)
        window.stack.typing.connect(case.on_typing)
        window.stack.drafts_settled.connect(window.status.refresh)
        window.status.watch_drafts(lambda: window.stack.has_drafts)

    def keep(self) -> KeptWords:
        """Commit what can be committed; returns what cannot, to be put back later."""
        self._window.stack.close_dialogs()
        return self._case.keep()

    def with_late(self, kept: KeptWords) -> KeptWords:
        """What was kept, with the edits of the same case that wait by now: a job may have ended since."""
        bridge = self._case.bridge
        if bridge is None or bridge.case.id != kept.case_id:
            return kept
        return replace(kept, changes=bridge.waiting, people=bridge.waiting_people)

    def unsaved(self) -> str:
        """The words that are not on disk now, to be copied; nothing is tried any more."""
        from advisor_app.services.unsaved_words import all_words

        return all_words(self._case.unsaved())

    def put_back(self, kept: KeptWords) -> None:
        """Enter again what was kept, and tell what could not be entered."""
        from advisor_app.services.unsaved_words import unsaved_words

        self._case.put_back(kept)
        bridge = self._case.bridge
        is_open = bridge is not None and bridge.case.id == kept.case_id
        left = list(filter(None, (*kept.rejected, "" if is_open else unsaved_words(kept.changes))))
        if left:
            self._window.notice.warn(self.tr("Nicht gesichert wurde: {words}").format(words=" – ".join(left)))
        elif kept.drafts:
            self._window.notice.inform(self.tr("Was noch nicht gesichert ist, steht wieder da."))
        self._window.status.refresh()

    def show_reading(self) -> None:
        """Say why the open case can only be read, once: the overview says it by itself."""
        bridge = self._case.bridge
        given = bridge.case.handover if bridge is not None else None
        self._window.status.show_case_reading(reading=given is not None)
        name = given.to if given is not None and self._window.stack.shown != "overview" else ""
        self._window.faults.show_handover(name)

    def forget(self) -> None:
        """The case is closed: what it could not write was saved elsewhere or given up."""
        if not self._window.workspace.is_damaged:
            self._window.status.forget_failure()
        self.show_reading()

    def _on_case_failed(self, problem: Problem) -> None:
        if self._case.is_waiting:
            self._window.faults.on_failed(problem)
        else:
            self._window.status.show_refused()

    def _on_case_refused(self, words: str) -> None:
        self._window.faults.on_refused(words, is_held_up=self._case.is_waiting)

    def _on_case_held_back(self) -> None:
        self._window.notice.warn(
            self.tr(
                "Hier steht etwas, das noch nicht gesichert ist: ein Entwurf oder eine Eingabe, die sich nicht lesen "
                "lässt. Schließen Sie es ab oder verwerfen Sie es. Wenn Sie noch einmal gehen, ist es verloren."
            )
        )
