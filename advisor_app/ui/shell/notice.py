"""What stands under the case bar: a fault for as long as it lasts, and below it what just went wrong or was done."""

from __future__ import annotations

from enum import IntEnum, auto

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_app.ui.shell.notice_line import NoticeLine
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button


class Lasting(IntEnum):
    """What may stay as it is for a while, by its weight: of several faults the last one here is told."""

    PLACE = auto()
    """Where the folder lies."""
    BAD_END = auto()
    """How the last run ended."""
    SETTINGS = auto()
    """Settings or local packs that were left out."""
    BACKUP = auto()
    HANDED_OVER = auto()
    """The open case belongs to somebody else now."""
    READ_ONLY = auto()
    WRITING = auto()
    """An edit that is held up."""
    DAMAGE = auto()


class Notice(QWidget):
    """Two lines, each shown while it has something to say.

    A fault that lasts stays until it is over or put away, whatever page is shown. What was done goes after a while,
    what went wrong with an input when that is tried again, the offer to undo with the next edit, and all with the page.
    """

    undo_wanted = Signal()
    action_wanted = Signal(object)  # Lasting

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theming.dress(self)
        self._held: dict[Lasting, tuple[str, str]] = {}
        self._lasting, self._passing = NoticeLine(theming), NoticeLine(theming)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 12, 24, 4)
        layout.setSpacing(6)
        for line in (self._lasting, self._passing):
            layout.addWidget(line)
            line.gone.connect(self._fit)
        self._passing.undo_wanted.connect(self.undo_wanted)
        self._lasting.action_wanted.connect(self._on_action_wanted)
        self._lasting.closed.connect(self._on_closed)
        self.hide()

    @property
    def text(self) -> str:
        """What is said, one sentence per line, empty where nothing is."""
        lines = (self._lasting.text, self._passing.text)
        return "" if self.isHidden() else "\n".join(filter(None, lines))

    @property
    def action_button(self) -> Button:
        """What can be done about the fault; hidden where nothing is offered."""
        return self._lasting.action_button

    def hold(self, fault: Lasting, sentence: str, action: str = "") -> None:
        """Say what lasts, with a button for what can be done about it: ``action_wanted``."""
        if self._held.get(fault) != (sentence, action) or not self._lasting.text:
            self._held[fault] = (sentence, action)
            self._show_worst()

    def release(self, fault: Lasting) -> None:
        """A fault is over; what is less grave is told again."""
        if self._held.pop(fault, None) is not None:
            self._show_worst()

    def warn(self, sentence: str) -> None:
        """Say what went wrong, what was kept and what to do."""
        self._passing.warn(sentence)
        self._fit()

    def inform(self, sentence: str) -> None:
        """Say what was done."""
        self._passing.inform(sentence)
        self._fit()

    def inform_of_removal(self, sentence: str) -> None:
        """Say what was taken away, and offer to bring it back."""
        self._passing.inform(sentence, undoable=True)
        self._fit()

    def settle(self) -> None:
        """Something was written: what went wrong before holds no more, and undoing would take back something else."""
        if self._passing.warns or self._passing.offers_undo:
            self._passing.put_away()

    def leave_page(self) -> None:
        """Another page is shown: only what lasts stays."""
        self._passing.put_away()

    def clear(self) -> None:
        """The data are closed, and with them whatever was said of them."""
        self._held.clear()
        for line in (self._lasting, self._passing):
            line.put_away()

    def _show_worst(self) -> None:
        if self._held:
            said = self._held[max(self._held)]
            if not self._lasting.text or said[0] != self._lasting.text:
                self._lasting.warn(*said)
        else:
            self._lasting.put_away()
        self._fit()

    def _fit(self) -> None:
        self.setVisible(not (self._lasting.isHidden() and self._passing.isHidden()))

    def _on_action_wanted(self) -> None:
        fault = max(self._held)
        self.release(fault)
        self.action_wanted.emit(fault)

    def _on_closed(self) -> None:
        del self._held[max(self._held)]
        self._show_worst()
