"""An assessment over a questionnaire that was changed: real packs, real databases."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from advisor_app.domain.assessment import Answer, AnswerState, Assessment, AssessmentKind, Statement
from advisor_app.domain.assessment_migration import Choice, Decision
from advisor_app.domain.case import Case, SectionKey
from advisor_app.domain.changes import (
    AnswerSet,
    EvidenceSet,
    SectionSet,
    StatementSet,
    TargetSet,
)
from advisor_app.domain.evidence import Evidence, EvidenceKind, Subject
from advisor_app.domain.words import Audience, Words
from advisor_app.services.session import CaseSession
from advisor_app.services.workspace import Workspace, open_workspace
from tests.house_pack import NEW, OLD, QUESTIONNAIRE, write_house_pack
from tests.profiles import make_recoverable
from tests.services.conftest import LICH, PREFERENCES, MondayClock

Open = Callable[[], Workspace]
DAY = datetime(2026, 9, 14, 7, 0, tzinfo=UTC)
NOTE = Words("Der Rat hat zugestimmt.", Audience.REPORT)


def level(number: int, note: Words = Words()) -> Answer:
    return Answer(state=AnswerState.ANSWERED, level=number, note=note, role="BM")


ANSWERS = {
    "H1.1": level(2, NOTE),
    "H1.2": level(3, NOTE),
    "H1.3": level(1),
    "H1.4": level(4),
    "H1.5": Answer(state=AnswerState.UNKNOWN),
    "H2.1": Answer(state=AnswerState.NOT_APPLICABLE, reason=Words("Kein Amt dafür.")),
    "H2.2": Answer(state=AnswerState.ANSWERED, text="Treffen"),
    "H2.3": Answer(state=AnswerState.ANSWERED, number=Decimal(50)),
    "HW.1": level(0),
    "HW.2": level(2),
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = make_recoverable(tmp_path / "data")
    write_house_pack(folder, OLD)
    return folder


@pytest.fixture
def opened(data: Path) -> Iterator[Open]:
    """Open the data folder anew, with the packs as they lie there now."""
    workspaces: list[Workspace] = []
    clock = MondayClock()

    def open_it() -> Workspace:
        if workspaces:
            workspaces[-1].close()
        workspaces.append(open_workspace(data, PREFERENCES, clock=clock))
        return workspaces[-1]

    yield open_it
    workspaces[-1].close()


def filled(workspace: Workspace) -> tuple[CaseSession, Assessment]:
    """A case with an assessment of the old version in which everything is answered, said, aimed at and shown."""
    session = workspace.cases.create(workspace.register.get(LICH), ["M4"])
    made = workspace.assessments.create(session, AssessmentKind.WORKSHOP, QUESTIONNAIRE)
    made = workspace.assessments.choose_areas(session, made, ["WB2", "WB3"])
    session.apply(*(AnswerSet(made.id, question, None, answer) for question, answer in ANSWERS.items()))
    for question in ("H1.1", "H1.2", "H1.3"):
        said = Statement(role="BM", state=AnswerState.ANSWERED, level=2)
        session.apply(StatementSet(made.id, question, "BM", None, said))
    session.apply(TargetSet(made.id, "4.1", None, 4), TargetSet(made.id, "WB3", None, 3))
    session.apply(SectionSet(SectionKey("result-report", made.id, "summary"), None, Words("Gut begonnen.")))
    for piece in (
        Evidence(
            id="e1", subject=Subject.question(made.id, "H1.1"), kind=EvidenceKind.FILE, added_at=DAY, digest="0" * 64
        ),
        Evidence(id="e2", subject=Subject.question(made.id, "H1.2"), kind=EvidenceKind.PHOTO, added_at=DAY),
        Evidence(
            id="e3", subject=Subject.question(made.id, "H1.4"), kind=EvidenceKind.FILE, added_at=DAY, digest="0" * 64
        ),
    ):
        session.apply(EvidenceSet(piece.id, None, piece))
    return session, made


@pytest.fixture
def changed(data: Path, opened: Open) -> tuple[Workspace, CaseSession, Assessment]:
    """The case as it is found when the pack has been changed."""
    session, made = filled(opened())
    write_house_pack(data, NEW)
    workspace = opened()
    again = workspace.cases.open(session.case.id)
    return workspace, again, again.case.assessments[made.id]


Changed = tuple[Workspace, CaseSession, Assessment]


def of_original(case: Case, made: Assessment) -> tuple[object, ...]:
    """Everything that belongs to an assessment but photos that are still to come."""
    pieces = [piece for piece in case.evidence.values() if piece.subject.part == made.id and not piece.is_awaited]
    return (
        case.assessments[made.id],
        case.answers[made.id],
        case.statements[made.id],
        case.targets[made.id],
        case.word("result-report", "summary", made.id),
        pieces,
    )


def decide(workspace: Workspace, session: CaseSession, made: Assessment, *decisions: Decision) -> None:
    workspace.assessment_migrations.begin(session, made)
    for decision in decisions:
        workspace.assessment_migrations.decide(session, made, decision)


KEPT = Decision(question="H1.3", choice=Choice.KEPT)
ANEW = Decision(question="H1.2", choice=Choice.ANEW, answer=level(1, NOTE))
OPEN = Decision(question="H2.3", choice=Choice.OPEN)
