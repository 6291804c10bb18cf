"""Fälle: a request is noted by keyboard."""

from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from advisor_app.ui.pages.cases.case_list import CaseList
from advisor_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import Stored
from tests.ui.pages.cases.conftest import CONTROL, booked, page_of, town


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


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


def test_what_was_given_up_is_no_draft_any_more(qtbot: QtBot, main_window: MainWindow) -> None:
    page = page_of(main_window)
    page.open_item("request")
    form = page.request_form
    qtbot.keyClicks(form.call_back.line, "31.2.2027")
    qtbot.keyClick(form.call_back.line, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: main_window.status.saved_text == "Entwurf – noch nicht gesichert")
    qtbot.mouseClick(form.leave_button, Qt.MouseButton.LeftButton)
    assert main_window.status.saved_text == "alles gesichert"
    page.open_item("request")
    assert (form.call_back.line.text(), form.complaint) == ("", "")


def test_the_request_has_the_page_to_itself(qtbot: QtBot, main_window: MainWindow) -> None:
    day = date(2026, 9, 15)
    booked(main_window.workspace, town("Ohmfelden"), on=day)
    main_window.show_page("settings")
    main_window.show_page("cases")
    page = page_of(main_window)
    assert page.ready_hint.isVisible()
    page.open_item("request")
    assert not page.ready_hint.isVisible()
    qtbot.keyClick(page.request_form.name, Qt.Key.Key_Escape)
    assert page.ready_hint.isVisible()


def test_the_fields_of_a_request_stand_below_one_another(qtbot: QtBot, main_window: MainWindow) -> None:
    page = page_of(main_window)
    page.open_item("request")
    form = page.request_form

    def sides(widget: QWidget) -> tuple[int, int]:
        left = widget.mapTo(page, QPoint()).x()
        return left, left + widget.width()

    assert sides(form.picker.search) == sides(form.wish)
    assert sides(form.name)[0] == sides(form.wish)[0]
    assert sides(form.number)[1] == sides(form.wish)[1]
    qtbot.keyClicks(form.picker.search, "aarb")
    qtbot.keyClick(form.picker.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: form.picker.height() < 1.5 * form.name.height())
    assert sides(form.picker.card.change_button)[1] == sides(form.wish)[1]


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
