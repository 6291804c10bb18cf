"""A pack's folder as a workbook, and a workbook as the files of a pack."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from advisor_app.content.document import Document, read_document
from advisor_app.content.file_names import is_folder_anywhere
from advisor_app.content.findings import Flaw, Severity
from advisor_app.content.line_index import Place
from advisor_app.content.shapes.canonical import canonical
from advisor_app.content.shapes.fields import FileShape
from advisor_app.content.shapes.pack_files import FILES, files_of, overlay_of
from advisor_app.content.shapes.toml_writer import write_toml
from advisor_app.content.table import is_id
from advisor_app.exchange.workbook.cells import Cell
from advisor_app.exchange.workbook.guide import guide_rows
from advisor_app.exchange.workbook.problems import CellFinding
from advisor_app.exchange.workbook.raw import RawSheet
from advisor_app.exchange.workbook.read_rows import FileReader, Note
from advisor_app.exchange.workbook.read_workbook import read_workbook
from advisor_app.exchange.workbook.rows import rows_of
from advisor_app.exchange.workbook.sheets import GUIDE, Sheet, overlay_sheets, sheets_of
from advisor_app.exchange.workbook.spots import Spots
from advisor_app.exchange.workbook.write_workbook import LONGEST_CELL, utf16_length, write_workbook
from advisor_app.texts import Texts

_LANGUAGE = re.compile(r".+ \(([a-z]{2})\)")
_OVERLAY = re.compile(r"([a-z_]+)\.([a-z]{2})\.toml")
_LEVEL_FLAWS = frozenset({"too-many-words", "equal-anchors"})
"""Flaws that tell by ``level`` at which item of a list they are."""


@dataclass(frozen=True, slots=True)
class PackWorkbook:
    """A workbook's bytes, and how much is in it."""

    data: bytes
    sheets: int
    rows: int


@dataclass(slots=True)
class PackReading:
    """What a workbook holds: the pack's id, its files as texts, where each value came from, and what is wrong."""

    pack: str
    files: dict[str, str]
    spots: dict[str, Spots]
    findings: list[CellFinding]


# Out


def pack_to_workbook(folder: Path, pack: str, texts: Texts) -> PackWorkbook:
    """The workbook of a sound pack; raises AdvisorError(CONTENT) for a text that no cell can hold."""
    languages = sorted({match[2] for file in folder.glob("*.toml") if (match := _OVERLAY.fullmatch(file.name))})
    outermost = [*sheets_of(pack), *(sheet for name in languages for sheet in overlay_sheets(pack, name))]
    rows: dict[str, tuple[Sheet, list[list[Cell]]]] = {}
    for sheet in outermost:
        file = folder / sheet.file
        if not file.is_file() and sheet.file not in {shape.name for shape in FILES}:
            continue  # an overlay that is not there
        rows.update({titled.title: (titled, []) for titled in sheet.titled()})
        if file.is_file():
            document = read_document(file)
            for owner, row in rows_of(sheet, canonical(sheet.shape, document.data)):
                _check_lengths(row, document, texts)
                rows[owner.title][1].append(row)
    data = write_workbook(list(guide_rows(sheet for sheet, _rows in rows.values())), rows)
    return PackWorkbook(data, len(rows), sum(len(found) for _sheet, found in rows.values()))


def _check_lengths(row: Sequence[Cell], document: Document, texts: Texts) -> None:
    if not any(isinstance(cell, str) and utf16_length(cell) > LONGEST_CELL for cell in row):
        return
    place = max(_sizes(document.data), key=lambda item: item[0])[1]
    details: dict[str, str | int] = {"key": str(place[-1]), "limit": LONGEST_CELL, "found": LONGEST_CELL + 1}
    line = document.line(place[:-1], str(place[-1]))
    raise Flaw(file=document.file, line=line, key="too-many-letters", details=details).error(texts)


