"""Photos and files beside the database: whole, encrypted, or refused in one sentence."""

import errno
import hashlib
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.override import override
from advisor_app.sealing import CHUNK_BYTES
from advisor_app.storage.evidence_files import EvidenceFiles, reseal
from advisor_app.storage.profile import open_profile

CHECKOUT = Path(__file__).resolve().parents[2]
KEY, OTHER_KEY = bytes(32), bytes([7]) * 32
SECRET = b"Protokoll der vertraulichen Runde"


@pytest.fixture
def files(tmp_path: Path) -> EvidenceFiles:
    return EvidenceFiles(tmp_path, KEY)


def problem_of(files: EvidenceFiles, digest: str) -> Problem:
    with pytest.raises(AdvisorError) as refused:
        files.verify(digest)
    return refused.value.problem


@settings(max_examples=40)
@given(st.lists(st.tuples(st.integers(0, 3 * CHUNK_BYTES), st.binary(max_size=9)), max_size=5))
def test_whatever_is_put_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, contents: list[tuple[int, bytes]]
) -> None:
    files = EvidenceFiles(tmp_path_factory.mktemp("data"), KEY)
    kept = {}
    for number, (length, ending) in enumerate(contents):
        content = bytes(length) + ending
        digest = files.put(io.BytesIO(content) if number % 2 else content)
        assert digest == hashlib.sha256(content).hexdigest()
        kept[digest] = content
    assert {digest: files.read(digest) for digest in files.digests()} == kept


def test_a_file_is_named_by_its_content_encrypted_and_written_once(files: EvidenceFiles, tmp_path: Path) -> None:
    digest = files.put(SECRET)
    path = files.path_of(digest)
    assert path == tmp_path / "files" / digest[:2] / digest
    first = path.read_bytes()
    assert SECRET not in first
    assert files.put(SECRET) == files.put(io.BytesIO(SECRET)) == digest
    assert path.read_bytes() == first
    assert list(files.digests()) == [digest]
    assert not list(files.folder.glob("*.part"))


def test_a_long_file_passes_through_in_pieces(files: EvidenceFiles) -> None:
    class Source(io.BytesIO):
        largest = 0

        @override
        def read(self, size: int | None = -1, /) -> bytes:
            Source.largest = max(Source.largest, len(piece := super().read(size)))
            return piece

    digest = files.put(Source(bytes(5 * CHUNK_BYTES)))
    assert Source.largest == CHUNK_BYTES
    with files.open(digest) as content:
        assert content.read(10) == bytes(10)
        assert len(content.read()) == 5 * CHUNK_BYTES - 10


def test_removing_leaves_the_others(files: EvidenceFiles) -> None:
    first, second = files.put(b"one"), files.put(b"two")
    files.remove(first)
    files.remove(first)
    assert list(files.digests()) == [second]
    assert problem_of(files, first) is Problem.EVIDENCE_MISSING


def test_each_damage_is_noticed(files: EvidenceFiles) -> None:
    digest = files.put(SECRET * 5000)
    path = files.path_of(digest)
    whole = path.read_bytes()
    for place in (0, 7, 30, len(whole) // 2, len(whole) - 1):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert problem_of(files, digest) is Problem.EVIDENCE_DAMAGED
        path.write_bytes(whole[:place])
        assert problem_of(files, digest) is Problem.EVIDENCE_DAMAGED
    path.write_bytes(whole)
    files.verify(digest)


def test_another_file_under_a_name_is_noticed(files: EvidenceFiles) -> None:
    first, second = files.put(b"one"), files.put(b"two")
    files.path_of(first).write_bytes(files.path_of(second).read_bytes())
    assert problem_of(files, first) is Problem.EVIDENCE_DAMAGED


def test_names_that_point_elsewhere_are_no_digests(files: EvidenceFiles) -> None:
    for name in ("", "../../etc/passwd", "A" * 64, "0" * 63 + "/"):
        with pytest.raises(ValueError, match=r".*"):
            files.path_of(name)


def test_what_a_kill_has_left_goes_with_the_next_file(files: EvidenceFiles) -> None:
    files.folder.mkdir()
    left, own = files.folder / "1-abc.part", files.folder / f"{os.getpid()}-abc.part"
    left.write_bytes(b"half")
    own.write_bytes(b"being written")
    files.put(b"one")
    assert not left.exists()
    assert own.exists()


@pytest.mark.parametrize("reason", [errno.ENOSPC, errno.EACCES])
def test_a_full_or_closed_disk_leaves_nothing_behind(
    files: EvidenceFiles, monkeypatch: pytest.MonkeyPatch, reason: int
) -> None:
    def fail(_: int) -> None:
        raise OSError(reason, "no")

    kept = files.put(b"one")
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fail)
        with pytest.raises(AdvisorError) as refused:
            files.put(b"two")
    full = reason == errno.ENOSPC
    assert refused.value.problem is (Problem.EVIDENCE_DISK_FULL if full else Problem.EVIDENCE_NOT_STORED)
    assert list(files.digests()) == [kept]
    assert not list(files.folder.glob("*.part"))


