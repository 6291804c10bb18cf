"""Colour and logo of the house and of a commune in documents, checked when they are chosen.

The house's are kept in the data folder, a commune's in its case: which communes are advised is nobody's business.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.domain.case import Case, CaseCommune
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.evidence import EvidenceKind
from advisor_app.regular_file import open_chosen, open_regular
from advisor_app.services.preferences import LOGO_NAMES, PreferencesFile
from advisor_app.texts import Texts
from advisor_app.texts.numbers import format_decimal
from advisor_app.whole_file import write_file

if TYPE_CHECKING:
    from advisor_app.documents.branding import Brand
    from advisor_app.exchange.picture import Pixels

FOLDER_NAME = "logos"
"""Folder of the data folder that backups take along."""

_LARGEST_FILE = 20 * 1024 * 1024  # bytes; a logo as an agency hands it over has a tenth of that


@dataclass(frozen=True, slots=True)
class ReadLogo:
    """A picture that documents can print."""

    content: bytes = field(repr=False)
    media_type: str


class Branding:
    """Colour and logo of the adviser's house. Reading a logo may happen in any thread."""

    def __init__(
        self,
        folder: Path,
        settings: PreferencesFile,
        texts: Texts,
        photo: Callable[[str], bytes],
        titles: Callable[[Sequence[CaseCommune]], str],
    ) -> None:
        """``photo`` reads a photo of a case by its digest, ``titles`` says what communes are called today."""
        self._folder = folder / FOLDER_NAME
        self._settings = settings
        self._texts = texts
        self._photo = photo
        self._titles = titles

    def colour(self, typed: str) -> str:
        """A colour as ``#RRGGBB``, nothing for nothing.

        Raises AdvisorError: COLOUR_UNREADABLE, COLOUR_TOO_LIGHT with the nearest darker one as ``suggestion``.
        """
        from advisor_app.documents.branding import LEAST_CONTRAST, darkened, is_colour, least_contrast
        from advisor_app.documents.theme import load_paper

        plain = typed.strip().upper().removeprefix("#")
        if not plain:
            return ""
        found = f"#{plain}"
        if not is_colour(found):
            raise AdvisorError(Problem.COLOUR_UNREADABLE, colour=typed.strip())
        tokens = load_paper().tokens
        reached = least_contrast(found, tokens)
        if reached < LEAST_CONTRAST:
            language = self._texts.language
            raise AdvisorError(
                Problem.COLOUR_TOO_LIGHT,
                colour=found,
                reached=format_decimal(int(reached * 10) / 10, 1, language),
                needed=format_decimal(LEAST_CONTRAST, 1, language),
                suggestion=darkened(found, tokens),
            )
        return found

    def colour_of(self, role: str) -> str:
        """What a role of the theme of paper looks like in the house's documents."""
        from advisor_app.documents.theme import load_paper

        return load_paper(accent=self._settings.current.document_colour).colour(role)

    def read_logo(self, file: Path) -> ReadLogo:
        """A picture as documents can print it.

        Raises AdvisorError: NO_REGULAR_FILE, FILE_UNREADABLE, FILE_TOO_LARGE, PICTURE_UNREADABLE, PICTURE_TOO_LARGE,
        PICTURE_HEIC.
        """
        from advisor_app.exchange.picture import stripped

        try:
            with open_chosen(file) as stream:
                content = stream.read(_LARGEST_FILE + 1)
        except (OSError, ValueError) as error:
            raise AdvisorError(
                Problem.FILE_UNREADABLE, file=file.name, reason=self._texts("exchange.no-access")
            ) from error
        if len(content) > _LARGEST_FILE:
            raise AdvisorError(Problem.FILE_TOO_LARGE, file=file.name)
        picture = stripped(content, file.name)
        return ReadLogo(picture.content, picture.media_type)

    def keep_logo(self, logo: ReadLogo) -> None:
        """Use a picture as the house's logo; raises AdvisorError(FILE_NOT_WRITABLE), the older one then stays."""
        name = LOGO_NAMES[logo.media_type]
        try:
            self._folder.mkdir(exist_ok=True)
        except OSError as error:
            raise AdvisorError(Problem.FILE_NOT_WRITABLE, file=str(self._folder)) from error
        write_file(self._folder / name, logo.content)
        self._use(name)

    def drop_logo(self) -> None:
        """Print no logo any more; raises AdvisorError(FILE_NOT_WRITABLE)."""
        self._use("")

    def logo(self) -> bytes | None:
        """The logo's file; None where there is none, also where it was taken away."""
        name = self._settings.current.document_logo
        if not name:
            return None
        with suppress(OSError), open_regular(self._folder / name) as stream:
            return stream.read(_LARGEST_FILE)
        return None

    def shown_logo(self, longest_edge: int) -> Pixels | None:
        """The logo for the screen; raises AdvisorError(PICTURE_UNREADABLE) where the file was damaged."""
        from advisor_app.exchange.picture import pixels

        content = self.logo()
        return None if content is None else pixels(content, longest_edge)

    def brand(self, case: Case) -> Brand:
        """What documents of a case look like: the commune's colour before the house's, its logo beside the house's."""
        from advisor_app.documents.branding import Brand, Logo

        house = self._settings.current.provider or self._texts("documents.adviser-house")
        found = ((self._titles(case.head.communes), self._logo_of(case)), (house, self.logo()))
        return Brand(
            accent=self.accent(case),
            logos=tuple(
                Logo(content=content, words=self._texts("documents.logo", house=name))
                for name, content in found
                if content is not None
            ),
        )

    def accent(self, case: Case) -> str:
        """The accent of a case's documents as ``#RRGGBB``; empty for the shipped one."""
        own = case.branding.colour if case.branding is not None else ""
        return own if own and self._is_readable(own) else self._settings.current.document_colour

    def _logo_of(self, case: Case) -> bytes | None:
        """The commune's logo; None without one, also where its photo was removed from the case or its file is lost."""
        piece = case.evidence.get(case.branding.logo) if case.branding is not None else None
        if piece is None or piece.digest is None or piece.kind is not EvidenceKind.PHOTO:
            return None
        with suppress(AdvisorError):
            return self._photo(piece.digest)
        return None

    def _is_readable(self, colour: str) -> bool:
        """Whether a colour can be used; one in a case that came from elsewhere was never checked here."""
        try:
            return self.colour(colour) == colour
        except AdvisorError:
            return False

    def _use(self, name: str) -> None:
        """Name the logo in the preferences, and take away what is no longer named."""
        self._settings.save(replace(self._settings.current, document_logo=name))
        for other in set(LOGO_NAMES.values()) - {name}:
            with suppress(OSError):
                (self._folder / other).unlink(missing_ok=True)
