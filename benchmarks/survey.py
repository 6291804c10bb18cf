"""The evaluation of answers against SurveyJS core in Node: a peer that others build questionnaires with.

Node and a folder with the package are taken where they are; nothing is downloaded. SurveyJS only decides which
questions are shown, ours also keeps the sums and coverage of every dimension.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.conditions import QuestionWithin
from advisor_app.domain.evaluation import Evaluation
from advisor_app.domain.foundations import Scale
from advisor_app.domain.questionnaire import Questionnaire
from benchmarks.engine import ANSWERS, LEVELS, answering, touched
from benchmarks.large import questionnaire
from benchmarks.measuring import Figure, Skipped, interleaved

NAME = "engine: one answer, 1,000 questions, against SurveyJS core in Node"
PACKAGE = "survey-core"
_PROGRAM = Path(__file__).parent / "programs" / "survey.cjs"
_ROUNDS = 5
_PEER_ANSWERS = 40
"""Answers of one round there: with as many as ours takes, a round would last half a minute."""


def figures(scale: Scale, packages: Path | None) -> Iterator[Figure | Skipped]:
    """One answer, with the package in ``packages`` (a folder of Node packages)."""
    node = shutil.which("node")
    if node is None:
        yield Skipped(NAME, "Node is missing")
    elif packages is None:
        yield Skipped(NAME, "no folder with survey-core was named (--survey-core, SURVEY_CORE)")
    elif not (packages / PACKAGE / "package.json").is_file():
        yield Skipped(NAME, f"{packages.name} holds no {PACKAGE}")
    else:
        yield _against(scale, node, packages)


def _against(scale: Scale, node: str, packages: Path) -> Figure:
    made = questionnaire(scale, 1000)
    version = json.loads((packages / PACKAGE / "package.json").read_text("utf-8"))["version"]
    with subprocess.Popen(
        [node, str(_PROGRAM), str(packages)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as peer:
        ask = _asking(peer)
        ask(_task(made), answered=False)
        evaluation = Evaluation(made, CommuneKind.MUNICIPALITY)
        value, floor = interleaved(answering(made, evaluation), lambda: ask("round")["milliseconds"], _ROUNDS)
        shown = ask("round")["visible"]
        if peer.stdin is not None:
            peer.stdin.close()
    expected = len(made.questions) - sum(question.when is not None for question in made.questions)
    if not expected <= shown <= len(made.questions):
        raise RuntimeError(f"SurveyJS shows {shown} questions, which cannot be: it was asked something else")
    return Figure(
        name=f"{NAME} ({version})", value=value * 1000 / ANSWERS, floor=floor * 1000 / _PEER_ANSWERS, unit="µs", bound=1
    )


def _asking(peer: subprocess.Popen[str]) -> Callable[..., dict[str, Any]]:
    def ask(line: str, *, answered: bool = True) -> dict[str, Any]:
        if peer.stdin is None or peer.stdout is None:
            raise RuntimeError("the peer was started without pipes")
        peer.stdin.write(f"{line}\n")
        peer.stdin.flush()
        said: dict[str, Any] = json.loads(peer.stdout.readline()) if answered else {}
        return said

    return ask


def _task(made: Questionnaire) -> str:
    """The same questions with the same conditions, as SurveyJS takes them; names of questions hold no dots there."""
    pages: dict[str, list[dict[str, Any]]] = {}
    for question in made.questions:
        if question.summands:
            continue
        element: dict[str, Any] = {
            "type": "radiogroup",
            "name": _name(question.id),
            "title": question.text,
            "choices": [{"value": level, "text": anchor} for level, anchor in enumerate(question.anchors)],
        }
        if isinstance(question.when, QuestionWithin):
            element["visibleIf"] = f"{{{_name(question.when.question)}}} >= {question.when.at_least}"
        pages.setdefault(question.dimension, []).append(element)
    drivers = [_name(name) for name in list(touched(made))[:10]]
    survey = {"pages": [{"name": f"p{name.replace('.', '_')}", "elements": page} for name, page in pages.items()]}
    return json.dumps({"survey": survey, "drivers": drivers, "levels": LEVELS, "answers": _PEER_ANSWERS})


def _name(question: str) -> str:
    return f"q{question.replace('.', '_')}"
