"""The weekly hint above the list of cases, and the section of the settings."""

from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from pytestqt.qtbot import QtBot

from advisor_app.domain.attendance import Participant
from advisor_app.domain.case import Person
from advisor_app.domain.changes import ParticipantSet
from advisor_app.ui.pages.cases.page import CasesPage
from advisor_app.ui.pages.cases.retention_hint import RetentionHint
from advisor_app.ui.pages.privacy.page import PrivacyPage
from advisor_app.ui.pages.settings.page import SettingsPage
from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import COMMUNE, TestClock


def calm(window: MainWindow, qtbot: QtBot) -> None:
    hints = window.findChildren(RetentionHint)
    qtbot.waitUntil(lambda: not any(timer.isActive() for hint in hints for timer in hint.findChildren(QTimer)))
    qtbot.waitUntil(lambda: not window.lane.findChildren(Job))


@pytest.fixture
def case_id(main_window: MainWindow, clock: TestClock, qtbot: QtBot) -> str:
    """A case that nobody has touched for over a year."""
    case = main_window.workspace.cases.create(COMMUNE, ("M4",)).case
    main_window.workspace.portfolio.update(case)
    clock.move(days=400)
    main_window.show_page("settings")
    main_window.show_page("cases")
    calm(main_window, qtbot)
    return case.id


def test_a_due_case_is_named_and_leads_to_its_page(main_window: MainWindow, case_id: str, qtbot: QtBot) -> None:
    page = main_window.page
    assert isinstance(page, CasesPage)
    assert page.retention_hint.isVisible()
    qtbot.mouseClick(page.retention_hint.case_buttons[case_id], Qt.MouseButton.LeftButton)
    assert isinstance(main_window.page, PrivacyPage)
    assert "abgelaufen" in main_window.page.retention.state.text()


def test_people_whose_time_has_come_are_named_with_their_case(main_window: MainWindow, qtbot: QtBot) -> None:
    session = main_window.workspace.cases.create(COMMUNE, ("M4",))
    session.save_person(Person(id="p-bert", name="Bert Zinnober"))
    session.apply(ParticipantSet("t", None, Participant(id="t", person="p-bert")))
    main_window.workspace.retention.keep_person_until(session, "p-bert", date(2026, 9, 1))
    main_window.show_page("settings")
    main_window.show_page("cases")
    calm(main_window, qtbot)
    page = main_window.page
    assert isinstance(page, CasesPage)
    button = page.retention_hint.case_buttons[session.case.id]
    assert button.text().endswith(": 1 Person")
    main_window.show_page("settings")
    calm(main_window, qtbot)
    settings = main_window.page
    assert isinstance(settings, SettingsPage)
    assert session.case.id in settings.privacy.due_buttons


def test_the_hint_rests_for_a_week(main_window: MainWindow, case_id: str, clock: TestClock, qtbot: QtBot) -> None:
    page = main_window.page
    assert isinstance(page, CasesPage)
    qtbot.mouseClick(page.retention_hint.later_button, Qt.MouseButton.LeftButton)
    assert page.retention_hint.isHidden()
    for days, visible in ((6, False), (1, True)):
        clock.move(days=days)
        main_window.show_page("settings")
        main_window.show_page("cases")
        calm(main_window, qtbot)
        assert page.retention_hint.isVisible() is visible
    assert case_id in page.retention_hint.case_buttons


def test_who_opens_a_case_at_once_waits_for_no_hint(main_window: MainWindow, case_id: str, qtbot: QtBot) -> None:
    page = main_window.page
    assert isinstance(page, CasesPage)
    started: list[object] = []
    main_window.show_page("settings")
    calm(main_window, qtbot)
    main_window.lane.started.connect(started.append)
    main_window.show_page("cases")
    (timer,) = page.retention_hint.findChildren(QTimer)
    assert timer.isActive()
    main_window.open_case(case_id)
    assert not timer.isActive()
    assert started == []


def test_the_settings_name_due_cases_and_what_was_erased(
    main_window: MainWindow, case_id: str, clock: TestClock, qtbot: QtBot
) -> None:
    main_window.show_page("settings")
    calm(main_window, qtbot)
    page = main_window.page
    assert isinstance(page, SettingsPage)
    assert list(page.privacy.due_buttons) == [case_id]
    box = page.privacy.months.box
    box.setCurrentIndex(box.findText("24 Monate"))
    box.activated.emit(box.currentIndex())
    assert main_window.workspace.preferences.retention_months == 24
    main_window.workspace.erasure.erase_case(case_id)
    clock.move(seconds=1)
    main_window.show_page("cases")
    main_window.show_page("settings")
    calm(main_window, qtbot)
    assert page.privacy.due_buttons == {}
    assert len(main_window.workspace.erasure.records()) == 1
