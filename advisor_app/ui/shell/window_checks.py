"""The checks of an installation that need Qt: translations, typefaces, printing, and the window with all its pages."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from time import perf_counter
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QLibraryInfo, QPluginLoader, QTimer, QTranslator
from PySide6.QtGui import QGuiApplication, QRawFont

from advisor_app.resources_folder import resources_folder
from advisor_app.services.self_check.order import CheckFailedError, CheckOrder
from advisor_app.texts import load_texts
from advisor_app.texts.numbers import format_decimal
from advisor_app.ui.pages.registry import PAGES
from advisor_app.ui.shell.look import CUTS, font_file, load_fonts

if TYPE_CHECKING:
    from advisor_app.services.self_check.checks import Checks
    from advisor_app.ui.shell.main_window import MainWindow

_LOOK_AGAIN_MS = 10
_LETTERS = "ÄÖÜäöüß–„“€"
_PROBES = {
    "qtbase_de": ("QPlatformTheme", "Cancel"),
    "qtbase_en": ("QPlatformTheme", ""),
    "advisor_app_en": ("pages", "Fälle"),
}
"""By file of translations: a context and what it translates; Qt's English file only has plurals."""
_PRINTING_ON_LINUX = "printsupport/libcupsprintersupport.so"


class WindowChecks:
    """The checks of one order; ``open_window`` makes the window over the worked example's folder."""

    def __init__(self, order: CheckOrder, checks: Checks, open_window: Callable[[Path], MainWindow]) -> None:
        self._scratch = Path(order.scratch)
        self._checks = checks
        self._open_window = open_window
        self._texts = load_texts(order.language)
        self._language = order.language

    def all(self) -> Mapping[str, Callable[[], str]]:
        """Every check under its key."""
        return {
            "translations": self.translations,
            "interface-fonts": self.interface_fonts,
            "printing": self.printing,
            "window": self.window,
        }

    def translations(self) -> str:
        """Qt's own words and the window's are there in both languages."""
        of_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for name, (context, source) in _PROBES.items():
            translator = QTranslator()
            folder = of_qt if name.startswith("qtbase") else str(resources_folder() / "i18n")
            if not translator.load(name, folder) or (source and not translator.translate(context, source)):
                raise CheckFailedError(self._texts("self-check.translations.missing", file=f"{folder}/{name}.qm"))
        return self._texts("self-check.translations.detail", files=", ".join(_PROBES))

    def interface_fonts(self) -> str:
        """Every cut that the window shows can be read and has German letters."""
        for file in map(font_file, CUTS):
            raw = QRawFont(str(file), 10)
            if not raw.isValid() or not all(raw.supportsCharacter(ord(letter)) for letter in _LETTERS):
                raise CheckFailedError(self._texts("self-check.interface-fonts.missing", file=file))
        return self._texts("self-check.interface-fonts.detail", family=load_fonts(), cuts=", ".join(CUTS))

    def printing(self) -> str:
        """What Qt needs to print is there, and a document passes through it."""
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

        from advisor_app.ui.widgets.printing import paper, print_pages

        if sys.platform.startswith("linux"):
            folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
            plugin = QPluginLoader(str(folder / _PRINTING_ON_LINUX))
            if not plugin.load():
                raise CheckFailedError(self._texts("self-check.printing.no-backend", reason=plugin.errorString()))
        with self._checks.example() as (workspace, case):
            content = workspace.documents.draw("agenda", workspace.documents.input_of(case, "agenda", "")).content
        file = self._scratch / "printed.pdf"
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(file))
        pages = print_pages(content, paper(printer), lambda _share: None, lambda: None)
        if not pages or not file.read_bytes().startswith(b"%PDF-"):
            raise CheckFailedError(self._texts("self-check.printing.nothing"))
        names = QPrinterInfo.availablePrinterNames()
        printers = ", ".join(names) if names else self._texts("self-check.printing.no-printer")
        return self._texts("self-check.printing.detail", count=pages, printers=printers)

    def window(self) -> str:
        """The window opens over a profile, shows every page, and closes; no slot raises anything."""
        with self._checks.example() as (_workspace, case):
            case_id = case.id
        begun = perf_counter()
        window = self._open_window(self._checks.example_folder)
        visit = WindowVisit(window)
        opened = visit.open()
        seconds = format_decimal(perf_counter() - begun, 2, self._language)
        if not opened:
            raise CheckFailedError(self._texts("self-check.window.not-opened", words=visit.said))
        pages = visit.go_through(case_id)
        visit.close()
        screen = QGuiApplication.primaryScreen()
        return self._texts(
            "self-check.window.detail",
            seconds=seconds,
            count=pages,
            platform=QGuiApplication.platformName(),
            width=screen.size().width(),
            height=screen.size().height(),
            scale=format_decimal(screen.devicePixelRatio() * 100, 0, self._language),
        )


class WindowVisit:
    """Goes through a window as it stands; what any slot raises ends it. Nothing here waits for a time: others watch."""

    def __init__(self, window: MainWindow) -> None:
        self.said = ""
        self._window = window
        self._faults: list[BaseException] = []
        self._state = ""
        window.ready.connect(self._on_window_ready)
        window.locked.connect(self._on_window_locked)
        window.failed.connect(self._on_window_failed)
        window.lane.crashed.connect(self._faults.append)

    def open(self) -> bool:
        """Show the window; whether its data open. Raises what a slot raised."""
        self._window.show()
        self._wait(lambda: bool(self._state))
        return self._state == "ready"

    def go_through(self, case_id: str) -> int:
        """Show every page, outside the case and inside; returns how many there are. Raises what a slot raised."""
        shown = []
        for entry in PAGES:
            self._window.show_page(entry.name)
            self._rest()
            shown.append(self._window.stack.shown)
        self._window.open_case(case_id)
        for entry in self._window.case_entries():
            self._window.show_page(entry.name)
            self._rest()
            shown.append(self._window.stack.shown)
        return len(set(shown))

    def close(self) -> None:
        """Close the window. Raises what a slot raised."""
        self._rest()
        self._window.close()
        self._wait(lambda: not self._window.isVisible())
        self._window.deleteLater()

    def _rest(self) -> None:
        self._wait(lambda: not self._window.lane.is_busy)

    def _wait(self, is_reached: Callable[[], bool]) -> None:
        """Work on events until something is reached, at least once; raises what a slot raised."""

        def on_uncaught(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
            self._faults.append(error)

        def look() -> None:
            if self._faults or is_reached():
                loop.quit()

        loop, timer = QEventLoop(), QTimer()
        timer.timeout.connect(look)
        timer.start(_LOOK_AGAIN_MS)
        before, sys.excepthook = sys.excepthook, on_uncaught
        try:
            loop.exec()
        finally:
            timer.stop()
            sys.excepthook = before
        if self._faults:
            raise self._faults[0]

    def _on_window_ready(self) -> None:
        self._state = "ready"

    def _on_window_locked(self) -> None:
        self._state = "locked"

    def _on_window_failed(self, words: str) -> None:
        self._state, self.said = "failed", words
