"""A plan of four measures on its page, and what tests do there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from advisor_app.domain.changes import MeasureSet, PlanSet
from advisor_app.domain.months import first_day, last_day
from advisor_app.domain.plan import Grant, GrantState, Measure, Plan
from advisor_app.domain.use_case import Milestone
from advisor_app.ui.pages.plan import PlanPage
from advisor_app.ui.pages.plan.detail import Mode
from advisor_app.ui.pages.plan.measure_model import Column
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.form import Form

OpenCase = Callable[..., CaseBridge]
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
