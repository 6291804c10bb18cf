"""What was said about a functional area, the questions that bear on it, and what the requirements list will say."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_app.domain.e_file import AreaState, JudgedArea, Need
from advisor_app.services.e_files import LinkedQuestion
from advisor_app.texts.e_file import e_file_word
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.audience_field import WordsField
from advisor_app.ui.widgets.buttons import Button, Segments
from advisor_app.ui.widgets.form import Form
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.value_field import TextArea, TextLine

_NOTHING = "open"


class AreaDetail(QWidget):
    """``edited(area, attribute, value, batch)`` asks to commit, ``question_wanted`` names assessment and question."""

    edited = Signal(str, str, object, str)
    typing = Signal()
    question_wanted = Signal(str)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theming = context.theming
        self._theming, self._texts, self._services = theming, context.workspace.texts, context.workspace.e_files
        self.title = TextLabel(theming, "", "section", wrap=True)
        self.about = TextLabel(theming, "", "body", "secondary", wrap=True)
        self.state = self._choice(AreaState, self.tr("Ist"))
        self.need = self._choice(Need, self.tr("Bedarf"))
        self.form = Form(theming, columns=1)
        self.form.add("responsible", self.tr("Verantwortung"), TextLine(self.tr("Amt oder Funktion, kein Name")))
        self.remark = WordsField(theming, self.tr("Bemerkung"), lines=2)
        self.demands = Form(theming, columns=1)
        note = self.tr("Eine je Zeile, ohne Produkt und ohne Hersteller.")
        self.demands.add("demands", self.tr("Eigene Anforderungen"), TextArea(lines=2), note=note)
        self.products = TextLabel(theming, "", "caption", "amber", wrap=True)
        self._questions = QWidget()
        self._question_list = QVBoxLayout(self._questions)
        self._question_list.setContentsMargins(0, 0, 0, 0)
        self._question_list.setSpacing(2)
        self.requirements = TextLabel(theming, "", "caption", "secondary", wrap=True)
        self._lay_out()
        self._area = ""
        self.state.chosen.connect(lambda name: self._emit("state", _member(AreaState, name), ""))
        self.need.chosen.connect(lambda name: self._emit("need", _member(Need, name), ""))
        self.remark.edited.connect(lambda words, batch: self._emit("remark", words, batch))
        self.remark.typing.connect(self.typing)
        for form in (self.form, self.demands):
            form.edited.connect(self._emit)
            form.typing.connect(self.typing)

    def show_area(self, item: JudgedArea, questions: Sequence[LinkedQuestion]) -> None:
        """Show an area."""
        self._area = item.area.id
        self.title.setText(f"{item.number} {item.area.title}")
        self.about.setText(item.area.about)
        standing = item.standing
        self.state.choose(_NOTHING if standing.state is None else standing.state.value)
        self.need.choose(_NOTHING if standing.need is None else standing.need.value)
        self.form.show_record(standing)
        self.demands.show_record(standing)
        self.remark.show_words(standing.remark)
        self.requirements.setText("\n".join(f"{line.id}  {line.text}" for line in item.area.requirements))
        self._show_products(standing.demands)
        self._show_questions(questions)

    def flush(self) -> None:
        """Ask to commit what is half typed."""
        self.form.flush()
        self.demands.flush()
        self.remark.flush()

    def _emit(self, attribute: str, value: Any, batch: str) -> None:
        if self._area:
            self.edited.emit(self._area, attribute, value, batch)

    def _choice(self, kind: type[AreaState | Need], name: str) -> Segments:
        members = [(member.value, e_file_word(member, self._texts), "") for member in kind]
        segments = Segments(self._theming, [(_NOTHING, self.tr("offen"), ""), *members])
        segments.setAccessibleName(name)
        return segments

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.about)
        for title, widget in (
            (self.tr("Ist"), self.state),
            (self.tr("Bedarf"), self.need),
        ):
            column.addWidget(TextLabel(self._theming, title, "caption", "secondary"))
            column.addWidget(widget)
        column.addSpacing(4)
        column.addWidget(self.form)
        column.addWidget(self.remark)
        self._questions_title = TextLabel(self._theming, self.tr("Fragen der Erhebung dazu"), "caption", "secondary")
        column.addWidget(self._questions_title)
        column.addWidget(self._questions)
        column.addWidget(TextLabel(self._theming, self.tr("In der Anforderungsliste"), "caption", "secondary"))
        column.addWidget(self.requirements)
        column.addWidget(self.demands)
        column.addWidget(self.products)

    def _show_products(self, demands: str) -> None:
        named = self._services.products_named(demands)
        one = self.tr("{names} ist ein Produkt oder ein Hersteller. Beschreiben Sie, was die Lösung können muss.")
        many = self.tr("{names} sind Produkte oder Hersteller. Beschreiben Sie, was die Lösung können muss.")
        names = self._texts.joined([f"„{name}“" for name in named])
        self.products.setText((one if len(named) == 1 else many).format(names=names) if named else "")
        self.products.setVisible(bool(named))

    def _show_questions(self, questions: Sequence[LinkedQuestion]) -> None:
        while (item := self._question_list.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        self._questions_title.setVisible(bool(questions))
        self._questions.setVisible(bool(questions))
        for linked in questions:
            button = Button(self._theming, self._question(linked), "", "link")
            button.setAccessibleName(self.tr("Frage öffnen: {words}").format(words=button.text()))
            target = f"{linked.assessment}:{linked.question.id}"
            button.clicked.connect(lambda _checked=False, target=target: self.question_wanted.emit(target))
            self._question_list.addWidget(button)

    def _question(self, linked: LinkedQuestion) -> str:
        question = linked.question
        if linked.answer is None:
            told = self.tr("vertraulich")
        elif linked.answer.level is None:
            told = self.tr("offen")
        else:
            told = self.tr("Stufe {level}").format(level=linked.answer.level)
        return f"{question.id} {question.short or question.text} · {told}"


def _member(kind: type[Enum], name: str) -> Any:
    return None if name == _NOTHING else kind(name)
