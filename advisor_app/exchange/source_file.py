"""Files that somebody gives to be imported: their bytes and their text, or the reason why not."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.regular_file import NotAFileError, open_regular
from advisor_app.texts import Texts

MAXIMUM_BYTES = 24 * 1024 * 1024
"""As much as a case file takes of all records: what the program has written of a case can be read again."""

_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_ARCHIVES = (b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"%PDF-")
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")


def read_bytes(path: Path, texts: Texts, maximum: int = MAXIMUM_BYTES) -> bytes:
    """The file's bytes, never more than ``maximum``; raises AdvisorError (FILE_UNREADABLE, FILE_TOO_LARGE)."""
    try:
        with open_regular(path) as stream:
            data = stream.read(maximum + 1)
    except (FileNotFoundError, NotAFileError) as error:
        raise AdvisorError(Problem.FILE_UNREADABLE, file=path.name, reason=texts("exchange.no-file")) from error
    except (OSError, ValueError) as error:
        # ValueError: a name with a null character.
        raise AdvisorError(Problem.FILE_UNREADABLE, file=path.name, reason=texts("exchange.no-access")) from error
    if len(data) > maximum:
        raise AdvisorError(Problem.FILE_TOO_LARGE, file=path.name)
    return data


def decode(data: bytes, file: str, texts: Texts, *, windows: bool) -> str:
    """The text of a file: UTF-8 with or without a mark, with ``windows`` also Windows-1252.

    Raises AdvisorError(FILE_FORMAT) for anything that is no text.
    """
    if data.startswith(_WORKBOOKS):
        refuse(file, 1, texts("exchange.workbook"))
    if data.startswith(_ARCHIVES):
        refuse(file, 1, texts("exchange.no-text"))
    if data.startswith(_WIDE_MARKS):
        refuse(file, 1, texts("exchange.utf-16"))
    if b"\0" in data:
        refuse(file, data.count(b"\n", 0, data.index(b"\0")) + 1, texts("exchange.no-text"))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = error.start
    if windows:
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError as error:
            place = error.start
    return refuse(file, data.count(b"\n", 0, place) + 1, texts("exchange.encoding"))


def refuse(file: str, line: int, reason: str) -> NoReturn:
    """Raise AdvisorError(FILE_FORMAT); the whole file is refused."""
    raise AdvisorError(Problem.FILE_FORMAT, file=file, line=line, reason=reason)
