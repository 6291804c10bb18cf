"""What every page of the window is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from advisor_app.domain.errors import AdvisorError
from advisor_app.override import override

if TYPE_CHECKING:
    from advisor_app.domain.changes import Change
    from advisor_app.domain.projection import Projectable
    from advisor_app.services.entrance import Profile
    from advisor_app.services.workspace import Workspace
    from advisor_app.ui.shell.background import BackgroundLane
    from advisor_app.ui.shell.bridge import CaseBridge
    from advisor_app.ui.shell.command import Command
    from advisor_app.ui.shell.theming import Theming


@dataclass(frozen=True, slots=True, kw_only=True)
class PageContext:
    """What a page is built with."""

    workspace: Workspace
    lane: BackgroundLane
    theming: Theming


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """What the bar above a page says of it."""

    title: str
    subtitle: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Replaced:
    """What to say of data that were put in place, and the profile where a secret has opened it already."""

    words: str
    profile: Profile | None = None


Replacement = Callable[[Callable[[float], None]], Replaced]
"""Puts other data in place of those that are open, once they are closed; is told how to report."""


class Page(QWidget):
    """A page of the window: built once, shown often.

    ``navigated`` asks the shell for another page by its name, with an optional item ("assessment", "4.3.2").
    """

    navigated = Signal(str, str)
    noticed = Signal(str)  # one sentence about something done, e.g. where a file was written
    removed = Signal(str)  # one sentence about something taken away, which can be undone
    warned = Signal(str)  # one sentence about something that went wrong
    tried = Signal()  # an input is tried again: what was said to be wrong with it holds no more
    typing = Signal()  # something is typed and not yet committed
    drafts_settled = Signal()  # a form was sent or emptied, a preference kept: nothing is typed here any more
    headline_changed = Signal()
    data_replacing = Signal(object)  # Replacement
    folder_wanted = Signal(object)  # Path of another data folder, to go on with instead
    entry_wanted = Signal()  # the line that takes an entry of the minutes
    protection_changed = Signal()  # a passphrase came or went, or the idle time is another one
    projectable_changed = Signal()  # what the page has for a room is something else now

    leaves_letters: ClassVar[bool] = True
    """Whether a clicker's letter means nothing of its own on the page."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._dress = context.theming.dress(self)
        self._is_reading = False
        self.show_reading()

    def dress(self) -> None:
        """Be dressed before it is shown: what comes in sight undressed is laid out twice."""
        self._dress.put_on()

    @property
    def can_only_be_read(self) -> bool:
        """Whether nothing that is entered here can be saved."""
        return self.context.workspace.is_read_only

    def show_reading(self) -> None:
        """Let the fields take words or not; those to come find out as they are shown."""
        if self._is_reading == self.can_only_be_read:
            return
        from advisor_app.ui.widgets.autosave import READING, LineField, TextField, fit_page

        self._is_reading = not self._is_reading
        self.setProperty(READING, self._is_reading)
        for line in self.findChildren(LineField):
            fit_page(line)
        for text in self.findChildren(TextField):
            fit_page(text)

    def headline(self) -> Headline | None:
        """What the bar says in place of the page's title or the case's commune."""
        return None

    def commands(self) -> Sequence[Command]:
        """What can be done here by name or key; listed by the command palette and the help."""
        return ()

    def open_item(self, item: str) -> None:
        """Show a part of the page (a question, a dimension, a measure); pages without parts ignore it."""

    def present_item(self) -> str:
        """The part of the page that is shown, as ``open_item`` takes it; empty where there are no parts."""
        return ""

    def projectable(self) -> Projectable | None:
        """What of this page a room is shown while it is projected; None leaves the wall as it is."""
        return None

    @property
    def turns(self) -> bool:
        """Whether what is shown has an order for clickers to go through; else their keys are left to lists and bars."""
        return type(self).show_beside is not Page.show_beside

    def show_beside(self, places: int) -> None:
        """Go so many parts on (or back, where negative), as clickers ask; pages without an order ignore it."""

    def flush(self) -> bool:
        """Commit half-typed text before the page is left or the window closes; False where that failed."""
        return True

    def put_back(self, drafts: Mapping[str, Mapping[str, str]]) -> None:
        """Enter again what had been typed into forms when the data were closed; by form and field.

        What stood in a form that is not asked again by itself, as before erasing, is only told.
        """
        from advisor_app.ui.widgets.drafts import Drafts

        left = dict(drafts)
        for group in self.findChildren(Drafts):
            if group.name in left:
                group.put_back(left.pop(group.name))
        if left:
            texts = " – ".join(text for group in left.values() for text in group.values())
            self.warned.emit(self.tr("Nicht gesichert wurde: {words}").format(words=texts))

    def take_focus(self) -> None:
        """Put the focus where work on the page begins: its focus proxy, else its first field or button, else itself."""
        if self.focusProxy() is not None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        from advisor_app.ui.widgets.focus import first_stop

        # A page that is still reading has neither. Left to Qt, the focus would go to whatever stands beside the pages.
        (first_stop(self) or self).setFocus(Qt.FocusReason.OtherFocusReason)


class CasePage(Page):
    """A page inside an open case. It re-reads what changed, and only while it is on screen."""

    def __init__(self, context: PageContext, bridge: CaseBridge, parent: QWidget | None = None) -> None:
        self.bridge = bridge
        super().__init__(context, parent)
        self._stale: list[Change] | None = None
        bridge.changed.connect(self._on_bridge_changed)

    @property
    @override
    def can_only_be_read(self) -> bool:
        return self.bridge.can_only_be_read

    def refresh(self, changes: tuple[Change, ...]) -> None:
        """Show the snapshot anew where these changes touched it; empty where a person's data changed."""

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale is not None:
            self._refresh_stale()

    def _on_bridge_changed(self, changes: tuple[Change, ...]) -> None:
        self._stale = [*(self._stale or ()), *changes]
        if self.isVisible():
            self._refresh_stale()

    def _refresh_stale(self) -> None:
        self.show_reading()
        changes, self._stale = tuple(self._stale or ()), None
        try:
            self.refresh(changes)
        except AdvisorError:
            if not self.bridge.is_waiting:
                raise
            self._stale = list(changes)  # what cannot be written cannot always be read either: once it can
