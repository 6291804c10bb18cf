"""Process sheets of a case: begun, found by their numbers, and handed out as BPMN and SVG."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.domain.changes import ProcessSet
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.process import Assumptions, Flow, ProcessSheet, ProcessStep, in_order, next_number
from advisor_app.domain.process_line import read_step
from advisor_app.services.ids import new_id
from advisor_app.services.names import named
from advisor_app.services.preferences import PreferencesFile
from advisor_app.services.session import CaseSession
from advisor_app.texts import Texts

if TYPE_CHECKING:
    from advisor_app.domain.case import Case

_PICTURE_WIDTH = 1000
"""Points: a flow of eight steps in one row."""


class Processes:
    """What can be done with the process sheets of an open case; new ones take the hourly rate of the preferences."""

    def __init__(self, texts: Texts, settings: PreferencesFile) -> None:
        self._texts = texts
        self._settings = settings

    def find(self, case: Case, name: str = "") -> ProcessSheet:
        """The sheet with a number (P-01), an id or its unique beginning or end; without a name the first one.

        Raises AdvisorError (UNKNOWN_PROCESS, NO_PROCESS).
        """
        ordered = in_order(case.processes.values())
        if not ordered:
            raise AdvisorError(Problem.NO_PROCESS)
        if not name:
            return ordered[0]
        coded = next((sheet for sheet in ordered if sheet.code.casefold() == name.casefold()), None)
        return coded or case.processes[named(name, case.processes, Problem.UNKNOWN_PROCESS)]

    def create(self, session: CaseSession, title: str = "", lines: Iterable[str] = ()) -> ProcessSheet:
        """Begin a sheet under the next number; each line that is not empty is a step of today's flow."""
        sheet = ProcessSheet(
            id=new_id(),
            number=next_number(session.case.processes.values()),
            title=title,
            as_is=self.steps_of(lines),
            assumptions=Assumptions(hourly_rate=self._settings.current.hourly_rate),
        )
        session.apply(ProcessSet(sheet.id, None, sheet))
        return sheet

    def steps_of(self, lines: Iterable[str]) -> tuple[ProcessStep, ...]:
        """The steps that lines tell of."""
        return tuple(read_step(line, new_id()) for line in lines if line.strip())

    def read_lines(self, path: Path) -> list[str]:
        """The lines of a text file; raises AdvisorError for one that cannot be read."""
        from advisor_app.exchange.source_file import decode, read_bytes

        data = read_bytes(path, self._texts)
        return decode(data, path.name, self._texts, windows=True).splitlines()

    def export_bpmn(self, sheet: ProcessSheet, flow: Flow, path: Path) -> None:
        """Write a flow as BPMN 2.0; raises AdvisorError(FILE_NOT_WRITABLE)."""
        from advisor_app.exchange.process_bpmn import write_bpmn
        from advisor_app.whole_file import hand_out

        hand_out(path, write_bpmn(sheet, flow, self._texts))

    def export_svg(self, sheet: ProcessSheet, flow: Flow, path: Path) -> None:
        """Write a flow's swim lanes as a picture, as paper shows them; raises AdvisorError(FILE_NOT_WRITABLE)."""
        from advisor_app.charts.palette import load_theme
        from advisor_app.charts.swim_lanes.process import process_lanes
        from advisor_app.documents.editable.scene_svg import scene_svg
        from advisor_app.whole_file import hand_out

        theme = load_theme("paper")
        scene = process_lanes(sheet, flow, self._texts).scene(_PICTURE_WIDTH, theme.chart, self._texts)
        hand_out(path, scene_svg(scene, theme))
