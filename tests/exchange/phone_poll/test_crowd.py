"""A full room: sixty phones at once, and some that cheat."""

from __future__ import annotations

import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from advisor_app.exchange.phone_poll.server import PhonePollServer
from advisor_app.exchange.phone_poll.tokens import DeviceTokens
from tests.exchange.phone_poll.conftest import Open
from tests.exchange.phone_poll.phones import AGAIN, POLL, SECONDS, Phone

PHONES = 60
FORGERS = 20
VALUES = [option.value for option in POLL.options]


def test_of_sixty_phones_at_once_no_vote_is_lost_and_none_of_a_forger_counts(opened: Open) -> None:
    all_listen = threading.Event()
    all_have_voted = threading.Barrier(PHONES + 1)
    server: PhonePollServer = opened(told=lambda: all_listen.set() if server.counts().devices == PHONES else None)

    def take_part(number: int) -> tuple[str, str]:
        """Wait for both rounds as a phone does and vote in them; in the first one, change the vote."""
        phone = Phone(server.url)
        heard = phone.changes(phone.look().device)
        next(heard)
        next(heard)
        chosen = VALUES[number % len(VALUES)], VALUES[number % 4]
        for value in (VALUES[-1], chosen[0]):
            assert phone.vote(value).heading == "Ihre Stimme ist gezählt"
        all_have_voted.wait(SECONDS)
        next(heard)
        assert phone.vote(chosen[1]).heading == "Ihre Stimme ist gezählt"
        return chosen

    with ThreadPoolExecutor(PHONES + FORGERS) as room:
        phones = [room.submit(take_part, number) for number in range(PHONES)]
        assert all_listen.wait(SECONDS)
        server.ask(POLL)
        forgers = [room.submit(cheat, server.url) for _ in range(FORGERS)]
        all_have_voted.wait(SECONDS)
        first = server.ask(AGAIN)
        chosen = [phone.result(SECONDS) for phone in phones]
        assert {status for forger in forgers for status in forger.result(SECONDS)} == {403}
    second = server.close_round()
    assert first.votes == {value: Counter(one for one, _ in chosen)[value] for value in VALUES}
    assert second.votes == {value: Counter(two for _, two in chosen)[value] for value in VALUES}
    assert (first.voted, second.voted, second.devices) == (PHONES, PHONES, PHONES)


def cheat(url: str) -> set[int]:
    """Vote with made-up tokens; returns what the server says to that."""
    phone = Phone(url, takes_cookies=False)
    question = phone.look().question
    forms = [{"device": DeviceTokens().new(), "question": question, "option": value} for value in VALUES]
    return {phone.send(**form).status for form in forms}
