"""Leistungen: begun, typed into the table, rated, searched, sorted, told office by office, taken in from a table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from advisor_app.domain.case import Case
from advisor_app.domain.changes import OfficeSet, ServiceSet
from advisor_app.domain.plan import Measure
from advisor_app.domain.projection import ProjectableServices, ServicesPicture
from advisor_app.domain.service import Account, MaturityRating, OnlineState, Service
from advisor_app.domain.words import Words
from advisor_app.ui.pages.assessment import AssessmentPage
from advisor_app.ui.pages.services import ServicesPage
from advisor_app.ui.pages.services.service_model import Column
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.choice_field import ChoiceBox, ChoiceField
from tests.example_services import NEW, OLD, example_offices, example_services
from tests.profiles import connect_to

OpenCase = Callable[..., CaseBridge]
Stored = Callable[[str], Case]
LEFT = Qt.MouseButton.LeftButton


class Chooser:
    """Answers in place of the system's dialogs."""

    def __init__(self) -> None:
        self.file: Path | None = None

    def choose(self, *_asked: object) -> Path | None:
        return self.file


@pytest.fixture
def bridge(open_case: OpenCase) -> CaseBridge:
    return open_case("M1")


@pytest.fixture
def chooser() -> Chooser:
    return Chooser()


@pytest.fixture
def page(qtbot: QtBot, context: PageContext, bridge: CaseBridge, chooser: Chooser) -> ServicesPage:
    page = ServicesPage(context, bridge, chooser.choose, chooser.choose)
    qtbot.addWidget(page)
    page.resize(1182, 690)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    return page


@pytest.fixture
def example(bridge: CaseBridge, page: ServicesPage) -> dict[str, Service]:
    services = example_services()
    changes = [ServiceSet(name, None, service) for name, service in services.items()]
    assert bridge.edit(*changes, *(OfficeSet(name, None, office) for name, office in example_offices().items()))
    assert page.current == services["s1"]
    return services


def write(qtbot: QtBot, page: ServicesPage, row: int, column: Column, text: str) -> None:
    """Type into a cell like a person: the first letter begins, Enter ends."""
    table = page.list.table
    table.setFocus()
    table.go_to(row, column)
    qtbot.keyClick(table, text[0])
    editor = table.viewport().findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, text[1:])
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: table.viewport().findChild(QLineEdit) is None)


def titles(page: ServicesPage) -> list[str]:
    return [service.title for service in page.list.model.shown]


def test_frequent_services_are_the_beginning_and_are_taken_back_at_once(
    qtbot: QtBot, page: ServicesPage, bridge: CaseBridge, stored: Stored
) -> None:
    assert page.empty.isVisible()
    qtbot.mouseClick(page.empty.button, LEFT)
    found = stored(bridge.case.id)
    assert "Hund zur Hundesteuer anmelden oder abmelden" in {service.title for service in found.services.values()}
    assert {office.title for office in found.offices.values() if office.outside} == {"Kindertagesstätten", "Bauhof"}
    with qtbot.waitSignal(page.noticed) as notice:
        page.head.frequent_wanted.emit()
    assert "schon da" in notice.args[0]
    bridge.undo()
    assert page.empty.isVisible()
    assert stored(bridge.case.id).services == {}


def test_services_are_typed_one_after_the_other(
    qtbot: QtBot, page: ServicesPage, bridge: CaseBridge, stored: Stored
) -> None:
    qtbot.mouseClick(page.empty.other, LEFT)
    editor = page.list.table.viewport().findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, "Hundesteuer")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.list.table.viewport().findChild(QLineEdit) is None)
    write(qtbot, page, 1, Column.TITLE, "Wohnsitz anmelden")
    write(qtbot, page, 1, Column.OFFICE, "Amt 1")
    write(qtbot, page, 1, Column.CASES, "1.240")
    write(qtbot, page, 1, Column.LEVEL, "3 (1.1)")
    table = page.list.table
    table.go_to(1, Column.ONLINE)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    box = table.viewport().findChild(ChoiceBox)
    assert isinstance(box, ChoiceBox)
    qtbot.keyClick(box, Qt.Key.Key_End)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    first, second = sorted(stored(bridge.case.id).services.values(), key=lambda service: service.number)
    assert (first.code, first.title) == ("L-01", "Hundesteuer")
    assert replace(second, id="") == Service(
        id="",
        number=2,
        title="Wohnsitz anmelden",
        office="Amt 1",
        cases_per_year=1240,
        online=OnlineState.APPLICATION,
        maturity=(MaturityRating(OLD, 3),),
    )
    assert page.head.words.text() == "2 Leistungen · 1 online beantragbar · 1 ohne Reifegrad"


