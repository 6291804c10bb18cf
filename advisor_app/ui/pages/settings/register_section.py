"""The commune register: find and correct entries, add one's own, import the official file."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.commune import Commune
from advisor_app.domain.errors import AdvisorError
from advisor_app.domain.register_update import RegisterUpdate
from advisor_app.services.register import Register
from advisor_app.texts.errors import sentence
from advisor_app.texts.numbers import format_date
from advisor_app.ui.pages.settings.update_preview import UpdatePreview
from advisor_app.ui.pages.settings.vanished_list import VanishedList
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.commune_form import CommuneForm
from advisor_app.ui.widgets.commune_list import CommuneList
from advisor_app.ui.widgets.file_choice import ChooseFile, file_to_open
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.search_field import SearchField


class RegisterSection(QWidget):
    """Search above, form or preview below. ``choose_file`` asks which file to import."""

    noticed = Signal(str)
    warned = Signal(str)

    def __init__(
        self, context: PageContext, choose_file: ChooseFile = file_to_open, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._choose_file = choose_file
        self._file = ""
        theming, workspace = context.theming, context.workspace
        self.search = SearchField(theming, self.tr("Name, Kreis oder AGS der Kommune"))
        self.list = CommuneList(theming, workspace.preferences.language)
        self.form = CommuneForm(theming, workspace)
        self.preview = UpdatePreview(theming)
        self.vanished = VanishedList(theming, workspace)
        self.add_button = Button(theming, self.tr("Eigener Eintrag"), "plus")
        self.import_button = Button(theming, self.tr("Amtliche Datei einlesen"), "download")
        self.undo_button = Button(theming, self.tr("Letzte Änderung zurücknehmen"), "undo-2", "link")
        self.redo_button = Button(theming, self.tr("Wiederherstellen"), "redo-2", "link")
        self._state = TextLabel(theming, "", "body", "secondary", tabular=True, wrap=True)
        self._attribution = TextLabel(theming, workspace.register.notice.attribution, "caption", "caption", wrap=True)
        self._lay_out()
        self._connect()
        self.list.show_communes(())
        self.form.hide()
        self.preview.hide()
        self._show_state()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.search, 1)
        row.addWidget(self.add_button)
        row.addWidget(self.import_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(TextLabel(self._context.theming, self.tr("Verzeichnis der Kommunen"), "section"))
        layout.addWidget(self._state)
        layout.addLayout(row)
        for widget in (self.list, self.form, self.preview, self.vanished):
            layout.addWidget(widget)
        steps = QHBoxLayout()
        steps.setSpacing(12)
        steps.addWidget(self.undo_button)
        steps.addWidget(self.redo_button)
        steps.addStretch(1)
        layout.addLayout(steps)
        layout.addWidget(self._attribution)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_search_text_changed)
        self.list.picked.connect(self._on_list_picked)
        self.add_button.clicked.connect(lambda: self._open_form(None))
        self.import_button.clicked.connect(self._on_import_button_clicked)
        self.form.saved.connect(self._on_form_saved)
        self.form.left.connect(self.form.hide)
        self.form.drafts.returning.connect(lambda: self._open_form(None))
        self.preview.accepted.connect(self._on_preview_accepted)
        self.preview.left.connect(self.preview.hide)
        self.vanished.merged.connect(self._on_vanished_merged)
        self.vanished.dissolved.connect(self._on_vanished_dissolved)
        self.undo_button.clicked.connect(self._on_undo_button_clicked)
        self.redo_button.clicked.connect(self._on_redo_button_clicked)

    def _show_state(self) -> None:
        communes = self._context.workspace.register.index.communes
        own = sum(commune.own for commune in communes)
        notice = self._context.workspace.register.notice
        language = self._context.workspace.preferences.language
        words = self.tr("Einträge: {count} · eigene und berichtigte: {own} · Gebietsstand der mitgelieferten: {day}")
        self._state.setText(words.format(count=len(communes), own=own, day=format_date(notice.area_status, language)))
        register = self._context.workspace.register
        self.undo_button.setVisible(register.can_undo)
        self.redo_button.setVisible(register.can_redo)

    def _show_register(self) -> None:
        """Show the register after a change of its entries, which cases show by name."""
        self._show_state()
        self._on_search_text_changed(self.search.text())
        self.vanished.show_communes(self._context.workspace.register.vanished)
        self._context.workspace.portfolio.retitle()

    def _open_form(self, commune: Commune | None) -> None:
        self.preview.hide()
        self.form.show()
        if commune is None:
            self.form.begin(self.search.text().strip())
        else:
            self.form.edit(commune)

    def _on_search_text_changed(self, text: str) -> None:
        found = self._context.workspace.register.index.find(text) if len(text.strip()) >= 2 else ()
        self.list.show_communes(found)

    def _on_list_picked(self, commune: Commune | None) -> None:
        self._open_form(commune)

    def _on_form_saved(self, commune: Commune) -> None:
        self.form.hide()
        self._show_register()
        self.noticed.emit(self.tr("„{name}“ steht im Verzeichnis.").format(name=commune.title))

    def _on_import_button_clicked(self) -> None:
        title = self.tr("Gemeindeverzeichnis GV100AD wählen")
        path = self._choose_file(self, title, self.tr("Gemeindeverzeichnis (*.txt *.asc);;Alle Dateien (*)"))
        if path is None:
            return
        self._file = path.name
        self.form.hide()
        register = self._context.workspace.register
        communes = register.index.communes  # read here: the lane touches no database
        self.import_button.setEnabled(False)
        job = self._context.lane.run(lambda _job: register.compare(path, communes), needed_by=self)
        job.tell(
            self,
            succeeded=self._on_job_succeeded,
            refused=self._on_job_refused,
            ended=lambda: self.import_button.setEnabled(True),
        )

    def _on_job_succeeded(self, update: RegisterUpdate) -> None:
        self.preview.show_update(update, self._file)

    def _on_job_refused(self, error: AdvisorError) -> None:
        self.warned.emit(sentence(error, self._context.workspace.texts))

    def _on_preview_accepted(self, update: RegisterUpdate) -> None:
        try:
            self._context.workspace.register.apply_import(update, self._file)
        except AdvisorError as error:
            self.warned.emit(sentence(error, self._context.workspace.texts))
            return
        self.preview.hide()
        self._show_register()
        self.noticed.emit(self.tr("Das Verzeichnis ist auf dem Stand von „{file}“.").format(file=self._file))

    def _on_vanished_merged(self, gone: Commune, successor: Commune) -> None:
        self._change(lambda register: self._merge(register, gone, successor))

    def _on_vanished_dissolved(self, gone: Commune) -> None:
        self._change(lambda register: self._dissolve(register, gone))

    def _on_undo_button_clicked(self) -> None:
        self._change(lambda register: self.tr("Zurückgenommen: {what}").format(what=register.undo()))

    def _on_redo_button_clicked(self) -> None:
        self._change(lambda register: self.tr("Wiederhergestellt: {what}").format(what=register.redo()))

    def _merge(self, register: Register, gone: Commune, successor: Commune) -> str:
        register.merge(gone, successor)
        words = self.tr("{gone} ist aufgegangen in {successor}.")
        return words.format(gone=gone.title, successor=successor.title)

    def _dissolve(self, register: Register, gone: Commune) -> str:
        register.dissolve(gone)
        return self.tr("{gone} hat keinen Nachfolger.").format(gone=gone.title)

    def _change(self, change: Callable[[Register], str]) -> None:
        """Change the register and say what was done, or why not."""
        try:
            words = change(self._context.workspace.register)
        except AdvisorError as error:
            self.warned.emit(sentence(error, self._context.workspace.texts))
            return
        self.form.hide()
        self._show_register()
        self.noticed.emit(words)
