"""Ergebnisse besides the result: compared with another assessment, thought otherwise, among others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from advisor_app.domain.assessment import Answer, AssessmentKind
from advisor_app.domain.case import Case
from advisor_app.domain.changes import AnswerSet, AssessmentSet, CohortFiguresSet
from advisor_app.domain.commune import Commune, CommuneKind
from advisor_app.services.demo import ensure_example
from advisor_app.services.workspace import Workspace
from advisor_app.ui.pages.results import ResultsPage
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext

Stored = Callable[[str], Case]


@pytest.fixture
def bridge(workspace: Workspace) -> CaseBridge:
    """The worked example."""
    return CaseBridge(workspace, workspace.cases.open(ensure_example(workspace)))


@pytest.fixture
def page(qtbot: QtBot, context: PageContext, bridge: CaseBridge) -> ResultsPage:
    page = ResultsPage(context, bridge)
    qtbot.addWidget(page)
    page.resize(1182, 690)
    with qtbot.waitExposed(page):
        page.show()
    return page


def words_of(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def press(qtbot: QtBot, page: ResultsPage, words: str) -> None:
    button = next(item for item in page.findChildren(QPushButton) if item.text() == words and item.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_follow_up_is_made_and_compared(qtbot: QtBot, page: ResultsPage, bridge: CaseBridge) -> None:
    first = bridge.case.default_assessment()
    assert first is not None
    bookings = bridge.case.bookings
    press(qtbot, page, "Vergleich")
    assert "noch keine frühere" in words_of(page)
    with qtbot.waitSignal(page.navigated) as gone:
        press(qtbot, page, "Folgeerhebung anlegen")
    made = bridge.case.assessments[gone.args[1]]
    assert gone.args[0] == "assessment"
    assert (made.kind, bridge.case.answers.get(made.id)) == (AssessmentKind.FOLLOW_UP, None)
    assert bridge.case.bookings == bookings
    answers = bridge.case.answers[first.id]
    changes = [AnswerSet(made.id, name, None, answer) for name, answer in answers.items()]
    assert bridge.edit(AssessmentSet(made.id, made, replace(made, held_on=date(2028, 5, 22))), *changes)
    bridge.edit(AnswerSet(made.id, "4.1.1", answers["4.1.1"], replace(answers["4.1.1"], level=4)))
    page.open_item(f"{made.id}:comparison")
    assert page.views.comparison is not None
    assert page.views.comparison.chooser.currentText() == "Workshop, 14.09.2026"
    qtbot.waitUntil(lambda: "Höher eingestuft: 1" in words_of(page))
    with qtbot.waitSignal(page.navigated) as gone:
        press(qtbot, page, "Als Dokument")
    assert gone.args == ["documents", f"assessment-comparison:{first.id}:{made.id}"]
    names = {f"{offer.kind}:{offer.item}" for offer in page.context.workspace.documents.offers(bridge.case)}
    assert gone.args[1] in names
    page.open_item(first.id)
    assert page.views.comparison.chooser.currentText() == "Folgeerhebung, 22.05.2028"


def test_what_is_assumed_moves_the_phase_and_saves_nothing(
    qtbot: QtBot, page: ResultsPage, bridge: CaseBridge, stored: Stored
) -> None:
    before = bridge.case
    press(qtbot, page, "Was wäre, wenn")
    panel = page.views.what_if
    assert panel is not None
    assert panel.levels
    assert "Phase 4 „Verankern“ wäre mit" in words_of(page)
    assert "Heute: Phase 3 „Erproben“. Angenommen: Phase 4 „Verankern“." in words_of(page)
    proposed = dict(panel.levels)
    press(qtbot, page, "Alle zurücknehmen")
    assert "Angenommen:" not in words_of(page)
    place = panel.more.findData("4.4.1")
    panel.more.setCurrentIndex(place)
    panel.more.activated.emit(place)
    assert panel.levels == {"4.4.1": 3}
    panel.rows.chosen.emit("4.4.1", 2)  # what stands there today is no assumption
    assert panel.levels == {}
    press(qtbot, page, "Vorschlag")
    assert panel.levels == proposed
    with qtbot.waitSignal(page.navigated) as gone:
        press(qtbot, page, "4.5.1")
    assert gone.args[0] == "assessment"
    assert gone.args[1].endswith(":4.5.1")
    assert bridge.case == before
    assert stored(before.id) == before
    assessment = before.default_assessment()
    assert assessment is not None
    level_1 = before.answer(assessment.id, "4.5.1")
    bridge.edit(AnswerSet(assessment.id, "4.5.1", level_1, replace(level_1, level=0)))
    assert "Phase 2" in words_of(page)
    assert panel.levels == {"4.5.1": 1}


def _place(number: int) -> Commune:
    return Commune(
        id=f"neighbour-{number}", key=None, name=f"Musterort {number}", designation="Gemeinde",
        kind=CommuneKind.MUNICIPALITY, district="Landkreis Musterland", population=9_000, own=True,
    )  # fmt: skip


def _neighbours(workspace: Workspace, answers: dict[str, Answer], count: int) -> None:
    for number in range(count):
        session = workspace.cases.create(_place(number), ("M4",))
        assessment = workspace.assessments.find(session.case)
        given = [AnswerSet(assessment.id, name, None, answer) for name, answer in answers.items()]
        session.apply(workspace.cohorts.give(session.case, ""), *given)


def test_consent_is_noted_and_others_go_into_the_report(
    qtbot: QtBot, page: ResultsPage, bridge: CaseBridge, workspace: Workspace, stored: Stored
) -> None:
    assessment = bridge.case.default_assessment()
    assert assessment is not None
    press(qtbot, page, "Andere")
    panel = page.views.cohort
    assert panel is not None
    qtbot.waitUntil(lambda: "noch nicht genug andere Kommunen" in words_of(page))
    tick = next(item for item in page.findChildren(QCheckBox) if "zugestimmt" in item.text())
    assert not tick.isChecked()
    tick.click()
    consent = stored(bridge.case.id).cohort_consents[bridge.case.commune.id]
    assert (consent.given_on, consent.noted_by, consent.holds) == (date(2026, 9, 14), "Kim Berger", True)
    qtbot.keyClicks(panel.consent.given_by.line, "Hauptamt")
    assert page.flush()
    assert bridge.case.cohort_consents[bridge.case.commune.id].given_by == "Hauptamt"
    tick.click()
    assert "widerrufen" in words_of(page)
    assert not bridge.case.cohort_consents[bridge.case.commune.id].holds
    scored = [(name, item) for name, item in bridge.case.answers[assessment.id].items() if item.level is not None]
    answers = {name: replace(item, level=4) for name, item in scored}
    _neighbours(workspace, answers, 5)
    press(qtbot, page, "Ergebnis")
    press(qtbot, page, "Andere")
    qtbot.waitUntil(lambda: "Verglichen wird mit 5" in words_of(page))
    qtbot.waitUntil(lambda: "Median 4,0" in words_of(page))
    press(qtbot, page, "In den Bericht übernehmen")
    assert stored(bridge.case.id).cohort_figures[assessment.id].communes == 5
    press(qtbot, page, "Aus dem Bericht nehmen")
    assert bridge.case.cohort_figures == {}
    assert bridge.undo()
    assert assessment.id in bridge.case.cohort_figures
    figures = bridge.case.cohort_figures[assessment.id]
    assert bridge.edit(CohortFiguresSet(assessment.id, figures, None))


def test_communes_of_a_joint_case_are_one_press_away(qtbot: QtBot, context: PageContext, workspace: Workspace) -> None:
    example = workspace.cases.load(ensure_example(workspace))
    answers = example.answers[workspace.assessments.find(example).id]
    scored = [(name, item) for name, item in answers.items() if item.level is not None]
    names = [workspace.register.get(example.commune.id), _place(7)]
    joint = CaseBridge(workspace, workspace.cases.create(names[0], ("M4",), others=names[1:]))
    own = joint.perform(
        lambda session: workspace.assessments.create(session, AssessmentKind.WORKSHOP, "m4", names[1].id)
    )
    together = joint.case.default_assessment()
    assert own is not None
    assert together is not None
    assert joint.edit(*(AnswerSet(own.id, name, None, item) for name, item in scored))
    assert joint.edit(*(AnswerSet(together.id, name, None, replace(item, level=3)) for name, item in scored))
    page = ResultsPage(context, joint)
    qtbot.addWidget(page)
    page.resize(1182, 690)
    with qtbot.waitExposed(page):
        page.show()
    press(qtbot, page, "Kommunen")
    panel = page.views.communes
    assert panel is not None
    assert [button.text() for button in panel.buttons.values()] == ["Gemeinsam", "Gemeinde Musterort 7"]
    assert page.present_item() == together.id
    assert not panel.buttons[together.id].isEnabled()
    button = panel.buttons[own.id]
    assert button.accessibleDescription().startswith("Phase 3 „Erproben“. 4.1 2,0")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert page.present_item() == own.id
    assert page.view.current() == "result"
    press(qtbot, page, "Kommunen")
    page.resize(700, 690)
    assert panel.buttons[together.id].isEnabled()
    assert not panel.buttons[own.id].isEnabled()
