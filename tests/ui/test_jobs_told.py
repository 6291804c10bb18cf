"""Background work is begun and told of in one way: ``lane.run`` and ``Job.tell``, which calls nobody who is gone.

So it is with what is done a moment later: ``QTimer.singleShot`` names who waits for it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Signal

import advisor_app
from advisor_app.ui.shell.background import Job

PACKAGE = Path(advisor_app.__file__).parent
HOME = PACKAGE / "ui" / "shell" / "background.py"
THREADED = {HOME, PACKAGE / "ui" / "shell" / "backup_watch.py"}
"""Modules of the window that may start threads; the watch over backups runs a job beside the lane, and tells by it."""
OUTCOMES = {name for name, value in vars(Job).items() if isinstance(value, Signal)}
_THREADS = re.compile(
    r"^\s*(from|import) .*\b(Q?Thread|QThreadPool|QRunnable|QtConcurrent|ThreadPoolExecutor)\b", re.MULTILINE
)
_WITH_RECEIVER = 3  # when, for whom, what
_WORTH_A_LOOK = re.compile("|".join([*map(re.escape, OUTCOMES), "SIGNAL", "sender"]))


def modules() -> Iterator[Path]:
    """What the window is made of."""
    yield from (PACKAGE / "ui").rglob("*.py")
    yield PACKAGE / "app.py"


def other_ways(source: str) -> list[str]:
    """Where a module asks jobs past ``tell``: by their signals, by signals' names, or by who has sent one."""
    if not _WORTH_A_LOOK.search(source):
        return []
    nodes = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.expr)]
    runs_jobs = any(isinstance(node, ast.Attribute) and node.attr == "tell" for node in nodes)
    found = []
    for node in nodes:
        is_signal = isinstance(node, ast.Attribute) and node.attr in OUTCOMES and ast.unparse(node.value) != "self"
        is_name = isinstance(node, ast.Call) and ast.unparse(node.func) == "SIGNAL"
        is_sender = isinstance(node, ast.Call) and ast.unparse(node.func) == "self.sender" and runs_jobs
        if is_signal or is_name or is_sender:
            found.append(f"{node.lineno}: {ast.unparse(node)}")
    return found


def calls_of_nobody(source: str) -> list[str]:
    """Where a module has a call come later without naming the object that must still be there for it."""
    if "singleShot" not in source:
        return []
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    later = [call for call in calls if ast.unparse(call.func).endswith(".singleShot")]
    return [f"{call.lineno}: {ast.unparse(call)}" for call in later if len(call.args) != _WITH_RECEIVER]


def test_the_outcomes_of_a_job_are_its_own() -> None:
    assert len(OUTCOMES) > 4
    assert all(name.startswith("_") for name in OUTCOMES)  # so that ruff and mypy refuse them elsewhere, too


def test_no_module_asks_a_job_in_another_way() -> None:
    found = {str(path.relative_to(PACKAGE)): other_ways(path.read_text("utf-8")) for path in modules() if path != HOME}
    assert {path: lines for path, lines in found.items() if lines} == {}


def test_no_module_starts_threads_of_its_own() -> None:
    found = [path for path in modules() if _THREADS.search(path.read_text("utf-8"))]
    assert set(found) == THREADED


@pytest.mark.parametrize(
    "line",
    [
        "job._succeeded.connect(self._on_saved)",
        "self._job._ended.connect(lambda: self.button.setEnabled(True))",
        'QObject.connect(job, SIGNAL("_succeeded(PyObject)"), self._on_saved)',
        "is_newest = self.sender() is self._job",
    ],
)
def test_another_way_is_found(line: str) -> None:
    assert other_ways(f"job = lane.run(work)\njob.tell(self, refused=self._refuse)\n{line}\n")


def test_the_one_way_is_none_of_them() -> None:
    assert other_ways("job = lane.run(work)\njob.tell(self, refused=self.refused.emit)\n") == []


def test_what_comes_later_comes_for_somebody() -> None:
    found = {str(path.relative_to(PACKAGE)): calls_of_nobody(path.read_text("utf-8")) for path in modules()}
    assert {path: lines for path, lines in found.items() if lines} == {}
    assert calls_of_nobody("QTimer.singleShot(50, self.look)") == ["1: QTimer.singleShot(50, self.look)"]
