"""The list of cases with its search, its chips and its two ways to begin a case."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.override import override
from advisor_app.services.clock import today
from advisor_app.services.portfolio import search
from advisor_app.services.workspace import Workspace
from advisor_app.ui.pages.cases.case_model import CaseModel
from advisor_app.ui.pages.cases.case_table import CaseTable, ColumnNames
from advisor_app.ui.pages.cases.rows import OPEN, listing
from advisor_app.ui.pages.cases.state_chips import StateChips
from advisor_app.ui.pages.cases.wording import CaseWording
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button, Segments
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from advisor_app.ui.pages.cases.board import Board

_KEYS_FROM = 800
LIST, BOARD = "list", "board"


class CaseList(QWidget):
    """Search, chips and rows work together: the chips count what the search finds."""

    opened = Signal(str)
    new_wanted = Signal()
    request_wanted = Signal()
    import_wanted = Signal()
    moved = Signal(str, str, object)  # case id, booking id, BookingState
    list_import_wanted = Signal()

    def __init__(self, theming: Theming, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._workspace = workspace
        self.search = SearchField(theming, self.tr("Kommune, Kreis, AGS oder Person suchen"), "Ctrl+F")
        self.request_button = Button(
            theming, self.tr("Anfrage notieren"), "phone-call", shortcut="Ctrl+R", show_keys=True
        )
        self.new_button = Button(theming, self.tr("Fall anlegen"), "plus", "primary", shortcut="Ctrl+N", show_keys=True)
        self.chips = StateChips(theming)
        self.import_button = Button(theming, self.tr("Falldatei einlesen"), "file-input", "link")
        self.list_import_button = Button(theming, self.tr("Fallliste einlesen"), "table", "link")
        self.model = CaseModel(self._wording(), self)
        self.table = CaseTable(theming, self.model)
        self._names = ColumnNames(theming, self.table)
        self.views = Segments(theming, ((LIST, self.tr("Liste"), "list"), (BOARD, self.tr("Tafel"), "grid-2x2")))
        self._board: Board | None = None
        self._nothing = TextLabel(theming, "", "body", "secondary")
        self.reset_button = Button(theming, self.tr("Alle offenen Fälle zeigen"), "x", "link")
        self.beside = TextLabel(theming, "", "caption", "secondary")  # what the board has no card for
        self.beside.hide()
        self._lay_out()
        theming.changed.connect(self._fit)
        find = QShortcut(QKeySequence("Ctrl+F"), self)
        find.activated.connect(partial(self._focus_search, Qt.FocusReason.ShortcutFocusReason))
        self.search.searched.connect(self._on_search_searched)
        self.search.moved_down.connect(self._on_search_moved_down)
        self.search.entered.connect(self.table.open_current)
        self.search.escaped.connect(self._on_search_escaped)
        self.chips.chosen.connect(self._on_chips_chosen)
        self.table.opened.connect(self.opened)
        self.table.left_upwards.connect(partial(self._focus_search, Qt.FocusReason.OtherFocusReason))
        self.new_button.clicked.connect(self.new_wanted)
        self.request_button.clicked.connect(self.request_wanted)
        self.import_button.clicked.connect(self.import_wanted)
        self.list_import_button.clicked.connect(self.list_import_wanted)
        self.reset_button.clicked.connect(self._on_reset_clicked)
        self.views.chosen.connect(lambda _name: self.show_cases())

    @property
    def shows_board(self) -> bool:
        """Whether the bookings stand in the columns of their states."""
        return self.views.current() == BOARD

    @property
    def board(self) -> Board:
        """The board, made when it is first looked at."""
        if self._board is None:
            from advisor_app.ui.pages.cases.board import Board

            self._board = Board(self._theming, self.model.wording)
            self._board.opened.connect(self.opened)
            self._board.moved.connect(self.moved)
            self._layout.insertWidget(self._layout.indexOf(self.table), self._board, 1)
        return self._board

    @property
    def nothing_text(self) -> str:
        """What is said in place of the list, empty while there are rows."""
        return "" if self._nothing.isHidden() else self._nothing.text()

    def show_cases(self, mark: str = "") -> None:
        """Read the portfolio's rows anew; mark a case, else the one that was marked."""
        current = self.table.current_case
        self.model.wording = self._wording()
        self.table.use_wording(self.model.wording)
        shown = listing(
            self._workspace.portfolio.rows, self.search.text(), self.chips.current, today(self._workspace.clock)
        )
        self.model.show_rows(shown.rows)
        self.chips.show_counts(shown.counts)
        self.table.mark(mark or (current.case_id if current is not None else ""))
        self._show_nothing(visible=not shown.found)
        self._show_board()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def take_focus(self) -> None:
        """Begin with searching."""
        self._focus_search(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(12)
        tools.addWidget(self.search, 10)
        tools.addStretch(1)
        tools.addWidget(self.request_button)
        tools.addWidget(self.new_button)
        narrowing = QHBoxLayout()
        narrowing.setSpacing(12)
        held = QWidget()  # keeps the room of the chips while the board is shown
        holder = QVBoxLayout(held)
        holder.setContentsMargins(0, 2, 0, 0)  # in a line with the words beside them
        holder.addWidget(self.chips)
        narrowing.addWidget(held, 1)
        ways = QHBoxLayout()
        ways.setSpacing(12)
        for widget in (self.views, self.import_button, self.list_import_button):
            ways.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        narrowing.addLayout(ways)
        narrowing.setAlignment(ways, Qt.AlignmentFlag.AlignTop)  # the chips may take several lines
        nothing = QHBoxLayout()
        nothing.setSpacing(12)
        nothing.addWidget(self._nothing)
        nothing.addWidget(self.reset_button)
        nothing.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(0)
        layout.addLayout(tools)
        layout.addSpacing(12)
        layout.addLayout(narrowing)
        layout.addSpacing(10)
        layout.addWidget(self._names)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.beside)
        self._layout = layout
        layout.addLayout(nothing)
        layout.addStretch(0)

    def _wording(self) -> CaseWording:
        titles = {dimension.id: dimension.short for dimension in self._workspace.catalog.dimensions.values()}
        return CaseWording(self._workspace.preferences.language, today(self._workspace.clock), titles)

    def _show_board(self) -> None:
        """The board in place of list and chips, with what the search finds."""
        shows = self.shows_board
        self.chips.setVisible(not shows)
        if self._board is not None:
            self._board.setVisible(shows)
        self.beside.setVisible(False)
        if shows:
            self._nothing.hide()
            self.reset_button.hide()
            self.table.hide()
            self._names.hide()
            found = search(self._workspace.portfolio.rows, self.search.text())
            self.board.show_rows(found, self.model.wording)
            self._show_beside(sum(row.is_open and not row.bookings for row in found))

    def _show_beside(self, count: int) -> None:
        """Say that some cases have no card, as no module is booked yet."""
        one = self.tr("1 Fall ohne Modul steht nur in der Liste.")
        words = self.tr("{count} Fälle ohne Modul stehen nur in der Liste.")
        self.beside.setText(one if count == 1 else words.format(count=count))
        self.beside.setVisible(bool(count))

    def _show_nothing(self, *, visible: bool) -> None:
        text = self.search.text().strip()
        words = self.tr("Kein Fall passt zu „{text}“.") if text else self.tr("Hier ist gerade kein Fall.")
        self._nothing.setText(words.format(text=text))
        self._nothing.setVisible(visible)
        self.reset_button.setVisible(visible and (bool(text) or self.chips.current != OPEN))
        self.table.setVisible(not visible)
        self._names.setVisible(not visible)

    def _focus_search(self, reason: Qt.FocusReason) -> None:
        self.search.setFocus(reason)
        self.search.selectAll()

    def _fit(self) -> None:
        """In a narrow window the search has the room of the buttons' keys, which then stand in their tooltips only."""
        self.search.setMaximumWidth(self._theming.scaled(440))
        if self.testAttribute(Qt.WidgetAttribute.WA_PendingResizeEvent):
            return  # it has no place yet, and to look like another button takes five milliseconds the first time
        roomy = self.width() >= self._theming.scaled(_KEYS_FROM)
        for button in (self.request_button, self.new_button):
            button.set_keys_visible(visible=roomy)

    def _on_search_searched(self, _text: str) -> None:
        self.show_cases()

    def _on_search_moved_down(self) -> None:
        if self.shows_board:
            self.board.take_focus()
        elif self.table.current_case is not None:
            self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_search_escaped(self) -> None:
        self.chips.choose(OPEN)
        self.show_cases()

    def _on_chips_chosen(self, _name: str) -> None:
        self.show_cases()

    def _on_reset_clicked(self) -> None:
        self.search.clear()
        self._on_search_escaped()
        self.take_focus()