def test_what_cannot_be_is_said_and_not_kept(qtbot: QtBot, page: ServicesPage, example: dict[str, Service]) -> None:
    for column, typed, word in (
        (Column.CASES, "-1", "„-1“"),
        (Column.CASES, "1000000000000", "„1000000000000“"),
        (Column.LEVEL, "3 (9.9)", "„3 (9.9)“"),
        (Column.LEVEL, "12", "„12“"),
    ):
        with qtbot.waitSignal(page.warned) as warning:
            write(qtbot, page, 0, column, typed)
        assert word in warning.args[0]
    assert page.bridge.case.services == example


def test_a_level_of_an_older_version_stays_beside_a_new_one(
    qtbot: QtBot, page: ServicesPage, example: dict[str, Service]
) -> None:
    page.open_item("s7")
    assert "früheren Fassung" in page.list.detail.concerns.text()
    write(qtbot, page, 6, Column.LEVEL, "5")
    assert set(page.bridge.case.services["s7"].maturity) == {*example["s7"].maturity, MaturityRating(NEW, 5)}
    page.open_item("s7")
    old = page.list.detail.levels.field(OLD)
    assert isinstance(old, ChoiceField)
    assert old.box.currentText() == "2 Formular"
    assert page.list.model.words(page.bridge.case.services["s7"], Column.LEVEL) == "5 (2.0)"


def test_services_are_found_sorted_and_filtered(qtbot: QtBot, page: ServicesPage, example: dict[str, Service]) -> None:
    qtbot.keyClick(page.list.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.list.search.hasFocus)
    qtbot.keyClicks(page.list.search, "reisep")
    assert titles(page) == ["Reisepass beantragen"]
    assert page.list.count.text() == "1 von 12"
    qtbot.keyClick(page.list.search, Qt.Key.Key_Down)
    assert page.current == example["s11"]
    page.list.show_all()
    page.list.table.sortByColumn(Column.CASES, Qt.SortOrder.DescendingOrder)
    assert titles(page)[:2] == ["Wohnsitz anmelden", "Personalausweis beantragen"]
    assert titles(page)[-2:] == ["Nutzungsrecht an einem Grab erwerben", "Sondernutzung beantragen"], "unknown last"
    assert page.current == example["s11"], "what was looked at is looked at still"
    page.open_item("open")
    assert {service.id for service in page.list.model.shown} == {"s4", "s5", "s6", "s7", "s8", "s12"}
    page.open_item("s1")
    assert len(page.list.model.shown) == 12, "a service that is filtered out is shown all the same"


