"""What a case keeps of its documents: how far each one is on its way out, and what was handed over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum


@dataclass(frozen=True, slots=True, order=True)
class DocumentKey:
    """A document of a case: its kind, and the id of what it is about (empty: the whole case)."""

    kind: str
    item: str = ""


class Stage(Enum):
    """How far a document is on its way to those it is for."""

    DRAFT = "draft"
    TEAM_LEAD = "team-lead"
    COMMENTS = "comments"
    RELEASED = "released"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentState:
    """The stage that somebody has given a document; in ``COMMENTS`` the last day on which the commune may comment."""

    stage: Stage
    comments_until: date | None = None

    def __post_init__(self) -> None:
        """Raise ValueError for a day without comments, and for comments without a day."""
        if (self.comments_until is None) is (self.stage is Stage.COMMENTS):
            raise ValueError(self)


class PackShare(Enum):
    """How often a document is printed for a workshop unless somebody says otherwise."""

    NONE = "none"
    ONE = "one"
    EACH = "each"  # one for each participant


DRAFT = DocumentState(stage=Stage.DRAFT)
"""What a document is that somebody has to release and nobody has said anything about."""

RELEASED = DocumentState(stage=Stage.RELEASED)
"""What a paper is from the start that nobody has to release: a form to write on, a list to sign, a handout."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivedDocument:
    """A document as it was handed over.

    ``title`` names it as it was called then, ``to`` says to whom it went (an office or a role), ``version`` is the
    program's. ``digest`` is the SHA-256 of the file, None where the file was erased for good; ``size`` in bytes.
    """

    id: str
    document: DocumentKey
    title: str
    handed_over_at: datetime
    state: DocumentState
    version: str
    pages: int
    digest: str | None
    size: int
    to: str = ""
