"""What a change of a case is about: the record's name, as one would look for it."""

from __future__ import annotations

from typing import Any

from advisor_app.domain.case_document import DocumentKey
from advisor_app.domain.changes import (
    AnswerSet,
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
    MeasureSet,
    MinutesEntrySet,
    NamedRecordSet,
    NoteSet,
    ParticipantSet,
    PersonRetentionSet,
    PollSet,
    PreparationTaskSet,
    ProcessSet,
    ReadyCheckSet,
    RoleSet,
    SectionSet,
    ServiceSet,
    StatementSet,
    TargetSet,
    UseCaseSet,
    VocabularySet,
    WayDecisionSet,
    WorkingStateSet,
)
from advisor_app.texts.e_file import e_file_title
from advisor_app.texts.record_values import RecordValues

_LONGEST_BEGINNING = 40


class RecordTitles:
    """Names the records of one case."""

    def __init__(self, values: RecordValues) -> None:
        self._values = values

    def of(self, change: Change) -> str:
        """„4.5.1“, „U1 Konzept“; empty where the kind of record says it all."""
        match change:
            case AnswerSet() | StatementSet() | TargetSet() | AssessmentMigrationSet():
                return self._within_assessment(change)
            case VocabularySet():
                word = self._values.catalog.vocabulary.get(change.word)
                return word.title if word else change.word
            case RoleSet():
                return self._values.role(change.role)
            case SectionSet(section=key):
                return self.document(DocumentKey(key.document, key.item))
            case DocumentStateSet():
                return self.document(change.document)
            case NamedRecordSet():
                return self._named(change)
            case _:
                return ""  # a case has one of them

    def document(self, document: DocumentKey) -> str:
        """What a document is called, with the assessment, use case or day that it is about."""
        item = document.item
        use_case, day = self._values.case.use_cases.get(item), self._values.case.agenda.get(item)
        about = use_case.code if use_case else day.title if day else self._values.assessment(item)
        key = f"document-kinds.{document.kind}"
        return " ".join(filter(None, (self._values.texts(key) if key in self._values.texts else document.kind, about)))

    def _within_assessment(self, change: AnswerSet | StatementSet | TargetSet | AssessmentMigrationSet) -> str:
        match change:
            case AnswerSet():
                return self._asked(change.question, change.assessment)
            case StatementSet():
                return f"{self._asked(change.question, change.assessment)}, {self._values.role(change.role)}"
            case TargetSet():
                return self._asked(change.dimension, change.assessment)
            case AssessmentMigrationSet():
                return self._values.assessment(change.assessment)

    def _asked(self, name: str, assessment: str) -> str:
        """A question or dimension, with its assessment where the case has several of the questionnaire."""
        about = self._values.case.assessments.get(assessment)
        every = [item.questionnaire for item in self._values.case.assessments.values()]
        if about is None or every.count(about.questionnaire) == 1:
            return name
        return f"{name} ({self._values.assessment(assessment)})"

    def _named(self, change: Change) -> str:
        """Names that a record has only together with others; what has one of its own is called by that."""
        match change:
            case AssessmentSet() | CohortFiguresSet() | ClarificationSet() | WayDecisionSet():
                return self._values.assessment(change.id)
            case ContactSet() | ParticipantSet() | PersonRetentionSet():
                return self._person(getattr(change.after or change.before, "person", change.id))
            case PreparationTaskSet():
                template = self._values.catalog.preparation.get(change.id.partition("@")[0])
                own = getattr(change.after or change.before, "title", "")
                return own or (template.title if template is not None else "")
            case ReadyCheckSet():
                return self._values.value("day", change.id)
            case CohortConsentSet():
                return self._values.value("commune", change.id)
            case MeasureSet():
                return " ".join(filter(None, (change.id, getattr(change.after or change.before, "title", ""))))
            case _:
                record: Any = change.after or change.before
                return self._own_name(change, record) if record else e_file_title(change, self._values.catalog)

    def _own_name(self, change: Change, record: Any) -> str:
        match change:
            case NoteSet():
                return self._values.value("at", record.at)
            case BookingSet():
                return str(record.module)
            case MinutesEntrySet():
                return f"{self._values.enum(record.kind)} {_beginning(record.words.text)}".strip()
            case WorkingStateSet():
                return f"{record.number} {self._values.value('day', record.day)}".strip()
            case PollSet():
                return self._asked(record.item, record.assessment)
            case UseCaseSet() | ProcessSet() | CandidateSet() | ServiceSet():
                return f"{record.code} {record.title}".strip()
            case _:
                return e_file_title(change, self._values.catalog) or getattr(record, "title", "")

    def _person(self, name: str) -> str:
        people = self._values.case.people
        return people[name].name if name in people else ""


def _beginning(text: str) -> str:
    """The first words of a text, to know it again."""
    line = " ".join(text.split())
    if len(line) <= _LONGEST_BEGINNING:
        return line
    whole_words = line[: _LONGEST_BEGINNING + 1].rpartition(" ")[0]
    return f"{whole_words or line[:_LONGEST_BEGINNING]} …"
