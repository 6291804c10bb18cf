"""What kind of file something is, by its content; its name is believed only where the content says nothing."""

from __future__ import annotations

import os
import sys
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
_MOST_DIRECTORY = 4 * 1024**2
"""Bytes of an archive's list of entries; a document's has some hundreds, and each entry costs half a kilobyte."""
_END, _PLACE_OF_LONG_END = b"PK\5\6", b"PK\6\7"
_END_BYTES, _PLACE_BYTES = (1 << 16) + 22 + 20, 20
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
    if _directory_bytes(source) > _MOST_DIRECTORY:
        return "application/zip"
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


def _directory_bytes(source: BinaryIO) -> int:
    """How long an archive's list of entries is by its end; endless where that is told as large archives do."""
    length = source.seek(0, os.SEEK_END)
    source.seek(max(0, length - _END_BYTES))
    end = source.read()
    place = end.rfind(_END)
    if end[max(0, place - _PLACE_BYTES) : max(0, place)].startswith(_PLACE_OF_LONG_END):
        return sys.maxsize
    return int.from_bytes(end[place + 12 : place + 16], "little") if place >= 0 else 0


def _is_text(content: bytes) -> bool:
    decoder = getincrementaldecoder("utf-8")()
    try:
        decoder.decode(content)  # its last letter may be cut
    except UnicodeDecodeError:
        return False
    return True
