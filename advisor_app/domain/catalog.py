"""What a content pack defines: questionnaires, agendas, measures, funding rules and words, all read-only."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING

from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.conditions import Condition

if TYPE_CHECKING:
    from collections.abc import Mapping

    from advisor_app.domain.knowledge import FrequentService, Handout, MaturityModel

MAXIMUM_LEVEL = 4


class Certainty(Enum):
    """How sure the fact base is."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class DimensionKind(Enum):
    """Cross-cutting dimensions make up the module's score; impact areas have a profile of their own."""

    CROSS_CUTTING = "cross-cutting"
    IMPACT_AREA = "impact-area"


class QuestionType(Enum):
    """How a question is answered; each has its folder under ``advisor_app/questions``."""

    LEVEL = "level"
    NUMBER = "number"
    TEXT = "text"
    CHOICE = "choice"
    CALCULATION = "calculation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a fact comes from."""

    id: str
    title: str
    publisher: str
    date: str
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """One of the four consulting modules."""

    id: str
    number: int
    title: str
    summary: str
    days: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DimensionTitle:
    """Name of a dimension, known for every module also where its questionnaire is still missing."""

    id: str
    module: str
    kind: DimensionKind
    title: str
    short: str
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A function in a commune's administration, never a person."""

    id: str
    title: str
    description: str
    fallback: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KindTitle:
    """Name of a kind of commune."""

    id: CommuneKind
    title: str
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One step of the scale 0–4; ``below`` is the upper bound of its band (None for the highest)."""

    number: int
    word: str
    meaning: str
    below: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """The scale and the figures that scoring uses; its version is the scoring version of a result."""

    version: str
    notice: str
    levels: tuple[Level, ...]
    minimum_answers: int
    minimum_coverage: Decimal
    blocking_cap: Decimal
    near: Decimal
    default_target_step: int
    priority_a: int
    priority_c: int


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


class StepKind(Enum):
    """What an agenda step is for."""

    WORK = "work"
    BREAK = "break"
    LUNCH = "lunch"


class Section(Enum):
    """The page of the program that belongs to an agenda step."""

    ASSESSMENT = "assessment"
    RESULTS = "results"
    AREAS = "areas"
    TARGETS = "targets"
    USE_CASE = "use-case"
    PLAN = "plan"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTemplate:
    """One step of an agenda template; times in minutes."""

    id: str
    title: str
    minutes: int
    minimum_minutes: int
    kind: StepKind
    goal: str = ""
    method: str = ""
    outcome: str = ""
    moderation: str = ""
    talking_points: tuple[str, ...] = ()
    materials: tuple[str, ...] = ()
    section: Section | None = None
    facts: tuple[str, ...] = ()
    drop_order: int | None = None
    drop_cost: str = ""


class AgendaVariant(Enum):
    """Shape of a workshop day."""

    FULL_DAY = "full-day"
    HALF_DAY = "half-day"
    TWO_HALF_DAYS = "two-half-days"
    SHORT = "short"
    ONLINE = "online"
    PRE_SURVEY = "pre-survey"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaTemplate:
    """The plan of a workshop day as a module proposes it."""

    id: str
    title: str
    module: str
    day: int
    variant: AgendaVariant
    optional: bool
    start: time
    steps: tuple[StepTemplate, ...]


class Effort(Enum):
    """Effort classes in person days: S up to 10, M up to 40, L above."""

    S = "S"
    M = "M"
    L = "L"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionTrigger:
    """A measure is proposed too when this question's level is at most ``at_most``."""

    question: str
    at_most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureTemplate:
    """A measure of the catalogue, proposed where its dimension's level lies from ``at_least`` to ``at_most``."""

    id: str
    dimension: str
    at_least: int
    at_most: int
    title: str
    description: str
    first_steps: tuple[str, ...]
    roles: tuple[str, ...]
    prerequisites: str
    effort: Effort
    person_days: tuple[int, int]
    cost_class: int
    months: int
    support: tuple[str, ...]
    alliance_only: bool
    indicator: str
    risks: str
    builds_on: tuple[str, ...]
    questions: tuple[QuestionTrigger, ...]
    sources: tuple[str, ...]
    as_of: date
    retired: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A glossary entry; what can age about it stands in its facts."""

    id: str
    term: str
    text: str
    full: str = ""
    sources: tuple[str, ...] = ()
    certainty: Certainty = Certainty.HIGH
    check: date | None = None
    modules: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A dated, sourced sentence that may be said to a group; ``funding`` ones also stand beside the funding rules."""

    id: str
    text: str
    as_of: date
    sources: tuple[str, ...]
    certainty: Certainty
    valid_from: date | None = None
    valid_to: date | None = None
    check: date | None = None
    funding: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word that houses name differently (Gemeindevorstand, Magistrat, Kreisausschuss)."""

    id: str
    title: str
    choices: tuple[str, ...]
    by_kind: Mapping[CommuneKind, str] = field(default_factory=lambda: MappingProxyType({}))

    def default(self, kind: CommuneKind) -> str:
        """The word a commune of this kind uses unless it says otherwise."""
        return self.by_kind.get(kind, self.choices[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The days on which a programme pays for a module, both ends included."""

    module: str
    valid_from: date
    valid_to: date | None
    reading: str = ""

    def is_open(self, on: date) -> bool:
        """Whether the day lies in the window."""
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)


