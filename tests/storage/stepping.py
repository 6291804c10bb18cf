"""A program that edits, undoes and redoes as fast as it can; a test kills it.

``python stepping.py FOLDER SEED``: says each step that is safe.
"""

import random
import sys
from pathlib import Path

from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.changes import AnswerSet
from advisor_app.services.clock import SystemClock
from advisor_app.services.session import Author, CaseSession
from advisor_app.storage.cases import CaseStore
from tests.profiles import database_of


def main(folder: Path, seed: int) -> None:
    choose = random.Random(seed)  # no secret
    store = CaseStore(database_of(folder))
    session = CaseSession(store, store.load("case-1"), Author(name="Kim", device="laptop"), SystemClock())
    number = 0
    while True:
        step = choose.choice(("edit", "edit", "edit", "undo", "redo"))
        if step == "edit":
            question = f"4.1.{choose.randrange(3)}"
            before = session.case.answers.get("a1", {}).get(question)
            after = Answer(state=AnswerState.ANSWERED, level=number % 5, text=str(number))
            session.apply(AnswerSet("a1", question, before, after))
        elif step == "undo":
            session.undo()
        else:
            session.redo()
        number += 1
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


main(Path(sys.argv[1]), int(sys.argv[2]))
