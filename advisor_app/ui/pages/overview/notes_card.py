"""Notes of conversations, with the day to call back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.case import CaseNote
from advisor_app.domain.words import Words
from advisor_app.services.clock import LOCAL, today
from advisor_app.services.ids import new_id
from advisor_app.texts.numbers import format_date
from advisor_app.ui.pages.overview.card import Card
from advisor_app.ui.shell.free_text_guard import FREE_TEXT
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.date_field import DateField
from advisor_app.ui.widgets.labels import TextLabel, hairline
from advisor_app.ui.widgets.value_field import TextLine

_ABOVE = 2  # puts the first line of a note on one line with the check box and the button beside it


class NotesCard(Card):
    """The newest note first; a line at the foot takes the next one."""

    edited = Signal(object, object)  # CaseNote before or None, CaseNote after or None

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context.theming, self.tr("Gespräche"), parent)
        self._context = context
        workspace = context.workspace
        self.text = TextLine(self.tr("Was wurde besprochen?"))
        self.text.set_name(self.tr("Neue Gesprächsnotiz"))
        self.call_back = DateField(context.theming, workspace.texts, partial(today, workspace.clock))
        self.call_back.set_name(self.tr("Zurückrufen am"))
        self.call_back.setMaximumWidth(220)
        self._day: date | None = None
        self.add_button = Button(context.theming, self.tr("Notieren"), "plus")
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.text, 1)
        row.addWidget(TextLabel(context.theming, self.tr("Rückruf am"), "body", "secondary"))
        row.addWidget(self.call_back)
        row.addWidget(self.add_button)
        self.add_below(line)
        self.call_back.edited.connect(self._on_call_back_edited)
        self.text.line.setProperty(FREE_TEXT, True)
        self.text.line.returnPressed.connect(self._on_add_button_clicked)
        self.add_button.clicked.connect(self._on_add_button_clicked)

    def show_notes(self, notes: Mapping[str, CaseNote]) -> None:
        """Show these notes."""
        theming = self._context.theming
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        ordered = sorted(notes.values(), key=lambda note: (note.at, note.id), reverse=True)
        if not ordered:
            column.addWidget(TextLabel(theming, self.tr("Noch keine Notizen."), "body", "secondary"))
        for index, note in enumerate(ordered):
            if index:
                column.addWidget(hairline())
            column.addWidget(self._line(note))
        self.show_body(body)

    def _line(self, note: CaseNote) -> QWidget:
        theming, language = self._context.theming, self._context.workspace.preferences.language
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        day = format_date(note.at.astimezone(LOCAL).date(), language)
        stamp = TextLabel(theming, day, "body", "secondary", tabular=True)
        text = TextLabel(theming, note.words.text, "body", wrap=True)
        for label, share in ((stamp, 0), (text, 1)):
            label.setContentsMargins(0, theming.scaled(_ABOVE), 0, theming.scaled(_ABOVE))
            row.addWidget(label, share, Qt.AlignmentFlag.AlignTop)
        if note.call_back_on is not None:
            words = self.tr("Rückruf {day}").format(day=format_date(note.call_back_on, language))
            box = QCheckBox(words)
            box.setToolTip(self.tr("Erledigt"))
            box.setChecked(note.done)
            box.clicked.connect(lambda done, note=note: self.edited.emit(note, replace(note, done=done)))
            row.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        remove = Button(theming, self.tr("Entfernen"), "", "quiet")
        remove.setAccessibleName(self.tr("Notiz vom {day} entfernen").format(day=day))
        remove.clicked.connect(lambda: self.edited.emit(note, None))
        row.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _on_call_back_edited(self, day: date | None, _batch: str) -> None:
        self._day = day
        self.call_back.show_value(day)

    def _on_add_button_clicked(self) -> None:
        text = self.text.line.text().strip()
        if not text:
            return
        self.call_back.flush()
        now = self._context.workspace.clock.now()
        note = CaseNote(id=new_id(), at=now, words=Words(text), call_back_on=self._day)
        self.text.line.clear()
        self._day = None
        self.call_back.show_value(None)
        self.edited.emit(None, note)
