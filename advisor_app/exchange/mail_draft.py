"""A message that is ready to be sent, as a file for the user's own mail program (.eml). Nothing is sent from here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_ADDRESS = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody who gets a message."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file beside a message: a PDF, or a calendar by the ending of its name."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class MailDraft:
    """A message with the files beside it; ``to`` may be empty for the user to fill in."""

    to: Sequence[Recipient]
    subject: str
    text: str
    attachments: Sequence[Attachment]


def is_address(text: str) -> bool:
    """Whether mail programs take a text as an address; those with umlauts they mostly do not."""
    domain = text.rpartition("@")[2]
    return _ADDRESS.fullmatch(_in_ascii(text)) is not None and not domain.startswith("-")


def write_draft(draft: MailDraft) -> bytes:
    """The message as mail programs open it: as one that is still to be sent (X-Unsent)."""
    message = EmailMessage(policy=policy.SMTP)
    message["X-Unsent"] = "1"
    addresses = [
        Address(display_name=_plain(item.name), addr_spec=_in_ascii(item.address))
        for item in draft.to
        if is_address(item.address)
    ]
    if addresses:
        message["To"] = addresses
    message["Subject"] = _plain(draft.subject)
    message.set_content(draft.text, charset="utf-8", cte="quoted-printable")
    for attachment in draft.attachments:
        kind, subtype = ("text", "calendar") if attachment.name.endswith(".ics") else ("application", "pdf")
        message.add_attachment(attachment.content, maintype=kind, subtype=subtype, filename=_plain(attachment.name))
    return message.as_bytes()


def _plain(text: str) -> str:
    """One line: a line break in a header would begin another header."""
    return _CONTROLS.sub(" ", text).strip()


def _in_ascii(address: str) -> str:
    """The address with its domain as mail servers know it (stadt-köln.de: xn--…)."""
    name, at, domain = address.strip().rpartition("@")
    try:
        return f"{name}{at}{domain.encode('idna').decode('ascii')}"
    except UnicodeError:
        return address
