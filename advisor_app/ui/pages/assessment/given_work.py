"""Looks for answers that were given before or in other modules, shows them, and takes over what somebody asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from advisor_app.domain.assessment import AnswerState, Assessment
from advisor_app.domain.changes import AnswerSet
from advisor_app.services.given_answers import GivenAnswer, Origin
from advisor_app.ui.pages.assessment.given_lines import GivenLines
from advisor_app.ui.pages.assessment.given_panel import GivenPanel
from advisor_app.ui.pages.assessment.sheet import Sheet
from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext


@dataclass(frozen=True, slots=True)
class _Found:
    assessment: Assessment | None = None
    earlier: Mapping[str, GivenAnswer] = field(default_factory=dict)
    elsewhere: Mapping[str, tuple[GivenAnswer, ...]] = field(default_factory=dict)

    def of(self, question: str) -> tuple[GivenAnswer, ...]:
        """What was said to a question, the earlier assessment first."""
        first = (self.earlier[question],) if question in self.earlier else ()
        return (*first, *self.elsewhere.get(question, ()))


class GivenWork(QObject):
    """``noticed`` says how many answers were taken over at once."""

    noticed = Signal(str)

    def __init__(self, context: PageContext, bridge: CaseBridge, sheet: Sheet) -> None:
        super().__init__(sheet)
        self._context = context
        self._bridge = bridge
        self._sheet = sheet
        self._assessment: Assessment | None = None
        self._found = _Found()
        self._job: Job[_Found] | None = None
        self._question = ""
        self.lines = GivenLines(context.theming)
        self.panel = GivenPanel(context.theming)
        sheet.question.add_given(self.lines)
        sheet.add_above(self.panel)
        self.lines.taken.connect(self._take)
        self.panel.confirmed.connect(self._take_all)
        sheet.list.taken.connect(self._take)

    def show_question(self, name: str) -> None:
        """Another question is shown; empty for none."""
        self._question = name
        self.show()

    def show_assessment(self, assessment: Assessment) -> None:
        """Look for what there is about an assessment; until it is found nothing is shown.

        Other cases and packs are read for this, in the background: the questions need not wait.
        """
        if self._assessment is None or assessment.id != self._assessment.id:
            self._found = _Found()
            self.show()
        self._assessment = assessment
        self._look()

    def show(self) -> None:
        """Show what was found, beside the answers as they stand now."""
        case, found, name = self._bridge.case, self._found, self._question
        assessment = found.assessment
        if assessment is None or not name:
            self.lines.hide()
            self.panel.show_given(())
            return
        self.lines.show_given(found.of(name), case.answer(assessment.id, name))
        self._sheet.list.show_given(found.earlier)
        open_ = (
            item
            for given in found.elsewhere.values()
            for item in given[:1]
            if item.can_be_taken and case.answer(assessment.id, item.question).state is AnswerState.UNANSWERED
        )
        self.panel.show_given(tuple(open_))

    def take_by(self, key: Qt.Key, question: str) -> bool:
        """Take over what a key stands for; whether there is anything to take."""
        origin = Origin.EARLIER if key is Qt.Key.Key_W else Origin.ELSEWHERE
        found = [item for item in self._found.of(question) if item.origin is origin and item.can_be_taken]
        if found:
            self._take(found[0])
        return bool(found)

    def _look(self) -> None:
        case, assessment, service = self._bridge.case, self._assessment, self._context.workspace.given_answers
        if assessment is None:
            return
        if self._job is not None:
            self._job.drop(self)
        self._job = self._context.lane.run(
            lambda _: _Found(assessment, service.earlier(case, assessment), service.elsewhere(case, assessment)),
            needed_by=self,
        )
        self._job.tell(self, succeeded=self._on_found)

    def _on_found(self, found: _Found) -> None:
        if found.assessment == self._assessment:
            self._found = found
            self.show()

    def _change(self, given: GivenAnswer) -> AnswerSet:
        service, assessment = self._context.workspace.given_answers, self._found.assessment
        if assessment is None:
            raise LookupError(given.question)
        return service.change(self._bridge.case, assessment, given)

    def _take(self, given: GivenAnswer) -> None:
        self._sheet.question.flush()
        self._bridge.edit(self._change(given))

    def _take_all(self, given: tuple[GivenAnswer, ...]) -> None:
        self._sheet.question.flush()
        if given and self._bridge.edit(*map(self._change, given)):
            words = QCoreApplication.translate("GivenPanel", "Übernommen: {count}. Strg+Z nimmt alles zurück.")
            self.noticed.emit(words.format(count=len(given)))
