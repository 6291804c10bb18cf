"""A backup with all its evidence as one file (``.bkmove``), to carry a profile to another machine.

A mark, format and length of the manifest, the manifest, then the pieces in the order of their names and the
evidence in the order of its list, without gaps: the size of the file follows from what its beginning says. Nothing is
packed or named twice, so that nothing can grow on unpacking or leave its folder.
"""

from __future__ import annotations

import hashlib
import os
import struct
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from advisor_app.domain.backup import Backup, Piece
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.regular_file import open_chosen
from advisor_app.storage.backup_evidence import path_in
from advisor_app.storage.backup_manifest import (
    EVIDENCE_LIST_NAME,
    LARGEST_MANIFEST,
    MANIFEST_NAME,
    NewerError,
    decoded_evidence,
    decoded_manifest,
    read_evidence,
)
from advisor_app.storage.backups import unreported
from advisor_app.storage.database_copy import Report
from advisor_app.whole_file import refuse_target, written_whole

ENDING = ".bkmove"
FORMAT = 1
_MAGIC = b"BKMOVE\r\n"
_HEAD = struct.Struct(">8sHI")  # magic, format, bytes of the manifest
_CHUNK = 1024 * 1024
_UNPACKED = "unpacked"


def write_move_file(backup: Backup, file: Path, report: Report = unreported) -> None:
    """Write a backup into one file and read it back; a failure leaves an older file.

    Raises AdvisorError: FILE_NOT_WRITABLE, FILE_OF_PROGRAM, CANCELLED, MOVE_DAMAGED where what was read back is not
    what was written.
    """
    refuse_target(file)
    place, evidence = backup.folder.parent, read_evidence(backup.folder)
    pieces = [(backup.folder / name, piece) for name, piece in sorted(backup.pieces.items())]
    sources = [*pieces, *((path_in(place, piece.digest), piece) for piece in _distinct(evidence.values()))]
    total = max(1, sum(piece.size for _, piece in sources))
    done = 0
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with written_whole(file) as target:
            manifest = (backup.folder / MANIFEST_NAME).read_bytes()
            target.write(_HEAD.pack(_MAGIC, FORMAT, len(manifest)) + manifest)
            for path, piece in sources:
                with path.open("rb") as source:
                    for chunk in _chunks(source, piece.size):
                        target.write(chunk)
                        done += len(chunk)
                        report(0.6 * done / total)
            target.seek(0)
            for piece in _contents(file, target):
                _take(target, piece, None)
                report(0.95)
    except OSError as error:
        raise AdvisorError(Problem.FILE_NOT_WRITABLE, file=str(file)) from error
    except ValueError as error:
        raise AdvisorError(Problem.MOVE_DAMAGED, file=str(file)) from error


def read_move_head(file: Path) -> Backup:
    """What a file says of itself, without reading it to its end.

    Raises AdvisorError: MOVE_DAMAGED, MOVE_NEWER, NO_REGULAR_FILE.
    """
    try:
        with open_chosen(file) as source:
            return _head(file, source)
    except NewerError:
        raise AdvisorError(Problem.MOVE_NEWER, file=str(file)) from None
    except (OSError, ValueError) as error:
        raise AdvisorError(Problem.MOVE_DAMAGED, file=str(file)) from error


def unpack_move_file(file: Path, place: Path, report: Report = unreported) -> Backup:
    """Turn a file into the only backup of a new place, each piece checked as it is written.

    Raises AdvisorError: MOVE_DAMAGED, MOVE_NEWER, NO_REGULAR_FILE, FILE_NOT_WRITABLE, CANCELLED.
    """
    try:
        with open_chosen(file) as source:
            return _unpacked(source, place, report)
    except NewerError:
        raise AdvisorError(Problem.MOVE_NEWER, file=str(file)) from None
    except ValueError as error:
        raise AdvisorError(Problem.MOVE_DAMAGED, file=str(file)) from error
    except FileNotFoundError as error:
        raise AdvisorError(Problem.FILE_UNREADABLE, file=str(file), reason=error.strerror or "") from error
    except OSError as error:
        raise AdvisorError(Problem.FILE_NOT_WRITABLE, file=str(place)) from error


def _unpacked(source: BinaryIO, place: Path, report: Report) -> Backup:
    folder = place / _UNPACKED
    folder.mkdir(parents=True)
    backup = _head(folder, source)
    size, at = os.fstat(source.fileno()).st_size, source.tell()
    source.seek(_HEAD.size)
    (folder / MANIFEST_NAME).write_bytes(source.read(at - _HEAD.size))
    for name, piece in sorted(backup.pieces.items()):
        _take(source, piece, folder / name)
        report(source.tell() / size)
    try:
        evidence = read_evidence(folder)
    except AdvisorError:
        raise ValueError from None
    _check_size(source, _distinct(evidence.values()))
    for piece in _distinct(evidence.values()):
        _take(source, piece, path_in(place, piece.digest))
        report(source.tell() / size)
    return backup


def _contents(file: Path, source: BinaryIO) -> list[Piece]:
    """What lies in a file, in its order; the list of evidence is read from within."""
    backup = _head(file.parent, source)
    begin = source.tell()
    names = sorted(backup.pieces)
    before = sum(backup.pieces[name].size for name in names[: names.index(EVIDENCE_LIST_NAME)])
    source.seek(begin + before)
    evidence = decoded_evidence(source.read(backup.pieces[EVIDENCE_LIST_NAME].size))
    source.seek(begin)
    return [*(backup.pieces[name] for name in names), *_distinct(evidence.values())]


def _head(folder: Path, source: BinaryIO) -> Backup:
    head = source.read(_HEAD.size)
    if len(head) != _HEAD.size:
        raise ValueError
    magic, form, length = _HEAD.unpack(head)
    if magic != _MAGIC:
        raise ValueError
    if form > FORMAT:
        raise NewerError
    if length > LARGEST_MANIFEST:
        raise ValueError
    backup = decoded_manifest(folder, source.read(length))
    least = source.tell() + backup.size
    if os.fstat(source.fileno()).st_size < least:
        raise ValueError
    return backup


def _check_size(source: BinaryIO, evidence: Iterable[Piece]) -> None:
    """A file is exactly as large as its lists say; ``source`` stands where the evidence begins."""
    if os.fstat(source.fileno()).st_size != source.tell() + sum(piece.size for piece in evidence):
        raise ValueError


def _take(source: BinaryIO, piece: Piece, target: Path | None) -> None:
    """Read a piece, write it where a target is given, and refuse one that is another; raises ValueError, OSError."""
    digest = hashlib.sha256()
    if target is None:
        for chunk in _chunks(source, piece.size):
            digest.update(chunk)
    else:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("wb") as writing:
            for chunk in _chunks(source, piece.size):
                digest.update(chunk)
                writing.write(chunk)
            writing.flush()
            os.fsync(writing.fileno())
    if digest.hexdigest() != piece.digest:
        raise ValueError


def _chunks(source: BinaryIO, size: int) -> Iterator[bytes]:
    """Exactly so many bytes; raises ValueError where there are fewer."""
    left = size
    while left:
        chunk = source.read(min(_CHUNK, left))
        if not chunk:
            raise ValueError
        left -= len(chunk)
        yield chunk


def _distinct(rows: Iterable[tuple[Piece, int]]) -> list[Piece]:
    return sorted({piece.digest: piece for piece, _ in rows}.values(), key=lambda piece: piece.digest)
