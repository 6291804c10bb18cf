"""How it is said where something dated comes from, and why to look again before it is used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication

from advisor_app.domain.foundations import Certainty, Source
from advisor_app.domain.freshness import Doubt, doubts
from advisor_app.texts.numbers import format_date


def named_sources(names: Iterable[str], sources: Mapping[str, Source]) -> str:
    """Publisher and title of each source; names that nothing stands for are left out."""
    found = (sources[name] for name in names if name in sources)
    return "; ".join(f"{source.publisher}, {source.title}" for source in found)


def origin(as_of: date, names: Iterable[str], sources: Mapping[str, Source], language: str) -> str:
    """The day on which it was looked up, and where."""
    words = QCoreApplication.translate("facts", "Stand {day}, Quelle: {sources}")
    return words.format(day=format_date(as_of, language), sources=named_sources(names, sources))


def warnings(
    on: date,
    language: str,
    *,
    valid_to: date | None = None,
    check: date | None = None,
    certainty: Certainty = Certainty.HIGH,
) -> Iterator[str]:
    """What to say on a day of something expired, due or uncertain; its age its date says itself."""
    translate = QCoreApplication.translate
    found = doubts(on, valid_to=valid_to, check=check, certainty=certainty)
    if Doubt.EXPIRED in found and valid_to is not None:
        words = translate("facts", "Abgelaufen am {day}: Bitte erst prüfen, was heute gilt.")
        yield words.format(day=format_date(valid_to, language))
    if Doubt.CHECK_DUE in found and check is not None:
        words = translate("facts", "Bis {day} zu prüfen: Bitte klären, ob es noch stimmt.")
        yield words.format(day=format_date(check, language))
    if Doubt.UNCERTAIN in found:
        yield (
            translate("facts", "Unsicher: Bitte nur mit diesem Hinweis nennen.")
            if certainty is Certainty.LOW
            else translate("facts", "Nicht ganz sicher belegt.")
        )
