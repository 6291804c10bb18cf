"""Agenda: what the clock says before, during and after the day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from advisor_app.domain.agenda_course import begun, ended, skipped
from advisor_app.domain.changes import AgendaDaySet
from advisor_app.ui.pages.agenda import AgendaPage
from advisor_app.ui.pages.agenda.clock_reading import Tone
from advisor_app.ui.shell.bridge import CaseBridge
from tests.ui.conftest import TestClock
from tests.ui.pages.agenda.day_on_screen import (
    act,
    at,
    first_day,
)


def grounds(widget: QWidget) -> str:
    return widget.grab().toImage().pixelColor(3, 3).name()


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


def test_the_clock_ticks_only_while_it_is_seen(page: AgendaPage, clock: TestClock) -> None:
    timer = page.side.clock._timer
    assert timer.isActive()
    assert timedelta(milliseconds=timer.interval()) == timedelta(seconds=1)
    page.hide()
    assert not timer.isActive()
    clock.move(minutes=3)
    page.show()
    assert page.side.clock.reading.figure == "08:44"
