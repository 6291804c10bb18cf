"""Whatever was written in a case stands in what its readers get, field by field, and in nothing for others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest

from advisor_app.documents.blocks import Document
from advisor_app.documents.editable.text_document import text_document
from advisor_app.documents.kinds import KINDS, find_kind
from advisor_app.domain.assessment import AnswerState, Statement
from advisor_app.domain.case import Case, CaseNote, SectionKey
from advisor_app.domain.evidence import WHOLE_CASE, Evidence, EvidenceKind, Subject
from advisor_app.domain.minutes import EntryKind, MinutesEntry
from advisor_app.domain.questionnaire import Questionnaire
from advisor_app.domain.words import Audience, Words
from tests.documents.samples import full_case, given

FOR = {Audience.INTERNAL: "case-record", Audience.MINUTES: "minutes-extract", Audience.REPORT: "commune-extract"}
"""The document that tells everything to an audience."""


AT = datetime(2026, 9, 1, 8, 0, tzinfo=UTC)


def marked(value: Any, audience: Audience, path: str = "") -> Any:
    """A value in which every place for words holds its own name, for one audience."""
    if isinstance(value, Words):
        return Words(f"<{path}>", audience)
    if isinstance(value, Mapping):
        return {key: marked(item, audience, f"{path}.{key}") for key, item in value.items()}
    if isinstance(value, tuple):
        return tuple(marked(item, audience, f"{path}.{place}") for place, item in enumerate(value))
    if is_dataclass(value) and not isinstance(value, type):
        parts = {item.name: getattr(value, item.name) for item in fields(value)}
        return replace(value, **{name: marked(item, audience, f"{path}.{name}") for name, item in parts.items()})
    return value


def places(value: Any) -> Iterator[str]:
    """What stands in every place for words."""
    if isinstance(value, Words):
        yield value.text
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from places(item)
    elif isinstance(value, tuple):
        for item in value:
            yield from places(item)
    elif is_dataclass(value) and not isinstance(value, type):
        for item in fields(value):
            yield from places(getattr(value, item.name))


def talkative_case() -> Case:
    """The full sample with a record in every place where somebody can write."""
    case = full_case()
    said = Statement(role="BM", state=AnswerState.ANSWERED, level=3)
    photo = Evidence(id="e1", subject=WHOLE_CASE, kind=EvidenceKind.PHOTO, added_at=AT, title="Flipchart")
    return replace(
        case,
        notes={"n1": CaseNote(id="n1", at=AT, words=Words())},
        statements={"a1": {("4.1.1", "BM"): said}},
        evidence={"e1": photo, "e2": replace(photo, id="e2", subject=Subject.step("day-1", "s1"), digest="1" * 64)},
        minutes={"m1": MinutesEntry(id="m1", day="day-1", kind=EntryKind.TASK, at=AT, words=Words())},
        sections={SectionKey("result-report", "a1", "summary"): Words()},
        polls={name: replace(poll, audience=Audience.REPORT) for name, poll in case.polls.items()},
    )


@cache
def case_for(audience: Audience) -> Case:
    """That case, every place for words holding its own name for one audience."""
    marks: Case = marked(talkative_case(), audience)
    return marks


def text_of(document: Document) -> str:
    """Everything that a document's editable copy says."""
    with ZipFile(BytesIO(text_document(document, lambda _done: None))) as parts:
        return "\n".join(ET.fromstring(parts.read("word/document.xml")).itertext())  # noqa: S314  our own file


@cache
def told(kind: str, audience: Audience) -> str:
    """What a document says about the case with words for an audience."""
    return text_of(find_kind(kind).make(given(case_for(audience))))


def test_the_case_has_words_in_every_place() -> None:
    kinds = {place.strip("<>").split(".")[1] for place in places(case_for(Audience.REPORT))}
    assert {"bookings", "notes", "agenda", "answers", "statements", "evidence", "minutes", "sections"} <= kinds


