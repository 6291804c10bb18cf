"""Erhebung: keys and clicks become committed answers."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from advisor_app.domain.assessment import UNANSWERED, Answer, AnswerState, AssessmentKind
from advisor_app.domain.case import Case
from advisor_app.domain.changes import AnswerSet, AssessmentSet, TargetSet
from advisor_app.domain.questionnaire import QuestionType
from advisor_app.domain.words import Audience, Words
from advisor_app.questions import KINDS
from advisor_app.questions.level.editor import LevelCard
from advisor_app.ui.pages.assessment import AssessmentPage
from advisor_app.ui.pages.assessment.foot_bar import FootBar
from advisor_app.ui.pages.assessment.list_panel import QuestionRow
from advisor_app.ui.pages.assessment.marks import MarksRow
from advisor_app.ui.pages.assessment.question_panel import QuestionPanel
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.answer_editor import build_editor
from advisor_app.ui.widgets.audience_field import WordsField
from advisor_app.ui.widgets.autosave import TextField
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.level_button import LevelButton

Stored = Callable[[str], Case]
OpenCase = Callable[..., CaseBridge]


@pytest.fixture
def bridge(open_case: OpenCase) -> CaseBridge:
    return open_case("M4")


@pytest.fixture
def page(qtbot: QtBot, context: PageContext, bridge: CaseBridge) -> AssessmentPage:
    page = AssessmentPage(context, bridge)
    qtbot.addWidget(page)
    page.resize(1182, 640)
    with qtbot.waitExposed(page):
        page.show()
    page.setFocus()
    return page


def answer_of(bridge: CaseBridge, question: str) -> Answer:
    assessment = bridge.case.default_assessment()
    assert assessment is not None
    return bridge.case.answer(assessment.id, question)


def note_field(page: AssessmentPage) -> TextField:
    return next(
        field for field in page.findChildren(WordsField) if field.field.accessibleName() == "Begründung der Gruppe"
    ).field


def foot_words(page: AssessmentPage) -> str:
    foot = page.findChild(FootBar)
    assert foot is not None
    return " ".join(label.text() for label in foot.findChildren(TextLabel))


def test_figures_choose_levels_and_are_on_disk_at_once(
    qtbot: QtBot, page: AssessmentPage, bridge: CaseBridge, stored: Stored
) -> None:
    assert page.current_question == "4.1.1"
    qtbot.keyClick(page, Qt.Key.Key_3)
    assert answer_of(bridge, "4.1.1").level == 3
    assessment = bridge.case.default_assessment()
    assert assessment is not None
    assert stored(bridge.case.id).answer(assessment.id, "4.1.1").level == 3
    assert [card.isChecked() for card in page.findChildren(LevelCard)] == [False, False, False, True, False]
    assert page.current_question == "4.1.1", "choosing does not advance by itself"


@pytest.mark.parametrize("keys", ["1", "13", "1U", "3N", "42"])
def test_the_little_that_is_painted_with_an_answer_looks_like_all_of_it(
    qtbot: QtBot, page: AssessmentPage, context: PageContext, keys: str
) -> None:
    # what comes a moment later moves the page
    qtbot.waitUntil(lambda: not page._answering._given_later.isActive() and not page.offer._later.isActive())
    qtbot.waitUntil(lambda: not context.lane.is_busy)
    for key in keys:
        qtbot.keyClick(page, key)
        QApplication.processEvents()
    shown = page.screen().grabWindow(page.winId()).toImage()
    assert shown == page.grab().toImage()


def test_arrows_walk_through_all_questions(qtbot: QtBot, page: AssessmentPage) -> None:
    seen = [page.current_question]
    for _ in range(40):
        qtbot.keyClick(page, Qt.Key.Key_Down)
        if page.current_question == seen[-1]:
            break
        seen.append(page.current_question)
    assert seen[:6] == ["4.1.1", "4.1.2", "4.1.3", "4.1.4", "4.1.5", "4.2.1"]
    assert seen[-1].startswith("4.5.")
    qtbot.keyClick(page, Qt.Key.Key_Up)
    assert page.current_question == seen[-2]


def test_arrows_walk_on_after_a_click_beside_everything(qtbot: QtBot, page: AssessmentPage) -> None:
    note_field(page).setFocus()
    panel = page.findChild(QuestionPanel)
    assert panel is not None
    paper = panel.viewport()
    qtbot.mouseClick(paper, Qt.MouseButton.LeftButton, pos=QPoint(paper.width() // 2, paper.height() - 4))
    assert page.hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert page.current_question == "4.1.2"


def test_unknown_is_a_state_of_its_own_and_can_be_taken_back(
    qtbot: QtBot, page: AssessmentPage, bridge: CaseBridge
) -> None:
    qtbot.keyClick(page, Qt.Key.Key_2)
    qtbot.keyClick(page, Qt.Key.Key_U)
    assert answer_of(bridge, "4.1.1") == Answer(state=AnswerState.UNKNOWN)
    qtbot.keyClick(page, Qt.Key.Key_U)
    assert answer_of(bridge, "4.1.1") == UNANSWERED


def test_not_applicable_needs_a_reason(qtbot: QtBot, page: AssessmentPage, bridge: CaseBridge) -> None:
    page.open_item("4.1.4")
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_N)
    field = QApplication.focusWidget()
    assert isinstance(field, TextField)
    assert answer_of(bridge, "4.1.4") == UNANSWERED
    qtbot.keyClicks(field, "Der Verband plant")
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    answer = answer_of(bridge, "4.1.4")
    assert answer.state is AnswerState.NOT_APPLICABLE
    assert answer.reason == Words("Der Verband plant")


def test_a_question_that_always_applies_says_so(qtbot: QtBot, page: AssessmentPage, bridge: CaseBridge) -> None:
    with qtbot.waitSignal(page.warned) as warned:
        qtbot.keyClick(page, Qt.Key.Key_N)
    assert warned.args is not None
    assert "4.1.1" in warned.args[0]
    assert answer_of(bridge, "4.1.1") == UNANSWERED


def test_delete_clears_the_level_and_keeps_the_note(qtbot: QtBot, page: AssessmentPage, bridge: CaseBridge) -> None:
    qtbot.keyClick(page, Qt.Key.Key_4)
    field = note_field(page)
    qtbot.mouseClick(field.viewport(), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(field, "Beschluss liegt vor")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert page.hasFocus(), "its keys work without another click"
    qtbot.keyClick(page, Qt.Key.Key_Delete)
    answer = answer_of(bridge, "4.1.1")
    assert (answer.state, answer.level) == (AnswerState.UNANSWERED, None)
    assert answer.note == Words("Beschluss liegt vor")


def test_figures_typed_into_a_note_are_words(qtbot: QtBot, page: AssessmentPage, bridge: CaseBridge) -> None:
    field = note_field(page)
    qtbot.mouseClick(field.viewport(), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(field, "2 von 4 Amtsleitungen, N und U")
    qtbot.waitUntil(lambda: answer_of(bridge, "4.1.1").note.text == "2 von 4 Amtsleitungen, N und U")
    assert answer_of(bridge, "4.1.1").level is None


def test_a_note_is_internal_until_it_is_released(qtbot: QtBot, page: AssessmentPage, bridge: CaseBridge) -> None:
    field = note_field(page)
    qtbot.mouseClick(field.viewport(), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(field, "Nur gesagt")
    holder = field.parent()
    assert isinstance(holder, WordsField)
    box = holder.findChild(QComboBox)
    assert isinstance(box, QComboBox)
    box.setFocus()
    assert answer_of(bridge, "4.1.1").note == Words("Nur gesagt", Audience.INTERNAL)
    qtbot.keyClick(box, Qt.Key.Key_End)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    box.activated.emit(2)
    assert answer_of(bridge, "4.1.1").note == Words("Nur gesagt", Audience.REPORT)


def test_a_click_on_a_card_chooses_and_an_arrow_on_it_does_not(
    qtbot: QtBot, page: AssessmentPage, bridge: CaseBridge
) -> None:
    cards = page.findChildren(LevelCard)
    qtbot.mouseClick(cards[1], Qt.MouseButton.LeftButton)
    assert answer_of(bridge, "4.1.1").level == 1
    cards[1].setFocus()
    qtbot.keyClick(cards[1], Qt.Key.Key_Right)
    assert QApplication.focusWidget() is cards[2]
    assert answer_of(bridge, "4.1.1").level == 1
    qtbot.keyClick(cards[2], Qt.Key.Key_Space)
    assert answer_of(bridge, "4.1.1").level == 2


def test_cards_say_their_level_word_and_anchor(page: AssessmentPage) -> None:
    names = [card.accessibleName() for card in page.findChildren(LevelCard)]
    assert names[1].startswith("Stufe 1, punktuell: ")
    assert all(len(name) > 20 for name in names)


def test_answers_bring_up_questions_that_depend_on_them(qtbot: QtBot, page: AssessmentPage) -> None:
    page.open_item("4.5.1")
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_3)
    page.open_item("4.5.5")
    assert page.current_question == "4.5.5"
    page.open_item("4.5.1")
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_0)
    page.open_item("4.5.5")
    assert page.current_question == "4.5.1", "a question that is not asked cannot be opened"


def test_impact_areas_are_chosen_at_the_top_and_bring_their_questions(
    qtbot: QtBot, page: AssessmentPage, bridge: CaseBridge
) -> None:
    toggle = next(button for button in page.findChildren(QPushButton) if "Wirkungsbereiche" in button.text())
    qtbot.mouseClick(toggle, Qt.MouseButton.LeftButton)
    chip = next(button for button in page.findChildren(QPushButton) if button.text().startswith("WB8"))
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assessment = bridge.case.default_assessment()
    assert assessment is not None
    assert assessment.areas == ("WB8",)
    page.open_item("WB8.1")
    assert page.current_question == "WB8.1"


def test_what_is_calculated_asks_for_nothing(qtbot: QtBot, page: AssessmentPage, bridge: CaseBridge) -> None:
    page.open_item("4.5.1")
    qtbot.keyClick(page, Qt.Key.Key_2)  # brings up the number and the sum
    page.open_item("4.5.7")
    assert not note_field(page).isVisible()
    assert not any(box.isVisible() for box in page.findChildren(QComboBox) if box.accessibleName() == "Auskunft durch")
    assert "0–4" not in foot_words(page)
    warned: list[str] = []
    page.warned.connect(warned.append)
    for key in (Qt.Key.Key_3, Qt.Key.Key_N, Qt.Key.Key_U):
        qtbot.keyClick(page, key)
    assert warned == []
    assert answer_of(bridge, "4.5.7") == UNANSWERED
    page.open_item("4.5.1")
    assert note_field(page).isVisible()
    assert "0–4" in foot_words(page)


def test_the_list_shows_what_is_calculated(qtbot: QtBot, page: AssessmentPage, bridge: CaseBridge) -> None:
    page.open_item("4.5.1")
    qtbot.keyClick(page, Qt.Key.Key_2)
    switch = next(button for button in page.findChildren(QPushButton) if button.text() == "Liste")
    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
    row = next(row for row in page.findChildren(QuestionRow) if "4.5.7" in row.words)
    assert row.words == ["4.5.7", "Anwendungsfälle in Pilot und Regelbetrieb zusammen", "noch keine Angaben"]
    assessment = bridge.case.default_assessment()
    assert assessment is not None
    bridge.edit(AnswerSet(assessment.id, "4.5.6", None, Answer(state=AnswerState.ANSWERED, number=Decimal(3))))
    assert row.words[-1] == "3"


def test_the_page_opens_at_the_first_question_when_all_are_answered(
    qtbot: QtBot, context: PageContext, bridge: CaseBridge
) -> None:
    assessment = bridge.case.default_assessment()
    assert assessment is not None
    session = context.workspace.cases.open(bridge.case.id)
    session.apply(AnswerSet(assessment.id, "4.5.1", None, Answer(state=AnswerState.ANSWERED, level=2)))
    evaluation = context.workspace.questionnaires.evaluate(session.case, assessment)
    visible = [item for dimension in evaluation.dimensions() for item in evaluation.visible_questions(dimension)]
    assert any(question.is_calculated for question in visible)
    unknown = Answer(state=AnswerState.UNKNOWN)
    asked = [question for question in visible if not question.is_calculated and question.id != "4.5.1"]
    session.apply(*(AnswerSet(assessment.id, question.id, None, unknown) for question in asked))
    reopened = AssessmentPage(context, CaseBridge(context.workspace, session))
    qtbot.addWidget(reopened)
    assert reopened.current_question == "4.1.1"


def test_the_list_answers_a_whole_dimension(qtbot: QtBot, page: AssessmentPage, bridge: CaseBridge) -> None:
    switch = next(button for button in page.findChildren(QPushButton) if button.text() == "Liste")
    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
    buttons = page.findChildren(LevelButton)
    assert len(buttons) == 20, "four questions with five levels each"
    for row, level in enumerate((2, 1, 0, 4)):
        qtbot.mouseClick(buttons[5 * row + level], Qt.MouseButton.LeftButton)
    assert [answer_of(bridge, f"4.1.{number}").level for number in (1, 2, 3, 4)] == [2, 1, 0, 4]


def test_undo_shows_on_the_page(qtbot: QtBot, page: AssessmentPage, bridge: CaseBridge) -> None:
    qtbot.keyClick(page, Qt.Key.Key_3)
    qtbot.keyClick(page, Qt.Key.Key_1)
    bridge.undo()
    assert [card.isChecked() for card in page.findChildren(LevelCard)] == [False, False, False, True, False]
    bridge.undo()
    assert not any(card.isChecked() for card in page.findChildren(LevelCard))


def test_earlier_level_and_target_are_marked(
    qtbot: QtBot, page: AssessmentPage, bridge: CaseBridge, context: PageContext
) -> None:
    qtbot.keyClick(page, Qt.Key.Key_1)
    follow_up = context.workspace.cases.new_assessment(bridge.case, "m4", AssessmentKind.FOLLOW_UP)
    first = bridge.case.default_assessment()
    assert first is not None
    bridge.edit(AssessmentSet(follow_up.id, None, follow_up), TargetSet(follow_up.id, "4.1", None, 3))
    chooser = next(box for box in page.findChildren(QComboBox) if box.accessibleName() == "Erhebung wählen")
    chooser.setCurrentIndex(1)
    chooser.activated.emit(1)
    marks = [row.accessibleName() for row in page.findChildren(MarksRow)]
    assert marks == ["zuvor 1, Zielstufe 3"]


def test_every_question_type_has_a_widget(context: PageContext, page: AssessmentPage) -> None:
    for kind in QuestionType:
        assert kind in KINDS
        assert build_editor(kind, context.theming, page) is not None
