"""What a backup says of itself, and what is in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from pathlib import Path


class BackupReason(Enum):
    """Why a backup was made."""

    BY_HAND = "by-hand"
    INTERVAL = "interval"
    CLOSE = "close"
    MIGRATION = "migration"
    IMPORT = "import"
    RESTORE = "restore"
    MOVE = "move"
    REKEY = "rekey"


@dataclass(frozen=True, slots=True)
class Piece:
    """One file of a backup: bytes and SHA-256."""

    size: int
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """One backup: its folder and what its manifest says.

    ``version`` is that of the database, ``profile`` the id of the profile; ``counts`` are rows by table. ``pieces``
    are the files of the folder by their relative names, ``evidence`` how many files beside the database it needs.
    ``state`` is how the database files looked when the copy began: nothing was changed since while they look the same.
    """

    folder: Path
    made_at: datetime
    program: str
    version: int
    profile: str
    reason: BackupReason
    state: str
    counts: Mapping[str, int]
    pieces: Mapping[str, Piece]
    evidence: int

    @property
    def name(self) -> str:
        """By what it is called in lists and commands."""
        return self.folder.name

    @property
    def cases(self) -> int:
        """How many cases it holds."""
        return self.counts.get("case_head", 0)

    @property
    def size(self) -> int:
        """Bytes of its own folder."""
        return sum(piece.size for piece in self.pieces.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupCase:
    """One case in a backup: titles of its communes, when it was opened and last changed."""

    communes: tuple[str, ...]
    opened_on: date
    changed_at: datetime | None
    answers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupContents:
    """What a backup holds. ``cases`` is None where no key at hand opens it, then only its files were compared."""

    cases: tuple[BackupCase, ...] | None
    missing_evidence: int = 0
