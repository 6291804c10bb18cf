"""Everything that works on one data folder, built once and passed on."""

from __future__ import annotations

import platform
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.content.packs import load_catalog
from advisor_app.domain.catalog import Catalog
from advisor_app.domain.errors import AdvisorError
from advisor_app.services.answer_check import answer_check
from advisor_app.services.cases import Cases
from advisor_app.services.clock import Clock, SystemClock
from advisor_app.services.content_check import LOCAL_PACKS, content_folders, left_out
from advisor_app.services.data_lock import Access, hold
from advisor_app.services.portfolio import Portfolio
from advisor_app.services.preferences import Preferences, PreferencesFile
from advisor_app.services.questionnaires import Questionnaires
from advisor_app.services.register import Register
from advisor_app.services.session import Author
from advisor_app.texts import Texts, load_texts

if TYPE_CHECKING:
    from advisor_app.content.selection import PackState
    from advisor_app.domain.case import Case
    from advisor_app.services.agendas import Agendas
    from advisor_app.services.assessment_migrations import AssessmentMigrations
    from advisor_app.services.assessments import Assessments
    from advisor_app.services.backups import Backups
    from advisor_app.services.branding import Branding
    from advisor_app.services.case_export import CaseExport
    from advisor_app.services.case_import import CaseImport
    from advisor_app.services.clarifications import Clarifications
    from advisor_app.services.day_closing import DayClosing
    from advisor_app.services.document_archive import DocumentArchive
    from advisor_app.services.documents import Documents
    from advisor_app.services.erasure import Erasure
    from advisor_app.services.evidence import EvidenceRoom
    from advisor_app.services.feedback import FeedbackRoom
    from advisor_app.services.form_mail import FormMail
    from advisor_app.services.form_returns import FormReturns
    from advisor_app.services.forms import Forms
    from advisor_app.services.history import History
    from advisor_app.services.minutes import Minutes
    from advisor_app.services.packs import Packs
    from advisor_app.services.person_export import PersonExport
    from advisor_app.services.phone_polls import PhonePolls
    from advisor_app.services.plans import Plans
    from advisor_app.services.policy import Policy
    from advisor_app.services.polls import Polls
    from advisor_app.services.portfolio_figures import PortfolioFigures
    from advisor_app.services.print_packs import PrintPacks
    from advisor_app.services.processes import Processes
    from advisor_app.services.projection import Projections
    from advisor_app.services.protection import Protection
    from advisor_app.services.recovery_sheets import RecoverySheets
    from advisor_app.services.reserve import Reserve
    from advisor_app.services.results import Results
    from advisor_app.services.retention import RetentionTerms
    from advisor_app.services.use_cases import UseCases
    from advisor_app.storage.database import Database
    from advisor_app.storage.profile import Profile
    from advisor_app.texts.record_words import RecordWords


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace:
    """The parts that the window and the commands work with.

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

    # Services that hold nothing of their own are loaded where they are first asked for: answering begins without them.

    @property
    def agendas(self) -> Agendas:
        """Workshop days with what the packs know of their steps."""
        from advisor_app.services.agendas import Agendas

        return Agendas(self.catalog, self.questionnaires, self.assessments, self.clock, self.texts)

    @property
    def assessments(self) -> Assessments:
        """Assessments made, filled from files, scored."""
        from advisor_app.services.assessments import Assessments

        return Assessments(self.catalog, self.questionnaires, self.cases, self.texts)

    @property
    def assessment_migrations(self) -> AssessmentMigrations:
        """Assessments brought to the version of their questionnaire that the packs hold today."""
        from advisor_app.services.assessment_migrations import AssessmentMigrations

        return AssessmentMigrations(self.catalog, self.questionnaires, self.clock, self.texts)

    @property
    def packs(self) -> Packs:
        """The content packs: read, checked, switched and exchanged."""
        from advisor_app.services.packs import Packs

        return Packs(self.folder, self.texts, self.catalog, self.pack_state, self.questionnaires, self.clock)

    @property
    def plans(self) -> Plans:
        """Measures proposed, taken over and exchanged."""
        from advisor_app.services.plans import Plans

        return Plans(self.catalog, self.questionnaires, self.texts)

    @property
    def portfolio_figures(self) -> PortfolioFigures:
        """What the portfolio adds up to."""
        from advisor_app.services.portfolio_figures import PortfolioFigures
        from advisor_app.storage.figures import FiguresStore

        store, profile = FiguresStore(self.database), self.profile.keyslots.profile
        return PortfolioFigures(store, profile, self.catalog, self.texts, self.clock)

    @property
    def feedback(self) -> FeedbackRoom:
        """What participants thought of the workshops."""
        from advisor_app.services.feedback import FeedbackRoom
        from advisor_app.storage.figures import FiguresStore

        return FeedbackRoom(FiguresStore(self.database), self.policy, self.texts, self.clock)

    @property
    def phone_polls(self) -> PhonePolls:
        """Polls opened for phones in the room."""
        from advisor_app.services.phone_polls import PhonePolls

        return PhonePolls(self.folder, self.policy, self.settings, self.texts, self.clock)

    @property
    def polls(self) -> Polls:
        """Polls of a group: begun, counted, revealed and settled."""
        from advisor_app.services.polls import Polls
        from advisor_app.services.voices import Voices

        return Polls(self.questionnaires, Voices(self.questionnaires), self.clock, self.texts)

    @property
    def clarifications(self) -> Clarifications:
        """The questions that are worth the room's time, and the rest confirmed."""
        from advisor_app.services.clarifications import Clarifications
        from advisor_app.services.voices import Voices

        return Clarifications(self.questionnaires, Voices(self.questionnaires))

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
    def processes(self) -> Processes:
        """Process sheets begun and handed out."""
        from advisor_app.services.processes import Processes

        return Processes(self.texts, self.settings)

    @property
    def use_cases(self) -> UseCases:
        """Use cases begun and exchanged."""
        from advisor_app.services.use_cases import UseCases

        return UseCases(self.catalog, self.author, self.clock, self.texts, self.settings)

    @property
    def documents(self) -> Documents:
        """Documents and what the adviser writes in them."""
        from advisor_app.services.documents import Documents

        return Documents(
            self.catalog,
            self.questionnaires,
            self.settings,
            self.texts,
            self.clock,
            self.register.titles,
            self.branding,
            self.profile.forms_key,
            self.evidence.content,
        )

    @property
    def branding(self) -> Branding:
        """Colour and logo of the house in documents."""
        from advisor_app.services.branding import Branding

        return Branding(self.folder, self.settings, self.texts, self.evidence.content, self.register.titles)

    @property
    def print_packs(self) -> PrintPacks:
        """Several documents as one job for a printer."""
        from advisor_app.services.print_packs import PrintPacks

        return PrintPacks(self.documents, self.texts)

    @property
    def document_archive(self) -> DocumentArchive:
        """Documents as they were handed over."""
        from advisor_app.services.document_archive import DocumentArchive
        from advisor_app.storage.history import HistoryStore

        return DocumentArchive(
            self.documents, self.evidence, HistoryStore(self.database), self.record_words, self.clock
        )

    @property
    def day_closing(self) -> DayClosing:
        """Workshop days closed: what is open, and the package of documents."""
        from advisor_app.services.day_closing import DayClosing

        return DayClosing(
            self.documents, self.document_archive, self.settings, self.texts, self.clock, self.questionnaires
        )

    @property
    def minutes(self) -> Minutes:
        """Entries of the minutes made, released, taken over into the plan."""
        from advisor_app.services.minutes import Minutes

        return Minutes(self.texts, self.clock)

    @property
    def forms(self) -> Forms:
        """Forms made to be filled in and sent back, and how far each of them is."""
        from advisor_app.services.forms import Forms

        return Forms(
            self.catalog,
            self.questionnaires,
            self.cases,
            self.documents,
            self.document_archive,
            self.texts,
            self.clock,
        )

    @property
    def form_mail(self) -> FormMail:
        """Messages with a form for the user's own mail program."""
        from advisor_app.services.form_mail import FormMail

        return FormMail(self.forms, self.document_archive, self.settings, self.texts)

    @property
    def form_returns(self) -> FormReturns:
        """Forms that came back, read and taken over."""
        from advisor_app.services.form_comparison import FormComparison
        from advisor_app.services.form_returns import FormReturns

        forms = self.forms
        comparison = FormComparison(forms, self.questionnaires, self.texts, self.clock, self.profile.forms_key)
        return FormReturns(forms, comparison, self.questionnaires, self.texts, self.clock)

    @property
    def recovery_sheets(self) -> RecoverySheets:
        """Sheets with the code that opens the data when everything else is lost."""
        from advisor_app.services.recovery_sheets import RecoverySheets

        return RecoverySheets(self.protection, self.settings, self.author, self.clock, self.texts)

    @property
    def results(self) -> Results:
        """What assessments show, in words and charts."""
        from advisor_app.services.results import Results

        return Results(self.documents)

    @property
    def projections(self) -> Projections:
        """What a room is shown."""
        from advisor_app.services.projection import Projections

        return Projections(self.catalog, self.questionnaires, self.documents, self.texts)

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

    @property
    def history(self) -> History:
        """What was changed in a case, in words, and older states brought back."""
        from advisor_app.services.history import History
        from advisor_app.storage.history import HistoryStore

        return History(HistoryStore(self.database), self.catalog, self.texts)

    @property
    def evidence(self) -> EvidenceRoom:
        """Photos and files of the cases."""
        from advisor_app.services.evidence import EvidenceRoom
        from advisor_app.storage.evidence_files import EvidenceFiles
        from advisor_app.storage.evidence_use import EvidenceUse

        files = EvidenceFiles(self.folder, self.profile.files_key)
        return EvidenceRoom(files, EvidenceUse(self.database), self.clock, self.texts)

    @property
    def retention(self) -> RetentionTerms:
        """When the time of cases has come: by the policy of the machine, else by the preferences."""
        from advisor_app.services.retention import RetentionTerms
        from advisor_app.storage.retention import RetentionStore

        months = self.policy.retention_months or self.preferences.retention_months
        return RetentionTerms(RetentionStore(self.database), self.clock, months)

    def record_words(self, case: Case) -> RecordWords:
        """The records of a case in words."""
        from advisor_app.texts.record_words import RecordWords

        return RecordWords(self.texts, self.catalog, case)

    def person_export(self, case: Case) -> PersonExport:
        """What is stored about the people of a case."""
        from advisor_app.services.person_export import PersonExport

        return PersonExport(self.erasure, self.record_words(case), self.clock, self.texts)

    @property
    def backup_place(self) -> Path | None:
        """The second place of backups: the policy's, else the preferences'."""
        return _backup_place(self.policy, self.preferences)

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

    def close(self) -> None:
        """Close the database, drop the keys and set the folder free."""
        self.database.close()
        self.profile.forget()
        self.lock.close()


