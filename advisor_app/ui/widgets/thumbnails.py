"""Small pictures of evidence: decrypted and decoded off the GUI thread, kept in memory only and never too many."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from advisor_app.domain.errors import AdvisorError
from advisor_app.ui.shell.background import BackgroundLane, Job
from advisor_app.ui.shell.page import PageContext

LONGEST_EDGE = 384
"""Pixels of a small picture: enough for a tile on a screen of double density."""
MAXIMUM_BYTES = 64 * 1024 * 1024
_AT_ONCE = 6

Loaded = list[tuple[str, QImage | None]]


class Thumbnails(QObject):
    """One store for all pages over a lane. ``arrived`` names the digest of a picture that was asked for."""

    arrived = Signal(str)

    def __init__(self, context: PageContext) -> None:
        super().__init__(context.lane)
        self._context = context
        self._lane = BackgroundLane(self)  # its own, so that pictures appear while others are taken in
        self._kept: OrderedDict[str, QImage | None] = OrderedDict()
        self._bytes = 0
        self._wanted: dict[str, None] = {}
        self._busy = False

    @classmethod
    def of(cls, context: PageContext) -> Thumbnails:
        """The store of a window."""
        return context.lane.findChild(cls) or cls(context)

    @property
    def kept_bytes(self) -> int:
        """How much memory the pictures take."""
        return self._bytes

    def get(self, digest: str) -> QImage | None:
        """The small picture; None while it is on its way and for good where its file is missing or damaged."""
        if digest in self._kept:
            self._kept.move_to_end(digest)
            return self._kept[digest]
        self._wanted.pop(digest, None)
        self._wanted[digest] = None  # what was asked for last is on screen now
        self._load()
        return None

    def is_broken(self, digest: str) -> bool:
        """Whether there is no picture to be had."""
        return digest in self._kept and self._kept[digest] is None

    def large(self, digest: str, longest_edge: int, show: Callable[[tuple[str, QImage | None]], None]) -> None:
        """Hand over one picture for a larger place, None where it cannot be read; ``show`` is a widget's method."""
        job = self._lane.run(lambda _job: (digest, self._read(digest, longest_edge)))
        job.succeeded.connect(show)

    def _load(self) -> None:
        if self._busy or not self._wanted:
            return
        self._busy = True
        digests = [self._wanted.popitem()[0] for _ in range(min(_AT_ONCE, len(self._wanted)))]

        def work(job: Job[Loaded]) -> Loaded:
            loaded: Loaded = []
            for digest in digests:
                job.checkpoint()
                loaded.append((digest, self._read(digest, LONGEST_EDGE)))
            return loaded

        job = self._lane.run(work)
        job.succeeded.connect(self._on_job_succeeded)
        job.ended.connect(self._on_job_ended)

    def _read(self, digest: str, longest_edge: int) -> QImage | None:
        try:
            pixels = self._context.workspace.evidence.pixels(digest, longest_edge)
        except AdvisorError:
            return None
        image = QImage(pixels.rgba, pixels.width, pixels.height, 4 * pixels.width, QImage.Format.Format_RGBA8888)
        return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)  # which owns its bytes

    def _on_job_succeeded(self, loaded: Loaded) -> None:
        for digest, image in loaded:
            self._kept[digest] = image
            self._bytes += 0 if image is None else image.sizeInBytes()
        while self._bytes > MAXIMUM_BYTES:
            _, image = self._kept.popitem(last=False)
            self._bytes -= 0 if image is None else image.sizeInBytes()
        for digest, _ in loaded:
            self.arrived.emit(digest)

    def _on_job_ended(self) -> None:
        self._busy = False
        self._load()
