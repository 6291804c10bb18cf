"""The matrix of benefit and feasibility, and beside it the candidates by their ranks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from advisor_app.charts.candidate_matrix import matrix_of
from advisor_app.domain.candidate import RankedCandidate
from advisor_app.domain.case import Case
from advisor_app.override import override
from advisor_app.texts.candidates import value_word
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.matrix_view import MatrixView
from advisor_app.ui.widgets.side_list import SideEntry, SideList

_STACKED_BELOW = 760
_MIDDLE = 3


class RankingPart(QScrollArea):
    """``placed(id, benefit, feasibility)`` tells where the group has put a candidate, ``chosen`` which one is meant."""

    placed = Signal(str, int, int)
    chosen = Signal(str)
    take_wanted = Signal(str)
    use_case_wanted = Signal(str)
    ratings_wanted = Signal(str)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming, self._texts = context.theming, context.workspace.texts
        self._current = ""
        self._ranked: tuple[RankedCandidate, ...] = ()
        theming = context.theming
        self.matrix = MatrixView(theming, self._texts)
        self.list = SideList(theming, self.tr("Rangfolge"))
        self.take = Button(theming, self.tr("Als Anwendungsfall übernehmen"), "lightbulb", "primary")
        self.to_use_case = Button(theming, "", "arrow-right")
        self.let_hold = Button(theming, self.tr("Bewertung gelten lassen"), "rotate-ccw", "link")
        self.put_in = Button(theming, self.tr("In die Mitte der Matrix setzen"), "grid-2x2")
        self._ties = TextLabel(theming, "", "body", "amber", wrap=True)
        self._shown = TextLabel(theming, "", "body", "", wrap=True)
        self._lay_out()
        self.matrix.moved.connect(self._on_matrix_moved)
        self.matrix.chosen.connect(self._on_matrix_chosen)
        self.list.chosen.connect(self.chosen)
        self.take.clicked.connect(lambda: self.take_wanted.emit(self._current))
        self.to_use_case.clicked.connect(lambda: self.use_case_wanted.emit(self._current))
        self.put_in.clicked.connect(lambda: self.placed.emit(self._current, _MIDDLE, _MIDDLE))
        self.let_hold.clicked.connect(lambda: self.ratings_wanted.emit(self._current))

    def show_ranking(self, case: Case, ranked: Sequence[RankedCandidate], current: str) -> None:
        """Show candidates by their ranks; ``current`` is the one that arrow keys move."""
        self._ranked, self._current = tuple(ranked), current
        self.matrix.show_matrix(matrix_of(ranked, self._texts("candidates.matrix-title"), self._texts))
        self.list.show_entries([self._entry(item, case) for item in ranked])
        self.list.mark(current)
        shown = next((item for item in ranked if item.candidate.id == current), None)
        self.matrix.mark("" if shown is None else shown.candidate.code)
        self._ties.setText(self._tie_words())
        self._ties.setVisible(bool(self._ties.text()))
        use_case = None if shown is None else case.use_cases.get(shown.candidate.use_case)
        self.take.setVisible(shown is not None and use_case is None)
        self.to_use_case.setVisible(use_case is not None)
        if use_case is not None:
            self.to_use_case.setText(self.tr("Zu {code}").format(code=use_case.code))
        self.put_in.setVisible(shown is not None and shown.place is None)
        is_placed = shown is not None and shown.place is not None and shown.place.is_placed
        self.let_hold.setVisible(is_placed and bool(shown and shown.candidate.ratings))
        self._shown.setText("" if shown is None else f"{shown.candidate.code} {shown.candidate.title}".strip())

    def take_focus(self) -> None:
        """Let arrow keys move the candidate that is marked."""
        self.matrix.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stacked = event.size().width() < self._theming.scaled(_STACKED_BELOW)
        self._columns.setDirection(QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight)

    def _entry(self, item: RankedCandidate, case: Case) -> SideEntry:
        place, texts = item.place, self._texts
        below = self.tr("noch nicht bewertet")
        if place is not None:
            below = self.tr("Nutzen {benefit} · Machbarkeit {feasibility}").format(
                benefit=value_word(place.benefit, texts), feasibility=value_word(place.feasibility, texts)
            )
        use_case = case.use_cases.get(item.candidate.use_case)
        title = item.candidate.title.strip() or self.tr("Ohne Titel")
        return SideEntry(
            key=item.candidate.id,
            title=f"{item.candidate.code}  {title}",
            below=below,
            tag="" if item.rank is None else self.tr("Platz {rank}").format(rank=item.rank),
            tone="primary" if item.rank == 1 else "amber" if item.tied_with else "",
            trailing="" if use_case is None else use_case.code,
            faint=place is None,
        )

    def _tie_words(self) -> str:
        """Who shares the first rank: nobody but the group can choose between them."""
        first = [item for item in self._ranked if item.rank == 1]
        if len(first) < 2:
            return ""
        names = self._texts.joined(tuple(item.candidate.code for item in first))
        return self.tr("Gleichauf auf Platz 1: {names}. Hier entscheidet die Runde.").format(names=names)

    def _lay_out(self) -> None:
        theming = self._theming
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(TextLabel(theming, self.tr("Rangfolge"), "section"))
        rule = self.tr("Nach der Summe beider Seiten; gleiche Summen teilen sich den Platz (eigene Annahme).")
        column.addWidget(TextLabel(theming, rule, "caption", "secondary", wrap=True))
        column.addWidget(self._ties)
        column.addWidget(self.list)
        column.addSpacing(8)
        column.addWidget(self._shown)
        for button in (self.take, self.to_use_case, self.put_in, self.let_hold):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.matrix)
        hint = self.tr("Ziehen Sie einen Kandidaten in ein anderes Feld, oder bewegen Sie ihn mit den Pfeiltasten.")
        left.addWidget(TextLabel(theming, hint, "caption", "secondary", wrap=True))
        left.addStretch(1)
        inner = QWidget()
        inner.setProperty("kind", "paper")
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        self._columns.setContentsMargins(24, 16, 24, 24)
        self._columns.setSpacing(28)
        self._columns.addLayout(left, 5)
        self._columns.addWidget(side, 3)
        self.setProperty("kind", "paper")
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _on_matrix_moved(self, code: str, cell: tuple[int, int]) -> None:
        feasibility, benefit = cell
        name = next((item.candidate.id for item in self._ranked if item.candidate.code == code), "")
        if name:
            self.placed.emit(name, benefit, feasibility)

    def _on_matrix_chosen(self, code: str) -> None:
        name = next((item.candidate.id for item in self._ranked if item.candidate.code == code), "")
        if name:
            self.chosen.emit(name)
