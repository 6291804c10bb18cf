"""A program that answers questions as fast as it can and says which answers are safe; tests kill it or run two.

``python answering.py FOLDER PREFIX COUNT``: writes COUNT answers to questions PREFIX.0, PREFIX.1 … of the case.
"""

import sys
from pathlib import Path

from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.changes import AnswerSet
from advisor_app.services.clock import SystemClock
from advisor_app.services.session import Author, CaseSession
from advisor_app.storage.cases import CaseStore
from tests.profiles import database_of


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def main(folder: Path, prefix: str, count: int) -> None:
    store = CaseStore(database_of(folder))
    session = CaseSession(store, store.load("case-1"), Author(name="Kim", device="laptop"), SystemClock())
    say("ready")
    for number in range(count):
        answer = Answer(state=AnswerState.ANSWERED, level=number % 5)
        session.apply(AnswerSet("a1", f"{prefix}.{number}", None, answer))
        say(str(number))


main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
