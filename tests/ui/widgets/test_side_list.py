"""A side list: choosing by keys, marks that tell nobody, entries that change in place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.side_list import SideEntry, SideList

ENTRIES = (
    SideEntry(key="a", title="Steckbrief", trailing="2 offen"),
    SideEntry(key="b", title="Pegelwarnung", below="UC-01 · Idee"),
    SideEntry(key="c", title="Kosten"),
)


@pytest.fixture
def side_list(qtbot: QtBot, theming: Theming) -> SideList:
    side_list = SideList(theming, "Abschnitte")
    qtbot.addWidget(side_list)
    side_list.show_entries(ENTRIES)
    side_list.mark("a")
    with qtbot.waitExposed(side_list):
        side_list.show()
    side_list.activateWindow()
    side_list.setFocus()
    return side_list


def test_keys_choose_and_marks_do_not(side_list: SideList) -> None:
    chosen: list[str] = []
    side_list.chosen.connect(chosen.append)
    side_list.mark("c")
    assert chosen == []
    QTest.keyClick(side_list, Qt.Key.Key_Up)
    assert chosen == ["b"]
    assert side_list.current_key() == "b"


def test_entries_change_in_place_and_the_chosen_one_stays(side_list: SideList) -> None:
    side_list.mark("b")
    chosen: list[str] = []
    side_list.chosen.connect(chosen.append)
    side_list.show_entries([SideEntry(key="a", title="Steckbrief"), *ENTRIES[1:]])
    assert side_list.current_key() == "b"
    side_list.show_entries([SideEntry(key="z", title="Neu"), *ENTRIES])
    assert side_list.current_key() == "b"
    assert chosen == []
    side_list.show_entries([])
    assert side_list.current_key() == ""


def test_an_entry_is_spoken_as_a_whole(side_list: SideList) -> None:
    index = side_list.model().index(1, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Pegelwarnung, UC-01 · Idee"
    assert ENTRIES[0].spoken == "Steckbrief, 2 offen"


def test_the_model_is_sound(side_list: SideList, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(side_list.model())


def test_two_lines_are_higher_than_one_and_grow_with_the_type(side_list: SideList, theming: Theming) -> None:
    assert side_list.sizeHintForRow(1) > side_list.sizeHintForRow(0)
    before = side_list.sizeHint()
    theming.set_zoom(200)
    assert side_list.sizeHint().height() > before.height() * 1.6
    assert side_list.minimumSizeHint() != QSize()


GROUPED = (
    SideEntry(key="h1", title="Vorbereitung", heading=True),
    SideEntry(key="a", title="Einladung", tag="Entwurf", below="Tag 1"),
    SideEntry(key="h2", title="Ergebnisse", heading=True),
    SideEntry(key="b", title="Bericht", tag="freigegeben", tone="success"),
)


def test_headings_are_passed_over_by_keys_and_never_chosen(side_list: SideList) -> None:
    side_list.show_entries(GROUPED)
    side_list.mark("a")
    chosen: list[str] = []
    side_list.chosen.connect(chosen.append)
    QTest.keyClick(side_list, Qt.Key.Key_Down)
    assert (chosen, side_list.current_key()) == (["b"], "b")
    heading = side_list.visualRect(side_list.model().index(2, 0)).center()
    QTest.mouseClick(side_list.viewport(), Qt.MouseButton.LeftButton, pos=heading)
    assert (chosen, side_list.current_key()) == (["b"], "b")


def test_a_tag_makes_a_second_line_and_is_spoken(side_list: SideList) -> None:
    side_list.show_entries(GROUPED)
    assert side_list.sizeHintForRow(3) == side_list.sizeHintForRow(1)
    assert side_list.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Einladung, Entwurf, Tag 1"
