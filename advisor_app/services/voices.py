"""What roles said to the questions of an assessment: in the pre-survey that went before it, and beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING

from advisor_app.domain.assessment import UNANSWERED, Answer, Assessment, AssessmentKind, Statement
from advisor_app.domain.case import Case
from advisor_app.services.questionnaires import Questionnaires

if TYPE_CHECKING:
    from advisor_app.domain.questionnaire import Questionnaire


class Voices:
    """Finds the statements and agreed answers that a workshop begins with; every role's own stays apart."""

    def __init__(self, questionnaires: Questionnaires) -> None:
        self._questionnaires = questionnaires

    def survey_before(self, case: Case, assessment: Assessment) -> Assessment | None:
        """The latest pre-survey with the questionnaire of an assessment; None where there is none but itself."""
        found = [
            item
            for item in case.in_order()
            if item.kind is AssessmentKind.PRE_SURVEY
            and (item.questionnaire, item.commune) == (assessment.questionnaire, assessment.commune)
            and item.id != assessment.id
            and case.superseding(item.id) is None
        ]
        return found[-1] if found else None

    def of(self, case: Case, assessment: Assessment) -> Mapping[str, tuple[Statement, ...]]:
        """Statements by question, ordered by role; what a role said beside the assessment holds before the survey's."""
        said: defaultdict[str, dict[str, Statement]] = defaultdict(dict)
        before = self.survey_before(case, assessment)
        same = self._same_questions(case, before, assessment)
        for source in filter(None, (before, assessment)):
            for (question, role), statement in case.statements.get(source.id, {}).items():
                if source is assessment or question in same:
                    said[question][role] = statement
        return {question: tuple(by_role[role] for role in sorted(by_role)) for question, by_role in said.items()}

    def agreed(self, case: Case, assessment: Assessment) -> Mapping[str, Answer]:
        """What the house had agreed on in the survey before, by question."""
        before = self.survey_before(case, assessment)
        if before is None:
            return {}
        same = self._same_questions(case, before, assessment)
        answers = case.answers.get(before.id, {})
        return {name: answer for name, answer in answers.items() if name in same and answer != UNANSWERED}

    def _same_questions(self, case: Case, before: Assessment | None, assessment: Assessment) -> frozenset[str]:
        """Questions that mean the same in both."""
        if before is None:
            return frozenset()
        if before.digest == assessment.digest:
            return frozenset(question.id for question in self._kept(assessment).questions)
        from advisor_app.domain.questionnaire_comparison import compare_questionnaires

        compared = compare_questionnaires(self._kept(before), self._kept(assessment), case.commune.kind)
        return frozenset(pair.new.id for pair in compared.unchanged)

    def _kept(self, assessment: Assessment) -> Questionnaire:
        return self._questionnaires.kept(assessment.digest)
