"""Überblick: what one wants to know before picking up the phone, and what can be changed in place."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from advisor_app.domain.booking import BookingState
from advisor_app.domain.case import Case
from advisor_app.services.demo import ensure_example
from advisor_app.services.workspace import Workspace
from advisor_app.ui.pages.overview import OverviewPage
from advisor_app.ui.pages.overview.notes_card import NotesCard
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext

Stored = Callable[[str], Case]


@pytest.fixture
def bridge(workspace: Workspace) -> CaseBridge:
    """The worked example."""
    return CaseBridge(workspace, workspace.cases.open(ensure_example(workspace)))


@pytest.fixture
def page(qtbot: QtBot, context: PageContext, bridge: CaseBridge) -> OverviewPage:
    page = OverviewPage(context, bridge)
    qtbot.addWidget(page)
    page.resize(1182, 690)
    with qtbot.waitExposed(page):
        page.show()
    return page


def texts_of(page: OverviewPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def remove_buttons(card: NotesCard) -> list[QPushButton]:
    return [item for item in card.findChildren(QPushButton) if item.text() == "Entfernen" and item.isVisible()]


def test_it_shows_facts_progress_and_people(page: OverviewPage) -> None:
    shown = texts_of(page)
    assert "Gemeinde Eschentalbach" in shown
    assert any("9.400 EW" in text and "eigener Eintrag" in text for text in shown)
    assert "29 von 29 Fragen" in shown
    assert "5 Maßnahmen" in shown
    assert any("@" in text for text in shown), "the contact's address"


def test_a_bookings_state_is_changed_in_place(
    qtbot: QtBot, page: OverviewPage, bridge: CaseBridge, stored: Stored
) -> None:
    box = next(item for item in page.findChildren(QComboBox) if item.accessibleName() == "Stand von M4")
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Home)
    box.activated.emit(box.currentIndex())
    booking = next(item for item in bridge.case.bookings.values() if item.module == "M4")
    assert booking.state is BookingState.REQUESTED
    assert stored(bridge.case.id).bookings[booking.id].state is BookingState.REQUESTED
    bridge.undo()
    assert box.currentText() == "Nachbereitung"


def test_a_conversation_is_noted_called_back_and_removed(
    qtbot: QtBot, page: OverviewPage, bridge: CaseBridge, stored: Stored
) -> None:
    card = page.findChild(NotesCard)
    assert isinstance(card, NotesCard)
    count = len(bridge.case.notes)
    qtbot.mouseClick(card.text.line, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(card.text.line, "Termin im Dezember bestaetigt")
    qtbot.keyClicks(card.call_back.target, "01.12.2026")
    qtbot.mouseClick(card.add_button, Qt.MouseButton.LeftButton)
    note = next(item for item in bridge.case.notes.values() if "bestaetigt" in item.words.text)
    assert len(bridge.case.notes) == count + 1
    assert str(note.call_back_on) == "2026-12-01"
    assert card.text.line.text() == ""
    done = next(box for box in page.findChildren(QCheckBox) if "01.12.2026" in box.text())
    done.setFocus()
    qtbot.keyClick(done, Qt.Key.Key_Space)
    assert stored(bridge.case.id).notes[note.id].done
    qtbot.waitUntil(lambda: any(item.isVisible() for item in remove_buttons(card)))
    qtbot.mouseClick(remove_buttons(card)[0], Qt.MouseButton.LeftButton)
    assert len(bridge.case.notes) == count
    bridge.undo()
    assert len(bridge.case.notes) == count + 1


def test_the_wish_saves_itself(qtbot: QtBot, page: OverviewPage, bridge: CaseBridge) -> None:
    field = page._form.field("provider_reference").target
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(field, "-A")
    assert page.flush()
    assert bridge.case.head.provider_reference.endswith("-A")


def test_lines_lead_to_their_pages(qtbot: QtBot, page: OverviewPage) -> None:
    for words, target in (("Modul 4 · Workshop", "assessment"), ("Phase 3", "results"), ("Umsetzungsplan", "plan")):
        button = next(item for item in page.findChildren(QPushButton) if item.text() == words and item.isVisible())
        with qtbot.waitSignal(page.navigated) as navigated:
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert navigated.args[0] == target
        assert (navigated.args[1] in page.bridge.case.assessments) is (target != "plan")


def test_modules_and_people_are_changed_at_their_step(qtbot: QtBot, page: OverviewPage) -> None:
    for words, step in (("Module und Förderung", "modules"), ("Bearbeiten", "contacts")):
        button = next(item for item in page.findChildren(QPushButton) if item.text() == words and item.isVisible())
        with qtbot.waitSignal(page.navigated) as navigated:
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert navigated.args == ["set-up", step]
