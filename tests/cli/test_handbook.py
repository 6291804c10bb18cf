"""The handbook by a command."""

from __future__ import annotations

from pathlib import Path

import pytest

from advisor_app.services import handbook
from tests.cli.conftest import Run


@pytest.mark.usefixtures("small_handbook")
def test_it_is_written_as_a_pdf(run: Run, tmp_path: Path) -> None:
    said = run("handbook", "--out", tmp_path / "handbuch.pdf", "--json").json
    assert said == {"file": str(tmp_path / "handbuch.pdf"), "pages": 2}
    assert (tmp_path / "handbuch.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.usefixtures("small_handbook")
def test_a_folder_takes_it_under_its_own_name(run: Run, tmp_path: Path) -> None:
    file = tmp_path / handbook.FILE_NAME
    assert run("handbook", "--out", tmp_path).out.strip() == f"Geschrieben: {file}, 2 Seiten"
    assert file.is_file()


def test_an_incomplete_installation_is_one_sentence(fail: Run, small_handbook: Path, tmp_path: Path) -> None:
    (small_handbook / "01-eins.md").unlink()
    assert "Handbuch ist nicht vollständig da" in fail("handbook", "--out", tmp_path / "a.pdf").err
    assert not (tmp_path / "a.pdf").exists()


@pytest.mark.usefixtures("small_handbook")
def test_a_place_that_takes_no_file_is_named(fail: Run, tmp_path: Path) -> None:
    assert "a.pdf" in fail("handbook", "--out", tmp_path / "none" / "a.pdf").err
