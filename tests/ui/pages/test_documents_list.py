"""The list of documents: by occasion, with states, found by typing, by keys alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from advisor_app.domain.case_document import DRAFT, RELEASED, DocumentState, Stage
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.services.document_offer import Offer
from advisor_app.texts import load_texts
from advisor_app.ui.pages.documents.document_column import DocumentColumn
from advisor_app.ui.shell.theming import Theming

OpenCase = Callable[..., object]


def offer(kind: str, title: str, occasion: str, item_title: str = "", state: DocumentState = DRAFT) -> Offer:
    item = item_title.replace(" ", "-")
    return Offer(kind=kind, title=title, occasion=occasion, item=item, item_title=item_title, state=state)


COMMENTS = DocumentState(stage=Stage.COMMENTS, comments_until=date(2026, 11, 20))
OFFERS = (
    offer("letter", "Angebot", "request"),
    *(offer("survey", "Vorab-Abfrage", "preparation", f"Rolle {number}", RELEASED) for number in range(5)),
    replace(offer("sheet", "Ablaufplan", "preparation"), leaves_the_house=False),
    offer("report", "Ergebnisbericht", "results", "Modul 1", RELEASED),
    offer("report", "Ergebnisbericht", "results", "Modul 4", COMMENTS),
    replace(offer("case", "Anwendungsfall", "results"), missing=AdvisorError(Problem.NO_USE_CASE)),
)


@pytest.fixture
def column(qtbot: QtBot, theming: Theming) -> DocumentColumn:
    column = DocumentColumn(theming, load_texts("de"))
    qtbot.addWidget(column)
    column.resize(272, 600)
    column.show_offers(OFFERS)
    column.mark("letter")
    with qtbot.waitExposed(column):
        column.show()
    column.activateWindow()
    return column


def listed(column: DocumentColumn) -> list[str]:
    return [("# " if entry.heading else "") + entry.spoken for entry in column.list.entries]


def test_documents_stand_below_their_occasion_with_their_state(column: DocumentColumn) -> None:
    assert listed(column) == [
        "# Anfrage",
        "Angebot, Entwurf",
        "# Vorbereitung",
        "Vorab-Abfrage, freigegeben, 5 zur Auswahl",
        "Ablaufplan, intern",
        "# Ergebnisse",
        "Ergebnisbericht, freigegeben, Modul 1",
        "Ergebnisbericht, bis 20.11.2026, Modul 4",
        "Anwendungsfall",
    ]


def test_many_of_one_kind_with_other_states_say_so(column: DocumentColumn) -> None:
    changed = [replace(item, state=COMMENTS) if item.item == "Rolle-3" else item for item in OFFERS]
    column.show_offers(changed)
    assert "Vorab-Abfrage, verschieden, 5 zur Auswahl" in listed(column)


def test_keys_lead_through_all_documents_and_never_to_a_heading(column: DocumentColumn) -> None:
    told: list[str] = []
    column.chosen.connect(told.append)
    column.list.setFocus()
    for _ in range(10):
        QTest.keyClick(column.list, Qt.Key.Key_Down)
    assert told == ["survey:Rolle-0", "sheet", "report:Modul-1", "report:Modul-4", "case"]


def test_typing_in_the_list_searches(column: DocumentColumn) -> None:
    column.list.setFocus()
    QTest.keyClick(column.list, Qt.Key.Key_M)
    assert column.search.hasFocus()
    QTest.keyClicks(column.search, "odul 4")
    assert listed(column) == ["# Ergebnisse", "Ergebnisbericht, bis 20.11.2026, Modul 4"]
    told: list[str] = []
    column.chosen.connect(told.append)
    QTest.keyClick(column.search, Qt.Key.Key_Return)
    assert told == ["report:Modul-4"]
    assert column.list.hasFocus()


def test_what_is_searched_for_is_listed_one_by_one(column: DocumentColumn) -> None:
    QTest.keyClicks(column.search, "vorab rolle")
    assert [entry.below for entry in column.entries] == [f"Rolle {number}" for number in range(5)]
    column.mark("survey:Rolle-3")
    assert column.list.current_key() == "survey:Rolle-3"
    column.search.clear()
    assert column.list.current_key() == "survey"


def test_states_and_occasions_can_be_searched_for(column: DocumentColumn) -> None:
    QTest.keyClicks(column.search, "intern")
    assert [entry.title for entry in column.entries] == ["Ablaufplan"]
    column.search.clear()
    QTest.keyClicks(column.search, "anfrage")
    assert [entry.title for entry in column.entries] == ["Angebot"]


def test_what_is_not_there_is_said_and_escape_brings_all_back(column: DocumentColumn) -> None:
    QTest.keyClicks(column.search, "Rathaus")
    assert column.entries == ()
    assert column._nothing.isVisible()
    QTest.keyClick(column.search, Qt.Key.Key_Escape)
    assert len(column.list.entries) == 9
    assert not column._nothing.isVisible()
    assert column.list.hasFocus()


def test_a_document_asked_for_by_name_is_listed_whatever_was_searched(column: DocumentColumn) -> None:
    QTest.keyClicks(column.search, "Angebot")
    column.mark("report:Modul-4")
    assert column.search.text() == ""
    assert column.list.current_key() == "report:Modul-4"
