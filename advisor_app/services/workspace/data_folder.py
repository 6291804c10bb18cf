"""A data folder that is open: what is built once for it, and what keeps, passes on and erases what is stored."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.domain.prices import PriceList

if TYPE_CHECKING:
    from advisor_app.content.selection import PackState
    from advisor_app.domain.case import Case
    from advisor_app.domain.catalog import Catalog
    from advisor_app.domain.errors import AdvisorError
    from advisor_app.services.backups import Backups
    from advisor_app.services.case_export import CaseExport
    from advisor_app.services.case_import import CaseImport
    from advisor_app.services.case_templates import CaseTemplates
    from advisor_app.services.cases import Cases
    from advisor_app.services.clock import Clock
    from advisor_app.services.erasure import Erasure
    from advisor_app.services.evidence import EvidenceRoom
    from advisor_app.services.history import History
    from advisor_app.services.packs import Packs
    from advisor_app.services.person_export import PersonExport
    from advisor_app.services.policy import Policy
    from advisor_app.services.portfolio import Portfolio
    from advisor_app.services.preferences import Preferences, PreferencesFile
    from advisor_app.services.protection import Protection
    from advisor_app.services.questionnaires import Questionnaires
    from advisor_app.services.recovery_sheets import RecoverySheets
    from advisor_app.services.register import Register
    from advisor_app.services.reserve import Reserve
    from advisor_app.services.retention import RetentionTerms
    from advisor_app.services.session import Author
    from advisor_app.storage.database import Database
    from advisor_app.storage.profile import Profile
    from advisor_app.texts import Texts
    from advisor_app.texts.record_words import RecordWords


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFolder:
    """The parts that everything else is built from.

    ``content_problem`` says why one of the folder's own packs was left out, None where none was; ``pack_state`` tells
    the files of those that are in use.
    """

    folder: Path
    settings: PreferencesFile
    policy: Policy
    texts: Texts
    catalog: Catalog
    content_problem: AdvisorError | None
    pack_state: PackState
    clock: Clock
    author: Author
    questionnaires: Questionnaires
    cases: Cases
    register: Register
    portfolio: Portfolio
    profile: Profile
    protection: Protection
    database: Database
    lock: ExitStack

    @property
    def is_read_only(self) -> bool:
        """Whether the data were opened for reading only."""
        return self.database.is_read_only

    @property
    def is_damaged(self) -> bool:
        """Whether a damaged page was found; nothing more is written then."""
        return self.database.is_damaged

    def check_writable(self) -> None:
        """Raise AdvisorError where no change could be written now; waits for a lock, so not on the GUI thread."""
        self.database.check_writable()

    @property
    def preferences(self) -> Preferences:
        """The preferences in use."""
        return self.settings.current

    def set_preferences(self, preferences: Preferences) -> None:
        """Write and use other preferences; raises AdvisorError(FILE_NOT_WRITABLE), the old ones then hold."""
        follows = self.author.name == self.preferences.author  # not another one by --author
        self.settings.save(preferences)
        if follows:
            self.author.name = preferences.author

    @property
    def prices(self) -> PriceList:
        """What modules cost by the house's list."""
        return PriceList(self.preferences.prices)

    def record_words(self, case: Case) -> RecordWords:
        """The records of a case in words."""
        from advisor_app.texts.record_words import RecordWords

        return RecordWords(self.texts, self.catalog, case)

    @property
    def evidence(self) -> EvidenceRoom:
        """Photos and files of the cases."""
        from advisor_app.services.evidence import EvidenceRoom
        from advisor_app.storage.evidence_files import EvidenceFiles
        from advisor_app.storage.evidence_use import EvidenceUse

        files = EvidenceFiles(self.folder, self.profile.files_key)
        return EvidenceRoom(files, EvidenceUse(self.database), self.clock, self.texts)

    @property
    def history(self) -> History:
        """What was changed in a case, in words, and older states brought back."""
        from advisor_app.services.history import History
        from advisor_app.storage.history import HistoryStore

        return History(HistoryStore(self.database), self.catalog, self.texts)

    @property
    def case_templates(self) -> CaseTemplates:
        """Cases that begin with what another one has arranged."""
        from advisor_app.services.case_templates import CaseTemplates

        return CaseTemplates(self.cases)

    @property
    def case_export(self) -> CaseExport:
        """Cases passed on as files."""
        from advisor_app.services.case_export import CaseExport
        from advisor_app.storage.case_transfer import CaseTransfer
        from advisor_app.storage.evidence_files import EvidenceFiles

        files = EvidenceFiles(self.folder, self.profile.files_key)
        return CaseExport(CaseTransfer(self.database), files, self.author, self.clock)

    @property
    def case_import(self) -> CaseImport:
        """Cases taken in from files."""
        from advisor_app.domain.backup import BackupReason
        from advisor_app.services.case_import import CaseImport
        from advisor_app.storage.case_transfer import CaseTransfer
        from advisor_app.storage.evidence_files import EvidenceFiles

        backups = self.backups
        return CaseImport(
            CaseTransfer(self.database),
            EvidenceFiles(self.folder, self.profile.files_key),
            self.profile,
            self.author,
            self.clock,
            require_recovery=self.protection.require_recovery,
            back_up=lambda: backups.create(BackupReason.IMPORT) if backups.is_changed else None,
        )

    @property
    def backup_place(self) -> Path | None:
        """The second place of backups, None where there is none."""
        return self.preferences.second_place(self.policy)

    @property
    def backups(self) -> Backups:
        """Backups made, verified, looked into."""
        from advisor_app.services.backups import Backups

        return Backups(self.profile, self.backup_place, self.clock)

    @property
    def reserve(self) -> Reserve:
        """The room set aside for a full disk."""
        from advisor_app.services.reserve import Reserve

        return Reserve(self.folder)

    @property
    def recovery_sheets(self) -> RecoverySheets:
        """Sheets with the code that opens the data when everything else is lost."""
        from advisor_app.services.recovery_sheets import RecoverySheets

        return RecoverySheets(self.protection, self.settings, self.author, self.clock, self.texts)

    @property
    def retention(self) -> RetentionTerms:
        """When the time of cases has come: by the policy of the machine, else by the preferences."""
        from advisor_app.services.retention import RetentionTerms
        from advisor_app.storage.retention import RetentionStore

        months = self.policy.retention_months or self.preferences.retention_months
        return RetentionTerms(RetentionStore(self.database), self.clock, months)

    @property
    def erasure(self) -> Erasure:
        """People and cases found and erased for good."""
        from advisor_app.services.erasure import Erasure
        from advisor_app.services.old_backups import OldBackups
        from advisor_app.storage.backups import FOLDER_NAME
        from advisor_app.storage.erasure import ErasureStore
        from advisor_app.storage.evidence_files import EvidenceFiles
        from advisor_app.storage.evidence_use import EvidenceUse

        files, use = EvidenceFiles(self.folder, self.profile.files_key), EvidenceUse(self.database)
        backups = OldBackups(self.profile, self.clock, self.folder / FOLDER_NAME, self.backups)
        return Erasure(ErasureStore(self.database), files, use, self.portfolio, backups, self.author, self.clock)

    def finish_erasing(self) -> None:
        """Finish an erasing that was interrupted; what erases is loaded only where something is left to do."""
        from advisor_app.storage.erasure_records import ErasureRecords

        if ErasureRecords(self.database).has_rests():
            self.erasure.finish()

    def person_export(self, case: Case) -> PersonExport:
        """What is stored about the people of a case."""
        from advisor_app.services.person_export import PersonExport

        return PersonExport(self.erasure, self.retention, self.record_words(case), self.clock, self.texts)

    @property
    def packs(self) -> Packs:
        """The content packs: read, checked, switched and exchanged."""
        from advisor_app.services.packs import Packs

        return Packs(self.folder, self.texts, self.catalog, self.pack_state, self.questionnaires, self.clock)

    def close(self) -> None:
        """Close the database, drop the keys and set the folder free."""
        self.database.close()
        self.profile.forget()
        self.lock.close()
