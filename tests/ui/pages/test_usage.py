"""Nutzung: a foreign table comes in by one click, is shown in four cuts, and is taken back by one undo."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.case import Case
from advisor_app.domain.changes import AnswerSet, UsageSet
from advisor_app.domain.table_preview import RowFate
from advisor_app.domain.usage import UsageCut
from advisor_app.domain.usage_table import USAGE
from advisor_app.ui.pages.assessment import AssessmentPage
from advisor_app.ui.pages.usage import UsagePage
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from tests.example_usage import example_usage, usage_rows, write_usage

OpenCase = Callable[..., CaseBridge]
Stored = Callable[[str], Case]
LEFT = Qt.MouseButton.LeftButton


class Chooser:
    """Answers in place of the system's dialogs."""

    def __init__(self) -> None:
        self.file: Path | None = None

    def to_open(self, *_asked: object) -> Path | None:
        return self.file

    def to_save(self, *_asked: object) -> Path | None:
        return self.file


@pytest.fixture
def bridge(open_case: OpenCase) -> CaseBridge:
    return open_case("M1")


@pytest.fixture
def chooser(tmp_path: Path) -> Chooser:
    chooser = Chooser()
    chooser.file = write_usage(tmp_path / "Auswertung 2025.csv")
    return chooser


@pytest.fixture
def page(qtbot: QtBot, context: PageContext, bridge: CaseBridge, chooser: Chooser) -> UsagePage:
    page = UsagePage(context, bridge, chooser.to_open, chooser.to_save)
    qtbot.addWidget(page)
    page.resize(1182, 690)
    with qtbot.waitExposed(page):
        page.show()
    return page


def chip(page: UsagePage, fate: RowFate | None) -> str:
    return page.table_import.preview.chips[fate].text()


def previewed(qtbot: QtBot, page: UsagePage) -> None:
    qtbot.waitUntil(lambda: page.table_import.isVisible() and page.table_import.preview.table.isVisible())


def test_a_table_comes_in_is_shown_and_taken_back(
    qtbot: QtBot, page: UsagePage, bridge: CaseBridge, stored: Stored, chooser: Chooser, tmp_path: Path
) -> None:
    panel = page.table_import
    qtbot.mouseClick(page.empty.button, LEFT)
    previewed(qtbot, page)
    assert (chip(page, RowFate.NEW), panel.accept_button.text()) == ("120 neu", "120 Zeilen übernehmen")
    qtbot.mouseClick(panel.accept_button, LEFT)
    qtbot.waitUntil(page.figures.isVisible)
    case = stored(bridge.case.id)
    assert len(case.usage) == 10
    assert {piece.title for piece in case.evidence.values()} == {"Auswertung 2025"}
    assert page.present_item() == "month"
    for cut in UsageCut:
        page.open_item(cut.value)
        assert page.figures.chart.isVisible()
        wanted = page.projectable()
        assert wanted is not None
        assert (wanted.cut, wanted.service, wanted.period.months[0].year) == (cut, "", 2025)
    spy = QSignalSpy(page.projectable_changed)
    chosen = next(item for item in case.usage.values() if item.title == "Hundesteuer anmelden")
    page.figures.service_field.edited.emit(chosen.id, "")
    wanted = page.projectable()
    assert wanted is not None
    assert (wanted.service, spy.count()) == (chosen.id, 1)
    page.figures.service_field.edited.emit("", "")
    left = QSignalSpy(page.navigated)
    qtbot.mouseClick(page.figures.head.pdf, LEFT)
    assert left.at(0) == ["documents", "usage-report"]
    page.figures.form.choose("table")
    page.figures.choose_cut(UsageCut.SERVICE)
    assert page.figures.table.rowCount() == 10
    # The same table again: nothing is new, nothing can be taken in, and leaving it shows the figures.
    qtbot.mouseClick(page.figures.head.import_button, LEFT)
    previewed(qtbot, page)
    assert chip(page, RowFate.KNOWN) == "120 schon da"
    assert not panel.accept_button.isEnabled()
    qtbot.mouseClick(panel.leave_button, LEFT)
    assert page.figures.isVisible()
    chooser.file = tmp_path / "aus.xlsx"
    page.figures.head.export_wanted.emit()
    qtbot.waitUntil(chooser.file.exists)
    bridge.undo()
    assert page.empty.isVisible()
    assert stored(bridge.case.id).usage == {}
    assert not bridge.case.evidence
    bridge.redo()
    assert page.figures.isVisible()
    page.remove()
    assert page.empty.isVisible()


