"""The evaluation of answers: what one answer costs against bare closures, and whether size matters."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.conditions import QuestionWithin
from advisor_app.domain.evaluation import Evaluation
from advisor_app.domain.foundations import Scale
from advisor_app.domain.questionnaire import Questionnaire
from benchmarks.large import questionnaire
from benchmarks.measuring import Figure, interleaved, timed

ANSWERS = 2000
"""Answers of one round."""
LEVELS = (2, 3, 2, 4)
"""As a group wavers: some of the conditions turn, most hold."""


def _subject(scale: Scale, size: int) -> Callable[[], float]:
    """Milliseconds to take over 2,000 answers, each to a question that conditions look at."""
    made = questionnaire(scale, size)
    return answering(made, Evaluation(made, CommuneKind.MUNICIPALITY))


def answering(made: Questionnaire, evaluation: Evaluation) -> Callable[[], float]:
    """Milliseconds to give an evaluation 2,000 answers, each to a question that conditions look at."""
    drivers = list(touched(made))[:10]
    answers = [Answer(state=AnswerState.ANSWERED, level=level) for level in LEVELS]

    def run() -> None:
        for number in range(ANSWERS):
            evaluation.set_answer(drivers[number % len(drivers)], answers[number // len(drivers) % len(answers)])

    return lambda: timed(run)


def touched(made: Questionnaire) -> dict[str, list[QuestionWithin]]:
    """The conditions that look at a question, by the question."""
    touched: dict[str, list[QuestionWithin]] = {}
    for question in made.questions:
        if isinstance(question.when, QuestionWithin):
            touched.setdefault(question.when.question, []).append(question.when)
    return touched


def _floor(scale: Scale) -> Callable[[], float]:
    """The same conditions as bare closures over a list into which the answer is put."""
    conditions_of = touched(questionnaire(scale, 1000))
    values: list[int | None] = [None] * len(conditions_of)

    def closure(index: int, bound: int) -> Callable[[], bool]:
        return lambda: (value := values[index]) is not None and value >= bound

    tests = [
        [closure(index, int(condition.at_least or 0)) for condition in conditions]
        for index, conditions in enumerate(conditions_of.values())
    ]

    def run() -> None:
        for number in range(ANSWERS):
            index = number % len(tests)
            values[index] = LEVELS[number // len(tests) % len(LEVELS)]
            for test in tests[index]:
                test()

    return lambda: timed(run)


def figures(scale: Scale) -> Iterator[Figure]:
    """One answer against bare closures, and 4,000 questions against 1,000."""
    thousand, four_thousand = _subject(scale, 1000), _subject(scale, 4000)
    value, floor = interleaved(thousand, _floor(scale), 15)
    yield Figure(
        name="engine: one answer, 1,000 questions, against its conditions as bare closures",
        value=value * 1000 / ANSWERS,
        floor=floor * 1000 / ANSWERS,
        unit="µs",
        bound=5,
    )
    value, floor = interleaved(four_thousand, thousand, 15)
    yield Figure(
        name="engine: one answer, 4,000 questions, against 1,000",
        value=value * 1000 / ANSWERS,
        floor=floor * 1000 / ANSWERS,
        unit="µs",
        bound=1.3,
    )
