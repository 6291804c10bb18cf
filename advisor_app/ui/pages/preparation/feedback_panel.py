"""Feedback typed from paper, form after form: keys 1 to 5 rate an item and lead to the next one."""

from __future__ import annotations

import json
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from advisor_app.domain.feedback import RATINGS, WORDS
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.autosave import TextField
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.drafts import Drafts
from advisor_app.ui.widgets.labels import TextLabel, hairline
from advisor_app.ui.widgets.rating import STEPS, Rating

_FORM = "feedback-form"


class FeedbackPanel(QWidget):
    """``finished`` asks to take over what stands in ``ratings`` and ``words``, ``left`` to go back without it.

    ``returning`` asks to show the panel again, whose words are put back.
    """

    finished = Signal()
    left = Signal()
    returning = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theming = context.theming
        self._theming = theming
        self._texts = context.workspace.texts.of_document(_FORM)
        self.ratings: dict[str, int] = {}
        self._count = 0
        self._progress = TextLabel(theming, "", "caption", "secondary", tabular=True)
        low, high = self._texts("lowest"), self._texts("highest")
        self.fields = {name: Rating(theming, low, high) for name in RATINGS}
        self.texts = {name: TextField(lines=2) for name in WORDS}
        self.done_button = Button(theming, self.tr("Übernehmen, nächster Bogen"), "check", "primary")
        self.leave_button = Button(theming, self.tr("Fertig"), "arrow-left")
        self.drafts = Drafts(self, "typed-feedback")
        self.drafts.add_value("form", self._draft, self._put_back)
        self._lay_out()
        self._connect()
        self._show()

    @property
    def words(self) -> dict[str, str]:
        """What was typed, by the names of the questions."""
        typed = {name: field.toPlainText().strip() for name, field in self.texts.items()}
        return {name: text for name, text in typed.items() if text}

    @property
    def is_empty(self) -> bool:
        """Whether nothing was entered of this form."""
        return not self.ratings and not self.words

    def begin(self) -> None:
        """Begin with the first form of a pile."""
        self._count = 0
        self._empty()

    def go_on(self) -> None:
        """The form is taken over: begin with the next one."""
        self._count += 1
        self._empty()

    def settle(self) -> None:
        """Nothing is typed here any more."""
        self._empty()

    def take_focus(self) -> None:
        """Put the focus on the first item that is not rated."""
        first = next((field for name, field in self.fields.items() if name not in self.ratings), None)
        (first or self.texts[WORDS[0]]).setFocus(Qt.FocusReason.OtherFocusReason)

    def _empty(self) -> None:
        self.ratings = {}
        for field in self.texts.values():
            field.setPlainText("")
            field.flush()
        self._show()
        self.drafts.settle()

    def _show(self) -> None:
        for name, field in self.fields.items():
            field.show_value(self.ratings.get(name))
        words = self.tr("In dieser Runde übernommen: {count}").format(count=self._count)
        self._progress.setText(words)

    def _on_rated(self, name: str, value: int | None, _batch: str) -> None:
        if value in STEPS:
            self.ratings[name] = int(value)
        else:
            self.ratings.pop(name, None)
        self.drafts.touch()
        self.fields[name].show_value(self.ratings.get(name))
        if name in self.ratings:
            place = RATINGS.index(name) + 1
            self._go_to(self.fields[RATINGS[place]] if place < len(RATINGS) else self.texts[WORDS[0]])

    def _on_text_finished(self, name: str) -> None:
        place = WORDS.index(name) + 1
        if place < len(WORDS):
            self._go_to(self.texts[WORDS[place]])
        else:
            self.finished.emit()

    def _go_to(self, field: QWidget) -> None:
        """Put the focus there, with the whole field in sight: Qt is content to see its cursor."""
        field.setFocus(Qt.FocusReason.TabFocusReason)
        for edge in (field.geometry().bottom(), field.geometry().top()):
            self._scroll.ensureVisible(0, edge, 0)

    def _draft(self) -> str:
        return "" if self.is_empty else json.dumps({"ratings": self.ratings, "words": self.words}, ensure_ascii=False)

    def _put_back(self, text: str) -> None:
        said = json.loads(text)
        self.returning.emit()
        self.ratings = {name: said["ratings"][name] for name in RATINGS if said["ratings"].get(name) in STEPS}
        for name, field in self.texts.items():
            field.setPlainText(said["words"].get(name, ""))
        self._show()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(10)
        for row, (name, field) in enumerate(self.fields.items()):
            statement = self._texts(f"statements.{name}")
            field.set_name(statement)
            grid.addWidget(TextLabel(self._theming, statement, "body", wrap=True), row, 0)
            grid.addWidget(field, row, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        content = QWidget()
        content.setProperty("kind", "paper")
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(TextLabel(self._theming, self.tr("Feedback vom Papier"), "section"))
        about = self.tr(
            "Die Tasten 1 bis 5 bewerten und führen zur nächsten Aussage, Tab lässt eine offen, Strg+Eingabe führt "
            "aus einem Text weiter. Der Bogen wird nur diesem Fall zugeordnet; bitte tippen Sie keine Namen ab."
        )
        column.addWidget(TextLabel(self._theming, about, "body", "secondary", wrap=True))
        scale = self.tr("1 heißt „{low}“, 5 heißt „{high}“.")
        words = scale.format(low=self._texts("lowest"), high=self._texts("highest"))
        column.addWidget(TextLabel(self._theming, words, "body", weight=600, wrap=True))
        column.addWidget(self._progress)
        column.addLayout(grid)
        for name, text in self.texts.items():
            question = self._texts(f"questions.{name}")
            text.setAccessibleName(question)
            column.addWidget(TextLabel(self._theming, question, "body", weight=600))
            column.addWidget(text)
        column.addStretch(1)
        scroll = QScrollArea()
        self._scroll = scroll
        scroll.setWidget(content)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        foot = QWidget()
        foot.setProperty("kind", "foot-bar")
        row_of_buttons = QHBoxLayout(foot)
        row_of_buttons.setContentsMargins(24, 10, 24, 10)
        row_of_buttons.setSpacing(12)
        row_of_buttons.addWidget(self.leave_button)
        row_of_buttons.addStretch(1)
        row_of_buttons.addWidget(self.done_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(scroll, 1)
        layout.addWidget(hairline())
        layout.addWidget(foot)

    def _connect(self) -> None:
        for name, field in self.fields.items():
            field.edited.connect(partial(self._on_rated, name))
        for name, text in self.texts.items():
            text.finished.connect(partial(self._on_text_finished, name))
            text.textChanged.connect(self.drafts.touch)
        self.done_button.clicked.connect(self.finished)
        self.leave_button.clicked.connect(self.left)
