"""Notes of conversations, with the day to call back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.case import CaseNote
from advisor_app.domain.local_time import LOCAL
from advisor_app.domain.words import Words
from advisor_app.services.clock import today
from advisor_app.services.ids import new_id
from advisor_app.texts.numbers import format_date
from advisor_app.ui.pages.overview.card import Card
from advisor_app.ui.shell.free_text_guard import FREE_TEXT
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.date_field import DateField
from advisor_app.ui.widgets.drafts import UNREAD, Drafts
from advisor_app.ui.widgets.labels import TextLabel, hairline
from advisor_app.ui.widgets.rows_in_view import RowsInView
from advisor_app.ui.widgets.value_field import TextLine

_ABOVE = 2  # puts the first line of a note on one line with the check box and the button beside it


class NotesCard(Card):
    """Calls that are overdue first, then the newest note; a line at the foot takes the next one, saved as one types."""

    edited = Signal(object, object, str)  # CaseNote before or None, CaseNote after or None, batch
    typing = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context.theming, self.tr("Gespräche"), parent)
        self._context = context
        workspace = context.workspace
        self.text = TextLine(self.tr("Was wurde besprochen?"))
        self.text.set_name(self.tr("Neue Gesprächsnotiz"))
        self.call_back = DateField(context.theming, workspace.texts, partial(today, workspace.clock))
        self.call_back.set_name(self.tr("Zurückrufen am"))
        self.call_back.setMaximumWidth(220)
        self._notes: Mapping[str, CaseNote] = {}
        self._begun = ""  # the id of the note that is typed
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
        self.drafts = Drafts(self, "note")
        self.drafts.add_value("call_back", self._day_without_words, self.call_back.line.setText)
        self.text.edited.connect(self._on_text_edited)
        self.call_back.edited.connect(self._on_call_back_edited)
        for field in (self.text, self.call_back):
            field.typing.connect(self.typing)
        self.text.line.setProperty(FREE_TEXT, True)
        self.text.line.returnPressed.connect(self.finish)
        self.add_button.clicked.connect(self.finish)

    def show_notes(self, notes: Mapping[str, CaseNote]) -> None:
        """Show these notes; the one that is typed stands in its line only."""
        if self._begun and self._begun in self._notes and self._begun not in notes:  # undone
            self._begin_next()
        self._notes = notes
        theming = self._context.theming
        told = [note for note in notes.values() if note.id != self._begun]
        now = today(self._context.workspace.clock)
        ordered = sorted(told, key=lambda note: (_is_late(note, now), note.at, note.id), reverse=True)
        if ordered:
            makers = [partial(self._row, note, is_first=note is ordered[0]) for note in ordered]
            self.show_body(RowsInView(makers, 6, after=self.add_button))
        else:
            self.show_body(TextLabel(theming, self.tr("Noch keine Notizen."), "body", "secondary"))

    def _row(self, note: CaseNote, *, is_first: bool) -> QWidget:
        """A note, below a line where another one stands above it."""
        if is_first:
            return self._line(note)
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(hairline())
        column.addWidget(self._line(note))
        return row

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
            if _is_late(note, today(self._context.workspace.clock)):
                overdue = TextLabel(theming, self.tr("überfällig"), "caption", "tag-amber")
                row.addWidget(overdue, 0, Qt.AlignmentFlag.AlignTop)
            box = QCheckBox(words)
            box.setToolTip(self.tr("Erledigt"))
            box.setChecked(note.done)
            box.clicked.connect(lambda done, note=note: self.edited.emit(note, replace(note, done=done), ""))
            row.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        remove = Button(theming, self.tr("Entfernen"), "", "quiet")
        remove.setAccessibleName(self.tr("Notiz vom {day} entfernen").format(day=day))
        remove.clicked.connect(lambda: self.edited.emit(note, None, ""))
        row.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def finish(self) -> None:
        """The note is done; the line takes the next one."""
        self.text.flush()
        self.call_back.flush()
        if self._begun and not self.call_back.line.property(UNREAD):
            self._begin_next()
            self.show_notes(self._notes)

    def _begin_next(self) -> None:
        self._begun = ""
        self.text.line.start_anew()
        self.call_back.show_value(None)

    def _day_without_words(self) -> str:
        """What stands in the field of the day while there is no note that it could belong to."""
        return "" if self._begun else self.call_back.line.text()

    def _on_text_edited(self, text: str, batch: str) -> None:
        before = self._notes.get(self._begun)
        if not text.strip():
            self._begun = ""
            if before is not None:
                self.edited.emit(before, None, batch)
            return
        words = Words(text.strip())
        if before is None:
            now = self._context.workspace.clock.now()
            after = CaseNote(id=new_id(), at=now, words=words, call_back_on=self.call_back.value)
            self._begun = after.id
        else:
            after = replace(before, words=replace(before.words, text=words.text))
        self.edited.emit(before, after, batch)

    def _on_call_back_edited(self, day: date | None, batch: str) -> None:
        self.call_back.show_value(day)
        before = self._notes.get(self._begun)
        if before is not None:
            self.edited.emit(before, replace(before, call_back_on=day), batch)


def _is_late(note: CaseNote, on: date) -> bool:
    """Whether somebody should have been called back by now."""
    return not note.done and note.call_back_on is not None and note.call_back_on < on
