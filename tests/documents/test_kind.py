"""What a kind of document says about every one of its documents."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from advisor_app.documents.blocks import Document
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.kind import DocumentKind, Occasion
from advisor_app.documents.kinds import KINDS
from advisor_app.domain.case_document import RELEASED, DocumentKey, DocumentState, Stage
from advisor_app.domain.words import Audience
from advisor_app.texts import load_texts
from tests.example_case import example_case
from tests.example_catalog import example_catalog

DOCUMENT = DocumentKey("sheet", "uc1")


def build(given: DocumentInput) -> Document:
    return given.document("sheet", "Blatt", "Blatt", ())


SHEET = DocumentKind(id="sheet", occasion=Occasion.WORKSHOP, audience=Audience.REPORT, build=build)


def head_of(kind: DocumentKind, state: DocumentState | None = None, language: str = "de") -> str:
    """What stands in the head of the pages of a document whose state somebody has set, or nobody."""
    case = replace(example_case(), document_states={} if state is None else {DOCUMENT: state})
    given = DocumentInput(
        case=case,
        catalog=example_catalog(),
        questionnaires={},
        texts=load_texts(language),
        today=date(2026, 11, 12),
        item=DOCUMENT.item,
    )
    return kind.make(given).margins.state


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_kind_has_a_name_of_its_own(language: str) -> None:
    texts = load_texts(language)
    assert len({texts(f"document-kinds.{kind.id}") for kind in KINDS}) == len(KINDS)


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (None, "Entwurf, Stand 12.11.2026"),
        (DocumentState(stage=Stage.DRAFT), "Entwurf, Stand 12.11.2026"),
        (
            DocumentState(stage=Stage.TEAM_LEAD),
            "Entwurf zur Durchsicht\nbei der Teamleitung, Stand 12.11.2026",
        ),
        (
            DocumentState(stage=Stage.COMMENTS, comments_until=date(2026, 11, 20)),
            "zur Stellungnahme bis 20.11.2026,\nStand 12.11.2026",
        ),
        (DocumentState(stage=Stage.RELEASED), "Stand 12.11.2026"),
    ],
)
def test_every_page_says_how_far_the_document_is(state: DocumentState | None, words: str) -> None:
    assert head_of(SHEET, state) == words


def test_the_state_of_another_item_says_nothing() -> None:
    case = replace(example_case(), document_states={DocumentKey("sheet", "uc2"): RELEASED})
    assert SHEET.state_in(case, "uc1").stage is Stage.DRAFT
    assert SHEET.state_in(case, "uc2") is RELEASED


def test_a_paper_that_nobody_releases_says_its_day_only() -> None:
    assert head_of(replace(SHEET, initially=RELEASED)) == "Stand 12.11.2026"


def test_the_advisers_own_papers_say_that_they_stay_in_the_house() -> None:
    own = replace(SHEET, audience=Audience.INTERNAL)
    assert head_of(own, RELEASED) == "intern – nicht weitergeben,\nStand 12.11.2026"
    assert head_of(own, language="en") == "Internal – do not pass on,\nas of 12/11/2026"
    assert not own.leaves_the_house
    assert replace(SHEET, audience=Audience.MINUTES).leaves_the_house


def test_a_case_that_is_being_set_up_says_nothing_of_its_documents() -> None:
    case = example_case()
    draft = replace(case, head=replace(case.head, draft=True), document_states={DOCUMENT: RELEASED})
    assert SHEET.state_in(draft, DOCUMENT.item) is RELEASED


def test_a_kind_of_modules_belongs_to_cases_that_have_booked_one_of_them() -> None:
    case = example_case()
    assert case.modules == ("M1", "M4")
    assert SHEET.belongs_to(case)
    assert replace(SHEET, modules=frozenset({"M3", "M4"})).belongs_to(case)
    assert not replace(SHEET, modules=frozenset({"M2", "M3"})).belongs_to(case)
    assert not replace(SHEET, modules=frozenset({"M1"})).belongs_to(replace(case, bookings={}))
