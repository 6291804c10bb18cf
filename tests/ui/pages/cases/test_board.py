"""Fälle: the board has every booking in the column of its state."""

from typing import Any

from PySide6.QtCore import QMimeData, QObject, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from advisor_app.domain.booking import BookingState
from advisor_app.override import override
from advisor_app.services.requests import Request, note_request
from advisor_app.ui.pages.cases.board import Board, BoardColumn
from advisor_app.ui.pages.cases.case_list import BOARD, LIST, CaseList
from advisor_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import Stored


def test_the_board_has_every_booking_in_the_column_of_its_state(
    qtbot: QtBot, main_window: MainWindow, cases: CaseList, stored: Stored
) -> None:
    cases.views.choose(BOARD)
    cases.show_cases()
    board = cases.board
    names = {
        state: [(card.row.commune.name, card.booking.module) for card in column.model.cards]
        for state, column in board.columns.items()
        if column.model.cards
    }
    assert ("Lahnrode", "M1") in names[BookingState.SCHEDULED]
    assert ("Lahnrode", "M3") in names[BookingState.SCHEDULED]
    assert cases.table.isHidden()
    assert cases.chips.isHidden()
    cases.search.setText("lahn")
    qtbot.waitUntil(lambda: sum(len(column.model.cards) for column in board.columns.values()) == 2)
    board.take_focus()
    card = board.columns[BookingState.SCHEDULED].current
    assert card is not None
    ModelTester(None).check(board.columns[BookingState.SCHEDULED].model)
    assert "Lahnrode" in board.columns[BookingState.SCHEDULED].model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    board.fill_menu(card)
    labels = [action.text() for action in board.menu.actions()]
    assert labels[:3] == ["Fall öffnen", "", "In Durchführung"]
    board.menu.actions()[2].trigger()
    assert stored(card.row.case_id).bookings[card.booking.id].state is BookingState.RUNNING
    assert len(board.columns[BookingState.RUNNING].model.cards) == 1
    board.columns[BookingState.SCHEDULED].take_focus()
    view = board.columns[BookingState.SCHEDULED].view
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert board.columns[BookingState.RUNNING].view.hasFocus()
    board.grab()
    with qtbot.waitSignal(cases.opened):
        qtbot.keyClick(board.columns[BookingState.RUNNING].view, Qt.Key.Key_Return)
    assert main_window.bridge is not None


def test_a_request_without_modules_is_on_no_card_and_said_to_be_in_the_list(
    qtbot: QtBot, main_window: MainWindow, cases: CaseList
) -> None:
    workspace = main_window.workspace
    cases.views.choose(BOARD)
    cases.show_cases()
    cases.board.grab()
    assert cases.beside.isHidden()
    for name in ("Wetzlar", "Lich"):
        commune = next(item for item in workspace.register.index.communes if item.name == name)
        session = note_request(workspace.cases, workspace.clock, Request(commune=commune))
        workspace.portfolio.update(session.case)
    cases.show_cases()
    assert cases.beside.text() == "2 Fälle ohne Modul stehen nur in der Liste."
    assert cases.beside.isVisible()
    cases.search.setText("lich")
    qtbot.waitUntil(lambda: cases.beside.text() == "1 Fall ohne Modul steht nur in der Liste.")
    cases.views.choose(LIST)
    cases.show_cases()
    assert cases.beside.isHidden()


class Held:
    """A card that is held over a column, as Qt tells of it."""

    def __init__(self, board: Board, held: BoardColumn | None) -> None:
        self._board = board
        self._data = QMimeData() if held is None else held.model.mimeData([held.view.currentIndex()])
        self._source: QObject = board if held is None else held.view

    def over(self, column: BoardColumn, *, drops: bool) -> bool:
        """Hold it over a column and let go; whether it was taken."""
        place, none = QPointF(5, 60), Qt.KeyboardModifier.NoModifier
        kind = (Qt.DropAction.MoveAction, self._data, Qt.MouseButton.LeftButton, none)
        entered = SourcedEnter(self._source, place, *kind)
        column.dragEnterEvent(entered)
        if drops and entered.isAccepted():
            column.dropEvent(SourcedDrop(self._source, place, *kind))
        else:
            column.dragLeaveEvent(QDragLeaveEvent())
        return entered.isAccepted()


class SourcedEnter(QDragEnterEvent):
    """An event whose source is told, as only a drag of the mouse has one."""

    def __init__(self, source: QObject, *values: Any) -> None:
        super().__init__(*values)
        self.ignore()
        self._from = source

    @override
    def source(self) -> QObject:
        return self._from


class SourcedDrop(QDropEvent):
    """An event whose source is told, as only a drag of the mouse has one."""

    def __init__(self, source: QObject, *values: Any) -> None:
        super().__init__(*values)
        self._from = source

    @override
    def source(self) -> QObject:
        return self._from


def test_a_card_is_dragged_into_another_column(cases: CaseList, stored: Stored) -> None:
    cases.views.choose(BOARD)
    cases.show_cases()
    board = cases.board
    column = board.columns[BookingState.SCHEDULED]
    column.take_focus()
    card = column.current
    assert card is not None
    assert column.model.flags(column.view.currentIndex()) & Qt.ItemFlag.ItemIsDragEnabled
    done = board.columns[BookingState.COMPLETED]
    column.view.dragged.emit(True)
    assert not done.isHidden()  # states beside the way are there while a card is on its way
    column.view.dragged.emit(False)
    held = Held(board, column)
    assert not held.over(column, drops=True)  # its own column
    assert not Held(board, None).over(done, drops=True)  # whatever else is dragged
    assert held.over(done, drops=False)
    assert stored(card.row.case_id).bookings[card.booking.id].state is BookingState.SCHEDULED
    assert held.over(done, drops=True)
    assert stored(card.row.case_id).bookings[card.booking.id].state is BookingState.COMPLETED
    assert done.model.cards
    assert not done.isHidden()
