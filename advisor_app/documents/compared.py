"""Two assessments of one questionnaire, the earlier beside the later: what moved, and what cannot be compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from advisor_app.documents.assessed import Assessed, assessed
from advisor_app.documents.document_input import DocumentInput
from advisor_app.domain.assessment import Answer, Assessment
from advisor_app.domain.case import Case
from advisor_app.domain.evaluation import Contribution
from advisor_app.domain.questionnaire import Question
from advisor_app.domain.questionnaire_comparison import Comparison, compare_questionnaires
from advisor_app.domain.scoring import Share


@dataclass(frozen=True, slots=True)
class Move:
    """A question with both its answers; a level is None where the answer does not count."""

    question: Question
    before: Answer
    after: Answer
    level_before: int | None
    level_after: int | None


@dataclass(frozen=True)
class Compared:
    """An earlier and a later assessment of one case."""

    before: Assessed
    after: Assessed

    @cached_property
    def versions(self) -> Comparison:
        """What is different between the versions of the questionnaire, for this kind of commune."""
        kind = self.after.given.case.commune.kind
        return compare_questionnaires(self.before.questionnaire, self.after.questionnaire, kind)

    @cached_property
    def other_dimensions(self) -> frozenset[str]:
        """Dimensions whose figures of the two versions cannot be compared one to one."""
        return self.versions.other_dimensions((*self.before.dimensions, *self.after.dimensions))

    @cached_property
    def moves(self) -> tuple[Move, ...]:
        """Questions that read the same in both versions and may be named, with what counted then and counts now."""
        same = {pair.new.id for pair in (*self.versions.unchanged, *self.versions.changed) if pair.reads_the_same}
        old = dict(_contributions(self.before))
        return tuple(
            Move(
                question=item.question,
                before=old[name].answer,
                after=item.answer,
                level_before=_level(old[name]),
                level_after=_level(item),
            )
            for name, item in _contributions(self.after)
            if name in same and name in old and not item.question.confidential
        )

    @property
    def confidential(self) -> int:
        """How many questions of both are confidential, so that none of them is named."""
        old = dict(_contributions(self.before))
        return sum(item.question.confidential and name in old for name, item in _contributions(self.after))


def comparable(case: Case) -> tuple[tuple[Assessment, Assessment], ...]:
    """Assessments of one questionnaire in pairs, earlier and later: the latest ones first, neighbours before others."""
    held = [item for item in case.in_order() if case.superseding(item.id) is None]
    places = {item.id: place for place, item in enumerate(held)}
    pairs = [
        (before, after)
        for after in held
        for before in held
        if (before.questionnaire, before.commune) == (after.questionnaire, after.commune)
        and places[before.id] < places[after.id]
    ]
    pairs.sort(key=lambda pair: (-places[pair[1].id], -places[pair[0].id]))
    return tuple(pairs)


def compared(given: DocumentInput, before: Assessment, after: Assessment) -> Compared:
    """Both with the questionnaires they were made with."""
    return Compared(assessed(given, before), assessed(given, after))


def _contributions(current: Assessed) -> Iterator[tuple[str, Contribution]]:
    """Scoring questions that are asked, by id."""
    for dimension in current.evaluation.dimensions():
        for item in current.evaluation.explain(dimension):
            if item.share is not Share.HIDDEN:
                yield item.question.id, item


def _level(item: Contribution) -> int | None:
    return item.answer.level if item.share is Share.COUNTED else None
