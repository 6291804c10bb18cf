"""The preparation page: forms of the pre-survey made, sent, followed and taken in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from advisor_app.domain.changes import (
    AgendaDaySet,
    AnswerSet,
    AssessmentSet,
    BookingSet,
    Change,
    RoleSet,
    SentFormSet,
    StatementSet,
)
from advisor_app.domain.errors import AdvisorError
from advisor_app.override import override
from advisor_app.services.form_mail import PreparedMail
from advisor_app.services.form_pages import PagePicture
from advisor_app.services.form_preview import FormPreview, ReadForm
from advisor_app.services.forms import MadeForms
from advisor_app.texts.errors import sentence
from advisor_app.ui.pages.preparation.feedback_panel import FeedbackPanel
from advisor_app.ui.pages.preparation.form_list import FormList
from advisor_app.ui.pages.preparation.form_work import FormWork, OpenPlace, open_place, places_in
from advisor_app.ui.pages.preparation.returns_panel import ReturnsPanel
from advisor_app.ui.pages.preparation.typing_panel import TypingPanel
from advisor_app.ui.pages.preparation.views import FEEDBACK, FORMS, PreparationViews
from advisor_app.ui.pages.preparation.wording import made_words, mailed_words
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.command import Command
from advisor_app.ui.shell.page import CasePage, PageContext
from advisor_app.ui.widgets.announce import announce
from advisor_app.ui.widgets.file_choice import (
    ChooseFiles,
    ChooseFolder,
    ChoosePlace,
    file_to_save,
    files_to_open,
    folder_to_open,
)
from advisor_app.ui.widgets.work_line import WorkLine

_SHOWN_ANEW = (SentFormSet, AssessmentSet, BookingSet, RoleSet, AgendaDaySet)
_COMPARED_WITH = (SentFormSet, AssessmentSet, StatementSet, AnswerSet)


class PreparationPage(CasePage):
    """Vorbereitung. Files and folders with forms that came back may be dropped anywhere on it.

    ``choose_files``, ``choose_folder``, ``choose_file`` and ``show_place`` ask the system; tests answer in its place.
    """

    def __init__(
        self,
        context: PageContext,
        bridge: CaseBridge,
        *,
        choose_files: ChooseFiles = files_to_open,
        choose_folder: ChooseFolder = folder_to_open,
        choose_file: ChoosePlace = file_to_save,
        show_place: OpenPlace = open_place,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, bridge, parent)
        self._choose_files = choose_files
        self._choose_folder = choose_folder
        self._read: tuple[ReadForm, ...] = ()
        self._line = WorkLine(context.theming)
        self.work = FormWork(context, bridge, self._line, self, show_place)
        self.list = FormList(context)
        self.returns = ReturnsPanel(context)
        self.typing_panel = TypingPanel(context)
        self.feedback_panel = FeedbackPanel(context)
        self._stack = QStackedWidget()
        self.views = PreparationViews(context, bridge, self._line, self._stack, choose_file)
        self._is_behind = True  # the list does not show the case as it is now
        self._lay_out()
        self._connect()

    @override
    def refresh(self, changes: tuple[Change, ...]) -> None:
        self.views.refresh(changes)
        if any(isinstance(change, _SHOWN_ANEW) for change in changes):
            self._show()
        if self._stack.currentWidget() is self.returns and any(isinstance(item, _COMPARED_WITH) for item in changes):
            self._show_previews()

    @override
    def commands(self) -> Sequence[Command]:
        kind = self.tr("Vorbereitung")
        return [
            Command(
                title=self.tr("Zurückgekommene Bögen einlesen"), kind=kind, act=self._choose_returned, icon="file-input"
            ),
            Command(
                title=self.tr("Ordner mit Bögen einlesen"), kind=kind, act=self._choose_returned_folder, icon="folder"
            ),
            Command(title=self.tr("Feedbackbogen erstellen"), kind=kind, act=self._make_feedback, icon="file-plus"),
            Command(title=self.tr("Feedback vom Papier eintippen"), kind=kind, act=self.type_feedback, icon="keyboard"),
        ]

    @override
    def flush(self) -> bool:
        self.views.flush()
        self.list.flush()
        self.typing_panel.flush()
        return True

    @override
    def take_focus(self) -> None:
        shown = self._stack.currentWidget()
        if self.views.current != FORMS:
            self.views.take_focus()
        elif shown is self.returns:
            self.returns.take_focus()
        elif shown is self.typing_panel:
            self.typing_panel.setFocus()
        elif shown is self.feedback_panel:
            self.feedback_panel.take_focus()
        else:
            self.list.take_focus()

    @override
    def open_item(self, item: str) -> None:
        """``checklist``, ``forms``, ``feedback`` among them, or ``ready``; ``check`` also looks if all is in place."""
        if self._stack.currentWidget() is self.list:
            self.views.show_view(FORMS if item == FEEDBACK else item)
            if item == FEEDBACK:
                self.list.show_feedback()

    @override
    def present_item(self) -> str:
        return self.views.current

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if places_in(event.mimeData()) and not self.can_only_be_read:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        places = places_in(event.mimeData())
        if places:
            event.acceptProposedAction()
            self.read_files(places)

    def read_files(self, places: Sequence[Path]) -> None:
        """Read files and folders, and show what they would change."""
        if self._stack.currentWidget() in {self.typing_panel, self.feedback_panel}:
            self.warned.emit(self.tr("Bitte tippen Sie erst den Bogen zu Ende, oder verwerfen Sie ihn."))
        elif places and not self.work.is_busy:
            self.tried.emit()
            self.views.show_view(FORMS)
            self.work.read_files(places)

    def _lay_out(self) -> None:
        self.setAcceptDrops(True)
        for widget in (self.list, self.returns, self.typing_panel, self.feedback_panel):
            self._stack.addWidget(widget)
        self._line.setContentsMargins(24, 6, 24, 6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.views, 1)
        layout.addWidget(self._line)

    def _connect(self) -> None:
        self._stack.currentChanged.connect(lambda _place: self._fit_bar())
        self.views.view_changed.connect(self._catch_up)
        self.views.navigated.connect(self.navigated)
        self.views.noticed.connect(self.noticed)
        self.views.removed.connect(self.removed)
        self.views.warned.connect(self.warned)
        self.views.tried.connect(self.tried)
        self.views.typing.connect(self.typing)
        self.list.wanted.connect(self._on_list_wanted)
        self.list.due_changed.connect(self._on_list_due_changed)
        self.list.folder_wanted.connect(self.work.show_place)
        self.list.typing.connect(self.typing)
        self.returns.confirmed.connect(self._on_returns_confirmed)
        self.returns.left.connect(self._on_returns_left)
        self.returns.typing_wanted.connect(self._on_returns_typing_wanted)
        self.typing_panel.finished.connect(self._on_typing_finished)
        self.typing_panel.left.connect(self._on_typing_left)
        self.typing_panel.returning.connect(self._on_typing_returning)
        self.feedback_panel.finished.connect(self._on_feedback_finished)
        self.feedback_panel.left.connect(self._on_feedback_left)
        self.feedback_panel.returning.connect(self.type_feedback)
        self.work.made.connect(self._on_work_made)
        self.work.mailed.connect(self._on_work_mailed)
        self.work.read.connect(self._on_work_read)
        self.work.drawn.connect(self._on_work_drawn)
        self.work.warned.connect(self.warned)

    def _fit_bar(self) -> None:
        """What is read in or typed has the page for itself."""
        self.views.show_bar(shown=self._stack.currentWidget() is self.list)

    def _show(self) -> None:
        """Show the case in the list as soon as somebody looks at it."""
        self._is_behind = True
        self._catch_up()

    def _catch_up(self) -> None:
        if self._is_behind and self.views.current == FORMS:
            self._is_behind = False
            self.list.show_case(self.bridge.case)

    def _leave(self) -> None:
        """Back to the list; what was read is given up."""
        self._read = ()
        self._stack.setCurrentWidget(self.list)
        self._show()
        self.list.take_focus()

    def _on_list_wanted(self, action: str, module: str, role: str, number: str) -> None:
        if self.work.is_busy:
            return
        self.tried.emit()
        forms, case = self.context.workspace.forms, self.bridge.case
        form = case.sent_forms.get(number)
        match action:
            case "make" if module:
                self._make(module, role)
            case "make":
                self._make_feedback()
            case "feedback":
                self.type_feedback()
            case "modules":
                self.navigated.emit("set-up", "modules")
            case "import":
                self._choose_returned()
            case "survey":
                made = forms.new_survey(self.bridge.case, module)
                self.bridge.edit(AssessmentSet(made.id, None, made))
            case "import-folder":
                self._choose_returned_folder()
            case "mail" if form is not None:
                self.work.mail(form)
            case "sent" if form is not None:
                self.bridge.edit(forms.sent(form))
            case "returned" if form is not None:
                self.bridge.edit(forms.returned(form))
            case "type" if form is not None:
                self._begin_typing(number, None)
            case "remove" if form is not None and self.bridge.edit(forms.removed(form)):
                self.removed.emit(self.tr("Bogen {number} ist aus der Liste genommen.").format(number=number))

    def _on_list_due_changed(self, module: str, day: date) -> None:
        changes = self.context.workspace.forms.due(self.bridge.case, module, day)
        if changes:
            self.bridge.edit(*changes)

    def _make(self, module: str, role: str) -> None:
        folder = self._choose_folder(self, self.tr("Ordner für die Bögen wählen"))
        if folder is None:
            return
        forms, day = self.context.workspace.forms, self.list.due_of(module)
        try:
            order = forms.prepare(self.bridge.case, module, day, (role,) if role else ())
        except AdvisorError as error:
            self.warned.emit(sentence(error, self.context.workspace.texts))
            return
        self.work.make(order, folder)

    def _make_feedback(self) -> None:
        folder = self._choose_folder(self, self.tr("Ordner für den Feedbackbogen wählen"))
        if folder is not None and not self.work.is_busy:
            self.work.make(self.context.workspace.forms.prepare_feedback(self.bridge.case), folder)

    def type_feedback(self) -> None:
        """Begin to type feedback from paper."""
        if self.can_only_be_read or self._stack.currentWidget() not in {self.list, self.feedback_panel}:
            return
        self.views.show_view(FORMS)
        if self._stack.currentWidget() is self.list:
            self.feedback_panel.begin()
            self._stack.setCurrentWidget(self.feedback_panel)
        self.feedback_panel.take_focus()

    def _on_feedback_finished(self) -> None:
        panel = self.feedback_panel
        if panel.is_empty:
            self.warned.emit(self.tr("Auf diesem Bogen steht noch nichts. Bitte bewerten Sie wenigstens eine Aussage."))
            return
        self.tried.emit()
        change = self.context.workspace.feedback.entered(self.bridge.case, panel.ratings, panel.words)
        if self.bridge.edit(change) or self.bridge.is_waiting:
            panel.go_on()
            panel.take_focus()

    def _on_feedback_left(self) -> None:
        if not self.feedback_panel.is_empty:
            self._on_feedback_finished()
            if not self.feedback_panel.is_empty:
                return
        self.feedback_panel.settle()
        self._leave()

    def _choose_returned(self) -> None:
        kinds = self.tr("PDF-Dateien (*.pdf);;Alle Dateien (*)")
        self.read_files(self._choose_files(self, self.tr("Zurückgekommene Bögen wählen"), kinds))

    def _choose_returned_folder(self) -> None:
        folder = self._choose_folder(self, self.tr("Ordner mit zurückgekommenen Bögen wählen"))
        self.read_files([] if folder is None else [folder])

    def _on_work_made(self, made: MadeForms) -> None:
        self._tell(made_words(made), made.folder)

    def _on_work_mailed(self, prepared: PreparedMail, is_taken: bool) -> None:  # noqa: FBT001  # a signal's value
        self._tell(mailed_words(prepared, is_taken=is_taken), prepared.folder)

    def _tell(self, words: str, folder: Path) -> None:
        self.list.tell(words, folder)
        announce(self, words)

    def _on_work_read(self, read: tuple[ReadForm, ...]) -> None:
        self.views.show_view(FORMS)
        if not read:
            self.warned.emit(self.tr("In diesem Ordner liegen keine PDF-Dateien. Es wurde nichts übernommen."))
            return
        self._read = read
        self._show_previews()
        self._stack.setCurrentWidget(self.returns)
        self.returns.take_focus()

    def _on_work_drawn(self, pages: tuple[PagePicture, ...]) -> None:
        if self.typing_panel.typed is not None:
            self.typing_panel.show_pages(pages)

    def _show_previews(self) -> None:
        case, is_typed = self.bridge.case, self.typing_panel.typed is not None
        previews = self.context.workspace.form_returns.preview(case, self._read)
        self.returns.show_previews(case, previews, is_typed=is_typed)

    def _on_returns_confirmed(self) -> None:
        chosen = self.returns.chosen
        changes = self.context.workspace.form_returns.changes(self.bridge.case, chosen)
        self._read = ()  # the page is shown anew by the edit, and nothing is to be compared any more
        self._stack.setCurrentWidget(self.list)
        if not self.bridge.edit(*changes) and not self.bridge.is_waiting:
            self._read = tuple(item.read for item in self.returns.previews)
            self._show_previews()
            self._stack.setCurrentWidget(self.returns)
            return
        words = self.tr("1 Bogen übernommen.") if len(chosen) == 1 else self.tr("{count} Bögen übernommen.")
        self.typing_panel.settle()
        self._leave()
        self.noticed.emit(words.format(count=len(chosen)) + " " + self.tr("Strg+Z nimmt das zurück."))

    def _on_returns_left(self) -> None:
        if self.typing_panel.typed is None:
            self._leave()
            return
        self._stack.setCurrentWidget(self.typing_panel)
        self.typing_panel.setFocus()

    def _on_typing_left(self) -> None:
        if self.typing_panel.give_up():
            self.noticed.emit(
                self.tr("Verworfen. Wer denselben Bogen noch einmal abtippt, findet die Antworten wieder.")
            )
        self._leave()

    def _on_returns_typing_wanted(self, preview: FormPreview, number: str) -> None:
        self._begin_typing(number, preview.read.file)

    def _begin_typing(self, number: str, file: Path | None) -> None:
        case, workspace = self.bridge.case, self.context.workspace
        form = case.sent_forms.get(number)
        made = None if form is None else case.assessments.get(form.assessment)
        if form is None or made is None or not form.questions:
            self.warned.emit(self.tr("Von diesem Bogen ist nicht bekannt, was er fragt. Bitte erstellen Sie ihn neu."))
            return
        self.views.show_view(FORMS)
        self.typing_panel.show_form(form, workspace.questionnaires.of(made), case.commune.kind, file)
        self._stack.setCurrentWidget(self.typing_panel)
        self.typing_panel.setFocus()
        if file is not None and not self.work.is_busy:
            self.work.draw(file)

    def _on_typing_returning(self, number: str, file: str) -> None:
        self._begin_typing(number, Path(file) if file else None)

    def _on_typing_finished(self) -> None:
        typed = self.typing_panel.typed
        if typed is None:
            return
        returns = self.context.workspace.form_returns
        try:
            read = returns.typed(self.bridge.case, typed.form, typed.answers, typed.file)
        except AdvisorError as error:
            self.warned.emit(sentence(error, self.context.workspace.texts))
            return
        others = (item for item in self._read if item.file is None or item.file != typed.file)
        self._on_work_read((*others, read))
