"""A bug: what is typed is saved first, and told once."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from advisor_app.ui.shell.crash_dialog import CrashDialog
from tests.ui.shell.faults.conftest import OpenWindow, new_case, room_field, room_in


def test_a_crash_saves_what_is_typed_first(qtbot: QtBot, open_window: OpenWindow, data_folder: Path) -> None:
    window = open_window(data_folder)
    case_id = new_case(window)
    field = room_field(window, case_id)
    qtbot.keyClicks(field, "Saal 2")
    window.show_crash(ValueError("Saal 2 secret"))
    dialog = window.findChild(CrashDialog)
    assert dialog is not None
    assert "ist gesichert" in dialog.kept.text()
    assert room_in(data_folder, case_id) == "Saal 2"
    log = (data_folder / "logs" / "errors.log").read_text("utf-8")
    assert "ValueError" in log
    assert "secret" not in log


def test_a_crash_whose_saving_fails_is_told_once(
    qtbot: QtBot, open_window: OpenWindow, data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(data_folder)
    room_field(window, new_case(window))
    page = window.page
    assert page is not None

    def broken() -> bool:
        window.show_crash(KeyError("while saving"))
        raise KeyError("while saving")

    monkeypatch.setattr(page, "flush", broken)
    window.show_crash(ValueError("first"))
    window.show_crash(ValueError("while it is told"))
    (dialog,) = window.findChildren(CrashDialog)
    assert "ließ sich nicht sichern" in dialog.kept.text()
    assert (data_folder / "logs" / "errors.log").read_text("utf-8").count("---") == 4
    monkeypatch.undo()
    dialog.accept()
    qtbot.waitUntil(lambda: window.findChild(CrashDialog) is None)
