"""Forms that go out as files and come back filled in: their fields, and by what a returned one is recognised.

Names of fields and options never change once a form was handed out: a form of an older release must be read for ever.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING, Self
from urllib.parse import quote, unquote

from advisor_app.domain.errors import AdvisorError, Problem

if TYPE_CHECKING:
    from advisor_app.domain.assessment import Answer

IDENTITY_FIELD = "_id"
"""The hidden field with the identity of a form."""

_FORMAT = "BK1"
_LONGEST = 2_000
_DIGITS = 16  # of hashes and of the stamp: 64 bits, more than anybody can try out by sending forms
_KEYS: Mapping[str, str] = MappingProxyType(
    {
        "k": "kind",
        "c": "case",
        "n": "number",
        "q": "questionnaire",
        "v": "version",
        "d": "definition",
        "r": "role",
        "o": "commune",
        "f": "fields",
    }
)
_STAMP = "m"


class FieldType(Enum):
    """How a field is filled in."""

    CHOICE = "choice"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class FormField:
    """A field as programs know it: flat ASCII name, type, and of a choice the names of its options in order."""

    name: str
    type: FieldType
    options: tuple[str, ...] = ()


def field_name(question: str) -> str:
    """The field with the answer to a question: ``q_4_1_1``."""
    return f"q_{_flat(question)}"


def note_name(question: str) -> str:
    """The field with the note beside a question: ``n_4_1_1``."""
    return f"n_{_flat(question)}"


def _flat(question: str) -> str:
    return question.lower().replace(".", "_")


def digest_of_fields(fields: Iterable[FormField]) -> str:
    """16 hex digits that tell whether a field or an option was added, left out or renamed, in whatever order."""
    listed = sorted((item.name, item.type.value, *sorted(item.options)) for item in fields)
    return hashlib.sha256(json.dumps(listed).encode()).hexdigest()[:_DIGITS]


@dataclass(frozen=True, slots=True)
class Issue:
    """One form that is handed out: its number, and the key by which it is known again."""

    number: str
    key: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormIdentity:
    """What a form is: kind of document, case, its own number and the digest of its fields.

    Of a pre-survey also what is asked (``definition`` begins the questionnaire's digest), the role it is for, and in a
    joint case the commune (its id) where one alone is asked.
    ``stamp`` is empty until a form is issued. It tells that the form and its identity come from whoever has the key,
    not who filled it in.
    """

    kind: str
    case: str
    number: str
    fields: str
    questionnaire: str = ""
    version: str = ""
    definition: str = ""
    role: str = ""
    commune: str = ""
    stamp: str = ""

    @property
    def text(self) -> str:
        """All of it in one line of ASCII, as the hidden field holds it."""
        return f"{self._claim}|{_STAMP}={self.stamp}" if self.stamp else self._claim

    @property
    def _claim(self) -> str:
        values = ((letter, getattr(self, name)) for letter, name in _KEYS.items())
        parts = (f"{letter}={quote(value, safe='')}" for letter, value in values if value)
        return "|".join((_FORMAT, *parts))

    def issued(self, key: bytes) -> Self:
        """The identity with its stamp."""
        return replace(self, stamp=hmac.new(key, self._claim.encode("ascii"), "sha256").hexdigest()[:_DIGITS])

    def is_issued_with(self, key: bytes) -> bool:
        """Whether the stamp was made with this key, over exactly this identity."""
        return bool(self.stamp) and hmac.compare_digest(self.stamp.encode(), self.issued(key).stamp.encode())


def read_identity(text: str) -> FormIdentity:
    """The identity in a hidden field, not yet believed.

    Raises AdvisorError: FORM_UNKNOWN for anything else, FORM_NEWER for one of a later program.
    """
    head, *parts = text.strip()[:_LONGEST].split("|")
    if head != _FORMAT:
        newer = head.startswith("BK") and head[2:].isdigit() and head.isascii() and len(head) < 6
        raise AdvisorError(Problem.FORM_NEWER if newer else Problem.FORM_UNKNOWN)
    values: dict[str, str] = {}
    for part in parts:
        key, _, value = part.partition("=")
        name = "stamp" if key == _STAMP else _KEYS.get(key)
        if name is None or name in values:
            raise AdvisorError(Problem.FORM_UNKNOWN)
        values[name] = unquote(value)
    if not all(values.get(name) for name in ("kind", "case", "number", "fields")):
        raise AdvisorError(Problem.FORM_UNKNOWN)
    return FormIdentity(**values)


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldDifference:
    """A choice whose stored value and whose ticked box do not say the same; the stored value counts."""

    field: str
    stored: str
    ticked: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedForm:
    """A form as it came back: its identity and what stands in its fields, blank ones left out.

    ``content`` is the same for every copy of one form with the same values, whatever program saved it. People who fill
    in copies of one form alike (feedback) have equal contents too: of these ``file``, the SHA-256 of the bytes, tells
    a second import.
    """

    identity: FormIdentity
    values: Mapping[str, str]
    file: str
    differences: tuple[FieldDifference, ...] = ()

    @property
    def content(self) -> str:
        """64 hex digits by which two returned files are known to say the same."""
        said = json.dumps([self.identity.number, sorted(self.values.items())])
        return hashlib.sha256(said.encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadAnswer:
    """A value that is no answer to its question; ``value`` is what stands in the field."""

    question: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedAnswers:
    """What a returned pre-survey says: answers by question with their notes, and what could not be understood."""

    answers: Mapping[str, Answer]
    unread: tuple[UnreadAnswer, ...] = ()
