"""A poll on phones in the window: switched on, voted by a room of real clients, counted, and closed with everything."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advisor_app.domain.agenda import AgendaDay, AgendaStep
from advisor_app.domain.changes import AgendaDaySet
from advisor_app.domain.phone_poll import LocalAddress
from advisor_app.domain.poll import CountedBy, Poll, Votes
from advisor_app.domain.projection import ProjectableJoin, ProjectablePoll
from advisor_app.services.policy import Policy
from advisor_app.ui.pages.assessment import AssessmentPage
from advisor_app.ui.pages.assessment.phone_polling import PhonePolling
from advisor_app.ui.shell.main_window import MainWindow
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.buttons import Button
from tests.exchange.phone_poll.phones import Phone
from tests.ui.conftest import COMMUNE, MONDAY, OpenCase, said

HERE = "127.0.0.1"
PHONES = 60
Key = Qt.Key


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind((HERE, 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture
def window(main_window: MainWindow) -> Iterator[MainWindow]:
    """The window with polls on phones switched on, at the first question of a case with module 4."""
    workspace = main_window.workspace
    workspace.set_preferences(replace(workspace.preferences, phone_poll=True, phone_poll_port=free_port()))
    case = workspace.cases.create(COMMUNE, ("M4",)).case
    main_window.open_case(case.id, "assessment")
    yield main_window
    main_window.phones.end()


def page_of(window: MainWindow) -> AssessmentPage:
    page = window.page
    assert isinstance(page, AssessmentPage)
    return page


def phones_of(window: MainWindow) -> PhonePolling:
    phones = page_of(window).polling.phones
    assert phones is not None
    return phones


def press(qtbot: QtBot, window: MainWindow, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(page_of(window), key)


def switch_on(qtbot: QtBot, window: MainWindow) -> str:
    """Open a poll by P and let phones in on the machine's own loop, as a chosen network; returns the address."""
    press(qtbot, window, Key.Key_P)
    return switch_on_again(qtbot, window)


def switch_on_again(qtbot: QtBot, window: MainWindow) -> str:
    phones_of(window).line.chosen.emit(HERE)
    qtbot.waitUntil(lambda: phones_of(window).voting.is_open)
    return phones_of(window).voting.address


def only_poll(window: MainWindow) -> Poll:
    assert window.bridge is not None
    (poll,) = window.bridge.case.polls.values()
    return poll


def settled(qtbot: QtBot, room: list[Future[None]]) -> None:
    """Wait for the room while the window goes on."""
    qtbot.waitUntil(lambda: all(phone.done() for phone in room))
    for phone in room:
        phone.result()


def vote(qtbot: QtBot, phone: Phone, value: str) -> None:
    with ThreadPoolExecutor(1) as room:
        settled(qtbot, [room.submit(_vote, phone, value)])


def _vote(phone: Phone, value: str) -> None:
    phone.vote(value)


def heading(qtbot: QtBot, phone: Phone) -> str:
    with ThreadPoolExecutor(1) as room:
        found = room.submit(phone.look)
        qtbot.waitUntil(found.done)
        return found.result().heading


def is_closed(address: str) -> bool:
    host, port = address.removeprefix("http://").split("/")[0].split(":")
    with closing(socket.socket()) as probe:
        probe.settimeout(1)
        return probe.connect_ex((host, int(port))) != 0


def test_sixty_phones_and_the_keys_are_counted_together_and_none_is_lost(qtbot: QtBot, window: MainWindow) -> None:
    address = switch_on(qtbot, window)
    chosen = [str(index % 5) for index in range(PHONES - 5)] + ["unknown"] * 5
    with ThreadPoolExecutor(PHONES) as crowd:
        room = [crowd.submit(_vote, Phone(address), value) for value in chosen]
        for pressed in range(1, 7):  # the window takes keys while the room votes
            press(qtbot, window, Key.Key_3)
            assert only_poll(window).current.votes.counts[3] >= pressed
        settled(qtbot, room)
    press(qtbot, window, Key.Key_Return)
    current = only_poll(window).current
    assert current.votes == Votes(counts=(11, 11, 11, 17, 11), unknown=5)
    assert current.counted_by == (CountedBy.KEYS, CountedBy.PHONES)
    assert current.is_revealed
    assert window.bridge is not None
    assert window.bridge.stored.polls == window.bridge.case.polls
    assert window.status.phones_button.text() == "Handy-Abfrage läuft: 60 Geräte, 60 Stimmen"


def test_votes_are_on_disk_as_they_come_and_a_changed_one_moves(qtbot: QtBot, window: MainWindow) -> None:
    address = switch_on(qtbot, window)
    phone = Phone(address)
    vote(qtbot, phone, "1")
    assert window.bridge is not None
    stored = window.bridge
    qtbot.waitUntil(lambda: stored.stored.polls[only_poll(window).id].current.votes.counts == (0, 1, 0, 0, 0))
    vote(qtbot, phone, "4")
    qtbot.waitUntil(lambda: only_poll(window).current.votes == Votes(counts=(0, 0, 0, 0, 1)))


