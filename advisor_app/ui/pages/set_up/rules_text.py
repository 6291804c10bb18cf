"""The wording of the funding rules with our readings and their sources, opened on demand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_app.domain.catalog import Catalog
from advisor_app.domain.foundations import Certainty
from advisor_app.texts.numbers import format_date
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.named_fact import NamedFact


class RulesText(QWidget):
    """A line with version and date of the rules, and behind a link every rule, reading and what holds today."""

    def __init__(
        self,
        theming: Theming,
        catalog: Catalog,
        language: str,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._language = language
        self._today = today
        self._theming = theming
        self._catalog = catalog
        rules = catalog.funding
        version = self.tr("Regelwerk „Modulförderung“, Fassung {version}").format(version=rules.version)
        oldest = min((programme.as_of for programme in rules.programmes), default=None)
        if oldest is not None:
            version = self.tr("{version}, Stand {day}").format(version=version, day=format_date(oldest, language))
        self.version = TextLabel(theming, version, "caption", "caption", wrap=True)
        self.toggle = Button(theming, self.tr("Quelle und Wortlaut ansehen"), "", "link")
        self._body = QWidget(self)
        self._body.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.version)
        layout.addWidget(self.toggle)
        layout.addWidget(self._body)
        self.toggle.clicked.connect(self._on_toggle_clicked)

    @property
    def is_open(self) -> bool:
        """Whether the wording is shown."""
        return not self._body.isHidden()

    def _fill(self) -> None:
        rules = self._catalog.funding
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        for rule in rules.rules.values():
            self._add(column, rule.id.replace("R", self.tr("Regel ")), rule.text, rule.sources)
        column.addWidget(TextLabel(self._theming, self.tr("So lesen wir, was offenbleibt"), "body", weight=600))
        for hint in rules.hints:
            unsure = "" if hint.certainty is Certainty.HIGH else self.tr("nicht gesichert")
            self._add(column, unsure, hint.text, hint.sources)
        facts = [fact for fact in self._catalog.facts.values() if fact.funding]
        if facts:
            column.addWidget(TextLabel(self._theming, self.tr("Was heute gilt"), "body", weight=600))
        for fact in facts:
            column.addWidget(NamedFact(self._theming, self._catalog, fact, self._today(), self._language))

    def _add(self, column: QVBoxLayout, title: str, text: str, sources: tuple[str, ...]) -> None:
        if title:
            column.addWidget(TextLabel(self._theming, title, "caption", "secondary", weight=600))
        column.addWidget(TextLabel(self._theming, text, "body", wrap=True))
        titles = [self._catalog.sources[name].title for name in sources if name in self._catalog.sources]
        if titles:
            words = self.tr("Quelle: {titles}").format(titles="; ".join(titles))
            column.addWidget(TextLabel(self._theming, words, "caption", "caption", wrap=True))

    def _on_toggle_clicked(self) -> None:
        if self._body.layout() is None:
            self._fill()
        self._body.setVisible(self._body.isHidden())
        self.toggle.setText(self.tr("Wortlaut schließen") if self.is_open else self.tr("Quelle und Wortlaut ansehen"))
