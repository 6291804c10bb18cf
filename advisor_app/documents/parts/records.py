"""All records of a case that its readers may see, field by field, as tables with a group for each record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TypeGuard

from advisor_app.documents.blocks import (
    Annex,
    Block,
    Callout,
    CalloutKind,
    Column,
    Heading,
    Lines,
    Paragraph,
    ParagraphKind,
    Row,
    RowKind,
    Table,
)
from advisor_app.documents.document_input import DocumentInput
from advisor_app.domain.case_records import records_of
from advisor_app.domain.changes import (
    NAMED_RECORDS,
    AnswerSet,
    AssessmentMigrationSet,
    BrandingSet,
    Change,
    ContactSet,
    DocumentStateSet,
    HeadSet,
    MinutesEntrySet,
    ParticipantSet,
    PlanSet,
    RetentionSet,
    RoleSet,
    SectionSet,
    StatementSet,
    TargetSet,
    VocabularySet,
)
from advisor_app.texts.record_words import RecordWords

KINDS: dict[type[Change], str] = {
    **{change: change.kind for change in NAMED_RECORDS},
    HeadSet: "head",
    VocabularySet: "word",
    RoleSet: "role",
    AnswerSet: "answer",
    StatementSet: "statement",
    TargetSet: "target",
    AssessmentMigrationSet: "assessment-migration",
    PlanSet: "plan",
    RetentionSet: "retention",
    BrandingSet: "branding",
    SectionSet: "section",
    DocumentStateSet: "document-state",
}
"""What each record is called in the words of the history."""


_SPOKEN = (AnswerSet, StatementSet, TargetSet)
"""What was said in the room to a question, or set as its target: a row of its own."""

_TOLD_WHOLE = (*_SPOKEN, MinutesEntrySet)
"""Records of the room: told as a whole wherever their words may be read."""


def record_tables(given: DocumentInput, *, whole: bool) -> Iterator[Block]:
    """A heading for every kind of record that has something to tell, and a table of its records.

    ``whole`` tells every field; else only what was said in the room and what somebody wrote for these readers. What
    was said in confidence then stands in an annex, where one is wanted.
    """
    records = tuple(records_of(given.case))
    if whole:
        yield from _tables(given, records, whole=True)
        return
    secret = tuple(record for record in records if _is_confidential(record, given))
    yield from _tables(given, tuple(record for record in records if not _is_confidential(record, given)), whole=False)
    if secret and given.confidential:
        yield Annex(given.texts("documents.records.annex-confidential"))
        notice = given.texts("documents.answers.confidential-notice", executive=given.word("executive"))
        yield Callout((notice,), CalloutKind.ATTENTION)
        yield from _tables(given, secret, whole=False, level=3)
    elif secret:
        asked = {(record.assessment, record.question) for record in secret}
        text = given.texts("documents.records.confidential", count=len(asked))
        yield Paragraph(text=text, kind=ParagraphKind.NOTE)


def _is_confidential(record: Change, given: DocumentInput) -> TypeGuard[AnswerSet | StatementSet]:
    """Whether a record tells what somebody answered to a question that is asked in confidence."""
    if not isinstance(record, AnswerSet | StatementSet):
        return False
    asked = given.questionnaires[record.assessment].questions
    return any(item.id == record.question and item.confidential for item in asked)


def _tables(given: DocumentInput, records: Iterable[Change], *, whole: bool, level: int = 2) -> Iterator[Block]:
    words = RecordWords(given.texts, given.catalog, given.case)
    told = ((KINDS[type(record)], record) for record in records)
    for kind, same in groupby(told, key=lambda item: item[0]):
        rows = [row for _kind, record in same for row in _rows(given, words, record, whole=whole)]
        if rows:
            heading = given.texts(f"documents.records.kinds.{kind}")
            yield Heading(level, heading)
            yield Table(
                columns=(
                    Column(title=given.texts("documents.records.field"), weight=1),
                    Column(title=given.texts("documents.records.content"), weight=2),
                ),
                rows=tuple(rows),
                summary=given.texts("documents.records.summary", kind=heading),
            )


def _rows(given: DocumentInput, words: RecordWords, record: Change, *, whole: bool) -> Iterator[Row]:
    title = words.title(KINDS[type(record)], record)
    contents = words.contents(record) if whole or isinstance(record, _TOLD_WHOLE) else words.free_words(record)
    if whole:
        contents = [*_person(given, record), *contents]
    if contents and isinstance(record, _SPOKEN):
        about = tuple(filter(None, (title, _about(given, record))))
        yield Row((Lines(about), Lines(tuple(": ".join(filter(None, pair)) for pair in contents))))
    elif contents:
        yield Row((title,), RowKind.GROUP)
        for label, text in contents:
            yield Row((label, text))


def _person(given: DocumentInput, record: Change) -> Iterator[tuple[str, str]]:
    """Who a contact or participant is, and how to reach them; records of a case only point to people."""
    if isinstance(record, ContactSet | ParticipantSet) and record.after is not None:
        person = given.case.people.get(record.after.person)
        for name in ("name", "phone", "email"):
            if words := getattr(person, name, "").strip():
                yield given.texts(f"documents.records.{name}"), words


def _about(given: DocumentInput, record: AnswerSet | StatementSet | TargetSet) -> str:
    """The wording of the question that was answered, the title of the dimension that has a target."""
    if isinstance(record, TargetSet):
        return given.dimension_title(record.dimension)
    asked = (item for item in given.questionnaires[record.assessment].questions if item.id == record.question)
    return next((item.wording(given.case.commune.kind).text or item.text for item in asked), "")
