"""Phones without a browser: what they send and get, with real sockets."""

from __future__ import annotations

import http.client
import re
import socket
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import unescape
from urllib.parse import urlencode, urlsplit

from advisor_app.domain.phone_poll import UNKNOWN, PhoneOption, PhonePoll

POLL = PhonePoll(
    about="Strategie und Politik",
    title="Wie verbindlich ist geregelt, wer für Daten der Kommune zuständig ist?",
    options=(
        PhoneOption("0", "nicht vorhanden", "Niemand ist benannt; Daten liegen bei einzelnen Personen."),
        PhoneOption("1", "begonnen", "Einzelne Ämter haben Ansprechpersonen, ohne gemeinsame Regel."),
        PhoneOption("2", "teilweise umgesetzt", "Zuständigkeiten sind für die wichtigsten Daten benannt."),
        PhoneOption("3", "weitgehend umgesetzt", "Zuständigkeiten sind schriftlich festgelegt und bekannt."),
        PhoneOption("4", "gelebt und geprüft", "Zuständigkeiten werden jährlich geprüft und nachgeführt."),
        PhoneOption(UNKNOWN, "weiß nicht"),
    ),
)
DOTS = PhonePoll(
    title="Wirkungsbereiche",
    options=(PhoneOption("WB1", "WB1 Verwaltung"), PhoneOption("WB2", "WB2 Umwelt"), PhoneOption("WB3", "WB3 Energie")),
    dots=3,
)
AGAIN = replace(POLL, round=2, blind=False)
SECONDS = 60.0
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Answer:
    """What the server said; names of headers in small letters."""

    status: int
    headers: dict[str, str]
    text: str

    @property
    def device(self) -> str:
        """The token that the page was made for."""
        return self._found('/changes[?]device=([^"]*)"')

    @property
    def question(self) -> str:
        """The question that the page's form answers."""
        return self._found('name="question" value="([^"]*)"')

    @property
    def heading(self) -> str:
        """The heading as it is read."""
        return unescape(re.sub("<[^>]*>", "", self._found("<h1[^>]*>(.*?)</h1>")))

    def _found(self, pattern: str) -> str:
        found = re.search(pattern, self.text, re.DOTALL)
        assert found is not None, self.text
        return unescape(found[1])


class Phone:
    """One device; it keeps its cookie unless it takes none."""

    def __init__(self, url: str, *, takes_cookies: bool = True) -> None:
        parts = urlsplit(url)
        assert parts.hostname is not None
        assert parts.port is not None
        self.host, self.port, self.path = parts.hostname, parts.port, parts.path
        self.cookie = ""
        self._takes_cookies = takes_cookies

    def ask(self, method: str, path: str = "", body: bytes | None = None, **headers: str) -> Answer:
        """One request on a connection of its own; ``content_type`` and the like name headers."""
        connection = http.client.HTTPConnection(self.host, self.port, timeout=SECONDS)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        if self.cookie and "cookie" not in named:
            named["cookie"] = f"device={self.cookie}"
        try:
            connection.request(method, path or self.path, body, named)
            response = connection.getresponse()
            found = {name.lower(): value for name, value in response.getheaders()}
            answer = Answer(response.status, found, response.read().decode())
        finally:
            connection.close()
        if self._takes_cookies and "set-cookie" in found:
            self.cookie = found["set-cookie"].partition(";")[0].partition("=")[2]
        return answer

    def look(self, query: str = "") -> Answer:
        """Open the page."""
        return self.ask("GET", f"{self.path}{query}")

    def send(self, **fields: str) -> Answer:
        """Send a form with these fields."""
        return self.ask("POST", self.path, urlencode(fields).encode(), content_type=FORM)

    def vote(self, value: str) -> Answer:
        """Open the page where its form is, choose and send; with the page that follows."""
        return self._sent(option=value)

    def spread(self, **dots: int) -> Answer:
        """Open the page where its form is, spread dots and send; with the page that follows."""
        return self._sent(**{f"dots-{area}": str(given) for area, given in dots.items()})

    def _sent(self, **fields: str) -> Answer:
        page = self.look("?change=1")
        answer = self.send(device=page.device, question=page.question, **fields)
        return self.look() if answer.status == 303 else answer

    def changes(self, token: str) -> Iterator[str]:
        """What the stream of changes says, event by event (``1``, ``ended``), until the server ends it."""
        connection = http.client.HTTPConnection(self.host, self.port, timeout=SECONDS)
        try:
            connection.request("GET", f"{self.path}/changes?device={token}")
            response = connection.getresponse()
            assert response.status == 200, response.status
            name = ""
            for line in response:
                word, _, rest = line.decode().rstrip("\n").partition(": ")
                if word == "event":
                    name = rest
                elif word in ("data", "data:"):
                    yield name or rest
                    name = ""
        finally:
            connection.close()

    def socket(self) -> socket.socket:
        """A bare connection."""
        return socket.create_connection((self.host, self.port), timeout=SECONDS)

    def raw(self, sent: bytes) -> bytes:
        """Send bytes as they are and return all that comes until the server hangs up."""
        with self.socket() as connection:
            connection.sendall(sent)
            return _all_of(connection)


def _all_of(connection: socket.socket) -> bytes:
    said = b""
    try:
        while piece := connection.recv(65_536):
            said += piece
    except ConnectionResetError:
        return said
    return said
