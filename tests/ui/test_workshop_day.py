"""A whole workshop day through the real window: start, overrun, re-plan, drop, break, a kill in the middle, the end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advisor_app.domain.agenda import AgendaDay, StepState, state_of
from advisor_app.domain.agenda_forecast import spent
from advisor_app.domain.changes import AgendaDaySet
from advisor_app.domain.local_time import LOCAL
from advisor_app.services.workspace import open_workspace
from advisor_app.ui.pages.agenda import AgendaPage
from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import COMMUNE, PREFERENCES, TestClock
from tests.ui.workshop_morning import set_to

CHECKOUT = Path(__file__).resolve().parents[2]
CTRL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def killed_morning(data_folder: Path, clock: TestClock) -> str:
    """A case whose workshop day ran until 11:35 in a window that was killed then; it is 11:40 now."""
    workspace = open_workspace(data_folder, PREFERENCES, clock=clock)
    session = workspace.cases.create(COMMUNE, ("M4",))
    day = next(day for day in session.case.agenda.values() if day.template == "m4-tag1")
    session.apply(AgendaDaySet(day.id, day, replace(day, on=date(2026, 9, 14), ends=time(15, 30))))
    workspace.close()
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "tests.ui.workshop_morning", str(data_folder), session.case.id]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment, cwd=CHECKOUT) as window:
        assert window.stdout is not None
        said = window.stdout.readline()
        window.send_signal(signal.SIGKILL if os.name != "nt" else signal.SIGTERM)
    assert said == "ready\n"
    set_to(clock, 11, 40)
    return session.case.id


def agenda_of(window: MainWindow) -> AgendaPage:
    assert isinstance(window.page, AgendaPage)
    return window.page


def day_of(window: MainWindow) -> AgendaDay:
    day = agenda_of(window).day
    assert day is not None
    return day


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, key, modifier)


def clock_words(instant: datetime | None) -> str:
    return "" if instant is None else f"{instant.astimezone(LOCAL):%H:%M}"


def minutes_of(window: MainWindow, folder: Path) -> str:
    """The minutes as they are printed."""
    file = folder / "protokoll.pdf"
    documents = window.workspace.documents
    documents.create("minutes", documents.input_of(agenda_of(window).bridge.case, "minutes", day_of(window).id), file)
    return " ".join(" ".join(sheet.extract_text() for sheet in PdfReader(file).pages).split())


def test_a_workshop_day_from_its_start_over_a_kill_to_its_end(
    qtbot: QtBot, killed_morning: str, main_window: MainWindow, clock: TestClock, tmp_path: Path
) -> None:
    window = main_window
    window.activateWindow()
    page = agenda_of(window)
    assert page.bridge.case.id == killed_morning

    # It opens where it was and says so in one sentence.
    qtbot.waitUntil(lambda: "nicht ordentlich beendet" in window.notice.text)
    assert (
        "Es geht weiter mit „Ergebnis zeigen“, seit 11:15 Uhr; das Programm war 5 min zu, die Zeit zählt mit."
        in window.notice.text
    )
    assert page.step_panel.title.text() == "Ergebnis zeigen"
    assert page.side.clock.reading.left == "14 von 20 min", "the pause of eleven minutes does not count"
    day = day_of(window)
    assert [state_of(step) for step in day.steps[:7]] == [
        *[StepState.DONE] * 4,
        StepState.RUNNING,
        StepState.SKIPPED,
        StepState.OPEN,
    ]
    assert day.steps[2].ticked == (1,)
    assert window.bridge is not None
    (answers,) = window.bridge.case.answers.values()
    assert [answer.level for answer in answers.values()] == [2]

    # The afternoon, by keys.
    times = ((11, 42), (12, 6), (13, 5), (13, 35), (14, 22), (14, 35), (15, 0))
    page.take_focus()
    for hour, minute in times:
        set_to(clock, hour, minute)
        press(qtbot, Qt.Key.Key_W)
    set_to(clock, 15, 27)
    assert page.step_panel.title.text() == day.steps[-1].title
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert page.side.expected.text() == "Tag beendet"
    assert not window.day.is_watching

    # Planned against actual: the plan is that of the morning, whatever was planned anew.
    held = day_of(window)
    plans = {item.id: item for item in held.as_planned}
    found = [
        (
            step.title,
            clock_words(plans[step.id].begins if step.id in plans else None),
            plans[step.id].minutes if step.id in plans else None,
            clock_words(step.started),
            clock_words(step.ended),
            None if step.started is None else round(spent(held, step, clock.now()).total_seconds() / 60),
        )
        for step in held.steps
    ]
    assert found == [
        ("Auftakt", "09:00", 20, "09:00", "09:22", 22),
        ("Beispiele aus Kommunen", "09:20", 25, "09:22", "09:50", 28),
        ("Klärungsliste", "09:45", 55, "09:50", "11:00", 70),
        ("Pause", "10:40", 15, "11:00", "11:15", 15),
        ("Ergebnis zeigen", "10:55", 20, "11:15", "11:42", 16),
        ("Zielstufen festlegen", "11:15", 25, "", "", None),
        ("Wirkungsbereiche wählen", "11:40", 25, "11:42", "12:06", 24),
        ("Mittag", "12:05", 60, "12:06", "13:05", 59),
        ("Fragen der gewählten Bereiche", "13:05", 30, "13:05", "13:35", 30),
        ("Anwendungsfälle sammeln", "13:35", 45, "13:35", "14:22", 47),
        ("Pause", "14:20", 15, "14:22", "14:35", 13),
        (day.steps[11].title, "14:35", 30, "14:35", "15:00", 25),
        (day.steps[12].title, "15:05", 25, "15:00", "15:27", 27),
    ]

    # The minutes have all of it without retyping, and nothing that is internal.
    assert len(page.bridge.case.minutes) == 3
    text = minutes_of(window, tmp_path)
    for words in ("Der Pegel wird gemessen", "Standorte nennen", "Bauamt", "30.09.2026", "09:50–11:00", "14:22–14:35"):
        assert words in text, words
    assert "Nur fuer mich" not in text
    page.look_at_step(day.steps[2].id)
    assert page.side.entries.words == [
        "Der Pegel wird gemessen",
        "Standorte nennen (Bauamt · bis 30.09.2026)",
        "Nur fuer mich",
    ]

    # Every one of it is a step that can be taken back, and all of it is on disk.
    assert window.bridge.undo()
    assert state_of(day_of(window).steps[-1]) is StepState.RUNNING
    assert window.bridge.redo()
    qtbot.waitUntil(lambda: not window.findChildren(Job))
    assert window.bridge.stored.agenda[day.id] == day_of(window)
