"""Dots for impact areas on phones: spread by real clients, counted beside the keys; phones shared with questions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from advisor_app.domain.area_poll import AreaPoll
from advisor_app.domain.poll import CountedBy
from advisor_app.domain.projection import ProjectableDots, ProjectableJoin
from advisor_app.ui.pages.assessment import AssessmentPage
from advisor_app.ui.pages.selection import SelectionPage
from advisor_app.ui.pages.selection.phone_dots import PhoneDots
from advisor_app.ui.shell.main_window import MainWindow
from tests.exchange.phone_poll.phones import Answer, Phone
from tests.ui.conftest import COMMUNE
from tests.ui.shell.test_phone_poll import HERE, free_port

Key = Qt.Key


@pytest.fixture
def window(qtbot: QtBot, main_window: MainWindow) -> Iterator[MainWindow]:
    """The window with polls on phones switched on, counting dots on which phones are let in."""
    workspace = main_window.workspace
    workspace.set_preferences(replace(workspace.preferences, phone_poll=True, phone_poll_port=free_port()))
    case = workspace.cases.create(COMMUNE, ("M4",)).case
    main_window.open_case(case.id, "selection", "areas")
    page_of(main_window).areas.start()
    phones_of(main_window).line.chosen.emit(HERE)
    qtbot.waitUntil(lambda: phones_of(main_window).is_asking)
    yield main_window
    main_window.phones.end()


def page_of(window: MainWindow) -> SelectionPage:
    page = window.stack.named("selection")
    assert isinstance(page, SelectionPage)
    return page


def phones_of(window: MainWindow) -> PhoneDots:
    phones = page_of(window).areas.phones
    assert phones is not None
    return phones


def poll_of(window: MainWindow) -> AreaPoll:
    poll = page_of(window).areas.poll
    assert poll is not None
    return poll


def press(qtbot: QtBot, window: MainWindow, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(page_of(window).areas, key)


def told(qtbot: QtBot, ask: Callable[[], Answer]) -> Answer:
    """What a phone is answered, while the window goes on."""
    with ThreadPoolExecutor(1) as room:
        asked = room.submit(ask)
        qtbot.waitUntil(asked.done)
        return asked.result()


def test_dots_of_phones_and_keys_are_counted_together(qtbot: QtBot, window: MainWindow) -> None:
    phones = [Phone(phones_of(window).voting.address) for _ in range(5)]
    card = page_of(window).areas.card
    assert card is not None
    assert not card.each.isEnabled(), "phones have as many dots as they were told"
    for phone in phones[:4]:
        told(qtbot, partial(phone.spread, WB2=2, WB8=1))
    press(qtbot, window, Key.Key_2, Key.Key_1)
    assert told(qtbot, lambda: phones[4].spread(WB1=2, WB2=2)).status == 400
    told(qtbot, lambda: phones[0].spread(WB5=3))
    qtbot.waitUntil(lambda: poll_of(window).dots == {"WB1": 1, "WB2": 7, "WB5": 3, "WB8": 3})
    assert window.status.phones_button.text() == "Handy-Abfrage läuft: 4 Geräte, 4 Stimmen"
    assert window.bridge is not None
    assert window.bridge.stored.area_polls == window.bridge.case.area_polls
    press(qtbot, window, Key.Key_Return)
    assert poll_of(window).is_revealed
    assert card.each.isEnabled()
    assert poll_of(window).counted_by == (CountedBy.KEYS, CountedBy.PHONES)
    assert told(qtbot, phones[0].look).heading == "Diese Runde ist geschlossen"
    window.bridge.undo()
    assert "Diese Runde ist auf den Handys geschlossen" in phones_of(window).line.words, "nobody spreads dots twice"


def test_the_room_sees_where_to_join_until_the_adviser_goes_on(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    assert isinstance(page.projectable(), ProjectableJoin)
    press(qtbot, window, Key.Key_Q)
    assert isinstance(page.projectable(), ProjectableDots)
    press(qtbot, window, Key.Key_Q)
    assert isinstance(page.projectable(), ProjectableJoin)
    press(qtbot, window, Key.Key_8, Key.Key_Return)
    assert isinstance(page.projectable(), ProjectableDots), "open dots are what the room sees"


def test_phones_go_on_with_a_question_and_come_back_for_new_dots(qtbot: QtBot, window: MainWindow) -> None:
    phone = Phone(phones_of(window).voting.address)
    told(qtbot, lambda: phone.spread(WB2=3))
    window.show_page("assessment")
    page = window.page
    assert isinstance(page, AssessmentPage)
    qtbot.keyClick(page, Key.Key_P)
    assert poll_of(window).dots == {"WB2": 3}, "the last dots are counted first"
    told(qtbot, lambda: phone.vote("4"))
    assert window.bridge is not None
    (poll,) = window.bridge.case.polls
    bridge = window.bridge
    qtbot.waitUntil(lambda: bridge.case.polls[poll].current.votes.counts == (0, 0, 0, 0, 1))
    window.show_page("selection")
    assert "Auf den Handys läuft eine andere Abfrage" in phones_of(window).line.words
    assert told(qtbot, phone.look).heading == "Ihre Stimme ist gezählt", "looking at a page takes phones from nobody"
    qtbot.mouseClick(window.status.phones_button, Qt.MouseButton.LeftButton)
    assert window.stack.shown == "assessment"
    window.show_page("selection")
    page_of(window).areas.start()
    assert told(qtbot, lambda: phone.spread(WB7=1)).heading == "Ihre Stimme ist gezählt"
    qtbot.waitUntil(lambda: poll_of(window).dots == {"WB7": 1})
    assert bridge.case.polls[poll].current.votes.total == 1
