"""„Laptopwechsel“: what is packed arrives whole on a machine that knows nothing, or nothing is changed there."""

import struct
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.services.backups import Backups
from advisor_app.services.data_lock import Access
from advisor_app.services.entrance import recovery_code
from advisor_app.services.moving import Packed, look_into, may_pack, pack, unpack
from advisor_app.services.preferences import Preferences
from advisor_app.services.workspace import open_workspace
from advisor_app.storage.cases import CaseStore
from advisor_app.storage.database import open_database
from advisor_app.storage.evidence_files import EvidenceFiles
from advisor_app.storage.profile import Profile, open_profile
from tests.profiles import SHEET, make_recoverable
from tests.services.conftest import refused
from tests.services.test_backups import Clock
from tests.storage.conftest import CASE_ID, new_case
from tests.storage.test_restore import Keyring


@pytest.fixture
def old(tmp_path: Path) -> Profile:
    """Return a closed profile with a case, a photo, settings, a logo and a pack."""
    folder = make_recoverable(tmp_path / "old")
    profile = open_profile(folder)
    database = open_database(profile)
    new_case(database)
    database.close()
    EvidenceFiles(folder, profile.files_key).put(b"ein Foto" * 100_000)
    (folder / "settings.toml").write_text('adviser = "Kim Berger"\n')
    (folder / "logos").mkdir()
    (folder / "logos" / "haus.png").write_bytes(b"png")
    (folder / "packs" / "own").mkdir(parents=True)
    (folder / "packs" / "own" / "pack.toml").write_text("x")
    return profile


@pytest.fixture
def packed(old: Profile, tmp_path: Path) -> Packed:
    clock = Clock()
    (tmp_path / "stick").mkdir()
    return pack(Backups(old, None, clock), clock, tmp_path / "stick")


def test_everything_arrives_and_is_counted(old: Profile, packed: Packed, tmp_path: Path) -> None:
    assert packed.file.name == "Beraterkoffer-Umzug-2026-09-14.bkmove"
    assert look_into(packed.file).cases == 1
    new = tmp_path / "new"
    arrived = unpack(new, packed.file, recovery_code(SHEET))
    assert arrived.counts == packed.backup.counts
    assert (arrived.evidence, arrived.aside) == (1, None)
    for name in ("settings.toml", "logos/haus.png", "packs/own/pack.toml"):
        assert (new / name).read_bytes() == (old.folder / name).read_bytes()
    profile = open_profile(new, recovery_code(SHEET), keyring=Keyring())
    database = open_database(profile)
    assert CaseStore(database).load(CASE_ID).id == CASE_ID
    database.close()
    files = EvidenceFiles(new, profile.files_key)
    assert files.read(next(files.digests())) == b"ein Foto" * 100_000
    assert sorted(path.name for path in new.iterdir() if "part" in path.name or "ready" in path.name) == []


def test_without_a_secret_hashes_prove_it_and_the_profile_is_locked(packed: Packed, tmp_path: Path) -> None:
    arrived = unpack(tmp_path / "new", packed.file)
    assert (arrived.counts, arrived.evidence) == (None, 1)
    refused(lambda: open_profile(tmp_path / "new", keyring=Keyring()), Problem.PROFILE_LOCKED)


def test_what_only_the_old_machine_opens_is_not_packed(tmp_path: Path) -> None:
    profile = open_profile(tmp_path / "old", keyring=Keyring())
    open_database(profile).close()
    clock = Clock()
    assert not may_pack(profile.folder)
    refused(lambda: pack(Backups(profile, None, clock), clock, tmp_path / "x.bkmove"), Problem.MOVE_WITHOUT_KEY)
    assert not (tmp_path / "x.bkmove").exists()


def test_a_profile_of_the_keyring_opens_elsewhere_by_its_recovery_code(tmp_path: Path) -> None:
    keyring, clock = Keyring(), Clock()
    profile = open_profile(tmp_path / "old", keyring=keyring)
    profile.write_slots(profile.keyslots.with_slot(profile.data_key, recovery_code(SHEET)))
    open_database(profile).close()
    packed = pack(Backups(profile, None, clock), clock, tmp_path / "x.bkmove")
    unpack(tmp_path / "new", packed.file)
    refused(lambda: open_profile(tmp_path / "new", keyring=Keyring()), Problem.PROFILE_LOCKED)
    opened = open_profile(tmp_path / "new", recovery_code(SHEET), keyring=Keyring())
    assert opened.data_key == profile.data_key


def test_a_wrong_code_changes_nothing(packed: Packed, tmp_path: Path) -> None:
    wrong = recovery_code(SHEET.replace("7", "8"))
    refused(lambda: unpack(tmp_path / "new", packed.file, wrong), Problem.KEY_WRONG)
    assert not [path for path in (tmp_path / "new").iterdir() if not path.name.endswith(".lock")]


