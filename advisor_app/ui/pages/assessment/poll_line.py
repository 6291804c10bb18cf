"""The line below the cards from which a poll begins, and which tells how the last one came out."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from advisor_app.ui.pages.assessment.course import Course
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button, with_key
from advisor_app.ui.widgets.flow_layout import FlowLayout
from advisor_app.ui.widgets.labels import TextLabel


class PollLine(QWidget):
    """Two buttons with their keys: ``question`` opens the poll about a question, ``target`` that about a target."""

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = TextLabel(theming, "", "body", "secondary", tabular=True)
        self._needed = TextLabel(theming, "", "caption", "tag-amber")
        self._needed.hide()
        self.question = Button(theming, self.tr("Punktabfrage"), "users", tooltip=self.tr("Punktabfrage (P)"))
        self.target = Button(theming, self.tr("Zielstufe"), "target", tooltip=self.tr("Zielstufe abfragen (T)"))
        self._confidential = TextLabel(theming, self.tr("Vertraulich: nur in der Vorab-Abfrage"), "body", "secondary")
        row = FlowLayout(8, self)
        for widget in (self._confidential, self._words, self._needed):
            row.addWidget(widget)
        for button, key in ((self.question, "P"), (self.target, "T")):
            row.addWidget(with_key(theming, button, key))

    @property
    def words(self) -> str:
        """What the line says of the last poll."""
        labels = (self._confidential, self._words, self._needed)
        return " ".join(label.text() for label in labels if label.text() and not label.isHidden())

    def offer_for(self, course: Course) -> None:
        """Let polls begin that may; without any the line is not there. A confidential question says why it has none."""
        self.question.setEnabled(course.can_poll_question)
        self.target.setEnabled(course.can_poll_target)
        self._confidential.setVisible(course.question.confidential)
        self.setVisible(course.can_poll_question or course.can_poll_target)

    def show_summary(self, words: str, needed: str) -> None:
        """Tell of the last poll about the question; empty words where there was none."""
        self._words.setText(words)
        self._needed.setText(needed)
        self._needed.setVisible(bool(needed))
