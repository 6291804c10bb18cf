"""The page of module 4 on which impact areas and use cases are chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from advisor_app.domain.assessment import Assessment
from advisor_app.domain.candidate import Candidate
from advisor_app.domain.candidate_rules import Way
from advisor_app.domain.case import Case
from advisor_app.domain.changes import (
    AnswerSet,
    AreaPollSet,
    AssessmentMigrationSet,
    AssessmentSet,
    CandidateSet,
    Change,
    HeadSet,
    UseCaseSet,
    WayDecisionSet,
)
from advisor_app.domain.errors import AdvisorError
from advisor_app.domain.foundations import DimensionKind
from advisor_app.domain.projection import ProjectableCandidates, ProjectableDots, ProjectableJoin
from advisor_app.domain.way_decision import WayDecision
from advisor_app.override import override
from advisor_app.texts.errors import sentence
from advisor_app.ui.pages.selection.areas_part import AreasPart
from advisor_app.ui.pages.selection.candidates_part import CandidatesPart
from advisor_app.ui.pages.selection.decision_part import DecisionPart
from advisor_app.ui.pages.selection.head import PARTS, SelectionHead
from advisor_app.ui.pages.selection.ranking_part import RankingPart
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.command import Command, numbered_commands
from advisor_app.ui.shell.page import CasePage, PageContext
from advisor_app.ui.widgets.empty_state import EmptyState
from advisor_app.ui.widgets.keys import act_on_numbers

_SHOWN = (
    AnswerSet
    | AreaPollSet
    | AssessmentMigrationSet
    | AssessmentSet
    | CandidateSet
    | HeadSet
    | UseCaseSet
    | WayDecisionSet
)


class SelectionPage(CasePage):
    """Auswahl. Insert adds a candidate, Alt+1 to Alt+4 go to the parts; the part is ``present_item``."""

    def __init__(self, context: PageContext, bridge: CaseBridge, parent: QWidget | None = None) -> None:
        super().__init__(context, bridge, parent)
        self._service = context.workspace.candidates
        self._current = ""
        self._failed = False
        areas = {
            item.id: item.title
            for item in context.workspace.catalog.dimensions.values()
            if item.kind is DimensionKind.IMPACT_AREA
        }
        self.head = SelectionHead(context.theming)
        self.areas = AreasPart(context, bridge)
        self.candidates = CandidatesPart(context, areas)
        self.ranking = RankingPart(context)
        self.decision = DecisionPart(context)
        self.missing = EmptyState(
            context.theming,
            icon="list-checks",
            title=self.tr("Noch keine Erhebung für Modul 4"),
            sentence=self.tr(
                "Wirkungsbereiche und die Entscheidung gehören zu einer Erhebung. Legen Sie auf der Seite „Erhebung“ "
                "eine für Modul 4 an."
            ),
            action=self.tr("Zur Erhebung"),
        )
        self._parts = QStackedWidget()
        self._lay_out()
        self._connect()
        self._show_all()

    @property
    def current(self) -> Candidate | None:
        """The candidate that is shown."""
        return self.bridge.case.candidates.get(self._current)

    @property
    def part(self) -> str:
        """The part that is shown: areas, candidates, ranking or decision."""
        return self.head.parts.current()

    @override
    def refresh(self, changes: tuple[Change, ...]) -> None:
        if any(isinstance(change, _SHOWN) for change in changes):
            self._show_all()

    @override
    def flush(self) -> bool:
        self._failed = False
        self.candidates.flush()
        self.decision.flush()
        return not self._failed

    @override
    def open_item(self, item: str) -> None:
        part, _, name = item.partition("/")
        if name in self.bridge.case.candidates:
            self._choose(name)
        self.show_part(part)

    @override
    def present_item(self) -> str:
        return f"{self.part}/{self._current}".rstrip("/")

    @override
    def projectable(self) -> ProjectableDots | ProjectableCandidates | ProjectableJoin | None:
        """The dots or where phones join, or the matrix; what is typed about candidates and decision is not for it."""
        poll = self.areas.poll
        if self.part == "areas" and poll is not None:
            return self.areas.join or ProjectableDots(poll=poll.id)
        if self.part == "ranking" and self.bridge.case.candidates:
            return ProjectableCandidates(focus="" if self.current is None else self.current.code)
        return None

    @override
    def commands(self) -> Sequence[Command]:
        kind = self.tr("Auswahl")
        commands = [Command(title=self.tr("Kandidat anlegen"), kind=kind, act=self._add, icon="plus", keys="Ins")]
        if self._assessment() is not None:
            begin = Command(
                title=self.tr("Punktabfrage zu Wirkungsbereichen"), kind=kind, act=self._begin_dots, icon="circle-dot"
            )
            commands.append(begin)
        if self.bridge.case.candidates:
            pdf = Command(title=self.tr("PDF ansehen"), kind=kind, act=self._show_pdf, icon="file-text", keys="Ctrl+P")
            commands.append(pdf)
        parts = ((title, partial(self.show_part, part)) for part, title in self.head.titles().items())
        return [*commands, *numbered_commands(self.tr("Abschnitt"), parts)]

    def show_part(self, part: str) -> None:
        """Show a part and put the focus where work on it begins."""
        if part not in PARTS or not self.flush():
            return
        self.head.parts.choose(part)
        self._show_part()
        widget = self._parts.currentWidget()
        if isinstance(widget, AreasPart | CandidatesPart | RankingPart):
            widget.take_focus()
        self.projectable_changed.emit()

    def _lay_out(self) -> None:
        for widget in (self.areas, self.candidates, self.ranking, self.decision, self.missing):
            self._parts.addWidget(widget)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.head)
        page.addWidget(self._parts, 1)
        self.setProperty("kind", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def _connect(self) -> None:
        self.head.parts.chosen.connect(self.show_part)
        self.head.pdf_wanted.connect(self._show_pdf)
        self.missing.wanted.connect(lambda: self.navigated.emit("assessment", ""))
        self.areas.warned.connect(self.warned)
        self.areas.changed.connect(self.projectable_changed)
        self.areas.settings_wanted.connect(lambda: self.navigated.emit("settings", "phone-poll"))
        self.candidates.add_wanted.connect(self._add)
        self.candidates.removal_wanted.connect(self._remove)
        self.candidates.chosen.connect(self._on_chosen)
        form = self.candidates.form
        form.edited.connect(self._save)
        form.rated.connect(self._rate)
        form.typing.connect(self.typing)
        self.ranking.chosen.connect(self._on_chosen)
        self.ranking.placed.connect(self._place)
        self.ranking.take_wanted.connect(self._take_over)
        self.ranking.use_case_wanted.connect(self._open_use_case)
        self.ranking.ratings_wanted.connect(self._let_ratings_hold)
        self.decision.edited.connect(self._save_decision)
        self.decision.way_wanted.connect(self._decide)
        self.decision.typing.connect(self.typing)
        self.decision.use_case_wanted.connect(lambda: self.navigated.emit("use-case", ""))
        self.decision.plan_wanted.connect(lambda: self.navigated.emit("plan", ""))
        act_on_numbers(self, (partial(self.show_part, part) for part in PARTS))

    # What is shown

    def _assessment(self) -> Assessment | None:
        return self._service.assessment(self.bridge.case)

    def _show_all(self) -> None:
        case, assessment = self.bridge.case, self._assessment()
        ranked = self._service.ranking(case)
        if self.current is None:
            self._current = min(ranked, key=lambda item: item.candidate.number).candidate.id if ranked else ""
        if assessment is not None:
            self.areas.show_assessment(assessment)
            decision = case.way_decisions.get(assessment.id) or WayDecision(id=assessment.id)
            self.decision.show_decision(decision, self._service.suggestion(case))
        self.candidates.show_candidates(case, ranked, self._current)
        self.ranking.show_ranking(case, ranked, self._current)
        self.head.show_state(self._state(case, assessment), has_candidates=bool(ranked))
        self._show_part()
        self.projectable_changed.emit()

    def _show_part(self) -> None:
        part = self.part
        if part in ("areas", "decision") and self._assessment() is None:
            self._parts.setCurrentWidget(self.missing)
        elif part == "ranking" and not self.bridge.case.candidates:
            self._parts.setCurrentWidget(self.candidates)  # whose empty state says what to do
        else:
            self._parts.setCurrentIndex(PARTS.index(part))

    def _state(self, case: Case, assessment: Assessment | None) -> str:
        """How far the choice is, in one line."""
        areas = () if assessment is None else assessment.areas
        count = len(case.candidates)
        decision = self._service.decision(case)
        way = None if decision is None else decision.way
        texts = self.context.workspace.texts
        parts = (
            ", ".join(areas) if areas else self.tr("noch kein Bereich gewählt"),
            self.tr("1 Kandidat") if count == 1 else self.tr("{count} Kandidaten").format(count=count),
            self.tr("noch nicht entschieden")
            if way is None
            else self.tr("entschieden: {way}").format(way=texts(f"candidates.way.{way.value}")),
        )
        return " · ".join((case.commune.title, *parts))

    # What is done

    def _on_chosen(self, name: str) -> None:
        self._choose(name)

    def _choose(self, name: str) -> None:
        if name != self._current and self.flush():
            self._current = name
        self._show_all()

    def _add(self) -> None:
        if not self.flush():
            return
        made = self.bridge.perform(self._service.create)
        if made is not None:
            self._current = made.id
            self._show_all()
            self.show_part("candidates")

    def _remove(self) -> None:
        candidate = self.current
        if candidate is None or not self.flush():
            return
        if self.bridge.edit(CandidateSet(candidate.id, self.current, None)):
            self.removed.emit(self.tr("{code} ist gelöscht.").format(code=candidate.code))

    def _save(self, candidate: Candidate, batch: str) -> None:
        before = self.current
        if before is None or before.id != candidate.id or before == candidate:
            return
        if not self.bridge.edit(CandidateSet(candidate.id, before, candidate), batch=batch or None):
            self._failed = True

    def _rate(self, criterion: str, rating: int | None) -> None:
        if self._current:
            self._do(lambda case: [self._service.rate(case, self._current, {criterion: rating})])

    def _place(self, name: str, benefit: int, feasibility: int) -> None:
        self._current = name
        self._do(lambda case: [self._service.place(case, name, benefit, feasibility)])

    def _let_ratings_hold(self, name: str) -> None:
        self._do(lambda case: [self._service.let_ratings_hold(case, name)])

    def _take_over(self, name: str) -> None:
        if name in self.bridge.case.candidates and self.flush():
            self._do(lambda case: self._service.take_over(case, name))
            use_case = self._use_case_of(name)
            if use_case:
                code = self.bridge.case.use_cases[use_case].code
                self.noticed.emit(self.tr("{code} ist angelegt. Strg+Z nimmt das zurück.").format(code=code))

    def _open_use_case(self, name: str) -> None:
        self.navigated.emit("use-case", self._use_case_of(name))

    def _use_case_of(self, name: str) -> str:
        candidate = self.bridge.case.candidates.get(name)
        found = "" if candidate is None else candidate.use_case
        return found if found in self.bridge.case.use_cases else ""

    def _decide(self, way: Way | None) -> None:
        self._do(lambda case: [self._service.decide(case, way)])

    def _save_decision(self, decision: WayDecision, batch: str) -> None:
        before = self.bridge.case.way_decisions.get(decision.id)
        if decision == before:
            return
        if not self.bridge.edit(WayDecisionSet(decision.id, before, decision), batch=batch or None):
            self._failed = True

    def _do(self, step: Callable[[Case], Sequence[Change]]) -> None:
        """Commit what a step yields; a sentence where it is refused."""
        try:
            changes = step(self.bridge.case)
        except AdvisorError as error:
            self.warned.emit(sentence(error, self.context.workspace.texts))
            self._show_all()
            return
        if changes:
            self.bridge.edit(*changes)

    def _begin_dots(self) -> None:
        self.show_part("areas")
        if self.areas.poll is None:
            self.areas.start()

    def _show_pdf(self) -> None:
        if self.bridge.case.candidates and self.flush():
            self.navigated.emit("documents", "candidate-list")
