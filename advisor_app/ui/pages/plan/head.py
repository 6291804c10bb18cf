"""The head of the page: what the plan is about, its views and its actions."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.override import override
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button, Segments
from advisor_app.ui.widgets.elided_label import ElidedLabel
from advisor_app.ui.widgets.flow_layout import FlowLayout
from advisor_app.ui.widgets.icon_button import IconButton, MenuButton

SCHEDULE = "schedule"
PRIORITIES = "priorities"
_LEAST_TITLE = 260


class PlanHead(QWidget):
    """Title, views and actions of the plan."""

    view_chosen = Signal(str)
    head_wanted = Signal()
    addition_wanted = Signal()
    proposals_wanted = Signal()
    pdf_wanted = Signal()
    import_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._below = ElidedLabel(theming, "", "body", "secondary")
        self.edit = IconButton(theming, "pencil", self.tr("Plankopf bearbeiten"))
        self.views = Segments(
            theming,
            (
                (SCHEDULE, self.tr("Zeitplan"), "chart-gantt"),
                (PRIORITIES, self.tr("Prioritäten"), "grid-2x2"),
            ),
        )
        self.proposals = Button(
            theming, self.tr("Vorschläge"), "list-checks", tooltip=self.tr("Maßnahmen aus dem Katalog übernehmen")
        )
        self.add = Button(theming, self.tr("Maßnahme"), "plus", shortcut="Ins", show_keys=True)
        self.pdf = Button(theming, self.tr("PDF ansehen"), "file-text", "primary", shortcut="Ctrl+P")
        self.more = MenuButton(theming, self.tr("Mehr: verschieben, löschen, einlesen, ausgeben"))
        self.more.add_action(self.tr("Maßnahmen einlesen …"), "upload", self.import_wanted.emit)
        self.more.add_action(self.tr("Maßnahmen ausgeben …"), "download", self.export_wanted.emit)
        self._lay_out(theming)
        self.views.chosen.connect(self.view_chosen)
        self.edit.clicked.connect(self.head_wanted)
        self.add.clicked.connect(self.addition_wanted)
        self.proposals.clicked.connect(self.proposals_wanted)
        self.pdf.clicked.connect(self.pdf_wanted)

    def show_words(self, words: str) -> None:
        """Say what the plan is about."""
        self._below.setText(words)

    def show_actions(self, *, view: str, measures: bool) -> None:
        """Offer what fits the view: without measures only what leads to some."""
        if measures:
            self.views.choose(view)
        for widget in (self.views, self.proposals, self.add, self.pdf):
            widget.setVisible(measures)
        self._arrange()

    def _lay_out(self, theming: Theming) -> None:
        below = QHBoxLayout()
        below.setSpacing(4)
        below.addWidget(self._below, 0)
        below.addWidget(self.edit)
        below.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(theming, self.tr("Umsetzungsplan"), "page"))
        words.addLayout(below)
        self._actions = QWidget()
        flow = FlowLayout(8, self._actions)
        for widget in (self.views, self.proposals, self.add, self.more, self.pdf):
            flow.addWidget(widget)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(8)
        self._box.addLayout(words, 1)
        self._box.addWidget(self._actions, 0, Qt.AlignmentFlag.AlignVCenter)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Put the actions beside the title, or below it where there is no room."""
        for widget in (self.views, self.more):
            widget.setMinimumHeight(self.pdf.sizeHint().height())
        hint = self._actions.sizeHint().width()
        beside = self.width() - hint >= self._theming.scaled(_LEAST_TITLE)
        self._actions.setMinimumWidth(hint if beside else 0)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._box.setDirection(direction)
