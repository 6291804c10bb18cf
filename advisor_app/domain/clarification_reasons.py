"""Why a question is worth the room's time. Whether an answer decides is found by evaluating every possible one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from advisor_app.domain.answering import with_level
from advisor_app.domain.assessment import UNANSWERED, Answer, AnswerState
from advisor_app.domain.clarification import (
    DISPUTED_MINUTES,
    MINUTES,
    TELLING,
    Concern,
    Confirmable,
    Item,
    Reason,
    Said,
)
from advisor_app.domain.e_file_questions import contradicting
from advisor_app.domain.evaluation import Evaluation
from advisor_app.domain.poll import LEVELS, Doubt, doubts, votes_of
from advisor_app.domain.questionnaire import Dimension, Question

_NOTHING = Said()


class ReasonFinder:
    """Looks at one question after the other; ``answers`` are the assessment's own, beside those of the evaluation."""

    def __init__(self, evaluation: Evaluation, said: Mapping[str, Said], answers: Mapping[str, Answer]) -> None:
        self._evaluation, self._said, self._answers = evaluation, said, answers

    def asked(self) -> Iterator[tuple[Dimension, Question]]:
        """Questions that are asked now, in order."""
        for dimension in self._evaluation.dimensions():
            for question in self._evaluation.visible_questions(dimension):
                if not question.is_calculated:
                    yield dimension, question

    def said(self, question: Question) -> Said:
        """What was said to a question before."""
        return self._said.get(question.id, _NOTHING)

    def is_open(self, question: Question) -> bool:
        """Whether the assessment has no answer that tells anything."""
        return self._answers.get(question.id, UNANSWERED).state not in TELLING

    def lasts(self, item: Item, polled: Collection[str]) -> bool:
        """Whether a question is listed: open, or settled after somebody had reason to doubt."""
        concerns = {reason.concern for reason in item.reasons}
        doubted = (
            concerns & {Concern.DISPUTED, Concern.DIFFERENT, Concern.MEASURED, Concern.CONTRADICTED}
            or item.said.statements
        )
        return not item.is_settled or item.question.id in polled or bool(doubted)

    def item(self, dimension: Dimension, question: Question) -> Item | None:
        """The question with every reason to speak about it; None where there is none."""
        reasons = tuple(self._reasons(dimension, question))
        if not reasons:
            return None
        return self._item(dimension, question, reasons, pinned=False)

    def wanted(self, dimension: Dimension, question: Question) -> Item:
        """The question as one that the adviser wants, without any reason of the program's."""
        return self._item(dimension, question, (Reason(concern=Concern.WANTED),), pinned=True)

    def confirmable(self, question: Question) -> Confirmable | None:
        """What everybody who knows said, where the assessment has no answer yet; None where they differ."""
        said = self.said(question)
        current = self._answers.get(question.id, UNANSWERED)
        if current.state is not AnswerState.UNANSWERED or said.agreed.state not in TELLING or _differ(said):
            return None
        roles = tuple(item.role for item in said.telling) or tuple(filter(None, (said.agreed.role,)))
        return Confirmable(
            question=question, answer=replace(said.agreed, note=current.note or said.agreed.note), roles=roles
        )

    def _item(self, dimension: Dimension, question: Question, reasons: tuple[Reason, ...], *, pinned: bool) -> Item:
        return Item(
            question=question,
            dimension=dimension,
            reasons=reasons,
            minutes=max(_minutes(reason, self.said(question)) for reason in reasons),
            said=self.said(question),
            is_pinned=pinned,
            is_settled=not self.is_open(question),
        )

    def _reasons(self, dimension: Dimension, question: Question) -> Iterator[Reason]:
        said = self.said(question)
        differ = _differ(said)
        doubted = _doubts(said) if question.scores else ()
        disputed = bool(doubted) or (differ and len({item.state for item in said.telling}) > 1)
        if disputed:
            yield Reason(concern=Concern.DISPUTED, doubts=doubted)
        is_known = said.agreed.state in TELLING and not differ
        if question.scores and not is_known:
            if question.blocking:
                yield Reason(concern=Concern.BLOCKING)
            if any(item.state is AnswerState.UNKNOWN for item in said.statements) or self._is_unknown(question):
                yield Reason(concern=Concern.UNKNOWN)
        if question.scores:
            yield from self._decisive(dimension, question, is_known=is_known)
        if self._is_measured_otherwise(question):
            yield Reason(concern=Concern.MEASURED)
        if contradicting(self._evaluation.answer(question.id).level, said.areas):
            yield Reason(concern=Concern.CONTRADICTED)
        if differ and not disputed:
            yield Reason(concern=Concern.DIFFERENT)

    def _is_measured_otherwise(self, question: Question) -> bool:
        said, answer = self.said(question), self._evaluation.answer(question.id)
        if answer.state is not AnswerState.ANSWERED:
            return False
        if said.measured_level is not None and answer.level != said.measured_level.level:
            return True
        return said.measured is not None and answer.number != said.measured

    def _is_unknown(self, question: Question) -> bool:
        return self._answers.get(question.id, UNANSWERED).state is AnswerState.UNKNOWN

    def _decisive(self, dimension: Dimension, question: Question, *, is_known: bool) -> Iterator[Reason]:
        """Whether the possible answers lead to different phases, or to different levels of the dimension."""
        possible = self._possible(question, is_known=is_known)
        if len(possible) < 2:  # nothing to choose between
            return
        phases, levels = self._outcomes(dimension, question, possible)
        if len(phases) > 1:
            yield Reason(concern=Concern.PHASE, between=(phases[0], phases[-1]))
        elif len(levels) > 1 and not is_known:
            yield Reason(concern=Concern.LEVEL, between=(levels[0], levels[-1]))

    def _possible(self, question: Question, *, is_known: bool) -> Sequence[int]:
        """What may turn out: every level where nobody knows, those that were said where roles differ.

        What a single role said may be off by one (own assumption); what several agree on stands.
        """
        said = self.said(question)
        given = sorted({vote.level for vote in said.votes})
        if not is_known:
            return given if len(given) > 1 else LEVELS
        if len(said.telling) != 1 or said.agreed.level is None:
            return ()
        return [level for level in LEVELS if abs(level - said.agreed.level) <= 1]

    def _outcomes(
        self, dimension: Dimension, question: Question, possible: Sequence[int]
    ) -> tuple[list[int], list[int]]:
        """Phases (as far as all other missing answers allow) and levels of the dimension, ascending."""
        evaluation, before = self._evaluation, self._evaluation.answer(question.id)
        phases: set[int] = set()
        levels: set[int] = set()
        try:
            for level in possible:
                evaluation.set_answer(question.id, with_level(before, level))
                phase = evaluation.result().phase
                if phase is not None:
                    phases.add(phase.best if phase.number is None else phase.number)
                reached = evaluation.score(dimension).level
                if reached is not None:
                    levels.add(reached)
        finally:
            evaluation.set_answer(question.id, before)
        return sorted(phases), sorted(levels)


def _minutes(reason: Reason, said: Said) -> int:
    if reason.concern is Concern.DISPUTED and said.votes:
        spread = votes_of(vote.level for vote in said.votes).spread or 0
        return DISPUTED_MINUTES.get(spread, MINUTES[Concern.DISPUTED])
    return MINUTES[reason.concern]


def _doubts(said: Said) -> tuple[Doubt, ...]:
    """Why the levels of roles need to be clarified; each role that was asked is one that the question addresses."""
    return doubts(votes_of(vote.level for vote in said.votes), said.votes)


def _differ(said: Said) -> bool:
    """Whether those who know do not say the same."""
    return len({(item.state, item.level, item.number, " ".join(item.text.split())) for item in said.telling}) > 1
