"""Marks in every text of a case, so that a test finds whatever lets one through."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass, replace
from datetime import UTC, date, datetime, time
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, Union, get_args, get_origin, get_type_hints

from advisor_app import domain
from advisor_app.domain.case import Case
from advisor_app.domain.free_text import NO_FREE_TEXT, with_texts_by_path
from advisor_app.domain.poll import Outcome, Poll, PollAbout, PollRound, RoleVote, Settled, Votes
from advisor_app.domain.projection import (
    WRITTEN_FOR_THE_ROOM,
)
from advisor_app.domain.words import Audience, Words

SECRET, ROOMY = "geheim", "sichtbar"
NOW = datetime(2026, 9, 14, 8, 0, tzinfo=UTC)


class Planted:
    """Makes records of any type with marks in every text, so that fields of tomorrow are filled as well."""

    def __init__(self, audience: Audience) -> None:
        self._audience = audience
        self._number = 0

    def mark(self) -> str:
        """Words that stand nowhere else."""
        self._number += 1
        return f"{SECRET}{self._number}"

    def words(self) -> Words:
        """Words that are not released to the room."""
        return Words(self.mark(), self._audience)

    def into(self, record: Any) -> Any:
        """The same record with a mark in each of its free texts and in all words that it holds."""
        allowed = WRITTEN_FOR_THE_ROOM.get(type(record), frozenset())
        return self._worded(with_texts_by_path(self._filled(record), lambda path, _words: self._kept(path, allowed)))

    def record(self, kind: Any) -> Any:
        """A record of a type; what is optional is there."""
        return self.into(self._made(kind, ""))

    def _kept(self, path: tuple[str, ...], allowed: frozenset[tuple[str, ...]]) -> str:
        mark = self.mark()
        return mark.replace(SECRET, ROOMY) if path in allowed else mark

    def _filled(self, value: Any) -> Any:
        """Empty texts get something to be replaced."""
        if type(value) is str:
            return value or "leer"
        if isinstance(value, tuple):
            return tuple(self._filled(item) for item in value)
        if is_dataclass(value) and not isinstance(value, type) and not isinstance(value, Words):
            named = {f.name: getattr(value, f.name) for f in fields(value) if f.init}
            return replace(value, **{n: v if n in NO_FREE_TEXT else self._filled(v) for n, v in named.items()})
        return value

    def _worded(self, value: Any) -> Any:
        """Words lose their release."""
        if isinstance(value, Words):
            return self.words()
        if isinstance(value, tuple):
            return tuple(self._worded(item) for item in value)
        if is_dataclass(value) and not isinstance(value, type):
            return replace(value, **{f.name: self._worded(getattr(value, f.name)) for f in fields(value) if f.init})
        return value

    def _made(self, kind: Any, name: str) -> Any:
        origin, arguments = get_origin(kind), get_args(kind)
        if origin in (Union, types.UnionType):
            return self._made(next(item for item in arguments if item is not type(None)), name)
        if origin is tuple:
            return tuple(self._made(item, name) for item in arguments if item is not Ellipsis)
        if origin is not None and issubclass(origin, Mapping):
            return {self._made(arguments[0], "id"): self._made(arguments[1], name)}
        if origin is frozenset:
            return frozenset({self._made(arguments[0], name)})
        if isinstance(kind, type) and issubclass(kind, Enum):
            return next(iter(kind))
        if kind is Words:
            return self.words()
        if isinstance(kind, type) and is_dataclass(kind):
            return self._of_class(kind)
        plain: dict[Any, Any] = {
            str: "x" if name in NO_FREE_TEXT else self.mark(),
            int: 1,
            bool: True,
            float: 1.0,
            Decimal: Decimal(1),
            Fraction: Fraction(1),
            date: date(2026, 9, 14),
            datetime: NOW,
            time: time(9, 0),
        }
        return plain[kind]

    def _of_class(self, kind: type[Any]) -> Any:
        hints = get_type_hints(kind)
        parts = {f.name: self._made(hints[f.name], f.name) for f in fields(kind) if f.init}
        try:
            return kind(**parts)
        except ValueError:  # not everything goes together: with what it cannot do without
            return kind(**{f.name: parts[f.name] for f in fields(kind) if f.default is MISSING})


_CLASSES = {
    name: value
    for module in iter_modules(domain.__path__)
    for name, value in vars(import_module(f"advisor_app.domain.{module.name}")).items()
    if isinstance(value, type)
}
"""Everything that fields of a case may be, as the case itself loads it only when it has one."""


def planted_case(case: Case, audience: Audience) -> Case:
    """The case with marks in every record it has, and one more record, made by its type, in every other place."""
    planting, hints = Planted(audience), get_type_hints(Case, localns=_CLASSES)
    changed: dict[str, Any] = {}
    for field in fields(Case):
        value = getattr(case, field.name)
        if field.name == "id":
            continue
        if isinstance(value, Mapping):
            inner, there = get_args(hints[field.name])[1], {key: _inside(item, planting) for key, item in value.items()}
            made = planting._made(inner, field.name)
            changed[field.name] = there or {"x": made}
            if is_dataclass(made) and field.name not in {"assessments", "agenda"}:
                changed[field.name] = {**there, "x": planting.into(made)}
        elif value is None:
            changed[field.name] = planting.record(hints[field.name])
        else:
            changed[field.name] = planting.into(value)
    return replace(case, **changed | {"polls": polls_of(case, planting)})


def _inside(value: Any, planting: Planted) -> Any:
    if isinstance(value, Mapping):
        return {key: _inside(item, planting) for key, item in value.items()}
    return planting.mark() if type(value) is str else planting.into(value)


def polls_of(case: Case, planting: Planted) -> Mapping[str, Poll]:
    """One poll that runs, one that is opened and settled with words, one about a target."""
    workshop = next(item for item in case.assessments.values() if item.questionnaire == "m4")
    votes = Votes(counts=(1, 0, 3, 2, 0), unknown=1)
    running = PollRound(started_at=NOW, votes=votes, present=9, roles=(RoleVote(role=planting.mark(), level=3),))
    opened = replace(running, revealed_at=NOW)
    outcome = Outcome(
        settled=Settled.DISSENT,
        decided_at=NOW,
        level=2,
        reason=planting.words(),
        responsible=planting.mark(),
        dissent=planting.words(),
    )
    blind = Poll(id="p1", assessment=workshop.id, about=PollAbout.QUESTION, item="4.1.1", rounds=(running,))
    return {
        "p1": blind,
        "p2": replace(blind, id="p2", item="4.1.2", rounds=(opened, opened), outcome=outcome),
        "p3": replace(blind, id="p3", about=PollAbout.TARGET, item="4.1", rounds=(opened,)),
    }
