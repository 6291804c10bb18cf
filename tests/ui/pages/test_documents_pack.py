"""The print pack: chosen by clicks and keys, saved as one file, printed, and what stops it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from advisor_app.domain.agenda import AgendaDay
from advisor_app.domain.case import Contact
from advisor_app.domain.changes import AgendaDaySet, ContactSet
from advisor_app.domain.readiness import ReadyPoint
from advisor_app.services.clock import today
from advisor_app.services.ids import new_id
from advisor_app.ui.pages.documents import DocumentsPage
from advisor_app.ui.pages.documents.pack_row import PackRow
from advisor_app.ui.pages.documents.pack_view import PackView
from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.printing import PrintRequest, prepared
from tests.faults import fill, read_only, small_disk
from tests.ui.held_lane import held
from tests.ui.pages.documents_page import FileChoice, click, example_bridge

LEFT = Qt.MouseButton.LeftButton


class PrinterChoice:
    """A print dialog that answers with a printer into a file, or with nothing, and remembers what it was asked."""

    def __init__(self, file: Path) -> None:
        self.file: Path | None = file
        self.asked: list[PrintRequest] = []

    def __call__(self, _parent: QWidget, request: PrintRequest) -> QPrinter | None:
        self.asked.append(request)
        if self.file is None:
            return None
        printer = prepared(QPrinter(QPrinter.PrinterMode.HighResolution), request)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.file))
        printer.setResolution(72)
        return printer


@pytest.fixture
def choice(tmp_path: Path) -> FileChoice:
    choice = FileChoice()
    choice.path = tmp_path / "Druckpaket.pdf"
    return choice


@pytest.fixture
def printers(tmp_path: Path) -> PrinterChoice:
    return PrinterChoice(tmp_path / "Druck.pdf")


@pytest.fixture
def bridge(context: PageContext) -> Iterator[CaseBridge]:
    bridge = example_bridge(context)
    yield bridge
    bridge.close()


@pytest.fixture
def page(
    qtbot: QtBot, context: PageContext, bridge: CaseBridge, choice: FileChoice, printers: PrinterChoice
) -> DocumentsPage:
    """The page with the print pack open."""
    page = DocumentsPage(context, bridge, choice, printers)
    qtbot.addWidget(page)
    page.resize(1182, 690)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(lambda: page.preview.page_count > 0)
    click(qtbot, page, "Druckpaket")
    qtbot.waitUntil(page.pack.view.isVisible)
    return page


@pytest.fixture
def view(page: DocumentsPage) -> PackView:
    return page.pack.view


def row_of(view: PackView, kind: str) -> PackRow:
    return next(row for row in view.rows if row.offer.kind == kind)


def tick(qtbot: QtBot, view: PackView, *kinds: str) -> None:
    """Take everything out of the pack but these, by the space bar."""
    for row in view.rows:
        if row.box.isChecked() is not (row.offer.kind in kinds):
            row.box.setFocus()
            qtbot.keyClick(row.box, Qt.Key.Key_Space)


def idle(qtbot: QtBot, context: PageContext) -> None:
    qtbot.waitUntil(lambda: not context.lane.is_busy)


def test_the_next_workshop_is_proposed(view: PackView) -> None:
    chosen = {row.offer.kind for row in view.rows if row.box.isChecked()}
    assert {"agenda", "module-handout", "run-sheet", "questionnaire-blank", "voting-cards"} <= chosen
    assert "result-report" not in chosen
    assert all(not row.offer.modules or "M4" in row.offer.modules for row in view.rows)
    assert view.sum.text() == f"Dokumente: {len(view.wanted)} · Exemplare: {len(view.wanted)}"  # one contact, one each


def test_what_each_participant_gets_follows_their_number(qtbot: QtBot, view: PackView) -> None:
    handout, sheet = row_of(view, "module-handout"), row_of(view, "run-sheet")
    assert handout.each.isChecked()
    field = view.settings.participants
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "14")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert (handout.copies.value(), sheet.copies.value()) == (14, 1)
    assert not handout.copies.isEnabled()
    handout.each.setFocus()
    qtbot.keyClick(handout.each, Qt.Key.Key_Space)
    assert handout.copies.value() == 1
    handout.copies.setFocus()
    qtbot.keyClick(handout.copies, Qt.Key.Key_Up)
    assert {copies.kind: copies.count for copies in view.wanted}["module-handout"] == 2


def test_the_number_of_participants_is_that_of_the_contacts(
    qtbot: QtBot, context: PageContext, bridge: CaseBridge, choice: FileChoice
) -> None:
    person = next(iter(bridge.case.people))
    for number in range(11):
        contact = Contact(id=f"contact-{number}", person=person, function="Amt")
        bridge.edit(ContactSet(contact.id, None, contact))
    page = DocumentsPage(context, bridge, choice)
    qtbot.addWidget(page)
    page.show_pack()
    assert page.pack.view.participants == 12


def test_another_module_brings_its_own_papers(qtbot: QtBot, view: PackView) -> None:
    box = view.settings.module.box
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Home)
    assert {row.offer.item for row in view.rows if row.offer.kind == "module-handout"} == {"M1"}
    qtbot.keyClick(box, Qt.Key.Key_End)
    assert {row.offer.item for row in view.rows if row.offer.kind == "module-handout"} == {"M1", "M4"}


def test_the_pack_is_saved_with_blank_backs_and_told_in_sheets(
    qtbot: QtBot, context: PageContext, bridge: CaseBridge, view: PackView, choice: FileChoice
) -> None:
    on = today(context.workspace.clock) + timedelta(days=1)
    day = AgendaDay(id=new_id(), module="M4", title="Workshop", number=9, on=on)
    bridge.edit(AgendaDaySet(day.id, None, day))
    tick(qtbot, view, "voting-cards", "use-case-canvas")
    row_of(view, "use-case-canvas").copies.setValue(3)
    click(qtbot, view, "Als PDF speichern")
    qtbot.waitUntil(view.made.isVisible)
    assert choice.proposed == "Druckpaket_Eschentalbach.pdf"
    assert choice.path is not None
    pages = len(PdfReader(choice.path).pages)
    assert view.sum.text().startswith("Dokumente: 2 · Exemplare: 4 · Seiten: ")
    assert [check.id for check in bridge.case.ready_checks.values()] == [day.id]
    assert bridge.case.ready_checks[day.id].result(ReadyPoint.PRINT_PACK) is not None
    assert view.sum.text().endswith(f"Blatt Papier: {pages // 2}")
    idle(qtbot, context)
    assert view.save.isEnabled()
    qtbot.mouseClick(view.settings.duplex, LEFT, pos=view.settings.duplex.rect().center() / 8)
    assert not view.settings.duplex.isChecked()
    assert view.sum.text() == "Dokumente: 2 · Exemplare: 4"  # what was counted holds no more
    assert not view.made.isVisible()


def test_printing_asks_once_the_pages_are_known_and_on_both_sides(
    qtbot: QtBot, page: DocumentsPage, view: PackView, printers: PrinterChoice
) -> None:
    tick(qtbot, view, "use-case-canvas")
    with qtbot.waitSignal(page.noticed) as noticed:
        qtbot.keyClick(view, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    (request,) = printers.asked
    assert noticed.args == [f"Druckpaket: an den Drucker übergeben, Seiten: {request.pages}"]
    assert request.duplex
    assert printers.file is not None
    assert len(PdfReader(printers.file).pages) == request.pages


def test_leaving_the_dialog_prints_nothing_and_keeps_what_was_drawn(
    qtbot: QtBot, context: PageContext, view: PackView, printers: PrinterChoice
) -> None:
    printers.file = None
    tick(qtbot, view, "use-case-canvas")
    click(qtbot, view, "Drucken …")
    qtbot.waitUntil(lambda: len(printers.asked) == 1)
    assert "Blatt Papier: 1" in view.sum.text()
    idle(qtbot, context)
    click(qtbot, view, "Drucken …")
    assert len(printers.asked) == 2
    assert not context.lane.findChildren(Job)


def test_a_pack_can_be_stopped(qtbot: QtBot, context: PageContext, page: DocumentsPage, view: PackView) -> None:
    with qtbot.waitSignal(page.warned) as warned, held(context.lane):
        click(qtbot, view, "Als PDF speichern")
        assert not view.save.isEnabled()
        *_, job = context.lane.findChildren(Job)
        job.cancel()
    assert warned.args is not None
    idle(qtbot, context)
    assert view.save.isEnabled()
    assert not view.made.isVisible()


def test_thirty_certificates_are_the_work_of_the_lane(
    qtbot: QtBot, context: PageContext, view: PackView, choice: FileChoice
) -> None:
    tick(qtbot, view, "attendance-certificate")
    (row, *others) = (row for row in view.rows if row.box.isChecked())
    for other in others:
        qtbot.mouseClick(other.box, LEFT, pos=other.box.rect().center() / 8)
    row.copies.setValue(30)
    with qtbot.waitSignal(context.lane.started) as started:
        click(qtbot, view, "Als PDF speichern")
    assert started.args is not None
    assert isinstance(started.args[0], Job)
    assert not view.made.isVisible()  # the click came back before there was a file
    qtbot.waitUntil(view.made.isVisible)
    assert choice.path is not None
    assert len(PdfReader(choice.path).pages) % 30 == 0


def test_nothing_chosen_offers_nothing(qtbot: QtBot, view: PackView) -> None:
    tick(qtbot, view)
    assert view.wanted == ()
    assert not view.save.isEnabled()
    assert not view.print.isEnabled()


def test_escape_leads_back_and_the_choice_stays(qtbot: QtBot, page: DocumentsPage, view: PackView) -> None:
    tick(qtbot, view, "glossary")
    qtbot.keyClick(row_of(view, "glossary").box, Qt.Key.Key_Escape)
    assert not page.shows_pack
    assert page.column.list.hasFocus()
    page.show_pack()
    assert [copies.kind for copies in view.wanted] == ["glossary"]


def test_the_palette_offers_the_pack(page: DocumentsPage) -> None:
    titles = {command.title: command for command in page.commands()}
    assert titles["Druckpaket als PDF speichern"].keys == "Ctrl+S"
    titles["Druckpaket verlassen"].act()
    next(command for command in page.commands() if command.title == "Druckpaket zusammenstellen").act()
    assert page.shows_pack


def test_a_target_that_takes_nothing_is_named_and_the_older_file_stays(
    qtbot: QtBot, page: DocumentsPage, view: PackView, choice: FileChoice, tmp_path: Path
) -> None:
    folder = tmp_path / "nur lesbar"
    folder.mkdir()
    choice.path = folder / "Paket.pdf"
    choice.path.write_bytes(b"alt")
    tick(qtbot, view, "use-case-canvas")
    with read_only(folder), qtbot.waitSignal(page.warned) as warned:
        click(qtbot, view, "Als PDF speichern")
    assert warned.args is not None
    assert "lässt sich nicht schreiben" in warned.args[0]
    assert choice.path.read_bytes() == b"alt"
    assert not view.made.isVisible()


def test_a_full_target_is_named(
    qtbot: QtBot, page: DocumentsPage, view: PackView, choice: FileChoice, tmp_path: Path
) -> None:
    tick(qtbot, view, "use-case-canvas")
    with small_disk(tmp_path / "stick", "1m") as disk:
        fill(disk)
        choice.path = disk / "Paket.pdf"
        with qtbot.waitSignal(page.warned) as warned:
            click(qtbot, view, "Als PDF speichern")
        assert warned.args is not None
        assert "ist voll" in warned.args[0]
        assert [file.name for file in disk.iterdir()] == ["filler"]
