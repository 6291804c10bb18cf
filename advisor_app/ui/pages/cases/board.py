"""The board: every booking as a card in the column of its state."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QMenu, QScrollArea, QVBoxLayout, QWidget

from advisor_app.domain.booking import BookingState
from advisor_app.domain.booking_course import usual_next
from advisor_app.override import override
from advisor_app.services.portfolio import PortfolioRow
from advisor_app.ui.pages.cases.board_delegate import BoardDelegate
from advisor_app.ui.pages.cases.board_model import BoardCard, BoardModel, columns_of
from advisor_app.ui.pages.cases.wording import CaseWording
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.booking_words import state_icon, state_words
from advisor_app.ui.widgets.labels import TextLabel

_WIDTH = 178
_ALWAYS = (
    BookingState.REQUESTED,
    BookingState.APPLIED,
    BookingState.APPROVED,
    BookingState.SCHEDULED,
    BookingState.RUNNING,
    BookingState.FOLLOW_UP,
)
_ORDER = (*_ALWAYS, BookingState.PAUSED, BookingState.COMPLETED, BookingState.REJECTED, BookingState.WITHDRAWN)


class BoardList(QListView):
    """One column of cards. ``entered`` opens the current one, ``left(step)`` goes to the column beside it.

    ``dragged`` tells that a card is on its way, and that it is no longer.
    """

    entered = Signal()
    left = Signal(int)
    dragged = Signal(bool)

    @override
    def startDrag(self, actions: Qt.DropAction) -> None:
        self.dragged.emit(True)
        super().startDrag(actions)
        self.dragged.emit(False)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        if key in steps:
            self.left.emit(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class BoardColumn(QFrame):
    """A state with its cards; ``opened(card)``, ``menu_wanted(card, place)``, ``left(step)``.

    ``dropped(card)`` is one of another column of the board, ``hovered`` tells that one is held over this column.
    """

    dropped = Signal(object)
    hovered = Signal()
    dragged = Signal(bool)
    opened = Signal(object)
    menu_wanted = Signal(object, QPoint)
    left = Signal(int)

    def __init__(self, theming: Theming, state: BookingState, wording: CaseWording) -> None:
        super().__init__()
        self._theming = theming
        self.state = state
        self.model = BoardModel(wording, self)
        self.view = BoardList()
        self.delegate = BoardDelegate(theming, wording, self.view)
        self._title = TextLabel(theming, state_words(state), "body", weight=600)
        self._count = TextLabel(theming, "", "caption", "secondary", tabular=True)
        icon = TextLabel(theming)
        icon.setPixmap(theming.icon(state_icon(state), "ink2").pixmap(theming.icon_size()))
        self.view.setModel(self.model)
        self.view.setItemDelegate(self.delegate)
        self.view.setProperty("kind", "bare")
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setUniformItemSizes(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setAccessibleName(state_words(state))
        # What is dropped is told from its source: nothing that another program could hand in is read.
        self.view.setDragDropMode(QListView.DragDropMode.DragOnly)
        self.setAcceptDrops(True)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(icon)
        head.addWidget(self._title)
        head.addWidget(self._count)
        head.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.view, 1)
        self.view.doubleClicked.connect(lambda _index: self._open())
        self.view.entered.connect(self._open)
        self.view.left.connect(self.left)
        self.view.dragged.connect(self.dragged)
        self.view.customContextMenuRequested.connect(self._on_menu_requested)
        theming.changed.connect(self._fit)
        self._fit()

    @property
    def current(self) -> BoardCard | None:
        """The card that is marked."""
        index: QModelIndex = self.view.currentIndex()
        return self.model.cards[index.row()] if index.isValid() else None

    def show_cards(self, cards: Sequence[BoardCard], wording: CaseWording) -> None:
        """Show these cards."""
        self.model.wording = self.delegate.wording = wording
        self.model.show_cards(cards)
        self._count.setText(str(len(cards)))
        self.view.viewport().update()

    def take_focus(self) -> None:
        """Begin with the first card."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.view.currentIndex().isValid() and self.model.cards:
            self.view.setCurrentIndex(self.model.index(0))

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._held(event) is not None:
            event.acceptProposedAction()
            self._mark(over=True)
            self.hovered.emit()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if self._held(event) is not None:
            event.acceptProposedAction()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._mark(over=False)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._mark(over=False)
        card = self._held(event)
        if card is not None:
            event.acceptProposedAction()
            self.dropped.emit(card)

    def _held(self, event: QDropEvent) -> BoardCard | None:
        """The card of another column of the same board that is held over this one."""
        column = event.source().parent() if isinstance(event.source(), BoardList) else None
        is_other = isinstance(column, BoardColumn) and column is not self and column.window() is self.window()
        return column.current if isinstance(column, BoardColumn) and is_other else None

    def _mark(self, *, over: bool) -> None:
        self.setProperty("kind", "card-selected" if over else "")
        self.style().unpolish(self)
        self.style().polish(self)

    def _open(self) -> None:
        if self.current is not None:
            self.opened.emit(self.current)

    def _on_menu_requested(self, place: QPoint) -> None:
        if self.current is not None:
            self.menu_wanted.emit(self.current, self.view.viewport().mapToGlobal(place))

    def _fit(self) -> None:
        self.setFixedWidth(self._theming.scaled(_WIDTH))


