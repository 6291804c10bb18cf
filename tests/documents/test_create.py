"""A document's file is written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from advisor_app.documents.create import create_document
from advisor_app.documents.kinds import find_kind
from advisor_app.domain.errors import AdvisorError, Problem
from tests.documents.samples import full_case, given, small_case

PLAN = find_kind("implementation-plan")


def test_the_file_is_written_and_described(tmp_path: Path) -> None:
    file = tmp_path / "plan.pdf"
    created = create_document(PLAN.make(given(full_case())), file)
    assert file.read_bytes().startswith(b"%PDF-1.7")
    assert (created.file, created.pages, created.core_pages, created.substituted) == (file, 5, 5, ())
    assert [item.name for item in tmp_path.iterdir()] == ["plan.pdf"]


def test_an_older_file_is_replaced(tmp_path: Path) -> None:
    file = tmp_path / "plan.pdf"
    file.write_bytes(b"older")
    create_document(PLAN.make(given(small_case())), file)
    assert file.read_bytes().startswith(b"%PDF")


def test_progress_runs_from_nothing_to_everything(tmp_path: Path) -> None:
    seen: list[float] = []
    create_document(PLAN.make(given(full_case())), tmp_path / "plan.pdf", seen.append)
    assert seen[0] == 0
    assert seen[-1] == 1
    assert seen == sorted(seen)
    assert len(seen) > 20


@pytest.mark.parametrize("calls", [0, 3, 20])
def test_cancelling_leaves_the_older_file(tmp_path: Path, calls: int) -> None:
    file = tmp_path / "plan.pdf"
    file.write_bytes(b"older")
    asked: list[None] = []

    def cancelled() -> bool:
        asked.append(None)
        return len(asked) > calls

    with pytest.raises(AdvisorError) as caught:
        create_document(PLAN.make(given(full_case())), file, cancelled=cancelled)
    assert caught.value.problem is Problem.CANCELLED
    assert file.read_bytes() == b"older"
    assert [item.name for item in tmp_path.iterdir()] == ["plan.pdf"]


def test_a_folder_that_is_not_there_is_reported(tmp_path: Path) -> None:
    file = tmp_path / "missing" / "plan.pdf"
    with pytest.raises(AdvisorError) as caught:
        create_document(PLAN.make(given(small_case())), file)
    assert caught.value.problem is Problem.FILE_NOT_WRITABLE
    assert caught.value.details == {"file": str(file)}


def test_a_target_that_cannot_be_replaced_leaves_nothing_behind(tmp_path: Path) -> None:
    file = tmp_path / "plan.pdf"
    file.mkdir()
    with pytest.raises(AdvisorError) as caught:
        create_document(PLAN.make(given(small_case())), file)
    assert caught.value.problem is Problem.FILE_NOT_WRITABLE
    assert [item.name for item in tmp_path.iterdir()] == ["plan.pdf"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_read_only_folder_is_reported(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    folder.chmod(0o500)
    with pytest.raises(AdvisorError) as caught:
        create_document(PLAN.make(given(small_case())), folder / "plan.pdf")
    assert caught.value.problem is Problem.FILE_NOT_WRITABLE
