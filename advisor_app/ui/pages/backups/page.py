"""The page of backups."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from advisor_app.domain.backup import Backup, BackupContents
from advisor_app.domain.errors import AdvisorError
from advisor_app.override import override
from advisor_app.services.backup_places import BackupList
from advisor_app.services.data_lock import Access, hold
from advisor_app.services.entrance import Secret, enter, with_secret_in
from advisor_app.services.moving import unpack
from advisor_app.texts.errors import sentence
from advisor_app.ui.pages.backups.backup_list import BackupRows
from advisor_app.ui.pages.backups.finder import Finder
from advisor_app.ui.pages.backups.move_card import MoveCard
from advisor_app.ui.pages.backups.restore_preview import RestorePreview
from advisor_app.ui.pages.backups.state_card import StateCard, folder_to_use
from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.page import Page, PageContext, Replaced
from advisor_app.ui.widgets.file_choice import ChooseFile, ChooseFolder, file_to_open
from advisor_app.ui.widgets.labels import TextLabel


class BackupsPage(Page):
    """State, list, search and move; whatever takes long is done in the background."""

    def __init__(
        self,
        context: PageContext,
        choose_folder: ChooseFolder = folder_to_use,
        choose_file: ChooseFile = file_to_open,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent)
        self._secret: Secret | None = None  # of the backup in the preview, where it was typed
        self.state = StateCard(context, choose_folder)
        self.preview = RestorePreview(context)
        self.list = BackupRows(context)
        self._list_title = TextLabel(context.theming, self.tr("Vorhandene Sicherungen"), "section")
        self.finder = Finder(context, choose_folder)
        self.move_card = MoveCard(context, choose_folder, choose_file)
        self._lay_out()
        self.state.changed.connect(self.read)
        self.list.verify_wanted.connect(self._on_verify_wanted)
        self.list.restore_wanted.connect(self._on_restore_wanted)
        self.finder.restore_wanted.connect(self._on_restore_wanted)
        self.finder.unpack_wanted.connect(self._on_unpack_wanted)
        self.finder.case_wanted.connect(lambda file: self.navigated.emit("case-import", str(file)))
        self.finder.folder_wanted.connect(self.folder_wanted)
        self.preview.secret_given.connect(self._on_secret_given)
        self.preview.accepted.connect(self._on_preview_accepted)
        self.preview.left.connect(self._on_preview_left)
        self.move_card.accepted.connect(self._on_move_accepted)
        self.move_card.protection_wanted.connect(lambda: self.navigated.emit("settings", "protection"))
        for part in (self.state, self.move_card):
            part.noticed.connect(self.noticed)
            part.warned.connect(self.warned)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.move_card.show_state()
        self.read()

    def read(self) -> None:
        """Read what backups there are, in the background: a stick may be slow."""
        backups = self.context.workspace.backups

        def run(_: Job[tuple[BackupList, bool]]) -> tuple[BackupList, bool]:
            return backups.list(), backups.is_second_present

        self.context.lane.run(run, needed_by=self).tell(self, succeeded=self._on_read)

    def _lay_out(self) -> None:
        theming = self.context.theming
        column = QWidget()
        column.setMaximumWidth(theming.scaled(960))
        parts = QVBoxLayout(column)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(12)
        parts.addWidget(self.state)
        parts.addWidget(self.preview)
        parts.addSpacing(8)
        parts.addWidget(self._list_title)
        parts.addWidget(self.list)
        parts.addSpacing(8)
        parts.addWidget(TextLabel(theming, self.tr("Meine Daten finden"), "section"))
        parts.addWidget(self.finder)
        parts.addSpacing(8)
        parts.addWidget(TextLabel(theming, self.tr("Laptopwechsel"), "section"))
        parts.addWidget(self.move_card)
        parts.addStretch(1)
        content = QWidget()
        content.setProperty("kind", "paper")
        row = QHBoxLayout(content)
        row.setContentsMargins(24, 20, 24, 28)
        row.addWidget(column, 1)
        row.addStretch(0)
        self._scroll = QScrollArea()
        self._scroll.setWidget(content)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scroll)

    def _on_read(self, read: tuple[BackupList, bool]) -> None:
        listed, is_second_present = read
        self.state.show_state(listed, is_second_present=is_second_present)
        self.list.show_backups(listed)
        for widget in (self._list_title, self.list):
            widget.setVisible(bool(listed.backups or listed.unreadable))

    def _on_verify_wanted(self, backup: Backup) -> None:
        self.tried.emit()
        backups, words = self.context.workspace.backups, self.tr("Prüfen …")

        def run(job: Job[bool]) -> bool:
            def report(share: float) -> None:
                job.checkpoint()
                job.report(share, words)

            return backups.verify(backup, report)

        job = self.context.lane.run(run, needed_by=self)
        job.tell(self, succeeded=self._on_verified, refused=self._refuse)

    def _on_verified(self, opened: bool) -> None:  # noqa: FBT001 — a signal's argument
        if opened:
            self.noticed.emit(self.tr("Die Sicherung ist in Ordnung: Alle Prüfsummen, Seiten und Zahlen stimmen."))
        else:
            self.noticed.emit(
                self.tr("Die Sicherung ist unverändert. Ohne ihren Schlüssel sind nur die Prüfsummen verglichen.")
            )

    def _on_restore_wanted(self, backup: Backup) -> None:
        self.tried.emit()
        backups = self.context.workspace.backups
        self._secret = None
        job = self.context.lane.run(lambda _: backups.contents(backup), needed_by=self)
        job.tell(self, succeeded=partial(self._show_preview, backup), refused=self._refuse)

    def _on_secret_given(self, backup: Backup, text: str) -> None:
        backups = self.context.workspace.backups

        def look(secret: Secret) -> tuple[Secret, BackupContents]:
            return secret, backups.contents(backup, secret)

        job = self.context.lane.run(lambda _: with_secret_in(text, look), needed_by=self)
        job.tell(
            self,
            succeeded=partial(self._on_preview_opened, backup),
            refused=lambda error: self.preview.refuse(sentence(error, self.context.workspace.texts)),
        )

    def _on_preview_opened(self, backup: Backup, opened: tuple[Secret, BackupContents]) -> None:
        if self.preview.backup is backup:  # not left meanwhile
            self._secret, contents = opened
            self._show_preview(backup, contents)

    def _on_preview_left(self) -> None:
        self._secret = None
        self.state.show()

    def _show_preview(self, backup: Backup, contents: BackupContents) -> None:
        self.preview.show_contents(backup, contents)
        self.state.hide()  # one thing at a time
        self._scroll.verticalScrollBar().setValue(0)

    def _on_preview_accepted(self, backup: Backup, without_evidence: bool) -> None:  # noqa: FBT001 — a signal's argument
        workspace, secret = self.context.workspace, self._secret
        backups, policy = workspace.backups, workspace.policy
        self._secret = None
        restored = self.tr("Wiederhergestellt. Fälle: {count}.")
        kept = self.tr("Was vorher da war, liegt in „{folder}“.")

        def replacement(report: Callable[[float], None]) -> Replaced:
            done = backups.restore(backup, report, without_evidence=without_evidence)
            words = restored.format(count=backup.cases)
            if done.aside is not None:
                words = f"{words} {kept.format(folder=done.aside)}"
            profile = None
            if secret is not None:
                with suppress(AdvisorError):  # then the window asks
                    profile = enter(backups.folder, policy, secret)
            return Replaced(words=words, profile=profile)

        self.data_replacing.emit(replacement)

    def _on_unpack_wanted(self, file: Path) -> None:
        self.move_card.look_into(file)
        self._scroll.ensureWidgetVisible(self.move_card)

    def _on_move_accepted(self, file: Path) -> None:
        folder = self.context.workspace.folder
        arrived = self.tr(
            "Vollständig angekommen. Fälle: {count}, Fotos und Dateien: {files}. Alle Prüfsummen stimmen."
        )

        def replacement(report: Callable[[float], None]) -> Replaced:
            with hold(folder, Access.WINDOW):
                done = unpack(folder, file, report=report, replace_other=True)
            return Replaced(words=arrived.format(count=done.backup.cases, files=done.evidence))

        self.data_replacing.emit(replacement)

    def _refuse(self, error: AdvisorError) -> None:
        self.warned.emit(sentence(error, self.context.workspace.texts))