def test_the_service_one_looks_at_becomes_a_measure(
    qtbot: QtBot, page: UsagePage, bridge: CaseBridge, stored: Stored
) -> None:
    usage = example_usage()
    assert bridge.edit(*(UsageSet(name, None, record) for name, record in usage.items()))
    qtbot.waitUntil(page.figures.isVisible)
    assert not page.figures.measure.isVisible()  # all services are shown
    chosen = next(name for name, item in usage.items() if item.title == "Hundesteuer anmelden")
    page.figures.service_field.edited.emit(chosen, "")
    measure = page.figures.measure
    assert (measure.isVisible(), measure.text()) == (True, "Maßnahme daraus")
    qtbot.mouseClick(measure, LEFT)
    (made,) = stored(bridge.case.id).measures.values()
    assert (made.title, made.dimension) == ("Abbrüche bei „Hundesteuer anmelden“ verringern", "1.6")
    assert measure.text() == f"Maßnahme {made.id} ansehen"
    with qtbot.waitSignal(page.navigated) as led:
        qtbot.mouseClick(measure, LEFT)
    assert led.args == ["plan", made.id]
    bridge.undo()
    assert (bridge.case.measures, measure.text()) == ({}, "Maßnahme daraus")


def test_columns_are_chosen_once_and_faults_are_told(
    qtbot: QtBot, page: UsagePage, bridge: CaseBridge, chooser: Chooser, tmp_path: Path
) -> None:
    book = Workbook()
    notes, figures = book.active, book.create_sheet("Zahlen")
    assert notes is not None
    notes.append(["Was hier steht"])
    figures.append(["Stand", "Januar 2026"])
    figures.append([])
    figures.append(["Was", "Wann", "Wie oft"])
    for title, month, uses, *_ in usage_rows()[:8]:
        figures.append([title, month, uses])
    figures.append(["Hundesteuer", "gestern", -3])
    chooser.file = tmp_path / "fremd.xlsx"
    book.save(chooser.file)
    panel, form = page.table_import, page.table_import.form
    panel.choose()
    qtbot.waitUntil(form.isVisible)
    assert [form.sheet.itemText(index) for index in range(form.sheet.count())] == ["Sheet", "Zahlen"]
    choose(qtbot, form.sheet, "Zahlen")
    choose(qtbot, form.head, "Zeile 3: Was, Wann, Wie oft")
    assert not panel.accept_button.isEnabled()
    for name, column in (("title", "Was"), ("month", "Wann"), ("uses", "Wie oft")):
        choose(qtbot, form.boxes[name], column)
    previewed(qtbot, page)
    assert (chip(page, RowFate.NEW), chip(page, RowFate.FAULTY)) == ("8 neu", "1 fehlerhaft")
    qtbot.mouseClick(panel.preview.chips[RowFate.FAULTY], LEFT)
    model = panel.preview.model
    assert model.rowCount() == 1
    assert "Zeile 12, Spalte „Wann“: „gestern“ ist kein Monat" in str(model.data(model.index(0, 2)))
    qtbot.mouseClick(panel.accept_button, LEFT)
    qtbot.waitUntil(page.figures.isVisible)
    assert len(bridge.case.usage) == 8
    bridge.undo()
    panel.choose()  # the second time no column has to be named
    previewed(qtbot, page)
    assert panel.accept_button.text() == "8 Zeilen übernehmen"


def test_what_is_no_table_is_said_and_nothing_stays(
    qtbot: QtBot, page: UsagePage, bridge: CaseBridge, chooser: Chooser, tmp_path: Path
) -> None:
    chooser.file = tmp_path / "kein.xlsx"
    chooser.file.write_bytes(b"PK\x03\x04 nichts")
    with qtbot.waitSignal(page.warned) as told:
        page.table_import.choose()
    assert "lässt sich nicht einlesen" in told.args[0]
    assert page.empty.isVisible()
    chooser.file = None
    page.table_import.choose()
    assert page.empty.isVisible()
    assert not bridge.case.usage


