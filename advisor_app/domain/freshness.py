"""Whether what was once looked up still holds: the one definition of expired, due for checking, uncertain and old."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum

from advisor_app.domain.foundations import Certainty
from advisor_app.domain.funding_rules import Support
from advisor_app.domain.knowledge import Fact, MaturityModel
from advisor_app.domain.months import add_months

OLD_AFTER_MONTHS = 12


class Doubt(Enum):
    """Why something dated asks for a look, the most pressing first."""

    EXPIRED = "expired"
    CHECK_DUE = "check-due"
    UNCERTAIN = "uncertain"
    OLD = "old"


def is_expired(valid_to: date | None, on: date) -> bool:
    """Whether the last day on which it held has passed."""
    return valid_to is not None and valid_to < on


def is_check_due(check: date | None, on: date) -> bool:
    """Whether the day by which it was to be verified again has passed."""
    return check is not None and check < on


def is_uncertain(certainty: Certainty) -> bool:
    """Whether the fact base is less than sure of it."""
    return certainty is not Certainty.HIGH


def is_old(as_of: date | None, on: date) -> bool:
    """Whether more than a year has passed since it was looked up."""
    return as_of is not None and add_months(as_of, OLD_AFTER_MONTHS) < on


def doubts(
    on: date,
    *,
    as_of: date | None = None,
    valid_to: date | None = None,
    check: date | None = None,
    certainty: Certainty = Certainty.HIGH,
) -> tuple[Doubt, ...]:
    """Every doubt about something dated on a day, in the order of ``Doubt``; empty where it may be said as it is."""
    holds = {
        Doubt.EXPIRED: is_expired(valid_to, on),
        Doubt.CHECK_DUE: is_check_due(check, on),
        Doubt.UNCERTAIN: is_uncertain(certainty),
        Doubt.OLD: is_old(as_of, on),
    }
    return tuple(doubt for doubt, is_so in holds.items() if is_so)


def fact_doubts(fact: Fact, on: date) -> tuple[Doubt, ...]:
    """Every doubt about a fact on a day."""
    return doubts(on, as_of=fact.as_of, valid_to=fact.valid_to, check=fact.check, certainty=fact.certainty)


def expired_supports(supports: Iterable[Support], on: date) -> Mapping[str, str]:
    """The supports that have expired on a day: title by id."""
    return {support.id: support.title for support in supports if is_expired(support.valid_to, on)}


def model_in_force(models: Iterable[MaturityModel], day: date) -> MaturityModel | None:
    """The version that holds on a day; of several the one that began last."""
    found = [item for item in models if item.valid_from <= day and not is_expired(item.valid_to, day)]
    return max(found, key=lambda item: item.valid_from, default=None)
