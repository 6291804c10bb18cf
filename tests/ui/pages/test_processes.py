"""Prozesse: steps are typed into the table or as lines, drawn at once, copied to the flow to be, and reckoned."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from advisor_app.domain.case import Case
from advisor_app.domain.changes import ProcessSet
from advisor_app.domain.evidence import Subject
from advisor_app.domain.process import Flow, MediaBreak, ProcessSheet, ProcessStep
from advisor_app.ui.pages.assessment import AssessmentPage
from advisor_app.ui.pages.processes import ProcessesPage
from advisor_app.ui.pages.processes.step_model import Column
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.choice_field import ChoiceBox
from tests.example_process import dog_tax
from tests.profiles import connect_to

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
    qtbot.waitUntil(lambda: only_sheet(stored(bridge.case.id)).as_is[-1].title == "Ablage")
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


# Photos


def drawing(file: Path, size: tuple[int, int] = (400, 300)) -> Path:
    Image.new("RGB", size, "navy").save(file)
    return file


def test_a_sheet_of_endless_words_is_opened_part_by_part(
    qtbot: QtBot, page: ProcessesPage, bridge: CaseBridge, example: ProcessSheet
) -> None:
    """Both flows were drawn at every opening, and Qt measured the whole title for each of four layouts."""
    words = "Wörter von mittlerer Länge. " * 400
    steps = tuple(replace(step, title=words, actor=words) for step in example.as_is)
    long = replace(example, title=words, as_is=steps)
    assert bridge.edit(ProcessSet(example.id, example, long))
    assert page.flows[Flow.AS_IS].model.steps == (), "nobody looks at the flow"
    assert page.head.title.text() == words[:300].rstrip() + " …"
    assert page.head.title.height() < page.height() // 2
    page.show_part("as-is")
    panel = page.flows[Flow.AS_IS]
    assert panel.model.steps == steps
    qtbot.waitUntil(lambda: panel.chart.scene is not None and words.strip() in panel.chart.scene.alternative)
    write(qtbot, page, Flow.AS_IS, 0, Column.MINUTES, "9")
    assert only_sheet(bridge.case).as_is[0].title == words, "what a cell has no room for is kept"


def test_photos_stand_beside_the_table_and_make_room_for_themselves(
    qtbot: QtBot,
    page: ProcessesPage,
    bridge: CaseBridge,
    example: ProcessSheet,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page.show_part("as-is")
    qtbot.mouseClick(page.head.photos, LEFT)
    assert page.photos.isVisible()
    assert not page.flows[Flow.AS_IS].chart.isVisible()
    assert page.photos.picture.words == "Legen Sie hier ein Foto ab, oder fügen Sie eines ein."
    names = [str(drawing(tmp_path / "one.png")), str(drawing(tmp_path / "two.png", (300, 600)))]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_given: (names, ""))
    qtbot.mouseClick(page.photos.add, LEFT)
    qtbot.waitUntil(lambda: len(page.photos.photos) == 2)
    assert {piece.subject for piece in bridge.case.evidence.values()} == {Subject.process(example.id)}
    assert page.photos.place.text() == "Foto 2 von 2"
    qtbot.waitUntil(lambda: page.photos.picture.height() > page.photos.picture.width())
    qtbot.mouseClick(page.photos.back, LEFT)
    qtbot.waitUntil(lambda: page.photos.picture.height() < page.photos.picture.width())
    bridge.undo()
    assert page.photos.photos == ()
    qtbot.mouseClick(page.photos.close_button, LEFT)
    assert not page.head.photos.isChecked()
    assert page.flows[Flow.AS_IS].chart.isVisible()


def test_a_picture_that_is_pasted_into_the_table_becomes_a_photo(
    qtbot: QtBot, page: ProcessesPage, example: ProcessSheet
) -> None:
    page.show_part("as-is")
    QGuiApplication.clipboard().setImage(QImage(60, 40, QImage.Format.Format_RGB32))
    qtbot.keyClick(page.flows[Flow.AS_IS].table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(page.photos.photos) == 1)
    assert page.photos.isVisible()
    assert page.current == example


def test_a_wide_page_shows_photos_at_the_side(page: ProcessesPage, example: ProcessSheet) -> None:
    assert page.current == example
    shortcut = next(one for one in page.commands() if one.keys == "Alt+5")
    shortcut.act()
    widths = []
    for width in (1182, 1700):
        page.resize(width, 690)
        QApplication.processEvents()
        widths.append(page.photos.width() < page.width() / 2)
    assert widths == [False, True]


def test_each_group_has_its_process(page: ProcessesPage, bridge: CaseBridge, example: ProcessSheet) -> None:
    page.show_part("profile")
    field = page.profile.form.field("group").target
    field.setFocus()
    QTest.keyClicks(field, "Gruppe A")
    assert page.flush()
    assert bridge.case.processes[example.id].group == "Gruppe A"
    assert (
        "P-01 · Gruppe A · ausgewählt"
        in [page.list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) or ""][0]
    )


def test_the_media_breaks_stand_beside_their_question_and_answer_it(
    qtbot: QtBot, context: PageContext, bridge: CaseBridge, stored: Stored
) -> None:
    page = AssessmentPage(context, bridge)
    qtbot.addWidget(page)
    page.resize(1182, 690)
    with qtbot.waitExposed(page):
        page.show()
    page.open_item("2.3.1")
    line, sheet = page.sheet.measurement, dog_tax()
    assert line.words == ""
    assert bridge.edit(ProcessSet(sheet.id, None, sheet))
    assert line.words == "P-01 Hundesteuer-Anmeldung, heute: 33 min, 4 Medienbrüche."
    assert (line.source.text(), line.take_button.text()) == ("Aus der Prozessaufnahme", "4 übernehmen")
    qtbot.mouseClick(line.take_button, LEFT)
    (assessment,) = bridge.case.assessments
    assert stored(bridge.case.id).answer(assessment, "2.3.1").number == 4
    assert not line.take_button.isVisible()
    with qtbot.waitSignal(page.navigated) as wanted:
        qtbot.mouseClick(line.page_button, LEFT)
    assert wanted.args == ["processes", "p-dog-tax/as-is"]
    assert bridge.edit(ProcessSet(sheet.id, sheet, replace(sheet, as_is=sheet.as_is[1:])))
    assert line.take_button.text() == "3 übernehmen", "what changes on the page is offered anew"


def test_a_process_becomes_a_measure_and_leads_to_it(
    qtbot: QtBot, page: ProcessesPage, bridge: CaseBridge, stored: Stored, example: ProcessSheet
) -> None:
    page.head.measure_wanted.emit()
    case = stored(bridge.case.id)
    name = case.processes[example.id].measure
    measure = case.measures[name]
    assert (measure.title, measure.dimension, measure.responsible) == (
        "Ablauf „Hundesteuer-Anmeldung“ umstellen",
        "2.3",
        "Steueramt",
    )
    assert (measure.cost_once, measure.cost_yearly, measure.indicator_target) == (400_000, 60_000, "0")
    for part in ("P-01", "33 min, 4 Medienbrüche.", "74,4 Stunden im Jahr", "3.715,20", "1,7 Jahre"):
        assert part in measure.description, part
    with qtbot.waitSignal(page.navigated) as wanted:
        page.head.measure_wanted.emit()
    assert wanted.args == ["plan", name]
    bridge.undo()
    assert (bridge.case.measures, bridge.case.processes[example.id]) == ({}, example)


def test_a_part_that_holds_what_cannot_be_saved_now_stays_the_one_that_is_named(
    qtbot: QtBot, page: ProcessesPage, data_folder: Path, example: ProcessSheet
) -> None:
    """Its button was clicked, and is chosen by that; what is below is still the other one."""
    assert page.current == example
    page.show_part("profile")
    typed = page.profile.form.field("title").target
    other = connect_to(data_folder)
    other.execute("BEGIN IMMEDIATE")
    typed.setFocus()
    QTest.keyClicks(typed, "abc")
    button = next(button for button in page.head.parts.findChildren(QPushButton) if button.text() == "Ist-Ablauf")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # as on macOS, where a click leaves the focus where it is
    qtbot.mouseClick(button, LEFT)
    assert page.part == page.head.parts.current() == "profile"
    assert typed.isVisible()
    other.execute("ROLLBACK")
    other.close()
    qtbot.mouseClick(button, LEFT)
    assert page.part == page.head.parts.current() == "as-is"
