"""Everything of one case as it travels from one device to another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from advisor_app.domain.case import Person
from advisor_app.domain.reconciliation import Copy


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDefinition:
    """A questionnaire as it was asked: its canonical text under its SHA-256."""

    digest: str
    questionnaire: str
    version: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseContent:
    """A case with its whole history, its people, its questionnaires and the digests of its files.

    ``giver`` is who passes it on, ``handed_to`` whom it shall belong to from now on; empty where it is only shared.
    """

    case_id: str
    copy: Copy
    people: Sequence[Person]
    definitions: Sequence[StoredDefinition]
    evidence: Sequence[str] = ()
    giver: str = ""
    handed_to: str = ""
