"""The commands, and the window where no command or only a case file is given.

``--data``, ``--author`` and ``--lang`` may stand before or after a command.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from advisor_app.cli.environment import Environment, split_options
from advisor_app.domain.case_file import is_case_file


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command, or open the window; returns the exit code (0 done, 1 refused or failed, 2 misunderstood)."""
    options, rest = split_options(sys.argv[1:] if arguments is None else arguments)
    file = Path(rest[0]).absolute() if len(rest) == 1 and is_case_file(Path(rest[0])) else None
    if (not rest or file is not None) and all(len(option) == 2 for option in options):
        from advisor_app.cli.guard import guarded
        from advisor_app.cli.window import open_window

        environment = Environment.of(options)
        return guarded(environment, lambda: open_window(environment, file))
    from advisor_app.cli.commands import run_command

    return run_command(options, rest)
