"""Finding communes by what somebody types: umlauts and ß either way, words in part, keys old and new."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum, auto
from functools import lru_cache

from advisor_app.domain.commune import Commune, CommuneKind
from advisor_app.domain.folding import fold, without_blanks

_BRACKETS = re.compile(r"\(.*?\)")
# As in "Bad Homburg v. d. Höhe", "Limburg a. d. Lahn", "Höchst i. Odw.", "Breitenbach a. Herzberg".
_WRITTEN_OUT = (
    (" a d ", " an der "),
    (" v d ", " vor der "),
    (" a ", " am "),
    (" i ", " im "),
    (" odw ", " odenwald "),
)
_ABBREVIATED = re.compile(r"\b(?:a|v|i)\.")
_DEFAULT_LIMIT = 20


class _Rank(IntEnum):
    """How a commune was found, best first."""

    EXACT = 0
    NAME = auto()
    WORD = auto()
    TITLE = auto()
    INSIDE = auto()
    KEY = auto()
    DISTRICT = auto()


@dataclass(frozen=True, slots=True)
class _Entry:
    """A commune with its texts folded once; in each text every word has a blank before it, every line a line feed."""

    commune: Commune
    exact: frozenset[str]  # names and title without any blanks
    names: str  # a line per way to write the name
    joined: str  # the same lines without any blanks
    keys: str  # a line per key
    title: str
    surroundings: str  # title, district, designation, former names
    everything: str  # all of these


class _Query:
    """What was typed, folded once for all entries."""

    def __init__(self, words: Sequence[str]) -> None:
        self._first = words[0]
        self._words = tuple(" " + word for word in words)
        self._joined = without_blanks("".join(words))
        self._line_start = "\n" + self._joined
        self._in_order = re.compile("(\n)?" + "".join(re.escape(word) + "[^ \n]*" for word in self._words))

    def rank(self, entry: _Entry) -> _Rank | None:
        """How well the entry answers, None where it does not."""
        if self._first not in entry.everything:
            return None
        if self._joined in entry.exact:
            return _Rank.EXACT
        in_order = self._in_order.search(entry.names)
        if (in_order is not None and in_order[1]) or self._line_start in entry.joined:
            return _Rank.NAME
        if in_order is not None or self._begin_words_of(entry.names):
            return _Rank.WORD
        # "Stadt" alone is rather a part of a name than a title.
        if len(self._words) > 1 and self._begin_words_of(entry.title):
            return _Rank.TITLE
        if self._joined in entry.joined:
            return _Rank.INSIDE
        if self._line_start in entry.keys:
            return _Rank.KEY
        return _Rank.DISTRICT if self._begin_words_of(entry.surroundings) else None

    def _begin_words_of(self, text: str) -> bool:
        # A plain loop: this runs for every entry at every key typed, and a generator triples its cost.
        for word in self._words:  # noqa: SIM110 — see above
            if word not in text:
                return False
        return True


class CommuneIndex:
    """Communes prepared for searching; built once, as building folds every name."""

    def __init__(self, communes: Iterable[Commune]) -> None:
        self.communes = tuple(sorted(communes, key=_order))
        self._entries = tuple(_entry(commune) for commune in self.communes)
        self._by_id = {commune.id: commune for commune in self.communes}
        self._by_key = {key: commune for commune in self.communes for key in commune.former_keys}
        self._by_key.update({commune.key: commune for commune in self.communes if commune.key is not None})

    def find(self, text: str, limit: int = _DEFAULT_LIMIT) -> tuple[Commune, ...]:
        """The communes that a text may mean, best first.

        Exact names, then names and words that begin so, titles ("Landkreis Kassel"), parts of names, keys, districts;
        the larger population first among equals. Nothing for a text without letters or digits.
        """
        words = fold(text).split()
        if not words:
            return ()
        query = _Query(words)
        found: dict[_Rank, list[Commune]] = {rank: [] for rank in _Rank}
        for entry in self._entries:
            rank = query.rank(entry)
            if rank is not None:
                found[rank].append(entry.commune)
        return tuple(commune for rank in _Rank for commune in found[rank])[:limit]

    def exactly(self, name: str) -> tuple[Commune, ...]:
        """The communes of exactly this name, with or without their designation; several where it is not unique."""
        said = without_blanks(fold(name))
        return tuple(entry.commune for entry in self._entries if said in entry.exact) if said else ()

    def by_id(self, identifier: str) -> Commune | None:
        """The commune with this id."""
        return self._by_id.get(identifier)

    def by_key(self, key: str) -> Commune | None:
        """The commune that bears this key (eight digits) today, or that followed the one which bore it."""
        return self._by_key.get(key)


def _order(commune: Commune) -> tuple[int, str, str]:
    return -(commune.population or 0), fold(commune.name), commune.id


@lru_cache(maxsize=4096)  # a register is indexed anew whenever one of its entries changes
def _entry(commune: Commune) -> _Entry:
    spellings = _spellings(commune.name)
    names = "".join("\n" + _spaced(name) for name in spellings)
    joined = "".join("\n" + without_blanks(name) for name in spellings)
    own_keys = () if commune.key is None else (commune.key,)
    keys = "".join("\n" + key for key in (*own_keys, *commune.former_keys))
    title = fold(commune.title)
    around = [commune.title, commune.district, commune.designation, *commune.former_names]
    if commune.kind is CommuneKind.DISTRICT:
        around.append("Kreis")  # "Kreis Offenbach"
    surroundings = _spaced(fold(" ".join(around)))
    return _Entry(
        commune=commune,
        exact=frozenset(map(without_blanks, (*spellings, *_spellings(_BRACKETS.sub(" ", commune.name)), title))),
        names=names,
        joined=joined,
        keys=keys,
        title=_spaced(title),
        surroundings=surroundings,
        everything=names + joined + keys + surroundings,
    )


def _spellings(name: str) -> tuple[str, ...]:
    """The folded name, and where it has abbreviations the name with these written out."""
    plain = fold(name)
    if not _ABBREVIATED.search(name):
        return (plain,)
    written_out = f" {plain} "
    for short, full in _WRITTEN_OUT:
        written_out = written_out.replace(short, full)
    return plain, written_out.strip()


def _spaced(folded: str) -> str:
    return " " + folded
