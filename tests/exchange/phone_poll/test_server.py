"""The server as phones meet it: pages, votes, word of changes, the end."""

from __future__ import annotations

import logging
import threading
from itertools import islice

import pytest

from advisor_app.exchange.phone_poll.server import PhonePollServer
from tests.exchange.phone_poll.conftest import Open
from tests.exchange.phone_poll.phones import AGAIN, FORM, POLL, SECONDS, Phone


def test_a_phone_sees_the_question_votes_and_sees_its_vote(server: PhonePollServer) -> None:
    server.ask(POLL)
    phone = Phone(server.url)
    page = phone.look()
    assert page.status == 200
    assert page.heading == POLL.title
    assert all(option.label in page.text and option.anchor in page.text for option in POLL.options)
    after = phone.vote("3")
    assert after.heading == "Ihre Stimme ist gezählt"
    assert "weitgehend umgesetzt" in after.text
    counts = server.counts()
    assert counts.votes == {"0": 0, "1": 0, "2": 0, "3": 1, "4": 0, "unknown": 0}
    assert (counts.voted, counts.devices, counts.is_open) == (1, 1, True)


def test_before_the_first_question_phones_wait(server: PhonePollServer) -> None:
    assert Phone(server.url).look().heading == "Gleich geht es los"


def test_a_vote_can_be_changed_until_the_round_is_closed(server: PhonePollServer) -> None:
    server.ask(POLL)
    phone = Phone(server.url)
    phone.vote("0")
    page = phone.look("?change=1")
    assert 'value="0" required checked' in page.text
    phone.vote("unknown")
    closed = server.close_round()
    assert (closed.votes["unknown"], closed.voted) == (1, 1)
    late = phone.send(device=page.device, question=page.question, option="4")
    assert late.status == 409
    assert "Ihre Stimme wurde nicht gezählt" in late.text
    assert server.counts() == closed


def test_two_phones_behind_one_address_are_two_devices(server: PhonePollServer) -> None:
    server.ask(POLL)
    for value in ("2", "2", "3"):
        Phone(server.url).vote(value)
    assert server.counts().votes == {"0": 0, "1": 0, "2": 2, "3": 1, "4": 0, "unknown": 0}


def test_a_browser_that_keeps_no_cookie_has_one_vote_by_its_form(server: PhonePollServer) -> None:
    server.ask(POLL)
    phone = Phone(server.url, takes_cookies=False)
    page = phone.look()
    first = phone.send(device=page.device, question=page.question, option="1")
    again = phone.send(device=first.device, question=page.question, option="2")
    assert (first.status, again.status) == (200, 200)
    assert again.heading == "Ihre Stimme ist gezählt"
    assert (server.counts().votes["2"], server.counts().voted, server.counts().devices) == (1, 1, 1)


def test_the_cookie_counts_before_the_form(server: PhonePollServer) -> None:
    server.ask(POLL)
    phone = Phone(server.url)
    page = phone.look()
    other = Phone(server.url).look()
    assert phone.send(device=other.device, question=page.question, option="1").status == 303
    assert phone.send(device=page.device, question=page.question, option="2").status == 303
    assert server.counts().voted == 1


def test_the_cookie_is_for_this_server_alone_and_no_script_reads_it(server: PhonePollServer) -> None:
    cookie = Phone(server.url).look().headers["set-cookie"]
    assert cookie.split("; ")[1:] == ["Path=/", "HttpOnly", "SameSite=Strict"]


def test_a_known_phone_gets_no_other_token(server: PhonePollServer) -> None:
    phone = Phone(server.url)
    assert "set-cookie" in phone.look().headers
    assert "set-cookie" not in phone.look().headers


def test_the_page_lets_nothing_in_and_is_kept_nowhere(server: PhonePollServer) -> None:
    phone = Phone(server.url)
    for answer in (phone.look(), phone.ask("GET", "/other"), phone.ask("PUT"), phone.ask("GET", host="other")):
        policy = answer.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; ")
        assert "unsafe" not in policy
        assert "http" not in policy
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["x-frame-options"] == "DENY"
        assert not {"server", "date"} & set(answer.headers)


def test_a_code_may_be_typed_in_small_letters(server: PhonePollServer) -> None:
    server.ask(POLL)
    assert Phone(server.url.lower()).look().heading == POLL.title


def test_phones_hear_of_another_round_and_of_the_end(server: PhonePollServer) -> None:
    server.ask(POLL)
    phone = Phone(server.url)
    heard = phone.changes(phone.look().device)
    versions = [next(heard)]
    for change in (server.close_round, lambda: server.ask(AGAIN)):
        change()
        versions.append(next(heard))
    assert len(set(versions)) == 3
    server.stop()
    assert list(heard) == ["ended"]


