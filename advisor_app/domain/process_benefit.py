"""What a digital process saves, by the formula of the process sheet (fact base, E3).

h = N · [t_as_is − (q · t_digital + (1 − q) · t_rest)] / 60, EUR = h · rate − yearly cost, payback = once / EUR.
The result is time that is set free, not by itself a saving in the budget.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from advisor_app.domain.process import FlowSums, ProcessSheet, sums_of
from advisor_app.domain.use_case import rounded


class Missing(Enum):
    """What has to be agreed before the benefit can be computed."""

    CASES = "cases"
    AS_IS = "as-is"
    TO_BE = "to-be"
    MINUTES = "minutes"
    DIGITAL_SHARE = "digital-share"
    REST_MINUTES = "rest-minutes"
    RATE = "rate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Benefit:
    """What changes in a year: hours (a tenth is exact enough to show), cents; ``payback_years`` None without a gain.

    ``lead_days`` is how many days of waiting a case loses.
    """

    hours: Fraction
    worth: int
    yearly_cost: int
    saving: int
    once: int
    payback_years: Fraction | None
    lead_days: Decimal


def missing_for_benefit(sheet: ProcessSheet) -> tuple[Missing, ...]:
    """What is still open, in the order in which a sheet is filled in; empty where the benefit can be computed."""
    assumptions = sheet.assumptions
    untimed = any(step.minutes is None for step in (*sheet.as_is, *sheet.to_be))
    share = assumptions.digital_percent
    found = {
        Missing.CASES: sheet.cases_per_year is None,
        Missing.AS_IS: not sheet.as_is,
        Missing.TO_BE: not sheet.to_be,
        Missing.MINUTES: untimed,
        Missing.DIGITAL_SHARE: share is None,
        # nobody comes the old way where everything is digital
        Missing.REST_MINUTES: assumptions.rest_minutes is None and share != Decimal(100),
        Missing.RATE: assumptions.hourly_rate == 0,
    }
    return tuple(name for name, is_missing in found.items() if is_missing)


def benefit_of(sheet: ProcessSheet) -> Benefit | None:
    """The benefit of the flow to be, None while something of ``missing_for_benefit`` is open."""
    if missing_for_benefit(sheet):
        return None
    assumptions, before, after = sheet.assumptions, sums_of(sheet.as_is), sums_of(sheet.to_be)
    hours = _hours(sheet, before, after)
    worth = rounded(hours * assumptions.hourly_rate)
    saving = worth - assumptions.yearly_cost
    once = rounded(assumptions.once_cost + Fraction(assumptions.once_hours) * assumptions.hourly_rate)
    return Benefit(
        hours=hours,
        worth=worth,
        yearly_cost=assumptions.yearly_cost,
        saving=saving,
        once=once,
        payback_years=Fraction(once, saving) if saving > 0 else None,
        lead_days=before.waiting_days - after.waiting_days,
    )


def _hours(sheet: ProcessSheet, before: FlowSums, after: FlowSums) -> Fraction:
    share = Fraction(sheet.assumptions.digital_percent or 0) / 100
    rest = Fraction(sheet.assumptions.rest_minutes or 0)
    per_case = Fraction(before.minutes) - (share * Fraction(after.minutes) + (1 - share) * rest)
    return (sheet.cases_per_year or 0) * per_case / 60
