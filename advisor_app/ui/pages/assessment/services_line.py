"""Which services have no level or a disputed one: what the group has to speak about besides questions."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from advisor_app.domain.case import Case
from advisor_app.domain.service_overview import Concern
from advisor_app.domain.service_questions import QUESTIONNAIRE
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.flow_layout import FlowLayout
from advisor_app.ui.widgets.labels import TextLabel


class ServicesLine(QFrame):
    """Hidden where there is nothing to say. ``wanted`` asks for the services that are to be clarified."""

    wanted = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theming = context.theming
        self._overviews = context.workspace.service_overviews
        self._words = TextLabel(theming, "", "body", wrap=True)
        self.button = Button(theming, self.tr("Leistungen ansehen"), "landmark", "link")
        self.setProperty("kind", "card")
        buttons = QWidget()
        FlowLayout(16, buttons).addWidget(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.setSpacing(4)
        layout.addWidget(TextLabel(theming, self.tr("Aus der Leistungsübersicht"), "caption", "secondary"))
        layout.addWidget(self._words)
        layout.addWidget(buttons)
        self.button.clicked.connect(self.wanted)
        self.hide()

    @property
    def words(self) -> str:
        """What the line says, empty while it is hidden."""
        return "" if self.isHidden() else self._words.text()

    def show_case(self, case: Case, questionnaire: str) -> None:
        """Say what is open about the services of a case, beside the questionnaire of module 1."""
        concerns = (
            [] if questionnaire != QUESTIONNAIRE else [item.concern for item in self._overviews.of(case).to_clarify]
        )
        disputed, unrated = concerns.count(Concern.DISPUTED), concerns.count(Concern.UNRATED)
        words = (
            self.tr("Strittige Einstufungen: {count}.").format(count=disputed) if disputed else "",
            self.tr("Ohne Reifegrad: {count}.").format(count=unrated) if unrated else "",
        )
        self._words.setText(" ".join(filter(None, words)))
        self.setVisible(bool(concerns))