def test_cases_that_are_there_are_not_replaced_unasked(packed: Packed, tmp_path: Path) -> None:
    present = open_profile(tmp_path / "new")
    database = open_database(present)
    new_case(database)
    database.close()
    refused(lambda: unpack(present.folder, packed.file), Problem.DATA_PRESENT)
    assert open_profile(present.folder).keyslots.profile == present.keyslots.profile
    arrived = unpack(present.folder, packed.file, recovery_code(SHEET), replace_other=True)
    assert arrived.aside is not None
    assert open_profile(arrived.aside).keyslots.profile == present.keyslots.profile


def test_a_folder_in_which_nothing_was_entered_gives_way(packed: Packed, tmp_path: Path) -> None:
    open_database(open_profile(tmp_path / "new")).close()
    assert unpack(tmp_path / "new", packed.file, recovery_code(SHEET)).counts == packed.backup.counts


# Hostile files


def nothing_arrives(file: Path, folder: Path, problem: Problem = Problem.MOVE_DAMAGED) -> None:
    refused(lambda: unpack(folder, file), problem)
    assert not (folder / "beraterkoffer.sqlite").exists()
    assert not (folder / "move.part").exists()


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_changed_byte_anywhere_is_noticed(packed: Packed, tmp_path: Path, data: st.DataObject) -> None:
    content = bytearray(packed.file.read_bytes())
    manifest_ends = struct.unpack(">8sHI", content[:14])[2] + 14
    at = data.draw(st.integers(0, len(content) - 1))
    content[at] ^= data.draw(st.integers(1, 255))
    altered = tmp_path / "altered.bkmove"
    altered.write_bytes(content)
    with TemporaryDirectory() as name:
        arrived, problem = None, None
        try:
            arrived = unpack(Path(name), altered)
        except AdvisorError as error:
            problem = error.problem
        if arrived is None:
            assert problem in {Problem.MOVE_DAMAGED, Problem.MOVE_NEWER}
            assert not (Path(name) / "beraterkoffer.sqlite").exists()
        else:  # a word of the manifest that says nothing of the content: what arrives is whole all the same
            assert at < manifest_ends
            assert arrived.backup.pieces == packed.backup.pieces


@pytest.mark.parametrize("share", [0.0, 0.00001, 0.01, 0.5, 0.99999])
def test_a_file_that_is_cut_off_is_noticed_at_once(packed: Packed, tmp_path: Path, share: float) -> None:
    content = packed.file.read_bytes()
    cut = tmp_path / "cut.bkmove"
    cut.write_bytes(content[: int(len(content) * share)])
    nothing_arrives(cut, tmp_path / "new")


def test_a_file_that_is_too_long_is_noticed(packed: Packed, tmp_path: Path) -> None:
    with packed.file.open("ab") as stream:
        stream.write(b"x")
    nothing_arrives(packed.file, tmp_path / "new")


def test_a_bomb_is_refused_at_once(packed: Packed, tmp_path: Path) -> None:
    with packed.file.open("r+b") as stream:
        stream.truncate(10 * 1024**3)
    nothing_arrives(packed.file, tmp_path / "new")
    packed.file.write_bytes(struct.pack(">8sHI", b"BKMOVE\r\n", 1, 2**32 - 1))
    nothing_arrives(packed.file, tmp_path / "new")


def test_a_name_that_leaves_the_folder_is_refused(packed: Packed, tmp_path: Path) -> None:
    content = packed.file.read_bytes()
    altered = tmp_path / "altered.bkmove"
    without_hash = content.replace(b'"check"', b'"chock"')  # a forger would write the right one
    altered.write_bytes(without_hash.replace(b'"packs/own/pack.toml"', b'"packs/../../xx.toml"'))
    assert altered.stat().st_size == packed.file.stat().st_size
    nothing_arrives(altered, tmp_path / "new")
    assert not (tmp_path / "xx.toml").exists()


def test_a_newer_file_is_told(packed: Packed, tmp_path: Path) -> None:
    content = bytearray(packed.file.read_bytes())
    content[9] = 2
    packed.file.write_bytes(content)
    nothing_arrives(packed.file, tmp_path / "new", Problem.MOVE_NEWER)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    refused(lambda: unpack(tmp_path / "new", tmp_path / "x.bkmove"), Problem.MOVE_DAMAGED)


def test_a_full_stick_leaves_nothing(old: Profile, tmp_path: Path) -> None:
    (tmp_path / "stick").touch()
    clock = Clock()
    refused(lambda: pack(Backups(old, None, clock), clock, tmp_path / "stick" / "x.bkmove"), Problem.FILE_NOT_WRITABLE)


@pytest.mark.parametrize("left", ["move.part", "restore.part"])
def test_what_an_unpacking_that_was_killed_has_left_goes_at_the_next_start(tmp_path: Path, left: str) -> None:
    folder = tmp_path / "data"
    rest = folder / left / "unpacked"
    rest.mkdir(parents=True)
    (rest / "beraterkoffer.sqlite").write_bytes(b"verschluesselt")
    open_workspace(folder, Preferences(adviser="B")).close()
    assert rest.exists()  # a command that only reads leaves the work of another alone
    open_workspace(folder, Preferences(adviser="B"), access=Access.WRITE).close()
    assert not (folder / left).exists()
