"""Keys derived from keys, and bytes sealed with them: ChaCha20-Poly1305 under keys from HKDF-SHA256.

Whatever is sealed carries a context: opened under another one it is refused, as if a byte had been changed.
Short content is sealed at once (``seal``), long content in chunks that need little memory (``SealedWriter``): each
stream has a key of its own, each chunk its number, and the last one says so; none can be left out, moved or added.
"""

from __future__ import annotations

import io
import secrets
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from typing_extensions import Buffer

from advisor_app.override import override

KEY_BYTES = 32

ARGON2_PASSES, ARGON2_LANES, ARGON2_MEMORY_KIB = 3, 4, 64 * 1024
"""With what a passphrase is stretched by Argon2id: about a tenth of a second to half a second on a laptop."""
_MOST_LANES, _MOST_MEMORY_KIB = 16, 4 * ARGON2_MEMORY_KIB
_MOST_WORK = 4 * ARGON2_PASSES * ARGON2_MEMORY_KIB  # passes over memory
CHUNK_BYTES = 1 << 16
"""Bytes of content in each chunk of a stream but the last."""
_NONCE_BYTES = 12
_TAG_BYTES = 16
_SALT_BYTES = 16


class WrongKeyError(Exception):
    """The key is another one, or the bytes or their context were changed."""


def derive(secret: bytes, purpose: str, salt: bytes = b"") -> bytes:
    """A key of 32 bytes for one purpose, from a secret that cannot be guessed."""
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt or None, info=purpose.encode()).derive(secret)


def is_affordable(passes: int, lanes: int, memory_kib: int) -> bool:
    """Whether a file may ask for this much of Argon2id.

    At most four times today's work and 256 MiB: no version will ask for more before it writes another format, and a
    forged file takes neither the machine's memory nor a minute.
    """
    return (
        passes >= 1
        and 1 <= lanes <= _MOST_LANES
        and 8 * lanes <= memory_kib <= _MOST_MEMORY_KIB
        and passes * memory_kib <= _MOST_WORK
    )


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


class SealedWriter:
    """Seals what is written to it into a stream, chunk by chunk. Without ``finish`` nobody can read it as whole."""

    def __init__(self, target: BinaryIO, key: bytes, context: bytes) -> None:
        salt = secrets.token_bytes(_SALT_BYTES)
        target.write(salt)
        self._target = target
        self._chunks = _Chunks(key, salt, context)
        self._waiting = bytearray()

    def write(self, content: bytes) -> int:
        """Seal more content; returns its length."""
        self._waiting += content
        whole = (len(self._waiting) - 1) // CHUNK_BYTES * CHUNK_BYTES  # the last chunk is known at the end only
        for start in range(0, whole, CHUNK_BYTES):
            chunk = bytes(self._waiting[start : start + CHUNK_BYTES])
            self._target.write(self._chunks.seal(chunk, last=False))
        if whole > 0:
            del self._waiting[:whole]
        return len(content)

    def finish(self) -> None:
        """Seal the rest and say that it was the last."""
        self._target.write(self._chunks.seal(bytes(self._waiting), last=True))
        self._waiting.clear()


class SealedReader(io.RawIOBase):
    """The content of a sealed stream from where the source stands to its end, each chunk checked before it is given.

    Reading raises WrongKeyError at the first byte that is not as it was written, also where the end is missing.
    """

    def __init__(self, source: BinaryIO, key: bytes, context: bytes) -> None:
        super().__init__()
        self._source = source
        self._chunks = _Chunks(key, source.read(_SALT_BYTES), context)
        self._sealed = self._next()  # read ahead, as the last chunk is sealed as such
        if not self._sealed:
            raise WrongKeyError  # even nothing at all is sealed as one chunk
        self._content = memoryview(b"")

    @override
    def readable(self) -> bool:
        """It is there to be read."""
        return True

    @override
    def readinto(self, buffer: Buffer, /) -> int:
        """Fill the buffer as far as the present chunk reaches; 0 at the end."""
        if not self._content and self._sealed:
            sealed, self._sealed = self._sealed, self._next()
            self._content = memoryview(self._chunks.unseal(sealed, last=not self._sealed))
        target = memoryview(buffer).cast("B")
        count = min(len(target), len(self._content))
        target[:count] = self._content[:count]
        self._content = self._content[count:]
        return count

    def _next(self) -> bytes:
        return self._source.read(CHUNK_BYTES + _TAG_BYTES)


class _Chunks:
    """The numbered chunks of one stream."""

    def __init__(self, key: bytes, salt: bytes, context: bytes) -> None:
        self._number = 0
        self._cipher = ChaCha20Poly1305(derive(key, "stream", salt))
        self._context = context

    def seal(self, content: bytes, *, last: bool) -> bytes:
        """The next chunk of the stream."""
        return self._cipher.encrypt(self._nonce(last=last), content, self._context)

    def unseal(self, sealed: bytes, *, last: bool) -> bytes:
        """The content of the next chunk; raises WrongKeyError."""
        try:
            return self._cipher.decrypt(self._nonce(last=last), sealed, self._context)
        except InvalidTag:
            raise WrongKeyError from None

    def _nonce(self, *, last: bool) -> bytes:
        # A stream's key is used for this stream only, so that a counter never repeats under it.
        number = self._number.to_bytes(_NONCE_BYTES - 1, "big")
        self._number += 1
        return number + bytes([last])
