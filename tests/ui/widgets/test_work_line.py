"""The line that shows work under way: it follows the newest job, and is told nothing once it is gone."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

from pytestqt.qtbot import QtBot
from shiboken6 import delete

from advisor_app.ui.shell.background import BackgroundLane, Job
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.work_line import WorkLine
from tests.patience import PATIENCE_SECONDS


def until(event: Event) -> Callable[[Job[None]], None]:
    """Work that ends when an event is set."""

    def work(_job: Job[None]) -> None:
        assert event.wait(PATIENCE_SECONDS)

    return work


def test_the_end_of_an_older_job_does_not_hide_a_newer_one(
    qtbot: QtBot, theming: Theming, lane: BackgroundLane
) -> None:
    line = WorkLine(theming)
    qtbot.addWidget(line)
    first, second = Event(), Event()
    older = lane.run(until(first))
    line.follow(older, "Die Datei wird gelesen …")
    newer = lane.run(until(second))
    line.follow(newer, "Die Datei wird verglichen …")
    with qtbot.waitCallback() as ended:
        older.tell(lane, ended=ended)
        first.set()
    assert line.is_busy
    assert line.isVisible()
    with qtbot.waitCallback() as ended:
        newer.tell(lane, ended=ended)
        second.set()
    assert not line.is_busy
    assert not line.isVisible()


def test_a_line_that_is_gone_is_told_nothing(qtbot: QtBot, theming: Theming, lane: BackgroundLane) -> None:
    line = WorkLine(theming)
    may_end = Event()
    job = lane.run(until(may_end))
    line.follow(job, "Die Datei wird gelesen …")
    delete(line)
    with qtbot.waitCallback() as ended:  # a slot that fails would fail the test
        job.tell(lane, ended=ended)
        may_end.set()
