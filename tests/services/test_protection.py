"""Ways into a profile: each change keeps one open, and none is given away."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from advisor_app.domain.backup import BackupReason
from advisor_app.domain.commune import EXAMPLE_COMMUNE
from advisor_app.domain.errors import Problem
from advisor_app.services.demo import ensure_example
from advisor_app.services.entrance import enter, escrow_key, passphrase, recovery_code
from advisor_app.services.policy import Escrow, Policy
from advisor_app.services.protection import Protection, ways_into
from advisor_app.services.workspace import Workspace, open_workspace
from advisor_app.storage import keyslots
from advisor_app.storage.keyslot_file import read_keyslots
from tests.services.conftest import LICH, PREFERENCES, refused

WORDS = "Grüße aus der Wetterau"
BACKUP_IS_MADE = 0.3  # of the work on another key
OTHER = "Vogelsberg im Nebel"
IT = X25519PrivateKey.from_private_bytes(bytes(range(32)))
ESCROW = Escrow(IT.public_key().public_bytes_raw(), "IT-Abteilung")

OpenFolder = Callable[..., Workspace]


@pytest.fixture(autouse=True)
def cheap_passphrases(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stretch passphrases as little as the format allows: the rules are the same."""
    for name, value in (("_PASSES", 1), ("_LANES", 1), ("_MEMORY_KIB", 8)):
        monkeypatch.setattr(keyslots, name, value)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "profile"


@pytest.fixture
def opened(folder: Path) -> Iterator[OpenFolder]:
    """Open the folder, by a secret or under a policy; what was open before is closed."""
    workspaces: list[Workspace] = []

    def open_it(secret: keyslots.Secret | None = None, policy: Policy | None = None) -> Workspace:
        while workspaces:
            workspaces.pop().close()
        rules = policy or Policy()
        workspaces.append(open_workspace(folder, PREFERENCES, policy=rules, enter=lambda: enter(folder, rules, secret)))
        return workspaces[-1]

    yield open_it
    while workspaces:
        workspaces.pop().close()


def recoverable(protection: Protection) -> str:
    """Accept a new recovery code; returns it."""
    recovery = protection.new_recovery_code()
    protection.accept_recovery_code(recovery)
    return recovery.code


def test_a_new_profile_is_opened_by_the_device_and_takes_no_real_case(opened: OpenFolder) -> None:
    workspace = opened()
    ways = workspace.protection.ways
    assert (ways.device, ways.passphrase, ways.recoverable) == (True, False, False)
    lich = workspace.register.get(LICH)
    refused(lambda: workspace.cases.create(lich, ("M4",)), Problem.RECOVERY_MISSING)
    assert list(workspace.portfolio.load()) == []
    example = workspace.cases.load(ensure_example(workspace))
    assert example.commune.id == EXAMPLE_COMMUNE
    recoverable(workspace.protection)
    assert workspace.cases.create(lich, ("M4",)).case.modules == ("M4",)


def test_a_code_opens_only_from_the_moment_it_is_accepted(opened: OpenFolder) -> None:
    protection = opened().protection
    first = protection.new_recovery_code()
    assert not protection.verify(recovery_code(first.code))
    assert not protection.is_recoverable
    protection.accept_recovery_code(first)
    assert protection.ways.sheet == first.number
    second = protection.new_recovery_code()
    assert protection.verify(recovery_code(first.code))
    protection.accept_recovery_code(second)
    assert not protection.verify(recovery_code(first.code))
    assert protection.verify(recovery_code(second.code.lower()))
    assert second.ends_with(f" {second.code[-6:].lower()} ")
    assert not second.ends_with(second.code[:5])
    assert second.code not in repr(second)


def test_with_a_passphrase_the_device_opens_nothing_by_itself(opened: OpenFolder, folder: Path) -> None:
    opened().protection.set_passphrase(WORDS)
    assert ways_into(folder).passphrase
    assert not ways_into(folder).device
    assert not (folder / "profile.key").exists()
    refused(opened, Problem.PROFILE_LOCKED)
    refused(lambda: opened(passphrase(OTHER)), Problem.KEY_WRONG)
    refused(lambda: opened(recovery_code("7" * 26)), Problem.KEY_UNKNOWN)
    assert opened(passphrase(WORDS)).protection.ways.passphrase


def test_a_passphrase_is_changed_by_whoever_knows_it_or_has_the_sheet(opened: OpenFolder) -> None:
    protection = opened().protection
    code = recoverable(protection)
    refused(lambda: protection.set_passphrase("zu kurz"), Problem.PASSPHRASE_SHORT)
    protection.set_passphrase(WORDS)
    refused(lambda: protection.set_passphrase(OTHER), Problem.KEY_WRONG)
    refused(lambda: protection.set_passphrase(OTHER, passphrase(OTHER)), Problem.KEY_WRONG)
    assert protection.verify(passphrase(WORDS))
    protection.set_passphrase(OTHER, passphrase(WORDS))
    assert not protection.verify(passphrase(WORDS))
    protection.set_passphrase(WORDS, recovery_code(code))
    assert opened(passphrase(WORDS)).protection.verify(recovery_code(code))


