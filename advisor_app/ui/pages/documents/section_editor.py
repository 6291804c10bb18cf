"""The texts that the adviser writes for a document."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea, QVBoxLayout, QWidget

from advisor_app.domain.case import SectionKey
from advisor_app.domain.words import Audience, Words
from advisor_app.services.document_offer import WritableSection
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.audience_field import WordsField
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.flow_layout import FlowLayout
from advisor_app.ui.widgets.labels import TextLabel


class SectionField(QWidget):
    """One section: its text with its audience, and the proposal that is printed while there is none."""

    edited = Signal(object, object, str)  # SectionKey, Words, batch
    typing = Signal()

    def __init__(self, context: PageContext, section: WritableSection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._section = section
        self.words = WordsField(context.theming, section.title, section.proposal, lines=4)
        self.proposal = TextLabel(context.theming, "", "caption", "secondary", wrap=True)
        self.take = Button(context.theming, self.tr("Vorschlag übernehmen und ändern"), "copy", "link")
        self.insert = Button(context.theming, self.tr("Textbaustein einfügen"), "plus", "link")
        self.blocks = QMenu(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.words)
        layout.addWidget(self.proposal)
        ways = FlowLayout(16)
        ways.addWidget(self.take)
        ways.addWidget(self.insert)
        layout.addLayout(ways)
        self.words.edited.connect(lambda words, batch: self.edited.emit(section.key, words, batch))
        self.words.typing.connect(self.typing)
        self.take.clicked.connect(self._on_take_clicked)
        self.insert.clicked.connect(self._on_insert_clicked)
        self.show_section(section)

    def show_section(self, section: WritableSection) -> None:
        """Show the section as it is stored; what is written for a document is meant for it unless it is held back."""
        self._section = section
        self.words.show_words(section.words or Words("", Audience.REPORT))
        self.take.setVisible(not section.words and bool(section.proposal))
        self.insert.setVisible(bool(section.words and section.proposal) or bool(section.blocks))
        self._show_blocks(section)
        if not section.words:
            self.proposal.setText(self.tr("Leer steht im Dokument der Vorschlag."))
        elif section.words.audience is Audience.REPORT:
            self.proposal.setText(self.tr("Steht so im Dokument."))
        else:
            self.proposal.setText(self.tr("Nicht für den Bericht freigegeben: Im Dokument steht der Vorschlag."))

    def put_in(self, text: str) -> None:
        """Put a text block in as paragraphs of their own where the cursor stands; nothing written goes."""
        self.words.flush()
        field, written = self.words.field, self._section.words
        place = field.textCursor().position() if written else 0
        before, after = written.text[:place].rstrip(), written.text[place:].lstrip()
        together = "\n\n".join(filter(None, (before, text, after)))
        audience = written.audience if written else Audience.REPORT
        self.edited.emit(self._section.key, Words(together, audience), "")
        field.setFocus()
        cursor = field.textCursor()
        cursor.setPosition(min(len(before) + len(text) + (2 if before else 0), len(field.toPlainText())))
        field.setTextCursor(cursor)

    def _show_blocks(self, section: WritableSection) -> None:
        self.blocks.clear()
        offered = [(block.title, block.text) for block in section.blocks]
        if section.proposal:
            offered.insert(0, (self.tr("Vorschlag des Programms"), section.proposal))
        for title, text in offered:
            action = self.blocks.addAction(title.replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, text=text: self.put_in(text))

    def _on_insert_clicked(self) -> None:
        self.blocks.popup(self.insert.mapToGlobal(QPoint(0, self.insert.height())))

    def _on_take_clicked(self) -> None:
        self.edited.emit(self._section.key, Words(self._section.proposal, Audience.REPORT), "")
        self.words.field.setFocus()


class SectionEditor(QScrollArea):
    """All sections of one document; the fields stay while only their texts change."""

    edited = Signal(object, object, str)
    typing = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.fields: dict[SectionKey, SectionField] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_sections(self, sections: Sequence[WritableSection]) -> None:
        """Show these sections."""
        if tuple(self.fields) != tuple(section.key for section in sections):
            self._build(sections)
        for section in sections:
            self.fields[section.key].show_section(section)

    def flush(self) -> None:
        """Commit half-typed texts."""
        for field in self.fields.values():
            field.words.flush()

    def _build(self, sections: Sequence[WritableSection]) -> None:
        content = QWidget()
        content.setProperty("kind", "paper")
        layout = QVBoxLayout(content)
        layout.setContentsMargins(24, 8, 24, 24)
        layout.setSpacing(18)
        self.fields = {}
        words = self.tr(
            "Gedruckt wird nur, was für den Bericht freigegeben ist; sonst steht im Dokument der Vorschlag."
        )
        layout.addWidget(TextLabel(self._context.theming, words, "body", "secondary", wrap=True))
        for section in sections:
            field = SectionField(self._context, section)
            field.edited.connect(self.edited)
            field.typing.connect(self.typing)
            layout.addWidget(field)
            self.fields[section.key] = field
        if not sections:
            words = self.tr("Zu diesem Dokument gibt es keine eigenen Texte.")
            layout.addWidget(TextLabel(self._context.theming, words, "body", "secondary"))
        layout.addStretch(1)
        self.setWidget(content)
