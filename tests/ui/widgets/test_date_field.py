"""Days are read as people write them in either language."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.days import read_day
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.ui.widgets.dates import short_day

TODAY = date(2026, 9, 14)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("14.09.2026", date(2026, 9, 14)),
        ("14.9.26", date(2026, 9, 14)),
        ("14. 9. 2026", date(2026, 9, 14)),
        ("Mo 14.09.2026", date(2026, 9, 14)),
        ("15.9.", date(2026, 9, 15)),
        ("13.9", date(2027, 9, 13)),
        ("14/09/2026", date(2026, 9, 14)),
        ("14/9/26", date(2026, 9, 14)),
        ("Mon 14/09/2026", date(2026, 9, 14)),
        ("15/9", date(2026, 9, 15)),
        ("2026-09-14", date(2026, 9, 14)),
        ("  ", None),
    ],
)
def test_a_day(text: str, day: date | None) -> None:
    assert read_day(text, TODAY) == day


@pytest.mark.parametrize("text", ["morgen", "morgen ", "Wer kommt 4?", "31.2.", "31/2", "14.9/26", "Mo 29.02.2027"])
def test_anything_else_is_no_day(text: str) -> None:
    with pytest.raises(AdvisorError) as raised:
        read_day(text, TODAY)
    assert raised.value.problem is Problem.BAD_DATE
    assert raised.value.details["value"] == text.strip()  # as it was typed


@pytest.mark.parametrize("text", ["14.09.0202", "Mo 31.12.9999", "1/1/1899"])
def test_a_year_that_nobody_can_mean_is_told(text: str) -> None:
    with pytest.raises(AdvisorError) as raised:
        read_day(text, TODAY)
    assert raised.value.problem is Problem.DATE_FAR


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 12, 31)), st.sampled_from(["de", "en"]))
def test_what_is_shown_reads_back(day: date, language: str) -> None:
    assert read_day(short_day(day, language), TODAY) == day
