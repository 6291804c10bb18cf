"""Umsetzungsplan: bars, keys and forms become committed measures; sums name what is open; circles are refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QToolTip, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.case import Case
from advisor_app.domain.changes import AnswerSet, MeasureSet, PlanSet, TargetSet
from advisor_app.domain.foundations import DimensionKind
from advisor_app.domain.months import first_day, last_day
from advisor_app.domain.plan import Grant, GrantState, Measure, MeasureState, Plan, Priority
from advisor_app.domain.use_case import Milestone
from advisor_app.ui.pages.plan import PlanPage
from advisor_app.ui.pages.plan.body import EMPTY, PROPOSALS
from advisor_app.ui.pages.plan.detail import Mode
from advisor_app.ui.pages.plan.head import PRIORITIES, SCHEDULE
from advisor_app.ui.pages.plan.measure_model import Column
from advisor_app.ui.pages.plan.measure_table import row_height
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.choice_field import ChoiceField
from advisor_app.ui.widgets.form import Form
from advisor_app.ui.widgets.rating import Rating
from advisor_app.ui.widgets.rows_editor import RowsEditor
from tests.ui.conftest import TestClock

OpenCase = Callable[..., CaseBridge]
Stored = Callable[[str], Case]
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


def month(text: str) -> tuple[int, int]:
    number, year = text.split("/")
    return int(year), int(number)


def measure(number: int, title: str, start: str, end: str, **attributes: object) -> Measure:
    plain = Measure(
        id=f"U{number}", title=title, start=first_day(*month(start)), end=last_day(*month(end)), position=number
    )
    return replace(plain, **attributes)  # type: ignore[arg-type]  # the test names the attributes


MEASURES = (
    measure(
        1,
        "Koordination benennen",
        "1/2027",
        "2/2027",
        benefit=4,
        effort=2,
        cost_once=0,
        cost_yearly=0,
        milestones=(Milestone(title="Beschluss", on=date(2027, 2, 28)),),
    ),
    measure(2, "Datenregelwerk", "3/2027", "4/2027", benefit=4, effort=3, cost_once=300000, predecessors=("U1",)),
    measure(
        3,
        "Pilot Pegelwarnung",
        "5/2027",
        "7/2027",
        benefit=5,
        effort=4,
        cost_once=2128500,
        cost_yearly=430000,
        predecessors=("U2",),
        goal="Warnung 30 Minuten vorher",
        grants=(Grant(programme="H", quota_percent=90, amount=1915650, state=GrantState.APPLIED),),
    ),
    Measure(id="U4", title="Datenplattform mitnutzen", position=4, predecessors=("U3",)),
)
PLAN = Plan(module="M4", start=date(2026, 10, 1), end=date(2028, 3, 31), as_of=date(2026, 10, 5))


@pytest.fixture
def bridge(open_case: OpenCase) -> CaseBridge:
    return open_case("M4")


@pytest.fixture
def planned(bridge: CaseBridge) -> CaseBridge:
    bridge.edit(PlanSet(None, PLAN), *(MeasureSet(item.id, None, item) for item in MEASURES))
    return bridge


@pytest.fixture
def page(qtbot: QtBot, context: PageContext, planned: CaseBridge) -> PlanPage:
    return shown(qtbot, PlanPage(context, planned))


@pytest.fixture
def empty_page(qtbot: QtBot, context: PageContext, bridge: CaseBridge) -> PlanPage:
    return shown(qtbot, PlanPage(context, bridge))


def shown(qtbot: QtBot, page: PlanPage) -> PlanPage:
    qtbot.addWidget(page)
    page.resize(1182, 684)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.take_focus()
    return page


def measures(bridge: CaseBridge) -> Mapping[str, Measure]:
    return bridge.case.measures


def period(bridge: CaseBridge, name: str) -> tuple[date | None, date | None]:
    return measures(bridge)[name].start, measures(bridge)[name].end


def cell(page: PlanPage, name: str, column: Column) -> str:
    model = page.body.schedule.table.model()
    row = [item.id for item in MEASURES].index(name)
    return str(model.index(row, column).data())


def drag(page: PlanPage, start: QPoint, end: QPoint, *, drop: bool = True) -> None:
    viewport = page.body.schedule.view.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(viewport, (start + end) / 2)
    QTest.mouseMove(viewport, end)
    if drop:
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)


def months_wide(page: PlanPage, months: float) -> QPoint:
    return QPoint(round(page.body.schedule.view.picture.month_width * months), 0)


def mode(page: PlanPage) -> Mode:
    return page.detail.mode


def choose(page: PlanPage, name: str) -> QWidget:
    table = page.body.schedule.table
    page.open_item(name)
    table.setFocus()
    return table


def type_into(page: PlanPage, form: Form, attribute: str, text: str) -> None:
    field = form.field(attribute)
    field.setFocus()
    QTest.keyClick(field.target, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field.target, text)
    assert page.flush()


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


class TestBars:
    def test_a_bar_moves_with_live_dates(self, page: PlanPage, planned: CaseBridge, stored: Stored) -> None:
        view = page.body.schedule.view
        start = view.bar_rect("U3").center()
        drag(page, start, start + months_wide(page, 2), drop=False)
        assert cell(page, "U3", Column.PERIOD) == "07/2027–09/2027"
        assert measures(planned)["U3"] == MEASURES[2]
        view.grab()
        drag_end = start + months_wide(page, 2)
        QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, drag_end)
        assert period(planned, "U3") == (date(2027, 7, 1), date(2027, 9, 30))
        assert stored(planned.case.id).measures == dict(measures(planned))
        planned.undo()
        assert measures(planned)["U3"] == MEASURES[2]

    def test_the_ends_of_a_bar_resize_it(self, page: PlanPage, planned: CaseBridge) -> None:
        view = page.body.schedule.view
        right = view.bar_rect("U3").center()
        right.setX(view.bar_rect("U3").right() - 1)
        drag(page, right, right + months_wide(page, 1))
        assert period(planned, "U3") == (date(2027, 5, 1), date(2027, 8, 31))
        left = view.bar_rect("U3").center()
        left.setX(view.bar_rect("U3").left() + 1)
        drag(page, left, left + months_wide(page, 9))
        assert period(planned, "U3") == (date(2027, 8, 1), date(2027, 8, 31))

    def test_escape_gives_a_bar_back(self, page: PlanPage, planned: CaseBridge) -> None:
        view = page.body.schedule.view
        start = view.bar_rect("U3").center()
        drag(page, start, start + months_wide(page, 2), drop=False)
        QTest.keyClick(view, Qt.Key.Key_Escape)
        assert cell(page, "U3", Column.PERIOD) == "05/2027–07/2027"
        assert measures(planned)["U3"] == MEASURES[2]

    def test_a_small_move_changes_nothing(self, page: PlanPage, planned: CaseBridge) -> None:
        start = page.body.schedule.view.bar_rect("U3").center()
        drag(page, start, start + QPoint(4, 0))
        assert measures(planned)["U3"] == MEASURES[2]
        assert page.current == MEASURES[2]

    def test_a_bar_is_drawn_for_a_measure_without_dates(self, page: PlanPage, planned: CaseBridge) -> None:
        view = page.body.schedule.view
        row = view.bar_rect("U3").center().y() + row_height(page.context.theming)
        start = QPoint(view.bar_rect("U3").left() + 3, row)
        drag(page, start, start + months_wide(page, 2))
        assert period(planned, "U4") == (date(2027, 5, 1), date(2027, 7, 31))

    def test_the_handle_links_and_unlinks(self, page: PlanPage, planned: CaseBridge) -> None:
        view = page.body.schedule.view
        drag(page, view.handle_point("U1"), view.bar_rect("U3").center())
        assert measures(planned)["U3"].predecessors == ("U2", "U1")
        drag(page, view.handle_point("U1"), view.bar_rect("U3").center())
        assert measures(planned)["U3"].predecessors == ("U2",)

    def test_a_circle_is_refused_in_words_at_the_drop(self, page: PlanPage, planned: CaseBridge) -> None:
        said: list[str] = []
        page.warned.connect(said.append)
        view = page.body.schedule.view
        drag(page, view.handle_point("U3"), view.bar_rect("U1").center())
        assert measures(planned)["U1"].predecessors == ()
        (words,) = said
        assert words.endswith(
            "würden im Kreis aufeinander warten. Die bisherige Reihenfolge ist erhalten. "
            "Bitte wählen Sie einen anderen Vorgänger."
        )

    def test_the_handle_shows_under_the_mouse_and_the_row_says_its_words(self, page: PlanPage) -> None:
        view = page.body.schedule.view
        before = view.grab().toImage()
        QTest.mouseMove(view.viewport(), view.bar_rect("U3").center())
        assert view.viewport().cursor().shape() is Qt.CursorShape.OpenHandCursor
        handle = view.handle_point("U3")
        assert view.grab().toImage() != before
        QTest.mouseMove(view.viewport(), handle)
        assert view.viewport().cursor().shape() is Qt.CursorShape.CrossCursor
        QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, handle, view.mapToGlobal(handle)))
        assert QToolTip.text().startswith("U3 Pilot Pegelwarnung")
        QApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))
        assert view.bar_rect("U4").isEmpty()

    def test_a_drag_that_links_is_drawn(self, page: PlanPage, planned: CaseBridge) -> None:
        view = page.body.schedule.view
        before = view.grab().toImage()
        drag(page, view.handle_point("U1"), view.bar_rect("U3").center(), drop=False)
        assert view.grab().toImage() != before
        QTest.keyClick(view, Qt.Key.Key_Escape)
        assert measures(planned)["U3"] == MEASURES[2]

    def test_a_double_click_edits(self, qtbot: QtBot, page: PlanPage) -> None:
        view = page.body.schedule.view
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.bar_rect("U2").center())
        assert mode(page) is Mode.EDIT
        assert page.current == MEASURES[1]

    def test_a_mistyped_century_does_not_stretch_the_schedule(self, page: PlanPage, planned: CaseBridge) -> None:
        planned.edit(MeasureSet("U4", MEASURES[3], replace(MEASURES[3], start=date(27, 1, 1), end=date(27, 2, 28))))
        picture = page.body.schedule.view.picture
        assert picture.chart.months is not None
        assert picture.chart.months[1] == 18

    def test_the_schedule_is_described_in_words(self, page: PlanPage) -> None:
        assert "U3 Pilot Pegelwarnung, 05/2027–07/2027" in page.body.schedule.view.accessibleDescription()


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


class TestForm:
    def test_every_field_of_a_measure_has_a_place(self, page: PlanPage) -> None:
        form = page.detail.measure_form
        shown_fields = {*form.short.attributes, *form.full.attributes}
        assert shown_fields | {"id", "template", "position"} == {field.name for field in fields(Measure)}
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


class TestPriorities:
    def test_a_measure_is_dragged_to_another_benefit_and_effort(
        self, qtbot: QtBot, page: PlanPage, planned: CaseBridge
    ) -> None:
        page.head.view_chosen.emit(PRIORITIES)
        matrix = page.body.priorities.matrix
        qtbot.waitUntil(lambda: not matrix.token_rect("U3").isEmpty())
        start, end = matrix.token_rect("U3").center().toPoint(), matrix.cell_rect(2, 5).center().toPoint()
        QTest.mousePress(matrix, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
        QTest.mouseMove(matrix, end)
        matrix.grab()
        QTest.mouseRelease(matrix, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
        now = measures(planned)["U3"]
        assert (now.benefit, now.effort) == (5, 2)
        assert page.current == now
        planned.undo()
        assert measures(planned)["U3"] == MEASURES[2]

    def test_a_drop_beside_the_matrix_changes_nothing(self, qtbot: QtBot, page: PlanPage, planned: CaseBridge) -> None:
        page.head.view_chosen.emit(PRIORITIES)
        matrix = page.body.priorities.matrix
        qtbot.waitUntil(lambda: not matrix.token_rect("U3").isEmpty())
        start = matrix.token_rect("U3").center().toPoint()
        for end in (QPoint(2, 2), start):
            QTest.mousePress(matrix, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
            QTest.mouseRelease(matrix, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
        assert measures(planned)["U3"] == MEASURES[2]
        assert matrix.token_rect("U4") == QRectF()

    def test_the_list_rates_by_keyboard(self, page: PlanPage, planned: CaseBridge) -> None:
        page.head.view_chosen.emit(PRIORITIES)
        ratings = page.body.priorities.rows.ratings
        for attribute, key in (("benefit", Qt.Key.Key_5), ("effort", Qt.Key.Key_1)):
            rating = ratings["U4", attribute]
            rating.setFocus()
            QTest.keyClick(rating.target, key)
        now = measures(planned)["U4"]
        assert (now.benefit, now.effort) == (5, 1)
        assert ratings["U4", "effort"].buttons[1].accessibleName() == "Aufwand von U4: 1 von 5, gering"


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
        self, page: PlanPage, planned: CaseBridge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        file = tmp_path / "plan.csv"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
        said: list[str] = []
        page.noticed.connect(said.append)
        page.head.export_wanted.emit()
        before = dict(measures(planned))
        planned.edit(*(MeasureSet(item.id, item, None) for item in before.values()))
        page.head.import_wanted.emit()
        assert dict(measures(planned)) == before
        assert said == [
            f"Gespeichert in {file}.",
            "Importiert: 4 neu, 0 geändert. Strg+Z nimmt den Import zurück.",
        ]

    def test_a_broken_file_changes_nothing(
        self, page: PlanPage, planned: CaseBridge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        file = tmp_path / "plan.csv"
        file.write_text("id,title,benefit\nU1,Neu,7\n", "utf-8")
        refused: list[str] = []
        planned.refused.connect(refused.append)
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
        page.head.import_wanted.emit()
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
