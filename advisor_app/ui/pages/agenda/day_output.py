"""The shown day on paper and as a calendar file."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut

from advisor_app.domain.errors import AdvisorError
from advisor_app.texts.errors import sentence
from advisor_app.ui.widgets.file_choice import ChoosePlace, file_to_save

if TYPE_CHECKING:
    from advisor_app.ui.pages.agenda.page import AgendaPage


"""Asks where a file goes: parent, title, proposed name, kinds of files."""


class DayOutput(QObject):
    """Ctrl+P leads to the agenda as its participants get it; ``choose_file`` asks where a calendar file goes."""

    def __init__(self, page: AgendaPage) -> None:
        super().__init__(page)
        self._page = page
        self.choose_file: ChoosePlace = file_to_save
        page.days.head.print_wanted.connect(self.open_document)
        page.days.head.calendar_wanted.connect(self.save_calendar)
        QShortcut(QKeySequence("Ctrl+P"), page).activated.connect(self.open_document)

    def open_document(self) -> None:
        """Show the agenda of the day among the documents, ready to be printed."""
        self._page.flush()
        if self._page.day is not None:
            self._page.navigated.emit("documents", f"agenda:{self._page.day.id}")

    def save_calendar(self) -> None:
        """Write the day as an appointment that every calendar program reads."""
        self._page.flush()
        page, day = self._page, self._page.day
        if day is None:
            return
        page.tried.emit()
        proposed = self.tr("Workshop {day}.ics").format(day=f"{day.on:%Y-%m-%d}" if day.on is not None else "")
        path = self.choose_file(page, self.tr("Kalenderdatei sichern"), proposed, self.tr("Kalender (*.ics)"))
        if path is None:
            return
        case, agendas = page.bridge.case, page.context.workspace.agendas
        job = page.context.lane.run(lambda _job: agendas.export_calendar(case, (day,), path))
        job.tell(self, succeeded=partial(self._on_saved, path), refused=self._on_refused)

    def _on_saved(self, path: Path, _none: object) -> None:
        self._page.noticed.emit(self.tr("Gespeichert in {path}.").format(path=path))

    def _on_refused(self, error: AdvisorError) -> None:
        self._page.warned.emit(sentence(error, self._page.context.workspace.texts))
