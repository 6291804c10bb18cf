"""The page of usage statistics."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from advisor_app.domain.changes import Change, HeadSet, MeasureSet, UsageSet
from advisor_app.domain.column_mapping import MappedRow
from advisor_app.domain.errors import AdvisorError
from advisor_app.domain.projection import ProjectableUsage
from advisor_app.domain.table_preview import TablePreview
from advisor_app.domain.usage import UsageCut
from advisor_app.domain.usage_table import USAGE
from advisor_app.override import override
from advisor_app.services.evidence import Stored
from advisor_app.texts.errors import sentence
from advisor_app.ui.pages.usage.figures_panel import FiguresPanel
from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.command import Command
from advisor_app.ui.shell.page import CasePage, PageContext
from advisor_app.ui.widgets.empty_state import EmptyState
from advisor_app.ui.widgets.file_choice import ChooseFile, ChoosePlace, file_to_open, file_to_save
from advisor_app.ui.widgets.table_import import TableImport


class UsagePage(CasePage):
    """Nutzung. Its items are the cuts of the figures; ``choose_file`` and ``choose_place`` ask the system."""

    def __init__(
        self,
        context: PageContext,
        bridge: CaseBridge,
        choose_file: ChooseFile = file_to_open,
        choose_place: ChoosePlace = file_to_save,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, bridge, parent)
        self._choose_place = choose_place
        self.figures = FiguresPanel(context)
        self.table_import = TableImport(context, USAGE, self._compare, choose_file)
        self.empty = EmptyState(
            context.theming,
            icon="chart-line",
            title=self.tr("Noch keine Nutzungsstatistik"),
            sentence=self.tr(
                "Lesen Sie die Statistik der Plattform als Tabelle (Excel oder CSV) ein: Anträge, Abbrüche und "
                "Zahlungsarten je Dienst und Monat. Die Datei bleibt als Nachweis bei den passenden Fragen."
            ),
            action=self.tr("Tabelle einlesen …"),
        )
        self._stack = QStackedWidget()
        for widget in (self.empty, self.figures, self.table_import):
            self._stack.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.setAcceptDrops(True)
        self._connect()
        self._show_all()

    @override
    def refresh(self, changes: tuple[Change, ...]) -> None:
        if any(isinstance(change, UsageSet | HeadSet | MeasureSet) for change in changes) or not changes:
            is_importing = self._stack.currentWidget() is self.table_import
            self._show_all()
            if is_importing and not self.can_only_be_read:
                self._stack.setCurrentWidget(self.table_import)

    @override
    def flush(self) -> bool:
        return self.table_import.stop()

    @override
    def open_item(self, item: str) -> None:
        if self.bridge.case.usage and item in {cut.value for cut in UsageCut}:
            self.figures.choose_cut(UsageCut(item))

    @override
    def present_item(self) -> str:
        return self.figures.cuts.current() if self.bridge.case.usage else ""

    @override
    def projectable(self) -> ProjectableUsage | None:
        """The cut that one looks at."""
        return self.figures.projectable if self.bridge.case.usage else None

    @override
    def commands(self) -> Sequence[Command]:
        kind = self.tr("Nutzung")
        commands = []
        if not self.can_only_be_read:
            title = self.tr("Nutzungsstatistik einlesen (Excel, CSV)")
            commands.append(Command(title=title, kind=kind, act=self.table_import.choose, icon="file-input"))
        if not self.bridge.case.usage:
            return commands
        commands.append(
            Command(title=self.tr("PDF ansehen"), kind=kind, act=self._show_pdf, icon="file-text", keys="Ctrl+P")
        )
        commands.append(Command(title=self.tr("Nutzung ausgeben"), kind=kind, act=self.export, icon="table"))
        if not self.can_only_be_read:
            commands.append(Command(title=self.tr("Nutzung löschen"), kind=kind, act=self.remove, icon="trash-2"))
        texts = self.context.workspace.texts
        commands += [
            Command(
                title=texts(f"usage.chart.{cut.value}"),
                kind=kind,
                act=partial(self.figures.choose_cut, cut),
                icon="chart-line",
            )
            for cut in UsageCut
        ]
        return commands

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not self.can_only_be_read:
            self.table_import.enter(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.table_import.drop(event)

    def export(self) -> None:
        """Ask for a place and write a row per service and month."""
        kinds = self.tr("Excel-Arbeitsmappe (*.xlsx);;CSV-Datei (*.csv)")
        file = self._choose_place(self, self.tr("Nutzung ausgeben"), self.tr("Nutzung.xlsx"), kinds)
        if file is None:
            return
        self.tried.emit()
        usage, case = self.context.workspace.usage, self.bridge.case
        job: Job[int] = self.context.lane.run(lambda _job: usage.export(case, file))
        done = self.tr("Die Zahlen stehen in „{file}“.").format(file=file)
        job.tell(self, succeeded=lambda _: self.noticed.emit(done), refused=self._warn)

    def remove(self) -> None:
        """Take all figures out; the files stay among the evidence."""
        if self.bridge.edit(*self.context.workspace.usage.remove_changes(self.bridge.case)):
            self.removed.emit(self.tr("Die Nutzungsstatistik ist gelöscht; die eingelesene Datei bleibt als Nachweis."))

    def _show_pdf(self) -> None:
        if self.bridge.case.usage:
            self.navigated.emit("documents", "usage-report")

    def _make_measure(self) -> None:
        usage, service = self.context.workspace.usage, self.figures.service
        if service is None:
            return
        if usage.is_in_plan(self.bridge.case, service):
            self.navigated.emit("plan", service.measure)
        elif self.bridge.edit(*usage.to_measure(self.bridge.case, service)):
            measure = self.bridge.case.usage[service.id].measure
            words = self.tr("Maßnahme {measure} steht im Umsetzungsplan. Strg+Z nimmt sie zurück.")
            self.noticed.emit(words.format(measure=measure))

    def _connect(self) -> None:
        self.empty.wanted.connect(self.table_import.choose)
        self.figures.measure_wanted.connect(self._make_measure)
        self.figures.looked_at.connect(self.projectable_changed)
        head = self.figures.head
        head.import_wanted.connect(self.table_import.choose)
        head.export_wanted.connect(self.export)
        head.pdf_wanted.connect(self._show_pdf)
        head.report_wanted.connect(lambda: self.navigated.emit("documents", "result-report"))
        self.table_import.opened.connect(lambda: self._stack.setCurrentWidget(self.table_import))
        self.table_import.left.connect(self._show_all)
        self.table_import.warned.connect(self.warned)
        self.table_import.accepted.connect(self._on_table_import_accepted)

    def _show_all(self) -> None:
        case = self.bridge.case
        if case.usage:
            self.figures.show_case(case, is_reading=self.can_only_be_read)
        self.empty.button.setEnabled(not self.can_only_be_read)
        self._stack.setCurrentWidget(self.figures if case.usage else self.empty)

    def _compare(
        self, rows: Sequence[MappedRow], _answers: Mapping[str, str], report: Callable[[float], None]
    ) -> TablePreview[UsageSet]:
        return self.context.workspace.usage.compare(self.bridge.case, rows, report)

    def _on_table_import_accepted(self, preview: TablePreview[UsageSet]) -> None:
        file = self.table_import.file
        if file is None:
            return
        self.tried.emit()
        usage = self.context.workspace.usage
        job: Job[Stored] = self.context.lane.run(lambda _job: usage.keep_file(file), lost=usage.give_up)
        self.table_import.work.follow(job, self.tr("Die Zahlen werden übernommen …"))
        job.tell(self, succeeded=partial(self._take_in, preview), refused=self._warn)

    def _take_in(self, preview: TablePreview[UsageSet], stored: Stored) -> None:
        usage = self.context.workspace.usage
        if self.bridge.edit(*usage.changes(self.bridge.case, preview, stored)):
            self._show_all()
            self.noticed.emit(
                self.tr("Übernommen; „{file}“ liegt als Nachweis bei den Fragen. Strg+Z nimmt alles zurück.").format(
                    file=stored.name
                )
            )
        elif not self.bridge.is_waiting:
            usage.give_up(stored)

    def _warn(self, error: AdvisorError) -> None:
        self.warned.emit(sentence(error, self.context.workspace.texts))
