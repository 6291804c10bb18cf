"""Secrets that this device keeps by itself, so that a profile opens without a question.

The system's keyring where there is one (Windows, macOS, a desktop's secret service), else a file with rights for the
user alone. Neither is ever the only way in to a real case: see ``services/protection.py``.
"""

from __future__ import annotations

import secrets
from base64 import b64decode, b64encode
from binascii import Error as NoBase64
from pathlib import Path
from typing import Any, Protocol

from advisor_app.domain.errors import AdvisorError
from advisor_app.regular_file import read_beginning
from advisor_app.sealing import KEY_BYTES
from advisor_app.storage.keyslots import RandomSecret, SlotKind
from advisor_app.whole_file import write_file

KEY_FILE_NAME = "profile.key"
_SERVICE = "Beraterkoffer"
_SYSTEMS = ("keyring.backends.Windows", "keyring.backends.macOS", "keyring.backends.SecretService")


class DeviceKeyring(Protocol):
    """Where a device keeps secrets by name."""

    def read(self, profile: str) -> RandomSecret | None:
        """The secret of a profile; None where there is none or it is not given out."""

    def write(self, profile: str, secret: RandomSecret) -> bool:
        """Keep the secret of a profile; whether that was possible."""

    def forget(self, profile: str) -> None:
        """Drop the secret of a profile."""


class SystemKeyring:
    """The keyring of the system's user, for this machine only; a system without one keeps nothing."""

    def read(self, profile: str) -> RandomSecret | None:
        """The secret of a profile; None where there is none or it is not given out."""
        from keyring.errors import KeyringError

        backend = _backend()
        if backend is None:
            return None
        try:
            text = backend.get_password(_SERVICE, profile)
            return None if text is None else RandomSecret(SlotKind.KEYRING, b64decode(text, validate=True))
        except (KeyringError, NoBase64):
            return None

    def write(self, profile: str, secret: RandomSecret) -> bool:
        """Keep the secret of a profile; whether that was possible."""
        from keyring.errors import KeyringError

        backend = _backend()
        if backend is None:
            return False
        try:
            backend.set_password(_SERVICE, profile, b64encode(secret.value).decode())
        except KeyringError:
            return False
        return True

    def forget(self, profile: str) -> None:
        """Drop the secret of a profile."""
        from contextlib import suppress

        from keyring.errors import KeyringError

        backend = _backend()
        if backend is not None:
            with suppress(KeyringError):
                backend.delete_password(_SERVICE, profile)


def _backend() -> Any:
    """The system's own keyring as the library knows it, None where there is none."""
    import keyring

    found = keyring.get_keyring()
    backends = [found, *getattr(found, "backends", ())]  # of several the library gives one that asks them all
    backend = next((one for one in backends if type(one).__module__ in _SYSTEMS), None)
    if backend is not None and hasattr(backend, "persist"):
        backend.persist = "local machine"  # Windows would carry it along with a roaming user
    return backend


def new_secret(kind: SlotKind) -> RandomSecret:
    """A random secret for a slot that the device opens."""
    return RandomSecret(kind, secrets.token_bytes(KEY_BYTES))


def read_key_file(folder: Path) -> RandomSecret | None:
    """The secret in a profile's key file, None where there is none that can be read."""
    try:
        value = read_beginning(folder / KEY_FILE_NAME, KEY_BYTES + 1)
    except (OSError, AdvisorError):
        return None
    return RandomSecret(SlotKind.KEY_FILE, value) if len(value) == KEY_BYTES else None


def write_key_file(folder: Path, secret: RandomSecret) -> None:
    """Write a profile's key file; raises AdvisorError(FILE_NOT_WRITABLE)."""
    write_file(folder / KEY_FILE_NAME, secret.value, private=True)


def remove_key_file(folder: Path) -> None:
    """Take a profile's key file away, where there is one."""
    (folder / KEY_FILE_NAME).unlink(missing_ok=True)
