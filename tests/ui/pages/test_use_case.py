"""Anwendungsfall: every field of the profile is committed, sums follow, and nothing that is deleted is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from advisor_app.domain.case import Case
from advisor_app.domain.changes import UseCaseSet
from advisor_app.domain.use_case import CostLine, Costs, Indicator, Milestone, Risk, Roadmap, UseCase
from advisor_app.ui.pages.use_case import UseCasePage
from advisor_app.ui.pages.use_case.cost_section import CostSection
from advisor_app.ui.pages.use_case.cost_summary import CostSummary
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.chips_field import ChipsField
from advisor_app.ui.widgets.choice_field import ChoiceField
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.rows_editor import RowsEditor
from tests.profiles import connect_to

OpenCase = Callable[..., CaseBridge]
Stored = Callable[[str], Case]

ESCHENBACH = Costs(
    lines=(
        CostLine(label="4 Pegelsensoren", amount=480000),
        CostLine(label="3 Regensensoren", amount=195000),
        CostLine(label="2 Gateways", amount=300000),
        CostLine(label="Plattform", amount=600000, shared=True),
    ),
    contingency_percent=10,
    internal_hours=120,
    hourly_rate=5800,
    yearly=430000,
    communes=5,
    quota_percent=90,
)


@pytest.fixture
def bridge(open_case: OpenCase) -> CaseBridge:
    return open_case("M4")


@pytest.fixture
def page(qtbot: QtBot, context: PageContext, bridge: CaseBridge) -> UseCasePage:
    page = UseCasePage(context, bridge)
    qtbot.addWidget(page)
    page.resize(1182, 640)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    return page


@pytest.fixture
def use_case(page: UseCasePage, bridge: CaseBridge) -> UseCase:
    begun = bridge.perform(lambda session: page.context.workspace.use_cases.create(session, "Pegelwarnung"))
    assert begun is not None
    return begun


def only(bridge: CaseBridge) -> UseCase:
    (use_case,) = bridge.case.use_cases.values()
    return use_case


def focus() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def type_into(page: UseCasePage, section: str, attribute: str, text: str) -> None:
    field = page.profile.sections[section].form.field(attribute)
    field.setFocus()
    QTest.keyClicks(field.target, text)
    assert page.flush()


def rows_of(page: UseCasePage, section: str, attribute: str) -> RowsEditor:
    field = page.profile.sections[section].form.field(attribute)
    assert isinstance(field, RowsEditor)
    return field


def test_an_empty_page_offers_the_one_action_that_fills_it(
    qtbot: QtBot, page: UseCasePage, bridge: CaseBridge, stored: Stored
) -> None:
    assert page.empty.isVisible()
    qtbot.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)
    begun = only(bridge)
    assert begun.code == "UC-01"
    assert begun.author == "Kim Berger"
    assert begun.as_of == date(2026, 9, 14)
    assert begun.costs.hourly_rate == 5800
    assert page.profile.isVisible()
    QTest.keyClicks(focus(), "Pegelwarnung")  # the title has the focus
    assert page.flush()
    assert only(bridge).title == "Pegelwarnung"
    assert page.head.title.text() == "Pegelwarnung"
    assert stored(bridge.case.id).use_cases == dict(bridge.case.use_cases)


def test_insert_adds_the_first_one(qtbot: QtBot, page: UseCasePage, bridge: CaseBridge) -> None:
    page.empty.button.setFocus()
    QTest.keyClick(page.empty.button, Qt.Key.Key_Insert)
    qtbot.waitUntil(lambda: bool(bridge.case.use_cases))
    assert only(bridge).code == "UC-01"


def test_insert_adds_another_one_and_the_list_changes_between_them(
    qtbot: QtBot, page: UseCasePage, use_case: UseCase
) -> None:
    QTest.keyClick(page, Qt.Key.Key_Insert)
    qtbot.waitUntil(lambda: page.current is not None and page.current.code == "UC-02")
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Up)
    assert page.current == use_case
    assert page.head.title.text() == "Pegelwarnung"


def test_every_field_of_the_record_has_a_place_on_the_page(page: UseCasePage) -> None:
    shown = {name for section in page.profile.sections.values() for name in section.form.attributes}
    costs = page.profile.sections["costs"]
    assert isinstance(costs, CostSection)
    shown_costs = {*costs.assumptions.attributes, "lines"}
    assert shown | {"costs", "id", "number"} == {field.name for field in fields(UseCase)}
    assert shown_costs == {field.name for field in fields(Costs)}


@pytest.mark.parametrize(
    ("section", "attribute"),
    [
        ("goal", "problem"),
        ("goal", "beneficiaries"),
        ("solution", "exclusions"),
        ("solution", "operator"),
        ("data", "interfaces"),
        ("law", "data_protection"),
        ("costs", "staff"),
        ("funding", "transfer"),
        ("risks", "dependencies"),
        ("decision", "decision"),
    ],
)
def test_what_is_typed_is_committed_and_one_undo_takes_it_back(
    page: UseCasePage, bridge: CaseBridge, use_case: UseCase, stored: Stored, section: str, attribute: str
) -> None:
    type_into(page, section, attribute, "kurz")
    type_into(page, section, attribute, "?")
    assert getattr(only(bridge), attribute) == "kurz?"
    assert stored(bridge.case.id).use_cases == dict(bridge.case.use_cases)
    bridge.undo()
    assert only(bridge) == use_case


@pytest.mark.usefixtures("use_case")
def test_impact_areas_stage_and_days(qtbot: QtBot, page: UseCasePage, bridge: CaseBridge) -> None:
    form = page.profile.sections["identity"].form
    areas, stage = form.field("areas"), form.field("roadmap")
    assert isinstance(areas, ChipsField)
    assert isinstance(stage, ChoiceField)
    qtbot.mouseClick(areas.chips["WB8"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(areas.chips["WB2"], Qt.MouseButton.LeftButton)
    stage.setFocus()
    QTest.keyClick(stage.target, Qt.Key.Key_Down)
    type_into(page, "decision", "decided_on", "1.12.2026")
    assert only(bridge).areas == ("WB2", "WB8")
    assert only(bridge).roadmap is Roadmap.CONCEPT
    assert only(bridge).decided_on == date(2026, 12, 1)


@pytest.mark.usefixtures("use_case")
def test_lists_grow_row_by_row(page: UseCasePage, bridge: CaseBridge) -> None:
    cells = [
        ("goal", "indicators", "name", "Vorwarnzeit"),
        ("goal", "indicators", "baseline", "0 min"),
        ("goal", "indicators", "target", "30 min"),
        ("risks", "risks", "risk", "Funkloch"),
        ("risks", "risks", "countermeasure", "vorher messen"),
        ("risks", "milestones", "title", "Beschluss"),
        ("risks", "milestones", "on", "2/2027"),
    ]
    for section, attribute, column, text in cells:
        field = rows_of(page, section, attribute).field(0, column)
        field.setFocus()
        QTest.keyClicks(field.target, text)
        assert page.flush()
    now = only(bridge)
    assert now.indicators == (Indicator(name="Vorwarnzeit", baseline="0 min", target="30 min"),)
    assert now.risks == (Risk(risk="Funkloch", countermeasure="vorher messen"),)
    assert now.milestones == (Milestone(title="Beschluss", on=date(2027, 2, 28)),)


@pytest.mark.usefixtures("use_case")
def test_the_sums_follow_every_key(page: UseCasePage, bridge: CaseBridge) -> None:
    costs = page.profile.sections["costs"]
    assert isinstance(costs, CostSection)
    summary = costs.findChild(CostSummary)
    assert summary is not None
    for row, line in enumerate(ESCHENBACH.lines):
        for column, text in (("label", line.label), ("amount", str(line.amount // 100))):
            field = costs.lines.field(row, column)
            field.setFocus()
            QTest.keyClicks(field.target, text)
            field.flush()
    shared = costs.lines.field(3, "shared")
    shared.setFocus()
    QTest.keyClick(shared.target, Qt.Key.Key_Space)
    assumptions = {"contingency_percent": "10", "internal_hours": "120", "yearly": "4300"}
    for attribute, text in assumptions.items():
        field = costs.assumptions.field(attribute)
        field.setFocus()
        QTest.keyClick(field.target, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(field.target, text)
        field.flush()
    assert only(bridge).costs == replace(ESCHENBACH, communes=1, quota_percent=0)
    words = summary.words()
    for expected in ("15.750 €", "1.575 €", "6.960 €", "24.285 €", "4.300 €"):
        assert expected.replace(" ", "\N{NO-BREAK SPACE}") in words
    assert not any("Verbund" in word for word in words)


def test_an_alliance_is_stated_twice_with_its_assumptions(
    page: UseCasePage, bridge: CaseBridge, use_case: UseCase
) -> None:
    bridge.edit(UseCaseSet(use_case.id, use_case, replace(use_case, costs=ESCHENBACH)))
    summary = page.profile.sections["costs"].findChild(CostSummary)
    assert summary is not None
    page.profile.jump("costs")
    words = [word.replace("\N{NO-BREAK SPACE}", " ") for word in summary.words()]
    assert "Im Verbund mit 5 Kommunen bei 90 % Förderung" in words
    assert "Einzelsumme mal 5" in words
    for expected in ("60.225 €", "6.022,50 €", "1.204,50 €", "121.425 €", "12.142,50 €", "2.428,50 €"):
        assert expected in words
    assert any("interner Stunden sind vor dem Antrag zu prüfen" in word for word in words)


def test_a_deleted_use_case_comes_back(page: UseCasePage, bridge: CaseBridge, use_case: UseCase) -> None:
    said: list[str] = []
    page.removed.connect(said.append)
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    assert bridge.case.use_cases == {}
    assert page.empty.isVisible()
    assert said == ["UC-01 ist gelöscht."]
    bridge.undo()
    assert only(bridge) == use_case
    assert page.current == use_case
    assert page.profile.isVisible()


@pytest.mark.usefixtures("use_case")
def test_keys_jump_to_the_sections_and_the_list_follows(qtbot: QtBot, page: UseCasePage) -> None:
    page.profile.jump("identity")
    QTest.keyClick(focus(), Qt.Key.Key_6, Qt.KeyboardModifier.AltModifier)
    costs = page.profile.sections["costs"]
    assert costs.isAncestorOf(focus())
    qtbot.waitUntil(lambda: page.jumps.current_key() == "costs")
    assert 0 <= costs.mapTo(page.profile, costs.rect().topLeft()).y() < 60


@pytest.mark.usefixtures("use_case")
def test_the_list_of_sections_counts_what_is_open(page: UseCasePage) -> None:
    entries = {entry.key: entry.trailing for entry in page.jumps.entries}
    assert entries["law"] == "4 offen"
    type_into(page, "law", "law", "HWG")
    assert {entry.key: entry.trailing for entry in page.jumps.entries}["law"] == "3 offen"


def test_edits_that_a_lock_holds_up_do_not_take_each_others_place(
    qtbot: QtBot, page: UseCasePage, bridge: CaseBridge, use_case: UseCase, data_folder: Path
) -> None:
    other = connect_to(data_folder)
    other.execute("BEGIN IMMEDIATE")
    for attribute in ("problem", "goal"):
        field = page.profile.sections["goal"].form.field(attribute)
        field.setFocus()
        QTest.keyClicks(field.target, attribute)
        assert not page.flush()  # the page stays
    other.execute("ROLLBACK")
    other.close()
    with qtbot.waitSignal(bridge.committed):
        pass
    assert only(bridge) == replace(use_case, problem="problem", goal="goal")


def test_the_pdf_is_asked_for_on_the_documents_page(qtbot: QtBot, page: UseCasePage, use_case: UseCase) -> None:
    with qtbot.waitSignal(page.navigated) as navigated:
        qtbot.mouseClick(page.head.pdf, Qt.MouseButton.LeftButton)
    assert navigated.args == ["documents", f"use-case:{use_case.id}"]


def test_a_use_case_is_written_and_read_as_a_file(
    qtbot: QtBot,
    page: UseCasePage,
    bridge: CaseBridge,
    use_case: UseCase,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bridge.edit(UseCaseSet(use_case.id, use_case, replace(use_case, costs=ESCHENBACH, goal="Warnung")))
    file = tmp_path / "UC-01.toml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    said: list[str] = []
    page.noticed.connect(said.append)
    page.head.export_wanted.emit()
    qtbot.waitUntil(lambda: said == [f"Gespeichert in {file}."])
    before = only(bridge)
    bridge.edit(UseCaseSet(before.id, before, None))
    page.empty.other_wanted.emit()
    qtbot.waitUntil(lambda: said[1:] == ["Eingelesen: 1 neu, 0 geändert. Strg+Z nimmt alles davon zurück."])
    assert replace(only(bridge), id=before.id) == before
    bridge.undo()
    assert bridge.case.use_cases == {}


def test_a_broken_file_changes_nothing_and_is_named(
    qtbot: QtBot, page: UseCasePage, bridge: CaseBridge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "kaputt.toml"
    file.write_text("[[use_case]]\nnumber = ", "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    refused: list[str] = []
    page.warned.connect(refused.append)
    page.empty.other_wanted.emit()
    qtbot.waitUntil(lambda: bool(refused))
    assert bridge.case.use_cases == {}
    assert "kaputt.toml" in refused[0]


def test_a_text_that_is_too_long_for_its_line_is_not_cut_but_refused(
    page: UseCasePage, bridge: CaseBridge, use_case: UseCase
) -> None:
    warned: list[str] = []
    page.warned.connect(warned.append)
    line = page.profile.sections["identity"].form.field("title").target
    line.setFocus()
    QApplication.clipboard().setText("Wort " * 7_000)
    QTest.keySequence(line, QKeySequence.StandardKey.Paste)
    assert page.flush()
    assert only(bridge) == use_case
    (words,) = warned
    assert words.startswith("Ein Text ist länger als 32.767 Zeichen. Der bisherige Stand ist erhalten.")


def test_a_dialog_that_is_left_changes_nothing(
    page: UseCasePage, bridge: CaseBridge, use_case: UseCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    page.head.export_wanted.emit()
    page.head.import_wanted.emit()
    assert only(bridge) == use_case


def test_an_item_opens_its_use_case(qtbot: QtBot, page: UseCasePage, bridge: CaseBridge, use_case: UseCase) -> None:
    QTest.keyClick(page, Qt.Key.Key_Insert)
    qtbot.waitUntil(lambda: len(bridge.case.use_cases) == 2)
    page.open_item(use_case.id)
    assert page.current == use_case
    page.open_item("gibt es nicht")
    assert page.current == use_case
    page.open_item(f"{use_case.id}/costs")
    assert page.profile.sections["costs"].isAncestorOf(focus()), "as a step of the agenda asks for it"


@pytest.mark.usefixtures("use_case")
def test_everything_can_be_reached_at_200_percent(qtbot: QtBot, page: UseCasePage, theming: Theming) -> None:
    theming.set_zoom(200)
    page.profile.jump("decision")
    page.resize(1182, 640)
    qtbot.waitUntil(lambda: page.width() <= 1182)
    labels = page.profile.sections["decision"].findChildren(TextLabel)
    assert all(label.isVisible() for label in labels if label.text())
    qtbot.waitUntil(lambda: page.profile.horizontalScrollBar().maximum() == 0)  # nothing is to be scrolled sideways
