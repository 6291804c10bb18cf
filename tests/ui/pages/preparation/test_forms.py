"""Vorbereitung: forms made, given to the mail program, followed."""

from __future__ import annotations

from datetime import date
from email import message_from_bytes
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from advisor_app.domain.case import Contact, Person
from advisor_app.domain.changes import ContactSet
from advisor_app.domain.sent_form import FormStage, SentForm
from advisor_app.override import override
from advisor_app.services.workspace import Workspace
from advisor_app.ui.pages.preparation import PreparationPage
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from tests.services.forming import DUE
from tests.ui.conftest import TestClock
from tests.ui.pages.preparation.conftest import LEFT, Desk, Stored, choose, drop, returned, row_of, wait_for_previews


def test_every_role_stands_there_before_anything_is_made(page: PreparationPage) -> None:
    assert page.list.counted == "Noch kein Bogen erstellt."
    assert row_of(page, "BM").words == "Verwaltungsleitung | 8 Fragen | noch nicht erstellt"
    assert page.list.cards["M4"].due.value == DUE  # in two weeks: the workshop has no day yet


def test_the_way_to_the_feedback_leads_to_its_card(qtbot: QtBot, page: PreparationPage) -> None:
    card = page.list.cards[""]
    page.open_item("checklist")
    assert card.type_button.visibleRegion().isEmpty()
    page.open_item("feedback")
    qtbot.waitUntil(lambda: not card.type_button.visibleRegion().isEmpty())


