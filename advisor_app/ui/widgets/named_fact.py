"""A fact with its date, where it comes from, and why to look again before it is used."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from advisor_app.domain.catalog import Catalog, Certainty, Fact
from advisor_app.domain.freshness import Doubt, fact_doubts
from advisor_app.texts.numbers import format_date
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.paragraph import Paragraph


class NamedFact(QFrame):
    """Shows a fact as it is to be judged on a day; that it is old, its date says itself."""

    def __init__(
        self,
        theming: Theming,
        catalog: Catalog,
        fact: Fact,
        on: date,
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._catalog = catalog
        self._language = language
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Paragraph(theming, fact.text))
        column.addWidget(Paragraph(theming, self._origin(fact), "caption", "caption"))
        for words in self._warnings(fact, on):
            column.addWidget(Paragraph(theming, words, "caption", "amber"))

    def _origin(self, fact: Fact) -> str:
        sources = [self._catalog.sources[name] for name in fact.sources if name in self._catalog.sources]
        named = "; ".join(f"{source.publisher}, {source.title}" for source in sources)
        day = format_date(fact.as_of, self._language)
        return self.tr("Stand {day}, Quelle: {sources}").format(day=day, sources=named)

    def _warnings(self, fact: Fact, on: date) -> Iterator[str]:
        doubts = fact_doubts(fact, on)
        if Doubt.EXPIRED in doubts and fact.valid_to is not None:
            day = format_date(fact.valid_to, self._language)
            yield self.tr("Abgelaufen am {day}: Bitte erst prüfen, was heute gilt.").format(day=day)
        if Doubt.CHECK_DUE in doubts and fact.check is not None:
            day = format_date(fact.check, self._language)
            yield self.tr("Bis {day} zu prüfen: Bitte klären, ob es noch stimmt.").format(day=day)
        if Doubt.UNCERTAIN in doubts:
            yield (
                self.tr("Unsicher: Bitte nur mit diesem Hinweis nennen.")
                if fact.certainty is Certainty.LOW
                else self.tr("Nicht ganz sicher belegt.")
            )
