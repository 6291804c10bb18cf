"""The keyslot file: every way in opens the same key, nothing else does, and a file that is not sound is told apart."""

import json
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.storage import keyslots as module
from advisor_app.storage.keyslot_file import encoded, read_keyslots, write_keyslots
from advisor_app.storage.keyslots import (
    EscrowKey,
    EscrowRecipient,
    Keyslots,
    Passphrase,
    RandomSecret,
    Secret,
    SlotKind,
    new_data_key,
    new_keyslots,
)
from advisor_app.storage.recovery_code import new_recovery_code, recovery_secret

DEVICE = RandomSecret(SlotKind.KEY_FILE, bytes(range(32)))


@pytest.fixture
def cheap_passphrases(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stretch passphrases as little as the format allows: the rule is the same."""
    for name, value in (("_PASSES", 1), ("_LANES", 1), ("_MEMORY_KIB", 8)):
        monkeypatch.setattr(module, name, value)


def problem_of(act: Any) -> Problem:
    with pytest.raises(AdvisorError) as caught:
        act()
    return caught.value.problem


def keys_of(keyslots: Keyslots, secret: Secret) -> list[bytes]:
    return [unlocked.data_key for unlocked in keyslots.unlock(secret)]


def test_every_way_in_opens_the_same_key(tmp_path: Path) -> None:
    data_key, code, it = new_data_key(), new_recovery_code(), X25519PrivateKey.generate()
    recipient = EscrowRecipient(it.public_key().public_bytes_raw())
    keyslots = new_keyslots("profile")
    for way in (Passphrase("Grüße aus Lich"), recovery_secret(code), recipient, DEVICE):
        keyslots = keyslots.with_slot(data_key, way)
    write_keyslots(tmp_path / "keyslots.json", keyslots)
    read = read_keyslots(tmp_path / "keyslots.json")
    assert read == keyslots
    for secret in (
        Passphrase("Grüße aus Lich"),
        recovery_secret(code.lower().replace("-", " ")),
        EscrowKey(it.private_bytes_raw()),
        DEVICE,
    ):
        assert keys_of(read, secret) == [data_key]
    escrow = read.of_kind(SlotKind.ESCROW)
    assert escrow is not None
    assert escrow.recipient == recipient.value


def test_another_secret_and_a_way_that_is_not_there_are_refused() -> None:
    keyslots = new_keyslots("profile").with_slot(new_data_key(), DEVICE)
    assert problem_of(lambda: keyslots.unlock(replace(DEVICE, value=bytes(32)))) is Problem.KEY_WRONG
    assert problem_of(lambda: keyslots.unlock(Passphrase("x"))) is Problem.KEY_UNKNOWN
    it, other = X25519PrivateKey.generate(), X25519PrivateKey.generate()
    recipient = EscrowRecipient(it.public_key().public_bytes_raw())
    escrowed = keyslots.with_slot(new_data_key(), recipient)
    assert problem_of(lambda: escrowed.unlock(EscrowKey(other.private_bytes_raw()))) is Problem.KEY_WRONG


def test_a_slot_of_another_profile_opens_nothing() -> None:
    theirs = new_keyslots("theirs").with_slot(new_data_key(), DEVICE)
    assert problem_of(lambda: replace(theirs, profile="mine").unlock(DEVICE)) is Problem.KEY_WRONG


def test_a_further_slot_of_a_kind_leaves_the_older_one_in_use() -> None:
    data_key, newer = new_data_key(), RandomSecret(SlotKind.KEY_FILE, bytes(32))
    keyslots = new_keyslots("profile").with_slot(data_key, DEVICE).with_further_slot(data_key, newer)
    assert keys_of(keyslots, DEVICE) == keys_of(keyslots, newer) == [data_key]
    assert problem_of(lambda: keyslots.with_slot(data_key, newer).unlock(DEVICE)) is Problem.KEY_WRONG


@pytest.mark.usefixtures("cheap_passphrases")
@settings(max_examples=60)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40))
def test_a_passphrase_is_the_same_however_its_letters_are_composed(text: str) -> None:
    data_key = new_data_key()
    keyslots = new_keyslots("profile").with_slot(data_key, Passphrase(unicodedata.normalize("NFC", text)))
    assert keys_of(keyslots, Passphrase(unicodedata.normalize("NFD", text))) == [data_key]
    assert problem_of(lambda: keyslots.unlock(Passphrase(text + "x"))) is Problem.KEY_WRONG


def written(folder: Path) -> tuple[Path, dict[str, Any]]:
    file = folder / "keyslots.json"
    write_keyslots(file, new_keyslots("profile").with_slot(new_data_key(), DEVICE))
    return file, json.loads(file.read_text())


def test_every_flipped_byte_is_noticed(tmp_path: Path) -> None:
    file, _ = written(tmp_path)
    whole = file.read_bytes()
    sound = read_keyslots(file)
    for position in range(len(whole)):
        content = bytearray(whole)
        content[position] ^= 0x01
        file.write_bytes(content)
        try:
            assert read_keyslots(file) == sound  # a blank of the layout, which says nothing
        except AdvisorError as error:
            assert error.problem in {Problem.KEYSLOTS_DAMAGED, Problem.KEYSLOTS_NEWER}  # noqa: PT017  # both do


def test_a_file_cut_off_anywhere_is_damaged(tmp_path: Path) -> None:
    file, _ = written(tmp_path)
    whole = file.read_bytes()
    for length in range(0, len(whole), 7):
        file.write_bytes(whole[:length])
        assert problem_of(lambda: read_keyslots(file)) is Problem.KEYSLOTS_DAMAGED


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"null", b'"x"', b"\xff\xfe\x00", b"[" * 60_000, b'{"format": 1}', b'{"format": true}', b" " * 70_000],
)
def test_what_is_no_keyslot_file_is_damaged(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "keyslots.json"
    file.write_bytes(content)
    assert problem_of(lambda: read_keyslots(file)) is Problem.KEYSLOTS_DAMAGED


PASSPHRASE_SLOT = {"kind": "passphrase", "passes": 3, "lanes": 4, "memory_kib": 65536}


@pytest.mark.parametrize(
    "figures",
    [
        {"passes": 10**9},
        {"memory_kib": 2**40},
        {"lanes": 0},
        {"passes": True},
        {"passes": 20, "memory_kib": 1024 * 1024},
        {"passes": 13},
        {"passes": 4, "memory_kib": 256 * 1024},
        {"passes": 1, "memory_kib": 256 * 1024 + 1},
        {"lanes": 17},
    ],
)
def test_a_forged_file_cannot_ask_for_all_memory_or_a_minute(tmp_path: Path, figures: dict[str, Any]) -> None:
    file, table = written(tmp_path)
    table["slots"][0] |= PASSPHRASE_SLOT | figures
    del table["check"]
    file.write_text(json.dumps(table))
    assert problem_of(lambda: read_keyslots(file)) is Problem.KEYSLOTS_DAMAGED


@pytest.mark.parametrize(("passes", "mebibytes"), [(3, 64), (12, 64), (3, 256), (1, 256)])
def test_four_times_the_work_of_today_is_read(tmp_path: Path, passes: int, mebibytes: int) -> None:
    file, table = written(tmp_path)
    table["slots"][0] |= PASSPHRASE_SLOT | {"passes": passes, "memory_kib": mebibytes * 1024}
    del table["check"]
    file.write_text(json.dumps(table))
    assert read_keyslots(file).slots[0].passes == passes


def test_a_forged_file_cannot_have_a_hundred_passphrases_tried(tmp_path: Path) -> None:
    file, table = written(tmp_path)
    table["slots"] += [table["slots"][0] | PASSPHRASE_SLOT] * 100
    del table["check"]
    file.write_text(json.dumps(table))
    assert problem_of(lambda: read_keyslots(file)) is Problem.KEYSLOTS_DAMAGED


def test_a_newer_file_and_a_missing_one_are_told_apart(tmp_path: Path) -> None:
    file, table = written(tmp_path)
    file.write_text(json.dumps(table | {"format": 2}))
    assert problem_of(lambda: read_keyslots(file)) is Problem.KEYSLOTS_NEWER
    file.unlink()
    assert problem_of(lambda: read_keyslots(file)) is Problem.KEYSLOTS_MISSING


def test_a_file_of_the_first_build_has_no_sum_of_its_own(tmp_path: Path) -> None:
    file, table = written(tmp_path)
    sound = read_keyslots(file)
    for key in ("check", "former"):
        del table[key]
    file.write_text(json.dumps(table))
    assert read_keyslots(file) == sound


def test_no_secret_is_shown() -> None:
    data_key = b"\x11" * 32
    keyslots = new_keyslots("profile").with_slot(data_key, RandomSecret(SlotKind.KEY_FILE, b"\x22" * 32))
    (unlocked,) = keyslots.unlock(RandomSecret(SlotKind.KEY_FILE, b"\x22" * 32))
    shown = repr((unlocked, keyslots, Passphrase("geheim"), EscrowKey(b"\x22" * 32), DEVICE))
    for secret in (repr(data_key)[2:-1], data_key.hex(), "geheim", repr(b"\x22" * 32)[2:-1], repr(DEVICE.value)[2:-1]):
        assert secret not in shown
    assert data_key not in encoded(keyslots)
