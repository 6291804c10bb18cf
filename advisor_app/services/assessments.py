"""Assessments of a case: made, filled from files, scored."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.domain.agenda import AgendaDay, Section, current_step
from advisor_app.domain.assessment import AnswerState, Assessment, AssessmentKind
from advisor_app.domain.catalog import Catalog
from advisor_app.domain.changes import AnswerSet, AssessmentSet
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.evaluation import Result
from advisor_app.domain.foundations import DimensionKind
from advisor_app.services.names import named
from advisor_app.services.questionnaires import Questionnaires
from advisor_app.services.session import CaseSession
from advisor_app.texts import Texts
from advisor_app.texts.assessments import assessment_title, module_name, short_assessment_title

if TYPE_CHECKING:
    from advisor_app.domain.case import Case
    from advisor_app.services.cases import Cases


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedAnswers:
    """What a file of answers did: its rows, the questions that it changed, and those that count for nothing yet."""

    rows: int
    changed: tuple[str, ...]
    unscored: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Earlier:
    """The assessment before another one with the same questionnaire, and the questions that mean the same in both."""

    assessment: str
    comparable: frozenset[str]


class Assessments:
    """What can be done with the assessments of an open case."""

    def __init__(self, catalog: Catalog, questionnaires: Questionnaires, cases: Cases, texts: Texts) -> None:
        self._catalog = catalog
        self._questionnaires = questionnaires
        self._cases = cases
        self._texts = texts

    def find(self, case: Case, name: str = "") -> Assessment:
        """The assessment that an id or its unique beginning or end names, by default the case's default one.

        Raises AdvisorError (UNKNOWN_ASSESSMENT, NO_ASSESSMENT).
        """
        if name:
            return case.assessments[named(name, case.assessments, Problem.UNKNOWN_ASSESSMENT)]
        default = case.default_assessment()
        if default is None:
            raise AdvisorError(Problem.NO_ASSESSMENT)
        return default

    def of_module(self, case: Case, module: str, kind: AssessmentKind | None = None) -> Assessment | None:
        """The assessment that tells where the commune stands in a module; None where it has none.

        With a ``kind`` the latest one of that kind, where there is any.
        """
        made = [item for item in case.in_order() if self._questionnaires.of(item).module == module]
        of_kind = [item for item in made if item.kind is kind]
        if of_kind:
            return of_kind[-1]
        return next((item for item in case.current_assessments() if item in made), None)

    def at_hand(self, case: Case, today: date) -> Assessment | None:
        """The assessment to work with now: on a workshop day the one of its module, else the default one."""
        days = (day for day in case.agenda.values() if day.on == today or current_step(day) is not None)
        found = (self.of_module(case, day.module) for day in days)
        return next((item for item in found if item is not None), case.default_assessment())

    def held_on(self, case: Case, day: AgendaDay, on: date) -> tuple[AssessmentSet, ...]:
        """The change by which the latest assessment of a workshop day was held on a date, where none is known.

        Nothing for a day on which no question is asked.
        """
        latest = [
            item
            for item in case.in_order()
            if item.kind is not AssessmentKind.PRE_SURVEY
            and self._questionnaires.of(item).module == day.module
            and case.superseding(item.id) is None
        ][-1:]
        if not any(step.section is Section.ASSESSMENT for step in day.steps):
            return ()
        return tuple(AssessmentSet(it.id, it, replace(it, held_on=on)) for it in latest if it.held_on is None)

    def before(self, case: Case, assessment: Assessment) -> Earlier | None:
        """The one that was made before an assessment, whatever version it has; None for the first."""
        found = [
            item
            for item in case.in_order()
            if (item.questionnaire, item.commune) == (assessment.questionnaire, assessment.commune)
            and item.number < assessment.number
            and case.superseding(item.id) is None
        ]
        if not found:
            return None
        from advisor_app.domain.questionnaire_comparison import compare_questionnaires

        old, new = (self._questionnaires.kept(item.digest) for item in (found[-1], assessment))
        compared = compare_questionnaires(old, new, case.commune.kind)
        return Earlier(found[-1].id, frozenset(pair.new.id for pair in compared.unchanged))

    def title(self, case: Case, assessment: Assessment) -> str:
        """``Modul 4 · Workshop``."""
        module = self._questionnaires.of(assessment).module
        return assessment_title(case, assessment, module, self._catalog, self._texts)

    def short_title(self, case: Case, assessment: Assessment) -> str:
        """``M4 · Workshop``."""
        return short_assessment_title(case, assessment, self._questionnaires.of(assessment).module, self._texts)

    def offer_title(self, assessment: Assessment, kind: AssessmentKind, commune: str = "") -> str:
        """What another assessment with the questionnaire of this one is called, of a kind: ``Modul 4 · Workshop``.

        With the title of a ``commune`` that is to be assessed by itself.
        """
        module = module_name(self._questionnaires.of(assessment).module, self._catalog, self._texts)
        kind_of = self._texts(f"documents.assessment.{kind.value}")
        return " · ".join(filter(None, (module, kind_of, commune)))

    def create(
        self, session: CaseSession, kind: AssessmentKind, questionnaire: str = "", commune: str = ""
    ) -> Assessment:
        """A further assessment, by default with the questionnaire of the latest one; its impact areas are kept.

        ``commune`` (an id) is the one of a joint case that is assessed by itself. Raises AdvisorError
        (UNKNOWN_QUESTIONNAIRE, NO_ASSESSMENT, UNKNOWN_COMMUNE).
        """
        if commune and commune not in {item.id for item in session.case.head.communes}:
            raise AdvisorError(Problem.UNKNOWN_COMMUNE, name=commune)
        wanted = questionnaire or self.find(session.case).questionnaire
        earlier = [item for item in session.case.in_order() if (item.questionnaire, item.commune) == (wanted, commune)]
        made = self._cases.new_assessment(session.case, wanted, kind)
        made = replace(made, areas=earlier[-1].areas if earlier else (), commune=commune)
        session.apply(AssessmentSet(made.id, None, made))
        return made

    def choose_areas(self, session: CaseSession, assessment: Assessment, areas: Iterable[str]) -> Assessment:
        """Choose the impact areas, in the questionnaire's order; raises AdvisorError(UNKNOWN_AREA)."""
        wanted = set(areas)
        known = self._areas(assessment)
        for name in sorted(wanted):
            if name not in known:
                raise AdvisorError(Problem.UNKNOWN_AREA, name=name)
        chosen = replace(assessment, areas=tuple(name for name in known if name in wanted))
        session.apply(AssessmentSet(assessment.id, assessment, chosen))
        return chosen

    def result(self, case: Case, assessment: Assessment) -> Result:
        """Scores and phase as they stand."""
        return self._questionnaires.evaluate(case, assessment).result()

    def unscored(self, case: Case, assessment: Assessment) -> tuple[str, ...]:
        """Questions with an answer whose impact area is not chosen: kept, but not scored."""
        others = set(self._areas(assessment)) - set(assessment.areas)
        return tuple(
            question.id
            for question in self._questionnaires.of(assessment).questions
            if question.dimension in others
            and case.answer(assessment.id, question.id).state is not AnswerState.UNANSWERED
        )

    def import_answers(self, session: CaseSession, assessment: Assessment, path: Path) -> ImportedAnswers:
        """Take over a CSV file as one step that can be undone.

        Raises AdvisorError with file, line and reason, or for a file that cannot be read; nothing is changed then.
        """
        from advisor_app.exchange.answers_csv import MAXIMUM_BYTES, read_answers
        from advisor_app.exchange.source_file import read_bytes

        questionnaire = self._questionnaires.of(assessment)
        data = read_bytes(path, self._texts, MAXIMUM_BYTES)
        rows = read_answers(data, path.name, questionnaire, self._catalog.roles, self._texts)
        before = session.case.answers.get(assessment.id, {})
        changes = []
        for row in rows:
            old = before.get(row.question)
            change = AnswerSet(assessment.id, row.question, old, row.applied(old))
            if change.before != change.after:
                changes.append(change)
        session.apply(*changes, why=path.name)
        return ImportedAnswers(
            rows=len(rows),
            changed=tuple(change.question for change in changes),
            unscored=self.unscored(session.case, assessment),
        )

    def export_answers(self, case: Case, assessment: Assessment, path: Path) -> int:
        """Write all answers with levels and states as CSV; returns how many. Raises AdvisorError(FILE_NOT_WRITABLE)."""
        from advisor_app.exchange.answers_csv import write_answers
        from advisor_app.whole_file import hand_out

        answers = case.answers.get(assessment.id, {})
        asked = self._questionnaires.of(assessment).questions
        questions = [item for item in asked if item.scores and not item.retired]
        rows = [(item.id, answers[item.id]) for item in questions if item.id in answers]
        hand_out(path, write_answers(rows))
        return len(rows)

    def _areas(self, assessment: Assessment) -> tuple[str, ...]:
        dimensions = self._questionnaires.of(assessment).dimensions
        return tuple(item.id for item in dimensions if item.kind is DimensionKind.IMPACT_AREA)
