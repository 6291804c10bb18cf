"""The right zone: the clock, when the day is to end, and the note of the step."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_app.domain.agenda import AgendaDay, AgendaStep
from advisor_app.domain.words import Words
from advisor_app.services.clock import Clock
from advisor_app.ui.pages.agenda.clock_reading import Tone, forecast_words
from advisor_app.ui.pages.agenda.step_clock import StepClock
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.audience_field import WordsField
from advisor_app.ui.widgets.labels import TextLabel, hairline

_NOTE_LINES = 6


class SidePanel(QWidget):
    """``noted(step, words, batch)`` asks to commit the note of a step."""

    noted = Signal(str, object, str)
    typing = Signal()

    def __init__(self, theming: Theming, clock: Clock, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._time = clock
        self._language = language
        self._step = ""
        self.setProperty("kind", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.clock = StepClock(theming, clock, language)
        self.expected = TextLabel(theming, "", "body", weight=600, tabular=True, wrap=True)
        self.meaning = TextLabel(theming, "", "caption", "secondary", tabular=True, wrap=True)
        self.forecast = QWidget()
        self.note = QWidget()
        self.field = WordsField(
            theming, self.tr("Notiz zum Schritt"), self.tr("Was wurde gesagt, was ist zu tun?"), _NOTE_LINES
        )
        self._lay_out()
        self.field.edited.connect(self._on_field_edited)
        self.field.typing.connect(self.typing)

    def show_forecast(self, day: AgendaDay) -> None:
        """Say when the day is to end."""
        title, meaning, tone = forecast_words(day, self._time.now(), self._language)
        self.expected.setText(title)
        self.meaning.setText(meaning)
        self.meaning.set_tone("amber" if tone is Tone.AMBER else "secondary")

    def show_note(self, step: AgendaStep | None) -> None:
        """Show the note of a step."""
        self._step = step.id if step is not None else ""
        self.field.setEnabled(step is not None)
        self.field.show_words(step.note if step is not None else Words())

    def take_back(self) -> None:
        """Take everything back in that stands elsewhere in a narrow window."""
        self._column.insertWidget(0, self.clock)
        self._column.insertWidget(1, self.forecast)
        self._column.insertWidget(3, self.note)

    def flush(self) -> None:
        """Ask to commit what is half typed."""
        self.field.flush()

    def _lay_out(self) -> None:
        self.forecast.setProperty("kind", "paper")
        self.forecast.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        words = QVBoxLayout(self.forecast)
        words.setContentsMargins(20, 12, 20, 14)
        words.setSpacing(2)
        words.addWidget(self.expected)
        words.addWidget(self.meaning)
        note = QVBoxLayout(self.note)
        note.setContentsMargins(20, 14, 20, 14)
        note.addWidget(self.field)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for widget in (self.clock, self.forecast, hairline(), self.note):
            self._column.addWidget(widget)
        self._column.addStretch(1)

    def _on_field_edited(self, words: Words, batch: str) -> None:
        if self._step:
            self.noted.emit(self._step, words, batch)
