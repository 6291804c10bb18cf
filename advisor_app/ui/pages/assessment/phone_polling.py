"""Phones in polls of the assessment page, about levels."""

from __future__ import annotations

from collections.abc import Hashable

from advisor_app.domain.changes import Change
from advisor_app.domain.phone_poll import PhonePoll, PollCounts
from advisor_app.domain.poll import CountedBy, Poll, Votes
from advisor_app.domain.projection import ProjectablePoll
from advisor_app.override import override
from advisor_app.ui.widgets.phone_asking import PhoneAsking, Round


class PhonePolling(PhoneAsking[Poll, Votes]):
    """Asks phones the round of a poll that is counted on the page."""

    page = "assessment"

    def put_away(self, poll: Poll) -> None:
        """Commit what has come in; a round without any vote is over, as it leaves nothing behind."""
        if self._asked is None or self._asked[0] != poll.id:
            return
        self.voting.count()
        if not self._bridge.case.polls[poll.id].current.votes.total:
            self._close_round()

    @property
    @override
    def _nothing(self) -> Votes:
        return Votes()

    @override
    def _poll(self, name: str) -> Poll | None:
        return self._bridge.case.polls.get(name)

    @override
    def _round(self, poll: Poll) -> Round:
        return poll.id, len(poll.rounds)

    @override
    def _standing(self, poll: Poll) -> Hashable:
        return poll.current

    @override
    def _takes_votes(self, poll: Poll) -> bool:
        return poll.takes_votes

    @override
    def _has_phones(self, poll: Poll) -> bool:
        return CountedBy.PHONES in poll.current.counted_by

    @override
    def _present(self, poll: Poll) -> int:
        return poll.current.present

    @override
    def _question(self, poll: Poll) -> PhonePoll | None:
        from advisor_app.services.phone_polls import phone_poll_of
        from advisor_app.services.projected import ProjectedPoll

        workspace = self._context.workspace
        shown = workspace.projections.of(self._bridge.case, ProjectablePoll(poll=poll.id))
        return phone_poll_of(shown, workspace.texts) if isinstance(shown, ProjectedPoll) else None

    @override
    def _votes(self, counts: PollCounts) -> Votes:
        return counts.levels

    @override
    def _counted(self, poll: Poll, before: Votes, now: Votes) -> tuple[Change, Poll]:
        change = self._context.workspace.polls.count_phones(self._bridge.case, poll.id, before, now)
        return change, change.after or poll
