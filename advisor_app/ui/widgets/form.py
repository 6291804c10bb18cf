"""A form: labelled fields, each bound to one attribute of a record."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from advisor_app.override import override
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
    """Fields in a grid; ``edited(attribute, value, batch)`` asks to commit one attribute of the record.

    Where its columns do not fit side by side, as at 200 %, the fields stand in fewer, at last below each other.
    """

    edited = Signal(str, object, str)
    typing = Signal()

    def __init__(self, theming: Theming, columns: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._most_columns = columns
        self._columns = columns
        self._fields: dict[str, LabelledField] = {}
        self._placed: list[tuple[QWidget, int]] = []  # with the columns each one fills where they fit
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(_GAP)
        self._stretch()

    @property
    def columns(self) -> int:
        """How many columns stand side by side at the present width."""
        return self._columns

    @override
    def minimumSizeHint(self) -> QSize:
        # The grid's own would hold the form at the columns it has, and nothing would ever narrow it.
        return QSize(self._needed_width(1), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()  # a field has come, gone or changed its size, as with the zoom
        return handled

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
        self._placed.append((widget, span))
        row, column, filled = self._places(self._columns)[-1]
        self._grid.addWidget(widget, row, column, 1, filled)

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

    def _places(self, columns: int) -> list[tuple[int, int, int]]:
        """Row, column and span of everything in a grid of ``columns``."""
        places = []
        row = column = 0
        for _widget, wanted in self._placed:
            span = min(wanted, columns)
            if column + span > columns:
                row, column = row + 1, 0
            places.append((row, column, span))
            column += span
        return places

    def _needed_width(self, columns: int) -> int:
        """The width in pixels below which ``columns`` do not fit side by side."""
        widths = [0] * columns
        wide = []
        for (widget, _wanted), (_row, column, span) in zip(self._placed, self._places(columns), strict=True):
            least = 0 if widget.isHidden() else max(widget.minimumSizeHint().width(), widget.minimumWidth())
            if span == 1:
                widths[column] = max(widths[column], least)
            else:
                wide.append((least, column, span))
        for least, column, span in wide:
            missing = least - sum(widths[column : column + span]) - _GAP * (span - 1)
            widths[column + span - 1] += max(missing, 0)
        return sum(widths) + _GAP * (columns - 1)

    def _fit(self) -> None:
        fitting = (count for count in range(self._most_columns, 1, -1) if self._needed_width(count) <= self.width())
        columns = next(fitting, 1)
        if columns == self._columns:
            return
        self._columns = columns
        self._stretch()
        for (widget, _wanted), place in zip(self._placed, self._places(columns), strict=True):
            self._grid.addWidget(widget, *place[:2], 1, place[2])

    def _stretch(self) -> None:
        for column in range(self._most_columns):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)
