"""Handing a document over: to whom, what was handed over before, and what was changed since."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from advisor_app.domain.case_document import ArchivedDocument, DocumentState
from advisor_app.services.document_archive import DocumentChange
from advisor_app.texts import Texts
from advisor_app.texts.documents import document_state_words
from advisor_app.ui.pages.documents.archive_words import details_of, head_of, instant_words
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel, hairline
from advisor_app.ui.widgets.value_field import TextLine

MOST_CHANGES = 60
"""Changes that are told here; the history has all of them."""


class HandoverView(QScrollArea):
    """Everything about one document on its way out; the work itself is asked for by signals."""

    hand_over_wanted = Signal(str)  # to whom
    show_wanted = Signal(object)  # ArchivedDocument
    save_wanted = Signal(object)  # ArchivedDocument
    history_wanted = Signal()

    def __init__(self, theming: Theming, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._texts = texts
        self._entries: tuple[ArchivedDocument, ...] | None = None
        self.to = TextLine(self.tr("etwa Hauptamt oder Bürgermeisterei"))
        self.to.set_name(self.tr("An wen es geht"))
        self.button = Button(theming, self.tr("Als PDF speichern und ablegen …"), "send", "primary")
        self._state = TextLabel(theming, "", "body", "secondary", wrap=True)
        self.changes = QVBoxLayout()
        self.entries = QVBoxLayout()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_out()
        self.button.clicked.connect(self._on_button_clicked)
        self.to.line.returnPressed.connect(self._on_button_clicked)
        self.setFocusProxy(self.to)

    def show_document(self, state: DocumentState, entries: Sequence[ArchivedDocument]) -> None:
        """Show how far a document is, and what was handed over of it, newest first."""
        words = document_state_words(state, self._texts)
        self._state.setText(self.tr("Stand auf jeder Seite: {state}").format(state=words))
        if tuple(entries) != self._entries:
            self._entries = tuple(entries)
            _empty(self.entries)
            for entry in entries:
                self.entries.addWidget(self._row(entry))
            if not entries:
                self.entries.addWidget(self._quiet(self.tr("Dieses Dokument wurde noch nicht übergeben.")))

    def forget_recipient(self) -> None:
        """Ask anew to whom, as for another document."""
        self.to.line.start_anew()

    def show_comparing(self) -> None:
        """Say that the changes are being looked for."""
        _empty(self.changes)
        self.changes.addWidget(self._quiet(self.tr("wird verglichen …")))

    def show_changes(self, changes: Sequence[DocumentChange] | None) -> None:
        """Show what was changed since the last handover; None where there was none."""
        _empty(self.changes)
        if changes is None:
            self.changes.addWidget(self._quiet(self.tr("Verglichen wird mit dem, was zuletzt übergeben wurde.")))
            return
        if not changes:
            self.changes.addWidget(self._quiet(self.tr("Am Dokument hat sich nichts geändert.")))
        for change in changes[:MOST_CHANGES]:
            self._add_change(change)
        left = len(changes) - MOST_CHANGES
        if left > 0:
            words = self.tr("Weitere Änderungen: {count}. Alle stehen im Verlauf.").format(count=left)
            more = Button(self._theming, words, "history", "link")
            more.clicked.connect(self.history_wanted)
            self.changes.addWidget(more)

    def _lay_out(self) -> None:
        content = QWidget()
        content.setProperty("kind", "paper")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 4, 12, 24)
        column.setSpacing(10)
        card = QFrame()
        card.setProperty("kind", "card")
        form = QVBoxLayout(card)
        form.setContentsMargins(16, 14, 16, 14)
        form.setSpacing(8)
        label = TextLabel(self._theming, self.tr("An wen es geht (Amt oder Funktion, kein Name)"), "body", "secondary")
        label.setBuddy(self.to.target)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.to, 1)
        line.addWidget(self.button)
        form.addWidget(label)
        form.addLayout(line)
        form.addWidget(self._state)
        column.addWidget(card)
        column.addSpacing(8)
        for title, layout in (
            (self.tr("Seit der letzten Übergabe geändert"), self.changes),
            (self.tr("Übergeben wurde"), self.entries),
        ):
            column.addWidget(TextLabel(self._theming, title, "section"))
            layout.setSpacing(6)
            column.addLayout(layout)
            column.addSpacing(12)
        column.addStretch(1)
        self.setWidget(content)

    def _row(self, entry: ArchivedDocument) -> QWidget:
        row = QFrame()
        row.setProperty("kind", "card")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(TextLabel(self._theming, head_of(entry, self._texts), "body", weight=600, wrap=True))
        details = TextLabel(self._theming, details_of(entry, self._texts), "caption", "secondary", wrap=True)
        details.setToolTip(entry.digest or "")
        words.addWidget(details)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(16, 8, 12, 8)
        layout.setSpacing(12)
        layout.addLayout(words, 1)
        for label, icon, wanted in (
            (self.tr("Ansehen"), "eye", self.show_wanted),
            (self.tr("Speichern …"), "file-down", self.save_wanted),
        ):
            button = Button(self._theming, label, icon, "link")
            button.setAccessibleName(f"{label} {head_of(entry, self._texts)}")
            button.clicked.connect(lambda _checked=False, wanted=wanted: wanted.emit(entry))
            layout.addWidget(button)
        return row

    def _add_change(self, change: DocumentChange) -> None:
        if self.changes.count():
            self.changes.addWidget(hairline())
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(TextLabel(self._theming, change.title, "body", weight=600, wrap=True), 1)
        who = ", ".join(filter(None, (instant_words(change.at, self._texts), change.author)))
        head.addWidget(
            TextLabel(self._theming, who, "caption", "secondary", tabular=True), 0, Qt.AlignmentFlag.AlignTop
        )
        self.changes.addLayout(head)
        nothing = self._texts("history.nothing")
        for field in change.fields:
            values = f"{field.before or nothing} → {field.after or nothing}"
            words = f"{field.label}: {values}" if field.label else values
            self.changes.addWidget(TextLabel(self._theming, words, "body", "secondary", wrap=True))

    def _quiet(self, words: str) -> TextLabel:
        return TextLabel(self._theming, words, "body", "secondary", wrap=True)

    def _on_button_clicked(self) -> None:
        if self.button.isEnabled():
            self.hand_over_wanted.emit(self.to.line.text())


def _empty(layout: QVBoxLayout | QHBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        inner, widget = item.layout(), item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif isinstance(inner, QVBoxLayout | QHBoxLayout):
            _empty(inner)
