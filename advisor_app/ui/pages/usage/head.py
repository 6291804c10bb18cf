"""The head of the page: how many online services are counted and when, and what can be done with the figures."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.usage import ServiceUsage, known_period
from advisor_app.texts import Texts
from advisor_app.texts.usage import period_words
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.icon_button import MenuButton
from advisor_app.ui.widgets.labels import TextLabel


class UsageHead(QWidget):
    """Title, what is known, and actions."""

    import_wanted = Signal()
    export_wanted = Signal()
    pdf_wanted = Signal()
    report_wanted = Signal()

    def __init__(self, theming: Theming, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self.words = TextLabel(theming, "", "body", "secondary", wrap=True)
        self.import_button = Button(theming, self.tr("Einlesen …"), "file-input")
        self.pdf = Button(theming, self.tr("PDF ansehen"), "file-text", "primary", shortcut="Ctrl+P")
        self.more = MenuButton(theming, self.tr("Mehr: ausgeben, Ergebnisbericht"))
        self.more.add_action(self.tr("Als Tabelle ausgeben …"), "table", self.export_wanted.emit)
        self.more.add_action(self.tr("Im Ergebnisbericht ansehen"), "file-text", self.report_wanted.emit)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(TextLabel(theming, self.tr("Nutzung"), "page"))
        words.addWidget(self.words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(words, 1)
        for widget in (self.more, self.import_button, self.pdf):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        self.import_button.clicked.connect(self.import_wanted)
        self.pdf.clicked.connect(self.pdf_wanted)

    def show_services(self, services: Sequence[ServiceUsage], *, is_reading: bool) -> None:
        """Say how many online services there are figures of, and from when to when."""
        period = known_period(services)
        count = len(services)
        parts = (
            self.tr("1 Online-Dienst") if count == 1 else self.tr("{count} Online-Dienste").format(count=count),
            "" if period is None else period_words(period, self._texts),
        )
        self.words.setText(" · ".join(filter(None, parts)))
        self.import_button.setVisible(not is_reading)
