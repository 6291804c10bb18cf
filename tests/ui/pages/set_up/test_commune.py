"""Fall anlegen: from three letters to a commune, or to several."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from advisor_app.ui.pages.overview import OverviewPage
from advisor_app.ui.pages.set_up import NewCasePage
from advisor_app.ui.pages.set_up.commune_step import CommuneStep
from advisor_app.ui.pages.set_up.modules_step import ModulesStep
from advisor_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import Stored
from tests.ui.pages.set_up.conftest import CONTROL, case_of, draft, focused


def test_three_letters_find_a_commune_and_enter_begins_its_case(
    qtbot: QtBot, main_window: MainWindow, stored: Stored
) -> None:
    main_window.show_page("new-case")
    assert isinstance(main_window.page, NewCasePage)
    assert main_window.bar.text.startswith("Fall anlegen  Schritt 1 von 5")
    assert not main_window.page.frame.next_button.isEnabled()
    qtbot.keyClicks(focused(), "aar")
    results = main_window.page.choice.picker.results
    assert results.titles[0] == "Gemeinde Aarbergen"
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    case = case_of(main_window)
    assert stored(case.id).head.draft
    assert stored(case.id).commune.key == "06439001"
    assert main_window.bar.text.startswith("Fall anlegen  Schritt 2 von 5")
    assert main_window.rail.button("cases").isChecked()


def test_arrows_choose_among_the_found_ones(qtbot: QtBot, main_window: MainWindow) -> None:
    main_window.show_page("new-case")
    page = main_window.page
    assert isinstance(page, NewCasePage)
    qtbot.keyClicks(focused(), "giessen")
    qtbot.keyClick(focused(), Qt.Key.Key_Down)
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert case_of(main_window).commune.title == "Stadt Gießen"


def test_an_own_entry_needs_no_key(qtbot: QtBot, main_window: MainWindow) -> None:
    main_window.show_page("new-case")
    qtbot.keyClicks(focused(), "Eschentalbach")
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert case_of(main_window).commune.title == "Gemeinde Eschentalbach"
    assert case_of(main_window).commune.key is None
    assert main_window.workspace.register.index.find("Eschentalbach")


def test_a_key_that_another_commune_has_is_refused(qtbot: QtBot, main_window: MainWindow) -> None:
    main_window.show_page("new-case")
    page = main_window.page
    assert isinstance(page, NewCasePage)
    qtbot.keyClicks(focused(), "Eschentalbach")
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    form = page.choice.picker.form
    qtbot.keyClicks(form.key, "06439001")
    qtbot.keyClick(form.key, Qt.Key.Key_Return)
    assert "gehört schon zu „Aarbergen“" in form.complaint
    assert main_window.bridge is None
    qtbot.keyClick(form.key, Qt.Key.Key_Escape)
    assert page.choice.picker.search.text() == "Eschentalbach"


def test_where_the_facts_come_from_is_said(main_window: MainWindow) -> None:
    main_window.show_page("new-case")
    page = main_window.page
    assert isinstance(page, NewCasePage)
    assert page.choice.attribution_text == main_window.workspace.register.notice.attribution


def test_another_commune_takes_the_case_over(qtbot: QtBot, main_window: MainWindow) -> None:
    page = draft(main_window, "commune", "M4")
    step = page.step
    assert isinstance(step, CommuneStep)
    qtbot.keyClick(step.choice.picker.card.change_button, Qt.Key.Key_Space)
    qtbot.keyClicks(focused(), "aarb")
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    case = case_of(main_window)
    assert case.commune.name == "Aarbergen"
    assert [booking.commune for booking in case.bookings.values()] == [case.commune.id]
    assert page.step.NAME == "modules"
    main_window.setFocus()
    qtbot.keyClick(main_window, Qt.Key.Key_Z, CONTROL)
    assert case_of(main_window).commune.name == "Eschentalbach"


def test_communes_that_work_together_share_a_case(qtbot: QtBot, main_window: MainWindow, stored: Stored) -> None:
    page = draft(main_window, "commune", "M4")
    step = page.step
    assert isinstance(step, CommuneStep)
    for typed, name in (("aarb", "Aarbergen"), ("lich", "Lich")):
        step.further.search.setFocus()
        qtbot.keyClicks(step.further.search, typed)
        qtbot.keyClick(step.further.search, Qt.Key.Key_Return)
        assert case_of(main_window).head.communes[-1].name == name
        assert step.further.search.text() == ""
    qtbot.keyClicks(step.further.search, "aarb")
    assert step.further.results.titles == []  # it is in the case already
    assert step.state().summary == "Gemeinde Eschentalbach, Gemeinde Aarbergen und Stadt Lich"
    assert [item.name for item in stored(case_of(main_window).id).head.communes] == [
        "Eschentalbach",
        "Aarbergen",
        "Lich",
    ]
    # What one of them has booked before counts for all.
    workspace = main_window.workspace
    workspace.cases.create(workspace.register.get("06531011"), ["M3"])
    page.open_item("modules")
    modules = page.step
    assert isinstance(modules, ModulesStep)
    modules.refresh(())
    assert "nicht voll gefördert" in modules.panel.combination.words
    assert "Modul 3" in modules.panel.earlier_text
    page.open_item("commune")
    qtbot.mouseClick(step.further.remove_buttons[1], Qt.MouseButton.LeftButton)
    assert [item.name for item in case_of(main_window).head.communes] == ["Eschentalbach", "Aarbergen"]
    page.open_item("modules")
    assert modules.panel.earlier_text == ""
    main_window.show_page("overview")
    overview = main_window.page
    assert isinstance(overview, OverviewPage)
    texts = [label.text() for label in overview.findChildren(QLabel)]
    assert "Gemeinde Eschentalbach und Gemeinde Aarbergen" in texts
