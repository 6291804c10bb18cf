"""A migration as it is gone through: its changed questions in order, and what was decided about each."""

from __future__ import annotations

from advisor_app.domain.assessment import Answer, Assessment, AssessmentKind
from advisor_app.domain.assessment_migration import Decision
from advisor_app.domain.case import Case
from advisor_app.domain.house_roles import role_title
from advisor_app.domain.questionnaire_comparison import QuestionPair
from advisor_app.questions.editing import Asked
from advisor_app.services.workspace import Workspace
from advisor_app.ui.pages.assessment_migration.side_by_side import remarks_on


class Course:
    """Reads one review; AdvisorError as ``AssessmentMigrations.review`` raises it."""

    def __init__(self, workspace: Workspace, case: Case, assessment: Assessment) -> None:
        self._workspace = workspace
        self._migrations = workspace.assessment_migrations
        self.case = case
        self.assessment = assessment
        self.review = self._migrations.review(case, assessment)
        self.succession = self.review.succession
        self.pairs = self.succession.to_decide
        self.is_begun = case.begun_migration(assessment.id) is not None

    @property
    def conceals(self) -> bool:
        """Whether confidential answers are covered: everywhere but in the pre-survey."""
        return self.assessment.kind is not AssessmentKind.PRE_SURVEY

    @property
    def keepable(self) -> tuple[QuestionPair, ...]:
        """Undecided questions that read the same and take the answer."""
        return tuple(pair for pair in self.succession.undecided if pair.reads_the_same and self.can_keep(pair))

    @property
    def versions(self) -> tuple[str, str]:
        """The version that was asked, and the one to come."""
        return self.review.before.version, self.review.after.version

    def pair(self, question: str) -> QuestionPair | None:
        """A changed question; None for any other name."""
        return next((pair for pair in self.pairs if pair.new.id == question), None)

    def answer(self, pair: QuestionPair) -> Answer:
        """What was agreed on the old question."""
        return self.succession.old_answer(pair.new.id)

    def decision(self, pair: QuestionPair) -> Decision | None:
        """What was decided; None where nothing was."""
        return self.succession.migration.decision(pair.new.id)

    def asked(self, pair: QuestionPair) -> Asked:
        """The new question as it is asked of this commune."""
        return Asked(question=pair.new, kind=self.case.commune.kind, scale=self.review.after.scale)

    def can_keep(self, pair: QuestionPair) -> bool:
        """Whether the new question takes the old answer."""
        return self._migrations.can_keep(pair, self.answer(pair))

    def is_confidential(self, pair: QuestionPair) -> bool:
        """Whether a question is to be covered."""
        return self.conceals and (pair.old.confidential or pair.new.confidential)

    def remarks(self, pair: QuestionPair) -> tuple[str, ...]:
        """What was noted with the answer, and what single roles said."""
        said = self.case.statements.get(self.assessment.id, {})
        statements = [statement for (question, _role), statement in said.items() if question == pair.old.id]
        return remarks_on(pair.old, self.answer(pair), statements, self._role, self._workspace.texts)

    def _role(self, name: str) -> str:
        return role_title(name, self._workspace.catalog.roles, self.case.roles)
