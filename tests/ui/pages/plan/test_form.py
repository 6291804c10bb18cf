"""Umsetzungsplan: the form of a measure and that of the plan save themselves and refuse circles."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from advisor_app.domain.case import RoleMapping
from advisor_app.domain.changes import RoleSet, TargetSet
from advisor_app.domain.plan import Grant, Measure, Plan, Priority
from advisor_app.domain.use_case import Milestone
from advisor_app.ui.pages.plan import PlanPage
from advisor_app.ui.pages.plan.detail import Mode
from advisor_app.ui.pages.plan.measure_model import Column
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.widgets.choice_field import ChoiceField
from advisor_app.ui.widgets.rating import Rating
from advisor_app.ui.widgets.rows_editor import RowsEditor
from advisor_app.ui.widgets.value_field import TextLine
from tests.ui.pages.plan.conftest import MEASURES, PLAN, cell, measures, mode, period, type_into
from tests.ui.pages.plan.test_proposals import answer_everything


class TestForm:
    def test_every_field_of_a_measure_has_a_place(self, page: PlanPage) -> None:
        form = page.detail.measure_form
        shown_fields = {*form.short.attributes, *form.full.attributes}
        assert shown_fields | {"id", "template", "position", "rollout"} == {field.name for field in fields(Measure)}
        head = {*page.detail.head_form.form.attributes}
        assert head == {field.name for field in fields(Plan)}

    def test_the_short_form_is_for_the_room(self, qtbot: QtBot, page: PlanPage, planned: CaseBridge) -> None:
        page._open("U4")
        form = page.detail.measure_form
        assert form.short.isVisible()
        assert not form.full.isVisible()
        type_into(page, form.short, "responsible", "IT")
        type_into(page, form.short, "start", "12/2027")
        type_into(page, form.short, "end", "3/2028")
        type_into(page, form.short, "first_step", "Kreis anrufen")
        benefit, effort = form.short.field("benefit"), form.short.field("effort")
        assert isinstance(benefit, Rating)
        assert isinstance(effort, Rating)
        qtbot.mouseClick(benefit.buttons[2], Qt.MouseButton.LeftButton)
        effort.setFocus()
        QTest.keyClick(effort.target, Qt.Key.Key_4)
        now = measures(planned)["U4"]
        assert (now.responsible, now.first_step, now.benefit, now.effort) == ("IT", "Kreis anrufen", 2, 4)
        assert period(planned, "U4") == (date(2027, 12, 1), date(2028, 3, 31))
        assert cell(page, "U4", Column.PRIORITY) == "C"

    def test_roles_are_suggested_by_the_words_of_the_house(
        self, qtbot: QtBot, page: PlanPage, planned: CaseBridge
    ) -> None:
        planned.edit(RoleSet("HA", None, RoleMapping(title="Fachdienst Zentrales")))
        page._open("U4")
        form = page.detail.measure_form
        field = form.short.field("responsible")
        assert isinstance(field, TextLine)
        completer = field.line.completer()
        for typed, offered in (("zentr", ["Fachdienst Zentrales"]), ("Hauptamt", []), ("digi", ["Digitalisierung"])):
            field.line.clear()
            QTest.keyClicks(field.line, typed)
            found = [completer.completionModel().index(row, 0).data() for row in range(completer.completionCount())]
            assert [str(title) for title in found] == offered
        completer.activated.emit("Digitalisierung")
        qtbot.waitUntil(lambda: measures(planned)["U4"].responsible == "Digitalisierung")

    def test_the_full_form_holds_the_rest(self, qtbot: QtBot, page: PlanPage, planned: CaseBridge) -> None:
        page._open("U4")
        page.detail.extent.choose("full")
        page.detail.extent.chosen.emit("full")
        form = page.detail.measure_form
        qtbot.waitUntil(form.full.isVisible)
        texts = {
            "dimension": "4.3",
            "participants": "DSB",
            "goal": "gemeinsame Plattform",
            "description": "Mitnutzung",
            "cost_once": "1.500",
            "cost_yearly": "",
            "indicator": "Pegelwerte",
            "indicator_target": "10",
            "risk": "Frist",
            "countermeasure": "rechtzeitig fragen",
        }
        for attribute, text in texts.items():
            type_into(page, form.full, attribute, text)
        now = measures(planned)["U4"]
        assert {name: getattr(now, name) for name in texts} == {
            **texts,
            "cost_once": 150000,
            "cost_yearly": None,
        }

    def test_a_set_priority_asks_for_its_reason(self, page: PlanPage, planned: CaseBridge) -> None:
        page._open("U3")
        form = page.detail.measure_form.full
        priority = form.field("priority")
        assert isinstance(priority, ChoiceField)
        assert priority.box.itemText(0) == "wie berechnet (B)"
        priority.box.setCurrentIndex(1)
        priority.box.activated.emit(1)
        assert measures(planned)["U3"].priority is Priority.A
        assert form.labelled("priority_reason").below.text() == "Eine gesetzte Priorität braucht einen Grund."
        assert "U3: Die Priorität ist ohne Begründung gesetzt." in page.body.findings.sentences
        type_into(page, form, "priority_reason", "Beschluss")
        assert form.labelled("priority_reason").below.text() == ""

    def test_predecessors_are_typed_and_a_circle_is_refused_at_the_entry(
        self, page: PlanPage, planned: CaseBridge
    ) -> None:
        page._open("U1")
        form = page.detail.measure_form.full
        field, below = form.field("predecessors"), form.labelled("predecessors").below
        type_into(page, form, "predecessors", "u9")
        field.target.clearFocus()
        assert below.text().startswith("Die Maßnahme „U9“ gibt es in diesem Plan nicht.")
        type_into(page, form, "predecessors", "U3")
        field.target.clearFocus()
        assert "würden im Kreis aufeinander warten" in below.text()
        assert measures(planned)["U1"].predecessors == ()
        page._open("U4")
        type_into(page, form, "predecessors", "u1; U2")
        assert measures(planned)["U4"].predecessors == ("U1", "U2")

    def test_grants_and_milestones_are_lists(self, page: PlanPage, planned: CaseBridge) -> None:
        page._open("U4")
        form = page.detail.measure_form.full
        grants, milestones = form.field("grants"), form.field("milestones")
        assert isinstance(grants, RowsEditor)
        assert isinstance(milestones, RowsEditor)
        for rows, column, text in (
            (grants, "programme", "Stiftung"),
            (grants, "quota_percent", "50"),
            (grants, "amount", "700"),
            (milestones, "title", "Zusage"),
            (milestones, "on", "1/2028"),
        ):
            field = rows.field(0, column)
            field.setFocus()
            QTest.keyClicks(field.target, text)
            assert page.flush()
        assert measures(planned)["U4"].grants == (Grant(programme="Stiftung", quota_percent=50, amount=70000),)
        assert measures(planned)["U4"].milestones == (Milestone(title="Zusage", on=date(2028, 1, 31)),)

    def test_typing_in_a_field_is_one_step(self, page: PlanPage, planned: CaseBridge) -> None:
        page._open("U3")
        form = page.detail.measure_form.full
        field = form.field("goal")
        field.setFocus()
        QTest.keyClicks(field.target, "So")
        field.flush()
        QTest.keyClicks(field.target, " bald")
        assert page.flush()
        planned.undo()
        assert measures(planned)["U3"] == MEASURES[2]

    def test_the_head_is_edited_below_and_shows_levels_and_targets(
        self, qtbot: QtBot, page: PlanPage, planned: CaseBridge
    ) -> None:
        answer_everything(planned, page.context, level=1)
        qtbot.mouseClick(page.head.edit, Qt.MouseButton.LeftButton)
        assert mode(page) is Mode.HEAD
        targets = page.detail.head_form.targets
        assert targets.sentences[0].endswith("Stufe 1, punktuell, Ziel 2, Annahme")
        assessment = planned.case.default_assessment()
        assert assessment is not None
        planned.edit(TargetSet(assessment.id, "4.1", None, 4))
        assert targets.sentences[0].endswith("Ziel 4")
        type_into(page, page.detail.head_form.form, "steering", "BM, HA")
        assert planned.case.plan == replace(PLAN, steering="BM, HA")
        QTest.keyClick(page.detail.head_form.form.field("steering").target, Qt.Key.Key_Escape)
        assert mode(page) is Mode.READ
