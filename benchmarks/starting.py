"""Starting the window over a data folder and stopping where it is painted or ready."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer

from advisor_app.app import collect_garbage, make_application, make_window
from advisor_app.override import override
from advisor_app.services.preferences import Preferences
from advisor_app.ui.shell.background import Job
from benchmarks.measuring import memory

_LATE = ("sqlmodel", "sqlalchemy", "reportlab", "pikepdf")


class _FirstPaint(QObject):
    """Tells when the window was painted for the first time."""

    def __init__(self, then: Callable[[], None]) -> None:
        super().__init__()
        self._then: Callable[[], None] | None = then

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and self._then is not None:
            QTimer.singleShot(0, self._then)
            self._then = None
        return super().eventFilter(watched, event)


def start(folder: Path, until: str = "painted") -> None:
    """Print one JSON object: seconds of CPU time, MiB of memory, and how many of the late packages are loaded.

    ``until`` the window is ``painted``, ``ready`` at the question where it was closed today, or ready by way of the
    ``list`` of cases; it is ready when the question is painted and the next key is heard.
    """
    application = make_application("de")
    window = make_window(application, folder, Preferences(adviser="Benchmark"))
    window.ready.connect(collect_garbage)
    window.resize(1366, 768)

    def report() -> None:
        loaded = sum(name in sys.modules for name in _LATE)
        print(json.dumps({"cpu": time.process_time(), "memory": memory(), "late": loaded}), flush=True)
        window.close()
        application.quit()

    def await_question() -> None:
        if window.stack.shown != "assessment" or window.page is None:
            raise SystemExit("the window did not go on at a question")
        window.page.installEventFilter(question_seen)

    def open_assessment() -> None:
        window.open_case(window.workspace.portfolio.rows[0].case_id, "assessment")
        await_question()

    def await_cases(job: Job[object]) -> None:
        if not jobs:
            # the first job reads the cases, of which an adviser chooses one
            job.tell(window, succeeded=lambda _: open_assessment())
        jobs.append(job)

    jobs: list[Job[object]] = []
    watcher, question_seen = _FirstPaint(report), _FirstPaint(report)
    match until:
        case "painted":
            window.installEventFilter(watcher)
        case "list":
            (folder / "last-place.json").unlink(missing_ok=True)
            window.lane.started.connect(await_cases)
        case _:
            window.ready.connect(await_question)
    window.show()
    application.exec()
