"""The poll as an ASGI application: its page, a vote, and word of changes. There is nothing else.

What is refused is refused before it is looked at any further, and nothing of a request is written down anywhere.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from http import HTTPStatus
from typing import Any

from advisor_app.exchange.phone_poll.ballot import Ballot, Verdict
from advisor_app.exchange.phone_poll.look import load_look
from advisor_app.exchange.phone_poll.page import AUTO, CHANGE, FULL, Pages, Visit
from advisor_app.exchange.phone_poll.request import (
    COOKIE,
    Receive,
    RefusedRequest,
    Request,
    Scope,
    Send,
    form_of,
    given_of,
    request_of,
)
from advisor_app.exchange.phone_poll.tokens import DeviceTokens
from advisor_app.texts import Texts

Failed = Callable[[Exception], None]
"""Told of a bug, in the server's thread."""

_PING_SECONDS = 15.0
_HTML = "text/html; charset=utf-8"
_PLAIN = "text/plain; charset=utf-8"
_NOTICES = {
    Verdict.TOO_LATE: (HTTPStatus.CONFLICT, "too-late"),
    Verdict.NO_OPTION: (HTTPStatus.BAD_REQUEST, "choose"),
    Verdict.TOO_MANY: (HTTPStatus.BAD_REQUEST, "too-many-dots"),
    Verdict.FULL: (HTTPStatus.FORBIDDEN, FULL),
}


