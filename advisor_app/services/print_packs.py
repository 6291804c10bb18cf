"""Print packs: several documents, each in as many copies as the room needs, as one file or one job for a printer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.domain.case import Case
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.services.documents import Cancelled, Documents, Progress, pdf_name
from advisor_app.texts import Texts
from advisor_app.whole_file import hand_out

if TYPE_CHECKING:
    from advisor_app.documents.document_input import DocumentInput

MOST_COPIES = 999
"""Copies of one document in a pack."""

_DRAWING_SHARE = 0.9


@dataclass(frozen=True, slots=True)
class Copies:
    """How often a document is printed: its kind, what it is about (empty: the whole case), and the number."""

    kind: str
    item: str
    count: int


@dataclass(frozen=True, slots=True)
class PackItem:
    """A document of a pack with everything it is made from."""

    title: str
    kind: str
    given: DocumentInput
    copies: int


@dataclass(frozen=True, slots=True)
class PrintPack:
    """The file of a pack: pages with something on them, and backs that were left blank.

    ``duplex`` says that it is made to be printed on both sides.
    """

    data: bytes
    pages: int
    blank: int
    duplex: bool

    @property
    def sheets(self) -> int:
        """Sheets of paper that it takes."""
        return (self.pages + self.blank) // 2 if self.duplex else self.pages


class PrintPacks:
    """Makes packs of a case's documents."""

    def __init__(self, documents: Documents, texts: Texts) -> None:
        self._documents = documents
        self._texts = texts

    def file_name(self, case: Case) -> str:
        """A name for the file of a pack (Druckpaket_Eschentalbach.pdf)."""
        return pdf_name(self._texts("print-pack.name"), case.commune.name)

    def gather(self, case: Case, wanted: Sequence[Copies]) -> tuple[PackItem, ...]:
        """What the documents are made from, read now, so that a worker thread needs nothing else.

        Raises AdvisorError: EMPTY_PACK without any copy, UNKNOWN_DOCUMENT and what else names no document.
        """
        items = []
        for copies in wanted:
            if copies.count > 0:
                given = self._documents.input_of(case, copies.kind, copies.item)
                title = self._documents.name(copies.kind, given)
                items.append(PackItem(title, copies.kind, given, min(copies.count, MOST_COPIES)))
        if not items:
            raise AdvisorError(Problem.EMPTY_PACK)
        return tuple(items)

    def draw(
        self,
        items: Sequence[PackItem],
        *,
        duplex: bool,
        name: str = "",
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> PrintPack:
        """All copies in one PDF; ``duplex`` begins each document on a front side. Made for a worker thread.

        ``name`` is what the file calls itself, where it is more than a pack.

        ``progress`` takes what is done from 0 to 1. Raises AdvisorError: CANCELLED, and what ``Documents.draw`` raises.
        """
        from advisor_app.documents.render.print_pack import PackPart, pack_pages

        def report(done: float) -> None:
            if cancelled is not None and cancelled():
                raise AdvisorError(Problem.CANCELLED)
            if progress is not None:
                progress(done)

        parts = []
        share = _DRAWING_SHARE / len(items)
        for place, item in enumerate(items):
            part = partial(_report_part, report, place * share, share)
            drawn = self._documents.draw(item.kind, item.given, part)
            parts.append(PackPart(item.title, drawn.content, item.copies))
        texts = items[0].given.texts
        packed = pack_pages(
            parts,
            texts("print-pack.title", name=name or texts("print-pack.name"), house=items[0].given.house),
            texts.language,
            duplex=duplex,
            report=partial(_report_part, report, _DRAWING_SHARE, 1 - _DRAWING_SHARE),
        )
        report(1.0)
        return PrintPack(packed.data, packed.pages, packed.blank, duplex)


def write_pack(pack: PrintPack, file: Path) -> None:
    """Write a pack's file; an older one stays until it is complete.

    Raises AdvisorError: FILE_NOT_WRITABLE, DISK_FULL, FILE_OF_PROGRAM.
    """
    hand_out(file, pack.data)


def _report_part(report: Progress, before: float, share: float, done: float) -> None:
    """Say how far the whole is when a part of it is done so far."""
    report(before + share * done)
