"""The case file: whole or not at all, and every file that is not as it was written is refused in one sentence."""

import io
import json
import os
import struct
import tracemalloc
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.exchange import case_file, case_file_keys
from advisor_app.exchange.case_file import (
    FORMAT,
    LARGEST_FILE,
    MAGIC,
    open_case_file,
    read_head,
    write_case_file,
)
from advisor_app.exchange.case_file_entries import NewEntry, OpenCaseFile, entry_of
from advisor_app.exchange.case_file_keys import Keys, RecipientKey, SharedPassphrase, protect
from advisor_app.sealing import ARGON2_LANES, ARGON2_MEMORY_KIB, ARGON2_PASSES, SealedWriter, derive
from tests.patience import cheaply

OWN = RecipientKey(b"\x01" * 32)
OTHER = RecipientKey(b"\x02" * 32)
AT = datetime(2026, 9, 14, 6, 0, tzinfo=UTC)
DIGEST = "0" * 64
ENTRIES = [entry_of("case.json", b"{}"), entry_of(f"evidence/{DIGEST}", os.urandom(200_000))]


def nothing(_share: float) -> None:
    pass


def read_all(opened: OpenCaseFile) -> dict[str, bytes]:
    return {entry.name: entry.content() for entry in opened.entries()}


def skip_check(opened: OpenCaseFile) -> None:
    read_all(opened)


def written(file: Path, entries: list[NewEntry] = ENTRIES) -> bytes:
    write_case_file(file, OWN.recipient, AT, entries, skip_check, nothing)
    return file.read_bytes()


def unchecked(file: Path, entries: list[NewEntry]) -> None:
    """A file as a forger would write it who has the key."""
    write_case_file(file, OWN.recipient, AT, entries, lambda _opened: None, nothing)


def problem_with(file: Path, keys: Keys = Keys(own=OWN)) -> Problem:  # noqa: B008  # frozen
    with pytest.raises(AdvisorError) as refused, open_case_file(file, keys) as opened:
        read_all(opened)
    return refused.value.problem


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "fall.bkcase"


