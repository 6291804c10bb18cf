"""Commands for polls of the group, and the list of questions that are worth its time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from advisor_app.cli.help import Command, new_group
from advisor_app.cli.output import show
from advisor_app.cli.parameters import AssessmentName, Case, Json
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.poll import Outcome, Poll, PollAbout, Settled, Votes
from advisor_app.domain.words import Words
from advisor_app.services.data_lock import Access
from advisor_app.texts.clarifications import reason_words
from advisor_app.texts.polls import doubt_words, figures, poll_word, round_word

if TYPE_CHECKING:
    from advisor_app.domain.assessment import Assessment
    from advisor_app.domain.case import Case as CaseRecord
    from advisor_app.domain.clarification import ClarificationList, Item
    from advisor_app.services.workspace import Workspace

_PLACES = 6  # five levels, and those who do not know

group = new_group()


@group.command("list", cls=Command)
def list_polls(context: typer.Context, case_name: Case, *, as_json: Json = False) -> None:
    """List the polls of a case, oldest first."""
    with context.obj.open(Access.READ) as workspace:
        case = workspace.cases.load_named(case_name)
        polls = sorted(case.polls.values(), key=lambda poll: (poll.started_at, poll.id))
        rows = [_value(workspace, case, poll) for poll in polls]
        show(rows, [line for poll in polls for line in _lines(workspace, case, poll)], as_json=as_json)


@group.command("set", cls=Command)
def set_poll(  # noqa: PLR0913  # every option is a parameter
    context: typer.Context,
    case_name: Case,
    item: Annotated[str, typer.Argument(metavar="4.3.3")],
    counts: Annotated[str, typer.Argument(metavar="0,3,8,2,1,0")],
    *,
    target: Annotated[bool, typer.Option("--target")] = False,
    level: Annotated[int | None, typer.Option("--level", metavar="0-4")] = None,
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT")] = "",
    assessment_name: AssessmentName = "",
    as_json: Json = False,
) -> None:
    """Enter a poll that was counted on paper, revealed, with the level that was agreed on."""
    with context.obj.open(Access.WRITE) as workspace:
        session = workspace.cases.open_named(case_name)
        assessment = workspace.assessments.find(session.case, assessment_name)
        outcome = None
        if level is not None:
            now = workspace.clock.now()
            outcome = Outcome(settled=Settled.AGREED, decided_at=now, level=level, reason=Words(reason))
        about = PollAbout.TARGET if target else PollAbout.QUESTION
        session.apply(*workspace.polls.enter(session.case, assessment, item, about, _votes(counts), outcome))
        poll = workspace.polls.latest(session.case, assessment.id, item, about)
        if poll is None:
            raise AdvisorError(Problem.UNKNOWN_POLL, name=item)
        value = _value(workspace, session.case, poll)
        show(value, list(_lines(workspace, session.case, poll)), as_json=as_json)


def clarification(
    context: typer.Context, case_name: Case, *, assessment_name: AssessmentName = "", as_json: Json = False
) -> None:
    """List the questions that are worth the room's time, with their reasons and minutes."""
    with context.obj.open(Access.READ) as workspace:
        case = workspace.cases.load_named(case_name)
        assessment = workspace.assessments.find(case, assessment_name)
        found = workspace.clarifications.find(case, assessment)
        planned = workspace.clarifications.minutes_planned(case, assessment)
        lines = list(_clarification_lines(workspace, found, planned))
        show(_clarification_value(workspace, case, assessment, found, planned), lines, as_json=as_json)


def _votes(text: str) -> Votes:
    """Six figures, the last one for those who do not know; it may be left out."""
    parts = text.split(",")
    if len(parts) not in (_PLACES - 1, _PLACES) or not all(part.strip().isdecimal() for part in parts):
        raise AdvisorError(Problem.BAD_VALUE, value=text, name="counts")
    a, b, c, d, e, *unknown = (int(part) for part in parts)
    return Votes(counts=(a, b, c, d, e), unknown=unknown[0] if unknown else 0)


