"""Forms that went out: how far they are, what is overdue, what came back already."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from advisor_app.domain.case_document import DocumentKey
from advisor_app.domain.sent_form import FormReturn, FormStage, SentForm

AT = datetime(2026, 9, 1, 8, 0, tzinfo=UTC)
DAY = date(2026, 9, 2)
RETURN = FormReturn(content_digest="c" * 64, file_digest="f" * 64, imported_at=AT, answers=8)
MADE = SentForm(number="2F7K", document=DocumentKey("pre-survey", "M4-BM"), title="Vorab-Abfrage", made_at=AT)


@pytest.mark.parametrize(
    ("form", "stage"),
    [
        (MADE, FormStage.MADE),
        (replace(MADE, sent_on=DAY), FormStage.SENT),
        (replace(MADE, sent_on=DAY, returned_on=DAY), FormStage.RETURNED),
        (replace(MADE, returned_on=DAY), FormStage.RETURNED),
        (replace(MADE, returns=(RETURN,)), FormStage.IMPORTED),
    ],
)
def test_the_stage_follows_from_what_is_known(form: SentForm, stage: FormStage) -> None:
    assert form.stage is stage


def test_only_what_is_still_out_is_overdue() -> None:
    due = replace(MADE, sent_on=date(2026, 8, 1), due_on=date(2026, 9, 1))
    assert due.is_overdue(date(2026, 9, 2))
    assert not due.is_overdue(date(2026, 9, 1))
    assert not replace(due, returned_on=DAY).is_overdue(date(2026, 9, 2))
    assert not replace(due, due_on=None).is_overdue(date(2026, 9, 2))


def test_a_return_is_known_by_its_contents_and_by_its_file() -> None:
    form = replace(MADE, returns=(RETURN,))
    assert form.return_with("c" * 64) == RETURN
    assert form.return_of("f" * 64) == RETURN
    assert form.return_with("f" * 64) is None
    assert form.return_of("c" * 64) is None


def test_what_was_typed_from_paper_is_no_file() -> None:
    form = replace(MADE, returns=(replace(RETURN, file_digest=""),))
    assert form.return_of("") is None
