"""Whatever lies where a file is to be written: it is written as a whole, or refused at once in one sentence."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.whole_file import hand_out, refuse_target, write_file
from tests.frame.test_regular_file import a_device, a_folder, a_loop, a_pipe

NAMES = {"too long": "ä" * 300, "null": "a\0b", "half a pair": "a\ud800b"}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
@pytest.mark.parametrize("make", [a_folder, a_pipe, a_device, a_loop])
def test_what_is_no_file_is_not_replaced(make: Callable[[Path], None], tmp_path: Path) -> None:
    file = tmp_path / "Bericht.pdf"
    make(file)
    before = stat.S_IFMT(file.lstat().st_mode)
    with pytest.raises(AdvisorError) as raised:
        hand_out(file, b"content")
    assert raised.value.problem is Problem.FILE_NOT_WRITABLE
    assert stat.S_IFMT(file.lstat().st_mode) == before
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("name", NAMES)
def test_names_that_no_disk_takes_are_told(name: str, tmp_path: Path) -> None:
    with pytest.raises(AdvisorError) as raised:
        hand_out(tmp_path / f"{NAMES[name]}.pdf", b"content")
    assert raised.value.problem is Problem.FILE_NOT_WRITABLE


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
@pytest.mark.parametrize("make", [a_folder, a_pipe])
def test_what_lies_where_the_part_is_written_is_left_alone(make: Callable[[Path], None], tmp_path: Path) -> None:
    file, part = tmp_path / "Bericht.pdf", tmp_path / "Bericht.pdf.part"
    file.write_bytes(b"older")
    make(part)
    with pytest.raises(AdvisorError) as raised:
        write_file(file, b"content")
    assert raised.value.problem is Problem.FILE_NOT_WRITABLE
    assert file.read_bytes() == b"older"
    assert not part.is_file()
    assert part.exists()


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_where_the_part_is_written_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "fremd.txt").write_bytes(b"somebody else's")
    (tmp_path / "Bericht.pdf.part").symlink_to(tmp_path / "fremd.txt")
    write_file(tmp_path / "Bericht.pdf", b"content")
    assert (tmp_path / "fremd.txt").read_bytes() == b"somebody else's"
    assert (tmp_path / "Bericht.pdf").read_bytes() == b"content"


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights elsewhere")
def test_what_an_interrupted_run_left_gives_a_private_file_no_readers(tmp_path: Path) -> None:
    left = tmp_path / "Schlüssel.part"
    left.write_bytes(b"half")
    left.chmod(0o644)
    write_file(tmp_path / "Schlüssel", b"content", private=True)
    assert stat.S_IMODE((tmp_path / "Schlüssel").stat().st_mode) == 0o600


def test_a_new_name_a_file_and_a_link_to_one_are_taken(tmp_path: Path) -> None:
    (tmp_path / "da.pdf").write_bytes(b"older")
    for name in ("neu.pdf", "da.pdf"):
        refuse_target(tmp_path / name)
        hand_out(tmp_path / name, b"content")
        assert (tmp_path / name).read_bytes() == b"content"
