"""The chapter that is read: links lead on, hits are marked, and it follows theme, zoom and width."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QImage, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from advisor_app.domain.handbook import Chapter, Place, occurrences
from advisor_app.override import override
from advisor_app.ui.handbook.chapter_writer import TOP, ChapterWriter, ScaledPicture, put
from advisor_app.ui.shell.background import BackgroundLane, Job
from advisor_app.ui.shell.theming import Theming

_WIDEST = 720
_SETTLED_MS = 60
"""How long the window stands still before pictures are scaled to its new width."""


class ChapterView(QTextBrowser):
    """``link_chosen`` tells the place that a link leads to, ``hit_changed`` the number of the hit that is shown."""

    link_chosen = Signal(object)
    hit_changed = Signal()

    def __init__(self, theming: Theming, lane: BackgroundLane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._lane = lane
        self._loading: Job[list[tuple[str, QImage]]] | None = None
        self._chapter: Chapter | None = None
        self._words: Sequence[str] = ()
        self._hits: list[QTextCursor] = []
        self._hit = -1
        self._top = 0  # what stands at the upper edge when the width begins to change
        self._written_width = 0
        self._resized = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self.setOpenLinks(False)
        self.setTabChangesFocus(False)  # Tab goes from link to link, and on after the last one
        self.setProperty("kind", "reading")
        self.setProperty("own-focus", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A bar that comes and goes while a chapter is set would change its width, and that would set it again.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName(self.tr("Text des Kapitels"))
        self.anchorClicked.connect(self._on_self_anchor_clicked)
        self._resized.timeout.connect(self._on_resized)
        theming.changed.connect(self._on_theming_changed)

    @property
    def chapter(self) -> Chapter | None:
        """What is shown."""
        return self._chapter

    @property
    def hits(self) -> int:
        """How many places of the chapter hold a word that is searched."""
        return len(self._hits)

    @property
    def hit(self) -> int:
        """Which of them is shown, from 1; 0 for none."""
        return self._hit + 1

    @property
    def scrolled(self) -> int:
        """How far the chapter is scrolled."""
        return self.verticalScrollBar().value()

    def show_chapter(self, chapter: Chapter, anchor: str = "", scrolled: int | None = None) -> None:
        """Show a chapter from a heading on, or as it was scrolled."""
        if chapter is not self._chapter or self._resized.isActive():
            self._resized.stop()
            self._hit = -1
            self._chapter = chapter
            self._write()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        if scrolled is None:
            self.scrollToAnchor(anchor or TOP)
        else:
            self.verticalScrollBar().setValue(scrolled)

    def mark(self, words: Sequence[str]) -> None:
        """Mark folded words wherever they stand."""
        self._words = words
        self._hit = -1
        self._find()
        self._show_marks()

    def show_hit(self, hit: int) -> None:
        """Bring a hit into sight, counted from 1."""
        self._hit = hit - 1
        cursor = QTextCursor(self._hits[self._hit])
        cursor.setPosition(cursor.selectionStart())
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self._show_marks()

    @property
    def place_of_hit(self) -> Place | None:
        """The section in which the hit that is shown stands, None without one."""
        if self._chapter is None or not self.hit:
            return None
        block = self._hits[self._hit].block()
        while block.isValid():
            for part in block.textFormats():
                if names := part.format.anchorNames():
                    return Place(self._chapter.name, "" if names[0] == TOP else names[0])
            block = block.previous()
        return Place(self._chapter.name)

    def first_hit_after(self, anchor: str) -> int:
        """The first hit below a heading, counted from 1; 0 without one."""
        begin = self._position_of(anchor) if anchor else 0
        return next((number for number, hit in enumerate(self._hits, 1) if hit.selectionStart() >= begin), 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        if not self._resized.isActive():
            self._top = self._top_position()
        self._fit()
        super().resizeEvent(event)
        self._resized.start()

    def _top_position(self) -> int:
        return self.cursorForPosition(QPoint(0, 0)).position()

    def _position_of(self, anchor: str) -> int:
        block = self.document().begin()
        while block.isValid():
            if any(anchor in part.format.anchorNames() for part in block.textFormats()):
                return block.position()
            block = block.next()
        return 0

    def _line_width(self) -> int:
        return max(min(self.viewport().width(), self._theming.scaled(_WIDEST)), 1)

    def _write(self) -> None:
        if self._chapter is None:
            return
        self._fit()
        self._written_width = self._line_width()
        ratio = self.devicePixelRatioF()
        writer = ChapterWriter(self._theming, self.document(), self._chapter, self._written_width, ratio)
        writer.write()
        self._load(writer.pictures)
        self._find()
        self._show_marks()

    def _load(self, pictures: Sequence[ScaledPicture]) -> None:
        """Load what the chapter shows in the background; what was still to come for an older one is not needed."""
        if self._loading is not None:
            self._loading.drop(self)
        line = self._theming.colour("line")
        self._loading = job = self._lane.run(
            lambda _: [(picture.name, picture.load(line)) for picture in pictures], needed_by=self
        )
        job.tell(self, succeeded=self._on_loaded)

    def _on_loaded(self, pictures: Sequence[tuple[str, QImage]]) -> None:
        self._loading = None
        for name, image in pictures:
            put(self.document(), name, image)
        self.viewport().update()

    def _write_again(self, top: int) -> None:
        """Write the same chapter anew; what stood at the upper edge stands there again."""
        if self._chapter is None:
            return
        self._write()
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(top, self.document().characterCount() - 1))
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(cursor).top())

    def _find(self) -> None:
        self._hits = []
        if not self._words:
            return
        block = self.document().begin()
        while block.isValid():
            for begin, end in occurrences(block.text(), self._words):
                cursor = QTextCursor(block)
                cursor.setPosition(block.position() + begin)
                cursor.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
                self._hits.append(cursor)
            block = block.next()

    def _show_marks(self) -> None:
        marks = []
        for number, cursor in enumerate(self._hits):
            mark = QTextEdit.ExtraSelection()
            mark.cursor = cursor
            shown = number == self._hit
            mark.format.setBackground(self._theming.colour("primary" if shown else "amber_soft"))
            mark.format.setForeground(self._theming.colour("on_primary" if shown else "ink"))
            marks.append(mark)
        self.setExtraSelections(marks)
        self.hit_changed.emit()

    def _fit(self) -> None:
        """Lines stay short enough to be read, however wide the window is."""
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setLineWrapColumnOrWidth(self._line_width())

    def _on_resized(self) -> None:
        if self._line_width() != self._written_width:
            self._write_again(self._top)

    def _on_theming_changed(self) -> None:
        self._write_again(self._top_position())

    def _on_self_anchor_clicked(self, url: QUrl) -> None:
        decoded = QUrl.ComponentFormattingOption.FullyDecoded
        self.link_chosen.emit(Place(url.path(decoded), url.fragment(decoded)))
