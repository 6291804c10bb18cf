"""What a case file would bring back that was erased here, told from the records of erasing."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from advisor_app.domain.case_content import CaseContent
from advisor_app.domain.changes import ContactSet, ParticipantSet
from advisor_app.domain.reconciliation import LogLine
from advisor_app.services.erasure import Erased

if TYPE_CHECKING:
    from advisor_app.storage.erasure_records import ErasureRecord

_PARTS = (ContactSet.kind, ParticipantSet.kind)
"""Kinds of records that name a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasedHere:
    """The people of a file (by id) who were erased here, and when the case itself was, None where it was not."""

    people: frozenset[str]
    case_at: datetime | None


def erased_here(
    records: Sequence[ErasureRecord], content: CaseContent, made_at: datetime, log_here: Sequence[LogLine]
) -> ErasedHere:
    """What of a file's content was erased here.

    Where all personal data of the case were erased, that was everybody who was in the case then: who is in a file
    from before, or is named (by id) in the log that is left here.
    """
    people = {record.subject for record in records if record.what == Erased.PERSON.value}
    of_case = [record for record in records if record.subject == content.case_id]
    wiped = [record.at for record in of_case if record.what == Erased.PERSONAL_DATA.value]
    if wiped:
        named = set(_named_in(log_here))
        older = made_at <= max(wiped)
        people |= {person.id for person in content.people if older or person.id in named}
    gone = [record.at for record in of_case if record.what == Erased.CASE.value]
    return ErasedHere(
        people=frozenset(people.intersection(person.id for person in content.people)), case_at=max(gone, default=None)
    )


def _named_in(lines: Sequence[LogLine]) -> Iterator[str]:
    """The ids of people who have, or had, a part in the case."""
    for line in lines:
        if line.key.partition("\x1f")[0] in _PARTS:
            for value in (line.before, line.after):
                if value is not None:
                    yield str(json.loads(value).get("person", ""))
