"""The checklist and „Startklar?“ of the page, clicked and typed through in one window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from advisor_app.domain.case import Case
from advisor_app.domain.changes import AgendaDaySet
from advisor_app.domain.preparation import Doer
from advisor_app.domain.readiness import ReadyPoint, ReadyState
from advisor_app.services.clock import today
from advisor_app.services.workspace import Workspace
from advisor_app.ui.pages.preparation import PreparationPage
from advisor_app.ui.pages.preparation.task_row import TaskRow
from advisor_app.ui.pages.preparation.views import CHECK, CHECKLIST, FORMS, READY
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext

LEFT = Qt.MouseButton.LeftButton
Stored = Callable[[str], Case]


@pytest.fixture
def page(
    qtbot: QtBot, context: PageContext, workspace: Workspace, bridge: CaseBridge, tmp_path: Path
) -> PreparationPage:
    """The page over a case whose workshop is tomorrow."""
    day = next(iter(bridge.case.agenda.values()))
    bridge.edit(AgendaDaySet(day.id, day, replace(day, on=today(workspace.clock) + timedelta(days=1))))
    page = PreparationPage(context, bridge, choose_file=lambda *_: tmp_path / "mappe.pdf")
    qtbot.addWidget(page)
    page.resize(1182, 690)
    with qtbot.waitExposed(page):
        page.show()
    return page


def row(page: PreparationPage, title: str) -> TaskRow:
    rows = page.views.checklist.cards["M4"].rows.values()
    return next(row for row in rows if row.task.title == title)


def test_tasks_are_ticked_changed_left_out_and_added(
    qtbot: QtBot, page: PreparationPage, bridge: CaseBridge, stored: Stored
) -> None:
    assert page.present_item() == CHECKLIST
    room = row(page, "Raum, Beamer, Stellwände und Verpflegung zusagen")
    assert "überfällig" in room.words
    qtbot.mouseClick(room.box, LEFT)
    qtbot.waitUntil(lambda: "erledigt am" in room.words)
    assert stored(bridge.case.id).preparation["v-raum@M4"].done_at is not None
    bridge.undo()
    qtbot.waitUntil(lambda: "überfällig" in room.words)

    room.toggle_editor()
    assert room.editor is not None
    room.editor.who.edited.emit(Doer.OFFICE, "")
    room.editor.day.line.selectAll()
    qtbot.keyClicks(room.editor.day.line, "24.12.2030")
    qtbot.keyClick(room.editor.day.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "bis 24.12.2030" in room.words)
    assert "Innendienst" in room.words
    room.wanted.emit("move", room.task, None, "")
    qtbot.waitUntil(lambda: "überfällig" in room.words)
    room.wanted.emit("leave-out", room.task, True, "")
    qtbot.waitUntil(lambda: "entfällt" in room.words)
    assert not room.box.isEnabled()

    card = page.views.checklist.cards["M4"]
    count = len(card.rows)
    qtbot.keyClicks(card.text.line, "Schluessel holen")
    qtbot.waitUntil(lambda: any(task.title for task in bridge.case.preparation.values()))
    assert len(card.rows) == count  # it stands in its line as long as it is typed
    qtbot.keyClicks(card.day.line, "01.02.2020")
    qtbot.keyClick(card.text.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(card.rows) == count + 1)
    own = row(page, "Schluessel holen")
    assert "überfällig" in own.words
    assert card.text.line.text() == ""
    with qtbot.waitSignal(page.removed):
        own.wanted.emit("leave-out", own.task, True, "")
    assert len(card.rows) == count


def test_of_four_modules_the_cards_in_sight_have_their_rows(
    qtbot: QtBot, context: PageContext, open_case: Callable[..., CaseBridge]
) -> None:
    bridge = open_case("M1", "M2", "M3", "M4")
    page = PreparationPage(context, bridge)
    qtbot.addWidget(page)
    page.resize(1182, 690)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    column = page.views.checklist
    first, *_, last = column.cards.values()
    tasks = context.workspace.preparation.by_module(bridge.case)
    assert len(first.rows) == len(tasks["M1"])
    assert not last.rows
    last.add_button.setFocus()
    qtbot.keyClick(last.add_button, Qt.Key.Key_Backtab)  # leads to a field of the card, and so the card comes in sight
    qtbot.waitUntil(lambda: len(last.rows) == len(tasks["M4"]))
    last.add_button.setFocus()
    qtbot.keyClick(last.add_button, Qt.Key.Key_Tab)
    row, *_ = last.rows.values()
    assert row.box.hasFocus(), "and goes on with the first task, not behind everything else"
    qtbot.keyClick(row.box, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "erledigt am" in row.words)


def test_what_is_half_typed_is_kept_when_the_page_is_left(
    qtbot: QtBot, page: PreparationPage, bridge: CaseBridge
) -> None:
    card = page.views.checklist.cards["M4"]
    qtbot.keyClicks(card.text.line, "Beamer testen")
    assert page.flush()
    assert [task.title for task in bridge.case.preparation.values()] == ["Beamer testen"]
    assert "Beamer testen" in {item.task.title for item in card.rows.values()}
    bridge.undo()
    qtbot.waitUntil(lambda: "Beamer testen" not in {item.task.title for item in card.rows.values()})


def test_one_step_looks_whether_all_is_in_place(
    qtbot: QtBot, page: PreparationPage, bridge: CaseBridge, stored: Stored, tmp_path: Path
) -> None:
    (day,) = bridge.case.agenda.values()
    page.open_item(CHECK)
    assert page.present_item() == READY
    panel = page.views.ready
    qtbot.waitUntil(lambda: day.id in bridge.case.ready_checks)
    results = {item.point: item for item in stored(bridge.case.id).ready_checks[day.id].results}
    assert results[ReadyPoint.BACKUP].state is ReadyState.READY
    assert results[ReadyPoint.ANSWERS].state is ReadyState.NOT_READY
    assert "in der Sicherung gelesen" in panel.rows[ReadyPoint.BACKUP].words
    assert panel.rows[ReadyPoint.BACKUP].box.isHidden()
    assert panel.verdict.startswith("Noch nicht startklar.")

    qtbot.mouseClick(panel.rows[ReadyPoint.EMERGENCY_FOLDER].button, LEFT)
    qtbot.waitUntil(lambda: "Seiten erstellt" in panel.rows[ReadyPoint.EMERGENCY_FOLDER].words)
    assert (tmp_path / "mappe.pdf").read_bytes().startswith(b"%PDF")
    for point in (ReadyPoint.ANSWERS, ReadyPoint.PRINT_PACK, ReadyPoint.SCREEN, ReadyPoint.CONTACT):
        qtbot.keyClick(panel.rows[point].box, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: panel.verdict == "Startklar: Alles liegt bereit.")
    qtbot.keyClick(panel.rows[ReadyPoint.SCREEN].box, Qt.Key.Key_Space)
    assert panel.verdict == "Noch nicht startklar. Offen: Ein-Bildschirm-Probe gemacht."
    bridge.undo()
    qtbot.waitUntil(lambda: panel.verdict == "Startklar: Alles liegt bereit.")


def test_points_lead_to_where_they_are_settled(qtbot: QtBot, page: PreparationPage) -> None:
    page.open_item(READY)
    rows = page.views.ready.rows
    for point, place in (
        (ReadyPoint.PRINT_PACK, ["documents", "print-pack"]),
        (ReadyPoint.CONTACT, ["set-up", "contacts"]),
    ):
        with qtbot.waitSignal(page.navigated) as caught:
            qtbot.mouseClick(rows[point].button, LEFT)
        assert caught.args == place
    qtbot.mouseClick(rows[ReadyPoint.ANSWERS].button, LEFT)
    assert page.present_item() == FORMS
