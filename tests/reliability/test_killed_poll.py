"""A poll in a program that is killed (SIGKILL) again and again while it counts: no vote that was counted is lost."""

from __future__ import annotations

import os
import signal
from itertools import cycle
from pathlib import Path
from random import Random

import pytest

from advisor_app.domain.poll import LEVELS, CountedBy, votes_of
from advisor_app.services.data_lock import Access
from advisor_app.services.preferences import Preferences
from advisor_app.services.workspace import Workspace, open_workspace
from tests.profiles import make_recoverable
from tests.ui.conftest import COMMUNE

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked; kills are tested on POSIX")
QUESTION = "4.3.3"
KILLS = 3


def opened(folder: Path) -> Workspace:
    return open_workspace(folder, Preferences(adviser="Kim Berger"), access=Access.WRITE)


def begin(folder: Path) -> tuple[str, str]:
    """The ids of a case and of the poll that was begun in it."""
    make_recoverable(folder)
    workspace = opened(folder)
    try:
        session = workspace.cases.create(COMMUNE, ("M4",))
        change = workspace.polls.start(workspace.assessments.find(session.case), QUESTION, present=500)
        session.apply(change)
        return session.case.id, change.id
    finally:
        workspace.close()


def count_for_ever(folder: Path, case_id: str, poll: str, told: int) -> None:
    """Count vote after vote and tell each one that is safe."""
    workspace = opened(folder)
    session = workspace.cases.open(case_id)
    for level in cycle(LEVELS):
        session.apply(workspace.polls.count(session.case, poll, votes_of([level]), CountedBy.KEYS))
        os.write(told, f"{session.case.polls[poll].current.votes.total}\n".encode())


def counted_until_killed(folder: Path, case_id: str, poll: str, votes: int) -> int:
    """How many votes the program called safe before it was killed, at the earliest after so many."""
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(reading)
        count_for_ever(folder, case_id, poll, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        safe = [int(told.readline()) for _ in range(votes)]
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        return max([*safe, *map(int, told.read().splitlines())])


def test_votes_survive_kills_and_the_poll_goes_on(tmp_path: Path) -> None:
    case_id, poll = begin(tmp_path)
    random = Random(1)
    for _ in range(KILLS):
        safe = counted_until_killed(tmp_path, case_id, poll, random.randrange(1, 9))
        workspace = opened(tmp_path)
        try:
            found = workspace.cases.load(case_id).polls[poll]
            assert found.takes_votes
            assert safe <= found.current.votes.total <= safe + 1, "the last vote may be written and not yet told"
        finally:
            workspace.close()
    workspace = opened(tmp_path)
    try:
        session = workspace.cases.open(case_id)
        session.apply(workspace.polls.reveal(session.case, poll))
        total = session.case.polls[poll].current.votes.total
        assert workspace.cases.load(case_id).polls[poll].current.is_revealed
        session.undo()
        assert session.case.polls[poll].takes_votes
        session.undo()
        assert session.case.polls[poll].current.votes.total == total - 1, "each vote is a step of its own"
    finally:
        workspace.close()
