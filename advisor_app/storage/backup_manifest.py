"""The manifest of a backup: written last, read as something that anybody may have written."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any

from advisor_app.domain.backup import Backup, BackupReason, Piece
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.regular_file import open_regular
from advisor_app.storage.checked_table import check_table, encoded_table
from advisor_app.storage.keyslot_file import FILE_NAME as KEYSLOTS_NAME
from advisor_app.storage.profile import DATABASE_NAME
from advisor_app.whole_file import write_file

MANIFEST_NAME = "manifest.json"
EVIDENCE_LIST_NAME = "evidence.json"
SETTINGS_NAME = "settings.toml"
TREES = ("packs", "logos")
"""Folders of the data folder that go along whole."""

FORMAT = 1
LARGEST_MANIFEST = 4 * 1024 * 1024  # bytes; a real one has one or two thousand and a line per file of a pack
_LARGEST_LIST = 64 * 1024 * 1024  # bytes; a line per photo
_LONGEST_NAME = 400
_NAME = re.compile(r"[\w -]{1,80}")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\\ud800-\udfff]')
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)

EvidenceList = Mapping[str, tuple[Piece, int]]
"""Files beside the database by their relative names, with the time (ns) of their last change."""


class NewerError(Exception):
    """Written by a newer program in a form that this one does not know."""


def is_inside(name: str) -> bool:
    """Whether a relative name with slashes stays in its folder, on every system."""
    parts = PurePosixPath(name).parts
    return (
        0 < len(name) <= _LONGEST_NAME
        and not name.startswith("/")
        and not _FORBIDDEN.search(name)
        and "/".join(parts) == name
        and all(part != ".." and not part.endswith((".", " ")) and not _DEVICES.fullmatch(part) for part in parts)
    )


def digest_of(file: Path) -> str:
    """SHA-256 of a file."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def piece_of(file: Path) -> Piece:
    """Size and hash of a file."""
    return Piece(file.stat().st_size, digest_of(file))


def write_manifest(folder: Path, backup: Backup) -> None:
    """Write the manifest into a folder; raises AdvisorError(FILE_NOT_WRITABLE)."""
    table = {
        "format": FORMAT,
        "made_at": backup.made_at.isoformat(),
        "program": backup.program,
        "version": backup.version,
        "profile": backup.profile,
        "reason": backup.reason.value,
        "state": backup.state,
        "counts": dict(backup.counts),
        "pieces": {name: [piece.size, piece.digest] for name, piece in backup.pieces.items()},
        "evidence": backup.evidence,
    }
    write_file(folder / MANIFEST_NAME, encoded_table(table))


def read_manifest(folder: Path) -> Backup:
    """What a folder's manifest says; raises AdvisorError: BACKUP_DAMAGED, BACKUP_NEWER."""
    try:
        return decoded_manifest(folder, limited(folder / MANIFEST_NAME, LARGEST_MANIFEST))
    except NewerError:
        raise AdvisorError(Problem.BACKUP_NEWER, folder=str(folder)) from None
    except (OSError, ValueError) as error:
        raise AdvisorError(Problem.BACKUP_DAMAGED, folder=str(folder)) from error


def decoded_manifest(folder: Path, content: bytes) -> Backup:
    """The backup that a manifest's content tells of; raises NewerError and ValueError."""
    try:
        table = json.loads(content)
        if _whole(table["format"]) > FORMAT:
            raise NewerError
        check_table(table)
        backup = Backup(
            folder=folder,
            made_at=_instant(table["made_at"]),
            program=_text(table["program"], 80),
            version=_whole(table["version"]),
            profile=_matching(_NAME, table["profile"]),
            reason=BackupReason(table["reason"]),
            state=_text(table["state"], 200),
            counts={_matching(_NAME, name): _whole(count) for name, count in table["counts"].items()},
            pieces={_piece_name(name): _piece(row) for name, row in table["pieces"].items()},
            evidence=_whole(table["evidence"]),
        )
    except (KeyError, TypeError, AttributeError, RecursionError, OverflowError) as error:
        raise ValueError from error
    if not backup.pieces.keys() >= {DATABASE_NAME, KEYSLOTS_NAME, EVIDENCE_LIST_NAME}:
        raise ValueError
    return backup


def encoded_evidence(files: EvidenceList) -> bytes:
    """The list of the files beside the database, as it is stored."""
    table = {name: [piece.size, piece.digest, changed] for name, (piece, changed) in sorted(files.items())}
    return json.dumps({"format": FORMAT, "files": table}).encode()


def read_evidence(folder: Path) -> EvidenceList:
    """The files beside the database that a backup needs; raises AdvisorError(BACKUP_DAMAGED)."""
    try:
        return decoded_evidence(limited(folder / EVIDENCE_LIST_NAME, _LARGEST_LIST))
    except (OSError, ValueError) as error:
        raise AdvisorError(Problem.BACKUP_DAMAGED, folder=str(folder)) from error


def decoded_evidence(content: bytes) -> EvidenceList:
    """The list that ``encoded_evidence`` wrote; raises ValueError."""
    try:
        rows = json.loads(content)["files"].items()
        return {_inside(name): (_piece(row[:2]), _whole(row[2])) for name, row in rows}
    except (KeyError, IndexError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError from error


def limited(file: Path, most: int) -> bytes:
    """The content of a regular file that is not larger than it can honestly be; raises OSError, ValueError."""
    if file.is_symlink():
        raise ValueError
    with open_regular(file) as stream:
        content = stream.read(most + 1)
    if len(content) > most:
        raise ValueError
    return content


def _piece_name(name: str) -> str:
    lead = _inside(name).split("/")[0]
    single = name in {DATABASE_NAME, KEYSLOTS_NAME, EVIDENCE_LIST_NAME, SETTINGS_NAME}
    if not single and (lead not in TREES or lead == name):
        raise ValueError
    return name


def _inside(name: str) -> str:
    if not is_inside(name):
        raise ValueError
    return name


def _piece(row: Any) -> Piece:
    if type(row) is not list or len(row) != 2:
        raise ValueError
    return Piece(_whole(row[0]), _matching(_DIGEST, row[1]))


def _whole(value: Any) -> int:
    if type(value) is not int or not 0 <= value <= (1 << 63):
        raise ValueError
    return value


def _text(value: Any, longest: int) -> str:
    if type(value) is not str or len(value) > longest or _FORBIDDEN.search(value.replace(":", "")):
        raise ValueError
    return value


def _matching(pattern: re.Pattern[str], value: Any) -> str:
    if type(value) is not str or not pattern.fullmatch(value):
        raise ValueError
    return value


def _instant(value: Any) -> datetime:
    instant = datetime.fromisoformat(_text(value, 40))
    if instant.tzinfo is None:
        raise ValueError
    return instant
