"""„Laptopwechsel“: pack here, unpack there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from advisor_app.domain.errors import AdvisorError
from advisor_app.services.moving import Packed, look_into, may_pack, pack
from advisor_app.texts.errors import sentence
from advisor_app.ui.pages.backups.wording import size_of, when
from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.buttons import Button, button_row
from advisor_app.ui.widgets.file_choice import ChooseFile, ChooseFolder
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.paragraph import Paragraph


class MoveCard(QFrame):
    """``accepted(path)`` asks to put what was packed in place of the present data."""

    accepted = Signal(object)
    protection_wanted = Signal()
    noticed = Signal(str)
    warned = Signal(str)

    def __init__(
        self,
        context: PageContext,
        choose_folder: ChooseFolder,
        choose_file: ChooseFile,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._choose_folder = choose_folder
        self._choose_file = choose_file
        self._file: Path | None = None
        theming = context.theming
        self.setProperty("kind", "card")
        words = self.tr(
            "Am alten Rechner packen: alle Fälle, Fotos, Einstellungen, Logos und eigenen Inhaltspakete in eine Datei, "
            "etwa auf einem USB-Stick. Am neuen Rechner auspacken: Das Programm vergleicht dabei jede Datei und öffnet "
            "die Daten dann mit Ihrer Passphrase oder Ihrem Wiederherstellungscode."
        )
        self._lacking = Paragraph(
            theming,
            self.tr(
                "Bisher öffnet nur dieser Rechner die Daten. Drucken Sie zuerst das Wiederherstellungsblatt oder legen "
                "Sie eine Passphrase fest."
            ),
            "body",
            "amber",
        )
        self.protect_button = Button(theming, self.tr("Zum Schutz der Daten"), "shield-check", "link")
        self.pack_button = Button(theming, self.tr("Packen …"), "luggage")
        self.unpack_button = Button(theming, self.tr("Auspacken …"), "download")
        self._preview = TextLabel(theming, "", "body", weight=600, wrap=True)
        self.accept_button = Button(theming, self.tr("Jetzt auspacken"), "check")
        self.leave_button = Button(theming, self.tr("Abbrechen"), "x", "link")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(8)
        layout.addWidget(Paragraph(theming, words, "body", "secondary"))
        layout.addWidget(self._lacking)
        layout.addLayout(button_row(self.pack_button, self.unpack_button, self.protect_button))
        layout.addWidget(self._preview)
        layout.addLayout(button_row(self.accept_button, self.leave_button))
        self.pack_button.clicked.connect(self._on_pack_button_clicked)
        self.unpack_button.clicked.connect(self._on_unpack_button_clicked)
        self.protect_button.clicked.connect(self.protection_wanted)
        self.accept_button.clicked.connect(self._on_accept_button_clicked)
        self.leave_button.clicked.connect(lambda: self._show_preview(None, ""))
        self._show_preview(None, "")
        self.show_state()

    @property
    def words(self) -> str:
        """What is said about a chosen file, empty while none is."""
        return "" if self._preview.isHidden() else self._preview.text()

    def show_state(self) -> None:
        """Offer packing only where the data can be opened elsewhere."""
        can_pack = may_pack(self._context.workspace.folder)
        self.pack_button.setEnabled(can_pack)
        self._lacking.setVisible(not can_pack)
        self.protect_button.setVisible(not can_pack)

    def look_into(self, file: Path) -> None:
        """Say what a packed file holds, and ask whether it shall take the place of the present data."""
        workspace = self._context.workspace
        try:
            backup = look_into(file)
        except AdvisorError as error:
            self._refuse(error)
            return
        language = workspace.preferences.language
        words = self.tr(
            "Gepackt {when}. Fälle: {count}, Fotos und Dateien: {files}, {size}. Die Daten von jetzt werden im "
            "Datenordner unter „aside“ aufgehoben."
        )
        time = when(backup.made_at, workspace.clock.now(), language)
        size = size_of(file.stat().st_size, language)
        self._show_preview(file, words.format(when=time, count=backup.cases, files=backup.evidence, size=size))

    def _show_preview(self, file: Path | None, words: str) -> None:
        self._file = file
        self._preview.setText(words)
        for widget in (self._preview, self.accept_button, self.leave_button):
            widget.setVisible(file is not None)

    def _on_pack_button_clicked(self) -> None:
        target = self._choose_folder(self, self.tr("Ordner für die Umzugsdatei wählen"))
        if target is None:
            return
        workspace, words = self._context.workspace, self.tr("Packen …")
        backups, clock = workspace.backups, workspace.clock

        def run(job: Job[Packed]) -> Packed:
            def report(share: float) -> None:
                job.checkpoint()
                job.report(share, words)

            return pack(backups, clock, target, report)

        self.pack_button.setEnabled(False)
        job = self._context.lane.run(run)
        job.tell(self, succeeded=self._on_packed, refused=self._refuse, ended=self.show_state)

    def _on_packed(self, packed: Packed) -> None:
        words = self.tr("Gepackt und nachgelesen: „{file}“. Fälle: {count}, Fotos und Dateien: {files}.")
        self.noticed.emit(words.format(count=packed.backup.cases, files=packed.backup.evidence, file=packed.file))

    def _on_unpack_button_clicked(self) -> None:
        kinds = self.tr("Umzugsdatei (*.bkmove);;Alle Dateien (*)")
        file = self._choose_file(self, self.tr("Umzugsdatei wählen"), kinds)
        if file is not None:
            self.look_into(file)

    def _on_accept_button_clicked(self) -> None:
        file = self._file
        self._show_preview(None, "")
        self.accepted.emit(file)

    def _refuse(self, error: AdvisorError) -> None:
        self.warned.emit(sentence(error, self._context.workspace.texts))
