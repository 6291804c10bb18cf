"""How an open profile is protected, and every change of it: passphrase, recovery sheet, device, a new key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.services.entrance import check_length
from advisor_app.services.policy import Policy
from advisor_app.storage import profile as profiles
from advisor_app.storage.device_keys import read_key_file
from advisor_app.storage.keyslot_file import FILE_NAME as KEYSLOTS_NAME
from advisor_app.storage.keyslot_file import read_keyslots
from advisor_app.storage.keyslots import EscrowRecipient, Keyslots, Passphrase, Secret, Slot, SlotKind, Unlocked
from advisor_app.storage.recovery_code import new_recovery_code, recovery_secret, spelled

if TYPE_CHECKING:
    from pathlib import Path

    from advisor_app.storage.database import Database
    from advisor_app.storage.profile import Profile
    from advisor_app.texts import Texts

Report = Callable[[float], None]

_BACKUP_SHARE = 0.3
"""Of another key: the backup before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """The ways into a profile. ``sheet`` is the number of the recovery sheet that holds, empty where there is none."""

    profile: str
    passphrase: bool
    keyring: bool
    key_file: bool
    escrow: bool
    sheet: str

    @property
    def device(self) -> bool:
        """Whether this device opens the profile by itself."""
        return self.keyring or self.key_file

    @property
    def recoverable(self) -> bool:
        """Whether the profile can be opened when the device and the passphrase are lost."""
        return self.escrow or bool(self.sheet)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryCode:
    """A code for a recovery sheet; it opens the profile from the moment at which it is accepted."""

    code: str = field(repr=False)
    number: str
    slot: Slot

    def ends_with(self, typed: str) -> bool:
        """Whether somebody has the sheet before them and typed its last group."""
        return spelled(typed) == spelled(self.code.rpartition("-")[2])


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewal:
    """Another key that is ready to be used, with the code of its recovery sheet."""

    recovery: RecoveryCode
    keys: Unlocked = field(repr=False)


def ways_into(folder: Path) -> Ways:
    """The ways into a folder's profile, without opening it; raises AdvisorError(KEYSLOTS_…)."""
    return _ways(read_keyslots(folder / KEYSLOTS_NAME))


def way_words(ways: Ways, policy: Policy, texts: Texts, folder: Path) -> tuple[str, ...]:
    """The ways into a data folder as sentences, what is missing, and what lies where it must not."""
    told = []
    if ways.keyring and not policy.passphrase_required:
        told.append(texts("protection.keyring"))
    if ways.key_file and not policy.passphrase_required:
        told.append(texts("protection.key-file"))
    due = "protection.passphrase-due" if policy.passphrase_required else "protection.no-passphrase"
    told.append(texts("protection.passphrase" if ways.passphrase else due))
    if ways.sheet:
        told.append(texts("protection.sheet", number=ways.sheet))
    if ways.escrow:
        name = texts("protection.it") if policy.escrow is None else policy.escrow.name
        told.append(texts("protection.escrow", name=name))
    if not ways.recoverable:
        told.append(texts("protection.not-recoverable"))
    lying = sorted(folder.glob(f"{texts('recovery-sheet.title')}*.pdf"))
    told += [texts("protection.sheet-lies-here", file=file) for file in lying]
    return tuple(told)


