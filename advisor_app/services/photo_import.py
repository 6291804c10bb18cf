"""Photos of a camera or telephone brought to their placeholders: looked through first, taken in only when chosen.

Whoever gives a telephone's folder gives private pictures with it. So nothing is kept before somebody has chosen it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path

from advisor_app.domain.case import Case
from advisor_app.domain.changes import EvidenceSet
from advisor_app.domain.evidence import WHOLE_CASE, Subject, awaited
from advisor_app.domain.photo_matching import Match, match
from advisor_app.regular_file import open_regular
from advisor_app.services.evidence import PICTURE_ENDINGS, EvidenceRoom, Stored, filled, instant_of
from advisor_app.services.folder_files import Step, files_below
from advisor_app.texts import Texts

MOST_PHOTOS = 5000
"""A folder is looked through up to here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPhoto:
    """A photo in a folder, with the instant that its camera told."""

    file: Path
    taken_at: datetime | None


@dataclass(frozen=True, slots=True)
class Choice:
    """Where one photo goes: to a placeholder by its id, else to a subject."""

    file: Path
    placeholder: str = ""
    subject: Subject = WHOLE_CASE


def look_through(folder: Path, texts: Texts, step: Step | None = None) -> list[FoundPhoto]:
    """The photos of a folder and those below it, by time; those without a time last. Nothing is kept of them.

    Raises AdvisorError: FILE_UNREADABLE, CANCELLED.
    """
    from advisor_app.exchange.picture import taken_at

    found = []
    files = list(islice(files_below(folder, PICTURE_ENDINGS, texts, step), MOST_PHOTOS))
    for number, file in enumerate(files):
        if step is not None:
            step(number / len(files), file.name)
        try:
            with open_regular(file) as source:
                found.append(FoundPhoto(file=file, taken_at=instant_of(taken_at(source))))
        except OSError:
            found.append(FoundPhoto(file=file, taken_at=None))  # refused with its reason if it is chosen
    return sorted(found, key=_order)


def proposals(case: Case, photos: Sequence[FoundPhoto], ahead: timedelta = timedelta()) -> dict[Path, Match]:
    """Which placeholder each photo is proposed for; ``ahead`` is how far the camera's clock is ahead."""
    placeholders = {piece.id: piece.added_at for piece in awaited(case.evidence)}
    times = {str(photo.file): None if photo.taken_at is None else photo.taken_at - ahead for photo in photos}
    return {Path(name): found for name, found in match(placeholders, times).items()}


def brought(
    case: Case,
    room: EvidenceRoom,
    stored: Sequence[Stored],
    choices: Sequence[Choice],
    ahead: timedelta = timedelta(),
) -> tuple[EvidenceSet, ...]:
    """The changes that bring kept photos where they were chosen to go, as one step.

    A placeholder takes the first photo that was chosen for it; further ones stand beside it. What is there already
    is not brought again.
    """
    waiting = {piece.id: piece for piece in awaited(case.evidence)}
    there = {(piece.subject, piece.digest) for piece in case.evidence.values()}
    by_file = {item.file: item for item in stored}
    changes: list[EvidenceSet] = []
    for choice in choices:
        kept = by_file.get(choice.file)
        if kept is None:
            continue
        if kept.taken_at is not None:
            kept = replace(kept, taken_at=kept.taken_at - ahead)
        about = case.evidence.get(choice.placeholder)
        subject = choice.subject if about is None else about.subject
        if (subject, kept.digest) in there:
            continue
        there.add((subject, kept.digest))
        placeholder = waiting.pop(choice.placeholder, None)
        if placeholder is not None:
            changes.append(EvidenceSet(placeholder.id, placeholder, filled(placeholder, kept)))
        else:
            changes += room.added(case, [kept], subject)
    return tuple(changes)


def _order(photo: FoundPhoto) -> tuple[bool, float, Path]:
    return photo.taken_at is None, 0.0 if photo.taken_at is None else photo.taken_at.timestamp(), photo.file
