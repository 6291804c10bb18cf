"""Process sheets of a case: begun, found by their numbers, and handed out as BPMN and SVG."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.domain.changes import Change, MeasureSet, ProcessSet
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.plan_edits import addition
from advisor_app.domain.process import (
    Assumptions,
    Flow,
    ProcessSheet,
    ProcessStep,
    in_order,
    next_number,
    sums_of,
)
from advisor_app.domain.process_benefit import benefit_of
from advisor_app.domain.process_line import read_step
from advisor_app.services.ids import new_id
from advisor_app.services.names import named
from advisor_app.services.preferences import PreferencesFile
from advisor_app.services.session import CaseSession
from advisor_app.texts import Texts
from advisor_app.texts.processes import benefit_sentence, sums_sentence

if TYPE_CHECKING:
    from advisor_app.domain.case import Case
    from advisor_app.domain.plan import Measure

_DIMENSION = "2.3"
"""What measures from a process are about: going through without a break of media."""

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

    def create(
        self, session: CaseSession, title: str = "", lines: Iterable[str] = (), *, is_document_way: bool = False
    ) -> ProcessSheet:
        """Begin a sheet under the next number; each line that is not empty is a step of today's flow."""
        sheet = ProcessSheet(
            id=new_id(),
            number=next_number(session.case.processes.values()),
            title=title,
            is_document_way=is_document_way,
            as_is=self.steps_of(lines),
            assumptions=Assumptions(hourly_rate=self._settings.current.hourly_rate),
        )
        session.apply(ProcessSet(sheet.id, None, sheet))
        return sheet

    def assume(
        self,
        session: CaseSession,
        before: ProcessSheet,
        assumptions: Assumptions,
        *,
        cases: int | None = None,
        to_be: Iterable[str] | None = None,
    ) -> ProcessSheet:
        """Set the assumptions of a sheet, and as far as given the cases of a year and the lines of its flow to be."""
        sheet = replace(before, assumptions=assumptions)
        if cases is not None:
            sheet = replace(sheet, cases_per_year=cases)
        if to_be is not None:
            sheet = sheet.with_steps(Flow.TO_BE, self.steps_of(to_be))
        if sheet != before:
            session.apply(ProcessSet(sheet.id, before, sheet))
        return sheet

    def is_in_plan(self, case: Case, sheet: ProcessSheet) -> bool:
        """Whether a process has become a measure that is still there."""
        return bool(sheet.measure) and sheet.measure in case.measures

    def to_measure(self, case: Case, sheet: ProcessSheet) -> tuple[Change, ...]:
        """The changes by which putting a process into its flow to be becomes a measure of the plan.

        Raises AdvisorError(PROCESS_IN_PLAN) where it has become one already.
        """
        if self.is_in_plan(case, sheet):
            raise AdvisorError(Problem.PROCESS_IN_PLAN, measure=sheet.measure)
        blank = addition(case.measures).after
        if blank is None:
            return ()
        measure = self._measure(sheet, blank)
        return (
            MeasureSet(measure.id, None, measure),
            ProcessSet(sheet.id, sheet, replace(sheet, measure=measure.id)),
        )

    def _measure(self, sheet: ProcessSheet, blank: Measure) -> Measure:
        texts, before, after = self._texts, sums_of(sheet.as_is), sums_of(sheet.to_be)
        title = sheet.title.strip() or texts("documents.processes.untitled")
        flows = [(flow, sums) for flow, sums in ((Flow.AS_IS, before), (Flow.TO_BE, after)) if sums.steps]
        facts = [texts(f"process.measure.{flow.value}", sums=sums_sentence(sums, texts)) for flow, sums in flows]
        benefit = benefit_of(sheet)
        if benefit is not None:
            facts.append(benefit_sentence(benefit, texts))
        return replace(
            blank,
            title=texts("process.measure.title", title=title),
            description=" ".join((texts("process.measure.origin", code=sheet.code), *facts)),
            dimension=_DIMENSION,
            responsible=sheet.office,
            cost_once=sheet.assumptions.once_cost or None,
            cost_yearly=sheet.assumptions.yearly_cost or None,
            indicator=texts("process.measure.indicator"),
            indicator_target=str(after.media_breaks) if after.steps else "",
        )

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
