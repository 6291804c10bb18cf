"""Questionnaires as canonical JSON, so that what was asked can be opened for ever.

The text of a questionnaire never changes once it is stored: keys are sorted, there are no blanks, decimals are texts in
their shortest form, and fields that have their default are left out. So a field that a later version adds (with a
default) alters no text, and older texts read as before. Classes of the catalogue may gain fields with defaults and
conditions may gain forms; a field once stored is never renamed or removed, nor is its default changed.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.questionnaire import Questionnaire

_NUMBER = re.compile(r"-?\d{1,30}(?:\.\d{1,30})?", re.ASCII)


def canonical_json(questionnaire: Questionnaire) -> str:
    """The one text of a questionnaire; equal questionnaires have equal texts."""
    return json.dumps(_encoded(questionnaire), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest_of(body: str) -> str:
    """SHA-256 of a questionnaire's text, in hexadecimal."""
    return hashlib.sha256(body.encode("utf-8")).hexdigest()


def decode_questionnaire(body: str) -> Questionnaire:
    """The questionnaire of a text.

    Raises AdvisorError(DEFINITION_NEWER) for fields or words that this version does not know and
    AdvisorError(DEFINITION_DAMAGED) for anything that is no questionnaire.
    """
    try:
        questionnaire: Questionnaire = _decoded_record(json.loads(body), Questionnaire)
    except _UnknownError as error:
        raise AdvisorError(Problem.DEFINITION_NEWER, name=str(error)) from None
    except (ValueError, TypeError, RecursionError):
        raise AdvisorError(Problem.DEFINITION_DAMAGED) from None
    return questionnaire


class _UnknownError(Exception):
    """A field or word that this version does not know."""


def _encoded(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_encoded(part) for part in value]
    if isinstance(value, Decimal):
        return _shortest(value)
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value):
        parts = {item.name: (getattr(value, item.name), item.default) for item in fields(value)}
        return {name: _encoded(part) for name, (part, default) in parts.items() if part != default}
    return value


def _shortest(number: Decimal) -> str:
    text = format(number, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


Decoder = Callable[[Any], Any]
"""Makes a value of one type; raises TypeError or ValueError where the given one is none."""


@cache
def _fields(kind: type[Any]) -> Mapping[str, tuple[Decoder, bool]]:
    """How every field is decoded, and whether it may be left out."""
    hints = get_type_hints(kind)
    return {item.name: (_decoder(hints[item.name]), item.default is not MISSING) for item in fields(kind)}


@cache
def _decoder(kind: Any) -> Decoder:
    """Made once per type: a questionnaire has tens of thousands of values and a dozen types."""
    if get_origin(kind) in {UnionType, Union}:
        return _union_decoder(get_args(kind))
    if get_origin(kind) is tuple:
        part = _decoder(get_args(kind)[0])
        return lambda value: tuple(map(part, _checked(value, list)))
    if is_dataclass(kind):
        return lambda value: _decoded_record(value, kind)
    if kind is Decimal:
        return lambda value: _decoded_number(_checked(value, str))
    if issubclass(kind, Enum):
        members = {member.value: member for member in kind}
        return lambda value: _decoded_word(_checked(value, str), members)
    return lambda value: _checked(value, kind)


def _checked(value: Any, kind: type[Any]) -> Any:
    if type(value) is not kind:
        raise TypeError(kind)
    return value


def _decoded_number(text: str) -> Decimal:
    if not _NUMBER.fullmatch(text):
        raise ValueError(text)
    return Decimal(text)


def _decoded_word(word: str, members: Mapping[str, Enum]) -> Enum:
    if word not in members:
        raise _UnknownError(word)
    return members[word]


def _decoded_record(value: Any, kind: Any) -> Any:
    known = _fields(kind)
    record = _checked(value, dict)
    for name in record:
        if name not in known:
            raise _UnknownError(name)
    for name, (_, may_be_left_out) in known.items():
        if name not in record and not may_be_left_out:
            raise TypeError(name)
    return kind(**{name: known[name][0](part) for name, part in record.items()})


def _union_decoder(kinds: tuple[Any, ...]) -> Decoder:
    """For one of several types: None, or the record that has all the fields, as the forms of a condition share none."""
    takes_none = NoneType in kinds
    others = [kind for kind in kinds if kind is not NoneType]
    decode = _decoder(others[0]) if len(others) == 1 else lambda value: _decoded_form(value, others)
    return lambda value: None if value is None and takes_none else decode(value)


def _decoded_form(value: Any, kinds: Sequence[Any]) -> Any:
    names = _checked(value, dict).keys()
    for kind in kinds:
        if any(name in _fields(kind) and not _fields(kind)[name][1] for name in names):
            return _decoded_record(value, kind)
    raise _UnknownError(", ".join(names))
