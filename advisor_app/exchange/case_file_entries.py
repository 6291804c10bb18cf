"""The named entries of a case file's sealed stream: their bounds and names are checked before anything is read."""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

from typing_extensions import Buffer

from advisor_app.override import override
from advisor_app.sealing import CHUNK_BYTES, SealedReader, SealedWriter, WrongKeyError

_ENTRY = struct.Struct(">HQ")  # bytes of the name, bytes of the content
_COUNT = struct.Struct(">I")
_NAME = re.compile(r"(?:case|log|people)\.json|(?:definition|evidence)/[0-9a-f]{64}", re.ASCII)

# Bounds that are checked before anything is read; a case of ten years with its photos stays far below.
_LARGEST = {"case": 24 * 1024**2, "log": 128 * 1024**2, "people": 4 * 1024**2, "definition": 4 * 1024**2}
_LARGEST_EVIDENCE = 512 * 1024**2
_MOST_ENTRIES = 50_000

_MOST_NAME_BYTES = len("definition/") + 64

Progress = Callable[[float], None]
"""Told what share is done, from 0 to 1; may raise AdvisorError(CANCELLED)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEntry:
    """An entry to be written; ``open`` yields its content, ``size`` bytes of it."""

    name: str
    size: int
    open: Callable[[], BinaryIO]


def entry_of(name: str, content: bytes) -> NewEntry:
    """An entry whose content is at hand."""
    return NewEntry(name=name, size=len(content), open=lambda: io.BytesIO(content))


@dataclass(frozen=True, slots=True, kw_only=True)
class FileHead:
    """What a file says to anybody: the program that made it, when, and how it is protected. Nobody is named."""

    program: str
    made_at: datetime
    protection: str
    """``passphrase`` or ``recipient``."""


class Entry:
    """An entry as it is read; its content may be taken once, before the next entry."""

    def __init__(self, name: str, size: int, source: BinaryIO) -> None:
        self.name = name
        self.size = size
        self._source = source
        self._left = size

    @property
    def kind(self) -> str:
        """``case``, ``log``, ``people``, ``definition`` or ``evidence``."""
        return _kind_of(self.name)

    @property
    def digest(self) -> str:
        """The SHA-256 that a definition or a piece of evidence is named by."""
        return self.name.partition("/")[2]

    def content(self) -> bytes:
        """The whole content."""
        return b"".join(self.blocks())

    def blocks(self) -> Iterator[bytes]:
        """The content piece by piece; raises WrongKeyError where it is not as it was written or ends early."""
        while self._left:
            block = self._source.read(min(CHUNK_BYTES, self._left))
            if not block:
                raise WrongKeyError
            self._left -= len(block)
            yield block

    def stream(self) -> BinaryIO:
        """The content as a stream; reading raises like ``blocks``."""
        return io.BufferedReader(_Stream(self.blocks()), CHUNK_BYTES)

    def skip(self) -> None:
        """Pass over what has not been taken."""
        for _ in self.blocks():
            pass


class _Stream(io.RawIOBase):
    """Blocks as a stream."""

    def __init__(self, blocks: Iterator[bytes]) -> None:
        super().__init__()
        self._blocks = blocks
        self._rest = memoryview(b"")

    @override
    def readable(self) -> bool:
        """It is there to be read."""
        return True

    @override
    def readinto(self, buffer: Buffer, /) -> int:
        """Fill the buffer as far as the present block reaches; 0 at the end."""
        if not self._rest:
            self._rest = memoryview(next(self._blocks, b""))
        target = memoryview(buffer).cast("B")
        count = min(len(target), len(self._rest))
        target[:count] = self._rest[:count]
        self._rest = self._rest[count:]
        return count


class OpenCaseFile:
    """A file whose head and key are checked; ``entries`` checks the rest to the last byte as it is taken."""

    def __init__(self, head: FileHead, source: BinaryIO, size: int, key: bytes, context: bytes) -> None:
        self.head = head
        self._source = source
        self._size = size
        self._reader: BinaryIO = io.BufferedReader(SealedReader(source, key, context), CHUNK_BYTES)

    @property
    def share(self) -> float:
        """How much of the file has been read."""
        return self._source.tell() / self._size

    def entries(self) -> Iterator[Entry]:
        """All entries in their order; raises WrongKeyError or ValueError for a file that breaks the rules."""
        (count,) = _COUNT.unpack(self._exactly(_COUNT.size))
        if count > _MOST_ENTRIES:
            raise ValueError
        seen: set[str] = set()
        for _ in range(count):
            length, size = _ENTRY.unpack(self._exactly(_ENTRY.size))
            if length > _MOST_NAME_BYTES:
                raise ValueError
            name = self._exactly(length).decode("ascii")
            if _NAME.fullmatch(name) is None or name in seen or size > min(_largest(name), self._size):
                raise ValueError
            seen.add(name)
            entry = Entry(name, size, self._reader)
            yield entry
            entry.skip()
        if self._reader.read(1):
            raise ValueError

    def _exactly(self, count: int) -> bytes:
        content = self._reader.read(count)
        if len(content) != count:
            raise WrongKeyError
        return content


def write_entries(writer: SealedWriter, entries: Sequence[NewEntry], progress: Progress) -> None:
    """Seal entries one after the other; raises WrongKeyError for one that is not as long as it was said to be."""
    total, done = sum(entry.size for entry in entries) or 1, 0
    writer.write(_COUNT.pack(len(entries)))
    for entry in entries:
        name = entry.name.encode("ascii")
        writer.write(_ENTRY.pack(len(name), entry.size) + name)
        written = 0
        with entry.open() as content:
            while block := content.read(CHUNK_BYTES):
                written += writer.write(block)
                progress(min(1.0, (done + written) / total))
        if written != entry.size:
            raise WrongKeyError  # it changed while it was copied
        done += written
    writer.finish()


def _kind_of(name: str) -> str:
    return re.split(r"[./]", name, maxsplit=1)[0]


def _largest(name: str) -> int:
    return _LARGEST.get(_kind_of(name), _LARGEST_EVIDENCE)
