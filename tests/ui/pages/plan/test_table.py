"""Umsetzungsplan: table and keys; the page in small windows and while it is hidden."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from advisor_app.domain.case import Case
from advisor_app.domain.changes import MeasureSet, PlanSet
from advisor_app.domain.plan import MeasureState
from advisor_app.domain.use_case import Milestone
from advisor_app.ui.pages.plan import PlanPage
from advisor_app.ui.pages.plan.detail import Mode
from advisor_app.ui.pages.plan.measure_model import Column
from advisor_app.ui.pages.plan.measure_table import row_height
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.theming import Theming
from tests.ui.pages.plan.conftest import ALT, MEASURES, PLAN, SHIFT, cell, choose, measures, mode, period

Stored = Callable[[str], Case]


class TestTable:
    def test_the_model_is_sound(self, page: PlanPage, qtmodeltester: ModelTester) -> None:
        qtmodeltester.check(page.body.schedule.table.model())

    def test_rows_say_everything_in_words(self, page: PlanPage) -> None:
        assert cell(page, "U2", Column.PERIOD) == "03/2027–04/2027"
        assert cell(page, "U2", Column.PRIORITY) == "B"
        assert cell(page, "U4", Column.COST) == "offen"
        assert cell(page, "U3", Column.FUNDING) == "Starke Heimat Hessen"
        spoken = page.body.schedule.table.model().index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        assert spoken.startswith("U3 Pilot Pegelwarnung")
        assert "Priorität B" in spoken

    def test_milestones_of_the_plan_have_a_row_below_the_measures(
        self, qtbot: QtBot, page: PlanPage, planned: CaseBridge, qtmodeltester: ModelTester
    ) -> None:
        table, view = page.body.schedule.table, page.body.schedule.view
        milestones = (Milestone(title="Bilanz", on=date(2027, 12, 31)), Milestone(title="ohne Tag", on=None))
        planned.edit(PlanSet(PLAN, replace(PLAN, milestones=milestones)))
        page.refresh((PlanSet(PLAN, planned.case.plan),))
        assert view.picture.chart.measures[-1].milestones[0].title == "Bilanz", "as on paper"
        row = table.model().index(4, Column.TITLE)
        assert row.data() == "Meilensteine"
        assert row.data(Qt.ItemDataRole.AccessibleTextRole) == "Meilensteine: 12/2027 Bilanz"
        qtmodeltester.check(table.model())
        choose(page, "U4")
        qtbot.keyClick(table, Qt.Key.Key_Down)
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(row).center())
        assert page.current == MEASURES[3], "nobody stands on milestones"
        planned.edit(PlanSet(planned.case.plan, PLAN))
        page.refresh((PlanSet(None, PLAN),))
        assert table.model().rowCount() == len(MEASURES)

    def test_another_period_of_the_plan_is_another_picture(self, page: PlanPage, planned: CaseBridge) -> None:
        view = page.body.schedule.view
        planned.edit(PlanSet(PLAN, replace(PLAN, end=date(2029, 12, 31))))
        page.refresh((PlanSet(PLAN, planned.case.plan),))
        assert view.picture.chart.last == date(2029, 12, 31)

    def test_table_and_bars_share_rows_selection_and_scrolling(self, page: PlanPage) -> None:
        table, view = page.body.schedule.table, page.body.schedule.view
        choose(page, "U3")
        height = row_height(page.context.theming)
        index = table.model().index(2, 0)
        assert table.visualRect(index).center().y() == pytest.approx(view.bar_rect("U3").center().y(), abs=2)
        assert table.visualRect(index).height() == height
        assert view.picture.chart.selected == "U3"
        page.resize(1182, 420)
        QApplication.processEvents()
        table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
        assert view.verticalScrollBar().value() == table.verticalScrollBar().value() > 0
        assert table.visualRect(index).center().y() == pytest.approx(view.bar_rect("U3").center().y(), abs=2)

    def test_a_click_on_a_row_shows_its_measure(self, qtbot: QtBot, page: PlanPage) -> None:
        table = page.body.schedule.table
        place = table.visualRect(table.model().index(2, Column.TITLE)).center()
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert page.current == MEASURES[2]
        assert page.detail.summary.words[0] == "Warnung 30 Minuten vorher"
        assert page.detail.summary.words[-1] == "B: Nutzen 5, Aufwand 4"

    @pytest.mark.parametrize(
        ("risk", "against", "words"),
        [
            ("Es fehlt Zeit.", "Termin festlegen", "Es fehlt Zeit. Dagegen: Termin festlegen"),
            ("Funkloch", "vorher messen", "Funkloch. Dagegen: vorher messen"),
            ("Funkloch", "", "Funkloch"),
            ("", "vorher messen", "Dagegen: vorher messen"),
        ],
    )
    def test_risk_and_countermeasure_are_sentences(self, page: PlanPage, risk: str, against: str, words: str) -> None:
        page.detail.summary.show_measure(replace(MEASURES[0], risk=risk, countermeasure=against))
        assert words in page.detail.summary.words

    def test_a_dropped_measure_leaves_the_sums(self, page: PlanPage, planned: CaseBridge) -> None:
        pilot = measures(planned)["U3"]
        planned.edit(MeasureSet("U3", pilot, replace(pilot, state=MeasureState.DROPPED)))
        assert page.body.figures.once.value.text() == "3.000\N{NO-BREAK SPACE}€"
        page.grab()  # its title is struck out


class TestKeys:
    def test_alt_and_arrows_move_by_a_month_with_the_milestones(
        self, page: PlanPage, planned: CaseBridge, stored: Stored
    ) -> None:
        table = choose(page, "U1")
        QTest.keyClick(table, Qt.Key.Key_Right, ALT)
        assert period(planned, "U1") == (date(2027, 2, 1), date(2027, 3, 31))
        assert measures(planned)["U1"].milestones[0].on == date(2027, 3, 31)
        assert stored(planned.case.id).measures == dict(measures(planned))
        assert cell(page, "U1", Column.PERIOD) == "02/2027–03/2027"
        QTest.keyClick(table, Qt.Key.Key_Left, ALT)
        assert measures(planned)["U1"] == MEASURES[0]

    def test_alt_shift_and_arrows_change_the_end(self, page: PlanPage, planned: CaseBridge) -> None:
        table = choose(page, "U2")
        QTest.keyClick(table, Qt.Key.Key_Right, ALT | SHIFT)
        assert period(planned, "U2") == (date(2027, 3, 1), date(2027, 5, 31))
        for _ in range(4):
            QTest.keyClick(table, Qt.Key.Key_Left, ALT | SHIFT)
        assert period(planned, "U2") == (date(2027, 3, 1), date(2027, 3, 31))

    def test_alt_and_up_reorder(self, page: PlanPage, planned: CaseBridge) -> None:
        table = choose(page, "U3")
        QTest.keyClick(table, Qt.Key.Key_Up, ALT)
        model = page.body.schedule.table.model()
        assert [model.index(row, 0).data() for row in range(4)] == ["U1", "U3", "U2", "U4"]
        assert page.body.schedule.table.current_name() == "U3"
        planned.undo()
        assert [model.index(row, 0).data() for row in range(4)] == ["U1", "U2", "U3", "U4"]

    def test_insert_adds_a_measure_and_opens_it(self, qtbot: QtBot, page: PlanPage, planned: CaseBridge) -> None:
        QTest.keyClick(choose(page, "U1"), Qt.Key.Key_Insert)
        qtbot.waitUntil(lambda: "U5" in measures(planned))
        assert mode(page) is Mode.EDIT
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, "Neue Maßnahme")
        assert page.flush()
        assert measures(planned)["U5"].title == "Neue Maßnahme"

    def test_delete_takes_a_measure_out_and_undo_brings_it_back(self, page: PlanPage, planned: CaseBridge) -> None:
        said: list[str] = []
        page.removed.connect(said.append)
        QTest.keyClick(choose(page, "U2"), Qt.Key.Key_Delete)
        assert list(measures(planned)) == ["U1", "U3", "U4"]
        assert measures(planned)["U3"].predecessors == ()
        assert page.current is not None
        assert page.current.id == "U3"
        assert said == ["U2 ist gelöscht."]
        planned.undo()
        assert dict(measures(planned)) == {item.id: item for item in MEASURES}

    def test_enter_opens_the_form_and_escape_closes_it(self, page: PlanPage) -> None:
        table = choose(page, "U3")
        QTest.keyClick(table, Qt.Key.Key_Return)
        assert mode(page) is Mode.EDIT
        focused = QApplication.focusWidget()
        assert focused is not None
        assert page.detail.measure_form.isAncestorOf(focused)
        QTest.keyClick(focused, Qt.Key.Key_Escape)
        assert mode(page) is Mode.READ
        assert QApplication.focusWidget() is table

    def test_the_palette_and_the_menu_name_the_same_actions(self, page: PlanPage, planned: CaseBridge) -> None:
        choose(page, "U2")
        commands = {command.title: command for command in page.commands()}
        commands["U2: Einen Monat später"].act()
        assert period(planned, "U2") == (date(2027, 4, 1), date(2027, 5, 31))
        assert commands["U2: Einen Monat länger"].keys == "Alt+Shift+Right"
        entries = {entry.text().partition("\t")[0]: entry for entry in page.head.more.menu_shown.actions()}
        entries["Einen Monat früher"].trigger()
        assert measures(planned)["U2"] == MEASURES[1]
        commands["Plankopf bearbeiten"].act()
        assert mode(page) is Mode.HEAD


def test_the_page_fits_the_smallest_screen_and_scrolls_at_200_percent(
    qtbot: QtBot, page: PlanPage, theming: Theming
) -> None:
    page.resize(1182, 613)
    QApplication.processEvents()
    assert page.detail.isVisible()
    assert page.body.schedule.table.viewport().height() >= 3 * row_height(theming)
    theming.set_zoom(200)
    page.resize(1182, 613)
    QApplication.processEvents()
    assert page.width() == 1182
    assert page.body.schedule.table.viewport().height() >= 2 * row_height(theming)
    choose(page, "U3")
    qtbot.waitUntil(lambda: not page.body.schedule.view.bar_rect("U3").isEmpty())


def test_a_hidden_page_shows_later_what_changed_meanwhile(page: PlanPage, planned: CaseBridge) -> None:
    page.hide()
    planned.edit(MeasureSet("U1", MEASURES[0], replace(MEASURES[0], title="Anders")))
    page.show()
    assert cell(page, "U1", Column.TITLE) == "Anders"