class Protection:
    """The ways into one open profile. What stretches a passphrase takes half a second: made for a worker thread."""

    def __init__(
        self, profile: Profile, policy: Policy, database: Database, back_up: Callable[[Report], object]
    ) -> None:
        """``back_up`` is called before everything is encrypted anew."""
        self._back_up = back_up
        self._profile = profile
        self._policy = policy
        self._database = database

    @property
    def ways(self) -> Ways:
        """The ways in as they are now."""
        return _ways(self._profile.keyslots)

    @property
    def is_recoverable(self) -> bool:
        """Whether real cases may be opened: a recovery sheet was made, or the IT department has a key."""
        return self.ways.recoverable

    def require_recovery(self) -> None:
        """Refuse what only a profile may hold that cannot be lost; raises AdvisorError(RECOVERY_MISSING)."""
        if not self.is_recoverable:
            raise AdvisorError(Problem.RECOVERY_MISSING)

    def verify(self, secret: Secret) -> bool:
        """Whether a secret opens this profile."""
        try:
            return any(one.data_key == self._profile.data_key for one in self._profile.keyslots.unlock(secret))
        except AdvisorError:
            return False

    def set_passphrase(self, chosen: str, proof: Secret | None = None, *, keep_on_device: bool = False) -> None:
        """Set or change the passphrase; the device then opens nothing by itself any more, unless that is kept.

        ``proof`` is the present passphrase, or another secret of the adviser, where there is one. Raises AdvisorError:
        PASSPHRASE_SHORT, KEY_WRONG, PASSPHRASE_KEPT, FILE_NOT_WRITABLE; the present ways then hold.
        """
        check_length(chosen, self._policy)
        self._check(proof)
        if keep_on_device and self._policy.passphrase_required:
            raise AdvisorError(Problem.PASSPHRASE_KEPT)
        profile = self._profile
        profile.change_slots(lambda keyslots: keyslots.with_slot(profile.data_key, Passphrase(chosen)))
        if keep_on_device and not self.ways.device:
            profiles.keep_on_device(profile)
        elif not keep_on_device and self.ways.device:
            profiles.forget_on_device(profile)

    def remove_passphrase(self, proof: Secret) -> None:
        """Let the device alone open the profile; raises AdvisorError: KEY_WRONG, PASSPHRASE_KEPT, FILE_NOT_WRITABLE."""
        if self._policy.passphrase_required:
            raise AdvisorError(Problem.PASSPHRASE_KEPT)
        self._check(proof)
        if not self.ways.device:
            profiles.keep_on_device(self._profile)
        self._profile.change_slots(lambda keyslots: keyslots.without(SlotKind.PASSPHRASE))

    def open_on_device(self, *, wanted: bool) -> None:
        """Let the device open the profile by itself, or no longer.

        Raises AdvisorError: PASSPHRASE_KEPT, LAST_WAY_IN without a passphrase, FILE_NOT_WRITABLE.
        """
        if wanted:
            if self._policy.passphrase_required:
                raise AdvisorError(Problem.PASSPHRASE_KEPT)
            profiles.keep_on_device(self._profile)
        elif not self.ways.passphrase:
            raise AdvisorError(Problem.LAST_WAY_IN)
        else:
            profiles.forget_on_device(self._profile)

    def new_recovery_code(self) -> RecoveryCode:
        """A code to be printed; until it is accepted, an earlier sheet holds."""
        code = new_recovery_code()
        keyslots = self._profile.keyslots.with_slot(self._profile.data_key, recovery_secret(code))
        return _recovery_of(keyslots, code)

    def accept_recovery_code(self, recovery: RecoveryCode) -> None:
        """Let a code open the profile, now that its sheet is there; raises AdvisorError(FILE_NOT_WRITABLE)."""
        self._profile.change_slots(
            lambda keyslots: replace(keyslots, slots=(*keyslots.without(SlotKind.RECOVERY).slots, recovery.slot))
        )

    def prepare_renewal(self, passphrase: str = "") -> Renewal:
        """Another key with a slot for every present way in; the recovery sheet is a new one, to be printed first.

        ``passphrase`` is the present one, where there is one. Raises AdvisorError(KEY_WRONG).
        """
        from advisor_app.storage.rekey import new_keys

        ways: list[Secret | EscrowRecipient] = []
        self._check(Passphrase(passphrase))
        if self.ways.passphrase:
            ways.append(Passphrase(passphrase))
        ways += filter(None, (self._device_secret(SlotKind.KEY_FILE), self._device_secret(SlotKind.KEYRING)))
        escrow = self._profile.keyslots.of_kind(SlotKind.ESCROW)
        recipient = self._policy.escrow.public_key if self._policy.escrow else escrow.recipient if escrow else b""
        if recipient:
            ways.append(EscrowRecipient(recipient))
        code = new_recovery_code()
        keys = new_keys(self._profile, (*ways, recovery_secret(code)))
        return Renewal(recovery=_recovery_of(keys.keyslots, code), keys=keys)

    def renew(self, renewal: Renewal, report: Report) -> None:
        """Back up, then turn database and files to the other key; ``report`` takes what is done from 0 to 1.

        Raises AdvisorError: BACKUP_FAILED, DATABASE_LOCKED, DISK_FULL, FILE_NOT_WRITABLE; the present key, sheet and
        passphrase then hold.
        """
        from advisor_app.storage.rekey import rekey

        self._back_up(lambda share: report(_BACKUP_SHARE * share))
        was_kept = self.ways.device
        with self._database.released():
            try:
                rekey(self._profile, renewal.keys, lambda share: report(_BACKUP_SHARE + (1 - _BACKUP_SHARE) * share))
            finally:
                self._database.use_key(self._profile.database_key)
        if was_kept:
            profiles.keep_on_device(self._profile)

    def _check(self, proof: Secret | None) -> None:
        """Refuse a change by somebody who does not know a secret, where there is a passphrase."""
        self._profile.reread()  # another program may have set one since
        if self.ways.passphrase and (proof is None or not self.verify(proof)):
            raise AdvisorError(Problem.KEY_WRONG)

    def _device_secret(self, kind: SlotKind) -> Secret | None:
        """What this device keeps to open a slot of a kind."""
        if kind not in self._profile.keyslots.kinds:
            return None
        profile = self._profile
        secret = (
            read_key_file(profile.folder)
            if kind is SlotKind.KEY_FILE
            else profile.keyring.read(profile.keyslots.profile)
        )
        return secret if secret is not None and self.verify(secret) else None


def _ways(keyslots: Keyslots) -> Ways:
    recovery = keyslots.of_kind(SlotKind.RECOVERY)
    return Ways(
        profile=keyslots.profile,
        passphrase=SlotKind.PASSPHRASE in keyslots.kinds,
        keyring=SlotKind.KEYRING in keyslots.kinds,
        key_file=SlotKind.KEY_FILE in keyslots.kinds,
        escrow=SlotKind.ESCROW in keyslots.kinds,
        sheet="" if recovery is None else _number(recovery),
    )


def _recovery_of(keyslots: Keyslots, code: str) -> RecoveryCode:
    slot = keyslots.of_kind(SlotKind.RECOVERY)
    if slot is None:
        raise RuntimeError("the slot was just made")
    return RecoveryCode(code=code, number=_number(slot), slot=slot)


def _number(slot: Slot) -> str:
    """By which a sheet is told from earlier ones: two bytes of what is public of its slot."""
    return slot.salt[:2].hex().upper()
