"""Folders that can only be read, are gone, locked by others or synchronised."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from advisor_app.domain.case import Person
from advisor_app.domain.changes import HeadSet
from advisor_app.services.workspace import open_workspace
from advisor_app.ui.pages.documents.page import DocumentsPage
from tests.faults import read_only
from tests.profiles import connect_to, make_recoverable
from tests.ui.conftest import COMMUNE, PREFERENCES, Stored
from tests.ui.shell.faults.conftest import OpenWindow, new_case, room_field, room_in, settle


def test_a_folder_that_can_only_be_read(qtbot: QtBot, tmp_path: Path, open_window: OpenWindow) -> None:
    folder = make_recoverable(tmp_path / "data")
    workspace = open_workspace(folder, PREFERENCES)
    case_id = workspace.cases.create(COMMUNE, ("M4",)).case.id
    workspace.close()
    with read_only(folder):
        window = open_window(folder)
        assert window.is_ready
        assert window.status.saved_text == "nur lesen"
        assert "lassen sich nur lesen" in window.notice.text
        window.open_case(case_id, "documents")
        documents = window.page
        assert isinstance(documents, DocumentsPage)
        qtbot.waitUntil(lambda: documents.preview.page_count > 0)
        settle(qtbot, window)
        field = room_field(window, case_id)
        assert field.isReadOnly()
        qtbot.keyClicks(field, "Saal 2")
        assert field.toPlainText() == ""
        assert "lassen sich nur lesen" in window.notice.text
        assert window.bridge is not None
        head = window.bridge.case.head
        assert not window.bridge.edit(HeadSet(head, replace(head, room="Saal 2")))
        assert "Die Änderung wurde nicht gespeichert" in window.notice.text
        assert window.status.saved_text == "nur lesen"
        assert window.bridge.case.head.room == ""
        window.close()
        assert not window.isVisible()
    assert room_in(folder, case_id) == ""


def test_a_folder_that_is_gone_for_a_while(
    qtbot: QtBot, tmp_path: Path, open_window: OpenWindow, data_folder: Path
) -> None:
    window = open_window(data_folder)
    case_id = new_case(window)
    field = room_field(window, case_id)
    data_folder.rename(tmp_path / "away")
    qtbot.keyClicks(field, "Saal 2")
    assert window.page is not None
    window.page.flush()
    assert window.status.saved_text == "Nicht gesichert – Datenordner fehlt"
    assert "nicht mehr da" in window.notice.text
    assert field.toPlainText() == "Saal 2"
    (tmp_path / "away").rename(data_folder)
    qtbot.waitUntil(lambda: window.status.saved_text.startswith("gesichert"))
    assert room_in(data_folder, case_id) == "Saal 2"


def test_a_foreign_lock_does_not_hold_the_window_up(
    qtbot: QtBot, open_window: OpenWindow, data_folder: Path, stored: Stored
) -> None:
    window = open_window(data_folder)
    case_id = new_case(window)
    field = room_field(window, case_id)
    with closing(connect_to(data_folder)) as other:
        other.execute("BEGIN IMMEDIATE")
        qtbot.keyClicks(field, "Saal 2")
        assert window.page is not None
        window.page.flush()
        assert window.status.saved_text == "Nicht gesichert – Daten gesperrt"
        assert window.bridge is not None
        window.bridge.save_person(Person(id="new", name="Jo Beispiel"))
        assert window.bridge.is_waiting
        other.execute("ROLLBACK")
    qtbot.waitUntil(lambda: window.status.saved_text.startswith("gesichert"))
    assert stored(case_id).head.room == "Saal 2"
    assert "new" not in stored(case_id).people  # a person without a contact is not kept


def test_a_lock_by_another_program_says_that_the_edit_is_kept_and_tried_again(
    qtbot: QtBot, open_window: OpenWindow, data_folder: Path
) -> None:
    window = open_window(data_folder)
    case_id = new_case(window)
    field = room_field(window, case_id)
    qtbot.keyClicks(field, "Saal")
    field.flush()
    with closing(connect_to(data_folder)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert window.bridge is not None
        assert not window.bridge.undo()
        assert "versuchen Sie es" in window.notice.text  # nothing waits
        assert "von selbst" not in window.notice.text
        qtbot.keyClicks(field, "Saal 2")
        assert window.page is not None
        window.page.flush()
        assert "noch nicht gesichert, aber gemerkt" in window.notice.text
        assert "speichert sie von selbst" in window.notice.text
        window.page.warned.emit("Die Datei „x“ ist zu groß.")
        assert "von selbst" in window.notice.text
        other.execute("ROLLBACK")
    qtbot.waitUntil(lambda: window.notice.text == "Jetzt ist alles gesichert.")


def test_a_synced_folder_is_told_once(qtbot: QtBot, tmp_path: Path, open_window: OpenWindow) -> None:
    folder = make_recoverable(tmp_path / "Nextcloud" / "data")
    window = open_window(folder)
    qtbot.waitUntil(lambda: "Nextcloud" in window.notice.text)
    settle(qtbot, window)
    assert window.workspace.preferences.synced_folder_told == str(folder)
    window.close()
