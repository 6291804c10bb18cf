"""What lets a phone take part: the code beside the picture on the wall, and a token that tells devices apart.

A token is a random number and its HMAC under a key that lives as long as one poll, so nobody can make one up and none
means anything afterwards.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets

_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # nothing that is mistaken for something else when it is typed
_CODE_LENGTH = 6
_DEVICE_BYTES = 12
_STAMP_DIGITS = 32


def new_join_code() -> str:
    """Six letters and digits out of 700 million."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(_CODE_LENGTH))


class DeviceTokens:
    """Makes and knows the tokens of one poll."""

    def __init__(self) -> None:
        self._key = secrets.token_bytes(32)

    def new(self) -> str:
        """The token of a device that has none."""
        device = secrets.token_hex(_DEVICE_BYTES)
        return f"{device}.{self._stamp(device)}"

    def device(self, token: str) -> str | None:
        """Which device a token belongs to, None for one that was not made here."""
        device, _, stamp = token.partition(".")
        known = hmac.compare_digest(stamp.encode(), self._stamp(device).encode())
        return device if known else None

    def _stamp(self, device: str) -> str:
        return hmac.new(self._key, device.encode(), hashlib.sha256).hexdigest()[:_STAMP_DIGITS]
