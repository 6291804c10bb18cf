"""A profile's data key, wrapped once for every way in; ``keyslot_file`` keeps the slots.

The data key is random and never changes with a passphrase; each slot holds it sealed under a key that a passphrase, a
recovery code, an IT department's key, the system's keyring or a key file yields.
"""

from __future__ import annotations

import secrets
import unicodedata
from dataclasses import dataclass, field, replace
from enum import Enum

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.sealing import (
    ARGON2_LANES,
    ARGON2_MEMORY_KIB,
    ARGON2_PASSES,
    KEY_BYTES,
    WrongKeyError,
    derive,
    seal,
    unseal,
)

FORMAT = 1
SALT_BYTES = 16

# The file says what it was made with.
_PASSES, _LANES, _MEMORY_KIB = ARGON2_PASSES, ARGON2_LANES, ARGON2_MEMORY_KIB


class SlotKind(Enum):
    """By what a slot is opened."""

    PASSPHRASE = "passphrase"  # noqa: S105  # the name of a kind
    RECOVERY = "recovery"
    ESCROW = "escrow"
    KEYRING = "keyring"
    KEY_FILE = "key-file"


@dataclass(frozen=True, slots=True)
class Passphrase:
    """What the adviser types; letters are equal however they are composed."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class RandomSecret:
    """A secret that cannot be guessed: of the recovery sheet, the keyring or the key file."""

    kind: SlotKind
    value: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class EscrowKey:
    """The IT department's private X25519 key, 32 bytes."""

    value: bytes = field(repr=False)


Secret = Passphrase | RandomSecret | EscrowKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """The data key, sealed for one way in; ``salt`` is the escrow slot's one-time public key.

    ``recipient`` is the public key that an escrow slot was made for.
    """

    kind: SlotKind
    salt: bytes
    sealed: bytes
    recipient: bytes = b""
    passes: int = 0
    lanes: int = 0
    memory_kib: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyslots:
    """A profile's slots. ``salt`` is public and the first 16 bytes of the database.

    ``fresh``: the database was not finished yet. ``next``: slots of the key to which a rekey was under way, and
    ``former``: the key before it, sealed under the new one.
    """

    profile: str
    salt: bytes
    slots: tuple[Slot, ...] = ()
    next: tuple[Slot, ...] = ()
    former: bytes = b""
    fresh: bool = False

    @property
    def kinds(self) -> frozenset[SlotKind]:
        """The ways in."""
        return frozenset(slot.kind for slot in self.slots)

    def of_kind(self, kind: SlotKind) -> Slot | None:
        """The newest slot of a kind, None where there is none."""
        return next((slot for slot in reversed(self.slots) if slot.kind is kind), None)

    def with_slot(self, data_key: bytes, secret: Secret | EscrowRecipient) -> Keyslots:
        """The same with a slot for this secret, in place of older ones of its kind."""
        return self.without(kind_of(secret)).with_further_slot(data_key, secret)

    def with_further_slot(self, data_key: bytes, secret: Secret | EscrowRecipient) -> Keyslots:
        """The same with a slot for this secret beside those of its kind, until the older secret is out of use."""
        return replace(self, slots=(*self.slots, _wrapped(self.profile, data_key, secret)))

    def without(self, kind: SlotKind) -> Keyslots:
        """The same without the slot of a kind."""
        return replace(self, slots=tuple(slot for slot in self.slots if slot.kind is not kind))

    @property
    def is_changing(self) -> bool:
        """Whether a rekey is under way or was cut off."""
        return bool(self.next or self.former)

    def unlock(self, secret: Secret) -> list[Unlocked]:
        """What this secret opens: the present slots and, after a rekey that was cut off, the next ones.

        Raises AdvisorError: KEY_WRONG, or KEY_UNKNOWN where there is no such way in.
        """
        kind = kind_of(secret)
        ways = (replace(self, next=(), former=b""), replace(self, slots=self.next, next=()))
        candidates = [(slot, way) for way in ways for slot in way.slots if slot.kind is kind]
        if not candidates:
            raise AdvisorError(Problem.KEY_UNKNOWN)
        unlocked: list[Unlocked] = []
        for slot, way in candidates:
            try:
                key = unseal(_wrapping_key(slot, secret), slot.sealed, _context(self.profile, kind))
            except WrongKeyError:
                continue
            unlocked.append(Unlocked(way, key))
        if not unlocked:
            raise AdvisorError(Problem.KEY_WRONG)
        return unlocked


