"""Opening the window from the command line."""

from __future__ import annotations

import gc
from importlib import import_module
from pathlib import Path

from advisor_app.cli.environment import Environment


def open_window(environment: Environment, file: Path | None = None) -> int:
    """Open the window, with a case file where one is given, and stay until it is closed; returns the exit code."""
    # Nothing that is loaded until the window stands is ever garbage; looking for some costs a tenth of the time.
    gc.disable()
    # By name: the commands know no window, so that they run where there is no Qt; only the program as a whole does.
    run = import_module("advisor_app.app").run
    preferences, problem = environment.preferences_of_window()
    return int(run(environment.folder, preferences, author=environment.author, problem=problem, file=file))
