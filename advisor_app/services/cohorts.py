"""A commune among others: who agreed to that, and the figures of those who did."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from advisor_app.domain.assessment import Assessment
from advisor_app.domain.case import Case, CaseCommune
from advisor_app.domain.changes import CohortConsentSet, CohortFiguresSet
from advisor_app.domain.cohort import (
    MODULE,
    CohortConsent,
    CohortFigures,
    Peer,
    agreed,
    cohort_of,
    size_class,
    without_namesakes,
)
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.evaluation import Evaluation
from advisor_app.domain.folding import fold
from advisor_app.domain.questionnaire_comparison import Comparison, compare_questionnaires
from advisor_app.domain.scoring import Share, Status
from advisor_app.services.clock import Clock, today
from advisor_app.services.questionnaires import Questionnaires
from advisor_app.services.register import Register
from advisor_app.services.session import Author

if TYPE_CHECKING:
    from advisor_app.storage.cohorts import CohortStore, KeptCommune, StoredAssessment


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparability:
    """What of another version's answers can stand beside those of this one."""

    questions: frozenset[str]
    other_dimensions: frozenset[str]
    has_module: bool


class Cohorts:
    """Reads and writes nothing but what it is asked for; ``figures`` is made for a worker thread."""

    def __init__(
        self, store: CohortStore, questionnaires: Questionnaires, register: Register, author: Author, clock: Clock
    ) -> None:
        self._store = store
        self._register = register
        self._questionnaires = questionnaires
        self._author = author
        self._clock = clock

    def consent(self, case: Case) -> CohortConsent | None:
        """What the commune that leads a case (see ``Case.seen_from``) has said in it; None where nobody asked."""
        return case.cohort_consents.get(case.commune.id)

    def give(self, case: Case, given_by: str, on: date | None = None) -> CohortConsentSet:
        """The change that notes the commune's consent, given by somebody in a function."""
        consent = CohortConsent(
            given_on=on or today(self._clock), given_by=given_by.strip(), noted_by=self._author.name
        )
        return self._set(case, consent)

    def withdraw(self, case: Case, on: date | None = None) -> CohortConsentSet:
        """The change that notes that it was withdrawn; raises AdvisorError(NO_CONSENT) where there is none."""
        before = self.consent(case)
        if before is None or not before.holds:
            raise AdvisorError(Problem.NO_CONSENT)
        return self._set(case, replace(before, withdrawn_on=on or today(self._clock)))

    def figures(self, case: Case, assessment: Assessment) -> CohortFigures | None:
        """The figures of the others, None where there are too few; see the rule in ``domain/cohort.py``.

        Raises AdvisorError: JOINT_CASE for what several communes answered together, NO_POPULATION without a size class.
        """
        if len(case.head.communes) > 1 and not assessment.commune:
            raise AdvisorError(Problem.JOINT_CASE)
        case = case.seen_from(assessment)
        commune = case.commune
        size = size_class(commune.kind, commune.population)
        if size is None:
            raise AdvisorError(Problem.NO_POPULATION)
        known_here = {self._today(item) for item in case.head.communes}
        known_here |= {self._today(item) for item in self._partners(commune)}
        consents = [(item.id, self._today(item), consent) for item, consent in self._store.consents()]
        days = agreed((name, consent) for _, name, consent in consents)
        others = {kept: name for kept, name, _ in consents if name in days and name not in known_here}
        own = self._questionnaires.of(assessment)
        known: dict[str, Comparability] = {}
        peers = []

        def fits(population: int | None) -> bool:
            return size_class(commune.kind, population) == size

        for found in self._store.assessments(assessment.questionnaire, commune.kind, others, fits):
            digest = found.assessment.digest
            if digest not in known:
                known[digest] = self._comparability(assessment, digest, case)
            values = dict(self._values(found, case, known[digest]))
            peers.append(
                Peer(commune=found.commune, name=fold(found.name), agreed_on=days[found.commune], values=values)
            )
        peers = list(without_namesakes(peers, fold(commune.name)))
        codes = (MODULE, *(item.id for item in own.dimensions), *(item.id for item in own.questions if item.scores))
        return cohort_of(peers, codes, commune.kind, size, today(self._clock))

    def keep(self, case: Case, assessment: Assessment, figures: CohortFigures | None) -> CohortFiguresSet:
        """The change that puts figures into the report about an assessment; None takes them out."""
        return CohortFiguresSet(assessment.id, case.cohort_figures.get(assessment.id), figures)

    def _today(self, commune: CaseCommune | KeptCommune) -> str:
        """Which commune it is today: two that became one are one, whatever their cases keep."""
        return self._register.id_today(commune.id, commune.key)

    def _partners(self, commune: CaseCommune) -> frozenset[KeptCommune]:
        """The communes that share any case with one, under whatever id it had there."""
        return self._store.partners(self._register.lineage(commune))

    def _set(self, case: Case, consent: CohortConsent) -> CohortConsentSet:
        return CohortConsentSet(case.commune.id, self.consent(case), consent)

    def _comparability(self, assessment: Assessment, digest: str, case: Case) -> Comparability:
        own, other = (self._questionnaires.kept(name) for name in (assessment.digest, digest))
        versions: Comparison = compare_questionnaires(other, own, case.commune.kind)
        dimensions = {item.id for item in (*own.dimensions, *other.dimensions)}
        return Comparability(
            questions=frozenset(pair.new.id for pair in versions.unchanged if not pair.new.confidential),
            other_dimensions=versions.other_dimensions(dimensions),
            has_module=not versions.has_other_figures,
        )

    def _values(self, found: StoredAssessment, case: Case, comparable: Comparability) -> Iterator[tuple[str, Fraction]]:
        """What of another commune's assessment counts: sound scores, and answers to the same questions."""
        evaluation = self._questionnaires.evaluate_answers(found.assessment, case.commune.kind, found.answers)
        result = evaluation.result()
        if comparable.has_module and result.module.status is Status.OK and result.module.score is not None:
            yield MODULE, result.module.score
        for score in result.dimensions:
            if score.status is Status.OK and score.score is not None and score.id not in comparable.other_dimensions:
                yield score.id, score.score
        for name, level in levels_of(evaluation).items():
            if name in comparable.questions:
                yield name, Fraction(level)


def levels_of(evaluation: Evaluation) -> Mapping[str, int]:
    """The levels that count, by question."""
    return {
        item.question.id: item.answer.level
        for dimension in evaluation.dimensions()
        for item in evaluation.explain(dimension)
        if item.share is Share.COUNTED and item.answer.level is not None
    }
