"""Agenda: the day is planned by mouse and keys, and every change of it can be taken back."""

from __future__ import annotations

from datetime import date, time

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from advisor_app.ui.pages.agenda import AgendaPage
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.widgets.value_field import TextLine
from tests.ui.pages.agenda.day_on_screen import (
    ALT,
    CTRL,
    LEFT,
    Stored,
    first_day,
    press,
    said,
    times,
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
