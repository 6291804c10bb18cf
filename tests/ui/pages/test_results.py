"""Ergebnisse: what the answers add up to, with the reasons one click away."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.case import Case
from advisor_app.domain.changes import AnswerSet
from advisor_app.services.demo import ensure_example
from advisor_app.services.workspace import Workspace
from advisor_app.ui.pages.results import ResultsPage
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.chart_table import ChartTable
from advisor_app.ui.widgets.chart_view import ChartView

Stored = Callable[[str], Case]
OpenCase = Callable[..., CaseBridge]


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


def texts_of(page: ResultsPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def button(page: ResultsPage, words: str) -> QPushButton:
    return next(item for item in page.findChildren(QPushButton) if words in item.text() and item.isVisible())


def test_the_worked_example_stands_in_phase_three_and_says_what_limits_it(page: ResultsPage) -> None:
    standing = page.standing
    assert standing is not None
    assert standing.title == "Phase 3 „Erproben“"
    assert "knapp über der Schwelle von 1,6" in standing.sentences
    assert [item.item for item in standing.unmet] == ["Q", "4.5.1", "4.2", "4.3"]
    shown = texts_of(page)
    assert "Phase 3 „Erproben“" in shown
    assert {"2,0", "1,5", "1,0", "1,8"} <= set(shown)
    assert "heute 1,0" in shown
    assert "nötig 1,6" in shown


def test_radar_and_table_show_the_same_on_the_same_spot(qtbot: QtBot, page: ResultsPage) -> None:
    radar = next(
        view for view in page.findChildren(ChartView) if "4.3 Daten und Technik" in view.accessibleDescription()
    )
    assert radar.isVisible()
    qtbot.mouseClick(button(page, "Tabelle"), Qt.MouseButton.LeftButton)
    table = page.findChild(ChartTable)
    assert isinstance(table, ChartTable)
    assert table.isVisible()
    items = [[table.item(row, column) for column in range(2)] for row in range(table.rowCount())]
    cells = [[item.text() if item else "" for item in row] for row in items]
    assert ["4.2 Organisation, Finanzen", "1,5"] in cells


def test_a_target_is_committed_and_moves_the_gap(
    qtbot: QtBot, page: ResultsPage, bridge: CaseBridge, stored: Stored
) -> None:
    box = next(item for item in page.findChildren(QComboBox) if item.accessibleName() == "Zielstufe 4.2")
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    qtbot.keyClick(box.view(), Qt.Key.Key_End)
    qtbot.keyClick(box.view(), Qt.Key.Key_Return)
    assessment = bridge.case.default_assessment()
    assert assessment is not None
    assert bridge.case.targets[assessment.id]["4.2"] == 4
    assert stored(bridge.case.id).targets[assessment.id]["4.2"] == 4
    standing = page.standing
    assert standing is not None
    assert standing.dimensions[1].gap == Fraction(5, 2)
    assert "2,5" in texts_of(page)


def test_a_dimension_explains_its_score_answer_by_answer(qtbot: QtBot, page: ResultsPage) -> None:
    qtbot.mouseClick(button(page, "4.5  Umsetzung"), Qt.MouseButton.LeftButton)
    shown = texts_of(page)
    assert "So berechnet: 4.5 Umsetzung, Betrieb, Wirkung" in shown
    assert "Gewicht 3 × Stufe 2 = 6" in shown
    assert "Summe 18 geteilt durch Gewichte 10 = 1,800" in shown
    with qtbot.waitSignal(page.navigated) as navigated:
        qtbot.mouseClick(button(page, "4.5.3"), Qt.MouseButton.LeftButton)
    assert navigated.args == ["assessment", f"{page.present_item()}:4.5.3"]


def test_missing_answers_are_named_and_open_a_band(page: ResultsPage, bridge: CaseBridge) -> None:
    assessment = bridge.case.default_assessment()
    assert assessment is not None
    before = bridge.case.answer(assessment.id, "4.3.2")
    bridge.edit(AnswerSet(assessment.id, "4.3.2", before, Answer(state=AnswerState.UNKNOWN)))
    standing = page.standing
    assert standing is not None
    assert "4.3.2" in standing.sentences
    dimension = next(item for item in standing.dimensions if item.score.id == "4.3")
    assert dimension.score.best is not None
    assert dimension.score.worst is not None
    assert dimension.score.best > dimension.score.worst


def test_a_blocking_question_at_zero_caps_and_says_so(qtbot: QtBot, page: ResultsPage, bridge: CaseBridge) -> None:
    assessment = bridge.case.default_assessment()
    assert assessment is not None
    changes = []
    for question in ("4.3.1", "4.3.2", "4.3.4", "4.3.5"):
        before = bridge.case.answer(assessment.id, question)
        changes.append(AnswerSet(assessment.id, question, before, Answer(state=AnswerState.ANSWERED, level=4)))
    before = bridge.case.answer(assessment.id, "4.3.3")
    changes.append(AnswerSet(assessment.id, "4.3.3", before, Answer(state=AnswerState.ANSWERED, level=0)))
    assert bridge.edit(*changes)
    qtbot.mouseClick(button(page, "4.3  Daten"), Qt.MouseButton.LeftButton)
    assert any("Sperrfrage 4.3.3 auf 0: gedeckelt auf Stufe 1" in text for text in texts_of(page))


def test_without_answers_it_says_what_belongs_here(qtbot: QtBot, context: PageContext, open_case: OpenCase) -> None:
    page = ResultsPage(context, open_case("M4"))
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    assert "Noch kein Ergebnis" in texts_of(page)
    with qtbot.waitSignal(page.navigated) as navigated:
        qtbot.mouseClick(button(page, "Zur Erhebung"), Qt.MouseButton.LeftButton)
    assert navigated.args == ["assessment", page.present_item()]
