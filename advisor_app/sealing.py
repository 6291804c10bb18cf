"""Keys derived from keys, and bytes sealed with them: ChaCha20-Poly1305 under keys from HKDF-SHA256.

Whatever is sealed carries a context: opened under another one it is refused, as if a byte had been changed.
"""

from __future__ import annotations

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
_NONCE_BYTES = 12


class WrongKeyError(Exception):
    """The key is another one, or the bytes or their context were changed."""


def derive(secret: bytes, purpose: str, salt: bytes = b"") -> bytes:
    """A key of 32 bytes for one purpose, from a secret that cannot be guessed."""
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt or None, info=purpose.encode()).derive(secret)


def seal(key: bytes, content: bytes, context: bytes) -> bytes:
    """Content encrypted and authenticated: a nonce of 12 bytes, the ciphertext, a tag of 16 bytes."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + ChaCha20Poly1305(key).encrypt(nonce, content, context)


def unseal(key: bytes, sealed: bytes, context: bytes) -> bytes:
    """The content of ``seal``; raises WrongKeyError."""
    if len(sealed) < _NONCE_BYTES:
        raise WrongKeyError
    try:
        return ChaCha20Poly1305(key).decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], context)
    except InvalidTag:
        raise WrongKeyError from None
