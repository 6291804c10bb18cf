"""Commands for choosing use cases: dots for impact areas, candidates, and the way decided on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from advisor_app.cli.help import Command, new_group
from advisor_app.cli.output import show
from advisor_app.cli.parameters import Case, Json, names_in, said
from advisor_app.domain.area_poll import USUAL_DOTS, ranked_areas
from advisor_app.domain.candidate import RankedCandidate
from advisor_app.domain.candidate_rules import Way
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.services.data_lock import Access
from advisor_app.texts.candidates import rank_word, value_word

if TYPE_CHECKING:
    from advisor_app.domain.area_poll import AreaPoll, ProposedAreas
    from advisor_app.domain.case import Case as CaseRecord
    from advisor_app.services.workspace import Workspace
    from advisor_app.texts import Texts

group = new_group()

Item = Annotated[str, typer.Option("--item", metavar="K-01")]


@group.command("list", cls=Command)
def list_candidates(context: typer.Context, case_name: Case, *, as_json: Json = False) -> None:
    """Show the candidates by their ranks, with benefit and feasibility."""
    with context.obj.open(Access.READ) as workspace:
        case = workspace.cases.load_named(case_name)
        _show(workspace, case, workspace.candidates.ranking(case), as_json=as_json)


@group.command("add", cls=Command)
def add_candidate(
    context: typer.Context,
    case_name: Case,
    title: Annotated[str, typer.Argument(metavar="TITLE")],
    *,
    areas: Annotated[str, typer.Option("--areas", metavar="WB2,WB8")] = "",
    idea: Annotated[str, typer.Option("--idea", metavar="TEXT")] = "",
    as_json: Json = False,
) -> None:
    """Collect a candidate."""
    with context.obj.open(Access.WRITE) as workspace:
        session = workspace.cases.open_named(case_name)
        made = workspace.candidates.create(session, said(title, "TITLE", workspace.texts), names_in(areas), idea)
        _show_one(workspace, session.case, made.id, as_json=as_json)


@group.command("rate", cls=Command)
def rate_candidate(
    context: typer.Context,
    case_name: Case,
    ratings: Annotated[list[str], typer.Argument(metavar="CRITERION=1..5 …")],
    *,
    item: Item = "",
    as_json: Json = False,
) -> None:
    """Put down what the group gives a candidate, one step for all criteria; ``-`` takes a rating back."""
    with context.obj.open(Access.WRITE) as workspace:
        session = workspace.cases.open_named(case_name)
        candidate = workspace.candidates.find(session.case, item)
        given = {name: None if value == "-" else _number(value) for name, value in map(_pair, ratings)}
        session.apply(workspace.candidates.rate(session.case, candidate.id, given))
        _show_one(workspace, session.case, candidate.id, as_json=as_json)


@group.command("place", cls=Command)
def place_candidate(
    context: typer.Context,
    case_name: Case,
    benefit: Annotated[int, typer.Argument(metavar="BENEFIT")],
    feasibility: Annotated[int, typer.Argument(metavar="FEASIBILITY")],
    *,
    item: Item = "",
    as_json: Json = False,
) -> None:
    """Put a candidate where the group wants it in the matrix, whatever its ratings say."""
    with context.obj.open(Access.WRITE) as workspace:
        session = workspace.cases.open_named(case_name)
        candidate = workspace.candidates.find(session.case, item)
        session.apply(workspace.candidates.place(session.case, candidate.id, benefit, feasibility))
        _show_one(workspace, session.case, candidate.id, as_json=as_json)


@group.command("take", cls=Command)
def take_candidate(context: typer.Context, case_name: Case, *, item: Item = "", as_json: Json = False) -> None:
    """Take a candidate over as a use case."""
    with context.obj.open(Access.WRITE) as workspace:
        session = workspace.cases.open_named(case_name)
        candidate = workspace.candidates.find(session.case, item)
        changes = workspace.candidates.take_over(session.case, candidate.id)
        if changes:
            session.apply(*changes)
        _show_one(workspace, session.case, candidate.id, as_json=as_json)


@group.command("dots", cls=Command)
def count_dots(
    context: typer.Context,
    case_name: Case,
    dots: Annotated[list[str], typer.Argument(metavar="WB8=7 WB2=4 …")],
    *,
    people: Annotated[int, typer.Option("--people", metavar="14")] = 0,
    each: Annotated[int, typer.Option("--each", metavar="3")] = USUAL_DOTS,
    take: Annotated[bool, typer.Option("--take")] = False,
    as_json: Json = False,
) -> None:
    """Put down the dots of a group for impact areas, and choose those with the most where nothing is tied."""
    with context.obj.open(Access.WRITE) as workspace:
        session = workspace.cases.open_named(case_name)
        polls = workspace.area_polls
        assessment = workspace.candidates.assessment(session.case)
        if assessment is None:
            raise AdvisorError(Problem.NO_ASSESSMENT)
        counted = {name.upper(): _number(value) for name, value in map(_pair, dots)}
        begun = polls.enter(assessment, counted, people, each)
        session.apply(begun)
        proposed = polls.proposed(session.case, session.case.area_polls[begun.id])
        if take and proposed.areas:
            session.apply(*polls.take_over(session.case, begun.id, proposed.areas))
        poll = session.case.area_polls[begun.id]
        areas = polls.areas(assessment)
        show(
            _dots_value(poll, areas, proposed),
            list(_dots_lines(workspace.texts, poll, areas, proposed)),
            as_json=as_json,
        )


@group.command("decide", cls=Command)
def decide(
    context: typer.Context,
    case_name: Case,
    *,
    way: Annotated[Way | None, typer.Option("--way", metavar="use-case|plan")] = None,
    by: Annotated[str, typer.Option("--by", metavar="TEXT")] = "",
    as_json: Json = False,
) -> None:
    """Show which way suits the phase and what was decided, or put down the decision."""
    with context.obj.open(Access.READ if way is None else Access.WRITE) as workspace:
        name = workspace.cases.resolve(case_name)
        if way is None:
            case = workspace.cases.load(name)
        else:
            session = workspace.cases.open(name)
            session.apply(workspace.candidates.decide(session.case, way, by))
            case = session.case
        _show_decision(workspace, case, as_json=as_json)


def _show_decision(workspace: Workspace, case: CaseRecord, *, as_json: bool) -> None:
    texts = workspace.texts
    suggestion, decision = workspace.candidates.suggestion(case), workspace.candidates.decision(case)
    rule = suggestion.rule
    value = {
        "case": case.id,
        "phase": None if suggestion.phase is None else suggestion.phase.number,
        "suggested": None if rule is None else rule.way.value,
        "decided": None if decision is None or decision.way is None else decision.way.value,
        "decided_by": "" if decision is None else decision.decided_by,
        "decided_on": None if decision is None or decision.decided_on is None else str(decision.decided_on),
    }
    lines = [texts("candidates.no-phase") if rule is None else rule.text]
    way = texts("candidates.undecided")
    if decision is not None and decision.way is not None:
        way = " · ".join(filter(None, (texts(f"candidates.way.{decision.way.value}"), decision.decided_by)))
    lines.append(texts("commands.candidate.decided", way=way))
    show(value, lines, as_json=as_json)


def _show(workspace: Workspace, case: CaseRecord, ranked: tuple[RankedCandidate, ...], *, as_json: bool) -> None:
    lines = [_line(workspace, item) for item in ranked]
    show([_value(case, item) for item in ranked], lines, as_json=as_json)


def _show_one(workspace: Workspace, case: CaseRecord, name: str, *, as_json: bool) -> None:
    found = next(item for item in workspace.candidates.ranking(case) if item.candidate.id == name)
    show(_value(case, found), [_line(workspace, found)], as_json=as_json)


def _line(workspace: Workspace, item: RankedCandidate) -> str:
    texts, place, candidate = workspace.texts, item.place, item.candidate
    words = [candidate.code, candidate.title]
    if place is not None:
        benefit, feasibility = value_word(place.benefit, texts), value_word(place.feasibility, texts)
        words.append(texts("commands.candidate.place", benefit=benefit, feasibility=feasibility))
    words.append(texts("commands.candidate.rank", rank=rank_word(item, texts)))
    return "  ".join(filter(None, words))


def _value(case: CaseRecord, item: RankedCandidate) -> dict[str, Any]:
    candidate, place = item.candidate, item.place
    use_case = case.use_cases.get(candidate.use_case)
    return {
        "id": candidate.id,
        "code": candidate.code,
        "title": candidate.title,
        "areas": list(candidate.areas),
        "ratings": candidate.rated,
        "benefit": None if place is None else float(place.benefit),
        "feasibility": None if place is None else float(place.feasibility),
        "placed": place is not None and place.is_placed,
        "rank": item.rank,
        "tied_with": list(item.tied_with),
        "use_case": None if use_case is None else use_case.code,
    }


def _dots_value(poll: AreaPoll, areas: Mapping[str, str], proposed: ProposedAreas) -> dict[str, Any]:
    return {
        "id": poll.id,
        "assessment": poll.assessment,
        "areas": [
            {"area": item.area, "dots": item.dots, "place": item.place, "tied": item.is_tied}
            for item in ranked_areas(poll, tuple(areas))
        ],
        "proposed": list(proposed.areas),
        "undecided": list(proposed.undecided),
        "taken": list(poll.areas),
    }


def _dots_lines(texts: Texts, poll: AreaPoll, areas: Mapping[str, str], proposed: ProposedAreas) -> Iterator[str]:
    for item in ranked_areas(poll, tuple(areas)):
        if item.place is not None:
            yield f"{item.place:>2}  {item.area}  {item.dots:>3}  {areas[item.area]}"
    if proposed.undecided:
        yield texts("candidates.dots-tied", areas=texts.joined(proposed.undecided))
    if poll.areas:
        yield texts("commands.candidate.taken", areas=texts.joined(poll.areas))


def _pair(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign or not name.strip():
        raise AdvisorError(Problem.BAD_VALUE, value=text, name="=")
    return name.strip(), value.strip()


def _number(text: str) -> int:
    if not text.isdecimal():
        raise AdvisorError(Problem.BAD_VALUE, value=text, name="=")
    return int(text)
