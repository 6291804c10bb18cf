"""Umsetzungsplan: benefit and effort are dragged on the matrix."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from advisor_app.ui.pages.plan import PlanPage
from advisor_app.ui.pages.plan.head import PRIORITIES
from advisor_app.ui.shell.bridge import CaseBridge
from tests.ui.pages.plan.conftest import MEASURES, measures


class TestPriorities:
    def test_a_measure_is_dragged_to_another_benefit_and_effort(
        self, qtbot: QtBot, page: PlanPage, planned: CaseBridge
    ) -> None:
        page.head.view_chosen.emit(PRIORITIES)
        matrix = page.body.priorities.matrix
        qtbot.waitUntil(lambda: not matrix.token_rect("U3").isEmpty())
        start, end = matrix.token_rect("U3").center().toPoint(), matrix.cell_rect(2, 5).center().toPoint()
        QTest.mousePress(matrix, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
        QTest.mouseMove(matrix, end)
        matrix.grab()
        QTest.mouseRelease(matrix, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
        now = measures(planned)["U3"]
        assert (now.benefit, now.effort) == (5, 2)
        assert page.current == now
        planned.undo()
        assert measures(planned)["U3"] == MEASURES[2]

    def test_a_drop_beside_the_matrix_changes_nothing(self, qtbot: QtBot, page: PlanPage, planned: CaseBridge) -> None:
        page.head.view_chosen.emit(PRIORITIES)
        matrix = page.body.priorities.matrix
        qtbot.waitUntil(lambda: not matrix.token_rect("U3").isEmpty())
        start = matrix.token_rect("U3").center().toPoint()
        for end in (QPoint(2, 2), start):
            QTest.mousePress(matrix, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
            QTest.mouseRelease(matrix, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
        assert measures(planned)["U3"] == MEASURES[2]
        assert matrix.token_rect("U4") == QRectF()

    def test_the_list_rates_by_keyboard(self, page: PlanPage, planned: CaseBridge) -> None:
        page.head.view_chosen.emit(PRIORITIES)
        ratings = page.body.priorities.rows.ratings
        for attribute, key in (("benefit", Qt.Key.Key_5), ("effort", Qt.Key.Key_1)):
            rating = ratings["U4", attribute]
            rating.setFocus()
            QTest.keyClick(rating.target, key)
        now = measures(planned)["U4"]
        assert (now.benefit, now.effort) == (5, 1)
        assert ratings["U4", "effort"].buttons[1].accessibleName() == "Aufwand von U4: 1 von 5, gering"
