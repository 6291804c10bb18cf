"""The head of the page: what stands there in one line, its parts, and the papers that come of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button, Segments
from advisor_app.ui.widgets.icon_button import MenuButton
from advisor_app.ui.widgets.labels import TextLabel

PARTS = ("areas", "way", "file-plan", "exercise", "scanning", "rollout")


class EFileHead(QWidget):
    """``paper_wanted`` names a kind of document."""

    paper_wanted = Signal(str)
    import_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = TextLabel(theming, self.tr("E-Akte"), "page", wrap=True)
        self.below = TextLabel(theming, "", "body", "secondary", wrap=True)
        titles = (
            self.tr("Bereiche"),
            self.tr("Weg"),
            self.tr("Aktenplan"),
            self.tr("Übung"),
            self.tr("Scannen"),
            self.tr("Einführung"),
        )
        self.parts = Segments(theming, [(part, title, "") for part, title in zip(PARTS, titles, strict=True)])
        self.pdf = Button(theming, self.tr("PDF ansehen"), "file-text", "primary", shortcut="Ctrl+P")
        self.more = MenuButton(theming, self.tr("Mehr: Unterlagen, Aktenplan einlesen"))
        papers = (
            ("requirements-list", self.tr("Anforderungsliste"), "list-checks"),
            ("e-file-checklist", self.tr("Checkliste zum Ausfüllen"), "clipboard-check"),
            ("filing-exercise", self.tr("Übungsblatt Aktenplan"), "clipboard-check"),
            ("filing-solution", self.tr("Lösung zur Übung"), "lightbulb"),
        )
        for kind, title, icon in papers:
            self.more.add_action(title, icon, partial(self.paper_wanted.emit, kind))
        self.more.add_separator()
        self.more.add_action(self.tr("Aktenplan einlesen …"), "file-input", self.import_wanted.emit)
        self.more.add_action(self.tr("Aktenplan als CSV …"), "download", self.export_wanted.emit)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.below)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.pdf, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 12)
        column.setSpacing(12)
        column.addLayout(row)
        column.addWidget(self.parts, 0, Qt.AlignmentFlag.AlignLeft)
        self.pdf.clicked.connect(lambda: self.paper_wanted.emit("e-file-sheet"))
