"""Commands for the figures of the portfolio."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from advisor_app.cli.help import Command, new_group
from advisor_app.cli.output import show
from advisor_app.cli.parameters import Json
from advisor_app.domain.figures import Cut, Figures, figures_of
from advisor_app.services.data_lock import Access
from advisor_app.texts.assessments import module_name
from advisor_app.texts.figures import cut_word, merged_words, year_word
from advisor_app.texts.numbers import format_decimal

if TYPE_CHECKING:
    from advisor_app.domain.feedback_evaluation import FeedbackResult
    from advisor_app.services.workspace import Workspace
    from advisor_app.texts import Texts

group = new_group()

_Year = Annotated[int | None, typer.Option("--year", metavar="YEAR", min=1990, max=2199)]
_Out = Annotated[Path, typer.Option("--out", metavar="FILE")]


@group.command("show", cls=Command)
def show_figures(
    context: typer.Context,
    *,
    year: _Year = None,
    by: Annotated[Cut | None, typer.Option("--by", metavar="module|district|month|programme|state")] = None,
    as_json: Json = False,
) -> None:
    """Count requests and completed bookings of all cases."""
    with context.obj.open(Access.READ) as workspace:
        figures = figures_of(workspace.portfolio_figures.facts(), _text(year))
        cuts = tuple(Cut) if by is None else (by,)
        show(_value(figures, cuts), _lines(figures, cuts, workspace), as_json=as_json)


@group.command("export", cls=Command)
def export_figures(context: typer.Context, file: _Out, *, year: _Year = None, as_json: Json = False) -> None:
    """Write the figures as a workbook (.xlsx) or as CSV."""
    from advisor_app.services.figures_document import HandedOutFigures

    with context.obj.open(Access.READ) as workspace:
        service = workspace.portfolio_figures
        figures = figures_of(service.facts(), _text(year))
        feedback = None if year else workspace.feedback.figures()
        service.export(HandedOutFigures(figures=figures, feedback=feedback), file)
        line = workspace.texts("commands.figures.exported", file=file)
        show({**_value(figures, ()), "file": str(file)}, [line], as_json=as_json)


@group.command("report", cls=Command)
def write_report(context: typer.Context, file: _Out, *, as_json: Json = False) -> None:
    """Write the report file of this laptop: figures and nothing else."""
    with context.obj.open(Access.READ) as workspace:
        report = workspace.portfolio_figures.report(file)
        line = workspace.texts("commands.figures.reported", file=file, count=len(report.facts))
        value = {
            "profile": report.profile,
            "made_at": report.made_at.isoformat(),
            "bookings": len(report.facts),
            "file": str(file),
        }
        show(value, [line], as_json=as_json)


@group.command("merge", cls=Command)
def merge_reports(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE…")],
    *,
    year: _Year = None,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE")] = None,
    as_json: Json = False,
) -> None:
    """Put several report files together without counting twice."""
    from advisor_app.services.figures_document import HandedOutFigures

    with context.obj.open(Access.READ) as workspace:
        service, texts = workspace.portfolio_figures, workspace.texts
        merged = service.merge(files)
        figures = figures_of(merged.facts, _text(year))
        counts: dict[str, Any] = {"used": len(merged.used), "replaced": merged.replaced, "doubles": merged.doubles}
        lines = [merged_words(merged, texts), *_lines(figures, Cut, workspace)]
        if out is not None:
            service.export(HandedOutFigures(figures=figures, merged=merged), out)
            lines.append(texts("commands.figures.exported", file=out))
        counts["reports"] = [report.made_at.isoformat() for report in merged.used]
        show({**counts, **_value(figures, Cut)}, lines, as_json=as_json)


@group.command("feedback", cls=Command)
def show_feedback(
    context: typer.Context,
    *,
    case_name: Annotated[str, typer.Option("--case", metavar="CASE")] = "",
    as_json: Json = False,
) -> None:
    """Show what feedback forms add up to, of all cases or of one."""
    with context.obj.open(Access.READ) as workspace:
        catalog, texts, feedback = workspace.catalog, workspace.texts, workspace.feedback
        if case_name:
            result = feedback.of_case(workspace.cases.load_named(case_name))
            show(_told(result), _feedback_lines({texts("figures.total"): result}, texts), as_json=as_json)
            return
        told = feedback.figures()
        modules = {module_name(name, catalog, texts): result for name, result in told.modules.items()}
        advisers = {name or texts("feedback.unnamed"): result for name, result in told.advisers.items()}
        value = {
            "total": _told(told.total),
            "modules": {name: _told(result) for name, result in told.modules.items()},
            "advisers": {name: _told(result) for name, result in told.advisers.items()},
        }
        lines = _feedback_lines({texts("figures.total"): told.total, **modules, **advisers}, texts)
        show(value, lines, as_json=as_json)


def _told(result: FeedbackResult) -> dict[str, Any]:
    """``items`` and ``words`` are empty where they are not told."""
    items = result.items if result.is_told else ()
    words = (result.words or {}) if result.is_told else {}
    return {
        "forms": result.forms,
        "items": {item.item: None if item.mean is None else float(item.mean) for item in items},
        "words": {name: list(said) for name, said in words.items()},
    }


def _feedback_lines(results: Mapping[str, FeedbackResult], texts: Texts) -> Iterator[str]:
    for name, result in results.items():
        yield texts("commands.figures.feedback", name=name, forms=texts("feedback.forms", count=result.forms))
        if not result.is_told:
            yield "  " + texts("feedback.withheld" if result.withheld else "feedback.too-few")
            continue
        for item in result.items:
            mean = "–" if item.mean is None else format_decimal(item.mean, 1, texts.language)
            yield "  " + texts("feedback.told", item=texts(f"feedback.items.{item.item}"), mean=mean, count=item.votes)
        questions = texts.of_document("feedback-form")
        for question, said in (result.words or {}).items():
            for words in said:
                yield f"  {questions(f'questions.{question}')} {words}"


def _text(year: int | None) -> str:
    """The year as figures know it, empty for all."""
    return "" if year is None else str(year)


def _value(figures: Figures, cuts: Iterable[Cut]) -> dict[str, Any]:
    return {
        "year": figures.year,
        "requests": figures.total.requests,
        "completed": figures.total.completed,
        **{
            cut.value: {
                key: {"requests": item.requests, "completed": item.completed} for key, item in figures.cuts[cut].items()
            }
            for cut in cuts
        },
    }


def _lines(figures: Figures, cuts: Iterable[Cut], workspace: Workspace) -> Iterator[str]:
    texts, service = workspace.texts, workspace.portfolio_figures
    total, when = figures.total, year_word(figures.year, texts)
    yield texts("commands.figures.total", when=when, requests=total.requests, completed=total.completed)
    for cut in cuts:
        yield f"{cut_word(cut, texts)}:"
        for name, requests, completed in service.rows(figures, cut):
            yield "  " + texts("commands.figures.row", name=name, requests=requests, completed=completed)