class Site:
    """Answers requests to one poll; ``told`` is called when a vote or a device has come."""

    def __init__(
        self, *, origin: str, code: str, ballot: Ballot, texts: Texts, told: Callable[[], object], failed: Failed
    ) -> None:
        self._origin = origin
        self._path = f"/{code}"
        self._ballot = ballot
        self._tokens = DeviceTokens()
        self._pages = Pages(texts, self._path)
        self._told = told
        self._failed = failed
        self._streams: dict[str, asyncio.Event] = {}
        self._headers = _security_headers()
        self._routes: dict[str, dict[str, Callable[[Request, Receive, Send], Awaitable[None]]]] = {
            self._path: {"GET": self._show, "POST": self._vote},
            f"{self._path}/changes": {"GET": self._tell_changes},
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return
        try:
            await self._answer(request_of(scope), receive, send)
        except RefusedRequest as refused:
            await self._send(send, refused.status, HTTPStatus(refused.status).phrase, _PLAIN)
        except Exception as error:  # noqa: BLE001  # a bug here must not say more than that to the network
            self._failed(error)
            await self._send(send, 500, HTTPStatus.INTERNAL_SERVER_ERROR.phrase, _PLAIN)

    def wake(self) -> None:
        """Let every phone that listens hear of what has changed; in the server's thread."""
        for stream in self._streams.values():
            stream.set()

    async def _answer(self, request: Request, receive: Receive, send: Send) -> None:
        if f"http://{request.host}" != self._origin:
            raise RefusedRequest(400)
        code, slash, rest = request.path[1:].partition("/")
        methods = self._routes.get(f"/{code.upper()}{slash}{rest}")
        if methods is None:
            await self._send(send, 404, self._pages.missing(), _HTML)
        elif request.method not in methods:
            await self._send(send, 405, HTTPStatus(405).phrase, _PLAIN, allow=", ".join(methods))
        else:
            await methods[request.method](request, receive, send)

    async def _show(self, request: Request, _receive: Receive, send: Send) -> None:
        device = self._tokens.device(request.cookie)
        token = request.cookie if device is not None else self._tokens.new()
        view = self._ballot.view(device or "")
        notice = "" if device is None or self._admit(device) else FULL
        visit = Visit(
            token=token,
            view=view,
            change=CHANGE in request.query,
            auto=AUTO in request.query,
            notice=notice,
        )
        await self._send(send, 403 if notice else 200, self._pages.poll(visit), _HTML, **self._keep(token, device))

    async def _vote(self, request: Request, receive: Receive, send: Send) -> None:
        if request.origin not in ("", self._origin):
            raise RefusedRequest(403)
        form = await form_of(request, receive)
        tokens = (request.cookie, form.get("device", ""))
        token = next((token for token in tokens if self._tokens.device(token) is not None), None)
        if token is None:
            token = self._tokens.new()
            visit = Visit(token=token, view=self._ballot.view(""), notice="no-device")
            await self._send(send, 403, self._pages.poll(visit), _HTML, **self._keep(token, None))
            return
        device = token.partition(".")[0]
        given = given_of(form)
        verdict = self._ballot.vote(device, form.get("question", ""), given)
        if verdict is Verdict.COUNTED:
            self._tell()
        await self._send_verdict(
            request, Visit(token=token, view=self._ballot.view(device), given=given), verdict, send
        )

    async def _send_verdict(self, request: Request, visit: Visit, verdict: Verdict, send: Send) -> None:
        auto = AUTO in request.query
        if verdict is Verdict.COUNTED and request.cookie == visit.token:
            # so that loading the page again sends nothing again
            await self._send(send, 303, "", _PLAIN, location=f"{self._path}?{AUTO}=1" if auto else self._path)
            return
        status, notice = (HTTPStatus.OK, "") if verdict is Verdict.COUNTED else _NOTICES[verdict]
        if verdict is Verdict.NO_OPTION and visit.view.poll is not None and visit.view.poll.dots:
            notice = "no-dots"
        await self._send(send, status, self._pages.poll(replace(visit, auto=auto, notice=notice)), _HTML)

    async def _tell_changes(self, request: Request, receive: Receive, send: Send) -> None:
        """Server-sent events: the version of what phones see, whenever it is another one; one stream for a device."""
        device = self._tokens.device(request.query.get("device", ""))
        if device is None or not self._admit(device):
            raise RefusedRequest(403)
        stream = asyncio.Event()
        before = self._streams.get(device)
        self._streams[device] = stream
        if before is not None:
            before.set()
        headers = self._encoded({"content-type": "text/event-stream", "connection": "close"})
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        gone = asyncio.ensure_future(_disconnected(receive))
        try:
            while not gone.done() and self._streams.get(device) is stream:
                stream.clear()
                view = self._ballot.view(device)
                await _say(send, "event: ended\ndata:\n\n" if view.has_ended else f"data: {view.version}\n\n")
                if view.has_ended:
                    break
                await self._until_changed(stream, gone, send)
            if self._streams.get(device) not in (stream, None):
                await _say(send, "event: displaced\ndata:\n\n")
        finally:
            gone.cancel()
            if self._streams.get(device) is stream:
                del self._streams[device]
        await send({"type": "http.response.body", "body": b""})

    async def _until_changed(self, stream: asyncio.Event, gone: asyncio.Future[None], send: Send) -> None:
        """Wait for a change or the client's end; a line of comment now and then finds out who is gone."""
        changed = asyncio.ensure_future(stream.wait())
        either: set[asyncio.Future[Any]] = {changed, gone}
        try:
            while not changed.done() and not gone.done():
                done, _ = await asyncio.wait(either, timeout=_PING_SECONDS, return_when="FIRST_COMPLETED")
                if not done:
                    await _say(send, ":\n\n")
        finally:
            changed.cancel()

    def _admit(self, device: str) -> bool:
        admitted = self._ballot.admit(device)
        if admitted:
            self._tell()
        return admitted

    def _tell(self) -> None:
        try:
            if not self._ballot.has_ended:  # who was told may be gone by then
                self._told()
        except Exception as error:  # noqa: BLE001  # whoever is told must not cost a vote
            self._failed(error)

    def _keep(self, token: str, device: str | None) -> dict[str, str]:
        """The header that lets a device keep its token, where it has none yet; it goes with the browser's session."""
        return {"set_cookie": f"{COOKIE}={token}; Path=/; HttpOnly; SameSite=Strict"} if device is None else {}

    async def _send(self, send: Send, status: int, text: str, kind: str, **headers: str) -> None:
        body = text.encode()
        named = {"content-type": kind, "content-length": str(len(body)), **headers}
        if status >= 400:
            named["connection"] = "close"
        await send({"type": "http.response.start", "status": int(status), "headers": self._encoded(named)})
        await send({"type": "http.response.body", "body": body})

    def _encoded(self, named: dict[str, str]) -> list[tuple[bytes, bytes]]:
        named = {**self._headers, **named}
        return [(name.replace("_", "-").encode(), value.encode("latin-1")) for name, value in named.items()]


async def _say(send: Send, line: str) -> None:
    await send({"type": "http.response.body", "body": line.encode(), "more_body": True})


async def _disconnected(receive: Receive) -> None:
    message: Any = None
    while message is None or message["type"] != "http.disconnect":
        message = await receive()


def _security_headers() -> dict[str, str]:
    return {
        "content-security-policy": load_look().policy,
        "cache-control": "no-store",
        "cross-origin-resource-policy": "same-origin",
        "permissions-policy": "camera=(), geolocation=(), microphone=()",
        "referrer-policy": "same-origin",
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
    }
