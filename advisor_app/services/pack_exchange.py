"""Content packs as workbooks or folders, taken in and handed out, and JSON schemas of their files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.services.pack_placing import PackPlacing
from advisor_app.services.used_packs import LOCAL_PACKS, content_folders, select_packs
from advisor_app.texts import Texts
from advisor_app.whole_file import hand_out, refuse_target

if TYPE_CHECKING:
    from advisor_app.content.findings import ContentFinding, Flaw
    from advisor_app.content.selection import Selection
    from advisor_app.exchange.workbook.pack_workbook import PackReading
    from advisor_app.exchange.workbook.problems import CellFinding


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


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedFolder:
    """What came of a folder with a pack's files; without a folder nothing was written."""

    folder: Path | None
    findings: tuple[ContentFinding, ...]


def export_pack(data_folder: Path, texts: Texts, pack: str, file: Path) -> ExportedPack:
    """Write a pack, named by its id or folder, as a workbook; one that holds nothing is one to begin with.

    Raises AdvisorError: UNKNOWN_PACK, CONTENT where it has an error, FILE_NOT_WRITABLE, FILE_OF_PROGRAM.
    """
    from advisor_app.content.check import flaws_of
    from advisor_app.content.findings import Severity
    from advisor_app.content.library import EMPTY
    from advisor_app.exchange.workbook.pack_workbook import pack_to_workbook

    refuse_target(file)
    folder = _find(data_folder, pack)
    for flaw in flaws_of(folder, select_packs(data_folder, texts).folders):
        if flaw.severity is Severity.ERROR and flaw.file.parent == folder and flaw.key != EMPTY:
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
    files = {name: text.encode("utf-8") for name, text in reading.files.items()}
    selection = select_packs(data_folder, texts)
    try:
        with PackPlacing(out, reading.pack, keeps=_is_own(data_folder, out)) as placing:
            placing.check_target(replace=replace)
            findings = [*reading.findings, *_check(placing.stage(files), selection, reading, texts)]
            if has_errors(findings):
                return _refused(findings)
            gone = placing.finish(is_older_sound=not selection.is_broken(target))
    except OSError as error:
        raise AdvisorError(Problem.FILE_NOT_WRITABLE, file=str(target)) from error
    return ImportedPack(folder=target, files=tuple(reading.files), gone=gone, findings=tuple(findings))


def import_folder(data_folder: Path, texts: Texts, folder: Path, *, replace: bool) -> ImportedFolder:
    """Copy a pack's folder into the data folder: the whole pack, or with errors nothing.

    Raises AdvisorError: UNKNOWN_PACK, PACK_EXISTS, PACK_FOLDER_FOREIGN, FILE_UNREADABLE, FILE_NOT_WRITABLE.
    """
    from advisor_app.content.findings import Severity

    out = data_folder / LOCAL_PACKS
    files = _files_in(folder, texts)
    selection = select_packs(data_folder, texts)
    try:
        with PackPlacing(out, folder.name, keeps=True) as placing:
            placing.check_target(replace=replace)
            staged = placing.stage(files)
            flaws = _flaws(staged, selection, texts)
            findings = tuple(dict.fromkeys(flaw.worded(texts) for flaw in flaws))
            if any(flaw.severity is Severity.ERROR for flaw in flaws):
                return ImportedFolder(folder=None, findings=findings)
            placing.finish(is_older_sound=not selection.is_broken(placing.target))
    except OSError as error:
        raise AdvisorError(Problem.FILE_NOT_WRITABLE, file=str(out / folder.name)) from error
    return ImportedFolder(folder=out / folder.name, findings=findings)


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
    from advisor_app.content.file_names import PACK_FILE, pack_folders

    given = Path(pack)
    if (given / PACK_FILE).is_file():
        return given.resolve()
    for folder in reversed(pack_folders(content_folders(data_folder))):
        if folder.name == pack:
            return folder
    raise AdvisorError(Problem.UNKNOWN_PACK, name=pack)


def _refused(findings: Sequence[CellFinding]) -> ImportedPack:
    return ImportedPack(folder=None, files=(), gone=(), findings=tuple(findings))


def _is_own(data_folder: Path, out: Path) -> bool:
    """Whether packs in a folder are those of the data folder, of which the replaced ones are kept."""
    return out.absolute() == (data_folder / LOCAL_PACKS).absolute()


def _files_in(folder: Path, texts: Texts) -> Mapping[str, bytes]:
    """The files of a pack's folder by name; raises AdvisorError (UNKNOWN_PACK, FILE_UNREADABLE, FILE_TOO_LARGE)."""
    from advisor_app.content.document import MAXIMUM_BYTES
    from advisor_app.content.file_names import PACK_FILE
    from advisor_app.exchange.source_file import read_bytes

    if not (folder / PACK_FILE).is_file():
        raise AdvisorError(Problem.UNKNOWN_PACK, name=str(folder))
    return {file.name: read_bytes(file, texts, MAXIMUM_BYTES) for file in sorted(folder.glob("*.toml"))}


def _flaws(staged: Path, selection: Selection, texts: Texts) -> list[Flaw]:
    """What the content check says of a new pack, and what would be wrong with others for it that is right now."""
    from advisor_app.content.check import flaws_of, inspect_packs
    from advisor_app.content.findings import Severity

    flaws = flaws_of(staged, selection.folders)
    elsewhere = [flaw for flaw in flaws if flaw.file.parent != staged and flaw.severity is Severity.ERROR]
    known = inspect_packs(selection.folders, texts=texts).findings if elsewhere else ()
    return [
        *(flaw for flaw in flaws if flaw.file.parent == staged),
        *(flaw for flaw in elsewhere if flaw.worded(texts) not in known),
    ]


def _check(staged: Path, selection: Selection, reading: PackReading, texts: Texts) -> list[CellFinding]:
    """The findings by sheet and cell."""
    from advisor_app.exchange.workbook.pack_workbook import worded_flaw
    from advisor_app.exchange.workbook.problems import CellFinding

    found = []
    for flaw in _flaws(staged, selection, texts):
        if flaw.file.parent == staged:
            found.append(worded_flaw(flaw, reading, texts))
        else:
            reason = texts("workbook.elsewhere", file=str(flaw.file), line=flaw.line, reason=flaw.sentence(texts))
            found.append(CellFinding(sheet="", cell="", reason=reason))
    return list(dict.fromkeys(found))
