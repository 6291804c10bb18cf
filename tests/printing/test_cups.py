"""Documents and packs reach a printer as they look in the file."""

from __future__ import annotations

from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # the package ships no types
import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from advisor_app.documents.create import draw_document
from advisor_app.documents.kinds import find_kind
from advisor_app.documents.render.print_pack import PackPart, pack_pages
from advisor_app.ui.pages.documents import DocumentsPage
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.printing import PrintRequest, paper, prepared, print_pages
from tests.documents.samples import sample
from tests.printing.conftest import PrintQueue
from tests.ui.pages.documents_page import FileChoice, click, example_bridge

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
    qtbot.waitUntil(lambda: bool(set(queue.sheets.glob("*.pdf")) - before))
    (file,) = set(queue.sheets.glob("*.pdf")) - before
    return count, pages(file)


def difference(one: Image.Image, other: Image.Image) -> float:
    """The largest difference of two pages, seen from a little way off."""
    pair = (image.filter(ImageFilter.GaussianBlur(2)) for image in (one.resize(other.size), other))
    return float(ImageStat.Stat(ImageChops.difference(*pair)).extrema[0][1])


def assert_alike(sheets: list[Image.Image], originals: list[Image.Image]) -> None:
    assert len(sheets) == len(originals)
    originals = [page.rotate(90, expand=True) if page.width > page.height else page for page in originals]
    assert all(difference(*both) < _UNLIKE for both in zip(sheets, originals, strict=True))
    assert difference(sheets[0], originals[1]) > _UNLIKE  # other pages would be noticed


@pytest.mark.parametrize("kind", ["use-case", "implementation-plan", "process-sheet"])
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


def test_a_pack_goes_from_the_window_to_the_printer(qtbot: QtBot, queue: PrintQueue, context: PageContext) -> None:
    asked: list[PrintRequest] = []

    def choose(_parent: QWidget, request: PrintRequest) -> QPrinter:
        asked.append(request)
        info = QPrinterInfo.printerInfo(queue.name)
        return prepared(QPrinter(info, QPrinter.PrinterMode.HighResolution), request)

    bridge = example_bridge(context)
    page = DocumentsPage(context, bridge, FileChoice(), choose)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    click(qtbot, page, "Druckpaket")
    view = page.pack.view
    for row in view.rows:
        if row.box.isChecked() is not (row.offer.kind in {"use-case-canvas", "voting-cards"}):
            row.box.setFocus()
            qtbot.keyClick(row.box, Qt.Key.Key_Space)
    before = set(queue.sheets.glob("*.pdf"))
    with qtbot.waitSignal(page.noticed) as noticed:
        click(qtbot, view, "Drucken …")
    qtbot.waitUntil(lambda: bool(set(queue.sheets.glob("*.pdf")) - before))
    (file,) = set(queue.sheets.glob("*.pdf")) - before
    (request,) = asked
    assert request.duplex
    sheets = pages(file)
    assert len(sheets) == request.pages
    assert noticed.args == [f"Druckpaket: an den Drucker übergeben, Seiten: {request.pages}"]
    packs = context.workspace.print_packs
    assert_alike(sheets, pages(packs.draw(packs.gather(bridge.case, view.wanted), duplex=True).data))
    bridge.close()
