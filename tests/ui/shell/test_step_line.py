"""From a step of the workshop day one key leads to its page, and one key back to the same step."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advisor_app.domain.agenda import AgendaDay, Section
from advisor_app.domain.agenda_course import begun
from advisor_app.domain.changes import AgendaDaySet
from advisor_app.ui.pages.agenda import AgendaPage
from advisor_app.ui.pages.documents import DocumentsPage
from advisor_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import COMMUNE, TestClock
from tests.ui.pages.agenda.day_on_screen import choose

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(main_window: MainWindow) -> MainWindow:
    """The agenda of a case whose day is today, with the list of questions chosen."""
    session = main_window.workspace.cases.create(COMMUNE, ("M4",))
    day = next(day for day in session.case.agenda.values() if day.template == "m4-tag1")
    session.apply(AgendaDaySet(day.id, day, replace(day, on=date(2026, 9, 14))))
    main_window.activateWindow()
    main_window.open_case(session.case.id, "agenda", day.steps[2].id)
    return main_window


def day_of(window: MainWindow) -> AgendaDay:
    assert window.bridge is not None
    return next(day for day in window.bridge.case.agenda.values() if day.template == "m4-tag1")


def press(qtbot: QtBot, key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, key)


@pytest.mark.parametrize("key", [Qt.Key.Key_E, Qt.Key.Key_F4])
def test_one_key_opens_the_page_and_one_leads_back_to_the_same_step(
    qtbot: QtBot, window: MainWindow, key: Qt.Key
) -> None:
    assert not window.step_line.isVisible()
    press(qtbot, key)
    assert window.stack.shown == "assessment"
    assert window.step_line.isVisible()
    assert window.step_line.title.text() == "Schritt 3 von 13: Klärungsliste"
    assert window.step_line.clock.text() == "", "nothing runs"
    press(qtbot, Qt.Key.Key_F4)
    assert isinstance(window.page, AgendaPage)
    assert window.page.step_panel.title.text() == "Klärungsliste"
    assert not window.step_line.isVisible()


def test_a_worksheet_of_the_step_opens_in_place_under_the_clock(
    qtbot: QtBot, window: MainWindow, clock: TestClock
) -> None:
    day = day_of(window)
    assert window.bridge is not None
    assert window.bridge.edit(AgendaDaySet(day.id, day, begun(day, day.steps[2].id, clock.now())))
    press(qtbot, Qt.Key.Key_3)
    assert isinstance(window.page, DocumentsPage)
    assert window.page.offer is not None
    assert window.page.offer.kind == "voting-cards"
    listed = window.page.column.list
    assert listed.viewport().rect().contains(listed.visualRect(listed.currentIndex())), "it is seen in the list"
    assert window.step_line.clock.text().startswith("Noch im Schritt  ")
    press(qtbot, Qt.Key.Key_F4)
    assert isinstance(window.page, AgendaPage)
    assert window.page.step_panel.title.text() == "Klärungsliste"
    choose(window.page, "Auftakt")
    press(qtbot, Qt.Key.Key_E)
    assert isinstance(window.page, DocumentsPage)
    assert window.page.offer is not None
    assert (window.page.offer.kind, window.page.offer.item) == ("attendance-list", day.id)


def test_the_way_back_works_from_within_a_text(qtbot: QtBot, window: MainWindow) -> None:
    assert isinstance(window.page, AgendaPage)
    field = window.page.side.field.field
    qtbot.mouseClick(field.viewport(), LEFT)
    qtbot.keyClicks(field, "erst das")
    press(qtbot, Qt.Key.Key_F4)
    assert window.stack.shown == "assessment"
    assert day_of(window).steps[2].note.text == "erst das"


def test_who_goes_elsewhere_by_the_rail_is_not_followed_by_a_step_that_does_not_run(
    window: MainWindow, clock: TestClock
) -> None:
    window.rail.chosen.emit("plan")
    assert not window.step_line.isVisible()
    day = day_of(window)
    assert window.bridge is not None
    assert window.bridge.edit(AgendaDaySet(day.id, day, begun(day, day.steps[0].id, clock.now())))
    assert window.step_line.isVisible()
    assert window.step_line.title.text() == "Schritt 1 von 13: Auftakt"
    assert window.step_line.clock.text().startswith("Noch im Schritt  ")


def test_the_clock_of_the_step_goes_along_and_turns_red_with_a_word(window: MainWindow, clock: TestClock) -> None:
    day = day_of(window)
    assert window.bridge is not None
    assert window.bridge.edit(AgendaDaySet(day.id, day, begun(day, day.steps[2].id, clock.now())))
    window.rail.chosen.emit("plan")
    clock.move(minutes=60)
    window.rail.chosen.emit("documents")
    assert window.step_line.clock.text().startswith("Über der Zeit  +5:0")
    assert window.step_line.clock.property("kind") == "error"
    window.close_case()
    assert not window.step_line.isVisible()


def test_steps_of_every_module_open_their_page_at_the_part_they_are_about(
    qtbot: QtBot, main_window: MainWindow
) -> None:
    session = main_window.workspace.cases.create(COMMUNE, ("M1", "M3"))
    main_window.activateWindow()
    main_window.open_case(session.case.id, "agenda")
    days = [day for day in session.case.agenda.values() if day.template in {"m1-tag1", "m3-tag1"}]
    opened = {}
    for step in (step for day in days for step in day.steps if step.section is not None):
        main_window.show_page("agenda", step.id)
        press(qtbot, Qt.Key.Key_E)
        assert main_window.page is not None
        opened[step.section] = (main_window.stack.shown, main_window.page.present_item())
        press(qtbot, Qt.Key.Key_F4)
        assert main_window.page.present_item() == step.id
    assert opened[Section.E_FILE_WAY] == ("e-file", "way")
    assert opened[Section.E_FILE_AREAS][0] == "e-file"
    assert opened[Section.E_FILE_AREAS][1].startswith("areas")
    assert opened[Section.SERVICES][0] == opened[Section.SERVICE_OFFICES][0] == "services"
