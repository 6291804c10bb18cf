"""A text that wraps and is as high as its lines at the width there is, however long the page it stands on."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy

from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.labels import TextLabel


class Paragraph(TextLabel):
    """A wrapped ``TextLabel`` for long columns; a plain one asks for the height it has at Qt's favourite width."""

    def __init__(
        self,
        theming: Theming,
        text: str = "",
        kind: str = "body",
        tone: str = "",
        *,
        weight: int | None = None,
        tabular: bool = False,
    ) -> None:
        super().__init__(theming, text, kind, tone, weight=weight, tabular=tabular, wrap=True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
