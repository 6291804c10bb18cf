"""What stands in place of the pages while the data cannot be worked with: what happened, and what helps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from advisor_app.override import override
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.announce import announce
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.paragraph import Paragraph

_WIDTH = 600
_UNSAVED_LINES = 5


@dataclass(frozen=True, slots=True)
class Way:
    """Something that can be done: its name, its words and its icon."""

    name: str
    words: str
    icon: str = ""


class FaultScreen(QWidget):
    """A title, a sentence, what is known by now, and ways out; the first way is the recommended one."""

    chosen = Signal(str)  # the name of a way

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        theming.dress(self)
        self._picture = QLabel()
        self.title = Paragraph(theming, "", "page", weight=600)
        self.sentence = Paragraph(theming, "", "body", "secondary")
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._found = QFrame()
        self._found.setProperty("kind", "card")
        self._lines = QVBoxLayout(self._found)
        self._lines.setContentsMargins(16, 12, 16, 12)
        self._lines.setSpacing(6)
        self._unsaved_title = TextLabel(theming, self.tr("Noch nicht gesichert – bitte kopieren"), weight=600)
        self.unsaved = QPlainTextEdit()
        self.unsaved.setReadOnly(True)
        self.unsaved.setTabChangesFocus(True)
        self.unsaved.setAccessibleName(self.tr("Noch nicht gesicherter Text"))
        self._complaint = Paragraph(theming, "", "body", "error")
        self._ways = QVBoxLayout()
        self._ways.setSpacing(8)
        self._labels: list[Paragraph] = []
        self._buttons: dict[str, Button] = {}
        self._is_busy = False
        self._lay_out()
        theming.changed.connect(self._on_theming_changed)
        self._on_theming_changed()

    @property
    def ways(self) -> tuple[str, ...]:
        """The names of the ways that are offered, the recommended one first."""
        return tuple(self._buttons)

    @property
    def lines(self) -> list[str]:
        """What is known by now."""
        return [label.text() for label in self._labels]

    @property
    def complaint(self) -> str:
        """Why the last way did not lead out, empty where none failed."""
        return "" if self._complaint.isHidden() else self._complaint.text()

    def button(self, way: str) -> Button:
        """The button of a way."""
        return self._buttons[way]

    def tell(self, title: str, sentence: str, unsaved: str = "") -> None:
        """Say what happened, with the words that are typed and not on disk."""
        self.title.setText(title)
        self.sentence.setText(sentence)
        self.unsaved.setPlainText(unsaved)
        for widget in (self._unsaved_title, self.unsaved):
            widget.setVisible(bool(unsaved))
        self.complain("")
        self.show_found(())
        announce(self, f"{title}. {sentence}")

    def show_found(self, lines: Sequence[str]) -> None:
        """Say what is known by now; the first line is its title."""
        for label in self._labels:
            self._lines.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._labels = [
            Paragraph(self._theming, line, weight=None if number else 600) for number, line in enumerate(lines)
        ]
        for label in self._labels:
            self._lines.addWidget(label)
        self._found.setVisible(bool(lines))

    def offer(self, ways: Sequence[Way], *, recommended: bool = True) -> None:
        """Offer these ways and no others; the first may be the recommended one."""
        for button in self._buttons.values():
            button.hide()
            self._ways.removeWidget(button)
            button.deleteLater()
        self._buttons = {}
        for number, way in enumerate(ways):
            button = Button(self._theming, way.words, way.icon, "primary" if recommended and not number else "")
            button.clicked.connect(lambda _checked=False, name=way.name: self.chosen.emit(name))
            button.setEnabled(not self._is_busy)
            self._ways.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self._buttons[way.name] = button
        self.take_focus()

    def show_busy(self, *, busy: bool) -> None:
        """Take no choice while something is done."""
        self._is_busy = busy
        for button in self._buttons.values():
            button.setEnabled(not busy)

    def complain(self, words: str) -> None:
        """Say why a way did not lead out; empty for nothing."""
        self._complaint.setText(words)
        self._complaint.setVisible(bool(words))
        if words:
            announce(self, words)

    def take_focus(self) -> None:
        """Put the focus on the recommended way."""
        for button in self._buttons.values():
            button.setFocus(Qt.FocusReason.OtherFocusReason)
            return

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def _lay_out(self) -> None:
        self._column = QWidget()
        column = QVBoxLayout(self._column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (
            self._picture,
            self.title,
            self.sentence,
            self._unsaved_title,
            self.unsaved,
            self._found,
            self._complaint,
        ):
            column.addWidget(widget)
        column.addSpacing(4)
        column.addLayout(self._ways)
        middle = QWidget()
        middle.setProperty("kind", "paper")
        across = QHBoxLayout(middle)
        across.setContentsMargins(24, 32, 24, 32)
        down = QVBoxLayout()
        down.addStretch(1)
        down.addWidget(self._column)  # aligned it would not be asked how high it is at its width
        down.addStretch(2)
        across.addStretch(1)
        across.addLayout(down)
        across.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(middle)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    def _on_theming_changed(self) -> None:
        theming = self._theming
        self._picture.setPixmap(theming.icon("octagon-alert", "amber").pixmap(theming.icon_size() * 2))
        self._column.setFixedWidth(theming.scaled(_WIDTH))
        self.unsaved.setFont(theming.font("body"))
        self.unsaved.setFixedHeight(self.unsaved.fontMetrics().lineSpacing() * _UNSAVED_LINES + 16)
