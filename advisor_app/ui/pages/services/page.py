"""The page of services."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from advisor_app.domain.changes import Change, HeadSet, MeasureSet, OfficeSet, ServiceSet
from advisor_app.domain.column_mapping import MappedRow
from advisor_app.domain.errors import AdvisorError
from advisor_app.domain.projection import ProjectableServices, ServicesPicture
from advisor_app.domain.service import Office, Service, next_number
from advisor_app.domain.service_overview import ServiceOverview
from advisor_app.domain.service_table import SERVICES
from advisor_app.domain.table_preview import TablePreview
from advisor_app.override import override
from advisor_app.texts.errors import sentence
from advisor_app.texts.services import service_name
from advisor_app.ui.pages.services.figures_view import FiguresView
from advisor_app.ui.pages.services.head import ServicesHead
from advisor_app.ui.pages.services.list_view import ServiceList, neighbour
from advisor_app.ui.pages.services.offices_view import OfficesView
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.command import Command, numbered_commands
from advisor_app.ui.shell.page import CasePage, PageContext
from advisor_app.ui.widgets.empty_state import EmptyState
from advisor_app.ui.widgets.file_choice import ChooseFile, ChoosePlace, file_to_open, file_to_save
from advisor_app.ui.widgets.file_exchange import FileExchange
from advisor_app.ui.widgets.keys import act_on, act_on_numbers
from advisor_app.ui.widgets.table_import import TableImport

LIST, OFFICES, FIGURES = _VIEWS = ("list", "offices", "figures")
OPEN = "open"
"""The item that shows what is to be clarified."""


class ServicesPage(CasePage):
    """Leistungen. Insert adds one, Alt+1 to Alt+3 go to the views; items are views, services and ``open``."""

    def __init__(
        self,
        context: PageContext,
        bridge: CaseBridge,
        choose_file: ChooseFile = file_to_open,
        choose_place: ChoosePlace = file_to_save,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, bridge, parent)
        theming = context.theming
        self._overviews = context.workspace.service_overviews
        self._choose_place = choose_place
        self._current = ""
        self._failed = False
        self._files = FileExchange(self)
        self._overview: ServiceOverview | None = None
        self.head = ServicesHead(theming)
        self.list = ServiceList(context)
        self.offices = OfficesView(context)
        self.figures = FiguresView(context)
        self.table_import = TableImport(context, SERVICES, self._compare, choose_file)
        self.empty = EmptyState(
            theming,
            icon="landmark",
            title=self.tr("Noch keine Leistungen"),
            sentence=self.tr(
                "Hier steht, welche Leistungen das Haus erbringt, welches Amt sie bearbeitet, wie oft sie gebraucht "
                "werden und wie weit sie online sind. Beginnen Sie mit den häufigen Leistungen einer solchen Kommune, "
                "oder lesen Sie über „Mehr“ eine Tabelle ein."
            ),
            action=self.tr("Häufige Leistungen übernehmen"),
            other=self.tr("Leistung anlegen"),
            other_keys="Ins",
        )
        self._views = QStackedWidget()
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._show_all()

    @property
    def current(self) -> Service | None:
        """The service that is chosen."""
        return self.bridge.case.services.get(self._current)

    @property
    def view(self) -> str:
        """The view that is shown: list, offices or figures."""
        return _VIEWS[self._views.currentIndex()]

    @override
    def refresh(self, changes: tuple[Change, ...]) -> None:
        if not changes or any(isinstance(change, ServiceSet | OfficeSet | MeasureSet | HeadSet) for change in changes):
            self._show_all()

    @override
    def flush(self) -> bool:
        self._failed = False
        self.list.detail.flush()
        if self.view == OFFICES:
            self.offices.flush()
        if self.list.table.isVisible():
            self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)  # closes the editor of a cell
        return self.table_import.stop() and not self._failed

    @override
    def open_item(self, item: str) -> None:
        name, _, service = item.partition("/")
        if name in _VIEWS:
            self.show_view(name)
        elif name == OPEN:
            self.show_view(LIST)
            self.list.show_open()
        else:
            service = name
        if service in self.bridge.case.services:
            if name == service:
                self.show_view(LIST)
            self._look_at(service)

    @override
    def present_item(self) -> str:
        return f"{self.view}/{self._current}" if self.bridge.case.services else ""

    @override
    def projectable(self) -> ProjectableServices | None:
        """The charts that one looks at; the list with all that is noted of a service is not for the room."""
        if not self.bridge.case.services or self.view == LIST:
            return None
        picture = ServicesPicture.OFFICES if self.view == OFFICES else ServicesPicture.MOST_USED
        return ProjectableServices(picture=picture)

    @override
    def commands(self) -> Sequence[Command]:
        kind = self.tr("Leistungen")
        commands = []
        if not self.can_only_be_read:
            commands += [
                Command(title=self.tr("Leistung anlegen"), kind=kind, act=self._add, icon="plus", keys="Ins"),
                Command(
                    title=self.tr("Häufige Leistungen übernehmen"),
                    kind=kind,
                    act=self._take_frequent,
                    icon="list-checks",
                ),
                Command(
                    title=self.tr("Leistungen einlesen (Excel, CSV)"),
                    kind=kind,
                    act=self.table_import.choose,
                    icon="file-input",
                ),
            ]
        if not self.bridge.case.services:
            return commands
        commands += [
            Command(title=self.tr("Leistungen als Tabelle speichern"), kind=kind, act=self._export, icon="download"),
            Command(title=self.tr("PDF ansehen"), kind=kind, act=self._show_pdf, icon="file-text", keys="Ctrl+P"),
            Command(title=self.tr("Zu klären"), kind=kind, act=partial(self.open_item, OPEN), icon="circle-alert"),
        ]
        titles = (self.tr("Liste"), self.tr("Folgen je Amt"), self.tr("Zahlen"))
        views = ((title, partial(self.show_view, view)) for view, title in zip(_VIEWS, titles, strict=True))
        return [*commands, *numbered_commands(kind, views)]

    def show_view(self, view: str) -> None:
        """Show a view and put the focus where work on it begins."""
        if view not in _VIEWS or not self.bridge.case.services:
            return
        if not self.flush():
            self.head.views.choose(self.view)  # a click has chosen the other one
            return
        self._stack.setCurrentWidget(self._views)
        self.head.views.choose(view)
        self._views.setCurrentIndex(_VIEWS.index(view))
        focused = {LIST: self.list.table, OFFICES: self.offices.list, FIGURES: self.figures.most_used}[view]
        focused.setFocus(Qt.FocusReason.OtherFocusReason)
        self.projectable_changed.emit()

    def _lay_out(self) -> None:
        for view in (self.list, self.offices, self.figures):
            self._views.addWidget(view)
        for widget in (self.empty, self._views, self.table_import):
            self._stack.addWidget(widget)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.head)
        page.addWidget(self._stack, 1)
        self.setProperty("kind", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def _connect(self) -> None:
        head, listed, offices = self.head, self.list, self.offices
        head.views.chosen.connect(self.show_view)
        head.addition_wanted.connect(self._add)
        head.pdf_wanted.connect(self._show_pdf)
        head.frequent_wanted.connect(self._take_frequent)
        head.import_wanted.connect(self.table_import.choose)
        head.export_wanted.connect(self._export)
        self.empty.wanted.connect(self._take_frequent)
        self.empty.other_wanted.connect(self._add)
        listed.chosen.connect(self._choose)
        listed.model.edited.connect(self._save)
        listed.table.removed.connect(self._remove)
        listed.table.delegate.typing.connect(self.typing)
        listed.table.delegate.rated.connect(self._rate)
        listed.table.delegate.refused.connect(self._warn)
        listed.detail.edited.connect(self._save)
        listed.detail.typing.connect(self.typing)
        listed.detail.measure_wanted.connect(self._make_measure)
        listed.detail.removal_wanted.connect(lambda: self._remove(self._current))
        offices.edited.connect(self._save_office)
        offices.typing.connect(self.typing)
        offices.opened.connect(self.open_item)
        offices.addition_wanted.connect(self._add_office)
        offices.removal_wanted.connect(self._remove_office)
        self.figures.service_chosen.connect(self.open_item)
        self.figures.office_chosen.connect(self._open_office)
        self.table_import.opened.connect(lambda: self._stack.setCurrentWidget(self.table_import))
        self.table_import.left.connect(self._leave_import)
        self.table_import.warned.connect(self.warned)
        self.table_import.accepted.connect(self._on_table_import_accepted)
        act_on_numbers(self, (partial(self.show_view, view) for view in _VIEWS))
        act_on("Ctrl+F", self, self._search)

    # Showing

    def _show_all(self) -> None:
        overview = self._overview = self._overviews.of(self.bridge.case)
        if self.current is None:
            self._current = overview.services[0].id if overview.services else ""
        self.head.show_overview(overview)
        if self._stack.currentWidget() is not self.table_import:
            self._stack.setCurrentWidget(self._views if overview.services else self.empty)
        self.list.show_overview(overview, is_reading=self.can_only_be_read)
        self.offices.show_overview(overview)
        self.figures.show_overview(overview)
        self._show_current()

    def _show_current(self) -> None:
        service, overview = self.current, self._overview
        found = () if overview is None else overview.findings
        findings = tuple(item for item in found if item.service.id == self._current)
        in_plan = service is not None and self._overviews.is_in_plan(self.bridge.case, service)
        self.list.detail.show_service(service, findings, in_plan=in_plan)
        if service is not None and not self.list.table.currentIndex().isValid():
            self.list.table.go_to_service(service.id)

    def _choose(self, name: str) -> None:
        if name and name != self._current:
            self.list.detail.flush()
            self._current = name
            self._show_current()

    def _look_at(self, name: str) -> None:
        if not self.list.table.go_to_service(name):
            self.list.show_all()
            self.list.table.go_to_service(name)
        self._choose(name)

    def _open_office(self, title: str) -> None:
        self.show_view(OFFICES)
        self.offices.show_office(title)

    def _search(self) -> None:
        self.show_view(LIST)
        self.list.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.list.search.selectAll()

    # Acting

    def _add(self) -> None:
        if self.can_only_be_read or not self.flush():
            return
        if not self.bridge.case.services:
            service = self.bridge.perform(lambda session: self._overviews.create(session, Service(id="", number=0)))
            if service is None:
                return
            self._look_at(service.id)
            self.show_view(LIST)
            self.list.table.go_to(0)
            self.list.table.edit(self.list.table.currentIndex())
            return
        self.show_view(LIST)
        self.list.show_all()
        self.list.table.begin_next()

    def _save(self, service: Service, batch: str) -> None:
        case = self.bridge.case
        before = case.services.get(service.id)
        if before is None:
            service = replace(service, number=next_number(case.services.values()))
        if before == service:
            return
        if not self.bridge.edit(ServiceSet(service.id, before, service), batch=batch or None):
            self._failed = True
        elif before is None:
            self._choose(service.id)

    def _rate(self, name: str, words: str) -> None:
        try:
            self._save(self._overviews.rated(self.bridge.case.services[name], words), "")
        except AdvisorError as error:
            self._warn(error)

    def _remove(self, name: str) -> None:
        service = self.bridge.case.services.get(name)
        if service is None or self.can_only_be_read or not self.flush():
            return
        beside = neighbour(self.list.model.shown, name)
        if self.bridge.edit(ServiceSet(name, self.bridge.case.services[name], None)):
            if beside:
                self._look_at(beside)
            words = service_name(service, self.context.workspace.texts)
            self.removed.emit(self.tr("{service} ist gelöscht.").format(service=words))

    def _make_measure(self) -> None:
        service = self.current
        if service is None or not self.flush():
            return
        service = self.bridge.case.services[service.id]
        if self._overviews.is_in_plan(self.bridge.case, service):
            self.navigated.emit("plan", service.measure)
        elif self.bridge.edit(*self._overviews.to_measure(self.bridge.case, service)):
            measure = self.bridge.case.services[service.id].measure
            words = self.tr("Maßnahme {measure} steht im Umsetzungsplan. Strg+Z nimmt sie zurück.")
            self.noticed.emit(words.format(measure=measure))

    def _take_frequent(self) -> None:
        if self.can_only_be_read or not self.flush():
            return
        taken = self.bridge.perform(self._overviews.take_frequent)
        if taken is None:
            return
        words = self.tr("Häufige Leistungen übernommen: {count}. Strg+Z nimmt alle zurück.")
        if not taken:
            words = self.tr("Alle häufigen Leistungen einer solchen Kommune sind schon da.")
        self.noticed.emit(words.format(count=len(taken)))
        if taken:
            self.show_view(LIST)

    def _save_office(self, title: str, office: Office, batch: str) -> None:
        changes = self._overviews.office_changes(self.bridge.case, title, office)
        if changes and not self.bridge.edit(*changes, batch=batch or None):
            self._failed = True

    def _add_office(self) -> None:
        if not self.flush():
            return
        changes = self._overviews.office_addition(self.bridge.case)
        if self.bridge.edit(*changes):
            self.offices.show_office(changes[0].after.title if changes[0].after is not None else "")
            self.offices.name.setFocus(Qt.FocusReason.OtherFocusReason)
            self.offices.name.selectAll()

    def _remove_office(self, office: Office) -> None:
        if self.bridge.edit(OfficeSet(office.id, office, None)):
            self.removed.emit(self.tr("{office} ist gelöscht.").format(office=office.title))

    def _show_pdf(self) -> None:
        if self.bridge.case.services and self.flush():
            self.navigated.emit("documents", "service-overview")

    def _export(self) -> None:
        if not self.flush():
            return
        kinds = self.tr("Excel-Arbeitsmappe (*.xlsx);;CSV-Datei (*.csv)")
        path = self._choose_place(self, self.tr("Leistungen speichern"), self.tr("Leistungen.xlsx"), kinds)
        if path is not None:
            overviews, case = self._overviews, self.bridge.case
            self._files.save(lambda file: overviews.export(case, file), path)

    def _compare(
        self, rows: Sequence[MappedRow], answers: Mapping[str, str], report: Callable[[float], None]
    ) -> TablePreview[ServiceSet]:
        return self._overviews.compare(self.bridge.case, rows, answers, report)

    def _leave_import(self) -> None:
        self._stack.setCurrentWidget(self._views if self.bridge.case.services else self.empty)

    def _on_table_import_accepted(self, preview: TablePreview[ServiceSet]) -> None:
        if self.bridge.edit(*preview.taken):
            self._leave_import()
            words = self.tr("Leistungen eingelesen: {count}. Strg+Z nimmt alle zurück.")
            self.noticed.emit(words.format(count=len(preview.taken)))

    def _warn(self, error: AdvisorError) -> None:
        self.warned.emit(sentence(error, self.context.workspace.texts))
