"""The page of the history: entries by day, filters, an older state brought back by click and by key."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.changes import AnswerSet, TargetSet
from advisor_app.domain.words import Words
from advisor_app.services.history import Entry
from advisor_app.ui.pages.assessment.page import AssessmentPage
from advisor_app.ui.pages.history.entry_list import ROW
from advisor_app.ui.pages.history.page import HistoryPage
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.main_window import MainWindow
from advisor_app.ui.shell.page import PageContext
from tests.ui.conftest import COMMUNE, OpenCase, Stored, TestClock


def level(number: int, note: str = "") -> Answer:
    return Answer(state=AnswerState.ANSWERED, level=number, note=Words(note))


@pytest.fixture
def bridge(open_case: OpenCase, clock: TestClock) -> CaseBridge:
    """A case in which a question was answered twice, on two days, and a target was taken back."""
    bridge = open_case("M4")
    assessment = assessment_of(bridge)
    bridge.edit(AnswerSet(assessment, "4.1.1", None, level(1, "laut Beschluss")))
    clock.move(days=1)
    bridge.edit(AnswerSet(assessment, "4.1.1", level(1, "laut Beschluss"), level(3)))
    bridge.edit(TargetSet(assessment, "4.1", None, 4))
    bridge.undo()
    return bridge


def assessment_of(bridge: CaseBridge) -> str:
    found = bridge.case.default_assessment()
    assert found is not None
    return found.id


@pytest.fixture
def page(context: PageContext, bridge: CaseBridge, qtbot: QtBot) -> HistoryPage:
    page = HistoryPage(context, bridge)
    qtbot.addWidget(page)
    page.resize(1100, 640)
    page.show()
    settled(page, qtbot)
    return page


def settled(page: HistoryPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page._job is None)


def titles(page: HistoryPage) -> list[str]:
    return [entry.title for entry in page.model.entries]


def mark(page: HistoryPage, number: int) -> Entry:
    entry = page.model.entries[number]
    page.list.mark(entry.row)
    return entry


def test_entries_stand_under_their_days(page: HistoryPage, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(page.model)
    rows = [page.model.index(number).data() for number in range(page.model.rowCount())]
    assert rows[0] == "Dienstag, 15.09.2026"
    assert "Montag, 14.09.2026" in rows
    assert rows[1].startswith("08:41, Rückgängig: Zielstufe 4.1, ")
    assert "zurückgenommen" in rows[2]
    assert not page.model.index(0).flags() & Qt.ItemFlag.ItemIsSelectable


def test_the_newest_entry_is_shown_in_full(page: HistoryPage) -> None:
    assert page.list.current == page.model.entries[0]
    answer = next(n for n, title in enumerate(titles(page)) if title.startswith("Antwort"))
    mark(page, answer)
    assert page.detail.title.text() == "Antwort 4.1.1"
    assert "Kim Berger" in page.detail.facts.text()
    assert not page.detail.restore_button.isVisible()  # it stands


def test_the_key_beside_the_search_leads_there(page: HistoryPage, qtbot: QtBot) -> None:
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.search.hasFocus()


def test_filters_by_kind_words_and_question(page: HistoryPage, qtbot: QtBot) -> None:
    page.kind.setCurrentIndex(page.kind.findData("target"))
    page.kind.activated.emit(page.kind.currentIndex())
    settled(page, qtbot)
    assert titles(page) == ["Zielstufe 4.1", "Zielstufe 4.1"]
    page.kind.setCurrentIndex(0)
    page.kind.activated.emit(0)
    qtbot.keyClicks(page.search, "beschluss")
    settled(page, qtbot)
    assert titles(page) == ["Antwort 4.1.1", "Antwort 4.1.1"]
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    page.open_item("4.1.1")
    settled(page, qtbot)
    assert titles(page) == ["Antwort 4.1.1", "Antwort 4.1.1"]
    qtbot.mouseClick(page.question_button, Qt.MouseButton.LeftButton)
    settled(page, qtbot)
    assert len(titles(page)) > 4
    page.open_item("9.9.9")
    settled(page, qtbot)
    assert page._empty.isVisible()


def test_an_older_state_is_brought_back_and_can_be_undone(
    page: HistoryPage, bridge: CaseBridge, stored: Stored, qtbot: QtBot
) -> None:
    assessment = assessment_of(bridge)
    page.open_item("4.1.1")
    settled(page, qtbot)
    mark(page, 1)
    assert page.detail.restore_button.isVisible()
    with qtbot.waitSignal(page.noticed):
        qtbot.mouseClick(page.detail.restore_button, Qt.MouseButton.LeftButton)
    assert bridge.case.answer(assessment, "4.1.1") == level(1, "laut Beschluss")
    assert stored(bridge.case.id).answer(assessment, "4.1.1").level == 1
    settled(page, qtbot)
    assert page.model.entries[0].why.startswith("Stand vom 14.09.2026")
    bridge.undo()
    assert bridge.case.answer(assessment, "4.1.1") == level(3)


def test_the_keyboard_goes_through_the_list(page: HistoryPage, qtbot: QtBot) -> None:
    page.take_focus()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert page.list.current == page.model.entries[1]
    qtbot.keyClick(page.list, Qt.Key.Key_End)
    assert page.list.current == page.model.entries[-1]
    assert isinstance(page.list.currentIndex().data(ROW), Entry)


def test_older_entries_come_when_they_are_wanted(context: PageContext, bridge: CaseBridge, qtbot: QtBot) -> None:
    assessment, before = assessment_of(bridge), level(3)
    for number in range(120):
        after = level(number % 5, str(number))
        bridge.edit(AnswerSet(assessment, "4.1.1", before, after))
        before = after
    page = HistoryPage(context, bridge)
    qtbot.addWidget(page)
    page.show()
    settled(page, qtbot)
    assert len(page.model.entries) == 100
    qtbot.mouseClick(page.more_button, Qt.MouseButton.LeftButton)
    settled(page, qtbot)
    assert len(page.model.entries) > 120
    assert page.more_button.isHidden()


def test_the_page_is_in_the_rail_and_follows_edits(main_window: MainWindow, qtbot: QtBot) -> None:
    session = main_window.workspace.cases.create(COMMUNE, ("M4",))
    main_window.open_case(session.case.id, "history")
    page = main_window.page
    assert isinstance(page, HistoryPage)
    settled(page, qtbot)
    assert main_window.bridge is not None
    main_window.bridge.edit(TargetSet(assessment_of(main_window.bridge), "4.1", None, 4))
    settled(page, qtbot)
    assert page.model.entries[0].title == "Zielstufe 4.1"


def test_an_answer_leads_to_its_history(main_window: MainWindow, qtbot: QtBot) -> None:
    session = main_window.workspace.cases.create(COMMUNE, ("M4",))
    main_window.open_case(session.case.id, "assessment", "4.2.1")
    assessment = main_window.page
    assert isinstance(assessment, AssessmentPage)
    qtbot.keyClick(assessment, Qt.Key.Key_2)
    qtbot.mouseClick(assessment.sheet.history_button, Qt.MouseButton.LeftButton)
    page = main_window.page
    assert isinstance(page, HistoryPage)
    settled(page, qtbot)
    assert titles(page) == ["Antwort 4.2.1"]
    assert page.question_button.text() == "nur Frage 4.2.1"
