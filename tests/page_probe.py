"""What stands in the bytes of an encrypted database: every page decrypted, used or free, also those of its log.

SQLCipher 4: pages of 4096 bytes, encrypted with AES-256-CBC; the last 48 bytes are the IV (16) and an HMAC-SHA256 (32),
the first 16 bytes of the file are the salt. A write-ahead log has a header of 32 bytes, then frames: 24 bytes, a page.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

PAGE, RESERVE, SALT, IV = 4096, 48, 16, 16
WAL_HEADER, FRAME_HEADER = 32, 24


def decrypted(page: bytes, key: bytes, *, first: bool = False) -> bytes:
    """Return the plain bytes of one page."""
    body = page[SALT if first else 0 : PAGE - RESERVE]
    start = PAGE - RESERVE
    decryptor = Cipher(AES(key), CBC(page[start : start + IV])).decryptor()
    return decryptor.update(body) + decryptor.finalize()


def pages_of(database: Path, raw_key: str) -> Iterator[bytes]:
    """Yield all pages of a database file and of the write-ahead log beside it, decrypted with its raw key."""
    key = bytes.fromhex(raw_key[:64])
    content = database.read_bytes()
    for number in range(len(content) // PAGE):
        yield decrypted(content[number * PAGE : (number + 1) * PAGE], key, first=number == 0)
    wal = database.with_name(f"{database.name}-wal")
    frames = wal.read_bytes()[WAL_HEADER:] if wal.exists() else b""
    size = FRAME_HEADER + PAGE
    for number in range(len(frames) // size):
        frame = frames[number * size : (number + 1) * size]
        # a frame of page 1 begins with the salt, as the file does
        page_number = int.from_bytes(frame[:4], "big")
        yield decrypted(frame[FRAME_HEADER:], key, first=page_number == 1)


def traces_in(database: Path, raw_key: str, words: str) -> int:
    """Return on how many pages some words stand; SQLite's own words must be found, or the key is wrong."""
    pages = list(pages_of(database, raw_key))
    assert any(b"CREATE TABLE" in page for page in pages)
    return sum(words.encode() in page for page in pages)
