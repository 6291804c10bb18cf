"""Whether a revealed round has to be clarified, and why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor_app.texts import Texts
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.labels import TextLabel


class PollVerdict(QWidget):
    """A word where there is something to clarify, and sentences beside it."""

    def __init__(self, theming: Theming, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._word = TextLabel(theming, "", "caption", "tag-amber")
        self._doubts = TextLabel(theming, "", "body", "", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._word, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._doubts, 1)

    @property
    def words(self) -> str:
        """The word, and why."""
        return " ".join(filter(None, (self._word.text(), self._doubts.text())))

    def show_doubts(self, doubts: Sequence[str], *, has_levels: bool) -> None:
        """Show the doubts about a round; without levels nobody has said one."""
        is_doubted = bool(doubts) and has_levels
        self._word.setText(self.tr("Klärungsbedarf") if is_doubted else "")
        self._word.setVisible(is_doubted)
        if has_levels:
            self._doubts.setText(" ".join(doubts) or self._texts("poll.doubt.none"))
        else:
            self._doubts.setText(self._texts("poll.doubt.nothing"))
