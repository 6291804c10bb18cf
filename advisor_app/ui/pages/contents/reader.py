"""The right side below the head: one search over the pack, the parts of a section, and the text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.folding import fold
from advisor_app.ui.pages.contents.blocks import Entry, Section, Text
from advisor_app.ui.pages.contents.reading_view import ReadingView
from advisor_app.ui.pages.contents.side import Side
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.choice_field import ChoiceBox
from advisor_app.ui.widgets.icon_button import IconButton
from advisor_app.ui.widgets.keys import native_keys
from advisor_app.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from advisor_app.ui.pages.contents.printing import ChoosePrinter

COMPARISON = "comparison"
_SEARCH_MS = 150
_LEAST_HEIGHT = 260
_MOST_FOUND = 20
"""More would take longer to set than one letter takes to type."""


class Reader(QWidget):
    """Shows one section of those that ``side`` lists; ``compare_wanted`` tells the place of a version."""

    compare_wanted = Signal(int)

    def __init__(self, theming: Theming, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._side = side
        self._sections: Sequence[Section] = ()
        self._versions: Sequence[str] = ()
        self._compared = ""  # the place of the version that is compared with
        self.search = SearchField(theming, self.tr("In diesem Paket suchen"), "Ctrl+F")
        self.group = ChoiceBox()
        self.group.setAccessibleName(self.tr("Teil"))
        self.group.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.group.setMinimumContentsLength(12)
        self.view = ReadingView(theming)
        self.print_button = IconButton(
            theming, "printer", self.tr("Drucken ({keys})").format(keys=native_keys("Ctrl+P"))
        )
        self.choose_printer: ChoosePrinter | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SEARCH_MS)
        tools = QHBoxLayout()
        tools.setSpacing(12)
        tools.addWidget(self.search, 1)
        tools.addWidget(self.group, 1)
        tools.addWidget(self.print_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(tools)
        column.addWidget(self.view, 1)
        find = QShortcut(QKeySequence("Ctrl+F"), self)
        find.activated.connect(partial(self.search.setFocus, Qt.FocusReason.ShortcutFocusReason))
        QShortcut(QKeySequence("Ctrl+P"), self).activated.connect(self.print_shown)
        self.print_button.clicked.connect(self.print_shown)
        side.section_chosen.connect(self._on_section_chosen)
        self.search.searched.connect(self._on_search_searched)
        self.search.moved_down.connect(self.view.setFocus)
        self.search.escaped.connect(self.view.setFocus)
        self.group.activated.connect(self._on_group_activated)
        self._timer.timeout.connect(self._on_searched)
        theming.changed.connect(self._on_theming_changed)
        self._on_theming_changed()

    @property
    def place(self) -> tuple[str, str]:
        """The section that is shown, and its part."""
        return self._side.sections.current_key(), self.group.currentData() or ""

    def show_sections(self, sections: Sequence[Section], versions: Sequence[str], section: str, group: str) -> None:
        """Offer sections, and versions to compare with; show one of them, by default the one that was shown."""
        self._sections, self._versions, self._compared = sections, versions, ""
        self._list_sections()
        keys = [other.key for other in sections]
        wanted = section or self._side.sections.current_key()
        self._side.sections.mark(wanted if wanted in keys else keys[0])
        self._show_groups(group)
        self._show_entries()

    def show_comparison(self, section: Section) -> None:
        """Show two versions beside each other, in place of others."""
        self._sections = tuple(section if other.key == COMPARISON else other for other in self._sections)
        self._show_entries()

    def print_shown(self) -> None:
        """Print what is shown, on a printer that the user chooses."""
        # Here, as nobody needs it to read.
        from advisor_app.ui.pages.contents.printing import ask_printer, print_entries

        section = self._section()
        if section is not None:
            printer = (self.choose_printer or ask_printer)(self, section.title)
            if printer is not None:
                print_entries(self.view.entries, printer)

    def _words(self) -> tuple[str, ...]:
        return tuple(fold(self.search.text()).split())

    def _section(self) -> Section | None:
        key = self._side.sections.current_key()
        return next((section for section in self._sections if section.key == key), None)

    def _list_sections(self) -> None:
        words = self._words()
        found = {section.key: len(section.found(words)) for section in self._sections} if words else None
        self._side.show_sections(self._sections, found)

    def _show_groups(self, chosen: str = "") -> None:
        """Offer the parts of a section, or the versions to compare with."""
        section = self._section()
        before = chosen or self.group.currentData()
        self.group.clear()
        if section is not None and section.key == COMPARISON and self._versions:
            before = self._compared
            self.group.addItem(self.tr("Womit vergleichen?"), "")
            for place, version in enumerate(self._versions):
                self.group.addItem(version, str(place))
        elif section is not None:
            for key, title in section.groups:
                self.group.addItem(title, key)
        self.group.setCurrentIndex(max(self.group.findData(before), 0))
        self.group.setVisible(self.group.count() > 1 and not self._words())

    def _show_entries(self) -> None:
        section, words = self._section(), self._words()
        if section is not None:
            entries = section.found(words) if words else section.in_group(self.group.currentData() or "")
            rest = len(entries) - _MOST_FOUND if words else 0
            if rest > 0:
                more = self.tr("Weitere Treffer: {count}. Ein Wort mehr grenzt sie ein.").format(count=rest)
                entries = (*entries[:_MOST_FOUND], Entry("more", (Text(more, tone="ink2"),)))
            self.view.show_entries(entries, self.search.text().split())

    def _on_section_chosen(self, _key: str) -> None:
        self._show_groups()
        self._show_entries()

    def _on_group_activated(self, _index: int) -> None:
        section, chosen = self._section(), self.group.currentData()
        if section is not None and section.key == COMPARISON:
            if chosen:
                self._compared = chosen
                self.compare_wanted.emit(int(chosen))
        else:
            self._show_entries()

    def _on_theming_changed(self) -> None:
        self.setMinimumHeight(self._theming.scaled(_LEAST_HEIGHT))  # below it the whole side scrolls

    def _on_search_searched(self, _text: str) -> None:
        self._timer.start()

    def _on_searched(self) -> None:
        """Show what was found in this section, else in the first one that has something."""
        words, section = self._words(), self._section()
        self._list_sections()
        if words and section is not None and not section.found(words):
            first = next((other.key for other in self._sections if other.found(words)), section.key)
            self._side.sections.mark(first)
        self._show_groups()
        self._show_entries()
