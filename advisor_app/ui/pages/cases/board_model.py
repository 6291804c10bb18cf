"""The cards of one column of the board: bookings in one state, each with its case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from advisor_app.domain.booking import BookingState
from advisor_app.override import override
from advisor_app.services.portfolio import BookedModule, PortfolioRow
from advisor_app.ui.pages.cases.wording import CaseWording

CARD = Qt.ItemDataRole.UserRole + 1


class BoardCard(NamedTuple):
    """A booking with the case that it belongs to."""

    row: PortfolioRow
    booking: BookedModule


class BoardModel(QAbstractListModel):
    """The next date first, then by the commune's name."""

    def __init__(self, wording: CaseWording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.wording = wording
        self.cards: tuple[BoardCard, ...] = ()

    def show_cards(self, cards: Sequence[BoardCard]) -> None:
        """Replace the cards."""
        if tuple(cards) != self.cards:
            self.beginResetModel()
            self.cards = tuple(cards)
            self.endResetModel()

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.cards)

    @override
    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        return super().flags(index) | (Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags)

    @override
    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        card = self.cards[index.row()]
        if role == CARD:
            return card
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return "; ".join((card.booking.module, self.wording.sentence(card.row)))
        return None


def columns_of(rows: Sequence[PortfolioRow]) -> Mapping[BookingState, tuple[BoardCard, ...]]:
    """The bookings of all open cases by their state; what was given away or put aside is somebody else's."""
    found: dict[BookingState, list[BoardCard]] = {state: [] for state in BookingState}
    for row in rows:
        if row.archived or row.handed_over_to or row.draft:
            continue
        for booking in row.bookings:
            found[booking.state].append(BoardCard(row, booking))
    return {state: tuple(sorted(cards, key=_order)) for state, cards in found.items()}


def _order(card: BoardCard) -> tuple[bool, str, str, str]:
    following = card.row.next_date
    return following is None, "" if following is None else following.on.isoformat(), card.row.title, card.booking.id
