"""Folgen je Amt: every office with its services, what changes for it, and the places outside the town hall."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from advisor_app.domain.service import Office, same_name
from advisor_app.domain.service_overview import OfficeServices, ServiceOverview
from advisor_app.override import override
from advisor_app.texts.services import cases_words
from advisor_app.ui.pages.services.service_model import Column, Narrowing, ServiceModel
from advisor_app.ui.pages.services.service_table import ServiceTable
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.audience_field import WordsField
from advisor_app.ui.widgets.autosave import LineField
from advisor_app.ui.widgets.brief import NameLabel
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.choice_field import CheckField
from advisor_app.ui.widgets.icon_button import IconButton
from advisor_app.ui.widgets.labels import TextLabel, vertical_hairline
from advisor_app.ui.widgets.side_list import SideEntry, SideList

_SIDE = 232
_NONE = "·"
"""The key of those without an office in the list: no office can be called so, as names are kept without blanks."""


class OfficesView(QWidget):
    """``edited(title, office, batch)`` asks to commit what is known of the office of a name."""

    edited = Signal(str, object, str)
    typing = Signal()
    opened = Signal(str)  # a service
    addition_wanted = Signal()
    removal_wanted = Signal(object)  # Office

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming, self._texts = context.theming, context.workspace.texts
        theming, overviews = self._theming, context.workspace.service_overviews
        self._overview: ServiceOverview | None = None
        self._title: str | None = None
        self._id = ""  # of what was noted about the office, to find it again when its name is taken back
        self.list = SideList(theming, self.tr("Ämter"))
        self.add_button = Button(
            theming, self.tr("Stelle"), "plus", "link", tooltip=self.tr("Amt oder Außenstelle anlegen")
        )
        self.title = NameLabel(theming, "", "section", wrap=True)
        self.figures = TextLabel(theming, "", "body", "secondary", wrap=True)
        self.remove = IconButton(theming, "trash-2", self.tr("Stelle löschen"))
        self.name = LineField()
        self.name.setAccessibleName(self.tr("Name des Amts"))
        self.outside = CheckField(self.tr("Außenstelle, etwa Kita oder Bauhof"))
        placeholder = self.tr("Wie kommen Anträge künftig an, wer vertritt, was braucht es?")
        self.effects = WordsField(theming, self.tr("Was sich für dieses Amt ändert"), placeholder, lines=4)
        self.model = ServiceModel(self._texts, self)
        self.model.show_models(overviews.models, overviews.current_model)
        self.model.is_reading = True
        self.table = ServiceTable(theming, self.model, self._texts)
        self.table.setColumnHidden(Column.OFFICE, True)
        self._lay_out()
        self.list.chosen.connect(self._on_list_chosen)
        self.add_button.clicked.connect(self.addition_wanted)
        self.remove.clicked.connect(self._on_remove_clicked)
        self.name.editingFinished.connect(self._rename)
        self.outside.edited.connect(lambda value, batch: self._change("outside", value, batch))
        self.effects.edited.connect(lambda words, batch: self._change("effects", words, batch))
        self.effects.typing.connect(self.typing)
        self.table.opened.connect(self.opened)
        self.table.doubleClicked.connect(lambda index: self.opened.emit(self.model.name_at(index.row())))

    @property
    def current(self) -> OfficeServices | None:
        """The office that is shown, also under another name."""
        offices: Sequence[OfficeServices] = () if self._overview is None else self._overview.offices
        named = (office for office in offices if same_name(office.title) == same_name(self._title or ""))
        known = (office for office in offices if self._id and office.record and office.record.id == self._id)
        return next(named, None) or next(known, None)

    def show_overview(self, overview: ServiceOverview) -> None:
        """Show the offices; the one that was looked at stays."""
        self._overview = overview
        office = self.current or next(iter(overview.offices), None)
        if office is None or self._title is None or same_name(office.title) != same_name(self._title):
            self._show_name(office)
        self.list.show_entries([self._entry(office) for office in overview.offices])
        self.model.show_services({service.id: service for service in overview.services})
        self._show_current()

    def show_office(self, title: str) -> None:
        """Look at the office of a name."""
        self.flush()
        self._title, self._id = title, ""
        self._show_name(self.current)
        self._show_current()

    def flush(self) -> None:
        """Ask to commit what is half typed."""
        self._rename()
        self.effects.flush()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(16, 8, 16, 12)
        top = QHBoxLayout()
        top.addWidget(TextLabel(self._theming, self.tr("Ämter"), "body", "secondary"), 1)
        top.addWidget(self.add_button)
        side.addLayout(top)
        side.addWidget(self.list)
        side.addStretch(1)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        content = QWidget()
        content.setProperty("kind", "paper")
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 8, 24, 12)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.figures)
        self._naming = QWidget()
        naming = QHBoxLayout(self._naming)
        naming.setContentsMargins(0, 0, 0, 0)
        naming.setSpacing(16)
        naming.addWidget(TextLabel(self._theming, self.tr("Name"), "body", "secondary"))
        naming.addWidget(self.name, 1)
        naming.addWidget(self.outside)
        column.addWidget(self._naming)
        column.addWidget(self.effects)
        column.addWidget(self.table, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addWidget(vertical_hairline())
        area = QScrollArea()  # for large type on small screens
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(content)
        row.addWidget(area, 1)
        self._theming.changed.connect(self._fit)

    def _fit(self) -> None:
        self._side.setFixedWidth(min(self._theming.scaled(_SIDE), self.width() // 3))
        self.table.setMinimumHeight(self._theming.scaled(112))

    def _entry(self, office: OfficeServices) -> SideEntry:
        online = sum(service.is_applied_for_online for service in office.services)
        words = self.tr("{count} Leistungen, {online} online").format(count=len(office.services), online=online)
        if len(office.services) == 1:
            words = self.tr("1 Leistung, {online} online").format(online=online)
        if not office.services:
            words = self.tr("noch keine Leistung")
        return SideEntry(key=same_name(office.title) or _NONE, title=office.title or self.tr("Ohne Amt"), below=words)

    def _show_current(self) -> None:
        office = self.current
        for widget in (self._naming, self.effects, self.remove):
            widget.setVisible(office is not None and bool(office.title))
        if office is None:
            self.title.setText("")
            self.figures.setText("")
            self.model.narrow(Narrowing(among=()))
            return
        self.list.mark(same_name(office.title) or _NONE)
        record = self._record(office)
        self.title.setText(office.title or self.tr("Ohne Amt"))
        self.figures.setText(self._figures(office))
        self._id = record.id
        self.name.show_text(office.title)
        self.outside.show_value(record.outside)
        self.effects.show_words(record.effects)
        self.remove.setVisible(office.record is not None and not office.services)
        self.model.narrow(Narrowing(office=office.title))

    def _figures(self, office: OfficeServices) -> str:
        unknown = sum(service.cases_per_year is None for service in office.services)
        parts = [
            self._entry(office).below,
            self.tr("Fälle im Jahr: {cases}").format(cases=cases_words(office.cases, self._texts))
            if office.cases
            else "",
            self.tr("{count} ohne Fallzahl").format(count=unknown) if unknown else "",
        ]
        return " · ".join(filter(None, parts))

    def _on_list_chosen(self, key: str) -> None:
        offices: Sequence[OfficeServices] = () if self._overview is None else self._overview.offices
        chosen = next((office.title for office in offices if (same_name(office.title) or _NONE) == key), None)
        if chosen is not None and chosen != self._title:
            self.show_office(chosen)

    def _show_name(self, office: OfficeServices | None) -> None:
        """Look at another office, or at the same one under another name; what was typed for the one before goes."""
        self._title = None if office is None else office.title
        self.name.start_anew()

    def _rename(self) -> None:
        """Ask for another name once it is written; what is half typed could be the name of another office."""
        self.name.flush()
        office, title = self.current, " ".join(self.name.text().split())
        if office is None or not office.title or title == office.title:
            return
        if not title:
            self.name.setText(office.title)
            return
        self._title = title
        self.edited.emit(office.title, replace(self._record(office), title=title), "")

    def _change(self, attribute: str, value: Any, batch: str) -> None:
        office = self.current
        if office is not None and office.title:
            self.edited.emit(office.title, replace(self._record(office), **{attribute: value}), batch)

    @staticmethod
    def _record(office: OfficeServices) -> Office:
        return office.record or Office(id="", title=office.title)

    def _on_remove_clicked(self) -> None:
        office = self.current
        if office is not None and office.record is not None:
            self.removal_wanted.emit(office.record)
