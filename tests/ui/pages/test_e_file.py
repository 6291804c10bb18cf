"""E-Akte: areas by keys, a filing plan that one writes, an exercise, variants by figures, a rollout for the plan."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from advisor_app.domain.case import Case
from advisor_app.domain.changes import AreaStandingSet, FilePlanEntrySet, MeasureSet, ProcessSet
from advisor_app.domain.e_file import AreaState, Need
from advisor_app.domain.file_plan import FilePlanEntry
from advisor_app.domain.process import Flow
from advisor_app.domain.projection import EFileView, ProjectableEFile, ProjectableProcess
from advisor_app.ui.pages.e_file import EFilePage
from advisor_app.ui.pages.e_file.head import PARTS
from advisor_app.ui.pages.e_file.scan_model import FIRST_VARIANT, WEIGHT
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.value_field import TextArea
from tests.example_e_file import e_file_changes, letters_way
from tests.profiles import connect_to

OpenCase = Callable[..., CaseBridge]
Stored = Callable[[str], Case]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def bridge(open_case: OpenCase) -> CaseBridge:
    return open_case("M3")


@pytest.fixture
def page(qtbot: QtBot, context: PageContext, bridge: CaseBridge) -> EFilePage:
    page = EFilePage(context, bridge)
    qtbot.addWidget(page)
    page.resize(1182, 690)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    return page


def write(qtbot: QtBot, table: QTableView, row: int, column: int, text: str) -> None:
    """Type into a cell like a person: the first letter begins, Enter ends."""
    table.setFocus()
    table.setCurrentIndex(table.model().index(row, column))
    qtbot.keyClick(table, text[0])
    editor = table.viewport().findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, text[1:])
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: table.viewport().findChild(QLineEdit) is None)


def numbers(case: Case) -> set[str]:
    return {entry.number for entry in case.file_plan.values()}


def test_areas_are_judged_by_keys_and_by_mouse(
    qtbot: QtBot, page: EFilePage, bridge: CaseBridge, stored: Stored
) -> None:
    table = page.areas.table
    page.show_part("areas")
    qtbot.keyClick(table, Qt.Key.Key_T)
    qtbot.keyClick(table, Qt.Key.Key_M)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_N)
    said = stored(bridge.case.id).e_file_areas
    assert (said["mail-room"].state, said["mail-room"].need) == (AreaState.PARTLY, Need.MUST)
    assert said["e-mail"].state is AreaState.NO
    qtbot.keyClick(table, Qt.Key.Key_Down)  # over the title of the next group
    assert page.areas.current == "filing-plan"
    qtbot.keyClick(table, Qt.Key.Key_Up)
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert "e-mail" not in bridge.case.e_file_areas
    assert bridge.undo()
    assert bridge.case.e_file_areas["e-mail"].state is AreaState.NO
    page.open_item("areas/search")
    detail = page.areas.detail
    assert not detail.products.isVisibleTo(detail)
    typed = detail.demands.field("demands")
    assert isinstance(typed, TextArea)
    typed.text.setFocus()
    QTest.keyClicks(typed.text, "Like Enaio, as fast")
    page.flush()
    page.refresh((AreaStandingSet("search", None, bridge.case.e_file_areas["search"]),))
    assert detail.products.isVisibleTo(detail)
    assert "enaio“ ist ein Produkt" in detail.products.text(), "requirements are met by any solution"
    assert page.present_item() == "areas/search"
    assert "5 Suche" in page.areas.detail.title.text()


def test_every_part_shows_the_example_and_takes_nothing_twice(
    qtbot: QtBot, page: EFilePage, bridge: CaseBridge
) -> None:
    way = letters_way()
    guide = page.context.workspace.e_files.guide
    assert bridge.edit(*e_file_changes(guide), ProcessSet(way.id, None, way))
    for part in PARTS:
        page.show_part(part)
        assert page.part == part
    assert page.way.cards["p-letter"].title.text() == "P-01 Weg eines Antragsschreibens"
    assert "6 von 10" in page.exercise.sums.text()
    assert "„Zentral vor der Bearbeitung“ liegt mit 3,16" in page.scanning.result.text()
    opened: list[tuple[str, str]] = []
    page.navigated.connect(lambda *target: opened.append(target))
    qtbot.mouseClick(page.way.cards["p-letter"].open_button, LEFT)
    qtbot.mouseClick(page.head.pdf, LEFT)
    assert opened == [("processes", "p-letter/as-is"), ("documents", "e-file-sheet")]
    page.show_part("rollout")
    qtbot.mouseClick(page.rollout.into_plan, LEFT)
    assert len(bridge.case.measures) == 4
    assert not page.rollout.into_plan.isEnabled()
    first = next(iter(bridge.case.measures.values()))
    assert bridge.edit(MeasureSet(first.id, first, None))
    assert page.rollout.into_plan.isEnabled()
    assert "1 noch nicht im Plan" in page.rollout.sums.text()


def test_the_room_sees_what_of_a_part_is_a_picture(page: EFilePage, bridge: CaseBridge, context: PageContext) -> None:
    assert page.projectable() == ProjectableEFile(view=EFileView.AREAS)
    page.show_part("rollout")
    assert page.projectable() is None
    way = letters_way()
    bridge.edit(*e_file_changes(context.workspace.e_files.guide), ProcessSet(way.id, None, way))
    page.refresh((ProcessSet(way.id, None, way),))
    assert page.projectable() == ProjectableEFile(view=EFileView.ROLLOUT)
    page.show_part("scanning")
    assert page.projectable() == ProjectableEFile(view=EFileView.SCANNING)
    page.show_part("way")
    assert page.projectable() == ProjectableProcess(process=way.id)
    page.show_part("exercise")
    assert page.projectable() is None, "groups work on it themselves"


def test_the_room_sees_the_way_that_is_chosen_and_a_clicker_goes_through_all(
    qtbot: QtBot, page: EFilePage, bridge: CaseBridge
) -> None:
    letter = letters_way()
    invoice = replace(letter, id="p-invoice", number=letter.number + 1, title="Weg einer Rechnung", to_be=())
    bridge.edit(ProcessSet(letter.id, None, letter))
    page.show_part("way")
    assert page.turns
    assert page.way.pictures == (picture(letter.id), picture(letter.id, Flow.TO_BE))
    bridge.edit(ProcessSet(invoice.id, None, invoice))
    assert page.projectable() == picture(letter.id)
    assert not page.way.cards[invoice.id].wall_buttons[Flow.TO_BE].isVisible()  # nothing is drawn there
    button = page.way.cards[invoice.id].wall_buttons[Flow.AS_IS]
    assert button.text() == "Auf den Beamer"
    page.way.cards[invoice.id].charts[Flow.AS_IS].setFocus()
    with qtbot.waitSignal(page.projectable_changed):
        qtbot.mouseClick(button, LEFT)
    assert page.projectable() == picture(invoice.id)
    assert button.text() == "Für den Beamer gewählt"
    seen = []
    for places in (1, -1, -1, -1):  # beyond the ends it stays
        page.show_beside(places)
        seen.append(page.projectable())
    assert seen == [picture(invoice.id), picture(letter.id, Flow.TO_BE), *[picture(letter.id)] * 2]
    bridge.edit(ProcessSet(letter.id, letter, None))
    assert page.projectable() == picture(invoice.id)
    assert not button.isVisible()  # there is no choice any more
    page.show_part("areas")
    assert not page.turns
    page.show_beside(1)
    assert page.projectable() == ProjectableEFile(view=EFileView.AREAS)


def picture(process: str, flow: Flow = Flow.AS_IS) -> ProjectableProcess:
    return ProjectableProcess(process=process, flow=flow)


def test_a_filing_plan_is_written_renumbered_and_taken_out(qtbot: QtBot, page: EFilePage, bridge: CaseBridge) -> None:
    page.show_part("file-plan")
    qtbot.mouseClick(page.file_plan.empty.other, LEFT)
    assert numbers(bridge.case) == {"0"}
    assert bridge.undo()
    qtbot.mouseClick(page.file_plan.empty.button, LEFT)
    table = page.file_plan.table
    assert len(bridge.case.file_plan) == table.lines.rowCount() - 1
    second = next(entry for entry in bridge.case.file_plan.values() if entry.number == "00")
    write(qtbot, table, table.lines.row_of(second.id), 0, "05")
    assert {"05", "05.10", "05.20"} <= numbers(bridge.case)
    assert table.current is not None
    assert bridge.undo()
    assert {"00", "00.10", "00.20"} <= numbers(bridge.case)
    table.go_to(second.id)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Insert)
    assert "00.30" in numbers(bridge.case)
    table.go_to(second.id)
    told: list[str] = []
    page.removed.connect(told.append)
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert told == ["„00 Gremien“ ist gelöscht, mit 3 darunter."]
    write(qtbot, table, table.lines.rowCount() - 1, 1, "Neues")
    assert [entry.title for entry in bridge.case.file_plan.values()].count("Neues") == 1

    assert bridge.edit(*(FilePlanEntrySet(entry.id, entry, None) for entry in bridge.case.file_plan.values()))
    _move_three_hundred_entries(qtbot, page, bridge)


def _move_three_hundred_entries(qtbot: QtBot, page: EFilePage, bridge: CaseBridge) -> None:
    entries = [FilePlanEntry(id=f"e{place}", number="1" * place, title="Eintrag") for place in range(1, 301)]
    assert bridge.edit(*(FilePlanEntrySet(entry.id, None, entry) for entry in entries))
    page.show_part("file-plan")
    write(qtbot, page.file_plan.table, 0, 0, "2")
    assert numbers(bridge.case) == {"2" + "1" * (place - 1) for place in range(1, 301)}


def test_exercise_comparison_and_way_in_one_window(qtbot: QtBot, page: EFilePage, bridge: CaseBridge) -> None:
    _file_documents(page, bridge)
    _compare_variants(qtbot, page, bridge)
    _begin_a_way(qtbot, page, bridge)
    assert all(table.accessibleName() for table in page.findChildren(QTableView))


def _file_documents(page: EFilePage, bridge: CaseBridge) -> None:
    services = page.context.workspace.e_files
    assert bridge.edit(*services.example_plan(bridge.case))
    page.show_part("exercise")
    card = page.exercise.cards["party"]
    assert not card.solution.isVisible()
    page.exercise.solutions.click()
    assert card.solution.isVisible()
    card.choice.box.setFocus()
    card.choice.box.setCurrentIndex(1)
    card.choice.box.activated.emit(1)
    assert bridge.case.sample_filings["party"].is_left_out


def _compare_variants(qtbot: QtBot, page: EFilePage, bridge: CaseBridge) -> None:
    page.show_part("scanning")
    table, guide = page.scanning.table, page.context.workspace.e_files.guide
    for row in range(len(guide.criteria)):
        for column, figure in ((FIRST_VARIANT, Qt.Key.Key_1), (FIRST_VARIANT + 1, Qt.Key.Key_3)):
            table.setCurrentIndex(table.scan.index(row, column))
            qtbot.keyClick(table, figure)
    assert "liegt mit 3,00 von 4 Punkten vorn" in page.scanning.result.text()
    assert "in keinem Kriterium besser" in page.scanning.dominated.text()
    table.setCurrentIndex(table.scan.index(0, FIRST_VARIANT))
    qtbot.keyClick(table, Qt.Key.Key_9)  # no points: nothing happens
    rating = bridge.case.scan_ratings[guide.variants[0].id]
    assert rating.given(guide.criteria[0].id) == 1
    page.scanning.chosen.box.click()
    assert bridge.case.scan_ratings[guide.variants[0].id].is_chosen
    for row in range(len(guide.criteria)):
        table.setCurrentIndex(table.scan.index(row, WEIGHT))
        qtbot.keyClick(table, Qt.Key.Key_0)
    assert "Alle Gewichte stehen auf 0." in page.scanning.result.text()


def test_an_office_is_written_into_the_rollout_and_dates_follow_the_plan(
    qtbot: QtBot, page: EFilePage, bridge: CaseBridge
) -> None:
    page.show_part("rollout")
    table = page.rollout.table
    write(qtbot, table, 0, 0, "Steueramt")
    (step,) = bridge.case.rollout.values()
    assert step.office == "Steueramt"
    write(qtbot, table, 0, 1, "10/2027")
    write(qtbot, table, 0, 2, "nie")  # no day: the cell keeps what stood there
    qtbot.mouseClick(page.rollout.into_plan, LEFT)
    (measure,) = bridge.case.measures.values()
    assert (measure.rollout, measure.end) == (step.id, None)
    write(qtbot, table, 0, 2, "03/2028")
    (measure,) = bridge.case.measures.values()
    assert measure.end is not None
    assert measure.end.isoformat() == "2028-03-31"
    table.go_to(step.id)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert bridge.case.rollout == {}
    assert bridge.case.measures == {}
    assert bridge.undo()
    assert list(bridge.case.measures) == [measure.id]


def _begin_a_way(qtbot: QtBot, page: EFilePage, bridge: CaseBridge) -> None:
    page.show_part("way")
    qtbot.mouseClick(page.way.empty.button, LEFT)
    (sheet,) = bridge.case.processes.values()
    assert sheet.is_document_way
    assert sheet.title == "Weg eines Schriftstücks"
    qtbot.mouseClick(page.way.cards[sheet.id].remove_button, LEFT)
    assert not bridge.case.processes[sheet.id].is_document_way
    page.way.other.box.activated.emit(1)
    assert bridge.case.processes[sheet.id].is_document_way


def test_a_part_that_holds_what_cannot_be_saved_now_stays_the_one_that_is_named(
    qtbot: QtBot, page: EFilePage, data_folder: Path
) -> None:
    """Its button was clicked, and is chosen by that; what is below is still the other one."""
    page.open_item("areas/search")
    typed = page.areas.detail.demands.field("demands").target
    other = connect_to(data_folder)
    other.execute("BEGIN IMMEDIATE")
    typed.setFocus()
    QTest.keyClicks(typed, "abc")
    button = next(button for button in page.head.parts.findChildren(QPushButton) if button.text() == "Weg")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # as on macOS, where a click leaves the focus where it is
    qtbot.mouseClick(button, LEFT)
    assert page.part == page.head.parts.current() == "areas"
    assert typed.isVisible()
    other.execute("ROLLBACK")
    other.close()
    qtbot.mouseClick(button, LEFT)
    assert page.part == page.head.parts.current() == "way"
