"""What nobody may do: everything else is refused, counts nothing and harms nobody."""

from __future__ import annotations

import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor_app.domain.phone_poll import MOST_OPTIONS
from advisor_app.exchange.phone_poll import connection
from advisor_app.exchange.phone_poll.server import PhonePollServer
from advisor_app.exchange.phone_poll.tokens import DeviceTokens
from tests.exchange.phone_poll.conftest import Open
from tests.exchange.phone_poll.phones import DOTS, FORM, POLL, Phone


@pytest.fixture
def asked(crowd_server: PhonePollServer) -> PhonePollServer:
    """The module's server in a round without votes."""
    crowd_server.ask(POLL)
    return crowd_server


def still_works(server: PhonePollServer, voted: int = 0) -> None:
    """Check that nothing was counted, and that a phone can still vote."""
    assert server.counts().voted == voted
    assert Phone(server.url).vote("4").heading == "Ihre Stimme ist gezählt"
    assert server.counts().voted == voted + 1


@pytest.mark.parametrize("token", ["", "x", "a.b", f"{'0' * 24}.{'0' * 32}", "ü" * 20])
def test_a_forged_token_votes_for_nobody(asked: PhonePollServer, token: str) -> None:
    refuse(asked, token)


def test_a_token_of_another_poll_votes_for_nobody(asked: PhonePollServer) -> None:
    refuse(asked, DeviceTokens().new())


def refuse(asked: PhonePollServer, token: str) -> None:
    """Check that a token neither votes nor listens, in the form or as cookie."""
    phone = Phone(asked.url, takes_cookies=False)
    question, before = phone.look().question, asked.counts()
    assert phone.send(device=token, question=question, option="4").status == 403
    phone.cookie = token.encode("ascii", "ignore").decode()
    assert phone.send(device=token, question=question, option="4").status == 403
    assert phone.ask("GET", f"{phone.path}/changes?device={phone.cookie}").status == 403
    assert asked.counts() == before
    still_works(asked)


def test_a_forged_cookie_gets_a_token_of_its_own(asked: PhonePollServer) -> None:
    phone = Phone(asked.url)
    phone.cookie = "forged"
    assert phone.vote("1").heading == "Ihre Stimme ist gezählt"
    assert asked.counts().voted == 1


@pytest.mark.parametrize("question", ["", "x", "4.1.1", "0" * 16, "<script>"])
def test_a_forged_question_is_not_counted(asked: PhonePollServer, question: str) -> None:
    phone = Phone(asked.url)
    page = phone.look()
    answer = phone.send(device=page.device, question=question, option="4")
    assert answer.status == 409
    assert "<script>" not in answer.text.replace("<script>//", "")
    still_works(asked)


@pytest.mark.parametrize("option", ["", "5", "-1", "unknown ", "0\x00", "<b>", "ü"])
def test_a_forged_option_is_not_counted(asked: PhonePollServer, option: str) -> None:
    phone = Phone(asked.url)
    page = phone.look()
    answer = phone.send(device=page.device, question=page.question, option=option)
    assert answer.status == 400
    assert "Bitte wählen Sie eine Antwort." in answer.text
    still_works(asked)


