"""Usage statistics in the result report of module 1; its story is read without blanks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from advisor_app.documents.kinds import find_kind
from advisor_app.documents.parts.usage import usage_section
from advisor_app.domain.usage import ServiceUsage, UsageMonth
from tests.documents.reading import story
from tests.documents.samples import given
from tests.example_case import example_case
from tests.example_usage import example_usage


def told(usage: Mapping[str, ServiceUsage]) -> str:
    made = given(replace(example_case(), usage=usage))
    document = replace(find_kind("result-report").make(made), blocks=tuple(usage_section(made)))
    return "\n".join(story(document, aloud=True)) if document.blocks else ""


def test_a_year_is_told_in_figures_charts_and_a_table() -> None:
    words = told(example_usage())
    for part in (
        "NutzungderOnline-Dienste",
        "14.590",
        "14,6%",
        "01/2025bis12/2025,10Dienste",
        "abgesendet",
        "Veranstaltunganzeigen\n270\n38,9%",
        "AlleDienste",
        "keinePersonen",
    ):
        assert part in words, part


def test_what_nobody_counted_is_left_out() -> None:
    month = UsageMonth(month=date(2026, 1, 1), uses=12)
    words = told({"a": ServiceUsage(id="a", title="Hundesteuer", months=(month,))})
    assert "Hundesteuer" in words
    assert "Zahlungsart" not in words
    assert "%" not in words


def test_more_services_than_have_room_are_put_together() -> None:
    month = UsageMonth(month=date(2026, 1, 1), uses=30, abandoned=3)
    usage = {str(n): ServiceUsage(id=str(n), title=f"Dienst {n}", months=(month,)) for n in range(40)}
    assert "Übrige(28)" in told(usage)


def test_without_statistics_there_is_no_section() -> None:
    assert told({}) == ""
