"""The line under the case bar that says what went wrong or what was done."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel


class Notice(QFrame):
    """One sentence, in amber for what needs attention, in green for what is done; it goes when it is closed."""

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._icon = QLabel(self)
        self._label = TextLabel(theming, wrap=True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._copy = Button(theming, self.tr("Kopieren"), "copy", "link")
        self._close = Button(theming, self.tr("Schließen"), "x", "link")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 10, 12, 10)
        layout.setSpacing(12)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._label, 1)
        layout.addWidget(self._copy)
        layout.addWidget(self._close)
        self._copy.clicked.connect(self._on_copy_clicked)
        self._close.clicked.connect(self.hide)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence that is shown."""
        return self._label.text()

    def warn(self, sentence: str) -> None:
        """Say what went wrong, what was kept and what to do."""
        self._say(sentence, "amber", "triangle-alert")

    def inform(self, sentence: str) -> None:
        """Say what was done."""
        self._say(sentence, "success", "circle-check")

    def _say(self, sentence: str, tone: str, icon: str) -> None:
        self.setProperty("kind", f"card-{tone}")
        self.style().unpolish(self)
        self.style().polish(self)
        self._icon.setPixmap(self._theming.icon(icon, tone).pixmap(self._theming.icon_size()))
        self._label.setText(sentence)
        self.setAccessibleName(sentence)
        self.show()

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._label.text())
