"""The page of all cases."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from advisor_app.domain.booking import BookingState
from advisor_app.domain.errors import AdvisorError
from advisor_app.override import override
from advisor_app.services.portfolio import Portfolio, PortfolioRow
from advisor_app.texts.errors import sentence
from advisor_app.ui.pages.cases.case_list import BOARD, LIST, CaseList
from advisor_app.ui.pages.cases.ready_hint import ReadyHint
from advisor_app.ui.pages.cases.retention_hint import RetentionHint
from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.command import Command
from advisor_app.ui.shell.page import Headline, Page, PageContext
from advisor_app.ui.widgets.labels import TextLabel

if TYPE_CHECKING:
    from advisor_app.ui.pages.cases.request_form import RequestForm
    from advisor_app.ui.pages.recovery.first_sheet import FirstSheet
    from advisor_app.ui.widgets.empty_state import EmptyState


class CasesPage(Page):
    """All cases, or the form for a request; the portfolio is read in the background, as it may take a second."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        theming = context.theming
        self.list = CaseList(theming, context.workspace)
        self._empty: EmptyState | None = None
        self._form: RequestForm | None = None
        self._first_sheet: FirstSheet | None = None
        self._loading = TextLabel(theming, self.tr("Die Fälle werden gelesen …"), "body", "secondary")
        self._loading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._loading)
        self._stack.addWidget(self.list)
        self.retention_hint = RetentionHint(context)
        self.ready_hint = ReadyHint(context)
        self._hints = QWidget()  # of the list; whoever is on the telephone has no eye for them
        hints = QVBoxLayout(self._hints)
        hints.setContentsMargins(0, 0, 0, 0)
        hints.addWidget(self.ready_hint)
        hints.addWidget(self.retention_hint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._hints)
        layout.addWidget(self._stack)
        self._stack.currentChanged.connect(self._on_stack_changed)
        self._mark = ""
        self.ready_hint.case_wanted.connect(lambda case_id: self.navigated.emit(f"case:{case_id}", "preparation/check"))
        self.retention_hint.case_wanted.connect(lambda case_id: self.navigated.emit(f"case:{case_id}", "privacy"))
        self.retention_hint.warned.connect(self.warned)
        self.retention_hint.all_wanted.connect(lambda: self.navigated.emit("settings", ""))
        self.list.opened.connect(self._on_list_opened)
        self.list.new_wanted.connect(self._begin_case)
        self.list.request_wanted.connect(self._begin_request)
        self.list.moved.connect(self._on_list_moved)
        self.list.import_wanted.connect(self._begin_import)
        self.list.list_import_wanted.connect(self._begin_list)
        self._load()

    @property
    def empty(self) -> EmptyState:
        """What is said where there is no case, made when it is first needed."""
        if self._empty is None:
            from advisor_app.ui.widgets.empty_state import EmptyState

            self._empty = EmptyState(
                self.context.theming,
                icon="folder-open",
                title=self.tr("Noch keine Fälle"),
                sentence=self.tr(
                    "Hier stehen alle Beratungsfälle, geordnet nach dem nächsten Termin. "
                    "Legen Sie den ersten an, oder notieren Sie eine Anfrage in einer Minute."
                ),
                action=self.tr("Fall anlegen"),
                keys="Ctrl+N",
                other=self.tr("Anfrage notieren"),
                other_keys="Ctrl+R",
            )
            self._stack.addWidget(self._empty)
            self._empty.wanted.connect(self._begin_case)
            self._empty.other_wanted.connect(self._begin_request)
        return self._empty

    @property
    def request_form(self) -> RequestForm:
        """The form for a request, made when it is first asked for: work begins without it."""
        if self._form is None:
            from advisor_app.ui.pages.cases.request_form import RequestForm

            self._form = RequestForm(self.context.theming, self.context.workspace)
            self._stack.addWidget(self._form)
            self._form.noted.connect(self._on_request_form_noted)
            self._form.kept.connect(self._on_request_form_kept)
            self._form.left.connect(self._on_request_form_left)
            self._form.warned.connect(self.warned)
            self._form.recovery_wanted.connect(self._on_recovery_wanted)
        return self._form

    @property
    def first_sheet(self) -> FirstSheet:
        """The step before the first real case, made when it is first needed."""
        if self._first_sheet is None:
            from advisor_app.ui.pages.recovery.first_sheet import FirstSheet

            self._first_sheet = FirstSheet(self.context)
            self._stack.addWidget(self._first_sheet)
            self._first_sheet.done.connect(self._on_first_sheet_done)
            self._first_sheet.left.connect(self._begin_request)
        return self._first_sheet

    @override
    def headline(self) -> Headline | None:
        count = sum(row.is_open for row in self.context.workspace.portfolio.rows)
        subtitle = self.tr("{count} offen").format(count=count) if count else ""
        return Headline(title=QCoreApplication.translate("pages", "Fälle"), subtitle=subtitle)

    @override
    def commands(self) -> Sequence[Command]:
        kind = self.tr("Fälle")
        return (
            Command(title=self.tr("Fall anlegen"), kind=kind, act=self._begin_case, icon="plus", keys="Ctrl+N"),
            Command(
                title=self.tr("Anfrage notieren"),
                kind=kind,
                act=self._begin_request,
                icon="phone-call",
                keys="Ctrl+R",
            ),
            Command(title=self.tr("Tafel der Buchungen"), kind=kind, act=self._show_board, icon="grid-2x2"),
            Command(title=self.tr("Falldatei einlesen"), kind=kind, act=self._begin_import, icon="file-input"),
            Command(title=self.tr("Fallliste einlesen (Excel, CSV)"), kind=kind, act=self._begin_list, icon="table"),
            Command(
                title=self.tr("Fälle durchsuchen"), kind=kind, act=self.list.take_focus, icon="search", keys="Ctrl+F"
            ),
        )

    @override
    def flush(self) -> bool:
        return self._form is None or self._form.settle()

    @override
    def put_back(self, drafts: Mapping[str, Mapping[str, str]]) -> None:
        if "request" in drafts:
            self._stack.setCurrentWidget(self.request_form)
        super().put_back(drafts)

    @override
    def take_focus(self) -> None:
        shown = self._stack.currentWidget()
        if shown is self.list:
            self.list.take_focus()
        elif self._form is not None and shown is self._form:
            self._form.take_focus()
        elif self._empty is not None and shown is self._empty:
            self._empty.button.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def open_item(self, item: str) -> None:
        """``request`` begins a request, ``erased`` says that a case is gone, ``board`` and ``list`` choose the view.

        Anything else is a case to mark.
        """
        if item == "request":
            self._begin_request()
        elif item in {LIST, BOARD}:
            self.list.views.choose(item)
            self._show_cases()
        elif item == "erased":
            self.noticed.emit(self.tr("Der Fall ist endgültig gelöscht. Der Nachweis steht in den Einstellungen."))
        else:
            self._mark = item
            self._show_cases()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stack.currentWidget() in (self.list, self._empty):
            self._show_cases()
            self.retention_hint.read()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.retention_hint.put_off()

    def _load(self) -> None:
        portfolio: Portfolio = self.context.workspace.portfolio

        def read(_job: Job[tuple[PortfolioRow, ...]]) -> tuple[PortfolioRow, ...]:
            return portfolio.load()

        job = self.context.lane.run(read, needed_by=self)
        job.tell(self, succeeded=self._on_loaded, refused=self._on_load_refused)

    def _show_cases(self) -> None:
        portfolio = self.context.workspace.portfolio
        if not portfolio.is_loaded:
            return
        was_loading = self._stack.currentWidget() is self._loading
        self._stack.setCurrentWidget(self.list if portfolio.rows else self.empty)
        self.list.show_cases(self._mark)
        self.ready_hint.show_rows(portfolio.rows)
        self._mark = ""
        self.headline_changed.emit()
        if was_loading and self.isVisible():
            self.take_focus()

    def _on_stack_changed(self) -> None:
        self._hints.setVisible(self._stack.currentWidget() in (self._loading, self.list, self._empty))

    def _show_board(self) -> None:
        self.navigated.emit("cases", BOARD)

    def _begin_case(self) -> None:
        self.navigated.emit("new-case", "")

    def _begin_import(self) -> None:
        self.navigated.emit("case-import", "")

    def _begin_list(self) -> None:
        self.navigated.emit("case-list", "")

    def _begin_request(self) -> None:
        if not self.isVisible():
            self.navigated.emit("cases", "request")
            return
        self._stack.setCurrentWidget(self.request_form)
        self.request_form.take_focus()

    def _on_loaded(self, _rows: tuple[PortfolioRow, ...]) -> None:
        if self._stack.currentWidget() is self._loading:  # else a request was begun before the lock, and goes on
            self._show_cases()
        if self.isVisible():
            self.retention_hint.read()

    def _on_load_refused(self, error: AdvisorError) -> None:
        self._loading.setText(self.tr("Die Fälle lassen sich gerade nicht lesen."))
        self.warned.emit(sentence(error, self.context.workspace.texts))

    def _on_list_opened(self, case_id: str) -> None:
        self.navigated.emit(f"case:{case_id}", "")

    def _on_list_moved(self, case_id: str, booking: str, state: BookingState) -> None:
        """Put a booking into another state; what is not usual is said, never prevented."""
        workspace = self.context.workspace
        try:
            session = workspace.cases.open(case_id)
            unusual = workspace.bookings.unusual(session.case, [booking], state)
            session.apply(*workspace.bookings.moved(session.case, [booking], state))
        except AdvisorError as error:
            self.warned.emit(sentence(error, workspace.texts))
            return
        workspace.portfolio.update(session.case)
        self._show_cases()
        for before in unusual:
            from advisor_app.texts.bookings import unusual_words  # here: the list begins without it

            self.noticed.emit(unusual_words(before, state, workspace.texts))

    def _on_request_form_noted(self, case_id: str, sentence: str) -> None:
        self._mark = case_id
        self._stack.setCurrentWidget(self.list)
        self._show_cases()
        self.list.take_focus()
        self.noticed.emit(sentence)

    def _on_request_form_kept(self, case_id: str) -> None:
        self._stack.setCurrentWidget(self.list)
        self._on_list_opened(case_id)

    def _on_recovery_wanted(self) -> None:
        self._stack.setCurrentWidget(self.first_sheet)
        self.first_sheet.begin()

    def _on_first_sheet_done(self) -> None:
        self.protection_changed.emit()
        self._stack.setCurrentWidget(self.request_form)
        self.request_form.note()

    def _on_request_form_left(self) -> None:
        self._stack.setCurrentWidget(self.list)
        self._show_cases()
        self.take_focus()
