"""Takes the pictures in ``docs/screenshots``: every page of the real program with the worked example, light and dark.

``python -m docs.make_screenshots`` in the checkout takes all of them, with names of pages only those; ``guide`` are
those of a running workshop day, ``projector`` those of what a room sees. Clock, author,
fonts and size of the window are fixed, so a second run writes the same pictures unless the program has changed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

# Before Qt is loaded: no display, no scaling, whatever the machine has.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_SCALE_FACTOR"] = "1"

from PIL import Image
from PySide6.QtCore import QBuffer, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from advisor_app.app import WINDOW_WAIT_MS, make_application
from advisor_app.services.data_lock import Access
from advisor_app.services.entrance import Profile
from advisor_app.services.preferences import ThemeChoice
from advisor_app.services.workspace import Workspace, open_workspace
from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.look import Look
from advisor_app.ui.shell.main_window import MainWindow
from advisor_app.ui.shell.theming import Theming
from docs import projector_pictures
from docs.example import PREFERENCES, FixedClock, small_png
from docs.pictured_cases import (
    DATA_FOLDER,
    make_comparison,
    make_e_file,
    make_example,
    make_process,
    make_running_day,
    make_selection,
    make_usage,
    make_workshop_ahead,
)

TARGET = Path(__file__).resolve().parent / "screenshots"
SIZE = (1366, 768)
LARGE = (1920, 1080)
QUIET_MS = 700  # longer than any pause a page makes before it goes on by itself
PATIENCE_MS = 30_000
GUIDE = "guide"


@dataclass(frozen=True, slots=True)
class Picture:
    """A page to take, the part of it to open, whether it belongs to the open case, and how large (px).

    ``part`` is added to the name of the file where there are several pictures of a page.
    """

    page: str
    item: str = ""
    in_case: bool = True
    size: tuple[int, int] = SIZE
    part: str = ""

    def file_name(self, choice: ThemeChoice) -> str:
        """What its file is called; those of another size than the usual one say so."""
        size = "" if self.size == SIZE else f"-{self.size[0]}x{self.size[1]}"
        part = f"-{self.part}" if self.part else ""
        return f"{self.page}{part}-{choice.value}{size}.png"


PICTURES = (
    Picture("cases", in_case=False),
    Picture("set-up", "modules"),
    Picture("overview"),
    Picture("agenda"),
    Picture("agenda", size=LARGE),
    Picture("assessment", "4.3.2"),
    Picture("evidence"),
    Picture("results"),
    Picture("services", "list"),
    Picture("services", "offices", part="offices"),
    Picture("use-case"),
    Picture("plan"),
    Picture("documents", "result-report"),
    Picture("minutes"),
    Picture("history"),
    Picture("privacy"),
    Picture("figures", in_case=False),
    Picture("contents", "m4/questionnaire/4.1", in_case=False),
    Picture("backups", in_case=False),
    Picture("settings", in_case=False),
)


def main(wanted: Sequence[str]) -> int:
    """Take the named pictures, all of them where none is named; returns the exit code."""
    series = _series()
    unknown = set(wanted) - {name for item in series for name in item.names} - {projector_pictures.NAME}
    if unknown:
        print(f"No such page: {', '.join(sorted(unknown))}", file=sys.stderr)
        return 2
    TARGET.mkdir(exist_ok=True)
    application = make_application(PREFERENCES.language)
    application.setCursorFlashTime(0)
    theming = Theming(Look(application, ThemeChoice.LIGHT))
    for item in series:
        pictures = [picture for picture in item.pictures if not wanted or item.name_of(picture) in wanted]
        if pictures:
            with _fresh_folder():
                _take_pages(theming, item.make(), pictures)
    if not wanted or projector_pictures.NAME in wanted:
        with _fresh_folder():
            _take_projector(make_example())
    return 0


@dataclass(frozen=True, slots=True)
class _Series:
    """Pictures of one case, which ``make`` makes; all are asked for by ``name``, else each by its page."""

    make: Callable[[], str]
    pictures: Sequence[Picture]
    name: str = ""

    @property
    def names(self) -> set[str]:
        """By what pictures of it are asked for."""
        return {self.name_of(picture) for picture in self.pictures}

    def name_of(self, picture: Picture) -> str:
        """By what a picture of it is asked for."""
        return self.name or picture.page


def _series() -> tuple[_Series, ...]:
    return (
        _Series(make_example, PICTURES),
        _Series(
            make_workshop_ahead,
            (
                Picture("preparation", "checklist"),
                Picture("preparation", "forms", part="forms"),
                Picture("preparation", "check", part="ready"),
                Picture("bookings"),
                Picture("cases", "board", in_case=False, part="board"),
            ),
            "preparation",
        ),
        _Series(make_process, (Picture("processes", "p-dog-tax/as-is"),)),
        _Series(make_e_file, (Picture("e-file", "areas/mail-room"), Picture("e-file", "scanning", part="scanning"))),
        _Series(make_usage, (Picture("usage", "month"), Picture("usage", "abandonment", part="abandonment"))),
        _Series(
            make_comparison,
            tuple(Picture("results", part, part=part) for part in ("comparison", "what-if", "cohort")),
        ),
        _Series(
            make_selection,
            (
                Picture("selection", "areas", part="areas"),
                Picture("selection", "candidates/k1", part="candidates"),
                Picture("selection", "ranking/k1"),
                Picture("selection", "decision", part="decision"),
            ),
        ),
        _Series(
            make_running_day,
            (
                Picture("agenda", part=GUIDE),
                Picture("agenda", size=LARGE, part=GUIDE),
                Picture("documents", "voting-cards", part=GUIDE),
            ),
            GUIDE,
        ),
    )


def _take_pages(theming: Theming, case_id: str, pictures: Sequence[Picture]) -> None:
    """Pages of the window in both themes."""
    for choice in (ThemeChoice.LIGHT, ThemeChoice.DARK) if pictures else ():
        theming.choose(choice)
        with _open_window(theming, choice) as window:
            for picture in pictures:
                _take(window, picture, case_id, TARGET / picture.file_name(choice))


def _take_projector(case_id: str) -> None:
    """What the room sees; the same whatever theme the window has."""
    workspace = open_workspace(DATA_FOLDER, PREFERENCES, access=Access.READ, clock=FixedClock())
    try:
        for file in projector_pictures.take_projector(workspace, case_id, TARGET):
            print(f"{file.name}  {file.stat().st_size / 1000:.0f} kB")
    finally:
        workspace.close()


@contextmanager
def _fresh_folder() -> Iterator[None]:
    """Work in an empty folder, so that pages which name the data folder name no place of this machine."""
    before = Path.cwd()
    with TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            yield
        finally:
            os.chdir(before)


@contextmanager
def _open_window(theming: Theming, choice: ThemeChoice) -> Iterator[MainWindow]:
    """The window as a user has it, ready for work."""
    preferences = replace(PREFERENCES, theme=choice)

    def open_folder(profile: Profile | None = None, /) -> Workspace:
        return open_workspace(
            DATA_FOLDER,
            preferences,
            access=Access.WINDOW,
            clock=FixedClock(),
            wait_ms=WINDOW_WAIT_MS,
            enter=None if profile is None else lambda: profile,
        )

    window = MainWindow(open_folder, DATA_FOLDER, preferences, theming)
    is_ready = False

    def on_ready() -> None:
        nonlocal is_ready
        is_ready = True

    window.ready.connect(on_ready)
    window.resize(*SIZE)
    window.show()
    _wait(lambda: is_ready)
    try:
        yield window
    finally:
        window.close()
        window.deleteLater()
        QApplication.processEvents()


def _take(window: MainWindow, picture: Picture, case_id: str, file: Path) -> None:
    if not picture.in_case:
        window.show_page(picture.page, picture.item)
    elif window.bridge is None:
        window.open_case(case_id, picture.page, picture.item)
    else:
        window.show_page(picture.page, picture.item)
    window.resize(*picture.size)
    data = _optimised(_picture_at_rest(window))
    file.write_bytes(data)
    print(f"{file.name}  {len(data) / 1000:.0f} kB")


def _picture_at_rest(window: MainWindow) -> bytes:
    """The window as PNG once nothing works in the background and two looks at it show the same."""
    seen = b""

    def is_at_rest() -> bool:
        nonlocal seen
        before, seen = seen, _picture(window)
        return seen == before and not window.lane.findChildren(Job)

    _wait(is_at_rest)
    return seen


def _picture(window: MainWindow) -> bytes:
    buffer = QBuffer()
    window.grab().save(buffer, "PNG")
    return bytes(buffer.data().data())


def _wait(is_done: Callable[[], bool]) -> None:
    """Let the window do what it does later or in the background. Raises TimeoutError where it never gets there."""
    waited = 0
    while waited == 0 or not is_done():
        if waited > PATIENCE_MS:
            raise TimeoutError("the window does not come to rest; what it printed says why")
        loop = QEventLoop()
        QTimer.singleShot(QUIET_MS, loop.quit)
        loop.exec()
        waited += QUIET_MS


def _optimised(data: bytes) -> bytes:
    with Image.open(BytesIO(data)) as picture:
        return small_png(picture)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
