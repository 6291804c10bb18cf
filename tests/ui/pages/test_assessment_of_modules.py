"""Erhebung of any module: chosen by name, without impact areas and phases, confidential questions covered."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from advisor_app.domain.assessment import Answer, AnswerState, Assessment, AssessmentKind
from advisor_app.domain.changes import AnswerSet, AssessmentSet
from advisor_app.ui.pages.assessment import AssessmentPage
from advisor_app.ui.pages.assessment.cover import Cover
from advisor_app.ui.pages.assessment.list_panel import QuestionRow
from advisor_app.ui.pages.assessment.side_panel import SidePanel
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.level_button import LevelButton

OpenCase = Callable[..., CaseBridge]
MakePage = Callable[[CaseBridge], AssessmentPage]
CONFIDENTIAL = "2.5.2"


@pytest.fixture
def make_page(qtbot: QtBot, context: PageContext) -> MakePage:
    def make(bridge: CaseBridge) -> AssessmentPage:
        page = AssessmentPage(context, bridge)
        qtbot.addWidget(page)
        page.resize(1182, 640)
        with qtbot.waitExposed(page):
            page.show()
        page.setFocus()
        return page

    return make


def of(bridge: CaseBridge, questionnaire: str) -> Assessment:
    return next(item for item in bridge.case.in_order() if item.questionnaire == questionnaire)


def cover(page: AssessmentPage) -> Cover:
    found = page.findChild(Cover)
    assert found is not None
    return found


def chooser(page: AssessmentPage) -> QComboBox:
    side = page.findChild(SidePanel)
    assert side is not None
    found = side.findChild(QComboBox)
    assert found is not None
    return found


@pytest.mark.parametrize(("module", "first"), [("M1", "1.1.1"), ("M2", "2.1.1"), ("M3", "3.1.1")])
def test_a_module_without_impact_areas_is_asked(
    make_page: MakePage, open_case: OpenCase, qtbot: QtBot, module: str, first: str
) -> None:
    bridge = open_case(module)
    page = make_page(bridge)
    assert page.current_question == first
    assert not chooser(page).isVisible()
    buttons = [button for button in page.findChildren(QPushButton) if button.isVisible()]
    assert not any("ereich" in button.text() for button in buttons)
    qtbot.keyClick(page, Qt.Key.Key_2)
    assert bridge.case.answer(of(bridge, module.lower()).id, first).level == 2


def test_the_chooser_names_module_and_kind(make_page: MakePage, open_case: OpenCase) -> None:
    bridge = open_case("M1", "M3", "M4")
    page = make_page(bridge)
    names = [chooser(page).itemText(place) for place in range(chooser(page).count())]
    assert names == ["Modul 1 · Workshop", "Modul 3 · Workshop", "Modul 4 · Workshop"]
    assert (chooser(page).currentText(), chooser(page).accessibleName()) == ("Modul 4 · Workshop", "Erhebung wählen")
    chooser(page).setCurrentIndex(1)
    chooser(page).activated.emit(1)
    assert page.assessment == of(bridge, "m3")
    assert page.current_question == "3.1.1"


def test_an_item_opens_the_assessment_that_it_is_of(make_page: MakePage, open_case: OpenCase) -> None:
    bridge = open_case("M1", "M2", "M4")
    page = make_page(bridge)
    page.open_item("2.3.1")
    assert (page.assessment, page.current_question) == (of(bridge, "m2"), "2.3.1")
    assert chooser(page).currentText() == "Modul 2 · Workshop"
    page.open_item(of(bridge, "m1").id)
    assert (page.assessment, page.current_question) == (of(bridge, "m1"), "1.1.1")
    page.open_item("4.2")
    assert page.current_question == "4.2.1"
    place = page.present_item()
    page.open_item(f"{of(bridge, 'm1').id}:1.3.2")
    assert page.current_question == "1.3.2"
    page.open_item(place)
    assert (page.assessment, page.current_question) == (of(bridge, "m4"), "4.2.1")
    page.open_item("areas")
    assert page.assessment == of(bridge, "m4")
    page.open_item("9.9.9")
    assert page.current_question == "4.2.1"


def test_a_confidential_question_is_covered_until_it_is_revealed(
    make_page: MakePage, open_case: OpenCase, qtbot: QtBot
) -> None:
    bridge = open_case("M2")
    page = make_page(bridge)
    workshop = of(bridge, "m2")
    page.open_item("2.5.1")
    assert not cover(page).isVisible()
    qtbot.keyClick(page, Qt.Key.Key_Down)
    assert (page.current_question, cover(page).isVisible()) == (CONFIDENTIAL, True)
    for key in (Qt.Key.Key_3, Qt.Key.Key_U, Qt.Key.Key_N, Qt.Key.Key_F, Qt.Key.Key_Delete, Qt.Key.Key_Return):
        qtbot.keyClick(page, key)
    assert bridge.case.answers == {}
    assert bridge.case.evidence == {}
    qtbot.mouseClick(cover(page).button, Qt.MouseButton.LeftButton)
    assert not cover(page).isVisible()
    qtbot.keyClick(page, Qt.Key.Key_3)
    assert bridge.case.answer(workshop.id, CONFIDENTIAL).level == 3
    qtbot.keyClick(page, Qt.Key.Key_Down)
    assert cover(page).isVisible(), "the next one is confidential as well"
    qtbot.keyClick(page, Qt.Key.Key_Up)
    assert cover(page).isVisible(), "one that was left is covered again"
    cover(page).button.setFocus()
    qtbot.keyClick(cover(page).button, Qt.Key.Key_Up)
    assert page.current_question == "2.5.1"


def test_a_list_keeps_confidential_answers_to_itself(make_page: MakePage, open_case: OpenCase) -> None:
    bridge = open_case("M2")
    workshop = of(bridge, "m2")
    level = Answer(state=AnswerState.ANSWERED, level=1)
    bridge.edit(AnswerSet(workshop.id, CONFIDENTIAL, None, level))
    page = make_page(bridge)
    page.open_item("2.5.1")
    page.sheet.mode.choose("list")
    page.sheet.mode_chosen.emit("list")
    rows = {row.words[0]: row for row in page.findChildren(QuestionRow) if row.isVisible()}
    assert rows[CONFIDENTIAL].words == [CONFIDENTIAL, "Vertraulich: nur in der Vorab-Abfrage", ""]
    assert rows[CONFIDENTIAL].findChildren(LevelButton) == []
    bridge.edit(AnswerSet(workshop.id, CONFIDENTIAL, level, replace(level, level=0)))
    assert rows[CONFIDENTIAL].words[2] == ""
    assert len(rows["2.5.1"].findChildren(LevelButton)) == 5


def test_the_pre_survey_asks_openly(make_page: MakePage, open_case: OpenCase, qtbot: QtBot) -> None:
    bridge = open_case("M2")
    workshop = of(bridge, "m2")
    survey = replace(workshop, id="survey", number=2, kind=AssessmentKind.PRE_SURVEY)
    bridge.edit(AssessmentSet(survey.id, None, survey))
    page = make_page(bridge)
    page.open_item(f"{survey.id}:{CONFIDENTIAL}")
    assert not cover(page).isVisible()
    qtbot.keyClick(page, Qt.Key.Key_1)
    assert bridge.case.answer(survey.id, CONFIDENTIAL).level == 1
