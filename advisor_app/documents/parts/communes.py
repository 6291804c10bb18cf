"""The communes of a joint case side by side: where each stands by itself, and how far they lie apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from advisor_app.documents.assessed import Assessed, assessed, has_other_figures
from advisor_app.documents.blocks import (
    Align,
    Block,
    Cell,
    Column,
    Heading,
    Paragraph,
    ParagraphKind,
    Row,
    RowKind,
    Table,
)
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.parts.standing import score_of, standing_title
from advisor_app.documents.wording import DASH
from advisor_app.domain.foundations import DimensionKind

_NEAR = Fraction(1)


@dataclass(frozen=True)
class CommunesBeside:
    """At least two assessments by one questionnaire; the first is that of all together where they answered one."""

    columns: tuple[Assessed, ...]

    @cached_property
    def dimensions(self) -> tuple[str, ...]:
        """The dimensions that make up the module's value, in the questionnaire's order."""
        first = self.columns[0].questionnaire
        return tuple(item.id for item in first.dimensions if item.kind is DimensionKind.CROSS_CUTTING)

    def name(self, item: Assessed) -> str:
        """Whose assessment it is."""
        if not item.assessment.commune:
            return item.given.texts("communes.together")
        return item.given.case.commune.title

    def score(self, item: Assessed, dimension: str) -> Fraction | None:
        """The score of a commune in a dimension."""
        return next((score.score for score in item.result.dimensions if score.id == dimension), None)

    def words(self, item: Assessed, dimension: str) -> str:
        """The same in words, with the reason where there is no score."""
        score = next((score for score in item.result.dimensions if score.id == dimension), None)
        return DASH if score is None else score_of(item, score).words

    def apart(self, dimension: str) -> Fraction | None:
        """From the lowest to the highest of those who were assessed by themselves; None for fewer than two."""
        own = [self.score(item, dimension) for item in self.columns if item.assessment.commune]
        values = [value for value in own if value is not None]
        return max(values) - min(values) if len(values) > 1 else None

    @property
    def notices(self) -> tuple[str, ...]:
        """What keeps figures from being compared one to one."""
        texts, first = self.columns[0].given.texts, self.columns[0]
        kinds = {item.given.case.commune.kind for item in self.columns if item.assessment.commune}
        other = any(has_other_figures(item, first) for item in self.columns if item is not first)
        return tuple(
            texts(f"communes.{name}") for name, holds in (("kinds", len(kinds) > 1), ("versions", other)) if holds
        )

    @property
    def sentence(self) -> str:
        """Where the communes lie furthest apart, or that they lie close together."""
        texts, wording = self.columns[0].given.texts, self.columns[0].given.wording
        found = [(apart, name) for name in self.dimensions if (apart := self.apart(name)) is not None]
        if not found:
            return texts("communes.too-few")
        most = max(apart for apart, _ in found)
        if most < _NEAR:
            return texts("communes.near", apart=wording.score(most))
        names = [self.columns[0].title(name) for apart, name in found if apart == most]
        return texts("communes.far", dimensions=texts.joined(names), apart=wording.score(most))


def communes_beside(given: DocumentInput, questionnaire: str) -> CommunesBeside | None:
    """All that was answered by a questionnaire, side by side; None where that is not at least two assessments."""
    case = given.case
    current = (item for item in case.current_assessments() if item.questionnaire == questionnaire)
    together = (item for item in current if not item.commune)
    found = [item for item in (*together, *case.own_assessments(questionnaire)) if case.answers.get(item.id)]
    if len(case.head.communes) < 2 or len(found) < 2:
        return None
    return CommunesBeside(tuple(assessed(given, item) for item in found))


def communes_section(current: Assessed) -> Iterator[Block]:
    """The communes side by side, in the report of what all answered together; one's own report tells of nobody else."""
    if current.assessment.commune:
        return
    beside = communes_beside(current.given, current.assessment.questionnaire)
    if beside is None:
        return
    texts = current.given.texts
    yield Heading(2, texts("communes.title"))
    yield Paragraph(text=beside.sentence, introduces=True)
    yield _table(current, beside)
    for words in beside.notices:
        yield Paragraph(text=words, kind=ParagraphKind.NOTE)


def _table(current: Assessed, beside: CommunesBeside) -> Table:
    texts, wording = current.given.texts, current.given.wording
    rows = [
        Row(
            (
                beside.name(item),
                standing_title(item) or DASH,
                *(wording.score(beside.score(item, name)) for name in beside.dimensions),
            )
        )
        for item in beside.columns
    ]
    spans: tuple[Cell, ...] = tuple(wording.score(beside.apart(name)) for name in beside.dimensions)
    rows.append(Row((texts("communes.apart"), "", *spans), kind=RowKind.TOTAL))
    return Table(
        columns=(
            Column(title=texts("communes.commune"), weight=2),
            Column(title=texts("communes.standing"), weight=3),
            *(Column(title=name, align=Align.END) for name in beside.dimensions),
        ),
        rows=tuple(rows),
        summary=texts("communes.summary"),
    )