@pytest.mark.parametrize("audience", Audience)
def test_every_word_stands_in_what_its_audience_gets(audience: Audience) -> None:
    text = told(FOR[audience], audience)
    assert [place for place in places(case_for(audience)) if place not in text] == []


@pytest.mark.parametrize("audience", Audience)
def test_every_answer_stands_in_what_its_audience_gets(audience: Audience) -> None:
    text = told(FOR[audience], audience)
    for assessment, answers in case_for(audience).answers.items():
        assert assessment
        for question in answers:
            assert question in text


def test_what_has_no_label_is_told_without_one() -> None:
    told_rows = [line for line in told("commune-extract", Audience.REPORT).splitlines() if line.startswith(":")]
    assert told_rows == []


def test_every_other_field_stands_in_the_case_record() -> None:
    text = told("case-record", Audience.INTERNAL)
    case = case_for(Audience.INTERNAL)
    for value in (
        *(item for use_case in case.use_cases.values() for item in (use_case.title, use_case.problem, use_case.goal)),
        *(measure.title for measure in case.measures.values()),
        *(day.title for day in case.agenda.values()),
        *(step.title for day in case.agenda.values() for step in day.steps),
        *(contact.function for contact in case.contacts.values()),
        case.head.wish,
        case.head.provider_reference,
    ):
        assert value in text


@pytest.mark.parametrize("kind", [kind.id for kind in KINDS if kind.audience is not Audience.INTERNAL])
@pytest.mark.parametrize("audience", [Audience.INTERNAL, Audience.MINUTES])
def test_nothing_reaches_those_who_may_not_read_it(kind: str, audience: Audience) -> None:
    found, case = find_kind(kind), case_for(audience)
    items = [item.id for item in found.items(given(case))] if found.items is not None else []
    texts = [text_of(found.make(given(case, item=item))) for item in items or [""]]
    told_to_them = [place for place in places(case) if any(place in text for text in texts)]
    assert bool(told_to_them) is (found.audience is Audience.MINUTES and audience is Audience.MINUTES)


IN_CONFIDENCE = "4.1.1"


def confidential(questionnaire: Questionnaire) -> Questionnaire:
    """The questionnaire with a question that is asked in confidence."""
    dimensions = tuple(
        replace(
            dimension,
            questions=tuple(replace(item, confidential=item.id == IN_CONFIDENCE) for item in dimension.questions),
        )
        for dimension in questionnaire.dimensions
    )
    return replace(questionnaire, dimensions=dimensions)


def told_in_confidence(kind: str, *, annex: bool) -> set[str]:
    """What a document tells of the answers and statements to that question, all of them released for the report."""
    found, case = find_kind(kind), case_for(Audience.REPORT)
    asked = given(case, confidential=annex)
    asked = replace(asked, questionnaires={name: confidential(item) for name, item in asked.questionnaires.items()})
    ids = list(case.assessments) if found.by_assessment else []
    ids = [item.id for item in found.items(asked)] if found.items is not None else ids
    text = "\n".join(
        text_of(found.make(replace(asked, item=item, assessment=item if found.by_assessment else "")))
        for item in ids or [""]
    )
    secret = {place for place in places(case) if IN_CONFIDENCE in place}
    return {place for place in secret if place in text}


@pytest.mark.parametrize("kind", [kind.id for kind in KINDS if kind.audience is not Audience.INTERNAL])
def test_what_was_asked_in_confidence_stays_out_of_what_is_handed_over(kind: str) -> None:
    assert told_in_confidence(kind, annex=False) == set()


@pytest.mark.parametrize("kind", ["commune-extract", "minutes-extract"])
def test_what_was_asked_in_confidence_stands_in_an_annex_where_it_is_wanted(kind: str) -> None:
    assert len(told_in_confidence(kind, annex=True)) >= 3


def test_the_advisers_own_record_tells_what_was_asked_in_confidence() -> None:
    assert told_in_confidence("case-record", annex=False) == told_in_confidence("commune-extract", annex=True)
