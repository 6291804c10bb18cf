"""Cases taken in from case files: read, compared, decided, written as one step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.domain.case import Person
from advisor_app.domain.commune import EXAMPLE_COMMUNE
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.plausibility import ImplausibleError
from advisor_app.domain.reconciliation import Copy, Keep, Settlement, Standing, compare, settle
from advisor_app.domain.redacted_copies import with_redactions
from advisor_app.services.case_export import Progress, unreported
from advisor_app.services.case_preview import Decisions, ImportPreview, PersonComparison
from advisor_app.services.clock import Clock
from advisor_app.services.ids import new_id
from advisor_app.services.session import Author, CaseSession

if TYPE_CHECKING:
    from advisor_app.exchange.case_file_entries import Entry
    from advisor_app.exchange.case_file_keys import Keys, RecipientKey
    from advisor_app.storage.case_transfer import Arrival, CaseTransfer
    from advisor_app.storage.evidence_files import EvidenceFiles
    from advisor_app.storage.profile import Profile

RECIPIENT_PURPOSE = "recipient"
"""What the recipient key is derived for; a rekey of the profile makes another one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedCase:
    """What an import did; ``batch`` is its step, empty where nothing was to be done.

    ``records`` counts what stands anew, ``lines`` the lines of history that came in, ``left_out`` the people who were
    erased here and did not.
    """

    case_id: str
    batch: str
    is_new: bool
    records: int
    lines: int
    people: int
    evidence: int
    left_out: int = 0


