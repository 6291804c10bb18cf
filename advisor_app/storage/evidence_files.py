"""Photos and files of the cases: encrypted files beside the database, named by the SHA-256 of their content.

``files/<first two digits>/<digest>`` is written once and never changed: a ``.part`` is brought to the disk and only
then gets its name, so that a kill or a power cut leaves the whole file or none. A backup copies what it does not have.
"""

from __future__ import annotations

import errno
import hashlib
import io
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from typing_extensions import Buffer

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.override import override
from advisor_app.sealing import CHUNK_BYTES, SealedReader, SealedWriter, WrongKeyError
from advisor_app.whole_file import sync_folder

FOLDER_NAME = "files"
_MAGIC = b"bkfile\x01\x00"  # the last two bytes are the version
_DIGEST = re.compile(r"[0-9a-f]{64}")

Progress = Callable[[int, int], None]
"""Told how many of how many files are done; may raise AdvisorError(CANCELLED)."""


class EvidenceFiles:
    """The files of one profile. Safe to use from any thread."""

    def __init__(self, folder: Path, key: bytes) -> None:
        """``folder`` is the data folder, ``key`` the profile's ``files_key``."""
        self.folder = folder / FOLDER_NAME
        self._key = key
        self._cleaned = False

    def put(self, content: BinaryIO | bytes) -> str:
        """Keep content, as a whole or not at all; what is there already is not written again. Returns its digest.

        Raises AdvisorError: EVIDENCE_DISK_FULL, EVIDENCE_NOT_STORED; nothing is kept then.
        """
        if isinstance(content, bytes):
            digest = hashlib.sha256(content).hexdigest()
            if self.exists(digest):
                return digest
            content = io.BytesIO(content)
        with _told(self.folder):
            self._clean_once()
            part = self.folder / _part_name()
            try:
                digest = _write_sealed(part, content, self._key)
                target = self.path_of(digest)
                if not target.exists():
                    _settle(part, target)
            finally:
                part.unlink(missing_ok=True)
        return digest

    def open(self, digest: str) -> BinaryIO:
        """The content as a stream, checked as it is read, to be closed by the caller.

        Raises AdvisorError, also while reading: EVIDENCE_MISSING, EVIDENCE_DAMAGED.
        """
        path = self.path_of(digest)
        try:
            source = path.open("rb")
        except OSError as error:
            raise AdvisorError(Problem.EVIDENCE_MISSING, file=digest) from error
        try:
            return io.BufferedReader(_Content(path, source, self._key), CHUNK_BYTES)
        except AdvisorError:
            source.close()
            raise

    def read(self, digest: str) -> bytes:
        """The content as a whole; raises like ``open``."""
        with self.open(digest) as content:
            return content.read()

    def exists(self, digest: str) -> bool:
        """Whether there is a file of that name; ``verify`` tells whether it is sound."""
        return self.path_of(digest).exists()

    def verify(self, digest: str) -> None:
        """Read a file to its end; raises AdvisorError(EVIDENCE_MISSING or EVIDENCE_DAMAGED)."""
        with self.open(digest) as content:
            while content.read(CHUNK_BYTES):
                pass

    def opens(self, digest: str) -> bool:
        """Whether a file is there and its beginning opens with this key."""
        try:
            with self.open(digest) as content:
                content.read(1)
        except AdvisorError:
            return False
        return True

    def digests(self) -> Iterator[str]:
        """The digests of all files, in no order; whatever else lies in the folder is passed over."""
        for path in self.folder.glob("??/*"):
            if _DIGEST.fullmatch(path.name) and path.name.startswith(path.parent.name):
                yield path.name

    def remove(self, digest: str) -> None:
        """Delete a file; one that is not there is no fault. Raises AdvisorError(EVIDENCE_NOT_STORED)."""
        with _told(self.folder):
            self.path_of(digest).unlink(missing_ok=True)

    def path_of(self, digest: str) -> Path:
        """Where the encrypted file lies, for copying it as it is; raises ValueError for what is no digest."""
        if not _DIGEST.fullmatch(digest):
            raise ValueError(digest)
        return self.folder / digest[:2] / digest

    def _clean_once(self) -> None:
        if not self._cleaned:
            self.folder.mkdir(parents=True, exist_ok=True)
            _clean(self.folder)
            self._cleaned = True


