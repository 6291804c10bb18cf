"""Fälle: the list by next date, its search and chips, and a request noted by keyboard."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QObject, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from advisor_app.domain.agenda import AgendaDay
from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.booking import BookingState
from advisor_app.domain.changes import AgendaDaySet, AnswerSet, BookingSet, Change, HeadSet
from advisor_app.domain.commune import Commune, CommuneKind
from advisor_app.domain.readiness import ReadyPoint
from advisor_app.override import override
from advisor_app.services.ids import new_id
from advisor_app.services.session import CaseSession
from advisor_app.services.workspace import Workspace
from advisor_app.ui.pages.cases import CasesPage
from advisor_app.ui.pages.cases.board import Board, BoardColumn
from advisor_app.ui.pages.cases.case_list import BOARD, CaseList
from advisor_app.ui.pages.cases.case_model import CaseModel, Column
from advisor_app.ui.pages.cases.rows import CLOSED, OPEN, GroupRow
from advisor_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import Stored

TODAY = date(2026, 9, 14)
CONTROL = Qt.KeyboardModifier.ControlModifier


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def page_of(window: MainWindow) -> CasesPage:
    page = window.page
    assert isinstance(page, CasesPage)
    return page


def town(name: str, **values: object) -> Commune:
    entry = Commune(
        id=new_id(), key=None, name=name, kind=CommuneKind.MUNICIPALITY, designation="Stadt", population=21300, own=True
    )
    return replace(entry, **values)  # type: ignore[arg-type]  # values of a commune


def booked(
    workspace: Workspace,
    commune: Commune,
    modules: Sequence[str] = ("M4",),
    state: BookingState = BookingState.SCHEDULED,
    on: date | None = None,
    place: str = "Rathaus",
    *,
    is_prepared: bool = True,
) -> CaseSession:
    session = workspace.cases.create(commune, modules)
    changes: list[Change] = [
        BookingSet(booking.id, booking, replace(booking, state=state)) for booking in session.case.bookings.values()
    ]
    if on is not None:
        day = AgendaDay(id=new_id(), module=modules[0], title="Workshop Tag 1", number=9, on=on, place=place)
        changes.append(AgendaDaySet(day.id, None, day))
    session.apply(*changes)
    if is_prepared:
        preparation = workspace.preparation
        session.apply(*(preparation.ticked(task, done=True) for task in preparation.tasks(session.case)))
    workspace.portfolio.update(session.case)
    return session


@pytest.fixture
def cases(main_window: MainWindow) -> CaseList:
    """Five cases on screen: two this week, one later, one without a date, one closed."""
    workspace = main_window.workspace
    booked(workspace, town("Lahnrode"), ("M1", "M3"), on=TODAY + timedelta(days=3))
    booked(workspace, town("Eschentalbach", population=9400), on=TODAY)
    booked(workspace, town("Kirchdornau"), on=TODAY + timedelta(days=9), place="")
    booked(workspace, town("Auerhain"), ("M3",), BookingState.APPLIED)
    booked(workspace, town("Hohenlinsen"), ("M1",), BookingState.COMPLETED)
    page = page_of(main_window)
    main_window.show_page("settings")
    main_window.show_page("cases")
    return page.list


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


def test_the_board_has_every_booking_in_the_column_of_its_state(
    qtbot: QtBot, main_window: MainWindow, cases: CaseList, stored: Stored
) -> None:
    cases.views.choose(BOARD)
    cases.show_cases()
    board = cases.board
    names = {
        state: [(card.row.commune.name, card.booking.module) for card in column.model.cards]
        for state, column in board.columns.items()
        if column.model.cards
    }
    assert ("Lahnrode", "M1") in names[BookingState.SCHEDULED]
    assert ("Lahnrode", "M3") in names[BookingState.SCHEDULED]
    assert cases.table.isHidden()
    assert cases.chips.isHidden()
    cases.search.setText("lahn")
    qtbot.waitUntil(lambda: sum(len(column.model.cards) for column in board.columns.values()) == 2)
    board.take_focus()
    card = board.columns[BookingState.SCHEDULED].current
    assert card is not None
    ModelTester(None).check(board.columns[BookingState.SCHEDULED].model)
    assert "Lahnrode" in board.columns[BookingState.SCHEDULED].model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    board.fill_menu(card)
    labels = [action.text() for action in board.menu.actions()]
    assert labels[:3] == ["Fall öffnen", "", "In Durchführung"]
    board.menu.actions()[2].trigger()
    assert stored(card.row.case_id).bookings[card.booking.id].state is BookingState.RUNNING
    assert len(board.columns[BookingState.RUNNING].model.cards) == 1
    board.columns[BookingState.SCHEDULED].take_focus()
    view = board.columns[BookingState.SCHEDULED].view
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert board.columns[BookingState.RUNNING].view.hasFocus()
    board.grab()
    with qtbot.waitSignal(cases.opened):
        qtbot.keyClick(board.columns[BookingState.RUNNING].view, Qt.Key.Key_Return)
    assert main_window.bridge is not None


class Held:
    """A card that is held over a column, as Qt tells of it."""

    def __init__(self, board: Board, held: BoardColumn | None) -> None:
        self._board = board
        self._data = QMimeData() if held is None else held.model.mimeData([held.view.currentIndex()])
        self._source: QObject = board if held is None else held.view

    def over(self, column: BoardColumn, *, drops: bool) -> bool:
        """Hold it over a column and let go; whether it was taken."""
        place, none = QPointF(5, 60), Qt.KeyboardModifier.NoModifier
        kind = (Qt.DropAction.MoveAction, self._data, Qt.MouseButton.LeftButton, none)
        entered = SourcedEnter(self._source, place, *kind)
        column.dragEnterEvent(entered)
        if drops and entered.isAccepted():
            column.dropEvent(SourcedDrop(self._source, place, *kind))
        else:
            column.dragLeaveEvent(QDragLeaveEvent())
        return entered.isAccepted()


class SourcedEnter(QDragEnterEvent):
    """An event whose source is told, as only a drag of the mouse has one."""

    def __init__(self, source: QObject, *values: Any) -> None:
        super().__init__(*values)
        self.ignore()
        self._from = source

    @override
    def source(self) -> QObject:
        return self._from


class SourcedDrop(QDropEvent):
    """An event whose source is told, as only a drag of the mouse has one."""

    def __init__(self, source: QObject, *values: Any) -> None:
        super().__init__(*values)
        self._from = source

    @override
    def source(self) -> QObject:
        return self._from


def test_a_card_is_dragged_into_another_column(cases: CaseList, stored: Stored) -> None:
    cases.views.choose(BOARD)
    cases.show_cases()
    board = cases.board
    column = board.columns[BookingState.SCHEDULED]
    column.take_focus()
    card = column.current
    assert card is not None
    assert column.model.flags(column.view.currentIndex()) & Qt.ItemFlag.ItemIsDragEnabled
    done = board.columns[BookingState.COMPLETED]
    column.view.dragged.emit(True)
    assert not done.isHidden()  # states beside the way are there while a card is on its way
    column.view.dragged.emit(False)
    held = Held(board, column)
    assert not held.over(column, drops=True)  # its own column
    assert not Held(board, None).over(done, drops=True)  # whatever else is dragged
    assert held.over(done, drops=False)
    assert stored(card.row.case_id).bookings[card.booking.id].state is BookingState.SCHEDULED
    assert held.over(done, drops=True)
    assert stored(card.row.case_id).bookings[card.booking.id].state is BookingState.COMPLETED
    assert done.model.cards
    assert not done.isHidden()


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


def test_the_model_keeps_qts_rules(cases: CaseList, qtmodeltester: ModelTester) -> None:
    model = CaseModel(cases.model.wording)
    model.show_rows(cases.model.list_rows)
    qtmodeltester.check(model)


def test_a_request_is_noted_by_keyboard_alone(
    qtbot: QtBot, cases: CaseList, main_window: MainWindow, stored: Stored
) -> None:
    qtbot.keyClick(cases.search, Qt.Key.Key_R, CONTROL)
    qtbot.keyClicks(focused(), "aarb")
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    qtbot.keyClicks(focused(), "Jo Beispiel")
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    qtbot.keyClicks(focused(), "06120 123456")
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    qtbot.keyClicks(focused(), "E-Akte, was kostet das?")
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    qtbot.keyClicks(focused(), "16.9.")
    qtbot.keyClick(focused(), Qt.Key.Key_Return, CONTROL)
    assert main_window.notice.text == "Die Anfrage von Gemeinde Aarbergen ist notiert."
    row = cases.table.current_case
    assert row is not None
    assert cases.model.wording.state(row).first == "Angefragt"
    assert cases.model.wording.next_date(row).second == "Rückruf"
    assert cases.model.wording.missing(row).first == "Module offen"
    assert cases.search.hasFocus()
    case = stored(row.case_id)
    assert case.commune.key == "06439001"
    assert case.head.wish == "E-Akte, was kostet das?"
    (person,) = case.people.values()
    assert (person.name, person.phone) == ("Jo Beispiel", "06120 123456")
    (note,) = case.notes.values()
    assert note.call_back_on == date(2026, 9, 16)


def test_modules_and_a_mail_address_may_be_noted_at_once(qtbot: QtBot, main_window: MainWindow, stored: Stored) -> None:
    page = page_of(main_window)
    page.open_item("request")
    form = page.request_form
    # An empty search is a line and no more, so that the button is in view.
    assert form.picker.sizeHint().height() < 2 * form.picker.search.sizeHint().height()
    qtbot.keyClicks(form.picker.search, "wetzl")
    qtbot.keyClick(form.picker.search, Qt.Key.Key_Return)
    qtbot.keyClicks(form.number, "jo@example.org")
    qtbot.mouseClick(form.modules.chips["M4"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(form.note_button, Qt.MouseButton.LeftButton)
    (row,) = main_window.workspace.portfolio.rows
    case = stored(row.case_id)
    assert case.modules == ("M4",)
    assert [person.email for person in case.people.values()] == ["jo@example.org"]
    assert not case.notes


def test_an_unknown_commune_becomes_an_own_entry(qtbot: QtBot, main_window: MainWindow, stored: Stored) -> None:
    page = page_of(main_window)
    page.open_item("request")
    picker = page.request_form.picker
    qtbot.keyClicks(picker.search, "Eschentalbach")
    assert picker.results.titles == ["„Eschentalbach“ als eigenen Eintrag anlegen"]
    qtbot.keyClick(picker.search, Qt.Key.Key_Return)
    qtbot.keyClicks(picker.form.population, "viele")
    qtbot.keyClick(picker.form.population, Qt.Key.Key_Return)
    assert "passt nicht" in picker.form.complaint
    picker.form.population.clear()
    qtbot.keyClicks(picker.form.population, "9.400")
    qtbot.keyClick(picker.form.population, Qt.Key.Key_Return)
    assert picker.commune is not None
    qtbot.keyClick(page.request_form.name, Qt.Key.Key_Return, CONTROL)
    (row,) = main_window.workspace.portfolio.rows
    assert stored(row.case_id).commune.title == "Gemeinde Eschentalbach"
    assert stored(row.case_id).commune.population == 9400


def test_a_request_without_commune_is_not_lost(qtbot: QtBot, main_window: MainWindow) -> None:
    page = page_of(main_window)
    page.open_item("request")
    form = page.request_form
    qtbot.keyClicks(form.name, "Jo Beispiel")
    main_window.show_page("settings")
    assert main_window.stack.shown == "cases"
    assert "die Kommune fehlt" in main_window.notice.text
    main_window.show_page("settings")  # who insists goes
    main_window.show_page("cases")
    assert form.isVisible()
    assert form.name.text() == "Jo Beispiel"
    qtbot.mouseClick(form.note_button, Qt.MouseButton.LeftButton)
    assert form.complaint == "Die Kommune fehlt noch. Bitte wählen Sie sie aus der Liste."
    qtbot.keyClick(form.name, Qt.Key.Key_Escape)
    assert not form.isVisible()
    assert form.name.text() == ""
    assert main_window.workspace.portfolio.rows == ()


def test_a_complete_request_is_noted_when_one_leaves(qtbot: QtBot, main_window: MainWindow) -> None:
    page = page_of(main_window)
    page.open_item("request")
    qtbot.keyClicks(page.request_form.picker.search, "aarb")
    qtbot.keyClick(page.request_form.picker.search, Qt.Key.Key_Return)
    main_window.show_page("settings")
    assert len(main_window.workspace.portfolio.rows) == 1


def test_a_wrong_day_is_named_and_nothing_is_noted(qtbot: QtBot, main_window: MainWindow) -> None:
    page = page_of(main_window)
    page.open_item("request")
    form = page.request_form
    qtbot.keyClicks(form.picker.search, "aarb")
    qtbot.keyClick(form.picker.search, Qt.Key.Key_Return)
    qtbot.keyClicks(form.call_back.line, "31.2.2027")
    QTest.keyClick(form.call_back.line, Qt.Key.Key_Return, CONTROL)
    assert "kein Datum" in form.complaint
    assert main_window.workspace.portfolio.rows == ()