@pytest.fixture
def real_cost(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passphrases are stretched as in the program, not as little as in other tests."""
    monkeypatch.setattr(case_file_keys, "ARGON2_PASSES", ARGON2_PASSES)
    monkeypatch.setattr(case_file_keys, "ARGON2_LANES", ARGON2_LANES)
    monkeypatch.setattr(case_file_keys, "ARGON2_MEMORY_KIB", ARGON2_MEMORY_KIB)


def head_of(content: bytes) -> tuple[dict[str, Any], int]:
    """The head of a file and its length."""
    length = struct.unpack(">8sHI", content[:14])[2]
    return json.loads(content[14 : 14 + length]), length


def test_what_was_written_is_read(file: Path) -> None:
    written(file)
    with open_case_file(file, Keys(own=OWN)) as opened:
        assert read_all(opened) == {entry.name: entry.open().read() for entry in ENTRIES}
        assert opened.head.made_at == AT


def test_the_head_names_nobody(file: Path) -> None:
    content = written(file)
    head, _length = head_of(content)
    assert set(head) == {"program", "made_at", "check", "protection"}
    assert read_head(file).protection == "recipient"
    assert b"case.json" not in content


@pytest.mark.usefixtures("real_cost")
def test_a_passphrase_opens_however_its_letters_are_composed(file: Path) -> None:
    write_case_file(file, SharedPassphrase("Käse im Grünen"), AT, ENTRIES, skip_check, nothing)
    protection = head_of(file.read_bytes())[0]["protection"]
    assert (protection["passes"], protection["lanes"], protection["memory_kib"]) == (3, 4, 64 * 1024)
    decomposed = SharedPassphrase("Ka\u0308se im Gru\u0308nen")
    with open_case_file(file, Keys(passphrase=decomposed)) as opened:
        assert len(read_all(opened)) == 2
    assert problem_with(file, Keys(passphrase=SharedPassphrase("Kaese im Gruenen"))) is Problem.CASE_FILE_KEY_WRONG
    assert problem_with(file) is Problem.CASE_FILE_LOCKED


def test_nobody_else_opens_it(file: Path) -> None:
    written(file)
    assert problem_with(file, Keys(own=OTHER)) is Problem.CASE_FILE_FOREIGN
    assert problem_with(file, Keys(own=None)) is Problem.CASE_FILE_FOREIGN


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_one_altered_bit_anywhere_is_refused(file: Path, place: float, bit: int) -> None:
    content = bytearray(file.read_bytes() if file.exists() else written(file))
    intact = bytes(content)
    content[int(place * len(content))] ^= 1 << bit
    file.write_bytes(content)
    assert problem_with(file) in {
        Problem.CASE_FILE_DAMAGED,
        Problem.CASE_FILE_UNKNOWN,
        Problem.CASE_FILE_NEWER,
    }
    file.write_bytes(intact)


@pytest.mark.parametrize("cut", [1, 16, 17, 65_552, 131_104, 200_000])
def test_a_cut_file_is_refused(file: Path, cut: int) -> None:
    content = written(file)
    file.write_bytes(content[:-cut])
    assert problem_with(file) is Problem.CASE_FILE_DAMAGED


@pytest.mark.parametrize("length", range(15))
def test_the_beginning_of_a_head_is_refused(file: Path, length: int) -> None:
    file.write_bytes(written(file)[:length])
    assert problem_with(file) in {Problem.CASE_FILE_UNKNOWN, Problem.CASE_FILE_DAMAGED}


def test_pieces_moved_doubled_or_added_are_refused(file: Path) -> None:
    content = written(file)
    chunk = 65_536 + 16
    start = len(content) - 200_000 % chunk - 2 * chunk
    for altered in (
        content + b"\0",
        content + content[-chunk:],
        content[:start] + content[start + chunk : start + 2 * chunk] + content[start : start + chunk],
    ):
        file.write_bytes(altered)
        assert problem_with(file) is Problem.CASE_FILE_DAMAGED


def test_a_newer_format_is_told_as_such(file: Path) -> None:
    content = bytearray(written(file))
    content[8:10] = (FORMAT + 1).to_bytes(2, "big")
    file.write_bytes(content)
    assert problem_with(file) is Problem.CASE_FILE_NEWER


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd",
        "/etc/passwd",
        "evidence/../x",
        "evidence/" + "0" * 63,
        "evidence\\" + "0" * 64,
        "x" * 300,
        "C:x",
    ],
)
def test_a_name_that_points_outside_is_refused(file: Path, name: str) -> None:
    unchecked(file, [entry_of(name, b"x")])
    assert problem_with(file) is Problem.CASE_FILE_DAMAGED


def test_the_same_name_twice_is_refused(file: Path) -> None:
    unchecked(file, [entry_of("case.json", b"{}")] * 2)
    assert problem_with(file) is Problem.CASE_FILE_DAMAGED


def forged(file: Path, plain: bytes) -> None:
    """A sealed stream of anything, as a forger would write it who has the key."""
    table, secret = protect(OWN.recipient)
    check = case_file._check_of(secret)
    head = {"program": "1", "made_at": AT.isoformat(), "check": check, "protection": table}
    with file.open("wb") as stream:
        writer = SealedWriter(stream, derive(secret, "case file content"), case_file._write_head(stream, head))
        writer.write(plain)
        writer.finish()


def test_sizes_that_are_not_true_cost_neither_time_nor_memory(file: Path) -> None:
    name = b"log.json"
    bombs = [
        struct.pack(">IHQ", 1, len(name), 10 * 1024**3) + name + b"x" * 1000,  # says ten gigabytes
        struct.pack(">IHQ", 1, len(name), 255 * 1024**2) + name + b"x" * 1000,  # more than the file has
        struct.pack(">I", 2**32 - 1),
        struct.pack(">IHQ", 1, 65_535, 1) + b"x" * 70_000,
        b"",
    ]
    for bomb in bombs:
        forged(file, bomb)
        tracemalloc.start()
        with cheaply():
            assert problem_with(file) is Problem.CASE_FILE_DAMAGED
        assert tracemalloc.get_traced_memory()[1] < 20 * 1024**2
        tracemalloc.stop()


def test_a_file_of_ten_gigabytes_is_refused_at_once(file: Path) -> None:
    written(file)
    os.truncate(file, 10 * 1024**3)  # takes no room on the disk
    assert file.stat().st_size > LARGEST_FILE
    assert problem_with(file) is Problem.FILE_TOO_LARGE


@pytest.mark.usefixtures("real_cost")
@pytest.mark.parametrize(
    "figures",
    [
        {"memory_kib": 2**31},
        {"memory_kib": 512 * 1024},
        {"passes": 10**9},
        {"passes": 13},
        {"lanes": 10**6},
        {"lanes": 0},
        {"passes": "3"},
    ],
)
def test_a_passphrase_that_would_take_an_hour_is_refused(file: Path, figures: dict[str, Any]) -> None:
    write_case_file(file, SharedPassphrase("vier Elstern am Bach"), AT, ENTRIES, skip_check, nothing)
    content = file.read_bytes()
    head, length = head_of(content)
    head["protection"] |= figures
    with file.open("wb") as stream:
        case_file._write_head(stream, head)
        stream.write(content[14 + length + 32 :])
    assert problem_with(file, Keys(passphrase=SharedPassphrase("x"))) is Problem.CASE_FILE_DAMAGED


@given(content=st.binary(max_size=400))
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_refused(file: Path, content: bytes) -> None:
    for begin in (b"", MAGIC, MAGIC + b"\0\x01\0\0\0\x10"):
        file.write_bytes(begin + content)
        assert problem_with(file) in {Problem.CASE_FILE_UNKNOWN, Problem.CASE_FILE_DAMAGED, Problem.CASE_FILE_NEWER}


def test_what_cannot_be_read_back_gets_no_name(file: Path) -> None:
    older = written(file)

    def complain(_opened: OpenCaseFile) -> None:
        raise ValueError

    with pytest.raises(AdvisorError) as refused:
        write_case_file(file, OWN.recipient, AT, ENTRIES, complain, nothing)
    assert refused.value.problem is Problem.CASE_FILE_UNSOUND
    assert file.read_bytes() == older
    assert list(file.parent.iterdir()) == [file]


def test_content_that_changed_while_it_was_copied_gets_no_name(file: Path) -> None:
    with pytest.raises(AdvisorError) as refused:
        written(file, [NewEntry(name="case.json", size=5, open=lambda: io.BytesIO(b"{}"))])
    assert refused.value.problem is Problem.CASE_FILE_UNSOUND
    assert not list(file.parent.iterdir())
