"""Reads ``questionnaire.toml``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from advisor_app.content.conditions import read_condition
from advisor_app.content.entry import Entry, read_entries
from advisor_app.content.table import Table
from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.foundations import MAXIMUM_LEVEL, DimensionTitle, Scale
from advisor_app.domain.questionnaire import Criterion, Dimension, Phase, Question, Questionnaire, QuestionType, Variant

_HIGHEST_WEIGHT = 9
_HIGHEST_QUESTION_WEIGHT = 3
_KEYS_BY_TYPE = ("weight", "blocking", "anchors", "anchors_short", "choices", "unit", "minimum", "maximum", "sum")


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """A dimension's weight as the questionnaire gives it; its title stands in base."""

    dimension: str
    weight: int


@dataclass(slots=True, kw_only=True)
class QuestionnaireContent:
    """A questionnaire's parts with their tables."""

    table: Table
    id: str
    version: str
    module: str
    title: str
    dimensions: list[Entry[Weight]] = field(default_factory=list)
    phases: list[Entry[Phase]] = field(default_factory=list)
    questions: list[Entry[Question]] = field(default_factory=list)

    def build(self, titles: Mapping[str, DimensionTitle], scale: Scale) -> Questionnaire:
        """The questionnaire with the titles of its dimensions; dimensions without one are left out."""
        return Questionnaire(
            id=self.id,
            version=self.version,
            module=self.module,
            title=self.title,
            scale=scale,
            dimensions=tuple(
                self._dimension(entry.value, titles[entry.value.dimension])
                for entry in self.dimensions
                if entry.value.dimension in titles
            ),
            phases=tuple(entry.value for entry in self.phases),
        )

    @property
    def shared(self) -> Mapping[str, str]:
        """The words under which questions of several modules ask the same, by question."""
        keys = {entry.value.id: shared_key(entry.table) for entry in self.questions if not entry.value.retired}
        return {name: key for name, key in keys.items() if key}

    def _dimension(self, weight: Weight, title: DimensionTitle) -> Dimension:
        return Dimension(
            id=title.id,
            kind=title.kind,
            title=title.title,
            short=title.short,
            weight=weight.weight,
            questions=tuple(entry.value for entry in self.questions if entry.value.dimension == title.id),
        )


def read_questionnaire(table: Table) -> QuestionnaireContent:
    """A pack's questionnaire."""
    content = QuestionnaireContent(
        table=table,
        id=table.id(),
        version=table.version(),
        module=table.id("module"),
        title=table.text("title"),
        dimensions=read_entries(table, "dimension", _read_weight),
        phases=read_entries(table, "phase", _read_phase),
        questions=read_entries(table, "question", _read_question),
    )
    table.finish()
    return content


def _read_weight(table: Table) -> Weight:
    return Weight(dimension=table.id(), weight=table.integer("weight", 1, _HIGHEST_WEIGHT))


def _read_phase(table: Table) -> Phase:
    return Phase(
        number=table.integer("number", 1, 9),
        title=table.text("title"),
        text=table.text("text"),
        threshold=table.decimal("from"),
        criteria=tuple(entry.value for entry in read_entries(table, "criteria", _read_criterion)),
    )


def _read_criterion(table: Table) -> Criterion:
    every = table.flag("every_dimension")
    question = table.id("question") if "question" in table else None
    dimension = table.id("dimension") if "dimension" in table else None
    if every + (question is not None) + (dimension is not None) != 1:
        table.flaw("criterion-form")
    return Criterion(at_least=table.decimal("at_least"), question=question, dimension=dimension)


def shared_key(table: Table) -> str:
    """The word under which a question asks the same as those of other modules; empty where it has none.

    It is no part of the questionnaire that cases store: what was asked does not change by it.
    """
    return table.id("shared") if "shared" in table else ""


def _read_question(table: Table) -> Question:
    kind = table.member("type", QuestionType)
    if not table.sound:
        # Without its type nobody knows which of these it should have.
        table.ignore(*_KEYS_BY_TYPE)
    scores = table.sound and kind is QuestionType.LEVEL
    is_number = kind is QuestionType.NUMBER
    when = table.table("when")
    shared_key(table)
    return Question(
        id=table.id(),
        dimension=table.id("dimension"),
        type=kind,
        text=table.text("text"),
        short=table.text("short"),
        hint=table.text_or("hint"),
        evidence=table.text_or("evidence"),
        roles=table.texts_or("roles"),
        weight=table.integer("weight", 1, _HIGHEST_QUESTION_WEIGHT) if scores else 0,
        blocking=table.flag("blocking") if scores else False,
        confidential=table.flag("confidential"),
        not_applicable=table.text("not_applicable") if "not_applicable" in table else None,
        when=None if when is None else read_condition(when),
        anchors=_read_anchors(table, "anchors") if scores else (),
        anchors_short=_read_anchors(table, "anchors_short") if scores else (),
        choices=table.some_texts("choices") if kind is QuestionType.CHOICE else (),
        unit=table.text_or("unit") if is_number or kind is QuestionType.CALCULATION else "",
        minimum=table.decimal_or_none("minimum") if is_number else None,
        maximum=table.decimal_or_none("maximum") if is_number else None,
        summands=table.some_texts("sum") if kind is QuestionType.CALCULATION else (),
        variants=tuple(_read_variants(table, scores=scores)),
        sources=table.some_texts("sources"),
        retired=table.flag("retired"),
    )


def _read_variants(table: Table, *, scores: bool) -> Iterator[Variant]:
    kinds = {kind.value: kind for kind in CommuneKind}
    for name, other in table.named_tables("variant").items():
        if name not in kinds:
            other.flaw("unknown-word", key="variant", word=name, words=", ".join(kinds))
            continue
        yield Variant(
            kind=kinds[name],
            text=other.text("text") if "text" in other else None,
            hint=other.text("hint") if "hint" in other else None,
            anchors=_read_anchors(other, "anchors") if scores and "anchors" in other else None,
            anchors_short=_read_anchors(other, "anchors_short") if scores and "anchors_short" in other else None,
        )
        other.finish()


def _read_anchors(table: Table, key: str) -> tuple[str, ...]:
    return table.texts(key, length=MAXIMUM_LEVEL + 1)
