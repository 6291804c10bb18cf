"""The shown day on paper and as a calendar file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut

if TYPE_CHECKING:
    from advisor_app.ui.pages.agenda.page import AgendaPage


class DayOutput(QObject):
    """Ctrl+P leads to the agenda as its participants get it."""

    def __init__(self, page: AgendaPage) -> None:
        super().__init__(page)
        self._page = page
        page.days.head.print_wanted.connect(self.open_document)
        QShortcut(QKeySequence("Ctrl+P"), page).activated.connect(self.open_document)

    def open_document(self) -> None:
        """Show the agenda of the day among the documents, ready to be printed."""
        self._page.flush()
        if self._page.day is not None:
            self._page.navigated.emit("documents", f"agenda:{self._page.day.id}")
