"""Who took part: the list that is signed, and the certificates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from advisor_app.documents.blocks import Document, FactTable, Paragraph, ParagraphKind, Table
from advisor_app.documents.kinds import find_kind
from advisor_app.documents.paper_blocks import Framed, WritingLines
from advisor_app.documents.render.pdf import render
from advisor_app.domain.agenda import AgendaDay, AgendaStep, StepKind
from advisor_app.domain.attendance import HalfDay, Participant, with_presence
from advisor_app.domain.case import Case, Contact, Person
from advisor_app.domain.errors import AdvisorError, Problem
from tests.documents.reading import page_texts, squeezed, story
from tests.documents.samples import given, small_case

LIST = find_kind("attendance-list")
CERTIFICATE = find_kind("attendance-certificate")


def case_with(*names: str, days: tuple[AgendaDay, ...] = ()) -> Case:
    """The small case with so many contacts; an empty name stands for one that was erased."""
    people = {f"p{place}": Person(id=f"p{place}", name=name) for place, name in enumerate(names) if name}
    contacts = {
        f"c{place}": Contact(id=f"c{place}", person=f"p{place}", function="Amt" if place else "")
        for place in range(len(names))
    }
    found = {day.id: day for day in days or (held_day(),)}
    return replace(small_case(), people=people, contacts=contacts, agenda=found)


def held_day(number: int = 1, module: str = "M4") -> AgendaDay:
    steps = (
        AgendaStep(id="a", title=f"Auftakt {number}", minutes=60, minimum_minutes=30),
        AgendaStep(id="b", title="Pause", minutes=15, minimum_minutes=10, kind=StepKind.BREAK),
        AgendaStep(id="c", title="Entfallenes", minutes=30, minimum_minutes=10, skipped=True),
    )
    return AgendaDay(
        id=f"{module}-{number}",
        module=module,
        title=f"Tag {number}",
        number=number,
        on=date(2026, 9, 13 + number),
        start=time(9, 0),
        place="Rathaus",
        steps=steps,
    )


def said(document: Document) -> str:
    return "".join(story(document, aloud=True))


def certificate(case: Case, item: str = "") -> Document:
    return CERTIFICATE.make(given(case, item=item))


def test_known_people_stand_on_the_list_and_blank_rows_follow() -> None:
    document = LIST.make(given(case_with("Sabine Albers", "", "Aylin Öztürk")))
    (table,) = [block for block in document.blocks if isinstance(block, Table)]
    assert table.to_write_on
    assert [row.cells[1] for row in table.rows][:4] == ["Sabine Albers", "Aylin Öztürk", "", ""]
    assert len(table.rows) == 18
    assert all(row.lines == 1 for row in table.rows)
    many = LIST.make(given(case_with(*(f"Person {number}" for number in range(30)))))
    (long,) = [block for block in many.blocks if isinstance(block, Table)]
    assert len(long.rows) == 35


def test_a_list_of_one_sheet_says_what_it_is_for_and_is_signed_by_the_adviser() -> None:
    document = LIST.make(given(case_with("Sabine Albers")))
    assert render(document, lambda _done: None).pages == 1
    for words in ("getrennt von allen Antworten", "Unterschrift der Beratung", "14.09.2026", "Rathaus"):
        assert squeezed(words) in said(document)


def test_each_contact_has_a_certificate_and_there_is_a_blank_one_and_all_in_one_file() -> None:
    case = case_with("Sabine Albers", "Aylin Öztürk")
    assert CERTIFICATE.items is not None
    assert [(item.id, item.code, item.title) for item in CERTIFICATE.items(given(case))] == [
        ("M4-all", "M4-alle", "Modul 4, alle (2 Personen und ein Blankobogen)"),
        ("M4-blank", "M4-blanko", "Modul 4, blanko"),
        ("M4-c0", "M4-01", "Modul 4, Sabine Albers"),
        ("M4-c1", "M4-02", "Modul 4, Aylin Öztürk"),
    ]
    pages = certificate(case, "M4-all").blocks
    assert len(pages) == 3
    texts = page_texts(render(certificate(case, "M4-all"), lambda _done: None).data)
    assert ["Sabine Albers" in texts[0], "Aylin Öztürk" in texts[1], "Name" in texts[2]] == [True] * 3


def test_a_certificate_names_dates_hours_and_contents_and_assesses_nobody() -> None:
    document = certificate(case_with("", "Aylin Öztürk", days=(held_day(1), held_day(2))), "M4-c1")
    (page,) = document.blocks
    assert isinstance(page, Framed)
    names = [block.text for block in page.blocks if isinstance(block, Paragraph)]
    assert names[:2] == ["Aylin Öztürk", "Amt"]
    assert next(block.kind for block in page.blocks if isinstance(block, Paragraph)) is ParagraphKind.DISPLAY
    (facts,) = [block.facts for block in page.blocks if isinstance(block, FactTable)]
    assert [fact.label for fact in facts] == ["Kommune", "Termine", "Ort", "Dauer"]
    text = said(document)
    for words in ("14.09.2026, 09:00–10:15 Uhr", "15.09.2026", "2 h ohne Pausen", "Auftakt 1", "Auftakt 2"):
        assert squeezed(words) in text
    for words in ("Entfallenes", "Pause•", "Note", "Punkte"):
        assert squeezed(words) not in text


def test_a_blank_certificate_has_room_for_a_name() -> None:
    (page,) = certificate(case_with(), "M4-blank").blocks
    assert isinstance(page, Framed)
    assert any(isinstance(block, WritingLines) for block in page.blocks)


def test_modules_have_certificates_of_their_own() -> None:
    days = (held_day(1), held_day(1, "M2"))
    assert CERTIFICATE.items is not None
    assert [item.id for item in CERTIFICATE.items(given(case_with(days=days)))] == [
        *("M2-all", "M2-blank"),
        *("M4-all", "M4-blank"),
    ]


def test_thirty_certificates_are_thirty_pages_and_a_blank_one() -> None:
    case = case_with(*(f"Person Nummer {number}" for number in range(30)))
    assert render(certificate(case, "M4-all"), lambda _done: None).pages == 31


def test_without_a_day_nobody_took_part() -> None:
    with pytest.raises(AdvisorError) as caught:
        certificate(replace(small_case(), agenda={}))
    assert caught.value.problem is Problem.NO_DAY
    with pytest.raises(AdvisorError) as caught:
        certificate(case_with(), "M4-c9")
    assert caught.value.problem is Problem.UNKNOWN_DOCUMENT_ITEM


def with_participants(case: Case, *halves: tuple[HalfDay, ...]) -> Case:
    """The case with a participant for each of these, there in so many halves of the first day."""
    day = next(iter(case.agenda))
    people = {f"w{place}": Person(id=f"w{place}", name=f"Teilnehmende Person {place}") for place in range(len(halves))}
    participants = {
        f"t{place}": with_presence(
            Participant(id=f"t{place}", person=f"w{place}", function="Leitung", office="Bauamt", position=place),
            day,
            there,
            present=True,
        )
        for place, there in enumerate(halves)
    }
    return replace(case, people={**case.people, **people}, participants=participants)


def two_halves() -> AgendaDay:
    steps = (
        AgendaStep(id="a", title="Vormittags", minutes=90, minimum_minutes=30),
        AgendaStep(id="b", title="Mittag", minutes=60, minimum_minutes=30, kind=StepKind.LUNCH),
        AgendaStep(id="c", title="Nachmittags", minutes=45, minimum_minutes=30),
    )
    return replace(held_day(), steps=steps)


def test_participants_take_the_place_of_contacts() -> None:
    case = with_participants(case_with("Sabine Albers"), (), ())
    (table,) = [block for block in LIST.make(given(case)).blocks if isinstance(block, Table)]
    assert [row.cells[1:3] for row in table.rows][:3] == [
        ("Teilnehmende Person 0", "Leitung, Bauamt"),
        ("Teilnehmende Person 1", "Leitung, Bauamt"),
        ("", ""),
    ]


def test_certificates_have_the_hours_of_the_halves_for_which_somebody_was_there() -> None:
    case = with_participants(case_with(days=(two_halves(),)), (HalfDay.MORNING,), tuple(HalfDay), ())
    morning = said(certificate(case, "M4-t0"))
    assert squeezed("1 h 30 min") in morning
    assert squeezed("14.09.2026, Vormittag") in morning
    assert "Nachmittags" not in morning
    whole = said(certificate(case, "M4-t1"))
    assert squeezed("2 h 15 min") in whole
    assert squeezed("09:00–12:15") in whole
    with pytest.raises(AdvisorError) as refused:
        certificate(case, "M4-t2")  # was never there
    assert refused.value.problem is Problem.UNKNOWN_DOCUMENT_ITEM


def test_before_anybody_is_registered_everybody_on_the_list_is_expected() -> None:
    case = with_participants(case_with(days=(two_halves(),)), (), ())
    assert squeezed("2 h 15 min") in said(certificate(case, "M4-t1"))
