"""Finding communes by what somebody types: umlauts and ß either way, words in part, keys old and new."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum, auto

from advisor_app.domain.commune import Commune, CommuneKind

_WORD = re.compile(r"[^\W_]+")
# Each digraph becomes its first letter, so that what is typed so far folds to the beginning of what the whole folds to.
_DIGRAPH = re.compile(r"([aou])e+|(s)s+")
_BRACKETS = re.compile(r"\(.*?\)")
# As in "Bad Homburg v. d. Höhe", "Limburg a. d. Lahn", "Höchst i. Odw.", "Breitenbach a. Herzberg".
_WRITTEN_OUT = (
    (" a d ", " an der "),
    (" v d ", " vor der "),
    (" a ", " am "),
    (" i ", " im "),
    (" odw ", " odenwald "),
)
_DEFAULT_LIMIT = 20


def fold(text: str) -> str:
    """The words of a text in the one spelling that all spellings share, separated by single blanks.

    "Gießen", "giessen" and "GIESEN" are equal, so are "Köln", "Koeln" and "Koln"; punctuation and accents vanish.
    """
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    letters = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(_collapsed(word) for word in _WORD.findall(letters))


class _Rank(IntEnum):
    """How a commune was found, best first."""

    EXACT = 0
    NAME = auto()
    WORD = auto()
    INSIDE = auto()
    KEY = auto()
    TITLE = auto()
    DISTRICT = auto()


@dataclass(frozen=True, slots=True)
class _Entry:
    """A commune with its texts folded once; in each text every word has a blank before it, every line a line feed."""

    commune: Commune
    exact: frozenset[str]  # names without any blanks
    names: str  # a line per way to write the name
    joined: str  # the same lines without any blanks
    keys: tuple[str, ...]
    title: str
    surroundings: str  # title, district, designation, former names


class _Query:
    """What was typed, folded once for all entries."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = tuple(" " + word for word in words)
        self._joined = _collapsed("".join(words))
        self._in_order = re.compile("(\n)?" + "".join(re.escape(word) + "[^ \n]*" for word in self._words))

    def rank(self, entry: _Entry) -> _Rank | None:
        """How well the entry answers, None where it does not."""
        if self._joined in entry.exact:
            return _Rank.EXACT
        in_order = self._in_order.search(entry.names)
        if (in_order is not None and in_order[1]) or "\n" + self._joined in entry.joined:
            return _Rank.NAME
        if in_order is not None or self._begin_words_of(entry.names):
            return _Rank.WORD
        if self._joined in entry.joined:
            return _Rank.INSIDE
        if any(key.startswith(self._joined) for key in entry.keys):
            return _Rank.KEY
        if self._begin_words_of(entry.title):
            return _Rank.TITLE
        return _Rank.DISTRICT if self._begin_words_of(entry.surroundings) else None

    def _begin_words_of(self, text: str) -> bool:
        return all(word in text for word in self._words)


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

        Exact names, then names and words that begin so, parts of names, keys, titles ("Landkreis Kassel"), districts;
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

    def by_id(self, identifier: str) -> Commune | None:
        """The commune with this id."""
        return self._by_id.get(identifier)

    def by_key(self, key: str) -> Commune | None:
        """The commune that bears this key (eight digits) today, or that followed the one which bore it."""
        return self._by_key.get(key)


def _collapsed(text: str) -> str:
    return _DIGRAPH.sub(r"\1\2", text)


def _order(commune: Commune) -> tuple[int, str, str]:
    return -(commune.population or 0), fold(commune.name), commune.id


def _entry(commune: Commune) -> _Entry:
    names = _spellings(commune.name)
    keys = () if commune.key is None else (commune.key,)
    around = [commune.title, commune.district, commune.designation, *commune.former_names]
    if commune.kind is CommuneKind.DISTRICT:
        around.append("Kreis")  # "Kreis Offenbach"
    return _Entry(
        commune=commune,
        exact=frozenset(map(_joined, (*names, *_spellings(_BRACKETS.sub(" ", commune.name))))),
        names="".join("\n" + _spaced(name) for name in names),
        joined="".join("\n" + _joined(name) for name in names),
        keys=(*keys, *commune.former_keys),
        title=_spaced(fold(commune.title)),
        surroundings="".join(_spaced(fold(text)) for text in around),
    )


def _spellings(name: str) -> tuple[str, ...]:
    """The folded name, and where it has abbreviations the name with these written out."""
    plain = fold(name)
    written_out = f" {plain} "
    for short, full in _WRITTEN_OUT:
        written_out = written_out.replace(short, full)
    return tuple(dict.fromkeys((plain, written_out.strip())))


def _spaced(folded: str) -> str:
    return "".join(" " + word for word in folded.split())


def _joined(folded: str) -> str:
    return _collapsed(folded.replace(" ", ""))
