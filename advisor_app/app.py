"""The desktop program: builds every object once and passes it on."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from advisor_app.resources_folder import resources_folder
from advisor_app.services.preferences import Preferences
from advisor_app.ui.shell.main_window import MainWindow
from advisor_app.ui.shell.theming import Theming

if TYPE_CHECKING:
    from advisor_app.services.workspace import Workspace

WINDOW_WAIT_MS = 50


def make_application(language: str) -> QApplication:
    """The Qt application with the translations of the language."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    # As an argument: setStyle() hands back the style, and the bindings then need ten milliseconds to describe it.
    application = QApplication([*sys.argv[:1], "-style", "fusion"])
    application.setApplicationName("Beraterkoffer")
    application.setDesktopFileName("beraterkoffer")
    QLocale.setDefault(QLocale("de_DE" if language == "de" else "en_GB"))
    folders = {
        f"qtbase_{language}": QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath),
        f"advisor_app_{language}": str(resources_folder() / "i18n"),
    }
    for name, folder in folders.items():
        translator = QTranslator(application)
        if translator.load(name, folder):
            application.installTranslator(translator)
    return application


def make_window(application: QApplication, folder: Path, preferences: Preferences, *, author: str = "") -> MainWindow:
    """The window over a data folder; the folder is opened after the first paint."""
    theming = Theming(application, preferences.theme, preferences.zoom)

    def open_folder() -> Workspace:
        from advisor_app.services.data_lock import Access
        from advisor_app.services.workspace import open_workspace

        return open_workspace(folder, preferences, access=Access.WINDOW, author=author, wait_ms=WINDOW_WAIT_MS)

    return MainWindow(open_folder, folder, preferences, theming)


def collect_garbage() -> None:
    """Collect garbage from now on; what is loaded by now stays for good and is never looked at again."""
    gc.freeze()
    gc.enable()


def run(folder: Path, preferences: Preferences, *, author: str = "") -> int:
    """Open the window and stay until it is closed; returns the exit code."""
    application = make_application(preferences.language)
    window = make_window(application, folder, preferences, author=author)

    def on_uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        window.show_crash(error)

    sys.excepthook = on_uncaught
    window.ready.connect(collect_garbage)
    window.failed.connect(collect_garbage)
    window.show()
    return application.exec()
