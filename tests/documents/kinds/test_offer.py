"""What the offer says, and what it leaves to be filled in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from advisor_app.documents.blocks import Align, Document, RowKind, Table
from advisor_app.documents.kinds import find_kind
from advisor_app.documents.paper_blocks import AddressField, TickList
from advisor_app.domain.booking import Booking, BookingState, Financing
from advisor_app.domain.case import Case, Contact, Person, SectionKey
from advisor_app.domain.case_document import RELEASED, DocumentKey
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.words import Audience, Words
from advisor_app.texts import load_texts
from tests.documents.reading import squeezed, story
from tests.documents.samples import full_case, given, small_case
from tests.example_case import example_case

OFFER = find_kind("offer")


def with_booking(**parts: Any) -> Case:
    """The example with one request for module 4."""
    case = example_case()
    booking = Booking(id="b4", module="M4", commune=case.commune.id, **parts)
    return replace(case, bookings={"b4": booking})


def build(case: Case, **parts: Any) -> Document:
    return OFFER.make(given(case, **parts))


def lines(case: Case, **parts: Any) -> list[str]:
    return list(story(build(case, **parts), aloud=True))


def address(case: Case) -> AddressField:
    found = build(case).blocks[0]
    assert isinstance(found, AddressField)
    return found


def test_it_is_addressed_to_the_house_and_its_contact() -> None:
    field = address(full_case())
    assert field.recipient == (
        "Gemeinde Eschentalbach",
        "Gemeindevorstand",
        "Miriam Feldmann",
        "[Straße und Hausnummer]",
        "[Postleitzahl und Ort]",
    )
    assert field.sender == "Beratungsteam Mitte, [Straße, Ort]"
    assert squeezed("Guten Tag Miriam Feldmann,") in lines(full_case())


def test_a_town_is_addressed_as_one() -> None:
    case = small_case()
    town = replace(case.commune, name="Lich", designation="Stadt")
    case = replace(case, head=replace(case.head, communes=(town,)))
    catalog = given(case).catalog
    executive = replace(catalog.vocabulary["executive"], in_towns="Magistrat")
    catalog = replace(catalog, vocabulary={**catalog.vocabulary, "executive": executive})
    field = build(case, catalog=catalog).blocks[0]
    assert isinstance(field, AddressField)
    assert field.recipient[:2] == ("Stadt Lich", "Magistrat")


def test_without_a_contact_it_speaks_to_all() -> None:
    assert squeezed("Sehr geehrte Damen und Herren,") in lines(small_case())


def test_an_address_that_was_written_takes_the_place_of_the_brackets() -> None:
    written = Words("Gemeinde Eschentalbach\nRathausplatz 1\n\n35000 Eschentalbach", Audience.REPORT)
    case = replace(full_case(), sections={SectionKey("offer", "", "recipient"): written})
    assert address(case).recipient == ("Gemeinde Eschentalbach", "Rathausplatz 1", "35000 Eschentalbach")
    inside = replace(full_case(), sections={SectionKey("offer", "", "recipient"): Words("Hintereingang")})
    assert "Hintereingang" not in address(inside).recipient


def test_an_address_field_holds_six_lines_that_fit_its_window() -> None:
    case = replace(
        full_case(),
        contacts={"k": Contact(id="k", person="p")},
        people={"p": Person(id="p", name="Name " * 40)},
    )
    assert len(address(case).recipient) <= 6
    assert all(len(line) <= 42 for line in address(case).recipient)


def test_references_of_both_houses() -> None:
    case = full_case()
    case = replace(case, head=replace(case.head, provider_reference="BT-31"))
    facts = {fact.label: fact.value for fact in address(case).information}
    assert facts == {
        "Ihr Zeichen": "[bitte eintragen]",
        "Unser Zeichen": "BT-31",
        "Ansprechperson": "Beratung",
        "Telefon": "[bitte eintragen]",
        "E-Mail": "[bitte eintragen]",
        "Datum": "05.10.2026",
    }


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("0561 1234\nberatung@example.org", {"Telefon": "0561 1234", "E-Mail": "beratung@example.org"}),
        ("beratung@example.org", {"E-Mail": "beratung@example.org"}),
        ("0561 1234", {"Telefon": "0561 1234"}),
    ],
)
def test_a_letter_says_how_to_reach_whoever_advises(written: str, shown: dict[str, str]) -> None:
    case = replace(full_case(), sections={SectionKey("offer", "", "contact"): Words(written, Audience.REPORT)})
    facts = {fact.label: fact.value for fact in address(case).information}
    assert {label: value for label, value in facts.items() if label in ("Telefon", "E-Mail")} == shown


def test_every_module_with_its_content_and_extent() -> None:
    said = lines(with_booking())
    assert said[said.index("Umfang") + 1] == squeezed("4 Smart Region")
    assert squeezed("1 bis 2 Tage") in said


def test_a_price_only_where_one_is_known() -> None:
    assert squeezed("[Preis, bitte eintragen]") in lines(with_booking())
    said = lines(with_booking(price=480_000))
    assert "4.800€" in said
    assert squeezed("[Preis, bitte eintragen]") not in said


def offered(**financing_and_price: tuple[Financing, int | None]) -> Case:
    """The example with requests for modules, who pays each, and its price in cents."""
    case = example_case()
    bookings = {
        name: Booking(id=name, module=name, commune=case.commune.id, financing=financing, price=price)
        for name, (financing, price) in financing_and_price.items()
    }
    return replace(case, bookings=bookings)


def totals(case: Case, language: str = "de") -> list[tuple[str, ...]]:
    """The rows below the prices; cells are words here."""
    document = build(case, texts=load_texts(language))
    (table,) = (block for block in document.blocks if isinstance(block, Table) and block.columns[-1].align is Align.END)
    return [tuple(map(str, row.cells)) for row in table.rows if row.kind is RowKind.TOTAL]


def test_what_the_commune_pays_itself_is_added_up() -> None:
    case = offered(
        M1=(Financing.OWN, 480_000),
        M3=(Financing.OWN, 460_050),
        M4=(Financing.FRAMEWORK, 999),
        M2=(Financing.ALLIANCE, 1),
    )
    assert totals(case) == [("Summe Eigenmittel", "", "9.400,50\N{NO-BREAK SPACE}€")]
    assert not any("Summe" in text and "nicht" in text for text in lines(case))
    assert totals(case, "en")[0][0] == "Total own funds"


def test_one_module_needs_no_sum() -> None:
    assert totals(offered(M1=(Financing.OWN, 480_000))) == []
    assert totals(offered(M1=(Financing.FRAMEWORK, 480_000), M4=(Financing.OPEN, 1))) == []


def test_a_sum_says_what_has_no_price_and_what_nobody_has_settled() -> None:
    case = offered(
        M1=(Financing.OWN, 480_000), M2=(Financing.OWN, None), M3=(Financing.OWN, None), M4=(Financing.OPEN, 460_000)
    )
    assert totals(case) == [("Summe Eigenmittel", "", "4.800\N{NO-BREAK SPACE}€ und 2 offen")]
    said = "".join(lines(case))
    assert squeezed("In der Summe fehlen Modul 2 und Modul 3, deren Preise noch nicht feststehen.") in said
    assert squeezed("Wer Modul 4 bezahlt, ist noch zu klären; der Preis steht nicht in der Summe.") in said


def test_without_any_price_no_sum_is_pretended() -> None:
    case = offered(M1=(Financing.OWN, None), M4=(Financing.FRAMEWORK, 480_000))
    assert totals(case) == [("Summe Eigenmittel", "", "offen")]
    assert squeezed("In der Summe fehlt Modul 1, dessen Preis noch nicht feststeht.") in "".join(lines(case))


def test_each_commune_of_an_alliance_has_its_own_sum() -> None:
    case = offered(M1=(Financing.OWN, 480_000), M4=(Financing.OWN, 520_000))
    other = replace(case.commune, id="c2", name="Nachbar", designation="Stadt")
    third = replace(case.commune, id="c3", name="Drittau")
    shared = Booking(id="b9", module="M4", commune="c2", financing=Financing.OWN)
    case = replace(
        case,
        head=replace(case.head, communes=(case.commune, other, third)),
        bookings={**case.bookings, "b9": shared},
    )
    assert totals(case) == [
        ("Summe Eigenmittel", "Gemeinde Eschentalbach", "", "10.000\N{NO-BREAK SPACE}€"),
        ("Summe Eigenmittel", "Stadt Nachbar", "", "offen"),
    ]
    assert squeezed("In der Summe fehlt Modul 4 (Stadt Nachbar), dessen Preis noch nicht feststeht.") in "".join(
        lines(case)
    )


def test_a_programme_that_is_closed_is_named_as_closed() -> None:
    said = "".join(lines(with_booking(financing=Financing.PROGRAMME, programme="SHH")))
    assert squeezed("Der Zeitraum von") in said
    assert squeezed("endete am 31.12.2024") in said
    assert squeezed("Stand der Förderregeln: ") in said


def test_a_programme_that_was_open_then_says_until_when() -> None:
    case = with_booking(financing=Financing.PROGRAMME, programme="SHH")
    said = "".join(lines(case, today=date(2023, 5, 1)))
    assert squeezed("ist nach unserem Stand bis 31.12.2024 offen. Der Antrag ist vor Beginn zu stellen.") in said


def test_an_approved_booking_says_when() -> None:
    case = with_booking(financing=Financing.PROGRAMME, programme="SHH", approved_on=date(2023, 2, 1))
    said = "".join(lines(case))
    assert squeezed("Die Förderung für Modul 4 ist am 01.02.2023 bewilligt worden.") in said
    assert "endeteam" not in said


def test_an_application_in_time_is_told_instead_of_a_period_that_is_over() -> None:
    case = with_booking(financing=Financing.PROGRAMME, programme="SHH", applied_on=date(2024, 12, 31))
    said = "".join(lines(case))
    assert squeezed("Die Förderung ist am 31.12.2024 beantragt, eine Bewilligung noch nicht vermerkt.") in said
    assert "endeteam" not in said
    late = with_booking(financing=Financing.PROGRAMME, programme="SHH", applied_on=date(2025, 1, 1))
    assert "endeteam" in "".join(lines(late))


def test_modules_that_are_not_funded_together_are_named_with_the_rule() -> None:
    case = with_booking(financing=Financing.PROGRAMME, programme="SHH")
    third = replace(case.bookings["b4"], id="b3", module="M3")
    both = replace(case, bookings={**case.bookings, "b3": third})
    assert squeezed("Diese Module werden nicht zusammen gefördert:") in "".join(lines(both))
    assert "nichtzusammengefördert" not in "".join(lines(case))
    neighbour = replace(case.commune, id="c2", name="Nachbar")
    apart = replace(
        both,
        head=replace(case.head, communes=(case.commune, neighbour)),
        bookings={**case.bookings, "b3": replace(third, commune="c2")},
    )
    assert "nichtzusammengefördert" not in "".join(lines(apart))


def test_other_payers_need_no_programme() -> None:
    said = lines(with_booking(financing=Financing.FRAMEWORK))
    assert "Rahmenvertrag" in said
    assert not any("Förderregeln" in text for text in said)
    assert squeezed("noch zu klären") in lines(with_booking())


def test_only_what_is_still_ahead_is_offered() -> None:
    case = example_case()
    assert squeezed("1 OZG-Grundlagen") not in lines(case)
    done = {name: replace(item, state=BookingState.COMPLETED) for name, item in case.bookings.items()}
    assert {squeezed("1 OZG-Grundlagen"), squeezed("4 Smart Region")} <= set(lines(replace(case, bookings=done)))


def test_an_alliance_says_for_whom() -> None:
    case = with_booking()
    other = replace(case.commune, id="c2", name="Nachbar", designation="Stadt")
    bookings = {**case.bookings, "b9": Booking(id="b9", module="M4", commune="c2")}
    case = replace(case, head=replace(case.head, communes=(case.commune, other)), bookings=bookings)
    said = lines(case)
    assert squeezed("Modul 4 Smart Region, Stadt Nachbar") in said
    assert "StadtNachbar" in said


def test_the_slip_has_a_box_for_each_module_and_payer() -> None:
    inside = [inner for block in build(example_case()).blocks for inner in getattr(block, "blocks", ())]
    modules, payers = (block for block in inside if isinstance(block, TickList))
    assert [tick.text for tick in modules.ticks] == ["Modul 4 Smart Region"]
    assert len(payers.ticks) == 4


def test_brackets_are_pointed_out_until_it_is_released() -> None:
    case = full_case()
    assert any(text.startswith("Angabenineckigen") for text in lines(case))
    released = replace(case, document_states={DocumentKey("offer", ""): RELEASED})
    assert not any(text.startswith("Angabenineckigen") for text in lines(released))


def test_conditions_have_text_blocks() -> None:
    conditions = next(section for section in OFFER.sections(given(full_case())) if section.key == "conditions")
    assert [block.title for block in conditions.blocks] == [
        "Reisekosten enthalten", "Termin verschieben", "Datenschutz",
    ]  # fmt: skip


def test_wish_notes_and_numbers_of_people_are_not_printed() -> None:
    case = full_case()
    case = replace(
        case,
        head=replace(case.head, wish="streng geheim", room="streng geheim"),
        bookings={"b4": replace(case.bookings["b4"], note=Words("streng geheim"))},
    )
    said = lines(case)
    assert not any("geheim" in text or "060001234" in text or "example.org" in text for text in said)


def test_without_a_booking_there_is_nothing_to_offer() -> None:
    with pytest.raises(AdvisorError) as caught:
        build(replace(example_case(), bookings={}))
    assert caught.value.problem is Problem.NO_BOOKING
