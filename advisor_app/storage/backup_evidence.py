"""Evidence files in a place of backups: each sealed content lies there once, for all backups that need it.

``<place>/files/<first two digits>/<digest>``: the digest is that of the sealed bytes, not of the content, because after
a change of keys the same content is sealed anew. Each backup lists what it needs; what no backup lists is removed.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from advisor_app.domain.backup import Piece
from advisor_app.domain.errors import AdvisorError
from advisor_app.storage.backup_manifest import EvidenceList, digest_of, is_inside, read_evidence
from advisor_app.storage.evidence_files import FOLDER_NAME
from advisor_app.whole_file import sync_folder

_CHUNK = 1024 * 1024

Step = Callable[[], None]
"""Called between pieces of work; may raise to stop it."""


def path_in(place: Path, digest: str) -> Path:
    """Where a place of backups keeps sealed bytes."""
    return place / FOLDER_NAME / digest[:2] / digest


def list_evidence(folder: Path, known: EvidenceList, step: Step) -> EvidenceList:
    """The evidence files of a data folder with their hashes; one that looks as in ``known`` is not read again."""
    found = {}
    for name, file in _files_of(folder / FOLDER_NAME):
        step()
        status = file.stat()
        before = known.get(name)
        if before is not None and (before[0].size, before[1]) == (status.st_size, status.st_mtime_ns):
            found[name] = before
        else:
            found[name] = (Piece(status.st_size, digest_of(file)), status.st_mtime_ns)
    return found


def bring(source: Callable[[str, Piece], Path], files: EvidenceList, place: Path, step: Step) -> int:
    """Copy into a place what it does not have yet, and check each copy; returns how many were copied.

    ``source`` tells where sealed bytes lie. Raises OSError, also for bytes that are no longer what was listed.
    """
    folders, copied = set(), 0
    for name, (piece, _) in files.items():
        step()
        target = path_in(place, piece.digest)
        with suppress(OSError):
            if target.stat().st_size == piece.size:
                continue
        copy_checked(source(name, piece), target, piece, step)
        folders.add(target.parent)
        copied += 1
    for folder in folders:
        sync_folder(folder)
    return copied


def copy_checked(source: Path, target: Path, piece: Piece, step: Step) -> None:
    """Copy a file to the disk whole or not at all; raises OSError where it is not the piece that was expected."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f"{target.name}.part")
    digest, size = hashlib.sha256(), 0
    try:
        with source.open("rb") as reading, part.open("wb") as writing:
            while chunk := reading.read(_CHUNK):
                step()
                size += len(chunk)
                if size > piece.size:
                    break
                digest.update(chunk)
                writing.write(chunk)
            writing.flush()
            os.fsync(writing.fileno())
        if Piece(size, digest.hexdigest()) != piece:
            raise OSError(f"{source.name} is not what it was")
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def remove_unneeded(place: Path, backups: Iterable[Path]) -> int:
    """Remove evidence that none of the place's backups lists; returns how many files.

    Where one list cannot be read nothing is removed: it might need anything.
    """
    try:
        needed = {piece.digest for folder in backups for piece, _ in read_evidence(folder).values()}
    except AdvisorError:
        return 0
    removed = 0
    for name, file in _files_of(place / FOLDER_NAME):
        if name.split("/")[-1] not in needed:
            file.unlink(missing_ok=True)
            removed += 1
    return removed


def _files_of(root: Path) -> Iterator[tuple[str, Path]]:
    """The files two levels down, with their names from there; parts and links are passed over."""
    if not root.is_dir() or root.is_symlink():
        return
    for folder in sorted(root.iterdir()):
        if folder.is_symlink() or not folder.is_dir():
            continue
        for file in sorted(folder.iterdir()):
            name = f"{folder.name}/{file.name}"
            if is_inside(name) and not file.name.endswith(".part") and not file.is_symlink() and file.is_file():
                yield name, file
