"""The words of process sheets: times, sums, what the benefit lacks, and how it was computed."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from advisor_app.domain.process import FlowSums, MediaBreak, ProcessSheet, ProcessStep, sums_of
from advisor_app.domain.process_benefit import Benefit, Missing, missing_for_benefit
from advisor_app.texts import Texts
from advisor_app.texts.numbers import format_cents, format_decimal


def number_words(number: Decimal, texts: Texts) -> str:
    """A number with a decimal only where it has one: ``4``, ``2,5``."""
    digits = 0 if number == number.to_integral_value() else 1
    return format_decimal(number, digits, texts.language)


def minutes_words(minutes: Decimal | None, texts: Texts) -> str:
    """``8 min``; empty where nobody has named a time."""
    return "" if minutes is None else texts("process.minutes", number=number_words(minutes, texts))


def days_words(days: Decimal | None, texts: Texts) -> str:
    """``2 Tage``; empty where nothing waits."""
    if not days:
        return ""
    name = "process.day" if days == 1 else "process.days"
    return texts(name, number=number_words(days, texts))


def break_words(media_break: MediaBreak | None, texts: Texts) -> str:
    """What kind of media break a step has; empty for none."""
    return "" if media_break is None else texts(f"process.media-break.{media_break.value}")


def sums_sentence(sums: FlowSums, texts: Texts) -> str:
    """The sums of a flow: ``33 min, 3 Tage Liegezeit, 4 Medienbrüche.``."""
    parts = (
        minutes_words(sums.minutes, texts),
        texts("process.waiting", days=days_words(sums.waiting_days, texts)) if sums.waiting_days else "",
        texts("process.breaks", count=sums.media_breaks),
    )
    return f"{', '.join(filter(None, parts))}."


def sums_words(sheet: ProcessSheet, texts: Texts) -> str:
    """The process with the sums of today's flow: ``P-01 Hundesteuer-Anmeldung, heute: 33 min, 4 Medienbrüche.``."""
    name = f"{sheet.code} {sheet.title}".strip()
    return texts("process.today", name=name, sums=sums_sentence(sums_of(sheet.as_is), texts))


def missing_sentence(sheet: ProcessSheet, texts: Texts) -> str:
    """What has to be agreed before the benefit can be computed; empty where nothing is open."""
    missing = missing_for_benefit(sheet)
    names = texts.joined([_missing(name, (*sheet.as_is, *sheet.to_be), texts) for name in missing])
    return texts("process.benefit-open", names=names) if missing else ""


def _missing(name: Missing, steps: Iterable[ProcessStep], texts: Texts) -> str:
    if name is Missing.MINUTES:
        return texts("process.missing.minutes", count=sums_of(steps).untimed)
    return texts(f"process.missing.{name.value}")


def hours_words(benefit: Benefit, texts: Texts) -> str:
    """``74,4 Stunden im Jahr``."""
    return texts("process.hours", number=format_decimal(benefit.hours, 1, texts.language))


def payback_words(benefit: Benefit, texts: Texts) -> str:
    """``1,7 Jahre``, or that the cost never comes back."""
    if benefit.payback_years is None:
        return texts("process.no-payback")
    return texts("process.years", number=format_decimal(benefit.payback_years, 1, texts.language))


def benefit_sentence(benefit: Benefit, texts: Texts) -> str:
    """What a year brings: ``74,4 Stunden im Jahr frei, Ersparnis 3.715,20 €, rechnet sich nach 1,7 Jahren.``."""
    key = "process.gain" if benefit.payback_years is not None else "process.gain-never"
    saving = format_cents(benefit.saving, texts.language)
    return texts(key, hours=hours_words(benefit, texts), saving=saving, payback=payback_words(benefit, texts))


def benefit_lines(sheet: ProcessSheet, benefit: Benefit, texts: Texts) -> tuple[tuple[str, str], ...]:
    """Every figure of the benefit with what it is called, in the order in which it is computed."""
    assumptions, language = sheet.assumptions, texts.language
    share = assumptions.digital_percent or Decimal(0)
    return (
        (texts("process.benefit.cases"), format_decimal(sheet.cases_per_year or 0, 0, language)),
        (texts("process.benefit.as-is"), minutes_words(sums_of(sheet.as_is).minutes, texts)),
        (texts("process.benefit.to-be"), minutes_words(sums_of(sheet.to_be).minutes, texts)),
        (texts("process.benefit.share"), texts("process.percent", number=number_words(share, texts))),
        (texts("process.benefit.rest"), minutes_words(assumptions.rest_minutes, texts) or "–"),
        (texts("process.benefit.hours"), hours_words(benefit, texts)),
        (texts("process.benefit.rate"), format_cents(assumptions.hourly_rate, language)),
        (texts("process.benefit.worth"), format_cents(benefit.worth, language)),
        (texts("process.benefit.yearly"), format_cents(benefit.yearly_cost, language)),
        (texts("process.benefit.saving"), format_cents(benefit.saving, language)),
        (texts("process.benefit.once"), format_cents(benefit.once, language)),
        (texts("process.benefit.payback"), payback_words(benefit, texts)),
        (texts("process.benefit.lead"), _gained_days(benefit.lead_days, texts)),
    )


def _gained_days(days: Decimal, texts: Texts) -> str:
    if not days:
        return texts("process.lead-same")
    name = "process.lead-shorter" if days > 0 else "process.lead-longer"
    return texts(name, days=days_words(abs(days), texts))
