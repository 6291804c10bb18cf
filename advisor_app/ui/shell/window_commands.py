"""Every page, action and case by its name: what the palette finds, what the keys do, what the help lists."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from advisor_app.ui.pages.registry import PAGES, PageEntry
from advisor_app.ui.shell.command import Command
from advisor_app.ui.shell.quick_entry import KEYS as QUICK_ENTRY_KEYS

if TYPE_CHECKING:
    from advisor_app.ui.shell.command_palette import CommandPalette
    from advisor_app.ui.shell.main_window import MainWindow
    from advisor_app.ui.shell.theming import Theming

READY_KEYS = "F12"
"""Look whether all is in place for the next workshop day."""

_REDO = "Ctrl+Shift+Z"
_ALSO = {_REDO: "Ctrl+Y"}


class WindowCommands(QObject):
    """Collects the commands of the window, of its page and of all cases; opens the palette and the help over them."""

    def __init__(
        self,
        window: MainWindow,
        theming: Theming,
        view: Callable[[], Sequence[Command]],
        undo: Callable[[], object],
        redo: Callable[[], object],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._theming = theming
        self._view = view
        self._undo = undo
        self._redo = redo
        self._add_actions()

    @cached_property
    def palette(self) -> CommandPalette:
        """The command palette, made when it is first opened: the window is painted before."""
        from advisor_app.ui.shell.command_palette import CommandPalette

        palette = CommandPalette(self._theming, self._window)
        palette.chosen.connect(self._on_palette_chosen)
        return palette

    def open_palette(self) -> None:
        """Offer everything by its name."""
        if self._window.is_ready:
            self.palette.open_with(self._all(), self.tr("Seite, Befehl oder Fall suchen"))

    def open_help(self) -> None:
        """List everything that has keys."""
        if self._window.is_ready:
            with_keys = [command for command in self._all() if command.keys]
            self.palette.open_with(with_keys, self.tr("Tasten auf dieser Seite"))

    def _own(self) -> Sequence[Command]:
        kind = self.tr("Befehl")
        return (
            Command(title=self.tr("Rückgängig"), kind=kind, act=self._undo, icon="undo-2", keys="Ctrl+Z"),
            Command(title=self.tr("Wiederholen"), kind=kind, act=self._redo, icon="redo-2", keys=_REDO),
            Command(
                title=self.tr("Fürs Protokoll notieren"),
                kind=kind,
                act=self._window.quick_entry.open,
                icon="notebook-pen",
                keys=QUICK_ENTRY_KEYS,
            ),
            Command(
                title=self.tr("Startklar? prüfen"),
                kind=kind,
                act=self._window.check_ready,
                icon="clipboard-check",
                keys=READY_KEYS,
            ),
            Command(title=self.tr("Befehle"), kind=kind, act=self.open_palette, icon="command", keys="Ctrl+K"),
            Command(title=self.tr("Handbuch"), kind=kind, act=self._window.handbook.open, icon="book-open", keys="F1"),
            Command(title=self.tr("Tasten"), kind=kind, act=self.open_help, icon="keyboard", keys="Shift+F1"),
            Command(title=self.tr("Verschließen"), kind=kind, act=self._window.data.lock, icon="lock", keys="Ctrl+L"),
            *self._view(),
        )

    def _all(self) -> list[Command]:
        """What belongs to the page first, then pages, then the window's own, then all cases."""
        window = self._window
        commands = list(window.page.commands()) if window.page is not None else []
        commands += [self._opens(entry) for entry in (*window.case_entries(), *PAGES) if not entry.hidden]
        cases_page = window.stack.named("cases")
        if cases_page is not None and cases_page is not window.page:
            commands += cases_page.commands()
        commands += self._own()
        kind = self.tr("Fall")
        commands += [
            Command(
                title=row.title,
                kind=kind,
                act=partial(window.open_case, row.case_id),
                icon="landmark",
                search=row.search,
            )
            for row in window.workspace.portfolio.rows
        ]
        return commands

    def _opens(self, entry: PageEntry) -> Command:
        act = partial(self._window.show_page, entry.name)
        return Command(title=entry.title, kind=self.tr("Seite"), act=act, icon=entry.icon)

    def _add_actions(self) -> None:
        for command in self._own():
            if command.keys:
                action = QAction(command.title, self)
                keys = [command.keys, _ALSO[command.keys]] if command.keys in _ALSO else [command.keys]
                action.setShortcuts([QKeySequence(key) for key in keys])
                action.triggered.connect(partial(_act, command))
                self._window.addAction(action)

    def _on_palette_chosen(self, command: Command) -> None:
        command.act()


def _act(command: Command, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 — a signal's argument
    command.act()
