"""One connection of the poll's server, which waits for nobody: who does not send or take in time is hung up on."""

from __future__ import annotations

import asyncio
import sys
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from advisor_app.exchange.phone_poll.network import is_local
from advisor_app.override import override

REQUEST_SECONDS = 10.0
"""How long a client may take for one request, from the connection or the answer before to its last byte.

It may leave an answer lying for as long.
"""
MOST_CONNECTIONS = 512
_MOST_FILES = 2 * MOST_CONNECTIONS
_UNFINISHED = (h11.IDLE, h11.SEND_BODY)


def connections_allowed() -> int:
    """How many connections may be open at once: never more than half of the files that the program may have open.

    Where a system allows few (256 on macOS), as many more are asked for as it lets a program have.
    """
    if sys.platform == "win32":
        return MOST_CONNECTIONS
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    unlimited = resource.RLIM_INFINITY
    if soft != unlimited and soft < _MOST_FILES:
        soft = _MOST_FILES if hard == unlimited else min(_MOST_FILES, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    return MOST_CONNECTIONS if soft == unlimited else min(MOST_CONNECTIONS, soft // 2)


class BoundedProtocol(H11Protocol):
    """uvicorn's protocol, which itself has no limit for the first request, none for bodies and none for numbers."""

    seconds = REQUEST_SECONDS
    most = MOST_CONNECTIONS

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._deadline: asyncio.TimerHandle | None = None
        self._is_asking = False
        self._is_stuck = False

    @override
    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)  # noqa: S101  # what a server of sockets gives
        super().connection_made(transport)
        if self.client is None or not is_local(self.client[0]) or len(self.connections) > self.most:
            transport.abort()
        else:
            self._is_asking = True
            self._watch()

    @override
    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        self._is_asking = self.conn.their_state in _UNFINISHED
        self._watch()

    @override
    def pause_writing(self) -> None:
        super().pause_writing()
        self._is_stuck = True
        self._watch()

    @override
    def resume_writing(self) -> None:
        super().resume_writing()
        self._is_stuck = False
        self._watch()

    @override
    def connection_lost(self, exc: Exception | None) -> None:
        self._is_asking = self._is_stuck = False
        self._watch()
        super().connection_lost(exc)

    def _watch(self) -> None:
        waits = self._is_asking or self._is_stuck
        if not waits and self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None
        elif waits and self._deadline is None:
            self._deadline = self.loop.call_later(self.seconds, self.transport.abort)
