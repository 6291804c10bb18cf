"""The page of content packs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from advisor_app.domain.errors import AdvisorError
from advisor_app.override import override
from advisor_app.services.packs import ListedPack, PackFinding, PackList, TakenIn
from advisor_app.texts.errors import sentence
from advisor_app.ui.pages.contents.about_sections import findings_section, refusal
from advisor_app.ui.pages.contents.blocks import Section
from advisor_app.ui.pages.contents.exchange import Exchange
from advisor_app.ui.pages.contents.head import Head, Question
from advisor_app.ui.pages.contents.read_pack import ReadPack, compare, not_compared, read_pack
from advisor_app.ui.pages.contents.reader import Reader
from advisor_app.ui.pages.contents.reopening import reopen
from advisor_app.ui.pages.contents.side import Side
from advisor_app.ui.pages.contents.wording import version_of
from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.command import Command
from advisor_app.ui.shell.page import Page, PageContext
from advisor_app.ui.widgets.announce import announce
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import vertical_hairline

T = TypeVar("T")

_FINDINGS = "findings"
_PATIENCE_MS = 150
"""How long the pack before may stand below the name of one that is still being read."""


class ContentsPage(Page):
    """Inhalte. ``open_item("m4/questionnaire/4.3")`` shows a dimension, ``open_item("m4")`` a pack."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        theming = context.theming
        self.packs = context.workspace.packs
        self._list = PackList(packs=(), is_changed=False)
        self._findings: Mapping[Path, Sequence[PackFinding]] = {}
        self._shown: ListedPack | None = None
        self._read: ReadPack | None = None
        self._is_readable = True
        self._comparison = not_compared(())
        self._refusal: Section | None = None
        self._wanted: list[str] = []
        self._hiding = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._is_writable = not context.workspace.is_read_only
        self.side = Side(theming)
        self.head = Head(theming)
        self.reopen_card = Question(
            theming, Button(theming, self.tr("Jetzt neu öffnen"), "refresh-cw", "primary"), None
        )
        self.exchange = Exchange(context, self.packs, self)
        self.reader = Reader(theming, self.side)
        for unread in (self.head, self.reader):  # there is nothing to say until the packs are read
            unread.hide()
        self._lay_out()
        self._guard()
        self._connect()

    # What the window asks of a page

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.look()

    @override
    def commands(self) -> Sequence[Command]:
        kind = self.tr("Inhalte")
        reading = (
            Command(
                title=self.tr("Im Paket suchen"),
                kind=kind,
                act=self.reader.search.setFocus,
                icon="search",
                keys="Ctrl+F",
            ),
            Command(title=self.tr("Drucken"), kind=kind, act=self.reader.print_shown, icon="printer", keys="Ctrl+P"),
            Command(title=self.tr("Pakete prüfen"), kind=kind, act=self.check, icon="shield-check"),
        )
        if not self._is_writable:
            return reading
        take_book, take_folder = self.exchange.take_workbook, self.exchange.take_folder
        return (
            *reading,
            Command(title=self.tr("Arbeitsmappe einlesen"), kind=kind, act=take_book, icon="file-input"),
            Command(title=self.tr("Paketordner einlesen"), kind=kind, act=take_folder, icon="folder-open"),
        )

    @override
    def open_item(self, item: str) -> None:
        self._wanted = item.split("/")
        if self._list.packs:
            self._show_wanted_pack()

    @override
    def present_item(self) -> str:
        shown = "" if self._shown is None else self._shown.pack.id
        return "/".join((shown, *self.reader.place)).rstrip("/")

    def look(self) -> None:
        """See what packs there are; once one is read, all are checked where that has not been done."""
        self._run(self.packs.all, self._on_listed)

    def check(self) -> None:
        """Check all packs in the background."""
        self.head.check_button.setEnabled(False)
        job = self._run(self.packs.check, self._on_checked)
        job.tell(self, ended=lambda: self.head.check_button.setEnabled(True))

    # How it is put together

    def _lay_out(self) -> None:
        self.setFocusProxy(self.side.packs)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(24, 16, 24, 0)
        column.setSpacing(12)
        for widget in (self.reopen_card, self.exchange.replace_card, self.head):
            column.addWidget(widget)
        column.addWidget(self.reader, 1)
        right.setProperty("kind", "paper")
        scroll = QScrollArea()
        scroll.setObjectName("paper")
        scroll.setWidget(right)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addWidget(vertical_hairline())
        row.addWidget(scroll, 1)

    def _guard(self) -> None:
        """Where the data may only be read, packs are not changed either."""
        head, side = self.head, self.side
        for button in (side.workbook_button, side.folder_button, head.off_button, head.on_button, head.restore_button):
            button.setEnabled(self._is_writable)

    def _connect(self) -> None:
        self._hiding.timeout.connect(self._on_hiding_timeout)
        self.side.pack_chosen.connect(self._on_pack_chosen)
        self.reader.compare_wanted.connect(self._compare)
        self.side.workbook_wanted.connect(self.exchange.take_workbook)
        self.side.folder_wanted.connect(self.exchange.take_folder)
        self.head.check_wanted.connect(self.check)
        self.head.export_wanted.connect(self._on_export_wanted)
        self.head.switch_wanted.connect(self._switch)
        self.head.restore_wanted.connect(self._on_restore_wanted)
        self.reopen_card.accepted.connect(self._reopen)
        self.exchange.taken.connect(self._on_taken)
        self.exchange.refused.connect(self._on_not_taken)
        self.exchange.noticed.connect(self.noticed)
        self.exchange.warned.connect(self.warned)

    def _run(self, work: Callable[[], T], done: Callable[[T], object]) -> Job[T]:
        job = self.context.lane.run(lambda _: work())
        job.tell(self, succeeded=done, refused=self._on_refused)
        return job

    def _on_refused(self, error: AdvisorError) -> None:
        self.warned.emit(sentence(error, self.context.workspace.texts))

    # Packs

    def _on_listed(self, listed: PackList) -> None:
        self._list = listed
        self.side.show_packs(listed.packs, self._findings)
        if listed.is_changed:
            self.reopen_card.ask(
                self.tr(
                    "Die Pakete haben sich geändert. Was hier steht, gilt erst, wenn die Daten neu geöffnet sind; "
                    "bis dahin arbeitet das Programm mit den bisherigen. Begonnene Fälle behalten ihre Fragebögen."
                )
            )
        else:
            self.reopen_card.hide()
        self._show_wanted_pack()

    def _show_wanted_pack(self) -> None:
        packs = self._list.packs
        name = self._wanted[0] if self._wanted else ""
        shown = None if self._shown is None else self._shown.pack.folder
        by_name = [listed for listed in packs if listed.pack.id == name]
        used = [listed for listed in by_name if listed.pack.is_used]
        same = [listed for listed in packs if listed.pack.folder == shown] if not name else []
        first = [listed for listed in packs if listed.pack.is_used and listed.pack.id != "base"]
        chosen = next(iter((*used, *by_name, *same, *first, *packs)), None)
        if chosen is not None and (chosen != self._shown or self._list.is_changed or self._wanted):
            self._show_pack(chosen)

    def _on_pack_chosen(self, key: str) -> None:
        self._wanted = ["", self.reader.place[0]]
        self._refusal = None
        self._show_pack(next(listed for listed in self._list.packs if str(listed.pack.folder) == key))

    def _show_pack(self, listed: ListedPack) -> None:
        packs, texts, self._shown = self.packs, self.context.workspace.texts, listed
        self.side.packs.mark(str(listed.pack.folder))
        self.head.show_pack(listed, self._findings.get(listed.pack.folder))
        self.head.show()
        self._read, self._is_readable = None, listed.pack.flaw is None
        if not self._is_readable:
            self._show_findings()
            return
        self._hiding.start()
        job: Job[ReadPack] = self.context.lane.run(lambda _: read_pack(packs, listed, texts), needed_by=self)
        job.tell(self, succeeded=self._on_read, refused=lambda _: self._on_unreadable(listed))

    def _on_hiding_timeout(self) -> None:
        if self._read is None and self._is_readable:
            self.reader.hide()
            self.side.show_sections((), None)

    def _on_read(self, read: ReadPack) -> None:
        if self._shown is not None and read.contents.pack == self._shown.pack:
            self._read, self._comparison = read, not_compared(read.versions)
            self._show_sections()
            self._check_once()

    def _on_unreadable(self, listed: ListedPack) -> None:
        """It is not used, so nobody has looked yet whether it has an error."""
        if listed == self._shown:
            self._is_readable = False
            self._show_findings()

    def _show_findings(self) -> None:
        self._wanted = ["", _FINDINGS]
        self._show_sections()
        self._check_once()

    def _check_once(self) -> None:
        if not self._findings:
            self.check()

    def _on_checked(self, findings: Mapping[Path, Sequence[PackFinding]]) -> None:
        self._findings = findings
        self.side.show_packs(self._list.packs, findings)
        if self._shown is not None:
            self.head.show_pack(self._shown, findings.get(self._shown.pack.folder))
            self._show_sections()
            announce(self, self.head.words)

    # Sections

    def _show_sections(self) -> None:
        """Offer what there is to read, and show what is wanted or was shown."""
        if self._shown is None or (self._read is None and self._is_readable):
            return  # it is still being read
        read, found = self._read, findings_section(self._findings.get(self._shown.pack.folder))
        sections: tuple[Section, ...] = (found,)
        if read is not None:
            sections = (*read.sections, self._comparison, found)
        if self._refusal is not None:
            sections = (self._refusal, *sections)
        versions = [] if read is None else [version_of(version) for version in read.versions]
        section, group = (*self._wanted[1:], "", "")[:2]
        self._wanted = []
        self.reader.show_sections(sections, versions, section, group)
        self.reader.show()

    def _compare(self, place: int) -> None:
        packs, texts, read = self.packs, self.context.workspace.texts, self._read
        if read is not None:
            self._run(lambda: compare(packs, read, read.versions[place], texts), self._on_compared)

    def _on_compared(self, section: Section) -> None:
        self._comparison = section
        self.reader.show_comparison(section)

    # What changes packs

    def _switch(self, on: bool) -> None:  # noqa: FBT001 — from a signal
        if self._shown is not None:
            try:
                self.packs.switch(self._shown.pack.id, on=on)
            except AdvisorError as error:
                self._on_refused(error)
            self._look_again()

    def _on_export_wanted(self) -> None:
        if self._shown is not None:
            self.exchange.export(self._shown.pack)

    def _on_restore_wanted(self) -> None:
        if self._shown is not None:
            self.exchange.bring_back(self._shown.pack)

    def _on_taken(self, name: str) -> None:
        self._refusal = None
        self._wanted = [name]
        self._look_again()

    def _on_not_taken(self, taken: TakenIn) -> None:
        self._refusal = refusal(taken.name, taken.findings)
        self._wanted = ["", self._refusal.key]
        self._show_sections()

    def _look_again(self) -> None:
        self._findings = {}
        self.look()

    def _reopen(self) -> None:
        self.data_replacing.emit(reopen(self.context.workspace, self.tr("Die Daten sind neu geöffnet.")))
