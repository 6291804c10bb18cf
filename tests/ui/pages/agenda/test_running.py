"""Agenda: the day runs by clicks and keys, on disk at once, and goes on after a restart."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, timedelta

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from advisor_app.domain.agenda import StepState
from advisor_app.domain.agenda_course import begun, paused
from advisor_app.domain.agenda_edits import grouped
from advisor_app.domain.changes import AgendaDaySet, AssessmentSet
from advisor_app.domain.words import Words
from advisor_app.resources_folder import handbook_folder
from advisor_app.services.demo import ensure_example
from advisor_app.ui.pages.agenda import AgendaPage
from advisor_app.ui.pages.agenda.clock_reading import Tone
from advisor_app.ui.pages.agenda.foot_bar import BACK_KEYS, PAUSE_KEYS, SKIP_KEYS
from advisor_app.ui.pages.agenda.next_line import KEYS as GO_ON_KEYS
from advisor_app.ui.pages.agenda.side_panel import REPLAN_KEYS
from advisor_app.ui.pages.agenda.step_parts import Tag
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.main_window import MainWindow
from advisor_app.ui.shell.page import PageContext
from tests.ui.conftest import TestClock
from tests.ui.pages.agenda.day_on_screen import (
    CTRL,
    LEFT,
    TODAY,
    Stored,
    act,
    cell,
    first_day,
    press,
    shown,
    states,
    times,
)


def test_the_end_of_the_day_stands_with_the_clock_however_small_the_window_is(qtbot: QtBot, page: AgendaPage) -> None:
    act(qtbot, page)
    expected, step, clock = page.side.expected, page.step_panel, page.side.clock
    assert expected.text() == "Ende voraussichtlich 15:30 Uhr"
    assert "Tagesende" not in clock.below
    page.setMinimumSize(100, 100)  # as in the window, whose own smallest size holds
    page.resize(968, 684)  # a window of 1024 × 768
    qtbot.waitUntil(lambda: expected.mapTo(page, QPoint(0, 0)).y() < step.mapTo(page, QPoint(0, 0)).y())
    assert page.side.replan.isVisible()
    assert "Tagesende" not in clock.below
    page.resize(968, 400)  # no room for it beside the step
    qtbot.waitUntil(lambda: clock.below.endswith(" · Tagesende 15:30"))
    assert "Tagesende 15:30" in clock.accessibleName()
    page.resize(1182, 684)
    qtbot.waitUntil(lambda: page.side.isAncestorOf(expected))
    assert "Tagesende" not in clock.below


def test_with_large_type_in_a_small_window_no_word_of_a_button_is_cut(
    qtbot: QtBot, context: PageContext, bridge: CaseBridge
) -> None:
    context.theming.set_zoom(200)
    try:
        page = shown(qtbot, context, bridge)
        page.setMinimumSize(100, 100)  # as in the window, whose own smallest size holds
        page.resize(912, 560)  # a window of 1024 × 768
        for _ in range(3):
            act(qtbot, page)
        buttons = (page.foot.act, page.board.next.go_on, page.days.insert)
        qtbot.waitUntil(lambda: all(button.width() >= button.sizeHint().width() for button in buttons))
        assert page.foot.act.text() == "Beenden"
        assert page.foot.act.accessibleName() == "Schritt beenden"
        content = page.step_panel.widget()
        assert content is not None
        assert content.width() <= page.step_panel.viewport().width()
        strip = page.board.evidence
        of_step = (*page.step_panel.links.buttons, strip.add_button, strip.await_button)
        qtbot.waitUntil(lambda: all(button.width() >= button.sizeHint().width() for button in of_step))
    finally:
        context.theming.set_zoom(100)


def test_with_large_type_in_a_small_window_words_are_shortened_or_wrapped_but_never_cut(
    qtbot: QtBot, context: PageContext, bridge: CaseBridge
) -> None:
    context.theming.set_zoom(200)
    try:
        page = shown(qtbot, context, bridge)
        page.setMinimumSize(100, 100)  # as in the window, whose own smallest size holds
        page.resize(912, 560)  # a window of 1024 × 768
        for _ in range(5):
            act(qtbot, page)
        following = page.board.next.title
        qtbot.waitUntil(lambda: following.height() >= following.heightForWidth(following.width()))
        assert "…" not in page.foot.back.text()
        left, right = page.side.clock.foot
        qtbot.waitUntil(lambda: page.side.clock.foot[1].endswith(" · Ende 15:30"))
        assert left == "0/55 min"
        assert right.startswith("bis ")
        tags = page.step_panel.findChildren(Tag)
        qtbot.waitUntil(lambda: all(tag.height() >= tag.heightForWidth(tag.width()) for tag in tags if tag.isVisible()))
        assert all(tag.width() >= tag.minimumSizeHint().width() for tag in tags if tag.isVisible())
    finally:
        context.theming.set_zoom(100)


def test_a_narrow_clock_keeps_until_when_a_pause_lasts(
    qtbot: QtBot, page: AgendaPage, bridge: CaseBridge, clock: TestClock
) -> None:
    act(qtbot, page)
    day = first_day(bridge)
    resumes = clock.now() + timedelta(minutes=30)
    assert bridge.edit(AgendaDaySet(day.id, day, paused(day, clock.now(), resumes)))
    page.side.clock.setFixedWidth(180)
    assert page.side.clock.foot == ("weiter um 09:11 Uhr", "")


def test_the_handbook_names_the_keys_that_act() -> None:
    handbook = (handbook_folder() / "07-agenda.md").read_text(encoding="utf-8")
    for key, words in (
        (BACK_KEYS, "geht zum Schritt davor zurück"),
        (SKIP_KEYS, "überspringt einen Schritt"),
        (PAUSE_KEYS, "hält die Uhr an"),
        (REPLAN_KEYS, "zeigt, wie der Rest des Tages noch aufgeht"),
        (GO_ON_KEYS, "beendet ihn und beginnt gleich den nächsten"),
    ):
        assert f"**{key}** {words}" in handbook


def test_steps_begin_and_end_by_key_and_are_on_disk_at_once(
    qtbot: QtBot, page: AgendaPage, bridge: CaseBridge, stored: Stored, clock: TestClock
) -> None:
    act(qtbot, page)
    day = first_day(bridge)
    assert states(day)[:2] == [StepState.RUNNING, StepState.OPEN]
    assert stored(bridge.case.id).agenda[day.id] == day
    assert day.steps[0].started is not None
    assert day.steps[0].started.tzinfo is UTC
    assert page.foot.act.text() == "Schritt beenden"
    assert cell(page, "Auftakt").below.startswith("seit 08:41, bis ")
    clock.move(minutes=12)
    act(qtbot, page)
    assert states(first_day(bridge))[:2] == [StepState.DONE, StepState.OPEN]
    assert cell(page, "Auftakt").below == "08:41–08:53"
    assert page.step_panel.title.text() == "Beispiele aus Kommunen", "the next step is shown, and not begun by itself"
    assert page.foot.act.text() == "Schritt beginnen"


def test_buttons_do_the_same_and_a_step_is_skipped_and_taken_up_again(
    qtbot: QtBot, page: AgendaPage, bridge: CaseBridge
) -> None:
    qtbot.mouseClick(page.foot.skip, LEFT)
    assert states(first_day(bridge))[0] is StepState.SKIPPED
    assert page.step_panel.title.text() == "Beispiele aus Kommunen"
    assert cell(page, "Auftakt").below == "übersprungen"
    qtbot.mouseClick(page.foot.back, LEFT)
    assert page.step_panel.title.text() == "Auftakt"
    assert page.foot.skip.text() == "Doch nicht überspringen"
    qtbot.mouseClick(page.foot.skip, LEFT)
    assert states(first_day(bridge))[0] is StepState.OPEN
    qtbot.mouseClick(page.foot.act, LEFT)
    assert states(first_day(bridge))[0] is StepState.RUNNING


def test_every_step_is_one_undo_step(qtbot: QtBot, page: AgendaPage, bridge: CaseBridge) -> None:
    before = first_day(bridge)
    act(qtbot, page)
    act(qtbot, page)
    assert bridge.undo()
    assert states(first_day(bridge))[0] is StepState.RUNNING
    assert cell(page, "Auftakt").state is StepState.RUNNING
    assert bridge.undo()
    assert first_day(bridge) == before
    assert bridge.redo()
    assert states(first_day(bridge))[0] is StepState.RUNNING


def test_after_a_restart_the_running_step_goes_on(main_window: MainWindow, clock: TestClock) -> None:
    workspace = main_window.workspace
    case_id = ensure_example(workspace)
    session = workspace.cases.open(case_id)
    day = next(day for day in session.case.agenda.values() if day.template == "m4-tag1")
    again = replace(day, steps=tuple(replace(step, started=None, ended=None) for step in day.steps))
    session.apply(AgendaDaySet(day.id, day, begun(again, again.steps[2].id, clock.now())))
    clock.move(minutes=10)
    main_window.open_case(case_id, "agenda")
    page = main_window.page
    assert isinstance(page, AgendaPage)
    assert page.step_panel.title.text() == "Klärungsliste"
    assert page.foot.act.text() == "Schritt beenden"
    assert page.side.clock.reading.left == "10 von 55 min"
    assert page.side.clock.reading.figure in ("45:00", "44:59")


def test_a_late_step_is_foreseen_in_the_list_and_beside_the_clock(
    qtbot: QtBot, page: AgendaPage, clock: TestClock
) -> None:
    clock.move(minutes=19)
    act(qtbot, page)
    assert page.side.meaning.text() == "Das ist wie geplant."
    clock.move(minutes=31)
    page.side.clock.tick()
    assert page.side.expected.text() == "Ende voraussichtlich 15:41 Uhr"
    assert page.side.meaning.text() == "11 min später als geplant (15:30)"
    following = cell(page, "Beispiele aus Kommunen")
    assert (following.below, following.tone) == ("Prognose 09:31", Tone.AMBER)


def test_w_ends_what_runs_and_begins_what_is_next(
    qtbot: QtBot, page: AgendaPage, bridge: CaseBridge, clock: TestClock
) -> None:
    assert not page.board.next.go_on.isVisible(), "nothing runs yet"
    act(qtbot, page)
    clock.move(minutes=20)
    page.side.clock.tick()
    assert page.board.next.title.text() == "Beispiele aus Kommunen, 25 min"
    press(qtbot, page.board.next.go_on, Qt.Key.Key_W)
    assert states(first_day(bridge))[:2] == [StepState.DONE, StepState.RUNNING]
    assert page.step_panel.title.text() == "Beispiele aus Kommunen"
    assert page.board.next.title.text() == "Klärungsliste, 55 min"
    assert bridge.undo()
    assert states(first_day(bridge))[:2] == [StepState.RUNNING, StepState.OPEN]


def test_with_its_first_step_a_day_dates_the_assessment_that_has_no_date(
    qtbot: QtBot, page: AgendaPage, bridge: CaseBridge
) -> None:
    (assessment,) = bridge.case.assessments.values()
    assert assessment.held_on is None
    act(qtbot, page)
    assert bridge.case.assessments[assessment.id].held_on == TODAY
    assert bridge.undo()
    assert bridge.case.assessments[assessment.id].held_on is None
    assert first_day(bridge).as_planned == ()
    known = replace(assessment, held_on=TODAY - timedelta(days=30))
    bridge.edit(AssessmentSet(assessment.id, assessment, known))
    act(qtbot, page)
    assert states(first_day(bridge))[0] is StepState.RUNNING
    assert bridge.case.assessments[assessment.id] == known


def test_what_was_planned_stays_beside_what_happened(qtbot: QtBot, page: AgendaPage, clock: TestClock) -> None:
    clock.move(minutes=19)
    act(qtbot, page)
    clock.move(minutes=40)
    press(qtbot, page.board.next.go_on, Qt.Key.Key_W)
    assert times(page)[:3] == ["09:00", "09:20", "09:45"], "as planned when the day began"
    assert cell(page, "Auftakt").below == "09:00–09:40"
    assert cell(page, "Klärungsliste").below == "Prognose 10:05"
    assert (cell(page, "Ende").below, cell(page, "Ende").tone) == ("Prognose 15:50", Tone.AMBER)
    qtbot.keyClick(page.days.timeline, Qt.Key.Key_Plus)
    assert times(page)[2] == "09:45", "planning anew changes what is expected, not what was planned"
    assert cell(page, "Klärungsliste").below == "Prognose 10:10"


def test_back_goes_on_with_the_step_before_and_the_other_one_waits(
    qtbot: QtBot, page: AgendaPage, bridge: CaseBridge, clock: TestClock
) -> None:
    act(qtbot, page)
    clock.move(minutes=20)
    press(qtbot, page.board.next.go_on, Qt.Key.Key_W)
    clock.move(minutes=5)
    assert page.foot.back.accessibleName() == "Zurück zu „Auftakt“, der Schritt geht weiter"
    press(qtbot, page.foot.back, Qt.Key.Key_Z)
    assert states(first_day(bridge))[:2] == [StepState.RUNNING, StepState.INTERRUPTED]
    assert page.step_panel.title.text() == "Auftakt"
    assert cell(page, "Beispiele aus Kommunen").below == "unterbrochen, wartet"
    clock.move(minutes=5)
    press(qtbot, page.board.next.go_on, Qt.Key.Key_W)
    assert states(first_day(bridge))[:2] == [StepState.DONE, StepState.RUNNING]
    page.side.clock.tick()
    assert page.side.clock.reading.left == "5 von 25 min", "the time between does not count"


def test_a_pause_stops_the_clock_says_until_when_and_goes_on_by_the_same_key(
    qtbot: QtBot, page: AgendaPage, bridge: CaseBridge, clock: TestClock, stored: Stored
) -> None:
    assert not page.foot.pause.isVisible()
    act(qtbot, page)
    clock.move(minutes=8)
    press(qtbot, page.foot.pause, Qt.Key.Key_P)
    day = first_day(bridge)
    assert stored(bridge.case.id).agenda[day.id].pauses == day.pauses
    assert (page.side.clock.reading.title, page.side.clock.reading.left) == ("Pause, die Uhr steht", "seit 08:49 Uhr")
    assert page.side.pause.isVisible()
    qtbot.mouseClick(page.side.pause.choices[10], LEFT)
    assert page.side.clock.reading.left == "weiter um 09:00 Uhr"
    assert page.side.clock.reading.tone is Tone.CALM
    clock.move(minutes=12)
    page.side.clock.tick()
    assert (page.side.clock.reading.title, page.side.clock.reading.tone) == ("Pause ist vorbei", Tone.AMBER)
    assert page.foot.pause.accessibleName() == "Pause beenden, die Uhr läuft weiter"
    press(qtbot, page.foot.pause, Qt.Key.Key_P)
    assert not page.side.pause.isVisible()
    assert (page.side.clock.reading.title, page.side.clock.reading.left) == ("Noch im Schritt", "8 von 20 min")
    assert bridge.undo()
    assert page.side.pause.isVisible()


def test_groups_run_together_and_each_ends_by_itself(
    qtbot: QtBot, page: AgendaPage, bridge: CaseBridge, clock: TestClock
) -> None:
    day = first_day(bridge)
    first, second = day.steps[0].id, day.steps[1].id
    assert bridge.edit(AgendaDaySet(day.id, day, grouped(day, {first: "A", second: "B"})))
    act(qtbot, page)
    assert states(first_day(bridge))[:2] == [StepState.RUNNING, StepState.RUNNING]
    clock.move(minutes=18)
    act(qtbot, page)
    assert states(first_day(bridge))[:2] == [StepState.DONE, StepState.RUNNING]
    assert page.step_panel.title.text() == "Beispiele aus Kommunen"
    clock.move(minutes=7)
    press(qtbot, page.board.next.go_on, Qt.Key.Key_W)
    assert states(first_day(bridge))[:3] == [StepState.DONE, StepState.DONE, StepState.RUNNING]


def test_letters_are_words_in_the_note_and_no_keys(qtbot: QtBot, page: AgendaPage, bridge: CaseBridge) -> None:
    act(qtbot, page)
    before = first_day(bridge)
    field = page.side.field.field
    qtbot.mouseClick(field.viewport(), LEFT)
    qtbot.keyClicks(field, "wbspartge")
    assert replace(first_day(bridge).steps[0], note=Words()) == before.steps[0]
    assert field.toPlainText() == "wbspartge"


def test_a_step_that_nobody_ended_is_put_right(
    qtbot: QtBot, page: AgendaPage, bridge: CaseBridge, clock: TestClock
) -> None:
    clock.move(minutes=19)
    act(qtbot, page)
    clock.move(hours=14)
    qtbot.mouseClick(page.step_panel.edit_button, LEFT)
    editor = page.step_panel.editor
    assert editor.times.isVisible()
    line = editor.times.field("ended").target
    line.setFocus()
    qtbot.keyClicks(line, "9:25")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert states(first_day(bridge))[0] is StepState.DONE
    assert cell(page, "Auftakt").below == "09:00–09:25"
    for wrong in ("8:30", "23:59"):
        qtbot.keyClick(line, Qt.Key.Key_A, CTRL)
        with qtbot.waitSignal(page.warned) as told:
            qtbot.keyClicks(line, wrong)
            qtbot.keyClick(line, Qt.Key.Key_Return)
        assert "passt nicht" in told.args[0]
    assert cell(page, "Auftakt").below == "09:00–09:25"
    assert bridge.undo()
    assert states(first_day(bridge))[0] is StepState.RUNNING
