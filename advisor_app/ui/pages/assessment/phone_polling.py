"""Phones in polls of the assessment page: which round they are asked, and their votes in it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal

from advisor_app.domain.changes import Change, PollSet
from advisor_app.domain.errors import AdvisorError
from advisor_app.domain.poll import CountedBy, Poll, PollRound, Votes
from advisor_app.domain.projection import ProjectableJoin, ProjectablePoll
from advisor_app.texts.errors import sentence
from advisor_app.ui.pages.assessment.phone_line import CODE_KEY, TOGGLE_KEY, PhoneLine
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.shell.phone_voting import PhoneVoting

_Round = tuple[str, int]  # the id of a poll, and which of its rounds


class PhonePolling(QObject):
    """Asks phones the round that is counted and commits their votes as they come, also while the page is hidden.

    Phones are asked a round once. Until it is revealed, another one is asked, or phones are switched off, its votes
    come in, whatever is shown meanwhile; after that its further votes are counted by keys, so that nobody votes twice.
    """

    changed = Signal()  # the room is to see something else
    warned = Signal(str)
    settings_wanted = Signal()

    def __init__(self, context: PageContext, bridge: CaseBridge, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._bridge = context, bridge
        self._polls = context.workspace.polls
        self._shown: Poll | None = None
        self._asked: _Round | None = None
        self._share = Votes()  # how many votes of the round are from phones
        self._shares: dict[PollRound, Votes] = {}  # the same for every state of it, as undo brings one back
        self._joins: ProjectableJoin | None = None
        self.line = PhoneLine(context.theming)
        self.voting = PhoneVoting(context, self)
        self._connect()

    @property
    def join(self) -> ProjectableJoin | None:
        """Where phones join, while the room is to see that."""
        return self.voting.join

    def takes(self, key: Qt.Key) -> bool:
        """Do what a key says to phones; False where it says nothing to them."""
        if key is TOGGLE_KEY:
            self._toggle()
        elif key is CODE_KEY:
            self._toggle_code()
        else:
            return False
        return True

    def follow(self, poll: Poll | None) -> None:
        """Ask phones what is polled now, None where the poll is put away."""
        self._shown = poll
        if poll is None:
            self.voting.show_join(shown=False)
        if self._asked is not None and self._asked[0] not in self._bridge.case.polls:
            self._close_round()  # undone
        if self.voting.is_open and poll is not None:
            self._ask(poll)
        self._show()

    def collect(self) -> None:
        """Take no more votes in the round that is asked, and commit the last ones: it is about to be revealed."""
        if self._asked is not None:
            self._close_round()

    def put_away(self, poll: Poll) -> None:
        """Commit what has come in; a round without any vote is over, as it leaves nothing behind."""
        if self._asked is None or self._asked[0] != poll.id:
            return
        self.voting.count()
        if not self._bridge.case.polls[poll.id].current.votes.total:
            self._close_round()

    def _ask(self, poll: Poll) -> None:
        now = (poll.id, len(poll.rounds))
        if now == self._asked and not poll.takes_votes:
            self._close_round()  # brought back by undo, or entered elsewhere
        if now == self._asked or not poll.takes_votes or self._is_late(poll):
            return
        self.collect()
        from advisor_app.services.phone_polls import phone_poll_of
        from advisor_app.services.projection import ProjectedPoll

        workspace = self._context.workspace
        shown = workspace.projections.of(self._bridge.case, ProjectablePoll(poll=poll.id))
        if isinstance(shown, ProjectedPoll):
            self._asked, self._share = now, Votes()
            self._shares = {poll.current: self._share}
            self.voting.show_join(shown=False)
            self.voting.ask(phone_poll_of(shown, workspace.texts))

    def _is_late(self, poll: Poll) -> bool:
        """Whether phones have voted in this round and are not asked it any more: as it was closed, or by a crash."""
        return CountedBy.PHONES in poll.current.counted_by and (poll.id, len(poll.rounds)) != self._asked

    def _close_round(self) -> None:
        self.voting.close_round()
        self._asked = None

    def _toggle(self) -> None:
        if self.voting.is_open or self.voting.is_opening or self.voting.networks:
            self.voting.stop()
        elif self.voting.can_open:
            self.voting.begin()

    def _toggle_code(self) -> None:
        self.voting.show_join(shown=self.voting.join is None)

    def _show(self) -> None:
        poll = self._shown
        is_late = poll is not None and poll.takes_votes and self._is_late(poll)
        self.line.show_voting(self.voting, 0 if poll is None else poll.current.present, is_late=is_late)

    def _connect(self) -> None:
        self.voting.counted.connect(self._on_voting_counted)
        self.voting.changed.connect(self._on_voting_changed)
        self.voting.refused.connect(self._warn)
        self.line.toggled.connect(self._toggle)
        self.line.code_wanted.connect(self._toggle_code)
        self.line.chosen.connect(self.voting.open)
        self.line.settings_wanted.connect(self.settings_wanted)
        self._bridge.changed.connect(self._on_bridge_changed)

    def _warn(self, error: AdvisorError) -> None:
        self.warned.emit(sentence(error, self._context.workspace.texts))

    def _on_voting_changed(self) -> None:
        if not self.voting.is_open:
            self._asked = None
        elif self._asked is None:
            poll = None if self._shown is None else self._bridge.case.polls.get(self._shown.id)
            if poll is not None:
                self._ask(poll)
        self._show()
        if self.voting.join != self._joins:
            self._joins = self.voting.join
            self.changed.emit()

    def _on_voting_counted(self, votes: Votes) -> None:
        """Commit the votes of phones as they stand now, in place of those that were committed before."""
        asked, before = self._asked, self._share
        poll = None if asked is None else self._bridge.case.polls.get(asked[0])
        if asked is None or poll is None or votes == before or len(poll.rounds) != asked[1] or not poll.takes_votes:
            return
        try:
            change = self._polls.count_phones(self._bridge.case, poll.id, before, votes)
        except AdvisorError as error:
            self._warn(error)
            return
        if change.after is not None:
            self._shares[change.after.current] = votes
        self._bridge.edit(change, batch=f"phones-{asked[0]}-{asked[1]}")

    def _on_bridge_changed(self, changes: tuple[Change, ...]) -> None:
        """Find how many of the votes that stand now are from phones: undo and redo change that, too."""
        asked = self._asked
        if asked is None or not any(isinstance(change, PollSet) and change.id == asked[0] for change in changes):
            return
        poll = self._bridge.case.polls.get(asked[0])
        if poll is not None and len(poll.rounds) == asked[1]:
            self._share = self._shares.setdefault(poll.current, self._share)
