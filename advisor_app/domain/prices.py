"""The house's price list: what a module costs from which day on, and what a commune would pay itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor_app.domain.funding import FundingVerdict

HIGHEST_PRICE = 100_000_000
"""In cents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModulePrice:
    """What a module costs, in cents (None: still open); both days included, None: without a beginning or an end."""

    module: str
    cents: int | None = None
    valid_from: date | None = None
    valid_to: date | None = None

    def holds(self, on: date) -> bool:
        """Whether the price holds on a day."""
        begun = self.valid_from is None or self.valid_from <= on
        return begun and (self.valid_to is None or on <= self.valid_to)


@dataclass(frozen=True, slots=True)
class PriceList:
    """All prices of the house."""

    prices: tuple[ModulePrice, ...] = ()

    def price(self, module: str, on: date) -> int | None:
        """The price of a module on a day in cents, the one that began last; None where none holds."""
        own = (item for item in self.prices if item.module == module and item.cents is not None)
        holding = [item for item in own if item.holds(on)]
        newest = max(holding, key=lambda item: item.valid_from or date.min, default=None)
        return None if newest is None else newest.cents

    def beginning(self, module: str, on: date | None) -> tuple[ModulePrice, ...]:
        """The prices of a module that begin on a day, None: without one; a list written by hand has several."""
        return tuple(item for item in self.prices if (item.module, item.valid_from) == (module, on))

    def without(self, module: str, on: date | None) -> PriceList:
        """The list without the prices of a module that begin on a day, None: without a beginning."""
        return PriceList(tuple(item for item in self.prices if (item.module, item.valid_from) != (module, on)))

    def with_price(self, price: ModulePrice) -> PriceList:
        """The list with a price in the place of those of the same module with the same beginning."""
        return PriceList((*self.without(price.module, price.valid_from).prices, price))


class PriceFinding(Enum):
    """What does not fit together in a price list."""

    ENDS_BEFORE_IT_BEGINS = "ends-before-it-begins"
    BEGINS_TWICE = "begins-twice"


def price_findings(prices: Iterable[ModulePrice]) -> Iterator[tuple[str, PriceFinding]]:
    """The modules whose prices do not fit together, each with what does not; nothing is refused."""
    seen: set[tuple[str, date | None]] = set()
    for price in prices:
        if price.valid_from is not None and price.valid_to is not None and price.valid_to < price.valid_from:
            yield price.module, PriceFinding.ENDS_BEFORE_IT_BEGINS
        elif price.cents is not None:
            if (price.module, price.valid_from) in seen:
                yield price.module, PriceFinding.BEGINS_TWICE
            seen.add((price.module, price.valid_from))


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidChoice:
    """One way to have the wanted modules paid: what would be funded, what the commune pays itself.

    ``cents`` is the sum of the self-paid modules that have a price; ``without_price`` are those that have none.
    """

    funded: tuple[str, ...]
    self_paid: tuple[str, ...]
    cents: int
    without_price: tuple[str, ...]


def paid_choices(verdict: FundingVerdict, prices: PriceList) -> tuple[PaidChoice, ...]:
    """The ways to have the modules of a verdict paid, one for each of its largest allowed choices.

    A module outside of its funding period is paid by the commune in each of them. A way in which less is funded than in
    another one, and nothing else instead, is none: nobody would choose it.
    """
    wanted = tuple(verdict.modules)
    choices: Iterable[tuple[str, ...]] = verdict.alternatives or ((wanted if verdict.combination_allowed else ()),)
    found = tuple(dict.fromkeys(_paid(verdict, wanted, choice, prices) for choice in choices))
    return tuple(item for item in found if not any(set(item.funded) < set(other.funded) for other in found))


def _paid(verdict: FundingVerdict, wanted: tuple[str, ...], choice: tuple[str, ...], prices: PriceList) -> PaidChoice:
    funded = tuple(module for module in wanted if module in choice and verdict.modules[module].open)
    own = tuple(module for module in wanted if module not in funded)
    known = {module: prices.price(module, verdict.on) for module in own}
    return PaidChoice(
        funded=funded,
        self_paid=own,
        cents=sum(cents for cents in known.values() if cents is not None),
        without_price=tuple(module for module, cents in known.items() if cents is None),
    )
