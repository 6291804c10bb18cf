"""A poll on the loopback address, opened for one test."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from advisor_app.exchange.phone_poll.server import PhonePollServer
from advisor_app.texts import load_texts
from tests.exchange.phone_poll.phones import POLL, SECONDS

Open = Callable[..., PhonePollServer]


@pytest.fixture
def failures() -> list[Exception]:
    """Bugs that servers have told of; a test that expects some takes them out."""
    return []


@pytest.fixture
def opened(failures: list[Exception]) -> Iterator[Open]:
    """Open servers: ``opened(most_devices=2)``; all are stopped afterwards, and none may have failed."""
    servers: list[PhonePollServer] = []

    def open_it(port: int = 0, told: Callable[[], None] = lambda: None, **limits: float) -> PhonePollServer:
        server = PhonePollServer("127.0.0.1", port, load_texts("de"), told=told, failed=failures.append, **limits)
        servers.append(server)
        return server

    yield open_it
    for server in servers:
        server.stop()
        assert server.wait(SECONDS)
    assert not failures


@pytest.fixture
def server(opened: Open) -> PhonePollServer:
    """A server that asks nothing yet."""
    return opened()


@pytest.fixture(scope="module")
def crowd_server() -> Iterator[PhonePollServer]:
    """A server with a question that a whole module may ask much of."""
    failures: list[Exception] = []
    server = PhonePollServer("127.0.0.1", 0, load_texts("de"), told=lambda: None, failed=failures.append)
    server.ask(POLL)
    yield server
    server.stop()
    assert server.wait(SECONDS)
    assert not failures
