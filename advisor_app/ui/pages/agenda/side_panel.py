"""The right zone: the clock, when the day is to end, the note of the step and what was written down at it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from advisor_app.domain.agenda import AgendaDay, AgendaStep, is_over, is_paused
from advisor_app.domain.minutes import MinutesEntry
from advisor_app.domain.words import Words
from advisor_app.services.clock import Clock
from advisor_app.texts import Texts
from advisor_app.ui.pages.agenda.clock_reading import Tone, forecast_words
from advisor_app.ui.pages.agenda.pause_line import PauseLine
from advisor_app.ui.pages.agenda.step_clock import StepClock
from advisor_app.ui.pages.agenda.step_entries import StepEntries
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.audience_field import WordsField
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel, hairline

_NOTE_LINES = 4
REPLAN_KEYS = "R"


class SidePanel(QWidget):
    """``noted(step, words, batch)`` asks to commit the note of a step, ``replan_wanted`` to plan the rest anew."""

    noted = Signal(str, object, str)
    typing = Signal()
    replan_wanted = Signal()

    def __init__(self, theming: Theming, clock: Clock, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._time = clock
        self._language = texts.language
        self._step = ""
        self.setProperty("kind", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.clock = StepClock(theming, clock, texts.language)
        self.pause = PauseLine(theming)
        self.expected = TextLabel(theming, "", "body", weight=600, tabular=True, wrap=True)
        self.meaning = TextLabel(theming, "", "caption", "secondary", tabular=True, wrap=True)
        self.replan = Button(theming, self.tr("Rest neu planen"), "", shortcut=REPLAN_KEYS, show_keys=True)
        self.forecast = QWidget()
        self.note = QWidget()
        self.field = WordsField(
            theming, self.tr("Notiz zum Schritt"), self.tr("Was wurde gesagt, was ist zu tun?"), _NOTE_LINES
        )
        self.entries = StepEntries(theming, texts)
        self._lay_out()
        self.field.edited.connect(self._on_field_edited)
        self.field.typing.connect(self.typing)
        self.replan.clicked.connect(self.replan_wanted)

    def show_forecast(self, day: AgendaDay) -> None:
        """Say when the day is to end."""
        title, meaning, tone = forecast_words(day, self._time.now(), self._language)
        self.expected.setText(title)
        self.meaning.setText(meaning)
        self.meaning.set_tone("amber" if tone is Tone.AMBER else "secondary")
        self.replan.setVisible(bool(day.steps) and not is_over(day))
        self.pause.setVisible(is_paused(day))

    def show_note(self, step: AgendaStep | None) -> None:
        """Show the note of a step."""
        self._step = step.id if step is not None else ""
        self.field.setEnabled(step is not None)
        self.field.show_words(step.note if step is not None else Words())

    def show_entries(self, entries: Sequence[MinutesEntry]) -> None:
        """Show what was written down at the step."""
        self.entries.show_entries(entries)

    def set_compact(self, *, compact: bool, says_end: bool = False) -> None:
        """Spread clock and forecast over a narrow window; ``says_end``: the forecast is out of sight."""
        self.clock.set_compact(compact=compact, says_end=says_end)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._forecast_row.setDirection(beside if compact and not says_end else below)
        self._forecast_line.setVisible(compact)

    def take_back(self) -> None:
        """Take everything back in that stands elsewhere in a narrow window."""
        for place, widget in enumerate((self.clock, self.pause, self.forecast)):
            self._column.insertWidget(place, widget)
        self._column.insertWidget(4, self.note)

    def flush(self) -> None:
        """Ask to commit what is half typed."""
        self.field.flush()

    def _lay_out(self) -> None:
        for widget in (self.forecast, self.pause):
            widget.setProperty("kind", "paper")
            widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.expected)
        words.addWidget(self.meaning)
        self._forecast_row = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._forecast_row.setContentsMargins(20, 12, 20, 12)
        self._forecast_row.setSpacing(8)
        self._forecast_row.addLayout(words, 1)
        self._forecast_row.addWidget(self.replan, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._forecast_line = hairline()
        self._forecast_line.hide()
        forecast = QVBoxLayout(self.forecast)
        forecast.setContentsMargins(0, 0, 0, 0)
        forecast.setSpacing(0)
        forecast.addLayout(self._forecast_row)
        forecast.addWidget(self._forecast_line)
        note = QVBoxLayout(self.note)
        note.setContentsMargins(0, 0, 0, 0)
        note.setSpacing(0)
        field = QWidget()
        inner = QVBoxLayout(field)
        inner.setContentsMargins(20, 14, 20, 10)
        inner.addWidget(self.field)
        note.addWidget(field)
        note.addWidget(self.entries)
        content = QWidget()
        content.setProperty("kind", "ground")
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for widget in (self.clock, self.pause, self.forecast, hairline(), self.note):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        area = QScrollArea()
        area.setWidget(content)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _on_field_edited(self, words: Words, batch: str) -> None:
        if self._step:
            self.noted.emit(self._step, words, batch)
