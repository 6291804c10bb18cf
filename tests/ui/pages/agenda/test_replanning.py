"""Agenda: the rest of the day is planned anew in a preview that holds or is left, in one step that can be undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from advisor_app.domain.agenda import AgendaDay, StepState
from advisor_app.domain.agenda_course import advanced, begun
from advisor_app.domain.agenda_edits import pinned
from advisor_app.domain.agenda_replan import ReplanChoice
from advisor_app.domain.changes import AgendaDaySet
from advisor_app.ui.pages.agenda import AgendaPage
from advisor_app.ui.shell.bridge import CaseBridge
from tests.ui.conftest import TestClock
from tests.ui.held_lane import held
from tests.ui.pages.agenda.day_on_screen import LEFT, PLAIN, Stored, at, cell, first_day, press, states

LATE = 138  # from 08:41 to 10:59: the list of questions runs fourteen minutes over


@pytest.fixture
def late(page: AgendaPage, bridge: CaseBridge, clock: TestClock) -> AgendaDay:
    """A day with an agreed end whose third step has overrun, now at 10:59."""
    day = first_day(bridge)
    run = replace(day, ends=time(15, 30))
    run = begun(run, run.steps[0].id, at(9, 0))
    run = advanced(advanced(run, at(9, 22)), at(9, 50))
    assert bridge.edit(AgendaDaySet(day.id, day, run))
    clock.move(minutes=LATE)
    page.look_at_step("")
    page.side.clock.tick()
    return run


def row(page: AgendaPage, title: str) -> tuple[str, str]:
    """What the preview says of a step: before and after."""
    return next((item.before, item.after) for item in page.board.replan.model.rows if item.title == title)


def choose(page: AgendaPage, title: str) -> None:
    model = page.board.replan.model
    place = next(place for place, item in enumerate(model.rows) if item.title == title)
    page.board.replan.table.setCurrentIndex(model.index(place, 0))


def open_preview(qtbot: QtBot, page: AgendaPage) -> None:
    page.days.timeline.setFocus()
    press(qtbot, page.side.replan, Qt.Key.Key_R)
    assert page.board.replan.isVisible()


def test_r_shows_what_shrinks_before_it_is_so_and_esc_leaves_all_as_it_is(
    qtbot: QtBot, page: AgendaPage, bridge: CaseBridge, late: AgendaDay
) -> None:
    open_preview(qtbot, page)
    assert page.board.replan.summary.text() == "Ende um 15:29 Uhr statt 15:49 Uhr, alles passt."
    assert row(page, "Klärungsliste") == ("läuft, 55 min", "läuft, 55 min")
    assert row(page, "Zielstufen festlegen") == ("11:34, 25 min", "11:29, 20 min (−5)")
    assert row(page, "Ende") == ("15:49", "15:29")
    assert first_day(bridge) == late
    press(qtbot, page.board.replan.discard, Qt.Key.Key_Escape)
    assert not page.board.replan.isVisible()
    assert first_day(bridge) == late
    assert page.step_panel.isVisible()


def test_taking_over_is_one_step_on_disk_that_can_be_undone(
    qtbot: QtBot, page: AgendaPage, bridge: CaseBridge, late: AgendaDay, stored: Stored
) -> None:
    open_preview(qtbot, page)
    with qtbot.waitSignal(page.removed) as told:
        press(qtbot, page.board.replan.apply, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told.args == ["Der Rest des Tages ist neu geplant."]
    day = first_day(bridge)
    assert stored(bridge.case.id).agenda[day.id] == day
    assert [step.minutes for step in day.steps][4:6] == [15, 20]
    assert all(step.minutes >= step.minimum_minutes for step in day.steps)
    assert day.as_planned == late.as_planned
    assert page.side.expected.text() == "Ende voraussichtlich 15:29 Uhr"
    assert page.side.meaning.text() == "1 min vor dem vereinbarten Ende (15:30)"
    assert bridge.undo()
    assert first_day(bridge) == late


def test_a_step_is_dropped_with_what_that_costs_and_kept_after_all(
    qtbot: QtBot, page: AgendaPage, bridge: CaseBridge, late: AgendaDay
) -> None:
    open_preview(qtbot, page)
    replan = page.board.replan
    choose(page, "Zielstufen festlegen")
    template = page.context.workspace.agendas.template_of(late.steps[5])
    assert template is not None
    assert template.drop_cost in replan.card.costs.text()
    assert "Noch ohne Zielstufe: 4.1, 4.2, 4.3, 4.4 und 4.5." in replan.card.costs.text()
    assert "Es fehlt dann: " in replan.card.costs.text()
    qtbot.keyClick(replan.table, Qt.Key.Key_Delete)
    assert row(page, "Zielstufen festlegen") == ("11:34, 25 min", "entfällt")
    assert row(page, "Ergebnis zeigen") == ("11:14, 20 min", "11:14, 20 min"), "nobody gives more than is needed"
    assert replan.card.drop.text() == "Doch behalten"
    qtbot.mouseClick(replan.card.drop, LEFT)
    assert row(page, "Zielstufen festlegen")[1] == "11:29, 20 min (−5)"
    qtbot.mouseClick(replan.card.drop, LEFT)
    qtbot.mouseClick(replan.apply, LEFT)
    assert states(first_day(bridge))[5] is StepState.SKIPPED
    assert cell(page, "Zielstufen festlegen").below == "übersprungen"


def test_a_step_goes_to_another_day_and_the_end_is_put_off(
    qtbot: QtBot, page: AgendaPage, bridge: CaseBridge, late: AgendaDay
) -> None:
    page.planning.add_day("m4-tag2")
    other = next(day for day in bridge.case.agenda.values() if day.template == "m4-tag2")
    page.look_at(late.id)
    open_preview(qtbot, page)
    replan = page.board.replan
    qtbot.mouseClick(replan.shrink.box, LEFT)
    assert replan.summary.text() == "Ende um 15:49 Uhr. Bis zum Ende fehlen 20 min."
    choose(page, "Zielstufen festlegen")
    qtbot.mouseClick(replan.card.days[other.id], LEFT)
    assert row(page, "Zielstufen festlegen")[1] == f"auf „{other.title}“"
    assert replan.summary.text() == "Ende um 15:30 Uhr statt 15:49 Uhr, alles passt."
    qtbot.mouseClick(replan.card.days[""], LEFT)
    box = replan.later.box
    place = next(place for place in range(box.count()) if box.itemText(place) == "20 min später, 15:50 Uhr")
    box.setCurrentIndex(place)
    box.activated.emit(place)
    assert replan.summary.text() == "Ende um 15:49 Uhr, alles passt."
    choose(page, "Zielstufen festlegen")
    qtbot.mouseClick(replan.card.days[other.id], LEFT)
    qtbot.mouseClick(replan.apply, LEFT)
    assert first_day(bridge).ends == time(15, 50)
    assert bridge.case.agenda[other.id].steps[-1].title == "Zielstufen festlegen"
    assert bridge.undo()
    assert first_day(bridge) == late
    assert bridge.case.agenda[other.id] == other


def test_what_may_go_is_proposed_beside_the_window_where_shrinking_is_not_enough(
    qtbot: QtBot, page: AgendaPage, bridge: CaseBridge, late: AgendaDay
) -> None:
    short = replace(late, ends=time(14, 0))
    assert bridge.edit(AgendaDaySet(late.id, late, short))
    agendas = page.context.workspace.agendas
    wanted = agendas.proposal(short, page.context.workspace.clock.now())
    assert wanted.drop
    open_preview(qtbot, page)
    assert page.replanning.plan is not None
    assert not page.replanning.plan.choice.drop, "the preview opens at once"
    qtbot.waitUntil(lambda: page.replanning.plan is not None and page.replanning.plan.choice == wanted)
    assert page.board.replan.table.hasFocus()
    assert {item.title for item in page.board.replan.model.rows if item.after == "entfällt"} == {
        step.title for step in short.steps if step.id in wanted.drop
    }


def test_a_choice_by_hand_is_not_overtaken_by_the_proposal(
    qtbot: QtBot, page: AgendaPage, bridge: CaseBridge, late: AgendaDay
) -> None:
    assert bridge.edit(AgendaDaySet(late.id, late, replace(late, ends=time(14, 0))))
    with held(page.context.lane):
        open_preview(qtbot, page)
        qtbot.mouseClick(page.board.replan.shrink.box, LEFT)
    qtbot.waitUntil(lambda: not page.context.lane.is_busy)
    assert page.replanning.plan is not None
    assert page.replanning.plan.choice == ReplanChoice(shrink=False)


def test_what_is_pinned_stays_and_what_does_not_fit_is_said(
    qtbot: QtBot, page: AgendaPage, bridge: CaseBridge, late: AgendaDay
) -> None:
    assert bridge.edit(AgendaDaySet(late.id, late, pinned(late, late.steps[7].id, time(11, 30))))
    open_preview(qtbot, page)
    summary = page.board.replan.summary
    qtbot.waitUntil(lambda: summary.text() == "Ende um 14:55 Uhr. Vor „Mittag“ fehlen 5 min.")
    assert row(page, "Mittag")[1] == "11:30, 60 min"


def test_the_preview_follows_the_clock_and_closes_with_the_day(
    qtbot: QtBot, page: AgendaPage, bridge: CaseBridge, late: AgendaDay, clock: TestClock
) -> None:
    open_preview(qtbot, page)
    clock.move(minutes=5)
    page.side.clock.tick()
    assert row(page, "Ende")[0] == "15:54"
    assert bridge.edit(AgendaDaySet(late.id, late, None))
    assert not page.board.replan.isVisible()


def test_it_is_reached_by_keyboard_alone(qtbot: QtBot, page: AgendaPage, bridge: CaseBridge, late: AgendaDay) -> None:
    open_preview(qtbot, page)
    table = page.board.replan.table
    assert table.hasFocus()
    seen = set()
    for _ in range(12):
        seen.add(page.window().focusWidget())
        qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab, PLAIN)
    replan = page.board.replan
    assert {replan.shrink.box, replan.later.box, table, replan.card.drop, replan.discard, replan.apply} <= seen
    spoken = replan.model.data(replan.model.index(2, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Ergebnis zeigen: bisher 11:14, 20 min, neu 11:14, 15 min (−5)"
    assert first_day(bridge) == late
