"""Fall als Vorlage: another commune's case begins with what this one has arranged."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from advisor_app.domain.case import Case
from advisor_app.domain.case_template import TemplatePart
from advisor_app.services.demo import ensure_example
from advisor_app.services.workspace import Workspace
from advisor_app.ui.pages.case_template import CaseTemplatePage
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext

Stored = Callable[[str], Case]


def test_a_neighbours_case_begins_with_agenda_and_plan(
    qtbot: QtBot, context: PageContext, workspace: Workspace, stored: Stored
) -> None:
    bridge = CaseBridge(workspace, workspace.cases.open(ensure_example(workspace)))
    page = CaseTemplatePage(context, bridge)
    qtbot.addWidget(page)
    page.resize(1182, 690)
    with qtbot.waitExposed(page):
        page.show()
    assert not page.create_button.isEnabled()
    said = "Gebucht wird dasselbe, als neue Anfrage: Modul 1 OZG Grundlagen, Modul 4 Smart Region."
    assert said in [label.text() for label in page.findChildren(QLabel)]
    assert not page.ticks[TemplatePart.CHECKLIST].isVisible()  # there is nothing to give
    assert "Maßnahmen: 5" in page.ticks[TemplatePart.PLAN].text()
    page.take_focus()
    QTest.keyClicks(page.picker.search, "Lich")
    QTest.keyClick(page.picker.search, Qt.Key.Key_Return)
    assert page.create_button.isEnabled()
    page.ticks[TemplatePart.AGENDA].click()
    with qtbot.waitSignal(page.navigated) as gone:
        qtbot.mouseClick(page.create_button, Qt.MouseButton.LeftButton)
    assert gone.args[1] == "overview"
    case = stored(gone.args[0].removeprefix("case:"))
    assert (case.commune.name, case.modules) == ("Lich", bridge.case.modules)
    assert set(case.measures) == set(bridge.case.measures)
    proposed = {day.title for day in case.agenda.values()}
    assert proposed
    assert all(not case.answers.get(name) for name in case.assessments)
    assert not page.create_button.isEnabled()
