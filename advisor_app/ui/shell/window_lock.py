"""Unlocking the window: the screen that asks, and the work of opening."""

from __future__ import annotations

from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.ui.widgets.file_choice import ChooseFile, file_to_open

if TYPE_CHECKING:
    from advisor_app.services.entrance import Profile, Secret
    from advisor_app.ui.shell.background import BackgroundLane
    from advisor_app.ui.shell.lock_screen import LockScreen
    from advisor_app.ui.shell.theming import Theming


NEEDS_SOMEBODY = frozenset({Problem.PROFILE_LOCKED, Problem.PASSPHRASE_REQUIRED})
"""Problems of opening a folder that an adviser solves at the lock screen."""


class WindowLock(QObject):
    """Asks in place of the pages until the profile is open; the folder belongs to this window meanwhile."""

    opened = Signal(object, bool)  # Profile, and whether it was opened without its passphrase
    failed = Signal(object)  # AdvisorError that nobody can solve here

    def __init__(
        self,
        theming: Theming,
        lane: BackgroundLane,
        folder: Path,
        language: str,
        place: QVBoxLayout,
        choose_file: ChooseFile = file_to_open,
    ) -> None:
        """``place`` takes the screen, below everything else that it holds."""
        super().__init__(place.parentWidget())
        self._theming = theming
        self._lane = lane
        self._folder = folder
        self._language = language
        self._place = place
        self._choose_file = choose_file
        self._held = ExitStack()
        self._screen: LockScreen | None = None
        self._secret: Secret | None = None
        self._has_passphrase = True

    @property
    def screen(self) -> LockScreen | None:
        """The screen, None before it is first needed."""
        return self._screen

    @property
    def is_shown(self) -> bool:
        """Whether the window is locked."""
        return self._screen is not None and not self._screen.isHidden()

    def show(self, problem: Problem, *, holds_words: bool = False) -> None:
        """Ask for what the problem needs; ``failed`` where the rules of the machine or the keys cannot be read.

        ``holds_words`` says that what could not be saved will be there again.
        """
        from advisor_app.services.data_lock import Access, hold
        from advisor_app.services.policy import load_policy
        from advisor_app.texts import load_texts
        from advisor_app.ui.shell.lock_screen import Ask

        try:
            self._policy = load_policy(load_texts(self._language))
            self._held.close()
            self._held.enter_context(hold(self._folder, Access.WINDOW))
        except AdvisorError as error:
            if error.problem is not Problem.FILE_NOT_WRITABLE:
                self.failed.emit(error)
                return
        screen = self._screen or self._build(self._policy.minimum_length)
        self._offer(screen)
        screen.begin(holds_words=holds_words)
        screen.show()
        if problem is Problem.PASSPHRASE_REQUIRED:
            screen.ask(Ask.CHOICE)
        else:
            screen.ask(Ask.PASSPHRASE if self._has_passphrase else Ask.CODE)

    def release(self) -> None:
        """Let somebody else have the folder."""
        self._held.close()

    def _build(self, least: int) -> LockScreen:
        from advisor_app.ui.shell.lock_screen import LockScreen

        screen = self._screen = LockScreen(self._theming, least)
        self._place.addWidget(screen, 1)
        screen.passphrase_given.connect(self._on_passphrase_given)
        screen.code_given.connect(self._on_code_given)
        screen.key_file_wanted.connect(self._on_key_file_wanted)
        screen.chosen.connect(self._on_chosen)
        return screen

    def _offer(self, screen: LockScreen) -> None:
        from advisor_app.services.protection import ways_into

        self._has_passphrase = True
        with suppress(AdvisorError):  # no profile yet: a passphrase is chosen
            ways = ways_into(self._folder)
            self._has_passphrase = ways.passphrase
            screen.offer(passphrase=ways.passphrase, code=bool(ways.sheet), key_file=ways.escrow)

    def _enter(self, chosen: str | None = None) -> None:
        """Open the profile in the background: a passphrase takes half a second."""
        from advisor_app.services.entrance import enter

        if self._screen is None:
            return
        folder, policy, secret = self._folder, self._policy, self._secret
        self._screen.show_busy(busy=True)
        job = self._lane.run(lambda _job: enter(folder, policy, secret, chosen))
        job.tell(self, succeeded=self._on_entered, refused=self._on_refused)

    def _complain(self, error: AdvisorError) -> str:
        from advisor_app.texts import load_texts
        from advisor_app.texts.errors import sentence

        return sentence(error, load_texts(self._language))

    def _on_passphrase_given(self, text: str) -> None:
        from advisor_app.services.entrance import passphrase

        self._secret = passphrase(text)
        self._enter()

    def _on_code_given(self, text: str) -> None:
        from advisor_app.services.entrance import recovery_code

        try:
            self._secret = recovery_code(text)
        except AdvisorError as error:
            if self._screen is not None:
                self._screen.complain(self._complain(error))
            return
        self._enter()

    def _on_key_file_wanted(self) -> None:
        from advisor_app.services.entrance import escrow_key

        if self._screen is None:
            return
        file = self._choose_file(self._screen, self.tr("Schlüsseldatei wählen"), self.tr("Alle Dateien (*)"))
        if file is None:
            return
        try:
            self._secret = escrow_key(file)
        except AdvisorError as error:
            self._screen.complain(self._complain(error))
            return
        self._enter()

    def _on_chosen(self, text: str) -> None:
        self._enter(text)

    def _on_entered(self, profile: Profile) -> None:
        from advisor_app.services.entrance import is_passphrase

        by_other_way = self._secret is not None and not is_passphrase(self._secret)
        self._secret = None
        if self._screen is not None:
            self._screen.clear()
            self._screen.hide()
        self._held.close()
        self.opened.emit(profile, by_other_way)

    def _on_refused(self, error: AdvisorError) -> None:
        from advisor_app.ui.shell.lock_screen import Ask

        if self._screen is None or error.problem is Problem.CANCELLED:
            return
        if error.problem is Problem.PASSPHRASE_REQUIRED:  # open, but the organisation demands a passphrase
            self._screen.show_busy(busy=False)
            self._screen.ask(Ask.CHOICE)
        elif error.problem is Problem.PROFILE_LOCKED:  # chosen on a device that does not open the data by itself
            self._screen.show_busy(busy=False)
            self._screen.ask(Ask.PASSPHRASE if self._has_passphrase else Ask.CODE)
        else:
            self._screen.refuse(self._complain(error))
