"""What the services of a commune tell together: by maturity, by office, the ten with the most cases, what is open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from advisor_app.domain.service import (
    KEY_DIGITS,
    Account,
    MaturityRating,
    Office,
    Service,
    in_order,
    is_possible,
    same_name,
    standing_rating,
)

if TYPE_CHECKING:
    from advisor_app.domain.knowledge import MaturityModel

MOST_USED = 10
"""How many services with the most cases are looked at first."""


class Concern(Enum):
    """What is open about a service or does not fit."""

    DISPUTED = "disputed"
    UNRATED = "unrated"
    OLDER_MODEL = "older-model"
    IMPOSSIBLE_LEVEL = "impossible-level"
    FORMER_ACCOUNT = "former-account"
    ODD_KEY = "odd-key"
    DOUBLE_KEY = "double-key"
    DOUBLE_TITLE = "double-title"


@dataclass(frozen=True, slots=True)
class ServiceFinding:
    """A concern about a service; ``others`` are the services it shares a key or a name with."""

    concern: Concern
    service: Service
    others: tuple[Service, ...] = ()


@dataclass(frozen=True, slots=True)
class LevelCount:
    """How many services stand at a level of one version of a model."""

    rating: MaturityRating
    services: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeServices:
    """The services of an office, ``title`` empty for those without one; ``record`` is what was noted about it."""

    title: str
    services: tuple[Service, ...]
    record: Office | None = None

    @property
    def cases(self) -> int:
        """Cases a year of those services whose figure is known."""
        return cases_of(self.services)


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceOverview:
    """Services in the order of their numbers, read with the versions of the maturity model; ``current`` is in force."""

    services: tuple[Service, ...]
    offices: tuple[OfficeServices, ...]
    levels: tuple[LevelCount, ...]
    findings: tuple[ServiceFinding, ...]
    current: str

    @property
    def unrated(self) -> int:
        """Services that no version has rated."""
        return sum(not service.maturity for service in self.services)

    @property
    def online(self) -> int:
        """Services that one can apply for online."""
        return sum(service.is_applied_for_online for service in self.services)

    @property
    def to_clarify(self) -> tuple[ServiceFinding, ...]:
        """Services whose level is missing or disputed: those the group has to speak about, the most used first."""
        about = [item for item in self.findings if item.concern in {Concern.DISPUTED, Concern.UNRATED}]
        ranks = {Concern.DISPUTED: 0, Concern.UNRATED: 1}
        return tuple(sorted(about, key=lambda item: (ranks[item.concern], *_use(item.service))))


def overview_of(
    services: Iterable[Service], offices: Iterable[Office], models: Mapping[str, MaturityModel], current: str
) -> ServiceOverview:
    """Everything that can be told; ``current`` is the id of the version in force, empty for none."""
    listed = in_order(services)
    return ServiceOverview(
        services=listed,
        offices=by_office(listed, offices),
        levels=by_level(listed, models, current),
        findings=tuple(_findings(listed, models, current)),
        current=current,
    )


def most_used(services: Iterable[Service], count: int = MOST_USED) -> tuple[Service, ...]:
    """The services with the most cases a year; those without a figure are left out, ties stand by their numbers."""
    known = [service for service in services if service.cases_per_year is not None]
    return tuple(sorted(known, key=_use)[:count])


def cases_of(services: Iterable[Service]) -> int:
    """Cases a year, as far as they are known."""
    return sum(service.cases_per_year or 0 for service in services)


def by_office(services: Iterable[Service], offices: Iterable[Office]) -> tuple[OfficeServices, ...]:
    """Every office with its services by name, also one that has none; last those without an office."""
    groups: dict[str, list[Service]] = {}
    titles: dict[str, str] = {}
    records = {same_name(office.title): office for office in offices}
    for key, office in records.items():
        groups[key], titles[key] = [], office.title
    for service in in_order(services):
        key = same_name(service.office)
        groups.setdefault(key, []).append(service)
        titles.setdefault(key, " ".join(service.office.split()))
    return tuple(
        OfficeServices(title=titles[key], services=tuple(groups[key]), record=records.get(key))
        for key in sorted(groups, key=lambda key: (not key, key))
    )


def by_level(services: Sequence[Service], models: Mapping[str, MaturityModel], current: str) -> tuple[LevelCount, ...]:
    """How many services stand where, each counted once by the level that stands; versions apart, the newest first."""
    standing = (standing_rating(service, models, current) for service in services)
    counts = Counter(rating for rating in standing if rating is not None)
    versions = sorted({rating.model for rating in counts}, key=lambda name: _age(name, models))
    found = []
    for name in versions:
        highest = max(rating.level for rating in counts if rating.model == name)
        levels = range(max((highest, *models[name].highest)) + 1) if name in models else range(highest + 1)
        found += [LevelCount(MaturityRating(name, level), counts[MaturityRating(name, level)]) for level in levels]
    return tuple(found)


def _age(name: str, models: Mapping[str, MaturityModel]) -> tuple[int, str]:
    model = models.get(name)
    return (0 if model is None else -model.valid_from.toordinal(), name)


def _use(service: Service) -> tuple[bool, int, int, str]:
    cases = service.cases_per_year
    return cases is None, -(cases or 0), service.number, service.id


def _findings(
    services: Sequence[Service], models: Mapping[str, MaturityModel], current: str
) -> Iterator[ServiceFinding]:
    by_key, by_title = _sharing(services, lambda one: one.key), _sharing(services, lambda one: same_name(one.title))
    for service in services:
        yield from (ServiceFinding(concern, service) for concern in _own_concerns(service, models, current))
        for concern, found in ((Concern.DOUBLE_KEY, by_key), (Concern.DOUBLE_TITLE, by_title)):
            others = tuple(other for other in found.get(service.id, ()) if other.id != service.id)
            if others:
                yield ServiceFinding(concern, service, others)


def _own_concerns(service: Service, models: Mapping[str, MaturityModel], current: str) -> Iterator[Concern]:
    if service.disputed:
        yield Concern.DISPUTED
    standing = standing_rating(service, models, current)
    if standing is None:
        yield Concern.UNRATED
    elif standing.model != current:
        yield Concern.OLDER_MODEL
    if any(not is_possible(rating, models) for rating in service.maturity):
        yield Concern.IMPOSSIBLE_LEVEL
    if Account.FORMER_STATE in service.accounts:
        yield Concern.FORMER_ACCOUNT
    if service.key and not (service.key.isascii() and service.key.isdigit() and len(service.key) == KEY_DIGITS):
        yield Concern.ODD_KEY


def _sharing(services: Iterable[Service], name: Callable[[Service], str]) -> Mapping[str, Sequence[Service]]:
    """By the id of a service all those with the same name as it; nothing for those without one."""
    groups: dict[str, list[Service]] = {}
    for service in services:
        if name(service):
            groups.setdefault(name(service), []).append(service)
    return {service.id: group for group in groups.values() for service in group}
