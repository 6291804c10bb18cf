"""The Klärungsliste: the questions worth the room's time, found in what roles said before, and what can be confirmed.

At most ten are chosen: those about which roles disagree, blocking ones without an answer, unknown ones, and those whose
answer decides a phase or a level.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from advisor_app.domain.assessment import UNANSWERED, Answer
from advisor_app.domain.clarification import Clarification, ClarificationList, Concern, Item, Said
from advisor_app.domain.clarification_reasons import ReasonFinder
from advisor_app.domain.evaluation import Evaluation
from advisor_app.domain.questionnaire import Dimension, Question

MOST_CHOSEN = 10
"""How many questions are on the list at most, whoever put them there."""

_RANK = {concern: rank for rank, concern in enumerate(Concern)}


def clarification_list(
    evaluation: Evaluation,
    said: Mapping[str, Said],
    answers: Mapping[str, Answer],
    hand: Clarification,
    polled: Collection[str] = (),
) -> ClarificationList:
    """The list of an assessment.

    ``answers`` are its own, ``evaluation`` holds these and, where there are none, what the house had agreed on before.
    ``polled`` questions stay on the list once they are answered, as those about which somebody said something do.
    """
    finder = ReasonFinder(evaluation, said, answers)
    asked = tuple(finder.asked())
    found = {item.question.id: item for item in (finder.item(*pair) for pair in asked) if item is not None}
    for dimension, question in asked:
        if question.id in hand.pinned_questions:
            found[question.id] = _pinned(found.get(question.id), dimension, question, finder)
    open_to_room = [item for item in found.values() if not item.question.confidential]
    lasting = [item for item in open_to_room if item.is_pinned or finder.lasts(item, polled)]
    wanted = [item for item in lasting if item.question.id not in hand.removed_questions]
    places = {question.id: place for place, (_, question) in enumerate(asked)}
    items = _in_order(_chosen(wanted, places), hand.question_order, places)
    listed = {item.question.id for item in items}
    confirmable = tuple(
        one for _, question in asked if question.id not in listed and (one := finder.confirmable(question)) is not None
    )
    rest = listed | {one.question.id for one in confirmable}
    return ClarificationList(
        items=items,
        confirmable=confirmable,
        left_open=tuple(
            question.id
            for _, question in asked
            if question.id not in rest and finder.is_open(question) and question.scores
        ),
        confidential=tuple(item.question.id for item in found.values() if item.question.confidential),
        removed=tuple(item.question.id for item in lasting if item.question.id in hand.removed_questions),
        has_survey=any(one.statements or one.agreed != UNANSWERED for one in said.values()),
    )


def _pinned(found: Item | None, dimension: Dimension, question: Question, finder: ReasonFinder) -> Item:
    return finder.wanted(dimension, question) if found is None else replace(found, is_pinned=True)


def _chosen(wanted: Sequence[Item], places: Mapping[str, int]) -> list[Item]:
    """Pinned ones, and of the others the most urgent as long as there are not ten.

    More than ten pinned ones can only come with a case file or from before there was a limit; the first ones count.
    """
    pinned = [item for item in wanted if item.is_pinned][:MOST_CHOSEN]
    others = sorted((item for item in wanted if not item.is_pinned), key=lambda item: _urgency(item, places))
    return [*pinned, *others[: max(0, MOST_CHOSEN - len(pinned))]]


def _in_order(items: Sequence[Item], by_hand: Sequence[str], places: Mapping[str, int]) -> tuple[Item, ...]:
    position = {name: place for place, name in enumerate(by_hand)}
    last = len(position)
    return tuple(sorted(items, key=lambda item: (position.get(item.question.id, last), _urgency(item, places))))


def _urgency(item: Item, places: Mapping[str, int]) -> tuple[int, int, int, int]:
    first = min(_RANK[reason.concern] for reason in item.reasons)
    return first, -len(item.reasons), -item.question.weight, places[item.question.id]