def reseal(folder: Path, old_key: bytes, new_key: bytes, progress: Progress | None = None) -> tuple[str, ...]:
    """Encrypt all files of a data folder under another ``files_key``; nobody else may write there meanwhile.

    Killed or cancelled in between, each file opens with the one key or the other: run again with the same keys it goes
    on, with the keys swapped it goes back. So neither key may be given up before this has returned.
    Returns the digests of damaged files, which no key opens and which stay as they are.
    Raises AdvisorError: EVIDENCE_DISK_FULL, EVIDENCE_NOT_STORED.
    """
    old, new = EvidenceFiles(folder, old_key), EvidenceFiles(folder, new_key)
    damaged = []
    with _told(old.folder):
        digests = sorted(old.digests())
        _clean(old.folder)
        for done, digest in enumerate(digests):
            if progress is not None:
                progress(done, len(digests))
            if not new.opens(digest) and not _reseal_one(old, digest, new_key):
                damaged.append(digest)
        if progress is not None:
            progress(len(digests), len(digests))
    return tuple(damaged)


def _reseal_one(old: EvidenceFiles, digest: str, new_key: bytes) -> bool:
    part = old.folder / _part_name()
    try:
        with old.open(digest) as content:
            _write_sealed(part, content, new_key)
        _settle(part, old.path_of(digest))
    except AdvisorError as error:
        if error.problem is not Problem.EVIDENCE_DAMAGED:
            raise
        return False
    finally:
        part.unlink(missing_ok=True)
    return True


class _Content(io.RawIOBase):
    """The content of a file, compared with its name at its end."""

    def __init__(self, path: Path, source: BinaryIO, key: bytes) -> None:
        super().__init__()
        self._path = path
        self._source = source
        self._hash = hashlib.sha256()
        with _undamaged(path):
            if source.read(len(_MAGIC)) != _MAGIC:
                raise WrongKeyError
            self._reader = SealedReader(source, key, _MAGIC)

    @override
    def readable(self) -> bool:
        """It is there to be read."""
        return True

    @override
    def readinto(self, buffer: Buffer, /) -> int:
        """Fill the buffer with checked content; 0 at the end."""
        with _undamaged(self._path):
            count = self._reader.readinto(buffer)
            if not count and self._hash.hexdigest() != self._path.name:
                raise WrongKeyError
        self._hash.update(memoryview(buffer)[:count])
        return count

    @override
    def close(self) -> None:
        """Close the file as well."""
        self._source.close()
        super().close()


def _write_sealed(part: Path, content: BinaryIO, key: bytes) -> str:
    """Encrypt content into a file that is on the disk when this returns; returns the content's digest."""
    digest = hashlib.sha256()
    with part.open("xb") as target:
        target.write(_MAGIC)
        writer = SealedWriter(target, key, _MAGIC)
        while piece := content.read(CHUNK_BYTES):
            digest.update(piece)
            writer.write(piece)
        writer.finish()
        target.flush()
        os.fsync(target.fileno())
    return digest.hexdigest()


def _settle(part: Path, target: Path) -> None:
    """Give a finished part its name, in a way that survives a power cut."""
    if not target.parent.exists():
        target.parent.mkdir(exist_ok=True)
        sync_folder(target.parent.parent)
    part.replace(target)
    sync_folder(target.parent)


def _part_name() -> str:
    return f"{os.getpid()}-{uuid4().hex}.part"


def _clean(folder: Path) -> None:
    """Delete what a kill has left; parts of this process are being written."""
    for part in folder.glob("*.part"):
        if not part.name.startswith(f"{os.getpid()}-"):
            part.unlink(missing_ok=True)


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        full = error.errno in {errno.ENOSPC, errno.EDQUOT}
        raise AdvisorError(
            Problem.EVIDENCE_DISK_FULL if full else Problem.EVIDENCE_NOT_STORED, file=str(folder)
        ) from error


@contextmanager
def _undamaged(path: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, WrongKeyError) as error:
        raise AdvisorError(Problem.EVIDENCE_DAMAGED, file=path.name) from error