def test_a_phone_that_comes_back_hears_at_once_where_things_stand(server: PhonePollServer) -> None:
    phone = Phone(server.url)
    token = phone.look().device
    (before,) = islice(phone.changes(token), 1)
    server.ask(POLL)
    (after,) = islice(phone.changes(token), 1)
    assert before != after
    assert f'data-version="{after}"' in phone.look().text


def test_a_second_tab_takes_the_place_of_the_first(server: PhonePollServer) -> None:
    phone = Phone(server.url)
    token = phone.look().device
    first = phone.changes(token)
    next(first)
    second = phone.changes(token)
    next(second)
    assert list(first) == ["displaced"]
    server.stop()
    assert list(second) == ["ended"]


def test_phones_that_listen_take_part_before_they_have_voted(opened: Open) -> None:
    come = threading.Event()
    server = opened(told=come.set)
    phone = Phone(server.url)
    token = phone.look().device
    assert server.counts().devices == 0
    next(phone.changes(token))
    assert come.wait(SECONDS)
    assert (server.counts().devices, server.counts().voted) == (1, 0)


def test_who_is_told_finds_every_vote_counted(opened: Open) -> None:
    seen: list[int] = []
    server: PhonePollServer = opened(told=lambda: seen.append(server.counts().voted))
    server.ask(POLL)
    for number in range(1, 5):
        Phone(server.url).vote("2")
        assert max(seen) == number
    assert seen == sorted(seen)


def test_a_bug_in_who_is_told_costs_no_vote_and_is_told(opened: Open, failures: list[Exception]) -> None:
    def fail() -> None:
        raise LookupError("a widget that is gone")

    server = opened(told=fail)
    server.ask(POLL)
    assert Phone(server.url).vote("2").heading == "Ihre Stimme ist gezählt"
    assert server.counts().voted == 1
    assert {str(failure) for failure in failures} == {"a widget that is gone"}
    failures.clear()


def test_one_device_more_than_are_let_in_is_told_so(opened: Open) -> None:
    server = opened(most_devices=2)
    server.ask(POLL)
    first, second, third = (Phone(server.url) for _ in range(3))
    assert [phone.vote("1").status for phone in (first, second)] == [200, 200]
    page = third.look()
    refused = third.send(device=page.device, question=page.question, option="1")
    assert refused.status == 403
    assert "so viele Geräte" in refused.text
    assert third.look().heading == "Kein Platz mehr"
    assert first.vote("4").heading == "Ihre Stimme ist gezählt"
    assert (server.counts().voted, server.counts().devices) == (2, 2)


def test_after_the_end_nobody_is_reached_and_the_port_is_free(opened: Open) -> None:
    server = opened()
    server.ask(POLL)
    phone = Phone(server.url)
    phone.vote("1")
    assert server.stop().voted == 1
    assert server.wait(SECONDS)
    with pytest.raises(ConnectionRefusedError):
        phone.look()
    assert server.close_round().voted == 1


def test_the_next_poll_opens_on_the_same_port_and_knows_no_phone_of_the_last(opened: Open) -> None:
    first = opened()
    first.ask(POLL)
    phone = Phone(first.url)
    page = phone.look()
    first.stop()
    second = opened(port=phone.port)
    second.ask(POLL)
    assert second.url.rpartition("/")[0] == first.url.rpartition("/")[0]
    assert phone.look().status == 404
    phone.path = Phone(second.url).path
    refused = phone.send(device=page.device, question=page.question, option="1")
    assert refused.status == 403
    assert (second.counts().voted, second.counts().devices) == (0, 0)


def test_a_port_that_somebody_else_has_is_refused(server: PhonePollServer, opened: Open) -> None:
    with pytest.raises(OSError, match="use"):
        opened(port=Phone(server.url).port)


def test_the_end_comes_also_while_phones_are_busy(opened: Open) -> None:
    server = opened()
    server.ask(POLL)
    phone = Phone(server.url)
    with phone.socket() as connection:
        connection.sendall(f"POST {phone.path} HTTP/1.1\r\nHost: {phone.host}:{phone.port}\r\n".encode())
        server.stop()
        assert server.wait(SECONDS)


def test_nothing_of_a_request_is_written_down(
    opened: Open, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    server = opened()
    server.ask(POLL)
    phone = Phone(server.url)
    phone.vote("2")
    phone.send(device="made up", question="made up", option="2")
    phone.ask("GET", "/etc/passwd")
    phone.ask("POST", body=b"{}", content_type="application/json")
    phone.ask("POST", body=b"x" * 5_000, content_type=FORM)
    phone.raw(b"\x16\x03\x01nonsense\r\n\r\n")
    phone.raw(b"GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: upgrade, close\r\n\r\n")
    server.stop()
    assert server.wait(SECONDS)
    assert "127.0.0.1" not in caplog.text
    assert phone.cookie.partition(".")[0] not in caplog.text
    assert capfd.readouterr() == ("", "")
