"""Prozesse: steps are typed into the table or as lines, drawn at once, copied to the flow to be, and reckoned."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from advisor_app.domain.case import Case
from advisor_app.domain.changes import ProcessSet
from advisor_app.domain.process import Flow, MediaBreak, ProcessSheet, ProcessStep
from advisor_app.ui.pages.processes import ProcessesPage
from advisor_app.ui.pages.processes.step_model import Column
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.choice_field import ChoiceBox
from tests.example_process import dog_tax

OpenCase = Callable[..., CaseBridge]
Stored = Callable[[str], Case]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def bridge(open_case: OpenCase) -> CaseBridge:
    return open_case("M2")


@pytest.fixture
def page(qtbot: QtBot, context: PageContext, bridge: CaseBridge) -> ProcessesPage:
    page = ProcessesPage(context, bridge)
    qtbot.addWidget(page)
    page.resize(1182, 690)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    return page


@pytest.fixture
def example(bridge: CaseBridge, page: ProcessesPage) -> ProcessSheet:
    sheet = dog_tax()
    assert bridge.edit(ProcessSet(sheet.id, None, sheet))
    assert page.current == sheet
    return sheet


def only_sheet(case: Case) -> ProcessSheet:
    (sheet,) = case.processes.values()
    return sheet


def write(qtbot: QtBot, page: ProcessesPage, flow: Flow, row: int, column: Column, text: str) -> None:
    """Type into a cell like a person: the first letter begins, Enter ends."""
    table = page.flows[flow].table
    table.setFocus()
    table.go_to(row, column)
    qtbot.keyClick(table, text[0])
    editor = table.viewport().findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, text[1:])
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: table.viewport().findChild(QLineEdit) is None)


def test_a_process_is_recorded_line_by_line(
    qtbot: QtBot, page: ProcessesPage, bridge: CaseBridge, stored: Stored
) -> None:
    assert page.empty.isVisible()
    qtbot.mouseClick(page.empty.button, LEFT)
    title = page.profile.form.field("title").target
    qtbot.waitUntil(title.hasFocus)
    qtbot.keyClicks(title, "Hundesteuer")
    qtbot.keyClick(title, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert page.part == "as-is"
    write(qtbot, page, Flow.AS_IS, 0, Column.TITLE, "Poststelle: Eingang drucken 4m !Druck")
    write(qtbot, page, Flow.AS_IS, 1, Column.TITLE, "Steueramt: abtippen [Fachverfahren] 8m 2t !tip")
    sheet = only_sheet(stored(bridge.case.id))
    assert sheet.title == "Hundesteuer"
    assert [replace(step, id="") for step in sheet.as_is] == [
        ProcessStep(
            id="", title="Eingang drucken", actor="Poststelle", minutes=Decimal(4), media_break=MediaBreak.PRINT
        ),
        ProcessStep(
            id="",
            title="abtippen",
            actor="Steueramt",
            aid="Fachverfahren",
            minutes=Decimal(8),
            waiting_days=Decimal(2),
            media_break=MediaBreak.RETYPE,
        ),
    ]
    panel = page.flows[Flow.AS_IS]
    assert panel.sums.text() == "12 min, 2 Tage Liegezeit, 2 Medienbrüche."
    scene = panel.chart.scene
    assert scene is not None
    assert "Poststelle" in scene.alternative


def test_cells_are_written_one_by_one(qtbot: QtBot, page: ProcessesPage, example: ProcessSheet) -> None:
    page.show_part("as-is")
    table = page.flows[Flow.AS_IS].table
    write(qtbot, page, Flow.AS_IS, 1, Column.MINUTES, "7,5")
    assert table.currentIndex().row() == 2, "Enter goes on to the next step"
    write(qtbot, page, Flow.AS_IS, 1, Column.ACTOR, "Kasse")
    write(qtbot, page, Flow.AS_IS, 1, Column.PROBLEM, "viele Nachfragen")
    changed = replace(example.as_is[1], minutes=Decimal("7.5"), actor="Kasse", problem="viele Nachfragen")
    assert page.current is not None
    assert page.current.as_is[1] == changed
    write(qtbot, page, Flow.AS_IS, 1, Column.MINUTES, "viel")
    assert page.current.as_is[1] == changed, "what is no number changes nothing"


def test_a_media_break_is_chosen(qtbot: QtBot, page: ProcessesPage, example: ProcessSheet) -> None:
    page.show_part("as-is")
    table = page.flows[Flow.AS_IS].table
    table.go_to(0, Column.BREAK)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    box = table.viewport().findChild(ChoiceBox)
    assert isinstance(box, ChoiceBox)
    qtbot.keyClick(box, Qt.Key.Key_Home)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert page.current is not None
    assert page.current.as_is[0].media_break is None
    assert example.as_is[0].media_break is MediaBreak.PRINT


def test_what_is_half_typed_is_committed_while_one_types(
    qtbot: QtBot, page: ProcessesPage, example: ProcessSheet, stored: Stored, bridge: CaseBridge
) -> None:
    page.show_part("as-is")
    table = page.flows[Flow.AS_IS].table
    table.go_to(len(example.as_is), Column.TITLE)
    qtbot.keyClick(table, "A")
    editor = table.viewport().findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, "blage")
    qtbot.waitUntil(lambda: only_sheet(stored(bridge.case.id)).as_is[-1].title == "Ablage", timeout=10_000)
    assert editor.isVisible(), "the editor stays where it is"
    QTest.keyClicks(editor, "n")
    assert page.flush()
    assert only_sheet(stored(bridge.case.id)).as_is[-1].title == "Ablagen"


def test_steps_are_moved_removed_pasted_and_brought_back(
    qtbot: QtBot, page: ProcessesPage, example: ProcessSheet, bridge: CaseBridge
) -> None:
    page.show_part("as-is")
    table = page.flows[Flow.AS_IS].table
    table.go_to(0)
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert table.currentIndex().row() == 1
    ids = [step.id for step in example.as_is]
    assert [step.id for step in only_sheet(bridge.case).as_is] == [ids[1], ids[0], *ids[2:]]
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert [step.id for step in only_sheet(bridge.case).as_is] == [ids[1], *ids[2:]]
    QGuiApplication.clipboard().setText("Kasse: buchen 3m\n\nArchiv: ablegen !")
    table.go_to(0)
    qtbot.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    steps = only_sheet(bridge.case).as_is
    assert [(step.actor, step.title) for step in steps[1:3]] == [("Kasse", "buchen"), ("Archiv", "ablegen")]
    for _ in range(3):
        assert bridge.undo()
    assert only_sheet(bridge.case) == example


def test_the_flow_to_be_begins_with_todays(qtbot: QtBot, page: ProcessesPage, bridge: CaseBridge) -> None:
    sheet = replace(dog_tax(), to_be=())
    assert bridge.edit(ProcessSet(sheet.id, None, sheet))
    page.show_part("to-be")
    panel = page.flows[Flow.TO_BE]
    qtbot.mouseClick(panel.begin, LEFT)
    assert [step.origin for step in only_sheet(bridge.case).to_be] == [step.id for step in sheet.as_is]
    assert not panel.begin.isVisible()
    write(qtbot, page, Flow.TO_BE, 0, Column.MINUTES, "0")
    scene = panel.chart.scene
    assert scene is not None
    assert "geändert" in scene.alternative


@pytest.mark.usefixtures("example")
def test_the_benefit_follows_every_key(qtbot: QtBot, page: ProcessesPage) -> None:
    page.show_part("benefit")
    shown = page.benefit.words()
    assert shown["Freie Zeit"] == "74,4 Stunden im Jahr"
    assert shown["Ersparnis im Jahr"] == "3.715,20\N{NO-BREAK SPACE}€"
    assert shown["Rechnet sich nach"] == "1,7 Jahre"
    share = page.benefit.form.field("digital_percent").target
    assert isinstance(share, QLineEdit)
    share.setFocus()
    share.selectAll()
    qtbot.keyClicks(share, "100")
    qtbot.keyClick(share, Qt.Key.Key_Return)
    assert page.benefit.words()["Freie Zeit"] == "113,7 Stunden im Jahr"
    cases = page.profile.form.field("cases_per_year").target
    assert isinstance(cases, QLineEdit)
    page.show_part("profile")
    cases.setFocus()
    cases.clear()
    qtbot.keyClick(cases, Qt.Key.Key_Space)
    qtbot.keyClick(cases, Qt.Key.Key_Return)
    page.show_part("benefit")
    assert page.benefit.open.text() == "Für die Rechnung fehlen noch: Fälle im Jahr."


@pytest.mark.usefixtures("example")
@pytest.mark.parametrize("ending", ["bpmn", "svg"])
def test_a_flow_is_handed_out(
    page: ProcessesPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, ending: str
) -> None:
    file = tmp_path / f"flow.{ending}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    action = next(item for item in page.head.more.menu_shown.actions() if ending.upper() in item.text())
    with qtbot.waitSignal(page.noticed):
        action.trigger()
    assert "Hundesteuer" in file.read_text("utf-8")


@pytest.mark.usefixtures("example")
def test_it_leads_to_its_document_and_is_removed(qtbot: QtBot, page: ProcessesPage, bridge: CaseBridge) -> None:
    with qtbot.waitSignal(page.navigated) as navigated:
        qtbot.mouseClick(page.head.pdf, LEFT)
    assert navigated.args == ["documents", "process-report:p-dog-tax"]
    page.open_item("p-dog-tax/benefit")
    assert page.present_item() == "p-dog-tax/benefit"
    page.list.setFocus()
    with qtbot.waitSignal(page.removed):
        qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    assert page.empty.isVisible()
    assert bridge.undo()
    assert page.current == dog_tax()


def test_two_hundred_steps_are_drawn_and_written(
    qtbot: QtBot, page: ProcessesPage, bridge: CaseBridge, qapp: QApplication
) -> None:
    steps = tuple(
        ProcessStep(id=str(number), title=f"Schritt {number}", actor=f"Amt {number % 7}", minutes=Decimal(5))
        for number in range(200)
    )
    sheet = ProcessSheet(id="long", number=1, title="Lang", as_is=steps)
    assert bridge.edit(ProcessSet(sheet.id, None, sheet))
    page.show_part("as-is")
    qapp.processEvents()
    write(qtbot, page, Flow.AS_IS, 199, Column.AID, "Fachverfahren")
    qapp.processEvents()
    assert only_sheet(bridge.case).as_is[199].aid == "Fachverfahren"


@pytest.mark.usefixtures("example")
def test_large_type_leaves_room_for_head_and_rows(
    page: ProcessesPage, context: PageContext, qapp: QApplication
) -> None:
    context.theming.set_zoom(200)
    try:
        page.show_part("as-is")
        qapp.processEvents()
        table = page.flows[Flow.AS_IS].table
        assert table.rowAt(table.viewport().height() - 1) >= 2, "three rows at least"
        assert page.head.title.height() >= page.head.title.heightForWidth(page.head.title.width()), "nothing is cut"
    finally:
        context.theming.set_zoom(100)