def test_what_is_known_of_a_service_is_changed_beside_the_table(
    qtbot: QtBot, page: ServicesPage, example: dict[str, Service], stored: Stored
) -> None:
    page.open_item("s5")
    detail = page.list.detail
    cases = detail.form.field("cases_per_year").target
    qtbot.keyClick(cases, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(cases, "50")
    chips = detail.form.field("accounts").findChildren(type(detail.measure))
    qtbot.mouseClick(next(chip for chip in chips if chip.text() == "BundID"), LEFT)
    detail.note.field.setFocus()
    qtbot.keyClicks(detail.note.field, "Trausaal")
    assert page.flush()
    kept = stored(page.bridge.case.id).services["s5"]
    assert kept == replace(example["s5"], cases_per_year=50, accounts=(Account.BUND_ID,), note=Words("Trausaal"))


def test_a_service_becomes_a_measure_and_leads_to_it(
    qtbot: QtBot, page: ServicesPage, example: dict[str, Service]
) -> None:
    page.open_item("s2")
    qtbot.mouseClick(page.list.detail.measure, LEFT)
    (measure,) = page.bridge.case.measures.values()
    assert isinstance(measure, Measure)
    assert (measure.title, measure.responsible) == ("„Personalausweis beantragen“ online anbieten", "Bürgerbüro")
    with qtbot.waitSignal(page.navigated) as leading:
        qtbot.mouseClick(page.list.detail.measure, LEFT)
    assert leading.args == ["plan", measure.id]
    page.bridge.undo()
    assert page.list.detail.measure.text() == "Maßnahme daraus"
    assert page.bridge.case.services == example


def test_deleting_looks_at_the_neighbour_and_can_be_undone(
    qtbot: QtBot, page: ServicesPage, example: dict[str, Service]
) -> None:
    page.open_item("s3")
    qtbot.keyClick(page.list.table, Qt.Key.Key_Delete)
    assert page.current == example["s4"]
    assert "s3" not in page.bridge.case.services
    page.bridge.undo()
    assert page.bridge.case.services == example


def test_offices_are_renamed_in_all_services_and_what_follows_is_kept(
    qtbot: QtBot, page: ServicesPage, example: dict[str, Service], stored: Stored
) -> None:
    page.show_view("offices")
    offices = page.offices
    offices.list.chosen.emit("bürgerbüro")
    assert offices.effects.field.toPlainText() == "Beratung am Telefon nimmt zu."
    assert {service.id for service in offices.model.shown} == {"s1", "s2", "s3", "s11"}
    qtbot.keyClick(offices.name, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(offices.name, "Amt")
    assert page.bridge.case.services == example, "half a name is no name yet"
    qtbot.keyClick(offices.name, Qt.Key.Key_Return)
    case = stored(page.bridge.case.id)
    assert [case.services[name].office for name in ("s1", "s2", "s3", "s11")] == ["Amt"] * 4
    assert case.offices["o2"].title == "Amt"
    page.bridge.undo()
    assert page.bridge.case.services == example
    assert (offices.title.text(), offices.name.text()) == ("Bürgerbüro", "Bürgerbüro")
    qtbot.mouseClick(offices.add_button, LEFT)
    assert offices.title.text() == "Neue Stelle"
    qtbot.mouseClick(offices.remove, LEFT)
    assert {office.title for office in page.bridge.case.offices.values()} == {
        "Kindertagesstätten", "Bürgerbüro", "Wasserwerk",
    }  # fmt: skip


def test_two_offices_that_get_one_name_become_one(page: ServicesPage, example: dict[str, Service]) -> None:
    page.show_view("offices")
    page.offices.list.chosen.emit("kindertagesstätten")
    page.offices.name.setText("bürgerbüro")
    page.offices.flush()
    (merged,) = [office for office in page.bridge.case.offices.values() if office.title == "bürgerbüro"]
    assert merged.effects.text.startswith("Beratung am Telefon nimmt zu.\n\nAnmeldungen")
    assert merged.outside
    assert page.bridge.case.services["s8"].office == "bürgerbüro"
    assert len(page.bridge.case.services) == len(example)


def test_charts_tell_figures_and_lead_to_services(page: ServicesPage, example: dict[str, Service]) -> None:
    page.show_view("figures")
    assert page.projectable() == ProjectableServices(picture=ServicesPicture.MOST_USED)
    page.show_view("offices")
    assert page.projectable() == ProjectableServices(picture=ServicesPicture.OFFICES)
    page.show_view("list")
    assert page.projectable() is None, "what is noted beside the list is not for the room"
    page.show_view("figures")
    scenes = [view.scene for view in (page.figures.most_used, page.figures.levels, page.figures.offices)]
    for scene, words in zip(
        scenes, ("Wohnsitz anmelden: Fälle im Jahr 1.240", "ohne Reifegrad", "Bauhof"), strict=True
    ):
        assert scene is not None
        assert words in scene.alternative
    page.figures.most_used.area_clicked.emit("s2")
    assert (page.view, page.current) == ("list", example["s2"])
    page.figures.office_chosen.emit("Standesamt")
    assert page.present_item() == "offices/s2"
    assert page.offices.title.text() == "Standesamt"


def test_a_table_is_looked_at_and_taken_in(
    qtbot: QtBot, page: ServicesPage, example: dict[str, Service], chooser: Chooser, tmp_path: Path
) -> None:
    chooser.file = tmp_path / "Liste.csv"
    rows = [
        "Leistung;Amt;Fallzahl;Reifegrad",
        "Wohnsitz anmelden;Bürgerbüro;1300;",
        "Neue Leistung;Bauamt;7;2",
        "Alt;;-1;",
    ]
    chooser.file.write_text("\n".join(rows), "utf-8")
    page.head.import_wanted.emit()
    table = page.table_import
    qtbot.waitUntil(table.accept_button.isEnabled)
    assert table.accept_button.text() == "1 Zeile übernehmen", "the level without a version waits, the fault stays out"
    page.show_view("figures")
    assert page.figures.isVisible(), "a view leaves the table"
    page.head.import_wanted.emit()
    qtbot.waitUntil(table.accept_button.isEnabled)
    table.preview.questions.answered.emit("Reifegrad ohne Fassung", "1.1")
    qtbot.waitUntil(lambda: table.accept_button.text() == "2 Zeilen übernehmen")
    qtbot.mouseClick(table.accept_button, LEFT)
    (added,) = [service for name, service in page.bridge.case.services.items() if name not in example]
    assert (added.title, added.cases_per_year, added.maturity) == ("Neue Leistung", 7, (MaturityRating(OLD, 2),))
    assert page.bridge.case.services["s1"].cases_per_year == 1300
    assert page.figures.isVisible(), "back where one was"
    page.bridge.undo()
    assert page.bridge.case.services == example


@pytest.mark.usefixtures("example")
@pytest.mark.parametrize("name", ["Leistungen.xlsx", "Leistungen.csv"])
def test_the_table_is_handed_out_beside_the_window(
    qtbot: QtBot, page: ServicesPage, chooser: Chooser, tmp_path: Path, name: str
) -> None:
    """A workbook takes longer than a frame: what writes it is loaded first."""
    chooser.file = tmp_path / name
    with qtbot.waitSignal(page.noticed) as noticed, qtbot.waitSignal(page.context.lane.started):
        page.head.export_wanted.emit()
    assert noticed.args == [f"Gespeichert in {tmp_path / name}."]
    (sheet,) = page.context.workspace.table_imports.read(tmp_path / name)
    assert any("Hundesteuer" in str(cell) for row in sheet.rows for cell in row.cells)


@pytest.mark.usefixtures("example")
def test_a_place_that_cannot_be_written_is_told(
    qtbot: QtBot, page: ServicesPage, chooser: Chooser, tmp_path: Path
) -> None:
    chooser.file = tmp_path / "fehlt" / "Leistungen.csv"
    with qtbot.waitSignal(page.warned) as warned:
        page.head.export_wanted.emit()
    assert "lässt sich nicht schreiben" in str(warned.args)


def test_five_hundred_services_are_shown_at_once(page: ServicesPage, bridge: CaseBridge) -> None:
    services = [Service(id=f"s{number:03}", number=number, title=f"Leistung {number}") for number in range(1, 501)]
    assert bridge.edit(*(ServiceSet(service.id, None, service) for service in services))
    assert page.list.model.rowCount() == 501
    page.list.search.setText("leistung 49")
    assert len(page.list.model.shown) == 15
    changed = replace(services[48], title="x" * 5000, office="y" * 5000)
    assert bridge.edit(ServiceSet(changed.id, services[48], changed))
    assert changed in page.list.model.shown


def test_commands_and_views_are_told(page: ServicesPage, example: dict[str, Service]) -> None:
    commands = {command.title: command.keys for command in page.commands()}
    assert commands["Folgen je Amt"] == "Alt+2"
    assert commands["Leistung anlegen"] == "Ins"
    assert example
    for view in ("offices", "figures", "list"):
        page.open_item(view)
        assert page.present_item() == f"{view}/s1"


def test_the_klaerungsliste_leads_to_services_without_a_level(
    qtbot: QtBot, context: PageContext, page: ServicesPage, example: dict[str, Service]
) -> None:
    assessing = AssessmentPage(context, page.bridge)
    qtbot.addWidget(assessing)
    line = assessing.sheet.clarification.services
    line.show_case(page.bridge.case, "m1")
    assert line.words == "Strittige Einstufungen: 1. Ohne Reifegrad: 3."
    with qtbot.waitSignal(assessing.navigated) as leading:
        line.button.click()
    assert leading.args == ["services", "open"]
    assessing.open_item("1.2.2")
    told = assessing.sheet.measurement
    assert (told.source.text(), told.take_button.text()) == ("Aus der Leistungsübersicht", "Stufe 2 übernehmen")
    told.take_button.click()
    (assessment,) = page.bridge.case.assessments
    assert page.bridge.case.answer(assessment, "1.2.2").level == 2
    line.show_case(page.bridge.case, "m4")
    assert line.words == ""
    rated = replace(example["s6"], disputed=False)
    changes = [ServiceSet(name, service, None) for name, service in example.items() if not service.maturity]
    assert page.bridge.edit(ServiceSet("s6", example["s6"], rated), *changes)
    line.show_case(page.bridge.case, "m1")
    assert line.words == ""


def test_a_view_that_holds_what_cannot_be_saved_now_stays_the_one_that_is_named(
    qtbot: QtBot, page: ServicesPage, data_folder: Path, example: dict[str, Service]
) -> None:
    """Its button was clicked, and is chosen by that; what is below is still the other one."""
    assert page.current == example["s1"]
    typed = page.list.detail.note.field
    other = connect_to(data_folder)
    other.execute("BEGIN IMMEDIATE")
    typed.setFocus()
    QTest.keyClicks(typed, "abc")
    button = next(button for button in page.head.views.findChildren(QPushButton) if button.text() == "Folgen je Amt")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # as on macOS, where a click leaves the focus where it is
    qtbot.mouseClick(button, LEFT)
    assert page.view == page.head.views.current() == "list"
    assert typed.isVisible()
    other.execute("ROLLBACK")
    other.close()
    qtbot.mouseClick(button, LEFT)
    assert page.view == page.head.views.current() == "offices"
