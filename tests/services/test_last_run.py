"""A window that did not end as it should is told of at the next start, with the last change."""

import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.changes import AnswerSet
from advisor_app.services.last_run import FILE_NAME, LastRun, bad_end
from advisor_app.services.workspace import Workspace
from tests.services.conftest import OpenCase

STARTED = datetime(2026, 9, 14, 5, 55, tzinfo=UTC)


def test_a_window_that_ends_leaves_no_mark(tmp_path: Path) -> None:
    run = LastRun(tmp_path)
    assert run.begin(STARTED) is None
    assert json.loads((tmp_path / FILE_NAME).read_bytes()) == {
        "started": "2026-09-14T05:55:00+00:00",
        "pid": os.getpid(),
    }
    run.end()
    assert list(tmp_path.iterdir()) == []
    assert LastRun(tmp_path).begin(STARTED) is None


def test_one_that_was_killed_is_told_once(tmp_path: Path) -> None:
    LastRun(tmp_path).begin(STARTED)
    later = STARTED + timedelta(days=1)
    next_run = LastRun(tmp_path)
    assert next_run.begin(later) == STARTED
    next_run.end()
    assert LastRun(tmp_path).begin(later) is None


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"started": 5}', b'{"started": "gestern"}', b'{"started": "2026-09-14"}']
)
def test_a_mark_that_was_cut_off_counts_too(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    assert LastRun(tmp_path).begin(STARTED) is not None


def test_a_folder_that_takes_no_files_has_no_mark(tmp_path: Path) -> None:
    run = LastRun(tmp_path / "gone")
    assert run.begin(STARTED) is None
    run.end()


def test_the_last_change_is_named_with_its_question(workspace: Workspace, open_case: OpenCase) -> None:
    assert bad_end(workspace, STARTED).sentence.startswith("Das Programm wurde am 14.09.2026 nicht ordentlich beendet.")
    assert bad_end(workspace, STARTED).case_id == ""
    session = open_case("M4")
    (assessment,) = session.case.assessments
    session.apply(AnswerSet(assessment, "4.1.2", None, Answer(state=AnswerState.ANSWERED, level=2)))
    end = bad_end(workspace, STARTED)
    assert "Letzte gesicherte Änderung: 08:00, Stadt Lich: Antwort 4.1.2." in end.sentence
    assert (end.case_id, end.page, end.item) == (session.case.id, "assessment", "4.1.2")


def test_a_change_of_another_day_is_told_with_its_day(workspace: Workspace, open_case: OpenCase) -> None:
    open_case("M4")
    end = bad_end(workspace, STARTED + timedelta(days=2))
    assert "am 16.09.2026" in end.sentence
    assert "Änderung: 14.09.2026, 08:00" in end.sentence


def test_a_clock_that_was_set_back_changes_neither_the_order_nor_the_words(
    workspace: Workspace, open_case: OpenCase
) -> None:
    session = open_case("M4")
    (assessment,) = session.case.assessments
    workspace.clock._now = datetime(2020, 1, 1, 10, 0, tzinfo=UTC)  # type: ignore[attr-defined]  # the test's clock
    session.apply(AnswerSet(assessment, "4.1.2", None, Answer(state=AnswerState.ANSWERED, level=2)))
    assert "Änderung: 01.01.2020, 11:00, Stadt Lich: Antwort 4.1.2." in bad_end(workspace, STARTED).sentence
