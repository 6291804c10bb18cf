"""A list of small records, edited row by row; an empty row at the end takes the next one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from typing import Any

from PySide6.QtWidgets import QGridLayout, QWidget

from advisor_app.override import override
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.icon_button import IconButton
from advisor_app.ui.widgets.keys import act_on
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.value_field import ValueField


@dataclass(frozen=True, slots=True, kw_only=True)
class RowColumn:
    """A column: the attribute it shows, its title, how its fields are made, and its share of the width."""

    attribute: str
    title: str
    new_field: Callable[[], ValueField]
    stretch: int = 0


@dataclass(slots=True)
class _Row:
    fields: dict[str, ValueField]
    remove: IconButton


class RowsEditor(ValueField):
    """A tuple of frozen records. Alt+Up and Alt+Down move the row that has the focus."""

    def __init__(
        self, theming: Theming, columns: Sequence[RowColumn], blank: Any, parent: QWidget | None = None
    ) -> None:
        """``blank`` is the record that a new row starts from."""
        super().__init__(parent)
        self._theming = theming
        self._columns = tuple(columns)
        self._blank = blank
        self._value: tuple[Any, ...] = ()
        self._rows: list[_Row] = []
        self._complaints: dict[ValueField, str] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        for index, column in enumerate(self._columns):
            self._grid.addWidget(TextLabel(theming, column.title, "caption", "secondary"), 0, index)
            self._grid.setColumnStretch(index, column.stretch)
        self._append_row()
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            act_on(keys, self, partial(self._move_row, step))

    @property
    def row_count(self) -> int:
        """How many records there are; the empty row is not counted."""
        return len(self._value)

    def field(self, row: int, attribute: str) -> ValueField:
        """A field; row ``row_count`` is the empty one."""
        return self._rows[row].fields[attribute]

    def remove_button(self, row: int) -> IconButton:
        """The button that removes a row."""
        return self._rows[row].remove

    @override
    def show_value(self, value: Any) -> None:
        self._value = tuple(value)
        while len(self._rows) > len(self._value) + 1:
            self._drop_row()
        while len(self._rows) < len(self._value) + 1:
            self._append_row()
        for row, record in zip(self._rows, self._value, strict=False):
            for attribute, field in row.fields.items():
                field.show_value(getattr(record, attribute))
        self._show_last_as_empty()

    @override
    def flush(self) -> None:
        for row in tuple(self._rows):
            for field in row.fields.values():
                field.flush()

    @override
    def set_name(self, name: str) -> None:
        self.setAccessibleName(name)

    def _append_row(self) -> None:
        line = len(self._rows)
        fields: dict[str, ValueField] = {}
        for index, column in enumerate(self._columns):
            field = column.new_field()
            field.set_name(self.tr("{title}, Zeile {number}").format(title=column.title, number=line + 1))
            self._grid.addWidget(field, line + 1, index)
            field.edited.connect(partial(self._on_field_edited, line, column.attribute))
            field.typing.connect(self.typing)
            field.complained.connect(partial(self._on_field_complained, field))
            fields[column.attribute] = field
        remove = IconButton(self._theming, "x", self.tr("Zeile {number} entfernen").format(number=line + 1))
        remove.setEnabled(False)
        remove.setVisible(False)
        remove.clicked.connect(lambda _checked=False: self._remove(line))
        self._grid.addWidget(remove, line + 1, len(self._columns))
        self._rows.append(_Row(fields, remove))
        self._keep_tab_order()

    def _keep_tab_order(self) -> None:
        """Rows made later come after the ones before them, also where other fields follow the editor."""
        if not self._rows:
            return
        self.setFocusProxy(next(iter(self._rows[0].fields.values())))
        stops = [widget for row in self._rows for widget in (*(f.target for f in row.fields.values()), row.remove)]
        for first, second in pairwise(stops):
            QWidget.setTabOrder(first, second)

    def _drop_row(self) -> None:
        row = self._rows.pop()
        for widget in (*row.fields.values(), row.remove):
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        for field in row.fields.values():
            self._on_field_complained(field, "")

    def _show_last_as_empty(self) -> None:
        for row in self._rows[:-1]:
            row.remove.setEnabled(True)
            row.remove.setVisible(True)
        # After a removal the fields that stood for the last record stand for the empty row: they are made anew.
        if self._rows[-1].remove.isEnabled():
            self._drop_row()
            self._append_row()

    def _on_field_edited(self, line: int, attribute: str, value: Any, batch: str) -> None:
        is_new = line >= len(self._value)
        record = replace(self._blank if is_new else self._value[line], **{attribute: value})
        if is_new and record == self._blank:
            return
        changed = (*self._value[:line], record, *self._value[line + 1 :])
        self.edited.emit(changed, batch)

    def _on_field_complained(self, field: ValueField, complaint: str) -> None:
        if not complaint and field not in self._complaints:
            return
        self._complaints.pop(field, None)
        if complaint:
            self._complaints[field] = complaint
        self.complained.emit(next(iter(self._complaints.values()), ""))

    def _remove(self, line: int) -> None:
        self.flush()
        if line < len(self._value):
            self.edited.emit((*self._value[:line], *self._value[line + 1 :]), "")
            self._rows[min(line, len(self._rows) - 1)].fields[self._columns[0].attribute].setFocus()

    def _move_row(self, step: int) -> None:
        line = self._focused_row()
        target = line + step
        if line >= len(self._value) or not 0 <= target < len(self._value):
            return
        self.flush()
        changed = list(self._value)
        changed.insert(target, changed.pop(line))
        attribute = next(name for name, field in self._rows[line].fields.items() if field.target.hasFocus())
        self.edited.emit(tuple(changed), "")
        self._rows[target].fields[attribute].setFocus()

    def _focused_row(self) -> int:
        return next(
            (
                line
                for line, row in enumerate(self._rows)
                if any(field.target.hasFocus() for field in row.fields.values())
            ),
            len(self._rows),
        )
