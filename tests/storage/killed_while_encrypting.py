"""Open a plain profile and be killed at a given point of its encryption: a statement, or a call."""

import os
import signal
import sys
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as driver

from advisor_app.storage import plain_profile
from advisor_app.storage.profile import DATABASE_NAME, Profile
from tests.profiles import database_of


def die(*_: object) -> Any:
    os.kill(os.getpid(), signal.SIGKILL)


class Killing:
    """A connection that dies before it runs the statement with a given word."""

    def __init__(self, real: Any, word: str) -> None:
        self._real, self._word = real, word

    def execute(self, statement: str, *values: object) -> Any:
        if self._word in statement:
            die()
        return self._real.execute(statement, *values)

    def close(self) -> None:
        self._real.close()


def main(folder: Path, at: str) -> None:
    real = driver.connect
    match at:
        case "sync":
            setattr(plain_profile, "sync_file", die)  # noqa: B010  # of a module that does not pass the name on
        case "replace":
            rename = Path.replace

            def replace(part: Path, target: Path) -> Path:
                return die() if target.name == DATABASE_NAME else rename(part, target)

            Path.replace = replace  # type: ignore[method-assign,assignment]  # the process dies there
        case "finish":
            Profile.finish = die  # type: ignore[method-assign,assignment]  # the process dies there
        case _:
            driver.connect = lambda *given, **named: Killing(real(*given, **named), at)
    database_of(folder)


main(Path(sys.argv[1]), sys.argv[2])
