"""How far the assessments, the use cases and the plan are, and what is still open; each line leads to its page."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from advisor_app.domain.assessment import Assessment
from advisor_app.domain.case import Case
from advisor_app.domain.evaluation import Result
from advisor_app.domain.freshness import expired_supports
from advisor_app.domain.plan import check_plan
from advisor_app.services.clock import today
from advisor_app.texts.numbers import format_decimal
from advisor_app.texts.preparation import counted_words
from advisor_app.ui.pages.overview.card import Card
from advisor_app.ui.pages.registry import page_named
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.level_chip import LevelChip


class ProgressCard(Card):
    """One line per assessment with its levels, then use cases and plan."""

    opened = Signal(str, str)  # page, item

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context.theming, self.tr("Stand der Arbeit"), parent)
        self._context = context

    def show_case(self, case: Case) -> None:
        """Show how far the case is."""
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(2, 1)
        for assessment in (item for item in case.in_order() if case.superseding(item.id) is None):
            self._add_assessment(grid, case, assessment)
        if page_named("selection").is_needed(case):
            self._add(grid, self.tr("Auswahl"), "selection", self._chosen(case))
        count = len(case.use_cases)
        words = self.tr("noch keiner") if not count else ", ".join(item.code for item in case.use_cases.values())
        self._add(grid, self.tr("Anwendungsfälle"), "use-case", words)
        workspace = self._context.workspace
        expired = expired_supports(workspace.catalog.funding.supports.values(), today(workspace.clock))
        findings = len(check_plan(case.measures.values(), expired))
        measures = len(case.measures)
        if not measures:
            plan = self.tr("noch keine Maßnahmen")
        elif not findings:
            plan = self.tr("{count} Maßnahmen").format(count=measures)
        elif findings == 1:
            plan = self.tr("{count} Maßnahmen, 1 Hinweis").format(count=measures)
        else:
            plan = self.tr("{count} Maßnahmen, {findings} Hinweise").format(count=measures, findings=findings)
        self._add(grid, self.tr("Umsetzungsplan"), "plan", plan)
        self._add_preparation(grid, case)
        self.show_body(body)

    def _chosen(self, case: Case) -> str:
        """How many candidates there are, and which way was decided on."""
        workspace = self._context.workspace
        decision = workspace.candidates.decision(case)
        count = len(case.candidates)
        words = self.tr("1 Kandidat") if count == 1 else self.tr("{count} Kandidaten")
        if decision is None or decision.way is None:
            return words.format(count=count) if count else self.tr("noch nichts gewählt")
        way = workspace.texts(f"candidates.way.{decision.way.value}")
        return self.tr("{candidates}, entschieden: {way}").format(candidates=words.format(count=count), way=way)

    def _add_preparation(self, grid: QGridLayout, case: Case) -> None:
        """How far the checklist is, and whether the next workshop day can come."""
        workspace = self._context.workspace
        tasks = tuple(task for task in workspace.preparation.tasks(case) if task.is_ahead)
        if not tasks:
            return
        now = today(workspace.clock)
        late = any(task.is_overdue(now) for task in tasks)
        words = counted_words(tasks, now, workspace.texts)
        self._add(
            grid, self.tr("Vorbereitung"), "preparation", words, "checklist", tone="amber" if late else "secondary"
        )
        near = [day for day in workspace.readiness.days(case) if workspace.readiness.is_eve(day)]
        if near:
            check = workspace.readiness.check_of(case, near[0])
            tone = "success" if check.is_ready else "amber"
            count = len(check.missing)
            open_points = self.tr("1 Punkt offen") if count == 1 else self.tr("{count} Punkte offen")
            said = self.tr("alles liegt bereit") if check.is_ready else open_points
            self._add(grid, self.tr("Startklar?"), "preparation", said.format(count=count), "ready", tone=tone)

    def _add_assessment(self, grid: QGridLayout, case: Case, assessment: Assessment) -> None:
        theming, workspace = self._context.theming, self._context.workspace
        evaluation = workspace.questionnaires.evaluate(case, assessment)
        progress = [evaluation.progress(dimension) for dimension in evaluation.dimensions()]
        done, total = sum(item.done for item in progress), sum(item.total for item in progress)
        chips = QWidget()
        row = QHBoxLayout(chips)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for dimension in evaluation.dimensions():
            score = evaluation.score(dimension)
            chip = LevelChip(theming, score.level)
            chip.setToolTip(f"{dimension.id} {dimension.title}")
            row.addWidget(chip)
        row.addStretch(1)
        words = self.tr("{done} von {total} Fragen").format(done=done, total=total)
        line = grid.rowCount()
        self._add(grid, workspace.assessments.title(case, assessment), "assessment", words, assessment.id)
        grid.addWidget(chips, line, 2)
        if done:
            result = Button(theming, self._standing(evaluation.result()), "gauge", "link")
            result.clicked.connect(lambda: self.opened.emit("results", assessment.id))
            grid.addWidget(result, line, 3, Qt.AlignmentFlag.AlignLeft)

    def _standing(self, result: Result) -> str:
        """The phase, or the module's score where its questionnaire has no phases."""
        phase, score = result.phase, result.module.score
        if phase is not None:
            shown = str(phase.number) if phase.number else f"{phase.worst}–{phase.best}"
            return self.tr("Phase {phase}").format(phase=shown)
        if score is None:
            return self.tr("Ergebnis")
        language = self._context.workspace.preferences.language
        return self.tr("Wert {score}").format(score=format_decimal(score, 1, language))

    def _add(
        self, grid: QGridLayout, label: str, page: str, words: str, item: str = "", *, tone: str = "secondary"
    ) -> None:
        theming = self._context.theming
        line = grid.rowCount()
        button = Button(theming, label, "", "link")
        button.clicked.connect(lambda: self.opened.emit(page, item))
        grid.addWidget(button, line, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(TextLabel(theming, words, "body", tone, wrap=True, tabular=True), line, 1)
