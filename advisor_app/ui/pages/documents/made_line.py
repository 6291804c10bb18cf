"""Where the file is that was just written, and the ways to it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.elided_label import ElidedLabel


class MadeLine(QFrame):
    """One line with "Öffnen" and "Im Ordner zeigen"; hidden until a file was written."""

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self.file: Path | None = None
        self.setProperty("kind", "card-success")
        self._icon = QLabel()
        self._words = ElidedLabel(theming, "", "body")
        self.open_button = Button(theming, self.tr("Öffnen"), "external-link", "link")
        self.folder_button = Button(theming, self.tr("Im Ordner zeigen"), "folder-open", "link")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 14, 6)
        layout.setSpacing(12)
        layout.addWidget(self._icon)
        layout.addWidget(self._words, 1)
        layout.addWidget(self.open_button)
        layout.addWidget(self.folder_button)
        self.open_button.clicked.connect(lambda: self._show(self.file))
        self.folder_button.clicked.connect(lambda: self._show(self._folder))
        theming.changed.connect(self._on_theming_changed)
        self._on_theming_changed()
        self.hide()

    @property
    def words(self) -> str:
        """What is said of the file."""
        return self._words.text()

    @property
    def _folder(self) -> Path | None:
        return None if self.file is None else self.file.parent

    def show_file(self, file: Path, *, handed_over: bool = False) -> None:
        """Say where a file was written, and whether it was kept in the case as well."""
        self.file = file
        words = self.tr("Übergeben und abgelegt: {file}") if handed_over else self.tr("Gespeichert: {file}")
        self._words.setText(words.format(file=file))
        self._words.setToolTip(str(file))
        self.show()

    @staticmethod
    def _show(path: Path | None) -> None:
        if path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _on_theming_changed(self) -> None:
        icon = self._theming.icon("circle-check", "success")
        self._icon.setPixmap(icon.pixmap(self._theming.icon_size()))
