"""The words of services: states, maturity levels with their version, and what is open about a service."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from advisor_app.domain.service import (
    HIGHEST_LEVEL,
    Account,
    MaturityRating,
    OnlineState,
    Payment,
    Platform,
    Service,
)
from advisor_app.domain.service_overview import Concern, ServiceFinding
from advisor_app.texts import Texts
from advisor_app.texts.numbers import format_decimal

if TYPE_CHECKING:
    from advisor_app.domain.knowledge import MaturityModel

_KINDS = {OnlineState: "online", Platform: "platform", Account: "account", Payment: "payment"}
_RATING = re.compile(r"(\d)(?:\s*[(/]\s*([^()/]+?)\s*\)?)?")


def service_word(value: OnlineState | Platform | Account | Payment, texts: Texts) -> str:
    """The word for how far online, on what, with which account, or how paid."""
    return texts(f"services.{_KINDS[type(value)]}.{value.value}")


def cases_words(cases: int | None, texts: Texts) -> str:
    """Cases a year with marks between thousands; empty where nobody knows."""
    return "" if cases is None else format_decimal(cases, 0, texts.language)


def account_words(accounts: Iterable[Account], texts: Texts) -> str:
    """The accounts by name; empty where nobody knows."""
    return texts.joined([service_word(account, texts) for account in accounts])


def yes_no(value: bool | None, texts: Texts) -> str:  # noqa: FBT001 — it is what is put into words
    """Yes or no; empty where nobody knows."""
    return "" if value is None else texts("history.yes" if value else "history.no")


def version_of(rating: MaturityRating, models: Mapping[str, MaturityModel]) -> str:
    """The version of the model (``1.1``); its id where no pack knows it any more."""
    return models[rating.model].version if rating.model in models else rating.model


def rating_words(rating: MaturityRating | None, models: Mapping[str, MaturityModel]) -> str:
    """``3 (1.1)``: a level means nothing without its version; empty where there is none."""
    return "" if rating is None else f"{rating.level} ({version_of(rating, models)})"


def rating_sentence(rating: MaturityRating, models: Mapping[str, MaturityModel], texts: Texts) -> str:
    """``Stufe 3, Online-Leistung (OZG-Reifegradmodell 1.1)``."""
    model = models.get(rating.model)
    title = rating.model if model is None else f"{model.title} {model.version}"
    words = {} if model is None else {level.number: level.word for level in model.levels}
    if rating.level in words:
        return texts("services.rating-word", level=rating.level, word=words[rating.level], model=title)
    return texts("services.rating", level=rating.level, model=title)


def read_rating(text: str, models: Mapping[str, MaturityModel], current: str) -> MaturityRating | None:
    """A level as it was typed: ``3`` for the version in force, ``3 (1.1)`` or ``3/1.1``; None where it is none."""
    found = _RATING.fullmatch(text.strip())
    if found is None or int(found[1]) > HIGHEST_LEVEL:
        return None
    version = found[2]
    if version is None:
        return MaturityRating(current, int(found[1])) if current else None
    # A spreadsheet that takes the version for a number says 2 for 2.0.
    named = (
        name for name, model in models.items() if version in (name, model.version, model.version.removesuffix(".0"))
    )
    model = next(named, None)
    return None if model is None else MaturityRating(model, int(found[1]))


def finding_words(finding: ServiceFinding, models: Mapping[str, MaturityModel], texts: Texts) -> str:
    """What is open about a service, in a sentence."""
    key = f"services.concern.{finding.concern.value}"
    match finding.concern:
        case Concern.OLDER_MODEL | Concern.IMPOSSIBLE_LEVEL:
            ratings = [rating_words(rating, models) for rating in finding.service.maturity]
            return texts(key, rating=texts.joined(ratings))
        case Concern.DOUBLE_KEY | Concern.DOUBLE_TITLE:
            return texts(key, names=texts.joined([service_name(other, texts) for other in finding.others]))
        case _:
            return texts(key)


def service_name(service: Service, texts: Texts) -> str:
    """Number and name (L-01 Hundesteuer)."""
    return f"{service.code} {service.title.strip() or texts('services.untitled')}"
