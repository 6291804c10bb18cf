"""Evidence: photos and files that support what was said, and placeholders for photos that are still to come."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from advisor_app.domain.words import Words


class SubjectKind(Enum):
    """What evidence can be about."""

    CASE = "case"
    QUESTION = "question"
    STEP = "step"
    MEASURE = "measure"
    PROCESS = "process"


@dataclass(frozen=True, slots=True, order=True)
class Subject:
    """What a piece of evidence is about, by ids: ``part`` is the assessment of a question or the day of a step."""

    kind: SubjectKind = SubjectKind.CASE
    part: str = ""
    item: str = ""

    @classmethod
    def question(cls, assessment: str, question: str) -> Subject:
        """A question of an assessment."""
        return cls(SubjectKind.QUESTION, assessment, question)

    @classmethod
    def step(cls, day: str, step: str) -> Subject:
        """A step of a workshop day."""
        return cls(SubjectKind.STEP, day, step)

    @classmethod
    def process(cls, process: str) -> Subject:
        """A process sheet."""
        return cls(SubjectKind.PROCESS, item=process)

    @classmethod
    def measure(cls, measure: str) -> Subject:
        """A measure of the plan."""
        return cls(SubjectKind.MEASURE, item=measure)


WHOLE_CASE = Subject()
"""Evidence of the case as a whole."""


class EvidenceKind(Enum):
    """What a piece of evidence is."""

    PHOTO = "photo"
    FILE = "file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One piece of evidence. Its file is named by ``digest``; None means that the photo is still to come.

    ``caption`` carries the audience of the piece as a whole: nobody else sees the picture either.
    ``taken_at`` is the instant told by the camera, ``size`` the length of the file in bytes.
    """

    id: str
    subject: Subject
    kind: EvidenceKind
    added_at: datetime
    digest: str | None = None
    title: str = ""
    caption: Words = Words()
    taken_at: datetime | None = None
    media_type: str = ""
    size: int = 0

    @property
    def is_awaited(self) -> bool:
        """Whether it is a placeholder for a photo („Foto folgt“)."""
        return self.digest is None

    @property
    def when(self) -> datetime:
        """When it was taken, where the camera told, else when it was added."""
        return self.taken_at or self.added_at


def in_order(pieces: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Evidence by the time it is from."""
    return tuple(sorted(pieces, key=lambda piece: (piece.when, piece.id)))


def by_subject(evidence: Mapping[str, Evidence]) -> Mapping[Subject, Sequence[Evidence]]:
    """Evidence by what it is about, each in the order of time."""
    grouped: dict[Subject, list[Evidence]] = defaultdict(list)
    for piece in in_order(evidence.values()):
        grouped[piece.subject].append(piece)
    return grouped


def awaited(evidence: Mapping[str, Evidence]) -> tuple[Evidence, ...]:
    """The placeholders, oldest first."""
    return in_order(piece for piece in evidence.values() if piece.is_awaited)
