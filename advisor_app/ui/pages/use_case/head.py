"""The head of the page: what is shown, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.use_case import UseCase
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.brief import NameLabel
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.icon_button import MenuButton


class UseCaseHead(QWidget):
    """Title and actions of one use case."""

    pdf_wanted = Signal()
    import_wanted = Signal()
    export_wanted = Signal()
    removal_wanted = Signal()

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self.title = NameLabel(theming, "", "page", wrap=True)
        self._below = NameLabel(theming, "", "body", "secondary", wrap=True)
        self.pdf = Button(theming, self.tr("PDF ansehen"), "file-text", "primary", shortcut="Ctrl+P")
        self.more = MenuButton(theming, self.tr("Mehr: einlesen, ausgeben, löschen"))
        self.more.add_action(self.tr("Aus Datei einlesen …"), "upload", self.import_wanted.emit)
        self.more.add_action(self.tr("Als Datei ausgeben …"), "download", self.export_wanted.emit)
        self.more.add_separator()
        self.more.add_action(self.tr("Anwendungsfall löschen"), "trash-2", self.removal_wanted.emit)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self._below)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 20, 24, 20)
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.pdf, 0, Qt.AlignmentFlag.AlignTop)
        self.pdf.clicked.connect(self.pdf_wanted)

    def show_use_case(self, use_case: UseCase, commune: str, stage: str) -> None:
        """Show a use case, with the name of its commune and the word for its stage."""
        self.title.setText(use_case.title.strip() or self.tr("Ohne Titel"))
        parts = (use_case.code, commune, ", ".join(sorted(use_case.areas)), stage)
        self._below.setText(" · ".join(part for part in parts if part))
