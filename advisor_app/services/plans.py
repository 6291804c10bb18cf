"""The implementation plan: measures proposed from the catalogue, taken over, and exchanged as files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.domain.assessment import Assessment
from advisor_app.domain.catalog import Catalog
from advisor_app.domain.changes import MeasureSet
from advisor_app.domain.funding_rules import SupportKind
from advisor_app.domain.house_roles import role_titles
from advisor_app.domain.measure_template import MeasureTemplate
from advisor_app.domain.plan import Grant, Measure, MeasureState, find_cycle, in_order
from advisor_app.domain.plan_edits import LETTER, last_number, next_position
from advisor_app.domain.proposals import Proposal, in_urgency, propose_measures
from advisor_app.services.questionnaires import Questionnaires
from advisor_app.services.session import CaseSession
from advisor_app.texts import Texts

if TYPE_CHECKING:
    from advisor_app.domain.case import Case
    from advisor_app.exchange.plan_csv import MeasureRow


@dataclass(frozen=True, slots=True)
class ReadMeasures:
    """The rows of a file, and what the file is called."""

    file: str
    rows: tuple[MeasureRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedMeasures:
    """What a file of measures did: how many rows it has, and which measures it added and changed."""

    rows: int
    added: tuple[str, ...]
    changed: tuple[str, ...]


class Plans:
    """What can be done with the plan of an open case."""

    def __init__(self, catalog: Catalog, questionnaires: Questionnaires, texts: Texts) -> None:
        self._catalog = catalog
        self._questionnaires = questionnaires
        self._texts = texts

    def propose(self, case: Case, assessment: Assessment | None = None) -> tuple[Proposal, ...]:
        """Measures that the gaps of an assessment call for, the most urgent first; those in the plan are left out.

        By default every module's current assessment is looked at.
        """
        looked_at = case.current_assessments() if assessment is None else (assessment,)
        return in_urgency(proposal for item in looked_at for proposal in self._proposals(case, item))

    def take_over(self, session: CaseSession, proposals: Iterable[Proposal]) -> tuple[Measure, ...]:
        """Add proposals to the plan as U1, U2 … in one step; benefit, effort and dates stay empty."""
        case = session.case
        number = last_number(case.measures)
        position = next_position(case.measures.values())
        by_template = {
            measure.template: measure.id
            for measure in in_order(case.measures.values())
            if measure.template and measure.state is not MeasureState.DROPPED
        }
        taken = [proposal.template for proposal in proposals]
        by_template.update((template.id, f"{LETTER}{number + index}") for index, template in enumerate(taken, 1))
        titles = role_titles(self._catalog.roles, session.case.roles)
        measures = tuple(
            self._measure(template, titles, by_template, position + index) for index, template in enumerate(taken)
        )
        session.apply(*(MeasureSet(measure.id, None, measure) for measure in measures))
        return measures

    def read_measures(self, path: Path) -> ReadMeasures:
        """The rows of a CSV file; may happen in any thread.

        Raises AdvisorError with file, line and reason, or for a file that cannot be read.
        """
        from advisor_app.exchange.plan_csv import read_plan
        from advisor_app.exchange.source_file import read_bytes

        return ReadMeasures(path.name, read_plan(read_bytes(path, self._texts), path.name, self._texts))

    def take_in(self, session: CaseSession, read: ReadMeasures) -> ImportedMeasures:
        """Take over what a file says as one step that can be undone; measures that it does not name stay as they are.

        Raises AdvisorError with file, line and reason; nothing is changed then.
        """
        rows = read.rows
        before = session.case.measures
        position = next_position(before.values())
        after = dict(before)
        for row in rows:
            after[row.id] = row.applied(before.get(row.id), position)
            position += row.id not in before
        self._check_order(rows, after, read.file)
        changes = [MeasureSet(row.id, before.get(row.id), after[row.id]) for row in rows]
        session.apply(*changes, why=read.file)
        return ImportedMeasures(
            rows=len(rows),
            added=tuple(change.id for change in changes if change.before is None),
            changed=tuple(change.id for change in changes if change.before not in {None, change.after}),
        )

    def export_measures(self, case: Case, path: Path) -> int:
        """Write all measures as CSV; returns how many. Raises AdvisorError(FILE_NOT_WRITABLE)."""
        from advisor_app.exchange.plan_csv import write_plan
        from advisor_app.whole_file import hand_out

        measures = in_order(case.measures.values())
        hand_out(path, write_plan(measures))
        return len(measures)

    def _proposals(self, case: Case, assessment: Assessment) -> tuple[Proposal, ...]:
        evaluation = self._questionnaires.evaluate(case, assessment)
        levels = {
            question.id: evaluation.answer(question.id).level
            for question in evaluation.questionnaire.questions
            if question.scores and not question.retired and evaluation.is_visible(question.id)
        }
        proposals = propose_measures(
            self._catalog.measures.values(),
            evaluation.result(),
            case.targets.get(assessment.id, {}),
            evaluation.questionnaire.scale,
            levels,
        )
        taken = {measure.template for measure in case.measures.values()}
        return tuple(proposal for proposal in proposals if proposal.template.id not in taken)

    def _measure(
        self, template: MeasureTemplate, roles: Mapping[str, str], by_template: Mapping[str, str], position: int
    ) -> Measure:
        supports = (self._catalog.funding.supports[name] for name in template.support)
        return Measure(
            id=by_template[template.id],
            title=template.title,
            template=template.id,
            dimension=template.dimension,
            description=template.description,
            first_step=template.first_steps[0] if template.first_steps else "",
            responsible=", ".join(dict.fromkeys(roles.get(name, name) for name in template.roles)),
            predecessors=tuple(by_template[name] for name in template.builds_on if name in by_template),
            cost_class=template.cost_class,
            grants=tuple(Grant(programme=item.id) for item in supports if item.kind is SupportKind.FUNDING),
            indicator=template.indicator,
            risk=template.risks,
            position=position,
        )

    def _check_order(self, rows: Iterable[MeasureRow], after: Mapping[str, Measure], file: str) -> None:
        """Refuse rows that wait for measures that do not exist, or for each other."""
        from advisor_app.exchange.source_file import refuse

        lines = {row.id: row.line for row in rows}
        for name, line in lines.items():
            for predecessor in after[name].predecessors:
                if predecessor not in after:
                    refuse(file, line, self._texts("exchange.plan.unknown-predecessor", name=predecessor))
        circle = find_cycle({measure.id: measure.predecessors for measure in after.values()})
        first = next((name for name in circle if name in lines), None)
        if first is not None:
            refuse(file, lines[first], self._texts("exchange.plan.cycle", names=" → ".join(circle)))
