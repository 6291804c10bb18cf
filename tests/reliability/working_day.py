"""A day's work that says what it typed, ends by being killed, and so leaves everything as it lies on the disk.

``python working_day.py FOLDER``: answers, people, a photo, backups, a new key, a case file, a move.
"""

import os
import signal
import sys
from io import BytesIO
from pathlib import Path

from PIL import Image

from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.case import Person
from advisor_app.domain.changes import AnswerSet
from advisor_app.domain.errors import AdvisorError
from advisor_app.domain.evidence import Subject
from advisor_app.domain.words import Words
from advisor_app.services import moving
from advisor_app.services.data_lock import Access
from advisor_app.services.demo import ensure_example
from advisor_app.services.fault_log import write_down
from advisor_app.services.preferences import Preferences
from advisor_app.services.workspace import Workspace, open_workspace
from advisor_app.storage.keyslots import Passphrase

NAME = "Jo Plainwords"
NOTE = "Quixotische Beobachtung zum Bauhof"
EARLIER_PASSPHRASE = "erste lange Passphrase 1871"  # noqa: S105  # what the tests look for
PASSPHRASE = "zweite lange Passphrase 2026"  # noqa: S105 — of a made-up house


def write(workspace: Workspace, case_id: str, when: str) -> None:
    """Type what nobody else may read; something new each time, so that it is written."""
    session = workspace.cases.open(case_id)
    (assessment,) = [item.id for item in session.case.assessments.values() if item.questionnaire == "m4"]
    session.save_person(Person(id="p1", name=NAME, phone="0611 123456", email="jo@example.org"))
    for question in ("4.1.1", "4.1.2"):
        before = session.case.answers.get(assessment, {}).get(question)
        answer = Answer(state=AnswerState.ANSWERED, level=3, note=Words(f"{NOTE} {question} {when}"))
        session.apply(AnswerSet(assessment, question, before, answer))
    picture = BytesIO()
    Image.new("RGB", (640, 480), "navy").save(picture, "PNG")
    stored = workspace.evidence.take_picture(picture.getvalue(), NOTE)
    session.apply(*workspace.evidence.added(session.case, [stored], Subject()))


def meet_a_bug(workspace: Workspace) -> None:
    """Let the program write an error into its log whose words are what was typed."""
    try:
        workspace.cases.load(f"{NAME} {NOTE} {PASSPHRASE}")
    except AdvisorError as error:
        write_down(workspace.folder, error, workspace.clock.now())


def main(folder: Path) -> None:
    workspace = open_workspace(folder / "data", Preferences(adviser="Kim Berger"), access=Access.WRITE)
    case_id = ensure_example(workspace)
    protection = workspace.protection
    recovery = protection.new_recovery_code()
    protection.accept_recovery_code(recovery)
    protection.set_passphrase(EARLIER_PASSPHRASE)
    write(workspace, case_id, "morgens")
    workspace.backups.create()
    renewal = protection.prepare_renewal(EARLIER_PASSPHRASE)
    protection.renew(renewal, lambda _: None)
    protection.set_passphrase(PASSPHRASE, Passphrase(EARLIER_PASSPHRASE))
    write(workspace, case_id, "mittags")
    workspace.backups.create()
    export = workspace.case_export
    export.export(case_id, folder / "fall.bkcase", export.with_passphrase(PASSPHRASE))
    moving.pack(workspace.backups, workspace.clock, folder / "umzug.bkmove")
    write(workspace, case_id, "abends")
    meet_a_bug(workspace)
    for code in (recovery.code, renewal.recovery.code):
        sys.stdout.write(f"{code}\n")
    sys.stdout.flush()
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
