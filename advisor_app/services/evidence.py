"""Evidence of a case: photos and files taken in without what they betray, kept encrypted, shown and given out again."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from unicodedata import normalize

from advisor_app.domain.changes import EvidenceSet
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.evidence import Evidence, EvidenceKind, Subject, SubjectKind, in_order
from advisor_app.domain.local_time import LOCAL
from advisor_app.domain.words import typed, unsteered
from advisor_app.regular_file import NotAFileError, open_regular
from advisor_app.services.clock import Clock
from advisor_app.services.ids import new_id
from advisor_app.services.names import named
from advisor_app.texts import Texts

if TYPE_CHECKING:
    from advisor_app.domain.case import Case
    from advisor_app.exchange.picture import Pixels
    from advisor_app.services.folder_files import Step
    from advisor_app.storage.evidence_files import EvidenceFiles
    from advisor_app.storage.evidence_use import EvidenceUse

MAXIMUM_BYTES = 200 * 1024 * 1024
"""The longest file that is taken in."""
PICTURE_ENDINGS = frozenset(
    {".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".bmp", ".gif", ".avif", ".heic", ".heif"}
)
"""How pictures are called at their end: a file called so that is none is refused rather than kept."""
_PIECE_BYTES = 1 << 16
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """A photo or a file that is kept already and that no case names yet; ``file`` is where it came from."""

    name: str
    digest: str
    kind: EvidenceKind
    media_type: str
    size: int
    taken_at: datetime | None = None
    file: Path | None = None


@dataclass(slots=True)
class Intake:
    """What became of several files: kept, or refused with the reason."""

    stored: list[Stored] = field(default_factory=list)
    refused: list[AdvisorError] = field(default_factory=list)


class EvidenceRoom:
    """Takes evidence in and gives it out. Reading and writing files may happen in any thread."""

    def __init__(self, files: EvidenceFiles, use: EvidenceUse, clock: Clock, texts: Texts) -> None:
        self._files = files
        self._use = use
        self._clock = clock
        self._texts = texts

    def take_in(self, files: Sequence[Path], step: Step | None = None) -> Intake:
        """Keep photos and files, each by itself: one that is refused does not hold up the others.

        Where the work is stopped nothing of it is left. Raises AdvisorError: CANCELLED, EVIDENCE_DISK_FULL,
        EVIDENCE_NOT_STORED.
        """
        intake = Intake()
        try:
            for number, file in enumerate(files):
                if step is not None:
                    step(number / len(files), file.name)
                try:
                    intake.stored.append(self.take_file(file))
                except AdvisorError as error:
                    if error.problem in {Problem.EVIDENCE_DISK_FULL, Problem.EVIDENCE_NOT_STORED}:
                        raise
                    intake.refused.append(error)
        except AdvisorError:
            self.give_up(intake.stored)
            raise
        return intake

    def take_file(self, file: Path) -> Stored:
        """Keep one file: a picture as ``take_picture`` does, any other as it is.

        Raises AdvisorError: FILE_UNREADABLE, FILE_TOO_LARGE and what ``take_picture`` raises.
        """
        from advisor_app.exchange.media_type import media_type_of
        from advisor_app.exchange.picture import is_picture

        with self._opened(file) as source:
            if is_picture(source.read(_PIECE_BYTES)) or file.suffix.lower() in PICTURE_ENDINGS:
                source.seek(0)
                return replace(self.take_picture(source.read(), file.name), file=file)
            source.seek(0)
            media_type = media_type_of(source, file.name)
            size = source.seek(0, 2)
            source.seek(0)
            digest = self._files.put(source)
        return Stored(
            name=file.name, digest=digest, kind=EvidenceKind.FILE, media_type=media_type, size=size, file=file
        )

    def take_picture(self, content: bytes, name: str) -> Stored:
        """Keep a picture: upright, scaled, and without anything that it carries besides its pixels.

        Raises AdvisorError: PICTURE_…, EVIDENCE_DISK_FULL, EVIDENCE_NOT_STORED.
        """
        from advisor_app.exchange.picture import stripped

        picture = stripped(content, name)
        return Stored(
            name=name,
            digest=self._files.put(picture.content),
            kind=EvidenceKind.PHOTO,
            media_type=picture.media_type,
            size=len(picture.content),
            taken_at=instant_of(picture.taken_at),
        )

    def keep(self, content: bytes, name: str, media_type: str) -> Stored:
        """Keep a file that the program made; raises AdvisorError: EVIDENCE_DISK_FULL, EVIDENCE_NOT_STORED."""
        digest = self._files.put(content)
        return Stored(name=name, digest=digest, kind=EvidenceKind.FILE, media_type=media_type, size=len(content))

    def content(self, digest: str) -> bytes:
        """A kept file as it was kept; raises AdvisorError: EVIDENCE_MISSING, EVIDENCE_DAMAGED."""
        return self._files.read(digest)

    def give_up(self, stored: Iterable[Stored]) -> None:
        """Remove files again that no case has come to name."""
        with suppress(AdvisorError):  # a file that stays is only lost room
            for digest in self._use.unneeded({item.digest for item in stored}):
                self._files.remove(digest)

    def added(self, case: Case, stored: Iterable[Stored], subject: Subject) -> tuple[EvidenceSet, ...]:
        """The changes that bring kept files into a case; what is there under the subject already is left out."""
        there = {piece.digest for piece in case.evidence.values() if piece.subject == subject}
        changes = []
        for item in stored:
            if item.digest not in there:
                there.add(item.digest)
                piece = Evidence(id=new_id(), subject=subject, kind=item.kind, added_at=self._clock.now())
                changes.append(EvidenceSet(piece.id, None, filled(piece, item)))
        return tuple(changes)

    def there(self, case: Case, stored: Iterable[Stored], subject: Subject) -> tuple[Evidence, ...]:
        """What the case has under the subject already of kept files, oldest first."""
        digests = {item.digest for item in stored}
        pieces = (piece for piece in case.evidence.values() if piece.subject == subject)
        return in_order(piece for piece in pieces if piece.digest in digests)

    def awaited(self, subject: Subject) -> EvidenceSet:
        """The change that adds a placeholder for a photo that is still to come, with the time of now."""
        piece = Evidence(id=new_id(), subject=subject, kind=EvidenceKind.PHOTO, added_at=self._clock.now())
        return EvidenceSet(piece.id, None, piece)

    def find(self, case: Case, name: str) -> Evidence:
        """The piece with an id or its unique beginning or end; raises AdvisorError(UNKNOWN_EVIDENCE)."""
        return case.evidence[named(name, case.evidence, Problem.UNKNOWN_EVIDENCE)]

    def pixels(self, digest: str, longest_edge: int) -> Pixels:
        """A kept photo for the screen, no longer than ``longest_edge`` pixels.

        Raises AdvisorError: EVIDENCE_MISSING, EVIDENCE_DAMAGED, PICTURE_….
        """
        from advisor_app.exchange.picture import pixels

        return pixels(self.content(digest), longest_edge)

    def preview(self, file: Path, longest_edge: int) -> Pixels:
        """A picture that is not taken in, for the screen; raises AdvisorError: FILE_UNREADABLE, …, PICTURE_…."""
        from advisor_app.exchange.picture import pixels

        with self._opened(file) as source:
            return pixels(source.read(), longest_edge)

    def ending(self, piece: Evidence) -> str:
        """How a copy of the piece is called at its end (``.jpg``)."""
        from advisor_app.exchange.media_type import ending_of

        return ending_of(piece.media_type)

    def file_name(self, piece: Evidence, otherwise: str) -> str:
        """A name for a copy that every system takes, also Windows, which calls some devices by name.

        ``otherwise`` is the piece called where nothing of its title will do.
        """
        from advisor_app.content.file_names import is_folder_anywhere

        plain = "".join(letter if letter.isalnum() or letter in " ._-()" else "_" for letter in piece.title)
        name = plain.strip(" .")[:_LONGEST_NAME].strip(" .") or otherwise
        return f"{name if is_folder_anywhere(name) else f'_{name}'}{self.ending(piece)}"

    def export(self, piece: Evidence, file: Path) -> None:
        """Write a readable copy, whole or not at all.

        Raises AdvisorError: FILE_NOT_WRITABLE, FILE_OF_PROGRAM, EVIDENCE_DAMAGED, EVIDENCE_MISSING (also for a
        placeholder).
        """
        from advisor_app.whole_file import refuse_target, write_pieces

        refuse_target(file)
        if piece.digest is None:
            raise AdvisorError(Problem.EVIDENCE_MISSING, file=piece.title or piece.id)
        with self._files.open(piece.digest) as content:
            write_pieces(file, _pieces(content))

    def unneeded(self, digests: Iterable[str]) -> set[str]:
        """Those of the files that no case needs, not even for an undo."""
        return self._use.unneeded(digests)

    def of_case(self, case_id: str) -> set[str]:
        """The files that a case needs, also those that only its history names."""
        return self._use.of_case(case_id)

    @contextmanager
    def _opened(self, file: Path) -> Iterator[BinaryIO]:
        try:
            with open_regular(file) as source:
                size = os.fstat(source.fileno()).st_size
                if size > MAXIMUM_BYTES:
                    raise AdvisorError(Problem.FILE_TOO_LARGE, file=file.name)
                if not size:  # a copy that was broken off, or a file of a cloud that has not come yet
                    reason = self._texts("exchange.empty")
                    raise AdvisorError(Problem.FILE_UNREADABLE, file=file.name, reason=reason)
                yield source
        except (FileNotFoundError, NotAFileError) as error:
            reason = self._texts("exchange.no-file")
            raise AdvisorError(Problem.FILE_UNREADABLE, file=file.name, reason=reason) from error
        except (OSError, ValueError) as error:
            reason = self._texts("exchange.no-access")
            raise AdvisorError(Problem.FILE_UNREADABLE, file=file.name, reason=reason) from error


def filled(piece: Evidence, stored: Stored) -> Evidence:
    """A piece, a placeholder as a rule, with a kept file."""
    return replace(
        piece,
        kind=stored.kind,
        digest=stored.digest,
        title=piece.title or _title_of(stored.name),
        taken_at=stored.taken_at,
        media_type=stored.media_type,
        size=stored.size,
    )


def _title_of(name: str) -> str:
    """What a file is called, on one line and as the keyboard would write it."""
    return " ".join(typed(unsteered(normalize("NFC", Path(name).stem))).split())


def instant_of(taken_at: datetime | None) -> datetime | None:
    """The instant that a camera told; its local time is that of the house (Europe/Berlin)."""
    if taken_at is None:
        return None
    return (taken_at if taken_at.tzinfo else taken_at.replace(tzinfo=LOCAL)).astimezone(UTC)


def subject_words(case: Case, subject: Subject, texts: Texts) -> str:
    """What a piece of evidence is about, in a few words (Frage 4.5.1, Schritt „Begrüßung“)."""
    match subject.kind:
        case SubjectKind.CASE:
            return texts("evidence.subject.case")
        case SubjectKind.STEP:
            day = case.agenda.get(subject.part)
            steps = day.steps if day is not None else ()
            title = next((step.title for step in steps if step.id == subject.item), "")
            return texts("evidence.subject.step", name=title or "–")
        case SubjectKind.MEASURE:
            return texts("evidence.subject.measure", name=subject.item)
        case SubjectKind.PROCESS:
            sheet = case.processes.get(subject.item)
            return texts(
                "evidence.subject.process", name="–" if sheet is None else f"{sheet.code} {sheet.title}".strip()
            )
        case SubjectKind.QUESTION:
            return texts("evidence.subject.question", name=subject.item)


def _pieces(content: BinaryIO) -> Iterator[bytes]:
    while piece := content.read(_PIECE_BYTES):
        yield piece
