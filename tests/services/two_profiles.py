"""Two advisers with a profile each, as tests of case files need them."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.case import Case
from advisor_app.domain.changes import AnswerSet
from advisor_app.domain.reconciliation import Keep
from advisor_app.services.case_export import ExportedCase
from advisor_app.services.case_import import ImportedCase
from advisor_app.services.session import CaseSession
from advisor_app.services.workspace import Workspace, open_workspace
from tests.profiles import connect_to, make_recoverable
from tests.services.conftest import LICH, PREFERENCES, MondayClock

PASSPHRASE = "vier Elstern am Bach"  # noqa: S105  # of files that live as long as a test
OTHER = replace(PREFERENCES, adviser="Robin Falk")
OWN = PREFERENCES

Pair = tuple[Workspace, Workspace]


@contextmanager
def two_profiles() -> Iterator[Pair]:
    """Kim's and Robin's profiles in fresh folders."""
    with TemporaryDirectory() as folder:
        kim = open_workspace(make_recoverable(Path(folder) / "kim"), OWN, clock=MondayClock())
        robin = open_workspace(make_recoverable(Path(folder) / "robin"), OTHER, clock=MondayClock())
        yield kim, robin
        kim.close()
        robin.close()


def opened_case(workspace: Workspace) -> CaseSession:
    """A case of Lich with one assessment."""
    return workspace.cases.create(workspace.register.get(LICH), ["M4"])


def answer(session: CaseSession, level: int, question: str = "4.1.1") -> None:
    """Answer a question of the case's assessment."""
    (assessment,) = session.case.in_order()
    before = session.case.answers.get(assessment.id, {}).get(question)
    session.apply(AnswerSet(assessment.id, question, before, Answer(state=AnswerState.ANSWERED, level=level)))


def level_of(case: Case, question: str = "4.1.1") -> int | None:
    """The level of a question of the case's assessment."""
    (assessment,) = case.in_order()
    return case.answer(assessment.id, question).level


def file_of(workspace: Workspace) -> Path:
    """Where a workspace's case file goes in these tests."""
    return workspace.folder.parent / f"{workspace.folder.name}.bkcase"


def export(workspace: Workspace, case_id: str, hand_over_to: str = "") -> ExportedCase:
    """Write a case file with the passphrase."""
    protection = workspace.case_export.with_passphrase(PASSPHRASE)
    return workspace.case_export.export(case_id, file_of(workspace), protection, hand_over_to=hand_over_to)


def hand_over(workspace: Workspace, session: CaseSession, to: str) -> ExportedCase:
    """Hand a case over as window and command do."""
    exported = export(workspace, session.case.id, to)
    workspace.case_export.hand_over(session, exported)
    return exported


def take_in(workspace: Workspace, file: Path, keep: Keep | None = None) -> ImportedCase:
    """Read a file and write what it holds, with one decision for all conflicts."""
    preview = workspace.case_import.preview(file, PASSPHRASE)
    return workspace.case_import.import_(preview, {} if keep is None else preview.all_kept(keep))


def log_ids(workspace: Workspace, case_id: str) -> set[str]:
    """Ids of the lines that a case's log holds in a profile, without that of this copy's handover."""
    with closing(connect_to(workspace.folder)) as connection:
        query = "SELECT id FROM log WHERE stream = ? AND key <> 'handover'"
        return {row[0] for row in connection.execute(query, (f"case:{case_id}",))}
