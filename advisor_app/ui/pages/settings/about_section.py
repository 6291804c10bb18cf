"""Where the data lie, which version this is, and whose work is in it."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from advisor_app import __version__
from advisor_app.services.licences import licence_texts
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel


class AboutSection(QWidget):
    """Data folder, version, content packs and licences."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        theming, workspace = context.theming, context.workspace
        folder = TextLabel(theming, str(workspace.folder), "body", wrap=True)
        self.folder_button = Button(theming, self.tr("Im Ordner zeigen"), "folder-open", "link")
        self.licences_button = Button(theming, self.tr("Lizenzen zeigen"), "file-text", "link")
        self.licences = QPlainTextEdit()
        self.licences.setReadOnly(True)
        self.licences.setAccessibleName(self.tr("Lizenzen"))
        self.licences.setMinimumHeight(240)
        self.licences.hide()
        packs = ", ".join(f"{name} {version}" for name, version in workspace.catalog.packs.items())
        place = QHBoxLayout()
        place.addWidget(folder, 1)
        place.addWidget(self.folder_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(TextLabel(theming, self.tr("Daten"), "section"))
        layout.addLayout(place)
        layout.addWidget(
            TextLabel(
                theming,
                self.tr("Alles liegt auf diesem Rechner. Das Programm baut keine Verbindung ins Netz auf."),
                "body",
                "secondary",
                wrap=True,
            )
        )
        layout.addSpacing(12)
        layout.addWidget(TextLabel(theming, self.tr("Über das Programm"), "section"))
        version = self.tr("Beraterkoffer {version}, Lizenz EUPL-1.2").format(version=__version__)
        layout.addWidget(TextLabel(theming, version, "body"))
        words = self.tr("Inhaltspakete: {packs}").format(packs=packs)
        layout.addWidget(TextLabel(theming, words, "body", "secondary", wrap=True))
        row = QHBoxLayout()
        row.addWidget(self.licences_button)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addWidget(self.licences)
        url = QUrl.fromLocalFile(str(workspace.folder))
        self.folder_button.clicked.connect(lambda: QDesktopServices.openUrl(url))
        self.licences_button.clicked.connect(self._on_licences_button_clicked)

    def _on_licences_button_clicked(self) -> None:
        if self.licences.toPlainText():
            self.licences.setVisible(self.licences.isHidden())
            return
        texts = self._context.workspace.texts
        self.licences_button.setEnabled(False)
        job = self._context.lane.run(lambda _job: licence_texts(texts), needed_by=self)
        job.tell(self, succeeded=self._on_job_succeeded, ended=lambda: self.licences_button.setEnabled(True))

    def _on_job_succeeded(self, words: str) -> None:
        self.licences.setPlainText(words)
        self.licences.show()