def test_the_adviser_may_keep_the_device_and_take_the_passphrase_away(opened: OpenFolder) -> None:
    protection = opened().protection
    refused(lambda: protection.open_on_device(wanted=False), Problem.LAST_WAY_IN)
    protection.set_passphrase(WORDS, keep_on_device=True)
    protection = opened().protection
    assert protection.ways.device
    assert protection.ways.passphrase
    protection.open_on_device(wanted=False)
    refused(opened, Problem.PROFILE_LOCKED)
    protection = opened(passphrase(WORDS)).protection
    refused(lambda: protection.remove_passphrase(passphrase(OTHER)), Problem.KEY_WRONG)
    protection.remove_passphrase(passphrase(WORDS))
    ways = opened().protection.ways
    assert (ways.device, ways.passphrase) == (True, False)


def test_the_it_department_s_key_is_added_by_itself_and_follows_a_new_one(
    opened: OpenFolder, folder: Path, tmp_path: Path
) -> None:
    opened()
    policy = Policy(escrow=ESCROW)
    protection = opened(policy=policy).protection
    assert protection.ways.escrow
    protection.require_recovery()
    protection.set_passphrase(WORDS)
    pem = tmp_path / "it.pem"
    pem.write_bytes(IT.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    hexadecimal = tmp_path / "it.hex"
    hexadecimal.write_text(IT.private_bytes_raw().hex() + "\n")
    for file in (pem, hexadecimal):
        assert opened(escrow_key(file), policy).protection.ways.escrow
    slot = read_keyslots(folder / "keyslots.json").of_kind(keyslots.SlotKind.ESCROW)
    opened(passphrase(WORDS), policy)
    assert read_keyslots(folder / "keyslots.json").of_kind(keyslots.SlotKind.ESCROW) == slot
    newer = X25519PrivateKey.generate()
    opened(passphrase(WORDS), Policy(escrow=Escrow(newer.public_key().public_bytes_raw(), "IT")))
    refused(lambda: opened(escrow_key(pem), policy), Problem.KEY_WRONG)


@pytest.mark.parametrize("content", [b"", b"kein Schluessel", b"\x00" * 31, b"-----BEGIN PRIVATE KEY-----\nAAAA\n"])
def test_a_file_that_is_no_key_is_named(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "it.pem"
    refused(lambda: escrow_key(file), Problem.ESCROW_KEY_UNREADABLE)
    file.write_bytes(content)
    refused(lambda: escrow_key(file), Problem.ESCROW_KEY_UNREADABLE)


STRICT = Policy(passphrase_required=True, minimum_length=16)


def test_a_policy_demands_a_passphrase_from_the_first_start(folder: Path) -> None:
    refused(lambda: enter(folder, STRICT), Problem.PASSPHRASE_REQUIRED)
    refused(lambda: enter(folder, STRICT, chosen="zwölf Zeichen"), Problem.PASSPHRASE_SHORT)
    assert not folder.exists()
    assert not Protection(enter(folder, STRICT, chosen=WORDS), STRICT, None, print).ways.device  # type: ignore[arg-type]  # no database is asked
    refused(lambda: enter(folder, STRICT), Problem.PROFILE_LOCKED)
    assert enter(folder, STRICT, passphrase(WORDS)).data_key


def test_a_policy_that_comes_later_takes_the_device_s_way_away(opened: OpenFolder, folder: Path) -> None:
    recoverable(opened().protection)
    refused(lambda: enter(folder, STRICT), Problem.PASSPHRASE_REQUIRED)
    assert ways_into(folder).device
    enter(folder, STRICT, chosen=WORDS)
    assert not ways_into(folder).device
    protection = opened(passphrase(WORDS), STRICT).protection
    for act in (
        lambda: protection.remove_passphrase(passphrase(WORDS)),
        lambda: protection.open_on_device(wanted=True),
        lambda: protection.set_passphrase(OTHER, passphrase(WORDS), keep_on_device=True),
    ):
        refused(act, Problem.PASSPHRASE_KEPT)
    assert protection.verify(passphrase(WORDS))
    assert not protection.ways.device


def test_a_policy_that_comes_later_shuts_a_device_that_was_kept(opened: OpenFolder, folder: Path) -> None:
    opened().protection.set_passphrase(WORDS, keep_on_device=True)
    refused(lambda: enter(folder, STRICT), Problem.PROFILE_LOCKED)
    enter(folder, STRICT, passphrase(WORDS))
    assert not ways_into(folder).device


def test_whoever_comes_by_the_sheet_chooses_the_passphrase_that_is_demanded(opened: OpenFolder, folder: Path) -> None:
    code = recovery_code(recoverable(opened().protection))
    (folder / "profile.key").unlink()
    refused(lambda: enter(folder, STRICT, chosen=WORDS), Problem.PROFILE_LOCKED)
    refused(lambda: enter(folder, STRICT, code), Problem.PASSPHRASE_REQUIRED)
    enter(folder, STRICT, code, WORDS)
    assert enter(folder, STRICT, passphrase(WORDS)).data_key


def test_a_new_key_is_opened_by_all_that_opened_the_old_one(opened: OpenFolder, folder: Path, tmp_path: Path) -> None:
    policy = Policy(escrow=ESCROW)
    workspace = opened(policy=policy)
    protection = workspace.protection
    old_code = recoverable(protection)
    protection.set_passphrase(WORDS, keep_on_device=True)
    case = workspace.cases.create(workspace.register.get(LICH), ("M4",)).case
    before = (workspace.profile.data_key, (folder / "profile.key").read_bytes())
    refused(lambda: protection.prepare_renewal(OTHER), Problem.KEY_WRONG)
    renewal = protection.prepare_renewal(WORDS)
    assert protection.verify(recovery_code(old_code))
    assert renewal.recovery.code not in repr(renewal)
    told: list[float] = []
    protection.renew(renewal, told.append)
    assert told[-1] == 1.0
    assert workspace.cases.load(case.id) == case  # the open program goes on with the new key
    workspace.cases.create(workspace.register.get(LICH), ())
    after = (workspace.profile.data_key, (folder / "profile.key").read_bytes())
    assert set(before).isdisjoint(after)
    key_file = tmp_path / "it.hex"
    key_file.write_text(IT.private_bytes_raw().hex())
    new_code = recovery_code(renewal.recovery.code)
    for secret in (None, passphrase(WORDS), new_code, escrow_key(key_file)):
        assert opened(secret, policy).cases.load(case.id) == case
    refused(lambda: opened(recovery_code(old_code), policy), Problem.KEY_WRONG)


def test_while_keys_change_the_database_takes_nothing(opened: OpenFolder) -> None:
    workspace = opened()
    recoverable(workspace.protection)
    case = workspace.cases.create(workspace.register.get(LICH), ()).case

    def look(share: float) -> None:
        if share > BACKUP_IS_MADE:
            refused(lambda: workspace.cases.load(case.id), Problem.DATABASE_LOCKED)

    workspace.protection.renew(workspace.protection.prepare_renewal(), look)
    assert workspace.cases.load(case.id) == case


def test_a_backup_is_made_before_the_key_is_another_one(opened: OpenFolder) -> None:
    workspace = opened()
    code = recoverable(workspace.protection)
    workspace.cases.create(workspace.register.get(LICH), ())
    told: list[float] = []
    workspace.protection.renew(workspace.protection.prepare_renewal(), told.append)
    assert told == sorted(told)
    (row,) = workspace.backups.list().backups
    assert (row.backup.reason, row.backup.cases) == (BackupReason.REKEY, 1)
    (listed,) = workspace.backups.contents(row.backup, recovery_code(code)).cases or ()
    assert listed.answers == 0


def test_without_a_backup_the_key_stays(opened: OpenFolder, folder: Path) -> None:
    workspace = opened()
    recoverable(workspace.protection)
    workspace.cases.create(workspace.register.get(LICH), ())
    (folder / "backups").touch()
    key = workspace.profile.data_key
    refused(lambda: workspace.protection.renew(workspace.protection.prepare_renewal(), print), Problem.BACKUP_FAILED)
    assert workspace.profile.data_key == key
    assert len(list(workspace.portfolio.load())) == 1


def test_no_backup_begins_while_keys_change(opened: OpenFolder) -> None:
    workspace = opened()
    recoverable(workspace.protection)
    workspace.cases.create(workspace.register.get(LICH), ())
    backups = workspace.backups
    slots = workspace.profile.keyslots
    workspace.profile.write_slots(replace(slots, next=slots.slots, former=b"x"))
    refused(backups.create, Problem.KEYS_CHANGING)
    assert backups.make_due() is None
    assert backups.make_last() is None
    workspace.profile.write_slots(slots)
    assert backups.make_due() is not None


def test_a_backup_into_which_a_rekey_falls_is_given_up(opened: OpenFolder) -> None:
    workspace = opened()
    recoverable(workspace.protection)
    workspace.cases.create(workspace.register.get(LICH), ())
    backups = workspace.backups
    renewal = workspace.protection.prepare_renewal()

    def meanwhile(_: float) -> None:
        if workspace.profile.keyslots != renewal.keys.keyslots:
            workspace.profile.write_slots(renewal.keys.keyslots)

    refused(lambda: backups.create(report=meanwhile), Problem.KEYS_CHANGING)
    assert backups.list().backups == ()


def test_a_closed_folder_keeps_no_key_in_memory(opened: OpenFolder) -> None:
    workspace = opened()
    profile = workspace.profile
    shown = repr(replace(profile))
    assert repr(profile.data_key)[2:-1] not in shown
    workspace.close()
    assert profile.data_key == b""
