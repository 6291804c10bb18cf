"""Which words of a record somebody wrote freely, where people are named in them, and how their names are taken out.

Everything of type ``str`` in a record is free text unless its field is listed as an id, a key or a public name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from typing import Any, TypeVar

from advisor_app.domain.case import Person

REDACTED = "[gelöscht]"
"""What stands in the place of a word that was erased; stored like this in every language."""

NO_FREE_TEXT = frozenset(
    {
        "id", "person", "role", "roles", "merged_into", "module", "commune", "communes", "template", "template_step",
        "section", "questionnaire", "version", "digest", "areas", "predecessors", "part", "item", "media_type",
        "question", "successor", "kind", "number", "assessment", "content_digest", "file_digest",
        "pinned_questions", "removed_questions", "question_order", "minutes_entry",
        "identity", "origin", "questions", "service_key", "archived_document", "part_of", "day", "step", "measure",
        "archived_documents", "code", "area", "model", "criterion", "use_case", "dimensions", "document_kinds",
        "entry", "rollout",
    }
)  # fmt: skip
"""Fields that hold ids, keys or what anybody may know: the communes of a case."""

_TITLES = frozenset({"dr", "prof", "frau", "herr", "med", "ing", "dipl", "von", "van", "zu", "de", "der", "den"})
_SPELT = {"ä": "(?:ä|ae)", "ö": "(?:ö|oe)", "ü": "(?:ü|ue)", "ß": "(?:ß|ss)"}
_ADDRESS = r"(?:frau|herrn?|dr\.?|prof\.?)\s+(?:(?:dr|prof)\.?\s+)*"
_HYPHENS = re.compile("[-\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}]")
_MAY_DIVIDE = "\N{SOFT HYPHEN}?"
_FEWEST_LETTERS = 3
_LONGEST_BEGINNING = 40
_FEWEST_DIGITS = 6
# Each begins only where a run of its letters does, and its parts do not overlap: a text of any length takes its length.
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+")
# A number that one can dial: it begins with 0 or +, and has at least seven digits. Dates have dots.
_PHONE = re.compile(
    r"(?<![\w.,])(?=\+|\(?0)(?=\+?(?:[ /()\N{NO-BREAK SPACE}-]{0,9}\d){7})"
    r"(?:\+|\(?0)[\d()]*(?:[ /\N{NO-BREAK SPACE}-]{1,3}[\d()]+)*(?!\w|[.,]\d)"
)

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class Text:
    """One text of a record; ``path`` names its fields from the outside in, without numbers of rows."""

    path: tuple[str, ...]
    words: str


def texts_in(record: object) -> Iterator[Text]:
    """All free texts of a record that are not empty."""
    found: list[Text] = []

    def note(path: tuple[str, ...], words: str) -> str:
        if words:
            found.append(Text(path, words))
        return words

    _rewritten(record, (), note)
    return iter(found)


def with_texts(record: Record, rewrite: Callable[[str], str]) -> Record:
    """The same record with every free text rewritten."""
    return with_texts_by_path(record, lambda _path, words: rewrite(words))


def with_texts_by_path(record: Record, rewrite: Callable[[tuple[str, ...], str], str]) -> Record:
    """The same record with every free text rewritten by its path (as in ``Text``) and words."""
    rewritten: Record = _rewritten(record, (), rewrite)
    return rewritten


def _rewritten(value: Any, path: tuple[str, ...], rewrite: Callable[[tuple[str, ...], str], str]) -> Any:
    changed = value
    if type(value) is str:
        changed = rewrite(path, value)
    elif isinstance(value, tuple):
        changed = tuple(_rewritten(item, path, rewrite) for item in value)
    elif is_dataclass(value) and not isinstance(value, type):
        parts = {
            field.name: _rewritten(getattr(value, field.name), (*path, field.name), rewrite)
            for field in fields(value)
            if field.name not in NO_FREE_TEXT
        }
        changed = replace(value, **parts)
    return changed


@dataclass(frozen=True, slots=True)
class Traces:
    """By which words people are found in texts: names, surnames, mail addresses and telephone numbers.

    ``half_typed`` are the beginnings of names that are left in the history by saving while one types.
    """

    whole: tuple[re.Pattern[str], ...] = ()
    half_typed: tuple[re.Pattern[str], ...] = ()

    def __add__(self, other: Traces) -> Traces:
        """Look for both."""
        return Traces((*self.whole, *other.whole), (*self.half_typed, *other.half_typed))

    def found_in(self, words: str) -> tuple[str, ...]:
        """The words by which somebody is named, in their order."""
        composed = unicodedata.normalize("NFC", words)
        found = [match for pattern in self.whole for match in pattern.finditer(composed)]
        return tuple(match[0] for match in sorted(found, key=lambda match: match.start()))

    def taken_out(self, words: str, *, also_half_typed: bool = False) -> str:
        """The words without the people."""
        clean = unicodedata.normalize("NFC", words)
        for pattern in (*self.whole, *(self.half_typed if also_half_typed else ())):
            clean = pattern.sub(REDACTED, clean)
        return clean


def traces_of(people: Iterable[Person]) -> Traces:
    """By which words these people are found; given names alone are no trace, too many people share them."""
    whole: list[str] = []
    half: set[str] = set()
    for person in people:
        given, surname = name_parts(person.name)
        if len(surname) >= _FEWEST_LETTERS:
            whole.append(_spelt(surname) + "s?")
            half.update(_beginnings(surname))
        if given and surname:
            whole.append(f"{_spelt(f'{given} {surname}')}s?")
            whole.append(rf"{_spelt(surname)},\s*{_spelt(given)}")
        # By a part of a double name, or by a very short one, only who is addressed by it is meant.
        if _HYPHENS.search(surname) or 0 < len(surname) < _FEWEST_LETTERS:
            whole += [f"{_ADDRESS}{_spelt(part)}s?" for part in _HYPHENS.split(surname) if part]
        if person.email.strip():
            whole.append(re.escape(person.email.strip()))
        whole += _dialled(person.phone)
    return Traces(_any_of(whole), _any_of(half))


def _beginnings(surname: str) -> Iterator[str]:
    """Patterns for what stood there while a surname was typed; of a very long one the later ones by one pattern."""
    for length in range(_FEWEST_LETTERS, min(len(surname), _LONGEST_BEGINNING)):
        yield _spelt(surname[:length])
    if len(surname) > _LONGEST_BEGINNING:
        yield _spelt(surname[:_LONGEST_BEGINNING]) + r"\S*"


CONTACT_DATA = Traces((_MAIL, _PHONE))
"""Mail addresses and telephone numbers of whomever."""


def mail_in(words: str) -> str:
    """The first mail address in a text, empty where there is none."""
    found = _MAIL.search(words)
    return found[0] if found else ""


def phone_in(words: str) -> str:
    """The first telephone number in a text, empty where there is none."""
    found = _PHONE.search(words)
    return found[0].strip() if found else ""


def name_parts(name: str) -> tuple[str, str]:
    """Given names and surname, however they were put down (``Petra Schmidt``, ``Schmidt, Petra``), without titles."""
    first, comma, then = unicodedata.normalize("NFC", name).partition(",")
    words = _words_of(first)
    if comma:
        return " ".join(_words_of(then)), " ".join(words)
    return " ".join(words[:-1]), words[-1] if words else ""


def _words_of(name: str) -> list[str]:
    return [word for word in name.split() if word.strip(".").casefold() not in _TITLES]


def _spelt(name: str) -> str:
    """A pattern for a name in either spelling of its umlauts, with any blanks, hyphens and places to divide it."""
    words = (_MAY_DIVIDE.join(_spelling(letter) for letter in word.casefold()) for word in name.split())
    return r"\s+".join(words)


def _spelling(letter: str) -> str:
    return rf"{_HYPHENS.pattern}\s*" if _HYPHENS.fullmatch(letter) else _SPELT.get(letter, re.escape(letter))


def _dialled(phone: str) -> list[str]:
    """A pattern for a telephone number, however its digits are grouped."""
    digits = [letter for letter in phone if letter.isdigit()]
    if len(digits) < _FEWEST_DIGITS:
        return []
    return [r"\+?" + r"[\s/()\-.]*".join(digits)]


def _any_of(patterns: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    ordered = sorted(patterns, key=len, reverse=True)
    return (re.compile(rf"(?<!\w)(?:{'|'.join(ordered)})(?!\w)", re.IGNORECASE),) if ordered else ()


class Risk(Enum):
    """What somebody could be recognised by in a text."""

    MAIL = "mail"
    PHONE = "phone"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class RiskyWords:
    """The first words in a text by which somebody could be recognised."""

    risk: Risk
    words: str


def risk_in(words: str, people: Iterable[Person]) -> RiskyWords | None:
    """What somebody could be recognised by in a text: a mail address, a telephone number, the name of one of these."""
    if mail := mail_in(words):
        return RiskyWords(Risk.MAIL, mail)
    if phone := phone_in(words):
        return RiskyWords(Risk.PHONE, phone)
    names = traces_of(Person(id="", name=person.name) for person in people).found_in(words)
    return RiskyWords(Risk.NAME, names[0]) if names else None
