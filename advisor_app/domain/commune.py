"""Communes: towns, municipalities and districts with their official key and its history."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from uuid import UUID, uuid5

from advisor_app.domain.errors import AdvisorError, Problem

# Fixed for ever: the ids of all official communes derive from it (see ``official_id``).
_OFFICIAL_NAMESPACE = UUID("5b0d4c1e-7a1f-4f0e-9a53-6d2c8e1b7f40")

EXAMPLE_COMMUNE = "7f0e6a52-3c1b-5d8e-9b0a-5e5c4e7a1ba0"
"""The id of the worked example's commune, an own entry of the register without a key."""

SPECIAL_STATUS = "Sonderstatusstadt"
"""Designation of the towns under § 4a HGO; the official municipality file does not know it."""

_KEY = re.compile(r"(?:0[1-9]|1[0-6])[0-9]{6}")
_DISTRICT_KEY = re.compile(r"(?:0[1-9]|1[0-6])[0-9]{3}")
_DISTRICT_SUFFIX = "000"
TOWNS = frozenset({"Stadt", "Kreisfreie Stadt", "Stadtkreis", "Große Kreisstadt", SPECIAL_STATUS})
"""Designations of communes that bear the name of a town."""


class CommuneKind(Enum):
    """What kind of house it is; the values are the ids in content packs (``kinds.toml``)."""

    MUNICIPALITY = "kG"  # belongs to a district
    CITY = "kS"  # without a district, or with special status (§ 4a HGO)
    DISTRICT = "LK"


class KeyChangeReason(Enum):
    """Why a commune is found under another key or name than before."""

    RENAMED = "renamed"
    REKEYED = "re-keyed"
    MERGED = "merged"
    DISSOLVED = "dissolved"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyChange:
    """One step in a commune's history: from ``since`` on, ``old_key`` is known as ``new_key``.

    A renaming keeps the key (``old_key == new_key``); a merger names the successor's key; where nothing followed
    (``DISSOLVED``) ``new_key`` is empty.
    """

    old_key: str
    new_key: str
    since: date
    reason: KeyChangeReason
    old_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Commune:
    """A town, municipality or district of the register, or an entry of the adviser's own (``own``).

    ``key`` is the AGS of eight digits (a district's ends in 000), None only for own entries. ``population`` counts
    people. ``status_date`` is the day whose boundaries the entry describes. ``missing_since`` is the day of the first
    official file that no longer names it while nobody has said what became of it. ``source`` says where the facts come
    from.
    Raises AdvisorError (BAD_KEY, BAD_VALUE) when the parts do not fit together.
    """

    id: str
    key: str | None
    name: str
    kind: CommuneKind
    designation: str
    district_key: str | None = None
    district: str = ""
    population: int | None = None
    status_date: date | None = None
    key_history: tuple[KeyChange, ...] = ()
    missing_since: date | None = None
    own: bool = False
    source: str = ""

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise AdvisorError(Problem.BAD_VALUE, name="Name", value=self.name)
        if self.population is not None and self.population < 0:
            raise AdvisorError(Problem.BAD_VALUE, name="Einwohnerzahl", value=self.population)
        if self.district_key is not None and not _DISTRICT_KEY.fullmatch(self.district_key):
            raise AdvisorError(Problem.BAD_KEY, value=self.district_key)
        if self.key is None:
            if not self.own:
                raise AdvisorError(Problem.BAD_KEY, value="")
        elif not _KEY.fullmatch(self.key) or not _fits(self.key, self.kind):
            raise AdvisorError(Problem.BAD_KEY, value=self.key)

    @property
    def title(self) -> str:
        """Name as written in documents: "Gemeinde Aarbergen", "Stadt Gießen", "Landkreis Gießen", "Hochtaunuskreis"."""
        return title_of(self.name, self.designation, self.kind)

    @property
    def special_status(self) -> bool:
        """Whether it is one of the towns under § 4a HGO."""
        return self.designation == SPECIAL_STATUS

    @property
    def former_names(self) -> tuple[str, ...]:
        """Names that now lead to this commune: its own earlier ones and those merged into it."""
        return tuple(change.old_name for change in self.key_history if change.old_name)

    @property
    def former_keys(self) -> tuple[str, ...]:
        """Keys given up in favour of the present one, also those of communes merged into it."""
        return tuple(change.old_key for change in self.key_history if change.old_key != self.key)