class Counts(Enum):
    """Which date of a booking a programme looks at."""

    APPLICATION = "application"
    DELIVERY = "delivery"


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """A funding programme that pays for at most ``at_most`` of its modules per commune."""

    id: str
    short: str
    title: str
    counts: Counts
    modules: tuple[str, ...]
    at_most: int
    rule: str
    windows: tuple[Window, ...]
    as_of: date
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FundingException:
    """With ``with_module`` chosen, ``programme`` also pays ``module``; the excluded modules are then lost."""

    rule: str
    programme: str
    module: str
    with_module: str
    excludes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleText:
    """The wording of a funding rule."""

    id: str
    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """A reading or an open question that belongs beside the rules."""

    id: str
    text: str
    sources: tuple[str, ...]
    certainty: Certainty


class SupportKind(Enum):
    """Own means, support in kind (not a grant), or funding."""

    OWN = "own"
    SUPPORT = "support"
    FUNDING = "funding"


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """Who may help to pay for a measure; ``minimum_grant`` in EUR; sums, shares and deadlines stand in its facts."""

    id: str
    kind: SupportKind
    title: str
    note: str
    as_of: date
    sources: tuple[str, ...]
    valid_to: date | None = None
    minimum_grant: int | None = None
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FundingRules:
    """Programmes, exceptions and their wording, versioned together."""

    version: str
    programmes: tuple[Programme, ...]
    exceptions: tuple[FundingException, ...]
    rules: Mapping[str, RuleText]
    hints: tuple[Hint, ...]
    supports: Mapping[str, Support]


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """Everything the loaded packs define, keyed by id and in the packs' order; handouts by their module.

    All of it is in the language in use but ``questionnaires``: these are what cases store, and stay German.
    ``translations`` are the same questionnaires as they are shown (``domain/translation.py``); German needs none.
    From ``questionnaires`` on, a family may be read when it is first looked into (``content/packs.py``); should its
    files not be usable, AdvisorError(CONTENT) is raised then.
    """

    packs: Mapping[str, str]
    modules: Mapping[str, Module]
    dimensions: Mapping[str, DimensionTitle]
    roles: Mapping[str, Role]
    kinds: Mapping[CommuneKind, KindTitle]
    scale: Scale
    funding: FundingRules
    sources: Mapping[str, Source]
    vocabulary: Mapping[str, Word]
    questionnaires: Mapping[str, Questionnaire]
    agendas: Mapping[str, AgendaTemplate]
    measures: Mapping[str, MeasureTemplate]
    facts: Mapping[str, Fact]
    terms: Mapping[str, Term]
    handouts: Mapping[str, Handout]
    services: Mapping[str, FrequentService]
    maturity_models: Mapping[str, MaturityModel]
    translations: Mapping[str, Questionnaire] = field(default_factory=lambda: MappingProxyType({}))

    def questionnaire_of(self, module: str) -> Questionnaire | None:
        """The questionnaire of a module, None where its pack has none yet."""
        return next((item for item in self.questionnaires.values() if item.module == module), None)
