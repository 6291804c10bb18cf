"""Where one is in a window: the page to come back to after a lock, and where the next window of the day goes on."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from advisor_app.domain.errors import AdvisorError
from advisor_app.ui.pages.registry import CASE_PAGES, PAGES

if TYPE_CHECKING:
    from advisor_app.services.workspace import Workspace
    from advisor_app.ui.shell.main_window import MainWindow
    from advisor_app.ui.widgets.focus import FocusPlace


@dataclass(frozen=True, slots=True)
class _Left:
    """A page that was left, its case where it has one, what it was about, and the field one was in."""

    page: str
    case_id: str = ""
    item: str = ""
    focus: FocusPlace | None = None


class WindowPlace:
    """Knows the page that a window shows and brings it back."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._left: _Left | None = None
        self._is_first = True

    @property
    def is_left(self) -> bool:
        """Whether a page waits to be shown again."""
        return self._left is not None

    def leave(self) -> None:
        """Remember what is shown now, to come back to it."""
        self._left = self._present()

    def leave_for(self, page: str) -> None:
        """Come back to another page than the one that is shown."""
        self._left = _Left(page)

    def come_back(self) -> None:
        """Show what was left; at first the step that ran when a window was killed, else where one was closed today."""
        at_first = (self._of_running_day() or self._of_today()) if self._is_first and self._left is None else None
        left = self._left or at_first or _Left(PAGES[0].name)
        self._left, self._is_first = None, False
        if left.case_id:
            self._window.open_case(left.case_id, left.page, left.item)
        else:
            self._window.show_page(left.page, left.item)
        if not self._window.stack.shown:  # the case could not be opened
            self._window.show_page(PAGES[0].name)
        if left.focus is not None:  # some pages build their fields after they are shown
            QTimer.singleShot(0, self._window, partial(self._return_focus, left.focus))

    def keep(self) -> None:
        """Let the next window of the day go on here; only while the data are open."""
        from advisor_app.services.clock import today
        from advisor_app.services.last_place import LastPlace, Place

        workspace = self._window.workspace
        here = self._present()
        goes_on = here.case_id and any(entry.name == here.page and not entry.hidden for entry in CASE_PAGES)
        place = Place(case_id=here.case_id, page=here.page, item=here.item) if goes_on else None
        LastPlace(workspace.folder).keep(place, today(workspace.clock))

    def _present(self) -> _Left:
        from advisor_app.ui.widgets.focus import place_in

        page, bridge = self._window.page, self._window.bridge
        if page is None:
            return _Left(self._window.stack.shown or PAGES[0].name)
        return _Left(
            page=self._window.stack.shown,
            case_id="" if bridge is None else bridge.case.id,
            item=page.present_item(),
            focus=place_in(page, self._window.focusWidget()),
        )

    def _of_running_day(self) -> _Left | None:
        from advisor_app.services.last_run import step_left_running

        found = None
        with suppress(AdvisorError):  # the case may be damaged, and so it is said when it is opened
            found = step_left_running(self._window.workspace)
        return None if found is None else _Left("agenda", *found)

    def _of_today(self) -> _Left | None:
        from advisor_app.services.clock import today
        from advisor_app.services.last_place import LastPlace

        workspace: Workspace = self._window.workspace
        place = LastPlace(workspace.folder).of_day(today(workspace.clock))
        if place is None or not any(entry.name == place.page and not entry.hidden for entry in CASE_PAGES):
            return None
        with suppress(AdvisorError):  # the case may be gone
            return _Left(place.page, workspace.cases.resolve(place.case_id), place.item)
        return None

    def _return_focus(self, focus: FocusPlace) -> None:
        from advisor_app.ui.widgets.focus import return_to

        if self._window.page is not None:
            return_to(self._window.page, focus)
