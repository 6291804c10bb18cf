"""The words of electronic files: state, need and gap of areas, and what the comparison of variants says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Protocol

from advisor_app.domain.catalog import Catalog
from advisor_app.domain.changes import (
    AreaStandingSet,
    Change,
    CriterionWeightSet,
    FilePlanEntrySet,
    NamedRecordSet,
    RolloutStepSet,
    SampleFilingSet,
    VariantRatingSet,
)
from advisor_app.domain.e_file import AreaState, Gap, Need, RolloutStep
from advisor_app.domain.e_file_guide import EFileGuide
from advisor_app.domain.months import is_first_day, is_last_day
from advisor_app.domain.rollout import MOST_STARTS, crowded_quarters
from advisor_app.domain.scan_comparison import Bound, ScanComparison, Stability
from advisor_app.texts import Texts
from advisor_app.texts.numbers import format_date, format_decimal, format_month


class _Titled(Protocol):
    @property
    def id(self) -> str: ...

    @property
    def title(self) -> str: ...


def e_file_word(value: AreaState | Need | Gap, texts: Texts) -> str:
    """``teilweise``, ``Muss``, ``fehlt``."""
    group = {AreaState: "state", Need: "need", Gap: "gap"}[type(value)]
    return texts(f"e-file.{group}.{value.value}")


def e_file_title(change: Change, catalog: Catalog) -> str:
    """What a record of the electronic file is about; its id where no pack has that any more, empty for others."""
    match change:
        case RolloutStepSet():
            record = change.after or change.before
            return "" if record is None else record.office
        case FilePlanEntrySet():
            entry = change.after or change.before
            return "" if entry is None else f"{entry.number} {entry.title}".strip()
        case AreaStandingSet() | SampleFilingSet() | CriterionWeightSet() | VariantRatingSet():
            titles = (_titles(guide, change) for guide in catalog.e_file_guides.values())
            return next((found[change.id] for found in titles if change.id in found), change.id)
        case _:
            return ""


def _titles(guide: EFileGuide, change: NamedRecordSet[Any]) -> dict[str, str]:
    things: Mapping[str, Sequence[_Titled]] = {
        AreaStandingSet.kind: guide.areas,
        SampleFilingSet.kind: guide.samples,
        CriterionWeightSet.kind: guide.criteria,
        VariantRatingSet.kind: guide.variants,
    }
    return {thing.id: thing.title for thing in things[change.kind]}


def e_file_criterion(name: str, catalog: Catalog) -> str:
    """What a criterion is called; its id where no pack has it any more."""
    criteria = (item for guide in catalog.e_file_guides.values() for item in guide.criteria)
    return next((item.title for item in criteria if item.id == name), name)


def total_words(total: Fraction, texts: Texts) -> str:
    """A total with two decimals: ``2,75``."""
    return format_decimal(_rounded(total, 2), 2, texts.language)


def result_sentence(comparison: ScanComparison, texts: Texts) -> str:
    """Who is first, who is level, or what is missing for an order."""
    if not comparison.has_weight:
        return texts("e-file.no-weight")
    leaders = comparison.leaders
    if not leaders:
        return texts("e-file.no-order")
    total = total_words(leaders[0].total or Fraction(0), texts)
    if len(leaders) > 1:
        return texts("e-file.level", names=texts.joined([item.variant.title for item in leaders]), total=total)
    return texts("e-file.first", name=leaders[0].variant.title, total=total)


def stability_sentences(comparison: ScanComparison, texts: Texts) -> tuple[str, ...]:
    """How firmly the first one stands, criterion by criterion; those that change nothing in one sentence at the end."""
    if not comparison.stability:
        return ()
    leader = comparison.leaders[0].variant.title
    told = [_stability(leader, item, texts) for item in comparison.stability if not item.is_firm]
    firm = [item.criterion.title for item in comparison.stability if item.is_firm]
    if firm and not told:
        return (texts("e-file.firm-everywhere", name=leader),)
    return (*told, *((texts("e-file.firm", names=texts.joined(firm)),) if firm else ()))


def dominated_sentences(comparison: ScanComparison, texts: Texts) -> Iterator[str]:
    """Which variants are nowhere better than another one."""
    for item in comparison.variants:
        if item.dominated_by is not None:
            yield texts("e-file.dominated", name=item.variant.title, other=item.dominated_by.title)


def _stability(leader: str, item: Stability, texts: Texts) -> str:
    values = {"name": leader, "criterion": item.criterion.title, "now": item.weight}
    if item.below is not None and item.above is not None:
        return texts(
            "e-file.between",
            low=_weight(item.below, texts),
            high=_weight(item.above, texts),
            below=item.below.rival.title,
            above=item.above.rival.title,
            **values,
        )
    bounds = (("e-file.under", item.above), ("e-file.over", item.below))
    return " ".join(
        texts(key, bound=_weight(bound, texts), rival=bound.rival.title, **values)
        for key, bound in bounds
        if bound is not None
    )


def _weight(bound: Bound, texts: Texts) -> str:
    digits = 0 if bound.weight.denominator == 1 else 1
    return format_decimal(_rounded(bound.weight, digits), digits, texts.language)


def _rounded(value: Fraction, digits: int) -> Decimal:
    return round(Decimal(value.numerator) / Decimal(value.denominator), digits)


def start_words(day: date | None, texts: Texts) -> str:
    """The first day of an office: its month where that is meant, empty while it is open."""
    if day is None:
        return ""
    return format_month(day, texts.language) if is_first_day(day) else format_date(day, texts.language)


def end_words(day: date | None, texts: Texts) -> str:
    """The last day of an office: its month where that is meant, empty while it is open."""
    if day is None:
        return ""
    return format_month(day, texts.language) if is_last_day(day) else format_date(day, texts.language)


def period_words(step: RolloutStep, texts: Texts) -> str:
    """``03/2027–06/2027``; one that is open on both sides says so."""
    if step.start is None and step.end is None:
        return texts("e-file.dates-open")
    return f"{start_words(step.start, texts) or '…'}–{end_words(step.end, texts) or '…'}"


def crowded_sentence(steps: Iterable[RolloutStep], texts: Texts) -> str:
    """Quarters in which more offices begin than a house can take; empty where there are none."""
    quarters = [texts("e-file.quarter", number=number, year=year) for year, number in crowded_quarters(steps)]
    return texts("e-file.crowded", quarters=texts.joined(quarters), most=MOST_STARTS) if quarters else ""
