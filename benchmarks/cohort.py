"""A commune among others of two thousand cases: what the page waits for, against reading and scoring the same bare."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.cohort import size_class
from advisor_app.services.workspace import Workspace
from advisor_app.storage.connection import connect
from benchmarks.measuring import Figure, interleaved, timed

_ROUNDS = 9
_ANSWERS = "SELECT assessment, question, level FROM answer WHERE state = 'answered' AND assessment IN ({marks})"


def figures(workspace: Workspace) -> Iterator[Figure]:
    """All communes agree; the figures of the first of them in the largest group are asked for."""
    latest = {row.commune.id: row.case_id for row in workspace.portfolio.rows}
    for case_id in latest.values():
        session = workspace.cases.open(case_id)
        session.apply(workspace.cohorts.give(session.case, ""))
    cases = {name: workspace.cases.load(case_id) for name, case_id in latest.items()}
    groups: dict[object, list[str]] = {}
    for name, case in cases.items():
        group = case.commune.kind, size_class(case.commune.kind, case.commune.population)
        groups.setdefault(group, []).append(name)
    largest = max(groups.values(), key=len)
    case = cases[largest[0]]
    assessment = workspace.assessments.find(case)
    others = [workspace.assessments.find(cases[name]).id for name in largest[1:]]
    found = workspace.cohorts.figures(case, assessment)
    assert found is not None
    assert found.communes == len(others) // 5 * 5

    profile = workspace.profile
    with closing(connect(profile.database, profile.database_key)) as connection:

        def bare() -> None:
            levels: dict[str, dict[str, Answer]] = {}
            query = _ANSWERS.format(marks=", ".join("?" * len(others)))
            for name, question, level in connection.execute(query, others):
                levels.setdefault(name, {})[question] = Answer(state=AnswerState.ANSWERED, level=level)
            for answers in levels.values():
                workspace.questionnaires.evaluate_answers(assessment, case.commune.kind, answers).result()

        value, floor = interleaved(
            lambda: timed(lambda: workspace.cohorts.figures(case, assessment)), lambda: timed(bare), _ROUNDS
        )
    rows = len(workspace.portfolio.rows)
    name = f"a commune among {len(others)} others of {rows} cases, against reading and scoring them alone"
    yield Figure(name=name, value=value, floor=floor, unit="ms", bound=3)  # as figures of as many cases