def _backup_place(policy: Policy, preferences: Preferences) -> Path | None:
    chosen = preferences.backup_place.strip()
    return policy.backup_place or (Path(chosen).expanduser() if chosen else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The packs of a data folder: what they define, why some are left out, and which files of its own are in use."""

    catalog: Catalog
    problem: AdvisorError | None = None
    state: PackState = ()


def load_content(folder: Path, texts: Texts) -> Content:
    """The shipped packs with the folder's own ones, without those that have an error.

    The shipped ones alone are known to be sound, and read as far as work begins with them. Errors of other packs must
    be told now, so with them everything is read.
    """
    shipped, folders = content_folders(), content_folders(folder)
    if folders == shipped:
        return Content(catalog=load_catalog(shipped, texts, late=True))
    from advisor_app.content.selection import preferred_packs, sound_packs

    selection = preferred_packs(shipped, folder / LOCAL_PACKS)
    try:
        return Content(catalog=load_catalog(selection.folders, texts), state=selection.state())
    except AdvisorError:
        sound = sound_packs(selection, texts.language)
        catalog = load_catalog(sound.folders, texts)
        return Content(catalog=catalog, problem=left_out(sound, texts), state=sound.state())


def open_workspace(  # noqa: PLR0913  # nearly all by name, each with its default
    folder: Path,
    preferences: Preferences,
    *,
    access: Access = Access.READ,
    author: str = "",
    clock: Clock | None = None,
    wait_ms: int | None = None,
    policy: Policy | None = None,
    enter: Callable[[], Profile] | None = None,
) -> Workspace:
    """Open a data folder for reading, writing or a window; ``wait_ms`` is how long a write waits for a lock.

    ``policy`` is the machine's where it is None; ``enter`` opens the profile, by default with what this device keeps.
    Raises AdvisorError for a policy, content or a database that cannot be used, for a folder in use and for a profile
    that is locked; nothing is changed then.
    """
    from advisor_app.services import entrance
    from advisor_app.services.policy import load_policy
    from advisor_app.services.protection import Protection
    from advisor_app.storage.cases import CaseStore
    from advisor_app.storage.database import COMMAND_WAIT_MS, open_database
    from advisor_app.storage.definitions import DefinitionStore
    from advisor_app.storage.register import RegisterStore
    from advisor_app.storage.replacement import remove_leftovers

    texts = load_texts(preferences.language)
    rules = load_policy(texts) if policy is None else policy
    content = load_content(folder, texts)
    catalog = content.catalog
    settings = PreferencesFile(folder, preferences)
    with ExitStack() as opened:
        opened.enter_context(hold(folder, access))
        if access is not Access.READ:
            remove_leftovers(folder)
        profile = entrance.enter(folder, rules) if enter is None else enter()
        database = open_database(profile, COMMAND_WAIT_MS if wait_ms is None else wait_ms)
        lock = opened.pop_all()
    used_clock = clock or SystemClock()
    who = Author(name=author or preferences.author, device=platform.node())

    def back_up(report: Callable[[float], None]) -> None:
        from advisor_app.domain.backup import BackupReason
        from advisor_app.services.backups import Backups

        backups = Backups(profile, _backup_place(rules, settings.current), used_clock)
        if backups.is_changed:
            backups.create(BackupReason.REKEY, report)

    protection = Protection(profile, rules, database, back_up)
    store = CaseStore(database)
    questionnaires = Questionnaires(catalog, DefinitionStore(database))
    cases = Cases(
        store,
        catalog,
        questionnaires,
        who,
        used_clock,
        (answer_check(questionnaires),),
        require_recovery=protection.require_recovery,
    )
    register = Register(RegisterStore(database), who, used_clock, texts)
    return Workspace(
        folder=folder,
        settings=settings,
        policy=rules,
        texts=texts,
        catalog=catalog,
        content_problem=content.problem,
        pack_state=content.state,
        clock=used_clock,
        author=who,
        questionnaires=questionnaires,
        cases=cases,
        register=register,
        portfolio=Portfolio(store, questionnaires, register.titles),
        profile=profile,
        protection=protection,
        database=database,
        lock=lock,
    )
