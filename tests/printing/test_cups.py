"""Documents and packs reach a printer as they look in the file."""

from __future__ import annotations

from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # the package ships no types
import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from pytestqt.qtbot import QtBot

from advisor_app.documents.create import draw_document
from advisor_app.documents.kinds import find_kind
from advisor_app.documents.render.print_pack import PackPart, pack_pages
from advisor_app.ui.pages.documents.printing import paper, print_pages
from tests.documents.samples import sample
from tests.printing.conftest import PrintQueue

_UNLIKE = 60
"""Difference of two greys, of 255, that no other resolution explains once both pictures are blurred."""


def pages(file: Path | bytes) -> list[Image.Image]:
    with pypdfium2.PdfDocument(file) as document:
        return [page.render(scale=0.5, grayscale=True).to_pil() for page in document]


def printed(qtbot: QtBot, queue: PrintQueue, data: bytes) -> tuple[int, list[Image.Image]]:
    """Print a PDF; how many pages the printer took, and what it printed."""
    printer = paper(QPrinter(QPrinterInfo.printerInfo(queue.name), QPrinter.PrinterMode.HighResolution))
    assert printer.isValid()
    before = set(queue.sheets.glob("*.pdf"))
    count = print_pages(data, printer, lambda _done: None, lambda: None)
    qtbot.waitUntil(lambda: bool(set(queue.sheets.glob("*.pdf")) - before), timeout=20_000)
    (file,) = set(queue.sheets.glob("*.pdf")) - before
    return count, pages(file)


def difference(one: Image.Image, other: Image.Image) -> float:
    """The largest difference of two pages, seen from a little way off."""
    pair = (image.filter(ImageFilter.GaussianBlur(2)) for image in (one.resize(other.size), other))
    return float(ImageStat.Stat(ImageChops.difference(*pair)).extrema[0][1])


def assert_alike(sheets: list[Image.Image], originals: list[Image.Image]) -> None:
    assert len(sheets) == len(originals)
    assert all(difference(*both) < _UNLIKE for both in zip(sheets, originals, strict=True))
    assert difference(sheets[0], originals[1]) > _UNLIKE  # other pages would be noticed


@pytest.mark.parametrize("kind", ["use-case", "implementation-plan"])
def test_a_document_is_printed_as_it_looks(qtbot: QtBot, queue: PrintQueue, kind: str) -> None:
    data = draw_document(find_kind(kind).make(sample(find_kind(kind), "full"))).data
    count, sheets = printed(qtbot, queue, data)
    assert count == len(sheets)
    assert_alike(sheets, pages(data))


def test_a_pack_is_one_job_with_blank_backs(qtbot: QtBot, queue: PrintQueue) -> None:
    found = find_kind("use-case")
    data = draw_document(found.make(sample(found, "full"))).data
    pack = pack_pages([PackPart("UC-01", data, 2)], "Paket", "de-DE", duplex=True, report=lambda _: None)
    count, sheets = printed(qtbot, queue, pack.data)
    assert count == pack.pages + pack.blank == len(sheets)
    assert_alike(sheets, pages(pack.data))
