"""Who pays for which modules, and whether the combination is allowed (rules R1–R4 of the pack's funding table)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from advisor_app.domain.funding_rules import FundingException, FundingRules, Programme, Window


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

    An earlier booking of a module that is wanted again is the same booking and counts once. What no programme paid for
    counts for nothing: rules limit what a programme pays (hint A4-5 of the pack). A rule that earlier bookings break
    among themselves speaks against no module that it does not touch.
    """
    before = {module: payer for module, payer in (earlier or {}).items() if payer is not None}
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
        earlier=dict(earlier or {}),
    )


def programme_for(rules: FundingRules, module: str, on: date) -> Programme | None:
    """The programme that pays for a module: one open on that day, else the one whose window closed last."""
    return next(iter(_programmes_for(rules, module, on)), None)


def _programmes_for(rules: FundingRules, module: str, on: date) -> list[Programme]:
    """All programmes that are open for a module on that day, the one that stays open longest first.

    Where none is open, only the one whose window closed last: it tells what the combination was about.
    """
    candidates = [programme for programme in rules.programmes if module in programme.modules]
    ordered = sorted(candidates, key=lambda programme: _preference(programme, module, on), reverse=True)
    return [item for item in ordered if _preference(item, module, on)[0]] or ordered[:1]


def _preference(programme: Programme, module: str, on: date) -> tuple[bool, date]:
    windows = [window for window in programme.windows if window.module == module]
    ends = [window.valid_to or date.max for window in windows]
    return any(window.is_open(on) for window in windows), max(ends, default=date.min)


def _allocate(rules: FundingRules, modules: tuple[str, ...], on: date, fixed: Mapping[str, str]) -> _Allocation:
    """Assign each module its programme, use exceptions where a programme is full, and name what is broken."""
    payers = _placed(rules, modules, on, fixed)
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
                if item.module in own
                and item.with_module in own
                and item.module not in fixed
                and _run_together(rules, item, programme)
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


def _placed(rules: FundingRules, modules: tuple[str, ...], on: date, fixed: Mapping[str, str]) -> dict[str, str]:
    """Who pays for each module; one more than a programme pays for stands with the programme that it would be for.

    A programme that is full hands a module on to another one that is open, so that no order of modules or programmes
    refuses what could be paid.
    """
    payers = {module: fixed[module] for module in modules if module in fixed}

    def place(module: str, asked: set[str]) -> bool:
        for programme in _programmes_for(rules, module, on):
            if programme.id in asked:
                continue
            asked.add(programme.id)
            own = [name for name, payer in payers.items() if payer == programme.id and name in programme.modules]
            if len(own) < programme.at_most or any(place(name, asked) for name in own if name not in fixed):
                payers[module] = programme.id
                return True
        return False

    for module in modules:
        if module not in fixed and not place(module, set()):
            first = programme_for(rules, module, on)
            if first is not None:
                payers[module] = first.id
    return payers


def _run_together(rules: FundingRules, exception: FundingException, full: Programme) -> bool:
    """Whether an exception's programme pays for its module while the full one does.

    An exception among programmes that have ended says nothing about a programme that began later.
    """
    own, others = (
        [window for item in rules.programmes if item.id == name for window in item.windows if window.module == module]
        for name, module in ((full.id, exception.module), (exception.programme, exception.module))
    )
    return any(
        one.valid_from <= (other.valid_to or date.max) and other.valid_from <= (one.valid_to or date.max)
        for one in own
        for other in others
    )


def _lost_by_exception(rules: FundingRules, modules: tuple[str, ...], payers: Mapping[str, str]) -> Iterator[str]:
    for item in rules.exceptions:
        used = payers.get(item.module) == item.programme and item.with_module in payers
        if used and any(module in modules and payers.get(module) == item.programme for module in item.excludes):
            yield item.rule


def _alternatives(
    rules: FundingRules, wanted: tuple[str, ...], on: date, before: Mapping[str, str]
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
