"""What is done with forms in the background: made, given to the mail program, read, drawn for typing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from shutil import rmtree
from typing import Any
from weakref import finalize

from PySide6.QtCore import QMimeData, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from advisor_app.domain.errors import AdvisorError
from advisor_app.domain.sent_form import SentForm
from advisor_app.services.form_mail import PreparedMail
from advisor_app.services.form_pages import PagePicture
from advisor_app.services.form_preview import ReadForm
from advisor_app.services.forms import FormOrder, MadeForms
from advisor_app.texts.errors import sentence
from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.evidence_intake import step_of
from advisor_app.ui.widgets.work_line import WorkLine

_ENDING = ".pdf"

OpenPlace = Callable[[Path], bool]


def open_place(path: Path) -> bool:
    """Let the system show a file or folder with the program that it has for it; False where it has none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class FormWork(QObject):
    """One piece of work at a time; ``work`` shows how far it is and stops it."""

    made = Signal(object)  # MadeForms, which the case names by now
    mailed = Signal(object, bool)  # PreparedMail, and whether a mail program has taken it
    read = Signal(object)  # tuple[ReadForm, ...]
    drawn = Signal(object)  # tuple[PagePicture, ...]
    warned = Signal(str)

    def __init__(
        self, context: PageContext, bridge: CaseBridge, work: WorkLine, parent: QWidget, show_place: OpenPlace
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._bridge = bridge
        self._work = work
        self.show_place = show_place

    @property
    def is_busy(self) -> bool:
        """Whether something is under way."""
        return self._work.is_busy

    def make(self, order: FormOrder, folder: Path) -> None:
        """Write forms into a folder and let the case name them, as one step."""
        forms = self._context.workspace.forms
        job: Job[MadeForms] = self._context.lane.run(
            lambda job: forms.make(order, folder, step_of(job)), lost=lambda made: forms.give_up(made.delivered)
        )
        self._follow(job, self.tr("Die Bögen werden erstellt …"))
        job.tell(self, succeeded=self._on_make_succeeded)

    def mail(self, form: SentForm) -> None:
        """Prepare a message with a form and give it to the mail program; the form counts as sent then."""
        mail, case = self._context.workspace.form_mail, self._bridge.case
        try:
            folder = mail.new_folder()
        except AdvisorError as error:
            self._on_job_refused(error)
            return
        # Messages name people: they lie in the clear only as long as the page is there, after a kill until the
        # next start.
        finalize(self, rmtree, folder, ignore_errors=True)
        job: Job[PreparedMail] = self._context.lane.run(lambda _job: mail.prepare(case, form, folder))
        self._follow(job, self.tr("Die Nachricht wird vorbereitet …"))
        job.tell(self, succeeded=lambda prepared: self._on_mail_succeeded(prepared, form.number))

    def read_files(self, places: Sequence[Path]) -> None:
        """Read files and folders; nothing is written."""
        returns = self._context.workspace.form_returns
        job: Job[tuple[ReadForm, ...]] = self._context.lane.run(
            lambda job: returns.read(places, step_of(job)), needed_by=self
        )
        self._follow(job, self.tr("Die Dateien werden gelesen …"))
        job.tell(self, succeeded=self.read.emit)

    def draw(self, file: Path) -> None:
        """Draw the pages of a copy that programs cannot read."""
        from advisor_app.services.form_pages import draw_form_pages

        texts = self._context.workspace.texts
        job: Job[tuple[PagePicture, ...]] = self._context.lane.run(
            lambda _job: draw_form_pages(file, texts), needed_by=self
        )
        self._follow(job, self.tr("Die Seiten werden gezeichnet …"))
        job.tell(self, succeeded=self.drawn.emit)

    def _follow(self, job: Job[Any], words: str) -> None:
        self._work.follow(job, words)
        job.tell(self, refused=self._on_job_refused)

    def _on_make_succeeded(self, made: MadeForms) -> None:
        if self._bridge.edit(*made.changes) or self._bridge.is_waiting:
            self.made.emit(made)
        else:
            self._context.workspace.forms.give_up(made.delivered)

    def _on_mail_succeeded(self, prepared: PreparedMail, number: str) -> None:
        is_taken = self.show_place(prepared.message)
        if not is_taken:
            self.show_place(prepared.folder)
        form = self._bridge.case.sent_forms.get(number)
        if form is not None:
            self._bridge.edit(self._context.workspace.forms.sent(form))
        self.mailed.emit(prepared, is_taken)

    def _on_job_refused(self, error: AdvisorError) -> None:
        self.warned.emit(sentence(error, self._context.workspace.texts))


def places_in(given: QMimeData) -> list[Path]:
    """The PDF files and folders of something that is dragged; none where there is anything else among it."""
    places = [Path(url.toLocalFile()) for url in given.urls() if url.isLocalFile()]
    fit = [place for place in places if place.suffix.lower() == _ENDING or place.is_dir()]
    return fit if len(fit) == len(places) else []
