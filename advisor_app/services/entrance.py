"""The way into a data folder: by what the device keeps, by a secret, and by the rules of the machine."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.regular_file import open_regular
from advisor_app.services.policy import Policy, key_in
from advisor_app.storage.device_keys import DeviceKeyring
from advisor_app.storage.keyslot_file import FILE_NAME as KEYSLOTS_NAME
from advisor_app.storage.keyslot_file import read_keyslots
from advisor_app.storage.keyslots import EscrowKey, EscrowRecipient, Passphrase, Secret, SlotKind
from advisor_app.storage.profile import NewProfile, Profile, forget_on_device, open_profile
from advisor_app.storage.recovery_code import recovery_secret

__all__ = [
    "Profile",
    "Secret",
    "check_length",
    "enter",
    "escrow_key",
    "is_passphrase",
    "passphrase",
    "recovery_code",
    "secrets_in",
    "with_secret_in",
]

Result = TypeVar("Result")

_LARGEST_SECRET = 16 * 1024
_DEVICE = (SlotKind.KEYRING, SlotKind.KEY_FILE)


def passphrase(text: str) -> Secret:
    """What opens the slot of a passphrase."""
    return Passphrase(text)


def recovery_code(text: str) -> Secret:
    """What opens the slot of a recovery sheet; raises AdvisorError(RECOVERY_CODE_MISTYPED)."""
    return recovery_secret(text)


def secrets_in(text: str) -> list[Secret]:
    """What somebody may have meant: a passphrase, and the code of a sheet where it looks like one."""
    try:
        return [passphrase(text), recovery_code(text)]
    except AdvisorError:
        return [passphrase(text)]


def with_secret_in(text: str, work: Callable[[Secret], Result]) -> Result:
    """Work with the secret in a text that fits; raises AdvisorError(KEY_WRONG, KEY_UNKNOWN) where none does."""
    first, *others = secrets_in(text)
    for secret in others:
        try:
            return work(secret)
        except AdvisorError as error:
            if error.problem not in {Problem.KEY_WRONG, Problem.KEY_UNKNOWN}:
                raise
    return work(first)


def escrow_key(file: Path) -> Secret:
    """The IT department's private key in a file: PEM, hexadecimal, base64 or 32 bytes.

    Raises AdvisorError(ESCROW_KEY_UNREADABLE).
    """
    try:
        with open_regular(file) as stream:
            content = stream.read(_LARGEST_SECRET)
    except OSError as error:
        raise AdvisorError(Problem.ESCROW_KEY_UNREADABLE, file=str(file)) from error
    key = content if len(content) == len(bytes(32)) else _key_in_pem(content) or key_in(content.decode("latin-1"))
    if key is None:
        raise AdvisorError(Problem.ESCROW_KEY_UNREADABLE, file=str(file))
    return EscrowKey(key)


def _key_in_pem(content: bytes) -> bytes | None:
    if b"-----BEGIN" not in content:
        return None
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    with suppress(ValueError, TypeError, UnsupportedAlgorithm):
        key = load_pem_private_key(content, password=None)
        return key.private_bytes_raw() if isinstance(key, X25519PrivateKey) else None
    return None


def check_length(chosen: str, policy: Policy) -> None:
    """Refuse a passphrase that is too short, as it is typed; raises AdvisorError(PASSPHRASE_SHORT)."""
    if len(unicodedata.normalize("NFC", chosen)) < policy.minimum_length:
        raise AdvisorError(Problem.PASSPHRASE_SHORT, count=policy.minimum_length)


def enter(
    folder: Path,
    policy: Policy,
    secret: Secret | None = None,
    chosen: str | None = None,
    keyring: DeviceKeyring | None = None,
) -> Profile:
    """Open the folder's profile with a secret, else with what the device keeps; make it where there is none.

    ``chosen`` becomes the passphrase where the policy demands one and there is none yet. Stretching a passphrase takes
    up to half a second: made for a worker thread. Raises AdvisorError: PROFILE_LOCKED where a secret is needed,
    PASSPHRASE_REQUIRED where one must be chosen, PASSPHRASE_SHORT, KEY_WRONG, KEY_UNKNOWN, KEYSLOTS_…,
    DATABASE_MISSING, FILE_NOT_WRITABLE; nothing is changed then.
    """
    if chosen is not None:
        check_length(chosen, policy)
    file = folder / KEYSLOTS_NAME
    recipient = None if policy.escrow is None else EscrowRecipient(policy.escrow.public_key)
    if not file.exists():
        first = None if chosen is None else Passphrase(chosen)
        new = NewProfile(secret=first, escrow=recipient, passphrase_required=policy.passphrase_required)
        return open_profile(folder, new=new, keyring=keyring)
    if policy.passphrase_required:
        profile = _enter_by_rule(folder, secret, chosen, keyring)
    else:
        profile = open_profile(folder, secret, keyring=keyring)
    if recipient is not None:
        _escrow(profile, recipient)
    return profile


def _enter_by_rule(folder: Path, secret: Secret | None, chosen: str | None, keyring: DeviceKeyring | None) -> Profile:
    """Where a passphrase is demanded, the device opens nothing by itself, but for the last time to take one."""
    kinds = read_keyslots(folder / KEYSLOTS_NAME).kinds
    has_passphrase = SlotKind.PASSPHRASE in kinds
    if has_passphrase and secret is None:
        raise AdvisorError(Problem.PROFILE_LOCKED, folder=str(folder))
    profile = open_profile(folder, secret, keyring=keyring)
    if not has_passphrase:
        if chosen is None:
            raise AdvisorError(Problem.PASSPHRASE_REQUIRED, folder=str(folder))
        phrase = Passphrase(chosen)
        profile.change_slots(lambda keyslots: keyslots.with_slot(profile.data_key, phrase))
    if not profile.keyslots.kinds.isdisjoint(_DEVICE):
        forget_on_device(profile)
    return profile


def _escrow(profile: Profile, recipient: EscrowRecipient) -> None:
    """Make the slot of the IT department's present key, where the folder can be written to."""
    slot = profile.keyslots.of_kind(SlotKind.ESCROW)
    if slot is None or slot.recipient != recipient.value:
        with suppress(AdvisorError):
            profile.change_slots(lambda keyslots: keyslots.with_slot(profile.data_key, recipient))


def is_passphrase(secret: Secret) -> bool:
    """Whether a secret is what the adviser types every day, not a way for emergencies."""
    return isinstance(secret, Passphrase)