def test_the_second_round_and_the_next_question_appear_on_phones_by_themselves(
    qtbot: QtBot, window: MainWindow
) -> None:
    phone = Phone(switch_on(qtbot, window))
    vote(qtbot, phone, "0")
    press(qtbot, window, Key.Key_Return)
    assert heading(qtbot, phone) == "Diese Runde ist geschlossen"
    press(qtbot, window, Key.Key_R)
    vote(qtbot, phone, "2")
    press(qtbot, window, Key.Key_Return)
    first, second = only_poll(window).rounds
    assert (first.votes.counts, second.votes.counts) == ((1, 0, 0, 0, 0), (0, 0, 1, 0, 0))
    asked = heading(qtbot, phone)
    press(qtbot, window, Key.Key_Down, Key.Key_P)
    assert heading(qtbot, phone) not in {asked, "Diese Runde ist geschlossen"}
    vote(qtbot, phone, "4")
    press(qtbot, window, Key.Key_Return)
    assert window.bridge is not None
    latest = max(window.bridge.case.polls.values(), key=lambda poll: poll.started_at)
    assert latest.current.votes.counts == (0, 0, 0, 0, 1)


def test_undo_takes_votes_back_but_the_round_is_exact_when_it_is_revealed(qtbot: QtBot, window: MainWindow) -> None:
    address = switch_on(qtbot, window)
    press(qtbot, window, Key.Key_3)
    vote(qtbot, Phone(address), "1")
    qtbot.waitUntil(lambda: only_poll(window).current.votes.total == 2)
    assert window.bridge is not None
    window.bridge.undo()
    assert only_poll(window).current.votes.counts == (0, 0, 0, 1, 0)
    press(qtbot, window, Key.Key_Return)
    assert only_poll(window).current.votes.counts == (0, 1, 0, 1, 0)
    window.bridge.undo()  # the round takes votes again, but phones are not asked it twice
    assert heading(qtbot, Phone(address)) == "Diese Runde ist geschlossen"
    assert "Diese Runde ist auf den Handys geschlossen" in phones_of(window).line.words


def test_the_code_is_on_the_wall_until_the_adviser_goes_on(qtbot: QtBot, window: MainWindow) -> None:
    address = switch_on(qtbot, window)
    shown = page_of(window).projectable()
    assert isinstance(shown, ProjectableJoin)
    assert shown.address == address
    assert "Der Beamer ist aus. F5" in said(window)
    press(qtbot, window, Key.Key_Q)
    assert isinstance(page_of(window).projectable(), ProjectablePoll)
    press(qtbot, window, Key.Key_Q)
    assert isinstance(page_of(window).projectable(), ProjectableJoin)
    press(qtbot, window, Key.Key_1, Key.Key_Return, Key.Key_R)
    assert isinstance(page_of(window).projectable(), ProjectablePoll), "a new round is what the room sees"


def test_it_is_switched_off_by_h_and_what_came_in_stays(qtbot: QtBot, window: MainWindow) -> None:
    address = switch_on(qtbot, window)
    vote(qtbot, Phone(address), "2")
    press(qtbot, window, Key.Key_H)
    assert only_poll(window).current.votes.counts == (0, 0, 1, 0, 0)
    assert window.status.phones_button.isHidden()
    qtbot.waitUntil(lambda: is_closed(address))
    address = switch_on_again(qtbot, window)
    assert heading(qtbot, Phone(address)) == "Gleich geht es los"
    assert "Diese Runde ist auf den Handys geschlossen" in phones_of(window).line.words, "nobody votes twice"


def test_a_poll_that_is_put_away_goes_on_and_one_without_a_vote_leaves_nothing(
    qtbot: QtBot, window: MainWindow
) -> None:
    phone = Phone(switch_on(qtbot, window))
    press(qtbot, window, Key.Key_Escape)
    assert window.bridge is not None
    assert not window.bridge.case.polls
    press(qtbot, window, Key.Key_P)
    vote(qtbot, phone, "1")
    press(qtbot, window, Key.Key_Escape)
    assert only_poll(window).current.votes.counts == (0, 1, 0, 0, 0)
    window.show_page("overview")
    vote(qtbot, Phone(phones_address(window)), "1")
    qtbot.waitUntil(lambda: only_poll(window).current.votes.counts == (0, 2, 0, 0, 0))
    qtbot.mouseClick(window.status.phones_button, Qt.MouseButton.LeftButton)
    assert page_of(window).isVisible()


def phones_address(window: MainWindow) -> str:
    assert window.phones.voting is not None
    return window.phones.voting.address


@pytest.mark.parametrize("way", ["lock", "case", "window"])
def test_lock_case_and_window_close_it_with_its_last_votes(qtbot: QtBot, window: MainWindow, way: str) -> None:
    window.workspace.protection.set_passphrase("Der Fluss fließt 1 mal") if way == "lock" else None
    address = switch_on(qtbot, window)
    vote(qtbot, Phone(address), "2")
    assert window.bridge is not None
    case = window.bridge.case.id
    if way == "lock":
        window.data.lock()
    elif way == "case":
        window.close_case()
    else:
        window.close()
    qtbot.waitUntil(lambda: is_closed(address))
    assert window.status.phones_button.isHidden()
    if way == "case":
        window.open_case(case, "assessment")
        assert only_poll(window).current.votes.counts == (0, 0, 1, 0, 0)


