"""A lock never takes a word: what is saved is saved, what cannot be is sealed and stands there again afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advisor_app.app import make_window
from advisor_app.domain.case import CaseNote
from advisor_app.domain.changes import NoteSet
from advisor_app.domain.evidence import WHOLE_CASE
from advisor_app.domain.words import Words
from advisor_app.services.preferences import Preferences
from advisor_app.services.workspace import open_workspace
from advisor_app.storage import keyslots
from advisor_app.storage.connection import connect
from advisor_app.ui.pages.cases.page import CasesPage
from advisor_app.ui.pages.cases.request_form import RequestForm
from advisor_app.ui.pages.overview.notes_card import NotesCard
from advisor_app.ui.pages.overview.page import OverviewPage
from advisor_app.ui.pages.settings.page import SettingsPage
from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.main_window import MainWindow
from advisor_app.ui.widgets.date_field import DateField
from advisor_app.ui.widgets.evidence_intake import EvidenceIntake
from advisor_app.ui.widgets.evidence_viewer import EvidenceViewer
from advisor_app.ui.widgets.labels import TextLabel
from tests.profiles import make_recoverable
from tests.ui.all_widgets import all_widgets
from tests.ui.conftest import COMMUNE, PREFERENCES
from tests.ui.shell.test_no_word_lost import CONTROL, field_named, is_saved, write

WORDS = "Gruesse aus der Wetterau"
DRAFT = "Entwurf – noch nicht gesichert"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("_PASSES", 1), ("_LANES", 1), ("_MEMORY_KIB", 8)):
        monkeypatch.setattr(keyslots, name, value)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder that opens by a passphrase, with one case."""
    folder = make_recoverable(tmp_path / "locked")
    workspace = open_workspace(folder, PREFERENCES)
    workspace.protection.set_passphrase(WORDS)
    workspace.cases.create(COMMUNE, ("M4",))
    workspace.close()
    return folder


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, folder: Path) -> Iterator[MainWindow]:
    window = make_window(qapp, folder, Preferences())
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.locked):
        window.show()
    unlock(qtbot, window)
    yield window
    window.data._sealed = b""  # nobody unlocks it any more: let it close


def unlock(qtbot: QtBot, window: MainWindow) -> None:
    screen = window.lock_screen.screen
    assert screen is not None
    with qtbot.waitSignal(window.ready):
        QTest.keyClicks(screen.field.line, WORDS)
        QTest.keyClick(screen.field.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.lane.findChildren(Job))


def by_key(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_L, CONTROL)


def by_idling(window: MainWindow) -> None:
    window.data.idle._timer.timeout.emit()


Lock = Callable[[MainWindow], None]
EITHER = pytest.mark.parametrize("lock", [by_key, by_idling])


def lock_and_unlock(qtbot: QtBot, window: MainWindow, lock: Lock) -> str:
    """Lock and unlock; returns what the lock screen says of words that wait."""
    with qtbot.waitSignal(window.locked):
        lock(window)
    screen = window.lock_screen.screen
    assert screen is not None
    said = screen.held_words
    unlock(qtbot, window)
    return said


def first_case(window: MainWindow) -> str:
    return window.workspace.portfolio.load()[0].case_id


def open_overview(window: MainWindow) -> OverviewPage:
    window.open_case(first_case(window))
    page = window.page
    assert isinstance(page, OverviewPage)
    return page


