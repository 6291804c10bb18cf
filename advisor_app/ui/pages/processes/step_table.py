"""The table that steps are typed into: a key begins to write, Tab goes on, Enter goes to the next step."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QCompleter,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from advisor_app.domain.process import LONGEST_STEP, MediaBreak
from advisor_app.questions.number.kind import parse_number
from advisor_app.texts import Texts
from advisor_app.texts.processes import break_words
from advisor_app.ui.pages.processes.step_model import VALUE, Column, StepModel
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.autosave import LineField
from advisor_app.ui.widgets.choice_field import ChoiceBox

_Index = QModelIndex | QPersistentModelIndex
_WIDTHS = {
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


class StepDelegate(QStyledItemDelegate):
    """Editors of cells: lines that save themselves while one types, and the list of media breaks."""

    typing = Signal()

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
        if column is Column.BREAK:
            box = ChoiceBox(parent)
            box.addItem(self.tr("keiner"))
            box.addItems([break_words(kind, self._texts) for kind in MediaBreak])
            box.activated.connect(lambda: self.commitData.emit(box))
            return box
        line = LineField(parent=parent)
        line.setAccessibleName(self._model.column_title(column))
        row = index.row()
        line.edited.connect(lambda text, batch: self._save(row, column, text, batch))
        line.typing.connect(self.typing)
        if column is Column.ACTOR:
            line.setCompleter(_completer(sorted({step.actor for step in self._model.steps if step.actor}), line))
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

    @override
    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: _Index) -> None:
        editor.setGeometry(option.rect)

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


def _completer(words: list[str], line: LineField) -> QCompleter:
    completer = QCompleter(words, line)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    return completer


class StepTable(QTableView):
    """``removed`` and ``moved`` name rows; ``pasted`` carries lines for the place behind a row."""

    removed = Signal(int)
    moved = Signal(int, int)  # row, by how many places
    pasted = Signal(int, object)

    def __init__(self, theming: Theming, model: StepModel, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self.steps = model
        self._title_width = 0  # rows are measured anew when it changes
        self.delegate = StepDelegate(theming, model, texts, self)
        self.setModel(model)
        self.setItemDelegate(self.delegate)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAccessibleName(self.tr("Schritte"))
        self.setShowGrid(True)
        self.setTabKeyNavigation(False)  # Tab leaves the table unless a cell is being written in
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Stretch)
        theming.changed.connect(self._fit)
        model.dataChanged.connect(lambda top, _bottom: self.resizeRowToContents(top.row()))
        model.modelReset.connect(self.resizeRowsToContents)
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)  # a key that the editor has passed on
            return
        row = self.currentIndex().row()
        with_alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        keys: dict[int, Callable[[], object]] = {}
        if with_alt:
            keys = {Qt.Key.Key_Up: lambda: self._move(row, -1), Qt.Key.Key_Down: lambda: self._move(row, 1)}
        elif event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
            keys = {Qt.Key.Key_Delete: lambda: self._remove(row)}
            keys |= dict.fromkeys((Qt.Key.Key_Return, Qt.Key.Key_Enter), lambda: self.edit(self.currentIndex()))
        act = keys.get(event.key())
        if act is not None and row >= 0 and not self.steps.is_reading:
            act()
        elif event.matches(QKeySequence.StandardKey.Paste) and not self.steps.is_reading:
            self._paste(row)
        else:
            super().keyPressEvent(event)

    @override
    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        row, column = self.currentIndex().row(), self.currentIndex().column()
        super().closeEditor(editor, hint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache and row + 1 < self.steps.rowCount():
            self.go_to(row + 1, column)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_title()

    def go_to(self, row: int, column: int = Column.TITLE) -> None:
        """Make a cell the current one."""
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self.steps.index(row, column), flag)

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

    def _fit(self) -> None:
        header = self.horizontalHeader()
        for column, width in _WIDTHS.items():
            if column is not Column.TITLE:
                header.resizeSection(column, self._theming.scaled(width))
        self.verticalHeader().setMinimumSectionSize(self._theming.scaled(_ROW))
        self._title_width = 0
        self._fit_title()

    def _fit_title(self) -> None:
        """The title takes what is left, but never less than it needs: then the table scrolls."""
        header = self.horizontalHeader()
        others = sum(header.sectionSize(column) for column in Column if column is not Column.TITLE)
        least = self._theming.scaled(_WIDTHS[Column.TITLE])
        fits = self.viewport().width() - others >= least
        mode = QHeaderView.ResizeMode.Stretch if fits else QHeaderView.ResizeMode.Interactive
        header.setSectionResizeMode(Column.TITLE, mode)
        if not fits:
            header.resizeSection(Column.TITLE, least)
        width = header.sectionSize(Column.TITLE)
        if width != self._title_width:
            self._title_width = width
            self.resizeRowsToContents()
