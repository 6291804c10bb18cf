"""What forms that came back say beside what is there, before anything is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from advisor_app.domain.assessment import Assessment, Statement
from advisor_app.domain.errors import AdvisorError
from advisor_app.domain.form import ReturnedForm, UnreadAnswer
from advisor_app.domain.sent_form import FeedbackItem, SentForm


class Novelty(Enum):
    """How an answer stands to what the same role is known to have said."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


class Fate(Enum):
    """What becomes of an agreed answer: it follows, stays open as roles differ, or stays as it was set by hand."""

    SETTLED = "settled"
    OPEN = "open"
    KEPT = "kept"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadForm:
    """A file that was read, or why it was not; ``name`` tells it from others. One typed from paper has no file."""

    name: str
    file: Path | None = None
    form: ReturnedForm | None = None
    error: AdvisorError | None = None
    typed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewedAnswer:
    """An answer in words beside the one that is there; empty words stand for no answer."""

    question: str
    text: str
    words: str
    before: str
    note: str
    novelty: Novelty


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionDifference:
    """A question whose stored answer (which counts) and whose ticked box do not say the same."""

    question: str
    stored: str
    ticked: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPreview:
    """One form that came back. With an ``error`` nothing of it can be taken over.

    ``form`` is the record under its number, made anew for one that the case does not know yet. It ``replaces`` what
    its role is known to have said; ``rival`` names a file of the same role that was read before it.
    """

    read: ReadForm
    error: AdvisorError | None = None
    form: SentForm | None = None
    role_title: str = ""
    assessment: Assessment | None = None
    statements: Mapping[str, Statement] = field(default_factory=dict)
    answers: tuple[PreviewedAnswer, ...] = ()
    unread: tuple[UnreadAnswer, ...] = ()
    differences: tuple[QuestionDifference, ...] = ()
    feedback: tuple[FeedbackItem, ...] = ()
    replaces: bool = False
    rival: str = ""

    @property
    def is_proposed(self) -> bool:
        """Whether it is taken over unless somebody says no: others need a decision."""
        return self.error is None and not self.replaces and not self.rival

    def count(self, novelty: Novelty) -> int:
        """How many of its answers are new, changed or the same."""
        return sum(answer.novelty is novelty for answer in self.answers)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedChange:
    """What becomes of the agreed answer to a question; ``voices`` are the roles with what each of them says."""

    assessment: str
    question: str
    text: str
    before: str
    after: str
    fate: Fate
    voices: tuple[tuple[str, str], ...]


def one_for_each_role(chosen: Sequence[FormPreview]) -> tuple[FormPreview, ...]:
    """Of pre-surveys of the same role the last one, as only one can be what the role said; feedback all of it."""
    kept: dict[object, FormPreview] = {}
    for preview in chosen:
        if preview.error is None and preview.form is not None:
            about = preview.assessment
            kept[(about.id, preview.form.role) if about is not None else len(kept)] = preview
    return tuple(kept.values())
