"""Fall anlegen: workshop days are dated, added and removed."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from advisor_app.domain.agenda_template import AgendaVariant
from advisor_app.ui.pages.set_up.dates_step import DatesStep
from advisor_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import Stored
from tests.ui.pages.set_up.conftest import CONTROL, case_of, draft, focused, page_of


@pytest.fixture
def dates(main_window: MainWindow) -> DatesStep:
    """The step of the days in a draft with module 4."""
    step = draft(main_window, "dates", "M4").step
    assert isinstance(step, DatesStep)
    return step


def test_a_day_is_dated_by_typing(qtbot: QtBot, main_window: MainWindow, dates: DatesStep, stored: Stored) -> None:
    card = next(iter(dates.days.values()))
    assert card.on.line.hasFocus()
    qtbot.keyClicks(focused(), "17.9.")
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    qtbot.keyClicks(focused(), "")
    assert card.on.line.text() == "Do 17.09.2026"
    card.start.line.selectAll()
    qtbot.keyClicks(card.start.line, "10")
    card.place.setFocus()
    qtbot.keyClicks(card.place.line, "Rathaus, Saal 2")
    dates.room.setFocus()
    qtbot.keyClicks(dates.room.text, "Beamer vorhanden")
    page_of(main_window).flush()
    case = stored(case_of(main_window).id)
    day = case.agenda[next(iter(dates.days))]
    assert (day.on, day.start, day.place) == (date(2026, 9, 17), time(10, 0), "Rathaus, Saal 2")
    assert case.head.room == "Beamer vorhanden"
    assert "Do 17.09.2026" in main_window.bar.text


def test_what_is_no_day_is_named_and_the_old_one_kept(qtbot: QtBot, main_window: MainWindow, dates: DatesStep) -> None:
    name, card = next(iter(dates.days.items()))
    qtbot.keyClicks(card.on.line, "17.9.")
    card.place.setFocus()
    card.on.setFocus()
    card.on.line.selectAll()
    with qtbot.waitSignal(card.on.complained) as blocker:
        qtbot.keyClicks(card.on.line, "31.2.2027")
        card.place.setFocus()
    assert blocker.args is not None
    assert "kein Datum" in blocker.args[0]
    assert case_of(main_window).agenda[name].on == date(2026, 9, 17)


def add_day(qtbot: QtBot, dates: DatesStep, words: str) -> None:
    """Open the menu of module 4 by a click and take an entry by the keyboard."""
    qtbot.mouseClick(dates.add_button("M4"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dates.menu.isVisible)
    (action,) = (item for item in dates.menu.actions() if item.text() == words)
    dates.menu.setActiveAction(action)
    qtbot.keyClick(dates.menu, Qt.Key.Key_Return)


def test_every_variant_of_the_modules_agenda_can_be_added(
    qtbot: QtBot, main_window: MainWindow, dates: DatesStep
) -> None:
    agendas = main_window.workspace.catalog.agendas
    known = {item.title: item for item in agendas.values() if item.module == "M4"}
    qtbot.mouseClick(dates.add_button("M4"), Qt.MouseButton.LeftButton)
    words = [action.text() for action in dates.menu.actions()]
    assert [word.rpartition(" (")[0] for word in words[:-1]] == sorted(
        known, key=lambda title: (known[title].day == 0, list(known).index(title))
    )
    assert words[-1] == "Leerer Tag"
    dates.menu.hide()
    before = set(case_of(main_window).agenda)
    half = next(item for item in known.values() if item.variant is AgendaVariant.HALF_DAY)
    add_day(qtbot, dates, next(word for word in words if word.startswith(f"{half.title} (")))
    (name,) = set(case_of(main_window).agenda) - before
    day = case_of(main_window).agenda[name]
    assert (day.template, day.title, len(day.steps)) == (half.id, half.title, len(half.steps))
    assert day.number == len(before) + 1
    assert dates.days[name].on.line.hasFocus(), "the date comes first"


def test_days_are_added_and_removed(qtbot: QtBot, main_window: MainWindow, dates: DatesStep) -> None:
    before = len(dates.days)
    add_day(qtbot, dates, "Leerer Tag")
    assert len(case_of(main_window).agenda) == before + 1
    card = next(reversed(dates.days.values()))
    qtbot.mouseClick(card.remove_button, Qt.MouseButton.LeftButton)
    assert len(dates.days) == before
    assert main_window.notice.text.endswith("ist entfernt.")
    qtbot.keyClick(dates.room.text, Qt.Key.Key_Z, CONTROL)
    assert len(dates.days) == before + 1
