"""Commands that look at an assessment from elsewhere: beside another one, thought otherwise, among other communes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from advisor_app.cli.help import Command, new_group
from advisor_app.cli.output import show
from advisor_app.cli.parameters import AssessmentName, Case, Json, commune_of
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.services.data_lock import Access

if TYPE_CHECKING:
    from advisor_app.domain.case import Case as JointCase
    from advisor_app.domain.cohort import CohortConsent, CohortFigures
    from advisor_app.domain.what_if import Way
    from advisor_app.services.comparisons import SideBySide
    from advisor_app.services.results import SideBySideCommunes
    from advisor_app.services.workspace import Workspace
    from advisor_app.texts import Texts

group = new_group()

CommuneOf = Annotated[str, typer.Option("--commune", metavar="AGS")]
On = Annotated[str, typer.Option("--on", metavar="DAY")]


def compare(
    context: typer.Context,
    case_name: Case,
    *,
    assessment_name: AssessmentName = "",
    other: Annotated[str, typer.Option("--with", metavar="ASSESSMENT")] = "",
    as_json: Json = False,
) -> None:
    """Compare an assessment with an earlier one of the commune, also of an earlier case."""
    with context.obj.open(Access.READ) as workspace:
        case = workspace.cases.load_named(case_name)
        assessment = workspace.assessments.find(case, assessment_name)
        partners = workspace.comparisons.partners(case, assessment)
        found = [item for item in partners if not other or other in {item.before, item.after}]
        if not found:
            raise AdvisorError(Problem.NO_COMPARISON)
        both = workspace.comparisons.side_by_side(case, found[0])
        value = {"case": case.id, "before": found[0].before, "after": found[0].after, **_compared(both)}
        show(value, _comparison_lines(both, workspace.texts), as_json=as_json)


def communes(
    context: typer.Context, case_name: Case, *, assessment_name: AssessmentName = "", as_json: Json = False
) -> None:
    """Show the communes of a joint case side by side, by the questionnaire of an assessment."""
    with context.obj.open(Access.READ) as workspace:
        case = workspace.cases.load_named(case_name)
        assessment = workspace.assessments.find(case, assessment_name)
        beside = workspace.results.communes(case, assessment)
        lines: Iterator[str] = iter([workspace.texts("commands.communes-beside.none")])
        if beside is not None:
            lines = _communes_lines(beside, workspace.texts)
        show(None if beside is None else _communes(beside), lines, as_json=as_json)


def what_if(
    context: typer.Context, case_name: Case, *, assessment_name: AssessmentName = "", as_json: Json = False
) -> None:
    """Tell which answers would lift the commune to the next phase, with the fewest steps of level."""
    with context.obj.open(Access.READ) as workspace:
        case = workspace.cases.load_named(case_name)
        assessment = workspace.assessments.find(case, assessment_name)
        way = workspace.results.what_if(case, assessment).way()
        value = {"case": case.id, "assessment": assessment.id, "way": None if way is None else _way(way)}
        show(value, _way_lines(way, workspace.texts), as_json=as_json)


@group.command("show", cls=Command)
def show_cohort(
    context: typer.Context, case_name: Case, *, assessment_name: AssessmentName = "", as_json: Json = False
) -> None:
    """Show a commune among others of its kind and size that agreed, anonymously."""
    with context.obj.open(Access.READ) as workspace:
        case = workspace.cases.load_named(case_name)
        assessment = workspace.assessments.find(case, assessment_name)
        figures = workspace.cohorts.figures(case, assessment)
        seen = case.seen_from(assessment)
        value = {
            "case": case.id,
            "assessment": assessment.id,
            "consent": _consent(workspace.cohorts.consent(seen)),
            "cohort": None if figures is None else _figures(figures),
        }
        lines = [workspace.texts("commands.cohort.none")]
        if figures is not None:
            others = workspace.results.among_others(case, assessment, figures)
            lines = [others.sentence, *_figure_lines(figures, workspace.texts), others.rule]
        show(value, lines, as_json=as_json)


@group.command("consent", cls=Command)
def consent(
    context: typer.Context,
    case_name: Case,
    *,
    given_by: Annotated[str, typer.Option("--by", metavar="FUNCTION")] = "",
    on: On = "",
    commune: CommuneOf = "",
    as_json: Json = False,
) -> None:
    """Note that the commune agreed to be counted anonymously in comparisons."""
    with context.obj.open(Access.WRITE) as workspace:
        session = workspace.cases.open_named(case_name)
        session.apply(workspace.cohorts.give(_led_by(session.case, commune), given_by, _day(workspace, on)))
        noted = workspace.cohorts.consent(_led_by(session.case, commune))
        line = workspace.texts("commands.cohort.given")
        show({"case": session.case.id, "consent": _consent(noted)}, [line], as_json=as_json)


@group.command("withdraw", cls=Command)
def withdraw(
    context: typer.Context, case_name: Case, *, on: On = "", commune: CommuneOf = "", as_json: Json = False
) -> None:
    """Note that the commune withdrew its consent; from now on nothing of it is counted."""
    with context.obj.open(Access.WRITE) as workspace:
        session = workspace.cases.open_named(case_name)
        session.apply(workspace.cohorts.withdraw(_led_by(session.case, commune), _day(workspace, on)))
        noted = workspace.cohorts.consent(_led_by(session.case, commune))
        line = workspace.texts("commands.cohort.withdrawn")
        show({"case": session.case.id, "consent": _consent(noted)}, [line], as_json=as_json)


def _led_by(case: JointCase, commune: str) -> JointCase:
    """The case with one of its communes (AGS, name or id) in the lead; raises AdvisorError(UNKNOWN_COMMUNE)."""
    return case.led_by(commune_of(case, commune)) if commune else case


def _day(workspace: Workspace, text: str) -> date:
    from advisor_app.domain.days import read_day
    from advisor_app.services.clock import today

    now = today(workspace.clock)
    return read_day(text, now) or now


def _communes(beside: SideBySideCommunes) -> dict[str, Any]:
    names = [name for name, _ in beside.dimensions]
    return {
        "communes": [
            {
                "assessment": item.assessment,
                "commune": item.commune or None,
                "name": item.name,
                "standing": item.title,
                "dimensions": [
                    {"id": name, "level": level, "score": words}
                    for name, (level, words) in zip(names, item.scores, strict=True)
                ],
            }
            for item in beside.communes
        ],
        "apart": dict(zip(names, beside.apart, strict=True)),
        "notices": list(beside.notices),
    }


def _communes_lines(beside: SideBySideCommunes, texts: Texts) -> Iterator[str]:
    yield beside.sentence
    names = [name for name, _ in beside.dimensions]
    for item in beside.communes:
        scores = "  ".join(f"{name} {words}" for name, (_, words) in zip(names, item.scores, strict=True))
        yield f"{item.name}: {item.title}  {scores}"
    apart = "  ".join(f"{name} {words}" for name, words in zip(names, beside.apart, strict=True))
    yield f"{texts('communes.apart')}: {apart}"
    yield from beside.notices


def _compared(both: SideBySide) -> dict[str, Any]:
    return {
        "standings": list(both.standings),
        "comparable": not both.notice,
        "moved": [
            {"question": item.id, "direction": item.direction.value, "before": item.before, "after": item.after}
            for item in both.moved
        ],
        "same": both.same,
        "not_compared": [{"question": name, "why": why} for name, _, why in both.not_compared],
    }


def _comparison_lines(both: SideBySide, texts: Texts) -> Iterator[str]:
    (first, second), (before, after) = both.names, both.standings
    yield texts("commands.comparison.head", first=first, second=second, before=before, after=after)
    yield both.summary
    for item in both.moved:
        levels = ("–" if level is None else str(level) for level in (item.before, item.after))
        yield f"{item.id}  {item.short}: {' → '.join(levels)}"
    for name, short, why in both.not_compared:
        yield texts("commands.comparison.not-compared", question=name, short=short, why=why)


def _way(way: Way) -> dict[str, Any]:
    return {
        "phase": way.phase.number,
        "rises": [{"question": item.question.id, "before": item.before, "after": item.after} for item in way.rises],
        "missing": list(way.missing),
    }


def _way_lines(way: Way | None, texts: Texts) -> Iterator[str]:
    if way is None:
        yield texts("commands.what-if.none")
        return
    phase = {"number": way.phase.number, "title": way.phase.title}
    if way.missing:
        yield texts("commands.what-if.missing", names=", ".join(way.missing))
    elif not way.rises:
        yield texts("commands.what-if.no-way", **phase)
    else:
        yield texts("commands.what-if.head", **phase, count=sum(item.steps for item in way.rises))
    for item in way.rises:
        before = "–" if item.before is None else str(item.before)
        yield f"{item.question.id}  {item.question.short}: {before} → {item.after}"


def _consent(noted: CohortConsent | None) -> dict[str, Any] | None:
    if noted is None:
        return None
    return {
        "given_on": noted.given_on.isoformat(),
        "given_by": noted.given_by,
        "noted_by": noted.noted_by,
        "withdrawn_on": None if noted.withdrawn_on is None else noted.withdrawn_on.isoformat(),
    }


def _figures(figures: CohortFigures) -> dict[str, Any]:
    return {
        "as_of": figures.as_of.isoformat(),
        "communes": figures.communes,
        "kind": figures.kind.value,
        "size_class": figures.size_class,
        "figures": [
            {"code": item.code, "lower": float(item.lower), "median": float(item.median), "upper": float(item.upper)}
            for item in figures.figures
        ],
    }


def _figure_lines(figures: CohortFigures, texts: Texts) -> Iterator[str]:
    from advisor_app.texts.numbers import format_decimal

    for item in figures.figures:
        lower, median, upper = (
            format_decimal(value, 1, texts.language) for value in (item.lower, item.median, item.upper)
        )
        yield texts("commands.cohort.figure", code=item.code, lower=lower, median=median, upper=upper)
