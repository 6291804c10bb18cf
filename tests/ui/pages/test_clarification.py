"""The Klärungsliste in the window: reasons, the way to a question, the adviser's hand, the rest in one go."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advisor_app.domain.answering import with_level
from advisor_app.domain.assessment import UNANSWERED, AnswerState, AssessmentKind, Statement
from advisor_app.domain.case import Case
from advisor_app.domain.changes import AnswerSet, StatementSet
from advisor_app.ui.pages.assessment import AssessmentPage
from advisor_app.ui.pages.assessment.clarification_panel import ClarificationPanel
from advisor_app.ui.pages.assessment.clarification_row import ClarificationRow
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.choice_field import ChoiceBox
from tests.builders import EXAMPLE_LEVELS

Stored = Callable[[str], Case]
OpenCase = Callable[..., CaseBridge]
Key = Qt.Key
DISPUTED = {"4.1.4": (0, 4), "4.4.1": (1, 3)}


@pytest.fixture
def bridge(open_case: OpenCase, context: PageContext) -> CaseBridge:
    """A case whose pre-survey two roles have answered alike, but for two questions."""
    bridge = open_case("M4")
    survey = bridge.perform(
        lambda session: context.workspace.assessments.create(session, AssessmentKind.PRE_SURVEY, "m4")
    )
    assert survey is not None
    for name, level in EXAMPLE_LEVELS.items():
        levels = DISPUTED.get(name, (level, level))
        changes = [
            StatementSet(survey.id, name, role, None, Statement(role=role, state=AnswerState.ANSWERED, level=said))
            for role, said in zip(("BM", "IT"), levels, strict=True)
        ]
        bridge.edit(*changes)
        if name not in DISPUTED:
            bridge.edit(AnswerSet(survey.id, name, None, with_level(UNANSWERED, level)))
    return bridge


@pytest.fixture
def page(qtbot: QtBot, context: PageContext, bridge: CaseBridge) -> AssessmentPage:
    return shown(qtbot, context, bridge)


def shown(qtbot: QtBot, context: PageContext, bridge: CaseBridge) -> AssessmentPage:
    page = AssessmentPage(context, bridge)
    qtbot.addWidget(page)
    page.resize(1182, 640)
    with qtbot.waitExposed(page):
        page.show()
    page.setFocus()
    return page


def listed(page: AssessmentPage) -> list[str]:
    return [row.question for row in panel(page).rows]


def panel(page: AssessmentPage) -> ClarificationPanel:
    return page.sheet.clarification


def focused_row() -> ClarificationRow:
    row = QApplication.focusWidget()
    assert isinstance(row, ClarificationRow)
    return row


def answered(bridge: CaseBridge) -> dict[str, int | None]:
    assessment = bridge.case.default_assessment()
    assert assessment is not None
    return {name: answer.level for name, answer in bridge.case.answers.get(assessment.id, {}).items()}


def test_after_a_survey_work_begins_with_the_list_and_its_reasons(page: AssessmentPage) -> None:
    assert panel(page).isVisible()
    assert listed(page) == ["4.4.1", "4.1.4"]
    reasons = "Die Antworten liegen 4 Stufen auseinander. Entscheidet, ob Phase 2 oder Phase 3 erreicht wird."
    assert panel(page).rows[1].reasons == reasons
    assert "0 von 2 geklärt, etwa 13 min" in panel(page).words
    assert "in der Agenda stehen" in panel(page).words


def test_keys_lead_to_a_question_and_back_and_progress_is_told(
    qtbot: QtBot, page: AssessmentPage, bridge: CaseBridge
) -> None:
    panel(page).focus_row()
    assert focused_row().question == "4.4.1"
    qtbot.keyClick(focused_row(), Key.Key_Down)
    qtbot.keyClick(focused_row(), Key.Key_Return)
    assert (page.current_question, panel(page).isVisible()) == ("4.1.4", False)
    qtbot.keyClick(page, Key.Key_2)
    qtbot.keyClick(page, Key.Key_K)
    assert panel(page).isVisible()
    assert "1 von 2 geklärt, etwa 13 min für alles, noch 5 min" in panel(page).words
    assert answered(bridge) == {"4.1.4": 2}
    qtbot.keyClick(focused_row(), Key.Key_3)
    assert answered(bridge) == {"4.1.4": 2}, "levels answer nothing that is not in sight"
    qtbot.keyClick(page, Key.Key_K)
    assert not panel(page).isVisible()


def test_the_rest_is_seen_before_it_is_confirmed_in_one_step(
    qtbot: QtBot, page: AssessmentPage, bridge: CaseBridge, stored: Stored
) -> None:
    confirmation = panel(page).confirmation
    assert not confirmation.confirm.isEnabled(), "nobody confirms what was not shown"
    qtbot.mouseClick(confirmation.look, Qt.MouseButton.LeftButton)
    assert {"4.1.1", "4.5.4"} <= set(confirmation.lines)
    assert not {"4.1.4", "4.4.1"} & set(confirmation.lines), "never a question about which roles disagree"
    with qtbot.waitSignal(page.noticed) as noticed:
        qtbot.mouseClick(confirmation.confirm, Qt.MouseButton.LeftButton)
    assert noticed.args[0].startswith("19 Antworten bestätigt.")
    assert answered(bridge) == {name: level for name, level in EXAMPLE_LEVELS.items() if name not in DISPUTED}
    assert stored(bridge.case.id).answers == bridge.case.answers
    assert not confirmation.isVisible()
    bridge.undo()
    assert answered(bridge) == {}
    assert confirmation.isVisible()


def test_the_adviser_moves_removes_and_pins_by_keys(qtbot: QtBot, page: AssessmentPage, bridge: CaseBridge) -> None:
    panel(page).focus_row()
    qtbot.keyClick(focused_row(), Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert listed(page) == ["4.1.4", "4.4.1"]
    assert focused_row().question == "4.4.1", "the focus goes along"
    qtbot.keyClick(focused_row(), Key.Key_Delete)
    assert listed(page) == ["4.1.4"]
    panel(page).focus_row("4.1.4")
    qtbot.keyClick(focused_row(), Key.Key_B)
    (hand,) = bridge.case.clarifications.values()
    assert (hand.pinned_questions, hand.removed_questions) == (("4.1.4",), ("4.4.1",))
    bridge.undo()
    bridge.undo()
    assert listed(page) == ["4.1.4", "4.4.1"]


def test_a_pinned_question_pushes_out_the_least_urgent_and_an_eleventh_is_refused(
    qtbot: QtBot, page: AssessmentPage, bridge: CaseBridge
) -> None:
    panel(page).focus_row()
    box = page.sheet.clarification.findChild(ChoiceBox)
    assert box is not None

    def put_on_the_list() -> None:
        box.activated.emit(1)

    for _ in range(8):
        put_on_the_list()
    assert len(listed(page)) == 10
    with qtbot.waitSignal(page.noticed) as noticed:
        put_on_the_list()
    assert len(listed(page)) == 10
    assert "4.1.4 ist dafür nicht mehr darauf" in noticed.args[0]
    put_on_the_list()
    with qtbot.waitSignal(page.warned) as warned:
        put_on_the_list()
    assert "höchstens 10 Fragen" in warned.args[0]
    (hand,) = bridge.case.clarifications.values()
    assert len(hand.pinned_questions) == len(listed(page)) == 10


def test_without_a_survey_the_list_says_what_it_rests_on(
    qtbot: QtBot, context: PageContext, open_case: OpenCase
) -> None:
    page = shown(qtbot, context, open_case("M1"))
    assert page.sheet.mode.current() == "one"
    qtbot.keyClick(page, Key.Key_K)
    assert listed(page)
    assert "Ohne Antworten aus der Vorab-Abfrage" in panel(page).words
    assert not panel(page).confirmation.isVisible()
