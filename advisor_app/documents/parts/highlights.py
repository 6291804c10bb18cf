"""The few answers that say most: on which a commune can build, and where most is to be done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from advisor_app.documents.assessed import Assessed
from advisor_app.domain.evaluation import Contribution
from advisor_app.domain.scoring import DimensionScore, Share

_GROUND = 2
"""From this level on something is there that can be built on."""


def strongest(current: Assessed, most: int) -> tuple[Contribution, ...]:
    """At most so many answers of level 2 or more, the highest first; as many dimensions as possible have their say."""
    found = [(score, item) for score, item in _answers(current) if _level(item) >= _GROUND]
    found.sort(key=lambda pair: (-_level(pair[1]), -pair[1].question.weight * pair[0].weight, pair[1].question.id))
    return _spread(found, most)


def weakest(current: Assessed, most: int) -> tuple[Contribution, ...]:
    """At most so many answers below their dimension's target: the widest gap times weight first, spread likewise.

    What ``strongest`` would name as well comes only where there is nothing lower.
    """
    found = []
    for score, item in _answers(current):
        target = current.target(score)
        if target is not None and _level(item) < target.level:
            found.append((-(target.level - _level(item)) * item.question.weight * score.weight, score, item))
    found.sort(key=lambda entry: (entry[0], _level(entry[2]), entry[2].question.id))
    low = _spread([(score, item) for _urgency, score, item in found if _level(item) < _GROUND], most)
    named = strongest(current, most)
    others = [(score, item) for _urgency, score, item in found if _level(item) >= _GROUND and item not in named]
    return (*low, *_spread(others, most - len(low)))


def _answers(current: Assessed) -> Iterator[tuple[DimensionScore, Contribution]]:
    """Answers that count and may be named."""
    for score in current.cross_cutting:
        for item in current.evaluation.explain(current.dimensions[score.id]):
            if item.share is Share.COUNTED and not item.question.confidential:
                yield score, item


def _level(item: Contribution) -> int:
    return item.answer.level or 0


def _spread(ordered: Iterable[tuple[DimensionScore, Contribution]], most: int) -> tuple[Contribution, ...]:
    """The first one of every dimension, then the others."""
    seen: set[str] = set()
    first: list[Contribution] = []
    others: list[Contribution] = []
    for score, item in ordered:
        (others if score.id in seen else first).append(item)
        seen.add(score.id)
    return tuple([*first, *others][:most])
