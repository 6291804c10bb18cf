"""Who pays for which modules, and whether the combination is allowed (rules R1–R4 of the pack's funding table)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from advisor_app.domain.funding_rules import FundingRules, Programme, Window


@dataclass(frozen=True, slots=True, kw_only=True)
class ModuleFunding:
    """Verdict on one module; ``reason`` is the id of the rule that leaves its payer open."""

    module: str
    payer: str | None
    reason: str | None
    open: bool
    valid_from: date | None
    valid_to: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FundingVerdict:
    """Two verdicts, combination and validity; ``rules`` were broken, or let the combination pass by exception.

    ``alternatives`` are the largest choices out of the wanted modules that would be allowed.
    """

    on: date
    funded: bool
    combination_allowed: bool
    rules: tuple[str, ...]
    modules: Mapping[str, ModuleFunding]
    alternatives: tuple[tuple[str, ...], ...]
    earlier: Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class _Allocation:
    payers: Mapping[str, str]
    broken: tuple[str, ...]
    applied: tuple[str, ...]


def check_funding(
    rules: FundingRules,
    wanted: Iterable[str],
    on: date,
    earlier: Mapping[str, str | None] | None = None,
) -> FundingVerdict:
    """Check a choice of modules on a day; ``earlier`` are the commune's former bookings (module → programme or None).

    An earlier booking of a module that is wanted again is the same booking and counts once. A rule that earlier
    bookings break among themselves speaks against no module that it does not touch.
    """
    before = dict(earlier or {})
    chosen = tuple(sorted(set(wanted)))
    everything = tuple(sorted({*chosen, *before}))
    allocation = _allocate(rules, everything, on, before)
    broken = _touching(rules, chosen, allocation.broken)
    allowed = not broken
    alternatives = () if allowed else tuple(_alternatives(rules, chosen, on, before))
    modules = {}
    for module in chosen:
        certain = allowed or (bool(alternatives) and all(module in choice for choice in alternatives))
        payer = allocation.payers.get(module) if certain else None
        window = _window(rules, module, allocation.payers.get(module), on)
        reason = None
        if payer is None:
            reason = next(iter(_reasons(rules, module, broken)), None)
        modules[module] = ModuleFunding(
            module=module,
            payer=payer,
            reason=reason,
            open=window is not None and window.is_open(on),
            valid_from=window.valid_from if window else None,
            valid_to=window.valid_to if window else None,
        )
    return FundingVerdict(
        on=on,
        funded=allowed and all(item.open and item.payer is not None for item in modules.values()),
        combination_allowed=allowed,
        rules=broken or allocation.applied,
        modules=modules,
        alternatives=alternatives,
        earlier=before,
    )


def programme_for(rules: FundingRules, module: str, on: date) -> Programme | None:
    """The programme that pays for a module: one open on that day, else the one whose window closed last."""
    candidates = [programme for programme in rules.programmes if module in programme.modules]
    return max(candidates, key=lambda programme: _preference(programme, module, on), default=None)


def _preference(programme: Programme, module: str, on: date) -> tuple[bool, date]:
    windows = [window for window in programme.windows if window.module == module]
    ends = [window.valid_to or date.max for window in windows]
    return any(window.is_open(on) for window in windows), max(ends, default=date.min)


def _allocate(rules: FundingRules, modules: tuple[str, ...], on: date, fixed: Mapping[str, str | None]) -> _Allocation:
    """Assign each module its programme, use exceptions where a programme is full, and name what is broken."""
    payers: dict[str, str] = {}
    for module in modules:
        programme = programme_for(rules, module, on)
        given = fixed.get(module)
        if given is not None:
            payers[module] = given
        elif programme is not None and not (module in fixed and fixed[module] is None):
            payers[module] = programme.id
    broken: list[str] = []
    applied: list[str] = []
    for programme in rules.programmes:
        own = [module for module in modules if payers.get(module) == programme.id and module in programme.modules]
        if len(own) <= programme.at_most:
            continue
        exception = next(
            (
                item
                for item in rules.exceptions
                if item.module in own and item.with_module in own and item.module not in fixed
            ),
            None,
        )
        if exception is None or len(own) - 1 > programme.at_most:
            broken.append(programme.rule)
            continue
        applied.append(exception.rule)
        payers[exception.module] = exception.programme
    broken.extend(_lost_by_exception(rules, modules, payers))
    return _Allocation(payers, tuple(dict.fromkeys(sorted(broken))), tuple(applied))


def _lost_by_exception(rules: FundingRules, modules: tuple[str, ...], payers: Mapping[str, str]) -> Iterator[str]:
    for item in rules.exceptions:
        used = payers.get(item.module) == item.programme and item.with_module in payers
        if used and any(module in modules and module in payers for module in item.excludes):
            yield item.rule


def _alternatives(
    rules: FundingRules, wanted: tuple[str, ...], on: date, before: Mapping[str, str | None]
) -> Iterator[tuple[str, ...]]:
    for size in range(len(wanted) - 1, 0, -1):
        found = [
            choice
            for choice in combinations(wanted, size)
            if not _touching(rules, choice, _allocate(rules, tuple(sorted({*choice, *before})), on, before).broken)
        ]
        if found:
            yield from found
            return


def _touching(rules: FundingRules, modules: tuple[str, ...], broken: tuple[str, ...]) -> tuple[str, ...]:
    """Rules among the broken ones that concern one of the modules."""
    touching = {rule for module in modules for rule in _reasons(rules, module, broken)}
    return tuple(rule for rule in broken if rule in touching)


def _reasons(rules: FundingRules, module: str, broken: tuple[str, ...]) -> Iterator[str]:
    """Rules among the broken ones that concern a module."""
    for rule in broken:
        touched = {name for programme in rules.programmes if programme.rule == rule for name in programme.modules}
        for item in rules.exceptions:
            if item.rule == rule:
                touched.update((item.module, item.with_module, *item.excludes))
        if module in touched:
            yield rule


def _window(rules: FundingRules, module: str, payer: str | None, on: date) -> Window | None:
    """The window of the payer for the module: one open on that day, else the last one."""
    payers = [programme for programme in rules.programmes if programme.id == payer]
    if not payers:
        fallback = programme_for(rules, module, on)
        payers = [fallback] if fallback else []
    windows = [window for programme in payers for window in programme.windows if window.module == module]
    return max(windows, key=lambda window: (window.is_open(on), window.valid_to or date.max), default=None)
