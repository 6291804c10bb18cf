"""Whatever an adviser names in place of a file is refused at once, in one sentence; nothing waits for a pipe."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from advisor_app.content.document import read_document
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.exchange.case_file import read_head
from advisor_app.exchange.source_file import read_bytes
from advisor_app.regular_file import NotAFileError, open_chosen, open_regular, read_beginning
from advisor_app.services.entrance import escrow_key
from advisor_app.services.policy import read_policy
from advisor_app.storage.backup_manifest import limited
from advisor_app.storage.move_file import read_move_head, unpack_move_file
from advisor_app.texts import load_texts

TEXTS = load_texts("de")
POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")


def a_folder(path: Path) -> None:
    path.mkdir()


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def a_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def a_loop(path: Path) -> None:
    path.symlink_to(path)


ODD = pytest.mark.parametrize(
    "put", [a_folder, *(pytest.param(put, marks=POSIX) for put in (a_pipe, a_device, a_loop))]
)

READERS: dict[str, tuple[Callable[[Path], object], Problem]] = {
    "case file": (read_head, Problem.NO_REGULAR_FILE),
    "move file": (read_move_head, Problem.NO_REGULAR_FILE),
    "unpacked move file": (lambda path: unpack_move_file(path, path.parent / "place"), Problem.NO_REGULAR_FILE),
    "answers, plan, use cases, official file": (lambda path: read_bytes(path, TEXTS), Problem.FILE_UNREADABLE),
    "policy": (lambda path: read_policy(path, TEXTS), Problem.POLICY),
    "escrow key": (escrow_key, Problem.ESCROW_KEY_UNREADABLE),
    "file of the data folder": (lambda path: read_beginning(path, 16), Problem.NOT_A_FILE),
}


@ODD
@pytest.mark.parametrize("kind", READERS)
def test_what_is_no_file_is_refused_by_whoever_reads(tmp_path: Path, put: Callable[[Path], None], kind: str) -> None:
    read, problem = READERS[kind]
    put(tmp_path / "odd")
    with pytest.raises(AdvisorError) as caught:
        read(tmp_path / "odd")
    assert caught.value.problem is problem
    assert not (tmp_path / "place").exists()


@ODD
def test_a_pack_and_a_manifest_take_it_for_unreadable(tmp_path: Path, put: Callable[[Path], None]) -> None:
    put(tmp_path / "odd")
    assert [flaw.key for flaw in read_document(tmp_path / "odd").flaws] == ["unreadable"]
    with pytest.raises((OSError, ValueError)):
        limited(tmp_path / "odd", 100)


@ODD
def test_it_is_told_apart_from_a_file_that_is_not_there(tmp_path: Path, put: Callable[[Path], None]) -> None:
    put(tmp_path / "odd")
    with pytest.raises(NotAFileError):
        open_regular(tmp_path / "odd")
    with pytest.raises(FileNotFoundError):
        open_chosen(tmp_path / "missing")


def test_a_file_and_a_link_to_one_are_read(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x" * 100_000)
    (tmp_path / "link").symlink_to(tmp_path / "file")
    with open_chosen(tmp_path / "link") as stream:
        assert len(stream.read()) == 100_000
    assert read_beginning(tmp_path / "file", 16) == b"x" * 16
