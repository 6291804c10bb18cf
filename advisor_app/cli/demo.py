"""The worked example: the whole job without a window, or the window with the example in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Annotated, Any

import typer

from advisor_app.cli.guard import DONE
from advisor_app.cli.output import print_line, show
from advisor_app.cli.parameters import Json
from advisor_app.services.data_lock import Access
from advisor_app.services.demo import ensure_example, find_example
from advisor_app.services.documents import make_folder
from advisor_app.texts.numbers import format_decimal

if TYPE_CHECKING:
    from advisor_app.services.documents import MadeDocument
    from advisor_app.services.workspace import Workspace
    from advisor_app.texts import Texts


def demo(
    context: typer.Context,
    *,
    out: Annotated[Path | None, typer.Option("--out", metavar="FOLDER")] = None,
    window: Annotated[bool, typer.Option("--open")] = False,
    as_json: Json = False,
) -> int:
    """Make the worked example, from the commune to the documents."""
    environment = context.obj.for_example()
    if out is None and not window:
        context.fail("Missing option '--out'.")
    if out is not None:
        make_folder(out)
    journal = _Journal(environment.texts, as_json=as_json)
    with environment.open(Access.READ) as workspace:
        is_missing = find_example(workspace) is None
    if is_missing:
        with environment.open(Access.WRITE) as workspace:
            ensure_example(workspace, journal.step)
    if out is not None:
        with environment.open(Access.READ) as workspace:
            _go_on(workspace, out, journal)
        journal.finish()
    if window:
        from advisor_app.cli.window import open_window

        return open_window(environment)
    return DONE


class _Journal:
    """What was done and how long it took, told at once or as JSON at the end."""

    def __init__(self, texts: Texts, *, as_json: bool) -> None:
        self.case = ""
        self._texts = texts
        self._as_json = as_json
        self._begun = self._last = perf_counter()
        self._steps: list[dict[str, Any]] = []
        self._files: list[dict[str, Any]] = []

    def step(self, words: str) -> None:
        """Note a step that has just been done."""
        seconds = self._lap()
        self._steps.append({"text": words, "seconds": round(seconds, 3)})
        self._tell("step", text=words, seconds=self._figure(seconds))

    def file(self, made: MadeDocument) -> None:
        """Note a document that has just been made."""
        seconds = self._lap()
        self._files.append(
            {"kind": made.kind, "file": str(made.file), "pages": made.pages, "seconds": round(seconds, 3)}
        )
        self._tell("file", file=made.file, count=made.pages, seconds=self._figure(seconds))

    def finish(self) -> None:
        """Say how long everything took, or everything as JSON."""
        seconds = self._last - self._begun
        value = {"case": self.case, "steps": self._steps, "files": self._files, "seconds": round(seconds, 3)}
        show(value, [self._texts("commands.demo.total", seconds=self._figure(seconds))], as_json=self._as_json)

    def _lap(self) -> float:
        before, self._last = self._last, perf_counter()
        return self._last - before

    def _figure(self, seconds: float) -> str:
        return format_decimal(seconds, 2, self._texts.language)

    def _tell(self, key: str, **fields: object) -> None:
        if not self._as_json:
            print_line(self._texts(f"commands.demo.{key}", **fields))


def _go_on(workspace: Workspace, out: Path, journal: _Journal) -> None:
    """The rest of the job on the finished case: funding, scores, proposals, documents."""
    case = workspace.cases.load(ensure_example(workspace))
    journal.case = case.id
    for words in _findings(workspace, journal.case):
        journal.step(words)
    for made in workspace.documents.create_all(case, out):
        journal.file(made)


def _findings(workspace: Workspace, case_id: str) -> Iterator[str]:
    texts = workspace.texts
    case = workspace.cases.load(case_id)
    verdict = workspace.cases.check_funding(case.modules, case.head.opened_on)
    outcome = "funded" if verdict.funded else "closed" if verdict.combination_allowed else "not-allowed"
    yield texts(f"commands.demo.{outcome}", modules=texts.joined(case.modules))
    assessment = workspace.assessments.find(case)
    result = workspace.assessments.result(case, assessment)
    score = "–" if result.module.score is None else format_decimal(result.module.score, 1, texts.language)
    phase = "–" if result.phase is None or result.phase.number is None else result.phase.number
    yield texts("commands.demo.scored", score=score, phase=phase)
    yield texts("commands.demo.proposed", count=len(workspace.plans.propose(case)))
