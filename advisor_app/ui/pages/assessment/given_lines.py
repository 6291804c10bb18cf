"""What was answered before or in another module to the question that is shown, each with the act that takes it over."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from advisor_app.domain.assessment import Answer
from advisor_app.services.given_answers import GivenAnswer, Origin
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel

_ICONS = {Origin.EARLIER: "history", Origin.ELSEWHERE: "link"}


class GivenLines(QFrame):
    """Hidden where nothing was answered; ``taken`` asks to take an answer over."""

    taken = Signal(object)  # GivenAnswer

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._given: tuple[GivenAnswer, ...] = ()
        self._lines: list[_Line] = []
        self.setProperty("kind", "card-soft")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 8, 14, 8)
        self._column.setSpacing(6)
        self.hide()

    def show_given(self, given: Sequence[GivenAnswer], answer: Answer) -> None:
        """Show these beside an answer, which says whether one of them was taken over."""
        if tuple(given) != self._given:
            self._given = tuple(given)
            for line in self._lines:
                self._column.removeWidget(line)
                line.hide()
                line.deleteLater()
            self._lines = [_Line(self._theming, item, self) for item in given]
            for line in self._lines:
                self._column.addWidget(line)
        for line in self._lines:
            line.show_answer(answer)
        self.setVisible(bool(self._lines))


class _Line(QWidget):
    """Where it was answered, what, and the act."""

    def __init__(self, theming: Theming, given: GivenAnswer, lines: GivenLines) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        self._given = given
        icon = QLabel()
        icon.setPixmap(theming.icon(_ICONS[given.origin], "ink2").pixmap(QSize(theming.icon_size())))
        source = given.source
        if given.origin is Origin.ELSEWHERE:
            source = translate("GivenLines", "{source}, Frage {question}").format(
                source=given.source, question=given.asked_as
            )
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(TextLabel(theming, source, "caption", "secondary", wrap=True))
        words.addWidget(TextLabel(theming, given.said, "body", wrap=True))
        is_earlier = given.origin is Origin.EARLIER
        title = translate("GivenLines", "Wie damals") if is_earlier else translate("GivenLines", "Übernehmen")
        self.button = Button(theming, title, "", "link", tooltip=f"{title} ({'W' if is_earlier else 'G'})")
        self.button.setAccessibleDescription(f"{source}: {given.said}")
        self.button.clicked.connect(lambda: lines.taken.emit(given))
        self._done = TextLabel(theming, translate("GivenLines", "steht hier auch"), "caption", "secondary")
        self._other = TextLabel(
            theming, translate("GivenLines", "andere Stufen, nur zum Vergleich"), "caption", "secondary"
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        for widget in (self.button, self._done, self._other):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_answer(self, answer: Answer) -> None:
        """Offer the act, or say that it was done, or why there is none."""
        is_taken = self._given.can_be_taken and self._given.is_taken(answer)
        self.button.setVisible(self._given.can_be_taken and not is_taken)
        self._done.setVisible(is_taken)
        self._other.setVisible(not self._given.can_be_taken)