def test_the_end_of_the_day_closes_it(qtbot: QtBot, window: MainWindow) -> None:
    address = switch_on(qtbot, window)
    step = AgendaStep(id="s", title="Abschluss", minutes=10, minimum_minutes=5, started=MONDAY)
    day = AgendaDay(id="d", module="M4", title="Tag", number=9, on=MONDAY.date(), steps=(step,))
    assert window.bridge is not None
    window.bridge.edit(AgendaDaySet(day.id, None, day))
    assert phones_of(window).voting.is_open
    over = replace(day, steps=(replace(step, ended=MONDAY + timedelta(minutes=9)),))
    window.bridge.edit(AgendaDaySet(day.id, day, over))
    assert not phones_of(window).voting.is_open
    assert "Die Handy-Abfrage ist beendet" in said(window)
    qtbot.waitUntil(lambda: is_closed(address))


def test_a_network_that_is_gone_is_said_and_so_is_its_return(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    from advisor_app.exchange.phone_poll import network

    switch_on(qtbot, window)
    with monkeypatch.context() as gone:
        gone.setattr(network, "has_address", lambda _address: False)  # no test can take a network away
        phones_of(window).voting.look()
    assert "Die Handys erreichen den Laptop nicht mehr" in said(window)
    assert "nicht mehr in diesem Netz" in phones_of(window).line.words
    phones_of(window).voting.look()
    assert "wieder im Netz" in said(window)


def test_of_several_networks_one_is_chosen(qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    from advisor_app.exchange.phone_poll import network

    found = (LocalAddress(HERE, "WLAN"), LocalAddress("10.9.8.7", "Ethernet"))
    monkeypatch.setattr(network, "local_addresses", lambda: found)  # a machine with two networks
    press(qtbot, window, Key.Key_P, Key.Key_H)
    qtbot.waitUntil(lambda: bool(phones_of(window).voting.networks))
    assert "mehreren Netzen" in phones_of(window).line.words
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), Button))
    first = QApplication.focusWidget()
    assert isinstance(first, Button)
    assert first.text() == f"WLAN · {HERE}"
    qtbot.keyClick(first, Key.Key_Space)
    qtbot.waitUntil(lambda: phones_of(window).voting.is_open)
    assert phones_of(window).voting.address.startswith(f"http://{HERE}:")


def test_a_port_in_use_is_said(qtbot: QtBot, window: MainWindow) -> None:
    with closing(socket.socket()) as other:
        other.bind((HERE, window.workspace.preferences.phone_poll_port))
        other.listen()
        press(qtbot, window, Key.Key_P)
        phones_of(window).voting.open(HERE, "assessment")
        qtbot.waitUntil(lambda: "benutzt schon ein anderes Programm" in said(window))
    assert not phones_of(window).voting.is_open
    assert not phones_of(window).voting.is_opening


def test_switched_off_it_says_where_to_switch_it_on(qtbot: QtBot, window: MainWindow) -> None:
    window.workspace.set_preferences(replace(window.workspace.preferences, phone_poll=False))
    press(qtbot, window, Key.Key_P, Key.Key_H)
    line = phones_of(window).line
    assert line.words == "Abstimmen auf Handys schalten Sie in den Einstellungen unter „Handy-Abfrage“ ein."
    assert not line.switch.isVisibleTo(line)
    assert not phones_of(window).voting.is_opening
    qtbot.mouseClick(line.settings, Qt.MouseButton.LeftButton)
    assert window.stack.shown == "settings"


def test_switching_it_off_in_the_settings_ends_it(qtbot: QtBot, window: MainWindow) -> None:
    switch_on(qtbot, window)
    window.workspace.set_preferences(replace(window.workspace.preferences, phone_poll=False))
    phones_of(window).voting.look()
    assert not phones_of(window).voting.is_open


def test_the_policy_forbids_it(qtbot: QtBot, context: PageContext, open_case: OpenCase) -> None:
    context.workspace.set_preferences(replace(context.workspace.preferences, phone_poll=True))
    ruled = replace(context.workspace, policy=Policy(phone_poll=False))
    page = AssessmentPage(replace(context, workspace=ruled), open_case("M4"))
    qtbot.addWidget(page)
    for key in (Key.Key_P, Key.Key_H):
        qtbot.keyClick(page, key)
    phones = page.polling.phones
    assert phones is not None
    line = phones.line
    assert line.words == "Das Abstimmen auf Handys hat Ihre IT ausgeschaltet."
    assert not line.switch.isVisibleTo(line)
    assert not line.settings.isVisibleTo(line)
    assert not phones.voting.is_opening


def test_no_server_is_loaded_with_the_panel_of_a_poll() -> None:
    code = (
        "import sys, advisor_app.ui.pages.assessment.phone_polling, advisor_app.ui.shell.phone_poll_watch\n"
        "print([name for name in ('uvicorn', 'h11', 'asyncio', 'psutil', 'segno') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
