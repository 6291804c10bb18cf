"""Forms to be filled in by the tests."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from advisor_app.documents.blocks import Document
from advisor_app.documents.kinds import find_kind
from advisor_app.documents.render.pdf import render
from advisor_app.domain.questionnaire import Questionnaire
from tests.documents.samples import full_case, given
from tests.example_catalog import example_catalog

WORDS = "„–€ Łódź 中文\nzwei: (a) \\ b"
"""What is hard to write into a field."""

VALUES = {"q_4_1_1": "s3", "q_4_1_2": "unk", "n_4_1_1": WORDS}
"""Values for some fields of the form."""


@cache
def survey_document() -> Document:
    """The pre-survey of the main office."""
    kind, case = find_kind("pre-survey"), full_case()
    return kind.make(given(case, item="M4-HA", questionnaires=dict.fromkeys(case.assessments, questionnaire())))


@cache
def survey() -> bytes:
    """Its file."""
    return render(survey_document(), lambda _: None).data


@cache
def feedback() -> bytes:
    """The feedback form."""
    return render(find_kind("feedback-form").make(given(full_case())), lambda _: None).data


@cache
def questionnaire() -> Questionnaire:
    """What the survey asks: questions of every type, all of them of the main office."""
    found = example_catalog().questionnaires["m4"]
    dimensions = (
        replace(item, questions=tuple(replace(question, roles=("HA",)) for question in item.questions))
        for item in found.dimensions
    )
    return replace(found, dimensions=tuple(dimensions))
