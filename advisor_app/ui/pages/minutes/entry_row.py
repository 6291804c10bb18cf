"""One entry of the minutes: shown as a line that keys act on, edited in its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from advisor_app.domain.minutes import WITH_UNTIL, WITH_WHO, EntryKind, MinutesEntry, lacks_until, lacks_who
from advisor_app.domain.words import Audience, Words
from advisor_app.override import override
from advisor_app.texts import Texts
from advisor_app.texts.states import state_word
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.autosave import TextField
from advisor_app.ui.widgets.choice_field import ChoiceField
from advisor_app.ui.widgets.date_field import DateField
from advisor_app.ui.widgets.icon_button import IconButton
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.minutes_words import ICONS, kind_words, who_and_until
from advisor_app.ui.widgets.paragraph import Paragraph
from advisor_app.ui.widgets.value_field import TextLine

AUDIENCE_ICONS = {Audience.INTERNAL: "lock", Audience.MINUTES: "notebook-pen", Audience.REPORT: "file-text"}


class EntryRow(QFrame):
    """Keys on the row: Enter or F2 edits, F releases, Space settles, M makes a measure, Delete removes, arrows walk.

    ``edited(before, after, batch)`` asks to commit; ``after`` is None where the entry is to be removed.
    """

    edited = Signal(object, object, str)
    kind_wanted = Signal(object, object)  # MinutesEntry, EntryKind
    measure_wanted = Signal(object)  # MinutesEntry
    walked = Signal(int)
    typing = Signal()

    def __init__(
        self, theming: Theming, texts: Texts, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theming = theming
        self._texts = texts
        self._today = today
        self._entry: MinutesEntry | None = None
        self._measure = ""
        self._editor: EntryEditor | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("kind", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icon = QLabel()
        self._kind = TextLabel(theming, "", "caption", "secondary")
        self._words = Paragraph(theming, "")
        self._about = TextLabel(theming, "", "caption", "secondary", tabular=True, wrap=True)
        self._lacking = TextLabel(theming, "", "caption", "amber")
        self.done = QCheckBox(self.tr("erledigt"))
        self.done.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.audience = IconButton(theming, "lock", self.tr("Sichtbarkeit"))
        self.audience_word = TextLabel(theming, "", "caption", "secondary")
        self.measure = IconButton(theming, "chart-gantt", self.tr("Als Maßnahme in den Umsetzungsplan (M)"))
        self.remove = IconButton(theming, "trash-2", self.tr("Entfernen (Entf)"))
        self._lay_out()
        self.done.clicked.connect(self._toggle_done)
        self.audience.clicked.connect(self._release)
        self.measure.clicked.connect(self._to_measure)
        self.remove.clicked.connect(self._remove)

    @property
    def entry(self) -> MinutesEntry:
        """What is shown."""
        if self._entry is None:
            raise RuntimeError("nothing is shown yet")
        return self._entry

    @property
    def editor(self) -> EntryEditor | None:
        """The fields, while the entry is edited."""
        return self._editor

    def show_entry(self, entry: MinutesEntry, measure: str) -> None:
        """Show an entry, and the measure that it has become (empty: none)."""
        if (entry, measure) == (self._entry, self._measure):
            return
        self._entry, self._measure = entry, measure
        kind = kind_words(entry.kind, self._texts)
        self._icon.setPixmap(self._theming.icon(ICONS[entry.kind], "ink2").pixmap(self._theming.icon_size()))
        self._kind.setText(kind)
        self._words.setText(f"„{entry.words.text}“" if entry.kind is EntryKind.QUOTE else entry.words.text)
        in_plan = self.tr("Maßnahme {measure}").format(measure=measure) if measure else ""
        about = " · ".join(filter(None, (who_and_until(entry, self._texts), in_plan)))
        self._about.setText(about)
        self._about.setVisible(bool(about) and self._editor is None)
        lacking = self._lacks(entry)
        self._lacking.setText(lacking)
        self._lacking.setVisible(bool(lacking))
        self.done.setVisible(entry.kind in WITH_UNTIL)
        self.done.setChecked(entry.done)
        self.measure.setVisible(entry.kind is EntryKind.TASK and not measure)
        audience = entry.words.audience
        self.audience.setIcon(self._theming.icon(AUDIENCE_ICONS[audience]))
        word = state_word(audience, self._texts)
        self.audience_word.setText(word)
        self.audience.setToolTip(self.tr("Sichtbarkeit: {word}. F gibt frei.").format(word=word))
        self.setAccessibleName(", ".join(filter(None, (kind, entry.words.text, about, lacking, word))))
        if self._editor is not None:
            self._editor.show_entry(entry)

    def edit(self) -> None:
        """Edit the entry in its place."""
        if self._editor is None:
            self._editor = EntryEditor(self._theming, self._texts, self._today)
            self._column.addWidget(self._editor)
            self._editor.show_entry(self.entry)
            self._editor.edited.connect(self._on_editor_edited)
            self._editor.kind_chosen.connect(lambda kind: self.kind_wanted.emit(self.entry, kind))
            self._editor.typing.connect(self.typing)
            self._editor.text.left.connect(self.close_editor)
        self._words.hide()
        self._about.hide()
        self._editor.text.setFocus()
        self._editor.text.moveCursor(self._editor.text.textCursor().MoveOperation.End)

    def close_editor(self) -> None:
        """Commit what is half typed and show the entry as a line."""
        editor, self._editor = self._editor, None
        if editor is not None:
            editor.flush()
            editor.hide()
            self._column.removeWidget(editor)
            editor.deleteLater()
            self._words.show()
            self._about.setVisible(bool(self._about.text()))
            self.setFocus()

    def flush(self) -> None:
        """Ask to commit what is half typed."""
        if self._editor is not None:
            self._editor.flush()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        actions: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Return: self.edit,
            Qt.Key.Key_Enter: self.edit,
            Qt.Key.Key_F2: self.edit,
            Qt.Key.Key_F: self._release,
            Qt.Key.Key_Space: self._toggle_done,
            Qt.Key.Key_M: self._to_measure,
            Qt.Key.Key_Delete: self._remove,
            Qt.Key.Key_Down: lambda: self.walked.emit(1),
            Qt.Key.Key_Up: lambda: self.walked.emit(-1),
        }
        act = actions.get(key) if event.modifiers() in {_NONE, Qt.KeyboardModifier.KeypadModifier} else None
        if act is None or self._editor is not None:
            super().keyPressEvent(event)
        else:
            act()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        self.edit()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._mark(chosen=True)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._mark(chosen=False)

    def _lay_out(self) -> None:
        top = Qt.AlignmentFlag.AlignTop
        words = QVBoxLayout()
        words.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._kind)
        head.addWidget(self._lacking)
        head.addStretch(1)
        words.addLayout(head)
        words.addWidget(self._words)
        words.addWidget(self._about)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._icon, 0, top)
        row.addLayout(words, 1)
        row.addWidget(self.done, 0, top)
        row.addWidget(self.audience_word, 0, top)
        for button in (self.audience, self.measure, self.remove):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.addWidget(button, 0, top)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 8)
        self._column.setSpacing(8)
        self._column.addLayout(row)

    def _mark(self, *, chosen: bool) -> None:
        self.setProperty("kind", "card-selected" if chosen else "paper")
        self.style().unpolish(self)
        self.style().polish(self)

    def _lacks(self, entry: MinutesEntry) -> str:
        missing = []
        if lacks_who(entry):
            missing.append(self.tr("wer fehlt"))
        if lacks_until(entry):
            missing.append(self.tr("bis wann fehlt"))
        return ", ".join(missing)

    def _release(self) -> None:
        """Internal, for the minutes, for the report, and internal again."""
        order = list(Audience)
        words = self.entry.words
        audience = order[(order.index(words.audience) + 1) % len(order)]
        self.edited.emit(self.entry, replace(self.entry, words=Words(words.text, audience)), "")

    def _toggle_done(self) -> None:
        if self.entry.kind in WITH_UNTIL:
            self.edited.emit(self.entry, replace(self.entry, done=not self.entry.done), "")

    def _to_measure(self) -> None:
        if self.entry.kind is EntryKind.TASK and not self._measure:
            self.measure_wanted.emit(self.entry)

    def _remove(self) -> None:
        self.edited.emit(self.entry, None, "")

    def _on_editor_edited(self, attribute: str, value: Any, batch: str) -> None:
        if attribute == "words":
            value = Words(value, self.entry.words.audience)
        self.edited.emit(self.entry, replace(self.entry, **{attribute: value}), batch)


_NONE = Qt.KeyboardModifier.NoModifier


class EntryEditor(QWidget):
    """The fields of an entry. ``edited(attribute, value, batch)`` asks to commit."""

    edited = Signal(str, object, str)
    kind_chosen = Signal(object)
    typing = Signal()

    def __init__(self, theming: Theming, texts: Texts, today: Callable[[], date]) -> None:
        super().__init__()
        self.kind = ChoiceField([(kind, kind_words(kind, texts)) for kind in EntryKind])
        self.kind.set_name(self.tr("Art"))
        self.text = TextField(lines=1)
        self.text.setAccessibleName(self.tr("Wortlaut"))
        self.who = TextLine(self.tr("Rolle oder Amt"))
        self.who.set_name(self.tr("Wer"))
        self.until = DateField(theming, texts, today)
        self.until.set_name(self.tr("Bis wann"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.kind)
        self._labels = [TextLabel(theming, words, "caption", "secondary") for words in (self.tr("Wer"), self.tr("bis"))]
        for label, field in zip(self._labels, (self.who, self.until), strict=True):
            row.addWidget(label)
            row.addWidget(field)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 0, 0, 4)
        column.setSpacing(6)
        column.addWidget(self.text)
        column.addLayout(row)
        self.kind.edited.connect(lambda kind, _batch: self.kind_chosen.emit(kind))
        self.text.edited.connect(lambda text, batch: self.edited.emit("words", text, batch))
        self.who.edited.connect(lambda who, batch: self.edited.emit("who", who, batch))
        self.until.edited.connect(lambda day, batch: self.edited.emit("until", day, batch))
        for part in (self.text, self.who, self.until):
            part.typing.connect(self.typing)

    def show_entry(self, entry: MinutesEntry) -> None:
        """Show the committed entry; only the fields that its kind has."""
        self.kind.show_value(entry.kind)
        self.text.show_text(entry.words.text)
        self.who.show_value(entry.who)
        self.until.show_value(entry.until)
        for label, field, kinds in zip(self._labels, (self.who, self.until), (WITH_WHO, WITH_UNTIL), strict=True):
            label.setVisible(entry.kind in kinds)
            field.setVisible(entry.kind in kinds)

    def flush(self) -> None:
        """Ask to commit what is half typed."""
        self.text.flush()
        self.who.flush()
        self.until.flush()
