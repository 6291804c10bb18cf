"""The way of a document through the house: the process sheets that show it, today and as it is to be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from advisor_app.charts.swim_lanes.process import process_lanes
from advisor_app.domain.case import Case
from advisor_app.domain.changes import ProcessSet
from advisor_app.domain.process import Flow, ProcessSheet, in_order, sums_of
from advisor_app.domain.projection import ProjectableProcess
from advisor_app.texts import Texts
from advisor_app.texts.processes import sums_sentence
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.chart_view import ChartView
from advisor_app.ui.widgets.choice_field import ChoiceField
from advisor_app.ui.widgets.empty_state import EmptyState
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.paper_column import PaperColumn

_WIDEST = 1120


class WayPanel(QStackedWidget):
    """``begin_wanted`` asks for a new sheet, ``opened`` for one on the page of processes.

    Of all flows that are drawn a room sees one: the first, until another one is chosen or a clicker goes on.
    """

    edited = Signal(object, str)
    picture_changed = Signal()
    begin_wanted = Signal()
    opened = Signal(str)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theming = context.theming
        self._theming, self._texts = theming, context.workspace.texts
        self._case: Case | None = None
        self._chosen: ProjectableProcess | None = None
        self.empty = EmptyState(
            theming,
            icon="workflow",
            title=self.tr("Noch kein Weg eines Schriftstücks"),
            sentence=self.tr(
                "Zeichnen Sie nach, wie ein Schriftstück heute vom Eingang bis zur Ablage durch das Haus geht und wie "
                "es gehen soll. Das geschieht in einer Prozessaufnahme."
            ),
            action=self.tr("Weg anlegen"),
        )
        intro = self.tr("Jeder Weg ist eine Prozessaufnahme. Schritte und Zeiten stehen auf der Seite „Prozesse“.")
        self.other = ChoiceField([("", "")])
        self.other.set_name(self.tr("Vorhandene Prozessaufnahme als Weg zeigen"))
        self.begin = Button(theming, self.tr("Weg anlegen"), "plus", "")
        self._column = PaperColumn(theming, widest=_WIDEST)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(TextLabel(theming, intro, "body", "secondary", wrap=True), 1)
        row.addWidget(self.other)
        row.addWidget(self.begin)
        self._column.add(line)
        self.cards: dict[str, WayCard] = {}
        self.addWidget(self.empty)
        self.addWidget(self._column)
        self.empty.wanted.connect(self.begin_wanted)
        self.begin.clicked.connect(self.begin_wanted)
        self.other.edited.connect(lambda name, _batch: self._mark(name, is_way=True))

    @property
    def pictures(self) -> tuple[ProjectableProcess, ...]:
        """Every flow that has steps, way by way."""
        sheets = () if self._case is None else in_order(self._case.processes.values())
        return tuple(
            ProjectableProcess(process=sheet.id, flow=flow)
            for sheet in sheets
            if sheet.is_document_way
            for flow in Flow
            if sheet.steps(flow)
        )

    @property
    def picture(self) -> ProjectableProcess | None:
        """The flow that a room sees; None where none is drawn."""
        pictures = self.pictures
        return self._chosen if self._chosen in pictures else next(iter(pictures), None)

    def go_beside(self, places: int) -> None:
        """Choose the flow so many places on, the last one at most, and bring it in sight."""
        pictures, now = self.pictures, self.picture
        if now is not None:
            self._choose(pictures[min(max(pictures.index(now) + places, 0), len(pictures) - 1)])

    def show_case(self, case: Case, *, is_reading: bool) -> None:
        """Show the ways of a case."""
        self._case = case
        sheets = in_order(case.processes.values())
        ways = tuple(sheet for sheet in sheets if sheet.is_document_way)
        others = [(sheet.id, f"{sheet.code} {sheet.title}".strip()) for sheet in sheets if not sheet.is_document_way]
        self.other.set_choices([("", self.tr("Prozessaufnahme wählen …")), *others])
        self.other.show_value("")
        self.other.setVisible(bool(others))
        for widget in (self.begin, self.empty.button, self.other):
            widget.setEnabled(not is_reading)
        # Where sheets are there already, one of them may be the way: then the choice has to be in sight.
        self.setCurrentIndex(1 if ways or others else 0)
        self._show_cards(ways, is_reading=is_reading)

    def _show_cards(self, ways: Sequence[ProcessSheet], *, is_reading: bool) -> None:
        for name in [name for name in self.cards if name not in {sheet.id for sheet in ways}]:
            self.cards.pop(name).deleteLater()
        for sheet in ways:
            card = self.cards.get(sheet.id)
            if card is None:
                card = self.cards[sheet.id] = WayCard(self._theming, sheet.id, self._texts)
                card.opened.connect(self.opened)
                card.removal_wanted.connect(lambda name: self._mark(name, is_way=False))
                card.chosen.connect(self._choose)
                self._column.add(card)
            card.show_sheet(sheet, is_reading=is_reading)
        self._show_picture()

    def _choose(self, picture: ProjectableProcess) -> None:
        self._chosen = picture
        self._show_picture()
        self._column.ensureWidgetVisible(self.cards[picture.process].charts[picture.flow])
        self.picture_changed.emit()

    def _show_picture(self) -> None:
        pictures, picture = self.pictures, self.picture
        for card in self.cards.values():
            card.show_picture(picture, has_choice=len(pictures) > 1)

    def _mark(self, name: str, *, is_way: bool) -> None:
        sheet = None if self._case is None else self._case.processes.get(name)
        if sheet is not None and sheet.is_document_way is not is_way:
            self.edited.emit((ProcessSet(name, sheet, replace(sheet, is_document_way=is_way)),), "")


class WayCard(QFrame):
    """One sheet: its flows with their sums, drawn; ``opened`` and ``removal_wanted`` name the sheet.

    ``chosen`` carries the ProjectableProcess that a room is to see.
    """

    chosen = Signal(object)
    opened = Signal(str)
    removal_wanted = Signal(str)

    def __init__(self, theming: Theming, name: str, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._texts = name, texts
        self._sheet: ProcessSheet | None = None
        self.title = TextLabel(theming, "", "section", wrap=True)
        self.open_button = Button(theming, self.tr("In Prozesse öffnen"), "workflow", "")
        self.remove_button = Button(theming, self.tr("Hier nicht zeigen"), "", "link")
        self.sums = {flow: TextLabel(theming, "", "body", weight=600, wrap=True) for flow in Flow}
        self.charts = {flow: ChartView(theming, texts) for flow in Flow}
        self.wall_buttons = {flow: Button(theming, self.tr("Auf den Beamer"), "presentation", "link") for flow in Flow}
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.title, 1)
        head.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addLayout(head)
        for flow in Flow:
            line = QHBoxLayout()
            line.setSpacing(12)
            line.addWidget(self.sums[flow], 1)
            line.addWidget(self.wall_buttons[flow], 0, Qt.AlignmentFlag.AlignTop)
            column.addLayout(line)
            column.addWidget(self.charts[flow])
            self.wall_buttons[flow].clicked.connect(partial(self._on_wall_button_clicked, flow))
        self.setProperty("kind", "card")
        self.open_button.clicked.connect(lambda: self.opened.emit(self._name))
        self.remove_button.clicked.connect(lambda: self.removal_wanted.emit(self._name))

    def show_sheet(self, sheet: ProcessSheet, *, is_reading: bool) -> None:
        """Show both flows; one without steps says so."""
        self._sheet = sheet
        self.title.setText(f"{sheet.code} {sheet.title}".strip())
        self.remove_button.setEnabled(not is_reading)
        names = {Flow.AS_IS: self.tr("Heute"), Flow.TO_BE: self.tr("Künftig")}
        for flow in Flow:
            steps = sheet.steps(flow)
            told = sums_sentence(sums_of(steps), self._texts) if steps else self.tr("noch nicht aufgenommen.")
            self.sums[flow].setText(f"{names[flow]}: {told}")
            self.charts[flow].setVisible(bool(steps))
            self.charts[flow].show_chart(process_lanes(sheet, flow, self._texts) if steps else None)

    def show_picture(self, picture: ProjectableProcess | None, *, has_choice: bool) -> None:
        """Say which flow a room sees, where there are several to choose from."""
        for flow, button in self.wall_buttons.items():
            is_picture = picture == ProjectableProcess(process=self._name, flow=flow)
            button.setVisible(has_choice and self._sheet is not None and bool(self._sheet.steps(flow)))
            button.setText(self.tr("Für den Beamer gewählt") if is_picture else self.tr("Auf den Beamer"))
            button.show_icon("circle-check" if is_picture else "presentation")
            button.setAccessibleName(f"{button.text()}: {self.sums[flow].text()}")

    def _on_wall_button_clicked(self, flow: Flow) -> None:
        self.chosen.emit(ProjectableProcess(process=self._name, flow=flow))
