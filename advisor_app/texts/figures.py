"""Figures of the portfolio in words: what they are told apart by, and what stands in front of each of them."""

from __future__ import annotations

from advisor_app.domain.booking import BookingState, Financing
from advisor_app.domain.catalog import Catalog
from advisor_app.domain.figures import Cut
from advisor_app.domain.figures_report import MergedReports
from advisor_app.domain.local_time import LOCAL
from advisor_app.texts import Texts
from advisor_app.texts.assessments import module_name
from advisor_app.texts.numbers import format_date
from advisor_app.texts.states import state_word

_FINANCINGS = {financing.value: financing for financing in Financing}


def cut_word(cut: Cut, texts: Texts) -> str:
    """``Landkreis``."""
    return texts(f"figures.cuts.{cut.value}")


def key_word(cut: Cut, key: str, catalog: Catalog, texts: Texts) -> str:
    """What a figure is of: ``Modul 2``, ``08/2021``, ``abgeschlossen``, or that it is not known."""
    if not key:
        return texts(f"figures.without.{cut.value}")
    match cut:
        case Cut.MODULE:
            return module_name(key, catalog, texts)
        case Cut.MONTH:
            return texts("figures.month", month=key[5:], year=key[:4])
        case Cut.PROGRAMME:
            titles = {programme.id: programme.title for programme in catalog.funding.programmes}
            return state_word(_FINANCINGS[key], texts) if key in _FINANCINGS else titles.get(key, key)
        case Cut.STATE:
            return state_word(BookingState(key), texts)
        case Cut.DISTRICT:
            return key


def year_word(year: str, texts: Texts) -> str:
    """The year, or that all of them are meant."""
    return year or texts("figures.all-years")


def merged_words(merged: MergedReports, texts: Texts) -> str:
    """Of how many reports a sum is, from when they are, and what was left out of it."""
    days = [format_date(report.made_at.astimezone(LOCAL).date(), texts.language) for report in merged.used]
    first, last = (days[0], days[-1]) if days else ("", "")
    key = "one-day" if first == last else "days"
    sentences = [texts(f"figures.merged.{key}", count=len(days), first=first, last=last)]
    if merged.replaced:
        sentences.append(texts("figures.merged.replaced", count=merged.replaced))
    if merged.doubles:
        sentences.append(texts("figures.merged.doubles", count=merged.doubles))
    return " ".join(sentences)
