"""Every text field of every page: whatever happens after a word was typed, the word is there, and the bar is true."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from advisor_app.app import make_window
from advisor_app.services.demo import ensure_example
from advisor_app.services.entrance import Profile, enter, passphrase
from advisor_app.services.policy import Policy
from advisor_app.services.preferences import Preferences
from advisor_app.services.workspace import open_workspace
from advisor_app.storage import keyslots
from advisor_app.storage.connection import connect
from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.main_window import MainWindow
from advisor_app.ui.widgets.autosave import LineField, TextField
from advisor_app.ui.widgets.parsed_field import ParsedField
from tests.profiles import make_recoverable
from tests.ui.conftest import PREFERENCES
from tests.ui.shell.test_no_word_lost import CONTROL, is_saved

WORDS = "Gruesse aus der Wetterau"


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A data folder with a passphrase and the worked example, where every page has something to show."""
    with pytest.MonkeyPatch.context() as quick:
        for name, value in (("_PASSES", 1), ("_LANES", 1), ("_MEMORY_KIB", 8)):
            quick.setattr(keyslots, name, value)
        quick.setenv("BERATERKOFFER_DATA", str(tmp_path_factory.mktemp("own")))
        folder = make_recoverable(tmp_path_factory.mktemp("example") / "data")
        workspace = open_workspace(folder, PREFERENCES)
        workspace.protection.set_passphrase(WORDS)
        ensure_example(workspace)
        workspace.close()
        yield folder


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, template: Path, tmp_path: Path) -> MainWindow:
    folder = shutil.copytree(template, tmp_path / "data")
    window = make_window(qapp, folder, Preferences())
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.locked):
        window.show()
    unlock(qtbot, window)
    return window


def unlock(qtbot: QtBot, window: MainWindow) -> None:
    screen = window.lock_screen.screen
    assert screen is not None
    with qtbot.waitSignal(window.ready):
        QTest.keyClicks(screen.field.line, WORDS)
        QTest.keyClick(screen.field.line, Qt.Key.Key_Return)
    settle(qtbot, window)


def settle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.lane.findChildren(Job))
    QApplication.sendPostedEvents()


@contextmanager
def held_by_another(profile: Profile) -> Iterator[None]:
    """Let another program hold the database."""
    with closing(connect(profile.database, profile.database_key)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def stored_words(folder: Path, case_id: str) -> str:
    """Everything that is on disk of a case, as a program would read it that is started anew."""
    workspace = open_workspace(folder, PREFERENCES, enter=partial(enter, folder, Policy(), passphrase(WORDS)))
    try:
        return repr(workspace.cases.load(case_id))
    finally:
        workspace.close()


# Where fields are: the page, its part, and the commands and keys that bring more of them into sight.
PLACES: tuple[tuple[str, str, str], ...] = (
    ("overview", "", ""),
    ("set-up", "modules", ""),
    ("set-up", "dates", ""),
    ("set-up", "contacts", ""),
    ("set-up", "review", ""),
    ("agenda", "", ""),
    ("agenda", "", "Schritt ändern"),
    ("assessment", "4.1.2", ""),
    ("use-case", "", ""),
    ("plan", "", "Plankopf bearbeiten"),
    ("plan", "measure", "U1: Maßnahme bearbeiten"),
    ("documents", "", "Texte bearbeiten"),
)


def go_to(qtbot: QtBot, window: MainWindow, place: tuple[str, str, str]) -> None:
    """Open the example at a place."""
    page, item, command = place
    case_id = window.workspace.portfolio.load()[0].case_id
    window.open_case(case_id)
    assert window.bridge is not None
    if item == "measure":
        item = next(iter(window.bridge.case.measures))
    window.show_page(page, item)
    settle(qtbot, window)
    assert window.page is not None
    if command:
        next(each for each in window.page.commands() if each.title == command).act()
        settle(qtbot, window)


def fields_of(window: MainWindow) -> list[LineField | TextField]:
    """The fields in sight that take any words."""
    page = window.page
    assert page is not None
    found: list[LineField | TextField] = [*page.findChildren(LineField), *page.findChildren(TextField)]
    return [field for field in found if field.isVisibleTo(page) and field.isEnabled() and not is_parsed(field)]


def is_parsed(field: QWidget) -> bool:
    return isinstance(field.parentWidget(), ParsedField)


def type_into_all(window: MainWindow) -> list[str]:
    """Type a word of its own into every field; returns the words."""
    words = []
    for number in count(1):
        fields = fields_of(window)
        if number > len(fields):
            break
        field = fields[number - 1]
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_End, CONTROL)
        word = f"qwort{number}q"
        QTest.keyClicks(field, word)
        words.append(word)
    assert words
    return words


def words_shown(window: MainWindow) -> str:
    """What stands in the fields of the page."""
    page = window.page
    if page is None:
        return ""
    lines = [field.text() for field in page.findChildren(QLineEdit) if isValid(field)]
    texts = [field.toPlainText() for field in page.findChildren(QPlainTextEdit) if isValid(field)]
    return " ".join((*lines, *texts))


def lost(words: list[str], window: MainWindow, folder: Path, case_id: str) -> list[str]:
    """The words that are neither on disk nor in a field."""
    on_disk = stored_words(folder, case_id)
    shown = words_shown(window)
    return [word for word in words if word not in on_disk and (is_saved(window) or word not in shown)]


def lock(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.locked):
        QTest.keyClick(window, Qt.Key.Key_L, CONTROL)


def leave(_qtbot: QtBot, window: MainWindow) -> None:
    window.show_page("cases")


def close(_qtbot: QtBot, window: MainWindow) -> None:
    window.close()


def idle(qtbot: QtBot, window: MainWindow) -> None:
    """Lock for idleness while nothing can be written, and come back."""
    with held_by_another(window.workspace.profile), qtbot.waitSignal(window.locked):
        window.data.idle._timer.timeout.emit()
    unlock(qtbot, window)


def wait(qtbot: QtBot, window: MainWindow) -> None:
    """Be idle with the hands while nothing can be written, until it can."""
    with held_by_another(window.workspace.profile):
        qtbot.waitUntil(lambda: window.status.saved_text == "Nicht gesichert – Daten gesperrt")
    qtbot.waitUntil(lambda: is_saved(window))


Happening = Callable[[QtBot, MainWindow], None]


@pytest.mark.parametrize("happens", [lock, leave, close, idle, wait], ids=lambda each: each.__name__)
@pytest.mark.parametrize("place", PLACES, ids=lambda each: "-".join(filter(None, each)))
def test_no_word_is_lost(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, place: tuple[str, str, str], happens: Happening
) -> None:
    go_to(qtbot, window, place)
    assert window.bridge is not None
    case_id = window.bridge.case.id
    if happens is wait:
        with held_by_another(window.workspace.profile):
            words = type_into_all(window)
            assert not is_saved(window)
        qtbot.waitUntil(lambda: is_saved(window))
    else:
        words = type_into_all(window)
        happens(qtbot, window)
    if window.isVisible():
        settle(qtbot, window)
    assert lost(words, window, tmp_path / "data", case_id) == []
