"""Fall anlegen: through all steps to an open case, left and taken up again at any point."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from advisor_app.ui.pages.set_up.contacts_step import ContactsStep
from advisor_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import COMMUNE, Stored
from tests.ui.pages.set_up.conftest import CONTROL, case_of, draft, focused, page_of


def test_ctrl_enter_leads_through_all_steps_to_the_case(qtbot: QtBot, main_window: MainWindow, stored: Stored) -> None:
    page = draft(main_window, "modules", "M4")
    for name in ("contacts", "dates", "review"):
        qtbot.keyClick(focused(), Qt.Key.Key_Return, CONTROL)
        assert name == page.step.NAME
    assert page.frame.next_button.text() == "Fall anlegen"
    summary = page.review.texts_by_step
    assert summary["commune"].startswith("Gemeinde Eschentalbach")
    assert summary["modules"] == "M4 Smart Region, Finanzierung: offen"
    assert summary["contacts"] == "noch niemand"
    qtbot.keyClicks(focused(), "Erst einmal kennenlernen")
    qtbot.keyClick(focused(), Qt.Key.Key_Return, CONTROL)
    assert main_window.stack.shown == "overview"
    case = stored(case_of(main_window).id)
    assert not case.head.draft
    assert case.head.provider == "Beratungshaus Mitte"
    assert case.head.wish == "Erst einmal kennenlernen"


def test_back_and_the_list_of_steps_lead_anywhere(qtbot: QtBot, main_window: MainWindow) -> None:
    page = draft(main_window)
    qtbot.mouseClick(page.frame.back_button, Qt.MouseButton.LeftButton)
    assert page.step.NAME == "commune"
    assert not page.frame.back_button.isVisible()
    qtbot.mouseClick(page.frame.steps.button("review"), Qt.MouseButton.LeftButton)
    assert page.step.NAME == "review"
    assert main_window.bar.text.startswith("Fall anlegen  Schritt 5 von 5")


def test_a_draft_left_in_the_middle_goes_on_as_it_was(
    qtbot: QtBot, main_window: MainWindow, contacts: ContactsStep
) -> None:
    case_id = case_of(main_window).id
    qtbot.mouseClick(contacts.add_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(focused(), "Jo Beispiel")
    qtbot.mouseClick(main_window.bar.back_button, Qt.MouseButton.LeftButton)
    assert main_window.stack.shown == "cases"
    main_window.open_case(case_id)
    page = page_of(main_window)
    assert page.step.NAME == "modules"
    step = page.steps["contacts"]
    assert isinstance(step, ContactsStep)
    assert [card.name.line.text() for card in step.contacts.values()] == ["Jo Beispiel"]


def test_later_the_same_steps_change_an_open_case(qtbot: QtBot, main_window: MainWindow) -> None:
    session = main_window.workspace.cases.create(COMMUNE, ("M4",))
    main_window.open_case(session.case.id, "set-up", "review")
    page = page_of(main_window)
    assert main_window.rail.button("overview").isChecked()
    assert page.frame.next_button.text() == "Zum Überblick"
    qtbot.mouseClick(page.frame.next_button, Qt.MouseButton.LeftButton)
    assert main_window.stack.shown == "overview"


def test_references_of_both_houses_are_kept(qtbot: QtBot, main_window: MainWindow, stored: Stored) -> None:
    page = draft(main_window, "review", "M4")
    field = page.review.form.field("commune_reference")
    field.setFocus()
    qtbot.keyClicks(focused(), "HA-2026-17")
    page.flush()
    assert stored(case_of(main_window).id).head.commune_reference == "HA-2026-17"
