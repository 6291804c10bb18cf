"""One candidate: its short profile, and what the group gives it in every criterion."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from advisor_app.domain.candidate import Candidate, RankedCandidate, open_criteria
from advisor_app.domain.candidate_rules import Axis, CandidateRules, RatingCriterion
from advisor_app.texts.candidates import rank_word, value_word
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.audience_field import WordsField
from advisor_app.ui.widgets.chips_field import ChipsField
from advisor_app.ui.widgets.form import Form
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.paper_column import PaperColumn
from advisor_app.ui.widgets.rating import Rating
from advisor_app.ui.widgets.value_field import TextArea, TextLine

_RATING_WIDTH = 210


class CandidateForm(PaperColumn):
    """``edited(candidate, batch)`` asks to commit the profile, ``rated(criterion, rating)`` a rating."""

    edited = Signal(object, str)
    rated = Signal(str, object)
    typing = Signal()

    def __init__(self, context: PageContext, areas: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(context.theming, parent=parent)
        self._texts = context.workspace.texts
        self._candidate: Candidate | None = None
        self.form = Form(context.theming)
        self.ratings: dict[str, Rating] = {}
        self._values: dict[Axis, TextLabel] = {}
        add = self.form.add
        add("title", self.tr("Titel"), TextLine(self.tr("Was entsteht, und wo?")), span=2)
        chips = ChipsField(context.theming, [(area, f"{area} {title}", title) for area, title in areas.items()])
        add("areas", self.tr("Wirkungsbereiche"), chips, span=2)
        add("problem", self.tr("Problem"), TextArea(self.tr("Was geschieht heute, und wen trifft es?")))
        add("idea", self.tr("Idee"), TextArea(self.tr("Die Lösung in einem Satz; wer betreibt sie?")))
        add("beneficiaries", self.tr("Wem es hilft"), TextLine(), span=2)
        self.note = WordsField(context.theming, self.tr("Anmerkung"), lines=2)
        self._standing = TextLabel(context.theming, "", "body", "secondary", wrap=True)
        self.add(self.form, TextLabel(context.theming, self.tr("Bewertung der Runde"), "section"), self._standing)
        for axis, words in self._axes().items():
            self.add(self._card(axis, words, context.workspace.candidates.rules))
        self.add(self.note)
        self.form.edited.connect(self._on_form_edited)
        self.form.typing.connect(self.typing)
        self.note.edited.connect(lambda words, batch: self._on_form_edited("note", words, batch))
        self.note.typing.connect(self.typing)

    def show_candidate(self, item: RankedCandidate, rules: CandidateRules) -> None:
        """Show a candidate with its ratings."""
        candidate = self._candidate = item.candidate
        self.form.show_record(candidate)
        self.note.show_words(candidate.note)
        rated = candidate.rated
        for name, rating in self.ratings.items():
            rating.show_value(rated.get(name))
        self._standing.setText(self._standing_words(item, len(open_criteria(candidate, rules))))

    def flush(self) -> None:
        """Ask to commit what is half typed."""
        self.form.flush()
        self.note.flush()

    def _axes(self) -> dict[Axis, str]:
        return {Axis.BENEFIT: self.tr("Nutzen"), Axis.FEASIBILITY: self.tr("Machbarkeit")}

    def _standing_words(self, item: RankedCandidate, unrated: int) -> str:
        place, texts = item.place, self._texts
        if place is None:
            return self.tr("Bewerten Sie je Seite mindestens ein Kriterium: 1 bis 5, Entf leert.")
        words = self.tr("Nutzen {benefit}, Machbarkeit {feasibility}, Platz {rank}.").format(
            benefit=value_word(place.benefit, texts),
            feasibility=value_word(place.feasibility, texts),
            rank=rank_word(item, texts),
        )
        if place.is_placed:
            return f"{words} {self.tr('Die Runde hat den Platz in der Matrix selbst gewählt.')}"
        if unrated:
            return f"{words} {self.tr('Noch nicht bewertet: {count} Kriterien.').format(count=unrated)}"
        return words

    def _card(self, axis: Axis, words: str, rules: CandidateRules) -> QFrame:
        card = QFrame()
        card.setProperty("kind", "card-soft")
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(10)
        column.addWidget(TextLabel(self._theming, words, "emphasised", weight=600))
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(0, 1)
        grid.setColumnMinimumWidth(1, self._theming.scaled(_RATING_WIDTH))  # so that both cards keep in line
        for row, criterion in enumerate(rules.of_axis(axis)):
            self._add_criterion(grid, row, criterion)
        column.addLayout(grid)
        return card

    def _add_criterion(self, grid: QGridLayout, row: int, criterion: RatingCriterion) -> None:
        theming = self._theming
        weight = self.tr(" · zählt {weight}-fach").format(weight=criterion.weight) if criterion.weight > 1 else ""
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(TextLabel(theming, f"{criterion.title}{weight}", "body", weight=600))
        texts.addWidget(TextLabel(theming, criterion.question, "caption", "secondary", wrap=True))
        rating = Rating(theming, criterion.low, criterion.high, compact=True)
        rating.set_name(criterion.title)
        rating.edited.connect(partial(self._on_rating_edited, criterion.id))
        ends = TextLabel(theming, f"1 {criterion.low} – 5 {criterion.high}", "caption", "caption")
        side = QVBoxLayout()
        side.setSpacing(2)
        side.addWidget(rating)
        side.addWidget(ends)
        grid.addLayout(texts, row, 0)
        grid.addLayout(side, row, 1)
        self.ratings[criterion.id] = rating

    def _on_rating_edited(self, criterion: str, value: Any, _batch: str) -> None:
        self.rated.emit(criterion, value)

    def _on_form_edited(self, attribute: str, value: Any, batch: str) -> None:
        if self._candidate is not None:
            self.edited.emit(replace(self._candidate, **{attribute: value}), batch)
