"""The decision: a use case or a plan, with what suits the phase, who decided, and why."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from advisor_app.domain.candidate_rules import Way
from advisor_app.domain.way_decision import WayDecision
from advisor_app.services.candidates import Suggestion
from advisor_app.services.clock import today
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.audience_field import WordsField
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.choice_field import ChoiceField
from advisor_app.ui.widgets.date_field import DateField
from advisor_app.ui.widgets.form import Form
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.paper_column import PaperColumn
from advisor_app.ui.widgets.value_field import TextLine


class DecisionPart(PaperColumn):
    """``edited(decision, batch)`` asks to commit the decision, ``way_wanted`` another way."""

    edited = Signal(object, str)
    way_wanted = Signal(object)  # Way or None
    use_case_wanted = Signal()
    plan_wanted = Signal()
    typing = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context.theming, parent=parent)
        workspace = context.workspace
        self._texts = workspace.texts
        self._decision: WayDecision | None = None
        theming = context.theming
        card = QFrame()
        card.setProperty("kind", "card-soft")
        words = QVBoxLayout(card)
        words.setContentsMargins(20, 16, 20, 16)
        words.setSpacing(6)
        words.addWidget(TextLabel(theming, self.tr("Vorschlag zur Phase"), "caption", "secondary"))
        self._suggestion = TextLabel(theming, "", "emphasised", weight=600, wrap=True)
        self._more = TextLabel(theming, "", "body", "secondary", wrap=True)
        words.addWidget(self._suggestion)
        words.addWidget(self._more)
        self.way = ChoiceField([(None, self.tr("noch offen")), *((way, self._word(way)) for way in Way)])
        self.form = Form(theming)
        self.form.add("way", self.tr("Was entsteht?"), self.way)
        day = DateField(theming, workspace.texts, partial(today, workspace.clock))
        self.form.add("decided_on", self.tr("Entschieden am"), day)
        who = self.tr("Ein Gremium oder eine Funktion, kein Name")
        self.form.add("decided_by", self.tr("Entschieden von"), TextLine(who), span=2)
        self.reason = WordsField(theming, self.tr("Begründung"), self.tr("Warum dieser Weg?"), lines=3)
        self._past = TextLabel(theming, "", "caption", "amber", wrap=True)
        self.to_use_case = Button(theming, self.tr("Zum Anwendungsfall"), "lightbulb")
        self.to_plan = Button(theming, self.tr("Zum Umsetzungsplan"), "chart-gantt")
        self.add(card, self.form, self._past, self.reason, self.to_use_case, self.to_plan)
        self.form.edited.connect(self._on_form_edited)
        self.form.typing.connect(self.typing)
        self.reason.edited.connect(lambda value, batch: self._on_form_edited("reason", value, batch))
        self.reason.typing.connect(self.typing)
        self.to_use_case.clicked.connect(self.use_case_wanted)
        self.to_plan.clicked.connect(self.plan_wanted)

    @property
    def suggestion(self) -> str:
        """What is suggested, in words."""
        return " ".join(filter(None, (self._suggestion.text(), self._more.text())))

    def show_decision(self, decision: WayDecision, suggestion: Suggestion) -> None:
        """Show what was decided beside what is suggested."""
        self._decision = decision
        self.form.show_record(decision)
        self.reason.show_words(decision.reason)
        self._show_suggestion(suggestion)
        number = None if suggestion.phase is None else suggestion.phase.number
        moved = decision.way is not None and decision.phase != number
        self._past.setVisible(moved)
        if moved:
            before = self.tr("unbestimmt") if decision.phase is None else str(decision.phase)
            now = self.tr("unbestimmt") if number is None else str(number)
            words = self.tr("Als entschieden wurde, war die Phase {before}; heute ist sie {now}.")
            self._past.setText(words.format(before=before, now=now))
        self.to_use_case.setVisible(decision.way is Way.USE_CASE)
        self.to_plan.setVisible(decision.way is Way.PLAN)

    def flush(self) -> None:
        """Ask to commit what is half typed."""
        self.form.flush()
        self.reason.flush()

    def _word(self, way: Way) -> str:
        return self._texts(f"candidates.way.{way.value}")

    def _show_suggestion(self, suggestion: Suggestion) -> None:
        rule = suggestion.rule
        decides = self.tr("Das ist ein Vorschlag; entscheiden muss die Kommune.")
        if rule is None:
            self._suggestion.setText(self._texts("candidates.no-phase"))
            possible = " ".join(item.text for item in suggestion.others)
            self._more.setText(" ".join(filter(None, (possible, decides))))
            return
        self._suggestion.setText(rule.text)
        others = " ".join(item.text for item in suggestion.others)
        more = self.tr("Solange Antworten fehlen, ist auch möglich: {words}").format(words=others) if others else ""
        self._more.setText(" ".join(filter(None, (more, decides))))

    def _on_form_edited(self, attribute: str, value: Any, batch: str) -> None:
        if attribute == "way":
            self.way_wanted.emit(value)
        elif self._decision is not None:
            self.edited.emit(replace(self._decision, **{attribute: value}), batch)
