"""Questions, answers and a questionnaire for tests that need something real to work on.

``example_questionnaire()`` is one of module 4: five cross-cutting dimensions with the shipped weights, every question
type, two impact areas. It is built anew on every call and stays independent of the shipped packs;
``dataclasses.replace`` makes variants of its parts. ``level_question``, ``other_question``, ``small_questionnaire`` and
``answered`` serve tests that need their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.conditions import QuestionWithin
from advisor_app.domain.foundations import (
    DimensionKind,
    Level,
    Scale,
)
from advisor_app.domain.questionnaire import Criterion, Dimension, Phase, Question, Questionnaire, QuestionType, Variant

SCALE = Scale(
    version="1.0",
    notice="Orientierungswert nach eigenem Modell, nicht geeicht.",
    levels=(
        Level(number=0, word="nicht vorhanden", meaning="Es gibt nichts.", below=Decimal("0.8")),
        Level(number=1, word="punktuell", meaning="An Personen gebunden.", below=Decimal("1.6")),
        Level(number=2, word="teilweise", meaning="Teilweise geregelt oder erprobt.", below=Decimal("2.4")),
        Level(number=3, word="verbindlich", meaning="Verbindlich eingeführt.", below=Decimal("3.2")),
        Level(number=4, word="gemessen", meaning="Gemessen und laufend verbessert."),
    ),
    minimum_answers=3,
    minimum_coverage=Decimal("0.7"),
    blocking_cap=Decimal("1.59"),
    near=Decimal("0.1"),
    default_target_step=1,
    priority_a=2,
    priority_c=-2,
)

EXAMPLE_LEVELS: Mapping[str, int] = {
    **dict.fromkeys(("4.1.1", "4.1.2", "4.1.3", "4.1.4"), 2),
    "4.2.1": 2,
    "4.2.2": 2,
    "4.2.3": 1,
    "4.2.4": 1,
    **dict.fromkeys(("4.3.1", "4.3.2", "4.3.3", "4.3.4", "4.3.5"), 1),
    **dict.fromkeys(("4.4.1", "4.4.2", "4.4.3", "4.4.4"), 2),
    "4.5.1": 2,
    "4.5.2": 2,
    "4.5.3": 1,
    "4.5.4": 2,
}
"""The worked example of the scoring rules: question → level."""

_WEIGHTS: Mapping[str, tuple[int, ...]] = {
    "4.1": (3, 2, 2, 1),
    "4.2": (2, 2, 2, 2),
    "4.3": (2, 3, 3, 1, 2),
    "4.4": (2, 2, 2, 2),
    "4.5": (3, 3, 2, 2),
    "WB2": (2, 2, 2, 2),
    "WB8": (2, 2, 2, 2),
}
_BLOCKING = frozenset({"4.2.1", "4.3.3"})

_TITLES: Mapping[str, tuple[str, int]] = {
    "4.1": ("Strategie und Politik", 2),
    "4.2": ("Organisation und Geld", 2),
    "4.3": ("Daten und Technik", 2),
    "4.4": ("Beteiligung und Partner", 1),
    "4.5": ("Umsetzung und Wirkung", 2),
    "WB2": ("Umwelt und Klima", 1),
    "WB8": ("Sicherheit und Vorsorge", 1),
}
_EV = ("EV",)


def level_question(name: str, dimension: str = "D", **parts: Any) -> Question:
    """A level question with anchors; weight 1 unless given."""
    given: dict[str, Any] = {
        "type": QuestionType.LEVEL,
        "text": f"Wie weit ist {name}?",
        "short": f"Stand {name}",
        "weight": 1,
        "anchors": tuple(f"{name} steht auf Stufe {level}." for level in range(5)),
        "anchors_short": tuple(f"Stufe {level}" for level in range(5)),
        "sources": _EV,
    }
    return Question(id=name, dimension=dimension, **{**given, **parts})


def other_question(name: str, kind: QuestionType, dimension: str = "D", **parts: Any) -> Question:
    """A question that does not score."""
    given: dict[str, Any] = {"text": f"Was ist {name}?", "short": name, "sources": _EV}
    return Question(id=name, dimension=dimension, type=kind, **{**given, **parts})


def small_questionnaire(*questions: Question, phases: tuple[Phase, ...] = ()) -> Questionnaire:
    """A questionnaire of just these questions; dimensions named ``WB…`` are impact areas, all weigh 1."""
    names = dict.fromkeys(question.dimension for question in questions)
    return Questionnaire(
        id="q",
        version="1.0.0",
        module="M4",
        title="Probe",
        scale=SCALE,
        phases=phases,
        dimensions=tuple(
            Dimension(
                id=name,
                kind=_kind_of(name),
                title=name,
                short=name,
                weight=1,
                questions=tuple(question for question in questions if question.dimension == name),
            )
            for name in names
        ),
    )


def answered(levels: Mapping[str, int]) -> dict[str, Answer]:
    """Agreed answers of these levels."""
    return {name: Answer(state=AnswerState.ANSWERED, level=level) for name, level in levels.items()}


def number_answer(value: str | int) -> Answer:
    """The answer to a number question."""
    return Answer(state=AnswerState.ANSWERED, number=Decimal(value))


def _kind_of(dimension: str) -> DimensionKind:
    return DimensionKind.IMPACT_AREA if dimension.startswith("WB") else DimensionKind.CROSS_CUTTING


def example_questionnaire() -> Questionnaire:
    """The questionnaire ``m4`` with the shipped dimensions, weights and phases, and texts of its own."""
    return Questionnaire(
        id="m4",
        version="1.0.0",
        module="M4",
        title="Smart Region",
        scale=SCALE,
        dimensions=tuple(_dimension(name) for name in _WEIGHTS),
        phases=_phases(),
    )


def _dimension(name: str) -> Dimension:
    title, weight = _TITLES[name]
    scoring = tuple(
        level_question(
            f"{name}.{position}",
            name,
            weight=weight_of_question,
            blocking=f"{name}.{position}" in _BLOCKING,
            roles=("BM", "HA"),
            evidence="Beschluss mit Datum",
            hint="Fragen Sie nach dem Beschluss.",
            not_applicable="Nur wenn es die Aufgabe hier nicht gibt." if f"{name}.{position}" == "4.1.4" else None,
            variants=_variants(f"{name}.{position}"),
        )
        for position, weight_of_question in enumerate(_WEIGHTS[name], start=1)
    )
    return Dimension(
        id=name, kind=_kind_of(name), title=title, short=title, weight=weight, questions=(*scoring, *_others(name))
    )


def _variants(question: str) -> tuple[Variant, ...]:
    if question != "4.1.1":
        return ()
    return (Variant(kind=CommuneKind.DISTRICT, text="Wie weit ist die Strategie des Landkreises?"),)


def _others(dimension: str) -> tuple[Question, ...]:
    since = QuestionWithin(question="4.5.1", at_least=Decimal(2))
    return {
        "4.1": (other_question("4.1.5", QuestionType.TEXT, "4.1"),),
        "4.4": (
            other_question(
                "4.4.5",
                QuestionType.CHOICE,
                "4.4",
                choices=("Portal", "Treffen", "Brief"),
                when=QuestionWithin(question="4.4.1", at_least=Decimal(1)),
            ),
        ),
        "4.5": (
            other_question("4.5.5", QuestionType.NUMBER, "4.5", unit="Lösungen", minimum=Decimal(0), when=since),
            other_question("4.5.6", QuestionType.NUMBER, "4.5", unit="Lösungen", minimum=Decimal(0), when=since),
            other_question(
                "4.5.7", QuestionType.CALCULATION, "4.5", unit="Lösungen", summands=("4.5.5", "4.5.6"), when=since
            ),
        ),
    }.get(dimension, ())


def _phases() -> tuple[Phase, ...]:
    titles = ("Orientieren", "Konzipieren", "Erproben", "Verankern", "Vernetzen")
    thresholds = ("0", "0.8", "1.6", "2.4", "3.2")
    criteria: tuple[tuple[Criterion, ...], ...] = (
        (),
        (Criterion(question="4.5.1", at_least=Decimal(1)),),
        (Criterion(question="4.5.1", at_least=Decimal(2)), Criterion(dimension="4.2", at_least=Decimal("0.8"))),
        (Criterion(question="4.5.1", at_least=Decimal(3)), Criterion(at_least=Decimal("1.6"))),
        (
            Criterion(question="4.4.4", at_least=Decimal(3)),
            Criterion(question="4.5.3", at_least=Decimal(3)),
            Criterion(at_least=Decimal("2.4")),
        ),
    )
    return tuple(
        Phase(number=number, title=title, text=f"Phase {title}.", threshold=Decimal(threshold), criteria=needed)
        for number, (title, threshold, needed) in enumerate(zip(titles, thresholds, criteria, strict=True), start=1)
    )
