"""Records of a case that go out as a file and come back from one: read and written in the background."""

from __future__ import annotations

from collections.abc import Callable, Sized
from pathlib import Path
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject

from advisor_app.domain.errors import AdvisorError
from advisor_app.services.session import CaseSession
from advisor_app.texts.errors import sentence
from advisor_app.ui.shell.page import CasePage

R = TypeVar("R")


class Imported(Protocol):
    """What a file did: which records it added and which it changed."""

    @property
    def added(self) -> Sized:
        """Records that were not there."""
        ...

    @property
    def changed(self) -> Sized:
        """Records that were there and are others now."""
        ...


class FileExchange(QObject):
    """Reads and writes files for a page, and lets the page say what came of it."""

    def __init__(self, page: CasePage) -> None:
        super().__init__(page)
        self._page = page

    def bring(self, read: Callable[[], R], take: Callable[[CaseSession, R], Imported]) -> None:
        """Read a file in the background, and take what it says over in one step."""
        page = self._page
        page.tried.emit()
        job = page.context.lane.run(lambda _job: read(), needed_by=self)
        job.tell(self, succeeded=lambda found: self._take(found, take), refused=self._on_refused)

    def save(self, write: Callable[[Path], object], path: Path) -> None:
        """Write a file in the background."""
        page = self._page
        page.tried.emit()
        job = page.context.lane.run(lambda _job: write(path))
        words = self.tr("Gespeichert in {path}.").format(path=path)
        job.tell(self, succeeded=lambda _: page.noticed.emit(words), refused=self._on_refused)

    def _take(self, found: R, take: Callable[[CaseSession, R], Imported]) -> None:
        page = self._page
        if not page.flush():  # somebody may have typed meanwhile
            return
        result = page.bridge.perform(lambda session: take(session, found))
        if result is not None:
            words = self.tr("Eingelesen: {added} neu, {changed} geändert. Strg+Z nimmt alles davon zurück.")
            page.noticed.emit(words.format(added=len(result.added), changed=len(result.changed)))

    def _on_refused(self, error: AdvisorError) -> None:
        self._page.warned.emit(sentence(error, self._page.context.workspace.texts))
