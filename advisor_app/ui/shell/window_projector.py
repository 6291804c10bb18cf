"""The window's side of the projector: commands, status bar, and what the pages have for the room.

What draws and shows is loaded with the first projection, so that the window does not wait for it.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from advisor_app.ui.shell.command import Command

if TYPE_CHECKING:
    from advisor_app.ui.projector.clicker_keys import ClickerKeys
    from advisor_app.ui.projector.projecting import Projecting
    from advisor_app.ui.projector.show import Show
    from advisor_app.ui.projector.wishes import Wish
    from advisor_app.ui.shell.bridge import CaseBridge
    from advisor_app.ui.shell.main_window import MainWindow
    from advisor_app.ui.shell.open_case import OpenCase

_LONGEST_TITLE = 28
"""Letters of what the room sees in the status bar; the picture below the rail shows the rest."""


class WindowProjector(QObject):
    """Starts and stops the projection and lets it follow the pages."""

    def __init__(self, window: MainWindow, case: OpenCase, folder: Path) -> None:
        super().__init__(window)
        self._window = window
        self._folder = folder
        self._show: Show | None = None
        self._projecting: Projecting | None = None
        self._clicker: ClickerKeys | None = None
        window.status.projector_wanted.connect(self.toggle)
        window.stack.projectable_changed.connect(self.follow)
        case.changed.connect(self._on_case_changed)

    @property
    def show(self) -> Show | None:
        """What stands on the wall, None before the first projection."""
        return self._show

    @property
    def projecting(self) -> Projecting | None:
        """The projection, None before the first."""
        return self._projecting

    @property
    def is_running(self) -> bool:
        """Whether a room looks on."""
        return self._projecting is not None and self._projecting.is_running

    def commands(self) -> Sequence[Command]:
        """All of it by name."""
        kind = self.tr("Beamer")
        return (
            Command(title=self.tr("Beamer an oder aus"), kind=kind, act=self.toggle, icon="presentation", keys="F5"),
            self._command(self.tr("Beamer: Bild anheften oder mitgehen"), "PIN", "F6", "bookmark"),
            self._command(self.tr("Beamer: Standbild"), "STILL", "F7", "image"),
            self._command(self.tr("Beamer: schwarz"), "BLACK", "F8", "eye-off"),
            self._command(self.tr("Pause mit Pausenbild"), "BREAK", "F9", "coffee"),
            Command(title=self.tr("Beamer: anderer Bildschirm"), kind=kind, act=self._next_screen, icon="monitor"),
        )

    def toggle(self) -> None:
        """Start the projection, or end it."""
        if self.is_running:
            self.stop()
        elif self._window.is_ready:
            self._prepared().start()

    def stop(self) -> None:
        """End the projection, where there is one."""
        if self._projecting is not None:
            self._projecting.stop()

    def follow(self) -> None:
        """Show the room what the page has for it; outside a case nothing of the last one stays."""
        show, page, bridge = self._show, self._window.page, self._window.bridge
        self._listen()
        if show is None or page is None or not self._window.is_ready:
            return
        if bridge is None:
            show.forget()
        else:
            if not show.has_case:
                show.open(self._window.workspace.projections, bridge.case)
            show.follow(page.projectable())

    def release(self) -> None:
        """The open case is closed."""
        if self._show is not None:
            self._show.release()

    def grant(self, wish: Wish) -> None:
        """Do what keys, clickers and buttons ask for."""
        from advisor_app.ui.projector.wishes import Wish

        show, page = self._show, self._window.page
        if wish is Wish.STOP:
            self.stop()
        elif wish is Wish.BREAK:
            self._toggle_break()
        elif wish in (Wish.NEXT, Wish.PREVIOUS) and page is not None:
            page.show_beside(1 if wish is Wish.NEXT else -1)
        elif show is not None and self.is_running:
            acts = {Wish.PIN: show.toggle_pin, Wish.STILL: show.toggle_still, Wish.BLACK: show.toggle_black}
            acts.get(wish, show.changed.emit)()

    def _command(self, title: str, wish: str, keys: str, icon: str) -> Command:
        return Command(title=title, kind=self.tr("Beamer"), act=partial(self._grant, wish), icon=icon, keys=keys)

    def _grant(self, name: str) -> None:
        if self._window.is_ready:
            from advisor_app.ui.projector.wishes import Wish

            self.grant(Wish[name])

    def _prepared(self) -> Projecting:
        """The projection, with the picture below the rail; made once."""
        if self._projecting is not None:
            return self._projecting
        from advisor_app.ui.projector.clicker_keys import ClickerKeys
        from advisor_app.ui.projector.mirror import MirrorPanel
        from advisor_app.ui.projector.projecting import Projecting
        from advisor_app.ui.projector.show import Show

        show = self._show = Show(self._window.workspace.texts, self)
        projecting = self._projecting = Projecting(show, self._folder, self._window)
        panel = MirrorPanel(self._window.theming, show, projecting)
        self._window.rail.put_below(panel)
        self._clicker = ClickerKeys(self._window)
        self._clicker.wished.connect(self.grant)
        panel.wished.connect(self.grant)
        projecting.wished.connect(self.grant)
        projecting.changed.connect(self._on_projecting_changed)
        projecting.mirrored.connect(self._on_mirrored)
        projecting.lost.connect(self._on_lost)
        projecting.found.connect(self._on_found)
        projecting.not_awake.connect(self._on_not_awake)
        show.changed.connect(self._show_state)
        self.follow()
        return projecting

    def _toggle_break(self) -> None:
        """Stop the clock of the day that runs and tell the room until when; else, or in a planned break, only tell."""
        from advisor_app.ui.projector.rest import planned_break, rest_or_go_on

        bridge: CaseBridge | None = self._window.bridge
        now = self._window.workspace.clock.now()
        changed = None if bridge is None else rest_or_go_on(bridge.case, now)
        planned = None if bridge is None else planned_break(bridge.case, now)
        if bridge is not None and changed is not None:
            bridge.edit(changed)
        elif self._show is not None and self.is_running:
            self._show.toggle_rest(*(planned or ()))
        elif planned is not None:
            words = self.tr("Die Pause der Agenda läuft schon. Das Pausenbild zeigt der Beamer, wenn er an ist (F5).")
            self._window.notice.inform(words)

    def _next_screen(self) -> None:
        if self._projecting is not None:
            self._projecting.next_screen()

    def _show_state(self) -> None:
        from advisor_app.ui.projector.mirror import state_words

        if self._projecting is None or self._show is None:
            return
        words = state_words(self._show, self._projecting)
        if len(words) > _LONGEST_TITLE:
            words = f"{words[: _LONGEST_TITLE - 1].rstrip()}…"
        self._window.status.show_projector(words, running=self.is_running)

    def _on_case_changed(self, _changes: object) -> None:
        bridge = self._window.bridge
        if self._show is not None and self._show.has_case and bridge is not None:
            self._show.update(bridge.case)

    def _listen(self) -> None:
        if self._clicker is not None:
            self._clicker.listen(running=self.is_running, page=self._window.page)

    def _on_projecting_changed(self) -> None:
        self._listen()
        self._show_state()
        if self._window.is_ready:
            self._window.data.show_protection()

    def _on_mirrored(self) -> None:
        how = (
            self.tr("Drücken Sie Win+P und wählen Sie „Erweitern“")
            if sys.platform == "win32"
            else self.tr("Stellen Sie in den Anzeige-Einstellungen „Erweitern“ ein")
        )
        self._window.notice.warn(
            self.tr(
                "Es gibt nur einen Bildschirm, oder der Beamer zeigt dasselbe wie dieser. {how}, dann sieht die "
                "Gruppe nur ihr Bild. Oder drücken Sie noch einmal F5: Dann steht hier das Bild für die Gruppe, ohne "
                "Notizen, und Esc führt zurück."
            ).format(how=how)
        )

    def _on_lost(self) -> None:
        self._window.notice.warn(
            self.tr(
                "Der Beamer ist nicht mehr da. Es ist nichts verloren: Sobald er wieder angeschlossen ist, zeigt er "
                "das Bild von eben. Bitte prüfen Sie das Kabel, oder beenden Sie die Projektion mit F5."
            )
        )

    def _on_found(self) -> None:
        self._window.notice.inform(self.tr("Der Beamer zeigt jetzt das Bild für die Gruppe."))

    def _on_not_awake(self) -> None:
        self._window.notice.warn(
            self.tr(
                "Das System lässt nicht zu, dass das Programm den Bildschirm wach hält. Der Beamer läuft. Bitte "
                "stellen Sie in den Energieoptionen ein, dass Bildschirm und Rechner anbleiben."
            )
        )
