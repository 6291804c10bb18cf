"""The overview of services on paper: ten of most cases, levels by version, every office, and what is open."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

import pytest

from advisor_app.charts.stacked_bars import StackedBars
from advisor_app.documents.blocks import Block, Bullets, Figure, Heading, KeyFigures, Paragraph, Table
from advisor_app.documents.kinds import find_kind
from advisor_app.domain.booking import Booking
from advisor_app.domain.case import Case
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.service import MaturityRating, Office, Service
from advisor_app.domain.words import Audience, Words
from tests.documents.samples import given
from tests.documents.samples.cases import full_case, small_case
from tests.example_services import OLD, example_services

KIND = "service-overview"

B = TypeVar("B")


def build(case: Case) -> tuple[Block, ...]:
    return find_kind(KIND).make(given(case)).blocks


def of_kind(blocks: tuple[Block, ...], kind: type[B]) -> list[B]:
    return [block for block in blocks if isinstance(block, kind)]


def with_services(*services: Service, offices: tuple[Office, ...] = ()) -> Case:
    return replace(
        small_case(),
        services={service.id: service for service in services},
        offices={office.id: office for office in offices},
    )


def test_the_ten_with_the_most_cases_stand_first_and_those_without_a_figure_are_told() -> None:
    blocks = build(full_case())
    table = of_kind(blocks, Table)[0]
    assert [row.cells[3] for row in table.rows][:3] == ["1.240", "980", "640"]
    assert len(table.rows) == 10
    words = [block.text for block in of_kind(blocks, Paragraph)]
    assert "Davon online beantragbar: 4 von 10." in words
    assert "Bei 2 Leistungen ist die Fallzahl nicht bekannt; sie fehlen in dieser Liste." in words


def test_figures_count_every_service_once() -> None:
    (figures,) = of_kind(build(full_case()), KeyFigures)
    assert [figure.value for figure in figures.figures] == ["12", "4", "1", "3"]


def test_a_level_of_an_older_version_stays_what_it_was() -> None:
    blocks = build(with_services(Service(id="s1", number=1, title="Hund", maturity=(MaturityRating(OLD, 3),))))
    table = of_kind(blocks, Table)[-1]
    assert table.rows[0].cells[-1] == "3 (1.1)"
    chart = of_kind(blocks, Figure)[0].chart
    assert isinstance(chart, StackedBars)
    assert [(row.title, row.counts) for row in chart.rows] == [("Stufe 3, Online-Leistung (1.1)", (1,))]
    assert "früheren Fassung des Modells eingestuft: L-01 Hund" in of_kind(blocks, Bullets)[-1].items[0]


def test_every_office_has_its_part_also_one_without_a_service() -> None:
    headings = [block.text for block in of_kind(build(full_case()), Heading) if block.level == 3]
    assert headings[:2] == ["Bauhof", "Bürgerbüro"]
    assert headings[-1] == "Ohne Amt"
    assert "Kindertagesstätten (Außenstelle)" in headings


def test_what_was_not_released_stays_out() -> None:
    secret = Words("nur für uns", Audience.INTERNAL)
    service = Service(id="s1", number=1, title="Hund", office="Amt", note=secret)
    blocks = build(with_services(service, offices=(Office(id="o1", title="Amt", effects=secret),)))
    assert "nur für uns" not in repr(blocks)
    released = Words("für alle", Audience.REPORT)
    blocks = build(with_services(replace(service, note=released)))
    assert "für alle" in repr(blocks)


def test_without_a_service_there_is_nothing_to_print() -> None:
    with pytest.raises(AdvisorError) as caught:
        build(replace(small_case(), services={}))
    assert caught.value.problem is Problem.NO_SERVICE


def test_it_belongs_to_module_1() -> None:
    case = small_case()
    assert not find_kind(KIND).belongs_to(case)
    booking = Booking(id="b1", module="M1", commune=case.commune.id)
    assert find_kind(KIND).belongs_to(replace(case, bookings={"b1": booking}))


def test_five_hundred_services_are_told_and_open_ones_counted() -> None:
    services = [Service(id=f"s{number}", number=number, title=f"Leistung {number}") for number in range(1, 501)]
    blocks = build(with_services(*services))
    assert sum(len(table.rows) for table in of_kind(blocks, Table)) == 500
    (bullets,) = of_kind(blocks, Bullets)
    words = str(bullets.items[0])
    assert words.startswith("Noch kein Reifegrad: L-01 Leistung 1, ")
    assert words.endswith("und 492 weitere")


def test_only_the_report_on_module_1_tells_of_services() -> None:
    case = replace(full_case(), services=example_services())
    plain = given(case)
    of_module_one = {name: replace(item, id="m1") for name, item in plain.questionnaires.items()}
    titles = []
    for input_ in (plain, replace(plain, questionnaires=of_module_one)):
        blocks = find_kind("result-report").make(input_).blocks
        titles.append([block.text for block in of_kind(blocks, Heading)])
    assert "Die zehn häufigsten Leistungen" not in titles[0]
    assert titles[1].index("Leistungen") < titles[1].index("Die zehn häufigsten Leistungen")
