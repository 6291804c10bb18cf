"""One file that came back: what it is, what it says beside what is there, and whether it is taken over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.errors import Problem
from advisor_app.override import override
from advisor_app.services.form_preview import FormPreview, Novelty, PreviewedAnswer
from advisor_app.texts import Texts
from advisor_app.texts.errors import sentence
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.choice_field import ChoiceBox
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.paragraph import Paragraph

TYPABLE = frozenset({Problem.FORM_FLATTENED, Problem.FORM_ALTERED, Problem.FORM_UNKNOWN, Problem.FORM_XFA})
"""Problems of files whose answers somebody can see and type all the same."""


_SETTLED = frozenset({Problem.FORM_IMPORTED, Problem.FORM_TWICE})
"""Problems that ask for nothing."""


class ReturnCard(QFrame):
    """``chosen`` tells that it is to be taken over or not; ``typing_wanted(number)`` asks to type its answers."""

    chosen = Signal()
    typing_wanted = Signal(str)

    def __init__(
        self,
        theming: Theming,
        texts: Texts,
        preview: FormPreview,
        forms: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        """``forms`` are those that a file without an identity may be: number and words."""
        super().__init__(parent)
        self.preview = preview
        self._theming = theming
        self._texts = texts
        self._answers: QWidget | None = None
        problem = None if preview.error is None else preview.error.problem
        self.setProperty("kind", "card" if problem is None else "card-soft" if problem in _SETTLED else "card-amber")
        self.take = QCheckBox(self._title(), self)
        self.take.setChecked(preview.is_proposed)
        self.take.setVisible(preview.error is None)
        self.more_button = Button(theming, self.tr("Alle Antworten zeigen"), "chevron-down", "link", parent=self)
        self.type_button = Button(theming, self.tr("Abtippen …"), "keyboard", "link", parent=self)
        self.which = ChoiceBox(self)
        self.which.setAccessibleName(self.tr("Welcher Bogen ist es?"))
        if problem in TYPABLE:
            for number, words in forms:
                self.which.addItem(words, number)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(6)
        self._lay_out()
        theming.changed.connect(self._on_theming_changed)
        self.take.toggled.connect(self.chosen)
        self.more_button.clicked.connect(self._toggle_answers)
        self.type_button.clicked.connect(lambda: self.typing_wanted.emit(self.which.currentData()))

    @property
    def is_chosen(self) -> bool:
        """Whether it is to be taken over."""
        return self.preview.error is None and self.take.isChecked()

    @property
    def words(self) -> str:
        """All that is said of the file."""
        labels = [label for label in self.findChildren(TextLabel) if not label.isHidden()]
        return "\n".join([self.take.text(), *(label.text() for label in labels)])

    def choose(self, *, chosen: bool) -> None:
        """Choose it or not without telling anybody."""
        self.take.blockSignals(True)
        self.take.setChecked(chosen)
        self.take.blockSignals(False)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._on_theming_changed()

    def _lay_out(self) -> None:
        theming, preview = self._theming, self.preview
        if preview.error is not None:
            self._column.addWidget(TextLabel(theming, preview.read.name, "body", weight=600))
            self._column.addWidget(Paragraph(theming, sentence(preview.error, self._texts)))
            self.more_button.hide()
            self._add_typing()
            return
        self.which.hide()
        self.type_button.hide()
        self._column.addWidget(self.take)
        self._column.addWidget(TextLabel(theming, self._counts(), "caption", "secondary"))
        for words in self._warnings():
            self._column.addWidget(Paragraph(theming, words, "body", "amber"))
        changed = [answer for answer in preview.answers if answer.novelty is Novelty.CHANGED]
        if changed:
            self._column.addWidget(_AnswerLines(theming, changed))
        self.more_button.setVisible(len(preview.answers) > len(changed))
        self._column.addWidget(self.more_button)
        for part in preview.feedback:
            said = part.words.text or self.tr("{rating} von 5").format(rating=part.rating)
            name = self._texts.of_document("feedback-form")
            group = "statements" if part.rating is not None else "questions"
            self._column.addWidget(Paragraph(theming, f"{name(f'{group}.{part.item}')}  {said}"))

    def _add_typing(self) -> None:
        if not self.which.count():
            self.which.hide()
            self.type_button.hide()
            return
        row = QHBoxLayout()
        row.setSpacing(12)
        if self.preview.form is None:
            row.addWidget(TextLabel(self._theming, self.tr("Das ist"), "body", "secondary"))
            row.addWidget(self.which)
        else:
            self.which.setCurrentIndex(max(0, self.which.findData(self.preview.form.number)))
            self.which.hide()
        row.addWidget(self.type_button)
        row.addStretch(1)
        self._column.addLayout(row)

    def _title(self) -> str:
        preview = self.preview
        if preview.form is None:
            return preview.read.name
        who = preview.role_title or self.tr("Feedbackbogen")
        return self.tr("{who}, Bogen {number}").format(who=who, number=preview.form.number)

    def _counts(self) -> str:
        preview = self.preview
        words = {
            Novelty.NEW: self.tr("neu {count}"),
            Novelty.CHANGED: self.tr("geändert {count}"),
            Novelty.SAME: self.tr("gleich {count}"),
        }
        counts = [text.format(count=preview.count(kind)) for kind, text in words.items() if preview.count(kind)]
        if not preview.answers and not preview.feedback:
            counts = [self.tr("ohne Antworten")]
        typed = [self.tr("abgetippt")] if preview.read.typed else []
        return " · ".join((preview.read.name, *typed, *counts))

    def _warnings(self) -> Iterator[str]:
        preview, texts = self.preview, self._texts
        if preview.rival:
            words = self.tr("Dieselbe Rolle steht auch in „{file}“. Es wird nur eine der beiden Dateien übernommen.")
            yield words.format(file=preview.rival)
        if preview.replaces:
            yield self.tr(
                "Diese Rolle hat schon geantwortet. Wenn Sie den Bogen ankreuzen, treten seine Antworten an die "
                "Stelle der früheren."
            )
        for item in preview.unread:
            yield texts("forms.unread", question=item.question, value=item.value)
        for part in preview.differences:
            stored, ticked = part.stored or "–", part.ticked or "–"
            yield texts("forms.difference", question=part.question, stored=stored, ticked=ticked)

    def _toggle_answers(self) -> None:
        if self._answers is None:
            rest = [answer for answer in self.preview.answers if answer.novelty is not Novelty.CHANGED]
            self._answers = _AnswerLines(self._theming, rest)
            self._answers.hide()
            self._column.addWidget(self._answers)
        opening = self._answers.isHidden()
        self._answers.setVisible(opening)
        self.more_button.setText(self.tr("Antworten ausblenden") if opening else self.tr("Alle Antworten zeigen"))
        self.more_button.show_icon("chevron-up" if opening else "chevron-down")

    def _on_theming_changed(self) -> None:
        self.take.ensurePolished()  # which forgets the font
        self.take.setFont(self._theming.font("body", weight=600))


class _AnswerLines(QWidget):
    """Questions with the answer as it was and as it is."""

    def __init__(self, theming: Theming, answers: Sequence[PreviewedAnswer], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 2, 0, 2)
        column.setSpacing(2)
        nothing = self.tr("keine Antwort")
        for answer in answers:
            column.addWidget(TextLabel(theming, f"{answer.question} {answer.text}", "body", weight=600, wrap=True))
            said = answer.words or nothing
            if answer.novelty is Novelty.SAME:
                said = self.tr("{answer} (wie bisher)").format(answer=said)
            column.addWidget(Paragraph(theming, said))
            if answer.novelty is Novelty.CHANGED:
                before = self.tr("bisher: {answer}").format(answer=answer.before or nothing)
                column.addWidget(Paragraph(theming, before, "caption", "secondary"))
            if answer.note:
                column.addWidget(Paragraph(theming, f"„{answer.note}“", "caption", "secondary"))
            column.addSpacing(4)
