"""A profile: made once, opened by what the device keeps or by a secret, and told apart where it does not fit."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.override import override
from advisor_app.storage import device_keys
from advisor_app.storage.database import open_database
from advisor_app.storage.keyslot_file import FILE_NAME, read_keyslots, write_keyslots
from advisor_app.storage.keyslots import EscrowRecipient, Passphrase, RandomSecret, SlotKind
from advisor_app.storage.profile import (
    DATABASE_NAME,
    NewProfile,
    Profile,
    forget_on_device,
    keep_on_device,
    open_profile,
)
from advisor_app.storage.profile_lock import alone
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


def test_forms_are_known_again_by_a_key_of_their_own_that_stays(tmp_path: Path) -> None:
    profile = made(tmp_path / "one")
    keys = {profile.data_key, profile.files_key, profile.forms_key, bytes.fromhex(profile.database_key[:64])}
    assert len(keys) == 4
    assert open_profile(tmp_path / "one").forms_key == profile.forms_key
    assert made(tmp_path / "two").forms_key != profile.forms_key


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


@pytest.mark.parametrize("key", ["database_key", "files_key", "forms_key"])
def test_a_profile_that_was_closed_has_no_key_for_anything(tmp_path: Path, key: str) -> None:
    """Not one of nothing either: what still runs would call sound data damaged, or seal files for everybody."""
    profile = made(tmp_path)
    assert getattr(profile, key)
    profile.forget()
    assert refused(lambda: getattr(profile, key)) is Problem.PROFILE_LOCKED


def test_two_programs_that_change_the_ways_in_keep_each_other_s(tmp_path: Path) -> None:
    first, second = made(tmp_path), open_profile(tmp_path)
    passphrase, department = Passphrase("vier kurze Wörter"), EscrowRecipient(bytes(range(32)))
    first.change_slots(lambda keyslots: keyslots.with_slot(first.data_key, passphrase))
    second.change_slots(lambda keyslots: keyslots.with_slot(second.data_key, department))
    second.finish()
    assert read_keyslots(tmp_path / FILE_NAME).kinds >= {SlotKind.PASSPHRASE, SlotKind.ESCROW, SlotKind.RECOVERY}
    assert open_profile(tmp_path, passphrase).data_key == first.data_key


def test_a_change_of_the_ways_in_waits_for_another_program_s(tmp_path: Path) -> None:
    profile = made(tmp_path)
    with ThreadPoolExecutor(1) as pool:
        with alone(tmp_path):
            changing = pool.submit(profile.change_slots, lambda keyslots: keyslots.without(SlotKind.RECOVERY))
            with pytest.raises(TimeoutError):
                changing.result(0.2)
            assert SlotKind.RECOVERY in read_keyslots(tmp_path / FILE_NAME).kinds
        changing.result()
    assert SlotKind.RECOVERY not in read_keyslots(tmp_path / FILE_NAME).kinds


@pytest.mark.parametrize("left", [None, b"", b"{"])
def test_a_keyslot_file_that_is_lost_while_the_profile_is_open_comes_back(tmp_path: Path, left: bytes | None) -> None:
    profile = made(tmp_path)
    file = tmp_path / FILE_NAME
    file.unlink()
    if left is not None:
        file.write_bytes(left)
    profile.change_slots(lambda keyslots: keyslots.with_slot(profile.data_key, Passphrase("vier kurze Wörter")))
    assert open_profile(tmp_path, SHEET).data_key == profile.data_key


def test_the_ways_into_another_profile_are_not_overwritten(tmp_path: Path) -> None:
    mine, theirs = made(tmp_path / "mine"), made(tmp_path / "theirs")
    file = mine.folder / FILE_NAME
    shutil.copy(theirs.folder / FILE_NAME, file)
    before = file.read_bytes()
    assert refused(lambda: mine.change_slots(lambda keyslots: keyslots.without(SlotKind.RECOVERY))) is (
        Problem.KEYSLOTS_FOREIGN
    )
    assert file.read_bytes() == before


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
    assert refused(lambda: open_database(profile)) is Problem.PROFILE_LOCKED
