"""A PDF in the window: found, selected, copied, larger and smaller."""

from __future__ import annotations

from io import BytesIO

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.pdf_pages import PdfPages, Spot
from advisor_app.ui.widgets.pdf_preview import PdfPreview

LINES = ("Die Gemeinde hat einen Plan.", "Der Plan wird umgesetzt.", "Ende der Seite")
LEFT, TOP, APART = 72, 100, 40


def pdf_of(pages: int) -> bytes:
    """Pages of three lines, the second one across."""
    file = BytesIO()
    canvas = Canvas(file)
    for page in range(pages):
        size = landscape(A4) if page == 1 else A4
        canvas.setPageSize(size)
        for number, line in enumerate(LINES):
            canvas.drawString(LEFT, size[1] - TOP - number * APART, f"{line} {page + 1}")
        canvas.showPage()
    canvas.save()
    return file.getvalue()


@pytest.fixture
def preview(qtbot: QtBot, theming: Theming) -> PdfPreview:
    preview = PdfPreview(theming)
    qtbot.addWidget(preview)
    preview.resize(700, 600)
    preview.show_pdf(pdf_of(3))
    with qtbot.waitExposed(preview):
        preview.show()
    preview.activateWindow()
    return preview


def spot_of(page: int, line: int, word: str) -> Spot:
    """The middle of a word of a line, as PDFium knows it."""
    document = QPdfDocument()
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf_of(3)))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document.load(buffer)
    text = document.getAllText(page).text()
    start = text.index(word, text.index(LINES[line]))
    area = document.getSelectionAtIndex(page, start, len(word)).boundingRectangle()
    document.close()
    return Spot(page, area.center())


def point_of(pages: PdfPages, spot: Spot) -> QPoint:
    return pages.place_of(spot).toPoint()


def drag(pages: PdfPages, start: QPoint, end: QPoint) -> None:
    viewport = pages.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(viewport, (start + end) / 2)
    QTest.mouseMove(viewport, end)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)


# Where pages lie


@pytest.mark.parametrize("mode", [QPdfView.ZoomMode.FitToWidth, QPdfView.ZoomMode.FitInView, QPdfView.ZoomMode.Custom])
def test_pages_lie_where_the_view_paints_them(qtbot: QtBot, preview: PdfPreview, mode: QPdfView.ZoomMode) -> None:
    pages = preview.pages
    pages.setZoomMode(mode)
    pages.setZoomFactor(1.7)
    places = pages.page_places()
    assert len(places) == 3
    whole = places[-1].bottom() + 1 + pages.documentMargins().bottom()
    bar = pages.verticalScrollBar()
    # The view's own layout says how far one can scroll.
    assert abs(bar.maximum() + pages.viewport().height() - whole - pages.pageSpacing()) <= pages.pageSpacing()
    for place in places:
        bar.setValue(place.top())
        offset = QPoint(pages.horizontalScrollBar().value(), bar.value())
        edge = QPoint(max(place.left(), offset.x()) + 8, place.top() + 8) - offset
        before = QPoint(edge.x(), place.top() - 3 - offset.y())

        def paper(point: QPoint = edge) -> bool:
            return pages.viewport().grab().toImage().pixelColor(point).name() == "#ffffff"

        qtbot.waitUntil(paper)
        if before.y() >= 0:
            assert pages.viewport().grab().toImage().pixelColor(before).name() != "#ffffff"


def test_a_spot_and_its_place_are_one(preview: PdfPreview) -> None:
    pages = preview.pages
    for page in range(3):
        spot = Spot(page, QPointF(100, 200))
        found = pages.spot_at(pages.place_of(spot))
        assert found is not None
        assert found.page == page
        assert (found.at - spot.at).manhattanLength() < 0.01


# Selecting


def test_a_drag_selects_the_text_below_it(preview: PdfPreview) -> None:
    pages = preview.pages
    drag(pages, point_of(pages, spot_of(0, 0, "Gemeinde")) - QPoint(60, 0), point_of(pages, spot_of(0, 1, "wird")))
    assert "ie Gemeinde" in pages.selected_text
    assert "Plan.\u0020" in pages.selected_text
    assert "Der Plan w" in pages.selected_text
    assert "umgesetzt" not in pages.selected_text


def test_a_drag_back_selects_the_same(preview: PdfPreview) -> None:
    pages = preview.pages
    start, end = point_of(pages, spot_of(0, 0, "hat")), point_of(pages, spot_of(0, 1, "Plan"))
    drag(pages, start, end)
    forwards = pages.selected_text
    drag(pages, end, start)
    assert pages.selected_text == forwards
    assert forwards


def test_blank_paper_selects_up_to_the_nearest_line(preview: PdfPreview) -> None:
    pages = preview.pages
    drag(pages, point_of(pages, Spot(0, QPointF(10, 20))), point_of(pages, Spot(0, QPointF(580, 600))))
    assert pages.selected_text.splitlines()[0].startswith(LINES[0])
    assert pages.selected_text.splitlines()[-1].startswith(LINES[2])


def test_a_selection_goes_on_over_pages(preview: PdfPreview) -> None:
    pages = preview.pages
    pages.select(Spot(0, QPointF(80, TOP + APART)), Spot(2, QPointF(580, TOP + 5)))
    lines = pages.selected_text.splitlines()
    assert [line[-1] for line in lines if line.startswith("Ende")] == ["1", "2"]
    assert lines[-1].startswith(LINES[0])
    assert lines[-1].endswith("3")


