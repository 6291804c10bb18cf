"""Erhebung: what was answered before or in another module, and taking it over by an own act."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from advisor_app.domain.assessment import UNANSWERED, AssessmentKind
from advisor_app.domain.case import Case
from advisor_app.domain.changes import AnswerSet, AssessmentSet
from advisor_app.services.demo import ensure_example
from advisor_app.services.workspace import Workspace
from advisor_app.ui.pages.assessment.page import AssessmentPage
from advisor_app.ui.pages.assessment.sheet import LIST
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from tests.builders import number_answer

OpenCase = Callable[..., CaseBridge]
Stored = Callable[[str], Case]


def shown(qtbot: QtBot, context: PageContext, bridge: CaseBridge) -> AssessmentPage:
    page = AssessmentPage(context, bridge)
    qtbot.addWidget(page)
    page.resize(1182, 690)
    with qtbot.waitExposed(page):
        page.show()
    return page


def words_of(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def buttons(page: QWidget, words: str) -> list[QPushButton]:
    return [item for item in page.findChildren(QPushButton) if item.text() == words and item.isVisible()]


def test_a_follow_up_shows_the_old_answer_and_takes_it_by_key_button_and_list(
    qtbot: QtBot, context: PageContext, workspace: Workspace, stored: Stored
) -> None:
    bridge = CaseBridge(workspace, workspace.cases.open(ensure_example(workspace)))
    first = workspace.assessments.find(bridge.case)
    assert bridge.edit(AssessmentSet(first.id, first, replace(first, held_on=date(2025, 3, 3))))
    made = bridge.perform(lambda session: workspace.assessments.create(session, AssessmentKind.FOLLOW_UP, "m4"))
    assert made is not None
    page = shown(qtbot, context, bridge)
    page.open_item(f"{made.id}:4.1.1")
    qtbot.waitUntil(lambda: "Modul 4 · Workshop, 03.03.2025" in words_of(page))
    assert "Stufe 2 – " in words_of(page)
    assert bridge.case.answer(made.id, "4.1.1") == UNANSWERED
    qtbot.keyClick(page, Qt.Key.Key_W)
    assert stored(bridge.case.id).answer(made.id, "4.1.1").level == 2
    assert "steht hier auch" in words_of(page)
    qtbot.keyClick(page, Qt.Key.Key_4)
    assert bridge.case.answer(made.id, "4.1.1").level == 4
    qtbot.mouseClick(buttons(page, "Wie damals")[0], Qt.MouseButton.LeftButton)
    assert bridge.case.answer(made.id, "4.1.1").level == 2
    assert bridge.undo()
    assert bridge.case.answer(made.id, "4.1.1").level == 4
    qtbot.keyClick(page, Qt.Key.Key_G)  # nothing is asked in another module
    assert bridge.case.answer(made.id, "4.1.1").level == 4
    page.sheet.mode.choose(LIST)
    page.sheet.mode.chosen.emit(LIST)
    qtbot.waitUntil(lambda: len(buttons(page, "wie damals: 2")) >= 2)
    qtbot.mouseClick(buttons(page, "wie damals: 2")[1], Qt.MouseButton.LeftButton)
    assert bridge.case.answer(made.id, "4.1.2").level == 2
    assert bridge.case.answer(made.id, "4.1.3") == UNANSWERED


def test_other_modules_offer_their_answers_one_by_one_and_together(
    qtbot: QtBot, context: PageContext, open_case: OpenCase, workspace: Workspace
) -> None:
    bridge = open_case("M2", "M3")
    m2, m3 = (workspace.assessments.of_module(bridge.case, module) for module in ("M2", "M3"))
    assert m2 is not None
    assert m3 is not None
    assert bridge.edit(AnswerSet(m2.id, "2.4.5", None, number_answer(42)))
    page = shown(qtbot, context, bridge)
    page.open_item(f"{m3.id}:3.4.5")
    qtbot.waitUntil(lambda: "Eine offene Frage ist in einem anderen Modul" in words_of(page))
    assert "Modul 2 · Workshop, Fall vom 14.09.2026, Frage 2.4.5" in words_of(page)
    qtbot.keyClick(page, Qt.Key.Key_G)
    assert bridge.case.answer(m3.id, "3.4.5").number == Decimal(42)
    assert "Eine offene Frage" not in words_of(page)
    assert bridge.undo()
    qtbot.mouseClick(buttons(page, "Ansehen …")[0], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.noticed) as said:
        qtbot.mouseClick(buttons(page, "Eine Antwort übernehmen")[0], Qt.MouseButton.LeftButton)
    assert said.args == ["Übernommen: 1. Strg+Z nimmt alles zurück."]
    assert bridge.case.answer(m3.id, "3.4.5").number == Decimal(42)
