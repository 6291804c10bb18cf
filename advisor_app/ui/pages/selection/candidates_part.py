"""The candidates: their list, and the one that is worked on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from advisor_app.domain.candidate import RankedCandidate
from advisor_app.domain.case import Case
from advisor_app.override import override
from advisor_app.services.workspace import Workspace
from advisor_app.ui.pages.selection.candidate_form import CandidateForm
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.empty_state import EmptyState
from advisor_app.ui.widgets.keys import act_on
from advisor_app.ui.widgets.labels import TextLabel, vertical_hairline
from advisor_app.ui.widgets.side_list import SideEntry, SideList

_SIDE = 232


class CandidatesPart(QWidget):
    """``chosen`` names a candidate of the list; the rest asks for what it says."""

    chosen = Signal(str)
    add_wanted = Signal()
    removal_wanted = Signal()

    def __init__(self, context: PageContext, areas: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = context.theming
        self._workspace: Workspace = context.workspace
        self.list = SideList(context.theming, self.tr("Kandidaten"))
        self.add_button = Button(context.theming, self.tr("Anlegen"), "plus", "link", shortcut="Ins")
        self.remove_button = Button(context.theming, self.tr("Kandidat löschen"), "trash-2", "link")
        self.form = CandidateForm(context, areas)
        self.empty = EmptyState(
            context.theming,
            icon="lightbulb",
            title=self.tr("Noch kein Kandidat"),
            sentence=self.tr(
                "Hier sammelt die Runde Ideen für Anwendungsfälle: Problem, Idee, wem es hilft. Danach bewertet sie "
                "Nutzen und Machbarkeit."
            ),
            action=self.tr("Kandidat anlegen"),
            keys="Ins",
        )
        self._stack = QStackedWidget()
        self._lay_out()
        self.add_button.clicked.connect(self.add_wanted)
        self.empty.wanted.connect(self.add_wanted)
        self.remove_button.clicked.connect(self.removal_wanted)
        self.list.chosen.connect(self.chosen)
        act_on("Del", self.list, self.removal_wanted.emit)
        self.form.add(self.remove_button)

    def show_candidates(self, case: Case, ranked: Sequence[RankedCandidate], current: str) -> None:
        """Show the candidates in the order of their numbers, and the current one."""
        ordered = sorted(ranked, key=lambda item: item.candidate.number)
        self._stack.setCurrentIndex(1 if ordered else 0)
        self.list.show_entries([self._entry(item, case) for item in ordered])
        self.list.mark(current)
        shown = next((item for item in ordered if item.candidate.id == current), None)
        if shown is not None:
            self.form.show_candidate(shown, self._workspace.candidates.rules)

    def take_focus(self) -> None:
        """Begin to type, or with the first candidate."""
        if self._stack.currentIndex():
            self.form.form.take_focus()
        else:
            self.empty.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Ask to commit what is half typed."""
        self.form.flush()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _entry(self, item: RankedCandidate, case: Case) -> SideEntry:
        candidate = item.candidate
        use_case = case.use_cases.get(candidate.use_case)
        parts = [candidate.code, ", ".join(candidate.areas)]
        if item.rank is not None:
            parts.append(self.tr("Platz {rank}").format(rank=item.rank))
        return SideEntry(
            key=candidate.id,
            title=candidate.title.strip() or self.tr("Ohne Titel"),
            below=" · ".join(filter(None, parts)),
            trailing="" if use_case is None else use_case.code,
        )

    def _lay_out(self) -> None:
        theming = self._theming
        self._side = QWidget()
        column = QVBoxLayout(self._side)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        top = QHBoxLayout()
        words = TextLabel(theming, self.tr("Kandidaten"), "body", "secondary")
        words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # large type: the button stays
        top.addWidget(words, 1)
        top.addWidget(self.add_button)
        column.addLayout(top)
        column.addWidget(self.list)
        column.addStretch(1)
        work = QWidget()
        row = QHBoxLayout(work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addWidget(vertical_hairline())
        row.addWidget(self.form, 1)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(work)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._stack)
        theming.changed.connect(self._fit)

    def _fit(self) -> None:
        self._side.setFixedWidth(min(self._theming.scaled(_SIDE), self.width() // 4))
