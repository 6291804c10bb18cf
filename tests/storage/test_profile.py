"""A profile: made once, opened by what the device keeps or by a secret, and told apart where it does not fit."""

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from typing_extensions import override

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.storage import device_keys
from advisor_app.storage.database import open_database
from advisor_app.storage.keyslots import FILE_NAME, RandomSecret, SlotKind, read_keyslots, write_keyslots
from advisor_app.storage.profile import (
    DATABASE_NAME,
    NewProfile,
    Profile,
    forget_on_device,
    keep_on_device,
    open_profile,
)
from advisor_app.storage.recovery_code import recovery_secret

SHEET = recovery_secret("7" * 26)


class MemoryKeyring:
    """A keyring that keeps secrets as long as the test runs."""

    def __init__(self) -> None:
        self.kept: dict[str, RandomSecret] = {}

    def read(self, profile: str) -> RandomSecret | None:
        return self.kept.get(profile)

    def write(self, profile: str, secret: RandomSecret) -> bool:
        self.kept[profile] = secret
        return True

    def forget(self, profile: str) -> None:
        self.kept.pop(profile, None)


class DyingKeyring(MemoryKeyring):
    """A keyring at which the program dies, before or after it has kept a secret."""

    def __init__(self, before: MemoryKeyring, *, keeps: bool) -> None:
        super().__init__()
        self.kept = before.kept
        self._keeps = keeps

    @override
    def write(self, profile: str, secret: RandomSecret) -> bool:
        if self._keeps:
            super().write(profile, secret)
        raise KeyboardInterrupt


def refused(act: Any) -> Problem:
    with pytest.raises(AdvisorError) as caught:
        act()
    return caught.value.problem


def made(folder: Path, keyring: MemoryKeyring | None = None) -> Profile:
    """A profile with its database and a recovery slot."""
    profile = open_profile(folder, keyring=keyring)
    open_database(profile).close()
    profile.write_slots(profile.keyslots.with_slot(profile.data_key, SHEET))
    return profile


def test_the_keyring_opens_a_profile_where_there_is_one(tmp_path: Path) -> None:
    keyring = MemoryKeyring()
    profile = made(tmp_path, keyring)
    assert not (tmp_path / "profile.key").exists()
    assert profile.keyslots.of_kind(SlotKind.KEYRING) is not None
    assert open_profile(tmp_path, keyring=keyring).data_key == profile.data_key
    assert refused(lambda: open_profile(tmp_path, keyring=MemoryKeyring())) is Problem.PROFILE_LOCKED
    assert open_profile(tmp_path, SHEET, keyring=MemoryKeyring()).data_key == profile.data_key


def test_without_a_keyring_a_file_with_the_user_s_rights_does(tmp_path: Path) -> None:
    profile = made(tmp_path)
    key_file = tmp_path / "profile.key"
    assert key_file.stat().st_mode & 0o777 == 0o600
    assert (tmp_path / FILE_NAME).stat().st_mode & 0o777 == 0o600
    assert open_profile(tmp_path).data_key == profile.data_key
    for content in (b"", b"x", bytes(33), bytes(32)):
        key_file.write_bytes(content)
        assert refused(lambda: open_profile(tmp_path)) is Problem.PROFILE_LOCKED


@pytest.mark.parametrize("keeps", [False, True])
def test_a_new_secret_of_the_device_is_never_the_moment_in_which_nothing_opens(tmp_path: Path, *, keeps: bool) -> None:
    keyring = MemoryKeyring()
    profile = made(tmp_path, keyring)
    with pytest.raises(KeyboardInterrupt):
        keep_on_device(replace(profile, keyring=DyingKeyring(keyring, keeps=keeps)))
    opened = open_profile(tmp_path, keyring=keyring)
    assert opened.data_key == profile.data_key
    keep_on_device(opened)
    assert [slot.kind for slot in read_keyslots(tmp_path / FILE_NAME).slots].count(SlotKind.KEYRING) == 1
    assert open_profile(tmp_path, keyring=keyring).data_key == profile.data_key


def test_a_device_that_forgets_opens_nothing_any_more(tmp_path: Path) -> None:
    keyring = MemoryKeyring()
    profile = made(tmp_path, keyring)
    forget_on_device(profile)
    assert keyring.kept == {}
    assert refused(lambda: open_profile(tmp_path, keyring=keyring)) is Problem.PROFILE_LOCKED
    keep_on_device(profile)
    device_keys.write_key_file(tmp_path, device_keys.new_secret(SlotKind.KEY_FILE))  # not a way in: not looked at
    assert open_profile(tmp_path, keyring=keyring).data_key == profile.data_key


def test_a_profile_that_needs_a_passphrase_is_not_made_without(tmp_path: Path) -> None:
    assert refused(lambda: open_profile(tmp_path, new=NewProfile(passphrase_required=True))) is (
        Problem.PASSPHRASE_REQUIRED
    )
    assert list(tmp_path.iterdir()) == []


def test_keys_of_other_data_are_told_apart_from_a_wrong_secret(tmp_path: Path) -> None:
    mine, theirs = tmp_path / "mine", tmp_path / "theirs"
    made(mine)
    made(theirs)
    shutil.copy(theirs / FILE_NAME, mine / FILE_NAME)
    shutil.copy(theirs / "profile.key", mine / "profile.key")
    assert refused(lambda: open_profile(mine)) is Problem.KEYSLOTS_FOREIGN
    assert refused(lambda: open_profile(mine, SHEET)) is Problem.KEYSLOTS_FOREIGN


def test_a_good_slot_and_a_database_that_does_not_open_is_a_damaged_file(tmp_path: Path) -> None:
    profile = made(tmp_path)
    content = bytearray((tmp_path / DATABASE_NAME).read_bytes())
    content[16:4096] = bytes(4080)
    (tmp_path / DATABASE_NAME).write_bytes(content)
    opened = open_profile(tmp_path, SHEET)
    assert opened.data_key == profile.data_key
    assert refused(lambda: open_database(opened)) is Problem.DATABASE_DAMAGED


def test_a_missing_file_of_the_two_is_named(tmp_path: Path) -> None:
    made(tmp_path)
    keyslots = read_keyslots(tmp_path / FILE_NAME)
    (tmp_path / FILE_NAME).unlink()
    assert refused(lambda: open_profile(tmp_path)) is Problem.KEYSLOTS_MISSING
    write_keyslots(tmp_path / FILE_NAME, keyslots)
    (tmp_path / DATABASE_NAME).unlink()
    assert refused(lambda: open_profile(tmp_path)) is Problem.DATABASE_MISSING
    assert not (tmp_path / DATABASE_NAME).exists()


def test_what_is_dropped_opens_nothing(tmp_path: Path) -> None:
    profile = made(tmp_path)
    profile.forget()
    assert refused(lambda: open_database(profile)) is Problem.DATABASE_DAMAGED
