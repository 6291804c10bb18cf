"""Lists, checksums and the comparison of builds."""

import subprocess
from pathlib import Path

import pikepdf
import pytest

from installers import compare, papers
from installers.windows.msi_times import set_times


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "built" / "lib" / "inner").mkdir(parents=True)
    (tmp_path / "built" / "program").write_bytes(b"x" * 10)
    (tmp_path / "built" / "lib" / "inner" / "part").write_bytes(b"y" * 500)
    return tmp_path / "built"


def test_contents_name_every_file_and_the_largest_folders_first(folder: Path) -> None:
    lines = [line.split() for line in papers.contents(folder).splitlines()]
    assert lines[0] == ["510", "all", "2", "files"]
    assert lines[2:4] == [["500", "lib/inner"], ["10", "program"]]
    assert ["500", "lib/inner/part"] in lines


def test_checksums_are_those_that_sha256sum_reads(folder: Path) -> None:
    (folder / papers.CHECKSUMS).write_text(papers.checksums(folder), "utf-8")
    done = subprocess.run(
        ["sha256sum", "--check", papers.CHECKSUMS], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert papers.checksums(folder) == (folder / papers.CHECKSUMS).read_text("utf-8"), "not over itself"


def test_licences_are_written_to_a_file(folder: Path) -> None:
    papers.write_licences(folder, folder / "LIZENZEN.txt")
    text = (folder / "LIZENZEN.txt").read_text("utf-8")
    assert "EUROPEAN UNION PUBLIC LICENCE" in text
    assert "Bestandteile" in text


@pytest.mark.usefixtures("small_handbook")
def test_the_handbook_is_dated_by_the_time_of_the_sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795000000")
    for name in ("one.pdf", "two.pdf"):
        monkeypatch.setattr("sys.argv", ["papers", "handbook", str(tmp_path / name)])
        papers.main()
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()
    with pikepdf.open(tmp_path / "one.pdf") as pdf:
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20261118")


def test_files_that_differ_between_two_builds_are_named(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "again"
    (other / "lib" / "inner").mkdir(parents=True)
    (other / "program").write_bytes(b"x" * 10)
    (other / "lib" / "inner" / "part").write_bytes(b"z" * 500)
    (other / "more").write_bytes(b"")
    assert compare.differing(folder, other) == ["lib/inner/part", "more"]
    assert compare.differing(folder, folder) == []


def test_a_file_without_a_summary_gets_no_times() -> None:
    with pytest.raises(ValueError, match="no summary"):
        set_times(bytearray(b"no installer" * 100), 0)
