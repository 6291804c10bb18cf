"""Records of a case in words: what a record is called, and what a change did to each of its fields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from typing import Any

from advisor_app.domain.assessment import AnswerState
from advisor_app.domain.assessment_migration import Decision
from advisor_app.domain.attendance import Presence
from advisor_app.domain.case import Case, CaseCommune
from advisor_app.domain.case_document import DocumentKey
from advisor_app.domain.catalog import Catalog
from advisor_app.domain.changes import (
    AnswerSet,
    Change,
    StatementSet,
)
from advisor_app.domain.minutes import EntryKind
from advisor_app.domain.scan_comparison import CriterionPoints
from advisor_app.domain.service import MaturityRating
from advisor_app.domain.usage import PaymentCount, UsageMonth
from advisor_app.domain.words import Words
from advisor_app.texts import Texts
from advisor_app.texts.e_file import e_file_criterion
from advisor_app.texts.record_titles import RecordTitles
from advisor_app.texts.record_values import RecordValues
from advisor_app.texts.services import rating_sentence
from advisor_app.texts.usage import months_words

_INVISIBLE = frozenset(
    {
        "at", "id", "digest", "position", "template", "template_step", "file", "person", "section", "kind",
        "minutes_entry", "subject", "part", "item", "media_type", "size", "added_at", "question", "successor",
        "content_digest", "file_digest", "origin", "identity", "archived_document", "part_of", "as_planned",
        "archived_documents", "criterion", "area", "dimensions", "document_kinds", "code", "size_class",
        "rollout",
    }
)  # fmt: skip
"""Fields that tell a reader nothing; a change of nothing else is told as one of the order."""
_ITEM_NAMES = ("title", "label", "name", "risk", "programme", "question", "criterion", "area", "code", "model")
_TOLD_IN_SHORT = (MaturityRating, PaymentCount, Presence)
"""Values of a list that have a wording of their own."""
_SHORT = 12
"""Letters of a day, a sum or a number: several of them with their names read well in one line."""
_ITEM_KEYS = ("id", "question", "criterion", "area", "code", "model", "month")


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after; empty where nothing stood or stands there."""

    label: str
    before: str
    after: str


