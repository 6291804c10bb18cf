"""How backups stand: the last one, the next one, both places; make one now, choose the second place."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget

from advisor_app.domain.errors import AdvisorError
from advisor_app.services.backup_places import BackupList
from advisor_app.services.backups import MadeBackup
from advisor_app.texts.errors import sentence
from advisor_app.ui.pages.backups.wording import when
from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.buttons import Button, button_row
from advisor_app.ui.widgets.file_choice import ChooseFolder
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.paragraph import Paragraph


def folder_to_use(parent: QWidget, title: str) -> Path | None:
    """Let the user choose a folder; None where the choice was left."""
    name = QFileDialog.getExistingDirectory(parent, title)
    return Path(name) if name else None


class StateCard(QFrame):
    """``changed`` tells that there is another backup or another place."""

    changed = Signal()
    noticed = Signal(str)
    warned = Signal(str)

    def __init__(self, context: PageContext, choose: ChooseFolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._choose = choose
        theming = context.theming
        self.setProperty("kind", "card")
        self._last = TextLabel(theming, "", "emphasised", weight=600, wrap=True)
        self._next = Paragraph(theming, "", "body", "secondary")
        self._place = Paragraph(theming, "", "body")
        self.make_button = Button(theming, self.tr("Jetzt sichern"), "save", "primary")
        self.choose_button = Button(theming, self.tr("Zweiten Ort wählen"), "hard-drive")
        self.remove_button = Button(theming, self.tr("Nicht mehr benutzen"), "x", "link")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(8)
        for label in (self._last, self._next, self._place):
            layout.addWidget(label)
        layout.addLayout(button_row(self.make_button, self.choose_button, self.remove_button))
        self.make_button.clicked.connect(self._on_make_button_clicked)
        self.choose_button.clicked.connect(self._on_choose_button_clicked)
        self.remove_button.clicked.connect(lambda: self._use_place(""))

    @property
    def words(self) -> str:
        """Everything that the card says."""
        return "\n".join(label.text() for label in (self._last, self._next, self._place))

    def show_state(self, listed: BackupList, *, is_second_present: bool) -> None:
        """Show how things stand."""
        workspace = self._context.workspace
        now, language = workspace.clock.now(), workspace.preferences.language
        own = [row.backup for row in listed.backups if workspace.backups.is_own(row.backup)]
        if own:
            self._last.setText(self.tr("Letzte Sicherung: {when}").format(when=when(own[0].made_at, now, language)))
        else:
            self._last.setText(self.tr("Es gibt noch keine Sicherung"))
        self._next.setText(
            self.tr(
                "Das Programm sichert von selbst: alle 30 Minuten, wenn sich etwas geändert hat, und beim Schließen. "
                "Es behält alles der letzten zwei Tage, dann eine Sicherung je Tag, Woche und Monat."
            )
        )
        self._place.setText(self._words_of_place(is_second_present=is_second_present))
        by_policy = workspace.policy.backup_place is not None
        self.choose_button.setVisible(not by_policy)
        self.remove_button.setVisible(not by_policy and bool(workspace.preferences.backup_place))

    def _words_of_place(self, *, is_second_present: bool) -> str:
        place = self._context.workspace.backup_place
        if place is None:
            return self.tr(
                "Alle Sicherungen liegen auf diesem Rechner. Mit einem zweiten Ort, etwa einem USB-Stick oder "
                "Netzlaufwerk, überstehen Ihre Fälle auch den Verlust des Rechners."
            )
        if is_second_present:
            return self.tr("Zweiter Ort: {place}, erreichbar").format(place=place)
        words = self.tr(
            "Zweiter Ort: {place}, zurzeit nicht erreichbar. Die Sicherung wird nachgeholt, sobald er wieder da ist."
        )
        return words.format(place=place)

    def _on_make_button_clicked(self) -> None:
        self.make_button.setEnabled(False)
        backups, words = self._context.workspace.backups, self.tr("Sicherung …")

        def make(job: Job[MadeBackup]) -> MadeBackup:
            def report(share: float) -> None:
                job.checkpoint()
                job.report(share, words)

            return backups.create(report=report)

        job = self._context.lane.run(make)
        job.tell(
            self, succeeded=self._on_made, refused=self._on_refused, ended=lambda: self.make_button.setEnabled(True)
        )

    def _on_made(self, made: MadeBackup) -> None:
        self.changed.emit()
        if made.problem is not None:
            self._on_refused(made.problem)
        elif made.second is not None:
            self.noticed.emit(self.tr("Gesichert, auch am zweiten Ort."))
        else:
            self.noticed.emit(self.tr("Gesichert."))

    def _on_refused(self, error: AdvisorError) -> None:
        self.warned.emit(sentence(error, self._context.workspace.texts))

    def _on_choose_button_clicked(self) -> None:
        folder = self._choose(self, self.tr("Zweiten Ort für Sicherungen wählen"))
        if folder is not None:
            self._use_place(str(folder))

    def _use_place(self, place: str) -> None:
        workspace = self._context.workspace
        try:
            workspace.set_preferences(replace(workspace.preferences, backup_place=place))
        except AdvisorError as error:
            self._on_refused(error)
            return
        self.changed.emit()
        if place:
            self._on_make_button_clicked()
