"""Dokumente: previewed in the window, written by the adviser, saved where one likes."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from advisor_app.domain.case import Case, SectionKey
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.words import Audience, Words
from advisor_app.ui.pages.documents import DocumentsPage
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.printing import paper, print_pages
from tests.ui.pages.documents_page import FileChoice, click, example_bridge, shown_page

Stored = Callable[[str], Case]
OpenCase = Callable[..., CaseBridge]


def summary_of(bridge: CaseBridge) -> SectionKey:
    """Where the summary of the report on module 4 stands."""
    assessment = bridge.case.default_assessment()
    assert assessment is not None
    return SectionKey("result-report", assessment.id, "summary")


@pytest.fixture
def choice() -> FileChoice:
    return FileChoice()


@pytest.fixture
def bridge(context: PageContext) -> CaseBridge:
    """The worked example."""
    return example_bridge(context)


@pytest.fixture
def page(qtbot: QtBot, context: PageContext, bridge: CaseBridge, choice: FileChoice) -> DocumentsPage:
    return shown_page(qtbot, context, bridge, choice)


def test_the_preview_shows_every_page(page: DocumentsPage) -> None:
    texts = [page.preview.text_of(number) for number in range(page.preview.page_count)]
    assert page.preview.page_count >= 6
    assert "Ergebnisbericht" in texts[0]
    assert "Phase 3" in texts[0]
    assert all(text.strip() for text in texts)
    assert page.head.state.text() == "Modul 4 · Workshop"
    assert page.preview.bar.place.text() == f"Seite 1 von {page.preview.page_count}"


def test_each_document_is_previewed_when_it_is_chosen(qtbot: QtBot, page: DocumentsPage) -> None:
    page.open_item("implementation-plan")
    qtbot.waitUntil(lambda: "Umsetzungsplan" in page.preview.text_of(0))
    page.open_item("use-case")
    qtbot.waitUntil(lambda: "UC-01" in page.preview.text_of(0))
    assert page.head.title.text() == "Anwendungsfall"


def test_each_module_has_its_report(qtbot: QtBot, page: DocumentsPage, bridge: CaseBridge) -> None:
    entries = [entry for entry in page.column.entries if entry.title == "Ergebnisbericht"]
    assert [entry.below for entry in entries] == ["Modul 4 · Workshop", "Modul 1 · Workshop"]
    first = next(item.id for item in bridge.case.in_order() if item.questionnaire == "m1")
    page.open_item(f"result-report:{first}")
    qtbot.waitUntil(lambda: "Ergebnisbericht Modul 1" in page.preview.text_of(0))
    assert {key.item for key in page.sections.fields} == {first}


def test_what_is_written_is_stored_and_printed(
    qtbot: QtBot, page: DocumentsPage, bridge: CaseBridge, stored: Stored
) -> None:
    click(qtbot, page, "Texte")
    field = page.sections.fields[summary_of(bridge)].words.field
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "Eschentalbach kann im Herbst beginnen.")
    assert page.flush()
    expected = Words("Eschentalbach kann im Herbst beginnen.", Audience.REPORT)
    assert stored(bridge.case.id).sections[summary_of(bridge)] == expected
    click(qtbot, page, "Vorschau")
    qtbot.waitUntil(lambda: "im Herbst beginnen" in page.preview.text_of(0))


def test_what_is_held_back_is_not_printed(qtbot: QtBot, page: DocumentsPage, bridge: CaseBridge) -> None:
    click(qtbot, page, "Texte")
    words = page.sections.fields[summary_of(bridge)].words
    words.field.setFocus()
    words.field.selectAll()
    qtbot.keyClicks(words.field, "Nur fuer uns")
    words._on_audience_activated(0)
    click(qtbot, page, "Vorschau")
    qtbot.waitUntil(lambda: "Eschentalbach steht in Phase 3" not in page.preview.text_of(0))
    assert all("Nur fuer uns" not in page.preview.text_of(number) for number in range(page.preview.page_count))


def test_saving_says_where_and_writes_the_same_pages(
    qtbot: QtBot, page: DocumentsPage, choice: FileChoice, tmp_path: Path
) -> None:
    choice.path = tmp_path / "Bericht für das Rathaus.pdf"
    click(qtbot, page, "PDF speichern")
    qtbot.waitUntil(page.made.isVisible)
    assert choice.proposed == "Ergebnisbericht_Modul-4-Workshop_Eschentalbach.pdf"
    assert str(choice.path) in page.made.words
    assert len(PdfReader(choice.path).pages) == page.preview.page_count
    assert page.head.save.isEnabled()


def test_leaving_the_dialog_writes_nothing(qtbot: QtBot, page: DocumentsPage, tmp_path: Path) -> None:
    click(qtbot, page, "PDF speichern")
    assert not page.made.isVisible()
    assert list(tmp_path.glob("*.pdf")) == []


def test_a_place_that_cannot_be_written_is_said_in_one_sentence(
    qtbot: QtBot, page: DocumentsPage, choice: FileChoice, tmp_path: Path
) -> None:
    choice.path = tmp_path / "gibt" / "es" / "nicht.pdf"
    with qtbot.waitSignal(page.warned) as warned:
        click(qtbot, page, "PDF speichern")
    assert warned.args is not None
    assert "nicht.pdf" in warned.args[0]
    assert not page.made.isVisible()


def test_the_preview_leaves_nothing_on_the_disk(page: DocumentsPage, data_folder: Path) -> None:
    assert page.preview.page_count
    assert not list(data_folder.rglob("*.pdf"))
    assert not (data_folder / "cache").exists()


def test_a_case_without_a_use_case_says_what_is_missing(
    qtbot: QtBot, context: PageContext, open_case: OpenCase
) -> None:
    page = DocumentsPage(context, open_case("M4"))
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.open_item("use-case")
    assert not page.head.save.isEnabled()
    assert "noch keinen Anwendungsfall" in page.body.missing.text()


def pdf_printer(file: Path) -> QPrinter:
    """A printer that writes a file, as "print to file" does."""
    printer = paper(QPrinter(QPrinter.PrinterMode.HighResolution))
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    printer.setResolution(150)
    return printer


@pytest.fixture
def printed(
    qtbot: QtBot, context: PageContext, bridge: CaseBridge, choice: FileChoice, tmp_path: Path
) -> tuple[DocumentsPage, QPrinter, Path]:
    """A page that prints to a file."""
    file = tmp_path / "Druck.pdf"
    printer = pdf_printer(file)
    page = DocumentsPage(context, bridge, choice, lambda _parent, _request: printer)
    qtbot.addWidget(page)
    page.resize(1182, 690)
    with qtbot.waitExposed(page):
        page.show()
    page.open_item("use-case")
    qtbot.waitUntil(lambda: page.preview.page_count > 0)
    return page, printer, file


def test_printing_puts_every_page_on_a_sheet_of_its_own(
    qtbot: QtBot, printed: tuple[DocumentsPage, QPrinter, Path]
) -> None:
    page, _, file = printed
    page.activateWindow()
    page.column.list.setFocus()
    with qtbot.waitSignal(page.noticed) as noticed:
        qtbot.keyClick(page.column.list, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert noticed.args == [f"Anwendungsfall: an den Drucker übergeben, Seiten: {page.preview.page_count}"]
    sheets = PdfReader(file).pages
    assert len(sheets) == page.preview.page_count
    assert [round(float(side)) for side in sheets[0].mediabox[2:]] == [595, 842]
    assert sheets[0].images, "drawn, not empty"
    assert page.head.print.isEnabled()


def test_only_the_chosen_pages_are_printed(qtbot: QtBot, printed: tuple[DocumentsPage, QPrinter, Path]) -> None:
    page, printer, file = printed
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    with qtbot.waitSignal(page.noticed):
        click(qtbot, page, "Drucken")
    assert len(PdfReader(file).pages) == 2


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_is_named(
    qtbot: QtBot, printed: tuple[DocumentsPage, QPrinter, Path], tmp_path: Path
) -> None:
    page, printer, _ = printed
    printer.setOutputFileName(str(tmp_path / "gibt" / "es" / "nicht.pdf"))
    with qtbot.waitSignal(page.warned) as warned:
        click(qtbot, page, "Drucken")
    assert warned.args is not None
    assert "hat den Auftrag nicht angenommen" in warned.args[0]
    assert page.head.print.isEnabled()


def test_printing_can_be_stopped_between_pages(printed: tuple[DocumentsPage, QPrinter, Path]) -> None:
    page, printer, _ = printed
    reported: list[float] = []

    def stop() -> None:
        if len(reported) == 1:
            raise AdvisorError(Problem.CANCELLED)

    with pytest.raises(AdvisorError):
        print_pages(page.preview.content, printer, reported.append, stop)
    assert reported == [0.0]


def test_the_palette_names_what_the_page_can_do(qtbot: QtBot, page: DocumentsPage) -> None:
    commands = {command.title: command for command in page.commands()}
    assert commands["PDF speichern"].keys == "Ctrl+S"
    assert commands["Drucken"].keys == "Ctrl+P"
    commands["Texte bearbeiten"].act()
    assert page.sections.isVisible()
    commands["Umsetzungsplan"].act()
    qtbot.waitUntil(lambda: page.head.title.text() == "Umsetzungsplan")


def test_the_preview_gives_way_before_the_page_scrolls_a_second_time(qtbot: QtBot, page: DocumentsPage) -> None:
    # A window of 1280 × 720: the buttons need a second line there, and the page behind the preview must not scroll.
    page.resize(1096, 636)
    buttons = (page.head.mode, page.head.hand_over)
    qtbot.waitUntil(lambda: buttons[1].y() > buttons[0].y())
    assert page.body.verticalScrollBar().maximum() == 0
    # Back at 1366 × 768 less a title bar they stand in one line again, wherever the window came from.
    page.resize(1182, 660)
    qtbot.waitUntil(lambda: buttons[1].geometry().center().y() == buttons[0].geometry().center().y())
    assert page.body.verticalScrollBar().maximum() == 0


def test_at_200_percent_nothing_lies_over_anything(qtbot: QtBot, page: DocumentsPage) -> None:
    theming = page.context.theming
    page.resize(1254, 600)
    theming.set_zoom(200)

    def places() -> list[QRect]:
        content = page.body.widget()
        assert content is not None
        parts = (page.head.title, page.head.release, page.head.mode, page.head.hand_over, page.preview.bar.search)
        return [QRect(part.mapTo(content, QPoint()), part.size()) for part in (*parts, page.preview.pages)]

    def apart() -> bool:
        found = places()
        return all(not one.intersects(other) for one, other in combinations(found, 2))

    qtbot.waitUntil(lambda: apart() and page.head.title.height() >= page.head.title.sizeHint().height())
    assert page.preview.pages.height() >= theming.scaled(200)
    assert page.body.verticalScrollBar().maximum() > 0
    theming.set_zoom(100)
