"""Recovery sheets of one data folder as files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.services.clock import Clock, today
from advisor_app.services.preferences import PreferencesFile
from advisor_app.services.session import Author
from advisor_app.texts import Texts

if TYPE_CHECKING:
    from advisor_app.documents.recovery_sheet import SheetInput
    from advisor_app.services.protection import Protection, RecoveryCode


class RecoverySheets:
    """Makes the sheet of a code; everything here may run in any one thread."""

    def __init__(
        self, protection: Protection, settings: PreferencesFile, author: Author, clock: Clock, texts: Texts
    ) -> None:
        self._protection = protection
        self._settings = settings
        self._author = author
        self._clock = clock
        self._texts = texts

    def file_name(self, recovery: RecoveryCode) -> str:
        """A name for the file that says which sheet it is (Wiederherstellungsblatt_3F2A.pdf)."""
        return f"{self._texts('recovery-sheet.title')}_{recovery.number}.pdf"

    def create(self, recovery: RecoveryCode, file: Path) -> None:
        """Write the sheet as a PDF for the user alone; raises AdvisorError(FILE_NOT_WRITABLE)."""
        from advisor_app.documents.recovery_sheet import create_recovery_sheet

        create_recovery_sheet(self._input(recovery), file)

    def render(self, recovery: RecoveryCode) -> bytes:
        """The sheet as a PDF for a printer: it never lies on the disk."""
        from advisor_app.documents.recovery_sheet import render_recovery_sheet

        return render_recovery_sheet(self._input(recovery))

    def _input(self, recovery: RecoveryCode) -> SheetInput:
        from advisor_app.documents.recovery_sheet import SheetInput

        return SheetInput(
            code=recovery.code,
            number=recovery.number,
            profile=self._protection.ways.profile,
            device=self._author.device,
            adviser=self._author.name,
            provider=self._settings.current.provider,
            made_on=today(self._clock),
            texts=self._texts,
        )
