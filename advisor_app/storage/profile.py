"""A profile: the database of a data folder, the keyslot file beside it, and the data key while it is open.

New profiles open by themselves on this device until the adviser sets a passphrase; see ``device_keys``.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from uuid import uuid4

from sqlcipher3 import dbapi2 as driver

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.sealing import derive
from advisor_app.storage import device_keys
from advisor_app.storage.connection import PLAIN_HEADER, SALT_BYTES, connect, first_bytes, problem_of
from advisor_app.storage.device_keys import DeviceKeyring, SystemKeyring
from advisor_app.storage.keyslot_file import FILE_NAME as KEYSLOTS_NAME
from advisor_app.storage.keyslot_file import read_keyslots, write_keyslots
from advisor_app.storage.keyslots import (
    EscrowRecipient,
    Keyslots,
    RandomSecret,
    Secret,
    Slot,
    SlotKind,
    Unlocked,
    new_data_key,
    new_keyslots,
)
from advisor_app.storage.plain_profile import check_plain
from advisor_app.storage.profile_lock import alone

DATABASE_NAME = "beraterkoffer.sqlite"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewProfile:
    """What a profile that does not exist yet is made with: slots beside those of the device."""

    secret: Secret | None = None  # instead of the device's slots
    escrow: EscrowRecipient | None = None
    passphrase_required: bool = False


@dataclass(slots=True, kw_only=True)
class Profile:
    """An open profile. ``data_key`` never leaves the process."""

    folder: Path
    keyslots: Keyslots
    data_key: bytes = field(repr=False)
    keyring: DeviceKeyring

    @property
    def database(self) -> Path:
        """The database file."""
        return self.folder / DATABASE_NAME

    @property
    def database_key(self) -> str:
        """The database's raw key: 96 hex digits, key and salt."""
        return self._derived("database").hex() + self.keyslots.salt.hex()

    @property
    def files_key(self) -> bytes:
        """The key of the files beside the database."""
        return self._derived("files")

    @property
    def forms_key(self) -> bytes:
        """The key by which forms that were handed out are known again; renewed keys no longer know older ones."""
        return self._derived("forms")

    def _derived(self, purpose: str) -> bytes:
        """Raises AdvisorError(PROFILE_LOCKED) once the key is dropped: anybody could derive one from nothing."""
        if not self.data_key:
            raise AdvisorError(Problem.PROFILE_LOCKED, folder=str(self.folder))
        return derive(self.data_key, purpose)

    def finish(self) -> None:
        """Say in the keyslot file that the database is there; from now on a missing one is a fault."""
        self.change_slots(lambda keyslots: replace(keyslots, fresh=False))

    def forget(self) -> None:
        """Drop the data key; the profile opens nothing any more."""
        self.data_key = b""

    def change_slots(self, change: Callable[[Keyslots], Keyslots]) -> None:
        """Change the slots as the file holds them now, also those that another program has made since.

        Raises AdvisorError: DATABASE_LOCKED while another program changes them, KEYSLOTS_FOREIGN, KEYSLOTS_NEWER,
        FILE_NOT_WRITABLE; the old ones then hold.
        """
        with alone(self.folder):
            self.write_slots(change(self.present_slots()))

    def reread(self) -> None:
        """Know the slots as the file holds them now; raises AdvisorError as ``present_slots`` does."""
        self.keyslots = self.present_slots()

    def present_slots(self) -> Keyslots:
        """The slots as the file holds them now; where it is lost or damaged, those known here are the ones left.

        Raises AdvisorError: KEYSLOTS_FOREIGN, KEYSLOTS_NEWER, NOT_A_FILE, FILE_FORBIDDEN.
        """
        file = self.folder / KEYSLOTS_NAME
        try:
            present = read_keyslots(file)
        except AdvisorError as error:
            if error.problem in {Problem.KEYSLOTS_MISSING, Problem.KEYSLOTS_DAMAGED}:
                return self.keyslots
            raise
        if (present.profile, present.salt) != (self.keyslots.profile, self.keyslots.salt):
            raise AdvisorError(Problem.KEYSLOTS_FOREIGN, file=str(file))
        return present

    def write_slots(self, keyslots: Keyslots) -> None:
        """Use and write other slots while ``alone``; raises AdvisorError(FILE_NOT_WRITABLE), the old ones then hold."""
        write_keyslots(self.folder / KEYSLOTS_NAME, keyslots)
        self.keyslots = keyslots


def open_profile(
    folder: Path,
    secret: Secret | None = None,
    new: NewProfile | None = None,
    keyring: DeviceKeyring | None = None,
) -> Profile:
    """Open the folder's profile, with what the device keeps where no secret is given; make it where there is none.

    Raises AdvisorError: PROFILE_LOCKED where a secret is needed, KEY_WRONG, KEYSLOTS_…, DATABASE_MISSING,
    FILE_NOT_WRITABLE; nothing is changed then.
    """
    from advisor_app.storage.replacement import finish_replacement

    finish_replacement(folder)  # a restore that was cut off
    used_keyring = keyring or SystemKeyring()
    keyslots_file, database = folder / KEYSLOTS_NAME, folder / DATABASE_NAME
    begins = first_bytes(database)
    if not os.path.lexists(keyslots_file):  # a link that leads nowhere is no new profile
        if begins and begins != PLAIN_HEADER:
            raise AdvisorError(Problem.KEYSLOTS_MISSING, file=str(keyslots_file))
        if begins:
            check_plain(database)
        return _make(folder, new or NewProfile(), used_keyring)
    keyslots = read_keyslots(keyslots_file)
    if not database.exists() and not keyslots.fresh:
        raise AdvisorError(Problem.DATABASE_MISSING, file=str(database))
    if not begins and not keyslots.fresh:  # an empty one is no new one either
        raise AdvisorError(Problem.DATABASE_DAMAGED, file=str(database))
    if len(begins) == SALT_BYTES and begins not in {PLAIN_HEADER, keyslots.salt}:
        raise AdvisorError(Problem.KEYSLOTS_FOREIGN, file=str(keyslots_file))
    unlocked = _unlock_by_device(folder, keyslots, used_keyring) if secret is None else keyslots.unlock(secret)
    profiles = [
        Profile(folder=folder, keyslots=one.keyslots, data_key=one.data_key, keyring=used_keyring) for one in unlocked
    ]
    return _settled(profiles) if keyslots.next else profiles[0]


