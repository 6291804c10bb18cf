"""How evidence comes into the open case: files, pictures from the clipboard, what is dropped, and placeholders."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication

from advisor_app.domain.case_file import is_case_file
from advisor_app.domain.changes import EvidenceSet
from advisor_app.domain.errors import AdvisorError
from advisor_app.domain.evidence import Evidence, Subject
from advisor_app.texts.errors import sentence
from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.brief import brief

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from advisor_app.services.evidence import Intake

T = TypeVar("T")


class EvidenceIntake(QObject):
    """Takes evidence in off the GUI thread, then adds it to the case as one step."""

    noticed = Signal(str)
    warned = Signal(str)

    def __init__(self, context: PageContext, bridge: CaseBridge, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._bridge = bridge

    def add_files(self, files: Sequence[Path], subject: Subject) -> None:
        """Take in files; each that is refused is named, the others are added."""
        room = self._context.workspace.evidence
        self._run(lambda job: room.take_in(files, step_of(job)), subject)

    def add_image(self, image: QImage, subject: Subject) -> None:
        """Take in a picture that lies in the clipboard or was dropped."""
        from advisor_app.services.evidence import Intake

        room, name = self._context.workspace.evidence, self.tr("Bild aus der Zwischenablage")
        self._run(lambda _job: Intake([room.take_picture(_as_png(image), name)]), subject)

    def take(self, given: QMimeData, subject: Subject) -> bool:
        """Take in what was dropped or lies in the clipboard; False where that is nothing to take."""
        files = [Path(url.toLocalFile()) for url in given.urls() if url.isLocalFile()]
        image = given.imageData()
        if files:
            self.add_files(files, subject)
            return True
        from PySide6.QtGui import QImage  # here and below: most cases never hold a picture

        if isinstance(image, QImage) and not image.isNull():
            self.add_image(image, subject)
            return True
        return False

    def paste(self, subject: Subject) -> None:
        """Take in what lies in the clipboard, or say that it is no picture."""
        if not self.take(QGuiApplication.clipboard().mimeData(), subject):
            self.warned.emit(self.tr("In der Zwischenablage liegt weder ein Bild noch eine Datei."))

    def await_photo(self, subject: Subject) -> None:
        """Set a placeholder with the time of now."""
        if self._bridge.edit(self._context.workspace.evidence.awaited(subject)):
            words = self.tr("Foto vorgemerkt: {subject}. „Nachweise“ ordnet es später nach der Uhrzeit zu.")
            self.noticed.emit(words.format(subject=self._words(subject)))

    def export(self, piece: Evidence, file: Path) -> None:
        """Write a readable copy of a piece."""
        room = self._context.workspace.evidence

        def work(_job: Job[Path]) -> Path:
            room.export(piece, file)
            return file

        job = self._context.lane.run(work)
        job.tell(self, succeeded=self._on_export_succeeded, refused=self._on_job_refused)

    def _run(self, work: Callable[[Job[Intake]], Intake], subject: Subject) -> None:
        room = self._context.workspace.evidence
        job = self._context.lane.run(work, needed_by=self, lost=lambda intake: room.give_up(intake.stored))
        job.tell(self, succeeded=partial(self._on_job_succeeded, subject), refused=self._on_job_refused)

    def _on_job_succeeded(self, subject: Subject, intake: Intake) -> None:
        room = self._context.workspace.evidence
        there = room.there(self._bridge.case, intake.stored, subject)
        changes: tuple[EvidenceSet, ...] = room.added(self._bridge.case, intake.stored, subject)
        if changes and self._bridge.edit(*changes):
            words = (
                self.tr("Nachweis hinzugefügt: {subject}")
                if len(changes) == 1
                else self.tr("{count} Nachweise hinzugefügt: {subject}")
            )
            self.noticed.emit(words.format(count=len(changes), subject=self._words(subject)))
        elif not self._bridge.is_waiting:
            room.give_up(intake.stored)
        if there and not changes:
            words = self.tr("Schon da: „{title}“") if len(there) == 1 else self.tr("{count} Nachweise sind schon da.")
            self.noticed.emit(words.format(title=brief(there[0].title) or "–", count=len(there)))
        if intake.refused:
            self._warn(intake.refused)

    def _on_job_refused(self, error: AdvisorError) -> None:
        self._warn([error])

    def _on_export_succeeded(self, file: Path) -> None:
        self.noticed.emit(self.tr("Gespeichert in {file}. Diese Kopie ist nicht verschlüsselt.").format(file=file))

    def _warn(self, errors: Sequence[AdvisorError]) -> None:
        words = sentence(errors[0], self._context.workspace.texts)
        if len(errors) > 1:
            more = self.tr("Weitere nicht übernommene Dateien: {count}.")
            words = f"{words} {more.format(count=len(errors) - 1)}"
        self.warned.emit(words)

    def _words(self, subject: Subject) -> str:
        from advisor_app.services.evidence import subject_words

        return subject_words(self._bridge.case, subject, self._context.workspace.texts)


def is_offered(given: QMimeData) -> bool:
    """Whether something that is dragged can be taken in; a case file is for the window to read."""
    files = [url.fileName() for url in given.urls() if url.isLocalFile()]
    return (bool(files) or given.hasImage()) and not any(is_case_file(Path(name)) for name in files)


def step_of(job: Job[T]) -> Callable[[float, str], None]:
    """Report to a job, and stop where it was cancelled."""

    def step(share: float, name: str) -> None:
        job.checkpoint()
        job.report(share, name)

    return step


def _as_png(image: QImage) -> bytes:
    from PySide6.QtCore import QBuffer, QIODevice

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, the binding a str
    return bytes(buffer.data().data())
