"""Buchungen: states said and never forced, days and prices kept, several moved at once, earlier ones named."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from advisor_app.domain.booking import BookingState, Financing
from advisor_app.domain.case import Case
from advisor_app.services.workspace import Workspace
from advisor_app.ui.pages.bookings import BookingsPage
from advisor_app.ui.pages.bookings.booking_card import BookingCard
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext

OpenCase = Callable[..., CaseBridge]
Stored = Callable[[str], Case]
LEFT = Qt.MouseButton.LeftButton


def shown(qtbot: QtBot, context: PageContext, bridge: CaseBridge) -> BookingsPage:
    page = BookingsPage(context, bridge)
    qtbot.addWidget(page)
    page.resize(1182, 690)
    with qtbot.waitExposed(page):
        page.show()
    return page


def cards(page: BookingsPage) -> dict[str, BookingCard]:
    return {card.booking.module: card for card in page.cards.values()}


def test_a_booking_goes_its_way_and_everything_is_kept(
    qtbot: QtBot, context: PageContext, open_case: OpenCase, stored: Stored
) -> None:
    bridge = open_case("M4")
    page = shown(qtbot, context, bridge)
    card = cards(page)["M4"]
    name = card.booking.id
    card.state.edited.emit(BookingState.COMPLETED, "")
    assert "Nach „angefragt“ folgt sonst „beantragt“" in card.remarks
    assert stored(bridge.case.id).bookings[name].completed_on is not None
    bridge.undo()
    qtbot.waitUntil(lambda: "folgt sonst" not in card.remarks)
    card.state.edited.emit(BookingState.APPLIED, "")
    assert card.remarks == ""
    assert bridge.case.bookings[name].applied_on is not None

    approved = card.days["approved_on"].line
    approved.setFocus()
    qtbot.keyClicks(approved, "01.02.2020")
    qtbot.keyClick(approved, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "nicht in der Reihenfolge" in card.remarks)
    qtbot.keyClicks(card.price.line, "4.800")
    qtbot.keyClicks(card.note.line, "mit Anreise")
    assert not card.programme.isEnabled()
    card.financing.edited.emit(Financing.PROGRAMME, "")
    assert card.programme.isEnabled()
    assert "welches Programm" in card.remarks
    card.programme.edited.emit("SHH", "")
    assert page.flush()
    kept = stored(bridge.case.id).bookings[name]
    assert (kept.price, kept.approved_on, kept.note.text) == (480_000, date(2020, 2, 1), "mit Anreise")
    assert (kept.financing, kept.programme) == (Financing.PROGRAMME, "SHH")
    card.financing.edited.emit(Financing.OWN, "")
    assert bridge.case.bookings[name].programme is None


def test_several_are_moved_in_one_step_and_earlier_ones_lead_to_their_case(
    qtbot: QtBot, context: PageContext, workspace: Workspace, open_case: OpenCase
) -> None:
    earlier = open_case("M2").case
    bridge = open_case("M1", "M4")
    page = shown(qtbot, context, bridge)
    assert page.set_button.isHidden() or not page.set_button.isVisible()
    for card in cards(page).values():
        qtbot.mouseClick(card.box, LEFT)
    assert page.set_button.isVisible()
    page.together.edited.emit(BookingState.APPLIED, "")
    qtbot.mouseClick(page.set_button, LEFT)
    assert {item.state for item in bridge.case.bookings.values()} == {BookingState.APPLIED}
    bridge.undo()
    assert {item.state for item in bridge.case.bookings.values()} == {BookingState.REQUESTED}
    (button,) = page.earlier.buttons
    with qtbot.waitSignal(page.navigated) as caught:
        qtbot.mouseClick(button, LEFT)
    assert caught.args == [f"case:{earlier.id}", "bookings"]
    assert workspace.bookings.earlier(bridge.case)[0].case_id == earlier.id


def test_without_a_booking_the_page_says_what_comes_first(
    qtbot: QtBot, context: PageContext, open_case: OpenCase
) -> None:
    page = shown(qtbot, context, open_case())
    with qtbot.waitSignal(page.navigated) as caught:
        qtbot.mouseClick(page._empty.button, LEFT)  # the only one there is
    assert caught.args == ["set-up", "modules"]
