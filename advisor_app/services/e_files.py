"""The electronic file of a case: areas, filing plan, variants of scanning and the rollout, as changes and as words.

Nothing is written here: changes go to ``CaseBridge.edit`` or ``CaseSession.apply``, each call's as one step.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from advisor_app.domain.assessment import Answer
from advisor_app.domain.catalog import Catalog
from advisor_app.domain.changes import (
    AreaStandingSet,
    Change,
    CriterionWeightSet,
    FilePlanEntrySet,
    MeasureSet,
    RolloutStepSet,
    SampleFilingSet,
    VariantRatingSet,
)
from advisor_app.domain.column_mapping import MappedRow
from advisor_app.domain.e_file import AreaStanding, JudgedArea, RolloutStep, judged
from advisor_app.domain.e_file_guide import EFileGuide, SampleDocument
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.file_plan import FilePlanEntry, SampleFiling, branch, in_order, number_under
from advisor_app.domain.file_plan_table import FILE_PLAN, outcomes
from advisor_app.domain.process import ProcessSheet
from advisor_app.domain.process import in_order as sheets_in_order
from advisor_app.domain.product_name import ProductFinder
from advisor_app.domain.questionnaire import Question
from advisor_app.domain.rollout import RolloutWords, edited, planned, removed, resolved, rollout
from advisor_app.domain.scan_comparison import CriterionWeight, ScanComparison, VariantRating, compare_variants
from advisor_app.domain.table_preview import TablePreview
from advisor_app.services.assessments import Assessments
from advisor_app.services.ids import new_id
from advisor_app.services.names import named
from advisor_app.services.questionnaires import Questionnaires
from advisor_app.services.table_imports import TableImports
from advisor_app.texts import Texts

if TYPE_CHECKING:
    from advisor_app.domain.case import Case
    from advisor_app.services.processes import Processes
    from advisor_app.services.session import CaseSession

_DIMENSION = "3.7"
_COLUMNS = tuple(field.name for field in FILE_PLAN.fields)


@dataclass(frozen=True, slots=True)
class LinkedQuestion:
    """A question that bears on an area, with the answer where there is one that may be shown in a room."""

    question: Question
    assessment: str
    answer: Answer | None


class EFiles:
    """What can be done with the electronic file of a case."""

    def __init__(
        self,
        catalog: Catalog,
        assessments: Assessments,
        questionnaires: Questionnaires,
        imports: TableImports,
        texts: Texts,
    ) -> None:
        self._catalog = catalog
        self._assessments = assessments
        self._questionnaires = questionnaires
        self._imports = imports
        self._texts = texts

    @property
    def guide(self) -> EFileGuide:
        """What the packs say about electronic files; raises AdvisorError(NO_E_FILE_GUIDE) where none does."""
        found = next(iter(self._catalog.e_file_guides.values()), None)
        if found is None:
            raise AdvisorError(Problem.NO_E_FILE_GUIDE)
        return found

    # Functional areas

    def areas(self, case: Case) -> tuple[JudgedArea, ...]:
        """Every area with what was said about it."""
        return judged(self.guide, case.e_file_areas)

    def find_area(self, name: str) -> str:
        """The id of an area by its printed number, its id or the unique beginning of one.

        Raises AdvisorError(UNKNOWN_E_FILE_PART).
        """
        by_number = {str(number): area.id for number, area in self.guide.numbered()}
        return by_number.get(name.strip()) or self._named(name, (area.id for area in self.guide.areas))

    def judge(self, case: Case, area: str, **values: Any) -> AreaStandingSet:
        """Say something about an area; what is not named stays."""
        before = case.e_file_areas.get(area)
        after = replace(before or AreaStanding(id=area), **values)
        return AreaStandingSet(area, before, None if after.is_empty else after)

    def products_named(self, text: str) -> tuple[str, ...]:
        """Products and vendors that a requirement names although it must be met by any solution."""
        return ProductFinder(self._catalog.product_names).named_in(text)

    def questions(self, case: Case, area: JudgedArea) -> tuple[LinkedQuestion, ...]:
        """The questions that bear on an area; answers to confidential ones are kept back."""
        assessment = self._assessments.of_module(case, self.guide.module)
        if assessment is None:
            return ()
        evaluation = self._questionnaires.evaluate(case, assessment)
        known = {question.id: question for question in evaluation.questionnaire.questions if not question.retired}
        return tuple(
            LinkedQuestion(
                known[name],
                assessment.id,
                None if known[name].confidential else evaluation.answer(name),
            )
            for name in area.area.questions
            if name in known and evaluation.is_visible(name)
        )

    # The way of a document

    def ways(self, case: Case) -> tuple[ProcessSheet, ...]:
        """The process sheets that show how a document goes through the house."""
        return tuple(sheet for sheet in sheets_in_order(case.processes.values()) if sheet.is_document_way)

    def begin_way(self, session: CaseSession, processes: Processes) -> ProcessSheet:
        """Begin a process sheet that shows the way of a document."""
        return processes.create(session, self._texts("e-file.way"), is_document_way=True)

    # Filing plan and exercise

    def entry_under(self, case: Case, above: str | None) -> FilePlanEntry:
        """A new entry under another one (None: outermost), with the next free number; not yet part of the case."""
        parent = case.file_plan.get(above or "")
        return FilePlanEntry(
            id=new_id(),
            number=number_under(case.file_plan.values(), above),
            office="" if parent is None else parent.office,
        )

    def example_plan(self, case: Case) -> tuple[FilePlanEntrySet, ...]:
        """The extract of the pack, without the numbers that the case has already."""
        known = {entry.number.strip() for entry in case.file_plan.values()}
        entries = (
            FilePlanEntry(id=new_id(), number=item.number, title=item.title, office=item.office)
            for item in self.guide.entries
            if item.number not in known
        )
        return tuple(FilePlanEntrySet(entry.id, None, entry) for entry in entries)

    def without_branch(self, case: Case, name: str) -> tuple[FilePlanEntrySet, ...]:
        """An entry taken out with everything under it."""
        return tuple(FilePlanEntrySet(entry.id, entry, None) for entry in branch(case.file_plan.values(), name))

    def file(self, case: Case, sample: str, **values: Any) -> SampleFilingSet:
        """Say where a document of the exercise goes; what is not named stays."""
        before = case.sample_filings.get(sample)
        after = replace(before or SampleFiling(id=sample), **values)
        return SampleFilingSet(sample, before, None if after.is_empty else after)

    def solution(self, sample: SampleDocument) -> str:
        """Where the pack files a document: number and title, or that it belongs to no file."""
        found = next((entry for entry in self.guide.entries if entry.number == sample.entry), None)
        return self._texts("e-file.no-file") if found is None else f"{found.number} {found.title}"

    def compare_plan(
        self, case: Case, rows: Sequence[MappedRow], report: Callable[[float], None] = lambda _share: None
    ) -> TablePreview[FilePlanEntrySet]:
        """What a foreign table would do to the filing plan."""
        found = outcomes(rows, case.file_plan, new_id)
        report(1.0)
        return TablePreview(
            rows=tuple(
                self._imports.preview_row(
                    FILE_PLAN, row, fate, self._texts(f"imports.file-plan.remark.{remark}") if remark else ""
                )
                for row, fate, remark, _ in found
            ),
            taken=tuple(change for *_, change in found if change is not None),
        )

    def read_plan(self, case: Case, path: Path, options: Iterable[str] = ()) -> TablePreview[FilePlanEntrySet]:
        """What a file would do to the filing plan, for commands; raises AdvisorError as ``TableImports.rows_of``."""
        return self.compare_plan(case, self._imports.rows_of(path, FILE_PLAN, options))

    def export_plan(self, case: Case, path: Path) -> int:
        """Write the filing plan as CSV; returns how many entries. Raises AdvisorError(FILE_NOT_WRITABLE)."""
        from advisor_app.exchange.csv_table import write_rows
        from advisor_app.whole_file import hand_out

        entries = in_order(case.file_plan.values())
        rows = ({name: getattr(entry, name) for name in _COLUMNS} for entry in entries)
        titles = {name: self._imports.title(FILE_PLAN, name) for name in _COLUMNS}
        named_rows = ({titles[name]: value for name, value in row.items()} for row in rows)
        hand_out(path, write_rows(tuple(titles.values()), named_rows))
        return len(entries)

    # Variants of intake and scanning

    def comparison(self, case: Case) -> ScanComparison:
        """The variants as they stand against each other."""
        return compare_variants(self.guide, case.scan_weights, case.scan_ratings)

    def weigh(self, case: Case, criterion: str, weight: int | None) -> CriterionWeightSet:
        """Give a criterion a weight; None takes that of the pack."""
        after = None if weight is None else CriterionWeight(id=criterion, weight=weight)
        return CriterionWeightSet(criterion, case.scan_weights.get(criterion), after)

    def rate(self, case: Case, variant: str, **values: Any) -> VariantRatingSet:
        """Say something about a variant; what is not named stays."""
        before = case.scan_ratings.get(variant)
        after = replace(before or VariantRating(id=variant), **values)
        return VariantRatingSet(variant, before, None if after.is_empty else after)

    def give_points(self, case: Case, variant: str, criterion: str, points: int | None) -> VariantRatingSet:
        """Give a variant points in a criterion; None takes them away."""
        rating = case.scan_ratings.get(variant, VariantRating(id=variant))
        return self.rate(case, variant, points=rating.with_points(criterion, points))

    def choose(self, case: Case, variant: str | None) -> tuple[VariantRatingSet, ...]:
        """Decide on a variant, and on no other; None on none."""
        others = (item.id for item in case.scan_ratings.values() if item.is_chosen and item.id != variant)
        changes = [self.rate(case, name, is_chosen=False) for name in others]
        if variant is not None and not case.scan_ratings.get(variant, VariantRating(id=variant)).is_chosen:
            changes.append(self.rate(case, variant, is_chosen=True, is_left_out=False))
        return tuple(changes)

    def find_criterion(self, name: str) -> str:
        """A criterion by its id or the unique beginning of one; raises AdvisorError(UNKNOWN_E_FILE_PART)."""
        return self._named(name, (item.id for item in self.guide.criteria))

    def find_variant(self, name: str) -> str:
        """A variant by its id or the unique beginning of one; raises AdvisorError(UNKNOWN_E_FILE_PART)."""
        return self._named(name, (item.id for item in self.guide.variants))

    # Rollout

    def rollout(self, case: Case) -> tuple[RolloutStep, ...]:
        """All offices as their measures say, by their beginnings."""
        return rollout(case.rollout.values(), case.measures)

    def begin_office(self, name: str, **values: Any) -> RolloutStepSet:
        """An office added to the rollout."""
        step = replace(RolloutStep(id=new_id(), office=name), **values)
        return RolloutStepSet(step.id, None, step)

    def edit_office(self, case: Case, step: str, **values: Any) -> tuple[Change, ...]:
        """An office of the rollout edited, its measure with it."""
        stored = case.rollout[step]
        after = replace(resolved(stored, case.measures), **values)
        return edited(stored, after, case.measures, self._rollout_words())

    def remove_office(self, case: Case, step: str) -> tuple[Change, ...]:
        """An office taken out of the rollout, its measure out of the plan."""
        return removed(case.rollout[step], case.measures)

    def into_plan(self, case: Case) -> tuple[MeasureSet, ...]:
        """Measures for the offices that have none yet; those without a name have to wait."""
        named_steps = [step for step in self.rollout(case) if step.office.strip()]
        return planned(named_steps, case.measures, self._rollout_words())

    def _rollout_words(self) -> RolloutWords:
        texts = self._texts
        return RolloutWords(
            title=texts("e-file.measure", office="{office}"),
            goal=texts("e-file.measure-goal"),
            indicator=texts("e-file.measure-indicator"),
            dimension=_DIMENSION,
        )

    def _named(self, name: str, ids: Iterable[str]) -> str:
        return named(name, ids, Problem.UNKNOWN_E_FILE_PART)
