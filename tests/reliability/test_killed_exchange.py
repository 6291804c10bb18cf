"""Random changes, undo, redo, export and import in a program that is killed again and again: two equal cases."""

import os
import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from advisor_app.domain.reconciliation import Keep
from advisor_app.services.workspace import open_workspace
from advisor_app.storage.case_transfer import CaseTransfer
from tests.profiles import connect_to, make_recoverable
from tests.reliability.killed import kill_after
from tests.services.exchanging import Action, Edit, Exchange, Exchanging, actions
from tests.services.two_profiles import OTHER, OWN, file_of, opened_case

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked; kills are tested on POSIX")

ROUNDS = st.lists(
    st.tuples(st.lists(actions(st.none()), min_size=3, max_size=6), st.floats(0, 1)), min_size=2, max_size=4
)


@contextmanager
def opened(folder: Path, case_id: str = "") -> Iterator[Exchanging]:
    """Both profiles as a new start finds them."""
    kim, robin = open_workspace(folder / "kim", OWN), open_workspace(folder / "robin", OTHER)
    try:
        yield Exchanging((kim, robin), case_id or opened_case(kim).case.id)
    finally:
        kim.close()
        robin.close()


@dataclass(frozen=True)
class Begun:
    """A case that two profiles in a folder have, and how many seconds a start takes, and one with an exchange."""

    folder: Path
    case_id: str
    start: float
    exchange: float

    def moment(self, steps: Sequence[Action], share: float) -> float:
        """After how many seconds that share of the steps will be done, more or less."""
        exchanges = sum(isinstance(step, Exchange) for step in steps)
        return self.start + share * (exchanges + 0.1 * len(steps)) * (self.exchange - self.start)


def took(folder: Path, case_id: str, steps: Sequence[Action]) -> float:
    """How long a process takes for these steps."""
    began = time.perf_counter()
    assert killed(folder, case_id, steps, 60)[0]
    return time.perf_counter() - began


@pytest.fixture(scope="module")
def begun() -> Iterator[Begun]:
    """Two profiles with a case that both have."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        for adviser in ("kim", "robin"):
            make_recoverable(folder / adviser)
        with opened(folder) as them:
            them.do(Exchange(1, Keep.MINE))
        steps: list[Action] = [Edit(0, "4.1.1", 1), Exchange(1, Keep.MINE)]
        yield Begun(folder, them.case_id, took(folder, them.case_id, []), took(folder, them.case_id, steps))


def act(folder: Path, case_id: str, steps: Sequence[Action], told: int) -> None:
    """Do all of it, and tell the lines that are safe after each step."""
    with opened(folder, case_id) as them:
        for step in steps:
            before = set(them.acknowledged)
            them.do(step)
            os.write(told, "".join(f"{line}\n" for line in them.acknowledged - before).encode())


def killed(folder: Path, case_id: str, steps: Sequence[Action], seconds: float) -> tuple[bool, set[str]]:
    """Act in a process that is killed after some time: whether it was over before, and which lines it called safe."""
    listening, told = os.pipe()
    try:
        over = kill_after(seconds, partial(act, folder, case_id, steps, told))
    finally:
        os.close(told)
    with os.fdopen(listening, encoding="ascii") as said:
        return over, {line for line in said.read().split("\n")[:-1] if line}


def check(them: Exchanging, acknowledged: set[str]) -> None:
    """Both profiles are sound, nothing that was called safe is gone, and the log's last words are what stands."""
    assert them.lines(0) | them.lines(1) >= acknowledged
    for workspace in them.both:
        with closing(connect_to(workspace.folder)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        stored = CaseTransfer(workspace.database).read(them.case_id)
        assert stored is not None
        copy = stored.content.copy
        last = {line.key: line.after for line in copy.log}
        assert {key: value for key, value in last.items() if value is not None} == copy.records
        if file_of(workspace).exists():  # the older file or the new one, never half of one
            other = them.both[1 - them.both.index(workspace)]
            assert other.case_import.preview(file_of(workspace)).content.case_id == them.case_id


@settings(
    max_examples=6,
    deadline=None,
    phases=(Phase.explicit, Phase.generate),  # a kill never comes at the same moment again
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(rounds=ROUNDS, keep=st.sampled_from(Keep))
def test_after_kills_at_random_moments_an_exchange_leaves_two_equal_cases(
    begun: Begun, rounds: Sequence[tuple[list[Action], float]], keep: Keep
) -> None:
    case_id = begun.case_id
    with TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(begun.folder, folder, dirs_exist_ok=True)
        acknowledged: set[str] = set()
        for steps, share in rounds:
            _, said = killed(folder, case_id, steps, begun.moment(steps, share))
            acknowledged |= said
            with opened(folder, case_id) as them:
                check(them, acknowledged)
        with opened(folder, case_id) as them:
            them.acknowledged |= acknowledged
            them.become_equal(keep)
        assert not list(folder.rglob("*.bkcase.part"))
