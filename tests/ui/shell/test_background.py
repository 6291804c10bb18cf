"""Long work: progress, cancel, results on the GUI thread, crashes told."""

from threading import Event, current_thread, main_thread

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import CallbackBlocker

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.ui.shell.background import BackgroundLane, Job
from advisor_app.ui.shell.crash_dialog import CrashDialog
from advisor_app.ui.shell.main_window import MainWindow
from tests.patience import PATIENCE_SECONDS


def problem_of(told: CallbackBlocker) -> Problem:
    """Why work was refused."""
    assert told.args is not None
    (error,) = told.args
    assert isinstance(error, AdvisorError)
    return error.problem


def test_the_work_runs_beside_the_window_and_its_result_arrives_in_it(qtbot: QtBot, lane: BackgroundLane) -> None:
    threads = []

    def work(job: Job[str]) -> str:
        threads.append(current_thread())
        job.report(0.5, "halb")
        return "done"

    steps: list[tuple[float, str]] = []
    job = lane.run(work)
    job.tell(lane, progressed=lambda share, label: steps.append((share, label)))
    job.tell(lane, progressed=lambda *_: threads.append(current_thread()))
    with qtbot.waitCallback() as told:
        job.tell(lane, succeeded=told)
    told.assert_called_with("done")
    assert steps == [(0.5, "halb")]
    assert threads[0] is not main_thread()
    assert threads[1] is main_thread()


def test_what_comes_after_the_end_is_not_done(qtbot: QtBot) -> None:
    lane = BackgroundLane()
    lane.close()
    done: list[bool] = []
    with qtbot.assertNotEmitted(lane.started), qtbot.assertNotEmitted(lane.crashed):
        job = lane.run(lambda _job: True)
        job.tell(lane, succeeded=done.append)
        qtbot.waitUntil(lambda: not lane.is_busy)
    assert done == []


def test_a_refusal_is_no_crash(qtbot: QtBot, lane: BackgroundLane) -> None:
    def work(_job: Job[None]) -> None:
        raise AdvisorError(Problem.FILE_TOO_LARGE, file="x")

    with qtbot.assertNotEmitted(lane.crashed), qtbot.waitCallback() as told:
        lane.run(work).tell(lane, refused=told)
    assert problem_of(told) is Problem.FILE_TOO_LARGE


def test_work_is_cancelled_at_its_next_checkpoint(qtbot: QtBot, lane: BackgroundLane) -> None:
    begun = Event()

    def work(job: Job[None]) -> None:
        begun.set()
        while True:
            job.checkpoint()

    job = lane.run(work)
    assert begun.wait(PATIENCE_SECONDS)
    with qtbot.waitCallback() as told:
        job.tell(lane, refused=told)
        job.cancel()
    assert problem_of(told) is Problem.CANCELLED


def test_a_queued_job_that_is_cancelled_never_begins(qtbot: QtBot, lane: BackgroundLane) -> None:
    gate = Event()
    ran: list[str] = []
    first = lane.run(lambda _job: gate.wait(PATIENCE_SECONDS))
    second = lane.run(lambda _job: ran.append("second"))
    second.cancel()
    with qtbot.waitCallback() as opened, qtbot.waitCallback() as told:
        first.tell(lane, succeeded=opened)
        second.tell(lane, refused=told)
        gate.set()
    assert problem_of(told) is Problem.CANCELLED
    assert ran == []


def test_closing_stops_what_runs(lane: BackgroundLane) -> None:
    begun = Event()

    def work(job: Job[None]) -> None:
        begun.set()
        while True:
            job.checkpoint()

    lane.run(work)
    assert begun.wait(PATIENCE_SECONDS)
    lane.close()


def test_the_status_bar_shows_progress_and_cancels(qtbot: QtBot, main_window: MainWindow) -> None:
    def work(job: Job[None]) -> None:
        job.report(0.25, "Zeile 100")
        while True:
            job.checkpoint()

    job = main_window.lane.run(work)
    qtbot.waitUntil(lambda: main_window.status.job_text == "Zeile 100")
    main_window.lane.run(lambda _job: None)  # waits behind it, and takes nothing away
    assert main_window.status.job_text == "Zeile 100"
    with qtbot.waitCallback() as ended:
        job.tell(main_window, ended=ended)
        qtbot.mouseClick(main_window.status.cancel_button, Qt.MouseButton.LeftButton)
    assert main_window.status.job_text == ""
    qtbot.waitUntil(lambda: not main_window.status.cancel_button.isVisible())


def test_a_crash_is_told_and_the_window_goes_on(qtbot: QtBot, main_window: MainWindow) -> None:
    def work(_job: Job[None]) -> None:
        raise ValueError("a bug")

    with qtbot.waitSignal(main_window.lane.crashed):
        main_window.lane.run(work)
    dialog = main_window.findChild(CrashDialog)
    assert dialog is not None
    assert "ValueError" in dialog.details
    assert "a bug" not in dialog.details  # messages may hold what was typed
    qtbot.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == dialog.details
    assert dialog.isVisible()
    qtbot.mouseClick(dialog.continue_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: main_window.findChild(CrashDialog) is None)
    assert main_window.isVisible()


def test_after_its_end_the_lane_tells_nothing_any_more(qtbot: QtBot) -> None:
    lane = BackgroundLane()
    told: list[object] = []
    job = lane.run(lambda _job: 1)
    job.tell(lane, succeeded=told.append)
    job.tell(lane, succeeded=lambda _: lane.run(lambda _job: 2))  # as a page does that goes on with what it got
    lane.close()
    qtbot.wait(20)
    assert told == []
