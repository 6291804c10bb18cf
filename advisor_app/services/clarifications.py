"""The Klärungsliste of an assessment: found, changed by hand, and the rest confirmed in one go.

Nothing is written here: changes go to ``CaseBridge.edit`` or ``CaseSession.apply``, each call's as one step.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from advisor_app.domain.agenda import Section, module_of
from advisor_app.domain.answering import stored
from advisor_app.domain.assessment import UNANSWERED, Assessment, AssessmentKind
from advisor_app.domain.case import Case
from advisor_app.domain.changes import AnswerSet, ClarificationSet
from advisor_app.domain.clarification import Clarification, ClarificationList, Confirmable, Said
from advisor_app.domain.clarification_list import MOST_CHOSEN, clarification_list
from advisor_app.domain.e_file import AreaState, judged
from advisor_app.domain.e_file_questions import states_by_question
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.poll import PollAbout
from advisor_app.domain.process_questions import numbers_told
from advisor_app.domain.service_questions import MOST_USED_ONLINE, most_used_online
from advisor_app.domain.usage_questions import numbers_counted
from advisor_app.services.questionnaires import Questionnaires
from advisor_app.services.voices import Voices

if TYPE_CHECKING:
    from advisor_app.domain.e_file_guide import EFileGuide
    from advisor_app.domain.evaluation import Evaluation


class Clarifications:
    """What can be done with the Klärungsliste of an assessment."""

    def __init__(self, questionnaires: Questionnaires, voices: Voices, guides: Mapping[str, EFileGuide]) -> None:
        """``guides`` are what packs say about electronic files, by module."""
        self._questionnaires = questionnaires
        self._voices = voices
        self._guides = guides

    def find(self, case: Case, assessment: Assessment) -> ClarificationList:
        """The list as the case stands; every possible answer is evaluated, which takes some hundredths of a second."""
        agreed, statements = self._voices.agreed(case, assessment), self._voices.of(case, assessment)
        measured = {
            **numbers_told(assessment.questionnaire, case.processes.values()),
            **numbers_counted(assessment.questionnaire, case.usage.values()),
        }
        areas = self._areas(case, assessment)
        online = most_used_online(assessment.questionnaire, case.services.values())
        levels = {} if online is None else {MOST_USED_ONLINE: online}
        said = {
            name: Said(
                statements=statements.get(name, ()),
                agreed=agreed.get(name, UNANSWERED),
                measured=measured.get(name),
                areas=areas.get(name, ()),
                measured_level=levels.get(name),
            )
            for name in {*agreed, *statements, *measured, *areas, *levels}
        }
        polled = {
            poll.item
            for poll in case.polls.values()
            if poll.assessment == assessment.id and poll.about is PollAbout.QUESTION
        }
        return clarification_list(
            self._expected(case, assessment),
            said,
            case.answers.get(assessment.id, {}),
            self._hand(case, assessment.id),
            polled,
        )

    def comes_first(self, case: Case, assessment: Assessment) -> bool:
        """Whether work begins with the list: after a survey, as long as something is to be settled or confirmed."""
        if assessment.kind is AssessmentKind.PRE_SURVEY or self._voices.survey_before(case, assessment) is None:
            return False
        found = self.find(case, assessment)
        return found.has_survey and bool(found.confirmable or found.settled < len(found.items))

    def minutes_planned(self, case: Case, assessment: Assessment) -> int | None:
        """Minutes that the agenda gives to the assessment of its module; None where no step does."""
        module = self._questionnaires.of(assessment).module
        steps = [
            step.minutes
            for day in case.agenda.values()
            for step in day.steps
            if step.section is Section.ASSESSMENT and module_of(day, step) == module and not step.skipped
        ]
        return sum(steps) if steps else None

    def pin(self, case: Case, assessment: Assessment, question: str) -> ClarificationSet:
        """Put a question on the list, whatever the program finds; the least urgent one of ten makes way for it.

        Raises AdvisorError (UNKNOWN_QUESTION, CLARIFICATION_FULL where all ten were pinned by hand).
        """
        self._questionnaires.question(assessment, question)
        hand = self._hand(case, assessment.id)
        pinned = [item.question.id for item in self.find(case, assessment).items if item.is_pinned]
        if len(pinned) >= MOST_CHOSEN and question not in pinned:
            raise AdvisorError(Problem.CLARIFICATION_FULL, most=MOST_CHOSEN)
        return self._changed(
            case,
            replace(
                hand,
                pinned_questions=_with(hand.pinned_questions, question),
                removed_questions=_without(hand.removed_questions, question),
            ),
        )

    def unpin(self, case: Case, assessment: Assessment, question: str) -> ClarificationSet:
        """Leave it to the program whether a question is on the list."""
        hand = self._hand(case, assessment.id)
        return self._changed(case, replace(hand, pinned_questions=_without(hand.pinned_questions, question)))

    def remove(self, case: Case, assessment: Assessment, question: str) -> ClarificationSet:
        """Take a question off the list; the next most urgent one takes its place."""
        hand = self._hand(case, assessment.id)
        return self._changed(
            case,
            replace(
                hand,
                pinned_questions=_without(hand.pinned_questions, question),
                removed_questions=_with(hand.removed_questions, question),
            ),
        )

    def bring_back(self, case: Case, assessment: Assessment) -> ClarificationSet:
        """Let every question be on the list again that was taken off it."""
        return self._changed(case, replace(self._hand(case, assessment.id), removed_questions=()))

    def move(self, case: Case, assessment: Assessment, question: str, places: int) -> ClarificationSet:
        """Move a question on the list, down for positive ``places``; at the end it stays where it is."""
        names = [item.question.id for item in self.find(case, assessment).items]
        if question in names:
            start = names.index(question)
            names.insert(min(max(start + places, 0), len(names) - 1), names.pop(start))
        return self._changed(case, replace(self._hand(case, assessment.id), question_order=tuple(names)))

    def confirm(self, case: Case, assessment: Assessment, chosen: Iterable[Confirmable]) -> tuple[AnswerSet, ...]:
        """What everybody who knows said, as the assessment's answers: one step, one undo."""
        before = case.answers.get(assessment.id, {})
        return tuple(
            AnswerSet(assessment.id, item.question.id, before.get(item.question.id), stored(item.answer))
            for item in chosen
        )

    def _areas(self, case: Case, assessment: Assessment) -> Mapping[str, tuple[tuple[str, AreaState], ...]]:
        """What is said of areas of the electronic file, by the questions of the assessment that bear on them."""
        if not case.e_file_areas:
            return {}
        module = self._questionnaires.of(assessment).module
        guide = self._guides.get(module)
        return {} if guide is None else states_by_question(judged(guide, case.e_file_areas))

    def _expected(self, case: Case, assessment: Assessment) -> Evaluation:
        """The assessment with what the house had agreed on wherever it has no answer of its own."""
        answers = {**self._voices.agreed(case, assessment), **case.answers.get(assessment.id, {})}
        filled = replace(case, answers={**case.answers, assessment.id: answers})
        return self._questionnaires.evaluate(filled, assessment)

    def _hand(self, case: Case, assessment: str) -> Clarification:
        return case.clarifications.get(assessment, Clarification(id=assessment))

    def _changed(self, case: Case, after: Clarification) -> ClarificationSet:
        """The change to another hand; one that changes nothing is no record."""
        is_empty = after == Clarification(id=after.id)
        return ClarificationSet(after.id, case.clarifications.get(after.id), None if is_empty else after)


def _with(names: tuple[str, ...], name: str) -> tuple[str, ...]:
    return names if name in names else (*names, name)


def _without(names: tuple[str, ...], name: str) -> tuple[str, ...]:
    return tuple(other for other in names if other != name)