@settings(max_examples=30)
@given(fields=st.dictionaries(st.sampled_from(["device", "question", "option", "x"]), st.text(max_size=60)))
def test_no_form_that_somebody_made_up_counts(crowd_server: PhonePollServer, fields: dict[str, str]) -> None:
    before = crowd_server.counts()
    assert Phone(crowd_server.url).send(**fields).status == 403
    assert crowd_server.counts() == before


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/favicon.ico",
        "/etc/passwd",
        "/../../../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/..%5c..%5cwindows%5cwin.ini",
        "//{code}",
        "/{code}/",
        "/{code}/changes/",
        "/{code}/../{code}",
        "/{code}/page.css",
        "/{code}%00",
        "/{code}/CHANGES/../changes",
        "/AAAAAA",
        "http://{host}/{code}",
        "/" + "x" * 6_000,
    ],
)
def test_there_is_nothing_but_the_poll(asked: PhonePollServer, path: str) -> None:
    phone = Phone(asked.url)
    named = path.replace("{code}", phone.path[1:]).replace("{host}", f"{phone.host}:{phone.port}")
    answer = phone.ask("GET", named)
    assert answer.status == 404
    assert answer.heading == "Diese Seite gibt es nicht"
    assert POLL.title not in answer.text
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("method", ["HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "get"])
def test_no_other_method_does_anything(asked: PhonePollServer, method: str) -> None:
    answer = Phone(asked.url).ask(method)
    assert answer.status == 405
    assert answer.headers["allow"] == "GET, POST"
    still_works(asked)


def test_who_was_lured_by_another_name_sees_nothing(asked: PhonePollServer) -> None:
    phone = Phone(asked.url)
    for host in (
        "other",
        f"other:{phone.port}",
        phone.host,
        f"{phone.host}:{phone.port}.other",
        f"localhost:{phone.port}",
    ):
        answer = phone.ask("GET", host=host)
        assert (answer.status, answer.text) == (400, "Bad Request")
    assert phone.raw(f"GET {phone.path} HTTP/1.0\r\n\r\n".encode()).startswith(b"HTTP/1.1 400 ")


def test_another_site_cannot_send_a_vote(asked: PhonePollServer) -> None:
    phone = Phone(asked.url)
    page = phone.look()
    body = f"device={page.device}&question={page.question}&option=4".encode()
    for origin in ("http://other", "null", asked.url):
        assert phone.ask("POST", body=body, content_type=FORM, origin=origin).status == 403
    still_works(asked)


@pytest.mark.parametrize(
    ("kind", "body", "status"),
    [
        (FORM, b"x" * 2_049, 413),
        (FORM, b"x" * 5_000_000, 413),
        (FORM, b"&".join(b"option=%d" % number for number in range(MOST_OPTIONS + 5)), 400),
        (FORM, b"\xff\xfe", 400),
        ("application/json", b"{}", 415),
        ("multipart/form-data; boundary=x", b"--x--", 415),
        ("", b"option=4", 415),
    ],
)
def test_bodies_that_are_no_small_form_are_refused(asked: PhonePollServer, kind: str, body: bytes, status: int) -> None:
    phone = Phone(asked.url)
    phone.look()
    head = f"POST {phone.path} HTTP/1.1\r\nHost: {phone.host}:{phone.port}\r\nContent-Type: {kind}\r\n"
    assert phone.raw(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body[:65_536])[9:12] == b"%d" % status
    still_works(asked)


def test_a_body_that_does_not_say_how_long_it_is_ends_at_the_limit(asked: PhonePollServer) -> None:
    phone = Phone(asked.url)
    head = f"POST {phone.path} HTTP/1.1\r\nHost: {phone.host}:{phone.port}\r\nContent-Type: {FORM}\r\n"
    chunks = b"400\r\n" + b"x" * 1_024 + b"\r\n"
    sent = f"{head}Transfer-Encoding: chunked\r\n\r\n".encode() + 3 * chunks
    assert phone.raw(sent).startswith(b"HTTP/1.1 413 ")
    still_works(asked)


@pytest.mark.parametrize(
    "sent",
    [
        b"nonsense\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(200),  # a browser that tries https
        b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        b"GET / HTTP/1.1\r\nX: " + b"x" * 100_000,
        b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
    ],
)
def test_what_is_no_http_is_hung_up_on(asked: PhonePollServer, sent: bytes) -> None:
    assert Phone(asked.url).raw(sent)[9:12] in (b"400", b"")
    still_works(asked)


@pytest.mark.parametrize(
    "begun",
    [b"", b"GET / HT", b"POST {path} HTTP/1.1\r\nHost: {host}\r\nContent-Length: 9\r\nContent-Type: {form}\r\n\r\nx"],
)
def test_who_does_not_finish_is_hung_up_on(opened: Open, begun: bytes) -> None:
    server = opened(request_seconds=0.3)
    server.ask(POLL)
    phone = Phone(server.url)
    values = {b"{path}": phone.path, b"{host}": f"{phone.host}:{phone.port}", b"{form}": FORM}
    for field, value in values.items():
        begun = begun.replace(field, value.encode())
    with ThreadPoolExecutor(20) as slow:
        said = [slow.submit(phone.raw, begun) for _ in range(20)]
        assert Phone(server.url).vote("1").heading == "Ihre Stimme ist gezählt"
        assert {answer.result() for answer in said} <= {b""}
    still_works(server, voted=1)


def ask_without_end(phone: Phone) -> None:
    """Ask for the page again and again and read nothing."""
    with phone.socket() as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
        while True:
            connection.sendall(f"GET {phone.path} HTTP/1.1\r\nHost: {phone.host}:{phone.port}\r\n\r\n".encode())


def test_who_asks_and_takes_no_answers_is_hung_up_on(opened: Open) -> None:
    server = opened(request_seconds=0.5)
    server.ask(POLL)
    with pytest.raises(ConnectionError):
        ask_without_end(Phone(server.url))
    still_works(server)


def test_who_waits_for_changes_is_not_hung_up_on(opened: Open) -> None:
    server = opened(request_seconds=0.2)
    phone = Phone(server.url)
    token = phone.look().device
    heard = phone.changes(token)
    next(heard)
    assert phone.raw(b"") == b""  # that long at least
    server.ask(POLL)
    assert next(heard)


def test_more_connections_than_there_may_be_are_hung_up_on(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "MOST_CONNECTIONS", 10)
    server = opened()
    server.ask(POLL)
    phone = Phone(server.url)
    held = [phone.socket() for _ in range(10)]
    try:
        assert phone.raw(b"") == b""
    finally:
        for one in held:
            one.close()
    still_works(server)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
@pytest.mark.parametrize(("soft", "hard", "most"), [(256, 4_096, 512), (256, 300, 150), (64, 64, 32)])
def test_the_program_keeps_half_of_the_files_it_may_open(soft: int, hard: int, most: int) -> None:
    code = (
        f"import resource; resource.setrlimit(resource.RLIMIT_NOFILE, ({soft}, {hard}))\n"
        "from advisor_app.exchange.phone_poll.connection import connections_allowed\n"
        "print(connections_allowed())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert int(done.stdout) == most


@pytest.fixture
def dotted(crowd_server: PhonePollServer) -> PhonePollServer:
    """The module's server in a round of dots without votes."""
    crowd_server.ask(DOTS)
    return crowd_server


@pytest.mark.parametrize(
    ("spread", "said"),
    [
        ({"WB1": 4}, "Das sind mehr Punkte, als Sie haben"),
        ({"WB1": 2, "WB2": 2}, "Das sind mehr Punkte, als Sie haben"),
        ({"WB1": 3, "WB9": 1}, "mindestens einen Punkt"),
        ({"WB1": 0}, "mindestens einen Punkt"),
        ({}, "mindestens einen Punkt"),
    ],
)
def test_dots_that_nobody_has_are_not_counted(dotted: PhonePollServer, spread: dict[str, int], said: str) -> None:
    phone = Phone(dotted.url)
    answer = phone.spread(**spread)
    assert (answer.status, said in answer.text) == (400, True)
    assert dotted.counts().voted == 0
    phone.spread(WB1=1, WB3=2)
    assert dotted.counts().votes == {"WB1": 1, "WB2": 0, "WB3": 2}
    phone.spread(WB1=3, WB3=2)
    assert dotted.counts().votes == {"WB1": 1, "WB2": 0, "WB3": 2}, "what was given before stays"


@pytest.mark.parametrize("figure", ["-1", "1.5", "10", "\u0663", "x", "", " 1", "1e3"])
def test_figures_that_no_form_sends_are_refused(dotted: PhonePollServer, figure: str) -> None:
    phone = Phone(dotted.url)
    page = phone.look()
    answer = phone.send(device=page.device, question=page.question, **{"dots-WB1": figure})
    assert (answer.status, answer.text) == (400, "Bad Request")
    assert dotted.counts().voted == 0


def test_forged_tokens_give_no_dots(dotted: PhonePollServer) -> None:
    phone = Phone(dotted.url, takes_cookies=False)
    question = phone.look().question
    for token in ("", "x", f"{'0' * 24}.{'0' * 32}", DeviceTokens().new()):
        assert phone.send(device=token, question=question, **{"dots-WB1": "3"}).status == 403
    assert dotted.counts().voted == 0