class CaseImport:
    """Reads case files into one profile. All of it may run in a worker thread; what is written is one transaction."""

    def __init__(
        self,
        transfer: CaseTransfer,
        evidence: EvidenceFiles,
        profile: Profile,
        author: Author,
        clock: Clock,
        *,
        require_recovery: Callable[[], None],
        back_up: Callable[[], object],
    ) -> None:
        """``require_recovery`` is asked before a real case comes in, ``back_up`` called before anything is written."""
        self._transfer = transfer
        self._evidence = evidence
        self._profile = profile
        self._author = author
        self._clock = clock
        self._require_recovery = require_recovery
        self._back_up = back_up

    @property
    def recipient(self) -> str:
        """The key that others encrypt case files for this profile with; it may be passed on openly."""
        return self._own_key().recipient.text

    def needs_passphrase(self, file: Path) -> bool:
        """Whether a file is opened by a passphrase; raises AdvisorError for what is no case file."""
        from advisor_app.exchange.case_file import read_head

        return read_head(file).protection == "passphrase"

    def preview(self, file: Path, passphrase: str = "", progress: Progress = unreported) -> ImportPreview:
        """Read a file to its last byte and compare it with what is here; nothing is changed.

        Raises AdvisorError: CASE_FILE_…, FILE_TOO_LARGE, FILE_UNREADABLE, CANCELLED.
        """
        from advisor_app.exchange.case_entries import check_digest, read_content
        from advisor_app.exchange.case_file import open_case_file
        from advisor_app.services.erased_here import erased_here
        from advisor_app.storage.case_check import UnknownKindError, checked

        keys = self._keys(passphrase)
        try:
            with open_case_file(file, keys) as opened:
                content, made_at = read_content(opened, check_digest, progress), opened.head.made_at
            incoming = checked(content)
        except ImplausibleError as error:
            raise AdvisorError(Problem.CASE_FILE_IMPOSSIBLE, file=file.name, place=str(error)) from error
        except ValueError as error:
            raise AdvisorError(Problem.CASE_FILE_DAMAGED, file=file.name) from error
        except UnknownKindError as error:
            raise AdvisorError(Problem.CASE_FILE_NEWER, file=file.name) from error
        here = self._transfer.read(incoming.content.case_id)
        copy = Copy({}, ()) if here is None else here.content.copy
        people: Mapping[str, Person] = {} if here is None else here.case.people
        erased = erased_here(self._transfer.erasures.all(), incoming.content, made_at, copy.log)
        absent = erased.people.difference(people)
        return ImportPreview(
            file=file,
            made_at=made_at,
            content=incoming.content,
            there=incoming.case,
            changes=incoming.changes,
            here=here,
            comparison=compare(copy, with_redactions(copy, incoming.content.copy)),
            people=[
                PersonComparison(people.get(person.id), person)
                for person in incoming.content.people
                if person.id not in absent
            ],
            keys=keys,
            erased=[person for person in incoming.content.people if person.id in absent],
            case_erased_at=erased.case_at if here is None else None,
        )

    def import_(self, preview: ImportPreview, decisions: Decisions, progress: Progress = unreported) -> ImportedCase:
        """Write what a preview showed as one step, with each conflict as it was decided; a backup is made before.

        Raises AdvisorError: RECOVERY_MISSING, CASE_FILE_CONFLICTS where one is not decided, CASE_FILE_OVERTAKEN where
        the case has changed since, CASE_FILE_DAMAGED where the file reaches into another case; nothing is written then.
        """
        undecided = [key for key in preview.conflicts if key not in decisions]
        if undecided:
            raise AdvisorError(Problem.CASE_FILE_CONFLICTS, count=len(undecided), file=preview.file.name)
        if preview.there.commune.id != EXAMPLE_COMMUNE:
            self._require_recovery()
        arrival = self._arrival(preview, decisions)
        # Files of records that were erased here stay away: nothing would name them.
        wanted = arrival.evidence | (set() if preview.here is None else set(preview.here.content.evidence))
        absent = frozenset(
            digest for digest in preview.content.evidence if digest in wanted and not self._evidence.exists(digest)
        )
        is_needed = bool(preview.is_new or arrival.lines or arrival.settlements or arrival.people or absent)
        batch = new_id() if is_needed else ""
        if is_needed:
            progress(0)
            self._back_up()
            progress(0.3)
            self._write(preview, arrival, absent, batch, lambda share: progress(0.3 + 0.6 * share))
        progress(1)
        return ImportedCase(
            case_id=arrival.case_id,
            batch=batch,
            is_new=preview.is_new,
            records=len(arrival.changes),
            lines=len(arrival.lines),
            people=len(arrival.people),
            evidence=len(absent),
            left_out=len(preview.erased),
        )

    def undo(self, session: CaseSession, imported: ImportedCase) -> bool:
        """Take an import back while it is the last step of its case; False where something was done since."""
        if not imported.batch or session.next_undo != imported.batch:
            return False
        session.undo()
        return True

    def _write(
        self, preview: ImportPreview, arrival: Arrival, absent: frozenset[str], batch: str, progress: Progress
    ) -> None:
        from advisor_app.storage.log import Entry

        entry = Entry(
            batch=batch,
            author=self._author.name,
            device=self._author.device,
            at=self._clock.now(),
            why=preview.file.name,
        )
        brought: list[str] = []
        try:
            if absent:
                self._bring_evidence(preview, absent, brought, progress)
            self._transfer.write(arrival, entry, 0 if preview.here is None else preview.here.mark)
        except BaseException as error:
            self._remove_evidence(brought)  # nothing names it yet
            if isinstance(error, ValueError):
                raise AdvisorError(Problem.CASE_FILE_DAMAGED, file=preview.file.name) from error
            if isinstance(error, AdvisorError) and error.problem is Problem.CASE_FILE_OVERTAKEN:
                raise AdvisorError(Problem.CASE_FILE_OVERTAKEN, file=preview.file.name) from error
            raise

    def _bring_evidence(
        self, preview: ImportPreview, absent: frozenset[str], brought: list[str], progress: Progress
    ) -> None:
        """Keep the file's evidence that is not here; it is read anew, and each piece must be what its name says."""
        from advisor_app.exchange.case_file import open_case_file

        with open_case_file(preview.file, preview.keys) as opened:
            for entry in opened.entries():
                progress(opened.share)
                if entry.kind == "evidence" and entry.digest in absent:
                    self._keep(entry, brought)
        if not absent.issubset(brought):
            raise ValueError(preview.file.name)  # it is another file by now

    def _keep(self, entry: Entry, brought: list[str]) -> None:
        digest = self._evidence.put(entry.stream())
        brought.append(digest)
        if digest != entry.digest:
            raise ValueError(entry.name)

    def _remove_evidence(self, digests: Iterable[str]) -> None:
        for digest in digests:
            with suppress(AdvisorError):
                self._evidence.remove(digest)

    def _arrival(self, preview: ImportPreview, decisions: Decisions) -> Arrival:
        from advisor_app.storage.case_check import LOCAL_KIND
        from advisor_app.storage.case_transfer import Arrival
        from advisor_app.storage.records import change_from_log

        settlements: dict[str, Settlement] = {}
        if not preview.is_new:
            settlements = {item.key: item for item in settle(preview.comparison, decisions)}
        if preview.comes_back:
            settlements[LOCAL_KIND] = _taken_back(preview)
        settled = [change_from_log(item.key, None, item.after) for item in settlements.values()]
        return Arrival(
            case_id=preview.content.case_id,
            lines=preview.comparison.missing,
            changes=tuple(preview.changes.values()) if preview.is_new else settled,
            settlements=tuple(settlements.values()),
            people=_people_to_write(preview, decisions),
            definitions=preview.content.definitions,
        )

    def _own_key(self) -> RecipientKey:
        from advisor_app.exchange.case_file_keys import RecipientKey
        from advisor_app.sealing import derive

        return RecipientKey(derive(self._profile.data_key, RECIPIENT_PURPOSE))

    def _keys(self, passphrase: str) -> Keys:
        from advisor_app.exchange.case_file_keys import Keys, SharedPassphrase

        return Keys(own=self._own_key(), passphrase=SharedPassphrase(passphrase) if passphrase else None)


def _people_to_write(preview: ImportPreview, decisions: Decisions) -> list[Person]:
    return [
        item.there
        for item in preview.people
        if item.standing is Standing.NEW or (item.standing is Standing.CONFLICT and decisions[item.key] is Keep.THEIRS)
    ]


def _taken_back(preview: ImportPreview) -> Settlement:
    """That the case is worked on here again."""
    from advisor_app.storage.case_check import LOCAL_KIND

    here = preview.here
    return Settlement(
        key=LOCAL_KIND,
        before=None if here is None else here.handover,
        after=None,
        parent=None if here is None else here.local_line,
        merges=None,
    )
