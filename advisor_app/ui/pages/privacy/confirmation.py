"""The question before something is erased for good: answered by typing a name, not by a reflex."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from advisor_app.domain.folding import fold
from advisor_app.override import override
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.drafts import Drafts
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.line import Line
from advisor_app.ui.widgets.paragraph import Paragraph


class Confirmation(QFrame):
    """Says what is lost and waits until the name is typed. ``confirmed(reason)``; Escape and Abbrechen leave it."""

    confirmed = Signal(str)
    left = Signal()

    def __init__(self, theming: Theming, words: str, name: str, action: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card-error")
        self._name = name
        self.extra = QVBoxLayout()
        self.typed = Line()
        self.reason = Line()
        self.erase_button = Button(theming, action, "trash-2")
        self.erase_button.setEnabled(False)
        self.leave_button = Button(theming, self.tr("Abbrechen"), "", "link")
        label = TextLabel(
            theming, self.tr("Zum Bestätigen „{name}“ eintippen").format(name=name), "caption", "secondary"
        )
        reason_label = TextLabel(
            theming, self.tr("Grund für den Nachweis, ohne Namen (freiwillig)"), "caption", "secondary"
        )
        label.setBuddy(self.typed)
        reason_label.setBuddy(self.reason)
        self.typed.setAccessibleName(label.text())
        self.reason.setAccessibleName(reason_label.text())
        fields = QHBoxLayout()
        fields.setSpacing(16)
        for title, field in ((label, self.typed), (reason_label, self.reason)):
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(title)
            column.addWidget(field)
            fields.addLayout(column, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self.erase_button)
        buttons.addWidget(self.leave_button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 14)
        layout.setSpacing(10)
        layout.addWidget(Paragraph(theming, words))
        layout.addLayout(self.extra)
        layout.addLayout(fields)
        layout.addLayout(buttons)
        self.typed.textChanged.connect(self._on_typed_text_changed)
        self.typed.returnPressed.connect(self.erase_button.click)
        self.reason.returnPressed.connect(self.erase_button.click)
        self.drafts = Drafts(self, "reason", stores=False)
        self.drafts.add("reason", self.reason)
        self.erase_button.clicked.connect(self.drafts.settle)
        self.leave_button.clicked.connect(self.drafts.settle)
        self.erase_button.clicked.connect(lambda: self.confirmed.emit(self.reason.text()))
        self.leave_button.clicked.connect(self.left)

    def take_focus(self, after: QWidget, boxes: Sequence[QWidget] = ()) -> None:
        """Begin with the name; Tab goes on from the widget that asked, over the boxes, to the buttons."""
        self.show()
        chain = (after, *boxes, self.typed, self.reason, self.erase_button, self.leave_button)
        for first, second in pairwise(chain):
            QWidget.setTabOrder(first, second)
        self.typed.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._bring_in_sight)  # once it has its place

    def _bring_in_sight(self) -> None:
        holder = self.parentWidget()
        while holder is not None and not isinstance(holder, QScrollArea):
            holder = holder.parentWidget()
        if holder is not None:
            holder.ensureWidgetVisible(self)
            holder.ensureWidgetVisible(self.leave_button)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _on_typed_text_changed(self, text: str) -> None:
        self.erase_button.setEnabled(fold(text).split() == fold(self._name).split())
