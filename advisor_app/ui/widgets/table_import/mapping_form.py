"""Which sheet, in which line its headings stand, and which column fills which field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_app.domain.column_mapping import ColumnMapping, ImportPurpose
from advisor_app.domain.foreign_table import ForeignSheet, words_of
from advisor_app.services.table_imports import MatchedTable
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.choice_field import ChoiceBox
from advisor_app.ui.widgets.labels import TextLabel

_OFFERED_LINES = 30
"""Lines from the top of a sheet that may hold its headings."""

_SHOWN_HEADINGS = 3


class MappingForm(QWidget):
    """``mapped`` tells of another mapping, ``sheet_chosen`` and ``head_moved`` that columns have to be matched anew."""

    mapped = Signal(object)  # ColumnMapping
    sheet_chosen = Signal(int)
    head_moved = Signal(int)

    def __init__(self, context: PageContext, purpose: ImportPurpose, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._purpose = purpose
        self._mapping = ColumnMapping({})
        self._columns: Sequence[str] = ()
        theming, titles = context.theming, context.workspace.table_imports
        self.sheet = ChoiceBox()
        self.head = ChoiceBox()
        self._head_lines: list[int] = []
        self.boxes = {item.name: ChoiceBox() for item in purpose.fields}
        self._sheet_label = TextLabel(theming, self.tr("Blatt"), "caption", "secondary")
        self.setProperty("kind", "paper")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 12, 0)
        self._layout.setSpacing(4)
        self._add(self._sheet_label, self.sheet, self.tr("Blatt"))
        words = self.tr("Überschriften stehen in")
        self._add(TextLabel(theming, words, "caption", "secondary"), self.head, words)
        for item in purpose.fields:
            title = titles.title(purpose, item.name)
            words = self.tr("{field} (nötig)").format(field=title) if item.required else title
            label = TextLabel(theming, words, "caption", "secondary")
            self._add(label, self.boxes[item.name], self.tr("Spalte für {field}").format(field=title))
            self.boxes[item.name].activated.connect(lambda at, name=item.name: self._on_box_activated(name, at))
        self._layout.addStretch(1)
        self.sheet.activated.connect(self.sheet_chosen)
        self.head.activated.connect(lambda at: self.head_moved.emit(self._head_lines[at]))

    def show_sheets(self, sheets: Sequence[ForeignSheet], chosen: int) -> None:
        """Offer the sheets of a workbook; a single one is no choice."""
        self.sheet.clear()
        self.sheet.addItems([sheet.title for sheet in sheets])
        self.sheet.setCurrentIndex(chosen)
        for widget in (self._sheet_label, self.sheet):
            widget.setVisible(len(sheets) > 1)

    def show_match(self, sheet: ForeignSheet, matched: MatchedTable) -> None:
        """Show the columns of a sheet and which of them fill what."""
        self._mapping, self._columns = matched.mapping, matched.table.columns
        rows = sheet.rows[:_OFFERED_LINES]
        self._head_lines = [row.line for row in rows]
        self.head.clear()
        for row in rows:
            headings = ", ".join(list(filter(None, map(words_of, row.cells)))[:_SHOWN_HEADINGS])
            self.head.addItem(self.tr("Zeile {line}: {headings}").format(line=row.line, headings=headings))
        self.head.setCurrentIndex(self._head_lines.index(matched.table.head_line))
        for name, box in self.boxes.items():
            box.clear()
            box.addItem(self.tr("– keine Spalte –"))
            box.addItems(list(self._columns))
            column = self._mapping.columns.get(name, "")
            box.setCurrentIndex(self._columns.index(column) + 1 if column in self._columns else 0)

    def _add(self, label: TextLabel, field: ChoiceBox, name: str) -> None:
        label.setBuddy(field)
        field.setAccessibleName(name)
        field.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        field.setMinimumContentsLength(12)
        self._layout.addWidget(label)
        self._layout.addWidget(field)
        self._layout.addSpacing(6)

    def _on_box_activated(self, name: str, at: int) -> None:
        mapping = self._mapping.with_column(name, self._columns[at - 1] if at else "")
        if mapping != self._mapping:
            self._mapping = mapping
            self.mapped.emit(mapping)
