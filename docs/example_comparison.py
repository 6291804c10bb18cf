"""The worked example some time later: a follow-up assessment, and ten made-up neighbours that agreed to be compared."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from advisor_app.domain.assessment import AssessmentKind
from advisor_app.domain.changes import AnswerSet, AssessmentSet, Change
from advisor_app.domain.commune import Commune, CommuneKind
from advisor_app.services.demo import ensure_example
from advisor_app.services.session import CaseSession
from advisor_app.services.workspace import Workspace

_MOVED = {"4.1.1": 3, "4.2.1": 3, "4.2.3": 2, "4.3.1": 2, "4.3.2": 2, "4.4.2": 1, "4.5.1": 3}
_NEIGHBOURS = 10


def add_comparison(workspace: Workspace) -> str:
    """Returns the id of the case; its follow-up is the assessment that stands."""
    session = workspace.cases.open(ensure_example(workspace))
    first = workspace.assessments.find(session.case)
    made = workspace.assessments.create(session, AssessmentKind.FOLLOW_UP, first.questionnaire)
    changes: list[Change] = [AssessmentSet(made.id, made, replace(made, held_on=date(2028, 5, 22)))]
    for name, answer in session.case.answers[first.id].items():
        level = _MOVED.get(name, answer.level)
        changes.append(AnswerSet(made.id, name, None, replace(answer, level=level)))
    session.apply(*changes)
    for number in range(1, _NEIGHBOURS + 1):
        _add_neighbour(workspace, session, number)
    return session.case.id


def _add_neighbour(workspace: Workspace, example: CaseSession, number: int) -> None:
    """A commune that stands a little higher or lower, question by question."""
    place = Commune(
        id=f"neighbour-{number}",
        key=None,
        name=f"Musterort {number}",
        designation="Gemeinde",
        kind=CommuneKind.MUNICIPALITY,
        district="Landkreis Musterland",
        population=9_000,
        own=True,
    )
    session = workspace.cases.create(place, ("M4",))
    assessment = workspace.assessments.find(session.case)
    first = workspace.assessments.find(example.case)
    changes: list[Change] = [workspace.cohorts.give(session.case, "Hauptamt")]
    for place_of, (name, answer) in enumerate(example.case.answers[first.id].items()):
        if answer.level is None:
            continue
        level = min(4, max(0, answer.level + (number % 5) - 2 + (number + place_of * 3) % 3))
        changes.append(AnswerSet(assessment.id, name, None, replace(answer, level=level)))
    session.apply(*changes)
