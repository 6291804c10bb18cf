"""The languages that the program speaks, the one of the content packs first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """What a language calls itself, what files call it (BCP 47), and how it writes numbers and days (``strftime``)."""

    name: str
    tag: str
    decimal: str
    thousands: str
    day: str
    month: str


LANGUAGES: Mapping[str, Language] = MappingProxyType(
    {
        "de": Language(name="Deutsch", tag="de-DE", decimal=",", thousands=".", day="%d.%m.%Y", month="%m/%Y"),
        "en": Language(name="English", tag="en-GB", decimal=".", thousands=",", day="%d/%m/%Y", month="%m/%Y"),
    }
)