def title_of(name: str, designation: str, kind: CommuneKind) -> str:
    """A commune's name with its designation, as it is written."""
    if kind is CommuneKind.DISTRICT and name.casefold().endswith("kreis"):
        return name
    word = "Stadt" if designation in TOWNS else designation
    return f"{word} {name}".strip()


def canonical_key(text: str) -> str:
    """The AGS as eight digits; blanks are ignored, a district's five digits are completed.

    Raises AdvisorError (BAD_KEY) for anything else.
    """
    key = "".join(text.split())
    if _DISTRICT_KEY.fullmatch(key):
        key += _DISTRICT_SUFFIX
    if not _KEY.fullmatch(key):
        raise AdvisorError(Problem.BAD_KEY, value=text)
    return key


class KeyHistory:
    """Which key followed which, over all communes; a key is given up at most once."""

    def __init__(self, changes: Iterable[KeyChange] = ()) -> None:
        self._changes = tuple(step for step in dict.fromkeys(changes) if step.old_key != step.new_key)
        self._ends = {step.old_key: step for step in self._changes}
        rekeyed = (step for step in self._changes if step.reason is KeyChangeReason.REKEYED)
        self._earlier = {step.new_key: step.old_key for step in rekeyed}

    def end_of(self, key: str) -> KeyChange | None:
        """The step with which a key was given up, None while it is in use."""
        return self._ends.get(key)

    def successor(self, key: str, among: Container[str]) -> str | None:
        """The first of these keys that followed a key."""
        seen = {key}
        while (step := self._ends.get(key)) is not None and step.new_key not in seen:
            key = step.new_key
            if key in among:
                return key
            seen.add(key)
        return None

    def first_key(self, key: str) -> str:
        """The key that the same commune bore first; what was merged into it is another commune."""
        seen: set[str] = set()
        while key in self._earlier and key not in seen:
            seen.add(key)
            key = self._earlier[key]
        return key

    def leading_to(self, key: str) -> tuple[KeyChange, ...]:
        """All steps that lead to a key, oldest first."""
        keys = {key}
        steps: set[KeyChange] = set()
        while leading := {step for step in self._changes if step.new_key in keys} - steps:
            steps |= leading
            keys |= {step.old_key for step in leading}
        return tuple(sorted(steps, key=lambda step: (step.since, step.old_key)))


def official_id(first_key: str) -> str:
    """The id of an official commune: a version 5 UUID of the key under which it was first known.

    Every installation thus gives the same commune the same id, also after it was re-keyed and without asking anyone.
    """
    return str(uuid5(_OFFICIAL_NAMESPACE, first_key))


def absorb(successor: Commune, gone: Commune, since: date) -> Commune:
    """The successor after a merger: found also under the key and the names of the commune that is gone.

    Its population stays as it is: the official figure of the new boundaries comes with the next official file, and a
    sum of figures of different days would be nobody's. Raises AdvisorError(BAD_SUCCESSOR) where one of the two has no
    key, where a district would follow a municipality or the other way round, and where the successor is the commune
    itself or was given up in its favour.
    """
    gone_kinds = {gone.kind is CommuneKind.DISTRICT, successor.kind is CommuneKind.DISTRICT}
    keys = {gone.key, *gone.former_keys}
    if gone.key is None or successor.key is None or successor.key in keys or len(gone_kinds) > 1:
        raise AdvisorError(Problem.BAD_SUCCESSOR, name=gone.title, successor=successor.title)
    step = KeyChange(
        old_key=gone.key, new_key=successor.key, since=since, reason=KeyChangeReason.MERGED, old_name=gone.name
    )
    return replace(successor, key_history=tuple(dict.fromkeys((*successor.key_history, *gone.key_history, step))))


def dissolve(gone: Commune, since: date) -> Commune:
    """A commune whose end is settled and which nobody followed; raises AdvisorError(BAD_KEY) for one without a key."""
    if gone.key is None:
        raise AdvisorError(Problem.BAD_KEY, value="")
    step = KeyChange(old_key=gone.key, new_key="", since=since, reason=KeyChangeReason.DISSOLVED, old_name=gone.name)
    return replace(gone, key_history=(*gone.key_history, step), missing_since=None, own=False)


def _fits(key: str, kind: CommuneKind) -> bool:
    """Whether the key's last three digits allow the kind (a city with special status belongs to a district)."""
    if kind is CommuneKind.CITY:
        return True
    return key.endswith(_DISTRICT_SUFFIX) == (kind is CommuneKind.DISTRICT)
