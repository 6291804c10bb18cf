"""What was handed over: documents kept as they left the house, given out again, compared with the case of today."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from advisor_app import __version__
from advisor_app.domain.case_document import ArchivedDocument, DocumentKey
from advisor_app.domain.changes import (
    ArchivedDocumentSet,
    Change,
    DocumentStateSet,
    HandoverSet,
    RetentionSet,
)
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.reduction import current, inverse, reduce
from advisor_app.domain.release import released_record
from advisor_app.services.clock import Clock
from advisor_app.services.ids import new_id
from advisor_app.services.names import named
from advisor_app.storage.records import place_of
from advisor_app.texts.record_words import FieldChange, RecordWords
from advisor_app.whole_file import hand_out

if TYPE_CHECKING:
    from advisor_app.documents.document_input import DocumentInput
    from advisor_app.domain.case import Case
    from advisor_app.services.documents import Cancelled, Documents, Progress
    from advisor_app.services.evidence import EvidenceRoom, Stored
    from advisor_app.storage.history import HistoryStore, PastStep

_MEDIA_TYPE = "application/pdf"
_NOT_OF_DOCUMENTS = (DocumentStateSet, ArchivedDocumentSet, HandoverSet, RetentionSet)
_MISSING = {
    Problem.EVIDENCE_MISSING: Problem.ARCHIVED_DOCUMENT_MISSING,
    Problem.EVIDENCE_DAMAGED: Problem.ARCHIVED_DOCUMENT_DAMAGED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """A document on its way out, from the case as it was at ``at``; ``to`` names an office or a role."""

    kind: str
    given: DocumentInput
    title: str
    at: datetime
    to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveredDocument:
    """A document that was written and kept, and that no case names yet."""

    file: Path
    entry: ArchivedDocument
    stored: Stored
    substituted: tuple[str, ...]

    @property
    def change(self) -> ArchivedDocumentSet:
        """The change by which the case names it."""
        return ArchivedDocumentSet(self.entry.id, None, self.entry)


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentChange:
    """A record whose change shows in a document: what it is, its fields as the document's readers may see them."""

    title: str
    fields: tuple[FieldChange, ...]
    author: str
    at: datetime


