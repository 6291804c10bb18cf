"""The administrative services of a commune: who is in charge, how often they are asked for, how far they are online.

A maturity level is stored with the version of the model it was given by. Levels of different versions are never
converted into one another: a service may have one level of each. Services hold no data of persons.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.words import Words

if TYPE_CHECKING:
    from advisor_app.domain.knowledge import MaturityModel

MOST_CASES = 10_000_000
"""The most cases a year that are taken for a figure."""

KEY_DIGITS = 14
"""How many digits a key of the national catalogue (LeiKa) has."""

HIGHEST_LEVEL = 9
"""Levels are one digit, whatever the model."""


class OnlineState(Enum):
    """How far one gets with a service online."""

    NOTHING = "nothing"
    INFORMATION = "information"
    FORM = "form"
    APPLICATION = "application"


class Platform(Enum):
    """What an online service runs on; ``NONE`` is none at all."""

    NONE = "none"
    CIVENTO = "civento"
    ONE_FOR_ALL = "efa"
    PROCEDURE = "procedure"
    OTHER = "other"


class Account(Enum):
    """With which account one applies; the former one of the Land was superseded by BundID."""

    NONE = "none"
    BUND_ID = "bund-id"
    BUSINESS = "business"
    FORMER_STATE = "former-state"


class Payment(Enum):
    """How a fee is paid."""

    ONLINE = "online"
    OFFLINE = "offline"
    FREE = "free"


@dataclass(frozen=True, slots=True)
class MaturityRating:
    """A maturity level; ``model`` is the id of the version of the maturity model that it was given by."""

    model: str
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """One service; what is None is not known yet.

    ``template`` is the frequent service it was taken from, ``maturity`` has at most one level per version of a model,
    ``disputed`` tells that people do not agree on it, ``measure`` is what it became in the plan.
    """

    id: str
    number: int
    title: str = ""
    template: str = ""
    service_key: str = ""
    office: str = ""
    cases_per_year: int | None = None
    online: OnlineState | None = None
    platform: Platform | None = None
    procedure: str = ""
    accounts: tuple[Account, ...] = ()
    payment: Payment | None = None
    end_to_end: bool | None = None
    maturity: tuple[MaturityRating, ...] = ()
    disputed: bool = False
    measure: str = ""
    note: Words = Words()

    @property
    def code(self) -> str:
        """The printed number (L-01)."""
        return f"L-{self.number:02}"

    @property
    def key(self) -> str:
        """The key of the catalogue without blanks and marks between its digits."""
        return re.sub(r"[\s.\-/]", "", self.service_key)

    @property
    def is_applied_for_online(self) -> bool:
        """Whether one can apply online."""
        return self.online is OnlineState.APPLICATION

    def level(self, model: str) -> int | None:
        """The level that a version of a model gives it."""
        return next((rating.level for rating in self.maturity if rating.model == model), None)

    def rated(self, model: str, level: int | None) -> Service:
        """The service with another level of one version (None: without one); levels of other versions stay.

        Raises AdvisorError(BAD_VALUE) for what is no level.
        """
        if level is not None and not 0 <= level <= HIGHEST_LEVEL:
            raise AdvisorError(Problem.BAD_VALUE, value=level, name=model)
        others = tuple(rating for rating in self.maturity if rating.model != model)
        return replace(self, maturity=others if level is None else (*others, MaturityRating(model, level)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """What online services mean for an office; ``outside`` for a day-care centre, a building yard and the like."""

    id: str
    title: str
    outside: bool = False
    effects: Words = Words()


def standing_rating(service: Service, models: Mapping[str, MaturityModel], current: str) -> MaturityRating | None:
    """The level of the version in force, else that of the newest older one, as it is; None where it was never rated."""
    begun = {name: model.valid_from.toordinal() for name, model in models.items()}
    by_age = sorted(service.maturity, key=lambda rating: (begun.get(rating.model, 0), rating.model))
    held = [rating for rating in by_age if rating.model == current]
    return next(iter(held or reversed(by_age)), None)


def is_possible(rating: MaturityRating, models: Mapping[str, MaturityModel]) -> bool:
    """Whether its model knows such a level; the highest one where sources do not agree on it."""
    model = models.get(rating.model)
    return model is None or 0 <= rating.level <= max(model.highest, default=HIGHEST_LEVEL)


def same_name(name: str) -> str:
    """By what an office or a service is known again: large and small letters and blanks make no difference."""
    return " ".join(name.split()).casefold()


def next_number(services: Iterable[Service]) -> int:
    """The number after the highest one that is given."""
    return max((service.number for service in services), default=0) + 1


def in_order(services: Iterable[Service]) -> tuple[Service, ...]:
    """Services by their numbers."""
    return tuple(sorted(services, key=lambda service: (service.number, service.id)))
