"""What a command says when something goes wrong: one sentence, never a traceback."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, datetime

from advisor_app.cli.environment import Environment
from advisor_app.cli.output import complain, write_no_more
from advisor_app.domain.errors import AdvisorError, Problem

DONE, FAILED, MISUNDERSTOOD, INTERRUPTED = 0, 1, 2, 130


def guarded(environment: Environment, command: Callable[[], int]) -> int:
    """Run a command and turn whatever goes wrong into a sentence on stderr and an exit code."""
    try:
        code = command()
        if sys.stdout is not None:  # it may be closed
            sys.stdout.flush()
    except AdvisorError as error:
        return _refuse_for(error, environment)
    except UnicodeEncodeError:  # all that is kept or asked for is UTF-8: these were bytes on the command line
        return _refuse_for(AdvisorError(Problem.TEXT_LETTERS), environment)
    except BrokenPipeError:
        write_no_more()  # the reader has gone (| head)
        return FAILED
    except KeyboardInterrupt:
        return refuse(environment.texts("commands.interrupted"), INTERRUPTED)
    except Exception as error:  # noqa: BLE001  # a bug: its details go to a file, not to the user
        from advisor_app.services.fault_log import write_down

        file = write_down(environment.folder, error, datetime.now(UTC))
        return refuse(environment.texts("commands.bug", file=file or "–"), FAILED)
    return code


def _refuse_for(error: AdvisorError, environment: Environment) -> int:
    from advisor_app.texts.errors import sentence

    return refuse(sentence(error, environment.texts, "commands.errors"), FAILED)


def refuse(words: str, code: int) -> int:
    """Write a sentence to stderr and return the exit code."""
    complain(words)
    return code
