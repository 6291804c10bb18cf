"""The command for answers that were given before, or in another module of the case, to what is asked here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from advisor_app.cli.output import show
from advisor_app.cli.parameters import AssessmentName, Case, Json, names_in
from advisor_app.domain.assessment import AnswerState
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.services.data_lock import Access

if TYPE_CHECKING:
    from advisor_app.domain.assessment import Assessment
    from advisor_app.domain.case import Case as CaseSnapshot
    from advisor_app.services.given_answers import GivenAnswer
    from advisor_app.services.workspace import Workspace


def given(
    context: typer.Context,
    case_name: Case,
    *,
    assessment_name: AssessmentName = "",
    take: Annotated[str, typer.Option("--take", metavar="2.4.5,3.4.5")] = "",
    as_json: Json = False,
) -> None:
    """List what was answered elsewhere to questions that are asked here, and take named answers over."""
    wanted = names_in(take)
    with context.obj.open(Access.WRITE if wanted else Access.READ) as workspace:
        session = workspace.cases.open_named(case_name)
        assessment = workspace.assessments.find(session.case, assessment_name)
        found = _found(session.case, assessment, workspace)
        changes = [workspace.given_answers.change(session.case, assessment, item) for item in _chosen(found, wanted)]
        if changes:
            session.apply(*changes)
        states = {item.question: session.case.answer(assessment.id, item.question).state for item in found}
        value = {
            "case": session.case.id,
            "assessment": assessment.id,
            "given": [{**_value(item), "state": states[item.question].value} for item in found],
        }
        show(value, _lines(found, states, workspace), as_json=as_json)


def _found(case: CaseSnapshot, assessment: Assessment, workspace: Workspace) -> list[GivenAnswer]:
    """What was answered before, then what stands in other modules."""
    earlier = workspace.given_answers.earlier(case, assessment)
    elsewhere = workspace.given_answers.elsewhere(case, assessment)
    return [*earlier.values(), *(item for items in elsewhere.values() for item in items)]


def _chosen(found: list[GivenAnswer], wanted: list[str]) -> list[GivenAnswer]:
    """What is to be taken over of the named questions; raises AdvisorError(NOT_OFFERED) for one without any."""
    offered = {item.question: item for item in reversed(found) if item.can_be_taken}
    for name in wanted:
        if name not in offered:
            raise AdvisorError(Problem.NOT_OFFERED, name=name)
    return [offered[name] for name in wanted]


def _value(item: GivenAnswer) -> dict[str, Any]:
    return {
        "question": item.question,
        "origin": item.origin.value,
        "asked_as": item.asked_as,
        "source": item.source,
        "said": item.said,
        "can_be_taken": item.can_be_taken,
    }


def _lines(found: list[GivenAnswer], states: dict[str, AnswerState], workspace: Workspace) -> Iterator[str]:
    texts = workspace.texts
    if not found:
        yield texts("commands.given.nothing")
    for item in found:
        key = "other-levels" if not item.can_be_taken else "open"
        if states[item.question] is not AnswerState.UNANSWERED:
            key = "answered"
        yield texts(
            "commands.given.line",
            question=item.question,
            said=item.said,
            source=item.source,
            asked_as=item.asked_as,
            way=texts(f"commands.given.{key}"),
        )
