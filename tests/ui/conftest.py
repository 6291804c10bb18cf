"""What tests of the window share: a data folder with its services, the theme, the lane, an open case, the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advisor_app.domain.case import Case
from advisor_app.domain.commune import Commune, CommuneKind
from advisor_app.services.entrance import Profile
from advisor_app.services.preferences import Preferences, ThemeChoice
from advisor_app.services.workspace import Workspace, open_workspace
from advisor_app.ui.shell import free_text_guard, notice_line
from advisor_app.ui.shell.background import BackgroundLane, Job
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.look import Look
from advisor_app.ui.shell.main_window import MainWindow
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.shell.theming import PageTheming, Theming
from tests.profiles import make_recoverable

MONDAY = datetime(2026, 9, 14, 6, 41, 20, tzinfo=UTC)  # 08:41:20 in Hesse
WAIT_MS = 50  # for a lock, as in the program's window
HOUR_MS = 3_600_000
PREFERENCES = Preferences(adviser="Kim Berger", provider="Beratungshaus Mitte")
COMMUNE = Commune(
    id="0b6e6d1c-6a43-4c67-9d44-6e2f5a3c9a01",
    key=None,
    name="Eschentalbach",
    kind=CommuneKind.MUNICIPALITY,
    designation="Gemeinde",
    district="Landkreis Musterland",
    population=9400,
    own=True,
)

OpenCase = Callable[..., CaseBridge]
Stored = Callable[[str], Case]


class TestClock:
    """A clock that stands still until a test moves it; every reading is a millisecond later than the one before."""

    __test__ = False

    def __init__(self, now: datetime = MONDAY) -> None:
        self._now = now

    def now(self) -> datetime:
        self._now += timedelta(milliseconds=1)
        return self._now

    def move(self, **by: float) -> None:
        self._now += timedelta(**by)


@pytest.fixture(autouse=True, scope="session")
def lasting_words() -> Iterator[None]:
    """What the window says for some seconds stays until a test has read it: a busy machine takes longer."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (free_text_guard, notice_line):
            patch.setattr(module, "SHOWN_MS", HOUR_MS)
        yield


@pytest.fixture
def clock() -> TestClock:
    return TestClock()


@pytest.fixture
def data_folder(tmp_path: Path) -> Path:
    """A data folder with keys and a recovery sheet, and nothing else yet."""
    return make_recoverable(tmp_path / "data")


@pytest.fixture
def workspace(data_folder: Path, clock: TestClock) -> Iterator[Workspace]:
    """The services over an empty data folder, on Monday, 14.09.2026."""
    opened = open_workspace(data_folder, PREFERENCES, clock=clock, wait_ms=WAIT_MS)
    yield opened
    opened.close()


@pytest.fixture
def stored(data_folder: Path) -> Iterator[Stored]:
    """Read a case from disk as a program would that is started anew."""
    opened: list[Workspace] = []

    def read(case_id: str) -> Case:
        opened.append(open_workspace(data_folder, PREFERENCES))
        return opened[-1].cases.load(case_id)

    yield read
    for another in opened:
        another.close()


@pytest.fixture(scope="session")
def _theming(qapp: QApplication) -> Theming:
    return Theming(Look(qapp, ThemeChoice.LIGHT))


@pytest.fixture
def theming(_theming: Theming) -> Theming:
    """The light theme at 100 %."""
    if _theming.choice is not ThemeChoice.LIGHT:
        _theming.choose(ThemeChoice.LIGHT)
    if _theming.zoom != 100:
        _theming.set_zoom(100)
    return _theming


@pytest.fixture
def lane() -> Iterator[BackgroundLane]:
    lane = BackgroundLane()
    yield lane
    lane.close()


@pytest.fixture
def context(workspace: Workspace, lane: BackgroundLane, theming: Theming) -> PageContext:
    """What a page is built with, as the stack of pages gives it."""
    return PageContext(workspace=workspace, lane=lane, theming=PageTheming(theming.look))


@pytest.fixture
def open_case(workspace: Workspace, qapp: QApplication) -> Iterator[OpenCase]:  # noqa: ARG001  # bridges have timers
    """Open a new case: ``open_case("M1", "M4")``; another commune or a draft by ``commune=`` and ``draft=True``."""
    bridges: list[CaseBridge] = []

    def open_it(*modules: str, commune: Commune = COMMUNE, draft: bool = False) -> CaseBridge:
        session = workspace.cases.create(commune, modules or ("M4",), draft=draft)
        bridges.append(CaseBridge(workspace, session))
        return bridges[-1]

    yield open_it
    for bridge in bridges:
        bridge.close()


def said(window: MainWindow) -> str:
    """Return what the window says went wrong: in place of the pages, else above them."""
    return window.fault_ways.text or window.notice.text


@pytest.fixture
def main_window(qtbot: QtBot, data_folder: Path, clock: TestClock, theming: Theming) -> MainWindow:
    """The window on screen at 1366 × 768, with its data folder open."""

    def open_folder(profile: Profile | None = None, /) -> Workspace:
        return open_workspace(
            data_folder,
            replace(PREFERENCES, theme=ThemeChoice.LIGHT),
            clock=clock,
            wait_ms=WAIT_MS,
            enter=None if profile is None else lambda: profile,
        )

    window = MainWindow(open_folder, data_folder, replace(PREFERENCES, theme=ThemeChoice.LIGHT), theming)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.ready):
        window.show()
    qtbot.waitUntil(lambda: not window.lane.findChildren(Job))  # the cases are read
    return window
