"""Errors that a user can mend; anything else is a bug and goes to the crash dialog."""

from __future__ import annotations

from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING

from advisor_app.override import override

if TYPE_CHECKING:
    from collections.abc import Mapping


class Problem(Enum):
    """What went wrong; the value is the key of the sentence in ``resources/i18n/<language>/errors.toml``."""

    # Files and imports: file, and where known line and reason
    FILE_UNREADABLE = "file-unreadable"
    NO_REGULAR_FILE = "no-regular-file"
    FILE_TOO_LARGE = "file-too-large"
    FILE_FORMAT = "file-format"
    CASES_WORKED_ON = "cases-worked-on"
    TABLE_FILE = "table-file"
    TABLE_FIELD = "table-field"
    TABLE_COLUMN = "table-column"
    TABLE_FIELDS_MISSING = "table-fields-missing"
    TABLE_MAP = "table-map"
    REPORT_FILE = "report-file"
    FILE_NOT_WRITABLE = "file-not-writable"
    FILE_OF_PROGRAM = "file-of-program"
    ERASURE_UNFINISHED = "erasure-unfinished"
    # The settings as a window finds them, which goes on without what does not fit: file, reason, where known line
    SETTINGS_FORMAT = "settings-format"
    SETTINGS_UNREADABLE = "settings-unreadable"
    # Content packs: file, line, reason
    CONTENT = "content"
    # Packs as workbooks: file and reason; folder; name
    WORKBOOK = "workbook"
    PACK_EXISTS = "pack-exists"
    PACK_LEFT_OUT = "pack-left-out"
    PACK_FOLDER_FOREIGN = "pack-folder-foreign"
    UNKNOWN_PACK = "unknown-pack"
    # Stored questionnaires: name of the unknown part
    DEFINITION_NEWER = "definition-newer"
    DEFINITION_DAMAGED = "definition-damaged"
    # Database
    DATABASE_NEWER = "database-newer"
    DATABASE_DAMAGED = "database-damaged"
    DATABASE_LOCKED = "database-locked"
    DATABASE_READ_ONLY = "database-read-only"
    DISK_FULL = "disk-full"
    DATA_IN_USE = "data-in-use"
    DATABASE_MISSING = "database-missing"
    # What lies there is no file, or may not be read; the data are gone in the middle of work; the drive takes nothing
    NOT_A_FILE = "not-a-file"
    FILE_FORBIDDEN = "file-forbidden"
    DATABASE_GONE = "database-gone"
    DISK_FAILED = "disk-failed"
    # Data that can only be read: as the window opens them, of an older version, with a log that needs to be written to
    OPENED_READ_ONLY = "opened-read-only"
    READ_ONLY_OLDER = "read-only-older"
    READ_ONLY_LOG = "read-only-log"
    # The rules of an IT department: file, line, reason
    POLICY = "policy"
    # The poll on phones: forbidden by the policy, switched off, no network, no such port
    PHONE_POLL_FORBIDDEN = "phone-poll-forbidden"
    PHONE_POLL_OFF = "phone-poll-off"
    PHONE_POLL_NO_NETWORK = "phone-poll-no-network"
    PHONE_POLL_PORT = "phone-poll-port"
    # Keys of a profile: file
    PROFILE_LOCKED = "profile-locked"
    PASSPHRASE_REQUIRED = "passphrase-required"
    PASSPHRASE_SHORT = "passphrase-short"
    PASSPHRASE_NEEDED = "passphrase-needed"
    PASSPHRASE_KEPT = "passphrase-kept"
    PASSPHRASES_DIFFER = "passphrases-differ"
    LAST_WAY_IN = "last-way-in"
    ESCROW_KEY_UNREADABLE = "escrow-key-unreadable"
    KEY_WRONG = "key-wrong"
    KEY_UNKNOWN = "key-unknown"
    KEYSLOTS_MISSING = "keyslots-missing"
    KEYSLOTS_DAMAGED = "keyslots-damaged"
    KEYSLOTS_NEWER = "keyslots-newer"
    KEYSLOTS_FOREIGN = "keyslots-foreign"
    RECOVERY_CODE_MISTYPED = "recovery-code-mistyped"
    RECOVERY_MISSING = "recovery-missing"
    # Backups and what was packed for another machine: folder or file, name where one is looked for
    BACKUP_FAILED = "backup-failed"
    BACKUP_DAMAGED = "backup-damaged"
    BACKUP_NEWER = "backup-newer"
    BACKUP_UNKNOWN = "backup-unknown"
    BACKUP_EVIDENCE_MISSING = "backup-evidence-missing"
    KEYS_CHANGING = "keys-changing"
    RESTORE_FAILED = "restore-failed"
    DATA_PRESENT = "data-present"
    MOVE_WITHOUT_KEY = "move-without-key"
    MOVE_DAMAGED = "move-damaged"
    MOVE_NEWER = "move-newer"
    MOVE_INCOMPLETE = "move-incomplete"
    # Evidence: digest or name of the file
    EVIDENCE_MISSING = "evidence-missing"
    EVIDENCE_DAMAGED = "evidence-damaged"
    EVIDENCE_NOT_STORED = "evidence-not-stored"
    EVIDENCE_DISK_FULL = "evidence-disk-full"
    PICTURE_UNREADABLE = "picture-unreadable"
    PICTURE_TOO_LARGE = "picture-too-large"
    PICTURE_HEIC = "picture-heic"
    UNKNOWN_EVIDENCE = "unknown-evidence"
    # Documents that are handed over: title
    DOCUMENT_STAYS = "document-stays"
    ARCHIVED_DOCUMENT_MISSING = "archived-document-missing"
    ARCHIVED_DOCUMENT_DAMAGED = "archived-document-damaged"
    ARCHIVED_DOCUMENT_ERASED = "archived-document-erased"
    DOCUMENT_NOT_ARCHIVED = "document-not-archived"
    NOT_HANDED_OVER = "not-handed-over"
    COMMENTS_WITHOUT_DAY = "comments-without-day"
    # Case files: file, where there is one
    CASE_FILE_UNKNOWN = "case-file-unknown"
    CASE_FILE_NEWER = "case-file-newer"
    CASE_FILE_DAMAGED = "case-file-damaged"
    CASE_FILE_IMPOSSIBLE = "case-file-impossible"
    CASE_FILE_FOREIGN = "case-file-foreign"
    CASE_FILE_LOCKED = "case-file-locked"
    CASE_FILE_KEY_WRONG = "case-file-key-wrong"
    CASE_FILE_UNSOUND = "case-file-unsound"
    CASE_FILE_CONFLICTS = "case-file-conflicts"
    CASE_FILE_OVERTAKEN = "case-file-overtaken"
    CASE_HANDED_OVER = "case-handed-over"
    OPENED_HANDED_OVER = "opened-handed-over"
    CASE_FILE_PASSPHRASE_SHORT = "case-file-passphrase-short"
    BAD_RECIPIENT = "bad-recipient"
    # Returned forms: file; of another questionnaire its name, of another version both versions
    FORM_TOO_LARGE = "form-too-large"
    FORM_NO_PDF = "form-no-pdf"
    FORM_ENCRYPTED = "form-encrypted"
    FORM_XFA = "form-xfa"
    FORM_FLATTENED = "form-flattened"
    FORM_UNKNOWN = "form-unknown"
    FORM_NEWER = "form-newer"
    FORM_ALTERED = "form-altered"
    FORM_NOT_ISSUED = "form-not-issued"
    FORM_TOO_COSTLY = "form-too-costly"
    FORM_OF_OTHER_CASE = "form-of-other-case"
    FORM_OF_OTHER_COMMUNE = "form-of-other-commune"
    FORM_OF_OTHER_QUESTIONNAIRE = "form-of-other-questionnaire"
    FORM_OF_OTHER_VERSION = "form-of-other-version"
    FORM_IMPORTED = "form-imported"
    FORM_TWICE = "form-twice"
    # Unknown references: name
    UNKNOWN_CASE = "unknown-case"
    UNKNOWN_COMMUNE = "unknown-commune"
    UNKNOWN_MODULE = "unknown-module"
    UNKNOWN_PRICE = "unknown-price"
    MODULE_NOT_BOOKED = "module-not-booked"
    MODULE_BOOKED = "module-booked"
    WORKSHOP_OF_ONE_MODULE = "workshop-of-one-module"
    UNKNOWN_TASK = "unknown-task"
    MODULE_NEEDED = "module-needed"
    UNKNOWN_ASSESSMENT = "unknown-assessment"
    UNKNOWN_QUESTIONNAIRE = "unknown-questionnaire"
    UNKNOWN_QUESTION = "unknown-question"
    UNKNOWN_AREA = "unknown-area"
    UNKNOWN_DOCUMENT = "unknown-document"
    EMPTY_PACK = "empty-pack"
    UNKNOWN_FORMAT = "unknown-format"
    NO_TABLES = "no-tables"
    NOTHING_FOR_DOCUMENT = "nothing-for-document"
    UNKNOWN_DOCUMENT_ITEM = "unknown-document-item"
    UNKNOWN_FORM = "unknown-form"
    UNKNOWN_ROLE = "unknown-role"
    UNKNOWN_ARCHIVED_DOCUMENT = "unknown-archived-document"
    UNKNOWN_USE_CASE = "unknown-use-case"
    UNKNOWN_PROCESS = "unknown-process"
    UNKNOWN_E_FILE_PART = "unknown-e-file-part"
    UNKNOWN_OFFICE_STEP = "unknown-office-step"
    UNKNOWN_SERVICE = "unknown-service"
    UNKNOWN_PERSON = "unknown-person"
    UNKNOWN_DAY = "unknown-day"
    UNKNOWN_STEP = "unknown-step"
    TASK_IN_PLAN = "task-in-plan"
    UNKNOWN_MEASURE = "unknown-measure"
    UNKNOWN_POLL = "unknown-poll"
    NO_ASSESSMENT = "no-assessment"
    ASSESSMENT_SUPERSEDED = "assessment-superseded"
    NOTHING_TO_MIGRATE = "nothing-to-migrate"
    NO_COMPARISON = "no-comparison"
    NO_CONSENT = "no-consent"
    JOINT_CASE = "joint-case"
    NO_POPULATION = "no-population"
    NO_BOOKING = "no-booking"
    NO_DAY = "no-day"
    NO_DAY_AHEAD = "no-day-ahead"
    NO_DAY_HELD = "no-day-held"
    EMPTY_TASK = "empty-task"
    DAY_WITHOUT_DATE = "day-without-date"
    NO_USE_CASE = "no-use-case"
    NO_PROCESS = "no-process"
    NO_E_FILE_GUIDE = "no-e-file-guide"
    NO_SERVICE = "no-service"
    NO_USAGE = "no-usage"
    PROCESS_IN_PLAN = "process-in-plan"
    SERVICE_IN_PLAN = "service-in-plan"
    UNKNOWN_ONLINE_SERVICE = "unknown-online-service"
    UNKNOWN_LEVEL = "unknown-level"
    # What the program brings itself: file
    FONT_MISSING = "font-missing"
    # Colours of documents: colour; of one that is too light its contrast, the contrast needed and a darker colour
    COLOUR_UNREADABLE = "colour-unreadable"
    COLOUR_TOO_LIGHT = "colour-too-light"
    # Values
    BAD_VALUE = "bad-value"
    BAD_LEVEL = "bad-level"
    NOT_OFFERED = "not-offered"
    BAD_DATE = "bad-date"
    BAD_KEY = "bad-key"
    # What a case file could not bring to anybody: letters of a text and entries of a list at most
    TEXT_LONG = "text-long"
    TEXT_LETTERS = "text-letters"
    LIST_LONG = "list-long"
    RECORD_LONG = "record-long"
    CELL_LONG = "cell-long"
    NAME_ODD = "name-odd"
    DATE_FAR = "date-far"
    NUMBER_FAR = "number-far"
    REASON_MISSING = "reason-missing"
    NOT_APPLICABLE_FORBIDDEN = "not-applicable-forbidden"
    # Polls of the group: name of the question; the most votes that a round takes
    CLARIFICATION_FULL = "clarification-full"
    POLL_CONFIDENTIAL = "poll-confidential"
    POLL_WITHOUT_LEVELS = "poll-without-levels"
    POLL_CLOSED = "poll-closed"
    POLL_EMPTY = "poll-empty"
    POLL_ROUNDS = "poll-rounds"
    POLL_VOTES = "poll-votes"
    # The shipped handbook: reason
    HANDBOOK_MISSING = "handbook-missing"
    # Dots for impact areas: open already, none yet, more than people can have
    DOTS_OPEN = "dots-open"
    NO_DOTS = "no-dots"
    BAD_DOTS = "bad-dots"
    # Candidates for use cases: value; name
    BAD_RATING = "bad-rating"
    UNKNOWN_CRITERION = "unknown-criterion"
    UNKNOWN_CANDIDATE = "unknown-candidate"
    NO_CANDIDATE = "no-candidate"
    # The snapshot moved on under an edit
    STALE_CHANGE = "stale-change"
    PLAN_CYCLE = "plan-cycle"
    KEY_TAKEN = "key-taken"
    BAD_SUCCESSOR = "bad-successor"
    CANCELLED = "cancelled"


class AdvisorError(Exception):
    """A problem that the user can mend. ``details`` fill the named fields of its sentence."""

    def __init__(self, problem: Problem, **details: str | int) -> None:
        super().__init__(problem, details)
        self.problem = problem
        self.details: Mapping[str, str | int] = MappingProxyType(details)

    @override
    def __str__(self) -> str:
        """Name the problem for logs; the sentence for people is made by ``texts``."""
        fields = ", ".join(f"{name}={value!r}" for name, value in self.details.items())
        return f"{self.problem.value}({fields})"
