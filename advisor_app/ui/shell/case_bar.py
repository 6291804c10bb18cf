"""The bar above the page: where one is, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor_app.override import override
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.elided_label import ElidedLabel
from advisor_app.ui.widgets.labels import TextLabel, vertical_hairline

_WIDE = 900


class CaseBar(QWidget):
    """Shows the page's title, or the case's commune with its modules; on the right the date or the next day."""

    back = Signal()

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        theming.dress(self)
        self.setProperty("kind", "case-bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._back = Button(theming, self.tr("Fälle"), "chevron-left", "link", tooltip=self.tr("Zu allen Fällen"))
        self._line = vertical_hairline()
        self._title = TextLabel(theming, "", "section", weight=600)
        self._case_title = TextLabel(theming, "", "emphasised", weight=600)
        self._subtitle = ElidedLabel(theming, "", "body", "secondary")
        self._right = TextLabel(theming, "", "body", "secondary", tabular=True)
        self._right_words = ("", "")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 0, 24, 0)
        layout.setSpacing(12)
        for widget in (self._back, self._line, self._title, self._case_title):
            layout.addWidget(widget)
        layout.addWidget(self._subtitle, 1)
        layout.addWidget(self._right)
        self._back.clicked.connect(self.back)
        theming.changed.connect(self._on_theming_changed)
        self._on_theming_changed()

    @property
    def text(self) -> str:
        """What the bar says, from left to right."""
        title = self._title if self._line.isHidden() else self._case_title
        return "  ".join(filter(None, (title.text(), self._subtitle.text(), self._right.text())))

    @property
    def back_button(self) -> Button:
        """The way back to all cases."""
        return self._back

    def show_title(
        self, title: str, subtitle: str = "", right: str = "", day: str = "", *, in_case: bool = False
    ) -> None:
        """Change what the bar says; inside a case it offers the way back to all cases.

        On the right stands what comes next, and the day, which alone remains in narrow windows.
        """
        for widget in (self._back, self._line, self._case_title):
            widget.setVisible(in_case)
        self._title.setVisible(not in_case)
        (self._case_title if in_case else self._title).setText(title)
        self._subtitle.setText(subtitle)
        self._right_words = (right, day)
        self._fit_right()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_right()

    def _fit_right(self) -> None:
        right, day = self._right_words
        wide = self.width() >= self._theming.scaled(_WIDE)
        self._right.setText("   ".join(filter(None, (right if wide else "", day))))

    def _on_theming_changed(self) -> None:
        self.setFixedHeight(self._theming.size("case_bar"))
        self._line.setFixedHeight(self._theming.scaled(24))
