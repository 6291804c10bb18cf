"""Content packs as workbooks, and JSON schemas of their files."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.services.content_check import content_folders, select_packs
from advisor_app.texts import Texts
from advisor_app.whole_file import hand_out, refuse_own_file, sync_folder, write_file

if TYPE_CHECKING:
    from advisor_app.exchange.workbook.pack_workbook import PackReading
    from advisor_app.exchange.workbook.problems import CellFinding

_OLDER = "..older"
"""What a pack is called while a new one takes its place, below a folder in which nobody looks for packs; no id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedPack:
    """A workbook that was written."""

    file: Path
    sheets: int
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedPack:
    """What came of a workbook; without a folder nothing was written. ``gone``: files that an older pack had."""

    folder: Path | None
    files: tuple[str, ...]
    gone: tuple[str, ...]
    findings: tuple[CellFinding, ...]


def export_pack(data_folder: Path, texts: Texts, pack: str, file: Path) -> ExportedPack:
    """Write a pack, named by its id or folder, as a workbook.

    Raises AdvisorError: UNKNOWN_PACK, CONTENT where it has an error, FILE_NOT_WRITABLE, FILE_OF_PROGRAM.
    """
    from advisor_app.content.check import flaws_of
    from advisor_app.content.findings import Severity
    from advisor_app.exchange.workbook.pack_workbook import pack_to_workbook

    refuse_own_file(file)
    folder = _find(data_folder, pack)
    for flaw in flaws_of(folder, select_packs(data_folder, texts).folders):
        if flaw.severity is Severity.ERROR and flaw.file.parent == folder:
            raise flaw.error(texts)
    book = pack_to_workbook(folder, folder.name, texts)
    hand_out(file, book.data)
    return ExportedPack(file=file, sheets=book.sheets, rows=book.rows)


def import_pack(data_folder: Path, texts: Texts, file: Path, out: Path, *, replace: bool) -> ImportedPack:
    """Make a pack of a workbook, in a folder of its own within ``out``: the whole pack, or with errors nothing.

    Raises AdvisorError: WORKBOOK, PACK_EXISTS, PACK_FOLDER_FOREIGN, FILE_UNREADABLE, FILE_TOO_LARGE, FILE_NOT_WRITABLE.
    """
    from advisor_app.exchange.source_file import read_bytes
    from advisor_app.exchange.workbook.pack_workbook import has_errors, workbook_to_pack
    from advisor_app.exchange.workbook.read_workbook import MAXIMUM_BYTES

    reading = workbook_to_pack(read_bytes(file, texts, MAXIMUM_BYTES), file.name, texts)
    if has_errors(reading.findings):
        return _refused(reading.findings)
    target = out / reading.pack
    stage = out / f".{reading.pack}.part"
    try:
        _finish_replacing(stage, target)
        _check_target(target, replace=replace)
        staged = _write(reading, stage)
        findings = [*reading.findings, *_check(staged, data_folder, reading, texts)]
        if has_errors(findings):
            return _refused(findings)
        gone = sorted({path.name for path in target.glob("*.toml")} - set(reading.files))
        _put_in_place(staged, target)
    except OSError as error:
        raise AdvisorError(Problem.FILE_NOT_WRITABLE, file=str(target)) from error
    finally:
        _finish_replacing(stage, target)
    return ImportedPack(folder=target, files=tuple(reading.files), gone=tuple(gone), findings=tuple(findings))


def write_schemas(folder: Path) -> tuple[Path, ...]:
    """Write the JSON schemas of all files of packs; raises AdvisorError(FILE_NOT_WRITABLE)."""
    from advisor_app.content.shapes.schema import schema_files

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise AdvisorError(Problem.FILE_NOT_WRITABLE, file=str(folder)) from error
    written = []
    for name, schema in schema_files().items():
        hand_out(folder / name, schema.encode("utf-8"))
        written.append(folder / name)
    return tuple(written)


def _find(data_folder: Path, pack: str) -> Path:
    """The folder of a pack by its path or id; a data folder's own comes before a shipped one."""
    from advisor_app.content.library import PACK_FILE, pack_folders

    given = Path(pack)
    if (given / PACK_FILE).is_file():
        return given.resolve()
    for folder in reversed(pack_folders(content_folders(data_folder))):
        if folder.name == pack:
            return folder
    raise AdvisorError(Problem.UNKNOWN_PACK, name=pack)


def _refused(findings: Sequence[CellFinding]) -> ImportedPack:
    return ImportedPack(folder=None, files=(), gone=(), findings=tuple(findings))


def _check_target(target: Path, *, replace: bool) -> None:
    if not target.exists() and not target.is_symlink():
        return
    if not replace:
        raise AdvisorError(Problem.PACK_EXISTS, folder=str(target))
    entries = list(target.iterdir()) if target.is_dir() and not target.is_symlink() else [target]
    if not all(entry.suffix == ".toml" and entry.is_file() and not entry.is_symlink() for entry in entries):
        raise AdvisorError(Problem.PACK_FOLDER_FOREIGN, folder=str(target))


def _write(reading: PackReading, stage: Path) -> Path:
    """Write the pack's files where nobody looks for packs."""
    staged = stage / reading.pack
    staged.mkdir(parents=True)
    for name, text in reading.files.items():
        write_file(staged / name, text.encode("utf-8"))
    return staged


def _check(staged: Path, data_folder: Path, reading: PackReading, texts: Texts) -> list[CellFinding]:
    """What the content check says of the new pack, and what would be wrong with others beside it."""
    from advisor_app.content.check import flaws_of
    from advisor_app.content.findings import Severity
    from advisor_app.exchange.workbook.pack_workbook import worded_flaw
    from advisor_app.exchange.workbook.problems import CellFinding

    folder = staged.resolve()
    found = []
    for flaw in flaws_of(folder, select_packs(data_folder, texts).folders):
        if flaw.file.parent == folder:
            found.append(worded_flaw(flaw, reading, texts))
        elif flaw.severity is Severity.ERROR:
            reason = texts("workbook.elsewhere", file=str(flaw.file), line=flaw.line, reason=flaw.sentence(texts))
            found.append(CellFinding(sheet="", cell="", reason=reason))
    return list(dict.fromkeys(found))


def _put_in_place(staged: Path, target: Path) -> None:
    """Give the new pack its name; an older one has it until then."""
    if target.exists():
        target.rename(staged.parent / _OLDER)
    staged.rename(target)
    with suppress(OSError):
        sync_folder(target.parent)


def _finish_replacing(stage: Path, target: Path) -> None:
    """Remove what an import has left, and bring back the older pack where the new one did not get its name."""
    older = stage / _OLDER
    if older.exists() and not target.exists():
        with suppress(OSError):
            older.rename(target)
        if not target.exists():
            return  # the only copy
    shutil.rmtree(stage, ignore_errors=True)
