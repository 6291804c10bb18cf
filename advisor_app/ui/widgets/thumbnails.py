"""Small pictures of evidence: decrypted and decoded off the GUI thread, kept in memory only and never too many."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from advisor_app.domain.errors import AdvisorError
from advisor_app.ui.shell.background import BackgroundLane, Job
from advisor_app.ui.shell.page import PageContext

LONGEST_EDGE = 384
"""Pixels of a small picture: enough for a tile on a screen of double density."""
MAXIMUM_BYTES = 64 * 1024 * 1024
_AT_ONCE = 6

Source = str | Path
"""A kept photo by its digest, or a picture that is not taken in by its file."""
Loaded = list[tuple[Source, QImage | None]]


class Thumbnails(QObject):
    """One store for all pages over a lane. ``arrived`` names the source of a picture that was asked for."""

    arrived = Signal(object)  # Source

    def __init__(self, context: PageContext) -> None:
        super().__init__(context.lane)
        self._context = context
        self._lane = BackgroundLane(self)  # its own, so that pictures appear while others are taken in
        self._kept: OrderedDict[Source, QImage | None] = OrderedDict()
        self._bytes = 0
        self._wanted: dict[Source, None] = {}
        self._coming: list[Source] = []  # what is on its way; another list means that nobody waits for it any more

    @classmethod
    def of(cls, context: PageContext) -> Thumbnails:
        """The store of a window; what was kept of another profile or before it was locked is dropped."""
        store = context.lane.findChild(cls) or cls(context)
        if store._context.workspace is not context.workspace:  # noqa: SLF001  # of its own kind
            store.clear()
            store._context = context  # noqa: SLF001 — of its own kind
        return store

    @property
    def kept_bytes(self) -> int:
        """How much memory the pictures take."""
        return self._bytes

    def clear(self) -> None:
        """Drop all pictures, as when the profile is locked."""
        self._kept.clear()
        self._wanted.clear()
        self._bytes = 0
        self._coming = []

    def get(self, source: Source) -> QImage | None:
        """The small picture; None while it is on its way and for good where its file is missing or damaged."""
        if source in self._kept:
            self._kept.move_to_end(source)
            return self._kept[source]
        if source not in self._coming:
            self._wanted.pop(source, None)
            self._wanted[source] = None  # what was asked for last is on screen now
            self._load()
        return None

    def is_broken(self, source: Source) -> bool:
        """Whether there is no picture to be had."""
        return source in self._kept and self._kept[source] is None

    def large(
        self, source: Source, longest_edge: int, receiver: QObject, show: Callable[[Source, QImage | None], None]
    ) -> None:
        """Hand one picture for a larger place to a widget's ``show``, None where it cannot be read."""
        job = self._lane.run(lambda _job: self._read(source, longest_edge), needed_by=receiver)
        job.tell(receiver, succeeded=partial(show, source))

    def _load(self) -> None:
        if self._coming or not self._wanted:
            return
        sources = self._coming = [self._wanted.popitem()[0] for _ in range(min(_AT_ONCE, len(self._wanted)))]

        def work(job: Job[Loaded]) -> Loaded:
            loaded: Loaded = []
            for source in sources:
                job.checkpoint()
                loaded.append((source, self._read(source, LONGEST_EDGE)))
            return loaded

        job = self._lane.run(work)
        job.tell(
            self,
            succeeded=partial(self._on_job_succeeded, sources),
            ended=partial(self._on_job_ended, sources),
        )

    def _read(self, source: Source, longest_edge: int) -> QImage | None:
        room = self._context.workspace.evidence
        try:
            if isinstance(source, Path):
                pixels = room.preview(source, longest_edge)
            else:
                pixels = room.pixels(source, longest_edge)
        except AdvisorError:
            return None
        image = QImage(pixels.rgba, pixels.width, pixels.height, 4 * pixels.width, QImage.Format.Format_RGBA8888)
        return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)  # which owns its bytes

    def _on_job_succeeded(self, sources: list[Source], loaded: Loaded) -> None:
        if sources is not self._coming:
            return
        for source, image in loaded:
            self._kept[source] = image
            self._bytes += 0 if image is None else image.sizeInBytes()
        while self._bytes > MAXIMUM_BYTES:
            _, image = self._kept.popitem(last=False)
            self._bytes -= 0 if image is None else image.sizeInBytes()
        for source, _ in loaded:
            self.arrived.emit(source)

    def _on_job_ended(self, sources: list[Source]) -> None:
        if sources is self._coming:
            self._coming = []
            self._load()
