"""The evaluation of answers: what one answer costs against bare closures, and whether size matters."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.catalog import Scale
from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.evaluation import Evaluation
from benchmarks.large import questionnaire
from benchmarks.measuring import Figure, interleaved, timed

_ANSWERS = 2000


def _subject(scale: Scale, size: int) -> Callable[[], float]:
    """Milliseconds to take over 2,000 answers that each touch a condition."""
    made = questionnaire(scale, size)
    evaluation = Evaluation(made, CommuneKind.MUNICIPALITY)
    touching = [
        question.when.question
        for question in made.questions
        if question.when is not None and hasattr(question.when, "question")
    ]
    answers = [Answer(state=AnswerState.ANSWERED, level=level) for level in (0, 3)]

    def run() -> None:
        for number in range(_ANSWERS):
            evaluation.set_answer(touching[number % len(touching)], answers[number // len(touching) % 2])

    return lambda: timed(run)


def _floor() -> Callable[[], float]:
    """The same number of conditions as bare closures over a list, with the answer put into the list."""
    values: list[int | None] = [None] * 1000
    tests: list[Callable[[], bool]] = [
        (lambda index=index: (value := values[index]) is not None and value >= 1) for index in range(300)
    ]

    def run() -> None:
        for number in range(_ANSWERS):
            values[number % 300] = 3
            tests[number % 300]()

    return lambda: timed(run)


def figures(scale: Scale) -> Iterator[Figure]:
    """One answer against bare closures, and 4,000 questions against 1,000."""
    thousand, four_thousand = _subject(scale, 1000), _subject(scale, 4000)
    value, floor = interleaved(thousand, _floor(), 15)
    yield Figure(
        name="engine: one answer, 1,000 questions, against its conditions as bare closures",
        value=value * 1000 / _ANSWERS,
        floor=floor * 1000 / _ANSWERS,
        unit="µs",
        bound=5,
    )
    value, floor = interleaved(four_thousand, thousand, 15)
    yield Figure(
        name="engine: one answer, 4,000 questions, against 1,000",
        value=value * 1000 / _ANSWERS,
        floor=floor * 1000 / _ANSWERS,
        unit="µs",
        bound=1.3,
    )
