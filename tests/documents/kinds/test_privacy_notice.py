"""What the privacy notice says."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from advisor_app.documents.blocks import Callout, Document
from advisor_app.documents.kinds import find_kind
from advisor_app.domain.case import Case, SectionKey
from advisor_app.domain.case_document import RELEASED, DocumentKey
from advisor_app.domain.words import Audience, Words
from tests.documents.reading import squeezed, story
from tests.documents.samples import full_case, given, small_case
from tests.example_case import example_case

NOTICE = find_kind("privacy-notice")


def build(case: Case, **parts: Any) -> Document:
    return NOTICE.make(given(case, **parts))


def lines(case: Case, **parts: Any) -> list[str]:
    return list(story(build(case, **parts), aloud=True))


def test_it_is_a_template_until_it_is_released() -> None:
    case = example_case()
    assert any(isinstance(block, Callout) for block in build(case).blocks)
    checked = replace(case, document_states={DocumentKey("privacy-notice", ""): RELEASED})
    assert not any(isinstance(block, Callout) for block in build(checked).blocks)


def test_both_houses_are_named_and_their_addresses_left_open() -> None:
    said = "".join(lines(example_case()))
    assert squeezed("Beratungsteam Mitte, [Anschrift, Telefon, E-Mail]") in said
    assert squeezed("Gemeinde Eschentalbach, [Anschrift, Telefon, E-Mail]") in said
    assert squeezed("[Name des Hauses]") in "".join(lines(small_case(), provider=""))


def test_the_legal_basis_is_left_to_those_responsible() -> None:
    sections = {section.key: section.proposal for section in NOTICE.sections(given(example_case()))}
    assert sections["basis"].startswith("[")
    assert sections["basis"].endswith("]")


def test_everything_that_article_13_asks_for_has_a_heading() -> None:
    said = lines(example_case())
    heads = (
        "Wer verantwortlich ist", "Datenschutzbeauftragte", "Welche Daten wir wozu verarbeiten", "Rechtsgrundlage",
        "Wer die Daten erhält", "Ihre Rechte", "Freiwilligkeit und automatische Entscheidungen",
    )  # fmt: skip
    positions = [said.index(squeezed(head)) for head in heads]
    assert positions == sorted(positions)
    assert any(squeezed("Beauftragten für Datenschutz und Informationsfreiheit") in text for text in said)


def test_how_long_follows_the_adviser_s_setting() -> None:
    assert squeezed("höchstens 6 Monate nach der letzten Änderung") in lines(example_case(), retention_months=6)
    assert squeezed("höchstens einen Monat nach der letzten Änderung") in lines(example_case(), retention_months=1)
    assert "[Frist]" in lines(example_case())


def test_what_the_house_wrote_is_printed() -> None:
    key = SectionKey("privacy-notice", "", "controller")
    case = replace(example_case(), sections={key: Words("Beratungsteam Mitte, Marktplatz 1", Audience.REPORT)})
    said = lines(case)
    assert squeezed("Beratungsteam Mitte, Marktplatz 1") in said
    assert not any(squeezed("[Anschrift") in text and "Teilnahmeliste" in text for text in said)


def test_nobody_is_named() -> None:
    said = "".join(lines(full_case()))
    assert "Feldmann" not in said
    assert "060001234" not in said
