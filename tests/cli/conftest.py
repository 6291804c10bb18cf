"""What tests of the commands share: a command line in this process, and one in a process of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from advisor_app.cli import main
from advisor_app.cli.environment import DATA_VARIABLE, Environment
from advisor_app.cli.options import split_options
from tests.profiles import make_recoverable

CHECKOUT = Path(__file__).resolve().parents[2]
EXAMPLE = CHECKOUT / "resources" / "example"
LICH = "06531011"


@dataclass(frozen=True)
class Said:
    """What a command said and how it ended."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    @property
    def json(self) -> Any:
        assert self.err == ""
        return json.loads(self.out)


Run = Callable[..., Said]


@pytest.fixture
def run(own_data_folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command that does its work: ``run("case", "list")``; it must not complain.

    Before a case is opened its data folder gets a recovery sheet, of which the command would have to tell else.
    """

    def command(*arguments: str | Path) -> Said:
        words = [str(argument) for argument in arguments]
        options, rest = split_options(words)
        if rest[:2] == ["case", "create"]:
            make_recoverable(Environment.of(options, {DATA_VARIABLE: str(own_data_folder)}).folder)
        code = main(words)
        captured = capsys.readouterr()
        assert (code, captured.err) == (0, ""), captured
        return Said(code, captured.out, captured.err)

    return command


@pytest.fixture
def fail(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command that must fail with one line on stderr and nothing else."""

    def command(*arguments: str | Path) -> Said:
        code = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        assert code in {1, 2}
        assert captured.out == ""
        assert captured.err.endswith("\n")
        assert captured.err.count("\n") == 1
        assert "Traceback" not in captured.err
        return Said(code, captured.out, captured.err.strip())

    return command


def in_process(*arguments: str | Path, **variables: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a user does."""
    command = [sys.executable, "-m", "advisor_app", *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT), **variables}
    return subprocess.run(command, env=environment, capture_output=True, check=False)


@pytest.fixture
def case_id(run: Run) -> str:
    """Return a case of Lich with modules 1 and 4."""
    return str(run("case", "create", "--commune", LICH, "--modules", "M1,M4", "--json").json["id"])


@pytest.fixture
def answered(run: Run, case_id: str) -> str:
    """Return the same case with the answers of the worked example."""
    run("assessment", "import", case_id, EXAMPLE / "answers.csv")
    return case_id
