"""One point of „Startklar?“: whether it is in place, how that is known, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from advisor_app.domain.readiness import ReadyPoint, ReadyResult, is_settled
from advisor_app.override import override
from advisor_app.texts import Texts
from advisor_app.texts.preparation import found_words, how_words, point_word
from advisor_app.ui.pages.preparation.ready_words import PointWords
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.paragraph import Paragraph

_NARROW_BELOW = 640


class ReadyRow(QWidget):
    """``ticked(ready)``: somebody vouches for it or no longer does; ``acted``: what the button offers."""

    ticked = Signal(bool)
    acted = Signal()

    def __init__(self, theming: Theming, texts: Texts, point: ReadyPoint, words: PointWords) -> None:
        super().__init__()
        self._theming = theming
        self._texts = texts
        self.point = point
        self._shown: tuple[str, str] = ("circle-dashed", "ink3")
        self._icon = QLabel()
        self._title = Paragraph(theming, point_word(point, texts), "body", weight=600)
        self._hint = Paragraph(theming, words.hint, "caption", "secondary")
        self._found = Paragraph(theming, "", "caption")
        self._how = Paragraph(theming, "", "caption", "secondary", tabular=True)
        self.button = Button(theming, words.action, words.icon, "link")
        self.box = QCheckBox(self.tr("von Hand bestätigen"))
        self.box.setAccessibleName(self.tr("{point}: von Hand bestätigen").format(point=point_word(point, texts)))
        self._lay_out()
        self.button.setVisible(bool(words.action))
        self.button.setAccessibleName(f"{words.action}: {point_word(point, texts)}")
        self.box.clicked.connect(self.ticked)
        self.button.clicked.connect(self.acted)
        theming.changed.connect(self._on_theming_changed)
        self._on_theming_changed()

    @property
    def words(self) -> str:
        """What stands in the row."""
        return " | ".join(label.text() for label in (self._title, self._found, self._how) if label.text())

    def show_result(self, result: ReadyResult | None) -> None:
        """Show what came of it, None where nobody has looked."""
        settled = is_settled(result)
        self._found.setText(found_words(result, self._texts))
        self._found.setVisible(bool(self._found.text()))
        self._found.set_tone("" if settled else "amber")
        self._how.setText(how_words(result, self._texts))
        by_hand = result is not None and result.by_hand
        self.box.setChecked(by_hand and settled)
        self.box.setVisible(by_hand or not settled)
        self._shown = (
            ("circle-check", "success") if settled else ("circle-dashed", "ink3") if result is None else _MISSING
        )
        self._on_theming_changed()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < self._theming.scaled(_NARROW_BELOW)
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._title)
        words.addWidget(self._hint)
        words.addStretch(1)
        state = QVBoxLayout()
        state.setSpacing(1)
        state.addWidget(self._found)
        state.addWidget(self._how)
        state.addStretch(1)
        actions = QWidget()  # also where it is empty, so that the columns stand below each other
        doing = QVBoxLayout(actions)
        doing.setContentsMargins(0, 0, 0, 0)
        doing.setSpacing(0)
        doing.addWidget(self.box)
        doing.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        doing.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(12)
        for part, share in ((words, 5), (state, 4)):
            self._row.addLayout(part, share)
        self._row.addWidget(actions, 4)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 8, 0, 8)
        line.setSpacing(12)
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(self._row, 1)

    def _on_theming_changed(self) -> None:
        icon, role = self._shown
        self._icon.setPixmap(self._theming.icon(icon, role).pixmap(self._theming.icon_size() * 1.1))


_MISSING = ("circle-alert", "amber")