def _sizes(value: Any, place: Place = ()) -> Iterator[tuple[int, Place]]:
    """How many letters stand under each key."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from _sizes(part, (*place, key))
    elif isinstance(value, list) and any(isinstance(part, dict) for part in value):
        for position, part in enumerate(value):
            yield from _sizes(part, (*place, position))
    else:
        yield (
            sum(map(len, value))
            if isinstance(value, list) and value and isinstance(value[0], str)
            else len(str(value)),
            place,
        )


# In


def workbook_to_pack(data: bytes, file: str, texts: Texts) -> PackReading:
    """The files of a workbook's pack with everything that is wrong with its cells.

    Raises AdvisorError(WORKBOOK) where the file is none that should be read.
    """
    raw = {sheet.title: sheet for sheet in read_workbook(data, file, texts) if sheet.title != GUIDE}
    reading = PackReading("", {}, {}, [])

    def note(sheet: str, cell: str, key: str, **details: str | int) -> None:
        reason = texts(f"workbook.cell.{key}", **details)
        finding = CellFinding(sheet=sheet, cell=cell, reason=reason)
        if finding not in reading.findings[-50:]:  # a row's columns share some
            reading.findings.append(finding)

    for sheet in raw.values():
        if sheet.merged:
            note(sheet.title, sheet.merged.partition(":")[0], "merged")
        if sheet.fault:
            note(sheet.title, "", sheet.fault)
    reading.pack = _read_id(raw, note)
    known = set()
    for shape, outermost in _files(reading.pack, raw):
        titles = [sheet.title for sheet in outermost.titled()]
        known.update(titles)
        missing = [title for title in titles if title not in raw]
        for title in missing:
            note(title, "", "sheet-missing")
        if missing:
            continue
        reader = FileReader(outermost, raw, note)
        found = reader.read()
        if found is not None:
            reading.files[outermost.file] = write_toml(shape.shape, found)
            reading.spots[outermost.file] = reader.spots
    for title, sheet in raw.items():
        if title not in known and sheet.rows:
            note(title, "", "sheet-unknown")
    return reading


def _read_id(raw: Mapping[str, RawSheet], note: Note) -> str:
    """The pack's id, which says what sheets there are and is the name of its folder; empty where it is none."""
    sheet = sheets_of("")[0]
    reader = FileReader(sheet, raw, lambda *_where, **_details: None)
    pack = str((reader.read() or {}).get("id", ""))
    if sheet.title in raw and not (is_id(pack) and is_folder_anywhere(pack)):
        spot = reader.spots.tables.get(())
        note(sheet.title, spot.cell("id") if spot else "A2", "wanted-id", heading=sheet.columns[0].heading)
        return ""
    return pack


def _files(pack: str, raw: Mapping[str, RawSheet]) -> Iterator[tuple[FileShape, Sheet]]:
    """Every file that the workbook should hold, and the overlays of which it holds a sheet."""
    shapes = tuple(files_of(pack))
    yield from zip(shapes, sheets_of(pack), strict=True)
    overlays = [overlay for shape in shapes if (overlay := overlay_of(shape)) is not None]
    for language in sorted({match[1] for title in raw if (match := _LANGUAGE.fullmatch(title))}):
        for shape, sheet in zip(overlays, overlay_sheets(pack, language), strict=True):
            if any(titled.title in raw for titled in sheet.titled()):
                yield shape, sheet


def worded_flaw(flaw: Flaw, reading: PackReading, texts: Texts) -> CellFinding:
    """A finding of the content check as one of the workbook."""
    spots = reading.spots.get(flaw.file.name)
    level = flaw.details.get("level") if flaw.key in _LEVEL_FLAWS else None
    found = None if spots is None else spots.find(flaw.place, level if isinstance(level, int) else None)
    details = dict(flaw.details)
    key = str(details.get("key", ""))
    if found is not None and key in found[0].headings:
        details["key"] = found[0].headings[key]
    own = f"workbook.flaw.{flaw.key}"
    reason = texts(own if own in texts else f"content.{flaw.key}", **details)
    sheet, cell = ("", "") if found is None else (found[0].sheet, found[0].cell(found[1]))
    return CellFinding(sheet=sheet, cell=cell, reason=reason, severity=flaw.severity)


def has_errors(findings: Sequence[CellFinding]) -> bool:
    """Whether anything but warnings is among them."""
    return any(finding.severity is Severity.ERROR for finding in findings)


def sentence(finding: CellFinding, texts: Texts) -> str:
    """A finding as one line: sheet, cell, reason."""
    if not finding.sheet:
        return finding.reason
    key = "workbook.at-cell" if finding.cell else "workbook.at-sheet"
    return texts(key, sheet=finding.sheet, cell=finding.cell, reason=finding.reason)
