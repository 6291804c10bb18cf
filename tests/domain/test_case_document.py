"""How far documents are on their way out, and what was handed over."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from advisor_app.domain.case_document import DRAFT, ArchivedDocument, DocumentKey, DocumentState, Stage
from advisor_app.storage.json_records import from_json, to_json
from tests.example_case import example_case

AT = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
REPORT = DocumentKey("result-report", "a1")


def archived(name: str, document: DocumentKey = REPORT, hours: int = 0) -> ArchivedDocument:
    return ArchivedDocument(
        id=name,
        document=document,
        title="Ergebnisbericht",
        handed_over_at=AT + timedelta(hours=hours),
        state=DRAFT,
        version="0.1.0",
        pages=3,
        digest="0" * 64,
        size=9,
    )


@pytest.mark.parametrize("stage", Stage)
def test_only_comments_have_a_last_day(stage: Stage) -> None:
    day = date(2026, 11, 20)
    allowed, refused = (day, None) if stage is Stage.COMMENTS else (None, day)
    assert DocumentState(stage=stage, comments_until=allowed).comments_until == allowed
    with pytest.raises(ValueError, match="DocumentState"):
        DocumentState(stage=stage, comments_until=refused)


def test_a_state_from_elsewhere_that_cannot_be_is_refused() -> None:
    text = to_json(DocumentState(stage=Stage.COMMENTS, comments_until=date(2026, 11, 20)))
    assert from_json(DocumentState, text).stage is Stage.COMMENTS
    with pytest.raises(ValueError, match="DocumentState"):
        from_json(DocumentState, text.replace('"comments"', '"released"'))


def test_what_was_handed_over_of_a_document_is_told_newest_first() -> None:
    items = (archived("d1"), archived("d2", hours=2), archived("d3", DocumentKey("result-report", "a2"), 3))
    case = replace(example_case(), archived_documents={item.id: item for item in items})
    assert [item.id for item in case.handed_over(REPORT)] == ["d2", "d1"]


def test_the_files_of_a_case_are_those_of_evidence_and_archive() -> None:
    gone = replace(archived("d2"), digest=None)
    case = replace(example_case(), archived_documents={"d1": archived("d1"), "d2": gone})
    assert case.files == {"0" * 64}
