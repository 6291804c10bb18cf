"""Feedback typed from paper with keys, shown from the fifth form on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from advisor_app.domain.feedback import RATINGS
from advisor_app.ui.pages.figures import FiguresPage
from advisor_app.ui.pages.overview import OverviewPage
from advisor_app.ui.pages.preparation import PreparationPage
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import Page, PageContext
from advisor_app.ui.widgets.autosave import TextField

OpenCase = Callable[..., CaseBridge]


@pytest.fixture
def bridge(open_case: OpenCase) -> CaseBridge:
    return open_case("M4")


@pytest.fixture
def page(qtbot: QtBot, context: PageContext, bridge: CaseBridge) -> PreparationPage:
    page = PreparationPage(context, bridge)
    page.open_item("forms")
    show(qtbot, page)
    return page


def show(qtbot: QtBot, page: Page) -> None:
    qtbot.addWidget(page)
    page.resize(1182, 690)
    with qtbot.waitExposed(page):
        page.show()
        page.activateWindow()
    qtbot.waitUntil(lambda: not page.context.lane.is_busy)


def shown(page: Page) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def rate(qtbot: QtBot, *ratings: int) -> None:
    """Press a key after the other, wherever the focus is by then."""
    for rating in ratings:
        qtbot.keyClicks(QApplication.focusWidget(), str(rating))


def type_form(qtbot: QtBot, rating: int) -> None:
    """Type a form with the keys alone, as from a pile of paper."""
    rate(qtbot, *[rating] * len(RATINGS))
    qtbot.keyClicks(QApplication.focusWidget(), "Gute Beispiele")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def begin(qtbot: QtBot, page: PreparationPage) -> None:
    qtbot.mouseClick(page.list.cards[""].type_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.feedback_panel.isVisible() and QApplication.focusWidget() is not None)


def test_the_text_that_is_typed_is_wholly_in_sight(qtbot: QtBot, page: PreparationPage) -> None:
    begin(qtbot, page)
    rate(qtbot, *[3] * len(RATINGS))
    for _text in range(2):
        field = QApplication.focusWidget()
        assert isinstance(field, TextField)
        place, room = field.mapTo(page.feedback_panel, field.rect().bottomLeft()), page.feedback_panel.done_button
        assert place.y() < room.mapTo(page.feedback_panel, room.rect().topLeft()).y()
        qtbot.keyClicks(field, "Gute Beispiele")
        qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_a_pile_of_forms_is_typed_with_keys_and_evaluated_from_five_on(
    qtbot: QtBot, page: PreparationPage, bridge: CaseBridge, context: PageContext
) -> None:
    begin(qtbot, page)
    assert "1 heißt „gar nicht“, 5 heißt „voll und ganz“." in shown(page)
    for count in range(1, 5):
        type_form(qtbot, 4)
        assert f"In dieser Runde übernommen: {count}" in shown(page)
    (sent,) = bridge.case.sent_forms.values()
    assert [len(item.feedback) for item in sent.returns] == [7] * 4
    overview, figures = OverviewPage(context, bridge), FiguresPage(context)
    show(qtbot, overview)
    assert not overview.feedback.isVisible()
    show(qtbot, figures)
    assert shown(figures).count("zu wenige Rückmeldungen") == 2
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.take_focus()
    type_form(qtbot, 5)
    qtbot.waitUntil(lambda: {"4,2", "5 Bögen", "– Gute Beispiele"} <= set(shown(overview)))
    figures.read()
    qtbot.waitUntil(lambda: "4,2" in shown(figures))
    assert "Mittelwert von 1 (gar nicht) bis 5 (voll und ganz)" in shown(overview)
    assert "Je Beraterin und Berater" not in shown(figures)


def test_what_is_half_typed_is_taken_over_when_one_is_done(
    qtbot: QtBot, page: PreparationPage, bridge: CaseBridge
) -> None:
    begin(qtbot, page)
    rate(qtbot, 3, 5)
    qtbot.mouseClick(page.feedback_panel.leave_button, Qt.MouseButton.LeftButton)
    assert page.list.isVisible()
    (sent,) = bridge.case.sent_forms.values()
    assert [item.rating for item in sent.returns[0].feedback] == [3, 5]
    assert "1 Rückmeldung" in shown(page)


def test_an_empty_form_is_not_taken_over(qtbot: QtBot, page: PreparationPage, bridge: CaseBridge) -> None:
    begin(qtbot, page)
    with qtbot.waitSignal(page.warned):
        qtbot.mouseClick(page.feedback_panel.done_button, Qt.MouseButton.LeftButton)
    assert bridge.case.sent_forms == {}


def test_what_was_typed_comes_back_after_a_lock(qtbot: QtBot, page: PreparationPage) -> None:
    begin(qtbot, page)
    rate(qtbot, 2, 1)
    kept = {"typed-feedback": page.feedback_panel.drafts.texts}
    page.feedback_panel.settle()
    page.put_back(kept)
    assert page.feedback_panel.ratings == {RATINGS[0]: 2, RATINGS[1]: 1}
    assert page.feedback_panel.isVisible()
