"""What the page of results can show besides the result itself; each view is made when it is first looked at."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_app.services.results import Standing
from advisor_app.ui.pages.results.cohort_panel import CohortPanel
from advisor_app.ui.pages.results.communes_panel import CommunesPanel
from advisor_app.ui.pages.results.comparison_panel import ComparisonPanel
from advisor_app.ui.pages.results.what_if_panel import WhatIfPanel
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext


class View(Enum):
    """What of an assessment is shown."""

    RESULT = "result"
    COMMUNES = "communes"
    COMPARISON = "comparison"
    WHAT_IF = "what-if"
    COHORT = "cohort"


class ResultViews(QWidget):
    """Shows one view at a time."""

    opened = Signal(str)  # question
    chosen = Signal(str)  # assessment whose result is wanted
    document_wanted = Signal(str)
    follow_up_wanted = Signal()
    typing = Signal()

    def __init__(self, context: PageContext, bridge: CaseBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._bridge = bridge
        self._stacked = False
        self.communes: CommunesPanel | None = None
        self.comparison: ComparisonPanel | None = None
        self.what_if: WhatIfPanel | None = None
        self.cohort: CohortPanel | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)

    def show_view(self, view: View, standing: Standing, *, can_change: bool) -> None:
        """Show a view of an assessment as the case stands now."""
        case, assessment = self._bridge.case, standing.assessment
        match view:
            case View.COMMUNES:
                self._communes().show_assessment(case, assessment)
            case View.COMPARISON:
                self._comparison().show_assessment(case, assessment, can_add=can_change)
            case View.WHAT_IF:
                self._what_if().show_assessment(case, assessment, standing)
            case View.COHORT:
                self._cohort().show_assessment(case, assessment, can_change=can_change)
            case View.RESULT:
                pass
        for name, panel in self._panels().items():
            if panel is not None:
                panel.setVisible(name is view)
        self.setVisible(view is not View.RESULT)

    def set_stacked(self, *, stacked: bool) -> None:
        """Put columns below each other where there is little room."""
        self._stacked = stacked
        for panel in self._panels().values():
            if panel is not None:
                panel.set_stacked(stacked=stacked)

    def flush(self) -> None:
        """Commit half-typed text."""
        if self.cohort is not None:
            self.cohort.consent.flush()

    def _panels(
        self,
    ) -> Mapping[View, CommunesPanel | ComparisonPanel | WhatIfPanel | CohortPanel | None]:
        return {
            View.COMMUNES: self.communes,
            View.COMPARISON: self.comparison,
            View.WHAT_IF: self.what_if,
            View.COHORT: self.cohort,
        }

    def _communes(self) -> CommunesPanel:
        if self.communes is None:
            self.communes = CommunesPanel(self._context)
            self.communes.set_stacked(stacked=self._stacked)
            self.communes.chosen.connect(self.chosen)
            self._add(self.communes)
        return self.communes

    def _comparison(self) -> ComparisonPanel:
        if self.comparison is None:
            self.comparison = ComparisonPanel(self._context)
            self.comparison.set_stacked(stacked=self._stacked)
            self.comparison.opened.connect(self.opened)
            self.comparison.document_wanted.connect(self.document_wanted)
            self.comparison.follow_up_wanted.connect(self.follow_up_wanted)
            self._add(self.comparison)
        return self.comparison

    def _what_if(self) -> WhatIfPanel:
        if self.what_if is None:
            self.what_if = WhatIfPanel(self._context)
            self.what_if.set_stacked(stacked=self._stacked)
            self.what_if.opened.connect(self.opened)
            self._add(self.what_if)
        return self.what_if

    def _cohort(self) -> CohortPanel:
        if self.cohort is None:
            self.cohort = CohortPanel(self._context, self._bridge)
            self.cohort.set_stacked(stacked=self._stacked)
            self.cohort.opened.connect(self.opened)
            self.cohort.typing.connect(self.typing)
            self._add(self.cohort)
        return self.cohort

    def _add(self, panel: QWidget) -> None:
        layout = self.layout()
        if layout is not None:
            layout.addWidget(panel)
