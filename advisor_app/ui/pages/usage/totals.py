"""The sums of a period in four figures."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_app.domain.usage import UsageSums
from advisor_app.texts import Texts
from advisor_app.texts.usage import count_words, rate_words
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.flow_layout import FlowLayout
from advisor_app.ui.widgets.labels import TextLabel

_NAMES = ("uses", "completed", "abandonment", "payments")
_GAP = 36


class UsageTotals(QWidget):
    """Begun, sent, abandoned and paid; a dash where nobody counted."""

    def __init__(self, theming: Theming, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._values: dict[str, TextLabel] = {}
        row = FlowLayout(_GAP, self)
        for name in _NAMES:
            figure = QWidget()
            column = QVBoxLayout(figure)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            self._values[name] = TextLabel(theming, "", "page", tabular=True)
            column.addWidget(self._values[name])
            column.addWidget(TextLabel(theming, texts(f"usage.{name}"), "caption", "secondary"))
            row.addWidget(figure)

    def show_sums(self, sums: UsageSums) -> None:
        """Show the figures."""
        texts = self._texts
        words = {
            "uses": count_words(sums.uses, texts),
            "completed": "–" if sums.completed is None else count_words(sums.completed, texts),
            "abandonment": rate_words(sums.abandonment, texts),
            "payments": count_words(sums.paid, texts) if sums.paid else "–",
        }
        for name, label in self._values.items():
            label.setText(words[name])
            label.setAccessibleName(f"{self._texts(f'usage.{name}')}: {words[name]}")
