"""The head of the page: which process, which part of its sheet, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.process import ProcessSheet
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.brief import NameLabel
from advisor_app.ui.widgets.buttons import Button, Segments
from advisor_app.ui.widgets.icon_button import IconButton, MenuButton


class ProcessHead(QWidget):
    """Title, parts and actions of one process."""

    pdf_wanted = Signal()
    bpmn_wanted = Signal()
    svg_wanted = Signal()
    measure_wanted = Signal()
    removal_wanted = Signal()
    photos_wanted = Signal()

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = NameLabel(theming, "", "page", wrap=True)
        self._below = NameLabel(theming, "", "body", "secondary", wrap=True)
        self.parts = Segments(
            theming,
            (
                ("profile", self.tr("Steckbrief"), ""),
                ("as-is", self.tr("Ist-Ablauf"), ""),
                ("to-be", self.tr("Soll-Ablauf"), ""),
                ("benefit", self.tr("Nutzen"), ""),
            ),
        )
        self.photos = IconButton(theming, "image", self.tr("Fotos daneben zeigen (Alt+5)"))
        self.photos.setCheckable(True)
        self.pdf = Button(theming, self.tr("PDF ansehen"), "file-text", "primary", shortcut="Ctrl+P")
        self.more = MenuButton(theming, self.tr("Mehr: ausgeben, Maßnahme, löschen"))
        self.more.add_action(self.tr("Ablauf als BPMN 2.0 …"), "workflow", self.bpmn_wanted.emit)
        self.more.add_action(self.tr("Ablauf als Bild (SVG) …"), "image", self.svg_wanted.emit)
        self.more.add_action(self.tr("Maßnahme im Umsetzungsplan"), "chart-gantt", self.measure_wanted.emit)
        self.more.add_separator()
        self.more.add_action(self.tr("Prozess löschen"), "trash-2", self.removal_wanted.emit)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self._below)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.photos, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.pdf, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 8)
        column.setSpacing(12)
        column.addLayout(row)
        column.addWidget(self.parts, 0, Qt.AlignmentFlag.AlignLeft)
        self.pdf.clicked.connect(self.pdf_wanted)
        self.photos.clicked.connect(self.photos_wanted)

    def show_sheet(self, sheet: ProcessSheet, commune: str) -> None:
        """Show a process, with the name of its commune."""
        self.title.setText(sheet.title.strip() or self.tr("Ohne Namen"))
        standing = self.tr("ausgewählt") if sheet.chosen else self.tr("Kandidat")
        self._below.setText(" · ".join(filter(None, (sheet.code, commune, sheet.office, sheet.group, standing))))
