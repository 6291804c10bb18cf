"""Agenda: the day runs by clicks and keys, on disk at once, and goes on after a restart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from advisor_app.domain.agenda import AgendaDay, Section, day_from_template
from advisor_app.domain.agenda_course import StepState, begun, ended, skipped, state_of
from advisor_app.domain.agenda_template import AgendaVariant
from advisor_app.domain.assessment import Answer, AnswerState, AssessmentKind
from advisor_app.domain.case import Case
from advisor_app.domain.changes import AgendaDaySet, AnswerSet
from advisor_app.domain.words import Audience, Words
from advisor_app.services.demo import ensure_example
from advisor_app.services.ids import new_id
from advisor_app.services.preferences import ThemeChoice
from advisor_app.ui.pages.agenda import AgendaPage
from advisor_app.ui.pages.agenda.clock_reading import Tone
from advisor_app.ui.pages.agenda.linked_page import linked_page
from advisor_app.ui.pages.agenda.timeline import TimelineRow
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.main_window import MainWindow
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.named_fact import NamedFact
from advisor_app.ui.widgets.paragraph import Paragraph
from advisor_app.ui.widgets.value_field import TextLine
from tests.ui.conftest import TestClock

Stored = Callable[[str], Case]
OpenCase = Callable[..., CaseBridge]

TODAY = date(2026, 9, 14)
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton


def at(hour: int, minute: int) -> datetime:
    """A local time of the workshop day."""
    return datetime(2026, 9, 14, hour - 2, minute, tzinfo=UTC)


@pytest.fixture
def bridge(open_case: OpenCase) -> CaseBridge:
    """A case whose first day is today."""
    bridge = open_case("M4")
    day = first_day(bridge)
    assert bridge.edit(AgendaDaySet(day.id, day, replace(day, on=TODAY, place="Rathaus")))
    return bridge


@pytest.fixture
def page(qtbot: QtBot, context: PageContext, bridge: CaseBridge) -> AgendaPage:
    return shown(qtbot, context, bridge)


def shown(qtbot: QtBot, context: PageContext, bridge: CaseBridge) -> AgendaPage:
    page = AgendaPage(context, bridge)
    qtbot.addWidget(page)
    page.resize(1182, 684)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.take_focus()
    return page


def first_day(bridge: CaseBridge) -> AgendaDay:
    return next(day for day in bridge.case.agenda.values() if day.template == "m4-tag1")


def rows(page: AgendaPage) -> list[TimelineRow]:
    return list(page.days.timeline.rows.rows)


def states(day: AgendaDay) -> list[StepState]:
    return [state_of(step) for step in day.steps]


def press(qtbot: QtBot, button: QAbstractButton, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    """Press the keys of a button where the focus is; the button is down for a moment before it acts."""
    focus = QApplication.focusWidget()
    assert focus is not None
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(focus, key, modifier)


def act(qtbot: QtBot, page: AgendaPage) -> None:
    press(qtbot, page.foot.act, Qt.Key.Key_Return, CTRL)


def test_the_day_stands_there_with_its_times_and_the_first_step_large(page: AgendaPage) -> None:
    assert [(row.time, row.title) for row in rows(page)][:3] == [
        ("09:00", "Auftakt"),
        ("09:20", "Beispiele aus Kommunen"),
        ("09:45", "Klärungsliste"),
    ]
    assert (rows(page)[-1].time, rows(page)[-1].title) == ("15:30", "Ende")
    assert page.step_panel.title.text() == "Auftakt"
    assert page.foot.act.text() == "Schritt beginnen"
    words = " ".join(label.text() for label in page.step_panel.findChildren(type(page.step_panel.title)))
    assert "Beginnen Sie pünktlich, auch wenn noch jemand fehlt." in words
    assert "Stand 04.08.2021, Quelle:" in words
    assert len(page.step_panel.talking_points) == 3


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
    assert rows(page)[0].below.startswith("seit 08:41, bis ")
    clock.move(minutes=12)
    act(qtbot, page)
    assert states(first_day(bridge))[:2] == [StepState.DONE, StepState.OPEN]
    assert rows(page)[0].below == "08:41–08:53"
    assert page.step_panel.title.text() == "Beispiele aus Kommunen", "the next step is shown, and not begun by itself"
    assert page.foot.act.text() == "Schritt beginnen"


def test_buttons_do_the_same_and_a_step_is_skipped_and_taken_up_again(
    qtbot: QtBot, page: AgendaPage, bridge: CaseBridge
) -> None:
    qtbot.mouseClick(page.foot.skip, LEFT)
    assert states(first_day(bridge))[0] is StepState.SKIPPED
    assert page.step_panel.title.text() == "Beispiele aus Kommunen"
    assert rows(page)[0].below == "übersprungen"
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
    assert rows(page)[0].state is StepState.RUNNING
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


def test_the_clock_warns_with_words_and_colour(qtbot: QtBot, page: AgendaPage, clock: TestClock) -> None:
    step_clock = page.side.clock
    assert step_clock.reading.title == "Es läuft kein Schritt"
    assert (step_clock.reading.figure, step_clock.reading.left) == ("08:41", "Um 09:00: Auftakt")
    act(qtbot, page)
    assert (step_clock.reading.title, step_clock.reading.tone) == ("Noch im Schritt", Tone.CALM)
    clock.move(minutes=17)
    step_clock.tick()
    assert (step_clock.reading.title, step_clock.reading.tone) == ("Zum Ende kommen", Tone.AMBER)
    assert step_clock.reading.left == "17 von 20 min"
    calm = grounds(step_clock)
    clock.move(minutes=30)
    step_clock.tick()
    assert (step_clock.reading.title, step_clock.reading.tone) == ("Über der Zeit", Tone.ERROR)
    assert step_clock.reading.figure.startswith("+27:")
    assert "Über der Zeit" in step_clock.accessibleName()
    assert grounds(step_clock) != calm


def grounds(widget: QWidget) -> str:
    return widget.grab().toImage().pixelColor(3, 3).name()


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
    assert (rows(page)[1].below, rows(page)[1].is_amber) == ("Prognose 09:31", True)


def test_a_note_belongs_to_its_step_and_stays_internal(
    qtbot: QtBot, page: AgendaPage, bridge: CaseBridge, stored: Stored
) -> None:
    field = page.side.field.field
    qtbot.mouseClick(field.viewport(), LEFT)
    qtbot.keyClicks(field, "Zwei fehlen")
    page.days.timeline.setFocus()
    page.days.timeline.setCurrentIndex(page.days.timeline.rows.index(1))
    assert page.step_panel.title.text() == "Beispiele aus Kommunen"
    assert field.toPlainText() == ""
    day = first_day(bridge)
    assert [step.note for step in day.steps][:2] == [Words("Zwei fehlen", Audience.INTERNAL), Words()]
    assert stored(bridge.case.id).agenda[day.id] == day


def test_ctrl_enter_in_the_note_leaves_the_text_and_ends_nothing(
    qtbot: QtBot, page: AgendaPage, bridge: CaseBridge
) -> None:
    field = page.side.field.field
    qtbot.mouseClick(field.viewport(), LEFT)
    qtbot.keyClicks(field, "erst einmal")
    qtbot.keyClick(field, Qt.Key.Key_Return, CTRL)
    assert first_day(bridge).steps[0].note.text == "erst einmal"
    assert states(first_day(bridge))[0] is StepState.OPEN


def test_steps_move_by_key_and_keep_their_choice(qtbot: QtBot, page: AgendaPage, bridge: CaseBridge) -> None:
    qtbot.keyClick(page.days.timeline, Qt.Key.Key_Down, ALT)
    assert [step.title for step in first_day(bridge).steps][:2] == ["Beispiele aus Kommunen", "Auftakt"]
    assert [row.time for row in rows(page)][:3] == ["09:00", "09:25", "09:45"]
    assert page.days.timeline.currentIndex().row() == 1
    qtbot.keyClick(page.days.timeline, Qt.Key.Key_Up, ALT)
    assert first_day(bridge).steps[0].title == "Auftakt"


def test_steps_are_dragged_and_a_refused_place_is_taken_back(
    qtbot: QtBot, page: AgendaPage, bridge: CaseBridge
) -> None:
    model = page.days.timeline.rows
    assert model.moveRow(QModelIndex(), 3, QModelIndex(), 1)
    qtbot.waitUntil(lambda: [step.title for step in first_day(bridge).steps][1] == "Pause")
    assert [row.title for row in rows(page)][:2] == ["Auftakt", "Pause"]
    count = len(rows(page))
    assert model.moveRow(QModelIndex(), 0, QModelIndex(), count)
    qtbot.waitUntil(lambda: first_day(bridge).steps[-1].title == "Auftakt")
    assert rows(page)[-1].title == "Ende", "the end stays the end"
    assert not model.moveRow(QModelIndex(), count - 1, QModelIndex(), 0)


def test_the_model_of_the_timeline_is_sound(qtbot: QtBot, page: AgendaPage, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(page.days.timeline.rows)
    begun_row, open_row = 0, 1
    act(qtbot, page)
    flags = [page.days.timeline.rows.flags(page.days.timeline.rows.index(row)) for row in (begun_row, open_row)]
    assert [bool(flag & Qt.ItemFlag.ItemIsDragEnabled) for flag in flags] == [False, True]


def test_a_step_is_added_named_timed_and_removed(
    qtbot: QtBot, page: AgendaPage, bridge: CaseBridge, stored: Stored
) -> None:
    press(qtbot, page.days.insert, Qt.Key.Key_Insert, Qt.KeyboardModifier.NoModifier)
    title = page.step_panel.editor.form.field("title")
    assert isinstance(title, TextLine)
    assert title.line.hasFocus()
    qtbot.keyClicks(title.line, "Rundgang")
    qtbot.keyClick(title.line, Qt.Key.Key_Return)
    minutes = page.step_panel.editor.form.field("minutes").target
    qtbot.keyClick(minutes, Qt.Key.Key_A, CTRL)
    qtbot.keyClicks(minutes, "35")
    qtbot.mouseClick(page.step_panel.editor.close_button, LEFT)
    added = first_day(bridge).steps[1]
    assert (added.title, added.minutes) == ("Rundgang", 35)
    assert rows(page)[2].time == "09:55"
    page.days.timeline.setFocus()
    qtbot.keyClick(page.days.timeline, Qt.Key.Key_Plus)
    assert first_day(bridge).steps[1].minutes == 40
    with qtbot.waitSignal(page.removed) as removed:
        qtbot.keyClick(page.days.timeline, Qt.Key.Key_Delete)
    assert removed.args == ["„Rundgang“ ist entfernt."]
    assert "Rundgang" not in [step.title for step in stored(bridge.case.id).agenda[first_day(bridge).id].steps]
    assert bridge.undo()
    assert first_day(bridge).steps[1].title == "Rundgang"


def test_date_start_and_place_are_changed_in_the_head(qtbot: QtBot, page: AgendaPage, bridge: CaseBridge) -> None:
    head = page.days.head
    qtbot.mouseClick(head.pencil, LEFT)
    for name, text in (("on", "15.9.2026"), ("start", "8.30"), ("place", "Stadthalle")):
        line = head.form.field(name).target
        line.setFocus()
        qtbot.keyClick(line, Qt.Key.Key_A, CTRL)
        qtbot.keyClicks(line, text)
        qtbot.keyClick(line, Qt.Key.Key_Return)
    day = first_day(bridge)
    assert (day.on, day.start, day.place) == (date(2026, 9, 15), time(8, 30), "Stadthalle")
    assert rows(page)[0].time == "08:30"
    line = head.form.field("start").target
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_A, CTRL)
    qtbot.keyClicks(line, "25:00")
    page.days.timeline.setFocus()
    assert head.form.labelled("start").below.text().startswith("Der Wert „25:00“ passt nicht zu „Beginn“.")
    assert first_day(bridge).start == time(8, 30)


def test_e_opens_the_page_of_the_step_outside_text_only(qtbot: QtBot, page: AgendaPage) -> None:
    page.days.timeline.setCurrentIndex(page.days.timeline.rows.index(2))
    assert page.step_panel.card.isVisible()
    with qtbot.waitSignal(page.navigated) as navigated:
        qtbot.keyClick(page.days.timeline, Qt.Key.Key_E)
    assert navigated.args == ["assessment", *page.bridge.case.assessments]
    field = page.side.field.field
    qtbot.mouseClick(field.viewport(), LEFT)
    with qtbot.assertNotEmitted(page.navigated):
        qtbot.keyClicks(field, "e")
    assert field.toPlainText() == "e"


def test_talking_points_are_ticked_by_a_click_on_their_words_and_keep_it(qtbot: QtBot, page: AgendaPage) -> None:
    point = page.step_panel.talking_points[1]
    qtbot.mouseClick(point, LEFT, pos=QPoint(point.width() // 2, point.height() // 2))
    assert point.box.isChecked()
    page.days.timeline.setCurrentIndex(page.days.timeline.rows.index(1))
    page.days.timeline.setCurrentIndex(page.days.timeline.rows.index(0))
    assert [other.box.isChecked() for other in page.step_panel.talking_points] == [False, True, False]


def test_without_days_the_ones_of_the_module_are_offered(
    qtbot: QtBot, context: PageContext, bridge: CaseBridge
) -> None:
    assert bridge.edit(*(AgendaDaySet(day.id, day, None) for day in bridge.case.agenda.values()))
    page = shown(qtbot, context, bridge)
    offer = page._offer
    assert list(offer.buttons) == [
        "m4-tag1",
        "m4-tag2",
        "m4-halbtag",
        "m4-zwei-1",
        "m4-zwei-2",
        "m4-kurz",
        "m4-online",
        "m4-vorab",
        "",
    ]
    qtbot.mouseClick(offer.buttons["m4-halbtag"], LEFT)
    assert [day.template for day in bridge.case.agenda.values()] == ["m4-halbtag"]
    assert page.step_panel.title.text() == "Auftakt"
    assert bridge.undo()
    assert offer.isVisible()


def test_days_are_added_chosen_and_removed_by_the_menu(page: AgendaPage, bridge: CaseBridge) -> None:
    actions = page.days.head.menu.menu_shown.actions()
    next(action for action in actions if action.text().endswith("Halber Tag: Standort und Auftrag (4 h)")).trigger()
    assert page.day is not None
    assert page.day.template == "m4-halbtag"
    assert page.days.head.chooser.currentData() == page.day.id
    actions[-1].trigger()
    assert [day.template for day in bridge.case.agenda.values()] == ["m4-tag1"]
    assert page.day is not None
    assert page.day.template == "m4-tag1"


def test_days_of_several_modules_are_grouped_and_named(qtbot: QtBot, context: PageContext, open_case: OpenCase) -> None:
    bridge = open_case("M1", "M3")
    page = shown(qtbot, context, bridge)
    menu = page.days.head.menu.menu_shown
    groups = {within.title(): within for within in menu.findChildren(QMenu)}
    assert list(groups) == ["Hinzufügen: Modul 1", "Hinzufügen: Modul 3"]
    words = [action.text() for action in groups["Hinzufügen: Modul 1"].actions()]
    assert words[0].endswith("(7 h)")
    assert words[-1] == "Vorab-Abfrage (1 h)"
    assert any(word.startswith("90 Minuten") and word.endswith("(1,5 h)") for word in words)
    groups["Hinzufügen: Modul 3"].actions()[-1].trigger()
    chooser = page.days.head.chooser
    days = [chooser.itemText(place)[:5] for place in range(chooser.count())]
    assert days == ["M1 · ", "M3 · ", "M3 · "]
    assert bridge.edit(*(AgendaDaySet(day.id, day, None) for day in bridge.case.agenda.values()))
    headings = [label.text() for label in page._offer.findChildren(TextLabel)]
    assert headings.index("Modul 1") < headings.index("Modul 3")


def test_a_day_of_a_pre_survey_says_where_there_is_none(bridge: CaseBridge, context: PageContext) -> None:
    workspace = context.workspace
    templates = workspace.catalog.agendas.values()
    survey = next(item for item in templates if (item.module, item.variant) == ("M4", AgendaVariant.PRE_SURVEY))
    day = day_from_template(survey, 1, new_id)
    linked = linked_page(Section.ASSESSMENT, bridge.case, day, workspace)
    assert linked.state.startswith("Es gibt noch keine Vorab-Abfrage.")
    made = bridge.perform(lambda session: workspace.assessments.create(session, AssessmentKind.PRE_SURVEY, "m4"))
    assert made is not None
    linked = linked_page(Section.ASSESSMENT, bridge.case, day, workspace)
    assert (linked.item, linked.state) == (made.id, "0 von 21 Fragen beantwortet")


def test_a_step_opens_the_assessment_of_its_module(qtbot: QtBot, context: PageContext, open_case: OpenCase) -> None:
    bridge = open_case("M1", "M3", "M4")
    page = shown(qtbot, context, bridge)
    by_module = {item.questionnaire: item.id for item in bridge.case.in_order()}
    first = by_module["m1"]
    bridge.edit(AnswerSet(first, "1.1.1", None, Answer(state=AnswerState.ANSWERED, level=2)))
    for day in bridge.case.agenda.values():
        wanted = by_module[day.module.lower()]
        for step in day.steps:
            page.open_item(step.id)
            if step.section in {Section.ASSESSMENT, Section.RESULTS, Section.TARGETS}:
                with qtbot.waitSignal(page.navigated) as navigated:
                    page.step_panel.card.button.click()
                assert navigated.args[1] == wanted
            elif step.section is Section.AREAS:
                with qtbot.waitSignal(page.navigated) as navigated:
                    page.step_panel.card.button.click()
                assert navigated.args == ["assessment", f"{wanted}:areas"]


def test_an_empty_day_takes_own_steps(qtbot: QtBot, page: AgendaPage) -> None:
    page._add_day("")
    assert page.day is not None
    assert (page.day.title, page.day.steps) == ("Tag 2", ())
    assert not page.step_panel.isVisible()
    assert not page.foot.isVisible()
    qtbot.mouseClick(page.days.insert, LEFT)
    assert [step.title for step in page.day.steps] == ["Neuer Schritt"]
    assert page.step_panel.isVisible()


def test_a_day_that_is_over_says_so(page: AgendaPage, bridge: CaseBridge) -> None:
    day = first_day(bridge)
    over = day
    for step in day.steps:
        over = skipped(over, step.id, at(9, 0))
    assert bridge.edit(AgendaDaySet(day.id, day, over))
    assert page.side.expected.text() == "Tag beendet"
    assert page.side.clock.reading.title == "Tag beendet"


def test_on_another_day_the_clock_says_when_the_day_is_planned(page: AgendaPage, bridge: CaseBridge) -> None:
    clock = page.side.clock
    day = first_day(bridge)
    tomorrow = replace(day, on=date(2026, 9, 15))
    assert bridge.edit(AgendaDaySet(day.id, day, tomorrow))
    assert (clock.reading.title, clock.reading.figure) == ("Geplanter Beginn", "09:00")
    assert (clock.reading.left, clock.reading.right) == ("Di 15.09.2026", "Auftakt")
    undated = replace(day, on=None)
    assert bridge.edit(AgendaDaySet(day.id, tomorrow, undated))
    assert (clock.reading.figure, clock.reading.left) == ("09:00", "Noch ohne Datum")
    begun_early = ended(begun(undated, day.steps[0].id, at(8, 0)), day.steps[0].id, at(8, 20))
    assert bridge.edit(AgendaDaySet(day.id, undated, begun_early))
    assert (clock.reading.title, clock.reading.figure) == ("Es läuft kein Schritt", "08:41")


def test_a_day_of_the_past_says_when_it_ended(page: AgendaPage, bridge: CaseBridge) -> None:
    day = first_day(bridge)
    over = replace(day, on=date(2026, 9, 7))
    for step in day.steps:
        over = skipped(over, step.id, at(9, 0))
    assert bridge.edit(AgendaDaySet(day.id, day, over))
    reading = page.side.clock.reading
    assert (reading.title, reading.figure, reading.left) == ("Tag beendet, Ende geplant um", "15:30", "Mo 07.09.2026")
    first = day.steps[0].id
    timed = ended(begun(over, first, at(9, 0)), first, at(9, 25))
    assert bridge.edit(AgendaDaySet(day.id, over, timed))
    reading = page.side.clock.reading
    assert (reading.title, reading.figure) == ("Tag beendet um", "09:25")


def test_commands_name_what_can_be_done(page: AgendaPage) -> None:
    titles = [command.title for command in page.commands()]
    assert "Schritt beginnen oder beenden" in titles
    assert "Tag hinzufügen: Modul 4, Tag 2: Ausarbeitung (4 h)" in titles
    assert all(not QKeySequence(command.keys).isEmpty() for command in page.commands() if command.keys)


@pytest.mark.parametrize("zoom", [100, 200])
@pytest.mark.parametrize("theme", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_everything_stays_reachable_in_both_themes_and_sizes(
    qtbot: QtBot, page: AgendaPage, theme: ThemeChoice, zoom: int
) -> None:
    page.context.theming.choose(theme)
    page.context.theming.set_zoom(zoom)
    page.resize(1182 if zoom == 100 else 1254, 684 if zoom == 100 else 600)
    qtbot.waitUntil(lambda: page.side.clock.isVisible() and page.side.field.isVisible())
    assert page.side.clock.rect().width() > page.context.theming.scaled(250)
    assert page.side.isVisible() == (zoom == 100)
    for button in (page.foot.back, page.foot.skip, page.foot.act):
        if button.isVisible():
            assert button.width() >= button.minimumSizeHint().width(), button.text()
            assert page.rect().contains(button.mapTo(page, button.rect().bottomRight()))
    page.context.theming.set_zoom(100)
    page.context.theming.choose(ThemeChoice.LIGHT)


def test_the_clock_ticks_only_while_it_is_seen(page: AgendaPage, clock: TestClock) -> None:
    timer = page.side.clock._timer
    assert timer.isActive()
    assert timedelta(milliseconds=timer.interval()) == timedelta(seconds=1)
    page.hide()
    assert not timer.isActive()
    clock.move(minutes=3)
    page.show()
    assert page.side.clock.reading.figure == "08:44"


# Facts


def facts_of(page: AgendaPage, step_title: str) -> dict[str, list[str]]:
    """Show a step: what stands below each of its facts."""
    assert page.day is not None
    page.open_item(next(step.id for step in page.day.steps if step.title == step_title))
    shown = [fact.findChildren(Paragraph) for fact in page.step_panel.findChildren(NamedFact)]
    return {labels[0].text(): [label.text() for label in labels[1:]] for labels in shown}


def named(facts: dict[str, list[str]], beginning: str) -> list[str]:
    return next(below for text, below in facts.items() if text.startswith(beginning))


def test_facts_say_of_when_they_are_and_how_sure(page: AgendaPage) -> None:
    facts = facts_of(page, "Entscheidung und Auftrag")
    assert all(below[0].startswith("Stand ") for below in facts.values())
    (sure,) = named(facts, "Die Förderquote von")
    assert sure.startswith("Stand 21.11.2026, Quelle: Hessisches Ministerium")
    assert named(facts, "Die letzte bekannte Antragsfrist")[1:] == ["Nicht ganz sicher belegt."]
    assert named(facts, "Alle Fristen der Modulförderung")[1:] == ["Unsicher: Bitte nur mit diesem Hinweis nennen."]


def test_expired_facts_warn(qtbot: QtBot, context: PageContext, bridge: CaseBridge, clock: TestClock) -> None:
    clock.move(days=(date(2027, 1, 1) - TODAY).days)
    page = shown(qtbot, context, bridge)
    facts = facts_of(page, "Entscheidung und Auftrag")
    assert named(facts, "Die Förderung der interkommunalen Zusammenarbeit ist bis 2026")[1:] == [
        "Abgelaufen am 31.12.2026: Bitte erst prüfen, was heute gilt.",
        "Bis 31.12.2026 zu prüfen: Bitte klären, ob es noch stimmt.",
    ]
    assert len(named(facts, "Die Förderquote von")) == 1, "what still holds is not warned of"
    warning = next(
        label for label in page.step_panel.findChildren(Paragraph) if label.text().startswith("Abgelaufen am")
    )
    qtbot.waitUntil(lambda: warning.isVisible() and warning.height() >= warning.fontMetrics().height())
