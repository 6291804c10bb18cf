"""Once a week: the cases whose time has come, above the list of cases."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.errors import AdvisorError
from advisor_app.services.clock import today
from advisor_app.texts.errors import sentence
from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.paragraph import Paragraph

if TYPE_CHECKING:
    from advisor_app.services.retention import DueCase

_AFTER_MS = 100  # once the list stands
_NAMED = 3


class RetentionHint(QWidget):
    """Hidden where nothing is due or a week has not gone by; ``case_wanted(id)``, ``all_wanted()``."""

    case_wanted = Signal(str)
    all_wanted = Signal()
    warned = Signal(str)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.case_buttons: dict[str, Button] = {}
        self._later = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._later.timeout.connect(self._look)
        self._words = Paragraph(context.theming, "", "body")
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(16)
        self.later_button = Button(context.theming, self.tr("In einer Woche wieder"), "", "quiet")
        card = QFrame()
        card.setProperty("kind", "card-amber")
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 10, 16, 8)
        column.setSpacing(4)
        column.addWidget(self._words)
        column.addLayout(self._buttons)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 12, 24, 0)
        outer.addWidget(card)
        self.later_button.clicked.connect(self._on_later_button_clicked)
        self.hide()

    def read(self) -> None:
        """See in the background whether there is something to name; the list need not wait for that."""
        self._later.start()

    def _look(self) -> None:
        workspace = self._context.workspace
        terms = workspace.retention
        if terms.is_time_to_name(workspace.preferences.retention_hinted_on):
            job: Job[list[DueCase]] = self._context.lane.run(lambda _job: terms.due())
            job.succeeded.connect(self._on_read)

    def _on_read(self, due: list[DueCase]) -> None:
        theming, workspace = self._context.theming, self._context.workspace
        while (item := self._buttons.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self.later_button:
                widget.deleteLater()
        self.case_buttons.clear()
        for case in due[:_NAMED]:
            button = Button(theming, workspace.register.titles(case.communes), "", "link")
            button.clicked.connect(lambda _checked=False, name=case.case_id: self.case_wanted.emit(name))
            self.case_buttons[case.case_id] = button
            self._buttons.addWidget(button)
        if len(due) > _NAMED:
            more = Button(theming, self.tr("und {count} weitere").format(count=len(due) - _NAMED), "", "link")
            more.clicked.connect(self.all_wanted)
            self._buttons.addWidget(more)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.later_button)
        words = self.tr("Die Aufbewahrungsfrist ist abgelaufen: bitte verlängern oder löschen.")
        self._words.setText(words)
        self.setVisible(bool(due))

    def _on_later_button_clicked(self) -> None:
        workspace = self._context.workspace
        day = today(workspace.clock).isoformat()
        self.hide()
        try:
            workspace.set_preferences(replace(workspace.preferences, retention_hinted_on=day))
        except AdvisorError as error:
            self.warned.emit(sentence(error, workspace.texts))
