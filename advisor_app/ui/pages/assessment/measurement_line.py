"""What a tool of the module says to the question that is shown, with the answer that it proposes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from advisor_app.domain.answering import with_level, with_number
from advisor_app.domain.assessment import Answer
from advisor_app.domain.case import Case
from advisor_app.texts.numbers import format_decimal
from advisor_app.ui.pages.assessment.course import Course
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.flow_layout import FlowLayout
from advisor_app.ui.widgets.labels import TextLabel

if TYPE_CHECKING:
    from advisor_app.services.measurements import Measurement


class MeasurementLine(QFrame):
    """Hidden where there is nothing to say. ``wanted`` asks for a page and its item, ``taken`` carries an answer."""

    wanted = Signal(str, str)
    taken = Signal(object)  # Answer

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theming = context.theming
        self._context = context
        self._told: Measurement | None = None
        self._proposed: Answer | None = None
        self.source = TextLabel(theming, "", "caption", "secondary")
        self._words = TextLabel(theming, "", "body", wrap=True)
        self.take_button = Button(theming, "", "check", "link")
        self.page_button = Button(theming, "", "chart-line", "link")
        self.setProperty("kind", "card")
        buttons = QWidget()
        row = FlowLayout(16, buttons)
        row.addWidget(self.take_button)
        row.addWidget(self.page_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.setSpacing(4)
        layout.addWidget(self.source)
        layout.addWidget(self._words)
        layout.addWidget(buttons)
        self.take_button.clicked.connect(self._on_take_button_clicked)
        self.page_button.clicked.connect(self._on_page_button_clicked)
        self.hide()

    @property
    def words(self) -> str:
        """What the line says, empty while it is hidden."""
        return "" if self.isHidden() else self._words.text()

    def show_question(self, case: Case, course: Course, answer: Answer, *, is_reading: bool) -> None:
        """Say what the tools of a case say to the question of a course."""
        told = self._told = self._measured(case, course)
        if told is None:
            self.hide()
            return
        self._proposed = None
        if told.number is not None and told.number != answer.number:
            self._proposed = with_number(answer, told.number)
        elif told.level is not None and told.level != answer.level:
            self._proposed = with_level(answer, told.level)
        self.source.setText(self._source(told))
        self._words.setText(told.words)
        self.take_button.setText(self._taking(told))
        self.take_button.setVisible(self._proposed is not None and not is_reading)
        self.page_button.setText(self._looking(told))
        self.show()

    def _measured(self, case: Case, course: Course) -> Measurement | None:
        if not (case.usage or case.processes or case.services):
            return None
        measurements = self._context.workspace.measurements
        return measurements.beside(case, course.assessment.questionnaire, course.current)

    def _source(self, told: Measurement) -> str:
        match told.page:
            case "processes":
                return self.tr("Aus der Prozessaufnahme")
            case "services":
                return self.tr("Aus der Leistungsübersicht")
            case _:
                return self.tr("Aus der Nutzungsstatistik")

    def _looking(self, told: Measurement) -> str:
        match told.page:
            case "processes":
                return self.tr("Prozess ansehen")
            case "services":
                return self.tr("Leistungen ansehen")
            case _:
                return self.tr("Nutzung ansehen")

    def _taking(self, told: Measurement) -> str:
        if told.level is not None:
            return self.tr("Stufe {level} übernehmen").format(level=told.level)
        number = format_decimal(told.number or 0, 0, self._context.workspace.texts.language)
        return self.tr("{number} übernehmen").format(number=number)

    def _on_take_button_clicked(self) -> None:
        if self._proposed is not None:
            self.taken.emit(self._proposed)

    def _on_page_button_clicked(self) -> None:
        if self._told is not None:
            self.wanted.emit(self._told.page, self._told.item)
