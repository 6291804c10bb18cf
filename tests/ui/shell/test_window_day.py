"""While a day runs the window notices that the clock was set, that the machine slept, and how long it was closed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from advisor_app.domain.agenda import AgendaDay, current_step
from advisor_app.domain.agenda_course import begun, ended
from advisor_app.domain.changes import AgendaDaySet
from advisor_app.override import override
from advisor_app.services.day_watch import FILE_NAME
from advisor_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import COMMUNE, TestClock

HOUR = timedelta(hours=1)


class Laptop(TestClock):
    """A machine whose clock can be set, and that can be started anew."""

    def __init__(self) -> None:
        super().__init__(datetime(2026, 9, 14, 7, 0, tzinfo=UTC))
        self._since = timedelta(hours=3)
        self.boot = "first"

    def up(self) -> timedelta:
        return self._since

    @override
    def move(self, **by: float) -> None:
        super().move(**by)
        self._since += timedelta(**by)

    def set(self, by: timedelta) -> None:
        self._now += by

    def start_anew(self) -> None:
        self.boot, self._since = "second", timedelta(minutes=2)


@pytest.fixture
def clock() -> Laptop:
    return Laptop()


@pytest.fixture
def case(main_window: MainWindow, clock: Laptop) -> str:
    """A case whose first step began at 09:00 and runs; it is not open."""
    session = main_window.workspace.cases.create(COMMUNE, ("M4",))
    day = next(day for day in session.case.agenda.values() if day.template == "m4-tag1")
    today = replace(day, on=datetime(2026, 9, 14, tzinfo=UTC).date())
    session.apply(AgendaDaySet(day.id, day, begun(today, today.steps[0].id, clock.now())))
    return session.case.id


def day_of(window: MainWindow) -> AgendaDay:
    assert window.bridge is not None
    return next(day for day in window.bridge.case.agenda.values() if current_step(day) is not None)


def test_a_clock_set_back_is_told_and_no_step_gains_time(main_window: MainWindow, case: str, clock: Laptop) -> None:
    main_window.open_case(case, "agenda")
    main_window.day.tick()
    clock.move(seconds=30)
    clock.set(-HOUR)
    before = day_of(main_window)
    main_window.day.tick()
    assert main_window.notice.text == (
        "Die Uhr des Rechners wurde um 1 h zurückgestellt, die Zeiten des Tages gehen mit."
    )
    after = day_of(main_window)
    assert after.steps[0].started is not None
    assert before.steps[0].started is not None
    assert abs(after.steps[0].started - (before.steps[0].started - HOUR)) < timedelta(seconds=1)
    assert [round(change.seconds, -1) for change in after.clock_changes] == [-3600]
    assert main_window.bridge is not None
    assert main_window.bridge.undo(), "it is an edit like any other"
    assert main_window.bridge.redo()


def test_a_clock_set_forward_is_told_on_other_pages_too(main_window: MainWindow, case: str, clock: Laptop) -> None:
    main_window.open_case(case, "plan")
    main_window.day.tick()
    clock.set(2 * HOUR + timedelta(minutes=5))
    main_window.day.tick()
    assert "um 2 h 5 min vorgestellt" in main_window.notice.text
    assert main_window.step_line.clock.text().startswith("Noch im Schritt")


def test_a_closed_lid_is_told_and_its_time_counts(main_window: MainWindow, case: str, clock: Laptop) -> None:
    main_window.open_case(case, "agenda")
    main_window.day.tick()
    clock.move(minutes=12)
    before = day_of(main_window)
    main_window.day.tick()
    assert main_window.notice.text == (
        "Der Rechner hat 12 min geruht; „Auftakt“ läuft seit 09:00 Uhr, die Zeit zählt mit."
    )
    assert day_of(main_window) == before
    main_window.notice.clear()
    clock.move(seconds=1)
    main_window.day.tick()
    assert main_window.notice.text == ""


def marked(qtbot: QtBot, window: MainWindow) -> None:
    """Let the window leave its mark."""
    file = window.workspace.folder / FILE_NAME
    file.unlink(missing_ok=True)
    window.day.tick()
    qtbot.waitUntil(file.is_file)


def test_who_comes_back_is_told_where_the_day_is_and_how_long_nobody_watched(
    qtbot: QtBot, main_window: MainWindow, case: str, clock: Laptop
) -> None:
    main_window.open_case(case, "agenda")
    assert main_window.notice.text == "Es geht weiter mit „Auftakt“, seit 09:00 Uhr."
    marked(qtbot, main_window)
    main_window.close_case()
    assert not main_window.day.is_watching
    clock.move(minutes=7)
    clock.set(-HOUR)
    main_window.open_case(case, "agenda")
    assert main_window.notice.text == (
        "Es geht weiter mit „Auftakt“, seit 08:00 Uhr; das Programm war 7 min zu, die Zeit zählt mit; "
        "die Uhr des Rechners wurde um 1 h zurückgestellt, die Zeiten des Tages gehen mit."
    )


@pytest.mark.parametrize(
    ("hours", "by", "said"),
    [
        (14, timedelta(), "das Programm war 14 h zu, bitte tragen Sie mit F2 ein, wann der Schritt geendet hat."),
        (1, -5 * HOUR, "wie lange das Programm zu war, ist unklar, bitte prüfen Sie die Uhr des Rechners"),
    ],
)
def test_after_a_night_or_with_a_clock_that_went_back_one_is_asked(
    qtbot: QtBot, main_window: MainWindow, case: str, clock: Laptop, hours: int, by: timedelta, said: str
) -> None:
    main_window.open_case(case, "agenda")
    marked(qtbot, main_window)
    main_window.close_case()
    clock.move(hours=hours)
    clock.start_anew()
    clock.set(by)
    main_window.open_case(case, "agenda")
    assert said in main_window.notice.text


def test_a_step_that_ends_takes_the_mark_away_and_one_that_begins_is_watched(
    qtbot: QtBot, main_window: MainWindow, case: str, clock: Laptop
) -> None:
    main_window.open_case(case, "agenda")
    marked(qtbot, main_window)
    day = day_of(main_window)
    assert main_window.bridge is not None
    over = ended(day, day.steps[0].id, clock.now())
    assert main_window.bridge.edit(AgendaDaySet(day.id, day, over))
    assert not main_window.day.is_watching
    assert not (main_window.workspace.folder / FILE_NAME).exists()
    main_window.notice.clear()
    again = begun(over, day.steps[1].id, clock.now())
    assert main_window.bridge.edit(AgendaDaySet(day.id, over, again))
    assert main_window.day.is_watching
    assert "Es geht weiter" not in main_window.notice.text, "whoever begins it knows"


def test_a_case_without_a_day_under_way_is_not_watched(main_window: MainWindow, data_folder: Path) -> None:
    session = main_window.workspace.cases.create(COMMUNE, ("M1",))
    main_window.open_case(session.case.id, "agenda")
    main_window.day.tick()
    assert not main_window.day.is_watching
    assert main_window.notice.text == ""
    assert not (data_folder / FILE_NAME).exists()
