"""The head of the page: how many services there are and how far they are, its views, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.service_overview import ServiceOverview
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button, Segments
from advisor_app.ui.widgets.icon_button import MenuButton
from advisor_app.ui.widgets.labels import TextLabel


class ServicesHead(QWidget):
    """Title, figures, views and actions."""

    addition_wanted = Signal()
    pdf_wanted = Signal()
    frequent_wanted = Signal()
    import_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = TextLabel(theming, self.tr("Leistungen"), "page")
        self.words = TextLabel(theming, "", "body", "secondary", wrap=True)
        self.views = Segments(
            theming,
            (
                ("list", self.tr("Liste"), ""),
                ("offices", self.tr("Folgen je Amt"), ""),
                ("figures", self.tr("Zahlen"), ""),
            ),
        )
        self.add_button = Button(theming, self.tr("Leistung"), "plus", "", shortcut="Ins", show_keys=True)
        self.pdf = Button(theming, self.tr("PDF ansehen"), "file-text", "primary", shortcut="Ctrl+P")
        self.more = MenuButton(theming, self.tr("Mehr: einlesen, speichern"))
        self.more.add_action(self.tr("Häufige Leistungen übernehmen"), "list-checks", self.frequent_wanted.emit)
        self.more.add_action(self.tr("Tabelle einlesen …"), "file-input", self.import_wanted.emit)
        self.more.add_action(self.tr("Als Tabelle speichern …"), "download", self.export_wanted.emit)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.words)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(words, 1)
        for widget in (self.more, self.add_button, self.pdf):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 4)
        column.setSpacing(12)
        column.addLayout(row)
        column.addWidget(self.views, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_button.clicked.connect(self.addition_wanted)
        self.pdf.clicked.connect(self.pdf_wanted)

    def show_overview(self, overview: ServiceOverview) -> None:
        """Say how many services there are, how many online, and what is open."""
        count = len(overview.services)
        disputed = sum(service.disputed for service in overview.services)
        parts = [
            self.tr("1 Leistung") if count == 1 else self.tr("{count} Leistungen").format(count=count),
            self.tr("{count} online beantragbar").format(count=overview.online),
            self.tr("{count} ohne Reifegrad").format(count=overview.unrated) if overview.unrated else "",
            self.tr("{count} strittig").format(count=disputed) if disputed else "",
        ]
        self.words.setText(" · ".join(filter(None, parts)) if count else "")
        self.views.setVisible(bool(count))
        self.pdf.setVisible(bool(count))
        self.add_button.setVisible(bool(count))
