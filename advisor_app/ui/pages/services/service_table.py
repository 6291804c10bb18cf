"""The table that services are typed into: a key begins to write, Tab goes on, Enter goes to the next service."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyleOptionViewItem, QWidget

from advisor_app.domain.errors import AdvisorError
from advisor_app.domain.service import MOST_CASES, OnlineState, Platform
from advisor_app.override import override
from advisor_app.texts import Texts
from advisor_app.texts.services import service_word
from advisor_app.ui.pages.services.service_model import ATTENTION, Column, ServiceModel
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.autosave import LineField
from advisor_app.ui.widgets.choice_field import ChoiceBox
from advisor_app.ui.widgets.parsed_field import whole_number
from advisor_app.ui.widgets.written_model import VALUE
from advisor_app.ui.widgets.written_table import CellDelegate, WrittenTable, is_plain

_Index = QModelIndex | QPersistentModelIndex
_WIDTHS: dict[int, int] = {
    Column.NUMBER: 64,
    Column.TITLE: 200,
    Column.OFFICE: 120,
    Column.CASES: 104,
    Column.ONLINE: 136,
    Column.PLATFORM: 96,
    Column.LEVEL: 96,
}
_ROW = 34
_CHOICES: dict[Column, tuple[OnlineState | Platform, ...]] = {
    Column.ONLINE: tuple(OnlineState),
    Column.PLATFORM: tuple(Platform),
}


class ServiceDelegate(CellDelegate):
    """Editors of cells: lines that save themselves while one types, lists of states, and levels that are read whole."""

    refused = Signal(object)  # AdvisorError: what was typed is not kept
    rated = Signal(str, str)  # id of the service, the level as it was typed

    def __init__(self, theming: Theming, model: ServiceModel, texts: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self._theming = theming
        self._model = model
        self._texts = texts

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        tone = "" if self._model.name_at(index.row()) else "ink3"
        if index.data(ATTENTION):
            tone = "amber"
        if tone:
            for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
                option.palette.setColor(role, self._theming.colour(tone))

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        row, column = index.row(), Column(index.column())
        title = self._model.column_title(column)
        if column in _CHOICES:
            words = (service_word(value, self._texts) for value in _CHOICES[column])
            return self.list_editor(parent, title, (self.tr("offen"), *words))
        if column is Column.LEVEL:  # of „3 (1.1)“ the beginning means something else
            return self.line_editor(parent, title, None)
        line = self.line_editor(parent, title, lambda text, batch: self._save(row, column, text, batch))
        if column is Column.OFFICE:
            line.suggest(self._model.offices)
        return line

    @override
    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        name = self._model.name_at(index.row())
        if isinstance(editor, ChoiceBox):
            value = index.data(VALUE)
            editor.setCurrentIndex(0 if value is None else _CHOICES[Column(index.column())].index(value) + 1)
        elif isinstance(editor, LineField):
            editor.show_text(self._typed(name, Column(index.column())) if name else "")

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        row, column = index.row(), Column(index.column())
        if isinstance(editor, ChoiceBox):
            chosen = editor.currentIndex()
            self._model.set_field(row, column, None if chosen == 0 else _CHOICES[column][chosen - 1], "")
        elif isinstance(editor, LineField):
            name = self._model.name_at(row)
            if column is Column.LEVEL and name:
                if editor.text().strip() != self._typed(name, column):
                    self.rated.emit(name, editor.text())
                return
            editor.flush()
            if column is Column.CASES:
                try:
                    self._cases(editor.text())
                except AdvisorError as error:
                    self.refused.emit(error)

    def _typed(self, name: str, column: Column) -> str:
        """What stands in a cell, as one would type it."""
        service = self._model.shown[self._model.row_of(name)]
        return self._model.level_words(service) if column is Column.LEVEL else self._model.words(service, column)

    def _cases(self, text: str) -> int | None:
        """Cases as they were typed; raises AdvisorError(BAD_VALUE)."""
        name = self._model.column_title(Column.CASES)
        cases: int | None = whole_number(name, self._texts.language, low=0, high=MOST_CASES, empty=None)(text)
        return cases

    def _save(self, row: int, column: Column, text: str, batch: str) -> None:
        value: Any = text
        if column is Column.CASES:
            try:
                value = self._cases(text)
            except AdvisorError:
                return  # no number yet: the cell keeps what stood there
        self._model.set_field(row, column, value, batch)


class ServiceTable(WrittenTable):
    """``chosen`` names the service of the current row (empty for the last one), ``removed`` and ``opened`` one."""

    chosen = Signal(str)
    removed = Signal(str)
    opened = Signal(str)

    def __init__(self, theming: Theming, model: ServiceModel, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(theming, model, _WIDTHS, Column.TITLE, parent)
        self.services = model
        self._name = ""  # of the current row, to find it again when rows are put in order
        self.delegate = ServiceDelegate(theming, model, texts, self)
        self.setItemDelegate(self.delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setAccessibleName(self.tr("Leistungen"))
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setSortingEnabled(True)
        self.sortByColumn(Column.NUMBER, Qt.SortOrder.AscendingOrder)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        model.modelReset.connect(self._on_model_reset)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.fit()

    @override
    def act_of(self, event: QKeyEvent) -> Callable[[], object] | None:
        name = self.services.name_at(self.currentIndex().row())
        if not is_plain(event):
            return None
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return (lambda: self.opened.emit(name)) if self.services.is_reading else self._begin
        return (lambda: self.removed.emit(name)) if name and event.key() == Qt.Key.Key_Delete else None

    @override
    def fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theming.scaled(_ROW))
        super().fit()

    def go_to_service(self, name: str) -> bool:
        """Make the row of a service the current one; False where it is not shown."""
        row = self.services.row_of(name)
        if row >= 0 and self.services.name_at(self.currentIndex().row()) != name:
            self.go_to(row, max(self.currentIndex().column(), Column.TITLE))
        return row >= 0

    def begin_next(self) -> None:
        """Write into the row that takes the next service."""
        if not self.services.is_reading:
            self.go_to(self.services.rowCount() - 1)
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.edit(self.currentIndex())

    def _begin(self) -> None:
        index = self.currentIndex()
        if self.services.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        name = self.services.name_at(current.row())
        if name != self._name and current.isValid():
            self._name = name
            self.chosen.emit(name)

    def _on_model_reset(self) -> None:
        if self._name:
            self.go_to_service(self._name)
