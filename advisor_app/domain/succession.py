"""What goes along from an assessment to the one that takes over with another version of its questionnaire.

The first one keeps everything that it has. Handed on are a photo that is still to come, as it is to be taken once, and
polls of what is asked as before, as a group was asked once: minutes and reports tell each poll once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from advisor_app.domain.assessment import UNANSWERED, Answer, AnswerState, Assessment
from advisor_app.domain.assessment_migration import AssessmentMigration, Choice
from advisor_app.domain.case import Case
from advisor_app.domain.changes import (
    AnswerSet,
    AssessmentMigrationSet,
    AssessmentSet,
    Change,
    EvidenceSet,
    PollSet,
    SectionSet,
    StatementSet,
    TargetSet,
)
from advisor_app.domain.evidence import Subject, SubjectKind
from advisor_app.domain.poll import PollAbout
from advisor_app.domain.questionnaire import Question
from advisor_app.domain.questionnaire_comparison import Comparison, QuestionPair


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession:
    """An assessment on its way to another version of its questionnaire."""

    case: Case
    original: Assessment
    comparison: Comparison
    migration: AssessmentMigration

    @property
    def to_decide(self) -> tuple[QuestionPair, ...]:
        """Changed questions to which somebody has said something, in the new order."""
        return tuple(pair for pair in self.comparison.changed if self._is_dealt_with(pair.new))

    @property
    def undecided(self) -> tuple[QuestionPair, ...]:
        """Those of them about which nothing has been decided yet; they will be open."""
        return tuple(pair for pair in self.to_decide if self.migration.decision(pair.new.id) is None)

    @property
    def kept(self) -> tuple[str, ...]:
        """Unchanged questions whose answers go along."""
        return tuple(
            pair.new.id
            for pair in self.comparison.unchanged
            if self.old_answer(pair.new.id).state is not AnswerState.UNANSWERED
        )

    def old_answer(self, question: str) -> Answer:
        """What was agreed on a question, ``UNANSWERED`` where nothing was."""
        return self.case.answer(self.original.id, question)

    def new_answer(self, pair: QuestionPair) -> Answer:
        """What stands as the answer to a question afterwards; of an open one its note stays."""
        old = self.old_answer(pair.new.id)
        decision = self.migration.decision(pair.new.id) if pair.aspects else None
        if not pair.aspects or (decision is not None and decision.choice is Choice.KEPT):
            return old
        if decision is not None and decision.answer is not None and decision.choice is Choice.ANEW:
            return decision.answer
        return replace(UNANSWERED, note=old.note, role=old.role)

    def changes(self, successor: Assessment, on: date, new_id: Callable[[], str]) -> tuple[Change, ...]:
        """Everything that is to be written so that the successor takes over; one step."""
        finished = replace(self.migration, successor=successor.id, finished_on=on)
        return (
            AssessmentSet(successor.id, None, successor),
            *self._answers(successor.id),
            *self._statements(successor.id),
            *self._targets(successor.id),
            *self._evidence(successor.id, new_id),
            *self._polls(successor.id),
            *self._sections(successor.id),
            AssessmentMigrationSet(self.original.id, self.case.migrations.get(self.original.id), finished),
        )

    def _is_dealt_with(self, question: Question) -> bool:
        said = self.case.statements.get(self.original.id, {})
        answered = self.old_answer(question.id) != UNANSWERED
        return not question.is_calculated and (answered or any(name == question.id for name, _role in said))

    def _answers(self, successor: str) -> Iterator[Change]:
        for pair in self._pairs():
            answer = self.new_answer(pair)
            if answer != UNANSWERED and not pair.new.is_calculated:
                yield AnswerSet(successor, pair.new.id, None, answer)

    def _statements(self, successor: str) -> Iterator[Change]:
        """What roles said goes along where it was said to the same words, or where the answer is kept all the same."""
        along = {pair.new.id for pair in self._pairs() if pair.reads_the_same or self._keeps(pair)}
        for (question, role), statement in self.case.statements.get(self.original.id, {}).items():
            if question in along:
                yield StatementSet(successor, question, role, None, statement)

    def _targets(self, successor: str) -> Iterator[Change]:
        for dimension, level in self.case.targets.get(self.original.id, {}).items():
            if dimension not in self.comparison.dimensions_removed:
                yield TargetSet(successor, dimension, None, level)

    def _evidence(self, successor: str, new_id: Callable[[], str]) -> Iterator[Change]:
        """Evidence is about the question, whatever becomes of its answer; both assessments name the same file."""
        there = {pair.new.id for pair in self._pairs()}
        for piece in self.case.evidence.values():
            subject = piece.subject
            if (subject.kind, subject.part) != (SubjectKind.QUESTION, self.original.id) or subject.item not in there:
                continue
            about = Subject.question(successor, subject.item)
            if piece.is_awaited:
                yield EvidenceSet(piece.id, piece, replace(piece, subject=about))
            else:
                copy = replace(piece, id=new_id(), subject=about)
                yield EvidenceSet(copy.id, None, copy)

    def _polls(self, successor: str) -> Iterator[Change]:
        """A poll goes along with the words that the group was asked about, or with its dimension."""
        questions = {pair.new.id for pair in self._pairs() if pair.reads_the_same or self._keeps(pair)}
        gone = self.comparison.dimensions_removed
        for poll in self.case.polls.values():
            goes = poll.item in questions if poll.about is PollAbout.QUESTION else poll.item not in gone
            if poll.assessment == self.original.id and goes:
                yield PollSet(poll.id, poll, replace(poll, assessment=successor))

    def _sections(self, successor: str) -> Iterator[Change]:
        """What the adviser wrote for documents about the assessment."""
        for key, words in self.case.sections.items():
            if key.item == self.original.id:
                yield SectionSet(replace(key, item=successor), None, words)

    def _pairs(self) -> tuple[QuestionPair, ...]:
        return (*self.comparison.unchanged, *self.comparison.changed)

    def _keeps(self, pair: QuestionPair) -> bool:
        decision = self.migration.decision(pair.new.id)
        return decision is not None and decision.choice is Choice.KEPT
