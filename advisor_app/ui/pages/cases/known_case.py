"""A commune that calls has an open case already: said at once, with the way there, so that nothing is counted twice."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor_app.domain.commune import Commune
from advisor_app.services.portfolio import PortfolioRow
from advisor_app.services.workspace import Workspace
from advisor_app.texts.states import state_word
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel


class KnownCase(QWidget):
    """Hidden where the commune has no open case; ``wanted`` asks to keep the call in the newest one."""

    wanted = Signal(str)

    def __init__(self, theming: Theming, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._row: PortfolioRow | None = None
        self.words = TextLabel(theming, "", "body", "amber", wrap=True)
        self.button = Button(theming, self.tr("Dort notieren und öffnen"), "folder-open", "link")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        self.button.clicked.connect(self._on_button_clicked)
        self.hide()

    def show_commune(self, commune: Commune | None) -> None:
        """Look for open cases of a commune, also of those it shares with others."""
        rows = self._workspace.portfolio.rows if commune is not None else ()
        found = [row for row in rows if row.is_open and any(item.id == commune.id for item in row.communes if commune)]
        self._row = found[-1] if found else None
        self.setVisible(self._row is not None)
        if self._row is not None:
            self.words.setText(self._sentence(self._row, len(found)))

    def _sentence(self, row: PortfolioRow, count: int) -> str:
        state = "" if row.state is None else state_word(row.state, self._workspace.texts)
        facts = ", ".join(part for part in (", ".join(row.modules), state) if part) or self.tr("Module offen")
        if count == 1:
            return self.tr("Diese Kommune hat schon einen offenen Fall: {facts}.").format(facts=facts)
        words = self.tr("Diese Kommune hat schon {count} offene Fälle, der neueste: {facts}.")
        return words.format(count=count, facts=facts)

    def _on_button_clicked(self) -> None:
        if self._row is not None:
            self.wanted.emit(self._row.case_id)
