"""Cases passed on as files, with or without the case itself changing hands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.domain.case import Handover
from advisor_app.domain.case_content import CaseContent
from advisor_app.domain.changes import HandoverSet, HeadSet
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.exchange.case_file_keys import Protection
from advisor_app.services.clock import Clock
from advisor_app.services.ids import new_id
from advisor_app.services.session import Author, CaseSession

if TYPE_CHECKING:
    from advisor_app.exchange.case_file_entries import OpenCaseFile
    from advisor_app.storage.case_transfer import CaseTransfer, StoredCopy
    from advisor_app.storage.evidence_files import EvidenceFiles

__all__ = ["SHORTEST_PASSPHRASE", "CaseExport", "ExportedCase", "Progress", "Protection", "unreported"]

SHORTEST_PASSPHRASE = 12
"""Characters of a passphrase that a case file is encrypted with."""

_BLOCK_BYTES = 1 << 16

Progress = Callable[[float], None]
"""Told what share is done, from 0 to 1; may raise AdvisorError(CANCELLED)."""


def unreported(_share: float) -> None:
    """For who does not want to know how far it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedCase:
    """A case file that was written, read back and counted.

    ``missing`` are digests of evidence that the case tells of and that cannot be read here; ``mark`` is the case's
    state when it was read.
    """

    case_id: str
    file: Path
    digest: str
    records: int
    lines: int
    people: int
    definitions: int
    evidence: int
    missing: tuple[str, ...]
    mark: int


class CaseExport:
    """Writes cases of one profile to case files. ``export`` may run in a worker thread: it only reads the database."""

    def __init__(self, transfer: CaseTransfer, evidence: EvidenceFiles, author: Author, clock: Clock) -> None:
        self._transfer = transfer
        self._evidence = evidence
        self._author = author
        self._clock = clock

    def with_passphrase(self, text: str) -> Protection:
        """Protection by a passphrase; raises AdvisorError(CASE_FILE_PASSPHRASE_SHORT)."""
        from advisor_app.exchange.case_file_keys import SharedPassphrase

        if len(text) < SHORTEST_PASSPHRASE:
            raise AdvisorError(Problem.CASE_FILE_PASSPHRASE_SHORT, count=SHORTEST_PASSPHRASE)
        return SharedPassphrase(text)

    def for_recipient(self, text: str) -> Protection:
        """Protection by the recipient's key; raises AdvisorError(BAD_RECIPIENT)."""
        from advisor_app.exchange.case_file_keys import Recipient

        return Recipient.of(text)

    def export(
        self,
        case_id: str,
        file: Path,
        protection: Protection,
        progress: Progress = unreported,
        *,
        hand_over_to: str = "",
    ) -> ExportedCase:
        """Write a case file; it gets its name only when it was read back and holds everything.

        ``hand_over_to`` says in the file whom the case belongs to from now on; ``name_successor`` comes before that and
        ``hand_over`` after it.
        Raises AdvisorError: UNKNOWN_CASE, FILE_NOT_WRITABLE, CASE_FILE_UNSOUND, CANCELLED; an older file then stays.
        """
        from advisor_app.exchange.case_entries import check_digest, entries_of, read_content
        from advisor_app.exchange.case_file import write_case_file

        stored = self._transfer.read(case_id)
        if stored is None:
            raise AdvisorError(Problem.UNKNOWN_CASE, name=case_id)
        sizes = self._sizes(stored, progress)
        content = replace(stored.content, evidence=list(sizes), giver=self._author.name, handed_to=hand_over_to.strip())

        def check(opened: OpenCaseFile) -> None:
            if read_content(opened, check_digest, lambda share: progress(0.6 + 0.4 * share)) != content:
                raise ValueError(case_id)

        digest = write_case_file(
            file,
            protection,
            self._clock.now(),
            entries_of(content, sizes, self._evidence.open),
            check,
            lambda share: progress(0.2 + 0.4 * share),
        )
        return _exported(content, stored, file, digest)

    def name_successor(self, session: CaseSession, to: str) -> str:
        """Name whoever advises from now on, before the file of a handover is written; returns the step, if any."""
        batch, head = new_id(), session.case.head
        session.apply(HeadSet(head, replace(head, adviser=to.strip())), batch=batch)
        return batch if session.next_undo == batch else ""

    def drop_successor(self, session: CaseSession, batch: str) -> None:
        """Take the naming back, as there is no file."""
        if batch and session.next_undo == batch:
            session.undo()

    def hand_over(self, session: CaseSession, exported: ExportedCase, to: str) -> None:
        """Make the case here a copy to read, now that its file is meant for the named successor.

        Raises AdvisorError(CASE_FILE_OVERTAKEN) where the case has changed since the file was written.
        """
        stored = self._transfer.read(exported.case_id)
        if stored is None or stored.mark != exported.mark:
            raise AdvisorError(Problem.CASE_FILE_OVERTAKEN, file=exported.file.name)
        given = Handover(to=to.strip(), at=self._clock.now(), file=exported.digest)
        session.apply(HandoverSet(session.case.handover, given))

    def take_back(self, session: CaseSession) -> None:
        """Let a case be worked on here again that was handed over, by whoever takes it back."""
        head = session.case.head
        adviser = self._author.name or head.adviser
        session.apply(HandoverSet(session.case.handover, None), HeadSet(head, replace(head, adviser=adviser)))

    def _sizes(self, stored: StoredCopy, progress: Progress) -> dict[str, int]:
        """Bytes of every file that the log tells of and that can be read here."""
        sizes = {}
        named = stored.content.evidence
        for done, digest in enumerate(named):
            progress(0.2 * done / len(named))
            try:
                with self._evidence.open(digest) as content:
                    sizes[digest] = sum(len(block) for block in iter(lambda: content.read(_BLOCK_BYTES), b""))
            except AdvisorError:
                continue
        return sizes


def _exported(content: CaseContent, stored: StoredCopy, file: Path, digest: str) -> ExportedCase:
    named = {piece.digest for piece in stored.case.evidence.values() if piece.digest is not None}
    return ExportedCase(
        case_id=content.case_id,
        file=file,
        digest=digest,
        records=len(content.copy.records),
        lines=len(content.copy.log),
        people=len(content.people),
        definitions=len(content.definitions),
        evidence=len(content.evidence),
        missing=tuple(sorted(named.difference(content.evidence))),
        mark=stored.mark,
    )
