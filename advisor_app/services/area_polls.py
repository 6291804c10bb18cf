"""Dots of a group for impact areas, and the areas that follow from them.

As polls, this returns changes and writes nothing. What a room may see is ``AreaPoll.shown`` and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from advisor_app.domain import area_poll
from advisor_app.domain.area_poll import USUAL_DOTS, AreaPoll, ProposedAreas, proposed_areas
from advisor_app.domain.assessment import Assessment
from advisor_app.domain.case import Case
from advisor_app.domain.changes import AreaPollSet, AssessmentSet, Change
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.foundations import DimensionKind
from advisor_app.domain.words import Audience
from advisor_app.services.clock import Clock
from advisor_app.services.ids import new_id
from advisor_app.services.questionnaires import Questionnaires


class AreaPolls:
    """Dots begun, counted, opened, and areas taken over into the assessment."""

    def __init__(self, questionnaires: Questionnaires, clock: Clock) -> None:
        self._questionnaires = questionnaires
        self._clock = clock

    def areas(self, assessment: Assessment) -> Mapping[str, str]:
        """The impact areas that can be chosen in an assessment, with their titles, in the questionnaire's order."""
        dimensions = self._questionnaires.of(assessment).dimensions
        return {item.id: item.title for item in dimensions if item.kind is DimensionKind.IMPACT_AREA}

    def latest(self, case: Case, assessment: str) -> AreaPoll | None:
        """The last dots about an assessment; None where there were none."""
        found = (poll for poll in case.area_polls.values() if poll.assessment == assessment)
        return max(found, key=lambda poll: (poll.started_at, poll.id), default=None)

    def start(self, assessment: Assessment, present: int = 0, dots_each: int = USUAL_DOTS) -> AreaPollSet:
        """New dots; raises AdvisorError(BAD_DOTS)."""
        poll = area_poll.with_people(self._new(assessment), present, dots_each)
        return AreaPollSet(poll.id, None, poll)

    def enter(self, assessment: Assessment, dots: Mapping[str, int], present: int, dots_each: int) -> AreaPollSet:
        """Dots that were counted elsewhere, open; raises AdvisorError (UNKNOWN_AREA, BAD_DOTS, NO_DOTS)."""
        _check(self.areas(assessment), dots)
        begun = area_poll.with_people(self._new(assessment), present, dots_each)
        poll = area_poll.revealed(area_poll.with_numbers(begun, dots), self._clock.now())
        return AreaPollSet(poll.id, None, poll)

    def count(self, case: Case, poll: str, area: str, by: int = 1) -> AreaPollSet:
        """A dot more or less for an area; raises AdvisorError (UNKNOWN_AREA, DOTS_OPEN, BAD_DOTS)."""
        _check(self._known(case, poll), [area])
        return self._changed(case, poll, lambda found: area_poll.with_dot(found, area, by))

    def count_phones(self, case: Case, poll: str, before: Mapping[str, int], now: Mapping[str, int]) -> AreaPollSet:
        """The dots of phones now, in place of those before; raises AdvisorError (UNKNOWN_AREA, DOTS_OPEN, BAD_DOTS)."""
        _check(self._known(case, poll), now)
        return self._changed(case, poll, lambda found: area_poll.with_phones(found, before, now))

    def type_numbers(self, case: Case, poll: str, dots: Mapping[str, int]) -> AreaPollSet:
        """All dots as counted by hand, also after they were opened; raises AdvisorError (UNKNOWN_AREA, BAD_DOTS)."""
        _check(self._known(case, poll), dots)
        return self._changed(case, poll, lambda found: area_poll.with_numbers(found, dots))

    def set_people(self, case: Case, poll: str, present: int, dots_each: int) -> AreaPollSet:
        """How many are there, and how many dots each has; raises AdvisorError(BAD_DOTS)."""
        return self._changed(case, poll, lambda found: area_poll.with_people(found, present, dots_each))

    def reveal(self, case: Case, poll: str) -> AreaPollSet:
        """Open the dots to the room; raises AdvisorError(NO_DOTS)."""
        return self._changed(case, poll, lambda found: area_poll.revealed(found, self._clock.now()))

    def release(self, case: Case, poll: str, audience: Audience) -> AreaPollSet:
        """For whom the figures are released on paper."""
        return self._changed(case, poll, lambda found: replace(found, audience=audience))

    def drop(self, case: Case, poll: str) -> AreaPollSet:
        """Take dots out."""
        return AreaPollSet(poll, case.area_polls[poll], None)

    def proposed(self, case: Case, poll: AreaPoll) -> ProposedAreas:
        """The areas that the dots speak for; a tie is left to the group."""
        assessment = case.assessments.get(poll.assessment)
        return ProposedAreas(areas=()) if assessment is None else proposed_areas(poll, tuple(self.areas(assessment)))

    def take_over(self, case: Case, poll: str, areas: Sequence[str]) -> tuple[Change, ...]:
        """Areas chosen in the assessment, and remembered with the dots, as one step; raises UNKNOWN_AREA."""
        _check(self._known(case, poll), areas)
        before = case.area_polls[poll]
        assessment = case.assessments[before.assessment]
        ordered = tuple(name for name in self.areas(assessment) if name in areas)
        return (
            AreaPollSet(poll, before, replace(before, areas=ordered)),
            AssessmentSet(assessment.id, assessment, replace(assessment, areas=ordered)),
        )

    def _known(self, case: Case, poll: str) -> Mapping[str, str]:
        assessment = case.assessments.get(case.area_polls[poll].assessment)
        return {} if assessment is None else self.areas(assessment)

    def _new(self, assessment: Assessment) -> AreaPoll:
        return AreaPoll(id=new_id(), assessment=assessment.id, started_at=self._clock.now())

    def _changed(self, case: Case, poll: str, step: Callable[[AreaPoll], AreaPoll]) -> AreaPollSet:
        before = case.area_polls[poll]
        return AreaPollSet(poll, before, step(before))


def _check(known: Mapping[str, str], areas: Iterable[str]) -> None:
    for name in areas:
        if name not in known:
            raise AdvisorError(Problem.UNKNOWN_AREA, name=name)