class RecordWords:
    """Tells of the records of one case, as it is now, in one language."""

    def __init__(self, texts: Texts, catalog: Catalog, case: Case) -> None:
        self._texts = texts
        self._catalog = catalog
        self._values = RecordValues(texts, catalog, case)
        self._titles = RecordTitles(self._values)

    def kind(self, kind: str) -> str:
        """The word for a kind of record, as the log names it (answer, measure …)."""
        key = f"history.kind.{kind}"
        return self._texts(key) if key in self._texts else kind

    def title(self, kind: str, change: Change) -> str:
        """What a change is about: „Antwort 4.5.1“, „Maßnahme U1 Konzept“."""
        return " ".join(filter(None, (self.kind(kind), self._titles.of(change))))

    def name(self, change: Change) -> str:
        """What a change is about where its kind is already said: „4.5.1“, „U1 Konzept“; may be empty."""
        return self._titles.of(change)

    def differences(self, change: Change) -> list[FieldChange]:
        """The fields that a change touched, in the record's order."""
        found = list(self._compared("", change.before, change.after))
        if _is_answered(change):
            found = [item for item in found if item.label != self._label("state")] or found
        return found

    def contents(self, change: Change) -> list[tuple[str, str]]:
        """Every field of the record that a change leaves, as its name and its words; what is empty is left out."""
        found = [(label, words) for label, words, _ in self._contents("", "", change.after)]
        if _is_answered(change):
            found = [item for item in found if item[0] != self._label("state")] or found
        return found

    def free_words(self, change: Change) -> list[tuple[str, str]]:
        """Those fields of the record in which somebody wrote for an audience."""
        return [(label, words) for label, words, is_free in self._contents("", "", change.after) if is_free]

    def label(self, path: tuple[str, ...]) -> str:
        """What a field of a record is called; ``path`` names it from the outside in."""
        return " · ".join(filter(None, (self._label(name) for name in path)))

    def role(self, name: str) -> str:
        """What the house of the case calls a role."""
        return self._values.role(name)

    def document(self, document: DocumentKey) -> str:
        """What a document is called, with the assessment, use case or day that it is about."""
        return self._titles.document(document)

    def _contents(self, label: str, name: str, value: Any) -> Iterator[tuple[str, str, bool]]:
        """Name and words of every field, and whether it is free text with an audience."""
        if isinstance(value, Words):
            if value:
                audience = self._texts(f"history.audience.{value.audience.name.lower()}")
                yield f"{label} ({audience})" if label else audience, value.text, True
        elif is_dataclass(value) and not isinstance(value, CaseCommune):
            for field in _told_fields(value):
                words = getattr(value, field)
                inner = " · ".join(filter(None, (label, self._label_of(field, words))))
                yield from self._contents(inner, field, words)
        elif isinstance(value, tuple) and value and isinstance(value[0], UsageMonth):
            yield label, months_words(value, self._texts), False  # each for itself would fill a hundred pages
        elif isinstance(value, tuple) and value and is_dataclass(value[0]) and not isinstance(value[0], CaseCommune):
            short = [self._short_item(item) for item in value]
            if all(short):
                yield label, "; ".join(short), False
                return
            for item in value:
                yield from self._item_contents(label, item)
        elif words := self._values.value(name, value):
            yield label, words, False

    def _short_item(self, item: Any) -> str:
        """A value of a list that says little beside its name, as a part of one line; empty where it says more."""
        title = self._item_title(item)
        beside = [name for name in _told_fields(item) if getattr(item, name) != title]
        if isinstance(item, _TOLD_IN_SHORT) or not title or len(beside) != 1:
            return ""
        value = getattr(item, beside[0])
        words = "" if isinstance(value, Words) else self._values.value(beside[0], value)
        return f"{title}: {words}" if words and len(words) <= _SHORT else ""

    def _item_contents(self, label: str, item: Any) -> Iterator[tuple[str, str, bool]]:
        """One of several values of a field on one line; what was written for an audience keeps a line of its own."""
        if isinstance(item, _TOLD_IN_SHORT):
            yield label, self._item(item), False
            return
        title = self._item_title(item)
        own = " · ".join(filter(None, (label, title)))
        told = list(self._contents("", "", item))
        facts = [f"{name}: {words}" for name, words, is_free in told if words != title and not is_free]
        if facts or len(told) <= 1:
            yield (own, "; ".join(facts), False) if facts else (label, title, False)
        yield from ((f"{own} · {name}", words, True) for name, words, is_free in told if is_free)

    def _compared(self, label: str, before: Any, after: Any) -> Iterator[FieldChange]:
        if before == after:
            return
        sample = after if before is None else before
        if isinstance(sample, Words):
            yield from self._compared_words(label, before or Words(), after or Words())
        elif is_dataclass(sample) and not isinstance(sample, CaseCommune):
            for name in _told_fields(sample):
                values = tuple(getattr(value, name, None) for value in (before, after))
                inner = " · ".join(filter(None, (label, self._label_of(name, *values))))
                yield from self._compared_field(inner, name, *values)
        elif (was := self._values.value("", before)) != (now := self._values.value("", after)):
            yield FieldChange(label, was, now)

    def _compared_field(self, label: str, name: str, before: Any, after: Any) -> Iterator[FieldChange]:
        items = (*(before if isinstance(before, tuple) else ()), *(after if isinstance(after, tuple) else ()))
        if items and is_dataclass(items[0]) and not isinstance(items[0], CaseCommune):
            yield from self._compared_items(label, before or (), after or ())
        elif is_dataclass(before) or is_dataclass(after):
            yield from self._compared(label, before, after)
        else:
            was, now = self._values.value(name, before), self._values.value(name, after)
            if was != now:
                yield FieldChange(label, was, now)

    def _compared_words(self, label: str, before: Words, after: Words) -> Iterator[FieldChange]:
        if before.text != after.text:
            yield FieldChange(label, before.text, after.text)
        if before.audience != after.audience and (before or after):
            inner = " · ".join(filter(None, (label, self._label("audience"))))
            yield FieldChange(inner, self._values.enum(before.audience), self._values.enum(after.audience))

    def _compared_items(self, label: str, before: tuple[Any, ...], after: tuple[Any, ...]) -> Iterator[FieldChange]:
        """Items of a list by their ids, else by their places."""
        was, now = _placed(before), _placed(after)
        for key in dict.fromkeys((*was, *now)):
            name = self._item_title(now.get(key) or was[key])
            if key in was and key in now:
                yield from self._compared(f"{label} · {name}" if name else label, was[key], now[key])
            else:
                name = self._item(now.get(key) or was[key])
                yield FieldChange(label, name if key in was else "", name if key in now else "")
        if list(was) != list(now) and sorted(was) == sorted(now):
            names = ("; ".join(self._item_title(item) for item in items) for items in (before, after))
            yield FieldChange(f"{label} · {self._texts('history.order')}", *names)

    def _item_title(self, item: Any) -> str:
        """What one of several values of a field is called; a rating like its criterion."""
        if isinstance(item, CriterionPoints):
            return e_file_criterion(item.criterion, self._catalog)
        criterion = getattr(item, "criterion", "")
        rules = self._catalog.candidate_rules.criteria if criterion else {}
        return rules[criterion].title if criterion in rules else _item_name(item)

    def _item(self, item: Any) -> str:
        if isinstance(item, Presence):
            return self._values.presence(item)
        if isinstance(item, Decision):
            return f"{item.question}: {self._values.enum(item.choice)}"
        if isinstance(item, UsageMonth):
            return f"{item.label}: {item.uses}"
        if isinstance(item, PaymentCount):
            return f"{self._values.enum(item.payment)}: {item.count}"
        if isinstance(item, MaturityRating):
            return rating_sentence(item, self._catalog.maturity_models, self._texts)
        return self._item_title(item) or self._texts("history.item")

    def _label_of(self, name: str, *values: Any) -> str:
        """What a field is called; a number that was answered is another one than that which orders records."""
        is_order = name == "number" and not any(isinstance(value, Decimal) for value in values)
        return self._label("order_number" if is_order else name)

    def _label(self, name: str) -> str:
        key = f"history.field.{name}"
        return self._texts(key) if key in self._texts else name


def _is_answered(change: Change) -> bool:
    """Whether a question was answered, so that its state shows in what was answered."""
    if isinstance(change, AnswerSet | StatementSet) and change.after is not None:
        return change.after.state is AnswerState.ANSWERED
    return False


def _told_fields(record: Any) -> Iterator[str]:
    """The names of the fields that tell a reader something; what kind an entry of the minutes is does."""
    for field in fields(record):
        if field.name not in _INVISIBLE or isinstance(getattr(record, field.name), EntryKind):
            yield field.name


def _placed(items: tuple[Any, ...]) -> dict[str, Any]:
    keys = (next((getattr(item, name) for name in _ITEM_KEYS if getattr(item, name, "")), "") for item in items)
    return {key or str(place): item for place, (key, item) in enumerate(zip(keys, items, strict=True))}


def _item_name(item: Any) -> str:
    return next((getattr(item, name) for name in _ITEM_NAMES if getattr(item, name, "")), "")
