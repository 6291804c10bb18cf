"""Two versions of a questionnaire compared: which questions still mean the same, and what is different in the others.

A question means the same where everything that an answer rests on is the same: its wording, its anchors, what it
weighs, when it is asked. Hints, short titles and sources may change: no answer depends on them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.conditions import for_kind
from advisor_app.domain.questionnaire import Question, Questionnaire


class Aspect(Enum):
    """What can be different in a question, in the order in which it is told."""

    TYPE = "type"
    TEXT = "text"
    ANCHORS = "anchors"
    CHOICES = "choices"
    RANGE = "range"
    NOT_APPLICABLE = "not-applicable"
    CONFIDENTIAL = "confidential"
    CALCULATION = "calculation"
    DIMENSION = "dimension"
    WEIGHT = "weight"
    BLOCKING = "blocking"
    CONDITION = "condition"


BEARING = frozenset({Aspect.DIMENSION, Aspect.WEIGHT, Aspect.BLOCKING, Aspect.CONDITION})
"""What alters the bearing of an answer on the result, and not what it says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionPair:
    """A question in both versions; without aspects it means the same."""

    old: Question
    new: Question
    aspects: tuple[Aspect, ...] = ()

    @property
    def reads_the_same(self) -> bool:
        """Whether an answer says the same as before, whatever its bearing."""
        return BEARING.issuperset(self.aspects)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Questions of two versions, those of the new one in its order, those removed in the old one's.

    ``dimensions_added``, ``dimensions_removed`` and ``reweighted`` are ids of dimensions; ``rescored`` says that the
    scale or the phases differ.
    """

    unchanged: tuple[QuestionPair, ...]
    changed: tuple[QuestionPair, ...]
    added: tuple[Question, ...]
    removed: tuple[Question, ...]
    dimensions_added: tuple[str, ...]
    dimensions_removed: tuple[str, ...]
    reweighted: tuple[str, ...]
    rescored: bool

    @property
    def is_same(self) -> bool:
        """Whether everything means and scores the same."""
        questions = self.changed or self.added or self.removed
        return not (questions or self.has_other_figures)

    @property
    def has_other_figures(self) -> bool:
        """Whether the same answers may lead to other figures."""
        dimensions = self.dimensions_added or self.dimensions_removed or self.reweighted
        scoring = any(question.scores for question in (*self.added, *self.removed))
        weighed = any(pair.new.scores or pair.old.scores for pair in self.changed)
        return bool(dimensions or scoring or weighed or self.rescored)

    def other_dimensions(self, dimensions: Iterable[str]) -> frozenset[str]:
        """Those of the given dimensions, and of its own, whose figures cannot be compared one to one."""
        if self.rescored:
            return frozenset(dimensions)
        changed = {
            dimension
            for pair in self.changed
            if pair.old.scores or pair.new.scores
            for dimension in (pair.old.dimension, pair.new.dimension)
        }
        new_or_gone = {item.dimension for item in (*self.added, *self.removed) if item.scores}
        return frozenset({*changed, *new_or_gone, *self.dimensions_added, *self.dimensions_removed, *self.reweighted})


def compare_questionnaires(old: Questionnaire, new: Questionnaire, kind: CommuneKind | None = None) -> Comparison:
    """What is different for a kind of commune, by default for any of them.

    A question that is retired, or that this kind of commune is never asked, is not there.
    """
    kinds = tuple(CommuneKind) if kind is None else (kind,)
    before, after = _asked(old, kinds), _asked(new, kinds)
    pairs = [
        QuestionPair(old=before[name], new=question, aspects=_differences(before[name], question, kinds))
        for name, question in after.items()
        if name in before
    ]
    weights, new_weights = _weights(old), _weights(new)
    return Comparison(
        unchanged=tuple(pair for pair in pairs if not pair.aspects),
        changed=tuple(pair for pair in pairs if pair.aspects),
        added=tuple(question for name, question in after.items() if name not in before),
        removed=tuple(question for name, question in before.items() if name not in after),
        dimensions_added=tuple(name for name in new_weights if name not in weights),
        dimensions_removed=tuple(name for name in weights if name not in new_weights),
        reweighted=tuple(name for name in new_weights if name in weights and weights[name] != new_weights[name]),
        rescored=(old.scale, old.phases) != (new.scale, new.phases),
    )


def worded(compared: Comparison, old: Questionnaire, new: Questionnaire) -> Comparison:
    """A comparison with its questions in other words: ``old`` and ``new`` are what was compared, translated.

    What is different is found by the words that were stored: a translation may lag behind them.
    """
    before, after = ({question.id: question for question in version.questions} for version in (old, new))

    def pairs(found: tuple[QuestionPair, ...]) -> tuple[QuestionPair, ...]:
        return tuple(replace(pair, old=before[pair.old.id], new=after[pair.new.id]) for pair in found)

    return replace(
        compared,
        unchanged=pairs(compared.unchanged),
        changed=pairs(compared.changed),
        added=tuple(after[question.id] for question in compared.added),
        removed=tuple(before[question.id] for question in compared.removed),
    )


def _asked(questionnaire: Questionnaire, kinds: Iterable[CommuneKind]) -> Mapping[str, Question]:
    return {
        question.id: question
        for question in questionnaire.questions
        if not question.retired and any(for_kind(question.when, kind) is not False for kind in kinds)
    }


def _weights(questionnaire: Questionnaire) -> Mapping[str, tuple[object, int]]:
    return {dimension.id: (dimension.kind, dimension.weight) for dimension in questionnaire.dimensions}


def _differences(old: Question, new: Question, kinds: Iterable[CommuneKind]) -> tuple[Aspect, ...]:
    def differs(aspect: Aspect) -> bool:
        return any(_LOOKS[aspect](old, kind) != _LOOKS[aspect](new, kind) for kind in kinds)

    return tuple(filter(differs, Aspect))


def _plain(text: str | None) -> str:
    """A text without what only sets it: blanks and line ends."""
    return " ".join((text or "").split())


_LOOKS: Mapping[Aspect, Callable[[Question, CommuneKind], object]] = {
    Aspect.TYPE: lambda question, _: question.type,
    Aspect.TEXT: lambda question, kind: _plain(question.wording(kind).text),
    Aspect.ANCHORS: lambda question, kind: tuple(map(_plain, question.wording(kind).anchors or ())),
    Aspect.CHOICES: lambda question, _: question.choices,
    Aspect.RANGE: lambda question, _: (question.unit, question.minimum, question.maximum),
    Aspect.NOT_APPLICABLE: lambda question, _: _plain(question.not_applicable),
    Aspect.CONFIDENTIAL: lambda question, _: question.confidential,
    Aspect.CALCULATION: lambda question, _: question.summands,
    Aspect.DIMENSION: lambda question, _: question.dimension,
    Aspect.WEIGHT: lambda question, _: question.weight,
    Aspect.BLOCKING: lambda question, _: question.blocking,
    Aspect.CONDITION: lambda question, kind: for_kind(question.when, kind),
}
