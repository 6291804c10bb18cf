"""A fact with its date, where it comes from, and why to look again before it is used."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from advisor_app.domain.catalog import Catalog
from advisor_app.domain.knowledge import Fact
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.fact_words import origin, warnings
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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Paragraph(theming, fact.text))
        words = origin(fact.as_of, fact.sources, catalog.sources, language)
        column.addWidget(Paragraph(theming, words, "caption", "caption"))
        for words in warnings(on, language, valid_to=fact.valid_to, check=fact.check, certainty=fact.certainty):
            column.addWidget(Paragraph(theming, words, "caption", "amber"))
