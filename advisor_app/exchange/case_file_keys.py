"""By what a case file is opened: a passphrase that both sides know, or the key of the one who shall receive it.

A recipient key is a public X25519 key as a short text that may go by mail. The file then says only which key it was
made for; nobody without the private key can open it, its maker included.
"""

from __future__ import annotations

import hashlib
import secrets
import unicodedata
from base64 import b64decode, b64encode, urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.sealing import ARGON2_LANES, ARGON2_MEMORY_KIB, ARGON2_PASSES, KEY_BYTES, derive, is_affordable

RECIPIENT_PREFIX = "bkrecipient:"

_SALT_BYTES = 16
_SUM_BYTES = 4  # of a recipient key's text, so that a slip of the pen is noticed
_MARK_BYTES = 8  # by which a file knows its recipient


class ForeignFileError(Exception):
    """The file was made for another recipient key."""


class LockedFileError(Exception):
    """The file needs a passphrase and none was given."""


@dataclass(frozen=True, slots=True)
class SharedPassphrase:
    """What both sides know; letters are equal however they are composed."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Recipient:
    """The public key of the one who shall receive a file."""

    public: bytes

    @classmethod
    def of(cls, text: str) -> Recipient:
        """Read a key's text, blanks and line ends passed over; raises AdvisorError(BAD_RECIPIENT)."""
        body = "".join(text.split()).removeprefix(RECIPIENT_PREFIX)
        try:
            decoded = urlsafe_b64decode(body.encode("ascii"))
        except ValueError:
            raise AdvisorError(Problem.BAD_RECIPIENT) from None
        public, check = decoded[:KEY_BYTES], decoded[KEY_BYTES:]
        if len(public) != KEY_BYTES or check != _sum_of(public):
            raise AdvisorError(Problem.BAD_RECIPIENT)
        return cls(public)

    @property
    def text(self) -> str:
        """The key as one passes it on."""
        return RECIPIENT_PREFIX + urlsafe_b64encode(self.public + _sum_of(self.public)).decode()


@dataclass(frozen=True, slots=True)
class RecipientKey:
    """The private key that belongs to a recipient key, 32 bytes."""

    private: bytes = field(repr=False)

    @property
    def recipient(self) -> Recipient:
        """The public key, to be passed on."""
        from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

        return Recipient(X25519PrivateKey.from_private_bytes(self.private).public_key().public_bytes_raw())


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """What the one who opens a file has."""

    own: RecipientKey | None = None
    passphrase: SharedPassphrase | None = None


Protection = SharedPassphrase | Recipient


def protect(protection: Protection) -> tuple[dict[str, Any], bytes]:
    """What the file says of its protection, and the secret that it is encrypted under.

    Raises AdvisorError(BAD_RECIPIENT) for a key with which no secret can be agreed.
    """
    if isinstance(protection, SharedPassphrase):
        salt = secrets.token_bytes(_SALT_BYTES)
        table = {
            "kind": "passphrase",
            "salt": _text(salt),
            "passes": ARGON2_PASSES,
            "lanes": ARGON2_LANES,
            "memory_kib": ARGON2_MEMORY_KIB,
        }
        return table, _stretched(protection, salt, ARGON2_PASSES, ARGON2_LANES, ARGON2_MEMORY_KIB)
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

    once = X25519PrivateKey.generate()
    public = once.public_key().public_bytes_raw()
    try:
        shared = once.exchange(X25519PublicKey.from_public_bytes(protection.public))
    except ValueError:
        raise AdvisorError(Problem.BAD_RECIPIENT) from None
    table = {"kind": "recipient", "once": _text(public), "mark": _text(_mark_of(protection))}
    return table, derive(shared, "case file recipient", public + protection.public)


def unprotect(table: Mapping[str, Any], keys: Keys) -> bytes:
    """The secret of a file by what it says of its protection; a wrong passphrase yields a wrong secret.

    Raises LockedFileError, ForeignFileError, and ValueError, TypeError or KeyError for a table that is none.
    """
    if table["kind"] == "passphrase":
        passes, lanes, memory = (_number(table[name]) for name in ("passes", "lanes", "memory_kib"))
        salt = _bytes(table["salt"], _SALT_BYTES)
        if not is_affordable(passes, lanes, memory):
            raise ValueError
        if keys.passphrase is None:
            raise LockedFileError
        return _stretched(keys.passphrase, salt, passes, lanes, memory)
    if table["kind"] != "recipient":
        raise ValueError
    once, mark = _bytes(table["once"], KEY_BYTES), _bytes(table["mark"], _MARK_BYTES)
    if keys.own is None or mark != _mark_of(keys.own.recipient):
        raise ForeignFileError
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

    shared = X25519PrivateKey.from_private_bytes(keys.own.private).exchange(X25519PublicKey.from_public_bytes(once))
    return derive(shared, "case file recipient", once + keys.own.recipient.public)


def _stretched(passphrase: SharedPassphrase, salt: bytes, passes: int, lanes: int, memory_kib: int) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    slow = Argon2id(salt=salt, length=KEY_BYTES, iterations=passes, lanes=lanes, memory_cost=memory_kib)
    return slow.derive(unicodedata.normalize("NFC", passphrase.text).encode())


def _sum_of(public: bytes) -> bytes:
    return hashlib.sha256(b"recipient key" + public).digest()[:_SUM_BYTES]


def _mark_of(recipient: Recipient) -> bytes:
    return hashlib.sha256(b"recipient mark" + recipient.public).digest()[:_MARK_BYTES]


def _number(value: Any) -> int:
    if type(value) is not int:
        raise TypeError
    return value


def _bytes(text: Any, length: int) -> bytes:
    if type(text) is not str:
        raise TypeError
    value = b64decode(text, validate=True)
    if len(value) != length:
        raise ValueError
    return value


def _text(value: bytes) -> str:
    return b64encode(value).decode()
