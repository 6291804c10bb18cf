"""A hundred kills in CI; the thousand of docs/RELIABILITY.md are run by hand."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]


@pytest.mark.long
@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked; kills are tested on POSIX")
def test_a_hundred_kills_cost_nothing_acknowledged() -> None:
    command = [sys.executable, "-m", "tests.reliability.soak", "--kills", "100"]
    done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith("100 kills")
    assert done.stdout.endswith("0 lost, 0 torn, 0 integrity failures\n")
