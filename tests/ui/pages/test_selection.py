"""Auswahl: dots counted by keys and opened, areas taken over; candidates rated, moved, taken over; a way decided."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from advisor_app.domain.assessment import Assessment
from advisor_app.domain.candidate_rules import Way
from advisor_app.domain.case import Case
from advisor_app.domain.changes import AreaPollSet, CandidateSet, WayDecisionSet
from advisor_app.domain.projection import ProjectableCandidates, ProjectableDots
from advisor_app.ui.pages.selection import SelectionPage
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from tests.example_selection import area_poll, candidates, way_decision

OpenCase = Callable[..., CaseBridge]
Stored = Callable[[str], Case]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def bridge(open_case: OpenCase) -> CaseBridge:
    return open_case("M4")


@pytest.fixture
def page(qtbot: QtBot, context: PageContext, bridge: CaseBridge) -> SelectionPage:
    page = SelectionPage(context, bridge)
    qtbot.addWidget(page)
    page.resize(1182, 690)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    return page


def assessment_of(bridge: CaseBridge) -> Assessment:
    found = bridge.case.default_assessment()
    assert found is not None
    return found


def only_poll(bridge: CaseBridge) -> dict[str, int]:
    (poll,) = bridge.case.area_polls.values()
    return poll.dots


def test_dots_are_counted_opened_and_lead_to_areas(
    qtbot: QtBot, page: SelectionPage, bridge: CaseBridge, stored: Stored
) -> None:
    part, card = page.areas, page.areas.card
    assert card is not None
    assert page.projectable() is None
    qtbot.mouseClick(part.begin, LEFT)
    qtbot.waitUntil(part.hasFocus)
    for key in "8", "8", "2", "8", "2", "1":
        qtbot.keyClick(part, key)
    qtbot.keyClick(part, Qt.Key.Key_Backspace)
    assert only_poll(bridge) == {"WB8": 3, "WB2": 2}
    (poll,) = bridge.case.area_polls
    assert page.projectable() == ProjectableDots(poll=poll)
    assert not card.chart.isVisible()
    qtbot.keyClick(part, Qt.Key.Key_Return)
    assert card.chart.isVisible()
    assert "WB8" in card.take.text()
    qtbot.mouseClick(card.take, LEFT)
    assert assessment_of(bridge).areas == ("WB2", "WB8")
    assert bridge.case.area_polls[poll].areas == ("WB2", "WB8")
    case_id = bridge.case.id
    assert assessment_of(bridge) == stored(case_id).assessments[assessment_of(bridge).id]
    bridge.undo()
    assert assessment_of(bridge).areas == ()
    assert bridge.case.area_polls[poll].areas == ()
    bridge.redo()
    assert assessment_of(bridge).areas == ("WB2", "WB8")
    # what is open is corrected by numbers, and a tie that would be cut is left to the group
    qtbot.mouseClick(card.correct, LEFT)
    for area in ("WB1", "WB3", "WB4"):
        card.count.figures[area].setFocus()
        QTest.keyClicks(card.count.figures[area], "2")
        qtbot.keyClick(card.count.figures[area], Qt.Key.Key_Tab)
    assert only_poll(bridge) == {"WB1": 2, "WB2": 2, "WB3": 2, "WB4": 2, "WB8": 3}
    assert "WB8" in card.take.text()
    assert "WB1" not in card.take.text()


def test_a_candidate_is_collected_rated_and_taken_over(
    qtbot: QtBot, page: SelectionPage, bridge: CaseBridge, stored: Stored
) -> None:
    page.show_part("candidates")
    assert page.candidates.empty.isVisible()
    qtbot.mouseClick(page.candidates.empty.button, LEFT)
    form = page.candidates.form
    title = form.form.field("title").target
    qtbot.waitUntil(title.hasFocus)
    QTest.keyClicks(title, "Pegelwarnung")
    assert page.flush()
    rules = page.context.workspace.candidates.rules
    for criterion, key in (("bedarf", Qt.Key.Key_5), ("betrieb", Qt.Key.Key_4)):
        button = form.ratings[criterion].buttons[1]
        button.setFocus()
        qtbot.keyClick(form.ratings[criterion], key)
        assert criterion in rules.criteria
    (made,) = bridge.case.candidates.values()
    assert (made.title, made.rated) == ("Pegelwarnung", {"bedarf": 5, "betrieb": 4})
    page.show_part("ranking")
    assert page.projectable() == ProjectableCandidates(focus="K-01")
    matrix = page.ranking.matrix
    qtbot.waitUntil(lambda: not matrix.token_rect("K-01").isEmpty())
    matrix.setFocus()
    qtbot.keyClick(matrix, Qt.Key.Key_Left)
    qtbot.keyClick(matrix, Qt.Key.Key_Up)
    placing = bridge.case.candidates[made.id].placing
    assert placing is not None
    assert (placing.benefit, placing.feasibility) == (5, 3)
    start, end = matrix.token_rect("K-01").center().toPoint(), matrix.cell_rect(2, 2).center().toPoint()
    QTest.mousePress(matrix, LEFT, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(matrix, end)
    QTest.mouseRelease(matrix, LEFT, Qt.KeyboardModifier.NoModifier, end)
    placing = bridge.case.candidates[made.id].placing
    assert placing is not None
    assert (placing.benefit, placing.feasibility) == (2, 2)
    assert page.ranking.let_hold.isVisible()
    qtbot.mouseClick(page.ranking.let_hold, LEFT)
    assert bridge.case.candidates[made.id].placing is None
    with qtbot.waitSignal(page.noticed):
        qtbot.mouseClick(page.ranking.take, LEFT)
    (use_case,) = bridge.case.use_cases.values()
    assert use_case.title == "Pegelwarnung"
    assert stored(bridge.case.id).candidates[made.id].use_case == use_case.id
    with qtbot.waitSignal(page.navigated) as navigated:
        qtbot.mouseClick(page.ranking.to_use_case, LEFT)
    assert navigated.args == ["use-case", use_case.id]
    bridge.undo()
    assert not bridge.case.use_cases
    assert page.ranking.take.isVisible()


def test_the_way_is_decided_beside_what_suits_the_phase(qtbot: QtBot, page: SelectionPage, bridge: CaseBridge) -> None:
    page.show_part("decision")
    part = page.decision
    assert "kein" in part.suggestion
    part.way.edited.emit(Way.PLAN, "")
    by = part.form.field("decided_by").target
    by.setFocus()
    QTest.keyClicks(by, "Magistrat")
    assert page.flush()
    (decision,) = bridge.case.way_decisions.values()
    assert (decision.way, decision.decided_by, decision.phase) == (Way.PLAN, "Magistrat", None)
    assert decision.decided_on is not None
    with qtbot.waitSignal(page.navigated) as navigated:
        qtbot.mouseClick(part.to_plan, LEFT)
    assert navigated.args == ["plan", ""]


def test_ties_are_named_and_a_removed_candidate_comes_back(
    qtbot: QtBot, page: SelectionPage, bridge: CaseBridge
) -> None:
    name = assessment_of(bridge).id
    poll = area_poll(name)
    changes = [CandidateSet(item.id, None, item) for item in candidates().values()]
    assert bridge.edit(AreaPollSet(poll.id, None, poll), *changes, WayDecisionSet(name, None, way_decision(name)))
    ranks = {entry.title[:4]: entry.tag for entry in page.ranking.list.entries}
    assert ranks == {"K-01": "Platz 1", "K-04": "Platz 2", "K-02": "Platz 3", "K-03": "Platz 3", "K-05": ""}
    page.open_item("candidates/k3")
    assert page.present_item() == "candidates/k3"
    with qtbot.waitSignal(page.removed):
        qtbot.mouseClick(page.candidates.remove_button, LEFT)
    assert "k3" not in bridge.case.candidates
    bridge.undo()
    assert "k3" in bridge.case.candidates
    page.open_item("garbage/that/is/none")
    page.open_item("")
    assert page.part == "candidates"
    assert {command.title for command in page.commands()} >= {"Kandidat anlegen", "Rangfolge", "PDF ansehen"}
    page.resize(840, 690)
    page.open_item("ranking/k5")
    qtbot.mouseClick(page.ranking.put_in, LEFT)
    placing = bridge.case.candidates["k5"].placing
    assert placing is not None
    assert (placing.benefit, placing.feasibility) == (3, 3)
    assert not page.ranking.put_in.isVisible()
    page.show_part("areas")
    assert page.areas.card is not None
    assert page.areas.card.chart.scene is not None
