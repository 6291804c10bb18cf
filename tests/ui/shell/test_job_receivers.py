"""Whom a job tells how it ended: nobody who is gone; what it has made is not lost unseen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Event

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.ui.shell.background import BackgroundLane, Job
from advisor_app.ui.shell.main_window import MainWindow
from tests.patience import PATIENCE_SECONDS

Work = Callable[[Job[str]], str]


class Gate:
    """Work that has begun and ends when it may; it can be stopped until then."""

    def __init__(self, error: AdvisorError | None = None) -> None:
        self.begun = Event()
        self.may_end = Event()
        self._error = error

    def __call__(self, job: Job[str]) -> str:
        self.begun.set()
        assert self.may_end.wait(PATIENCE_SECONDS)
        if self._error is not None:
            raise self._error
        job.report(1.0, "am Ziel")
        return "fertig"


def look(job: Job[str]) -> str:
    """Work that goes on until it is stopped."""
    while True:
        job.checkpoint()


def ends(qtbot: QtBot, lane: BackgroundLane) -> None:
    qtbot.waitUntil(lambda: not lane.is_busy)


class Page(QLabel):
    """Shows what a job tells, in each of the ways in which pages ask for it."""

    passed_on = Signal(object)

    def __init__(self, seen: list[object]) -> None:
        super().__init__()
        self.seen = seen

    def ask(self, job: Job[str]) -> None:
        job.tell(self, progressed=self.on_progressed, succeeded=self.on_told, ended=self.on_ended)
        job.tell(self, succeeded=partial(self.on_one_of, "partial"), refused=partial(self.on_one_of, "partial"))
        job.tell(self, progressed=lambda *_: self.setText("mehr"), succeeded=lambda told: self.on_one_of("λ", told))
        job.tell(self, succeeded=self.passed_on.emit, refused=self.passed_on.emit, ended=lambda: self.setText(""))

    def on_progressed(self, share: float, label: str) -> None:
        self.setText(label)
        self.seen.append(share)

    def on_told(self, told: str) -> None:
        self.setText(told)
        self.seen.append(told)

    def on_one_of(self, way: str, told: object) -> None:
        self.setText(way)
        self.seen.append((way, str(told)))

    def on_ended(self) -> None:
        self.setText("")
        self.seen.append("ended")


def test_every_kind_of_call_is_told(qtbot: QtBot, lane: BackgroundLane) -> None:
    seen: list[object] = []
    page, work = Page(seen), Gate()
    qtbot.addWidget(page)
    passed_on: list[object] = []
    page.passed_on.connect(passed_on.append)
    page.ask(lane.run(work))
    work.may_end.set()
    ends(qtbot, lane)
    assert seen == [1.0, "fertig", ("partial", "fertig"), ("λ", "fertig"), "ended"]
    assert passed_on == ["fertig"]


@pytest.mark.parametrize("error", [None, AdvisorError(Problem.DISK_FULL), ValueError("a bug")])
def test_who_is_gone_is_told_nothing_and_others_are(
    qtbot: QtBot, lane: BackgroundLane, error: AdvisorError | None
) -> None:
    seen: list[object] = []
    page, work, others = Page(seen), Gate(error), QObject()
    told: list[str] = []
    job = lane.run(work)
    page.ask(job)  # a slot that acts on what is gone would raise, and fail the test
    job.tell(others, ended=lambda: told.append("ended"))
    assert work.begun.wait(PATIENCE_SECONDS)
    delete(page)
    work.may_end.set()
    ends(qtbot, lane)
    assert seen == []
    assert told == ["ended"]


def test_a_page_that_is_to_go_later_is_told_nothing_either(qtbot: QtBot, lane: BackgroundLane) -> None:
    seen: list[object] = []
    page, work = Page(seen), Gate()
    page.ask(lane.run(work))
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()
    work.may_end.set()
    ends(qtbot, lane)
    assert seen == []


def test_what_is_only_looked_at_stops_when_nobody_looks_any_more(qtbot: QtBot, lane: BackgroundLane) -> None:
    page = Page([])
    job = lane.run(look, needed_by=page)
    page.ask(job)
    with qtbot.assertNotEmitted(lane.unheard):
        delete(page)
        ends(qtbot, lane)


def test_what_is_written_is_written_to_the_end(qtbot: QtBot, lane: BackgroundLane) -> None:
    page, work = Page([]), Gate()
    written: list[str] = []
    job = lane.run(work)
    page.ask(job)
    job.tell(lane, succeeded=written.append)
    assert work.begun.wait(PATIENCE_SECONDS)
    delete(page)
    assert not job.cancelled
    work.may_end.set()
    ends(qtbot, lane)
    assert written == ["fertig"]


def test_what_nobody_takes_any_more_is_taken_back(qtbot: QtBot, lane: BackgroundLane) -> None:
    taken_back: list[str] = []
    page, work = Page([]), Gate()
    page.ask(lane.run(work, lost=taken_back.append))
    assert work.begun.wait(PATIENCE_SECONDS)
    delete(page)
    work.may_end.set()
    ends(qtbot, lane)
    assert taken_back == ["fertig"]


def test_what_somebody_takes_is_not_taken_back(qtbot: QtBot, lane: BackgroundLane) -> None:
    taken_back: list[str] = []
    page, work = Page([]), Gate()
    qtbot.addWidget(page)
    page.ask(lane.run(work, lost=taken_back.append))
    work.may_end.set()
    ends(qtbot, lane)
    lane.close()
    assert taken_back == []


def test_what_was_made_as_the_lane_closes_is_taken_back(qtbot: QtBot) -> None:
    taken_back: list[str] = []
    lane, page, work = BackgroundLane(), Page([]), Gate()
    qtbot.addWidget(page)
    page.ask(lane.run(work, lost=taken_back.append))
    assert work.begun.wait(PATIENCE_SECONDS)
    work.may_end.set()
    lane.close()
    assert taken_back == ["fertig"]
    assert page.seen == []


def test_newer_work_takes_the_place_of_older(qtbot: QtBot, lane: BackgroundLane) -> None:
    seen: list[object] = []
    page, newer = Page(seen), Gate()
    qtbot.addWidget(page)
    older = lane.run(look)
    page.ask(older)
    older.drop(page)
    page.ask(lane.run(newer))
    newer.may_end.set()
    ends(qtbot, lane)
    assert seen == [1.0, "fertig", ("partial", "fertig"), ("λ", "fertig"), "ended"]
    older.drop(page)  # it is long gone


def test_a_failure_that_nobody_hears_is_said_by_the_window(qtbot: QtBot, main_window: MainWindow) -> None:
    page, work = Page([]), Gate(AdvisorError(Problem.DISK_FULL))
    page.ask(main_window.lane.run(work))
    assert work.begun.wait(PATIENCE_SECONDS)
    delete(page)
    work.may_end.set()
    ends(qtbot, main_window.lane)
    assert main_window.notice.text == main_window.words_of(AdvisorError(Problem.DISK_FULL))


def test_a_failure_that_is_heard_or_concerns_nobody_is_not_said_twice(qtbot: QtBot, lane: BackgroundLane) -> None:
    page, heard, silent = Page([]), Gate(AdvisorError(Problem.DISK_FULL)), Gate(AdvisorError(Problem.DISK_FULL))
    qtbot.addWidget(page)
    page.ask(lane.run(heard))
    lane.run(silent).tell(page, succeeded=page.on_told)
    with qtbot.assertNotEmitted(lane.unheard):
        heard.may_end.set()
        silent.may_end.set()
        ends(qtbot, lane)
    assert ("partial", str(AdvisorError(Problem.DISK_FULL))) in page.seen
