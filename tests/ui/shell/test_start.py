"""The window is painted before storage is loaded."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advisor_app.app import make_window
from advisor_app.cli.environment import Environment
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.services.entrance import Profile
from advisor_app.services.preferences import Preferences
from advisor_app.services.workspace import Workspace
from advisor_app.ui.shell.main_window import MainWindow
from advisor_app.ui.shell.theming import Theming
from tests.ui.conftest import said

IMPORTS = '''
import sys
import advisor_app.ui.shell.main_window
import advisor_app.ui.shell.theming
import advisor_app.ui.pages.registry
import advisor_app.app
heavy = """
sqlmodel sqlalchemy reportlab pikepdf PIL cryptography typing_extensions advisor_app.texts advisor_app.domain.catalog
advisor_app.domain.foundations advisor_app.domain.questionnaire advisor_app.domain.case
""".split()
print(*[name for name in heavy if name in sys.modules])
'''


def test_importing_the_window_loads_neither_storage_nor_documents_nor_the_domain() -> None:
    done = subprocess.run([sys.executable, "-c", IMPORTS], capture_output=True, text=True, check=False)
    assert (done.stdout, done.returncode) == ("\n", 0), done.stderr


def test_the_folder_is_opened_after_the_first_paint(qtbot: QtBot, tmp_path: Path, theming: Theming) -> None:
    painted_when_opened: list[bool] = []

    def open_folder(_profile: Profile | None = None, /) -> Workspace:
        painted_when_opened.append(window.grab().toImage().size().isValid() and window.isVisible())
        raise AdvisorError(Problem.DATABASE_NEWER, file="beraterkoffer.sqlite")

    window = MainWindow(open_folder, tmp_path, Preferences(), theming)
    qtbot.addWidget(window)
    assert painted_when_opened == []
    assert window.rail.names == ("cases", "figures", "contents", "backups", "settings")
    with qtbot.waitSignal(window.failed):
        window.show()
    assert painted_when_opened == [True]


def test_a_folder_that_cannot_be_opened_is_told_in_a_sentence(qtbot: QtBot, tmp_path: Path, theming: Theming) -> None:
    def open_folder(_profile: Profile | None = None, /) -> Workspace:
        raise AdvisorError(Problem.DATABASE_NEWER, file="beraterkoffer.sqlite")

    window = MainWindow(open_folder, tmp_path, Preferences(), theming)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.failed):
        window.show()
    assert "neueren Programmversion" in said(window)
    assert window.status.saved_text == "nicht geöffnet"
    assert window.page is None
    with pytest.raises(RuntimeError):
        _ = window.workspace


def test_the_window_begins_with_all_cases(main_window: MainWindow) -> None:
    assert main_window.stack.shown == "cases"
    assert main_window.rail.button("cases").isChecked()
    assert main_window.bar.text == "Fälle  Montag, 14.09.2026"
    assert main_window.status.saved_text == "alles gesichert"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"zoom = 5\n", "haben in Zeile 1 einen Fehler"),
        (b"\n\nzoom =\n", "haben in Zeile 3 einen Fehler"),
        (None, "lassen sich nicht lesen"),
    ],
)
def test_settings_that_cannot_be_read_are_told_in_the_window(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, content: bytes | None, said: str
) -> None:
    file = tmp_path / "settings.toml"
    if content is None:
        file.mkdir()
    else:
        file.write_bytes(content)
    preferences, problem = Environment(data=str(tmp_path)).preferences_of_window()
    window = make_window(qapp, tmp_path, preferences, problem=problem)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.ready):
        window.show()
    assert said in window.notice.text
    assert str(file) in window.notice.text
    assert "Ihre Fälle sind unberührt" in window.notice.text
    window.show_page("settings")
    assert said in window.notice.text


def test_settings_and_content_with_errors_are_both_told(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    pack = tmp_path / "packs" / "own"
    pack.mkdir(parents=True)
    (pack / "pack.toml").write_text("id =", encoding="utf-8")
    (tmp_path / "settings.toml").write_text("zoom = 5\n", encoding="utf-8")
    preferences, problem = Environment(data=str(tmp_path)).preferences_of_window()
    window = make_window(qapp, tmp_path, preferences, problem=problem)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.ready):
        window.show()
    assert "Die Einstellungen" in window.notice.text
    assert "Inhaltspaket" in window.notice.text
