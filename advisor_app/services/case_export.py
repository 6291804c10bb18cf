"""Cases passed on as files, with or without the case itself changing hands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.domain.case import Handover
from advisor_app.domain.case_content import CaseContent
from advisor_app.domain.changes import HandoverSet, HeadSet
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.reconciliation import Copy, LogLine
from advisor_app.exchange.case_file_keys import Protection
from advisor_app.services.clock import Clock
from advisor_app.services.ids import new_id
from advisor_app.services.plausible import refuse_implausible_name
from advisor_app.services.session import Author, CaseSession, PlannedStep, refuse_handed_over

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
    successor: Successor | None = None
    """Whom the file gives the case to; it is handed over only by ``CaseExport.hand_over``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Successor:
    """Whoever advises from now on, as the file tells of it: the new head, and the step that is still to be written."""

    name: str
    head: HeadSet
    step: PlannedStep


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

        ``hand_over_to`` says in the file whom the case belongs to from now on; here nothing changes before
        ``hand_over``, which comes after it.
        Raises AdvisorError: UNKNOWN_CASE, CASE_HANDED_OVER, FILE_NOT_WRITABLE, CASE_FILE_UNSOUND, CANCELLED; an older
        file then stays.
        """
        from advisor_app.exchange.case_entries import check_digest, entries_of, read_content
        from advisor_app.exchange.case_file import write_case_file

        stored = self._transfer.read(case_id)
        if stored is None:
            raise AdvisorError(Problem.UNKNOWN_CASE, name=case_id)
        successor = self._successor(stored, hand_over_to.strip()) if hand_over_to.strip() else None
        sizes = self._sizes(stored, progress)
        content = replace(
            stored.content if successor is None else self._handed_over(stored.content, successor),
            evidence=list(sizes),
            giver=self._author.name,
            handed_to=hand_over_to.strip(),
        )

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
        return replace(_exported(content, stored, file, digest), successor=successor)

    def hand_over(self, session: CaseSession, exported: ExportedCase) -> None:
        """Make the case here a copy to read, of the one whom its file names: one step, now that the file is there.

        Raises AdvisorError(CASE_FILE_OVERTAKEN) where the case has changed since the file was written.
        """
        stored, successor = self._transfer.read(exported.case_id), exported.successor
        if successor is None or stored is None or stored.mark != exported.mark:
            raise AdvisorError(Problem.CASE_FILE_OVERTAKEN, file=exported.file.name)
        given = Handover(to=successor.name, at=self._clock.now(), file=exported.digest)
        session.apply_planned(successor.step, successor.head, HandoverSet(session.case.handover, given))

    def take_back(self, session: CaseSession) -> None:
        """Let a case be worked on here again that was handed over, by whoever takes it back."""
        head = session.case.head
        adviser = self._author.name or head.adviser
        session.apply(HandoverSet(session.case.handover, None), HeadSet(head, replace(head, adviser=adviser)))

    def _successor(self, stored: StoredCopy, name: str) -> Successor:
        from advisor_app.storage.log import OPENING_KEY, instant

        refuse_handed_over(stored.case)
        refuse_implausible_name(name)
        head = stored.case.head
        # To the millisecond, as the log and the file keep it.
        at = datetime.fromisoformat(instant(self._clock.now()))
        step = PlannedStep(batch=new_id(), at=at, ids={OPENING_KEY: new_id()})
        return Successor(name=name, head=HeadSet(head, replace(head, adviser=name)), step=step)

    def _handed_over(self, content: CaseContent, successor: Successor) -> CaseContent:
        """The case as it will be when it has been handed over."""
        from advisor_app.storage.json_records import to_json
        from advisor_app.storage.log import OPENING_KEY

        change, lines = successor.head, content.copy.log
        if change.before == change.after:
            return content
        line = LogLine(
            id=successor.step.ids[OPENING_KEY],
            batch=successor.step.batch,
            key=OPENING_KEY,
            parent=next((line.id for line in reversed(lines) if line.key == OPENING_KEY), None),
            undoes=None,
            author=self._author.name,
            device=self._author.device,
            at=successor.step.at,
            why="",
            before=content.copy.records[OPENING_KEY],
            after=to_json(change.after),
        )
        records = {**content.copy.records, OPENING_KEY: to_json(change.after)}
        return replace(content, copy=Copy(records, [*lines, line]))

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
    return ExportedCase(
        case_id=content.case_id,
        file=file,
        digest=digest,
        records=len(content.copy.records),
        lines=len(content.copy.log),
        people=len(content.people),
        definitions=len(content.definitions),
        evidence=len(content.evidence),
        missing=tuple(sorted(stored.case.files.difference(content.evidence))),
        mark=stored.mark,
    )