def _make(folder: Path, new: NewProfile, keyring: DeviceKeyring) -> Profile:
    if new.passphrase_required and new.secret is None:
        raise AdvisorError(Problem.PASSPHRASE_REQUIRED, folder=str(folder))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with alone(folder):  # two programs that begin at once must not make two keys
            if (folder / KEYSLOTS_NAME).exists():
                return open_profile(folder, new.secret, keyring=keyring)
            profile = Profile(
                folder=folder, keyslots=new_keyslots(str(uuid4())), data_key=new_data_key(), keyring=keyring
            )
            keyslots = profile.keyslots
            if new.escrow is not None:
                keyslots = keyslots.with_slot(profile.data_key, new.escrow)
            secret = new.secret or _device_secret(profile)
            profile.write_slots(keyslots.with_slot(profile.data_key, secret))
            return profile
    except OSError as error:
        raise AdvisorError(Problem.FILE_NOT_WRITABLE, file=str(folder)) from error


def _device_secret(profile: Profile) -> RandomSecret:
    """A secret that this device keeps from now on, so that the profile opens without a question."""
    secret = device_keys.new_secret(SlotKind.KEYRING)
    if not _keep(profile, secret):
        secret = device_keys.new_secret(SlotKind.KEY_FILE)
        _keep(profile, secret)
    return secret


def keep_on_device(profile: Profile) -> None:
    """Let this device open the profile by a new secret from now on; raises AdvisorError(FILE_NOT_WRITABLE).

    The slot comes before its secret and the older slot goes after it: whenever this is cut off, what the device holds
    opens one of them.
    """
    for kind in (SlotKind.KEYRING, SlotKind.KEY_FILE):
        secret = device_keys.new_secret(kind)
        made = profile.keyslots.with_further_slot(profile.data_key, secret).slots[-1]
        profile.change_slots(partial(_with, made))
        if _keep(profile, secret):
            profile.change_slots(partial(_only, made))
            return
        profile.change_slots(partial(_less, made))


def _with(slot: Slot, keyslots: Keyslots) -> Keyslots:
    return replace(keyslots, slots=(*keyslots.slots, slot))


def _only(slot: Slot, keyslots: Keyslots) -> Keyslots:
    return _with(slot, _without_device(keyslots))


def _less(slot: Slot, keyslots: Keyslots) -> Keyslots:
    return replace(keyslots, slots=tuple(one for one in keyslots.slots if one != slot))


def _without_device(keyslots: Keyslots) -> Keyslots:
    return keyslots.without(SlotKind.KEYRING).without(SlotKind.KEY_FILE)


def _keep(profile: Profile, secret: RandomSecret) -> bool:
    if secret.kind is SlotKind.KEYRING:
        return profile.keyring.write(profile.keyslots.profile, secret)
    device_keys.write_key_file(profile.folder, secret)
    return True


def forget_on_device(profile: Profile) -> None:
    """Let this device no longer open the profile by itself; raises AdvisorError(FILE_NOT_WRITABLE)."""
    profile.change_slots(_without_device)
    profile.keyring.forget(profile.keyslots.profile)
    device_keys.remove_key_file(profile.folder)


def _unlock_by_device(folder: Path, keyslots: Keyslots, keyring: DeviceKeyring) -> list[Unlocked]:
    secrets: list[RandomSecret | None] = []
    if SlotKind.KEY_FILE in keyslots.kinds:
        secrets.append(device_keys.read_key_file(folder))
    if SlotKind.KEYRING in keyslots.kinds:
        secrets.append(keyring.read(keyslots.profile))
    for secret in secrets:
        if secret is not None:
            try:
                return keyslots.unlock(secret)
            except AdvisorError:
                continue  # another profile's, or damaged: the adviser's own ways in are left
    raise AdvisorError(Problem.PROFILE_LOCKED, folder=str(folder))


def _settled(profiles: list[Profile]) -> Profile:
    """After a rekey that was cut off: the profile whose key opens the database; the other slots are dropped."""
    from advisor_app.storage.rekey import finish_rekey

    folder = profiles[0].folder
    with alone(folder, wait_seconds=0):
        for profile in profiles:
            try:
                connect(profile.database, profile.database_key).close()  # to write: a half-done rekey is rolled back
            except driver.DatabaseError as error:
                if problem_of(error) is not Problem.DATABASE_DAMAGED:
                    raise AdvisorError(
                        problem_of(error) or Problem.DATABASE_LOCKED, file=str(profile.database)
                    ) from error
                continue
            finish_rekey(profile)
            return profile
    knows_both = len({profile.data_key for profile in profiles}) > 1
    raise AdvisorError(Problem.DATABASE_DAMAGED if knows_both else Problem.KEY_WRONG, file=str(folder / DATABASE_NAME))
