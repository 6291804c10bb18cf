"""A poll on the loopback address, opened for one test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol

import pytest

from advisor_app.exchange.phone_poll.connection import REQUEST_SECONDS
from advisor_app.exchange.phone_poll.server import PhonePollServer
from advisor_app.texts import load_texts
from tests.exchange.phone_poll.phones import POLL, SECONDS


class Open(Protocol):
    """Opens servers: ``opened(most_devices=2)``."""

    def __call__(
        self,
        port: int = 0,
        told: Callable[[], object] = lambda: None,
        most_devices: int = 200,
        request_seconds: float = REQUEST_SECONDS,
    ) -> PhonePollServer:
        """A server with limits of its own."""


@pytest.fixture
def failures() -> list[Exception]:
    """Bugs that servers have told of; a test that expects some takes them out."""
    return []


@pytest.fixture
def opened(failures: list[Exception]) -> Iterator[Open]:
    """Opens servers; all are stopped afterwards, and none may have failed."""
    servers: list[PhonePollServer] = []

    def open_it(
        port: int = 0,
        told: Callable[[], object] = lambda: None,
        most_devices: int = 200,
        request_seconds: float = REQUEST_SECONDS,
    ) -> PhonePollServer:
        server = PhonePollServer(
            "127.0.0.1",
            port,
            load_texts("de"),
            told=told,
            failed=failures.append,
            most_devices=most_devices,
            request_seconds=request_seconds,
        )
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
