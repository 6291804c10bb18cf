"""Umsetzungsplan: measures are proposed, taken over and exchanged."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.changes import AnswerSet, MeasureSet
from advisor_app.domain.foundations import DimensionKind
from advisor_app.ui.pages.plan import PlanPage
from advisor_app.ui.pages.plan.body import EMPTY, PROPOSALS
from advisor_app.ui.pages.plan.detail import Mode
from advisor_app.ui.pages.plan.head import SCHEDULE
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from tests.ui.pages.plan.conftest import MEASURES, measures
from tests.ui.pages.plan.test_table import Stored

LEVEL_ONE = Answer(state=AnswerState.ANSWERED, level=1)


def answer_everything(bridge: CaseBridge, context: PageContext, level: int) -> None:
    assessment = bridge.case.default_assessment()
    assert assessment is not None
    questionnaire = context.workspace.questionnaires.of(assessment)
    bridge.edit(
        *(
            AnswerSet(assessment.id, question.id, None, Answer(state=AnswerState.ANSWERED, level=level))
            for dimension in questionnaire.dimensions
            if dimension.kind is DimensionKind.CROSS_CUTTING
            for question in dimension.questions
            if question.scores and not question.retired
        )
    )


class TestProposals:
    def test_an_empty_plan_offers_proposals_with_their_reasons(
        self, qtbot: QtBot, empty_page: PlanPage, bridge: CaseBridge, stored: Stored
    ) -> None:
        page = empty_page
        assert page.body.view == EMPTY
        assert not page.head.pdf.isVisible()
        answer_everything(bridge, page.context, level=1)
        qtbot.mouseClick(page.body.empty.button, Qt.MouseButton.LeftButton)
        assert page.body.view == PROPOSALS
        panel = page.body.proposals
        assert len(panel.rows) > 10
        assert not any(row.box.isChecked() for row in panel.rows)
        assert not panel.take.isEnabled()
        assert any("Wert 1,0, Zielstufe 2 (angenommen)" in label for label in reasons(page))
        assert QApplication.focusWidget() is panel.rows[0].box
        QTest.keyClick(panel.rows[0].box, Qt.Key.Key_Space)
        QTest.keyClick(panel.rows[2].box, Qt.Key.Key_Space)
        qtbot.mouseClick(panel.take, Qt.MouseButton.LeftButton)
        assert list(measures(bridge)) == ["U1", "U2"]
        assert measures(bridge)["U2"].template == panel.rows[2].proposal.template.id
        assert page.body.view == SCHEDULE
        assert stored(bridge.case.id).measures == dict(measures(bridge))
        bridge.undo()
        assert not measures(bridge)
        assert page.body.view == EMPTY

    def test_insert_adds_the_first_measure(self, empty_page: PlanPage, bridge: CaseBridge) -> None:
        QTest.keyClick(empty_page.body.empty.button, Qt.Key.Key_Insert)
        assert list(bridge.case.measures) == ["U1"]

    def test_what_is_taken_is_not_proposed_again(self, qtbot: QtBot, empty_page: PlanPage, bridge: CaseBridge) -> None:
        page = empty_page
        answer_everything(bridge, page.context, level=1)
        qtbot.mouseClick(page.body.empty.button, Qt.MouseButton.LeftButton)
        first = page.body.proposals.rows[0]
        first.box.setChecked(True)
        template = first.proposal.template.id
        qtbot.mouseClick(page.body.proposals.take, Qt.MouseButton.LeftButton)
        qtbot.mouseClick(page.head.proposals, Qt.MouseButton.LeftButton)
        assert template not in {row.proposal.template.id for row in page.body.proposals.rows}

    def test_measures_of_every_module_are_proposed_below_its_name(
        self, qtbot: QtBot, empty_page: PlanPage, bridge: CaseBridge
    ) -> None:
        page = empty_page
        answer_everything(bridge, page.context, level=1)
        bridge.edit(*page.context.workspace.cases.booking_changes(bridge.case, "M2"))
        second = page.context.workspace.assessments.of_module(bridge.case, "M2")
        assert second is not None
        answers = (AnswerSet(second.id, f"2.3.{number}", None, LEVEL_ONE) for number in (2, 3, 4, 5))
        bridge.edit(*answers)
        qtbot.mouseClick(page.body.empty.button, Qt.MouseButton.LeftButton)
        headings = reasons(page)
        assert headings.index("Modul 2: Umsetzungsberatung") < headings.index("Modul 4: Smart Region")
        dimensions = [row.proposal.template.dimension for row in page.body.proposals.rows]
        assert {name[0] for name in dimensions} == {"2", "4"}
        shown = [label.text() for label in page.head.findChildren(QLabel)]
        assert any("Modul 2: " in words and "Modul 4: Phase" in words for words in shown)

    def test_without_answers_the_panel_says_why_it_is_empty(self, qtbot: QtBot, empty_page: PlanPage) -> None:
        qtbot.mouseClick(empty_page.body.empty.button, Qt.MouseButton.LeftButton)
        assert empty_page.body.proposals.rows == []
        focused = QApplication.focusWidget()
        assert focused is empty_page.body.proposals.back
        QTest.keyClick(focused, Qt.Key.Key_Escape)
        assert empty_page.body.view == EMPTY

    def test_an_own_measure_begins_a_plan(self, qtbot: QtBot, empty_page: PlanPage, bridge: CaseBridge) -> None:
        qtbot.mouseClick(empty_page.body.empty.other, Qt.MouseButton.LeftButton)
        assert list(measures(bridge)) == ["U1"]
        assert empty_page.body.view == SCHEDULE
        assert empty_page.detail.mode is Mode.EDIT


def reasons(page: PlanPage) -> list[str]:
    from advisor_app.ui.widgets.labels import TextLabel

    return [label.text() for label in page.body.proposals.findChildren(TextLabel)]


class TestExchange:
    def test_a_plan_is_written_and_read_as_a_file(
        self, qtbot: QtBot, page: PlanPage, planned: CaseBridge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        file = tmp_path / "plan.csv"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
        said: list[str] = []
        page.noticed.connect(said.append)
        page.head.export_wanted.emit()
        qtbot.waitUntil(lambda: said == [f"Gespeichert in {file}."])
        before = dict(measures(planned))
        planned.edit(*(MeasureSet(item.id, item, None) for item in before.values()))
        page.head.import_wanted.emit()
        qtbot.waitUntil(lambda: said[1:] == ["Eingelesen: 4 neu, 0 geändert. Strg+Z nimmt alles davon zurück."])
        assert dict(measures(planned)) == before

    def test_a_long_file_is_read_beside_the_window(
        self, qtbot: QtBot, page: PlanPage, planned: CaseBridge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        file = tmp_path / "plan.csv"
        rows = "".join(f"U1{number:04};{'wort ' * 100}\n" for number in range(200))
        file.write_text(f"id;title\n{rows}", "utf-8")
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
        with qtbot.waitSignal(page.context.lane.started):
            page.head.import_wanted.emit()
        assert len(measures(planned)) == 4, "while it is read the window goes on"
        planned.edit(MeasureSet("U1", MEASURES[0], replace(MEASURES[0], title="Umbenannt")))
        qtbot.waitUntil(lambda: len(measures(planned)) == 204)
        assert measures(planned)["U1"].title == "Umbenannt", "what was entered meanwhile stays"

    def test_a_broken_file_changes_nothing(
        self, qtbot: QtBot, page: PlanPage, planned: CaseBridge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        file = tmp_path / "plan.csv"
        file.write_text("id,title,benefit\nU1,Neu,7\n", "utf-8")
        refused: list[str] = []
        page.warned.connect(refused.append)
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
        page.head.import_wanted.emit()
        qtbot.waitUntil(lambda: bool(refused))
        assert measures(planned)["U1"] == MEASURES[0]
        assert "plan.csv" in refused[0]
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
        page.head.import_wanted.emit()
        page.head.export_wanted.emit()
        assert len(refused) == 1

    def test_the_pdf_is_asked_for_on_the_documents_page(self, qtbot: QtBot, page: PlanPage) -> None:
        with qtbot.waitSignal(page.navigated) as navigated:
            qtbot.mouseClick(page.head.pdf, Qt.MouseButton.LeftButton)
        assert navigated.args == ["documents", "implementation-plan"]
