"""Takes a foreign table in: choose the file, check the columns, look at what will happen, take over.

A page puts it into its stack::

    self.table_import = TableImport(context, SERVICES, self._compare)      # (rows, answers, report) -> TablePreview
    self.table_import.opened.connect(lambda: self._stack.setCurrentWidget(self.table_import))
    self.table_import.left.connect(self._show_all)
    self.table_import.warned.connect(self.warned)
    self.table_import.accepted.connect(self._take_in)      # bridge.edit(*preview.taken), then back to the page
    button.clicked.connect(self.table_import.choose)

``compare`` runs in the background and reads only. Columns that are as last time need no click but the last one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from advisor_app.domain.column_mapping import ColumnMapping, ImportPurpose, MappedRow, read_mapped
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.foreign_table import ForeignSheet
from advisor_app.domain.table_preview import TablePreview
from advisor_app.override import override
from advisor_app.services.table_imports import MatchedTable
from advisor_app.texts.errors import sentence
from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.announce import announce
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.file_choice import ChooseFile, file_to_open
from advisor_app.ui.widgets.labels import TextLabel, hairline
from advisor_app.ui.widgets.table_import.mapping_form import MappingForm
from advisor_app.ui.widgets.table_import.preview_panel import PreviewPanel
from advisor_app.ui.widgets.work_line import WorkLine, reporting

Report = Callable[[float], None]
Compare = Callable[[Sequence[MappedRow], Mapping[str, str], Report], TablePreview[Any]]

_ENDINGS = (".xlsx", ".xlsm", ".csv", ".txt", ".tsv")
_FORM_WIDTH = 248
_NARROW = 760
_FORM_SHARE = 3


class TableImport(QWidget):
    """``opened`` asks to be shown, ``accepted`` to take in what the preview says, ``left`` to go back without that."""

    opened = Signal()
    accepted = Signal(object)  # TablePreview
    left = Signal()
    warned = Signal(str)

    def __init__(
        self,
        context: PageContext,
        purpose: ImportPurpose,
        compare: Compare,
        choose_file: ChooseFile = file_to_open,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._purpose = purpose
        self._compare = compare
        self._choose_file = choose_file
        self._imports = context.workspace.table_imports
        self.file: Path | None = None
        self._sheets: Sequence[ForeignSheet] = ()
        self._sheet = 0
        self._matched: MatchedTable | None = None
        self._answers: dict[str, str] = {}
        self._preview: TablePreview[Any] | None = None
        self._reading: Job[tuple[ForeignSheet, ...]] | None = None
        self._job: Job[TablePreview[Any]] | None = None
        theming = context.theming
        self._heading = TextLabel(theming, "", "section", wrap=True)
        self.form = MappingForm(context, purpose)
        self.preview = PreviewPanel(theming, self._imports)
        self.work = WorkLine(theming)
        self.leave_button = Button(theming, self.tr("Verwerfen"), "", "quiet")
        self.accept_button = Button(theming, "", "check", "primary")
        self._lay_out()
        self._connect()

    def choose(self) -> None:
        """Ask for a file and read it."""
        kinds = self.tr("Tabellen (*.xlsx *.csv *.txt *.tsv);;Alle Dateien (*)")
        file = self._choose_file(self, self.tr("Tabelle einlesen"), kinds)
        if file is not None:
            self.read(file)

    def read(self, file: Path) -> None:
        """Read a file in the background and show what it would do."""
        for earlier in (self._reading, self._job):
            if earlier is not None:
                earlier.drop(self)
        self.file, self._sheets, self._matched = file, (), None
        self._answers = {}
        imports = self._imports
        job: Job[tuple[ForeignSheet, ...]] = self._context.lane.run(
            lambda job: imports.read(file, reporting(job)), needed_by=self
        )
        self._reading, self._job = job, None
        self._heading.setText(self.tr("„{file}“ einlesen").format(file=file.name))
        self._show_preview(None)
        self.form.hide()
        self.preview.show_words("")
        self.work.follow(job, self.tr("Die Datei wird gelesen …"))
        job.tell(self, succeeded=self._on_read, refused=self._on_read_refused)
        self.opened.emit()

    def enter(self, event: QDragEnterEvent) -> None:
        """Take a table that is dragged over the page."""
        if dropped_table(event.mimeData()) is not None:
            event.acceptProposedAction()

    def drop(self, event: QDropEvent) -> None:
        """Read a table that was dropped on the page."""
        file = dropped_table(event.mimeData())
        if file is not None:
            event.acceptProposedAction()
            self.read(file)

    def stop(self) -> bool:
        """Stop what is under way before the page is left; False where there was something."""
        if not self.work.is_busy:
            return True
        self.work.stop()
        return False

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        self._scroll = QScrollArea()
        self._scroll.setWidget(self.form)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page, body = QScrollArea(), QWidget()
        page.setWidget(body)
        page.setWidgetResizable(True)
        page.setFrameShape(QFrame.Shape.NoFrame)
        body.setProperty("kind", "paper")
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight, body)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(16)
        self._body.addWidget(self._scroll)
        self._body.addWidget(self.preview, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self.work, 1)
        buttons.addStretch(0)
        buttons.addWidget(self.leave_button)
        buttons.addWidget(self.accept_button)
        self.setProperty("kind", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 16, 32, 16)
        layout.setSpacing(10)
        layout.addWidget(self._heading)
        layout.addWidget(page, 1)
        layout.addWidget(hairline())
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.form.mapped.connect(self._on_form_mapped)
        self.form.sheet_chosen.connect(self._on_form_sheet_chosen)
        self.form.head_moved.connect(self._match)
        self.preview.questions.answered.connect(self._on_question_answered)
        self.leave_button.clicked.connect(self._on_leave_button_clicked)
        self.accept_button.clicked.connect(self._on_accept_button_clicked)
        self._context.theming.changed.connect(self._fit)

    def _fit(self) -> None:
        """Beside each other where there is room, else the columns above the rows."""
        scaled = self._context.theming.scaled
        is_wide = self.width() >= scaled(_NARROW)
        self._body.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)
        self._scroll.setMinimumWidth(scaled(_FORM_WIDTH) if is_wide else 0)
        self._scroll.setMaximumWidth(scaled(_FORM_WIDTH) if is_wide else self.width())
        self._scroll.setMaximumHeight(self.height() if is_wide else self.height() // _FORM_SHARE)

    def _match(self, head_line: int = 0) -> None:
        """Match the columns of the chosen sheet anew."""
        self._matched = self._imports.matched(self._sheets[self._sheet], self._purpose, head_line)
        self.form.show_match(self._sheets[self._sheet], self._matched)
        self._compare_rows()

    def _compare_rows(self) -> None:
        """Find out in the background what the rows would do, as they are understood now."""
        matched = self._matched
        if matched is None:
            return
        if self._job is not None:
            self._job.drop(self)
            self._job = None
        self._show_preview(None)
        missing = matched.mapping.missing(self._purpose.fields)
        if missing:
            names = ", ".join(self._imports.title(self._purpose, item.name) for item in missing)
            self.preview.show_words(
                self.tr("Bitte wählen Sie, welche Spalte das enthält: {names}.").format(names=names)
            )
            return
        purpose, compare, answers = self._purpose, self._compare, dict(self._answers)

        def work(job: Job[TablePreview[Any]]) -> TablePreview[Any]:
            report = reporting(job)
            return compare(read_mapped(matched.table, purpose, matched.mapping, report), answers, report)

        job: Job[TablePreview[Any]] = self._context.lane.run(work, needed_by=self)
        self._job = job
        self.work.follow(job, self.tr("Die Zeilen werden verglichen …"))
        job.tell(self, succeeded=self._show_preview, refused=self._on_compare_refused)

    def _show_preview(self, preview: TablePreview[Any] | None) -> None:
        self._preview = preview
        count = 0
        if preview is not None and preview.taken:
            count = preview.count_taken
        words = (
            self.tr("1 Zeile übernehmen") if count == 1 else self.tr("{count} Zeilen übernehmen").format(count=count)
        )
        self.accept_button.setText(words if count else self.tr("Übernehmen"))
        self.accept_button.setEnabled(bool(count))
        if preview is None or self._matched is None:
            return
        mapped = self._matched.mapping.columns
        fields = [
            (item.name, self._imports.title(self._purpose, item.name))
            for item in self._purpose.fields
            if item.name in mapped
        ]
        self.preview.show_preview(preview, fields)
        if count:
            self.accept_button.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.accept_button.text())

    def _on_read(self, sheets: tuple[ForeignSheet, ...]) -> None:
        self._sheets = sheets
        self._sheet = sheets.index(self._imports.best_sheet(sheets, self._purpose))
        self.form.show_sheets(sheets, self._sheet)
        self.form.show()
        self._match()

    def _on_read_refused(self, error: AdvisorError) -> None:
        self.left.emit()
        if error.problem is not Problem.CANCELLED:
            self.warned.emit(sentence(error, self._context.workspace.texts))

    def _on_compare_refused(self, error: AdvisorError) -> None:
        self.preview.show_words(sentence(error, self._context.workspace.texts))

    def _on_form_mapped(self, mapping: ColumnMapping) -> None:
        if self._matched is not None:
            self._matched = MatchedTable(table=self._matched.table, mapping=mapping)
            self._compare_rows()

    def _on_form_sheet_chosen(self, index: int) -> None:
        self._sheet = index
        self._match()

    def _on_question_answered(self, word: str, value: str) -> None:
        self._answers[word] = value
        self._compare_rows()

    def _on_leave_button_clicked(self) -> None:
        self.stop()
        self.left.emit()

    def _on_accept_button_clicked(self) -> None:
        if self._preview is None or self._matched is None:
            return
        try:
            self._imports.remember(self._purpose, self._matched.mapping)
        except AdvisorError as error:
            self.warned.emit(sentence(error, self._context.workspace.texts))
        self.accepted.emit(self._preview)


def dropped_table(given: QMimeData) -> Path | None:
    """The one file among what is dropped that is called like a table; None for anything else."""
    files = [Path(url.toLocalFile()) for url in given.urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 and files[0].suffix.lower() in _ENDINGS else None
