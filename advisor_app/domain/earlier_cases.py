"""A case beside the earlier cases of its commune, so that what was assessed then can be compared with today."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from advisor_app.domain.assessment import Assessment
from advisor_app.domain.case import Case


def are_of_one_commune(case: Case, other: Case) -> bool:
    """Whether both are cases of the same commune alone: of a joint case nobody can tell whose answers they are."""
    communes = [{commune.id for commune in item.head.communes} for item in (case, other)]
    return communes[0] == communes[1] and len(communes[0]) == 1


def with_earlier(case: Case, earlier: Sequence[Case]) -> Case:
    """The case with the assessments of earlier ones, oldest first, before its own; with their answers and targets.

    Only questionnaires that the case itself has; nothing else of the earlier cases comes along.
    """
    wanted = {item.questionnaire for item in case.assessments.values()}
    found = [(other, item) for other in earlier for item in _held(other) if item.questionnaire in wanted]
    first = min((item.number for item in case.assessments.values()), default=1) - len(found)
    placed = {item.id: replace(item, number=first + place) for place, (_, item) in enumerate(found)}
    return replace(
        case,
        assessments={**placed, **case.assessments},
        answers={**{item.id: other.answers.get(item.id, {}) for other, item in found}, **case.answers},
        targets={**{item.id: other.targets.get(item.id, {}) for other, item in found}, **case.targets},
    )


def _held(case: Case) -> Iterator[Assessment]:
    """What was assessed in a case and was not superseded, in order."""
    return (item for item in case.in_order() if case.superseding(item.id) is None and case.answers.get(item.id))
