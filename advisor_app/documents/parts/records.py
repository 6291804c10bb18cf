"""All records of a case that its readers may see, field by field, under the name of each record."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TypeGuard

from advisor_app.documents.blocks import (
    Annex,
    Block,
    Callout,
    CalloutKind,
    Column,
    Fact,
    FactGrid,
    FactTable,
    Heading,
    KeepTogether,
    Lines,
    Paragraph,
    ParagraphKind,
    Row,
    Run,
    Table,
    Text,
)
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.parts.prose import prose
from advisor_app.documents.wording import WIDE
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

_BRIEF = 48
"""Letters that fit on half a line, with those of the label; a sentence stands by itself however short it is."""

_KEPT_TOGETHER = 14
"""Facts of a record that stays on one page; longer ones would leave too much of a page empty."""

_DASH = re.compile(r"^[-–*]\s+")

_SPOKEN = (AnswerSet, StatementSet, TargetSet)
"""What was said in the room to a question, or set as its target: a row of its own."""

_TOLD_WHOLE = (*_SPOKEN, MinutesEntrySet)
"""Records of the room: told as a whole wherever their words may be read."""


def record_tables(given: DocumentInput, *, whole: bool) -> Iterator[Block]:
    """A heading for every kind of record that has something to tell, and below it each of its records.

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
    for kind, same in groupby(records, key=lambda record: KINDS[type(record)]):
        heading = Heading(level, given.texts(f"documents.records.kinds.{kind}"))
        every = [(record, facts) for record in same if (facts := _facts(given, words, record, whole=whole))]
        if every and isinstance(every[0][0], _SPOKEN):
            yield heading
            yield _spoken(given, words, every, heading.text)
        elif every:
            yield heading
            for record, facts in every:
                title = _title(given, words, record)
                told = [fact for fact in facts if fact[0] != words.label(("title",)) or fact[1] not in title]
                own = () if title == heading.text else (Heading(level + 1, title),)
                yield from _written(own, told, whole=whole) if isinstance(record, SectionSet) else _record(own, told)


def _facts(given: DocumentInput, words: RecordWords, record: Change, *, whole: bool) -> list[tuple[str, str]]:
    """The fields of a record that are told, each with its words."""
    contents = words.contents(record) if whole or isinstance(record, _TOLD_WHOLE) else words.free_words(record)
    return [*_person(given, record), *contents] if whole else contents


def _record(heading: tuple[Heading, ...], facts: list[tuple[str, str]]) -> Iterator[Block]:
    """A record under its name, where it has one: what is short side by side, the rest one below the other.

    Values of one list, and notes, stand below what is short, since they would tear it apart.
    """
    labels = Counter(label for label, _words in facts)
    brief = [fact for fact in facts if labels[fact[0]] == 1 and _is_brief(*fact)]
    if len(brief) == 1:
        brief = []
    rest = [fact for fact in facts if fact not in brief]
    blocks: list[Block] = [*heading]
    if brief:
        blocks.append(FactGrid(tuple(Fact(label, words) for label, words in brief)))
    if rest:
        same = groupby(rest, key=lambda fact: fact[0])
        blocks.append(FactTable(tuple(Fact(label, _lines(words for _label, words in items)) for label, items in same)))
    yield from blocks if len(facts) > _KEPT_TOGETHER else (KeepTogether(tuple(blocks)),)


def _written(heading: tuple[Heading, ...], facts: list[tuple[str, str]], *, whole: bool) -> Iterator[Block]:
    """A text that was written for a document, as it stands there; ``whole`` says also for whom."""
    yield from heading
    for audience, text in facts:
        if whole:
            yield Paragraph(text=audience, kind=ParagraphKind.NOTE, introduces=True)
        yield from prose(text)


def _is_brief(label: str, words: str) -> bool:
    return len(label) + len(words) <= _BRIEF and " · " not in label and "\n" not in words and words[-1] != "."


def _lines(words: Iterable[str]) -> Lines:
    """Everything on lines of its own, with a dot where somebody began one with a dash."""
    lines = (line.strip() for text in words for line in text.splitlines())
    return Lines(tuple(_DASH.sub("• ", line) for line in lines if line))


def _spoken(
    given: DocumentInput, words: RecordWords, records: Iterable[tuple[Change, list[tuple[str, str]]]], heading: str
) -> Table:
    """What was said to questions, a row for each: what is short in one line, notes below it."""
    rows, second, first = [], "", "documents.answers.question"
    for record, facts in records:
        second = words.kind(KINDS[type(record)])
        if isinstance(record, TargetSet):
            first = "documents.dimension"
        notes = words.free_words(record)
        said = [(": ".join(filter(None, fact)), fact not in notes and _is_brief(*fact)) for fact in facts]
        brief = "; ".join(text for text, is_brief in said if is_brief)
        longer = (text for text, is_brief in said if not is_brief)
        rows.append(Row((_about(given, words, record), _lines((brief, *longer)))))
    return Table(
        columns=(Column(title=given.texts(first), weight=1), Column(title=second, weight=1)),
        rows=tuple(rows),
        summary=given.texts("documents.records.summary", kind=heading),
        matches=True,
    )


def _person(given: DocumentInput, record: Change) -> Iterator[tuple[str, str]]:
    """Who a contact or participant is, and how to reach them; records of a case only point to people."""
    if isinstance(record, ContactSet | ParticipantSet) and record.after is not None:
        person = given.case.people.get(record.after.person)
        for name in ("name", "phone", "email"):
            if words := getattr(person, name, "").strip():
                yield given.texts(f"documents.records.{name}"), words


def _title(given: DocumentInput, words: RecordWords, record: Change) -> str:
    """What a record is called; a text of a document with the part that it is."""
    title = words.title(KINDS[type(record)], record)
    if not isinstance(record, SectionSet):
        return title
    part = record.section.section.removeprefix("judgement.")
    known = (f"documents.{part}", f"documents.letter.{part}")
    found = next((given.texts(key) for key in known if key in given.texts), given.dimension_title(part))
    return f"{title}: {found}" if found != part else title


def _about(given: DocumentInput, words: RecordWords, record: Change) -> Text:
    """Id and wording of the question that was answered, or id and title of the dimension that has a target."""
    if isinstance(record, TargetSet):
        title = given.dimension_title(record.dimension).removeprefix(record.dimension).strip()
    elif isinstance(record, AnswerSet | StatementSet):
        asked = (item for item in given.questionnaires[record.assessment].questions if item.id == record.question)
        title = next((item.wording(given.case.commune.kind).text or item.text for item in asked), "")
    else:
        title = ""
    return (Run(words.name(record), strong=True), Run(f"{WIDE}{title}"))
