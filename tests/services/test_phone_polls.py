"""Polls for phones as the window opens them: off by default, forbidden by policy, otherwise of one room."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QThread, Signal
from pytestqt.qtbot import QtBot

from advisor_app.documents.render.qr import qr_rows
from advisor_app.domain.errors import Problem
from advisor_app.domain.phone_poll import PhoneOption
from advisor_app.domain.poll import RoomRound
from advisor_app.services.clock import SystemClock
from advisor_app.services.phone_polls import OpenPhonePoll, PhonePolls, phone_poll_of
from advisor_app.services.policy import Policy
from advisor_app.services.preferences import Preferences, PreferencesFile
from advisor_app.services.projected import ProjectedLevel, ProjectedPoll
from advisor_app.services.workspace import Workspace
from advisor_app.texts import load_texts
from tests.exchange.phone_poll.phones import POLL, SECONDS, Phone
from tests.services.conftest import refused

HERE = "127.0.0.1"
TEXTS = load_texts("de")


def polls_of(folder: Path, policy: Policy | None = None, port: int = 8642) -> PhonePolls:
    settings = PreferencesFile(folder, Preferences(phone_poll=True, phone_poll_port=port))
    return PhonePolls(folder, policy or Policy(), settings, TEXTS, SystemClock())


@pytest.fixture
def poll(tmp_path: Path) -> Iterator[OpenPhonePoll]:
    opened = polls_of(tmp_path).open(HERE, lambda: None, port=0)
    yield opened
    opened.stop()
    assert opened.wait(SECONDS)


def test_it_is_off_until_somebody_switches_it_on(workspace: Workspace) -> None:
    polls = workspace.phone_polls
    assert polls.is_allowed
    assert not polls.is_on
    refused(lambda: polls.open(HERE, lambda: None), Problem.PHONE_POLL_OFF)
    workspace.set_preferences(replace(workspace.preferences, phone_poll=True))
    assert polls.is_on


def test_the_policy_forbids_it_whatever_the_preferences_say(tmp_path: Path) -> None:
    polls = polls_of(tmp_path, Policy(phone_poll=False))
    assert not polls.is_allowed
    assert not polls.is_on
    refused(lambda: polls.open(HERE, lambda: None), Problem.PHONE_POLL_FORBIDDEN)


@pytest.mark.parametrize("address", ["8.8.8.8", "0.0.0.0", "192.0.2.199", "", "eth0"])  # noqa: S104  # refused
def test_it_opens_on_no_address_but_one_of_this_machine_in_a_local_network(tmp_path: Path, address: str) -> None:
    refused(lambda: polls_of(tmp_path).open(address, lambda: None, port=0), Problem.PHONE_POLL_NO_NETWORK)


def test_a_port_in_use_is_named(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind((HERE, 0))
        other.listen()
        port = other.getsockname()[1]
        polls = polls_of(tmp_path, port=port)
        assert refused(lambda: polls.open(HERE, lambda: None), Problem.PHONE_POLL_PORT).details == {"port": port}


def test_a_poll_is_asked_voted_on_closed_and_gone(poll: OpenPhonePoll) -> None:
    poll.ask(POLL)
    phone = Phone(poll.url)
    phone.vote("3")
    assert poll.counts().votes["3"] == 1
    assert poll.close_round().voted == 1
    assert phone.look().heading == "Diese Runde ist geschlossen"
    assert poll.stop().voted == 1
    assert poll.wait(SECONDS)
    with pytest.raises(ConnectionRefusedError):
        phone.look()


def test_the_projector_gets_the_address_and_a_code_that_says_it(poll: OpenPhonePoll) -> None:
    join = poll.join
    assert join.address == poll.url
    assert len(join.cells) == 29
    assert join.cells == tuple(tuple(module == "1" for module in row) for row in qr_rows(poll.url))


@pytest.mark.parametrize(("rounds", "blind"), [(1, True), (2, False)])
def test_phones_are_asked_in_the_words_on_the_wall(rounds: int, blind: bool) -> None:  # noqa: FBT001  # parametrized
    shown = ProjectedPoll(
        id="4.1.1",
        dimension="Strategie und Politik",
        text="Gibt es ein Zielbild?",
        footing="Lich",
        levels=tuple(ProjectedLevel(number=number, anchor=f"Anker {number}", word="Wort") for number in range(5)),
        rounds=(RoomRound(voted=0, present=9, votes=None),) * rounds,
    )
    asked = phone_poll_of(shown, TEXTS)
    assert (asked.about, asked.title, asked.round, asked.blind) == (shown.dimension, shown.text, rounds, blind)
    assert [option.value for option in asked.options] == ["0", "1", "2", "3", "4", "unknown"]
    assert asked.options[3] == PhoneOption("3", "Wort", "Anker 3")
    assert asked.options[5].label == "weiß nicht"


def test_it_tells_whether_phones_can_still_reach_it(poll: OpenPhonePoll) -> None:
    assert poll.is_reachable


class Receiver(QObject):
    """What a page does with the server's word: a signal, which Qt carries over to the window's thread."""

    came = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.threads: set[QThread] = set()
        self.came.connect(self._on_came)

    def _on_came(self) -> None:
        self.threads.add(QThread.currentThread())


def test_sixty_votes_reach_the_windows_thread_while_it_goes_on(tmp_path: Path, qtbot: QtBot) -> None:
    receiver = Receiver()
    poll = polls_of(tmp_path).open(HERE, receiver.came.emit, port=0)
    poll.ask(POLL)
    with ThreadPoolExecutor(60) as room:
        votes = [room.submit(Phone(poll.url).vote, "2") for _ in range(60)]
        qtbot.waitUntil(lambda: poll.counts().voted == 60 and all(vote.done() for vote in votes))
    qtbot.waitUntil(lambda: receiver.threads == {receiver.thread()})
    assert poll.stop().votes["2"] == 60
    assert poll.wait(SECONDS)


def test_a_bug_is_written_down_without_a_word_of_the_request(tmp_path: Path) -> None:
    def fail() -> None:
        raise LookupError("Kim Berger")

    poll = polls_of(tmp_path).open(HERE, fail, port=0)
    poll.ask(POLL)
    Phone(poll.url).vote("2")
    poll.stop()
    assert poll.wait(SECONDS)
    log = (tmp_path / "logs" / "errors.log").read_text("utf-8")
    assert "LookupError" in log
    assert "Kim Berger" not in log
    assert HERE not in log


def test_no_server_is_loaded_before_a_poll_is_opened() -> None:
    code = (
        "import sys, json, pathlib\n"
        "from advisor_app.services.phone_polls import PhonePolls\n"
        "import advisor_app.services.workspace\n"
        "print(json.dumps([name for name in ('uvicorn', 'h11', 'asyncio', 'ssl', 'psutil') if name in sys.modules]))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == []
