"""An entry for the minutes by one key from anywhere, typed like a person types, and back to where one was."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advisor_app.domain.changes import AgendaDaySet
from advisor_app.domain.minutes import WITH_UNTIL, WITH_WHO, EntryKind, MinutesEntry
from advisor_app.domain.words import Audience
from advisor_app.services.workspace import open_workspace
from advisor_app.ui.pages.overview.page import OverviewPage
from advisor_app.ui.shell.main_window import MainWindow
from advisor_app.ui.widgets.minutes_entry_line import MinutesEntryLine
from tests.profiles import make_recoverable
from tests.ui.conftest import COMMUNE, PREFERENCES, Stored

CHECKOUT = Path(__file__).resolve().parents[3]


@pytest.fixture
def case_id(main_window: MainWindow, qtbot: QtBot) -> str:
    """A case with its workshop days, open at the overview, the focus in a field."""
    case_id = main_window.workspace.cases.create(COMMUNE, ("M4",)).case.id
    main_window.open_case(case_id)
    main_window.activateWindow()
    qtbot.waitUntil(main_window.isActiveWindow)
    return case_id


def opened(window: MainWindow) -> MinutesEntryLine:
    QTest.keyClick(window, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    line = window.quick_entry.line
    assert line is not None
    return line


def entries(window: MainWindow) -> Sequence[MinutesEntry]:
    assert window.bridge is not None
    return list(window.bridge.case.minutes.values())


def test_a_task_is_typed_and_one_is_back_in_the_field_one_came_from(
    main_window: MainWindow, case_id: str, stored: Stored
) -> None:
    assert isinstance(main_window.page, OverviewPage)
    field = main_window.page.findChildren(type(main_window.page._notes.text.line))[-1]  # any field
    field.setFocus()
    line = opened(main_window)
    assert QApplication.focusWidget() is line.field
    QTest.keyClicks(line.field, "a @Bauamt bis 30.09.2030 Leitfaden schreiben")
    assert line.kind is EntryKind.TASK
    assert line.understood.text() == "Bauamt · bis 30.09.2030"
    QTest.keyClick(line.field, Qt.Key.Key_Return)
    (entry,) = entries(main_window)
    assert (entry.kind, entry.words.text, entry.who, entry.until) == (
        EntryKind.TASK,
        "Leitfaden schreiben",
        "Bauamt",
        date(2030, 9, 30),
    )
    assert entry.words.audience is Audience.MINUTES
    assert entry.step
    assert line.field.text() == ""
    QTest.keyClick(line.field, Qt.Key.Key_Escape)
    assert not line.isVisible()
    assert QApplication.focusWidget() is field
    assert stored(case_id).minutes[entry.id] == entry


def test_what_is_typed_is_saved_without_enter(
    main_window: MainWindow, qtbot: QtBot, case_id: str, stored: Stored
) -> None:
    line = opened(main_window)
    QTest.keyClicks(line.field, "Noch nicht fertig")
    qtbot.waitUntil(lambda: bool(entries(main_window)))
    (entry,) = stored(case_id).minutes.values()
    assert entry.words.text == "Noch nicht fertig"
    QTest.keyClicks(line.field, " geschrieben")
    QTest.keyClick(line.field, Qt.Key.Key_Escape)
    (entry,) = entries(main_window)
    assert entry.words.text == "Noch nicht fertig geschrieben"
    assert main_window.bridge is not None
    main_window.bridge.undo()  # one session in the line is one step
    assert not entries(main_window)


@pytest.mark.usefixtures("case_id")
def test_tab_walks_through_the_kinds(main_window: MainWindow) -> None:
    line = opened(main_window)
    seen = [line.kind]
    for _kind in range(len(EntryKind)):
        QTest.keyClick(line.field, Qt.Key.Key_Tab)
        seen.append(line.kind)
    assert seen == [*EntryKind, EntryKind.NOTE]
    QTest.keyClick(line.field, Qt.Key.Key_Backtab)
    assert line.kind is EntryKind.QUOTE
    QTest.keyClicks(line.field, "Endlich klar")
    QTest.keyClick(line.field, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
    QTest.keyClick(line.field, Qt.Key.Key_Return)
    (entry,) = entries(main_window)
    assert (entry.kind, entry.words.audience) == (EntryKind.NOTE, Audience.INTERNAL)


@pytest.mark.usefixtures("case_id")
def test_the_empty_line_asks_only_for_what_its_kind_takes(main_window: MainWindow) -> None:
    line = opened(main_window)
    for kind in EntryKind:
        line.choose(kind)
        asked = line.field.placeholderText()
        assert ("@" in asked) is (kind in WITH_WHO)
        assert (" bis " in asked) is (kind in WITH_UNTIL)


@pytest.mark.usefixtures("case_id")
def test_several_entries_one_after_the_other(main_window: MainWindow) -> None:
    line = opened(main_window)
    for words in ("t Parkraum", "Datenplattform", "o Wem gehoert das"):
        QTest.keyClicks(line.field, words)
        QTest.keyClick(line.field, Qt.Key.Key_Return)
    assert [(entry.kind, entry.words.text) for entry in entries(main_window)] == [
        (EntryKind.PARKED, "Parkraum"),
        (EntryKind.PARKED, "Datenplattform"),
        (EntryKind.OPEN_POINT, "Wem gehoert das"),
    ]


@pytest.mark.usefixtures("case_id")
def test_words_that_are_taken_out_again_leave_nothing(main_window: MainWindow, qtbot: QtBot) -> None:
    line = opened(main_window)
    QTest.keyClicks(line.field, "Vertippt")
    qtbot.waitUntil(lambda: bool(entries(main_window)))
    line.field.selectAll()
    QTest.keyClick(line.field, Qt.Key.Key_Delete)
    QTest.keyClick(line.field, Qt.Key.Key_Escape)
    assert not entries(main_window)


def test_leaving_the_case_saves_what_is_half_typed(main_window: MainWindow, case_id: str, stored: Stored) -> None:
    line = opened(main_window)
    QTest.keyClicks(line.field, "Halb getippt")
    main_window.close_case()
    assert main_window.quick_entry.line is None
    assert [entry.words.text for entry in stored(case_id).minutes.values()] == ["Halb getippt"]


def test_closing_the_window_saves_it_too(main_window: MainWindow, case_id: str, stored: Stored) -> None:
    QTest.keyClicks(opened(main_window).field, "Kurz vor Schluss")
    main_window.close()
    assert [entry.words.text for entry in stored(case_id).minutes.values()] == ["Kurz vor Schluss"]


def test_without_a_case_or_a_day_it_says_what_is_missing(main_window: MainWindow, qtbot: QtBot) -> None:
    main_window.activateWindow()
    qtbot.waitUntil(main_window.isActiveWindow)
    QTest.keyClick(main_window, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert "geöffneten Fall" in main_window.notice.text
    main_window.open_case(main_window.workspace.cases.create(COMMUNE, ("M4",)).case.id)
    assert main_window.bridge is not None
    main_window.bridge.edit(*(AgendaDaySet(day.id, day, None) for day in main_window.bridge.case.agenda.values()))
    QTest.keyClick(main_window, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert "Workshoptag" in main_window.notice.text
    assert main_window.quick_entry.line is None


@pytest.mark.usefixtures("case_id")
def test_an_entry_belongs_to_the_step_that_one_looks_at(main_window: MainWindow) -> None:
    assert main_window.bridge is not None
    day = next(iter(main_window.bridge.case.agenda.values()))
    main_window.show_page("agenda", day.steps[2].id)
    line = opened(main_window)
    QTest.keyClicks(line.field, "Hier")
    QTest.keyClick(line.field, Qt.Key.Key_Return)
    (entry,) = entries(main_window)
    assert (entry.day, entry.step) == (day.id, day.steps[2].id)


KILLED = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from advisor_app import app
from advisor_app.services.preferences import Preferences
from advisor_app.ui.shell.main_window import MainWindow

class Working(MainWindow):
    def work(self):
        self.open_case(sys.argv[2], "assessment")
        self.quick_entry.open()
        QTest.keyClicks(self.quick_entry.line.field, "a Satz der bleibt")
        self.look()

    def look(self):
        if self.bridge.case.minutes:
            print("gesichert", flush=True)
        else:
            QTimer.singleShot(20, self.look)

    def __init__(self, *arguments, **named):
        super().__init__(*arguments, **named)
        self.ready.connect(lambda: QTimer.singleShot(50, self.work))

app.MainWindow = Working
sys.exit(app.run(Path(sys.argv[1]), Preferences()))
"""


def test_a_kill_costs_no_word_that_was_saved_while_typing(tmp_path: Path) -> None:
    folder = make_recoverable(tmp_path / "killed")
    workspace = open_workspace(folder, PREFERENCES)
    case_id = workspace.cases.create(COMMUNE, ("M4",)).case.id
    workspace.close()
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", KILLED, str(folder), case_id]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as window:
        assert window.stdout is not None
        said = window.stdout.readline()
        window.kill()
    assert said == "gesichert\n"
    again = open_workspace(folder, PREFERENCES)
    (entry,) = again.cases.load(case_id).minutes.values()
    again.close()
    assert (entry.kind, entry.words.text) == (EntryKind.TASK, "Satz der bleibt")
