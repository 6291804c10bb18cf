"""Taking a case in: choose the file, see what it changes, decide, done."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.override import override
from advisor_app.services.attendance import doubled_people
from advisor_app.services.case_import import ImportedCase
from advisor_app.services.case_preview import Decisions, ImportPreview
from advisor_app.texts.attendance import doubled_words
from advisor_app.texts.errors import sentence
from advisor_app.ui.pages.case_files.preview_panel import PreviewPanel
from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.page import Headline, Page, PageContext
from advisor_app.ui.widgets.announce import announce
from advisor_app.ui.widgets.buttons import Button, button_row
from advisor_app.ui.widgets.done_card import DoneCard
from advisor_app.ui.widgets.file_choice import ChooseFile, file_to_open
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.paper_column import PaperColumn
from advisor_app.ui.widgets.passphrase_field import PassphraseField
from advisor_app.ui.widgets.work_line import WorkLine, reporting

if TYPE_CHECKING:
    from advisor_app.ui.pages.recovery.first_sheet import FirstSheet


class CaseImportPage(Page):
    """``choose_file`` asks which file to read; a file may also be dropped on the window."""

    def __init__(
        self, context: PageContext, choose_file: ChooseFile = file_to_open, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent)
        theming = context.theming
        self._choose_file = choose_file
        self._file: Path | None = None
        self._waiting: tuple[ImportPreview, Decisions] | None = None
        self._imported: ImportedCase | None = None
        self._first_sheet: FirstSheet | None = None
        self.choose_button = Button(theming, self.tr("Falldatei wählen"), "folder-open", "primary")
        self.recipient = TextLabel(theming, "", "body", tabular=True, wrap=True)
        self.copy_button = Button(theming, self.tr("Kopieren"), "copy", "link")
        self._secret_words = TextLabel(theming, "", "body", wrap=True)
        self.passphrase = PassphraseField(theming, self.tr("Passphrase der Falldatei"))
        self.open_button = Button(theming, self.tr("Öffnen"), "lock-open", "primary")
        self.work = WorkLine(theming)
        self.preview = PreviewPanel(theming, context.workspace)
        self.case_button = Button(theming, self.tr("Fall öffnen"), "arrow-right", "primary")
        self.undo_button = Button(theming, self.tr("Rückgängig"), "undo-2", "link")
        self.again_button = Button(theming, self.tr("Weitere Falldatei einlesen"), "", "link")
        self.done = DoneCard(theming, self.case_button, self.undo_button, self.again_button)
        self._choice, self._secret = QWidget(), QWidget()
        self._column = PaperColumn(theming)
        self._lay_out()
        self._connect()
        self._show_part(self._choice)

    @property
    def first_sheet(self) -> FirstSheet:
        """The step before the first real case, made when it is first needed."""
        if self._first_sheet is None:
            from advisor_app.ui.pages.recovery.first_sheet import FirstSheet

            self._first_sheet = FirstSheet(self.context)
            self._first_sheet.hide()
            self._column.add(self._first_sheet)
            self._first_sheet.done.connect(self._on_first_sheet_done)
            self._first_sheet.left.connect(lambda: self._show_part(self.preview))
        return self._first_sheet

    @override
    def headline(self) -> Headline:
        return Headline(title=QCoreApplication.translate("pages", "Falldatei einlesen"))

    @override
    def open_item(self, item: str) -> None:
        """Read the file of that name."""
        self._begin(Path(item))

    @override
    def flush(self) -> bool:
        """Stop what is under way before the page is left: a case must not be opened while it is written."""
        if not self.work.is_busy:
            return True
        self.work.stop()
        return False

    @override
    def take_focus(self) -> None:
        if self.done.isVisibleTo(self):
            self._reset()
        elif self.preview.isVisibleTo(self):
            self.preview.take_focus()
        elif self._secret.isVisibleTo(self):
            self.passphrase.line.setFocus()
        else:
            self.choose_button.setFocus()

    def _lay_out(self) -> None:
        theming = self.context.theming
        about = self.tr(
            "Eine Falldatei (.bkcase) enthält einen ganzen Fall mit Verlauf und Nachweisen. Sie wird zuerst gelesen "
            "und verglichen; es ändert sich nichts, bevor Sie es übernehmen."
        )
        key_about = self.tr(
            "Ihr Empfangsschlüssel: Wer eine Falldatei damit verschlüsselt, braucht keine Passphrase, und nur Sie "
            "können sie öffnen. Er darf offen weitergegeben werden."
        )
        keys = QHBoxLayout()
        keys.setSpacing(12)
        keys.addWidget(self.recipient, 1)
        keys.addWidget(self.copy_button)
        choice = _column(self._choice)
        choice.addWidget(TextLabel(theming, about, "body", wrap=True))
        choice.addLayout(button_row(self.choose_button))
        choice.addSpacing(16)
        choice.addWidget(TextLabel(theming, key_about, "body", "secondary", wrap=True))
        choice.addLayout(keys)
        secret = _column(self._secret)
        secret.addWidget(self._secret_words)
        secret.addWidget(self.passphrase)
        leave = Button(theming, self.tr("Verwerfen"), "x", "link")
        leave.clicked.connect(self._reset)
        secret.addLayout(button_row(self.open_button, leave))
        self._column.add(self._choice, self._secret, self.preview, self.done, self.work)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._column)

    def _connect(self) -> None:
        self.choose_button.clicked.connect(self._on_choose_button_clicked)
        self.copy_button.clicked.connect(self._on_copy_button_clicked)
        self.passphrase.entered.connect(self._read)
        self.open_button.clicked.connect(self._read)
        self.preview.accepted.connect(self._import)
        self.preview.left.connect(self._reset)
        self.case_button.clicked.connect(self._on_case_button_clicked)
        self.undo_button.clicked.connect(self._on_undo_button_clicked)
        self.again_button.clicked.connect(self._reset)

    def _show_part(self, part: QWidget | None) -> None:
        parts = (self._choice, self._secret, self.preview, self.done, *filter(None, (self._first_sheet,)))
        for each in parts:
            each.setVisible(each is part)
        if part is self._choice:
            self.recipient.setText(self.context.workspace.case_import.recipient)

    def _reset(self) -> None:
        self._file = self._imported = self._waiting = None
        self.passphrase.clear()
        self._show_part(self._choice)
        self.choose_button.setFocus()

    def _on_choose_button_clicked(self) -> None:
        kinds = self.tr("Falldateien (*.bkcase);;Alle Dateien (*)")
        file = self._choose_file(self, self.tr("Falldatei wählen"), kinds)
        if file is not None:
            self._begin(file)

    def _begin(self, file: Path) -> None:
        if self.work.is_busy:
            return
        self.tried.emit()
        self._reset()
        self._file = file
        try:
            needs_passphrase = self.context.workspace.case_import.needs_passphrase(file)
        except AdvisorError as error:
            self._warn(error)
            return
        if needs_passphrase:
            self._secret_words.setText(
                self.tr("„{file}“ ist mit einer Passphrase verschlüsselt.").format(file=file.name)
            )
            self._show_part(self._secret)
            self.passphrase.line.setFocus()
        else:
            self._read()

    def _read(self) -> None:
        file, words = self._file, self.passphrase.text
        if file is None or self.work.is_busy:
            return
        self.tried.emit()
        service = self.context.workspace.case_import
        job: Job[ImportPreview] = self.context.lane.run(
            lambda job: service.preview(file, words, reporting(job)), needed_by=self
        )
        self.work.follow(job, self.tr("Die Datei wird gelesen …"))
        self._show_part(None)
        job.tell(self, succeeded=self._on_read, refused=self._on_read_refused)

    def _on_read(self, preview: ImportPreview) -> None:
        self.passphrase.clear()
        self.preview.show_preview(preview)
        self._show_part(self.preview)
        self.preview.take_focus()

    def _on_read_refused(self, error: AdvisorError) -> None:
        if error.problem in (Problem.CASE_FILE_KEY_WRONG, Problem.CASE_FILE_LOCKED):
            self._show_part(self._secret)
            self.passphrase.line.selectAll()
            self.passphrase.line.setFocus()
        else:
            self._reset()
        self._warn(error)

    def _import(self, preview: ImportPreview, decisions: Decisions) -> None:
        if self.work.is_busy:
            return
        self.tried.emit()
        self._waiting = (preview, decisions)
        service = self.context.workspace.case_import
        job: Job[ImportedCase] = self.context.lane.run(lambda job: service.import_(preview, decisions, reporting(job)))
        self.work.follow(job, self.tr("Der Fall wird übernommen …"))
        self._show_part(None)
        job.tell(self, succeeded=self._on_imported, refused=self._on_import_refused)

    def _on_imported(self, imported: ImportedCase) -> None:
        workspace = self.context.workspace
        case = workspace.cases.load(imported.case_id)
        workspace.portfolio.update(case)
        self._imported = imported
        words = (
            self.tr("{case} ist da, mit dem ganzen Verlauf. Einträge: {records}.")
            if imported.is_new
            else self.tr("{case}: Die Falldatei ist übernommen. Einträge: {records}.")
        )
        told = words.format(case=workspace.register.titles(case.head.communes), records=imported.records)
        if imported.people:
            told += " " + self.tr("Personen: {count}.").format(count=imported.people)
        if imported.left_out:
            told += " " + self.tr("Gelöschte Personen, die gelöscht bleiben: {count}.").format(count=imported.left_out)
        doubled = doubled_words([item.name for item in doubled_people(case)], workspace.texts)
        told = " ".join(filter(None, (told, doubled)))
        self.done.words.setText(told)
        self.undo_button.setVisible(not imported.is_new and bool(imported.records))
        self._show_part(self.done)
        self.case_button.setFocus()
        announce(self, told)

    def _on_import_refused(self, error: AdvisorError) -> None:
        if error.problem is Problem.RECOVERY_MISSING:
            self._show_part(self.first_sheet)
            self.first_sheet.begin()
            return
        if error.problem is Problem.CASE_FILE_OVERTAKEN:
            self._reset()
        else:
            self._show_part(self.preview)
        self._warn(error)

    def _on_first_sheet_done(self) -> None:
        self.protection_changed.emit()
        if self._waiting is not None:
            self._import(*self._waiting)

    def _on_case_button_clicked(self) -> None:
        if self._imported is not None:
            self.navigated.emit(f"case:{self._imported.case_id}", "")

    def _on_undo_button_clicked(self) -> None:
        workspace, imported = self.context.workspace, self._imported
        if imported is None:
            return
        try:
            session = workspace.cases.open(imported.case_id)
            undone = workspace.case_import.undo(session, imported)
        except AdvisorError as error:
            self._warn(error)
            return
        workspace.portfolio.update(session.case)
        self.undo_button.hide()
        self.done.words.setText(
            self.tr("Die Übernahme ist zurückgenommen; der Fall steht wie zuvor.")
            if undone
            else self.tr("Am Fall wurde seither gearbeitet. Im Fall lässt sich Schritt für Schritt zurücknehmen.")
        )

    def _on_copy_button_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.recipient.text())
        self.noticed.emit(self.tr("Ihr Empfangsschlüssel ist kopiert."))

    def _warn(self, error: AdvisorError) -> None:
        self.warned.emit(sentence(error, self.context.workspace.texts))


def _column(widget: QWidget) -> QVBoxLayout:
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(10)
    return layout
