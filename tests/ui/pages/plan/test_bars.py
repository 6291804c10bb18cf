"""Umsetzungsplan: a bar that is dragged becomes a committed period."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from advisor_app.domain.changes import MeasureSet
from advisor_app.ui.pages.plan import PlanPage
from advisor_app.ui.pages.plan.detail import Mode
from advisor_app.ui.pages.plan.measure_model import Column
from advisor_app.ui.pages.plan.measure_table import row_height
from advisor_app.ui.shell.bridge import CaseBridge
from tests.ui.pages.plan.conftest import MEASURES, cell, measures, mode, period
from tests.ui.pages.plan.test_table import Stored


def drag(page: PlanPage, start: QPoint, end: QPoint, *, drop: bool = True) -> None:
    viewport = page.body.schedule.view.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(viewport, (start + end) / 2)
    QTest.mouseMove(viewport, end)
    if drop:
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)


def months_wide(page: PlanPage, months: float) -> QPoint:
    return QPoint(round(page.body.schedule.view.picture.month_width * months), 0)


class TestBars:
    def test_a_bar_moves_with_live_dates(self, page: PlanPage, planned: CaseBridge, stored: Stored) -> None:
        view = page.body.schedule.view
        start = view.bar_rect("U3").center()
        drag(page, start, start + months_wide(page, 2), drop=False)
        assert cell(page, "U3", Column.PERIOD) == "07/2027–09/2027"
        assert measures(planned)["U3"] == MEASURES[2]
        view.grab()
        drag_end = start + months_wide(page, 2)
        QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, drag_end)
        assert period(planned, "U3") == (date(2027, 7, 1), date(2027, 9, 30))
        assert stored(planned.case.id).measures == dict(measures(planned))
        planned.undo()
        assert measures(planned)["U3"] == MEASURES[2]

    def test_the_ends_of_a_bar_resize_it(self, page: PlanPage, planned: CaseBridge) -> None:
        view = page.body.schedule.view
        right = view.bar_rect("U3").center()
        right.setX(view.bar_rect("U3").right() - 1)
        drag(page, right, right + months_wide(page, 1))
        assert period(planned, "U3") == (date(2027, 5, 1), date(2027, 8, 31))
        left = view.bar_rect("U3").center()
        left.setX(view.bar_rect("U3").left() + 1)
        drag(page, left, left + months_wide(page, 9))
        assert period(planned, "U3") == (date(2027, 8, 1), date(2027, 8, 31))

    def test_escape_gives_a_bar_back(self, page: PlanPage, planned: CaseBridge) -> None:
        view = page.body.schedule.view
        start = view.bar_rect("U3").center()
        drag(page, start, start + months_wide(page, 2), drop=False)
        QTest.keyClick(view, Qt.Key.Key_Escape)
        assert cell(page, "U3", Column.PERIOD) == "05/2027–07/2027"
        assert measures(planned)["U3"] == MEASURES[2]

    def test_a_small_move_changes_nothing(self, page: PlanPage, planned: CaseBridge) -> None:
        start = page.body.schedule.view.bar_rect("U3").center()
        drag(page, start, start + QPoint(4, 0))
        assert measures(planned)["U3"] == MEASURES[2]
        assert page.current == MEASURES[2]

    def test_a_bar_is_drawn_for_a_measure_without_dates(self, page: PlanPage, planned: CaseBridge) -> None:
        view = page.body.schedule.view
        row = view.bar_rect("U3").center().y() + row_height(page.context.theming)
        start = QPoint(view.bar_rect("U3").left() + 3, row)
        drag(page, start, start + months_wide(page, 2))
        assert period(planned, "U4") == (date(2027, 5, 1), date(2027, 7, 31))

    def test_the_handle_links_and_unlinks(self, page: PlanPage, planned: CaseBridge) -> None:
        view = page.body.schedule.view
        drag(page, view.handle_point("U1"), view.bar_rect("U3").center())
        assert measures(planned)["U3"].predecessors == ("U2", "U1")
        drag(page, view.handle_point("U1"), view.bar_rect("U3").center())
        assert measures(planned)["U3"].predecessors == ("U2",)

    def test_a_circle_is_refused_in_words_at_the_drop(self, page: PlanPage, planned: CaseBridge) -> None:
        said: list[str] = []
        page.warned.connect(said.append)
        view = page.body.schedule.view
        drag(page, view.handle_point("U3"), view.bar_rect("U1").center())
        assert measures(planned)["U1"].predecessors == ()
        (words,) = said
        assert words.endswith(
            "würden im Kreis aufeinander warten. Die bisherige Reihenfolge ist erhalten. "
            "Bitte wählen Sie einen anderen Vorgänger."
        )

    def test_the_handle_shows_under_the_mouse_and_the_row_says_its_words(self, page: PlanPage) -> None:
        view = page.body.schedule.view
        before = view.grab().toImage()
        QTest.mouseMove(view.viewport(), view.bar_rect("U3").center())
        assert view.viewport().cursor().shape() is Qt.CursorShape.OpenHandCursor
        handle = view.handle_point("U3")
        assert view.grab().toImage() != before
        QTest.mouseMove(view.viewport(), handle)
        assert view.viewport().cursor().shape() is Qt.CursorShape.CrossCursor
        QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, handle, view.mapToGlobal(handle)))
        assert QToolTip.text().startswith("U3 Pilot Pegelwarnung")
        QApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))
        assert view.bar_rect("U4").isEmpty()

    def test_a_drag_that_links_is_drawn(self, page: PlanPage, planned: CaseBridge) -> None:
        view = page.body.schedule.view
        before = view.grab().toImage()
        drag(page, view.handle_point("U1"), view.bar_rect("U3").center(), drop=False)
        assert view.grab().toImage() != before
        QTest.keyClick(view, Qt.Key.Key_Escape)
        assert measures(planned)["U3"] == MEASURES[2]

    def test_a_double_click_edits(self, qtbot: QtBot, page: PlanPage) -> None:
        view = page.body.schedule.view
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.bar_rect("U2").center())
        assert mode(page) is Mode.EDIT
        assert page.current == MEASURES[1]

    def test_a_mistyped_century_does_not_stretch_the_schedule(self, page: PlanPage, planned: CaseBridge) -> None:
        planned.edit(MeasureSet("U4", MEASURES[3], replace(MEASURES[3], start=date(27, 1, 1), end=date(27, 2, 28))))
        picture = page.body.schedule.view.picture
        assert picture.chart.months is not None
        assert picture.chart.months[1] == 18

    def test_the_schedule_is_described_in_words(self, page: PlanPage) -> None:
        assert "U3 Pilot Pegelwarnung, 05/2027–07/2027" in page.body.schedule.view.accessibleDescription()
