"""Tables that one writes in: a key begins to write, Tab goes on, every cell saves itself while one types."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from advisor_app.override import override
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.autosave import LineField
from advisor_app.ui.widgets.written_table import WRITING_KEYS, CellDelegate, is_plain

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_INDENT = 18
_ROW = 34
_LEAST_ROWS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row: its id, the words of its cells, how deep it stands, and why it needs a look (or nothing)."""

    id: str
    cells: tuple[str, ...]
    depth: int = 0
    doubt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineColumn:
    """A column: its title, its width at 100 % (0: what is left), and the words that are offered while one types."""

    title: str
    width: int = 0
    is_fixed: bool = False
    suggestions: Callable[[], Sequence[str]] | None = None


class LineModel(QAbstractTableModel):
    """``edited(id, column, text, batch)`` asks to commit a cell; an empty id begins a line."""

    edited = Signal(str, int, str, str)

    def __init__(self, columns: Sequence[LineColumn], next_line: str, parent: QObject | None = None) -> None:
        """``next_line`` stands in the last row, in which a line is begun; empty: there is none."""
        super().__init__(parent)
        self.columns = columns
        self.is_reading = False
        self.lines: tuple[Line, ...] = ()
        self._next_line = next_line
        self._begun: tuple[str, str] = ("", "")

    def note_begun(self, batch: str, name: str) -> None:
        """Which line was begun by a session of typing: what is typed on belongs to it."""
        self._begun = (batch, name)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show lines; where only words change, an editor that is open stays."""
        new = tuple(lines)
        if new == self.lines:
            return
        if [line.id for line in new] == [line.id for line in self.lines]:
            self.lines = new
            self.dataChanged.emit(self.index(0, 0), self.index(len(new), len(self.columns) - 1))
            return
        if [line.id for line in new[:-1]] == [line.id for line in self.lines]:
            self.lines = new
            self.beginInsertRows(_NOWHERE, len(new), len(new))  # the row that took the line is now the line's own
            self.endInsertRows()
            self.dataChanged.emit(self.index(0, 0), self.index(len(new) - 1, len(self.columns) - 1))
            return
        self.beginResetModel()
        self.lines = new
        self.endResetModel()

    def line_at(self, row: int) -> Line | None:
        """The line of a row; None for the row in which one is begun."""
        return self.lines[row] if 0 <= row < len(self.lines) else None

    def row_of(self, name: str) -> int:
        """The row of a line, -1 where it is not there."""
        return next((row for row, line in enumerate(self.lines) if line.id == name), -1)

    def write(self, name: str, column: int, text: str, batch: str) -> None:
        """Ask to commit a cell; an empty one begins nothing, and a line that went meanwhile takes nothing."""
        if not name and self._begun[0] == batch:
            name = self._begun[1]
        line = self.line_at(self.row_of(name))
        if line is not None and line.cells[column] != text:
            self.edited.emit(line.id, column, text, batch)
        elif not name and text.strip():
            self.edited.emit("", column, text, batch)

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines) + bool(self._next_line and not self.is_reading)

    @override
    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        can_write = not self.is_reading and not self.columns[index.column()].is_fixed
        return flags | Qt.ItemFlag.ItemIsEditable if can_write else flags

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.columns[section].title

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line, column = self.line_at(index.row()), index.column()
        if line is None:
            return self._next_line if role == Qt.ItemDataRole.DisplayRole and column == self._opening else None
        if role == Qt.ItemDataRole.DisplayRole:
            return line.cells[column]
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.doubt or line.cells[column]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = f"{self.columns[column].title}: {line.cells[column] or '–'}"
            return f"{told}. {line.doubt}" if line.doubt else told
        return None

    @property
    def _opening(self) -> int:
        """The column in which a new line is begun: the widest."""
        return next((place for place, column in enumerate(self.columns) if not column.width), 0)


class LineDelegate(CellDelegate):
    """Lines that save themselves while one types; indents what stands deeper."""

    def __init__(self, theming: Theming, model: LineModel, indented: int, parent: QWidget) -> None:
        """``indented`` is the column whose words stand deeper, -1 for none."""
        super().__init__(parent)
        self._theming, self._model, self._indented = theming, model, indented

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        line = self._model.line_at(index.row())
        role = "ink3" if line is None else "amber" if line.doubt and index.column() == 0 else ""
        if role:
            option.palette.setColor(QPalette.ColorRole.Text, self._theming.colour(role))
        if line is not None and index.column() == self._indented and line.depth == 0:
            option.font = self._theming.font("body", weight=600)
        if line is not None and index.column() == self._indented:
            option.rect.setLeft(option.rect.left() + min(line.depth, 8) * self._theming.scaled(_INDENT))

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        line, place = self._model.line_at(index.row()), index.column()
        name, column = "" if line is None else line.id, self._model.columns[place]
        field = self.line_editor(parent, column.title, lambda text, batch: self._model.write(name, place, text, batch))
        if column.suggestions is not None:
            field.suggest(column.suggestions())
        return field

    @override
    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        if isinstance(editor, LineField):
            is_new = self._model.line_at(index.row()) is None
            editor.show_text("" if is_new else index.data(Qt.ItemDataRole.DisplayRole))

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        if isinstance(editor, LineField):
            editor.flush()


class LineTable(QTableView):
    """``removed`` names the line that Del was pressed on, ``added`` the one under which Ins wants a new one."""

    removed = Signal(str)
    added = Signal(str)
    chosen = Signal()

    def __init__(
        self, theming: Theming, model: LineModel, name: str, indented: int = -1, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theming, self.lines = theming, model
        self._waiting: tuple[Line, ...] | None = None  # an order that would close the editor
        self._most = _LEAST_ROWS
        self.delegate = LineDelegate(theming, model, indented, self)
        self.setModel(model)
        self.setItemDelegate(self.delegate)
        self.setEditTriggers(WRITING_KEYS | QAbstractItemView.EditTrigger.SelectedClicked)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setAccessibleName(name)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        theming.changed.connect(self._fit)
        self._fit()

    @property
    def current(self) -> Line | None:
        """The line one stands on."""
        return self.lines.line_at(self.currentIndex().row())

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show lines; while somebody writes in one, the others keep their places."""
        if self.state() != QAbstractItemView.State.EditingState:
            self._waiting = None
            self._show_in_order(tuple(lines))
            return
        by_id = {line.id: line for line in lines}
        kept = [by_id.pop(line.id) for line in self.lines.lines if line.id in by_id]
        self._waiting = tuple(lines)
        self.lines.show_lines([*kept, *by_id.values()])

    def fit_rows(self, most: int) -> None:
        """Be as high as the rows, up to so many: what is below scrolls with the page."""
        self._most = most
        rows = min(max(self.lines.rowCount(), _LEAST_ROWS), most) * self.verticalHeader().defaultSectionSize()
        self.setMinimumHeight(self.horizontalHeader().sizeHint().height() + rows + 2 * self.frameWidth())

    def go_to(self, name: str, column: int = 0) -> None:
        """Make a cell of a line the current one; nothing where the line is not there."""
        row = self.lines.row_of(name)
        if row >= 0:
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(self.lines.index(row, column), flag)
            self.scrollTo(self.currentIndex())

    def flush(self) -> None:
        """Ask to commit what is half typed in a cell."""
        if self.state() == QAbstractItemView.State.EditingState:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        if self._waiting is not None and self.state() != QAbstractItemView.State.EditingState:
            waiting, self._waiting = self._waiting, None
            self._show_in_order(waiting)

    @override
    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self.chosen.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QAbstractItemView.State.EditingState or self.lines.is_reading:
            super().keyPressEvent(event)
            return
        line, plain = self.current, is_plain(event)
        if plain and event.key() == Qt.Key.Key_Delete and line is not None:
            self.removed.emit(line.id)
        elif plain and event.key() == Qt.Key.Key_Insert:
            self.added.emit("" if line is None else line.id)
        elif plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _show_in_order(self, lines: tuple[Line, ...]) -> None:
        name, column = "" if self.current is None else self.current.id, max(self.currentIndex().column(), 0)
        self.lines.show_lines(lines)
        if name and (self.current is None or self.current.id != name):
            self.go_to(name, column)

    def _fit(self) -> None:
        header, scaled = self.horizontalHeader(), self._theming.scaled
        for place, column in enumerate(self.lines.columns):
            if column.width:
                header.resizeSection(place, scaled(column.width))
            else:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setDefaultSectionSize(scaled(_ROW))
        self.fit_rows(self._most)
