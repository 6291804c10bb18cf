"""Once a week: the cases whose time has come, or that of people in them, above the list of cases."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
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
    from advisor_app.domain.case import CaseCommune
    from advisor_app.services.retention import RetentionTerms

_AFTER_MS = 100  # once the list stands
_NAMED = 3


@dataclass(frozen=True, slots=True)
class NamedCase:
    """A case whose time has come; with ``people`` only that of so many in it."""

    case_id: str
    communes: tuple[CaseCommune, ...]
    people: int


def _named(terms: RetentionTerms) -> list[NamedCase]:
    """Every case once: whoever decides about a case decides about its people."""
    cases = [NamedCase(item.case_id, item.communes, 0) for item in terms.due()]
    known = {item.case_id for item in cases}
    people = [item for item in terms.due_people() if item.case_id not in known]
    count = Counter(item.case_id for item in people)
    communes = {item.case_id: item.communes for item in people}
    return [*cases, *(NamedCase(name, communes[name], count[name]) for name in count)]


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

    def put_off(self) -> None:
        """Look the next time that the list is shown; whoever opens a case at once need not wait for this either."""
        self._later.stop()

    def _look(self) -> None:
        workspace = self._context.workspace
        terms = workspace.retention
        if terms.is_time_to_name(workspace.preferences.retention_hinted_on):
            job: Job[list[NamedCase]] = self._context.lane.run(lambda _job: _named(terms), needed_by=self)
            job.tell(self, succeeded=self._on_read)

    def _on_read(self, due: list[NamedCase]) -> None:
        theming, workspace = self._context.theming, self._context.workspace
        while (item := self._buttons.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self.later_button:
                widget.deleteLater()
        self.case_buttons.clear()
        for case in due[:_NAMED]:
            title = workspace.register.titles(case.communes)
            if case.people:
                one, several = self.tr("{commune}: 1 Person"), self.tr("{commune}: {count} Personen")
                title = (one if case.people == 1 else several).format(commune=title, count=case.people)
            button = Button(theming, title, "", "link")
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
