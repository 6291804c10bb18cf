"""What kind of file something is, by its content; its name is believed only where the content says nothing."""

from __future__ import annotations

import zipfile
import zlib
from codecs import getincrementaldecoder
from collections.abc import Mapping
from pathlib import PurePath
from typing import BinaryIO

UNKNOWN = "application/octet-stream"
_OFFICE = "application/vnd.openxmlformats-officedocument."
_ENDINGS: Mapping[str, str] = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "application/pdf": ".pdf",
    "application/rtf": ".rtf",
    "application/zip": ".zip",
    f"{_OFFICE}wordprocessingml.document": ".docx",
    f"{_OFFICE}spreadsheetml.sheet": ".xlsx",
    f"{_OFFICE}presentationml.presentation": ".pptx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.oasis.opendocument.spreadsheet": ".ods",
    "application/vnd.oasis.opendocument.presentation": ".odp",
    "message/rfc822": ".eml",
    "text/csv": ".csv",
    "text/plain": ".txt",
    UNKNOWN: ".bin",
}
_STARTS = {b"%PDF-": "application/pdf", b"{\\rtf": "application/rtf"}
_PARTS = {"word/": "wordprocessingml.document", "xl/": "spreadsheetml.sheet", "ppt/": "presentationml.presentation"}
_TEXTS = {".csv": "text/csv", ".eml": "message/rfc822"}
_MARK_BYTES = 200
_BEGINNING_BYTES = 1 << 16


def media_type_of(source: BinaryIO, name: str) -> str:
    """The media type of a file that is no picture, by its beginning; ``UNKNOWN`` where nothing is known of it."""
    beginning = source.read(_BEGINNING_BYTES)
    for start, kind in _STARTS.items():
        if beginning.startswith(start):
            return kind
    if beginning.startswith(b"PK\x03\x04"):
        return _archived(source)
    if b"\0" not in beginning and _is_text(beginning):
        return _TEXTS.get(PurePath(name).suffix.lower(), "text/plain")
    return UNKNOWN


def ending_of(media_type: str) -> str:
    """How a file of that kind is called at its end (``.pdf``)."""
    return _ENDINGS.get(media_type, _ENDINGS[UNKNOWN])


def _archived(source: BinaryIO) -> str:
    try:
        with zipfile.ZipFile(source) as archive:
            names = archive.namelist()
            mark = archive.getinfo("mimetype") if "mimetype" in names else None
            if mark is not None and mark.file_size <= _MARK_BYTES:
                told = archive.read(mark).decode("ascii", "replace").strip()
                return told if told in _ENDINGS else "application/zip"
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError):
        return "application/zip"
    found = (kind for part, kind in _PARTS.items() if any(name.startswith(part) for name in names))
    kind = next(found, None) if "[Content_Types].xml" in names else None
    return "application/zip" if kind is None else f"{_OFFICE}{kind}"


def _is_text(content: bytes) -> bool:
    decoder = getincrementaldecoder("utf-8")()
    try:
        decoder.decode(content)  # its last letter may be cut
    except UnicodeDecodeError:
        return False
    return True
