"""The cases that are pictured, each made anew in the data folder of the folder one works in; returns its id."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from advisor_app.domain.changes import AreaPollSet, CandidateSet, ProcessSet, WayDecisionSet
from advisor_app.domain.evidence import WHOLE_CASE, Subject
from advisor_app.resources_folder import resources_folder
from advisor_app.services.data_lock import Access
from advisor_app.services.demo import ensure_example
from advisor_app.services.session import CaseSession
from advisor_app.services.workspace import Workspace, open_workspace
from docs.example import PREFERENCES, FixedClock
from docs.example_comparison import add_comparison
from docs.example_minutes import add_minutes
from docs.example_preparation import prepare_for_tomorrow
from docs.flipcharts import draw_flipchart
from docs.running_day import begin_day
from tests.example_e_file import e_file_changes, letters_way
from tests.example_process import dog_tax
from tests.example_selection import area_poll, candidates, way_decision
from tests.example_usage import write_usage
from tests.profiles import make_recoverable

DATA_FOLDER = Path("Beraterkoffer")


@contextmanager
def _at_work() -> Iterator[Workspace]:
    """The data folder, open to write."""
    workspace = open_workspace(DATA_FOLDER, PREFERENCES, access=Access.WRITE, clock=FixedClock())
    workspace.author.device = "Notebook"  # not the name of the machine that takes the pictures
    try:
        yield workspace
    finally:
        workspace.close()


def _further_case(workspace: Workspace, module: str) -> CaseSession:
    """Another case of the example's commune: the worked example has not every module."""
    example = workspace.cases.load(ensure_example(workspace))
    return workspace.cases.create(workspace.register.get(example.commune.id), (module,))


def make_example() -> str:
    """The worked example with evidence, minutes and a backup."""
    with _at_work() as workspace:
        case_id = ensure_example(workspace)
        _add_evidence(workspace, case_id)
        add_minutes(workspace, workspace.cases.open(case_id))
        workspace.backups.create()
        return case_id


def make_workshop_ahead() -> str:
    """A workshop of module 4 that is tomorrow, with most tasks done."""
    with _at_work() as workspace:
        session = _further_case(workspace, "M4")
        prepare_for_tomorrow(workspace, session)
        return session.case.id


def make_process() -> str:
    """The worked example of a process."""
    with _at_work() as workspace:
        session, sheet = _further_case(workspace, "M2"), dog_tax()
        session.apply(ProcessSet(sheet.id, None, sheet))
        return session.case.id


def make_e_file() -> str:
    """The worked example of an electronic file, some offices in the plan."""
    with _at_work() as workspace:
        session, way = _further_case(workspace, "M3"), letters_way()
        session.apply(*e_file_changes(workspace.e_files.guide), ProcessSet(way.id, None, way))
        session.apply(*workspace.e_files.into_plan(session.case))
        return session.case.id


def make_usage() -> str:
    """A year of usage statistics."""
    with _at_work() as workspace:
        session = _further_case(workspace, "M1")
        workspace.usage.take_in(session, write_usage(Path("Auswertung 2025.csv")), ())
        return session.case.id


def make_comparison() -> str:
    """The worked example with a follow-up, and others to stand among."""
    make_recoverable(DATA_FOLDER)  # the others are cases like real ones
    with _at_work() as workspace:
        return add_comparison(workspace)


def make_selection() -> str:
    """The worked example with dots for impact areas, candidates and the decision, which it does not bring along."""
    with _at_work() as workspace:
        session = workspace.cases.open(ensure_example(workspace))
        assessment = workspace.candidates.assessment(session.case)
        assert assessment is not None  # noqa: S101  # the example has one
        poll, decision = area_poll(assessment.id), way_decision(assessment.id)
        made = candidates(next(iter(session.case.use_cases)))
        session.apply(
            AreaPollSet(poll.id, None, poll),
            *(CandidateSet(item.id, None, item) for item in made.values()),
            WayDecisionSet(decision.id, None, decision),
        )
        return session.case.id


def make_running_day() -> str:
    """The middle of a workshop day: the guide with its clock, and a document of its step in its place."""
    with _at_work() as workspace:
        case_id = ensure_example(workspace)
        begin_day(workspace, workspace.cases.open(case_id))
        return case_id


def _add_evidence(workspace: Workspace, case_id: str) -> None:
    """Photos of flipcharts, a file and two placeholders."""
    session, room = workspace.cases.open(case_id), workspace.evidence
    assessment = session.case.default_assessment()
    assert assessment is not None  # noqa: S101  # the example has one
    font = resources_folder() / "fonts" / "SourceSans3-Semibold.ttf"
    for question, title, notes in (
        ("4.1.1", "Ziele bis 2029", 7),
        ("4.3.2", "Wo liegen unsere Daten?", 8),
        ("4.3.2", "Portale heute", 5),
        ("4.5.1", "Wer macht was?", 6),
    ):
        photo = draw_flipchart(Path(f"{title.rstrip('?')}.jpg"), title, notes, f"2026:11:30 10:1{notes}:00", font)
        stored = room.take_in([photo]).stored
        session.apply(*room.added(session.case, stored, Subject.question(assessment.id, question)))
    plan = Path("Geräteliste Bauhof.pdf")
    plan.write_bytes(b"%PDF-1.7" + bytes(240_000))
    session.apply(*room.added(session.case, room.take_in([plan]).stored, WHOLE_CASE))
    for question in ("4.3.2", "4.4.1"):
        session.apply(room.awaited(Subject.question(assessment.id, question)))
