"""Passing a case on and taking one in, by clicks, keys and a dropped file."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.case import Case, Person
from advisor_app.domain.changes import AnswerSet
from advisor_app.services.attendance import typed
from advisor_app.services.preferences import Preferences
from advisor_app.services.workspace import Workspace, open_workspace
from advisor_app.ui.pages.case_files import CaseExportPage, CaseImportPage
from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.main_window import MainWindow
from advisor_app.ui.shell.page import PageContext
from tests.profiles import make_recoverable
from tests.ui.conftest import COMMUNE, OpenCase, TestClock

WORDS = "vier Elstern am Bach"
QUESTION = "4.1.1"


@pytest.fixture
def robin(tmp_path: Path) -> Iterator[Workspace]:
    """Another adviser with a profile of her own."""
    opened = open_workspace(make_recoverable(tmp_path / "robin"), Preferences(adviser="Robin Falk"), clock=TestClock())
    yield opened
    opened.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "fall.bkcase"


def answered(workspace: Workspace, case_id: str, level: int) -> Case:
    session = workspace.cases.open(case_id)
    (assessment,) = session.case.in_order()
    before = session.case.answers.get(assessment.id, {}).get(QUESTION)
    session.apply(AnswerSet(assessment.id, QUESTION, before, Answer(state=AnswerState.ANSWERED, level=level)))
    return session.case


def level_in(workspace: Workspace, case_id: str) -> int | None:
    case = workspace.cases.load(case_id)
    (assessment,) = case.in_order()
    return case.answer(assessment.id, QUESTION).level


def exported(workspace: Workspace, case_id: str, file: Path) -> None:
    workspace.case_export.export(case_id, file, workspace.case_export.with_passphrase(WORDS))


def import_page(qtbot: QtBot, context: PageContext, file: Path) -> CaseImportPage:
    page = CaseImportPage(context, choose_file=lambda *_: file)
    qtbot.addWidget(page)
    page.resize(1180, 700)
    page.show()
    return page


def export_page(qtbot: QtBot, context: PageContext, bridge: CaseBridge, file: Path) -> CaseExportPage:
    page = CaseExportPage(context, bridge, choose_file=lambda *_: file)
    qtbot.addWidget(page)
    page.resize(1180, 700)
    page.show()
    return page


def click(qtbot: QtBot, widget: Any) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def choose(qtbot: QtBot, radio: Any) -> None:
    """Click where the circle is; the rest of the row is empty."""
    qtbot.mouseClick(radio, Qt.MouseButton.LeftButton, pos=QPoint(10, radio.height() // 2))


def opened(qtbot: QtBot, page: CaseImportPage) -> None:
    """Choose the file and type its passphrase."""
    click(qtbot, page.choose_button)
    qtbot.keyClicks(page.passphrase.line, WORDS)
    qtbot.keyClick(page.passphrase.line, Qt.Key.Key_Return)
    qtbot.waitUntil(page.preview.isVisible)


def in_conflict(workspace: Workspace, robin: Workspace, file: Path) -> str:
    """A case that both have and of which both have changed one answer."""
    case_id = str(workspace.cases.create(COMMUNE, ["M4"]).case.id)
    exported(workspace, case_id, file)
    robin.case_import.import_(robin.case_import.preview(file, WORDS), {})
    answered(robin, case_id, 3)
    exported(robin, case_id, file)
    answered(workspace, case_id, 2)
    return case_id


def test_a_case_is_written_with_a_passphrase(
    qtbot: QtBot, context: PageContext, open_case: OpenCase, robin: Workspace, file: Path
) -> None:
    bridge = open_case("M4")
    page = export_page(qtbot, context, bridge, file)
    qtbot.keyClicks(page.passphrase.first.line, WORDS)
    qtbot.keyClicks(page.passphrase.second.line, WORDS)
    click(qtbot, page.save_button)
    qtbot.waitUntil(page.done.isVisible)
    assert str(file) in page.done.words.text()
    assert "Personen: 0, Nachweise: 0." in page.done.words.text()
    assert page.passphrase.first.text == ""
    assert robin.case_import.preview(file, WORDS).there == bridge.case


def test_a_case_is_handed_over_by_key_and_taken_back(
    qtbot: QtBot, main_window: MainWindow, robin: Workspace, file: Path
) -> None:
    case_id = str(main_window.workspace.cases.create(COMMUNE, ["M4"]).case.id)
    main_window.open_case(case_id)
    page: Any = main_window.page
    click(qtbot, page.pass_on_button)
    assert isinstance(main_window.page, CaseExportPage)
    page = main_window.page
    page._choose_file = lambda *_: file
    click(qtbot, page.purpose._buttons["hand-over"])
    click(qtbot, page.way._buttons["recipient"])
    click(qtbot, page.save_button)
    assert "wer den Fall" in page.complaint.text()
    qtbot.keyClicks(page.successor, "Robin Falk")
    qtbot.keyClicks(page.recipient, robin.case_import.recipient)
    qtbot.keyClick(page.recipient, Qt.Key.Key_Return)
    qtbot.waitUntil(page.done.isVisible)
    assert "Robin Falk" in page.done.words.text()
    assert page.purpose.current() == "hand-over"
    assert not page.save_button.isVisible()
    assert not page.successor.isVisible()
    assert robin.case_import.preview(file).there.head.adviser == "Robin Falk"
    main_window.show_page("overview")
    assert "Robin Falk" in main_window.bar.text
    overview: Any = main_window.page
    assert "nur noch lesen" in overview.handover.words
    main_window.show_page("cases")
    (row,) = main_window.workspace.portfolio.rows
    assert (row.handed_over_to, row.is_open) == ("Robin Falk", False)
    main_window.open_case(case_id)
    overview = main_window.page
    click(qtbot, overview.handover.back_button)
    assert overview.handover.words == ""
    bridge = main_window.bridge
    assert bridge is not None
    assert (bridge.case.handover, bridge.case.head.adviser) == (None, "Kim Berger")


def test_a_new_case_comes_in_with_its_passphrase_and_is_opened(
    qtbot: QtBot, context: PageContext, robin: Workspace, file: Path
) -> None:
    case_id = robin.cases.create(COMMUNE, ["M4"]).case.id
    case = answered(robin, case_id, 3)
    exported(robin, case_id, file)
    page = import_page(qtbot, context, file)
    click(qtbot, page.choose_button)
    qtbot.keyClicks(page.passphrase.line, "nicht diese Worte")
    with qtbot.waitSignal(page.warned):
        click(qtbot, page.open_button)
    assert page.passphrase.line.isVisible()
    page.passphrase.line.clear()
    qtbot.keyClicks(page.passphrase.line, WORDS)
    click(qtbot, page.open_button)
    qtbot.waitUntil(page.preview.isVisible)
    assert "hier neu" in page.preview.words
    assert "Robin Falk" in page.preview.words
    assert context.workspace.cases.of_commune(COMMUNE.id) == []
    qtbot.keyClick(page.preview.accept_button, Qt.Key.Key_Space)
    qtbot.waitUntil(page.case_button.isVisible)
    assert context.workspace.cases.load(case_id) == case
    assert [row.case_id for row in context.workspace.portfolio.load()] == [case_id]
    with qtbot.waitSignal(page.navigated) as navigated:
        click(qtbot, page.case_button)
    assert navigated.args == [f"case:{case_id}", ""]


def test_whoever_was_listed_on_both_laptops_is_pointed_out(
    qtbot: QtBot, context: PageContext, robin: Workspace, file: Path
) -> None:
    def list_person(workspace: Workspace, line: str) -> None:
        session = workspace.cases.open(case_id)
        for person, change in typed(session.case, [line]):
            session.save_person(person)
            session.apply(change)

    case_id = robin.cases.create(COMMUNE, ["M4"]).case.id
    exported(robin, case_id, file)
    page = import_page(qtbot, context, file)
    opened(qtbot, page)
    click(qtbot, page.preview.accept_button)
    qtbot.waitUntil(page.case_button.isVisible)
    assert "mehrfach" not in page.done.words.text()
    list_person(context.workspace, "Anna Schmitt; Leitung; Bauamt")
    list_person(robin, "Schmitt, Anna")
    exported(robin, case_id, file)
    page = import_page(qtbot, context, file)
    opened(qtbot, page)
    click(qtbot, page.preview.accept_button)
    qtbot.waitUntil(page.case_button.isVisible)
    assert "Anna Schmitt steht mehrfach auf der Teilnahmeliste." in page.done.words.text()
    assert len(context.workspace.cases.load(case_id).participants) == 2


def test_a_conflict_is_decided_by_mouse_and_taken_back(
    qtbot: QtBot, context: PageContext, robin: Workspace, file: Path
) -> None:
    workspace = context.workspace
    case_id = in_conflict(workspace, robin, file)
    page = import_page(qtbot, context, file)
    opened(qtbot, page)
    (card,) = page.preview.cards
    assert not page.preview.accept_button.isEnabled()
    assert "Kim Berger" in card.mine.accessibleName()
    assert "Robin Falk" in card.theirs.accessibleName()
    choose(qtbot, card.theirs)
    click(qtbot, page.preview.accept_button)
    qtbot.waitUntil(page.undo_button.isVisible)
    assert level_in(workspace, case_id) == 3
    click(qtbot, page.undo_button)
    assert level_in(workspace, case_id) == 2
    assert "zurückgenommen" in page.done.words.text()


def test_all_conflicts_are_decided_by_keys(qtbot: QtBot, context: PageContext, robin: Workspace, file: Path) -> None:
    workspace = context.workspace
    case_id = in_conflict(workspace, robin, file)
    page = import_page(qtbot, context, file)
    opened(qtbot, page)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.preview.cards[0].mine)
    qtbot.keyClick(page.preview.cards[0].mine, Qt.Key.Key_Space)
    assert page.preview.accept_button.isEnabled()
    qtbot.keyClick(page.preview.all_theirs, Qt.Key.Key_Space)
    qtbot.keyClick(page.preview.all_mine, Qt.Key.Key_Space)
    qtbot.keyClick(page.preview.accept_button, Qt.Key.Key_Space)
    qtbot.waitUntil(page.case_button.isVisible)
    assert level_in(workspace, case_id) == 2
    click(qtbot, page.again_button)
    opened(qtbot, page)
    assert "schon da" in page.preview.words
    assert not page.preview.accept_button.isVisible()


def test_an_erased_person_comes_back_only_by_a_tick(
    qtbot: QtBot, context: PageContext, workspace: Workspace, file: Path
) -> None:
    session = workspace.cases.create(COMMUNE, ["M4"])
    session.save_person(Person(id="p1", name="Jo Beispiel"))
    exported(workspace, session.case.id, file)
    workspace.erasure.erase_person(session.case, session.case.people["p1"])
    page = import_page(qtbot, context, file)
    opened(qtbot, page)
    assert "1 gelöschte Person wird nicht wieder übernommen." in page.preview.words
    assert not page.preview.accept_button.isVisible()  # there is nothing else in the file
    choose(qtbot, page.preview.with_erased)
    click(qtbot, page.preview.accept_button)
    qtbot.waitUntil(page.done.words.isVisible)
    assert "Personen: 1." in page.done.words.text()
    assert [*workspace.cases.load(session.case.id).people] == ["p1"]


def test_a_file_that_is_none_is_one_sentence(qtbot: QtBot, context: PageContext, file: Path) -> None:
    file.write_bytes(b"kein Fall")
    page = import_page(qtbot, context, file)
    with qtbot.waitSignal(page.warned) as warned:
        click(qtbot, page.choose_button)
    assert "keine Falldatei" in str(warned.args)
    assert page.choose_button.isVisible()


def test_the_recipient_key_is_copied(qtbot: QtBot, context: PageContext, file: Path) -> None:
    page = import_page(qtbot, context, file)
    click(qtbot, page.copy_button)
    assert QGuiApplication.clipboard().text() == context.workspace.case_import.recipient


def test_a_file_dropped_on_the_window_is_read(
    qtbot: QtBot, main_window: MainWindow, robin: Workspace, file: Path
) -> None:
    case_id = robin.cases.create(COMMUNE, ["M4"]).case.id
    key = robin.case_export.for_recipient(main_window.workspace.case_import.recipient)
    robin.case_export.export(case_id, file, key)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(200, 200), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
    QApplication.sendEvent(main_window, enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(200, 200), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
    QApplication.sendEvent(main_window, drop)
    page: Any = main_window.page
    assert isinstance(page, CaseImportPage)
    qtbot.waitUntil(page.preview.isVisible)
    assert "hier neu" in page.preview.words
    qtbot.waitUntil(lambda: not main_window.lane.findChildren(Job))


def test_what_was_wrong_with_a_file_goes_when_another_one_is_tried(
    qtbot: QtBot, main_window: MainWindow, robin: Workspace, file: Path, tmp_path: Path
) -> None:
    case_id = robin.cases.create(COMMUNE, ["M4"]).case.id
    exported(robin, case_id, file)
    cut = tmp_path / "cut.bkcase"
    cut.write_bytes(file.read_bytes()[:200])
    main_window.show_page("case-import")
    page: Any = main_window.page
    page._choose_file = lambda *_: cut
    click(qtbot, page.choose_button)
    assert "cut.bkcase" in main_window.notice.text
    page._choose_file = lambda *_: file
    click(qtbot, page.choose_button)
    assert main_window.notice.text == ""
    qtbot.keyClicks(page.passphrase.line, "nicht diese Worte")
    click(qtbot, page.open_button)
    qtbot.waitUntil(lambda: "Passphrase passt nicht" in main_window.notice.text)
    page.passphrase.line.clear()
    qtbot.keyClicks(page.passphrase.line, WORDS)
    click(qtbot, page.open_button)
    assert main_window.notice.text == ""
    qtbot.waitUntil(page.preview.isVisible)
    page.warned.emit("Die Passphrase passt nicht.")
    main_window.show_page("cases")
    assert main_window.notice.text == ""


def test_tab_goes_through_a_preview_as_it_is_read_and_decisions_outlast_another_page(
    qtbot: QtBot, main_window: MainWindow, robin: Workspace, file: Path
) -> None:
    workspace = main_window.workspace
    case_id = in_conflict(workspace, robin, file)
    main_window.show_page("case-import")
    page: Any = main_window.page
    page._choose_file = lambda *_: file
    opened(qtbot, page)
    preview = page.preview
    (card,) = preview.cards
    qtbot.waitUntil(card.mine.hasFocus)
    qtbot.keyClick(card.mine, Qt.Key.Key_Right)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert card.theirs.isChecked()
    seen = []
    preview.all_mine.setFocus()
    for _ in range(4):
        seen.append(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert seen == [preview.all_mine, preview.all_theirs, card.theirs, preview.accept_button]
    assert preview.leave_button.hasFocus()
    main_window.show_page("cases")
    main_window.show_page("case-import")
    assert preview.isVisible()
    assert card.theirs.isChecked()
    assert preview.accept_button.isEnabled()
    assert preview.accept_button.hasFocus()
    qtbot.keyClick(preview.accept_button, Qt.Key.Key_Space)
    qtbot.waitUntil(page.case_button.isVisible)
    assert level_in(workspace, case_id) == 3
