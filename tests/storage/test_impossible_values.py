"""A database that holds what nobody can have entered, from a file of earlier days, can be opened and shown."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.changes import AnswerSet, TargetSet
from advisor_app.domain.local_time import LOCAL
from advisor_app.services.session import CaseSession
from advisor_app.services.workspace import Workspace, open_workspace
from advisor_app.storage.log import read_instant
from tests.profiles import connect_to, make_recoverable
from tests.services.conftest import LICH, PREFERENCES, MondayClock


def open_it(folder: Path) -> Workspace:
    return open_workspace(folder, PREFERENCES, clock=MondayClock())


def spoil(folder: Path, statement: str, value: object) -> None:
    with closing(connect_to(folder)) as connection:
        connection.execute(statement, (value,))
        connection.commit()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with one case, an answer and a target."""
    place = make_recoverable(tmp_path / "data")
    workspace = open_it(place)
    session: CaseSession = workspace.cases.create(workspace.register.get(LICH), ["M4"])
    (assessment,) = session.case.in_order()
    answer = Answer(state=AnswerState.ANSWERED, level=2)
    session.apply(AnswerSet(assessment.id, "4.1.1", None, answer), TargetSet(assessment.id, "4.1", None, 3))
    workspace.close()
    return place


@pytest.mark.parametrize("at", ["9999-12-31T23:59:59+00:00", "0001-01-01T00:00:00+00:00", "2026-09-14T06:00:00"])
def test_a_time_that_no_clock_shows_is_shown_as_one_that_it_can(folder: Path, at: str) -> None:
    spoil(folder, "UPDATE log SET at = ?", at)
    workspace = open_it(folder)
    (case,) = workspace.cases.load_all()
    for entry in workspace.history.page(case).entries:
        assert 1900 <= entry.at.astimezone(LOCAL).year <= 2201
    assert len(workspace.portfolio.load()) == 1
    assert workspace.cases.newest_change() is not None
    workspace.close()


@pytest.mark.parametrize("level", [99, -1, 1e30])
def test_a_level_that_there_is_not_counts_as_none(folder: Path, level: float) -> None:
    for table in ("answer", "target"):
        spoil(folder, f"UPDATE {table} SET level = ?", level)  # noqa: S608  # two names of ours
    workspace = open_it(folder)
    (case,) = workspace.cases.load_all()
    (assessment,) = case.in_order()
    assert case.answer(assessment.id, "4.1.1").level is None
    assert case.targets == {}
    assert workspace.results.standing(case, assessment) is not None
    session = workspace.cases.open(case.id)
    before = session.case.answers[assessment.id]["4.1.1"]
    session.apply(AnswerSet(assessment.id, "4.1.1", before, Answer(state=AnswerState.ANSWERED, level=4)))
    assert workspace.cases.load(case.id).answer(assessment.id, "4.1.1").level == 4
    workspace.close()


def test_times_as_they_are_stay_as_they_are() -> None:
    at = datetime(2026, 9, 14, 6, 0, tzinfo=UTC)
    assert read_instant(at.isoformat()) == at