def test_a_double_click_selects_a_word_and_ctrl_c_copies_it(preview: PdfPreview) -> None:
    pages = preview.pages
    QTest.mouseDClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=point_of(pages, spot_of(0, 0, "Gemeinde")))
    assert pages.selected_text == "Gemeinde"
    pages.setFocus()
    QTest.keyClick(pages, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Gemeinde"


def test_without_a_mouse_everything_can_be_copied(preview: PdfPreview) -> None:
    pages = preview.pages
    pages.setFocus()
    QTest.keyClick(pages, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(pages, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    assert [copied.count(f"{line} {page}") for page in (1, 2, 3) for line in LINES] == [1] * 9


def test_a_selection_is_seen(qtbot: QtBot, preview: PdfPreview) -> None:
    pages = preview.pages
    point = point_of(pages, spot_of(0, 0, "Gemeinde"))

    def blank() -> int:
        """How many pixels of the word's middle are as white as paper."""
        image = pages.viewport().grab().toImage()
        around = [QPoint(x, y) for x in range(-6, 7) for y in range(-3, 4)]
        return sum(image.pixelColor(point + off).name() == "#ffffff" for off in around)

    qtbot.waitUntil(lambda: 0 < blank() < 91)  # the word is painted
    QTest.mouseDClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert blank() == 0
    QTest.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert pages.selected_text == ""
    assert blank() > 0


def test_another_edition_has_nothing_selected(preview: PdfPreview) -> None:
    preview.pages.select_all()
    preview.show_pdf(pdf_of(1))
    assert preview.pages.selected_text == ""
    assert preview.page_count == 1
    preview.pages.copy_selection()


# Searching


def test_typing_goes_to_the_first_hit_and_enter_to_the_next(qtbot: QtBot, preview: PdfPreview) -> None:
    bar = preview.bar
    bar.search.setFocus()
    QTest.keyClicks(bar.search, "plan")
    qtbot.waitUntil(lambda: bar.hit_count == 6)
    assert bar.hits.text() == "1 von 6"
    QTest.keyClick(bar.search, Qt.Key.Key_Return)
    assert bar.hits.text() == "2 von 6"
    QTest.keyClick(bar.search, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(bar.search, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar.hits.text() == "6 von 6"
    qtbot.waitUntil(lambda: bar.place.text() == "Seite 3 von 3")
    QTest.mouseClick(bar.later_hit, Qt.MouseButton.LeftButton)
    assert bar.hits.text() == "1 von 6"


def test_what_is_not_there_is_said(qtbot: QtBot, preview: PdfPreview) -> None:
    bar = preview.bar
    QTest.keyClicks(bar.search, "Rathaus")
    qtbot.waitUntil(lambda: bar.hits.text() == "nichts gefunden")
    assert not bar.later_hit.isEnabled()
    QTest.keyClick(bar.search, Qt.Key.Key_Escape)
    assert bar.hits.text() == ""


def test_another_edition_is_looked_through_for_the_same_words(qtbot: QtBot, preview: PdfPreview) -> None:
    QTest.keyClicks(preview.bar.search, "Ende")
    qtbot.waitUntil(lambda: preview.bar.hit_count == 3)
    preview.show_pdf(pdf_of(2))
    qtbot.waitUntil(lambda: preview.bar.hit_count == 2)


# Pages and size


def test_buttons_lead_from_page_to_page(qtbot: QtBot, preview: PdfPreview) -> None:
    bar = preview.bar
    assert bar.place.text() == "Seite 1 von 3"
    assert not bar.earlier_page.isEnabled()
    QTest.mouseClick(bar.later_page, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bar.place.text() == "Seite 2 von 3")
    assert LINES[0] in preview.pages.accessibleDescription()
    QTest.mouseClick(bar.earlier_page, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bar.place.text() == "Seite 1 von 3")


def test_larger_smaller_and_back_to_the_width(preview: PdfPreview) -> None:
    bar, pages = preview.bar, preview.pages
    before = pages.zoom()
    QTest.mouseClick(bar.larger, Qt.MouseButton.LeftButton)
    assert pages.zoom() > before
    assert bar.zoom.text() == f"{round(pages.zoom() * 100)} %"
    pages.setFocus()
    for _ in range(20):
        QTest.keyClicks(pages, "-")
    assert round(pages.zoom(), 2) == 0.25
    for _ in range(20):
        QTest.keyClicks(pages, "+")
    assert round(pages.zoom(), 2) == 4
    QTest.mouseClick(bar.whole_width, Qt.MouseButton.LeftButton)
    assert abs(pages.zoom() - before) < 0.01


def test_the_search_goes_below_where_there_is_no_room_beside(qtbot: QtBot, preview: PdfPreview) -> None:
    bar = preview.bar
    below = bar.earlier_page.mapTo(bar, QPoint()).y()
    assert abs(bar.search.mapTo(bar, QPoint()).y() - below) < bar.search.height()
    preview.resize(420, 600)
    qtbot.waitUntil(lambda: bar.search.mapTo(bar, QPoint()).y() > bar.earlier_page.mapTo(bar, QPoint()).y() + 20)
    preview.resize(700, 600)
    qtbot.waitUntil(lambda: bar.search.mapTo(bar, QPoint()).y() < bar.earlier_page.height())
