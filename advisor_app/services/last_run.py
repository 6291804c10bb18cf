"""Whether the last window over a data folder ended as it should, told by a file that is there while one is open.

Only who holds the folder asks: nobody else's window can have written the file. It says nothing about people or cases.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.domain.errors import AdvisorError
from advisor_app.whole_file import write_file

if TYPE_CHECKING:
    from advisor_app.domain.changes import Change
    from advisor_app.services.workspace import Workspace
    from advisor_app.texts import Texts

FILE_NAME = "running.json"
_LARGEST = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class BadEnd:
    """A window that did not end as it should: one sentence, and case and page of the last change where there is one."""

    sentence: str
    case_id: str = ""
    page: str = ""
    item: str = ""


class LastRun:
    """The mark of the running window in its data folder."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / FILE_NAME
        self._has_begun = False

    def begin(self, now: datetime) -> datetime | None:
        """Leave the mark; when the last window was started that did not take its own away, None where it did.

        A folder that takes no files gets no mark.
        """
        self._has_begun = True
        started = self._left_behind()
        mark = {"started": now.isoformat(timespec="seconds"), "pid": os.getpid()}
        with suppress(AdvisorError):
            write_file(self._file, json.dumps(mark).encode())
        return started

    def end(self) -> None:
        """Take the own mark away: the window is closed and everything is written."""
        if self._has_begun:
            with suppress(OSError):
                self._file.unlink(missing_ok=True)

    def _left_behind(self) -> datetime | None:
        try:
            with self._file.open("rb") as stream:
                started = datetime.fromisoformat(json.loads(stream.read(_LARGEST))["started"])
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError):
            started = None
        if started is None or started.tzinfo is None:  # cut off while it was written, or altered
            from advisor_app.domain.local_time import LOCAL

            with suppress(OSError):
                return datetime.fromtimestamp(self._file.stat().st_mtime, LOCAL)
            return None
        return started


def bad_end(workspace: Workspace, started: datetime) -> BadEnd:
    """What is said of a window that was started then and did not end as it should; reads the last change."""
    from advisor_app.domain.local_time import LOCAL
    from advisor_app.texts.record_words import RecordWords  # words for all records; the mark needs none of them

    texts = workspace.texts
    newest = workspace.cases.newest_change()
    if newest is None:
        return BadEnd(sentence=texts("faults.bad-end.empty", day=_day(started, texts)))
    # By its place in the log, not by its time: a clock may have been set back. So the later of both is the day.
    ended, at = max(started, newest.at), newest.at.astimezone(LOCAL)
    time = f"{at:%H:%M}" if _day(newest.at, texts) == _day(ended, texts) else f"{_day(newest.at, texts)}, {at:%H:%M}"
    case = workspace.cases.load(newest.case_id)
    title = workspace.register.titles(case.head.communes)
    what = RecordWords(texts, workspace.catalog, case).title(newest.kind, newest.change)
    page, item = _place_of(newest.change)
    return BadEnd(
        sentence=texts("faults.bad-end.changed", day=_day(ended, texts), time=time, case=title, what=what),
        case_id=newest.case_id,
        page=page,
        item=item,
    )


def step_left_running(workspace: Workspace) -> tuple[str, str] | None:
    """Case and step of the workshop day that ran when a window ended badly; None where none did, or none ran."""
    if not (workspace.folder / FILE_NAME).exists():
        return None
    newest = workspace.cases.newest_change()
    if newest is None:
        return None
    from advisor_app.domain.agenda import current_step
    from advisor_app.domain.agenda_forecast import is_its_day

    now = workspace.clock.now()
    for day in workspace.cases.load(newest.case_id).agenda.values():
        step = current_step(day)
        if step is not None and is_its_day(day, now):
            return newest.case_id, step.id
    return None


def _place_of(change: Change) -> tuple[str, str]:
    """Page and item on which a change was made."""
    from advisor_app.domain.agenda import current_step
    from advisor_app.domain.changes import AgendaDaySet

    if isinstance(change, AgendaDaySet) and change.after is not None:
        step = current_step(change.after)
        return "agenda", change.after.id if step is None else step.id
    question = getattr(change, "question", "")
    return ("assessment", question) if question else ("overview", "")


def _day(at: datetime, texts: Texts) -> str:
    from advisor_app.domain.local_time import LOCAL
    from advisor_app.texts.numbers import format_date

    return format_date(at.astimezone(LOCAL).date(), texts.language)
