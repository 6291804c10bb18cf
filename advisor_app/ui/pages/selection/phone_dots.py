"""Phones in polls by dots, about impact areas."""

from __future__ import annotations

from collections.abc import Hashable, Mapping

from advisor_app.domain.area_poll import AreaPoll
from advisor_app.domain.changes import Change
from advisor_app.domain.phone_poll import PhonePoll, PollCounts
from advisor_app.domain.poll import CountedBy
from advisor_app.override import override
from advisor_app.ui.widgets.phone_asking import PhoneAsking, Round


class PhoneDots(PhoneAsking[AreaPoll, Mapping[str, int]]):
    """Asks phones to spread their dots, which they do once: there is no second round."""

    page = "selection"

    @property
    @override
    def _nothing(self) -> Mapping[str, int]:
        return {}

    @override
    def _poll(self, name: str) -> AreaPoll | None:
        return self._bridge.case.area_polls.get(name)

    @override
    def _round(self, poll: AreaPoll) -> Round:
        return poll.id, 1

    @override
    def _standing(self, poll: AreaPoll) -> Hashable:
        return poll.area_dots

    @override
    def _takes_votes(self, poll: AreaPoll) -> bool:
        return not poll.is_revealed

    @override
    def _has_phones(self, poll: AreaPoll) -> bool:
        return CountedBy.PHONES in poll.counted_by

    @override
    def _present(self, poll: AreaPoll) -> int:
        return poll.present

    @override
    def _question(self, poll: AreaPoll) -> PhonePoll | None:
        from advisor_app.services.phone_polls import dots_poll_of

        workspace = self._context.workspace
        assessment = self._bridge.case.assessments.get(poll.assessment)
        if assessment is None:
            return None
        return dots_poll_of(poll, workspace.area_polls.areas(assessment), workspace.texts)

    @override
    def _votes(self, counts: PollCounts) -> Mapping[str, int]:
        return {area: dots for area, dots in counts.votes.items() if dots}

    @override
    def _counted(self, poll: AreaPoll, before: Mapping[str, int], now: Mapping[str, int]) -> tuple[Change, AreaPoll]:
        change = self._context.workspace.area_polls.count_phones(self._bridge.case, poll.id, before, now)
        return change, change.after or poll
