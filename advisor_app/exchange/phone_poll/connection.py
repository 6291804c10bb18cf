"""One connection of the poll's server, which waits for nobody: requests have to arrive whole within seconds."""

from __future__ import annotations

import asyncio
import sys
from typing import Any

import h11
from typing_extensions import override
from uvicorn.protocols.http.h11_impl import H11Protocol

from advisor_app.exchange.phone_poll.network import is_local

REQUEST_SECONDS = 10.0
"""How long a client may take for one request, from the connection or the answer before to its last byte."""
MOST_CONNECTIONS = 512
_UNFINISHED = (h11.IDLE, h11.SEND_BODY)


def connections_allowed() -> int:
    """How many connections may be open at once; at most half of the files that the program may have open."""
    if sys.platform == "win32":
        return MOST_CONNECTIONS
    import resource

    soft, _hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    return MOST_CONNECTIONS if soft == resource.RLIM_INFINITY else min(MOST_CONNECTIONS, soft // 2)


class BoundedProtocol(H11Protocol):
    """uvicorn's protocol, which itself has no limit for the first request, none for bodies and none for numbers."""

    seconds = REQUEST_SECONDS
    most = MOST_CONNECTIONS

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._deadline: asyncio.TimerHandle | None = None

    @override
    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)  # noqa: S101  # what a server of sockets gives
        super().connection_made(transport)
        if self.client is None or not is_local(self.client[0]) or len(self.connections) > self.most:
            transport.abort()
        else:
            self._watch(unfinished=True)

    @override
    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        self._watch(unfinished=self.conn.their_state in _UNFINISHED)

    @override
    def connection_lost(self, exc: Exception | None) -> None:
        self._watch(unfinished=False)
        super().connection_lost(exc)

    def _watch(self, *, unfinished: bool) -> None:
        if not unfinished and self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None
        elif unfinished and self._deadline is None:
            self._deadline = self.loop.call_later(self.seconds, self.transport.abort)
