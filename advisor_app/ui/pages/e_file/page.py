"""The page of electronic files."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from advisor_app.domain.changes import (
    AnswerSet,
    AreaStandingSet,
    AssessmentSet,
    BookingSet,
    Change,
    CriterionWeightSet,
    FilePlanEntrySet,
    HeadSet,
    MeasureSet,
    ProcessSet,
    RolloutStepSet,
    SampleFilingSet,
    VariantRatingSet,
)
from advisor_app.domain.column_mapping import MappedRow
from advisor_app.domain.e_file import counts_of
from advisor_app.domain.file_plan_table import FILE_PLAN
from advisor_app.domain.process import ProcessSheet
from advisor_app.domain.projection import EFileView, ProjectableEFile, ProjectableProcess
from advisor_app.domain.table_preview import TablePreview
from advisor_app.override import override
from advisor_app.services.session import CaseSession
from advisor_app.ui.pages.e_file.areas_panel import AreasPanel
from advisor_app.ui.pages.e_file.exercise_panel import ExercisePanel
from advisor_app.ui.pages.e_file.file_plan_panel import FilePlanPanel
from advisor_app.ui.pages.e_file.head import PARTS, EFileHead
from advisor_app.ui.pages.e_file.rollout_panel import RolloutPanel
from advisor_app.ui.pages.e_file.scan_panel import ScanPanel
from advisor_app.ui.pages.e_file.way_panel import WayPanel
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.command import Command, numbered_commands
from advisor_app.ui.shell.page import CasePage, PageContext
from advisor_app.ui.widgets.file_choice import file_to_save
from advisor_app.ui.widgets.file_exchange import FileExchange
from advisor_app.ui.widgets.keys import act_on_numbers
from advisor_app.ui.widgets.table_import import TableImport

_WATCHED = (
    AreaStandingSet,
    FilePlanEntrySet,
    SampleFilingSet,
    CriterionWeightSet,
    VariantRatingSet,
    RolloutStepSet,
    MeasureSet,
    ProcessSet,
    HeadSet,
    AnswerSet,
    AssessmentSet,
    BookingSet,
)

_Panel = AreasPanel | WayPanel | FilePlanPanel | ExercisePanel | ScanPanel | RolloutPanel


class EFilePage(CasePage):
    """E-Akte. Alt+1 to Alt+6 go to its parts; ``present_item`` names the part, perhaps with an area (areas/search)."""

    def __init__(self, context: PageContext, bridge: CaseBridge, parent: QWidget | None = None) -> None:
        super().__init__(context, bridge, parent)
        self._failed = False
        self._files = FileExchange(self)
        self.head = EFileHead(context.theming)
        self.areas = AreasPanel(context)
        self.way = WayPanel(context)
        self.file_plan = FilePlanPanel(context)
        self.exercise = ExercisePanel(context)
        self.scanning = ScanPanel(context)
        self.rollout = RolloutPanel(context)
        self.panels = (self.areas, self.way, self.file_plan, self.exercise, self.scanning, self.rollout)
        self._behind = set(self.panels)  # do not show the case as it is now; each does once it is looked at
        self.table_import = TableImport(context, FILE_PLAN, self._compare)
        self._parts = QStackedWidget()
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._show_all()

    @property
    def part(self) -> str:
        """The part that is shown."""
        return PARTS[self._parts.currentIndex()]

    @override
    def refresh(self, changes: tuple[Change, ...]) -> None:
        if any(isinstance(change, _WATCHED) for change in changes):
            self._show_all()

    @override
    def flush(self) -> bool:
        self._failed = False
        for panel in (self.areas, self.file_plan, self.scanning, self.rollout):
            panel.flush()
        return not self._failed

    @override
    def open_item(self, item: str) -> None:
        part, _, area = item.partition("/")
        if part in PARTS:
            self.show_part(part)
            if area and part == "areas":
                self.areas.go_to(area)

    @override
    def present_item(self) -> str:
        return f"areas/{self.areas.current}" if self.part == "areas" else self.part

    @override
    def projectable(self) -> ProjectableEFile | ProjectableProcess | None:
        """What of the part is a picture; filing plan and exercise are worked on by the groups themselves."""
        case = self.bridge.case
        if self.part == "way":
            return self.way.picture
        if self.part == "rollout" and not case.rollout:
            return None
        view = next((view for view in EFileView if view.value == self.part), None)
        return None if view is None else ProjectableEFile(view=view)

    @property
    @override
    def turns(self) -> bool:
        return self.part == "way"

    @override
    def show_beside(self, places: int) -> None:
        if self.turns:
            self.way.go_beside(places)

    @override
    def commands(self) -> Sequence[Command]:
        kind = self.tr("E-Akte")
        titles = (
            self.tr("Funktionsbereiche"),
            self.tr("Weg eines Schriftstücks"),
            self.tr("Aktenplan"),
            self.tr("Übung zum Aktenplan"),
            self.tr("Posteingang und Scannen"),
            self.tr("Einführung nach Ämtern"),
        )
        parts = ((title, partial(self.show_part, part)) for part, title in zip(PARTS, titles, strict=True))
        papers = (
            (self.tr("PDF ansehen"), "e-file-sheet", "Ctrl+P"),
            (self.tr("Anforderungsliste ansehen"), "requirements-list", ""),
            (self.tr("Übungsblatt Aktenplan ansehen"), "filing-exercise", ""),
        )
        reading = [] if self.can_only_be_read else [self._reading_command(kind)]
        return [
            *(
                Command(title=title, kind=kind, act=partial(self._show_paper, paper), icon="file-text", keys=keys)
                for title, paper, keys in papers
            ),
            *reading,
            Command(title=self.tr("Aktenplan als CSV …"), kind=kind, act=self._export, icon="download"),
            *numbered_commands(kind, parts),
        ]

    def show_part(self, part: str) -> None:
        """Show a part and put the focus where work on it begins."""
        if part not in PARTS:
            return
        if not self.flush():
            self.head.parts.choose(self.part)  # a click has chosen the other one
            return
        self._stack.setCurrentIndex(0)
        self.head.parts.choose(part)
        panel = self.panels[PARTS.index(part)]
        self._catch_up(panel)
        self._parts.setCurrentWidget(panel)
        if isinstance(panel, AreasPanel | FilePlanPanel | ScanPanel | RolloutPanel):
            panel.take_focus()
        self.projectable_changed.emit()

    def _reading_command(self, kind: str) -> Command:
        act: Callable[[], None] = self.table_import.choose
        return Command(title=self.tr("Aktenplan einlesen …"), kind=kind, act=act, icon="file-input")

    def _lay_out(self) -> None:
        for panel in self.panels:
            self._parts.addWidget(panel)
        work = QWidget()
        column = QVBoxLayout(work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._parts, 1)
        self._stack.addWidget(work)
        self._stack.addWidget(self.table_import)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._stack)
        self.setProperty("kind", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def _connect(self) -> None:
        self.head.parts.chosen.connect(self.show_part)
        self.head.paper_wanted.connect(self._show_paper)
        self.head.import_wanted.connect(self.table_import.choose)
        self.head.export_wanted.connect(self._export)
        for panel in self.panels:
            panel.edited.connect(self._save)
        for typed in (self.areas, self.file_plan, self.scanning, self.rollout):
            typed.typing.connect(self.typing)
        for removing in (self.file_plan, self.rollout):
            removing.removed.connect(self.removed)
        self.areas.question_wanted.connect(lambda item: self._go("assessment", item))
        self.way.begin_wanted.connect(self._begin_way)
        self.way.picture_changed.connect(self.projectable_changed)
        self.way.opened.connect(lambda sheet: self._go("processes", f"{sheet}/as-is"))
        self.exercise.paper_wanted.connect(self._show_paper)
        self.rollout.noticed.connect(self.noticed)
        self.rollout.plan_wanted.connect(lambda measure: self._go("plan", measure))
        self.table_import.opened.connect(lambda: self._stack.setCurrentWidget(self.table_import))
        self.table_import.left.connect(lambda: self._stack.setCurrentIndex(0))
        self.table_import.warned.connect(self.warned)
        self.table_import.accepted.connect(self._take_in)
        act_on_numbers(self, (partial(self.show_part, part) for part in PARTS))

    def _show_all(self) -> None:
        case = self.bridge.case
        counts = counts_of(self.context.workspace.e_files.areas(case))
        needed = sum(counts.needed.values())
        told = self.tr("Bereiche mit Bedarf: {needed}, mit Lücke: {gaps}").format(
            needed=needed, gaps=sum(counts.missing.values())
        )
        self.head.below.setText(" · ".join(filter(None, (case.commune.title, told if needed else ""))))
        self._behind = set(self.panels)
        self._catch_up(self.panels[self._parts.currentIndex()])
        self.projectable_changed.emit()

    def _catch_up(self, panel: _Panel) -> None:
        """Let the part that is looked at show the case as it is now; a large filing plan takes its time in others."""
        if panel in self._behind:
            self._behind.discard(panel)
            panel.show_case(self.bridge.case, is_reading=self.can_only_be_read)

    def _save(self, changes: Sequence[Change], batch: str) -> None:
        if changes and not self.bridge.edit(*changes, batch=batch or None):
            self._failed = True

    def _go(self, page: str, item: str) -> None:
        if self.flush():
            self.navigated.emit(page, item)

    def _show_paper(self, kind: str) -> None:
        self._go("documents", kind)

    def _begin_way(self) -> None:
        if not self.flush():
            return

        def begin(session: CaseSession) -> ProcessSheet:
            return self.context.workspace.e_files.begin_way(session, self.context.workspace.processes)

        sheet = self.bridge.perform(begin)
        if sheet is not None:
            self._go("processes", f"{sheet.id}/as-is")

    def _compare(
        self, rows: Sequence[MappedRow], _answers: Mapping[str, str], report: Callable[[float], None]
    ) -> TablePreview[FilePlanEntrySet]:
        return self.context.workspace.e_files.compare_plan(self.bridge.case, rows, report)

    def _take_in(self, preview: TablePreview[FilePlanEntrySet]) -> None:
        if self.bridge.edit(*preview.taken):
            self.show_part("file-plan")
            one, many = self.tr("1 Eintrag übernommen."), self.tr("{count} Einträge übernommen.")
            self.noticed.emit(one if len(preview.taken) == 1 else many.format(count=len(preview.taken)))

    def _export(self) -> None:
        if not self.flush():
            return
        title, kinds = self.tr("Aktenplan speichern"), self.tr("Tabellen (*.csv)")
        path = file_to_save(self, title, self.tr("Aktenplan") + ".csv", kinds)
        if path is not None:
            plans, case = self.context.workspace.e_files, self.bridge.case
            self._files.save(lambda file: plans.export_plan(case, file), path)
