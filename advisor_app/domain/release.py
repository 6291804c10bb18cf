"""A case as an audience may see it: whatever was not released to it is not there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from advisor_app.domain.area_poll import AreaPoll
from advisor_app.domain.assessment import Statement
from advisor_app.domain.case import Case, CaseNote
from advisor_app.domain.evidence import Evidence
from advisor_app.domain.minutes import MinutesEntry
from advisor_app.domain.poll import Poll
from advisor_app.domain.words import Audience, Words


def released_to(case: Case, audience: Audience) -> Case:
    """The case without a word that the audience may not read.

    What one role said goes with its note, a photo or file with its caption, an entry of the minutes with its words,
    polls and dots for impact areas with the audience of their figures and without what single roles said. Every other
    field with an audience is found by its type, so that none can be forgotten.
    """
    if audience is Audience.INTERNAL:
        return case
    shown: Case = _shown(case, audience)
    statements = {
        assessment: {key: item for key, item in said.items() if not _is_withheld(item, audience)}
        for assessment, said in case.statements.items()
    }
    return replace(
        shown,
        statements=statements,
        evidence={name: item for name, item in case.evidence.items() if not _is_withheld(item, audience)},
        notes={name: item for name, item in case.notes.items() if not _is_withheld(item, audience)},
        polls={name: item.unnamed for name, item in shown.polls.items() if not _is_withheld(item, audience)},
        area_polls={name: item for name, item in case.area_polls.items() if not _is_withheld(item, audience)},
        minutes={name: item for name, item in case.minutes.items() if not _is_withheld(item, audience)},
    )


def released_record(record: Any, audience: Audience) -> Any:
    """A record as ``released_to`` leaves it in its case, None where it is not there for the audience."""
    if _is_withheld(record, audience):
        return None
    shown = _shown(record, audience)
    return shown.unnamed if isinstance(shown, Poll) and audience is not Audience.INTERNAL else shown


def _is_withheld(record: object, audience: Audience) -> bool:
    """Whether a record as a whole is not for the audience."""
    match record:
        case Statement(note=words) | Evidence(caption=words) | CaseNote(words=words) | MinutesEntry(words=words):
            return not audience.may_read(words.audience)
        case Poll(audience=released) | AreaPoll(audience=released):
            return not audience.may_read(released)
        case _:
            return False


def _shown(value: Any, audience: Audience) -> Any:
    """The value without words for others; what holds none stays the very same object."""
    if isinstance(value, Words):
        return value.read_by(audience)
    if isinstance(value, Mapping):
        items = {key: _shown(item, audience) for key, item in value.items()}
        return value if all(items[key] is item for key, item in value.items()) else items
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        shown = tuple(_shown(item, audience) for item in value)
        return value if all(new is old for new, old in zip(shown, value, strict=True)) else shown
    if is_dataclass(value) and not isinstance(value, type):
        before = {field.name: getattr(value, field.name) for field in fields(value)}
        changed = {name: new for name, item in before.items() if (new := _shown(item, audience)) is not item}
        return replace(value, **changed) if changed else value
    return value
