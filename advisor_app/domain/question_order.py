"""In which order the questions of a questionnaire are evaluated, and which ones follow from which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from graphlib import TopologicalSorter

from advisor_app.domain.conditions import referenced_questions
from advisor_app.domain.questionnaire import Dimension, Question, Questionnaire


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionOrder:
    """What follows from a questionnaire alone, whoever answers it; questions are named by their positions.

    ``order`` puts every question after those it looks at; ``followers`` has, in that order, everything that follows
    from a question, straight or by way of others.
    """

    questions: tuple[Question, ...]
    dimensions: tuple[Dimension, ...]
    position: Mapping[str, int]
    order: tuple[int, ...]
    followers: tuple[tuple[int, ...], ...]


def order_questions(questionnaire: Questionnaire) -> QuestionOrder:
    """Find the order once; retired questions have no place in it.

    Raises ``graphlib.CycleError`` where conditions depend on each other in a circle and KeyError where they name a
    question that does not exist; the content check finds both before a pack is used.
    """
    placed = [
        (question, dimension)
        for dimension in questionnaire.dimensions
        for question in dimension.questions
        if not question.retired
    ]
    position = {question.id: index for index, (question, _) in enumerate(placed)}
    needed = [{position[name] for name in _looked_at(question)} for question, _ in placed]
    order = tuple(TopologicalSorter(dict(enumerate(needed))).static_order())
    return QuestionOrder(
        questions=tuple(question for question, _ in placed),
        dimensions=tuple(dimension for _, dimension in placed),
        position=position,
        order=order,
        followers=_followers(needed, order),
    )


def _looked_at(question: Question) -> set[str]:
    names = set(question.summands)
    if question.when is not None:
        names.update(referenced_questions(question.when))
    return names


def _followers(needed: list[set[int]], order: tuple[int, ...]) -> tuple[tuple[int, ...], ...]:
    rank = {index: place for place, index in enumerate(order)}
    direct: list[list[int]] = [[] for _ in needed]
    for index, others in enumerate(needed):
        for other in others:
            direct[other].append(index)
    reach: list[set[int]] = [set() for _ in needed]
    for index in reversed(order):
        for follower in direct[index]:
            reach[index].add(follower)
            reach[index] |= reach[follower]
    return tuple(tuple(sorted(items, key=rank.__getitem__)) for items in reach)
