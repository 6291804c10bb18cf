"""What a case keeps of a form that goes out to be filled in: for whom it is, and what came back of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from advisor_app.domain.case_document import DocumentKey
from advisor_app.domain.words import Words


class FormStage(Enum):
    """How far a form is on its way out and back."""

    MADE = "made"
    SENT = "sent"
    RETURNED = "returned"
    IMPORTED = "imported"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackItem:
    """What a feedback form says to one of its questions: a rating (1–5), or words."""

    item: str
    rating: int | None = None
    words: Words = Words()


@dataclass(frozen=True, slots=True, kw_only=True)
class FormReturn:
    """A file that was imported: ``content_digest`` is the same for every copy with the same values.

    Both digests are SHA-256 in hex. ``typed`` tells that its values were typed from a copy that programs cannot read,
    or from paper: there is no file digest then. ``feedback`` is what a feedback form said; what a pre-survey said are
    statements.
    """

    content_digest: str
    file_digest: str
    imported_at: datetime
    answers: int
    typed: bool = False
    feedback: tuple[FeedbackItem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SentForm:
    """One form under the number that is printed on it.

    A pre-survey is for a ``role`` and brings answers to ``assessment``; a feedback form knows neither and may come
    back many times. ``returned_on`` is noted by hand where a form is back and not imported yet. ``identity`` is the
    line by which the form is known when it comes back, also to a colleague whose program has another key;
    ``questions`` are asked in it, and ``archived_document`` (an id) keeps the file as it went out.
    """

    number: str
    document: DocumentKey
    title: str
    made_at: datetime
    assessment: str = ""
    role: str = ""
    identity: str = ""
    questions: tuple[str, ...] = ()
    archived_document: str = ""
    due_on: date | None = None
    sent_on: date | None = None
    returned_on: date | None = None
    returns: tuple[FormReturn, ...] = ()

    @property
    def stage(self) -> FormStage:
        """How far it is."""
        if self.returns:
            return FormStage.IMPORTED
        if self.returned_on is not None:
            return FormStage.RETURNED
        return FormStage.MADE if self.sent_on is None else FormStage.SENT

    def is_overdue(self, today: date) -> bool:
        """Whether it should be back by now and is not."""
        open_still = self.stage in {FormStage.MADE, FormStage.SENT}
        return open_still and self.due_on is not None and self.due_on < today

    def return_with(self, content: str) -> FormReturn | None:
        """The import of a file with the same values; None where there was none."""
        return next((item for item in self.returns if item.content_digest == content), None)

    def return_of(self, file: str) -> FormReturn | None:
        """The import of this very file; None where there was none, or where there is no file."""
        return next((item for item in self.returns if file and item.file_digest == file), None)
