"""One slim line that takes an entry of the minutes from wherever one is: kind, words, who and until when."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.changes import MinutesEntrySet
from advisor_app.domain.minutes import EntryKind, MinutesEntry
from advisor_app.domain.minutes_line import kind_of
from advisor_app.override import override
from advisor_app.services.minutes import Place
from advisor_app.services.workspace import Workspace
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.free_text_guard import FREE_TEXT
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.announce import announce
from advisor_app.ui.widgets.autosave import LineField
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.elided_label import ElidedLabel
from advisor_app.ui.widgets.icon_button import IconButton
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.minutes_words import ICONS, LETTERS, kind_words, who_and_until

_OWN = frozenset({Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter})


class EntryField(LineField):
    """Takes the words. Tab walks through the kinds, Escape leaves; every letter is saved while one types."""

    kind_wanted = Signal(int)  # so many kinds on
    left = Signal()

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Tab:
                self.kind_wanted.emit(1)
                return True
            if event.key() == Qt.Key.Key_Backtab:
                self.kind_wanted.emit(-1)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and event.key() in _OWN:
            event.accept()  # before a shortcut of the page has it
            return True
        return super().event(event)


class MinutesEntryLine(QFrame):
    """Enter takes the entry and begins another; ``left`` tells that one wants to go back to where one was."""

    left = Signal()
    typing = Signal()

    def __init__(self, theming: Theming, workspace: Workspace, bridge: CaseBridge, parent: QWidget) -> None:
        super().__init__(parent)
        self._theming = theming
        theming.dress(self)
        self._workspace = workspace
        self._bridge = bridge
        self._place: Place | None = None
        self._kind = EntryKind.NOTE
        self._begun: MinutesEntry | None = None
        self.setProperty("kind", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.field = EntryField()
        self.field.setAccessibleName(self.tr("Eintrag für das Protokoll"))
        self.field.setProperty(FREE_TEXT, True)
        self.kinds: dict[EntryKind, Button] = {}
        self.where = ElidedLabel(theming, "", "caption", "secondary")
        self.understood = TextLabel(theming, "", "body", "primary", tabular=True)
        self.close_button = IconButton(theming, "x", self.tr("Zurück (Esc)"))
        self._lay_out()
        self.field.textEdited.connect(self._on_field_text_edited)
        self.field.edited.connect(self._on_field_edited)
        self.field.typing.connect(self.typing)
        self.field.kind_wanted.connect(self._on_field_kind_wanted)
        self.field.left.connect(self.leave)
        self.field.returnPressed.connect(self.finish)
        self.close_button.clicked.connect(self.leave)
        self._show_asked()
        bridge.changed.connect(self._on_bridge_changed)
        self.hide()

    @property
    def kind(self) -> EntryKind:
        """The kind that is typed."""
        return self._kind

    def open_at(self, place: Place) -> None:
        """Take an entry for a place, and the focus."""
        if self._begun is None:
            self._place = place
            self._show_place()
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def finish(self) -> None:
        """The entry is done; the line takes the next one of its kind."""
        self.field.flush()
        if self._begun is None:
            return
        words = kind_words(self._begun.kind, self._workspace.texts)
        said = self.tr("{kind} notiert.").format(kind=words)
        self._begin_next()
        self.understood.setText(said)
        announce(self, said)

    def leave(self) -> None:
        """What is typed stays; go back to where one was."""
        self.field.flush()
        self._begin_next()
        self.understood.setText("")
        self.hide()
        self.left.emit()

    def choose(self, kind: EntryKind) -> None:
        """Type an entry of another kind; one that is begun becomes one."""
        self.field.flush()
        self._kind = kind
        for name, button in self.kinds.items():
            button.setChecked(name is kind)
        self._show_asked()
        if self._begun is not None:
            self._put(self._workspace.minutes.with_kind(self._begun, kind), self.field.text(), "")
        self._show_understood(self.field.text())

    def _show_asked(self) -> None:
        """Ask for what the kind takes: who and until when are read from the line only where it has them."""
        asked = {
            EntryKind.NOTE: self.tr("Was soll ins Protokoll?"),
            EntryKind.DECISION: self.tr("Was ist beschlossen? @Bauamt …"),
            EntryKind.TASK: self.tr("Was ist zu tun? @Bauamt bis 30.09. …"),
            EntryKind.OPEN_POINT: self.tr("Was ist offen? @Bauamt bis 30.09. …"),
            EntryKind.PARKED: self.tr("Welches Thema kommt später dran?"),
            EntryKind.QUOTE: self.tr("Was wurde gesagt? Ohne Namen"),
        }
        self.field.setPlaceholderText(asked[self._kind])

    def _lay_out(self) -> None:
        kinds = QHBoxLayout()
        kinds.setSpacing(4)
        for kind in EntryKind:
            words = kind_words(kind, self._workspace.texts)
            button = Button(self._theming, words, ICONS[kind], "chip")
            button.setCheckable(True)
            button.setChecked(kind is self._kind)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setToolTip(self.tr("„{letter}“ und Leertaste am Anfang, oder Tab").format(letter=LETTERS[kind]))
            button.clicked.connect(partial(self._on_kind_clicked, kind))
            self.kinds[kind] = button
            kinds.addWidget(button)
        kinds.addSpacing(12)
        kinds.addWidget(self.where, 1)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.field, 1)
        line.addWidget(self.understood)
        line.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(6)
        column.addLayout(kinds)
        column.addLayout(line)

    def _begin_next(self) -> None:
        self._begun = None
        self.field.start_anew()
        step = "" if self._place is None or self._place.step is None else self._place.step.id
        place = self._workspace.minutes.place_at_hand(self._bridge.case, step)
        if place is not None:
            self._place = place
            self._show_place()

    def _show_place(self) -> None:
        if self._place is None:
            return
        day, step = self._place.day, self._place.step
        title = day.title if step is None else f"{day.title} · {step.title}"
        self.where.setText(
            self.tr("{title} – Eingabe notiert, Tab wechselt die Art, Esc geht zurück").format(title=title)
        )

    def _show_understood(self, line: str) -> None:
        read = self._workspace.minutes.read(self._bridge.case, line, self._kind)
        if self._place is None:
            return
        fresh = self._workspace.minutes.new_entry(self._place, self._kind, read.text)
        shown = self._workspace.minutes.typed(self._bridge.case, fresh, line) if line.strip() else fresh
        self.understood.setText(who_and_until(shown, self._workspace.texts))

    def _on_kind_clicked(self, kind: EntryKind, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 — a signal's
        self.choose(kind)
        self.field.setFocus()

    def _on_field_kind_wanted(self, steps: int) -> None:
        kinds = list(EntryKind)
        self.choose(kinds[(kinds.index(self._kind) + steps) % len(kinds)])

    def _on_field_text_edited(self, text: str) -> None:
        kind, rest = kind_of(text) if self._begun is None else (None, text)
        if kind is not None:
            self.field.setText(rest)
            self.choose(kind)
        self._show_understood(rest)

    def _on_field_edited(self, text: str, batch: str) -> None:
        if not text.strip():
            begun = None if self._begun is None else self._bridge.case.minutes.get(self._begun.id)
            self._begun = None
            if begun is not None:
                self._bridge.edit(MinutesEntrySet(begun.id, begun, None), batch=batch)
            return
        if self._place is None:
            return
        entry = self._begun or self._workspace.minutes.new_entry(self._place, self._kind, text)
        self._put(entry, text, batch)

    def _on_bridge_changed(self, _changes: object) -> None:
        if self._begun is not None and self._begun.id not in self._bridge.case.minutes:  # undone
            self._begin_next()

    def _put(self, entry: MinutesEntry, line: str, batch: str) -> None:
        after = self._workspace.minutes.typed(self._bridge.case, entry, line)
        before = self._bridge.case.minutes.get(after.id)
        self._begun = after
        if after != before:
            self._bridge.edit(MinutesEntrySet(after.id, before, after), batch=batch or None)
