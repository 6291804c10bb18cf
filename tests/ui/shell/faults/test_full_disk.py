"""A full disk: words stay, the reserve is used and comes back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from advisor_app.domain.changes import HeadSet
from tests.faults import fill, small_disk
from tests.profiles import make_recoverable
from tests.ui.conftest import COMMUNE
from tests.ui.shell.faults.conftest import OpenWindow, limit_pages, new_case, room_field, room_in, settle


def test_on_a_full_disk_the_words_stay_and_are_written_when_there_is_room(
    qtbot: QtBot, open_window: OpenWindow, data_folder: Path
) -> None:
    window = open_window(data_folder)
    case_id = new_case(window)
    field = room_field(window, case_id)
    limit_pages(window, 1)
    words = "Saal 2 " * 2000
    field.setPlainText(words)
    assert window.page is not None
    window.page.flush()
    assert window.status.saved_text == "Nicht gesichert – Datenträger voll"
    assert "ist voll" in window.notice.text
    assert field.toPlainText() == words
    limit_pages(window, 1_000_000)
    qtbot.waitUntil(lambda: window.status.saved_text.startswith("gesichert"))
    assert room_in(data_folder, case_id) == words
    assert window.notice.text == "Jetzt ist alles gesichert."


def test_the_next_edit_on_a_disk_with_room_writes_both(open_window: OpenWindow, data_folder: Path) -> None:
    window = open_window(data_folder)
    case_id = new_case(window)
    field = room_field(window, case_id)
    assert window.page is not None
    limit_pages(window, 1)
    field.setPlainText("Saal 2 " * 2000)
    window.page.flush()
    limit_pages(window, 1_000_000)
    field.setPlainText("Saal 3")
    window.page.flush()
    assert window.status.saved_text.startswith("gesichert")
    assert room_in(data_folder, case_id) == "Saal 3"


def test_a_real_full_disk_takes_the_reserve_says_so_and_gets_it_back(
    qtbot: QtBot, tmp_path: Path, open_window: OpenWindow
) -> None:
    with small_disk(tmp_path / "disk", "24m") as disk:
        folder = make_recoverable(disk / "data")
        window = open_window(folder)
        qtbot.waitUntil((folder / "reserve.bin").exists)
        settle(qtbot, window)
        assert window.status.room_text == ""
        case_id = new_case(window)
        field = room_field(window, case_id)
        assert window.page is not None
        filler = fill(disk)
        words, warned = "", False
        for number in range(400):
            words = f"Saal {number} " * 4000
            field.setPlainText(words)
            window.page.flush()
            if window.status.saved_text.startswith("Nicht"):
                break
            warned = warned or window.status.room_text == "Datenträger fast voll"
        assert not (folder / "reserve.bin").exists()
        assert warned
        assert window.status.saved_text == "Nicht gesichert – Datenträger voll"
        assert field.toPlainText() == words
        filler.unlink()
        qtbot.waitUntil(lambda: window.status.saved_text.startswith("gesichert"))
        assert room_in(folder, case_id) == words
        window.faults.keep_reserve()
        qtbot.waitUntil(lambda: window.status.room_text == "")
        assert (folder / "reserve.bin").exists()
        window.close()


def test_the_reserve_is_made_when_the_window_has_opened(
    qtbot: QtBot, open_window: OpenWindow, data_folder: Path
) -> None:
    assert not (data_folder / "reserve.bin").exists()
    window = open_window(data_folder)
    qtbot.waitUntil((data_folder / "reserve.bin").exists)
    settle(qtbot, window)
    assert window.status.room_text == ""


def test_a_head_that_changed_is_not_the_words(open_window: OpenWindow, data_folder: Path) -> None:
    from advisor_app.services.unsaved_words import unsaved_words

    window = open_window(data_folder)
    session = window.workspace.cases.create(COMMUNE, ("M4",))
    head = session.case.head
    assert unsaved_words([HeadSet(head, replace(head, room="Saal 2"))]) == "Saal 2"
