"""The poll's web server in a thread of its own: opened on one address, asked and closed from any thread."""

from __future__ import annotations

import asyncio
import errno
import logging
import socket
import sys
import time
from collections.abc import Callable
from threading import Thread
from typing import Any

from uvicorn.config import Config
from uvicorn.server import Server

from advisor_app.domain.phone_poll import PhonePoll, PollCounts
from advisor_app.exchange.phone_poll.ballot import MOST_DEVICES, Ballot
from advisor_app.exchange.phone_poll.connection import REQUEST_SECONDS, BoundedProtocol, connections_allowed
from advisor_app.exchange.phone_poll.site import Failed, Site
from advisor_app.exchange.phone_poll.tokens import new_join_code
from advisor_app.texts import Texts

_BACKLOG = 256
_LARGEST_HEAD = 8 * 1024
_TAKEN = (errno.EADDRINUSE, errno.EACCES)  # Windows says either
_WAIT_FOR_PORT = 1.0  # seconds: the poll before may be closing


class PhonePollServer:
    """One open poll; ``url`` leads to it. ``told`` and ``failed`` are called in the server's thread."""

    def __init__(
        self,
        address: str,
        port: int,
        texts: Texts,
        *,
        told: Callable[[], object],
        failed: Failed,
        most_devices: int = MOST_DEVICES,
        request_seconds: float = REQUEST_SECONDS,
    ) -> None:
        """Listen; OSError where that address or port is not to be had. Takes part of a second."""
        self._listener = _listening(address, port)
        origin = f"http://{address}:{self._listener.getsockname()[1]}"
        code = new_join_code()
        self.url = f"{origin}/{code}"
        self._failed = failed
        self._ballot = Ballot(most_devices)
        self._site = Site(origin=origin, code=code, ballot=self._ballot, texts=texts, told=told, failed=failed)
        self._server = Server(_config(self._site, request_seconds))
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread = Thread(target=self._run, name="phone-poll", daemon=True)
        self._thread.start()

    def ask(self, poll: PhonePoll) -> PollCounts:
        """Show a question or a round on all phones; returns the last counts of the one before."""
        before = self._ballot.ask(poll)
        self._wake()
        return before

    def close_round(self) -> PollCounts:
        """Take no more votes in this round, keep the phones; returns its last counts."""
        counts = self._ballot.close_round()
        self._wake()
        return counts

    def counts(self) -> PollCounts:
        """How the round stands."""
        return self._ballot.counts()

    def stop(self) -> PollCounts:
        """Take no votes any more, say good-bye to the phones and close the port; returns the last counts at once."""
        counts = self._ballot.end()
        self._wake()
        self._server.should_exit = True
        return counts

    def wait(self, seconds: float) -> bool:
        """Wait until the port is closed; False where it is not by then."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _wake(self) -> None:
        loop = self._loop
        if loop is not None and not loop.is_closed():
            try:
                loop.call_soon_threadsafe(self._site.wake)
            except RuntimeError:  # closed a moment ago
                return

    def _run(self) -> None:
        try:
            asyncio.run(self._serve())
        except Exception as error:  # noqa: BLE001  # nobody above could catch it
            self._failed(error)
        finally:
            self._listener.close()

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._loop.set_exception_handler(self._on_loop_failed)
        await self._server.serve([self._listener])

    def _on_loop_failed(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """Take the error alone: what asyncio would write down beside it names connections."""
        error = context.get("exception")
        if isinstance(error, Exception) and not isinstance(error, OSError):  # a connection that broke is no bug
            self._failed(error)


def _config(site: Site, request_seconds: float) -> Config:
    limits = {"most": connections_allowed(), "seconds": request_seconds}
    config = Config(
        site,
        http=type("Protocol", (BoundedProtocol,), limits),
        ws="none",
        lifespan="off",
        interface="asgi3",
        log_config=None,
        log_level=logging.CRITICAL,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        date_header=False,
        backlog=_BACKLOG,
        timeout_keep_alive=5,
        timeout_graceful_shutdown=1,
        h11_max_incomplete_event_size=_LARGEST_HEAD,
    )
    config.load()
    return config


def _listening(address: str, port: int) -> socket.socket:
    """A socket that listens there and nowhere else."""
    until = time.monotonic() + _WAIT_FOR_PORT
    while True:
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            if sys.platform == "win32":
                listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
            else:
                listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind((address, port))
            listener.listen(_BACKLOG)
        except OSError as error:
            listener.close()
            if error.errno not in _TAKEN or time.monotonic() > until:
                raise
            time.sleep(0.05)
        else:
            listener.setblocking(False)
            return listener
