"""The migration of an assessment in the window: offered, compared, decided by click and key, finished and undone."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from advisor_app.domain.assessment import AnswerState
from advisor_app.domain.assessment_migration import Choice
from advisor_app.domain.case import Case
from advisor_app.services.workspace import open_workspace
from advisor_app.ui.pages.assessment.page import AssessmentPage
from advisor_app.ui.pages.assessment_migration.anew_panel import AnewPanel
from advisor_app.ui.pages.assessment_migration.page import OVERVIEW, AssessmentMigrationPage
from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.main_window import MainWindow
from tests.house_pack import CHANGED, NEW, OLD, write_house_pack
from tests.services.assessment_migrations.conftest import ANSWERS, filled
from tests.ui.conftest import PREFERENCES, Stored, said

Place = tuple[str, str]


@pytest.fixture
def place(data_folder: Path) -> Place:
    """A case and its assessment of the old version; by now the folder holds the new pack."""
    write_house_pack(data_folder, OLD)
    workspace = open_workspace(data_folder, PREFERENCES)
    session, made = filled(workspace)
    workspace.close()
    write_house_pack(data_folder, NEW)
    return session.case.id, made.id


@pytest.fixture
def window(place: Place, main_window: MainWindow) -> MainWindow:
    main_window.activateWindow()
    main_window.open_case(place[0], "assessment", place[1])
    return main_window


@pytest.fixture
def page(window: MainWindow, place: Place) -> AssessmentMigrationPage:
    window.show_page("assessment-migration", place[1])
    return migration_page(window)


def migration_page(window: MainWindow) -> AssessmentMigrationPage:
    shown = window.page
    assert isinstance(shown, AssessmentMigrationPage)
    return shown


def assessment_page(window: MainWindow) -> AssessmentPage:
    shown = window.page
    assert isinstance(shown, AssessmentPage)
    return shown


def case_of(window: MainWindow) -> Case:
    assert window.bridge is not None
    return window.bridge.case


def words_in(page: AssessmentMigrationPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def press(qtbot: QtBot, page: AssessmentMigrationPage, key: Qt.Key) -> None:
    qtbot.keyClick(page.list, key)


def test_a_newer_version_is_offered_and_compared(window: MainWindow, qtbot: QtBot) -> None:
    offer = assessment_page(window).offer
    qtbot.waitUntil(offer.isVisible)  # the packs are read beside the work
    assert (offer.words, offer.button.text()) == ("Von diesem Fragebogen gibt es die Fassung 1.1.0.", "Vergleichen …")
    qtbot.mouseClick(offer.button, Qt.MouseButton.LeftButton)
    page = migration_page(window)
    assert page.current == OVERVIEW
    assert page.head.words == "0 von 4 geänderten Fragen entschieden, offen: 4"
    words = words_in(page)
    assert "Fragebogen von Fassung 1.0.0 auf 1.1.0" in words
    assert "Entfallene Fragen" in words
    assert "Stufe 4: Stand 4 von H1.4 ist zu sehen." in words
    assert "nicht eins zu eins vergleichbar" in words
    assert [entry.key for entry in page.list.entries] == [OVERVIEW, *CHANGED]
    assert window.rail.button("assessment").isChecked()
    assert case_of(window).migrations == {}


def test_an_assessment_of_todays_version_is_left_in_peace(window: MainWindow, place: Place, qtbot: QtBot) -> None:
    case = case_of(window)
    shipped = next(item for item in case.in_order() if item.id != place[1])
    window.show_page("assessment", shipped.id)
    qtbot.waitUntil(lambda: not window.lane.findChildren(Job))
    assert assessment_page(window).offer.isHidden()
    window.show_page("assessment-migration", shipped.id)
    page = migration_page(window)
    assert "keine neuere Fassung" in page.nothing_words
    assert not page.head.finish_button.isVisible()


def test_old_and_new_stand_side_by_side(page: AssessmentMigrationPage, qtbot: QtBot) -> None:
    press(qtbot, page, Qt.Key.Key_Down)
    assert page.current == "H1.2"
    words = words_in(page)
    for part in ("Bisher, Fassung 1.0.0", "Neu, Fassung 1.1.0", "Wie weit ist der Punkt H1.2?", "Wie oft tagt der Rat"):
        assert part in words
    assert "Geändert: Wortlaut, Stufentexte" in words
    assert "bisherige Antwort" in words
    assert "Begründung der Gruppe: Der Rat hat zugestimmt." in words
    assert "Aussage Verwaltungsleitung: Stufe 2" in words
    assert [choice.accessibleName() for choice in page.pair.choices][3] == "Stufe 3: Neu 3 von H1.2 ist zu sehen."


def test_everything_is_decided_by_keys(
    window: MainWindow, page: AssessmentMigrationPage, place: Place, stored: Stored, qtbot: QtBot
) -> None:
    for key in (Qt.Key.Key_Down, Qt.Key.Key_1, Qt.Key.Key_Right, Qt.Key.Key_B, Qt.Key.Key_Right, Qt.Key.Key_2):
        press(qtbot, page, key)
    press(qtbot, page, Qt.Key.Key_Right)
    press(qtbot, page, Qt.Key.Key_U)
    assert page.head.words == "4 von 4 geänderten Fragen entschieden"
    migration = stored(place[0]).migrations[place[1]]
    assert [(item.question, item.choice) for item in migration.decisions] == [
        ("H1.2", Choice.ANEW),
        ("H1.3", Choice.KEPT),
        ("H2.2", Choice.ANEW),
        ("H2.3", Choice.ANEW),
    ]
    assert [entry.below for entry in page.list.entries[1:]] == [
        "neu: Stufe 1",
        "Antwort behalten",
        "neu beantwortet",
        "neu beantwortet",
    ]
    qtbot.keyClick(page.head.finish_button, Qt.Key.Key_Space)
    case = case_of(window)
    successor = case.migrations[place[1]].successor
    assert successor is not None
    assert (case.answer(successor, "H1.2").level, case.answer(successor, "H2.2").text) == (1, "Brief")
    assert case.answer(successor, "H2.3").state is AnswerState.UNKNOWN
    assert case.answer(successor, "H1.3") == ANSWERS["H1.3"]


def anew(page: AssessmentMigrationPage) -> AnewPanel:
    assert page.pair.anew is not None
    return page.pair.anew


def field(page: AssessmentMigrationPage) -> QWidget:
    """Where the new answer is typed."""
    editor = anew(page).editor
    assert editor is not None
    editor.take_focus()
    focused = page.window().focusWidget()
    assert focused is not None
    assert editor.isAncestorOf(focused)
    return focused


def go_to(qtbot: QtBot, page: AssessmentMigrationPage, question: str) -> None:
    while page.current != question:
        press(qtbot, page, Qt.Key.Key_Down)


def test_a_figure_is_typed_again(
    window: MainWindow, page: AssessmentMigrationPage, place: Place, stored: Stored, qtbot: QtBot
) -> None:
    go_to(qtbot, page, "H2.3")
    qtbot.keyClicks(field(page), "7")
    assert page.current == "H2.3", "figures in the field choose nothing"
    qtbot.mouseClick(page.bar.back_button, Qt.MouseButton.LeftButton)
    go_to(qtbot, page, "H2.3")
    line = field(page)
    assert isinstance(line, QLineEdit)
    assert line.text() == "7"
    assert page.list.entries[4].below == "neu beantwortet"
    (decision,) = stored(place[0]).migrations[place[1]].decisions
    assert decision.answer is not None
    assert (decision.choice, decision.answer.number) == (Choice.ANEW, Decimal(7))
    line.clear()
    qtbot.keyClicks(line, "50")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert "50" in said(window), "at most 10 in the new version"
    assert stored(place[0]).migrations[place[1]].decisions == (decision,)
    line.clear()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert page.list.entries[4].below == "noch nicht entschieden"
    qtbot.keyClicks(line, "3")
    qtbot.mouseClick(page.head.finish_button, Qt.MouseButton.LeftButton)
    successor = case_of(window).migrations[place[1]].successor
    assert successor is not None
    assert case_of(window).answer(successor, "H2.3").number == Decimal(3), "what is half typed goes along"


def test_a_question_that_has_become_one_for_words_is_answered_in_words(
    place: Place, data_folder: Path, request: pytest.FixtureRequest, qtbot: QtBot
) -> None:
    file = data_folder / "packs" / "haus" / "questionnaire.toml"
    text = file.read_text("utf-8").replace('type = "number"', 'type = "text"')
    file.write_text(text.replace('unit = "Tage"\nminimum = 0\nmaximum = 10\n', ""), "utf-8")
    window: MainWindow = request.getfixturevalue("main_window")
    window.activateWindow()
    window.open_case(place[0], "assessment-migration", place[1])
    page = migration_page(window)
    go_to(qtbot, page, "H2.3")
    assert not page.bar.keep_button.isEnabled()
    qtbot.keyClicks(field(page), "bob 1 u n")
    page.flush()
    decision = case_of(window).migrations[place[1]].decision("H2.3")
    assert decision is not None
    assert decision.answer is not None
    assert decision.answer.text == "bob 1 u n", "letters in the field decide nothing"
    press(qtbot, page, Qt.Key.Key_O)
    assert page.bar.open_button.isChecked()
    assert anew(page).editor is not None


def test_a_question_that_does_not_apply_says_why(
    window: MainWindow, page: AssessmentMigrationPage, place: Place, qtbot: QtBot
) -> None:
    go_to(qtbot, page, "H1.2")
    press(qtbot, page, Qt.Key.Key_N)
    reason = anew(page).reason
    assert reason is not None
    assert (reason.isVisible(), reason.field.hasFocus()) == (True, True)
    assert page.list.entries[1].below == "noch nicht entschieden", "a reason comes first"
    qtbot.keyClicks(reason.field, "Kein Rat")
    qtbot.keyClick(reason.field, Qt.Key.Key_Escape)
    decision = case_of(window).migrations[place[1]].decision("H1.2")
    assert decision is not None
    assert decision.answer is not None
    assert (decision.answer.state, decision.answer.reason.text) == (AnswerState.NOT_APPLICABLE, "Kein Rat")
    assert page.bar.inapplicable_button.isChecked()
    press(qtbot, page, Qt.Key.Key_1)
    assert page.list.entries[1].below == "neu: Stufe 1"
    assert not page.bar.inapplicable_button.isChecked()
    go_to(qtbot, page, "H2.3")
    assert not page.bar.inapplicable_button.isEnabled()
    assert "trifft immer zu" in page.bar.inapplicable_button.toolTip()


def test_a_decision_is_taken_back_by_key_by_click_and_by_undo(page: AssessmentMigrationPage, qtbot: QtBot) -> None:
    press(qtbot, page, Qt.Key.Key_Down)
    for again in (
        lambda: press(qtbot, page, Qt.Key.Key_Delete),
        lambda: qtbot.mouseClick(page.bar.open_button, Qt.MouseButton.LeftButton),
        lambda: qtbot.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier),
    ):
        press(qtbot, page, Qt.Key.Key_O)
        assert page.bar.open_button.isChecked()
        again()
        assert not page.bar.open_button.isChecked()
        assert page.list.entries[1].below == "noch nicht entschieden"


def test_a_click_on_the_new_words_answers(page: AssessmentMigrationPage, qtbot: QtBot) -> None:
    press(qtbot, page, Qt.Key.Key_Down)
    fourth = page.pair.choices[4]
    qtbot.mouseClick(fourth, Qt.MouseButton.LeftButton)
    assert [choice.isChecked() for choice in page.pair.choices] == [False, False, False, False, True]
    card = page.pair.choices[2].parentWidget()
    assert card is not None
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=card.rect().center())
    assert [choice.isChecked() for choice in page.pair.choices] == [False, False, True, False, False]
    assert page.pair.choices[2].hasFocus()
    press(qtbot, page, Qt.Key.Key_B)
    assert not any(choice.isChecked() for choice in page.pair.choices)
    assert page.bar.keep_button.isChecked()


def test_an_answer_that_does_not_fit_cannot_be_kept(page: AssessmentMigrationPage, qtbot: QtBot) -> None:
    for _ in range(3):
        press(qtbot, page, Qt.Key.Key_Down)
    assert page.current == "H2.2"
    assert not page.bar.keep_button.isEnabled()
    assert "lässt die bisherige Antwort nicht zu" in page.bar.keep_button.toolTip()
    press(qtbot, page, Qt.Key.Key_B)
    assert page.list.entries[3].below == "noch nicht entschieden"


def test_what_reads_the_same_is_kept_at_once(page: AssessmentMigrationPage, qtbot: QtBot) -> None:
    button = page.overview.keep_button
    assert button.text() == "Antworten mit gleichem Wortlaut behalten (1)"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert [entry.below for entry in page.list.entries[1:3]] == ["noch nicht entschieden", "Antwort behalten"]
    assert not button.isVisible()


def test_finished_the_new_assessment_is_shown_and_one_undo_brings_all_back(
    window: MainWindow, page: AssessmentMigrationPage, place: Place, stored: Stored, qtbot: QtBot
) -> None:
    press(qtbot, page, Qt.Key.Key_Down)
    press(qtbot, page, Qt.Key.Key_B)
    before = case_of(window)
    qtbot.mouseClick(page.head.finish_button, Qt.MouseButton.LeftButton)
    shown = assessment_page(window)
    assert shown.assessment is not None
    assert (shown.assessment.version, shown.offer.isHidden()) == (NEW, True)
    assert "Umgestellt auf Fassung 1.1.0" in said(window)
    window.show_page("assessment", place[1])
    assert "Abgelöst am 14.09.2026 durch Fassung 1.1.0" in shown.offer.words
    qtbot.keyClick(shown, Qt.Key.Key_4)
    assert "abgelöst" in said(window)
    assert case_of(window).answer(place[1], "H1.1").level == 2
    qtbot.mouseClick(shown.offer.button, Qt.MouseButton.LeftButton)
    assert shown.assessment.version == NEW
    qtbot.keyClick(shown, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert case_of(window) == before == stored(before.id)
    assert shown.assessment.id != place[1] or shown.offer.button.text() == "Fortsetzen …"


def test_left_for_later_it_goes_on_where_it_was(
    window: MainWindow, page: AssessmentMigrationPage, qtbot: QtBot
) -> None:
    press(qtbot, page, Qt.Key.Key_Down)
    press(qtbot, page, Qt.Key.Key_O)
    assert page.head.later_button.text() == "Später weiter"
    qtbot.mouseClick(page.head.later_button, Qt.MouseButton.LeftButton)
    offer = assessment_page(window).offer
    assert offer.words == "Die Umstellung auf Fassung 1.1.0 des Fragebogens ist angefangen."
    qtbot.mouseClick(offer.button, Qt.MouseButton.LeftButton)
    assert migration_page(window).list.entries[1].below == "bleibt offen"


def test_dropped_nothing_is_left_of_it(
    window: MainWindow, page: AssessmentMigrationPage, stored: Stored, qtbot: QtBot
) -> None:
    assert not page.head.drop_button.isVisible()
    before = case_of(window)
    press(qtbot, page, Qt.Key.Key_Down)
    press(qtbot, page, Qt.Key.Key_4)
    qtbot.mouseClick(page.head.drop_button, Qt.MouseButton.LeftButton)
    offer = assessment_page(window).offer
    qtbot.waitUntil(lambda: offer.button.text() == "Vergleichen …")
    assert case_of(window) == before == stored(before.id)


def test_a_confidential_question_is_covered_outside_the_pre_survey(
    place: Place, data_folder: Path, request: pytest.FixtureRequest, qtbot: QtBot
) -> None:
    file = data_folder / "packs" / "haus" / "questionnaire.toml"
    text = file.read_text("utf-8")
    file.write_text(text.replace('id = "H1.2"\n', 'id = "H1.2"\nconfidential = true\n', 1), "utf-8")
    window: MainWindow = request.getfixturevalue("main_window")
    window.open_case(place[0], "assessment-migration", place[1])
    page = migration_page(window)
    press(qtbot, page, Qt.Key.Key_Down)
    assert "Stand 3" not in words_in(page)
    assert "Der Rat hat zugestimmt" not in words_in(page)
    for key in (Qt.Key.Key_3, Qt.Key.Key_B):
        press(qtbot, page, key)
    assert case_of(window).migrations == {}
    reveal = next(button for button in page.pair.findChildren(QPushButton) if button.text() == "Aufdecken")
    qtbot.mouseClick(reveal, Qt.MouseButton.LeftButton)
    assert "Stand 3 von H1.2 ist zu sehen." in words_in(page)
    press(qtbot, page, Qt.Key.Key_3)
    assert page.list.entries[1].below == "neu: Stufe 3"
    page.pair.choices[3].setFocus()
    qtbot.keyClick(page.pair.choices[3], Qt.Key.Key_Down)
    assert page.list.hasFocus()
    assert page.list.entries[1].below == "neu beantwortet"


def test_what_can_be_done_is_listed_by_name_and_key(window: MainWindow, page: AssessmentMigrationPage) -> None:
    named = {command.title: command for command in page.commands()}
    assert {named[title].keys for title in ("Antwort behalten", "Offen lassen", "Unbekannt", "Trifft nicht zu")} == set(
        "BOUN"
    )
    named["Umstellung abschließen"].act()
    assert case_of(window).superseding(page.present_item()) is not None
    assert page.commands() == ()


def test_at_200_percent_the_new_side_stands_below_and_all_can_be_reached(
    window: MainWindow, page: AssessmentMigrationPage, qtbot: QtBot
) -> None:
    press(qtbot, page, Qt.Key.Key_Down)
    first = page.pair.choices[0].parentWidget()
    assert first is not None
    at_side = first.x()
    window.theming.set_zoom(200)
    qtbot.waitUntil(lambda: first.x() < at_side)
    bar = page.bar
    buttons = (page.head.finish_button, bar.keep_button, bar.unknown_button, bar.next_button)
    qtbot.waitUntil(
        lambda: all(page.rect().contains(button.mapTo(page, button.rect().bottomRight())) for button in buttons)
    )
    assert not page.pair.horizontalScrollBar().isVisible()
