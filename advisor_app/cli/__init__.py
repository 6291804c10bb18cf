"""The commands, and the window where no command or only a case file is given.

``--data``, ``--author`` and ``--lang`` may stand before or after a command.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from advisor_app import __version__
from advisor_app.cli.options import VERSION, split_options


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command, or open the window; returns the exit code (0 done, 1 refused or failed, 2 misunderstood)."""
    options, rest = split_options(sys.argv[1:] if arguments is None else arguments)
    if rest[:1] == [VERSION]:
        return _tell_version(options)
    from pathlib import Path

    from advisor_app.domain.case_file import is_case_file

    file = Path(rest[0]).absolute() if len(rest) == 1 and is_case_file(Path(rest[0])) else None
    if (not rest or file is not None) and all(len(option) == 2 for option in options):
        from advisor_app.cli.environment import Environment
        from advisor_app.cli.guard import guarded
        from advisor_app.cli.window import open_window

        environment = Environment.of(options)
        return guarded(environment, lambda: open_window(environment, file))
    from advisor_app.cli.commands import run_command

    return run_command(options, rest)


def _tell_version(options: Sequence[Sequence[str]]) -> int:
    """Print which version this is; nothing is loaded for it unless nobody takes it."""
    words = f"Beraterkoffer {__version__}"
    try:
        print(words, flush=True)  # noqa: T201  # this is how commands speak
    except OSError:
        from advisor_app.cli.environment import Environment
        from advisor_app.cli.guard import DONE, guarded
        from advisor_app.cli.output import print_line

        def again() -> int:
            print_line(words)
            return DONE

        return guarded(Environment.of(options), again)
    return 0
