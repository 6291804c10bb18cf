"""Candidates for use cases: collected, rated by the group, ranked, and the chosen one taken over as a use case.

Everything but ``create`` returns changes and writes nothing: the window hands them to ``CaseBridge.edit``, commands to
``CaseSession.apply``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from advisor_app.domain.candidate import (
    Candidate,
    RankedCandidate,
    in_order,
    next_number,
    ranking,
    with_placing,
    with_rating,
)
from advisor_app.domain.candidate_rules import CandidateRules, Way, WayRule
from advisor_app.domain.catalog import Catalog
from advisor_app.domain.changes import CandidateSet, Change, UseCaseSet, WayDecisionSet
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.foundations import DimensionKind
from advisor_app.domain.phases import PhaseResult
from advisor_app.domain.way_decision import WayDecision
from advisor_app.services.assessments import Assessments
from advisor_app.services.clock import Clock, today
from advisor_app.services.ids import new_id
from advisor_app.services.names import named
from advisor_app.services.questionnaires import Questionnaires
from advisor_app.services.session import CaseSession
from advisor_app.services.use_cases import UseCases

if TYPE_CHECKING:
    from advisor_app.domain.assessment import Assessment
    from advisor_app.domain.case import Case

MODULE = "M4"
"""The module that ends with a use case or a plan."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """The way that suits where the commune stands: the phase, and its rule, both None while it is not known.

    ``others`` are the rules of other phases that are still possible where answers are missing.
    """

    phase: PhaseResult | None
    rule: WayRule | None
    others: tuple[WayRule, ...] = ()


class Candidates:
    """What can be done with the candidates of a case."""

    def __init__(
        self,
        catalog: Catalog,
        questionnaires: Questionnaires,
        assessments: Assessments,
        use_cases: UseCases,
        clock: Clock,
    ) -> None:
        self._catalog = catalog
        self._questionnaires = questionnaires
        self._assessments = assessments
        self._use_cases = use_cases
        self._clock = clock

    @property
    def rules(self) -> CandidateRules:
        """By what candidates are rated, and which way suits which phase."""
        return self._catalog.candidate_rules

    def find(self, case: Case, name: str = "") -> Candidate:
        """The candidate with a number (K-01), an id or its unique beginning or end; without a name the first one.

        Raises AdvisorError (UNKNOWN_CANDIDATE, NO_CANDIDATE).
        """
        ordered = in_order(case.candidates.values())
        if not ordered:
            raise AdvisorError(Problem.NO_CANDIDATE)
        if not name:
            return ordered[0]
        coded = next((item for item in ordered if item.code.casefold() == name.casefold()), None)
        return coded or case.candidates[named(name, case.candidates, Problem.UNKNOWN_CANDIDATE)]

    def create(self, session: CaseSession, title: str = "", areas: Iterable[str] = (), idea: str = "") -> Candidate:
        """Begin a candidate under the next number; raises AdvisorError(UNKNOWN_AREA)."""
        wanted = tuple(areas)
        known = [item.id for item in self._catalog.dimensions.values() if item.kind is DimensionKind.IMPACT_AREA]
        for name in wanted:
            if name not in known:
                raise AdvisorError(Problem.UNKNOWN_AREA, name=name)
        candidate = Candidate(
            id=new_id(),
            number=next_number(session.case.candidates.values()),
            title=title,
            areas=tuple(name for name in known if name in wanted),
            idea=idea,
        )
        session.apply(CandidateSet(candidate.id, None, candidate))
        return candidate

    def rate(self, case: Case, candidate: str, ratings: Mapping[str, int | None]) -> CandidateSet:
        """What the group gives a candidate by criterion, None for nothing; raises UNKNOWN_CRITERION, BAD_RATING."""
        before = after = case.candidates[candidate]
        for criterion, rating in ratings.items():
            if criterion not in self.rules.criteria:
                raise AdvisorError(Problem.UNKNOWN_CRITERION, name=criterion, criteria=", ".join(self.rules.criteria))
            after = with_rating(after, criterion, rating)
        return CandidateSet(candidate, before, after)

    def place(self, case: Case, candidate: str, benefit: int, feasibility: int) -> CandidateSet:
        """Where the group puts a candidate in the matrix, whatever its ratings say; raises BAD_RATING."""
        before = case.candidates[candidate]
        return CandidateSet(candidate, before, with_placing(before, benefit, feasibility))

    def let_ratings_hold(self, case: Case, candidate: str) -> CandidateSet:
        """Let the ratings place a candidate again."""
        before = case.candidates[candidate]
        return CandidateSet(candidate, before, replace(before, placing=None))

    def ranking(self, case: Case) -> tuple[RankedCandidate, ...]:
        """All candidates by their ranks."""
        return ranking(case.candidates.values(), self.rules)

    def take_over(self, case: Case, candidate: str) -> tuple[Change, ...]:
        """The candidate as a use case that says the same, in one step; nothing where it is one already."""
        before = case.candidates[candidate]
        if before.use_case in case.use_cases:
            return ()
        use_case = replace(
            self._use_cases.begun(case, before.title, before.areas),
            problem=before.problem,
            solution=before.idea,
            beneficiaries=before.beneficiaries,
        )
        return (
            UseCaseSet(use_case.id, None, use_case),
            CandidateSet(candidate, before, replace(before, use_case=use_case.id)),
        )

    def assessment(self, case: Case) -> Assessment | None:
        """The assessment of module 4 that tells where the commune stands; None where it has none."""
        return self._assessments.of_module(case, MODULE)

    def suggestion(self, case: Case) -> Suggestion:
        """The way that suits the phase reached, and others that missing answers leave possible."""
        assessment = self.assessment(case)
        if assessment is None or not case.answers.get(assessment.id):
            return Suggestion(phase=None, rule=None)
        phase = self._questionnaires.evaluate(case, assessment).result().phase
        if phase is None:
            return Suggestion(phase=None, rule=None)
        rule = self.rules.suggested(phase.number)
        possible = (self.rules.suggested(number) for number in range(phase.worst, phase.best + 1))
        others = tuple(dict.fromkeys(item for item in possible if item is not None and item is not rule))
        return Suggestion(phase=phase, rule=rule, others=others)

    def decision(self, case: Case) -> WayDecision | None:
        """What was decided about the assessment at hand; None where nothing was."""
        assessment = self.assessment(case)
        return None if assessment is None else case.way_decisions.get(assessment.id)

    def decide(self, case: Case, way: Way | None, by: str = "") -> WayDecisionSet:
        """The way that was chosen and by whom, with the day and the phase that was known; raises NO_ASSESSMENT."""
        assessment = self.assessment(case)
        if assessment is None:
            raise AdvisorError(Problem.NO_ASSESSMENT)
        before = case.way_decisions.get(assessment.id)
        day = None if before is None else before.decided_on
        phase = self.suggestion(case).phase
        decided = replace(
            before or WayDecision(id=assessment.id),
            way=way,
            decided_by=by or ("" if before is None else before.decided_by),
            decided_on=today(self._clock) if way is not None and day is None else day,
            phase=None if phase is None else phase.number,
        )
        return WayDecisionSet(assessment.id, before, decided)
