"""What a command says when something goes wrong: one sentence, never a traceback."""

from __future__ import annotations

import os
import sys
import tempfile
import traceback
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from advisor_app.cli.environment import Environment
from advisor_app.cli.output import complain
from advisor_app.domain.errors import AdvisorError

DONE, FAILED, MISUNDERSTOOD, INTERRUPTED = 0, 1, 2, 130


def guarded(environment: Environment, command: Callable[[], int]) -> int:
    """Run a command and turn whatever goes wrong into a sentence on stderr and an exit code."""
    try:
        code = command()
        sys.stdout.flush()
    except AdvisorError as error:
        from advisor_app.texts.errors import sentence

        return refuse(sentence(error, environment.texts), FAILED)
    except BrokenPipeError:
        # The reader has gone (| head); flushing at exit must not complain either.
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except KeyboardInterrupt:
        return refuse(environment.texts("commands.interrupted"), INTERRUPTED)
    except Exception:  # noqa: BLE001  # a bug: its details go to a file, not to the user
        return refuse(environment.texts("commands.bug", file=_write_details(environment.folder)), FAILED)
    return code


def refuse(words: str, code: int) -> int:
    """Write a sentence to stderr and return the exit code."""
    complain(words)
    return code


def _write_details(folder: Path) -> Path:
    """Write the traceback into the data folder's logs, else where temporary files lie."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")
    for logs in (folder / "logs", Path(tempfile.gettempdir())):
        file = logs / f"command-{stamp}.log"
        with suppress(OSError):
            logs.mkdir(parents=True, exist_ok=True)
            file.write_text(traceback.format_exc(), encoding="utf-8")
            return file
    return Path("-")
