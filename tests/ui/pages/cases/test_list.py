"""Fälle: the list by next date, its search and chips, and what a row tells."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.booking import BookingState
from advisor_app.domain.changes import AnswerSet, BookingSet, HeadSet
from advisor_app.domain.readiness import ReadyPoint
from advisor_app.ui.pages.cases import CasesPage
from advisor_app.ui.pages.cases.case_delegate import CaseDelegate
from advisor_app.ui.pages.cases.case_list import CaseList
from advisor_app.ui.pages.cases.case_model import CaseModel, Column
from advisor_app.ui.pages.cases.rows import CLOSED, OPEN, GroupRow
from advisor_app.ui.shell.main_window import MainWindow
from tests.ui.pages.cases.conftest import CONTROL, TODAY, booked, page_of, town


def titles(shown: CaseList) -> list[str]:
    return [str(row.group.value) if isinstance(row, GroupRow) else row.commune.name for row in shown.model.list_rows]


def test_without_cases_the_page_offers_the_first(qtbot: QtBot, main_window: MainWindow) -> None:
    page = page_of(main_window)
    assert page.empty.isVisible()
    assert page.empty.button.hasFocus()
    qtbot.keyClick(page.empty.button, Qt.Key.Key_Space)
    assert main_window.stack.shown == "new-case"


def test_keys_of_the_page_work_without_cases(qtbot: QtBot, main_window: MainWindow) -> None:
    page = page_of(main_window)
    qtbot.keyClick(page.empty.button, Qt.Key.Key_R, CONTROL)
    assert page.request_form.isVisible()
    main_window.show_page("settings")
    main_window.show_page("cases")
    page.request_form.left.emit()
    qtbot.keyClick(page.empty.button, Qt.Key.Key_N, CONTROL)
    assert main_window.stack.shown == "new-case"


def test_cases_are_grouped_by_their_next_date(cases: CaseList, main_window: MainWindow) -> None:
    assert titles(cases) == ["week", "Eschentalbach", "Lahnrode", "later", "Kirchdornau", "undated", "Auerhain"]
    assert main_window.bar.text.startswith("Fälle  4 offen")
    heading = cases.model.index(0, 0)
    assert heading.data() == "Heute und diese Woche 2"
    assert not cases.model.flags(heading)


def test_search_list_and_back_by_keyboard(qtbot: QtBot, cases: CaseList, main_window: MainWindow) -> None:
    assert cases.search.hasFocus()
    qtbot.keyClicks(cases.search, "lahn")
    assert titles(cases) == ["week", "Lahnrode"]
    qtbot.keyClick(cases.search, Qt.Key.Key_Escape)
    assert cases.search.text() == ""
    assert len(titles(cases)) == 7
    qtbot.keyClick(cases.search, Qt.Key.Key_Down)
    assert cases.table.hasFocus()
    assert cases.table.current_case is not None
    assert cases.table.current_case.commune.name == "Lahnrode"  # what was found stays marked
    qtbot.keyClick(cases.table, Qt.Key.Key_Up)
    qtbot.keyClick(cases.table, Qt.Key.Key_Up)
    assert cases.search.hasFocus()
    qtbot.keyClick(cases.search, Qt.Key.Key_Down)
    qtbot.keyClick(cases.table, Qt.Key.Key_Down)
    qtbot.keyClick(cases.table, Qt.Key.Key_Down)  # over the heading
    assert cases.table.current_case.commune.name == "Kirchdornau"
    qtbot.keyClick(cases.table, Qt.Key.Key_Return)
    assert main_window.bridge is not None
    assert main_window.bridge.case.commune.name == "Kirchdornau"


def test_enter_in_the_search_opens_the_first_hit(qtbot: QtBot, cases: CaseList, main_window: MainWindow) -> None:
    qtbot.keyClicks(cases.search, "auer")
    qtbot.keyClick(cases.search, Qt.Key.Key_Return)
    assert main_window.bridge is not None
    assert main_window.bridge.case.commune.name == "Auerhain"


def test_chips_count_and_narrow_what_the_search_finds(qtbot: QtBot, cases: CaseList) -> None:
    assert cases.chips.chip(OPEN).text() == "Alle offenen  4"
    scheduled = cases.chips.chip(BookingState.SCHEDULED.value)
    assert scheduled.text() == "Terminiert  3"
    assert scheduled.accessibleName() == "Terminiert, 3 Fälle"
    qtbot.mouseClick(scheduled, Qt.MouseButton.LeftButton)
    assert titles(cases) == ["week", "Eschentalbach", "Lahnrode", "later", "Kirchdornau"]
    qtbot.keyClicks(cases.search, "m3")
    assert titles(cases) == ["week", "Lahnrode"]
    assert scheduled.text() == "Terminiert  1"
    assert scheduled.accessibleName() == "Terminiert, 1 Fall"
    assert cases.chips.chip(BookingState.APPLIED.value).text() == "Beantragt  1"
    assert not cases.chips.chip(CLOSED).isVisible()
    qtbot.keyClick(cases.search, Qt.Key.Key_Escape)
    qtbot.mouseClick(cases.chips.chip(CLOSED), Qt.MouseButton.LeftButton)
    assert titles(cases) == ["closed", "Hohenlinsen"]


def test_nothing_found_leads_back_to_all(qtbot: QtBot, cases: CaseList) -> None:
    qtbot.keyClicks(cases.search, "xyz")
    assert titles(cases) == []
    assert not cases.table.isVisible()
    assert cases.nothing_text == "Kein Fall passt zu „xyz“."
    qtbot.mouseClick(cases.reset_button, Qt.MouseButton.LeftButton)
    assert len(titles(cases)) == 7
    assert cases.search.hasFocus()


def test_every_row_is_spoken_in_one_sentence(cases: CaseList) -> None:
    spoken = cases.model.index(1, Column.COMMUNE).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == (
        "Stadt Eschentalbach; kreisangehörig · 9.400 EW; Module M4; Terminiert; Heute 09:00 Workshop Tag 1, Rathaus"
    )
    missing = cases.model.index(4, Column.COMMUNE).data(Qt.ItemDataRole.AccessibleTextRole)
    assert missing.endswith("Mi 23.09. 09:00 Workshop Tag 1; Raum fehlt")


def test_a_click_opens_a_case(qtbot: QtBot, cases: CaseList, main_window: MainWindow) -> None:
    place = cases.table.visualRect(cases.model.index(2, Column.STATE)).center()
    qtbot.mouseClick(cases.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert main_window.bridge is not None
    assert main_window.bridge.case.commune.name == "Lahnrode"


def test_a_heading_opens_nothing(qtbot: QtBot, cases: CaseList, main_window: MainWindow) -> None:
    place = cases.table.visualRect(cases.model.index(0, 0)).center()
    qtbot.mouseClick(cases.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert main_window.bridge is None


@pytest.mark.parametrize("zoom", [100, 200])
def test_a_case_file_is_read_by_a_button_with_words(
    qtbot: QtBot, cases: CaseList, main_window: MainWindow, zoom: int
) -> None:
    main_window.theming.set_zoom(zoom)
    assert cases.import_button.text() == "Falldatei einlesen"
    qtbot.waitUntil(lambda: cases.import_button.width() >= cases.import_button.sizeHint().width())
    assert cases.rect().contains(cases.import_button.geometry())
    qtbot.mouseClick(cases.import_button, Qt.MouseButton.LeftButton)
    assert main_window.stack.shown == "case-import"


def test_keys_of_the_page(qtbot: QtBot, cases: CaseList, main_window: MainWindow) -> None:
    cases.table.setFocus()
    qtbot.keyClick(cases.table, Qt.Key.Key_F, CONTROL)
    assert cases.search.hasFocus()
    qtbot.keyClick(cases.search, Qt.Key.Key_N, CONTROL)
    assert main_window.stack.shown == "new-case"


def test_levels_and_score_stand_in_the_row(main_window: MainWindow, cases: CaseList) -> None:
    workspace = main_window.workspace
    session = booked(workspace, town("Ohmfelden"), on=TODAY + timedelta(days=1))
    assessment = session.case.default_assessment()
    assert assessment is not None
    answer = Answer(state=AnswerState.ANSWERED, level=2)
    questions = workspace.questionnaires.of(assessment).dimensions[0].questions
    session.apply(*(AnswerSet(assessment.id, question.id, None, answer) for question in questions if question.scores))
    workspace.portfolio.update(session.case)
    cases.show_cases(session.case.id)
    row = cases.table.current_case
    assert row is not None
    assert row.commune.name == "Ohmfelden"
    words = cases.model.wording
    assert words.score(row) == "2,0"
    assert words.levels(row).endswith(" 2")
    assert words.level_details(row).endswith(" 2; Modulwert 2,0 von 4")
    assert "Modulwert 2,0 von 4" in words.sentence(row)
    assert words.missing(row).first.endswith("Fragen offen")
    cases.grab()


def test_what_is_overdue_is_told_and_the_eve_of_a_workshop(
    qtbot: QtBot, main_window: MainWindow, cases: CaseList
) -> None:
    workspace, page = main_window.workspace, main_window.page
    assert isinstance(page, CasesPage)
    session = booked(workspace, town("Ohmfelden"), on=TODAY + timedelta(days=1), is_prepared=False)
    cases.show_cases(session.case.id)
    row = cases.table.current_case
    assert row is not None
    assert cases.model.wording.missing(row).first.endswith("Aufgaben überfällig")
    tasks = [task for task in workspace.preparation.overdue(session.case) if task.id != "v-raum@M4"]
    session.apply(*(workspace.preparation.ticked(task, done=True) for task in tasks))
    row = workspace.portfolio.update(session.case)
    assert cases.model.wording.missing(row).first == "1 Aufgabe überfällig"

    page.hide()
    page.show()
    assert any(words.startswith("Morgen ist Workshop: Stadt Ohmfelden, M4") for words in page.ready_hint.words)
    assert any(words.startswith("Heute ist Workshop: Stadt Eschentalbach") for words in page.ready_hint.words)
    readiness = workspace.readiness
    day = readiness.find(session.case, "")
    for point in ReadyPoint:
        session.apply(readiness.ticked(session.case, day, point, ready=True))
    workspace.portfolio.update(session.case)
    page.hide()
    page.show()
    assert not any("Ohmfelden" in words for words in page.ready_hint.words)
    (button,) = page.ready_hint.buttons.values()
    with qtbot.waitSignal(page.navigated) as caught:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert caught.args[1] == "preparation/check"


def test_what_changes_in_a_case_is_seen_when_one_comes_back(cases: CaseList, main_window: MainWindow) -> None:
    row = cases.table.current_case
    assert row is not None
    main_window.open_case(row.case_id, "set-up")
    bridge = main_window.bridge
    assert bridge is not None
    for booking in bridge.case.bookings.values():
        bridge.edit(BookingSet(booking.id, booking, replace(booking, state=BookingState.COMPLETED)))
    main_window.close_case()
    assert "Eschentalbach" not in titles(cases)
    assert cases.chips.chip(CLOSED).text() == "Abgeschlossen  2"


def test_archived_cases_are_closed(cases: CaseList, main_window: MainWindow) -> None:
    session = booked(main_window.workspace, town("Neuweilbach"))
    session.apply(HeadSet(session.case.head, replace(session.case.head, archived=True)))
    main_window.workspace.portfolio.update(session.case)
    cases.show_cases()
    assert cases.chips.chip(CLOSED).text() == "Abgeschlossen  2"


def test_narrow_windows_leave_columns_out(cases: CaseList, main_window: MainWindow) -> None:
    assert not any(cases.table.isColumnHidden(column) for column in Column)
    main_window.resize(900, 700)
    assert cases.table.isColumnHidden(Column.MISSING)
    assert not cases.table.isColumnHidden(Column.NEXT_DATE)
    widths = sum(cases.table.columnWidth(column) for column in Column if not cases.table.isColumnHidden(column))
    assert widths == cases.table.viewport().width()


def test_words_that_are_cut_off_are_told_by_the_pointer(cases: CaseList, main_window: MainWindow) -> None:
    place = "Bürgerhaus am alten Sportplatz hinter der Feuerwehr, großer Saal im ersten Stock"
    session = booked(main_window.workspace, town("Ohmfelden"), on=TODAY, place=place)
    cases.show_cases(session.case.id)

    index = cases.model.index(cases.table.currentIndex().row(), Column.NEXT_DATE)
    spot, view = cases.table.visualRect(index).center(), cases.table.viewport()
    QApplication.sendEvent(view, QHelpEvent(QHelpEvent.Type.ToolTip, spot, view.mapToGlobal(spot)))
    assert QToolTip.text() == f"Heute 09:00\nWorkshop Tag 1, {place}"
    row, delegate = cases.table.current_case, cases.table.itemDelegate()
    assert row is not None
    assert isinstance(delegate, CaseDelegate)
    assert delegate.cut_words(row, Column.COMMUNE, cases.table.columnWidth(Column.COMMUNE)) == ""
    assert delegate.cut_words(row, Column.COMMUNE, 60).startswith("Stadt Ohmfelden\n")
    assert delegate.cut_words(row, Column.LEVELS, 10) == ""


def test_modules_of_a_case_stand_in_one_line_where_the_window_is_usual(
    cases: CaseList, main_window: MainWindow
) -> None:
    main_window.resize(1366, 768)
    room = cases.table.columnWidth(Column.MODULES)
    chip = cases.table.fontMetrics().horizontalAdvance("M4") + 10
    assert room >= 4 * chip + 3 * 5


def test_a_short_list_stands_right_below_its_chips(cases: CaseList, main_window: MainWindow) -> None:
    main_window.resize(1366, 768)
    cases.search.setText("lahnrode")
    cases.show_cases()
    below_chips = cases.views.mapTo(cases, cases.views.rect().bottomLeft()).y()
    assert 0 < cases.table.y() - below_chips < 2 * cases.views.height()


def test_the_model_keeps_qts_rules(cases: CaseList, qtmodeltester: ModelTester) -> None:
    model = CaseModel(cases.model.wording)
    model.show_rows(cases.model.list_rows)
    qtmodeltester.check(model)
