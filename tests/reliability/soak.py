"""Kill a program that answers questions, again and again, and count what is lost.

``python -m tests.reliability.soak --kills 1000`` prints the figures that stand in docs/RELIABILITY.md. Each round opens
the same profile in a process of its own, which changes an answer and a target level together and tells each
acknowledged number through a pipe; it is killed (SIGKILL) after a random number of them and a random moment more.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random

from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.changes import AnswerSet, TargetSet
from advisor_app.override import override
from advisor_app.services.clock import SystemClock
from advisor_app.services.session import Author, CaseSession
from advisor_app.storage.cases import CaseStore
from tests.profiles import connect_to, database_of
from tests.storage.conftest import CASE_ID, new_case

ASSESSMENT = "a1"


@dataclass(slots=True)
class Figures:
    """What a number of kills cost."""

    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    torn: int = 0
    broken: int = 0

    @override
    def __str__(self) -> str:
        return (
            f"{self.kills} kills, {self.acknowledged} acknowledged changes: {self.lost} lost, {self.torn} torn, "
            f"{self.broken} integrity failures"
        )


def soak(folder: Path, kills: int, seed: int) -> Figures:
    """Kill a writing program a number of times."""
    database = database_of(folder)
    new_case(database)
    database.close()
    random = Random(seed)
    figures = Figures()
    written = 0
    for _ in range(kills):
        written = _one_kill(folder, written, random, figures)
    return figures


def _one_kill(folder: Path, first: int, random: Random, figures: Figures) -> int:
    """Let a program write from a number on, kill it, look; returns the number to go on with."""
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(reading)
        _answer_for_ever(folder, first, writing)
    os.close(writing)
    acknowledged = 0
    with os.fdopen(reading, "rb") as told:
        for _ in range(random.randrange(12)):
            acknowledged += len(told.readline()) > 0
        _wait_a_moment(random)
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        acknowledged += len(told.read().splitlines())
    answers, targets, sound = _look(folder)
    figures.kills += 1
    figures.acknowledged += acknowledged
    figures.lost += len({str(number) for number in range(first, first + acknowledged)} - answers)
    figures.torn += len(answers ^ targets)
    figures.broken += not sound
    return len(answers)


def _wait_a_moment(random: Random) -> None:
    """Let up to two milliseconds pass, so that the kill falls anywhere within a commit."""
    until = time.perf_counter() + random.random() * 0.002
    while time.perf_counter() < until:
        pass


def _answer_for_ever(folder: Path, first: int, told: int) -> None:
    store = CaseStore(database_of(folder))
    session = CaseSession(store, store.load(CASE_ID), Author(name="Kim", device="laptop"), SystemClock())
    number = first
    while True:
        answer = Answer(state=AnswerState.ANSWERED, level=number % 5)
        session.apply(
            AnswerSet(ASSESSMENT, str(number), None, answer), TargetSet(ASSESSMENT, str(number), None, number % 5)
        )
        os.write(told, f"{number}\n".encode())
        number += 1


def _look(folder: Path) -> tuple[set[str], set[str], bool]:
    """Questions with an answer, those with a target, and whether the file is sound."""
    with closing(connect_to(folder)) as connection:
        answers = {row[0] for row in connection.execute("SELECT question FROM answer")}
        targets = {row[0] for row in connection.execute("SELECT dimension FROM target")}
        logged = connection.execute("SELECT count(*) FROM log").fetchone()[0]
        whole = connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return answers, targets, whole and logged == 1 + len(answers) + len(targets)


def main() -> int:
    """Run the soak and print its figures; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = soak(Path(folder), given.kills, given.seed)
    sys.stdout.write(f"{figures}\n")
    return 1 if figures.lost or figures.torn or figures.broken else 0


if __name__ == "__main__":
    sys.exit(main())
