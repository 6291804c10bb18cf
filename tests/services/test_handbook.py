"""The handbook that ships with the program: where it lies, and what is said where it does not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.services import handbook

DAY = date(2026, 11, 22)


def test_a_picture_has_a_dark_twin_where_one_was_taken() -> None:
    assert handbook.picture_file("plan-light.png").name == "plan-light.png"
    assert handbook.picture_file("plan-light.png", dark=True).name == "plan-dark.png"
    assert handbook.picture_file("projector-step-1366x768.png", dark=True).name == "projector-step-1366x768.png"


def test_it_is_read_once() -> None:
    assert handbook.read() is handbook.read()


def test_an_incomplete_installation_is_told_with_the_reason(small_handbook: Path) -> None:
    (small_handbook / "01-eins.md").unlink()
    with pytest.raises(AdvisorError) as caught:
        handbook.read()
    assert caught.value.problem is Problem.HANDBOOK_MISSING
    assert "README.md" in str(caught.value.details["reason"])


def test_a_damaged_file_is_told(small_handbook: Path) -> None:
    (small_handbook / "01-eins.md").write_bytes(b"# Eins\n\n\xff\xfe\n")
    with pytest.raises(AdvisorError) as caught:
        handbook.read()
    assert caught.value.problem is Problem.HANDBOOK_MISSING


def test_a_pdf_without_its_pictures_is_not_written(small_handbook: Path, tmp_path: Path) -> None:
    gone = "# Eins\n\n![Eine Seite des Programms](../screenshots/gone-light.png)\n"
    (small_handbook / "01-eins.md").write_text(gone, "utf-8")
    with pytest.raises(AdvisorError) as caught:
        handbook.write_pdf(tmp_path / "handbuch.pdf", DAY)
    assert caught.value.problem is Problem.HANDBOOK_MISSING
    assert not (tmp_path / "handbuch.pdf").exists()


@pytest.mark.usefixtures("small_handbook")
def test_the_pdf_is_written_and_work_on_it_can_be_stopped(tmp_path: Path) -> None:
    shares: list[float] = []
    made = handbook.write_pdf(tmp_path / "handbuch.pdf", DAY, shares.append)
    assert made.file.read_bytes().startswith(b"%PDF-")
    assert shares[-1] == 1.0
    with pytest.raises(AdvisorError) as caught:
        handbook.write_pdf(tmp_path / "other.pdf", DAY, cancelled=lambda: True)
    assert caught.value.problem is Problem.CANCELLED
    assert not (tmp_path / "other.pdf").exists()
