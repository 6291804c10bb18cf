"""The left side: the chapters by their parts, while something is searched the sections that hold it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_app.domain.folding import fold
from advisor_app.domain.handbook import INTRODUCTION, Handbook, Place, Section
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.search_field import SearchField
from advisor_app.ui.widgets.side_list import SideEntry, SideList

_WIDTH = 300
_WIDEST_SHARE = 0.42
"""Of the window: with large type the text keeps the better half."""


class ContentsList(QWidget):
    """``chosen`` tells the place that somebody wants to read."""

    chosen = Signal(object)

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._handbook: Handbook | None = None
        self._found: tuple[Section, ...] = ()
        self.search = SearchField(theming, self.tr("Im Handbuch suchen"), "Ctrl+F")
        self.list = SideList(theming, self.tr("Kapitel"))
        self.nothing = TextLabel(
            theming,
            self.tr("Nichts gefunden. Bitte versuchen Sie ein anderes oder ein kürzeres Wort."),
            "body",
            "secondary",
            wrap=True,
        )
        self.nothing.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 16, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        self.list.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.list.setProperty("own-focus", True)
        self.list.chosen.connect(self._on_list_chosen)

    @property
    def found(self) -> Sequence[Section]:
        """The sections that hold what is searched."""
        return self._found

    @property
    def words(self) -> tuple[str, ...]:
        """What is searched, folded."""
        return tuple(fold(self.search.text()).split())

    def show_handbook(self, handbook: Handbook) -> None:
        """List its chapters."""
        self._handbook = handbook
        self.refresh()

    def refresh(self) -> None:
        """List what the typed words ask for."""
        if self._handbook is None:
            return
        self._found = self._handbook.found(self.search.text())
        entries = list(self._hits() if self.words else self._chapters())
        self.nothing.setVisible(bool(self.words) and not self._found)
        self.list.setVisible(bool(entries))
        self.list.show_entries(entries)

    def mark(self, place: Place) -> None:
        """Show which chapter, or which section that was found, is read."""
        keys = [entry.key for entry in self.list.entries]
        wanted = str(place) if str(place) in keys else place.chapter
        self.list.mark(wanted)

    def fit(self, window_width: int) -> None:
        """Take what room there is in a window so wide."""
        self.setFixedWidth(min(self._theming.scaled(_WIDTH), round(window_width * _WIDEST_SHARE)))

    def _chapters(self) -> Sequence[SideEntry]:
        if self._handbook is None:
            return ()
        entries = [SideEntry(key=INTRODUCTION, title=self.tr("Zum Anfang"))]
        for part in self._handbook.parts:
            entries.append(SideEntry(key=f"part {part.title}", title=part.title, heading=True))
            entries += [SideEntry(key=chapter.name, title=chapter.title) for chapter in part.chapters]
        return entries

    def _hits(self) -> Sequence[SideEntry]:
        entries: list[SideEntry] = []
        for name, sections in groupby(self._found, lambda section: section.place.chapter):
            title = self._handbook.chapters[name].title if self._handbook is not None else ""
            entries.append(SideEntry(key=f"chapter {name}", title=title, heading=True))
            entries += [
                SideEntry(key=str(section.place), title=section.title, below=section.glimpse(self.words))
                for section in sections
            ]
        return entries

    def _on_list_chosen(self, key: str) -> None:
        chapter, _, anchor = key.partition("#")
        self.chosen.emit(Place(chapter, anchor))
