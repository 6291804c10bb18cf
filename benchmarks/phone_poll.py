"""Sixty phones that vote at once: how long until the last is counted, and whether the window stands still meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.request import urlopen

from advisor_app.domain.phone_poll import PhoneOption, PhonePoll
from advisor_app.exchange.phone_poll.server import PhonePollServer
from advisor_app.override import override
from advisor_app.texts import load_texts
from advisor_app.ui.shell.background import BackgroundLane
from benchmarks.measuring import Figure, interleaved, process
from benchmarks.programs import phones
from benchmarks.standstill import counting, longest_gap

_ROUNDS = 5
_WORDS = "Zuständigkeiten sind für die wichtigsten Daten benannt, aber nicht schriftlich festgelegt."
POLL = PhonePoll(
    title="Wie verbindlich ist geregelt, wer für Daten der Kommune zuständig ist?",
    options=tuple(PhoneOption(str(level), "teilweise umgesetzt", _WORDS) for level in range(5)),
)


def figures(lane: BackgroundLane) -> Iterator[Figure]:
    """Against a bare server of Python's own that answers with the same page and counts nothing."""
    opened: list[PhonePollServer] = []

    def votes() -> float:
        server = PhonePollServer("127.0.0.1", 0, load_texts("de"), told=lambda: None, failed=_raise)
        opened.append(server)
        server.ask(POLL)
        seconds = process("phones", server.url)["seconds"]
        counted = server.stop().voted
        if counted != phones.PHONES:
            raise RuntimeError(counted)
        return seconds

    def bare() -> float:
        return _by_bare_server(page)

    server = PhonePollServer("127.0.0.1", 0, load_texts("de"), told=lambda: None, failed=_raise)
    server.ask(POLL)
    page = urlopen(server.url).read()  # noqa: S310  # our own server
    server.stop()
    value, floor = interleaved(votes, bare, _ROUNDS)
    name = f"{phones.PHONES} phones vote at once, against a bare server"
    yield Figure(name=name, value=value * 1000, floor=floor * 1000, unit="ms", bound=3)
    gap, least = interleaved(
        lambda: longest_gap(lane, lambda _job: votes())[1], lambda: longest_gap(lane, counting(value))[1], _ROUNDS
    )
    name = f"longest standstill of the window while {phones.PHONES} phones vote"
    yield Figure(name=name, value=gap * 1000, floor=least * 1000, unit="ms", bound=2)
    for one in opened:
        one.wait(5)


def _raise(error: Exception) -> None:
    raise error


def _by_bare_server(page: bytes) -> float:
    class Bare(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self._say()

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self._say()

        def _say(self) -> None:
            self.send_response(200)
            self.send_header("Content-Length", str(len(page)))
            self.end_headers()
            self.wfile.write(page)

        @override
        def log_message(self, *_arguments: object) -> None:
            """Write nothing."""

    class Server(ThreadingHTTPServer):
        request_queue_size = 256

    with Server(("127.0.0.1", 0), Bare) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        seconds = process("phones", f"http://127.0.0.1:{server.server_port}/")["seconds"]
        server.shutdown()
        thread.join()
    return seconds
