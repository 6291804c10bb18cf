"""Umsetzungsplan: sums name what is open, findings what does not fit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from advisor_app.domain.changes import MeasureSet
from advisor_app.domain.plan import Grant, GrantState
from advisor_app.ui.pages.plan import PlanPage
from advisor_app.ui.pages.plan.detail import Mode
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from tests.ui.conftest import TestClock
from tests.ui.pages.plan.conftest import ALT, MEASURES, choose, measures, mode, shown


class TestFigures:
    def test_what_is_open_is_named_and_never_counted_as_nothing(self, page: PlanPage) -> None:
        figures = page.body.figures
        words = {
            name: (figure.value.text().replace("\N{NO-BREAK SPACE}", " "), figure.note.text())
            for name, figure in vars(figures).items()
            if name in ("once", "yearly", "approved", "wanted", "own")
        }
        assert words == {
            "once": ("24.285 €", "ohne U4, dort offen"),
            "yearly": ("4.300 €", "ohne U2 und U4, dort offen"),
            "approved": ("0 €", "noch nichts bewilligt"),
            "wanted": ("19.156,50 €", "19.156,50 € beantragt, 0 € offen".replace(" €", "\N{NO-BREAK SPACE}€")),
            "own": ("24.285 €", "ohne U4, dort offen"),
        }

    def test_without_any_cost_the_sum_is_open(self, page: PlanPage, planned: CaseBridge) -> None:
        planned.edit(*(MeasureSet(item.id, item, replace(item, cost_once=None)) for item in measures(planned).values()))
        assert page.body.figures.once.value.text() == "offen"
        assert page.body.figures.own.note.text() == "bei allen Maßnahmen offen"

    def test_grants_without_amounts_are_open(self, page: PlanPage, planned: CaseBridge) -> None:
        pilot = measures(planned)["U3"]
        planned.edit(MeasureSet("U3", pilot, replace(pilot, grants=(Grant(programme="H"),))))
        assert page.body.figures.wanted.value.text() == "offen"
        assert page.body.figures.wanted.note.text() == "ohne U3, dort offen"

    def test_an_approved_grant_is_taken_off(self, page: PlanPage, planned: CaseBridge) -> None:
        pilot = measures(planned)["U3"]
        grants = (replace(pilot.grants[0], state=GrantState.APPROVED),)
        planned.edit(MeasureSet("U3", pilot, replace(pilot, grants=grants)))
        assert page.body.figures.approved.value.text() == "19.156,50\N{NO-BREAK SPACE}€"
        assert page.body.figures.own.value.text() == "5.128,50\N{NO-BREAK SPACE}€"


class TestFindings:
    def test_the_first_finding_is_named_with_a_jump(self, qtbot: QtBot, page: PlanPage) -> None:
        findings = page.body.findings
        assert findings.sentences == ("U4: Beginn oder Ende ist offen.", "U4: Die Kosten sind offen.")
        assert findings.count.text() == "2 Hinweise:"
        qtbot.mouseClick(findings.jump, Qt.MouseButton.LeftButton)
        assert page.current == MEASURES[3]
        assert mode(page) is Mode.EDIT

    def test_all_findings_are_listed_on_demand(self, qtbot: QtBot, page: PlanPage) -> None:
        findings = page.body.findings
        qtbot.mouseClick(findings.all, Qt.MouseButton.LeftButton)
        assert findings.list.isVisible()
        assert findings.all.text() == "Weniger zeigen"

    def test_an_expired_programme_is_warned_of(
        self, qtbot: QtBot, context: PageContext, planned: CaseBridge, clock: TestClock
    ) -> None:
        hoped = replace(MEASURES[1], grants=(Grant(programme="I"),))
        planned.edit(MeasureSet("U2", MEASURES[1], hoped))
        warning = "U2: Das Programm „Interkommunale Zusammenarbeit“ ist abgelaufen; bitte erst prüfen, was heute gilt."
        assert warning not in shown(qtbot, PlanPage(context, planned)).body.findings.sentences
        clock.move(days=120)  # 2027
        assert warning in shown(qtbot, PlanPage(context, planned)).body.findings.sentences

    def test_a_sound_plan_says_so(self, page: PlanPage, planned: CaseBridge) -> None:
        last = replace(MEASURES[3], start=date(2027, 12, 1), end=date(2028, 3, 31), cost_once=100)
        planned.edit(MeasureSet("U4", MEASURES[3], last))
        assert page.body.findings.count.text() == "Keine Hinweise:"
        assert not page.body.findings.jump.isVisible()

    def test_a_predecessor_that_ends_later_is_named(self, page: PlanPage) -> None:
        QTest.keyClick(choose(page, "U2"), Qt.Key.Key_Right, ALT)
        assert "U3: Der Vorgänger U2 endet nicht vor dem Beginn." in page.body.findings.sentences
