"""The page of process sheets."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from advisor_app.domain.changes import Change, HeadSet, ProcessSet
from advisor_app.domain.process import Flow, ProcessSheet, ProcessStep, begun_to_be, in_order
from advisor_app.domain.projection import ProjectableProcess
from advisor_app.domain.sheet_part import SheetPart
from advisor_app.override import override
from advisor_app.services.ids import new_id
from advisor_app.ui.pages.processes.benefit_panel import BenefitPanel
from advisor_app.ui.pages.processes.flow_panel import FlowPanel
from advisor_app.ui.pages.processes.head import ProcessHead
from advisor_app.ui.pages.processes.photo_panel import PhotoPanel
from advisor_app.ui.pages.processes.profile import ProcessProfile
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.command import Command, numbered_commands
from advisor_app.ui.shell.page import CasePage, PageContext
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.empty_state import EmptyState
from advisor_app.ui.widgets.file_choice import file_to_save
from advisor_app.ui.widgets.file_exchange import FileExchange
from advisor_app.ui.widgets.keys import act_on, act_on_numbers
from advisor_app.ui.widgets.labels import TextLabel, vertical_hairline
from advisor_app.ui.widgets.side_list import SideEntry, SideList

_SIDE = 232
_BESIDE_FROM = 1500
"""From this width on photos stand beside the table, else below it."""
_HALVES = (1000, 1000)
_PARTS = tuple(part.value for part in SheetPart)


class ProcessesPage(CasePage):
    """Prozesse. Insert adds one, Alt+1 to Alt+4 go to the parts of its sheet, Alt+5 shows photos.

    The last part is ``present_item``.
    """

    def __init__(self, context: PageContext, bridge: CaseBridge, parent: QWidget | None = None) -> None:
        super().__init__(context, bridge, parent)
        theming = context.theming
        self._current = ""
        self._failed = False
        self._files = FileExchange(self)
        self.list = SideList(theming, self.tr("Prozesse"))
        self.add_button = Button(theming, self.tr("Anlegen"), "plus", "link", shortcut="Ins")
        self.head = ProcessHead(theming)
        self.profile = ProcessProfile(context)
        self.flows = {flow: FlowPanel(context, flow) for flow in Flow}
        self.benefit = BenefitPanel(context)
        self._panels: dict[str, ProcessProfile | FlowPanel | BenefitPanel] = dict(
            zip(_PARTS, (self.profile, *self.flows.values(), self.benefit), strict=True)
        )
        self._behind: set[str] = set()  # parts that do not show the sheet as it is now; each does once it is looked at
        self.photos = PhotoPanel(context, bridge)
        self.empty = EmptyState(
            theming,
            icon="workflow",
            title=self.tr("Noch kein Prozess"),
            sentence=self.tr(
                "Hier wird aufgenommen, wie ein Prozess heute läuft und wie er laufen soll: Schritte, Rollen, Zeiten "
                "und Medienbrüche, mit Zeichnung und Nutzenrechnung."
            ),
            action=self.tr("Prozess anlegen"),
            keys="Ins",
        )
        self._stack = QStackedWidget()
        self._parts = QStackedWidget()
        self._lay_out()
        self._connect()
        self._show_all()

    @property
    def current(self) -> ProcessSheet | None:
        """The process that is shown."""
        return self.bridge.case.processes.get(self._current)

    @property
    def part(self) -> str:
        """The part of the sheet that is shown: profile, as-is, to-be or benefit."""
        return _PARTS[self._parts.currentIndex()]

    @override
    def refresh(self, changes: tuple[Change, ...]) -> None:
        if any(isinstance(change, ProcessSet | HeadSet) for change in changes):
            self._show_all()

    @override
    def flush(self) -> bool:
        self._failed = False
        self.profile.flush()
        self.benefit.flush()
        for panel in self.flows.values():
            if panel.isVisible():
                panel.flush()
        return not self._failed

    @override
    def open_item(self, item: str) -> None:
        name, _, part = item.partition("/")
        name = name or self._current  # without a sheet: the part of the one that is shown
        if name in self.bridge.case.processes:
            self._choose(name)
            self.show_part(part or self.part)

    @override
    def present_item(self) -> str:
        return f"{self._current}/{self.part}" if self._current else ""

    @override
    def projectable(self) -> ProjectableProcess | None:
        """The flow that one looks at; the other parts of a sheet are not for the room."""
        flow = next((flow for flow in Flow if flow.value == self.part), None)
        return None if self.current is None or flow is None else ProjectableProcess(process=self._current, flow=flow)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def commands(self) -> Sequence[Command]:
        kind = self.tr("Prozess")
        commands = [Command(title=self.tr("Prozess anlegen"), kind=kind, act=self._add, icon="plus", keys="Ins")]
        if self.current is None:
            return commands
        titles = (self.tr("Steckbrief"), self.tr("Ist-Ablauf"), self.tr("Soll-Ablauf"), self.tr("Nutzen"))
        parts = ((title, partial(self.show_part, part)) for part, title in zip(_PARTS, titles, strict=True))
        return [
            *commands,
            Command(
                title=self.tr("Fotos daneben zeigen"), kind=kind, act=self._toggle_photos, icon="image", keys="Alt+5"
            ),
            Command(title=self.tr("PDF ansehen"), kind=kind, act=self._show_pdf, icon="file-text", keys="Ctrl+P"),
            Command(title=self.tr("Ablauf als BPMN 2.0 …"), kind=kind, act=self._export_bpmn, icon="workflow"),
            Command(title=self.tr("Ablauf als Bild (SVG) …"), kind=kind, act=self._export_svg, icon="image"),
            Command(title=self.tr("Maßnahme im Umsetzungsplan"), kind=kind, act=self._make_measure, icon="chart-gantt"),
            *numbered_commands(self.tr("Abschnitt"), parts),
        ]

    def show_part(self, part: str) -> None:
        """Show a part of the sheet and put the focus where work on it begins."""
        if part not in _PARTS:
            return
        if not self.flush():
            self.head.parts.choose(self.part)  # a click has chosen the other one
            return
        self.head.parts.choose(part)
        self._catch_up(part)
        self._parts.setCurrentIndex(_PARTS.index(part))
        if part in ("as-is", "to-be"):
            self.flows[Flow(part)].table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.projectable_changed.emit()

    def _lay_out(self) -> None:
        theming = self.context.theming
        self._side = QWidget()
        column = QVBoxLayout(self._side)
        column.setContentsMargins(16, 20, 16, 16)
        column.setSpacing(8)
        top = QHBoxLayout()
        top.addWidget(TextLabel(theming, self.tr("Prozesse"), "body", "secondary"), 1)
        top.addWidget(self.add_button)
        column.addLayout(top)
        column.addWidget(self.list)
        column.addStretch(1)
        for panel in self._panels.values():
            self._parts.addWidget(panel)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.head)
        self._beside = QSplitter()
        self._beside.setChildrenCollapsible(False)
        self._beside.addWidget(self._parts)
        self._beside.addWidget(self.photos)
        self._beside.setSizes(_HALVES)
        self.photos.hide()
        right.addWidget(self._beside, 1)
        work = QWidget()
        row = QHBoxLayout(work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addWidget(vertical_hairline())
        row.addLayout(right, 1)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(work)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._stack)
        self.setProperty("kind", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theming.changed.connect(self._fit)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self._add)
        self.empty.wanted.connect(self._add)
        self.list.chosen.connect(self._on_list_chosen)
        self.head.parts.chosen.connect(self.show_part)
        self.head.pdf_wanted.connect(self._show_pdf)
        self.head.bpmn_wanted.connect(self._export_bpmn)
        self.head.svg_wanted.connect(self._export_svg)
        self.head.measure_wanted.connect(self._make_measure)
        self.head.removal_wanted.connect(self._remove)
        self.head.photos_wanted.connect(self._toggle_photos)
        self.photos.closed.connect(self._toggle_photos)
        self.photos.noticed.connect(self.noticed)
        self.photos.warned.connect(self.warned)
        for panel in (self.profile, self.benefit):
            panel.edited.connect(self._save)
            panel.typing.connect(self.typing)
        for flow_panel in self.flows.values():
            flow_panel.edited.connect(self._on_flow_edited)
            flow_panel.pasted.connect(self._on_flow_pasted)
            flow_panel.table.picture_pasted.connect(self._on_picture_pasted)
            flow_panel.typing.connect(self.typing)
            flow_panel.begin_wanted.connect(self._begin_to_be)
        act_on("Del", self.list, self._remove)
        act_on_numbers(self, (*(partial(self.show_part, part) for part in _PARTS), self._toggle_photos))

    def _show_all(self) -> None:
        sheets = in_order(self.bridge.case.processes.values())
        if self.current is None:
            self._current = sheets[0].id if sheets else ""
        self._stack.setCurrentIndex(1 if sheets else 0)
        self.list.show_entries([self._entry(sheet) for sheet in sheets])
        sheet = self.current
        if sheet is None:
            return
        self.list.mark(sheet.id)
        self.head.show_sheet(sheet, self.bridge.case.commune.title)
        self._behind = set(_PARTS)
        self._catch_up(self.part)
        self.photos.show_process(sheet.id)
        self.projectable_changed.emit()

    def _catch_up(self, part: str) -> None:
        """Let a part show the sheet as it is now: drawing a flow takes long, and only one part is looked at."""
        sheet = self.current
        if sheet is None or part not in self._behind:
            return
        self._behind.discard(part)
        match self._panels[part]:
            case FlowPanel() as flow:
                flow.show_sheet(sheet, is_reading=self.can_only_be_read)
            case ProcessProfile() as profile:
                profile.show_sheet(sheet, has_ways="M3" in self.bridge.case.modules)
            case BenefitPanel() as benefit:
                benefit.show_sheet(sheet)

    def _entry(self, sheet: ProcessSheet) -> SideEntry:
        standing = self.tr("ausgewählt") if sheet.chosen else self.tr("Kandidat")
        title = sheet.title.strip() or self.tr("Ohne Namen")
        return SideEntry(key=sheet.id, title=title, below=" · ".join(filter(None, (sheet.code, sheet.group, standing))))

    def _choose(self, name: str) -> None:
        if name != self._current and self.flush():
            self._current = name
            self._show_all()

    def _add(self) -> None:
        if not self.flush():
            return
        sheet = self.bridge.perform(self.context.workspace.processes.create)
        if sheet is not None:
            self._choose(sheet.id)
            self.show_part("profile")
            self.profile.form.take_focus()

    def _remove(self) -> None:
        sheet = self.current
        if sheet is not None and self.flush() and self.bridge.edit(ProcessSet(sheet.id, self.current, None)):
            self.removed.emit(self.tr("{code} ist gelöscht.").format(code=sheet.code))

    def _make_measure(self) -> None:
        """Make a measure out of the process, or look at the one that it has become."""
        if self.current is None or not self.flush():
            return
        services, case = self.context.workspace.processes, self.bridge.case
        sheet = case.processes[self._current]
        if services.is_in_plan(case, sheet):
            self.navigated.emit("plan", sheet.measure)
        elif not self.can_only_be_read and self.bridge.edit(*services.to_measure(case, sheet)):
            words = self.tr("Maßnahme {measure} steht im Umsetzungsplan. Strg+Z nimmt sie zurück.")
            self.noticed.emit(words.format(measure=self.bridge.case.processes[sheet.id].measure))

    def _save(self, sheet: ProcessSheet, batch: str) -> None:
        before = self.current
        if before is None or before.id != sheet.id or before == sheet:
            return
        if not self.bridge.edit(ProcessSet(sheet.id, before, sheet), batch=batch or None):
            self._failed = True

    def _begin_to_be(self) -> None:
        sheet = self.current
        if sheet is not None:
            self._save(begun_to_be(sheet, new_id), "")
            self.flows[Flow.TO_BE].table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggle_photos(self) -> None:
        """Show or hide the photos; the drawing makes room for them."""
        shown = self.photos.isHidden()
        self.photos.setVisible(shown)
        self.head.photos.setChecked(shown)
        for panel in self.flows.values():
            panel.show_lanes(shown=not shown)
        self._fit()

    def _show_pdf(self) -> None:
        if self.current is not None and self.flush():
            self.navigated.emit("documents", f"process-report:{self._current}")

    def _export_bpmn(self) -> None:
        self._export(self.tr("Ablauf als BPMN 2.0 speichern"), "bpmn", self.tr("BPMN-Dateien (*.bpmn)"))

    def _export_svg(self) -> None:
        self._export(self.tr("Ablauf als Bild speichern"), "svg", self.tr("Bilder (*.svg)"))

    def _export(self, title: str, ending: str, kinds: str) -> None:
        sheet = self.current
        if sheet is None or not self.flush():
            return
        flow = Flow.TO_BE if self.part == "to-be" else Flow.AS_IS
        path = file_to_save(self, title, f"{sheet.code}-{flow.value}.{ending}", kinds)
        if path is not None:
            services = self.context.workspace.processes
            export = services.export_bpmn if ending == "bpmn" else services.export_svg
            self._files.save(lambda file: export(sheet, flow, file), path)

    def _fit(self) -> None:
        is_wide = self.width() >= self.context.theming.scaled(_BESIDE_FROM)
        way = Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical
        if way is not self._beside.orientation():
            self._beside.setOrientation(way)
            self._beside.setSizes(_HALVES)
        self._side.setFixedWidth(min(self.context.theming.scaled(_SIDE), self.width() // 4))

    def _on_list_chosen(self, name: str) -> None:
        self._choose(name)
        self.list.mark(self._current)

    def _on_flow_edited(self, flow: Flow, steps: tuple[ProcessStep, ...], batch: str) -> None:
        if self.current is not None:
            self._save(self.current.with_steps(flow, steps), batch)

    def _on_picture_pasted(self) -> None:
        if self.photos.take(QGuiApplication.clipboard().mimeData()) and self.photos.isHidden():
            self._toggle_photos()

    def _on_flow_pasted(self, flow: Flow, row: int, lines: Sequence[str]) -> None:
        sheet = self.current
        if sheet is not None:
            new, steps = self.context.workspace.processes.steps_of(lines), sheet.steps(flow)
            self._save(sheet.with_steps(flow, (*steps[: row + 1], *new, *steps[row + 1 :])), "")
