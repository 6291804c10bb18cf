"""Fälle: a commune that calls again has an open case already."""

from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from advisor_app.domain.booking import BookingState
from advisor_app.domain.changes import BookingSet
from advisor_app.services.requests import Request, note_request
from advisor_app.ui.pages.cases.request_form import RequestForm
from advisor_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import Stored
from tests.ui.pages.cases.conftest import CONTROL, page_of

AARBERGEN = "06439001"


def asked(window: MainWindow, *modules: str) -> str:
    """A case of Aarbergen, as a call has left it."""
    workspace = window.workspace
    request = Request(commune=workspace.register.get(AARBERGEN), modules=modules)
    session = note_request(workspace.cases, workspace.clock, request)
    workspace.portfolio.update(session.case)
    return session.case.id


def form_for(qtbot: QtBot, window: MainWindow, commune: str) -> RequestForm:
    page = page_of(window)
    page.open_item("request")
    form = page.request_form
    qtbot.keyClicks(form.picker.search, commune)
    qtbot.keyClick(form.picker.search, Qt.Key.Key_Return)
    return form


def test_a_commune_without_a_case_is_nothing_to_speak_of(qtbot: QtBot, main_window: MainWindow) -> None:
    asked(main_window, "M1")
    assert not form_for(qtbot, main_window, "wetzl").known.isVisible()


def test_an_open_case_is_named_and_the_call_is_kept_there(
    qtbot: QtBot, main_window: MainWindow, stored: Stored
) -> None:
    case_id = asked(main_window, "M1", "M4")
    form = form_for(qtbot, main_window, "aarb")
    assert form.known.words.text() == "Diese Kommune hat schon einen offenen Fall: M1, M4, angefragt."
    qtbot.keyClicks(form.name, "Jo Beispiel")
    qtbot.keyClicks(form.wish, "Wann geht es los?")
    qtbot.keyClicks(form.call_back.line, "16.9.")
    qtbot.mouseClick(form.known.button, Qt.MouseButton.LeftButton)
    assert main_window.stack.shown == "overview"
    assert main_window.bridge is not None
    assert main_window.bridge.case.id == case_id
    (note,) = stored(case_id).notes.values()
    assert (note.words.text, note.call_back_on) == ("Wann geht es los?", date(2026, 9, 16))
    assert [person.name for person in stored(case_id).people.values()] == ["Jo Beispiel"]
    assert [row.case_id for row in main_window.workspace.portfolio.rows] == [case_id]
    main_window.show_page("cases")  # nothing of it stays behind and is noted when one leaves
    main_window.show_page("settings")
    assert len(main_window.workspace.portfolio.rows) == 1


def test_the_newest_of_several_is_named_and_what_is_over_is_not(qtbot: QtBot, main_window: MainWindow) -> None:
    *_, newest = [asked(main_window, module) for module in ("M1", "M2", "M3")]
    session = main_window.workspace.cases.open(newest)
    (booking,) = session.case.bookings.values()
    changed = main_window.workspace.bookings.changed(booking, state=BookingState.COMPLETED)
    assert isinstance(changed, BookingSet)
    session.apply(changed)
    main_window.workspace.portfolio.update(session.case)
    form = form_for(qtbot, main_window, "aarb")
    assert form.known.words.text() == "Diese Kommune hat schon 2 offene Fälle, der neueste: M2, angefragt."


def test_a_complaint_goes_with_what_it_was_about(qtbot: QtBot, main_window: MainWindow) -> None:
    form = form_for(qtbot, main_window, "aarb")
    qtbot.keyClicks(form.call_back.line, "31.2.2027")
    qtbot.keyClick(form.call_back.line, Qt.Key.Key_Return, CONTROL)
    assert "kein Datum" in form.complaint
    form.call_back.line.selectAll()
    qtbot.keyClicks(form.call_back.line, "16.9.")
    assert form.complaint == ""
