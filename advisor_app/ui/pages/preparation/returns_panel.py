"""Forms that came back, shown before anything of them is taken over."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.case import Case
from advisor_app.domain.sent_form import FormStage
from advisor_app.services.form_preview import AgreedChange, Fate, FormPreview
from advisor_app.ui.pages.preparation.return_card import ReturnCard
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel, hairline
from advisor_app.ui.widgets.paper_column import PaperColumn
from advisor_app.ui.widgets.paragraph import Paragraph

_WIDEST = 960


class ReturnsPanel(QWidget):
    """``confirmed`` asks to take over what is ``chosen``, ``left`` to go back without that.

    ``typing_wanted(preview, number)`` asks to type the answers of a file as those of a form.
    """

    confirmed = Signal()
    left = Signal()
    typing_wanted = Signal(object, str)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theming = context.theming
        self._context = context
        self._case: Case | None = None
        self._is_typed = False
        self.cards: list[ReturnCard] = []
        self._title = TextLabel(theming, "", "section", weight=600)
        self._about = Paragraph(theming, "", "body", "secondary")
        self._agreed_title = TextLabel(theming, self.tr("Vereinbarte Antworten der Vorab-Abfrage"), "section")
        self._agreed_about = Paragraph(theming, "", "body")
        self._holder, self._agreed_holder = QWidget(), QWidget()
        self._column = PaperColumn(theming, _WIDEST)
        self.confirm_button = Button(theming, "", "check", "primary")
        self.leave_button = Button(theming, self.tr("Verwerfen"), "x", "link")
        self._lay_out()
        self.confirm_button.clicked.connect(self.confirmed)
        self.leave_button.clicked.connect(self.left)

    @property
    def previews(self) -> list[FormPreview]:
        """All files that are shown."""
        return [card.preview for card in self.cards]

    @property
    def chosen(self) -> list[FormPreview]:
        """Those that are to be taken over."""
        return [card.preview for card in self.cards if card.is_chosen]

    @property
    def agreed_words(self) -> str:
        """What is said of the agreed answers."""
        lines = [label.text() for label in self._agreed_holder.findChildren(TextLabel)]
        return "\n".join([self._agreed_about.text(), *lines])

    def show_previews(self, case: Case, previews: Sequence[FormPreview], *, is_typed: bool) -> None:
        """Show what files say; those that need a decision are not chosen. What is typed can be gone back to."""
        self._case = case
        self._is_typed = is_typed
        workspace = self._context.workspace
        forms = [
            (form.number, self.tr("Bogen {number}, {role}").format(number=form.number, role=role.title))
            for module in workspace.forms.of_modules(case)
            for role in module.roles
            for form in role.forms
            if form.identity
        ]
        forms.sort(key=lambda item: case.sent_forms[item[0]].stage is FormStage.IMPORTED)  # those still out come first
        holder = QWidget()
        column = _column(holder, 10)
        self.cards = [ReturnCard(self._context.theming, workspace.texts, item, forms) for item in previews]
        for card in self.cards:
            card.chosen.connect(lambda card=card: self._on_card_chosen(card))
            card.typing_wanted.connect(lambda number, card=card: self.typing_wanted.emit(card.preview, number))
            column.addWidget(card)
        self._holder = self._replace(self._holder, holder)
        good = sum(item.error is None for item in previews)
        title = self.tr("1 Datei gelesen") if len(previews) == 1 else self.tr("{count} Dateien gelesen")
        self._title.setText(title.format(count=len(previews)))
        about = self.tr("Noch ist nichts übernommen.")
        if good < len(previews):
            bad = self.tr("Nicht zu übernehmen: {count}.").format(count=len(previews) - good)
            about = f"{about} {bad}"
        self._about.setText(about)
        self._show_agreed()
        self._set_tab_order()

    def take_focus(self) -> None:
        """Put the focus on what comes next."""
        (self.confirm_button if self.confirm_button.isVisibleTo(self) else self.leave_button).setFocus()

    def _lay_out(self) -> None:
        self._column.add(self._title, self._about, self._holder, self._agreed_title, self._agreed_about)
        self._column.add(self._agreed_holder)
        foot = QWidget()
        foot.setProperty("kind", "foot-bar")
        row = QHBoxLayout(foot)
        row.setContentsMargins(24, 10, 24, 10)
        row.setSpacing(12)
        row.addWidget(self.confirm_button)
        row.addWidget(self.leave_button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._column, 1)
        layout.addWidget(hairline())
        layout.addWidget(foot)

    def _replace(self, old: QWidget, new: QWidget) -> QWidget:
        self._column.replace(old, new)
        old.hide()
        old.deleteLater()
        return new

    def _on_card_chosen(self, card: ReturnCard) -> None:
        """Of two files of one role one is taken: choosing one leaves the other."""
        if card.is_chosen:
            for other in self.cards:
                if other is not card and _is_same_role(other.preview, card.preview):
                    other.choose(chosen=False)
        self._show_agreed()

    def _show_agreed(self) -> None:
        chosen = self.chosen
        words = self.tr("1 Bogen übernehmen") if len(chosen) == 1 else self.tr("{count} Bögen übernehmen")
        self.confirm_button.setText(words.format(count=len(chosen)))
        self.confirm_button.setEnabled(bool(chosen))
        self.confirm_button.setVisible(any(card.preview.error is None for card in self.cards))
        leave = self.tr("Verwerfen") if self.confirm_button.isVisibleTo(self) else self.tr("Schließen")
        self.leave_button.setText(self.tr("Zurück zum Abtippen") if self._is_typed else leave)
        changes = () if self._case is None else self._context.workspace.form_returns.agreed(self._case, chosen)
        settled = [change for change in changes if change.fate is Fate.SETTLED]
        others = [change for change in changes if change.fate is not Fate.SETTLED]
        about = {
            0: self.tr("Keine Antwort wird neu vereinbart."),
            1: self.tr("1 Antwort wird vereinbart."),
        }.get(len(settled), self.tr("{count} Antworten werden vereinbart."))
        self._agreed_about.setText(about.format(count=len(settled)))
        self._agreed_title.setVisible(bool(changes))
        self._agreed_about.setVisible(bool(changes))
        holder = QWidget()
        column = _column(holder, 10)
        for change in others:
            column.addWidget(self._change(change))
        self._agreed_holder = self._replace(self._agreed_holder, holder)

    def _change(self, change: AgreedChange) -> QWidget:
        """A question whose answer stays as it is, and what each role says to it."""
        theming, box = self._context.theming, QWidget()
        column = _column(box, 2)
        words = (
            self.tr("{question} {text}: bleibt, wie von Hand vereinbart")
            if change.fate is Fate.KEPT
            else self.tr("{question} {text}: bleibt offen, die Rollen unterscheiden sich")
        )
        title = words.format(question=change.question, text=change.text)
        column.addWidget(TextLabel(theming, title, "body", weight=600, wrap=True))
        if change.fate is Fate.KEPT:
            kept = self.tr("Vereinbart: {answer}").format(answer=change.before or self.tr("offen"))
            column.addWidget(Paragraph(theming, kept))
        for role, said in change.voices:
            column.addWidget(Paragraph(theming, f"{role}: {said}", "body", "secondary"))
        return box

    def _set_tab_order(self) -> None:
        order: list[QWidget] = []
        for card in self.cards:
            order += [card.take, card.more_button, card.which, card.type_button]
        for first, second in pairwise([*order, self.confirm_button, self.leave_button]):
            QWidget.setTabOrder(first, second)


def _is_same_role(one: FormPreview, other: FormPreview) -> bool:
    if one.form is None or other.form is None or one.assessment is None or other.assessment is None:
        return False
    return one.form.role == other.form.role and one.assessment.questionnaire == other.assessment.questionnaire


def _column(widget: QWidget, spacing: int) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    return column
