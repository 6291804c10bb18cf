"""Pages that are closed leave nothing behind."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from advisor_app.domain.evaluation import Evaluation
from advisor_app.ui.pages.assessment import AssessmentPage
from advisor_app.ui.pages.assessment.given_work import GivenWork
from advisor_app.ui.pages.registry import CASE_PAGES, PAGES, PageEntry
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import Page, PageContext
from tests.ui.all_widgets import all_widgets

OpenCase = Callable[..., CaseBridge]


@pytest.fixture
def bridge(open_case: OpenCase) -> CaseBridge:
    return open_case("M4")


@contextmanager
def no_collector() -> Iterator[None]:
    """Nothing is freed here but what nothing refers to any more."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def open_and_close(qtbot: QtBot, page: Page) -> None:
    lane = page.context.lane
    with qtbot.waitExposed(page):
        page.show()
    page.resize(1000, 560)  # some pages fit themselves in the next turn of the event loop, which comes too late
    page.close()
    qtbot.waitUntil(lambda: not lane.is_busy)  # a job holds the page that it tells its outcome
    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize("entry", [*PAGES, *CASE_PAGES], ids=lambda entry: entry.name)
def test_a_closed_page_is_let_go(entry: PageEntry, qtbot: QtBot, context: PageContext, bridge: CaseBridge) -> None:
    widgets = len(all_widgets())
    page = entry.build(context) if entry in PAGES else entry.build_in_case(context, bridge)
    parts = [weakref.ref(part) for part in (page, *page.findChildren(QWidget))]
    open_and_close(qtbot, page)
    del page
    QApplication.processEvents()
    gc.collect()
    assert [part() for part in parts if part() is not None] == []
    assert len(all_widgets()) <= widgets


@pytest.mark.parametrize("is_settled", [False, True])
def test_a_closed_assessment_does_not_wait_for_the_collector(
    qtbot: QtBot, context: PageContext, bridge: CaseBridge, *, is_settled: bool
) -> None:
    def evaluations() -> int:
        return sum(isinstance(item, Evaluation) for item in gc.get_objects())

    with no_collector():
        before = evaluations()
        for _ in range(3):
            page = AssessmentPage(context, bridge)
            if is_settled:  # what is made a moment after the first question is there, too
                page.show()
                qtbot.waitUntil(lambda page=page: page.findChild(GivenWork) is not None)  # type: ignore[misc]  # default
            open_and_close(qtbot, page)
            del page
        assert evaluations() == before
