"""Samples for every kind of document. A kind that is registered needs nothing here: it is made for all three cases."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.kind import DocumentKind
from advisor_app.domain.case import Case
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.form import Issue
from advisor_app.texts import load_texts
from tests.documents.samples.cases import CASES, TODAY, full_case, small_case
from tests.documents.samples.odd import ENDLESS, LONG_WORD, NO_BREAKS, ODD
from tests.documents.samples.workshop import flipchart
from tests.example_catalog import example_catalog

__all__ = [
    "CASES",
    "ENDLESS",
    "ISSUE",
    "LONG_WORD",
    "NO_BREAKS",
    "ODD",
    "TODAY",
    "full_case",
    "given",
    "sample",
    "small_case",
]

ISSUE = Issue("7K3Q-9F2D", b"key of the tests that is 32 long")
"""Under which forms are handed out here."""


def _photo(digest: str) -> bytes:
    if digest.startswith("0"):
        raise AdvisorError(Problem.EVIDENCE_MISSING, file=digest)
    return flipchart(digest)


def given(case: Case, **parts: Any) -> DocumentInput:
    """A case with the catalogue of the tests; every assessment was made with its questionnaire."""
    catalog = example_catalog()
    questionnaire = catalog.questionnaires["m4"]
    defaults: dict[str, Any] = {
        "case": case,
        "catalog": catalog,
        "questionnaires": dict.fromkeys(case.assessments, questionnaire),
        "texts": load_texts("de"),
        "today": TODAY,
        "provider": "Beratungsteam Mitte",
        "issue": ISSUE,
        "photo": _photo,
    }
    return DocumentInput(**{**defaults, **parts})


def sample(kind: DocumentKind, name: str, **parts: Any) -> DocumentInput:
    """What a kind is made from in a sample; of several things that it can be about the first one."""
    found = given(CASES[name](), **parts)
    items = kind.items(found) if kind.items is not None else ()
    return replace(found, item=items[0].id) if items and not found.item else found
