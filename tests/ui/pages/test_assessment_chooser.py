"""Which assessment is shown and what further ones can be made: pre-survey, workshop, follow-up, in the window."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionComboBox
from pytestqt.qtbot import QtBot

from advisor_app.domain.assessment import Assessment, AssessmentKind
from advisor_app.ui.pages.assessment.chooser import AssessmentChooser
from advisor_app.ui.pages.assessment.held_line import HeldLine
from advisor_app.ui.pages.assessment.page import AssessmentPage
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext

OpenCase = Callable[..., CaseBridge]
MakePage = Callable[[CaseBridge], AssessmentPage]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def make_page(qtbot: QtBot, context: PageContext) -> Iterator[MakePage]:
    def make(bridge: CaseBridge) -> AssessmentPage:
        page = AssessmentPage(context, bridge)
        qtbot.addWidget(page)
        bridge.changed.connect(page.refresh)
        page.resize(1182, 640)
        with qtbot.waitExposed(page):
            page.show()
        return page

    yield make
    context.theming.set_zoom(100)


def chooser(page: AssessmentPage) -> AssessmentChooser:
    found = page.findChild(AssessmentChooser)
    assert found is not None
    return found


def choose(qtbot: QtBot, page: AssessmentPage, words: str) -> None:
    """Open the menu by a click and take the entry of these words by the keyboard."""
    more = chooser(page).more
    qtbot.mouseClick(more, LEFT)
    qtbot.waitUntil(more.menu_shown.isVisible)
    (action,) = (item for item in more.menu_shown.actions() if item.text() == words)
    more.menu_shown.setActiveAction(action)
    qtbot.keyClick(more.menu_shown, Qt.Key.Key_Return)


def kinds(bridge: CaseBridge) -> list[tuple[str, AssessmentKind]]:
    return [(item.questionnaire, item.kind) for item in bridge.case.in_order()]


@pytest.mark.parametrize("zoom", [80, 100, 110, 125, 150, 175, 200])
def test_the_room_of_a_title_is_what_the_style_leaves_it(
    make_page: MakePage, open_case: OpenCase, context: PageContext, zoom: int
) -> None:
    page = make_page(open_case("M4", "M2"))
    context.theming.set_zoom(zoom)
    QApplication.processEvents()
    box, option = chooser(page).box, QStyleOptionComboBox()
    box.initStyleOption(option)
    field = QStyle.SubControl.SC_ComboBoxEditField
    assert box.room == box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, box).width()


def test_a_pre_survey_and_a_follow_up_are_made(make_page: MakePage, open_case: OpenCase, qtbot: QtBot) -> None:
    bridge = open_case("M4")
    page = make_page(bridge)
    assert not chooser(page).box.isVisible()
    with qtbot.waitSignal(page.noticed) as said:
        choose(qtbot, page, "Modul 4 · Vorab-Abfrage")
    assert said.args == ["Angelegt: Modul 4 · Vorab-Abfrage"]
    shown = page.assessment
    assert shown is not None
    assert shown.kind is AssessmentKind.PRE_SURVEY
    assert (chooser(page).box.isVisible(), chooser(page).box.currentText()) == (True, "Modul 4 · Vorab-Abfrage")
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_2)
    assert bridge.case.answer(shown.id, "4.1.1").level == 2
    choose(qtbot, page, "Modul 4 · Folgeerhebung")
    assert [kind for _, kind in kinds(bridge)] == [
        AssessmentKind.WORKSHOP,
        AssessmentKind.PRE_SURVEY,
        AssessmentKind.FOLLOW_UP,
    ]
    bridge.undo()
    assert [kind for _, kind in kinds(bridge)] == [AssessmentKind.WORKSHOP, AssessmentKind.PRE_SURVEY]
    assert page.assessment is not None, "the one that is gone is not shown any more"
    assert page.assessment.id in bridge.case.assessments


def test_the_box_stands_before_what_is_beside_it_also_for_the_keyboard(
    make_page: MakePage, open_case: OpenCase, qtbot: QtBot
) -> None:
    bridge = open_case("M4")
    page = make_page(bridge)
    choose(qtbot, page, "Modul 4 · Vorab-Abfrage")
    box = chooser(page).box
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Tab)
    assert chooser(page).more.hasFocus()
    qtbot.keyClick(chooser(page).more, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert box.hasFocus()


def test_each_module_of_the_case_has_its_own(make_page: MakePage, open_case: OpenCase) -> None:
    bridge = open_case("M1", "M3")
    page = make_page(bridge)
    titles = [action.text() for action in chooser(page).more.menu_shown.actions()]
    assert titles == [
        *("Modul 1 · Vorab-Abfrage", "Modul 1 · Workshop", "Modul 1 · Folgeerhebung"),
        *("Modul 3 · Vorab-Abfrage", "Modul 3 · Workshop", "Modul 3 · Folgeerhebung"),
    ]
    assert [command.title for command in page.commands()] == [f"Anlegen: {title}" for title in titles]
    page.commands()[3].act()
    assert kinds(bridge)[-1] == ("m3", AssessmentKind.PRE_SURVEY)
    assert page.current_question == "3.1.1"


def test_the_confidential_questions_of_a_pre_survey_are_open(
    make_page: MakePage, open_case: OpenCase, qtbot: QtBot
) -> None:
    bridge = open_case("M2")
    page = make_page(bridge)
    choose(qtbot, page, "Modul 2 · Vorab-Abfrage")
    page.open_item("2.5.2")
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_1)
    made: Assessment = bridge.case.in_order()[-1]
    assert bridge.case.answer(made.id, "2.5.2").level == 1


@pytest.mark.parametrize("zoom", [100, 200])
def test_a_long_title_can_be_read_in_full(
    make_page: MakePage, open_case: OpenCase, context: PageContext, qtbot: QtBot, zoom: int
) -> None:
    context.theming.set_zoom(zoom)
    bridge = open_case("M4")
    page = make_page(bridge)
    side = chooser(page)
    long = "Modul 4 · Folgeerhebung · abgelöst am 22.11.2026"
    short = long.replace("Modul 4", "M4")
    side.show_assessments([("a", long, short), ("b", "Modul 4 · Workshop", "M4 · Workshop")], "a")
    qtbot.waitUntil(lambda: side.words == long)
    qtbot.mouseClick(side.box, LEFT)
    qtbot.waitUntil(side.box.view().isVisible)
    assert side.box.view().viewport().width() >= side.box.fontMetrics().horizontalAdvance(long)
    side.box.hidePopup()
    side.choose("b")
    assert side.words == "Modul 4 · Workshop"


def test_the_wheel_changes_nothing(make_page: MakePage, open_case: OpenCase) -> None:
    bridge = open_case("M1", "M3", "M4")
    page = make_page(bridge)
    box, shown = chooser(page).box, page.assessment
    middle = QPointF(box.rect().center())
    event = QWheelEvent(
        middle,
        box.mapToGlobal(middle),
        QPoint(),
        QPoint(0, -240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, event)
    assert page.assessment is shown


def test_keys_answer_as_soon_as_the_page_is_opened_though_several_assessments_can_be_chosen(
    make_page: MakePage, open_case: OpenCase, qtbot: QtBot
) -> None:
    bridge = open_case("M4")
    page = make_page(bridge)
    choose(qtbot, page, "Modul 4 · Vorab-Abfrage")
    shown = page.assessment
    assert shown is not None
    page.take_focus()  # as the window does with every page that it shows
    page.open_item("4.1.2")
    press_focused(qtbot, Qt.Key.Key_3)
    assert bridge.case.answer(shown.id, "4.1.2").level == 3


def test_keys_answer_while_the_focus_is_still_where_the_assessment_was_chosen(
    make_page: MakePage, open_case: OpenCase, qtbot: QtBot
) -> None:
    bridge = open_case("M4")
    page = make_page(bridge)
    choose(qtbot, page, "Modul 4 · Vorab-Abfrage")
    chooser(page).box.setFocus()
    press_focused(qtbot, Qt.Key.Key_Up)
    shown = page.assessment
    assert shown is not None
    assert shown.kind is AssessmentKind.WORKSHOP, "arrows are the box's own"
    press_focused(qtbot, Qt.Key.Key_4)
    assert bridge.case.answer(shown.id, "4.1.1").level == 4


def press_focused(qtbot: QtBot, key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key)


def test_the_day_of_an_assessment_is_typed_and_told(
    qtbot: QtBot, make_page: MakePage, open_case: OpenCase, context: PageContext
) -> None:
    """Two of a kind are told apart by their days."""
    bridge = open_case("M4")
    page = make_page(bridge)
    choose(qtbot, page, "Modul 4 · Workshop")
    held = page.findChild(HeldLine)
    assert held is not None
    mode, question = page.sheet.mode.current(), page.current_question
    assert held.button.text() == "Tag der Erhebung eintragen"
    qtbot.mouseClick(held.button, LEFT)
    assert held.field is not None
    assert held.field.target.isVisible()
    held.field.target.setFocus()
    qtbot.keyClicks(held.field.target, "5.10.2026")
    qtbot.keyClick(held.field.target, Qt.Key.Key_Return)
    second = bridge.case.in_order()[-1]
    assert second.held_on == date(2026, 10, 5)
    assert (page.sheet.mode.current(), page.current_question) == (mode, question)
    assert context.workspace.assessments.title(bridge.case, second) == "Modul 4 · Workshop · 05.10.2026"
    assert "05.10.2026" in chooser(page).box.currentText()
    qtbot.keyClicks(held.field.target, "x")
    page.flush()
    assert bridge.case.in_order()[-1].held_on == date(2026, 10, 5)
    chooser(page).chosen.emit(bridge.case.in_order()[0].id)
    assert held.field.value is None
    assert held.button.isVisible()
    chooser(page).chosen.emit(second.id)
    assert held.button.text() == "Erhoben am 05.10.2026"
    assert bridge.undo()
    assert bridge.case.in_order()[-1].held_on is None
