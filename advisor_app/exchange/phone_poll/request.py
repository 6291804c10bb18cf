"""What a client asked, read as far as it is believed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from typing import Any, TypeAlias
from urllib.parse import parse_qsl

from advisor_app.domain.phone_poll import MOST_OPTIONS, Given

Scope: TypeAlias = Mapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[Mapping[str, Any]]]
Send: TypeAlias = Callable[[Mapping[str, Any]], Awaitable[None]]

COOKIE = "device"
DOTS = "dots-"
"""Fields that begin so tell dots, those of the option whose value follows."""
LARGEST_BODY = 2_048
_MOST_FIELDS = MOST_OPTIONS + 4
_FORM = "application/x-www-form-urlencoded"


class RefusedRequest(Exception):  # noqa: N818  # named for what it says
    """A request that gets nothing but a status."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Method, raw path and what stands in query and headers; ``host`` and ``origin`` are empty where there is none."""

    method: str
    path: str
    query: Mapping[str, str]
    host: str
    origin: str
    cookie: str
    content_type: str
    content_length: str


def request_of(scope: Scope) -> Request:
    """The request of a connection; raises RefusedRequest for a query with too many parts."""
    headers = {name: value.decode("latin-1") for name, value in scope["headers"]}
    return Request(
        method=scope["method"],
        path=scope["raw_path"].decode("ascii", "replace"),
        query=_fields(scope["query_string"]),
        host=headers.get(b"host", ""),
        origin=headers.get(b"origin", ""),
        cookie=_cookie(headers.get(b"cookie", "")),
        content_type=headers.get(b"content-type", ""),
        content_length=headers.get(b"content-length", ""),
    )


async def form_of(request: Request, receive: Receive) -> Mapping[str, str]:
    """The fields of a form that was sent; raises RefusedRequest for anything else and for more than 2 KB."""
    if request.content_type.partition(";")[0].strip().lower() != _FORM:
        raise RefusedRequest(415)
    if request.content_length.isdecimal() and int(request.content_length) > LARGEST_BODY:
        raise RefusedRequest(413)
    body = b""
    more = True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise RefusedRequest(400)
        body += message.get("body", b"")
        if len(body) > LARGEST_BODY:
            raise RefusedRequest(413)
        more = message.get("more_body", False)
    return _fields(body)


def given_of(form: Mapping[str, str]) -> Given:
    """What a form gives: a chosen option, or the dots of some; raises RefusedRequest for what no form of ours sends."""
    if "option" in form:
        return {form["option"]: 1}
    dots = {name.removeprefix(DOTS): text for name, text in form.items() if name.startswith(DOTS)}
    if not all(len(text) == 1 and text in "0123456789" for text in dots.values()):
        raise RefusedRequest(400)
    return {value: int(text) for value, text in dots.items() if text != "0"}


def _fields(encoded: bytes) -> Mapping[str, str]:
    try:
        return dict(parse_qsl(encoded.decode("ascii"), keep_blank_values=True, max_num_fields=_MOST_FIELDS))
    except ValueError as error:
        raise RefusedRequest(400) from error


def _cookie(header: str) -> str:
    try:
        found = SimpleCookie(header).get(COOKIE)
    except CookieError:
        return ""
    return found.value if found is not None else ""
