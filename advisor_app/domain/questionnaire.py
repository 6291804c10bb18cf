"""Questionnaires as packs define them: dimensions, questions, phases; read-only."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.conditions import Condition
from advisor_app.domain.foundations import DimensionKind, Scale


class QuestionType(Enum):
    """How a question is answered; each has its folder under ``advisor_app/questions``."""

    LEVEL = "level"
    NUMBER = "number"
    TEXT = "text"
    CHOICE = "choice"
    CALCULATION = "calculation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """Other wording of a question for one kind of commune; None keeps the question's own."""

    kind: CommuneKind
    text: str | None = None
    hint: str | None = None
    anchors: tuple[str, ...] | None = None
    anchors_short: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question of a questionnaire. ``not_applicable`` names the only case in which that state is allowed.

    An answer keeps one of ``choices``; ``choice_words`` says them in another language and is never stored.
    """

    id: str
    dimension: str
    type: QuestionType
    text: str
    short: str
    hint: str = ""
    evidence: str = ""
    roles: tuple[str, ...] = ()
    weight: int = 0
    blocking: bool = False
    confidential: bool = False
    not_applicable: str | None = None
    when: Condition | None = None
    anchors: tuple[str, ...] = ()
    anchors_short: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    unit: str = ""
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    summands: tuple[str, ...] = ()
    variants: tuple[Variant, ...] = ()
    sources: tuple[str, ...] = ()
    retired: bool = False
    choice_words: tuple[str, ...] = ()

    @property
    def scores(self) -> bool:
        """Whether the answer enters its dimension's score."""
        return self.type is QuestionType.LEVEL

    @property
    def can_be_polled(self) -> bool:
        """Whether a group may be asked for its levels."""
        return self.scores and not self.confidential

    @property
    def is_calculated(self) -> bool:
        """Whether the program answers it from other answers, so that nobody is asked."""
        return self.type is QuestionType.CALCULATION

    @property
    def shown_choices(self) -> tuple[str, ...]:
        """The choices as they are shown, in the order of ``choices``."""
        return self.choice_words or self.choices

    def wording(self, kind: CommuneKind) -> Variant:
        """The wording for a kind of commune, every part filled."""
        other = next((variant for variant in self.variants if variant.kind is kind), Variant(kind=kind))
        return Variant(
            kind=kind,
            text=other.text or self.text,
            hint=other.hint or self.hint,
            anchors=other.anchors or self.anchors,
            anchors_short=other.anchors_short or self.anchors_short,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Dimension:
    """A dimension of a questionnaire with its weight G and its questions in order."""

    id: str
    kind: DimensionKind
    title: str
    short: str
    weight: int
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """A minimum for a phase: of one question, one dimension, or (both None) of every cross-cutting dimension."""

    at_least: Decimal
    question: str | None = None
    dimension: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """A phase of digitalisation: reached from a module score on, with minimum criteria."""

    number: int
    title: str
    text: str
    threshold: Decimal
    criteria: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Questionnaire:
    """A questionnaire with everything that is needed to ask, score and print it for ever; ``digest`` is its SHA-256."""

    id: str
    version: str
    module: str
    title: str
    scale: Scale
    dimensions: tuple[Dimension, ...]
    phases: tuple[Phase, ...] = ()

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions in the order of their dimensions."""
        return tuple(question for dimension in self.dimensions for question in dimension.questions)
