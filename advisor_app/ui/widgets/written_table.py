"""Tables that one writes in: a key begins to write, Tab goes on, Enter goes to the next row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from advisor_app.override import override
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.autosave import LineField
from advisor_app.ui.widgets.brief import brief
from advisor_app.ui.widgets.choice_field import ChoiceBox

WRITING_KEYS = (
    QAbstractItemView.EditTrigger.AnyKeyPressed
    | QAbstractItemView.EditTrigger.EditKeyPressed
    | QAbstractItemView.EditTrigger.DoubleClicked
)
"""What opens a cell: any letter, the key of the system for it, a double click."""

_Index = QModelIndex | QPersistentModelIndex
_LONGEST_CELL = 1_000
"""Letters: a row has no more height than the table, and its editor has the rest."""
_BESIDE = "\N{EN SPACE}"
"""What stands after a figure at the right edge of its cell, so that it does not touch the words of the next one."""


def is_plain(event: QKeyEvent) -> bool:
    """Whether a key is pressed without Shift, Ctrl or Alt."""
    return event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class CellDelegate(QStyledItemDelegate):
    """Editors that fill their cells: lines that save themselves while one types, and lists."""

    typing = Signal()

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        option.text = brief(option.text, _LONGEST_CELL)
        if option.displayAlignment & Qt.AlignmentFlag.AlignRight:
            option.text += _BESIDE

    def line_editor(self, parent: QWidget, name: str, save: Callable[[str, str], None] | None) -> LineField:
        """A line called ``name``; ``save(text, batch)`` asks to commit while one types, None: only once it is left."""
        line = LineField(parent=parent)
        line.setAccessibleName(name)
        if save is not None:
            line.edited.connect(save)
            line.typing.connect(self.typing)
        return line

    def list_editor(self, parent: QWidget, name: str, words: Iterable[str]) -> ChoiceBox:
        """A list called ``name`` that commits as soon as something is chosen."""
        box = ChoiceBox(parent)
        box.setAccessibleName(name)
        box.addItems(list(words))
        box.activated.connect(lambda: self.commitData.emit(box))
        return box

    @override
    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: _Index) -> None:
        editor.setGeometry(option.rect)


class WrittenTable(QTableView):
    """Enter in a cell goes on to the same cell of the next row.

    One column takes what the others leave, but never less than it needs: then the table scrolls.
    """

    def __init__(
        self,
        theming: Theming,
        model: QAbstractItemModel,
        widths: Mapping[int, int],
        growing: int,
        parent: QWidget | None = None,
    ) -> None:
        """``widths`` of columns in pixels at 100 %, the least one of the ``growing`` column."""
        super().__init__(parent)
        self._theming, self._widths, self._growing = theming, widths, growing
        self.setModel(model)
        self.setEditTriggers(WRITING_KEYS)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)  # Tab leaves the table unless a cell is being written in
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        theming.changed.connect(self.fit)

    def go_to(self, row: int, column: int | None = None) -> None:
        """Make a cell the current one, without a column that of the growing column."""
        self.setCurrentIndex(self.model().index(row, self._growing if column is None else column))

    def fit(self) -> None:
        """Give the columns their widths."""
        for column, width in self._widths.items():
            if column != self._growing:
                self.horizontalHeader().resizeSection(column, self._theming.scaled(width))
        self.fit_growing()

    def fit_growing(self) -> None:
        """Give the growing column what is left."""
        header = self.horizontalHeader()
        others = sum(header.sectionSize(column) for column in self._widths if column != self._growing)
        least = self._theming.scaled(self._widths[self._growing])
        fits = self.viewport().width() - others >= least
        mode = QHeaderView.ResizeMode.Stretch if fits else QHeaderView.ResizeMode.Interactive
        header.setSectionResizeMode(self._growing, mode)
        if not fits:
            header.resizeSection(self._growing, least)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_passed_on = self.state() == QAbstractItemView.State.EditingState  # by the editor
        act = None if is_passed_on else self.act_of(event)
        if act is not None:
            act()
        else:
            super().keyPressEvent(event)

    def act_of(self, event: QKeyEvent) -> Callable[[], object] | None:
        """What a key does while no cell is written in; None for what it does in every table."""
        raise NotImplementedError

    @override
    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        row, column = self.currentIndex().row(), self.currentIndex().column()
        super().closeEditor(editor, hint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache and row + 1 < self.model().rowCount():
            self.go_to(row + 1, column)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_growing()