class Board(QScrollArea):
    """``opened(case id)``; ``moved(case id, booking id, state)`` asks to put a booking into another state."""

    opened = Signal(str)
    moved = Signal(str, str, object)

    def __init__(self, theming: Theming, wording: CaseWording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self.menu = QMenu(self)
        self.columns = {state: BoardColumn(theming, state, wording) for state in _ORDER}
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for column in self.columns.values():
            row.addWidget(column)
            column.opened.connect(lambda card: self.opened.emit(card.row.case_id))
            column.menu_wanted.connect(self._on_menu_wanted)
            column.dragged.connect(self._on_column_dragged)
            column.hovered.connect(partial(self._on_column_hovered, column))
            column.dropped.connect(partial(self._on_column_dropped, column))
        row.addStretch(1)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        for place, column in enumerate(self.columns.values()):
            column.left.connect(partial(self._go, place))

    def show_rows(self, rows: Sequence[PortfolioRow], wording: CaseWording) -> None:
        """Show the bookings of these cases; states beside the way stand there only where something is in them."""
        for state, cards in columns_of(rows).items():
            self.columns[state].show_cards(cards, wording)
        self._show_columns(all_of_them=False)

    def take_focus(self) -> None:
        """Begin with the first column that has a card."""
        columns = [column for column in self.columns.values() if column.model.cards and not column.isHidden()]
        (columns or list(self.columns.values()))[0].take_focus()

    def fill_menu(self, card: BoardCard) -> None:
        """Offer the case, then the states: those that usually follow first."""
        self.menu.clear()
        icon = self._theming.icon("folder-open")
        self.menu.addAction(icon, self.tr("Fall öffnen")).triggered.connect(
            lambda _checked=False: self.opened.emit(card.row.case_id)
        )
        self.menu.addSeparator()
        usual = usual_next(card.booking.state)
        others = [state for state in BookingState if state not in (*usual, card.booking.state)]
        rest = QMenu(self.tr("Anderer Stand"), self.menu)
        for states, menu in ((usual, self.menu), (others, rest)):
            for state in states:
                action = menu.addAction(self._theming.icon(state_icon(state)), state_words(state))
                action.triggered.connect(partial(self._on_state_chosen, card.row.case_id, card.booking.id, state))
        self.menu.addMenu(rest)

    def _show_columns(self, *, all_of_them: bool) -> None:
        for state, column in self.columns.items():
            column.setVisible(all_of_them or bool(column.model.cards) or state in _ALWAYS)

    def _on_column_dragged(self, is_under_way: bool) -> None:  # noqa: FBT001  # a signal's argument
        """While a card is on its way it may go anywhere."""
        self._show_columns(all_of_them=is_under_way)

    def _on_column_hovered(self, column: BoardColumn) -> None:
        self.ensureWidgetVisible(column, column.width(), 0)  # the next one beside it comes into sight as well

    def _on_column_dropped(self, column: BoardColumn, card: BoardCard) -> None:
        self.moved.emit(card.row.case_id, card.booking.id, column.state)

    def _on_state_chosen(self, case_id: str, booking: str, state: BookingState, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  # a signal's argument
        self.moved.emit(case_id, booking, state)

    def _on_menu_wanted(self, card: BoardCard, place: QPoint) -> None:
        self.fill_menu(card)
        self.menu.popup(place)

    def _go(self, place: int, step: int) -> None:
        """To the next column in a direction that has a card."""
        columns = list(self.columns.values())
        beside = columns[place + 1 :] if step > 0 else list(reversed(columns[:place]))
        for column in beside:
            if column.model.cards and not column.isHidden():
                column.take_focus()
                self.ensureWidgetVisible(column)
                return
