"""Ctrl+M from anywhere in a case: a line for the minutes over the status bar, and back to where one was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from advisor_app.ui.shell.main_window import MainWindow
    from advisor_app.ui.widgets.minutes_entry_line import MinutesEntryLine

KEYS = "Ctrl+M"


class QuickEntry(QObject):
    """Makes the line when it is first wanted, and lets it go with its case."""

    def __init__(self, window: MainWindow, column: QVBoxLayout) -> None:
        super().__init__(window)
        self._window = window
        self._column = column
        self._was: QWidget | None = None
        self.line: MinutesEntryLine | None = None

    def open(self) -> None:
        """Take an entry for the step at hand; a second time goes back to where one was."""
        window, bridge = self._window, self._window.bridge
        if bridge is None:
            window.notice.inform(self.tr("Fürs Protokoll notieren Sie in einem geöffneten Fall."))
            return
        if self.line is not None and self.line.isVisible() and self.line.field.hasFocus():
            self.line.leave()
            return
        if bridge.can_only_be_read:
            window.notice.inform(self.tr("Dieser Fall kann nur gelesen werden."))
            return
        page = window.page
        looked_at = page.present_item() if page is not None else ""
        place = window.workspace.minutes.place_at_hand(bridge.case, looked_at)
        if place is None:
            window.notice.inform(
                self.tr("Für das Protokoll braucht der Fall einen Workshoptag. Unter „Agenda“ legen Sie ihn an.")
            )
            return
        self._remember()
        self._made().open_at(place)

    def flush(self) -> None:
        """Commit what is half typed."""
        if self.line is not None:
            self.line.field.flush()

    def drop(self) -> None:
        """The case is left: the line goes, its words are saved before."""
        line, self.line, self._was = self.line, None, None
        if line is not None:
            line.hide()
            self._column.removeWidget(line)
            line.deleteLater()

    def _made(self) -> MinutesEntryLine:
        if self.line is None:
            from advisor_app.ui.widgets.minutes_entry_line import MinutesEntryLine

            window, bridge = self._window, self._window.bridge
            assert bridge is not None  # noqa: S101  # asked for before
            self.line = MinutesEntryLine(window.theming, window.workspace, bridge, window)
            self.line.left.connect(self._on_line_left)
            self.line.typing.connect(bridge.typing)
            self._column.addWidget(self.line)
        return self.line

    def _remember(self) -> None:
        focused = QApplication.focusWidget()
        if self.line is None or focused is None or not self.line.isAncestorOf(focused):
            self._was = focused

    def _on_line_left(self) -> None:
        was, page = self._was, self._window.page
        if was is not None and isValid(was) and was.isVisible():
            was.setFocus(Qt.FocusReason.OtherFocusReason)
        elif page is not None:
            page.setFocus(Qt.FocusReason.OtherFocusReason)
