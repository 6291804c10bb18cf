"""Taking in an existing list of cases: choose the file, check the columns, decide what is open, done."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from advisor_app.domain.case_list import CASE_LIST, ListedCase
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.table_preview import TablePreview
from advisor_app.override import override
from advisor_app.services.case_list import OpenedList
from advisor_app.texts.errors import sentence
from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.page import Headline, Page, PageContext
from advisor_app.ui.widgets.announce import announce
from advisor_app.ui.widgets.buttons import Button, button_row
from advisor_app.ui.widgets.done_card import DoneCard
from advisor_app.ui.widgets.file_choice import ChooseFile, file_to_open
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.paper_column import PaperColumn
from advisor_app.ui.widgets.table_import import TableImport
from advisor_app.ui.widgets.work_line import WorkLine, reporting

if TYPE_CHECKING:
    from advisor_app.ui.pages.recovery.first_sheet import FirstSheet


class CaseListPage(Page):
    """``choose_file`` asks which file to read. What was taken in can be taken back until the page is left."""

    def __init__(
        self, context: PageContext, choose_file: ChooseFile = file_to_open, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent)
        theming = context.theming
        self._waiting: TablePreview[ListedCase] | None = None
        self._opened: OpenedList | None = None
        self._first_sheet: FirstSheet | None = None
        comparison = context.workspace.case_lists.comparison
        self.choose_button = Button(theming, self.tr("Tabelle wählen"), "folder-open", "primary")
        self.table_import = TableImport(context, CASE_LIST, comparison.compare, choose_file)
        self.work = WorkLine(theming)
        self.cases_button = Button(theming, self.tr("Fälle zeigen"), "arrow-right", "primary")
        self.undo_button = Button(theming, self.tr("Rückgängig"), "undo-2", "link")
        self.again_button = Button(theming, self.tr("Weitere Liste einlesen"), "", "link")
        self.done = DoneCard(theming, self.cases_button, self.undo_button, self.again_button)
        self._choice = QWidget()
        self._column = PaperColumn(theming)
        self._stack = QStackedWidget()
        self.setAcceptDrops(True)
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
            self._first_sheet.left.connect(lambda: self._stack.setCurrentWidget(self.table_import))
        return self._first_sheet

    @override
    def headline(self) -> Headline:
        return Headline(title=QCoreApplication.translate("pages", "Fallliste einlesen"))

    @override
    def open_item(self, item: str) -> None:
        """Read the file of that name."""
        self.table_import.read(Path(item))

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not self.work.is_busy:
            self.table_import.enter(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.table_import.drop(event)

    @override
    def flush(self) -> bool:
        """Stop what is under way before the page is left."""
        if self.work.is_busy:
            self.work.stop()
            return False
        return self.table_import.stop()

    @override
    def take_focus(self) -> None:
        if self._stack.currentWidget() is self.table_import:
            self.table_import.setFocus()
            return
        if self.done.isVisibleTo(self):
            self._show_part(self._choice)
        self.choose_button.setFocus()

    def _lay_out(self) -> None:
        theming = self.context.theming
        about = self.tr(
            "Eine vorhandene Liste (Excel oder CSV) mit einer Zeile je Buchung oder je Kommune wird zu Fällen mit "
            "Buchungen. Nötig sind die Kommune (Name oder AGS) und das Modul; Stand, Finanzierung, Programm, Preis, "
            "Tage, Aktenzeichen und Ansprechperson kommen mit, wo es sie gibt."
        )
        promise = self.tr(
            "Vor der Übernahme sehen Sie jede Zeile: was neu ist, was schon da ist und was nicht stimmt. "
            "Nichts kommt doppelt herein."
        )
        choice = QVBoxLayout(self._choice)
        choice.setContentsMargins(0, 0, 0, 0)
        choice.setSpacing(10)
        choice.addWidget(TextLabel(theming, about, "body", wrap=True))
        choice.addWidget(TextLabel(theming, promise, "body", "secondary", wrap=True))
        choice.addLayout(button_row(self.choose_button))
        self._column.add(self._choice, self.done, self.work)
        self._stack.addWidget(self._column)
        self._stack.addWidget(self.table_import)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def _connect(self) -> None:
        self.choose_button.clicked.connect(self.table_import.choose)
        self.table_import.opened.connect(lambda: self._stack.setCurrentWidget(self.table_import))
        self.table_import.left.connect(lambda: self._show_part(self._choice))
        self.table_import.warned.connect(self.warned)
        self.table_import.accepted.connect(self._open_cases)
        self.cases_button.clicked.connect(lambda: self.navigated.emit("cases", ""))
        self.undo_button.clicked.connect(self._take_back)
        self.again_button.clicked.connect(lambda: self._show_part(self._choice))

    def _show_part(self, part: QWidget | None) -> None:
        for each in (self._choice, self.done, *filter(None, (self._first_sheet,))):
            each.setVisible(each is part)
        self._stack.setCurrentWidget(self._column)

    def _open_cases(self, preview: TablePreview[ListedCase]) -> None:
        if self.work.is_busy:
            return
        self.tried.emit()
        self._waiting = preview
        service, portfolio = self.context.workspace.case_lists, self.context.workspace.portfolio

        def work(job: Job[OpenedList]) -> OpenedList:
            opened = service.open_cases(preview.taken, reporting(job))
            portfolio.load()
            return opened

        job = self.context.lane.run(work)
        self.work.follow(job, self.tr("Die Fälle werden angelegt …"))
        self._show_part(None)
        job.tell(self, succeeded=self._on_opened, refused=self._on_open_refused)

    def _on_opened(self, opened: OpenedList) -> None:
        self._opened = opened
        count = len(opened.case_ids)
        words = self.tr("1 Fall ist angelegt.") if count == 1 else self.tr("{count} Fälle sind angelegt.")
        left = len(self._waiting.rows) - self._waiting.count_taken if self._waiting is not None else 0
        told = words.format(count=count)
        if left:
            told += " " + self.tr("Nicht übernommene Zeilen: {count}.").format(count=left)
        self.done.words.setText(told)
        self.undo_button.show()
        self._show_part(self.done)
        self.cases_button.setFocus()
        announce(self, told)

    def _on_open_refused(self, error: AdvisorError) -> None:
        if error.problem is Problem.RECOVERY_MISSING:
            self._show_part(self.first_sheet)
            self.first_sheet.begin()
            return
        self._stack.setCurrentWidget(self.table_import)
        if error.problem is not Problem.CANCELLED:
            self._warn(error)

    def _on_first_sheet_done(self) -> None:
        self.protection_changed.emit()
        if self._waiting is not None:
            self._open_cases(self._waiting)

    def _take_back(self) -> None:
        opened = self._opened
        if opened is None or self.work.is_busy:
            return
        self.tried.emit()
        service, portfolio = self.context.workspace.case_lists, self.context.workspace.portfolio

        def work(job: Job[None]) -> None:
            service.take_back(opened, reporting(job))
            portfolio.load()

        job = self.context.lane.run(work)
        self.work.follow(job, self.tr("Die Fälle werden zurückgenommen …"))
        job.tell(self, succeeded=lambda _: self._on_taken_back(), refused=self._warn)

    def _on_taken_back(self) -> None:
        self._opened = None
        self.undo_button.hide()
        self.done.words.setText(self.tr("Die Übernahme ist zurückgenommen; keiner dieser Fälle ist mehr da."))

    def _warn(self, error: AdvisorError) -> None:
        self.warned.emit(sentence(error, self.context.workspace.texts))
