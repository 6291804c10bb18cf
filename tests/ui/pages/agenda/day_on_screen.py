"""What tests of the agenda page share: the workshop day, what the timeline says, keys, the mouse in the timeline."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from advisor_app.domain.agenda import AgendaDay, StepState, state_of
from advisor_app.domain.case import Case
from advisor_app.ui.pages.agenda import AgendaPage
from advisor_app.ui.pages.agenda.timeline_model import TimelineCell
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext

Stored = Callable[[str], Case]
OpenCase = Callable[..., CaseBridge]

TODAY = date(2026, 9, 14)
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
PLAIN = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


def at(hour: int, minute: int) -> datetime:
    """A local time of the workshop day."""
    return datetime(2026, 9, 14, hour - 2, minute, tzinfo=UTC)


def shown(qtbot: QtBot, context: PageContext, bridge: CaseBridge) -> AgendaPage:
    """The page on screen, as large as in a window of 1366 × 768."""
    page = AgendaPage(context, bridge)
    qtbot.addWidget(page)
    page.resize(1182, 684)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.take_focus()
    return page


def first_day(bridge: CaseBridge) -> AgendaDay:
    return next(day for day in bridge.case.agenda.values() if day.template == "m4-tag1")


def titles(bridge: CaseBridge) -> list[str]:
    return [step.title for step in first_day(bridge).steps]


def states(day: AgendaDay) -> list[StepState]:
    return [state_of(step) for step in day.steps]


def times(page: AgendaPage) -> list[str]:
    """The times at the left of the timeline; empty before gaps, overlaps and further rows of groups."""
    return [row.time for row in page.days.timeline.rows.rows]


def cell(page: AgendaPage, title: str) -> TimelineCell:
    """What the timeline says of a step, a finding or the end, by its title."""
    found = [item for row in page.days.timeline.rows.rows for item in row.cells if item is not None]
    return next(item for item in found if item.title == title)


def said(page: AgendaPage) -> list[str]:
    """The titles of all cells, from above."""
    return [item.title for row in page.days.timeline.rows.rows for item in row.cells if item is not None]


def choose(page: AgendaPage, title: str) -> None:
    """Choose a step in the timeline as its arrow keys do."""
    page.days.timeline.setCurrentIndex(page.days.timeline.rows.index_of(cell(page, title).step))


def press(qtbot: QtBot, button: QAbstractButton, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
    """Press the keys of a button where the focus is; the button is down for a moment before it acts."""
    focus = QApplication.focusWidget()
    assert focus is not None
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(focus, key, modifier)


def act(qtbot: QtBot, page: AgendaPage) -> None:
    press(qtbot, page.foot.act, Qt.Key.Key_Return, CTRL)


def drag(qtbot: QtBot, page: AgendaPage, start: QPoint, end: QPoint, *, drops: bool = True) -> None:
    """Drag in the timeline, in steps as a hand does."""
    viewport = page.days.timeline.viewport()
    qtbot.mousePress(viewport, LEFT, pos=start)
    for share in range(1, 5):
        qtbot.mouseMove(viewport, start + (end - start) * share / 4)
    if drops:
        qtbot.mouseRelease(viewport, LEFT, pos=end)


def middle_of(page: AgendaPage, title: str) -> QPoint:
    """The middle of a step in the timeline."""
    timeline = page.days.timeline
    return timeline.visualRect(timeline.rows.index_of(cell(page, title).step)).center()


def upper_of(page: AgendaPage, title: str) -> QPoint:
    """A point in the upper half of a step."""
    timeline = page.days.timeline
    rect = timeline.visualRect(timeline.rows.index_of(cell(page, title).step))
    return QPoint(rect.center().x(), rect.top() + rect.height() // 4)


def edge_of(page: AgendaPage, title: str) -> QPoint:
    """The lower edge of a step, by which it is stretched."""
    timeline = page.days.timeline
    rect = timeline.visualRect(timeline.rows.index_of(cell(page, title).step))
    return QPoint(rect.center().x(), rect.bottom() - 1)