def test_a_table_is_dropped_on_the_page_and_nothing_else(qtbot: QtBot, page: UsagePage, tmp_path: Path) -> None:
    drop(page, tmp_path / "foto.jpg")
    assert page.empty.isVisible()
    drop(page, write_usage(tmp_path / "Auswertung.csv"))
    previewed(qtbot, page)
    assert chip(page, RowFate.NEW) == "120 neu"
    qtbot.mouseClick(page.table_import.leave_button, LEFT)
    assert page.empty.isVisible()


def drop(page: UsagePage, file: Path) -> None:
    """Drag a file over the page and let it go, as the system tells it."""
    given = QMimeData()
    given.setUrls([QUrl.fromLocalFile(str(file))])
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPointF(page.rect().center()), copy, given, LEFT, none)
    QGuiApplication.sendEvent(page, entered)
    if entered.isAccepted():
        QGuiApplication.sendEvent(page, QDropEvent(QPointF(page.rect().center()), copy, given, LEFT, none))


def choose(qtbot: QtBot, box: object, text: str) -> None:
    """Choose an entry of a list as a person does."""
    from advisor_app.ui.widgets.choice_field import ChoiceBox

    assert isinstance(box, ChoiceBox)
    index = box.findText(text)
    assert index >= 0, [box.itemText(at) for at in range(box.count())]
    box.setCurrentIndex(index)
    box.activated.emit(index)
    qtbot.wait(1)


def test_the_figures_stand_beside_the_question_and_answer_it(
    qtbot: QtBot, context: PageContext, bridge: CaseBridge, stored: Stored, tmp_path: Path
) -> None:
    case = bridge.case
    (assessment,) = case.assessments
    level = Answer(state=AnswerState.ANSWERED, level=3)
    assert bridge.edit(AnswerSet(assessment, "1.6.1", None, level))
    page = AssessmentPage(context, bridge)
    qtbot.addWidget(page)
    page.resize(1182, 690)
    with qtbot.waitExposed(page):
        page.show()
    line = page.sheet.measurement
    page.open_item("1.6.6")
    assert line.words == ""
    usage = context.workspace.usage
    file = write_usage(tmp_path / "Auswertung.csv")
    imports = context.workspace.table_imports
    rows = imports.rows_of(file, USAGE)
    assert bridge.edit(*usage.changes(bridge.case, usage.compare(bridge.case, rows), usage.keep_file(file)))
    assert line.words.startswith("01/2025 bis 12/2025: Abgesendete Anträge: 12.463")
    assert {piece.subject.item for piece in bridge.case.evidence.values()} >= {"1.6.1", "1.6.6"}
    qtbot.mouseClick(line.take_button, LEFT)
    assert stored(case.id).answer(assessment, "1.6.6").number == 12_463
    assert not line.take_button.isVisible()
    page.open_item("1.6.1")
    assert "abgebrochen: 14,6 %" in line.words
    with qtbot.waitSignal(page.navigated) as wanted:
        qtbot.mouseClick(line.page_button, LEFT)
    assert wanted.args == ["usage", ""]
    page.open_item("1.1.1")
    assert not line.isVisible()


def test_the_newest_look_at_a_table_counts_and_one_that_is_gone_is_told_nothing(
    qtbot: QtBot, page: UsagePage, chooser: Chooser, tmp_path: Path
) -> None:
    table_import, lane = page.table_import, page.context.lane
    assert chooser.file is not None
    older = tmp_path / "Leer.csv"
    older.write_text("Jahr;Monat\n", "utf-8")
    table_import.read(older)
    table_import.read(chooser.file)
    qtbot.waitUntil(lambda: not lane.is_busy)
    assert table_import.file == chooser.file
    assert table_import.accept_button.isEnabled()

    table_import.read(chooser.file)
    delete(table_import)
    qtbot.waitUntil(lambda: not lane.is_busy)
