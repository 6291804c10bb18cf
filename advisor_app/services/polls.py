"""Polls of a group in an assessment, for whoever counts: keys and numbers in the window, and phones in the room.

Everything here returns changes and writes nothing: the window hands them to ``CaseBridge.edit``, commands to
``CaseSession.apply``. So a vote is on disk before the next one is counted, and each step can be undone.

    polls = workspace.polls
    begin = polls.start(assessment, "4.1.1", present=14)          # PollSet: a blind first round
    bridge.edit(begin)
    bridge.edit(polls.count(bridge.case, begin.id, Votes(...), CountedBy.KEYS))     # only what has come in since
    bridge.edit(polls.count_phones(bridge.case, begin.id, before, now))             # phones may change their votes
    bridge.edit(polls.reveal(bridge.case, begin.id))                    # from now on the room sees the distribution
    bridge.edit(*polls.settle(bridge.case, begin.id, Outcome(...)))     # with the answer that follows, one step

What the room may see is ``Poll.shown`` and nothing else: before a round is revealed the number of votes, never levels.
``PollRound.roles``, ``Outcome.reason`` and ``Outcome.dissent`` are for the adviser, until their words are released.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from advisor_app.domain import poll_course
from advisor_app.domain.agenda import current_step
from advisor_app.domain.agenda_course import day_at_hand
from advisor_app.domain.assessment import Assessment, AssessmentKind
from advisor_app.domain.case import Case
from advisor_app.domain.changes import Change, MinutesEntrySet, PollSet
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.local_time import LOCAL
from advisor_app.domain.minutes import EntryKind, MinutesEntry, first_audience
from advisor_app.domain.poll import (
    CountedBy,
    Doubt,
    Outcome,
    Poll,
    PollAbout,
    PollRound,
    RoleVote,
    Settled,
    Votes,
    doubts,
)
from advisor_app.domain.pre_survey import holder
from advisor_app.domain.questionnaire import Question
from advisor_app.domain.words import Audience, Words
from advisor_app.services.clock import Clock
from advisor_app.services.ids import new_id
from advisor_app.services.questionnaires import Questionnaires
from advisor_app.services.voices import Voices
from advisor_app.texts import Texts


class Polls:
    """Polls begun, counted, revealed and settled; no two polls of one case are mixed up, as each has an id."""

    def __init__(self, questionnaires: Questionnaires, voices: Voices, clock: Clock, texts: Texts) -> None:
        self._questionnaires = questionnaires
        self._voices = voices
        self._clock = clock
        self._texts = texts

    def latest(self, case: Case, assessment: str, item: str, about: PollAbout = PollAbout.QUESTION) -> Poll | None:
        """The last poll about a question, or about the target level of a dimension; None where there was none."""
        found = [
            poll
            for poll in case.polls.values()
            if (poll.assessment, poll.about, poll.item) == (assessment, about, item)
        ]
        return max(found, key=lambda poll: (poll.started_at, poll.id), default=None)

    def can_be_polled(self, assessment: Assessment, question: Question) -> bool:
        """Whether a group may be asked: a question with levels that is not confidential, before the workshop none."""
        return question.can_be_polled and assessment.kind is not AssessmentKind.PRE_SURVEY

    def start(
        self, assessment: Assessment, item: str, about: PollAbout = PollAbout.QUESTION, present: int = 0
    ) -> PollSet:
        """A new poll with its blind first round.

        Raises AdvisorError: POLL_CONFIDENTIAL, POLL_WITHOUT_LEVELS, UNKNOWN_QUESTION, POLL_VOTES.
        """
        if about is PollAbout.QUESTION:
            question = self._questionnaires.question(assessment, item)
            if question.confidential:
                raise AdvisorError(Problem.POLL_CONFIDENTIAL, name=item)
            if not self.can_be_polled(assessment, question):
                raise AdvisorError(Problem.POLL_WITHOUT_LEVELS, name=item)
        elif item not in {dimension.id for dimension in self._questionnaires.of(assessment).dimensions}:
            raise AdvisorError(Problem.UNKNOWN_QUESTION, name=item)
        first = PollRound(started_at=self._clock.now())
        poll = Poll(id=new_id(), assessment=assessment.id, about=about, item=item, rounds=(first,))
        return PollSet(poll.id, None, poll_course.with_present(poll, present))

    def enter(
        self, case: Case, assessment: Assessment, item: str, about: PollAbout, votes: Votes, outcome: Outcome | None
    ) -> tuple[Change, ...]:
        """A poll that was counted elsewhere, revealed, with what came of it; raises AdvisorError as each step does."""
        begun = self.start(assessment, item, about).after
        if begun is None:
            return ()
        poll = poll_course.revealed(poll_course.with_numbers(begun, votes), self._clock.now())
        if outcome is None:
            return (PollSet(poll.id, None, poll),)
        return poll_course.settled(case, poll, replace(outcome, decided_at=self._clock.now()))

    def count(self, case: Case, poll: str, votes: Votes, counted_by: CountedBy) -> PollSet:
        """Votes more in the current round; raises AdvisorError (UNKNOWN_POLL, POLL_CLOSED, POLL_VOTES)."""
        return self._changed(case, poll, lambda found: poll_course.with_votes(found, votes, counted_by))

    def count_phones(self, case: Case, poll: str, before: Votes, now: Votes) -> PollSet:
        """The votes of phones now, in place of those before in this round; raises AdvisorError as ``count``."""
        return self._changed(case, poll, lambda found: poll_course.with_phones(found, before, now))

    def take_back(self, case: Case, poll: str, level: int | None) -> PollSet:
        """One vote less for a level (None: does not know); raises AdvisorError (UNKNOWN_POLL, POLL_CLOSED)."""
        return self._changed(case, poll, lambda found: poll_course.without_vote(found, level))

    def type_numbers(self, case: Case, poll: str, votes: Votes) -> PollSet:
        """The votes of the current round as a whole, also after it was revealed; raises AdvisorError as ``count``."""
        return self._changed(case, poll, lambda found: poll_course.with_numbers(found, votes))

    def set_present(self, case: Case, poll: str, present: int) -> PollSet:
        """How many are there; raises AdvisorError (UNKNOWN_POLL, POLL_VOTES)."""
        return self._changed(case, poll, lambda found: poll_course.with_present(found, present))

    def note_role(self, case: Case, poll: str, role: str, level: int | None) -> PollSet:
        """What an addressed role has said in the current round; raises AdvisorError (UNKNOWN_POLL, BAD_LEVEL)."""
        return self._changed(case, poll, lambda found: poll_course.with_role(found, role, level))

    def reveal(self, case: Case, poll: str) -> PollSet:
        """Open the current round to the room; raises AdvisorError (UNKNOWN_POLL, POLL_EMPTY)."""
        return self._changed(case, poll, lambda found: poll_course.revealed(found, self._clock.now()))

    def second_round(self, case: Case, poll: str) -> PollSet:
        """Let the group vote once more, openly; raises AdvisorError (UNKNOWN_POLL, POLL_ROUNDS)."""
        return self._changed(case, poll, lambda found: poll_course.with_second_round(found, self._clock.now()))

    def drop(self, case: Case, poll: str) -> PollSet:
        """Take a poll out; raises AdvisorError(UNKNOWN_POLL)."""
        return PollSet(poll, self._find(case, poll), None)

    def release(self, case: Case, poll: str, audience: Audience) -> PollSet:
        """For whom the figures are released on paper; raises AdvisorError(UNKNOWN_POLL)."""
        return self._changed(case, poll, lambda found: replace(found, audience=audience))

    def settle(self, case: Case, poll: str, outcome: Outcome) -> tuple[Change, ...]:
        """What the group has settled on, or other words for it, with what follows: the answer or target level, a task.

        The task of what is postponed goes as soon as it is settled otherwise. Raises AdvisorError (UNKNOWN_POLL,
        BAD_LEVEL).
        """
        found = self._find(case, poll)
        before = found.outcome
        decided = replace(outcome, decided_at=self._clock.now() if before is None else before.decided_at)
        task = case.minutes.get("" if before is None else before.minutes_entry)
        after = self._task(case, found, decided, task) if decided.settled is Settled.POSTPONED else None
        decided = replace(decided, minutes_entry="" if after is None else after.id)
        changes = poll_course.settled(case, found, decided)
        entry = after or task
        return changes if entry is None else (*changes, MinutesEntrySet(entry.id, task, after))

    def addressed(self, case: Case, poll: Poll, number: int = -1) -> tuple[RoleVote, ...]:
        """What the roles that the question addresses say: as noted in a round, else as stated before the workshop."""
        if poll.about is PollAbout.TARGET or poll.assessment not in case.assessments:
            return poll.rounds[number].roles
        assessment = case.assessments[poll.assessment]
        question = self._questionnaires.question(assessment, poll.item)
        asked = {holder(role, case.roles) for role in question.roles}
        noted = {said.role: said for said in poll.rounds[number].roles}
        stated = {
            said.role: RoleVote(role=said.role, level=said.level)
            for said in self._voices.of(case, assessment).get(poll.item, ())
            if said.level is not None and holder(said.role, case.roles) in asked
        }
        return tuple({**stated, **noted}[role] for role in sorted({*stated, *noted}))

    def doubts(self, case: Case, poll: Poll, number: int = -1) -> tuple[Doubt, ...]:
        """Why a round (the current one by default) needs to be clarified, by the rule for groups."""
        return doubts(poll.rounds[number].votes, self.addressed(case, poll, number))

    def _task(self, case: Case, poll: Poll, outcome: Outcome, task: MinutesEntry | None) -> MinutesEntry | None:
        """What was postponed, as a task of the workshop day at hand; None where the case has no day."""
        if task is not None:
            return replace(task, who=outcome.responsible, until=outcome.until)
        day = day_at_hand(case.agenda.values(), outcome.decided_at.astimezone(LOCAL).date())
        if day is None:
            return None
        step = current_step(day)
        return MinutesEntry(
            id=new_id(),
            day=day.id,
            kind=EntryKind.TASK,
            at=outcome.decided_at,
            step="" if step is None else step.id,
            words=Words(self._texts("poll.task", item=poll.item), first_audience(EntryKind.TASK)),
            who=outcome.responsible,
            until=outcome.until,
        )

    def _find(self, case: Case, poll: str) -> Poll:
        found = case.polls.get(poll)
        if found is None:
            raise AdvisorError(Problem.UNKNOWN_POLL, name=poll)
        return found

    def _changed(self, case: Case, poll: str, step: Callable[[Poll], Poll]) -> PollSet:
        before = self._find(case, poll)
        return PollSet(poll, before, step(before))
