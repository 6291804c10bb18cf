"""Which question of module 2 process sheets answer by themselves.

The number stands beside the answer: media breaks feed report and Klärungsliste, never the score. Ids of questions
never change; ``tests/domain/test_process_questions.py`` holds the id against the shipped questionnaire.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from advisor_app.domain.process import ProcessSheet, in_order, sums_of

QUESTIONNAIRE = "m2"
MEDIA_BREAKS = "2.3.1"
"""How many media breaks the chosen example process has."""


def example_process(sheets: Iterable[ProcessSheet]) -> ProcessSheet | None:
    """The process that stands for all: of those with a flow the first that is chosen, else the first."""
    recorded = [sheet for sheet in in_order(sheets) if sheet.as_is]
    return next((sheet for sheet in recorded if sheet.chosen), recorded[0] if recorded else None)


def numbers_told(questionnaire: str, sheets: Iterable[ProcessSheet]) -> Mapping[str, Decimal]:
    """Numbers by question, empty where the sheets tell nothing of a questionnaire."""
    sheet = example_process(sheets) if questionnaire == QUESTIONNAIRE else None
    return {} if sheet is None else {MEDIA_BREAKS: Decimal(sums_of(sheet.as_is).media_breaks)}
