"""One entry in full: who, when, why, every field before and after, and the way back to it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from advisor_app.domain.local_time import LOCAL
from advisor_app.services.history import Entry, Restoring
from advisor_app.ui.pages.history.wording import heading_of, marks_of, refusal_of, time_of
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.dates import long_day
from advisor_app.ui.widgets.labels import TextLabel, hairline
from advisor_app.ui.widgets.paragraph import Paragraph


class EntryDetail(QScrollArea):
    """Shows an entry; ``restore_wanted(entry)`` asks to bring its state back."""

    restore_wanted = Signal(object)

    def __init__(self, theming: Theming, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._language = language
        self._entry: Entry | None = None
        self.title = TextLabel(theming, "", "section", weight=600, wrap=True)
        self.facts = TextLabel(theming, "", "body", "secondary", wrap=True)
        self.restore_button = Button(theming, self.tr("Diesen Stand wiederherstellen"), "rotate-ccw", "primary")
        self.note = TextLabel(theming, "", "caption", "caption", wrap=True)
        self._fields = QWidget()
        self._column = QVBoxLayout()
        content = QWidget()
        content.setProperty("kind", "paper")
        self._column.setContentsMargins(24, 16, 24, 24)
        self._column.setSpacing(10)
        row = QHBoxLayout()
        row.addWidget(self.restore_button)
        row.addStretch(1)
        for widget in (self.title, self.facts, hairline(), self._fields):
            self._column.addWidget(widget)
        self._column.addSpacing(8)
        self._column.addLayout(row)
        self._column.addWidget(self.note)
        self._column.addStretch(1)
        content.setLayout(self._column)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.restore_button.clicked.connect(lambda: self.restore_wanted.emit(self._entry))

    def show_entry(self, entry: Entry, restoring: Restoring) -> None:
        """Show an entry and whether its state can be brought back."""
        self._entry = entry
        self.title.setText(heading_of(entry))
        local = entry.at.astimezone(LOCAL)
        when = self.tr("{day}, {time} Uhr").format(day=long_day(local.date(), self._language), time=time_of(entry))
        where = self.tr("an {device}").format(device=entry.device) if entry.device else ""
        why = self.tr("Grund: {why}").format(why=entry.why) if entry.why else ""
        lines = (when, " ".join(filter(None, (entry.author, where))), marks_of(entry), why)
        self.facts.setText("\n".join(filter(None, lines)))
        self._show_fields(entry)
        refusal = refusal_of(restoring)
        self.restore_button.setVisible(restoring is Restoring.POSSIBLE)
        self.note.setText(refusal or self.tr("Das ist ein neuer Schritt und lässt sich zurücknehmen."))
        self.verticalScrollBar().setValue(0)

    def _show_fields(self, entry: Entry) -> None:
        fields = QWidget()
        grid = QGridLayout(fields)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        nothing = self.tr("leer")
        row = 0
        for column, words in enumerate((self.tr("vorher"), self.tr("nachher"))):
            grid.addWidget(TextLabel(self._theming, words, "caption", "caption"), row, column)
        for field in entry.fields:
            row += 1
            if field.label:
                grid.addWidget(TextLabel(self._theming, field.label, "body", weight=600, wrap=True), row, 0, 1, 2)
                row += 1
            for column, text in enumerate((field.before, field.after)):
                label = Paragraph(self._theming, text or nothing, "body", "" if text else "caption")
                label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)
        self._column.replaceWidget(self._fields, fields)
        self._fields.hide()
        self._fields.deleteLater()
        self._fields = fields
