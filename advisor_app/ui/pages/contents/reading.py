"""What every section of a pack is put into words with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.conditions import (
    AllOf,
    AnyOf,
    AreaChosen,
    CommuneKindIs,
    Condition,
    Not,
    QuestionWithin,
)
from advisor_app.domain.foundations import Certainty
from advisor_app.services.packs import PackContents
from advisor_app.texts import Texts
from advisor_app.texts.numbers import format_date, format_decimal
from advisor_app.ui.pages.contents.blocks import Text
from advisor_app.ui.widgets.fact_words import named_sources, origin, warnings


@dataclass(frozen=True, slots=True)
class Reading:
    """A pack that is read on a day."""

    contents: PackContents
    texts: Texts
    on: date

    def kinds(self, kinds: Iterable[CommuneKind]) -> str:
        """Kinds of commune by their titles."""
        return ", ".join(self.contents.catalog.kinds[kind].title for kind in kinds)

    def roles(self, names: Iterable[str]) -> str:
        """Roles by their titles."""
        roles = self.contents.catalog.roles
        return ", ".join(roles[name].title if name in roles else name for name in names)

    def dimension(self, name: str) -> str:
        """A dimension with its number."""
        found = self.contents.catalog.dimensions.get(name)
        return name if found is None else f"{name} {found.title}"

    def day(self, day: date) -> str:
        """A date as it is written."""
        return format_date(day, self.texts.language)

    def period(self, first: date | None, last: date | None) -> str:
        """From when to when something holds, both days included; empty where that is not known."""
        translate = QCoreApplication.translate
        if first is not None and last is not None:
            words = translate("contents", "gilt von {first} bis {last}")
            return words.format(first=self.day(first), last=self.day(last))
        if first is not None:
            return translate("contents", "gilt ab {day}").format(day=self.day(first))
        return "" if last is None else translate("contents", "gilt bis {day}").format(day=self.day(last))

    def figure(self, figure: Decimal) -> str:
        """A number without idle zeros."""
        whole = figure == figure.to_integral_value()
        return format_decimal(figure, 0 if whole else 1, self.texts.language)

    def stand(self, as_of: date, sources: Iterable[str]) -> Text:
        """When something was looked up, and where."""
        return Text(origin(as_of, sources, self.contents.catalog.sources, self.texts.language), "caption", "ink3")

    def sources(self, names: Iterable[str]) -> Text:
        """Where something without a date comes from."""
        words = QCoreApplication.translate("contents", "Quelle: {sources}")
        named = named_sources(names, self.contents.catalog.sources)
        return Text(words.format(sources=named) if named else "", "caption", "ink3")

    def doubts(
        self, *, valid_to: date | None = None, check: date | None = None, certainty: Certainty = Certainty.HIGH
    ) -> Iterator[Text]:
        """What to say of something that is expired, due or uncertain."""
        found = warnings(self.on, self.texts.language, valid_to=valid_to, check=check, certainty=certainty)
        return (Text(words, "caption", "amber") for words in found)

    def condition(self, condition: Condition) -> str:
        """When a question is asked."""
        translate = QCoreApplication.translate
        match condition:
            case QuestionWithin():
                return self._within(condition)
            case AreaChosen(area=area):
                return translate("contents", "{area} ist gewählt").format(area=self.dimension(area))
            case CommuneKindIs(commune_kind=kind):
                return self.contents.catalog.kinds[kind].title
            case Not(negated=part):
                return translate("contents", "nicht ({condition})").format(condition=self.condition(part))
            case AllOf(all=parts):
                return translate("contents", " und ").join(map(self._part, parts))
            case AnyOf(any=parts):
                return translate("contents", " oder ").join(map(self._part, parts))

    def _part(self, condition: Condition) -> str:
        words = self.condition(condition)
        return f"({words})" if isinstance(condition, AllOf | AnyOf) else words

    def _within(self, condition: QuestionWithin) -> str:
        translate = QCoreApplication.translate
        low, high = condition.at_least, condition.at_most
        if low is not None and high is not None:
            words = translate("contents", "{question} zwischen {low} und {high}")
            return words.format(question=condition.question, low=self.figure(low), high=self.figure(high))
        if low is not None:
            words = translate("contents", "{question} mindestens {low}")
            return words.format(question=condition.question, low=self.figure(low))
        words = translate("contents", "{question} höchstens {high}")
        return words.format(question=condition.question, high="" if high is None else self.figure(high))
