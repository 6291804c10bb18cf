"""At 200 % on a small screen nothing stands beyond the right edge of a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from advisor_app.questions.level.editor import LevelCard
from advisor_app.ui.pages.agenda import AgendaPage
from advisor_app.ui.pages.assessment import AssessmentPage
from advisor_app.ui.pages.registry import CASE_PAGES, PageEntry
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext

OpenCase = Callable[..., CaseBridge]
ROOM = (1250, 560)
"""What a window of 1366 x 768 leaves to a page beside the rail and between its bars."""

NARROW = (912, 516)
"""The same of a window of 1024 x 768 below a notice."""


@pytest.fixture
def large(context: PageContext) -> Iterator[PageContext]:
    context.theming.set_zoom(200)
    yield context
    context.theming.set_zoom(100)


@pytest.mark.parametrize("entry", CASE_PAGES, ids=lambda entry: entry.name)
def test_nothing_stands_beyond_the_edge(
    entry: PageEntry, qtbot: QtBot, large: PageContext, open_case: OpenCase
) -> None:
    page = entry.build_in_case(large, open_case("M1", "M2", "M3", "M4"))
    qtbot.addWidget(page)
    page.setMinimumSize(100, 100)  # as in the window, whose own smallest size holds
    page.resize(*ROOM)
    with qtbot.waitExposed(page):
        page.show()
    qtbot.waitUntil(lambda: not page.context.lane.is_busy)
    QApplication.processEvents()
    assert page.minimumSizeHint().width() <= ROOM[0]
    for area in page.findChildren(QScrollArea):
        inner = area.widget()
        if area.isVisible() and inner is not None:
            assert inner.width() <= area.viewport().width(), type(inner.parentWidget()).__name__


def show_narrow(qtbot: QtBot, page: QWidget) -> None:
    qtbot.addWidget(page)
    page.setMinimumSize(100, 100)
    page.resize(*NARROW)
    with qtbot.waitExposed(page):
        page.show()
    QApplication.processEvents()


def test_the_workshop_day_is_read_whole_in_a_narrow_window(
    qtbot: QtBot, large: PageContext, open_case: OpenCase
) -> None:
    page = AgendaPage(large, open_case("M4"))
    show_narrow(qtbot, page)
    head, timeline = page.days.head, page.days.timeline
    assert page.day is not None
    assert head.words == page.day.title
    for label in head.findChildren(QLabel):
        if label.isVisible():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
    assert (
        head.mapTo(page.days, head.rect().bottomLeft()).y() < timeline.mapTo(page.days, timeline.rect().topLeft()).y()
    )
    delegate = timeline.itemDelegate()
    room = timeline.viewport().width() - delegate.gutter - large.theming.scaled(10)  # type: ignore[attr-defined]  # the timeline's own delegate
    body, small = (QFontMetrics(large.theming.font(kind)) for kind in ("body", "caption"))
    heights = set()
    for place, row in enumerate(timeline.rows.rows):
        title = row.cells[0].title if row.cells[0] is not None else ""
        needed = body.boundingRect(QRect(0, 0, room, 1000), Qt.TextFlag.TextWordWrap, title)
        lines = (timeline.rowHeight(place) - small.height()) // body.height()
        assert body.horizontalAdvance(title) <= room * lines, title
        assert needed.height() + small.height() <= timeline.rowHeight(place), title
        heights.add(timeline.rowHeight(place))
    assert len(heights) > 1, "long titles go on in a further line"
    last = page.day.steps[-1].id
    page.open_item(last)
    qtbot.waitUntil(lambda: page.days.insert.y() > _middle(page, last) > 0)


def _middle(page: AgendaPage, step: str) -> int:
    timeline = page.days.timeline
    place = timeline.visualRect(timeline.rows.index_of(step)).center()
    return timeline.viewport().mapTo(page.days, place).y()


def test_no_anchor_of_a_level_is_cut_in_a_narrow_window(qtbot: QtBot, large: PageContext, open_case: OpenCase) -> None:
    page = AssessmentPage(large, open_case("M4"))
    show_narrow(qtbot, page)
    cards = [card for card in page.findChildren(LevelCard) if card.isVisible()]
    assert len(cards) == 5
    metrics = QFontMetrics(large.theming.font("body", weight=600))
    for card in cards:
        words = card.accessibleName().partition(": ")[2]
        box = card.anchor_box
        needed = metrics.boundingRect(QRect(0, 0, int(box.width()), 2000), Qt.TextFlag.TextWordWrap, words)
        assert needed.width() <= box.width(), words
        assert box.top() + needed.height() <= card.height(), words


def test_a_day_of_several_is_named_whole_at_the_usual_size(
    qtbot: QtBot, context: PageContext, open_case: OpenCase
) -> None:
    page = AgendaPage(context, open_case("M1", "M4"))
    qtbot.addWidget(page)
    page.resize(1182, 684)
    page.show()
    assert page.days.head.chooser.isVisible()
    assert page.days.head.words == page.days.head.chooser.currentText()
    assert page.day is not None
    assert page.day.title in page.days.head.words
    assert page.days.head.chooser.width() > page.days.width() / 2
