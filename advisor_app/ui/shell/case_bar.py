"""The bar above the page: where one is, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel, vertical_hairline


class CaseBar(QWidget):
    """Shows the page's title, or the case's commune with its modules; on the right the date or the next day."""

    back = Signal()

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self.setProperty("kind", "case-bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._back = Button(theming, self.tr("Fälle"), "chevron-left", "link")
        self._line = vertical_hairline()
        self._line.setFixedHeight(24)
        self._title = TextLabel(theming, "", "emphasised", weight=600)
        self._subtitle = TextLabel(theming, "", "body", "secondary")
        self._right = TextLabel(theming, "", "body", "secondary", tabular=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 0, 24, 0)
        layout.setSpacing(12)
        for widget in (self._back, self._line, self._title, self._subtitle):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self._right)
        self._back.clicked.connect(self.back)
        theming.changed.connect(self._on_theming_changed)
        self._on_theming_changed()

    def show_title(self, title: str, subtitle: str = "", right: str = "", *, in_case: bool = False) -> None:
        """Change what the bar says; inside a case it offers the way back to all cases."""
        self._back.setVisible(in_case)
        self._line.setVisible(in_case)
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self._right.setText(right)

    def _on_theming_changed(self) -> None:
        self.setFixedHeight(round(self._theming.theme.size["case_bar"] * self._theming.zoom / 100))
