"""Case files (``.bkcase``): one case as one encrypted file. The layout is told in docs/case-file-format.md.

A head that anybody can read says how the file is protected; everything else is one sealed stream of named entries.
Nothing of a file is believed before its key, its bounds and its tags have been checked, and nothing is unpacked.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import struct
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from advisor_app import __version__
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.plausibility import check_instant
from advisor_app.exchange.case_file_entries import FileHead, NewEntry, OpenCaseFile, Progress, write_entries
from advisor_app.exchange.case_file_keys import (
    ForeignFileError,
    Keys,
    LockedFileError,
    Protection,
    protect,
    unprotect,
)
from advisor_app.regular_file import open_chosen
from advisor_app.sealing import CHUNK_BYTES, SealedWriter, WrongKeyError, derive
from advisor_app.whole_file import refuse_target, written_whole

FORMAT = 1

MAGIC = b"BKCASE\r\n"
_PREFIX = struct.Struct(">8sHI")  # magic, format, bytes of the head
_DIGEST_BYTES = 32

LARGEST_FILE = 4 * 1024**3
"""Bytes of a file that is looked at; a case of ten years with its photos stays far below."""
_LARGEST_HEAD = 16 * 1024


@contextmanager
def open_case_file(file: Path, keys: Keys) -> Iterator[OpenCaseFile]:
    """Open a case file; whatever is wrong with it, also while it is read, is one AdvisorError.

    CASE_FILE_UNKNOWN, …_NEWER, …_LOCKED, …_FOREIGN, …_KEY_WRONG, …_DAMAGED, FILE_TOO_LARGE, FILE_UNREADABLE,
    NO_REGULAR_FILE.
    """
    with _told(file), open_chosen(file) as source:
        size = os.fstat(source.fileno()).st_size
        if size > LARGEST_FILE:
            raise AdvisorError(Problem.FILE_TOO_LARGE, file=file.name)
        table, context = _read_head(source, file)
        key = _key_of(unprotect(table["protection"], keys), table, file)
        yield OpenCaseFile(_head_of(table), source, size, key, context)


def read_head(file: Path) -> FileHead:
    """What a file says to anybody; raises AdvisorError like ``open_case_file``."""
    with _told(file), open_chosen(file) as source:
        return _head_of(_read_head(source, file)[0])


def write_case_file(
    file: Path,
    protection: Protection,
    made_at: datetime,
    entries: Sequence[NewEntry],
    check: Callable[[OpenCaseFile], None],
    progress: Progress,
) -> str:
    """Write a file as a whole: it gets its name when it has been read back and ``check`` has found it as it should be.

    Returns its SHA-256. Raises AdvisorError: FILE_NOT_WRITABLE, FILE_OF_PROGRAM, CASE_FILE_UNSOUND, BAD_RECIPIENT and
    what ``progress`` raises; an older file then stays.
    """
    refuse_target(file)
    table, secret = protect(protection)
    table = {
        "program": __version__,
        "made_at": made_at.isoformat(timespec="seconds"),
        "check": _check_of(secret),
        "protection": table,
    }
    try:
        with written_whole(file, private=True) as stream:
            context = _write_head(stream, table)
            key = derive(secret, "case file content")
            write_entries(SealedWriter(stream, key, context), entries, lambda share: progress(share / 2))
            stream.flush()
            os.fsync(stream.fileno())
            digest = _read_back(stream, table, key, check, lambda share: progress(0.5 + share / 2))
    except (OSError, ValueError) as error:
        raise AdvisorError(Problem.FILE_NOT_WRITABLE, file=str(file)) from error
    except WrongKeyError as error:
        raise AdvisorError(Problem.CASE_FILE_UNSOUND, file=str(file)) from error
    return digest


def _read_back(
    stream: BinaryIO, table: dict[str, Any], key: bytes, check: Callable[[OpenCaseFile], None], progress: Progress
) -> str:
    """Read what was written as a stranger would who has the key; raises WrongKeyError where it is not the same."""
    stream.seek(0)
    try:
        read, context = _read_head(stream, Path())
        if read != table:
            raise WrongKeyError
        check(OpenCaseFile(_head_of(read), stream, os.fstat(stream.fileno()).st_size, key, context))
    except (ValueError, AdvisorError) as error:
        if isinstance(error, AdvisorError) and error.problem is Problem.CANCELLED:
            raise
        raise WrongKeyError from error
    progress(1)
    stream.seek(0)
    digest = hashlib.sha256()
    while block := stream.read(CHUNK_BYTES):
        digest.update(block)
    return digest.hexdigest()


def _write_head(stream: BinaryIO, table: dict[str, Any]) -> bytes:
    """Write the head; returns what the stream is bound to: the head's digest."""
    body = json.dumps(table, sort_keys=True).encode()
    head = _PREFIX.pack(MAGIC, FORMAT, len(body)) + body
    digest = hashlib.sha256(head).digest()
    stream.write(head + digest)
    return digest


def _read_head(source: BinaryIO, file: Path) -> tuple[dict[str, Any], bytes]:
    prefix = source.read(_PREFIX.size)
    if prefix[: len(MAGIC)] != MAGIC:
        raise AdvisorError(Problem.CASE_FILE_UNKNOWN, file=file.name)
    if len(prefix) < _PREFIX.size:
        raise ValueError
    _, version, length = _PREFIX.unpack(prefix)
    if version > FORMAT:
        raise AdvisorError(Problem.CASE_FILE_NEWER, file=file.name)
    if length > _LARGEST_HEAD:
        raise ValueError
    body, digest = source.read(length), source.read(_DIGEST_BYTES)
    # Not a secret, only to tell a head that was changed from a key that is wrong.
    if hashlib.sha256(prefix + body).digest() != digest:
        raise ValueError
    table = json.loads(body)
    if type(table) is not dict or type(table.get("protection")) is not dict:
        raise ValueError
    return table, digest


def _head_of(table: dict[str, Any]) -> FileHead:
    made_at = datetime.fromisoformat(table["made_at"])
    check_instant(made_at, "made_at")
    return FileHead(
        program=str(table["program"]),
        made_at=made_at,
        protection=str(table["protection"]["kind"]),
    )


def _key_of(secret: bytes, table: dict[str, Any], file: Path) -> bytes:
    """The key of the stream; raises AdvisorError(CASE_FILE_KEY_WRONG) for a secret that is not the file's."""
    if not hmac.compare_digest(_check_of(secret), str(table["check"])):
        raise AdvisorError(Problem.CASE_FILE_KEY_WRONG, file=file.name)
    return derive(secret, "case file content")


def _check_of(secret: bytes) -> str:
    """What tells the right secret, without telling anything about it that a tag would not tell."""
    return derive(secret, "case file check").hex()


@contextmanager
def _told(file: Path) -> Iterator[None]:
    try:
        yield
    except LockedFileError:
        raise AdvisorError(Problem.CASE_FILE_LOCKED, file=file.name) from None
    except ForeignFileError:
        raise AdvisorError(Problem.CASE_FILE_FOREIGN, file=file.name) from None
    except OSError as error:
        raise AdvisorError(Problem.FILE_UNREADABLE, file=str(file), reason=error.strerror or "") from error
    except (WrongKeyError, ValueError, TypeError, KeyError, RecursionError, struct.error) as error:
        raise AdvisorError(Problem.CASE_FILE_DAMAGED, file=file.name) from error
