"""What is acknowledged is safe: killed in the middle of writing, and with two programs at once."""

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import IO

import pytest

from advisor_app.storage.cases import CaseStore
from tests.profiles import connect_to, database_of
from tests.storage.conftest import CASE_ID, new_case

CHECKOUT = Path(__file__).resolve().parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a data folder with one case and nobody in it."""
    database = database_of(tmp_path)
    new_case(database)
    database.close()
    return tmp_path


def start(folder: Path, prefix: str, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, str(Path(__file__).with_name("answering.py")), str(folder), prefix, str(count)]
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)


def output_of(process: subprocess.Popen[str]) -> IO[str]:
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process.stdout


def answers_in(folder: Path) -> dict[str, int | None]:
    database = database_of(folder)
    answers = CaseStore(database).load(CASE_ID).answers.get("a1", {})
    database.close()
    return {question: answer.level for question, answer in answers.items()}


@pytest.mark.parametrize("after", [0, 1, 7, 40])
def test_a_kill_in_the_middle_of_writing_loses_nothing_acknowledged(folder: Path, after: int) -> None:
    with start(folder, "q", 100_000) as process:
        lines = output_of(process)
        for _ in range(after):
            lines.readline()
        process.kill()
        acknowledged = after + len(lines.read().splitlines())
    found = answers_in(folder)
    assert acknowledged <= len(found) <= acknowledged + 1
    assert found == {f"q.{number}": number % 5 for number in range(len(found))}
    with closing(connect_to(folder)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        # the opening of the case, and a row for every answer: neither is ever there without the other
        assert connection.execute("SELECT count(*) FROM log").fetchone() == (1 + len(found),)


def test_two_programs_write_at_once_and_nothing_is_lost(folder: Path) -> None:
    with start(folder, "a", 60) as first, start(folder, "b", 60) as second:
        for process in (first, second):
            assert len(output_of(process).read().splitlines()) == 60
    assert first.returncode == second.returncode == 0
    assert answers_in(folder) == {f"{prefix}.{number}": number % 5 for prefix in "ab" for number in range(60)}


def test_two_programs_may_make_the_same_database(tmp_path: Path) -> None:
    command = (
        "import sys; from pathlib import Path; from tests.profiles import database_of;"
        "database_of(Path(sys.argv[1])).close()"
    )
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
    processes = [subprocess.Popen([sys.executable, "-c", command, str(tmp_path)], env=environment) for _ in range(3)]
    assert [process.wait() for process in processes] == [0, 0, 0]
