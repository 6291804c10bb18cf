"""What tools say to questions, and only to those of their module."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from advisor_app.domain import process_questions, service_questions, usage_questions
from advisor_app.domain.service import OnlineState, Service
from advisor_app.services.measurements import QUESTIONNAIRES, Measurement, Measurements
from advisor_app.texts import load_texts
from tests.example_case import example_case
from tests.example_process import dog_tax
from tests.example_usage import example_usage

MEASUREMENTS = Measurements(load_texts("de"))


def test_every_questionnaire_that_a_tool_speaks_to_is_named() -> None:
    tools = (process_questions, service_questions, usage_questions)
    assert {tool.QUESTIONNAIRE for tool in tools} == QUESTIONNAIRES


def test_a_recorded_process_tells_its_media_breaks() -> None:
    case = replace(example_case(), processes={"p-dog-tax": dog_tax()}, usage=example_usage())
    assert MEASUREMENTS.beside(case, "m2", "2.3.1") == Measurement(
        page="processes",
        item="p-dog-tax/as-is",
        words="P-01 Hundesteuer-Anmeldung, heute: 33 min, 4 Medienbrüche.",
        number=Decimal(4),
    )
    for questionnaire, question in (("m2", "2.3.2"), ("m1", "2.3.1"), ("m4", "4.1.1")):
        assert MEASUREMENTS.beside(case, questionnaire, question) is None


def test_ten_known_services_propose_a_level_and_nine_do_not() -> None:
    services = {
        str(number): Service(
            id=str(number),
            number=number,
            cases_per_year=number,
            online=OnlineState.APPLICATION if number < 4 else OnlineState.FORM,
        )
        for number in range(1, 11)
    }
    found = MEASUREMENTS.beside(replace(example_case(), services=services), "m1", "1.2.2")
    assert found is not None
    assert (found.level, found.number, found.page, found.item) == (2, None, "services", "figures")
    assert "online beantragbar: 3. Das wäre Stufe 2." in found.words
    del services["1"]
    assert MEASUREMENTS.beside(replace(example_case(), services=services), "m1", "1.2.2") is None
