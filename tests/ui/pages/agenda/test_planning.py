"""Agenda: the day is planned by mouse and keys, and every change of it can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from advisor_app.domain.changes import AgendaDaySet
from advisor_app.ui.pages.agenda import AgendaPage
from advisor_app.ui.pages.agenda.step_parts import Tag
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.choice_field import ChoiceField
from advisor_app.ui.widgets.value_field import TextLine
from tests.ui.pages.agenda.day_on_screen import (
    ALT,
    CTRL,
    LEFT,
    OpenCase,
    Stored,
    cell,
    choose,
    first_day,
    press,
    said,
    shown,
    times,
    titles,
)


def test_the_day_stands_there_with_its_times_and_the_first_step_large(page: AgendaPage) -> None:
    assert times(page)[:3] == ["09:00", "09:20", "09:45"]
    assert said(page)[:3] == ["Auftakt", "Beispiele aus Kommunen", "Klärungsliste"]
    assert (times(page)[-1], said(page)[-1]) == ("15:30", "Ende")
    assert page.step_panel.title.text() == "Auftakt"
    assert page.foot.act.text() == "Schritt beginnen"
    words = " ".join(label.text() for label in page.step_panel.findChildren(type(page.step_panel.title)))
    assert "Beginnen Sie pünktlich, auch wenn noch jemand fehlt." in words
    assert "Stand 04.08.2021, Quelle:" in words
    assert len(page.step_panel.talking_points) == 3


def test_steps_move_by_key_and_keep_their_choice(qtbot: QtBot, page: AgendaPage, bridge: CaseBridge) -> None:
    qtbot.keyClick(page.days.timeline, Qt.Key.Key_Down, ALT)
    assert [step.title for step in first_day(bridge).steps][:2] == ["Beispiele aus Kommunen", "Auftakt"]
    assert times(page)[:3] == ["09:00", "09:25", "09:45"]
    assert page.days.timeline.currentIndex().row() == 1
    qtbot.keyClick(page.days.timeline, Qt.Key.Key_Up, ALT)
    assert first_day(bridge).steps[0].title == "Auftakt"


def test_steps_move_by_key_wherever_the_focus_is_but_a_list_opens(
    qtbot: QtBot, page: AgendaPage, bridge: CaseBridge
) -> None:
    note = page.side.field.field
    qtbot.mouseClick(note.viewport(), LEFT)
    qtbot.keyClicks(note, "Zwei fehlen")
    qtbot.keyClick(note, Qt.Key.Key_Down, ALT)
    assert titles(bridge)[:2] == ["Beispiele aus Kommunen", "Auftakt"]
    assert first_day(bridge).steps[1].note.text == "Zwei fehlen"
    assert note.hasFocus()
    page.step_panel.toggle_editor()
    kind = page.step_panel.editor.form.field("kind")
    assert isinstance(kind, ChoiceField)
    kind.box.setFocus()
    qtbot.keyClick(kind.box, Qt.Key.Key_Down, ALT)
    assert kind.box.view().isVisible()
    assert titles(bridge)[:2] == ["Beispiele aus Kommunen", "Auftakt"]
    kind.box.hidePopup()


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
    assert times(page)[2] == "09:55"
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
    assert times(page)[0] == "08:30"
    line = head.form.field("start").target
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_A, CTRL)
    qtbot.keyClicks(line, "25:00")
    page.days.timeline.setFocus()
    assert head.form.labelled("start").below.text().startswith("Der Wert „25:00“ passt nicht zu „Beginn“.")
    assert first_day(bridge).start == time(8, 30)


def test_a_step_is_parted_and_put_together_again_by_undo(
    qtbot: QtBot, page: AgendaPage, bridge: CaseBridge, stored: Stored
) -> None:
    choose(page, "Klärungsliste")
    qtbot.keyClick(page.days.timeline, Qt.Key.Key_T)
    first, second = first_day(bridge).steps[2:4]
    assert [(step.title, step.minutes, step.minimum_minutes) for step in (first, second)] == [
        ("Klärungsliste", 30, 15),
        ("Klärungsliste, Fortsetzung", 25, 20),
    ]
    assert second.part_of == first.id
    assert times(page)[2:5] == ["09:45", "10:15", "10:40"]
    assert stored(bridge.case.id).agenda[first_day(bridge).id] == first_day(bridge)
    assert bridge.undo()
    assert first_day(bridge).steps[2].minutes == 55


def test_a_beginning_is_held_by_a_button_that_says_its_time_and_by_key(
    qtbot: QtBot, page: AgendaPage, bridge: CaseBridge
) -> None:
    choose(page, "Mittag")
    assert page.step_panel.pin.text() == "12:05 festhalten"
    assert page.step_panel.pin.accessibleName() == "Beginn um 12:05 Uhr festhalten"
    qtbot.mouseClick(page.step_panel.pin, LEFT)
    assert first_day(bridge).steps[7].pinned == time(12, 5)
    assert page.step_panel.pin.text() == "fest um 12:05"
    assert page.step_panel.pin.isChecked()
    assert (cell(page, "Mittag").below, cell(page, "Mittag").is_pinned) == ("fest", True)
    press(qtbot, page.step_panel.pin, Qt.Key.Key_A)
    assert first_day(bridge).steps[7].pinned is None
    assert bridge.undo()
    assert page.step_panel.pin.isChecked()


def test_the_time_of_a_fixed_beginning_is_typed_and_taken_away(
    qtbot: QtBot, page: AgendaPage, bridge: CaseBridge
) -> None:
    choose(page, "Mittag")
    qtbot.mouseClick(page.step_panel.edit_button, LEFT)
    begins = page.step_panel.editor.form.field("pinned").target
    begins.setFocus()
    qtbot.keyClicks(begins, "1230")
    qtbot.keyClick(begins, Qt.Key.Key_Return)
    assert first_day(bridge).steps[7].pinned == time(12, 30)
    assert said(page)[7] == "25 min frei"
    qtbot.keyClick(begins, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(begins, Qt.Key.Key_Delete)
    qtbot.keyClick(begins, Qt.Key.Key_Return)
    assert first_day(bridge).steps[7].pinned is None


def test_the_agreed_end_is_typed_in_the_head(qtbot: QtBot, page: AgendaPage, bridge: CaseBridge) -> None:
    assert cell(page, "Ende").below == ""
    head = page.days.head
    qtbot.mouseClick(head.pencil, LEFT)
    line = head.form.field("ends").target
    line.setFocus()
    qtbot.keyClicks(line, "15:00")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert first_day(bridge).ends == time(15)
    assert (times(page)[-1], cell(page, "Ende").below) == ("15:00", "30 min zu spät, um 15:30")


def test_steps_run_beside_each_other_by_key_and_follow_each_other_again(
    qtbot: QtBot, page: AgendaPage, bridge: CaseBridge
) -> None:
    choose(page, "Zielstufen festlegen")
    qtbot.keyClick(page.days.timeline, Qt.Key.Key_G)
    assert [step.group for step in first_day(bridge).steps[4:6]] == ["A", "B"]
    choose(page, "Wirkungsbereiche wählen")
    qtbot.keyClick(page.days.timeline, Qt.Key.Key_G)
    assert [step.group for step in first_day(bridge).steps[4:7]] == ["A", "B", "C"]
    assert times(page)[4:6] == ["10:55", "11:20"], "the longest group counts"
    qtbot.keyClick(page.days.timeline, Qt.Key.Key_G)
    assert [step.group for step in first_day(bridge).steps[4:7]] == ["A", "B", ""]
    choose(page, "Ergebnis zeigen")
    qtbot.keyClick(page.days.timeline, Qt.Key.Key_G)
    assert {step.group for step in first_day(bridge).steps} == {""}
    assert sorted(titles(bridge)[4:6]) == ["Ergebnis zeigen", "Zielstufen festlegen"]


def test_a_step_goes_to_another_day_and_to_a_new_one_in_one_undo_step_each(
    qtbot: QtBot, page: AgendaPage, bridge: CaseBridge
) -> None:
    page.planning.add_day("m4-tag2")
    other = next(day for day in bridge.case.agenda.values() if day.template == "m4-tag2")
    page.look_at(first_day(bridge).id)
    choose(page, "Wirkungsbereiche wählen")
    moving = first_day(bridge).steps[6].id
    within = page.step_panel.menu.menu_shown.findChildren(QMenu)[-1]
    choices = {action.text(): action for action in within.actions()}
    assert list(choices) == [other.title, "Auf einen neuen Tag"]
    with qtbot.waitSignal(page.removed) as told:
        choices[other.title].trigger()
    assert told.args == [f"„Wirkungsbereiche wählen“ steht jetzt auf „{other.title}“."]
    assert bridge.case.agenda[other.id].steps[-1].id == moving
    assert bridge.undo()
    assert first_day(bridge).steps[6].id == moving
    page.open_item(moving)
    page.planning.move_to_day("")
    new = max(bridge.case.agenda.values(), key=lambda day: day.number)
    assert ([step.id for step in new.steps], new.title) == ([moving], "Tag 3")
    assert bridge.undo()
    assert new.id not in bridge.case.agenda


def test_a_day_takes_the_steps_of_another_module_which_say_so(
    qtbot: QtBot, context: PageContext, open_case: OpenCase
) -> None:
    bridge = open_case("M1", "M4")
    page = shown(qtbot, context, bridge)
    page.look_at(first_day(bridge).id)
    count = len(first_day(bridge).steps)
    menu = page.days.head.menu.menu_shown
    within = next(item for item in menu.findChildren(QMenu) if item.title() == "Schritte an diesen Tag anhängen")
    next(action for action in within.actions() if action.text().startswith("Modul 1: 90 Minuten")).trigger()
    added = first_day(bridge).steps[count:]
    assert {step.module for step in added} == {"M1"}
    assert page.step is not None
    assert page.step.id == added[0].id
    assert "Modul 1" in [tag.text() for tag in page.step_panel.findChildren(Tag)]
    said = {item.step: item.minutes for row in page.days.timeline.rows.rows for item in row.cells if item is not None}
    assert said[added[0].id] == f"M1 · {added[0].minutes} min"
    assert said[first_day(bridge).steps[0].id] == f"{first_day(bridge).steps[0].minutes} min"
    module = page.step_panel.editor.form.field("module")
    assert isinstance(module, ChoiceField)
    assert [module.box.itemText(place) for place in range(module.box.count())] == ["Modul 4", "Modul 1"]
    assert bridge.undo()
    assert len(first_day(bridge).steps) == count


def test_sixty_steps_are_shown_and_moved_without_a_stop(qtbot: QtBot, page: AgendaPage, bridge: CaseBridge) -> None:
    day = first_day(bridge)
    many = tuple(replace(day.steps[place % 13], id=f"step-{place}") for place in range(60))
    assert bridge.edit(AgendaDaySet(day.id, day, replace(day, steps=many)))
    assert page.days.timeline.rows.rowCount() == 61
    page.open_item("step-40")
    qtbot.keyClick(page.days.timeline, Qt.Key.Key_Up, ALT)
    assert first_day(bridge).steps[39].id == "step-40"
    index = page.days.timeline.currentIndex()
    assert page.days.timeline.viewport().rect().contains(page.days.timeline.visualRect(index).center())


def test_the_agenda_goes_to_paper_by_key_and_button(qtbot: QtBot, page: AgendaPage, bridge: CaseBridge) -> None:
    with qtbot.waitSignal(page.navigated) as navigated:
        qtbot.keyClick(page.days.timeline, Qt.Key.Key_P, CTRL)
    assert navigated.args == ["documents", f"agenda:{first_day(bridge).id}"]
    with qtbot.waitSignal(page.navigated):
        qtbot.mouseClick(page.days.head.print, LEFT)


def test_the_day_goes_into_a_calendar_file(qtbot: QtBot, page: AgendaPage, tmp_path: Path) -> None:
    file = tmp_path / "tag.ics"
    proposed: list[str] = []

    def choose(_parent: object, _title: str, name: str, _kinds: str) -> Path:
        proposed.append(name)
        return file

    page.output.choose_file = choose
    with qtbot.waitSignal(page.noticed) as told:
        qtbot.mouseClick(page.days.head.calendar, LEFT)
    assert told.args == [f"Gespeichert in {file}."]
    assert proposed == ["Workshop 2026-09-14.ics"]
    content = file.read_text("utf-8")
    assert "BEGIN:VEVENT" in content
    assert "DTSTART;TZID=Europe/Berlin:20260914T090000" in content
    assert "Klärungsliste" in content.replace("\r\n ", "").replace("\n ", "")


def test_a_day_without_a_date_is_no_appointment_and_that_is_said(
    qtbot: QtBot, page: AgendaPage, bridge: CaseBridge, tmp_path: Path
) -> None:
    day = first_day(bridge)
    assert bridge.edit(AgendaDaySet(day.id, day, replace(day, on=None)))
    page.output.choose_file = lambda *_: tmp_path / "tag.ics"
    with qtbot.waitSignal(page.warned) as told:
        qtbot.mouseClick(page.days.head.calendar, LEFT)
    assert day.title in told.args[0]
    assert not (tmp_path / "tag.ics").exists()
