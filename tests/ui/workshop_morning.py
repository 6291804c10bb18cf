"""The morning of a workshop day in a window of its own, by keys, until somebody kills it: ``test_workshop_day`` does.

Arguments: the data folder and the case. It says ``ready`` when the day has come as far as it does here.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from advisor_app.app import make_application
from advisor_app.services import last_run
from advisor_app.services.day_watch import FILE_NAME
from advisor_app.services.entrance import Profile
from advisor_app.services.preferences import ThemeChoice
from advisor_app.services.workspace import Workspace, open_workspace
from advisor_app.ui.pages.agenda import AgendaPage
from advisor_app.ui.shell.look import Look
from advisor_app.ui.shell.main_window import MainWindow
from advisor_app.ui.shell.theming import Theming
from tests.ui.conftest import PREFERENCES, WAIT_MS, TestClock

CTRL = Qt.KeyboardModifier.ControlModifier
NEXT_MS = 30  # between two things that the adviser does


def local(hour: int, minute: int) -> datetime:
    """A local time of the workshop day."""
    return datetime(2026, 9, 14, hour - 2, minute, tzinfo=UTC)


def set_to(clock: TestClock, hour: int, minute: int) -> None:
    """Let it be a time of the day."""
    clock.move(seconds=(local(hour, minute) - clock.now()).total_seconds())


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifier)


def morning(window: MainWindow, clock: TestClock, case_id: str) -> Iterator[None]:
    """What the adviser does, one thing after the other."""
    window.activateWindow()
    window.open_case(case_id, "agenda")
    page = window.page
    assert isinstance(page, AgendaPage)
    yield
    set_to(clock, 9, 0)
    press(Qt.Key.Key_Return, CTRL)  # begin
    for hour, minute in ((9, 22), (9, 50)):
        yield
        set_to(clock, hour, minute)
        press(Qt.Key.Key_W)  # on to the next step
    yield
    page.step_panel.talking_points[0].box.click()
    page.take_focus()
    press(Qt.Key.Key_F4)  # to the questions
    assert window.stack.shown == "assessment"
    yield
    press(Qt.Key.Key_2)
    press(Qt.Key.Key_F4)  # back to the same step
    assert window.page is page
    yield
    page.take_focus()
    for line in ("b Der Pegel wird gemessen", "a @Bauamt bis 30.09. Standorte nennen", "n Nur fuer mich"):
        press(Qt.Key.Key_M, CTRL)  # into the minutes, without losing the place
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, line)
        press(Qt.Key.Key_Return)
        press(Qt.Key.Key_Escape)
        yield
    yield from overrun(page, clock)
    window.day.tick()


def overrun(page: AgendaPage, clock: TestClock) -> Iterator[None]:
    """The questions have overrun: the rest is planned anew, one step is dropped; then the break, and a pause."""
    yield
    set_to(clock, 10, 59)
    page.side.clock.tick()
    press(Qt.Key.Key_R)
    yield
    names = [row.title for row in page.board.replan.model.rows]
    page.board.replan.table.setCurrentIndex(page.board.replan.model.index(names.index("Zielstufen festlegen"), 0))
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Return, CTRL)  # take the plan over
    yield
    set_to(clock, 11, 0)
    press(Qt.Key.Key_W)  # the break
    yield
    set_to(clock, 11, 15)
    press(Qt.Key.Key_W)  # the result
    yield
    set_to(clock, 11, 20)
    press(Qt.Key.Key_P)  # somebody is called away: the clock stands
    page.side.pause.choices[10].click()
    yield
    set_to(clock, 11, 31)
    press(Qt.Key.Key_P)
    set_to(clock, 11, 35)


def main(folder: Path, case_id: str) -> int:
    """Open the window, let the morning go by, and wait to be killed."""
    application = make_application("de")
    clock = TestClock(local(8, 59))
    preferences = replace(PREFERENCES, theme=ThemeChoice.LIGHT)

    def open_folder(_profile: Profile | None = None, /) -> Workspace:
        return open_workspace(folder, preferences, clock=clock, wait_ms=WAIT_MS)

    window = MainWindow(open_folder, folder, preferences, Theming(Look(application, ThemeChoice.LIGHT)))
    acts = morning(window, clock, case_id)

    def go_on() -> None:
        try:
            next(acts)
        except StopIteration:
            QTimer.singleShot(NEXT_MS, say_ready)
        except BaseException:
            application.exit(1)  # else nobody would ever be told
            raise
        else:
            QTimer.singleShot(NEXT_MS, go_on)

    def say_ready() -> None:
        is_marked = (folder / FILE_NAME).is_file() and "09:35" in (folder / FILE_NAME).read_text()
        if is_marked and (folder / last_run.FILE_NAME).is_file():  # the window looks around after its first second
            print("ready", flush=True)  # noqa: T201 — what the test waits for
        else:
            window.day.tick()
            QTimer.singleShot(NEXT_MS, say_ready)

    window.ready.connect(lambda: QTimer.singleShot(0, go_on))
    window.resize(1366, 768)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
