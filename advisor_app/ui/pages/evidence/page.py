"""The evidence page: everything the case has, or the photos of a folder that are being brought to their places."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from advisor_app.domain.changes import Change, EvidenceSet
from advisor_app.domain.errors import AdvisorError
from advisor_app.domain.evidence import WHOLE_CASE, EvidenceKind
from advisor_app.override import override
from advisor_app.services.evidence import Intake
from advisor_app.services.photo_import import FoundPhoto, brought, look_through
from advisor_app.texts.errors import sentence
from advisor_app.ui.pages.evidence.groups import EvidenceGroups
from advisor_app.ui.pages.evidence.import_panel import ImportPanel
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.command import Command
from advisor_app.ui.shell.page import CasePage, PageContext
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.empty_state import EmptyState
from advisor_app.ui.widgets.evidence_intake import EvidenceIntake, is_offered, step_of
from advisor_app.ui.widgets.evidence_viewer import EvidenceViewer
from advisor_app.ui.widgets.labels import TextLabel


class EvidencePage(CasePage):
    """Nachweise. Files dropped or pasted here belong to the case as a whole."""

    def __init__(self, context: PageContext, bridge: CaseBridge, parent: QWidget | None = None) -> None:
        super().__init__(context, bridge, parent)
        theming = context.theming
        self._folder = Path()
        self.intake = EvidenceIntake(context, bridge, self)
        self._counted = TextLabel(theming, "", "body", "secondary")
        self.add_button = Button(theming, self.tr("Nachweis hinzufügen"), "paperclip")
        self.import_button = Button(theming, self.tr("Fotos einlesen"), "camera", "primary")
        self.groups = EvidenceGroups(context)
        self.panel = ImportPanel(context)
        self._empty = EmptyState(
            theming,
            icon="paperclip",
            title=self.tr("Noch keine Nachweise"),
            sentence=self.tr(
                "Hier stehen Fotos von Flipcharts, Bildschirmfotos und Dateien, nach Fragen und Schritten geordnet. "
                "Sie werden verschlüsselt gespeichert; aus Fotos werden Ort und Kameradaten entfernt."
            ),
            action=self.tr("Nachweis hinzufügen"),
            other=self.tr("Fotos einer Kamera einlesen"),
        )
        self._list = QWidget()
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._show()

    @override
    def refresh(self, changes: tuple[Change, ...]) -> None:
        if any(isinstance(change, EvidenceSet) for change in changes):
            self._show()

    @override
    def open_item(self, item: str) -> None:
        self.groups.open(item)

    @override
    def commands(self) -> Sequence[Command]:
        kind = self.tr("Nachweise")
        return [
            Command(title=self.tr("Nachweis hinzufügen"), kind=kind, act=self._add_files, icon="paperclip"),
            Command(title=self.tr("Fotos einlesen"), kind=kind, act=self._choose_folder, icon="camera"),
        ]

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if is_offered(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        if self.intake.take(event.mimeData(), WHOLE_CASE):
            event.acceptProposedAction()

    def look_through(self, folder: Path) -> None:
        """Look through a folder for photos and show where they belong."""
        self._folder = folder
        texts = self.context.workspace.texts
        job = self.context.lane.run(lambda job: look_through(folder, texts, step_of(job)), needed_by=self)
        job.tell(self, succeeded=self._on_folder_read, refused=self._on_job_refused)

    def _lay_out(self) -> None:
        self.setAcceptDrops(True)
        head = QHBoxLayout()
        head.setContentsMargins(24, 16, 24, 0)
        head.setSpacing(12)
        head.addWidget(self._counted)
        head.addStretch(1)
        head.addWidget(self.add_button)
        head.addWidget(self.import_button)
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self.groups, 1)
        for widget in (self._list, self._empty, self.panel):
            self._stack.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def _connect(self) -> None:
        paste = QShortcut(QKeySequence.StandardKey.Paste, self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(lambda: self.intake.paste(WHOLE_CASE))
        self.add_button.clicked.connect(self._add_files)
        self.import_button.clicked.connect(self._choose_folder)
        self._empty.wanted.connect(self._add_files)
        self._empty.other_wanted.connect(self._choose_folder)
        self.groups.opened.connect(self._on_groups_opened)
        self.panel.confirmed.connect(self._on_panel_confirmed)
        self.panel.left.connect(self._leave_panel)
        self.intake.noticed.connect(self.noticed)
        self.intake.warned.connect(self.warned)

    def _show(self) -> None:
        case = self.bridge.case
        self.groups.show_case(case)
        pieces = case.evidence.values()
        photos = sum(piece.kind is EvidenceKind.PHOTO and not piece.is_awaited for piece in pieces)
        waiting = sum(piece.is_awaited for piece in pieces)
        words = [self.tr("{count} Fotos").format(count=photos)] if photos != 1 else [self.tr("1 Foto")]
        files = len(pieces) - photos - waiting
        words += [self.tr("{count} Dateien").format(count=files)] if files > 1 else [self.tr("1 Datei")] * files
        words += [self.tr("{count} folgen noch").format(count=waiting)] if waiting else []
        self._counted.setText(" · ".join(words))
        if self._stack.currentWidget() is not self.panel:
            self._stack.setCurrentWidget(self._list if pieces else self._empty)

    def _leave_panel(self) -> None:
        self._stack.setCurrentWidget(self._list)
        self._show()

    def _add_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Nachweis hinzufügen"))
        if names:
            self.intake.add_files([Path(name) for name in names], WHOLE_CASE)

    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Ordner mit Fotos wählen"))
        if name:
            self.look_through(Path(name))

    def _on_groups_opened(self, pieces: list[str], shown: str) -> None:
        viewer = EvidenceViewer(self.context, self.bridge, self.intake, pieces, self)
        viewer.show_piece(shown)
        viewer.removed.connect(self.removed)
        viewer.open()

    def _on_folder_read(self, photos: list[FoundPhoto]) -> None:
        if not photos:
            words = self.tr("In „{folder}“ liegen keine Fotos.").format(folder=self._folder.name)
            self.warned.emit(words)
            return
        self.panel.show_photos(self.bridge.case, self._folder, photos)
        self._stack.setCurrentWidget(self.panel)

    def _on_panel_confirmed(self) -> None:
        room = self.context.workspace.evidence
        files = [choice.file for choice in self.panel.choices]
        self.panel.setEnabled(False)
        job = self.context.lane.run(
            lambda job: room.take_in(files, step_of(job)),
            needed_by=self,
            lost=lambda intake: room.give_up(intake.stored),
        )
        job.tell(self, succeeded=self._on_photos_taken, refused=self._on_job_refused)

    def _on_photos_taken(self, intake: Intake) -> None:
        room, panel = self.context.workspace.evidence, self.panel
        changes = brought(self.bridge.case, room, intake.stored, panel.choices, panel.clock_ahead)
        panel.setEnabled(True)
        if changes and not self.bridge.edit(*changes):
            return
        self._leave_panel()
        if changes:
            if len(changes) == 1:
                words = self.tr("1 Foto übernommen. Strg+Z nimmt das zurück.")
            else:
                words = self.tr("{count} Fotos übernommen. Strg+Z nimmt das zurück.").format(count=len(changes))
            self.noticed.emit(words)
        if intake.refused:
            self._on_job_refused(intake.refused[0])

    def _on_job_refused(self, error: AdvisorError) -> None:
        self.panel.setEnabled(True)
        self.warned.emit(sentence(error, self.context.workspace.texts))
