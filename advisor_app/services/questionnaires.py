"""Questionnaires of the catalogue, kept as definitions on first use, and evaluations of assessments.

Two readings of one questionnaire: ``kept`` is what was stored, in German, for whatever compares or stores; ``of`` is
the same in the language in use, for whatever shows it. Ids, order and figures are those of the stored one in both.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from advisor_app.content.definition import canonical_json, decode_questionnaire, digest_of
from advisor_app.domain.assessment import Answer, Assessment
from advisor_app.domain.case import Case
from advisor_app.domain.catalog import Catalog
from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.evaluation import Evaluation
from advisor_app.domain.question_order import QuestionOrder, order_questions
from advisor_app.domain.questionnaire import Question, Questionnaire

if TYPE_CHECKING:
    from advisor_app.storage.definitions import DefinitionStore


class Questionnaires:
    """Finds the definition that an assessment was made with, whatever the packs hold today."""

    def __init__(self, catalog: Catalog, store: DefinitionStore) -> None:
        self._catalog = catalog
        self._store = store
        self._known: dict[str, Questionnaire] = {}
        self._shown: dict[str, Questionnaire] = {}
        self._questions: dict[str, dict[str, Question]] = {}
        self._orders: dict[str, QuestionOrder] = {}

    def keep(self, questionnaire: Questionnaire) -> str:
        """Store a definition for ever; returns its digest."""
        body = canonical_json(questionnaire)
        digest = digest_of(body)
        if digest not in self._known:
            self._store.keep(digest, questionnaire.id, questionnaire.version, body)
            self._known[digest] = questionnaire
        return digest

    def of(self, assessment: Assessment) -> Questionnaire:
        """The questionnaire as it was asked, in the language in use; raises AdvisorError(UNKNOWN_QUESTIONNAIRE)."""
        if assessment.digest not in self._shown:
            self._shown[assessment.digest] = self.in_words(self.kept(assessment.digest))
        return self._shown[assessment.digest]

    def kept(self, digest: str) -> Questionnaire:
        """A questionnaire as it was kept, to be compared and stored; raises AdvisorError(UNKNOWN_QUESTIONNAIRE)."""
        if digest not in self._known:
            self._known[digest] = self._stored(digest)
        return self._known[digest]

    def versions(self, questionnaire: str) -> tuple[tuple[str, str], ...]:
        """Digest and version of everything by which cases were asked."""
        return self._store.versions(questionnaire)

    def in_words(self, kept: Questionnaire) -> Questionnaire:
        """A stored questionnaire in the language in use, as far as today's packs translate it."""
        original = self._catalog.questionnaires.get(kept.id) if self._catalog.translations else None
        if original is None:
            return kept
        from advisor_app.domain.translation import in_words_of

        return in_words_of(kept, original, self._catalog.translations[kept.id])

    def _stored(self, digest: str) -> Questionnaire:
        try:
            return decode_questionnaire(self._store.body(digest))
        except AdvisorError as error:
            if error.problem is not Problem.UNKNOWN_QUESTIONNAIRE:
                raise
            # Lost with a damaged page; today's packs have it as long as it is the same to the letter.
            for questionnaire in self._catalog.questionnaires.values():
                if digest_of(canonical_json(questionnaire)) == digest:
                    return questionnaire
            raise

    def question(self, assessment: Assessment, name: str) -> Question:
        """One question of an assessment; raises AdvisorError(UNKNOWN_QUESTION)."""
        if assessment.digest not in self._questions:
            questions = {question.id: question for question in self.of(assessment).questions}
            self._questions[assessment.digest] = questions
        question = self._questions[assessment.digest].get(name)
        if question is None:
            raise AdvisorError(Problem.UNKNOWN_QUESTION, name=name)
        return question

    def evaluate(self, case: Case, assessment: Assessment) -> Evaluation:
        """A fresh evaluation of an assessment of the case."""
        kind = case.assessed_commune(assessment).kind
        return self.evaluate_answers(assessment, kind, case.answers.get(assessment.id, {}))

    def evaluate_answers(self, assessment: Assessment, kind: CommuneKind, answers: Mapping[str, Answer]) -> Evaluation:
        """A fresh evaluation of what a kind of commune answered."""
        return Evaluation(self.of(assessment), kind, answers, assessment.areas, self._order_of(assessment))

    def _order_of(self, assessment: Assessment) -> QuestionOrder:
        if assessment.digest not in self._orders:
            self._orders[assessment.digest] = order_questions(self.of(assessment))
        return self._orders[assessment.digest]
