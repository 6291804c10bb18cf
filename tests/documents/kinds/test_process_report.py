"""The report on a process: a page for each drawing, and none for a single sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from advisor_app.documents.blocks import Document, PageBreak
from advisor_app.documents.kinds import find_kind
from advisor_app.domain.process import Assumptions, ProcessSheet
from tests.documents.samples import given, small_case
from tests.example_process import dog_tax


def report(sheet: ProcessSheet) -> Document:
    return find_kind("process-report").make(given(replace(small_case(), processes={sheet.id: sheet}), item=sheet.id))


@pytest.mark.parametrize(
    ("sheet", "breaks"),
    [
        (dog_tax(), 3),
        (replace(dog_tax(), assumptions=Assumptions()), 2),
        (replace(dog_tax(), to_be=()), 1),
        (replace(dog_tax(), as_is=(), to_be=()), 0),
    ],
    ids=["whole", "nothing-reckoned", "as-is-only", "only-named"],
)
def test_only_what_fills_a_page_begins_one(sheet: ProcessSheet, breaks: int) -> None:
    assert sum(isinstance(block, PageBreak) for block in report(sheet).blocks) == breaks