@contextmanager
def held_by_another(window: MainWindow) -> Iterator[None]:
    """Let another program hold the database."""
    profile = window.workspace.profile
    with closing(connect(profile.database, profile.database_key)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@EITHER
def test_sentences_that_cannot_be_saved_outlast_the_lock(qtbot: QtBot, window: MainWindow, lock: Lock) -> None:
    open_overview(window)
    with held_by_another(window):
        write(field_named(window, "Anliegen der Kommune"), "Sechs Saetze.")
        window.show_page("documents")
        assert window.stack.shown == "overview"  # refused once
        write(field_named(window, "Anliegen der Kommune"), " Und einer.")
        with qtbot.waitSignal(window.locked):
            lock(window)
        screen = window.lock_screen.screen
        assert screen is not None
        assert "steht nach dem Öffnen wieder da" in screen.held_words
        assert b"Sechs" not in window.data._sealed
        window.close()
        assert window.isVisible()
        assert "noch offen" in screen.complaint
    unlock(qtbot, window)
    assert field_named(window, "Anliegen der Kommune").toPlainText() == "Sechs Saetze. Und einer."
    assert window.bridge is not None
    assert is_saved(window)
    stored = window.workspace.cases.load(window.bridge.case.id)
    assert stored.head.wish == "Sechs Saetze. Und einer."


def test_sentences_wait_on_after_the_lock_while_nothing_can_be_written(qtbot: QtBot, window: MainWindow) -> None:
    open_overview(window)
    with held_by_another(window):
        write(field_named(window, "Anliegen der Kommune"), "Sechs Saetze.")
        lock_and_unlock(qtbot, window, by_idling)
        assert field_named(window, "Anliegen der Kommune").toPlainText() == "Sechs Saetze."
        assert window.status.saved_text == "Nicht gesichert – Daten gesperrt"
    qtbot.waitUntil(lambda: is_saved(window))
    assert window.bridge is not None
    assert window.workspace.cases.load(window.bridge.case.id).head.wish == "Sechs Saetze."


def test_what_a_job_has_made_while_the_window_waits_to_be_locked_is_kept_too(qtbot: QtBot, window: MainWindow) -> None:
    open_overview(window)
    bridge, may_end = window.bridge, Event()
    assert bridge is not None
    note = CaseNote(id="n", at=datetime(2026, 9, 14, 7, tzinfo=UTC), words=Words("Aus dem Hintergrund"))
    job = window.lane.run(lambda _job: may_end.wait())
    with held_by_another(window):
        job.tell(window, succeeded=lambda _: bridge.edit(NoteSet("n", None, note)))
        window.data.lock()
        with qtbot.waitSignal(window.locked):
            may_end.set()
    unlock(qtbot, window)
    qtbot.waitUntil(lambda: is_saved(window))
    assert window.bridge is not None
    assert window.workspace.cases.load(window.bridge.case.id).notes == {"n": note}


def test_the_watch_goes_on_while_nobody_comes(qtbot: QtBot, window: MainWindow) -> None:
    watch = window.data.idle
    watch._timer.start(20)
    window.data.idle.idle.disconnect(window.data.lock)  # whatever keeps the window from being locked
    with qtbot.waitSignals([watch.idle, watch.idle, watch.idle]):
        pass
    assert watch.is_watching


def test_a_note_is_saved_while_one_types_it(qtbot: QtBot, window: MainWindow) -> None:
    page = open_overview(window)
    case_id = page.bridge.case.id
    line = page.findChild(NotesCard).text.line  # type: ignore[union-attr]  # it is there
    write(line, "Frau M. will Rat")
    assert window.status.saved_text == "schreibt …"
    qtbot.waitUntil(lambda: is_saved(window))
    assert [note.words.text for note in window.workspace.cases.load(case_id).notes.values()] == ["Frau M. will Rat"]
    write(line, " bis Mai")
    lock_and_unlock(qtbot, window, by_key)
    notes = window.workspace.cases.load(case_id).notes.values()
    assert [note.words.text for note in notes] == ["Frau M. will Rat bis Mai"]
    assert window.page is not None
    assert "Frau M. will Rat bis Mai" in [label.text() for label in window.page.findChildren(TextLabel)]


def test_notes_one_after_the_other_are_steps_of_their_own(window: MainWindow) -> None:
    page = open_overview(window)
    card = page.findChild(NotesCard)
    assert isinstance(card, NotesCard)
    for words in ("Erste", "Zweite"):
        write(card.text.line, words)
        QTest.keyClick(card.text.line, Qt.Key.Key_Return)
        assert card.text.line.text() == ""
    assert {note.words.text for note in page.bridge.case.notes.values()} == {"Erste", "Zweite"}
    page.bridge.undo()
    assert {note.words.text for note in page.bridge.case.notes.values()} == {"Erste"}
    write(card.text.line, "Dritte")
    window.show_page("cases")
    assert {note.words.text for note in window.workspace.cases.load(first_case(window)).notes.values()} == {
        "Erste",
        "Dritte",
    }


def test_a_day_to_call_back_goes_with_its_note(window: MainWindow) -> None:
    page = open_overview(window)
    card = page.findChild(NotesCard)
    assert isinstance(card, NotesCard)
    write(card.call_back.line, "1.12.2026")
    card.call_back.flush()
    assert window.stack.has_drafts
    write(card.text.line, "Rat")
    card.text.flush()
    assert not window.stack.has_drafts
    QTest.keyClick(card.text.line, Qt.Key.Key_Return)
    note = next(iter(page.bridge.case.notes.values()))
    assert note.call_back_on == date(2026, 12, 1)
    assert card.call_back.line.text() == ""


def request_form(window: MainWindow) -> RequestForm:
    window.show_page("cases", "request")
    page = window.page
    assert isinstance(page, CasesPage)
    return page.request_form


@EITHER
def test_a_request_that_is_not_noted_outlasts_the_lock(qtbot: QtBot, window: MainWindow, lock: Lock) -> None:
    form = request_form(window)
    for field, words in ((form.name, "Frau Muster"), (form.number, "06000 12"), (form.wish, "Rat bis Mai")):
        write(field, words)
    qtbot.waitUntil(lambda: window.status.saved_text == DRAFT)
    assert lock_and_unlock(qtbot, window, lock)
    page = window.page
    assert isinstance(page, CasesPage)
    form = page.request_form
    assert form.isVisible()
    assert (form.name.text(), form.number.text()) == ("Frau Muster", "06000 12")
    assert form.wish.toPlainText() == "Rat bis Mai"
    assert window.status.saved_text == DRAFT
    QTest.mouseClick(form.leave_button, Qt.MouseButton.LeftButton)
    assert is_saved(window)


def test_an_entry_of_ones_own_outlasts_pages_and_the_lock(qtbot: QtBot, window: MainWindow) -> None:
    window.show_page("settings")
    page = window.page
    assert isinstance(page, SettingsPage)
    QTest.mouseClick(page.register.add_button, Qt.MouseButton.LeftButton)
    write(page.register.form.name, "Musterau")
    qtbot.waitUntil(lambda: window.status.saved_text == DRAFT)
    window.show_page("cases")
    assert window.status.saved_text == DRAFT
    assert lock_and_unlock(qtbot, window, by_key)
    assert window.status.saved_text == DRAFT
    window.show_page("settings")
    page = window.page
    assert isinstance(page, SettingsPage)
    form = page.register.form
    assert form.isVisible()
    assert form.name.text() == "Musterau"
    window.close()
    assert window.isVisible()
    assert "nicht gesichert" in window.notice.text
    QTest.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    assert is_saved(window)
    assert window.workspace.register.index.find("Musterau")


def test_a_day_that_cannot_be_read_is_told_after_the_lock(qtbot: QtBot, window: MainWindow) -> None:
    window.open_case(first_case(window), "set-up", "dates")
    assert window.page is not None
    field = window.page.findChildren(DateField)[0]
    write(field.line, "bald im Mai")
    qtbot.waitUntil(lambda: window.status.saved_text == DRAFT)
    window.show_page("documents")
    assert window.stack.shown == "set-up"
    lock_and_unlock(qtbot, window, by_idling)
    assert "bald im Mai" in window.notice.text


def test_words_typed_beside_a_photo_are_life_and_are_saved_at_a_lock(qtbot: QtBot, window: MainWindow) -> None:
    window.open_case(first_case(window), "evidence")
    assert window.bridge is not None
    room = window.workspace.evidence
    awaited = room.awaited(WHOLE_CASE)
    window.bridge.edit(awaited)
    context = window.data.context
    assert context is not None
    assert window.page is not None
    viewer = EvidenceViewer(
        context, window.bridge, EvidenceIntake(context, window.bridge, window.page), [awaited.id], window.page
    )
    with qtbot.waitExposed(viewer):
        viewer.open()
    viewer.activateWindow()
    viewer.title.setFocus()
    timer = window.data.idle._timer
    begun = timer.timerId()
    with qtbot.waitSignal(viewer.title.typing):
        QTest.keyClick(viewer.windowHandle(), Qt.Key.Key_F)
    assert timer.timerId() != begun, "it began anew"
    write(viewer.title, "lipchart")
    assert window.status.saved_text == "schreibt …"
    case_id = window.bridge.case.id
    lock_and_unlock(qtbot, window, by_idling)
    piece = window.workspace.cases.load(case_id).evidence[awaited.id]
    assert piece.title == "flipchart"
    assert not any(isinstance(each, EvidenceViewer) for each in all_widgets())


def test_words_behind_a_database_that_no_longer_opens_are_there_to_be_copied(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    window.show_page("settings")
    page = window.page
    assert isinstance(page, SettingsPage)
    QTest.mouseClick(page.register.add_button, Qt.MouseButton.LeftButton)
    write(page.register.form.name, "Musterau")
    with qtbot.waitSignal(window.locked):
        by_idling(window)
    file = folder / "beraterkoffer.sqlite"
    content = bytearray(file.read_bytes())
    content[16:4096] = bytes(4080)
    file.write_bytes(content)
    screen = window.lock_screen.screen
    assert screen is not None
    QTest.keyClicks(screen.field.line, WORDS)
    QTest.keyClick(screen.field.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.fault_ways.screen is not None)
    fault = window.fault_ways.screen
    assert fault is not None
    assert fault.unsaved.toPlainText() == "Musterau"
    qtbot.waitUntil(lambda: not window.findChildren(Job))
