"""Who pays for the bookings of a foreign list: kinds of financing and names of programmes, in any words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from advisor_app.domain.booking import Financing
from advisor_app.domain.folding import fold
from advisor_app.domain.funding_rules import Programme

FINANCING_WORDS: Mapping[Financing, tuple[str, ...]] = {
    Financing.PROGRAMME: ("Landesförderung", "Land", "gefördert", "Förderung", "Förderprogramm"),
    Financing.FRAMEWORK: ("Rahmenvertrag", "Rahmenvereinbarung"),
    Financing.OWN: ("Eigenmittel", "selbst", "Selbstzahler", "eigene Mittel", "Kommune"),
    Financing.ALLIANCE: ("IKZ", "interkommunal", "Interkommunale Zusammenarbeit"),
    Financing.OPEN: ("offen", "ungeklärt", "unbekannt"),
}
_NO_PROGRAMME = frozenset(map(fold, ("", "kein", "keine", "keines", "keins", "nein", "ohne", "entfällt", "n/a")))
_BETWEEN_NAMES = re.compile(r"\s*[,;+&\n]\s*|\s+/\s+|\s+und\s+", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\(([^)]*)\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class RowPayment:
    """What a row says of who pays; ``unknown`` are names of no known programme.

    ``unread`` is what stands where the kind of financing should, and is neither a kind nor a programme.
    """

    financing: Financing = Financing.OPEN
    programmes: tuple[Programme, ...] = ()
    unknown: tuple[str, ...] = ()
    unread: str = ""

    def of(self, module: str) -> tuple[Programme, ...]:
        """The named programmes that can pay for a module: with one it is settled, with several it stays open."""
        if self.financing is not Financing.PROGRAMME:
            return ()
        return tuple(programme for programme in self.programmes if programme.knows(module))


class PaymentReader:
    """Reads who pays, with the programmes of the shipped packs and of the house's own."""

    def __init__(self, programmes: Sequence[Programme]) -> None:
        self._programmes = tuple(programmes)
        self._kinds = {fold(word): kind for kind, words in FINANCING_WORDS.items() for word in (kind.value, *words)}

    def read(self, financing: str, programme: str) -> RowPayment:
        """What the two cells of a row say together; a kind of financing stands before what a programme suggests."""
        kind = self._kinds.get(fold(financing))
        paying, unknown = ((), ()) if kind is not None else self._named(financing)
        if unknown:
            return RowPayment(unread=financing)
        suggested = self._kinds.get(fold(programme))
        named, unknown = ((), ()) if suggested is not None else self._named(programme)
        if kind in {None, Financing.OPEN}:
            kind = Financing.PROGRAMME if paying or named or unknown else suggested or kind
        found = tuple(dict.fromkeys((*named, *(() if named else paying))))
        return RowPayment(financing=kind or Financing.OPEN, programmes=found, unknown=unknown)

    def _named(self, text: str) -> tuple[tuple[Programme, ...], tuple[str, ...]]:
        """The programmes that a cell names, and its other names."""
        whole = self._programme(text)
        if whole is not None:
            return (whole,), ()
        names = [name.strip() for name in _BETWEEN_NAMES.split(text) if fold(name) not in _NO_PROGRAMME]
        found = {name: self._programme(name) for name in names}
        if None in found.values() and not any(found.values()):  # one name that no programme has, with its own commas
            return (), (text.strip(),)
        return (
            tuple(dict.fromkeys(item for item in found.values() if item is not None)),
            tuple(name for name, item in found.items() if item is None),
        )

    def _programme(self, name: str) -> Programme | None:
        """The programme of this name, else the only one whose name begins with these words (two at least)."""
        said = fold(name)
        if not said:
            return None
        for programme in self._programmes:
            if said in _names(programme):
                return programme
        longer = [item for item in self._programmes if any(known.startswith(f"{said} ") for known in _names(item))]
        return longer[0] if len(longer) == 1 and " " in said else None


def _names(programme: Programme) -> frozenset[str]:
    """Everything by which lists call it: id, short and full title, also without or by what its brackets say."""
    return frozenset(filter(None, map(fold, _spelled(programme))))


def _spelled(programme: Programme) -> Iterator[str]:
    yield programme.id
    for title in (programme.short, programme.title):
        yield title
        yield _IN_BRACKETS.sub(" ", title)
        yield from _IN_BRACKETS.findall(title)
