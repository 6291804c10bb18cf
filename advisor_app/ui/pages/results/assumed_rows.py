"""The questions for which another level is assumed, each with its levels side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.questionnaire import Question
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.icon_button import IconButton
from advisor_app.ui.widgets.labels import TextLabel, hairline
from advisor_app.ui.widgets.level_button import LevelButton

Assumed = tuple[Question, int | None, int]
"""A question, the level that holds today, and the one that is assumed."""


class AssumedRows(QWidget):
    """Rows are built anew where other questions are assumed, and filled anew where only their levels are."""

    chosen = Signal(str, int)
    removed = Signal(str)
    opened = Signal(str)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._rows: dict[str, _Row] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def show_rows(self, assumed: Sequence[Assumed], kind: CommuneKind) -> None:
        """Show these, in their order."""
        wanted = {question.id: (question, today, level) for question, today, level in assumed}
        if list(wanted) != list(self._rows):
            for row in self._rows.values():
                self._layout.removeWidget(row)
                row.hide()
                row.deleteLater()
            self._rows = {name: _Row(self._context, item[0], kind, self) for name, item in wanted.items()}
            for row in self._rows.values():
                self._layout.addWidget(row)
        for name, (_, today, level) in wanted.items():
            self._rows[name].show_levels(today, level)
        self.setVisible(bool(wanted))

    def focus_row(self, name: str) -> None:
        """Put the focus on the level that is assumed for a question."""
        if name in self._rows:
            self._rows[name].take_focus()


class _Row(QFrame):
    """One question: its levels, and what would hold then."""

    def __init__(self, context: PageContext, question: Question, kind: CommuneKind, rows: AssumedRows) -> None:
        super().__init__()
        theming, translate = context.theming, QCoreApplication.translate
        wording = question.wording(kind)
        self._secret = question.confidential
        self._anchors = wording.anchors or ()
        self._level = 0
        number = Button(theming, question.id, "", "link")
        number.clicked.connect(lambda: rows.opened.emit(question.id))
        self._title = TextLabel(theming, question.short, "body", weight=600, wrap=True)
        self._words = TextLabel(theming, "", "body", "secondary", wrap=True)
        remove = IconButton(
            theming, "x", translate("AssumedRows", "{question} nicht mehr annehmen").format(question=question.id)
        )
        remove.clicked.connect(lambda: rows.removed.emit(question.id))
        self._buttons = [LevelButton(theming, level, anchor, self) for level, anchor in enumerate(self._anchors)]
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._words)
        line = QHBoxLayout()
        line.setContentsMargins(0, 8, 0, 8)
        line.setSpacing(10)
        line.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        for level, button in enumerate(self._buttons):
            button.setVisible(not self._secret)
            button.clicked.connect(lambda _checked=False, level=level: rows.chosen.emit(question.id, level))
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(hairline())
        layout.addLayout(line)

    def show_levels(self, today: int | None, level: int) -> None:
        """Mark the level that is assumed, and say what holds today."""
        self._level = level
        for place, button in enumerate(self._buttons):
            button.setChecked(place == level)
        if self._secret:
            self._words.setText(QCoreApplication.translate("AssumedRows", "vertraulich"))
            return
        now = "–" if today is None else str(today)
        anchor = self._anchors[level] if level < len(self._anchors) else ""
        words = QCoreApplication.translate("AssumedRows", "heute {now}; dann: {anchor}")
        self._words.setText(words.format(now=now, anchor=anchor))

    def take_focus(self) -> None:
        """Put the focus on the level that is assumed."""
        if self._buttons:
            self._buttons[self._level].setFocus(Qt.FocusReason.OtherFocusReason)
