"""Inhalte while a pack is still being read: nothing of another one stands below its name."""

from threading import Event

from pytestqt.qtbot import QtBot

from advisor_app.ui.pages.contents import ContentsPage
from advisor_app.ui.shell.main_window import MainWindow
from tests.patience import PATIENCE_SECONDS
from tests.ui.pages.contents.conftest import sections, settled


def test_the_pack_before_goes_where_the_next_one_takes_long(main_window: MainWindow, qtbot: QtBot) -> None:
    main_window.show_page("contents", "m4/measures")
    settled(qtbot, main_window)
    page = main_window.page
    assert isinstance(page, ContentsPage)
    assert page.reader.isVisible()
    go_on = Event()
    main_window.lane.run(lambda _: go_on.wait(PATIENCE_SECONDS))
    page.side.pack_chosen.emit(next(entry.key for entry in page.side.packs.entries if "Grundlagen" in entry.title))
    assert page.head.words.startswith("Grundlagen")
    qtbot.waitUntil(lambda: not page.reader.isVisible())
    assert page.side.sections.entries == ()
    go_on.set()
    settled(qtbot, main_window)
    assert page.reader.isVisible()
    assert "funding" in sections(page)
