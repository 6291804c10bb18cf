"""„Meine Daten finden“: a search through the usual places, and what can be done with what it found."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.services.finding import Found, FoundKind, SearchResult, describe, printable, search
from advisor_app.services.usual_places import usual_places
from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.buttons import Button, button_row
from advisor_app.ui.widgets.file_choice import ChooseFolder
from advisor_app.ui.widgets.paragraph import Paragraph

_SHOWN = 60


class Finder(QFrame):
    """What was found is taken over or opened: ``restore_wanted(backup)``, the others with the path."""

    restore_wanted = Signal(object)
    unpack_wanted = Signal(object)
    case_wanted = Signal(object)
    folder_wanted = Signal(object)

    def __init__(self, context: PageContext, choose: ChooseFolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._choose = choose
        self._job: Job[SearchResult] | None = None
        self.rows: list[FoundRow] = []
        theming = context.theming
        self.setProperty("kind", "card")
        self.search_button = Button(theming, self.tr("Überall suchen"), "search")
        self.folder_button = Button(theming, self.tr("In einem Ordner suchen …"), "folder-open", "link")
        self.stop_button = Button(theming, self.tr("Suche beenden"), "x", "link")
        self._state = Paragraph(theming, "", "body", "secondary")
        self._state.hide()
        self.stop_button.hide()
        words = self.tr(
            "Sucht auf diesem Rechner, auf angeschlossenen Datenträgern und in abgeglichenen Ordnern nach Daten, "
            "Sicherungen, Umzugsdateien und Falldateien. Dabei wird nichts geöffnet und nichts verändert."
        )
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(16, 14, 16, 14)
        self._layout.setSpacing(8)
        self._layout.addWidget(Paragraph(theming, words, "body", "secondary"))
        self._layout.addLayout(button_row(self.search_button, self.folder_button, self.stop_button))
        self._layout.addWidget(self._state)
        self.search_button.clicked.connect(lambda: self.begin([]))
        self.folder_button.clicked.connect(self._on_folder_button_clicked)
        self.stop_button.clicked.connect(self._on_stop_button_clicked)

    @property
    def state(self) -> str:
        """What is said about the search."""
        return "" if self._state.isHidden() else self._state.text()

    def begin(self, places: list[Path]) -> None:
        """Search in these places, in the usual ones where none is named."""
        workspace, words = self._context.workspace, self.tr("Suche …")
        folder, second = workspace.folder, workspace.backup_place

        def run(job: Job[SearchResult]) -> SearchResult:
            def go_on(_: Path) -> bool:
                return not job.cancelled

            job.report(0.0, words)
            return search(places or usual_places(folder, second), go_on, open_folder=folder)

        self._show_rows([])
        self._show_busy(busy=True)
        self._job = self._context.lane.run(run, needed_by=self)
        self._job.tell(self, succeeded=self._on_searched, ended=self._on_job_ended)

    def _on_folder_button_clicked(self) -> None:
        folder = self._choose(self, self.tr("Ordner wählen, in dem gesucht wird"))
        if folder is not None:
            self.begin([folder])

    def _on_stop_button_clicked(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _on_job_ended(self) -> None:
        self._job = None
        self._show_busy(busy=False)

    def _on_searched(self, result: SearchResult) -> None:
        self._show_rows(list(result.found[:_SHOWN]))
        words = [self.tr("Gefunden: {count}").format(count=len(result.found))]
        if not result.is_complete:
            words.append(self.tr("Nicht alle Ordner wurden erreicht."))
        if result.unreadable:
            words.append(self.tr("Ordner, die sich nicht lesen ließen: {count}").format(count=result.unreadable))
        self._state.setText(" · ".join(words))
        self._state.show()

    def _show_busy(self, *, busy: bool) -> None:
        for button in (self.search_button, self.folder_button):
            button.setEnabled(not busy)
        self.stop_button.setVisible(busy)
        if busy:
            self._state.setText(self.tr("Suche …"))
            self._state.show()

    def _show_rows(self, found: list[Found]) -> None:
        for row in self.rows:
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [FoundRow(self._context, item) for item in found]
        for row in self.rows:
            self._layout.addWidget(row)
            row.restore_wanted.connect(self.restore_wanted)
            row.unpack_wanted.connect(self.unpack_wanted)
            row.case_wanted.connect(self.case_wanted)
            row.folder_wanted.connect(self.folder_wanted)


class FoundRow(QWidget):
    """One thing that was found: where, what it holds, and the button that fits."""

    restore_wanted = Signal(object)
    unpack_wanted = Signal(object)
    case_wanted = Signal(object)
    folder_wanted = Signal(object)

    def __init__(self, context: PageContext, found: Found, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theming = context.theming
        self.found = found
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Paragraph(theming, describe(found, context.workspace.texts), "body"))
        words.addWidget(Paragraph(theming, printable(str(found.path)), "caption", "secondary"))
        name = printable(found.path.name)
        words_of_action, icon, action = self._action()
        self.take_button = Button(theming, words_of_action, icon, "link")
        self.take_button.setVisible(bool(words_of_action))
        self.take_button.setAccessibleName(f"{words_of_action} {name}")
        self.take_button.clicked.connect(action)
        self.show_button = Button(theming, self.tr("Im Ordner zeigen"), "folder-open", "link")
        self.show_button.setAccessibleName(self.tr("{name} im Ordner zeigen").format(name=name))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 6)
        layout.setSpacing(12)
        layout.addLayout(words, 1)
        layout.addWidget(self.take_button)
        layout.addWidget(self.show_button)
        folder = found.path if found.path.is_dir() else found.path.parent
        url = QUrl.fromLocalFile(str(folder))
        self.show_button.clicked.connect(lambda: QDesktopServices.openUrl(url))

    def _action(self) -> tuple[str, str, Callable[[], None]]:
        """What can be done with it: words, icon and the asking for it; no words where it cannot be used."""
        match self.found:
            case Found(kind=FoundKind.BACKUPS, backup=backup, problem=None) if backup is not None:
                return self.tr("Wiederherstellen …"), "archive-restore", partial(self.restore_wanted.emit, backup)
            case Found(kind=FoundKind.MOVE, path=path, problem=None):
                return self.tr("Auspacken …"), "luggage", partial(self.unpack_wanted.emit, path)
            case Found(kind=FoundKind.CASE_FILE, path=path, problem=None):
                return self.tr("Einlesen …"), "file-input", partial(self.case_wanted.emit, path)
            case Found(kind=FoundKind.PROFILE, path=path, problem=None, is_open=False):
                return self.tr("Diesen Datenbestand öffnen"), "folder-open", partial(self.folder_wanted.emit, path)
            case _:
                return "", "", lambda: None
