"""When a question is asked, in words that people can check while they write: ``4.4.1 mindestens Stufe 1``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import assert_never

from advisor_app.domain.catalog import Catalog
from advisor_app.domain.conditions import (
    AllOf,
    AnyOf,
    AreaChosen,
    CommuneKindIs,
    Condition,
    Not,
    QuestionWithin,
)
from advisor_app.domain.questionnaire import Question
from advisor_app.texts import Texts
from advisor_app.texts.numbers import format_decimal


@dataclass(frozen=True, slots=True)
class ConditionWords:
    """Words for the conditions of one questionnaire, whose questions go by their ids."""

    texts: Texts
    catalog: Catalog
    questions: Mapping[str, Question]

    def __call__(self, condition: Condition) -> str:
        """A condition as a phrase without a verb, to follow ``Nur wenn``."""
        match condition:
            case QuestionWithin():
                return self._within(condition)
            case AreaChosen(area=area):
                dimension = self.catalog.dimensions.get(area)
                title = area if dimension is None else f"{area} {dimension.title}"
                return self.texts("questions.when.area", area=title)
            case CommuneKindIs(commune_kind=kind):
                return self.texts("questions.when.kind", kind=self.catalog.kinds[kind].title)
            case Not(negated=part):
                return self.texts("questions.when.not", condition=self._part(part))
            case AllOf(all=parts):
                return self.texts("questions.when.and").join(map(self._part, parts))
            case AnyOf(any=parts):
                return self.texts("questions.when.or").join(map(self._part, parts))
            case _:
                assert_never(condition)

    def _part(self, condition: Condition) -> str:
        words = self(condition)
        return f"({words})" if isinstance(condition, AllOf | AnyOf) else words

    def _within(self, condition: QuestionWithin) -> str:
        low, high = self._figure(condition.at_least), self._figure(condition.at_most)
        found = self.questions.get(condition.question)
        what = "level" if found is not None and found.scores else "number"
        if low and high:
            bounds = "exactly" if low == high else "between"
        else:
            bounds = "at-least" if low else "at-most" if high else "answered"
        return self.texts(f"questions.when.{what}.{bounds}", question=condition.question, low=low, high=high)

    def _figure(self, bound: Decimal | None) -> str:
        if bound is None:
            return ""
        decimals = max(0, -int(bound.normalize().as_tuple().exponent))
        return format_decimal(bound, decimals, self.texts.language)
