"""Creating a document's file, all or nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.documents.blocks import Document
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.whole_file import hand_out

if TYPE_CHECKING:
    from advisor_app.documents.render.pdf import Rendered


@dataclass(frozen=True, slots=True)
class CreatedDocument:
    """A file that was written; ``core_pages`` come before the annex, ``substituted`` characters could not be drawn."""

    file: Path
    pages: int
    core_pages: int
    substituted: tuple[str, ...]


def create_document(
    document: Document,
    file: Path,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> CreatedDocument:
    """Write a document's PDF; an older file stays as it is until the new one is complete.

    ``progress`` takes what is done from 0 to 1. Raises AdvisorError: CANCELLED, FILE_NOT_WRITABLE, FILE_OF_PROGRAM.
    """
    rendered = draw_document(document, progress, cancelled)
    hand_out(file, rendered.data)
    return CreatedDocument(file, rendered.pages, rendered.core_pages, rendered.substituted)


def create_copy(
    document: Document,
    file: Path,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Write what a document says for whoever goes on working on it: all of it (.docx), or its tables (.xlsx).

    Raises AdvisorError: UNKNOWN_FORMAT for other endings, NO_TABLES for a workbook of a document without any,
    CANCELLED, FILE_NOT_WRITABLE, FILE_OF_PROGRAM.
    """
    from advisor_app.documents.editable.tables_workbook import tables_workbook
    from advisor_app.documents.editable.text_document import text_document

    report = _reporting(progress, cancelled)
    match file.suffix.lower():
        case ".docx":
            data: bytes | None = text_document(document, report)
        case ".xlsx":
            data = tables_workbook(document)
        case _:
            raise AdvisorError(Problem.UNKNOWN_FORMAT, file=file.name)
    if data is None:
        raise AdvisorError(Problem.NO_TABLES, document=document.title)
    report(1.0)
    hand_out(file, data)


def draw_document(
    document: Document,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Rendered:
    """A document's PDF in memory, for previews and printers: nothing of it touches the disk. Raises like the above."""
    from advisor_app.documents.render.pdf import render

    report = _reporting(progress, cancelled)
    rendered = render(document, report)
    report(1.0)
    return rendered


def _reporting(
    progress: Callable[[float], None] | None, cancelled: Callable[[], bool] | None
) -> Callable[[float], None]:
    """What work calls to say how far it is; it raises AdvisorError(CANCELLED) where somebody wants it to stop."""

    def report(done: float) -> None:
        if cancelled is not None and cancelled():
            raise AdvisorError(Problem.CANCELLED)
        if progress is not None:
            progress(done)

    return report
