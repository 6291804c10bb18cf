"""The status bar: in a narrow window icons alone, with their names."""

from __future__ import annotations

from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from advisor_app.ui.shell.background import BackgroundLane, Job
from advisor_app.ui.shell.status_bar import StatusBar
from advisor_app.ui.shell.theming import Theming

NARROWEST = 900  # px: the smallest window that has to do


@pytest.mark.parametrize("zoom", [100, 150, 200])
def test_everything_finds_room_in_a_narrow_window(qtbot: QtBot, theming: Theming, zoom: int) -> None:
    theming.set_zoom(zoom)
    bar = StatusBar(theming)
    qtbot.addWidget(bar)
    bar.show_opened()
    bar.show_protection(locks=False)
    bar.show_projector("Beamer an: Fragen klären", running=True)
    bar.show_phones("12 Handys nehmen teil")
    bar.resize(NARROWEST, bar.minimumHeight())
    bar.show()
    assert bar.minimumSizeHint().width() <= NARROWEST
    named = {button.accessibleName() for button in (bar.lock_button, bar.projector_button, bar.phones_button)}
    assert named == {"ohne Passphrase", "Beamer an: Fragen klären", "12 Handys nehmen teil"}


def test_words_come_back_with_the_room(qtbot: QtBot, theming: Theming) -> None:
    bar = StatusBar(theming)
    qtbot.addWidget(bar)
    bar.show_protection(locks=True)
    bar.resize(600, bar.minimumHeight())
    bar.show()
    assert bar.lock_button.text() == ""
    bar.resize(1366, bar.minimumHeight())
    assert bar.lock_button.text() == "Verschließen"


def test_a_long_name_of_what_is_worked_on_pushes_nothing_out_of_the_window(qtbot: QtBot, theming: Theming) -> None:
    """The window grew by what a file was called, and its name could turn the line around."""
    bar, lane = StatusBar(theming), BackgroundLane()
    qtbot.addWidget(bar)
    bar.show_opened()
    lane.started.connect(bar.show_job)
    told = Event()

    def work(job: Job[None]) -> None:
        job.report(0.5, "n" * 200 + "\u202egpj.exe")
        told.wait()

    lane.run(work)
    bar.resize(NARROWEST, bar.minimumHeight())
    bar.show()
    qtbot.waitUntil(lambda: "gpj" in bar.job_text)
    assert bar.job_text == "n" * 200 + "gpj.exe"
    assert bar.minimumSizeHint().width() <= NARROWEST
    told.set()
    lane.close()
