"""The page for data protection of one case."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from advisor_app.domain.case import Person, Retention
from advisor_app.domain.changes import Change, PersonRetentionSet, RetentionSet
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.override import override
from advisor_app.services.clock import today
from advisor_app.services.erasure import ErasureRecord, Held, Named
from advisor_app.services.retention import person_kept
from advisor_app.texts.errors import sentence
from advisor_app.ui.pages.privacy.erasing_section import ErasingSection
from advisor_app.ui.pages.privacy.people_section import PeopleSection
from advisor_app.ui.pages.privacy.progress import ErasingDialog
from advisor_app.ui.pages.privacy.retention_section import RetentionSection
from advisor_app.ui.pages.privacy.texts_section import TextsSection
from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import CasePage, PageContext
from advisor_app.ui.widgets.file_choice import ChoosePlace, file_to_save
from advisor_app.ui.widgets.labels import hairline

Report = Callable[[float, str], None]
DONE = "erased"
"""The item with which a page is shown after something was erased."""


class PrivacyPage(CasePage):
    """Datenschutz of a case. ``choose_file`` asks where information for a person goes; an item is a person's id."""

    def __init__(
        self,
        context: PageContext,
        bridge: CaseBridge,
        choose_file: ChoosePlace = file_to_save,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, bridge, parent)
        theming, workspace = context.theming, context.workspace
        self._choose_file = choose_file
        self.people = PeopleSection(theming, workspace.texts, partial(today, workspace.clock))
        self.texts = TextsSection(theming)
        self.retention = RetentionSection(theming, workspace.texts, partial(today, workspace.clock))
        self.erasing = ErasingSection(theming, workspace.preferences.language)
        self.dialog: ErasingDialog | None = None
        self._scroll = QScrollArea()
        self._sought: QWidget | None = None
        self._after_erasing: Callable[[], None] = self._reopen
        self._lay_out()
        self._connect()
        self.refresh(())

    @override
    def refresh(self, changes: tuple[Change, ...]) -> None:
        case, terms = self.bridge.case, self.context.workspace.retention
        self.retention.show_retention(case.retention, terms.due_on(case), terms.months)
        people = terms.people(case)
        if changes and all(isinstance(change, RetentionSet | PersonRetentionSet) for change in changes):
            self.people.show_terms(case, people)
        else:
            self._sought = None
            self.people.show_people(case, people)
            self.erasing.show_case(case)
            self.texts.leave()

    @override
    def open_item(self, item: str) -> None:
        if item == DONE:
            self.noticed.emit(self.tr("Endgültig gelöscht. Der Nachweis steht in den Einstellungen."))
            return
        row = self.people.row_of(item)
        if row is not None:
            row.term.setFocus(Qt.FocusReason.OtherFocusReason)
            self._sought = row.term
            self._bring_in_sight()

    @override
    def flush(self) -> bool:
        self.people.flush()
        self.retention.flush()
        return True

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        erasure = self.context.workspace.erasure
        job: Job[Held] = self.context.lane.run(lambda _job: erasure.backups_hold(), needed_by=self)
        job.tell(self, succeeded=self.erasing.show_backups)

    def _lay_out(self) -> None:
        content, column = QWidget(), QWidget()
        content.setProperty("kind", "paper")
        column.setMaximumWidth(self.context.theming.scaled(960))
        sections = QVBoxLayout(column)
        sections.setContentsMargins(0, 0, 0, 0)
        sections.setSpacing(20)
        for section in (self.people, self.texts, self.retention, self.erasing):
            if sections.count():
                sections.addWidget(hairline())
            sections.addWidget(section)
        sections.addStretch(1)
        row = QHBoxLayout(content)
        row.setContentsMargins(24, 20, 24, 28)
        row.addWidget(column, 1)
        row.addStretch(0)
        scroll = self._scroll
        scroll.setWidget(content)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    def _connect(self) -> None:
        self._scroll.verticalScrollBar().rangeChanged.connect(self._bring_in_sight)
        self.people.export_wanted.connect(self._on_people_export_wanted)
        self.people.erase_begun.connect(self._on_people_erase_begun)
        self.people.erase_wanted.connect(self._on_people_erase_wanted)
        self.people.term_edited.connect(self._on_people_term_edited)
        self.people.typing.connect(self.typing)
        self.texts.search_wanted.connect(self._on_texts_search_wanted)
        self.texts.redact_wanted.connect(self._on_texts_redact_wanted)
        self.retention.edited.connect(self._on_retention_edited)
        self.retention.typing.connect(self.typing)
        self.erasing.personal_wanted.connect(self._on_erasing_personal_wanted)
        self.erasing.case_wanted.connect(self._on_erasing_case_wanted)
        self.erasing.backups_wanted.connect(self._on_erasing_backups_wanted)

    def _bring_in_sight(self) -> None:
        """Scroll to what was asked for; rows that were just built get their place only step by step."""
        if self._sought is not None:
            self._scroll.ensureWidgetVisible(self._sought)
            if not self._sought.visibleRegion().isEmpty():
                self._sought = None

    def _on_people_export_wanted(self, person: Person) -> None:
        workspace, case = self.context.workspace, self.bridge.case
        proposed = self.tr("Auskunft {name}.txt").format(name=_for_file(person.name))
        kinds = self.tr("Text (*.txt);;JSON (*.json)")
        file = self._choose_file(self, self.tr("Auskunft speichern"), proposed, kinds)
        if file is None:
            return
        export = workspace.person_export(case)
        job: Job[None] = self.context.lane.run(lambda _job: export.write(export.stored(case, person), file))
        words = self.tr("Die Auskunft steht in {file}.").format(file=file)
        job.tell(self, succeeded=lambda _: self.noticed.emit(words), refused=self._on_refused)

    def _on_people_term_edited(self, person: str, until: date | None, batch: str) -> None:
        self.bridge.edit(person_kept(self.bridge.case, person, until), batch=batch or None)

    def _on_people_erase_begun(self, people: list[Person]) -> None:
        workspace, case = self.context.workspace, self.bridge.case
        erasure = workspace.erasure
        job: Job[Named] = self.context.lane.run(lambda _job: erasure.naming(case, people), needed_by=self)
        words = workspace.record_words(case)
        job.tell(self, succeeded=lambda named: self.people.ask(people, named, words), refused=self._on_refused)

    def _on_people_erase_wanted(self, people: list[Person], keys: list[str], reason: str) -> None:
        erasure, case = self.context.workspace.erasure, self.bridge.case
        self._erase(lambda report: erasure.erase_people(case, people, keys, reason, report), self._reopen)

    def _on_texts_search_wanted(self, name: str) -> None:
        workspace, case = self.context.workspace, self.bridge.case
        erasure = workspace.erasure
        job: Job[Named] = self.context.lane.run(lambda _job: erasure.saying(case, name), needed_by=self)
        words = workspace.record_words(case)
        job.tell(self, succeeded=lambda named: self.texts.show_found(name, named, words), refused=self._on_refused)

    def _on_texts_redact_wanted(self, named: Named, keys: list[str], reason: str) -> None:
        erasure, case = self.context.workspace.erasure, self.bridge.case
        self._erase(lambda report: erasure.redact(case, named, keys, reason, report), self._reopen)

    def _on_retention_edited(self, until: date | None, reason: str, batch: str) -> None:
        after = None if until is None else Retention(until=until, reason=reason)
        self.bridge.edit(RetentionSet(self.bridge.case.retention, after), batch=batch or None)

    def _on_erasing_personal_wanted(self, reason: str) -> None:
        erasure, case = self.context.workspace.erasure, self.bridge.case
        self._erase(lambda report: erasure.erase_personal_data(case, reason, report), self._reopen)

    def _on_erasing_case_wanted(self, reason: str) -> None:
        erasure, case = self.context.workspace.erasure, self.bridge.case
        people = tuple(case.people.values())
        self._erase(lambda report: erasure.erase_case(case.id, reason, report, people), self._leave)

    def _on_erasing_backups_wanted(self) -> None:
        erasure = self.context.workspace.erasure
        self._erase(erasure.erase_old_backups, self._on_backups_erased)

    def _erase(self, work: Callable[[Report], ErasureRecord | None], after: Callable[[], None]) -> None:
        """Erase in the background while the window waits: whatever would be written meanwhile knows the old words."""
        job: Job[ErasureRecord | None] = self.context.lane.run(lambda job: work(job.report))
        self.dialog = ErasingDialog(self.context.theming, self.context.workspace.texts, job, self.window())
        self._after_erasing = after
        job.tell(self, succeeded=self._on_erased, refused=self._on_erasing_refused)
        self.dialog.open()

    def _on_erased(self, _record: ErasureRecord | None) -> None:
        self._after_erasing()

    def _on_erasing_refused(self, error: AdvisorError) -> None:
        if error.problem is Problem.ERASURE_UNFINISHED:  # what the window holds is gone all the same
            self._after_erasing()
        self._on_refused(error)

    def _reopen(self) -> None:
        """Open the case anew: what the window holds of it is no longer true."""
        workspace, case_id = self.context.workspace, self.bridge.case.id
        self.navigated.emit(f"case:{case_id}", f"privacy/{DONE}")
        workspace.portfolio.update(workspace.cases.load(case_id))

    def _leave(self) -> None:
        self.navigated.emit("cases", DONE)

    def _on_backups_erased(self) -> None:
        self.erasing.leave()
        self.erasing.show_backups(self.context.workspace.erasure.backups_hold())
        self.noticed.emit(self.tr("Eine neue Sicherung ist da, die älteren sind gelöscht."))

    def _on_refused(self, error: AdvisorError) -> None:
        self.warned.emit(sentence(error, self.context.workspace.texts))


def _for_file(name: str) -> str:
    """A name without what no file's name may hold."""
    return "".join(letter if letter.isalnum() or letter in " -" else "" for letter in name).strip()
