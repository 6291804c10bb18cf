"""The three zones of a workshop day: when, what, and what comes of it; in a narrow window they are two."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from advisor_app.override import override
from advisor_app.ui.pages.agenda.day_panel import DayPanel
from advisor_app.ui.pages.agenda.foot_bar import FootBar
from advisor_app.ui.pages.agenda.next_line import NextLine
from advisor_app.ui.pages.agenda.replan_panel import ReplanPanel
from advisor_app.ui.pages.agenda.side_panel import SidePanel
from advisor_app.ui.pages.agenda.step_panel import StepPanel
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.evidence_strip import EvidenceStrip
from advisor_app.ui.widgets.labels import hairline, vertical_hairline

_DAY_WIDTH, _DAY_SHARE = 304, 0.36
_SIDE_WIDTH = 300
_NARROW_BELOW = 1000
_LOW_BELOW = 520


class DayBoard(QWidget):
    """Holds the panels of a day and gives each its room."""

    def __init__(self, context: PageContext, bridge: CaseBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming = context.theming
        workspace = context.workspace
        self._is_narrow = self._is_low = False
        self.days = DayPanel(theming, workspace.texts, workspace.clock)
        self.step_panel = StepPanel(context)
        self.evidence = EvidenceStrip(context, bridge)
        self.next = NextLine(theming)
        self.foot = FootBar(theming)
        self.side = SidePanel(theming, workspace.clock, workspace.texts)
        self.replan = ReplanPanel(theming)
        self._stack = QStackedWidget()
        self._middle = QVBoxLayout()
        self._side_line = vertical_hairline()
        self._lay_out()
        theming.changed.connect(self._fit)

    def show_replanning(self, *, shown: bool) -> None:
        """Show the preview of another plan in place of the step, or the step again."""
        self._stack.setCurrentIndex(int(shown))

    def flush(self) -> None:
        """Ask to commit what is half typed."""
        self.days.head.flush()
        self.step_panel.flush()
        self.side.flush()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        self.step_panel.show_foot(self.evidence)
        step = QWidget()
        column = QVBoxLayout(step)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.step_panel, hairline(), self.next, self.foot):
            column.addWidget(widget, int(widget is self.step_panel))
        self._stack.addWidget(step)
        self._stack.addWidget(self.replan)
        middle = QWidget()
        middle.setProperty("kind", "paper")
        middle.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        middle.setLayout(self._middle)
        self._middle.setContentsMargins(0, 0, 0, 0)
        self._middle.setSpacing(0)
        self._middle.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.days)
        row.addWidget(vertical_hairline())
        row.addWidget(middle, 1)
        row.addWidget(self._side_line)
        row.addWidget(self.side)

    def _fit(self) -> None:
        theming, width = self._theming, self.width()
        self.days.setFixedWidth(min(theming.scaled(_DAY_WIDTH), round(width * _DAY_SHARE)))
        narrow = width < theming.scaled(_NARROW_BELOW)
        low = self.height() < theming.scaled(_LOW_BELOW)
        if (narrow, low) != (self._is_narrow, self._is_low):
            self._is_narrow, self._is_low = narrow, low
            self._place_side()
        self.side.setFixedWidth(theming.scaled(_SIDE_WIDTH))
        self.foot.set_narrow(narrow=narrow)
        self.next.set_narrow(narrow=narrow)

    def _place_side(self) -> None:
        """In a narrow window clock and forecast stand above the step and the note below it.

        Where it is low as well the step needs the room: the clock names the end, and the forecast goes below, too.
        """
        self.side.setVisible(not self._is_narrow)
        self._side_line.setVisible(not self._is_narrow)
        self.side.set_compact(compact=self._is_narrow, says_end=self._is_narrow and self._is_low)
        if self._is_narrow:
            self._middle.insertWidget(0, self.side.clock)
            self._middle.insertWidget(1, self.side.pause)
            if self._is_low:
                self.step_panel.show_foot(self.side.forecast)
            else:
                self._middle.insertWidget(2, self.side.forecast)
            self.step_panel.show_foot(self.side.note)
        else:
            self.side.take_back()
