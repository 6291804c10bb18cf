"""The report on usage: twelve months, what is lost, the year before, and the questions that the figures support."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TypeVar

import pytest

from advisor_app.charts.palette import load_theme
from advisor_app.content.packs import load_catalog
from advisor_app.documents.blocks import Block, Figure, Heading, KeyFigures, Paragraph, Table
from advisor_app.documents.editable.tables import has_tables
from advisor_app.documents.kinds import find_kind
from advisor_app.domain.booking import Booking
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.usage import PaymentCount, PaymentKind, ServiceUsage, UsageMonth
from advisor_app.resources_folder import resources_folder
from advisor_app.texts import load_texts
from tests.documents.samples import given
from tests.documents.samples.cases import full_case
from tests.example_usage import example_usage

KIND = "usage-report"

B = TypeVar("B")


def build(usage: Mapping[str, ServiceUsage]) -> tuple[Block, ...]:
    return find_kind(KIND).make(given(replace(full_case(), usage=usage))).blocks


def of_kind(blocks: tuple[Block, ...], kind: type[B]) -> list[B]:
    return [block for block in blocks if isinstance(block, kind)]


def words_of(blocks: tuple[Block, ...]) -> str:
    return "\n".join(str(block.text) for block in of_kind(blocks, Paragraph))


def one(*months: UsageMonth, name: str = "Hund anmelden") -> dict[str, ServiceUsage]:
    return {name: ServiceUsage(id=name, title=name, months=months)}


def test_a_year_is_told_by_month_and_by_service_in_charts_with_words_and_in_tables() -> None:
    blocks = build(example_usage())
    (figures,) = of_kind(blocks, KeyFigures)
    assert [figure.value for figure in figures.figures] == ["14.590", "12.463", "14,6 %", "3.951"]
    months, services = of_kind(blocks, Table)
    assert [row.cells for row in (months.rows[0], months.rows[-1])] == [
        ("01/2025", "1.101", "941", "160", "14,5 %", "305"),
        ("Alle Monate", "14.590", "12.463", "2.127", "14,6 %", "3.951"),
    ]
    assert (len(months.rows), len(services.rows)) == (13, 11)
    charts = of_kind(blocks, Figure)
    assert len(charts) == 4
    texts, theme = load_texts("de"), load_theme("paper")
    told = [figure.chart.scene(480, theme.chart, texts).alternative for figure in charts]
    for part, words in zip(
        ("01/2025", "Wohnsitz anmelden: begonnene Anträge 3.065", "38,9", "Karte"), told, strict=True
    ):
        assert part in words
    assert has_tables(find_kind(KIND).make(given(replace(full_case(), usage=example_usage()))))


def test_the_advice_begins_where_most_applications_are_lost() -> None:
    words = words_of(build(example_usage()))
    assert "„Wohnsitz anmelden“ (728 abgebrochen), „Gewerbe anmelden“ (226 abgebrochen)" in words
    month = date(2026, 1, 1)
    assert "kein Antrag" in words_of(build(one(UsageMonth(month=month, uses=40, abandoned=0))))
    assert "noch nichts" in words_of(build(one(UsageMonth(month=month, uses=40))))


def test_a_month_that_nobody_counted_is_no_nought() -> None:
    blocks = build(one(UsageMonth(month=date(2026, 3, 1), uses=0, abandoned=0)))
    rows = of_kind(blocks, Table)[0].rows
    assert rows[-2].cells == ("03/2026", "0", "0", "–", "–", "–")
    assert set(rows[0].cells[1:]) == {"–"}


def test_what_was_not_counted_is_said() -> None:
    words = words_of(build(one(UsageMonth(month=date(2026, 3, 1), uses=9))))
    assert "mindestens 20 begonnene Anträge" in words
    assert "keine Zahlungen gezählt" in words


@pytest.mark.parametrize(
    ("before", "said"),
    [(10, "100,0 % mehr"), (40, "50,0 % weniger"), (20, "ebenso viele"), (0, "")],
)
def test_the_twelve_months_before_are_told_where_all_are_known(before: int, said: str) -> None:
    def months(year: int, uses: int) -> tuple[UsageMonth, ...]:
        return tuple(UsageMonth(month=date(year, month, 1), uses=uses) for month in range(1, 13))

    words = words_of(build(one(*months(2024, before), *months(2025, 20))))
    assert said in words if said else "in den zwölf Monaten davor" not in words
    partly = words_of(build(one(*months(2024, before)[1:], *months(2025, 20))))
    assert "in den zwölf Monaten davor" not in partly


def test_questions_of_module_1_are_told_what_supports_them() -> None:
    case = replace(full_case(), usage=example_usage())
    definition = load_catalog([resources_folder() / "content"]).questionnaires["m1"]
    assessment = replace(case.assessments["a1"], id="m1", questionnaire="m1", version=definition.version)
    booking = Booking(id="b1", module="M1", commune=case.commune.id)
    case = replace(case, assessments={**case.assessments, "m1": assessment}, bookings={**case.bookings, "b1": booking})
    made = given(case)
    made = replace(made, questionnaires={**made.questionnaires, "m1": definition})
    blocks = find_kind(KIND).make(made).blocks
    assert "Was die Zahlen belegen" in [block.text for block in of_kind(blocks, Heading)]
    rows = {row.cells[0]: row.cells for row in of_kind(blocks, Table)[-1].rows}
    assert list(rows) == ["1.3.3", "1.3.6", "1.6.1", "1.6.6", "1.6.7"]
    assert "Abgesendete Anträge: 12.463" in str(rows["1.6.6"][2])


def test_without_statistics_there_is_no_report() -> None:
    for make in (find_kind(KIND).make, find_kind(KIND).sections):
        with pytest.raises(AdvisorError) as caught:
            make(given(replace(full_case(), usage={})))
        assert caught.value.problem is Problem.NO_USAGE


def test_payments_of_a_service_stand_beside_it() -> None:
    paid = (PaymentCount(payment=PaymentKind.CARD, count=5),)
    table = of_kind(build(one(UsageMonth(month=date(2026, 3, 1), uses=9, abandoned=1, payments=paid))), Table)[1]
    assert table.rows[0].cells[-1] == "Karte 5"
