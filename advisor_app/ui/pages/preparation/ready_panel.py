"""„Startklar?“: the points of one workshop day, and whether it can come."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from advisor_app.domain.agenda import AgendaDay
from advisor_app.domain.case import Case
from advisor_app.domain.readiness import ReadyPoint
from advisor_app.texts.preparation import verdict_words
from advisor_app.ui.pages.preparation.ready_row import ReadyRow
from advisor_app.ui.pages.preparation.ready_words import point_words
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.shell.window_commands import READY_KEYS
from advisor_app.ui.widgets.announce import announce
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.choice_field import ChoiceField
from advisor_app.ui.widgets.dates import short_day
from advisor_app.ui.widgets.empty_state import EmptyState
from advisor_app.ui.widgets.labels import TextLabel, hairline
from advisor_app.ui.widgets.paper_column import PaperColumn

_WIDEST = 1040


class ReadyPanel(QStackedWidget):
    """``check_wanted``, ``ticked(point, ready)``, ``acted(point)``, ``agenda_wanted``: asked of the page."""

    check_wanted = Signal()
    ticked = Signal(object, bool)
    acted = Signal(object)
    agenda_wanted = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theming = context.theming
        self._context = context
        self._case: Case | None = None
        self._chosen = ""
        self.day_field = ChoiceField(())
        self.day_field.set_name(self.tr("Workshoptag"))
        self.check_button = Button(theming, self.tr("Jetzt prüfen"), "clipboard-check", "primary", tooltip=READY_KEYS)
        self._verdict = QFrame()
        self._verdict_words = TextLabel(theming, "", "emphasised", weight=600, wrap=True)
        self.rows = {point: self._row(point) for point in ReadyPoint}
        self._column = PaperColumn(theming, _WIDEST)
        self._empty = EmptyState(
            theming,
            icon="calendar-check",
            title=self.tr("Kein Workshoptag steht bevor"),
            sentence=self.tr(
                "Am Tag vor dem Workshop prüft diese Seite, ob alles bereitliegt. Dafür braucht der Fall einen Tag in "
                "der Agenda."
            ),
            action=self.tr("Zur Agenda"),
        )
        self._lay_out()
        self.day_field.edited.connect(self._on_day_field_edited)
        self.check_button.clicked.connect(self.check_wanted)
        self._empty.wanted.connect(self.agenda_wanted)

    @property
    def day(self) -> AgendaDay | None:
        """The day that is shown."""
        return None if self._case is None else self._case.agenda.get(self._chosen)

    @property
    def verdict(self) -> str:
        """Whether the day can come, in words."""
        return self._verdict_words.text()

    def show_case(self, case: Case) -> None:
        """Show how far the chosen day is, or the next one."""
        self._case = case
        days = self._context.workspace.readiness.days(case)
        self.setCurrentWidget(self._column if days else self._empty)
        if self._chosen not in {day.id for day in days}:
            self._chosen = days[0].id if days else ""
        self.day_field.set_choices(tuple((day.id, self._words(day)) for day in days))
        self.day_field.show_value(self._chosen)
        self._show_day()

    def choose(self, name: str) -> None:
        """Show a day (an id) where it is still ahead."""
        self._chosen = name
        if self._case is not None:
            self.show_case(self._case)

    def tell(self) -> None:
        """Say the verdict to who listens."""
        announce(self, self.verdict)

    def take_focus(self) -> None:
        """Begin with checking."""
        (self.check_button if self.currentWidget() is self._column else self._empty.button).setFocus()

    def _show_day(self) -> None:
        day = self.day
        if day is None or self._case is None:
            return
        check = self._context.workspace.readiness.check_of(self._case, day)
        self._verdict_words.setText(verdict_words(check, self._context.workspace.texts))
        self._verdict_words.set_tone("success" if check.is_ready else "amber")
        self._verdict.setProperty("kind", "card-success" if check.is_ready else "card-amber")
        self._verdict.style().unpolish(self._verdict)
        self._verdict.style().polish(self._verdict)
        for point, row in self.rows.items():
            row.show_result(check.result(point))

    def _words(self, day: AgendaDay) -> str:
        when = (
            self.tr("noch ohne Termin") if day.on is None else short_day(day.on, self._context.workspace.texts.language)
        )
        return f"{when} · {day.module} · {day.title}"

    def _row(self, point: ReadyPoint) -> ReadyRow:
        words = point_words(point, len(QGuiApplication.screens()))
        theming, texts = self._context.theming, self._context.workspace.texts
        row = ReadyRow(theming, texts, point, words)
        row.ticked.connect(lambda ready: self.ticked.emit(point, ready))
        row.acted.connect(lambda: self.acted.emit(point))
        return row

    def _lay_out(self) -> None:
        head = QWidget()
        line = QHBoxLayout(head)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(self.day_field, 1)
        line.addStretch(1)
        line.addWidget(self.check_button)
        inner = QVBoxLayout(self._verdict)
        inner.setContentsMargins(16, 10, 16, 10)
        inner.addWidget(self._verdict_words)
        card = QFrame()
        card.setProperty("kind", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(20, 8, 20, 8)
        column.setSpacing(0)
        for place, row in enumerate(self.rows.values()):
            if place:
                column.addWidget(hairline())
            column.addWidget(row)
        self._column.add(head, self._verdict, card)
        self.addWidget(self._column)
        self.addWidget(self._empty)

    def _on_day_field_edited(self, name: str, _batch: str) -> None:
        self._chosen = name
        self._show_day()