@dataclass(frozen=True, slots=True)
class Unlocked:
    """Slots with the data key that they wrap."""

    keyslots: Keyslots
    data_key: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class EscrowRecipient:
    """The IT department's public X25519 key, 32 bytes: enough to make a slot, not to open it."""

    value: bytes


def new_keyslots(profile: str) -> Keyslots:
    """No slots yet, with a salt of their own, for a database that is still to be made."""
    return Keyslots(profile=profile, salt=secrets.token_bytes(SALT_BYTES), fresh=True)


def new_data_key() -> bytes:
    """A random data key."""
    return secrets.token_bytes(KEY_BYTES)


def kind_of(secret: Secret | EscrowRecipient) -> SlotKind:
    """The kind of slot that a secret opens or makes."""
    match secret:
        case Passphrase():
            return SlotKind.PASSPHRASE
        case RandomSecret(kind=kind):
            return kind
        case EscrowKey() | EscrowRecipient():
            return SlotKind.ESCROW


def _wrapped(profile: str, data_key: bytes, secret: Secret | EscrowRecipient) -> Slot:
    kind = kind_of(secret)
    salt = secrets.token_bytes(SALT_BYTES)
    if isinstance(secret, EscrowRecipient):
        salt, key = _for_recipient(secret)
        sealed = seal(key, data_key, _context(profile, kind))
        return Slot(kind=kind, salt=salt, sealed=sealed, recipient=secret.value)
    slot = Slot(kind=kind, salt=salt, sealed=b"")
    if isinstance(secret, Passphrase):
        slot = replace(slot, passes=_PASSES, lanes=_LANES, memory_kib=_MEMORY_KIB)
    return replace(slot, sealed=seal(_wrapping_key(slot, secret), data_key, _context(profile, kind)))


def _wrapping_key(slot: Slot, secret: Secret) -> bytes:
    match secret:
        case Passphrase(text=text):
            from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

            return Argon2id(
                salt=slot.salt,
                length=KEY_BYTES,
                iterations=slot.passes,
                lanes=slot.lanes,
                memory_cost=slot.memory_kib,
            ).derive(unicodedata.normalize("NFC", text).encode())
        case RandomSecret(value=value):
            return derive(value, f"keyslot {slot.kind.value}", slot.salt)
        case EscrowKey(value=value):
            return _by_recipient(value, slot.salt)


def _for_recipient(recipient: EscrowRecipient) -> tuple[bytes, bytes]:
    """A one-time public key, and the wrapping key that only the recipient can find with it."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

    once = X25519PrivateKey.generate()
    public = once.public_key().public_bytes_raw()
    shared = once.exchange(X25519PublicKey.from_public_bytes(recipient.value))
    return public, derive(shared, "keyslot escrow", public + recipient.value)


def _by_recipient(private: bytes, once: bytes) -> bytes:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

    try:
        own = X25519PrivateKey.from_private_bytes(private)
        shared = own.exchange(X25519PublicKey.from_public_bytes(once))
    except ValueError:
        raise WrongKeyError from None
    return derive(shared, "keyslot escrow", once + own.public_key().public_bytes_raw())


def _context(profile: str, kind: SlotKind) -> bytes:
    """What a slot is sealed with: it opens nothing in another profile's file or as another kind."""
    return f"beraterkoffer {FORMAT} {profile} {kind.value}".encode()
