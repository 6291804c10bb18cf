"""A form: labelled fields, each bound to one attribute of a record."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.rows_editor import RowsEditor
from advisor_app.ui.widgets.value_field import ValueField

_GAP = 16


class LabelledField(QWidget):
    """A field under its label, with a note below it; a complaint takes the note's place."""

    def __init__(
        self,
        theming: Theming,
        label: str,
        field: ValueField,
        note: str = "",
        *,
        heads: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """``heads`` makes the label the heading of a list of fields."""
        super().__init__(parent)
        self.field = field
        self._note = note
        kind, tone, weight = ("body", "", 600) if heads else ("caption", "secondary", None)
        self._label = TextLabel(theming, label, kind, tone, weight=weight)
        self._label.setBuddy(field.target)
        self.below = TextLabel(theming, note, "caption", "caption", wrap=True)
        if not note:
            self.below.hide()
        field.set_name(label)
        field.target.setAccessibleDescription(note)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._label)
        layout.addWidget(field)
        layout.addWidget(self.below)
        layout.addStretch(1)
        field.complained.connect(self._on_field_complained)

    def set_note(self, note: str) -> None:
        """Change what stands below the field."""
        if note != self._note:
            self._note = note
            self._on_field_complained("")

    def _on_field_complained(self, complaint: str) -> None:
        self.below.set_tone("error" if complaint else "caption")
        self.below.setText(complaint or self._note)
        self.below.setVisible(bool(complaint or self._note))
        self.field.target.setAccessibleDescription(complaint or self._note)


class Form(QWidget):
    """Fields in a grid; ``edited(attribute, value, batch)`` asks to commit one attribute of the record."""

    edited = Signal(str, object, str)
    typing = Signal()

    def __init__(self, theming: Theming, columns: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._columns = columns
        self._row = 0
        self._column = 0
        self._fields: dict[str, LabelledField] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(_GAP)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)

    def add(self, attribute: str, label: str, field: ValueField, *, span: int = 1, note: str = "") -> LabelledField:
        """Add a field that fills ``span`` columns."""
        labelled = LabelledField(self._theming, label, field, note, heads=isinstance(field, RowsEditor))
        self._fields[attribute] = labelled
        self.add_widget(labelled, span=span)
        field.edited.connect(lambda value, batch: self.edited.emit(attribute, value, batch))
        field.typing.connect(self.typing)
        return labelled

    def add_widget(self, widget: QWidget, *, span: int = 1) -> None:
        """Add something that is not a field."""
        if self._column + span > self._columns:
            self._row, self._column = self._row + 1, 0
        self._grid.addWidget(widget, self._row, self._column, 1, span)
        self._column += span

    @property
    def attributes(self) -> tuple[str, ...]:
        """The attributes of the record that have a field."""
        return tuple(self._fields)

    def take_focus(self) -> None:
        """Put the focus into the first field."""
        next(iter(self._fields.values())).field.setFocus(Qt.FocusReason.TabFocusReason)

    def field(self, attribute: str) -> ValueField:
        """The field of an attribute."""
        return self._fields[attribute].field

    def labelled(self, attribute: str) -> LabelledField:
        """The field of an attribute with its label."""
        return self._fields[attribute]

    def show_record(self, record: Any) -> None:
        """Show the attributes of a record."""
        for attribute, labelled in self._fields.items():
            labelled.field.show_value(getattr(record, attribute))

    def flush(self) -> None:
        """Ask to commit what is half typed."""
        for labelled in self._fields.values():
            labelled.field.flush()