class DocumentArchive:
    """Hands documents over and remembers them. What takes a file or a drawing is made for a worker thread."""

    def __init__(
        self,
        documents: Documents,
        evidence: EvidenceRoom,
        history: HistoryStore,
        record_words: Callable[[Case], RecordWords],
        clock: Clock,
    ) -> None:
        self._documents = documents
        self._evidence = evidence
        self._history = history
        self._record_words = record_words
        self._clock = clock

    def delivery(self, kind: str, given: DocumentInput, to: str = "") -> Delivery:
        """Begin to hand over a document as the case stands now; raises AdvisorError(DOCUMENT_STAYS)."""
        self._documents.refuse_internal(kind)
        title = self._documents.name(kind, given)
        return Delivery(kind=kind, given=given, title=title, at=self._clock.now(), to=to.strip())

    def hand_over(
        self, delivery: Delivery, file: Path, progress: Progress | None = None, cancelled: Cancelled | None = None
    ) -> DeliveredDocument:
        """Write the file and keep it as well, both or neither; the case names it by the result's ``change``.

        Raises AdvisorError: DOCUMENT_NOT_ARCHIVED, and what ``Documents.create`` raises.
        """
        kind, given = delivery.kind, delivery.given
        drawn = self._documents.draw(kind, given, progress, cancelled)
        try:
            stored = self._evidence.keep(drawn.content, file.name, _MEDIA_TYPE)
        except AdvisorError as error:
            raise AdvisorError(Problem.DOCUMENT_NOT_ARCHIVED, title=delivery.title) from error
        try:
            hand_out(file, drawn.content)
        except AdvisorError:
            self._evidence.give_up([stored])
            raise
        entry = ArchivedDocument(
            id=new_id(),
            document=DocumentKey(kind, given.item),
            title=delivery.title,
            handed_over_at=delivery.at,
            state=self._documents.state(given.case, kind, given.item),
            version=__version__,
            pages=drawn.pages,
            digest=stored.digest,
            size=stored.size,
            to=delivery.to,
        )
        return DeliveredDocument(file=file, entry=entry, stored=stored, substituted=drawn.substituted)

    def give_up(self, delivered: DeliveredDocument) -> None:
        """Keep nothing of a document that the case could not take in."""
        self._evidence.give_up([delivered.stored])

    def find(self, case: Case, name: str) -> ArchivedDocument:
        """What was handed over under an id or its unique beginning or end.

        Raises AdvisorError(UNKNOWN_ARCHIVED_DOCUMENT).
        """
        return case.archived_documents[named(name, case.archived_documents, Problem.UNKNOWN_ARCHIVED_DOCUMENT)]

    def content(self, entry: ArchivedDocument) -> bytes:
        """The file as it was handed over, compared with its hash.

        Raises AdvisorError: ARCHIVED_DOCUMENT_MISSING, ARCHIVED_DOCUMENT_DAMAGED, ARCHIVED_DOCUMENT_ERASED.
        """
        if entry.digest is None:
            raise AdvisorError(Problem.ARCHIVED_DOCUMENT_ERASED, title=entry.title)
        try:
            return self._evidence.content(entry.digest)
        except AdvisorError as error:
            raise AdvisorError(_MISSING.get(error.problem, error.problem), title=entry.title) from error

    def save(self, entry: ArchivedDocument, file: Path) -> None:
        """Write the file as it was handed over; raises AdvisorError: FILE_NOT_WRITABLE, … and like ``content``."""
        hand_out(file, self.content(entry))

    def last(self, case: Case, kind: str, item: str) -> ArchivedDocument:
        """How a document was handed over last; raises AdvisorError(NOT_HANDED_OVER)."""
        found = case.handed_over(DocumentKey(kind, item))
        if not found:
            raise AdvisorError(Problem.NOT_HANDED_OVER, document=self._documents.title(kind))
        return found[0]

    def changes_since(
        self,
        case: Case,
        entry: ArchivedDocument,
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> tuple[DocumentChange, ...]:
        """What was changed since a document was handed over, as far as it shows in the document, newest first.

        The case is brought back to where it stood then, and the changes are applied one after the other: whichever
        alters a word or a figure of the document is told. So nothing shows up that its readers may not see.
        Raises AdvisorError(CANCELLED).
        """
        kind, item = entry.document.kind, entry.document.item
        key = place_of(case.id, ArchivedDocumentSet(entry.id, None, entry)).log_key
        steps = [
            (step, change)
            for step in self._history.since(case.id, key, entry.handed_over_at)
            if not isinstance(step.change, _NOT_OF_DOCUMENTS) and (change := _net(case, step.change)) is not None
        ]
        then = case
        for _step, change in reversed(steps):
            then = reduce(then, inverse(change))
        told, words, found = self._documents.told(then, kind, item), self._record_words(case), []
        for done, (step, change) in enumerate(steps):
            if cancelled is not None and cancelled():
                raise AdvisorError(Problem.CANCELLED)
            if progress is not None:
                progress(done / len(steps))
            then = reduce(then, change)
            before, told = told, self._documents.told(then, kind, item)
            if told != before:
                found.append(self._worded(kind, step, change, words))
        return tuple(sorted(found, key=lambda change: change.at, reverse=True))

    def _worded(self, kind: str, step: PastStep, change: Change, words: RecordWords) -> DocumentChange:
        audience = self._documents.audience(kind)
        before, after = (released_record(value, audience) for value in (change.before, change.after))
        shown: Any = replace(change, before=before, after=after)  # both sides keep their type
        return DocumentChange(
            title=words.title(step.kind, change),
            fields=tuple(words.differences(shown)),
            author=step.author,
            at=step.at,
        )


def _net(case: Case, change: Change) -> Change | None:
    """The change to what stands today, None where that is what stood before."""
    now: Any = current(case, change)
    return None if change.before == now else replace(change, after=now)
