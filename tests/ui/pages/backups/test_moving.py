"""Sicherungen: everything is packed into one file and unpacked from it."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from advisor_app.services.backups import Backups
from advisor_app.services.moving import pack
from advisor_app.services.workspace import open_workspace
from advisor_app.storage.database import open_database
from advisor_app.storage.profile import open_profile
from advisor_app.ui.pages.backups.move_card import MoveCard
from advisor_app.ui.shell.main_window import MainWindow
from tests.profiles import make_recoverable
from tests.ui.conftest import PREFERENCES
from tests.ui.pages.backups.conftest import Choice, Open, add_case, cases_of, click, settled


def test_everything_is_packed_and_unpacked(
    qtbot: QtBot, main_window: MainWindow, page_of: Open, choice: Choice, tmp_path: Path
) -> None:
    page = page_of()
    if not page.move_card.pack_button.isEnabled():
        pytest.fail("the test's profile has a recovery sheet")
    add_case(main_window.workspace)
    choice.path = tmp_path / "stick"
    choice.path.mkdir()
    click(qtbot, page.move_card.pack_button)
    settled(qtbot, main_window)
    (file,) = choice.path.iterdir()
    assert "Gepackt und nachgelesen" in main_window.notice.text
    choice.path = file
    click(qtbot, page.move_card.unpack_button)
    assert "Fälle: 1" in page.move_card.words
    add_case(main_window.workspace)
    with qtbot.waitSignal(main_window.ready):
        click(qtbot, page.move_card.accept_button)
    settled(qtbot, main_window)
    assert "Vollständig angekommen" in main_window.notice.text
    assert len(cases_of(main_window.workspace)) == 1


def test_what_is_no_packed_file_is_told(
    qtbot: QtBot, main_window: MainWindow, page_of: Open, choice: Choice, tmp_path: Path
) -> None:
    page = page_of()
    choice.path = tmp_path / "x.bkmove"
    choice.path.write_bytes(b"x")
    click(qtbot, page.move_card.unpack_button)
    assert "unvollständig oder wurde verändert" in main_window.notice.text
    assert page.move_card.words == ""


def test_data_that_only_this_machine_opens_are_not_packed(
    qtbot: QtBot, context: object, tmp_path: Path, choice: Choice
) -> None:
    from advisor_app.ui.shell.page import PageContext

    assert isinstance(context, PageContext)
    other = open_workspace(tmp_path / "unprotected", PREFERENCES)
    card = MoveCard(replace(context, workspace=other), choice.folder, choice.file)
    qtbot.addWidget(card)
    card.show()
    assert not card.pack_button.isEnabled()
    with qtbot.waitSignal(card.protection_wanted):
        click(qtbot, card.protect_button)
    other.close()


def test_an_old_packed_file_tells_its_day(qtbot: QtBot, main_window: MainWindow, page_of: Open, tmp_path: Path) -> None:
    class Then:
        def now(self) -> datetime:
            return datetime(2026, 3, 1, 9, 5, tzinfo=UTC)

    profile = open_profile(make_recoverable(tmp_path / "alt"))
    open_database(profile).close()
    file = pack(Backups(profile, None, Then()), Then(), tmp_path / "x.bkmove").file
    page = page_of()
    page.move_card.look_into(file)
    assert "01.03.2026, 10:05 Uhr" in page.move_card.words
    del qtbot, main_window
