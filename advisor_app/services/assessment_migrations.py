"""Assessments brought to the version of their questionnaire that the packs hold today; the first one stays as it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.domain.assessment import Answer, Assessment
from advisor_app.domain.assessment_migration import AssessmentMigration, Decision
from advisor_app.domain.case import Case
from advisor_app.domain.catalog import Catalog
from advisor_app.domain.changes import AnswerSet, AssessmentMigrationSet, Change
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.foundations import DimensionKind
from advisor_app.domain.questionnaire import Questionnaire
from advisor_app.domain.questionnaire_comparison import QuestionPair, compare_questionnaires, worded
from advisor_app.domain.reduction import reduce
from advisor_app.domain.succession import Succession
from advisor_app.questions import kind_of
from advisor_app.services.answer_check import refuse_superseded
from advisor_app.services.clock import Clock, today
from advisor_app.services.ids import new_id
from advisor_app.services.questionnaires import Questionnaires
from advisor_app.texts import Texts

if TYPE_CHECKING:
    from advisor_app.services.session import CaseSession


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What a migration would do: the questionnaire as it was asked, the one it leads to, and what goes along."""

    before: Questionnaire
    after: Questionnaire
    succession: Succession


class AssessmentMigrations:
    """Begins, goes on with, drops and finishes the way of an assessment to another version."""

    def __init__(self, catalog: Catalog, questionnaires: Questionnaires, clock: Clock, texts: Texts) -> None:
        self._catalog = catalog
        self._questionnaires = questionnaires
        self._clock = clock
        self._texts = texts

    def newer(self, case: Case, assessment: Assessment) -> Questionnaire | None:
        """The questionnaire of today's packs where it is a newer one; None for an assessment that was superseded.

        One of the same version is newer where its questions are others: authors try things before they number them.
        """
        present = self._catalog.questionnaires.get(assessment.questionnaire)
        if present is None or case.superseding(assessment.id) is not None:
            return None
        there, here = _parts(present.version), _parts(assessment.version)
        if there != here:
            return present if there > here else None
        asked = self._questionnaires.kept(assessment.digest)
        same = present == asked or compare_questionnaires(asked, present, case.commune.kind).is_same
        return None if same else present

    def review(self, case: Case, assessment: Assessment) -> Review:
        """What a migration that was begun, or else one to today's version, keeps, asks again and leaves behind.

        Raises AdvisorError: ASSESSMENT_SUPERSEDED, or NOTHING_TO_MIGRATE where there is no newer version.
        """
        refuse_superseded(case, assessment.id)
        begun = case.begun_migration(assessment.id)
        after = self.newer(case, assessment) if begun is None else self._questionnaires.kept(begun.digest)
        if after is None:
            raise AdvisorError(Problem.NOTHING_TO_MIGRATE, name=assessment.questionnaire, version=assessment.version)
        before = self._questionnaires.kept(assessment.digest)
        compared = compare_questionnaires(before, after, case.commune.kind)
        succession = Succession(
            case=case,
            original=assessment,
            comparison=worded(compared, *map(self._questionnaires.in_words, (before, after))),
            migration=begun or AssessmentMigration(version=after.version, digest=""),
        )
        return Review(before=before, after=after, succession=succession)

    def begin(self, session: CaseSession, assessment: Assessment) -> AssessmentMigration:
        """Begin a migration to today's version, or go on with the one that was begun.

        Where the packs have moved on since, the decisions about questions that were not changed again still hold.
        Raises as ``review`` does.
        """
        case = session.case
        begun = case.begun_migration(assessment.id)
        newer = self.newer(case, assessment)
        if newer is None or begun is None:
            after = self._begun_or_new(session, assessment)
        else:
            digest = self._questionnaires.keep(newer)
            moved = compare_questionnaires(self._questionnaires.kept(begun.digest), newer, case.commune.kind)
            same = {pair.new.id for pair in moved.unchanged}
            after = replace(begun, version=newer.version, digest=digest).only(same)
        self._write(session, assessment, after)
        return after

    def decide(
        self, session: CaseSession, assessment: Assessment, *decisions: Decision, batch: str | None = None
    ) -> None:
        """Decide about changed questions, and begin with that where nothing was begun.

        A repeated ``batch`` id adds to the last step. Raises as ``review`` does, and for an answer that the new
        question does not take.
        """
        before = self._begun_or_new(session, assessment)
        after = before
        for decision in decisions:
            after = after.with_decision(decision)
        self._write(session, assessment, after, batch)

    def undecide(self, session: CaseSession, assessment: Assessment, question: str) -> None:
        """Take back what was decided about a question; raises as ``review`` does."""
        self._write(session, assessment, self._begun_or_new(session, assessment).without(question))

    def drop(self, session: CaseSession, assessment: Assessment) -> bool:
        """Give up a migration that was begun; False where there is none."""
        begun = session.case.begun_migration(assessment.id)
        session.apply(AssessmentMigrationSet(assessment.id, begun, None))
        return begun is not None

    def can_keep(self, pair: QuestionPair, answer: Answer) -> bool:
        """Whether the changed question takes the answer that was given to the old one."""
        try:
            kind_of(pair.new).check(pair.new, answer)
        except AdvisorError:
            return False
        return pair.old.type is pair.new.type

    def finish(self, session: CaseSession, assessment: Assessment, answers: Path | None = None) -> Assessment:
        """Let a new assessment take over, in one step that can be undone; returns it. What is undecided is open.

        ``answers`` is a CSV file with answers to questions of the new version, which hold whatever was decided. Raises
        AdvisorError as ``review`` does, and for a file that cannot be used; nothing is changed then.
        """
        case = session.case
        review = self.review(case, assessment)
        digest = self._questionnaires.keep(review.after)
        succession = replace(review.succession, migration=replace(review.succession.migration, digest=digest))
        areas = (item.id for item in review.after.dimensions if item.kind is DimensionKind.IMPACT_AREA)
        successor = replace(
            assessment,
            id=new_id(),
            version=review.after.version,
            digest=digest,
            areas=tuple(name for name in areas if name in assessment.areas),
        )
        changes: list[Change] = list(succession.changes(successor, today(self._clock), new_id))
        if answers is not None:
            changes += self._given(case, changes, successor, review.after, answers)
        session.apply(*changes, why=self._texts("assessments.migrated", version=review.after.version))
        return successor

    def _begun_or_new(self, session: CaseSession, assessment: Assessment) -> AssessmentMigration:
        """The migration that was begun, else one to today's version, whose definition is kept but nothing else."""
        review = self.review(session.case, assessment)
        if session.case.begun_migration(assessment.id) is not None:
            return review.succession.migration
        return replace(review.succession.migration, digest=self._questionnaires.keep(review.after))

    @staticmethod
    def _write(
        session: CaseSession, assessment: Assessment, after: AssessmentMigration, batch: str | None = None
    ) -> None:
        before = session.case.migrations.get(assessment.id)
        session.apply(AssessmentMigrationSet(assessment.id, before, after), batch=batch)

    def _given(
        self, case: Case, changes: list[Change], successor: Assessment, questionnaire: Questionnaire, path: Path
    ) -> list[Change]:
        """The answers of a file, on top of those that go along."""
        from advisor_app.exchange.answers_csv import MAXIMUM_BYTES, read_answers
        from advisor_app.exchange.source_file import read_bytes

        data = read_bytes(path, self._texts, MAXIMUM_BYTES)
        rows = read_answers(data, path.name, questionnaire, self._catalog.roles, self._texts)
        for change in changes:
            case = reduce(case, change)
        before = case.answers.get(successor.id, {})
        return [
            AnswerSet(successor.id, row.question, before.get(row.question), row.applied(before.get(row.question)))
            for row in rows
        ]


def _parts(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdecimal())
