"""Records of a case in words: what a record is called, and what a change did to each of its fields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from typing import Any

from advisor_app.domain.assessment import AnswerState, AssessmentKind
from advisor_app.domain.assessment_migration import Choice, Decision
from advisor_app.domain.attendance import HalfDay, Presence
from advisor_app.domain.booking import BookingState, Financing
from advisor_app.domain.candidate_rules import Way
from advisor_app.domain.case import Case, CaseCommune
from advisor_app.domain.case_document import DocumentKey, Stage
from advisor_app.domain.catalog import Catalog
from advisor_app.domain.changes import (
    AgendaDaySet,
    AnswerSet,
    ArchivedDocumentSet,
    AssessmentMigrationSet,
    AssessmentSet,
    BookingSet,
    CandidateSet,
    Change,
    ClarificationSet,
    CohortConsentSet,
    CohortFiguresSet,
    ContactSet,
    DocumentStateSet,
    EvidenceSet,
    HandoverSet,
    HeadSet,
    MeasureSet,
    MinutesEntrySet,
    NoteSet,
    ParticipantSet,
    PersonRetentionSet,
    PlanSet,
    PollSet,
    PreparationTaskSet,
    ProcessSet,
    ReadyCheckSet,
    RoleSet,
    SectionSet,
    SentFormSet,
    ServiceSet,
    StatementSet,
    TargetSet,
    UseCaseSet,
    VocabularySet,
    WayDecisionSet,
    WorkingStateSet,
)
from advisor_app.domain.e_file import AreaState, Need
from advisor_app.domain.house_roles import role_title
from advisor_app.domain.local_time import LOCAL
from advisor_app.domain.minutes import EntryKind
from advisor_app.domain.plan import GrantState, MeasureState, Priority
from advisor_app.domain.poll import CountedBy, PollAbout, Settled
from advisor_app.domain.preparation import Doer
from advisor_app.domain.process import MediaBreak
from advisor_app.domain.readiness import ReadyPoint, ReadyState
from advisor_app.domain.scan_comparison import CriterionPoints
from advisor_app.domain.service import Account, OnlineState, Payment, Platform
from advisor_app.domain.usage import PaymentCount, PaymentKind, UsageMonth
from advisor_app.domain.use_case import Roadmap
from advisor_app.domain.words import Audience, Words
from advisor_app.texts import Texts
from advisor_app.texts.assessments import assessment_title
from advisor_app.texts.e_file import e_file_criterion, e_file_title, e_file_word
from advisor_app.texts.numbers import format_cents, format_date
from advisor_app.texts.polls import poll_word
from advisor_app.texts.services import service_word
from advisor_app.texts.states import state_word
from advisor_app.texts.usage import months_words

_CENTS = frozenset({"price", "amount", "cost_once", "cost_yearly", "hourly_rate", "yearly", "yearly_cost", "once_cost"})
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
_LONGEST_BEGINNING = 40
_ITEM_NAMES = ("title", "label", "name", "risk", "programme", "question", "criterion", "area", "code", "model")
_ITEM_KEYS = ("id", "question", "criterion", "area", "code", "model", "month")
_STATES = (BookingState, Financing, MeasureState, GrantState, Roadmap)


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
        self._case = case

    def kind(self, kind: str) -> str:
        """The word for a kind of record, as the log names it (answer, measure …)."""
        key = f"history.kind.{kind}"
        return self._texts(key) if key in self._texts else kind

    def title(self, kind: str, change: Change) -> str:
        """What a change is about: „Antwort 4.5.1“, „Maßnahme U1 Konzept“."""
        return " ".join(filter(None, (self.kind(kind), self._name(change))))

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
        return role_title(name, self._catalog.roles, self._case.roles)

    def _name(self, change: Change) -> str:
        record: Any = change.after or change.before
        match change:
            case HeadSet() | PlanSet() | HandoverSet():
                return ""
            case NoteSet():
                return self._value("at", record.at) if record else ""
            case BookingSet():
                return record.module if record else ""
            case ContactSet() | ParticipantSet() | PersonRetentionSet():
                return self._person(change)
            case MinutesEntrySet():
                return f"{self._enum(record.kind)} {_beginning(record.words.text)}".strip() if record else ""
            case WorkingStateSet():
                return f"{record.number} {self._value('day', record.day)}".strip() if record else ""
            case VocabularySet():
                word = self._catalog.vocabulary.get(change.word)
                return word.title if word else change.word
            case RoleSet():
                return self.role(change.role)
            case AgendaDaySet() | EvidenceSet() | ArchivedDocumentSet() | SentFormSet():
                return record.title if record else ""
            case AssessmentSet() | CohortFiguresSet() | ClarificationSet() | WayDecisionSet():
                return self._assessment(change.id)
            case AssessmentMigrationSet():
                return self._assessment(change.assessment)
            case PollSet():
                return self._of(record.item, record.assessment) if record else ""
            case AnswerSet():
                return self._of(change.question, change.assessment)
            case StatementSet():
                return f"{self._of(change.question, change.assessment)}, {self.role(change.role)}"
            case TargetSet():
                return self._of(change.dimension, change.assessment)
            case UseCaseSet() | ProcessSet() | CandidateSet() | ServiceSet():
                return f"{record.code} {record.title}".strip() if record else ""
            case MeasureSet():
                return f"{change.id} {record.title}".strip() if record else change.id
            case SectionSet(section=key):
                return self.document(DocumentKey(key.document, key.item))
            case DocumentStateSet():
                return self.document(change.document)
            case _:
                return self._title_of(change, record)

    def _person(self, change: ContactSet | ParticipantSet | PersonRetentionSet) -> str:
        record = change.after or change.before
        name = getattr(record, "person", change.id)
        return self._case.people[name].name if name in self._case.people else ""

    def _of(self, name: str, assessment: str) -> str:
        """A question or dimension, with its assessment where the case has several of the questionnaire."""
        about = self._case.assessments.get(assessment)
        every = [item.questionnaire for item in self._case.assessments.values()]
        if about is None or every.count(about.questionnaire) == 1:
            return name
        return f"{name} ({self._assessment(assessment)})"

    def _assessment(self, name: str) -> str:
        item = self._case.assessments.get(name)
        if item is None:
            return ""
        questionnaire = self._catalog.questionnaires.get(item.questionnaire)
        module = item.questionnaire if questionnaire is None else questionnaire.module
        return assessment_title(self._case, item, module, self._catalog, self._texts)

    def document(self, document: DocumentKey) -> str:
        """What a document is called, with the assessment, use case or day that it is about."""
        item = document.item
        use_case, day = self._case.use_cases.get(item), self._case.agenda.get(item)
        about = use_case.code if use_case else day.title if day else self._assessment(item)
        key = f"document-kinds.{document.kind}"
        return " ".join(filter(None, (self._texts(key) if key in self._texts else document.kind, about)))

    def _contents(self, label: str, name: str, value: Any) -> Iterator[tuple[str, str, bool]]:
        """Name and words of every field, and whether it is free text with an audience."""
        if isinstance(value, Words):
            if value:
                audience = self._texts(f"history.audience.{value.audience.name.lower()}")
                yield " ".join(filter(None, (label, f"({audience})"))), value.text, True
        elif is_dataclass(value) and not isinstance(value, CaseCommune):
            for field in _told_fields(value):
                inner = " · ".join(filter(None, (label, self._label(field))))
                yield from self._contents(inner, field, getattr(value, field))
        elif isinstance(value, tuple) and value and isinstance(value[0], UsageMonth):
            yield label, months_words(value, self._texts), False  # each for itself would fill a hundred pages
        elif isinstance(value, tuple) and value and is_dataclass(value[0]) and not isinstance(value[0], CaseCommune):
            for item in value:
                own = " · ".join(filter(None, (label, self._item_title(item))))
                yield from self._contents(own, name, item)
        elif words := self._value(name, value):
            yield label, words, False

    def _compared(self, label: str, before: Any, after: Any) -> Iterator[FieldChange]:
        if before == after:
            return
        sample = after if before is None else before
        if isinstance(sample, Words):
            yield from self._compared_words(label, before or Words(), after or Words())
        elif is_dataclass(sample) and not isinstance(sample, CaseCommune):
            for name in _told_fields(sample):
                values = (getattr(value, name, None) for value in (before, after))
                inner = " · ".join(filter(None, (label, self._label(name))))
                yield from self._compared_field(inner, name, *values)
        elif (was := self._value("", before)) != (now := self._value("", after)):
            yield FieldChange(label, was, now)

    def _compared_field(self, label: str, name: str, before: Any, after: Any) -> Iterator[FieldChange]:
        items = (*(before if isinstance(before, tuple) else ()), *(after if isinstance(after, tuple) else ()))
        if items and is_dataclass(items[0]) and not isinstance(items[0], CaseCommune):
            yield from self._compared_items(label, before or (), after or ())
        elif is_dataclass(before) or is_dataclass(after):
            yield from self._compared(label, before, after)
        else:
            was, now = self._value(name, before), self._value(name, after)
            if was != now:
                yield FieldChange(label, was, now)

    def _compared_words(self, label: str, before: Words, after: Words) -> Iterator[FieldChange]:
        if before.text != after.text:
            yield FieldChange(label, before.text, after.text)
        if before.audience != after.audience and (before or after):
            inner = " · ".join(filter(None, (label, self._label("audience"))))
            yield FieldChange(inner, self._enum(before.audience), self._enum(after.audience))

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
            return self._presence(item)
        if isinstance(item, Decision):
            return f"{item.question}: {self._enum(item.choice)}"
        if isinstance(item, UsageMonth):
            return f"{item.label}: {item.uses}"
        if isinstance(item, PaymentCount):
            return f"{self._enum(item.payment)}: {item.count}"
        return self._item_title(item) or self._texts("history.item")

    def _presence(self, item: Presence) -> str:
        return ", ".join(filter(None, (self._value("day", item.day), self._enum(item.half))))

    def _title_of(self, change: Change, record: Any) -> str:
        match change:
            case PreparationTaskSet():
                template = self._catalog.preparation.get(change.id.partition("@")[0])
                return getattr(record, "title", "") or (template.title if template is not None else "")
            case ReadyCheckSet():
                return self._value("day", change.id)
            case CohortConsentSet():
                return self._value("commune", change.id)
            case _:
                return e_file_title(change, self._catalog) or getattr(record, "title", "")

    def _step(self, name: str) -> str:
        steps = (step for day in self._case.agenda.values() for step in day.steps)
        return next((step.title for step in steps if step.id == name), "")

    def _label(self, name: str) -> str:
        key = f"history.field.{name}"
        return self._texts(key) if key in self._texts else name

    def _value(self, name: str, value: Any) -> str:
        language = self._texts.language
        match value:
            case None | "":
                return ""
            case str() if name == "logo":
                return self._case.evidence[value].title if value in self._case.evidence else self._texts("history.item")
            case str() if name == "use_case":
                return self._case.use_cases[value].code if value in self._case.use_cases else ""
            case str() if name == "day":
                return self._case.agenda[value].title if value in self._case.agenda else ""
            case str() if name == "assessment":
                return self._assessment(value)
            case str() if name == "entry":
                entry = self._case.file_plan.get(value)
                return f"{entry.number} {entry.title}".strip() if entry else ""
            case str() if name == "step":
                return self._step(value)
            case Presence():
                return self._presence(value)
            case bool():
                return self._texts("history.yes" if value else "history.no")
            case int() if name in _CENTS:
                return format_cents(value, language)
            case datetime():
                local = value.astimezone(LOCAL)
                return f"{format_date(local.date(), language)}, {local:%H:%M}"
            case date():
                return format_date(value, language)
            case time():
                return f"{value:%H:%M}"
            case Enum():
                return self._enum(value)
            case CaseCommune():
                return value.title
            case tuple():
                return ", ".join(self._value(name, item) for item in value)
            case Decimal() | int():
                return f"{value}"
            case str() if name in {"role", "roles", "merged_into"}:
                return self.role(value)
            case str() if name == "commune":
                return next((item.title for item in self._case.head.communes if item.id == value), value)
            case _:
                return str(value)

    def _enum(self, value: Enum) -> str:
        match value:
            case AnswerState():
                return self._texts(f"questions.state.{value.value}")
            case Choice():
                return self._texts(f"assessments.choice.{value.value}")
            case EntryKind():
                return self._texts(f"minutes.kind.{value.value}")
            case HalfDay():
                return self._texts(f"minutes.half.{value.value}")
            case AssessmentKind():
                return self._texts(f"documents.assessment.{value.value}")
            case PollAbout() | CountedBy() | Settled():
                return poll_word(value, self._texts)
            case Stage():
                return self._texts(f"documents.stage.{value.value}")
            case PaymentKind():
                return self._texts(f"usage.payment.{value.value}")
            case MediaBreak():
                return self._texts(f"process.media-break.{value.value}")
            case Doer():
                return self._texts(f"preparation.who.{value.value}")
            case ReadyPoint():
                return self._texts(f"ready.point.{value.value}")
            case ReadyState():
                return self._texts(f"ready.state.{value.value}")
            case OnlineState() | Platform() | Account() | Payment():
                return service_word(value, self._texts)
            case Way():
                return self._texts(f"candidates.way.{value.value}")
            case AreaState() | Need():
                return e_file_word(value, self._texts)
            case Priority():
                return value.value
            case BookingState() | Financing() | MeasureState() | GrantState() | Roadmap() | Audience():
                return state_word(value, self._texts)
            case _:
                return str(value.value)


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


def _beginning(text: str) -> str:
    """The first words of a text, to know it again."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_BEGINNING else f"{line[:_LONGEST_BEGINNING].rstrip()} …"


def _placed(items: tuple[Any, ...]) -> dict[str, Any]:
    keys = (next((getattr(item, name) for name in _ITEM_KEYS if getattr(item, name, "")), "") for item in items)
    return {key or str(place): item for place, (key, item) in enumerate(zip(keys, items, strict=True))}


def _item_name(item: Any) -> str:
    return next((getattr(item, name) for name in _ITEM_NAMES if getattr(item, name, "")), "")