def test_other_files_in_the_folder_are_passed_over(files: EvidenceFiles) -> None:
    digest = files.put(b"one")
    (files.folder / digest[:2] / "Thumbs.db").write_bytes(b"")
    (files.folder / "zz").mkdir()
    (files.folder / "zz" / digest).write_bytes(b"")
    assert list(files.digests()) == [digest]


def test_all_files_change_to_another_key(files: EvidenceFiles, tmp_path: Path) -> None:
    contents = {files.put(text): text for text in (b"one", b"two", SECRET * 5000)}
    told: list[tuple[int, int]] = []
    assert reseal(tmp_path, KEY, OTHER_KEY, lambda done, count: told.append((done, count))) == ()
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]
    changed = EvidenceFiles(tmp_path, OTHER_KEY)
    assert {digest: changed.read(digest) for digest in changed.digests()} == contents
    assert not any(files.opens(digest) for digest in contents)


def test_a_change_of_key_goes_on_or_back_where_it_was_stopped(files: EvidenceFiles, tmp_path: Path) -> None:
    contents = {files.put(bytes([number])): bytes([number]) for number in range(6)}

    def stop(done: int, _: int) -> None:
        if done == 3:
            raise AdvisorError(Problem.CANCELLED)

    with pytest.raises(AdvisorError):
        reseal(tmp_path, KEY, OTHER_KEY, stop)
    changed = EvidenceFiles(tmp_path, OTHER_KEY)
    assert [sum(each.opens(digest) for digest in contents) for each in (files, changed)] == [3, 3]
    reseal(tmp_path, OTHER_KEY, KEY)
    assert {digest: files.read(digest) for digest in files.digests()} == contents
    with pytest.raises(AdvisorError):
        reseal(tmp_path, KEY, OTHER_KEY, stop)
    reseal(tmp_path, KEY, OTHER_KEY)
    assert {digest: changed.read(digest) for digest in changed.digests()} == contents


def test_a_damaged_file_does_not_stop_a_change_of_key(files: EvidenceFiles, tmp_path: Path) -> None:
    sound, damaged = files.put(b"one"), files.put(b"two")
    files.path_of(damaged).write_bytes(b"nothing")
    assert reseal(tmp_path, KEY, OTHER_KEY) == (damaged,)
    assert EvidenceFiles(tmp_path, OTHER_KEY).read(sound) == b"one"
    assert files.path_of(damaged).read_bytes() == b"nothing"


KILLED = """
import os, signal, sys
from pathlib import Path
from advisor_app.storage import evidence_files
from advisor_app.storage.evidence_files import EvidenceFiles, reseal

folder, what, when, after = Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4])
calls = 0

def dying(real):
    def call(*given):
        global calls
        calls += 1
        if calls > after:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*given)
    return call

if when == "sync":
    os.fsync = dying(os.fsync)
else:
    Path.replace = dying(Path.replace)
if what == "put":
    for number in range(4):
        print(EvidenceFiles(folder, bytes(32)).put(bytes([number]) * 100_000), flush=True)
else:
    reseal(folder, bytes(32), bytes([7]) * 32)
"""


def killed(folder: Path, what: str, when: str, after: int) -> list[str]:
    command = [sys.executable, "-c", KILLED, str(folder), what, when, str(after)]
    ended = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert ended.returncode < 0, ended.stderr
    return ended.stdout.split()


@pytest.mark.skipif(os.name == "nt", reason="needs SIGKILL")
@pytest.mark.parametrize("when", ["sync", "replace"])
@pytest.mark.parametrize("after", [0, 1, 3])
def test_a_kill_in_the_middle_of_writing_leaves_whole_files(tmp_path: Path, when: str, after: int) -> None:
    acknowledged = killed(tmp_path, "put", when, after)
    files = EvidenceFiles(tmp_path, KEY)
    there = set(files.digests())
    assert there >= set(acknowledged)
    for digest in there:
        files.verify(digest)
    files.put(b"next")
    assert not list(files.folder.glob("*.part"))


@pytest.mark.skipif(os.name == "nt", reason="needs SIGKILL")
@pytest.mark.parametrize("when", ["sync", "replace"])
@pytest.mark.parametrize("after", [0, 1, 4])
def test_a_kill_in_the_middle_of_a_change_of_key_loses_nothing(
    files: EvidenceFiles, tmp_path: Path, when: str, after: int
) -> None:
    contents = {files.put(bytes([number])): bytes([number]) for number in range(6)}
    killed(tmp_path, "reseal", when, after)
    changed = EvidenceFiles(tmp_path, OTHER_KEY)
    assert all(files.opens(digest) or changed.opens(digest) for digest in contents)
    assert reseal(tmp_path, OTHER_KEY, KEY) == ()
    assert {digest: files.read(digest) for digest in files.digests()} == contents
    assert not list(files.folder.glob("*.part"))


def test_the_key_is_the_profiles_own(tmp_path: Path) -> None:
    profile = open_profile(tmp_path)
    digest = EvidenceFiles(tmp_path, profile.files_key).put(SECRET)
    assert EvidenceFiles(tmp_path, open_profile(tmp_path).files_key).read(digest) == SECRET
    assert not EvidenceFiles(tmp_path, profile.data_key).opens(digest)
