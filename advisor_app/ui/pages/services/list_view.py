"""All services in a table that is searched, filtered and typed into, and the chosen one beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from advisor_app.domain.service import Service
from advisor_app.domain.service_overview import ServiceOverview
from advisor_app.override import override
from advisor_app.ui.pages.services.detail import ServiceDetail
from advisor_app.ui.pages.services.service_model import Narrowing, ServiceModel
from advisor_app.ui.pages.services.service_table import ServiceTable
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.announce import announce
from advisor_app.ui.widgets.choice_field import ChoiceBox
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.search_field import SearchField

_DETAIL, _OFFICES = 316, 180
_LOWEST = 184
"""The head and four rows."""
_BESIDE = 900
"""From this width on (logical pixels) the chosen service stands beside the table, else below it."""


class ServiceList(QWidget):
    """``chosen`` names the service of the current row."""

    chosen = Signal(str)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = context.theming
        texts, overviews = context.workspace.texts, context.workspace.service_overviews
        self._overview: ServiceOverview | None = None
        self.model = ServiceModel(texts, self)
        self.model.show_models(overviews.models, overviews.current_model)
        self.table = ServiceTable(self._theming, self.model, texts)
        self.detail = ServiceDetail(context)
        self.search = SearchField(self._theming, self.tr("Leistung, Amt oder LeiKa-Schlüssel suchen"), "Ctrl+F")
        self.offices = ChoiceBox()
        self.offices.setAccessibleName(self.tr("Amt"))
        self.which = ChoiceBox()
        self.which.setAccessibleName(self.tr("Welche Leistungen"))
        self.which.addItems(
            [
                self.tr("Alle Leistungen"),
                self.tr("Zu klären"),
                self.tr("Nicht online beantragbar"),
                self.tr("Ohne Reifegrad"),
                self.tr("Ohne Fallzahl"),
            ]
        )
        self.count = TextLabel(self._theming, "", "caption", "secondary")
        self._lay_out()
        self.search.searched.connect(self._narrow)
        self.search.moved_down.connect(self._enter_table)
        self.search.entered.connect(self._enter_table)
        self.offices.activated.connect(self._narrow)
        self.which.activated.connect(self._narrow)
        self.table.chosen.connect(self.chosen)

    def show_overview(self, overview: ServiceOverview, *, is_reading: bool) -> None:
        """Show the services; what is typed in a cell goes on."""
        self._overview = overview
        self.model.is_reading = is_reading
        titles = [office.title for office in overview.offices if office.services]
        self._show_offices(titles)
        self.model.show_services({service.id: service for service in overview.services})
        self._show_count()

    def show_all(self) -> None:
        """Take every filter away, so that any service can be shown."""
        self.search.clear()
        self.offices.setCurrentIndex(0)
        self.which.setCurrentIndex(0)
        self._narrow()

    def show_open(self) -> None:
        """Show what is to be clarified."""
        self.show_all()
        self.which.setCurrentIndex(1)
        self._narrow()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.search, 1)
        line.addWidget(self.offices)
        line.addWidget(self.which)
        line.addWidget(self.count)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(line)
        column.addWidget(self.table, 1)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(left)
        self._splitter.addWidget(self.detail)
        self._splitter.setStretchFactor(0, 1)
        content = QWidget()
        content.setProperty("kind", "paper")
        inner = QVBoxLayout(content)
        inner.setContentsMargins(24, 8, 0, 12)
        inner.addWidget(self._splitter)
        area = QScrollArea()  # with large type there is not room for both: the view scrolls, nothing is squeezed
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        self._theming.changed.connect(self._fit)

    def _fit(self) -> None:
        scaled = self._theming.scaled
        is_beside = self.width() >= scaled(_BESIDE)
        wanted = Qt.Orientation.Horizontal if is_beside else Qt.Orientation.Vertical
        if self._splitter.orientation() is not wanted:
            self._splitter.setOrientation(wanted)
        self.offices.setMaximumWidth(scaled(_OFFICES))
        self.table.setMinimumHeight(scaled(_LOWEST))
        self.detail.setMinimumHeight(scaled(_LOWEST))
        if is_beside:
            detail = scaled(_DETAIL)
            self._splitter.setSizes([max(self.width() - detail, 1), detail])
        else:
            self._splitter.setSizes([self.height() * 3 // 5, self.height() * 2 // 5])

    def _show_offices(self, titles: Sequence[str]) -> None:
        labels = [self.tr("Alle Ämter"), *(title or self.tr("Ohne Amt") for title in titles)]
        if labels == [self.offices.itemText(index) for index in range(self.offices.count())]:
            return
        held = self.offices.currentData()
        self.offices.clear()
        self.offices.addItem(labels[0], None)
        for title, label in zip(titles, labels[1:], strict=True):
            self.offices.addItem(label, title)
        kept = [None, *titles]
        self.offices.setCurrentIndex(kept.index(held) if held in kept else 0)

    def _narrow(self) -> None:
        self.model.narrow(Narrowing(words=self.search.text(), office=self.offices.currentData(), among=self._among()))
        self._show_count()
        announce(self, self.count.text())

    def _among(self) -> frozenset[str] | None:
        """The ids of those that the last choice is about; None for all."""
        overview = self._overview
        if overview is None or self.which.currentIndex() <= 0:
            return None
        if self.which.currentIndex() == 1:
            return frozenset(finding.service.id for finding in overview.findings)
        tests: dict[int, Callable[[Service], bool]] = {
            2: lambda service: not service.is_applied_for_online,
            3: lambda service: not service.maturity,
            4: lambda service: service.cases_per_year is None,
        }
        test = tests[self.which.currentIndex()]
        return frozenset(service.id for service in overview.services if test(service))

    def _show_count(self) -> None:
        whole = 0 if self._overview is None else len(self._overview.services)
        shown = len(self.model.shown)
        self.count.setText(self.tr("{shown} von {count}").format(shown=shown, count=whole))
        self.count.setVisible(shown != whole)

    def _enter_table(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.model.shown:
            self.table.go_to(0)


def neighbour(services: Sequence[Service], name: str) -> str:
    """The service to look at when one goes: the next, else the one before."""
    names = [service.id for service in services]
    if name not in names:
        return ""
    place = names.index(name)
    beside = [*names[place + 1 : place + 2], *names[max(place - 1, 0) : place]]
    return beside[0] if beside else ""
