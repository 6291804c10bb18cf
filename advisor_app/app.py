"""The desktop program: builds every object once and passes it on."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTimer, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

import advisor_app.ui  # noqa: F401 — first of all: it keeps the Qt bindings from reading what is imported after it
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.languages import LANGUAGES
from advisor_app.resources_folder import resources_folder
from advisor_app.services.preferences import Preferences, PreferencesFile
from advisor_app.ui.shell.look import Look
from advisor_app.ui.shell.main_window import MainWindow
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.shell.wanted_case_file import WantedCaseFile

if TYPE_CHECKING:
    from advisor_app.services.entrance import Profile
    from advisor_app.services.self_check.checks import Checks
    from advisor_app.services.self_check.order import CheckOrder
    from advisor_app.services.workspace import Workspace
    from advisor_app.ui.shell.window_checks import WindowChecks

WINDOW_WAIT_MS = 50
LISTEN_AFTER_MS = 300
"""Work begins first; only then is the program's second start of interest."""


def make_application(language: str) -> QApplication:
    """The Qt application with the translations of the language."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    # As an argument: setStyle() hands back the style, and the bindings then need ten milliseconds to describe it.
    application = QApplication([*sys.argv[:1], "-style", "fusion"])
    application.setApplicationName("Beraterkoffer")
    application.setDesktopFileName("beraterkoffer")
    QLocale.setDefault(QLocale(LANGUAGES[language].tag))
    folders = {
        f"qtbase_{language}": QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath),
        f"advisor_app_{language}": str(resources_folder() / "i18n"),
    }
    for name, folder in folders.items():
        translator = QTranslator(application)
        if translator.load(name, folder):
            application.installTranslator(translator)
    return application


def make_window(
    application: QApplication,
    folder: Path,
    preferences: Preferences,
    *,
    author: str = "",
    problem: AdvisorError | None = None,
    enter: Callable[[], Profile] | None = None,
) -> MainWindow:
    """The window over a data folder; the folder is opened after the first paint. ``problem``: see ``run``.

    ``enter`` opens the profile, by default with what this device keeps.
    """
    theming = Theming(Look(application, preferences.theme, preferences.zoom))

    def open_folder(profile: Profile | None = None, /) -> Workspace:
        from advisor_app.services.data_lock import Access
        from advisor_app.services.workspace import open_workspace

        return open_workspace(
            folder,
            preferences,
            access=Access.WINDOW,
            author=author,
            wait_ms=WINDOW_WAIT_MS,
            enter=enter if profile is None else lambda: profile,
        )

    return MainWindow(open_folder, folder, preferences, theming, problem=_in_words_of_the_window(problem))


def window_checks(order: CheckOrder, checks: Checks) -> WindowChecks:
    """The checks of an installation that need Qt; a process has one application for all of them."""
    from advisor_app.ui.shell.window_checks import WindowChecks

    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else make_application(order.language)
    preferences = Preferences(language=order.language)

    def open_window(folder: Path) -> MainWindow:
        return make_window(application, folder, preferences, enter=lambda: checks.enter(folder))

    return WindowChecks(order, checks, open_window)


def collect_garbage() -> None:
    """Collect garbage from now on; what is loaded by now stays for good and is never looked at again."""
    gc.freeze()
    gc.enable()


def run(
    folder: Path,
    preferences: Preferences,
    *,
    author: str = "",
    problem: AdvisorError | None = None,
    file: Path | None = None,
) -> int:
    """Open the window and stay until it is closed; returns the exit code.

    Where the folder has a window already, that one comes to the front instead. ``problem`` is why the preferences could
    not be read as they are; the window says so. ``file`` is a case file to show the contents of.
    """
    application = make_application(preferences.language)
    code, next_folder = _run_window(application, folder, preferences, author, problem, file)
    while next_folder is not None:  # the adviser has chosen another data folder
        preferences, problem = PreferencesFile(next_folder).load_what_fits()
        code, next_folder = _run_window(application, next_folder, preferences, author, problem, None)
    return code


def _run_window(  # what ``run`` was given
    application: QApplication,
    folder: Path,
    preferences: Preferences,
    author: str,
    problem: AdvisorError | None,
    file: Path | None,
) -> tuple[int, Path | None]:
    """Open one window and stay until it is closed; returns the exit code and the data folder to go on with, if any."""
    if _is_shown_elsewhere(folder, file):
        return 0, None
    window = make_window(application, folder, preferences, author=author, problem=problem)
    case_file = WantedCaseFile(window)
    wanted: list[Path] = []

    def on_uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        window.show_crash(error)

    def on_opened() -> None:
        window.ready.disconnect(on_opened)
        window.locked.disconnect(on_opened)
        collect_garbage()
        QTimer.singleShot(LISTEN_AFTER_MS, window, partial(_listen, folder, window, case_file))

    def on_failed() -> None:
        collect_garbage()
        if _is_shown_elsewhere(folder, file):  # both were started at once, and the other one was first
            window.close()

    sys.excepthook = on_uncaught
    window.ready.connect(on_opened)
    window.locked.connect(on_opened)
    window.failed.connect(on_failed)
    window.folder_wanted.connect(wanted.append)
    window.folder_wanted.connect(window.close)
    if file is not None:
        case_file.want(file)
    window.show()
    window.activateWindow()  # where nothing manages windows no other would give it the keys
    return application.exec(), wanted[-1] if wanted else None


def _is_shown_elsewhere(folder: Path, file: Path | None) -> bool:
    """Whether another window over the folder was brought to the front, with the case file."""
    from advisor_app.services.data_lock import is_window_open

    if not is_window_open(folder):
        return False
    from advisor_app.ui.shell.window_call import call_window

    return call_window(folder, file)


def _listen(folder: Path, window: MainWindow, case_file: WantedCaseFile) -> None:
    """Come to the front when the program is started again, with the case file that it was started with."""
    from advisor_app.ui.shell.window_call import WindowCall, bring_to_front

    call = WindowCall(folder, window)

    def on_called(file: Path | None) -> None:
        bring_to_front(window)
        if file is not None:
            case_file.want(file)

    call.called.connect(on_called)
    call.listen()


def _in_words_of_the_window(problem: AdvisorError | None) -> AdvisorError | None:
    """The same for a window, which goes on with what could be read of the preferences."""
    match problem:
        case None:
            return None
        case AdvisorError(problem=Problem.FILE_FORMAT):
            return AdvisorError(Problem.SETTINGS_FORMAT, **problem.details)
        case _:
            return AdvisorError(Problem.SETTINGS_UNREADABLE, **problem.details)
