"""Passphrases for commands: from a file, from standard input, or typed where somebody sits at a terminal."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.domain.errors import AdvisorError, Problem

if TYPE_CHECKING:
    from advisor_app.services.policy import Policy
    from advisor_app.storage.profile import Profile
    from advisor_app.texts import Texts

STANDARD_INPUT = "-"
_LARGEST = 16 * 1024


@dataclass(slots=True)
class Passphrases:
    """What opens the profile that a command works in, asked for once; ``file`` holds it where one was named."""

    file: str = ""
    _present: str | None = field(default=None, repr=False)

    def present(self, folder: Path, texts: Texts) -> str:
        """The present passphrase, or the code of the recovery sheet; raises AdvisorError(PASSPHRASE_NEEDED)."""
        if self._present is None:
            self._present = self._given() or _asked(texts("commands.key.ask"), folder)
        return self._present

    def chosen(self, folder: Path, texts: Texts, file: str = "") -> str:
        """A new passphrase, typed twice where no file holds it.

        Raises AdvisorError: PASSPHRASE_NEEDED, PASSPHRASES_DIFFER.
        """
        if file:
            return read_passphrase(file)
        chosen = _asked(texts("commands.key.choose"), folder)
        if _asked(texts("commands.key.repeat"), folder) != chosen:
            raise AdvisorError(Problem.PASSPHRASES_DIFFER)
        return chosen

    def enter(self, folder: Path, policy: Policy, texts: Texts) -> Profile:
        """Open a profile, with a passphrase where that is needed; raises AdvisorError."""
        from advisor_app.services.entrance import enter, with_secret_in

        try:
            return enter(folder, policy)
        except AdvisorError as error:
            if error.problem is Problem.PASSPHRASE_REQUIRED:
                return enter(folder, policy, chosen=self._given() or self.chosen(folder, texts))
            if error.problem is not Problem.PROFILE_LOCKED:
                raise
        return with_secret_in(self.present(folder, texts), lambda secret: enter(folder, policy, secret))

    def _given(self) -> str:
        return read_passphrase(self.file) if self.file else ""


def read_passphrase(file: str) -> str:
    """The first line of a file; raises AdvisorError(FILE_UNREADABLE)."""
    try:
        if file == STANDARD_INPUT:
            content = sys.stdin.buffer.read(_LARGEST)
        else:
            with Path(file).expanduser().open("rb") as stream:
                content = stream.read(_LARGEST)
        return content.decode("utf-8-sig").partition("\n")[0].removesuffix("\r")
    except (OSError, ValueError, AttributeError) as error:
        reason = getattr(error, "strerror", None) or "UTF-8"
        raise AdvisorError(Problem.FILE_UNREADABLE, file=file, reason=reason) from None


def _asked(question: str, folder: Path) -> str:
    if sys.stdin is None or not sys.stdin.isatty():
        raise AdvisorError(Problem.PASSPHRASE_NEEDED, folder=str(folder))
    from getpass import getpass

    return getpass(question + " ")
