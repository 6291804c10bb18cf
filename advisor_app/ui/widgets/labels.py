"""Labels of the type scale, keys, tags and hairlines."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from advisor_app.ui.shell.theming import Theming


class TextLabel(QLabel):
    """A label of one kind of text (caption, body, emphasised, section, page) in one tone; it follows theme and zoom.

    Plain text only: what people typed is never taken for markup.
    """

    def __init__(
        self,
        theming: Theming,
        text: str = "",
        kind: str = "body",
        tone: str = "",
        *,
        weight: int | None = None,
        tabular: bool = False,
        wrap: bool = False,
    ) -> None:
        super().__init__(text)
        self._theming = theming
        self._kind = kind
        self._weight = weight
        self._tabular = tabular
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if wrap:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.set_tone(tone)
        theming.changed.connect(self._on_theming_changed)
        self._on_theming_changed()

    def set_kind(self, kind: str) -> None:
        """Change the kind of text."""
        self._kind = kind
        self._on_theming_changed()

    def set_tone(self, tone: str) -> None:
        """Change the tone: empty, secondary, caption, primary, amber, error, success, tag and so on."""
        if self.property("kind") != tone:
            self.setProperty("kind", tone)
            if self.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
                self.style().unpolish(self)
                self.style().polish(self)
                self._on_theming_changed()  # polishing forgets the font

    def _on_theming_changed(self) -> None:
        self.setFont(self._theming.font(self._kind, weight=self._weight, tabular=self._tabular))


def key_label(theming: Theming, keys: str) -> TextLabel:
    """Draw the name of a key as a key."""
    return TextLabel(theming, keys, "caption", "key")


def hairline(parent: QWidget | None = None) -> QFrame:
    """A thin horizontal line."""
    line = QFrame(parent)
    line.setProperty("kind", "hairline")
    line.setFixedHeight(1)
    return line


def vertical_hairline(parent: QWidget | None = None) -> QFrame:
    """A thin vertical line."""
    line = QFrame(parent)
    line.setProperty("kind", "hairline-vertical")
    line.setFixedWidth(1)
    return line
