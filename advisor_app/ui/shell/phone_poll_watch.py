"""Polls on phones as the window sees them: a sign while phones can take part, and the end of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from advisor_app.domain.changes import Change
    from advisor_app.ui.shell.main_window import MainWindow
    from advisor_app.ui.shell.open_case import OpenCase
    from advisor_app.ui.shell.phone_voting import PhoneVoting


class PhonePollWatch(QObject):
    """Closes what is open to phones with the case, the lock, the window and the workshop day."""

    def __init__(self, window: MainWindow, case: OpenCase) -> None:
        super().__init__(window)
        self._window = window
        self._voting: PhoneVoting | None = None
        case.voting_made.connect(self._on_voting_made)
        window.status.phones_wanted.connect(self._on_phones_wanted)
        case.changed.connect(self._on_case_changed)

    @property
    def voting(self) -> PhoneVoting | None:
        """The phones of the open case, None before its first poll."""
        return self._voting

    def end(self) -> None:
        """Close what is open, with its last votes, and let go of the case's page."""
        if self._voting is not None:
            self._voting.stop()
            self._voting = None

    def _on_phones_wanted(self) -> None:
        if self._voting is not None:
            self._window.show_page(self._voting.page)

    def _on_voting_made(self, voting: PhoneVoting) -> None:
        self._voting = voting
        voting.changed.connect(self._show)
        voting.join_wanted.connect(self._on_join_wanted)
        voting.lost.connect(self._on_lost)
        voting.found.connect(self._on_found)

    def _show(self) -> None:
        voting = self._voting
        if voting is None or not voting.is_open:
            self._window.status.show_phones("")
            return
        from advisor_app.ui.shell.phone_words import phones_words

        words = phones_words(voting.devices, voting.voted)
        self._window.status.show_phones(words, warns=not voting.reaches_phones)

    def _on_join_wanted(self) -> None:
        if not self._window.projector.is_running:
            words = self.tr("Der Beamer ist aus. F5 schaltet ihn ein, dann steht der Code an der Wand.")
            self._window.notice.inform(words)

    def _on_lost(self) -> None:
        self._window.notice.warn(
            self.tr(
                "Die Handys erreichen den Laptop nicht mehr, denn er ist nicht mehr in deren Netz. Die Stimmen bis "
                "hierher sind gezählt. Verbinden Sie das WLAN wieder, oder beenden Sie die Handy-Abfrage mit H und "
                "zählen Sie weiter mit den Tasten."
            )
        )

    def _on_found(self) -> None:
        self._window.notice.inform(self.tr("Der Laptop ist wieder im Netz der Handys."))

    def _on_case_changed(self, changes: tuple[Change, ...]) -> None:
        voting = self._voting
        if voting is None or not voting.is_open:
            return
        from advisor_app.domain.agenda import is_over
        from advisor_app.domain.changes import AgendaDaySet

        for change in changes:
            if isinstance(change, AgendaDaySet) and change.after is not None and is_over(change.after):
                voting.stop()
                self._window.notice.inform(self.tr("Der Workshoptag ist zu Ende. Die Handy-Abfrage ist beendet."))
                return
