"""Usage statistics in words."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from advisor_app.content.packs import load_catalog
from advisor_app.domain.changes import UsageSet
from advisor_app.domain.usage import PaymentKind, last_year
from advisor_app.resources_folder import resources_folder
from advisor_app.texts import load_texts
from advisor_app.texts.record_words import FieldChange, RecordWords
from advisor_app.texts.usage import beside_question, payment_words, period_words, rate_words
from tests.example_case import example_case
from tests.example_usage import example_usage

GERMAN, ENGLISH = load_texts("de"), load_texts("en")


def test_rates_periods_and_payments() -> None:
    assert rate_words(Fraction(1, 6), GERMAN) == "16,7 %"
    assert rate_words(None, GERMAN) == "–"
    period = last_year(example_usage().values())
    assert period is not None
    assert period_words(period, GERMAN) == "01/2025 bis 12/2025"
    assert period_words(replace(period, last=period.first), GERMAN) == "01/2025"
    assert payment_words({PaymentKind.CASH: 2, PaymentKind.CARD: 1_500}, GERMAN) == "Karte 1.500, bar 2"


def test_the_sentence_beside_a_question_is_there_in_english_too() -> None:
    services = example_usage().values()
    words = beside_question("1.6.1", services, ENGLISH)
    assert words.startswith("01/2025 to 12/2025: Applications begun: 14,590, abandoned: 14.6")
    assert beside_question("1.3.3", services, ENGLISH).count("payment service") == 1


def test_a_service_is_told_in_one_row_and_its_months_by_their_difference() -> None:
    usage = example_usage()
    words = RecordWords(GERMAN, load_catalog([resources_folder() / "content"]), replace(example_case(), usage=usage))
    service = usage["n-2"]
    new = UsageSet(service.id, None, service)
    assert words.title("usage", new) == "Nutzungsstatistik Hundesteuer anmelden"
    told = dict(words.contents(new))
    assert told["Monate"] == "12 Monate (01/2025 bis 12/2025), 837 begonnene Anträge, 20,3 % abgebrochen"
    other = service.with_months((replace(service.months[0], uses=99),))
    assert words.differences(UsageSet(service.id, service, other)) == [
        FieldChange("Monate · 01/2025 · Begonnene Anträge", str(service.months[0].uses), "99")
    ]
    without = replace(service, months=service.months[1:])
    assert words.differences(UsageSet(service.id, without, service)) == [
        FieldChange("Monate", "", f"01/2025: {service.months[0].uses}")
    ]
