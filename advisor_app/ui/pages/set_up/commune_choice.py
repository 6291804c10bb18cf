"""Which commune the case is for: the question, the search, and where the register's facts come from."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from advisor_app.ui.pages.set_up.frame import StepColumn
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.commune_picker import CommunePicker
from advisor_app.ui.widgets.labels import TextLabel


class CommuneChoice(StepColumn):
    """``chosen`` carries a commune of the register."""

    chosen = Signal(object)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context.theming, parent=parent)
        theming = context.theming
        notice = context.workspace.register.notice
        self.picker = CommunePicker(theming, context.workspace)
        explanation = self.tr(
            "Drei Buchstaben genügen. Umlaute und „ß“ dürfen auch als ae, oe, ue und ss getippt werden."
        )
        self.column.addWidget(TextLabel(theming, self.tr("Um welche Kommune geht es?"), "section", weight=600))
        self.column.addWidget(TextLabel(theming, explanation, "body", "secondary", wrap=True))
        self.column.addWidget(self.picker)
        self.column.addStretch(1)
        self._attribution = TextLabel(theming, notice.attribution, "caption", "caption", wrap=True)
        self.column.addWidget(self._attribution)
        self.picker.chosen.connect(self.chosen)

    @property
    def attribution_text(self) -> str:
        """Where the register's facts come from."""
        return self._attribution.text()
