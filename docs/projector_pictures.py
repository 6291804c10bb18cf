"""Pictures of what a room sees of the worked example, at the sizes of two walls."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer

from advisor_app.domain.case import Case
from advisor_app.domain.poll import Poll, PollAbout, PollRound, Votes
from advisor_app.domain.projection import (
    Projectable,
    ProjectableBreak,
    ProjectablePlan,
    ProjectablePoll,
    ProjectableQuestion,
    ProjectableResult,
    ProjectableStep,
)
from advisor_app.services.workspace import Workspace
from advisor_app.ui.projector.show import Show
from advisor_app.ui.projector.wall import Wall
from docs.example import small_png

NAME = "projector"
WALLS = ((1366, 768), (1920, 1080))
_QUESTION = "4.3.3"
_STEP = "tag1-klaerungsliste"
_AT = datetime(2026, 9, 14, 8, 0, tzinfo=UTC)
_POLL = "poll"


def take_projector(workspace: Workspace, case_id: str, target: Path) -> Iterator[Path]:
    """Write every picture; yields the files."""
    case = _with_poll(workspace.cases.load(case_id))
    for name, wanted in _wanted(case):
        show = Show(workspace.texts)
        show.open(workspace.projections, case)
        show.follow(wanted)
        for width, height in WALLS:
            wall = Wall(show)
            wall.resize(width, height)
            file = target / f"{NAME}-{name}-{width}x{height}.png"
            file.write_bytes(_png(wall))
            wall.deleteLater()
            yield file


def _with_poll(case: Case) -> Case:
    """The case with a poll that is opened: fourteen votes, three levels apart."""
    assessment = case.default_assessment()
    name = "" if assessment is None else assessment.id
    votes = PollRound(started_at=_AT, votes=Votes(counts=(1, 6, 5, 2, 0)), present=14, revealed_at=_AT)
    poll = Poll(id=_POLL, assessment=name, about=PollAbout.QUESTION, item=_QUESTION, rounds=(votes,))
    return replace(case, polls={_POLL: poll})


def _wanted(case: Case) -> Iterator[tuple[str, Projectable]]:
    poll = case.polls[_POLL]
    steps = ((day, step) for day in case.agenda.values() for step in day.steps)
    day, step = next((day, step) for day, step in steps if step.template_step == _STEP)
    yield "step", ProjectableStep(day=day.id, step=step.id)
    yield "question", ProjectableQuestion(assessment=poll.assessment, question=_QUESTION)
    yield "poll", ProjectablePoll(poll=_POLL)
    yield "results", ProjectableResult(assessment=poll.assessment)
    yield "plan", ProjectablePlan()
    yield "break", ProjectableBreak(resumes=datetime(2026, 9, 14, 11, 0, tzinfo=UTC))


def _png(wall: Wall) -> bytes:
    buffer = QBuffer()
    wall.grab().save(buffer, "PNG")
    return small_png(Image.open(BytesIO(bytes(buffer.data().data()))))
