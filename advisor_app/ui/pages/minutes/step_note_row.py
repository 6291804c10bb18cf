"""The note of a step as the minutes tell it: shown with who may read it, changed at the step in the agenda."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from advisor_app.domain.agenda import AgendaStep
from advisor_app.domain.minutes import EntryKind
from advisor_app.texts import Texts
from advisor_app.texts.states import state_word
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.minutes_words import ICONS
from advisor_app.ui.widgets.paragraph import Paragraph


class StepNoteRow(QFrame):
    """``opened(step)`` asks for the step in the agenda, where its note is written and released."""

    opened = Signal(str)

    def __init__(self, theming: Theming, texts: Texts, step: AgendaStep, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        word = state_word(step.note.audience, texts)
        kind = self.tr("Notiz zum Schritt")
        icon = QLabel()
        icon.setPixmap(theming.icon(ICONS[EntryKind.NOTE], "ink2").pixmap(theming.icon_size()))
        self.words = Paragraph(theming, step.note.text)
        self.audience_word = TextLabel(theming, word, "caption", "secondary")
        self.button = Button(theming, self.tr("In der Agenda öffnen"), "", "link")
        self.button.setAccessibleName(f"{kind}, {step.note.text}, {word}, {self.button.text()}")
        self.button.clicked.connect(lambda: self.opened.emit(step.id))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(TextLabel(theming, kind, "caption", "secondary"))
        words.addWidget(self.words)
        top = Qt.AlignmentFlag.AlignTop
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(12)
        row.addWidget(icon, 0, top)
        row.addLayout(words, 1)
        row.addWidget(self.audience_word, 0, top)
        row.addWidget(self.button, 0, top)