def _value(workspace: Workspace, case: CaseRecord, poll: Poll) -> dict[str, Any]:
    outcome = poll.outcome
    return {
        "id": poll.id,
        "assessment": poll.assessment,
        "about": poll.about.value,
        "item": poll.item,
        "rounds": [
            {
                "counts": list(item.votes.counts),
                "unknown": item.votes.unknown,
                "present": item.present,
                "median": None if item.votes.median is None else float(item.votes.median),
                "spread": item.votes.spread,
                "revealed": item.is_revealed,
                "counted_by": [way.value for way in item.counted_by],
                "doubts": [doubt.kind.value for doubt in workspace.polls.doubts(case, poll, number)],
            }
            for number, item in enumerate(poll.rounds)
        ],
        "outcome": None if outcome is None else {"settled": outcome.settled.value, "level": outcome.level},
        "audience": poll.audience.value,
    }


def _lines(workspace: Workspace, case: CaseRecord, poll: Poll) -> Iterator[str]:
    texts = workspace.texts
    outcome = "" if poll.outcome is None else f" – {poll_word(poll.outcome.settled, texts)}"
    if poll.outcome is not None and poll.outcome.level is not None:
        outcome += f": {texts('charts.level')} {poll.outcome.level}"
    yield f"{poll.item}  {poll_word(poll.about, texts)}{outcome}"
    for number, item in enumerate(poll.rounds):
        counts = " ".join(str(count) for count in (*item.votes.counts, item.votes.unknown))
        told = ", ".join(filter(None, (figures(item.votes, texts),)))
        yield f"  {round_word(number + 1, texts)}: {counts}  {told}".rstrip()
        for doubt in workspace.polls.doubts(case, poll, number):
            yield f"    {doubt_words(doubt, lambda role: _role(workspace, role), texts)}"


def _clarification_value(
    workspace: Workspace, case: CaseRecord, assessment: Assessment, found: ClarificationList, planned: int | None
) -> dict[str, Any]:
    return {
        "case": case.id,
        "assessment": assessment.id,
        "has_survey": found.has_survey,
        "minutes": found.minutes,
        "minutes_planned": planned,
        "settled": found.settled,
        "items": [
            {
                "question": item.question.id,
                "concerns": [reason.concern.value for reason in item.reasons],
                "reasons": list(_reasons(workspace, item)),
                "minutes": item.minutes,
                "pinned": item.is_pinned,
                "settled": item.is_settled,
            }
            for item in found.items
        ],
        "confirmable": [
            {
                "question": one.question.id,
                "state": one.answer.state.value,
                "level": None if one.question.confidential else one.answer.level,
                "roles": list(one.roles),
            }
            for one in found.confirmable
        ],
        "left_open": list(found.left_open),
        "confidential": list(found.confidential),
        "removed": list(found.removed),
    }


def _clarification_lines(workspace: Workspace, found: ClarificationList, planned: int | None) -> Iterator[str]:
    texts = workspace.texts
    if not found.has_survey:
        yield texts("commands.clarification.no-survey")
    for item in found.items:
        mark = "✓" if item.is_settled else " "
        yield f"{mark} {item.question.id:8} {item.minutes:>2} min  {item.question.short}"
        yield f"             {' '.join(_reasons(workspace, item))}"
    agenda = "–" if planned is None else str(planned)
    yield texts("commands.clarification.sum", count=len(found.items), minutes=found.minutes, planned=agenda)
    yield texts("commands.clarification.rest", count=len(found.confirmable), open=len(found.left_open))


def _reasons(workspace: Workspace, item: Item) -> tuple[str, ...]:
    return reason_words(item, lambda role: _role(workspace, role), workspace.texts)


def _role(workspace: Workspace, name: str) -> str:
    role = workspace.catalog.roles.get(name)
    return role.title if role else name
