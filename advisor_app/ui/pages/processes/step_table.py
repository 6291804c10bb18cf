"""The table that steps are typed into: a key begins to write, Tab goes on, Enter goes to the next step."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QWidget

from advisor_app.domain.process import LONGEST_STEP, MediaBreak
from advisor_app.override import override
from advisor_app.questions.number.kind import parse_number
from advisor_app.texts import Texts
from advisor_app.texts.processes import break_words
from advisor_app.ui.pages.processes.step_model import Column, StepModel
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.autosave import LineField
from advisor_app.ui.widgets.choice_field import ChoiceBox
from advisor_app.ui.widgets.written_model import VALUE
from advisor_app.ui.widgets.written_table import WRITING_KEYS, CellDelegate, WrittenTable, is_plain

_Index = QModelIndex | QPersistentModelIndex
_WIDTHS: dict[int, int] = {
    Column.NUMBER: 44,
    Column.TITLE: 260,
    Column.ACTOR: 124,
    Column.AID: 112,
    Column.MINUTES: 76,
    Column.DAYS: 60,
    Column.BREAK: 124,
    Column.DOCUMENTS: 120,
    Column.PROBLEM: 150,
    Column.IDEA: 150,
}
_ROW = 34


class StepDelegate(CellDelegate):
    """Editors of cells: lines that save themselves while one types, and the list of media breaks."""

    def __init__(self, theming: Theming, model: StepModel, texts: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self._theming = theming
        self._model = model
        self._texts = texts

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        if index.row() >= len(self._model.steps):
            option.palette.setColor(QPalette.ColorRole.Text, self._theming.colour("ink3"))

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        column = Column(index.column())
        title = self._model.column_title(column)
        if column is Column.BREAK:
            words = (break_words(kind, self._texts) for kind in MediaBreak)
            return self.list_editor(parent, title, (self.tr("keiner"), *words))
        row = index.row()
        line = self.line_editor(parent, title, lambda text, batch: self._save(row, column, text, batch))
        if column is Column.ACTOR:
            line.suggest(sorted({step.actor for step in self._model.steps if step.actor}))
        return line

    @override
    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        if isinstance(editor, ChoiceBox):
            value = index.data(VALUE)
            editor.setCurrentIndex(0 if value is None else list(MediaBreak).index(value) + 1)
        elif isinstance(editor, LineField):
            is_new = index.row() >= len(self._model.steps)
            editor.show_text("" if is_new else index.data(Qt.ItemDataRole.DisplayRole))

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        row, column = index.row(), Column(index.column())
        if isinstance(editor, ChoiceBox):
            chosen = editor.currentIndex()
            self._model.set_field(row, column, None if chosen == 0 else list(MediaBreak)[chosen - 1], "")
        elif isinstance(editor, LineField):
            editor.flush()
            if column is Column.TITLE:
                self._model.read_line(row)

    def _save(self, row: int, column: Column, text: str, batch: str) -> None:
        value: Any = text
        if column in (Column.MINUTES, Column.DAYS):
            value = read_time(text)
            if value is None and text.strip():
                return  # no number: the cell keeps what stood there
        self._model.set_field(row, column, value, batch)


def read_time(text: str) -> Decimal | None:
    """A time as it was typed, with at most one decimal; None where that is no time."""
    number = parse_number(text)
    if number is None or not 0 <= number <= LONGEST_STEP:
        return None
    return round(number, 1)


class StepTable(WrittenTable):
    """``removed`` and ``moved`` name rows; ``pasted`` carries lines for the place behind a row.

    ``picture_pasted`` tells that the clipboard holds something else than lines.
    """

    removed = Signal(int)
    moved = Signal(int, int)  # row, by how many places
    pasted = Signal(int, object)
    picture_pasted = Signal()

    def __init__(self, theming: Theming, model: StepModel, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(theming, model, _WIDTHS, Column.TITLE, parent)
        self.steps = model
        self._title_width = 0  # rows are measured anew when it changes
        self.delegate = StepDelegate(theming, model, texts, self)
        self.setItemDelegate(self.delegate)
        self.setEditTriggers(WRITING_KEYS | QAbstractItemView.EditTrigger.SelectedClicked)
        self.setAccessibleName(self.tr("Schritte"))
        self.setShowGrid(True)
        model.dataChanged.connect(lambda top, _bottom: self.resizeRowToContents(top.row()))
        model.modelReset.connect(self.resizeRowsToContents)
        self.fit()

    @override
    def act_of(self, event: QKeyEvent) -> Callable[[], object] | None:
        row = self.currentIndex().row()
        if self.steps.is_reading:
            return None
        keys: dict[int, Callable[[], object]] = {}
        if event.modifiers() == Qt.KeyboardModifier.AltModifier:
            keys = {Qt.Key.Key_Up: lambda: self._move(row, -1), Qt.Key.Key_Down: lambda: self._move(row, 1)}
        elif is_plain(event):
            keys = {Qt.Key.Key_Delete: lambda: self._remove(row)}
            keys |= dict.fromkeys((Qt.Key.Key_Return, Qt.Key.Key_Enter), lambda: self.edit(self.currentIndex()))
        if row >= 0 and event.key() in keys:
            return keys[event.key()]
        return (lambda: self._paste(row)) if event.matches(QKeySequence.StandardKey.Paste) else None

    @override
    def fit(self) -> None:
        self.verticalHeader().setMinimumSectionSize(self._theming.scaled(_ROW))
        self._title_width = 0
        super().fit()

    @override
    def fit_growing(self) -> None:
        super().fit_growing()
        width = self.horizontalHeader().sectionSize(Column.TITLE)
        if width != self._title_width:
            self._title_width = width
            self.resizeRowsToContents()

    def _move(self, row: int, by: int) -> None:
        if row < len(self.steps.steps) and 0 <= row + by < len(self.steps.steps):
            column = self.currentIndex().column()
            self.moved.emit(row, by)
            self.go_to(row + by, column)

    def _remove(self, row: int) -> None:
        if row < len(self.steps.steps):
            self.removed.emit(row)
            self.go_to(min(row, self.steps.rowCount() - 1))

    def _paste(self, row: int) -> None:
        lines = [line for line in QGuiApplication.clipboard().text().splitlines() if line.strip()]
        if lines:
            self.pasted.emit(row if row >= 0 else len(self.steps.steps), lines)
        else:
            self.picture_pasted.emit()