class Windows(QObject):
    """Notes every window that shows itself."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


def test_no_part_is_a_window_of_its_own_while_the_page_is_built(
    qtbot: QtBot, qapp: QApplication, context: PageContext, bridge: CaseBridge
) -> None:
    windows = Windows()
    qapp.installEventFilter(windows)
    try:
        qtbot.addWidget(PreparationPage(context, bridge))
    finally:
        qapp.removeEventFilter(windows)
    assert windows.seen == []


def test_all_forms_are_made_by_one_click(
    qtbot: QtBot, page: PreparationPage, bridge: CaseBridge, desk: Desk, stored: Stored
) -> None:
    qtbot.mouseClick(page.list.cards["M4"].make_button, LEFT)
    qtbot.waitUntil(lambda: bool(bridge.case.sent_forms))
    count = len(bridge.case.sent_forms)
    assert desk.folder is not None
    assert len(list(desk.folder.iterdir())) == count
    assert page.list.counted == f"{count} Bögen"
    assert page.list.told.startswith(f"{count} Bögen erstellt: ")
    assert "erstellt am 14.09.2026" in row_of(page, "BM").words
    assert "zurück bis 28.09.2026" in row_of(page, "BM").words
    assert page.list.cards["M4"].make_button.isHidden()
    qtbot.mouseClick(page.list.show_folder_button, LEFT)
    assert desk.shown == [desk.folder]
    assert stored(bridge.case.id).sent_forms == bridge.case.sent_forms
    assert bridge.undo()
    assert "noch nicht erstellt" in row_of(page, "BM").words


def test_a_single_form_by_the_keyboard(qtbot: QtBot, page: PreparationPage, bridge: CaseBridge) -> None:
    button = row_of(page, "HA").next_button
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(bridge.case.sent_forms) == 1)
    assert row_of(page, "HA").has_focus  # the row was built anew


def test_a_form_that_is_made_when_the_case_is_closed_is_given_to_nobody(
    qtbot: QtBot, page: PreparationPage, bridge: CaseBridge, desk: Desk, workspace: Workspace
) -> None:
    folder, lane = desk.folder, page.context.lane
    assert folder is not None
    row_of(page, "HA").next_button.click()
    assert lane.is_busy
    delete(page.work)
    qtbot.waitUntil(lambda: not lane.is_busy)
    assert not bridge.case.sent_forms
    assert list(folder.iterdir()) == []  # nobody would know its number when it comes back
    assert not list((workspace.folder / "files").glob("??/*"))


def test_leaving_the_folder_dialog_makes_nothing(
    qtbot: QtBot, page: PreparationPage, bridge: CaseBridge, desk: Desk
) -> None:
    desk.folder = None
    qtbot.mouseClick(page.list.cards["M4"].make_button, LEFT)
    assert not page.work.is_busy
    assert not bridge.case.sent_forms


@pytest.mark.usefixtures("made")
def test_another_day_holds_for_all_that_are_out(qtbot: QtBot, page: PreparationPage, bridge: CaseBridge) -> None:
    line = page.list.cards["M4"].due.line
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "05.10.2026")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert {form.due_on for form in bridge.case.sent_forms.values()} == {date(2026, 10, 5)}
    assert "zurück bis 05.10.2026" in row_of(page, "BM").words


def test_a_day_that_is_chosen_before_holds_for_the_forms_to_come(
    qtbot: QtBot, page: PreparationPage, bridge: CaseBridge
) -> None:
    line = page.list.cards["M4"].due.line
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "05.10.2026")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.mouseClick(row_of(page, "HA").next_button, LEFT)
    qtbot.waitUntil(lambda: bool(bridge.case.sent_forms))
    assert {form.due_on for form in bridge.case.sent_forms.values()} == {date(2026, 10, 5)}


def test_a_message_is_given_to_the_mail_program(
    qtbot: QtBot, page: PreparationPage, bridge: CaseBridge, desk: Desk, made: dict[str, SentForm]
) -> None:
    bridge.edit(ContactSet("c1", None, Contact(id="c1", person="p1", roles=("HA",))))
    bridge.save_person(Person(id="p1", name="Alex Ohm", email="amt@lich.example"))
    qtbot.mouseClick(row_of(page, "HA").next_button, LEFT)
    number = made["HA"].number
    qtbot.waitUntil(lambda: bridge.case.sent_forms[number].stage is FormStage.SENT)
    (message,) = desk.shown
    assert message.suffix == ".eml"
    assert message_from_bytes(message.read_bytes())["To"] == "Alex Ohm <amt@lich.example>"
    assert page.list.told == "Nachricht an amt@lich.example vorbereitet. Der Bogen gilt als verschickt."
    assert message.is_relative_to(page.context.workspace.folder / "outgoing"), "the next start removes what is left"
    assert "verschickt am 14.09.2026" in row_of(page, "HA").words
    bridge.undo()
    assert "erstellt am 14.09.2026" in row_of(page, "HA").words


def test_without_a_mail_program_the_folder_is_opened(
    qtbot: QtBot, page: PreparationPage, bridge: CaseBridge, desk: Desk, made: dict[str, SentForm]
) -> None:
    desk.has_mail = False
    qtbot.mouseClick(row_of(page, "HA").next_button, LEFT)
    qtbot.waitUntil(lambda: len(desk.shown) == 2)
    message, folder = desk.shown
    assert folder == message.parent
    assert {file.suffix for file in folder.iterdir()} == {".eml", ".pdf"}
    assert page.list.told.startswith("Es hat sich kein Mailprogramm geöffnet.")
    assert bridge.case.sent_forms[made["HA"].number].stage is FormStage.SENT


def test_a_form_is_followed_and_its_lateness_told(
    qtbot: QtBot,
    context: PageContext,
    page: PreparationPage,
    bridge: CaseBridge,
    made: dict[str, SentForm],
    clock: TestClock,
) -> None:
    bridge.edit(context.workspace.forms.sent(made["HA"]))
    clock.move(days=17)
    late = PreparationPage(context, bridge)
    qtbot.addWidget(late)
    late.open_item("forms")
    assert "seit 3 Tagen überfällig" in row_of(late, "HA").words
    assert late.list.counted == "2 Bögen · 2 überfällig"
    qtbot.mouseClick(row_of(page, "HA").next_button, LEFT)
    assert bridge.case.sent_forms[made["HA"].number].stage is FormStage.RETURNED
    assert "zurück am 01.10.2026" in row_of(page, "HA").words
    assert "überfällig" not in row_of(page, "HA").words
    assert row_of(page, "HA").next_button.text() == "Einlesen …"


def test_a_form_leaves_the_list_and_comes_back(
    qtbot: QtBot, page: PreparationPage, bridge: CaseBridge, made: dict[str, SentForm]
) -> None:
    with qtbot.waitSignal(page.removed):
        choose(qtbot, row_of(page, "HA"), "Aus der Liste nehmen")
    assert made["HA"].number not in bridge.case.sent_forms
    bridge.undo()
    assert made["HA"].number in row_of(page, "HA").words


def test_feedback_is_made_and_counted(
    qtbot: QtBot, page: PreparationPage, bridge: CaseBridge, desk: Desk, tmp_path: Path
) -> None:
    qtbot.mouseClick(page.list.cards[""].make_button, LEFT)
    qtbot.waitUntil(lambda: bool(bridge.case.sent_forms))
    (form,) = bridge.case.sent_forms.values()
    files = [returned(desk, form, tmp_path / f"{rating}.pdf", f_pace=f"r{rating}") for rating in (2, 5)]
    assert drop(page, *files)
    wait_for_previews(qtbot, page, 2)
    assert "2 von 5" in page.returns.cards[0].words
    qtbot.mouseClick(page.returns.confirm_button, LEFT)
    (row,) = page.list.cards[""].rows
    assert "2 Rückmeldungen" in row.words


def test_a_case_without_modules_says_what_is_missing(qtbot: QtBot, context: PageContext, workspace: Workspace) -> None:
    session = workspace.cases.create(workspace.register.get("06531011"), ())
    bridge = CaseBridge(workspace, session)
    page = PreparationPage(context, bridge)
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitSignal(page.navigated) as where:
        qtbot.mouseClick(page.list._empty.button, LEFT)
    assert where.args == ["set-up", "modules"]
    bridge.close()


def test_one_commune_of_a_joint_case_is_asked_alone(
    qtbot: QtBot, context: PageContext, workspace: Workspace, desk: Desk
) -> None:
    register = workspace.register
    opened = workspace.cases.create(register.get("06531011"), ("M4",), others=[register.get("06531006")])
    bridge = CaseBridge(workspace, opened)
    page = PreparationPage(context, bridge, choose_folder=desk.choose_folder, show_place=desk.show_place)
    qtbot.addWidget(page)
    page.open_item("forms")
    page.resize(1182, 690)
    with qtbot.waitExposed(page):
        page.show()
    assert list(page.list.cards) == ["M4", ""]
    assert page.list.commune_button.isVisible()
    actions = page.list.communes.actions()
    assert len(actions) == 2
    actions[1].trigger()
    key = f"M4@{bridge.case.head.communes[1].id}"
    card = page.list.cards[key]
    assert card.isVisible()
    assert len(page.list.communes.actions()) == 1
    qtbot.mouseClick(card.make_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(bridge.case.sent_forms) == len(card.rows))
    asked = {bridge.case.assessments[form.assessment].commune for form in bridge.case.sent_forms.values()}
    assert asked == {bridge.case.head.communes[1].id}
    assert page.list.cards["M4"].make_button.isVisible()
