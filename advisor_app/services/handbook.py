"""The handbook that ships with the program: read once, shown in the window, written as a PDF."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app import __version__
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.handbook import Handbook
from advisor_app.resources_folder import handbook_folder
from advisor_app.texts import load_texts

if TYPE_CHECKING:
    from datetime import date

LANGUAGE = "de"
"""The only language that the handbook speaks."""

FILE_NAME = "Beraterkoffer-Handbuch.pdf"


@dataclass(frozen=True, slots=True)
class WrittenHandbook:
    """A PDF of the handbook, and how many pages it has."""

    file: Path
    pages: int


@cache
def read() -> Handbook:
    """The handbook; raises AdvisorError(HANDBOOK_MISSING) where the installation is incomplete."""
    from advisor_app.content.handbook import HandbookFlawError, read_handbook

    try:
        return read_handbook(handbook_folder())
    except (OSError, UnicodeError, HandbookFlawError) as error:
        raise AdvisorError(Problem.HANDBOOK_MISSING, reason=str(error)) from error


def picture_file(name: str, *, dark: bool = False) -> Path:
    """Where a picture of the handbook lies; one of the window has a dark twin."""
    folder = handbook_folder().parent / "screenshots"
    twin = folder / name.replace("-light.", "-dark.")
    return twin if dark and twin.is_file() else folder / name


def write_pdf(
    file: Path,
    made_on: date,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> WrittenHandbook:
    """Write the whole handbook as a PDF.

    Raises AdvisorError: HANDBOOK_MISSING, CANCELLED, FILE_NOT_WRITABLE, FILE_OF_PROGRAM.
    """
    from advisor_app.documents.create import create_document
    from advisor_app.documents.handbook import HandbookInput, build

    given = HandbookInput(
        handbook=read(), pictures=_content, version=__version__, made_on=made_on, texts=load_texts(LANGUAGE)
    )
    made = create_document(build(given), file, progress, cancelled)
    return WrittenHandbook(made.file, made.pages)


def _content(name: str) -> bytes:
    try:
        return picture_file(name).read_bytes()
    except OSError as error:
        raise AdvisorError(Problem.HANDBOOK_MISSING, reason=str(error)) from error
