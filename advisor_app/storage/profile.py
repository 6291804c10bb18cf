"""A profile: the database of a data folder, the keyslot file beside it, and the data key while it is open.

New profiles open by themselves on this device until the adviser sets a passphrase; see ``device_keys``.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from pathlib import Path
from uuid import uuid4

from filelock import FileLock
from sqlcipher3 import dbapi2 as driver

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.sealing import derive
from advisor_app.storage import device_keys
from advisor_app.storage.connection import PLAIN_HEADER, SALT_BYTES, connect, first_bytes, problem_of
from advisor_app.storage.device_keys import DeviceKeyring, SystemKeyring
from advisor_app.storage.keyslots import FILE_NAME as KEYSLOTS_NAME
from advisor_app.storage.keyslots import (
    EscrowRecipient,
    Keyslots,
    RandomSecret,
    Secret,
    SlotKind,
    Unlocked,
    new_data_key,
    new_keyslots,
    read_keyslots,
    write_keyslots,
)
from advisor_app.storage.plain_profile import check_plain

DATABASE_NAME = "beraterkoffer.sqlite"
LOCK_NAME = "profile.lock"
"""Held while the keys of a profile are made or changed."""


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
        return derive(self.data_key, "database").hex() + self.keyslots.salt.hex()

    @property
    def files_key(self) -> bytes:
        """The key of the files beside the database."""
        return derive(self.data_key, "files")

    def finish(self) -> None:
        """Say in the keyslot file that the database is there; from now on a missing one is a fault."""
        self.write_slots(replace(self.keyslots, fresh=False))

    def forget(self) -> None:
        """Drop the data key; the profile opens nothing any more."""
        self.data_key = b""

    def write_slots(self, keyslots: Keyslots) -> None:
        """Use and write other slots; raises AdvisorError(FILE_NOT_WRITABLE), the old ones then hold."""
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
        # Two programs that begin at once must not make two keys.
        with FileLock(folder / LOCK_NAME, fallback_to_soft=False):
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
        before = profile.keyslots
        profile.write_slots(before.with_further_slot(profile.data_key, secret))
        if _keep(profile, secret):
            made = profile.keyslots.slots[-1]
            others = profile.keyslots.without(SlotKind.KEYRING).without(SlotKind.KEY_FILE)
            profile.write_slots(replace(others, slots=(*others.slots, made)))
            return
        profile.write_slots(before)


def _keep(profile: Profile, secret: RandomSecret) -> bool:
    if secret.kind is SlotKind.KEYRING:
        return profile.keyring.write(profile.keyslots.profile, secret)
    device_keys.write_key_file(profile.folder, secret)
    return True


def forget_on_device(profile: Profile) -> None:
    """Let this device no longer open the profile by itself; raises AdvisorError(FILE_NOT_WRITABLE)."""
    profile.write_slots(profile.keyslots.without(SlotKind.KEYRING).without(SlotKind.KEY_FILE))
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
    from advisor_app.storage.rekey import alone, finish_rekey

    folder = profiles[0].folder
    with alone(folder):
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
