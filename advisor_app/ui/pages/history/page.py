"""The page of the history: filters above, entries at the left, one of them in full at the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from advisor_app.domain.changes import Change
from advisor_app.domain.errors import AdvisorError
from advisor_app.override import override
from advisor_app.services.history import Entry, Selection
from advisor_app.services.history import HistoryPage as Entries
from advisor_app.texts.errors import sentence
from advisor_app.ui.pages.history.detail import EntryDetail
from advisor_app.ui.pages.history.entry_list import EntryList, EntryModel
from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.command import Command
from advisor_app.ui.shell.page import CasePage, PageContext
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.choice_field import ChoiceBox
from advisor_app.ui.widgets.labels import TextLabel, vertical_hairline
from advisor_app.ui.widgets.search_field import SearchField

_STACKED_BELOW = 820
_KINDS = (
    "answer", "statement", "target", "measure", "plan", "use-case", "section", "booking", "agenda-day", "note",
    "contact", "head", "evidence",
)  # fmt: skip


class _Read(NamedTuple):
    """What the background has read."""

    entries: Entries
    authors: list[str]


class HistoryPage(CasePage):
    """Verlauf. ``open_item("4.5.1")`` shows the history of one answer; ``open_item("")`` of the whole case."""

    def __init__(self, context: PageContext, bridge: CaseBridge, parent: QWidget | None = None) -> None:
        super().__init__(context, bridge, parent)
        theming, workspace = context.theming, context.workspace
        language = workspace.preferences.language
        self._older: int | None = None
        self._question = ""
        self._job: Job[_Read] | None = None
        self._appends = False
        self._kept = ""
        self.search = SearchField(theming, self.tr("Im Verlauf suchen"), "Ctrl+F")
        self.kind = ChoiceBox()
        self.person = ChoiceBox()
        self.question_button = Button(theming, "", "x", "chip")
        self.model = EntryModel(language, self)
        self.list = EntryList(theming, self.model)
        self.detail = EntryDetail(theming, language)
        self.more_button = Button(theming, self.tr("Ältere Einträge zeigen"), "chevron-down", "link")
        self._empty = TextLabel(theming, "", "emphasised", "secondary", wrap=True)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._read()

    @override
    def refresh(self, changes: tuple[Change, ...]) -> None:
        self._read()

    @override
    def commands(self) -> Sequence[Command]:
        return (
            Command(
                title=self.tr("Verlauf durchsuchen"),
                kind=self.tr("Verlauf"),
                act=self.search.setFocus,
                icon="search",
                keys="Ctrl+F",
            ),
        )

    @override
    def open_item(self, item: str) -> None:
        self._question = item
        self._read()

    def _lay_out(self) -> None:
        self.kind.setAccessibleName(self.tr("Art der Einträge"))
        self.person.setAccessibleName(self.tr("Wer geändert hat"))
        self.kind.addItem(self.tr("alles"), "")
        for box in (self.kind, self.person):
            box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
        for kind in _KINDS:
            self.kind.addItem(self.context.workspace.texts(f"history.kind.{kind}"), kind)
        self.question_button.hide()
        self.setFocusProxy(self.list)
        filters = QHBoxLayout()
        filters.setContentsMargins(24, 12, 24, 12)
        filters.setSpacing(12)
        filters.addWidget(self.search, 2)
        filters.addWidget(self.kind)
        filters.addWidget(self.person)
        filters.addWidget(self.question_button)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 8)
        column.addWidget(self.list, 1)
        column.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignHCenter)
        both = QWidget()
        both.setProperty("kind", "paper")
        both.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        both.setLayout(self._body)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)
        self._body.addWidget(left, 5)
        self._body.addWidget(vertical_hairline())
        self._body.addWidget(self.detail, 4)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack.addWidget(both)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(filters)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self.search.setFocus)
        self.search.searched.connect(lambda _text: self._read())
        self.search.moved_down.connect(self.list.setFocus)
        self.search.entered.connect(self.list.setFocus)
        self.kind.activated.connect(lambda _index: self._read())
        self.person.activated.connect(lambda _index: self._read())
        self.question_button.clicked.connect(lambda: self.open_item(""))
        self.list.chosen.connect(self._on_list_chosen)
        self.list.wants_more.connect(self._read_older)
        self.more_button.clicked.connect(self._read_older)
        self.detail.restore_wanted.connect(self._on_detail_restore_wanted)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stacked = event.size().width() < self.context.theming.scaled(_STACKED_BELOW)
        direction = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._body.setDirection(direction)

    def _read(self) -> None:
        """Read the newest entries that fit the filters, in the background."""
        current = self.list.current
        self._kept = current.row if current is not None else self._kept
        self.question_button.setVisible(bool(self._question))
        self.question_button.setText(self.tr("nur Frage {question}").format(question=self._question))
        self._start(None)

    def _read_older(self) -> None:
        if self._older is not None and self._job is None:
            self._start(self._older)

    def _start(self, before: int | None) -> None:
        history, case = self.context.workspace.history, self.bridge.case
        selection = Selection(
            kind=self.kind.currentData() or "", author=self.person.currentData() or "", question=self._question
        )
        text = self.search.text()
        if self._job is not None:
            self._job.drop(self)
        job: Job[_Read] = self.context.lane.run(
            lambda _job: _Read(history.page(case, selection, text=text, before=before), history.authors(case)),
            needed_by=self,
        )
        self._job = job
        self._appends = before is not None
        job.tell(self, succeeded=self._on_job_succeeded, refused=self._on_job_refused)

    def _on_job_succeeded(self, read: _Read) -> None:
        self._job = None
        self._older = read.entries.older
        if self._appends:
            self.model.append_entries(read.entries.entries)
        else:
            self._show_authors(read.authors)
            self.model.show_entries(read.entries.entries)
            self.list.mark(self._kept)
        found = bool(self.model.entries)
        self._stack.setCurrentIndex(0 if found else 1)
        self._empty.setText(self.tr("Hier steht, wer was geändert hat. Zu dieser Auswahl gibt es keine Einträge."))
        self.more_button.setVisible(self._older is not None)

    def _show_authors(self, authors: list[str]) -> None:
        chosen = self.person.currentData()
        self.person.clear()
        self.person.addItem(self.tr("alle Personen"), "")
        for author in authors:
            self.person.addItem(author, author)
        self.person.setCurrentIndex(max(0, self.person.findData(chosen)))

    def _on_list_chosen(self, entry: Entry | None) -> None:
        if entry is not None:
            restoring = self.context.workspace.history.restoring(self.bridge.case, entry)
            self.detail.show_entry(entry, restoring)

    def _on_detail_restore_wanted(self, entry: Entry) -> None:
        history = self.context.workspace.history
        self._kept = ""
        self.list.clearSelection()
        self.list.setCurrentIndex(self.model.index(-1))
        if self.bridge.perform(lambda session: history.restore(session, entry)):
            self.noticed.emit(self.tr("Der frühere Stand gilt wieder: {title}.").format(title=entry.title))

    def _on_job_refused(self, error: AdvisorError) -> None:
        self._job = None
        self.warned.emit(sentence(error, self.context.workspace.texts))
