"""What a page asks phones: one of its polls, in one round, and the votes that come in of it."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeAlias, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from advisor_app.domain.area_poll import AreaPoll
from advisor_app.domain.changes import AreaPollSet, Change, PollSet
from advisor_app.domain.errors import AdvisorError
from advisor_app.domain.phone_poll import PhonePoll, PollCounts
from advisor_app.domain.poll import Poll
from advisor_app.domain.projection import ProjectableJoin
from advisor_app.texts.errors import sentence
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.shell.phone_voting import voting_of
from advisor_app.ui.widgets.phone_line import CODE_KEY, TOGGLE_KEY, PhoneLine

AskedPoll = TypeVar("AskedPoll", bound=Poll | AreaPoll)
Share = TypeVar("Share")

Round: TypeAlias = tuple[str, int]
"""The id of a poll, and which of its rounds."""


class PhoneAsking(QObject, Generic[AskedPoll, Share]):
    """Asks phones what is polled on a page and commits their votes as they come, also while the page is hidden.

    Phones are asked a round once. Until it is revealed, another one is asked, or phones are switched off, its votes
    come in, whatever is shown meanwhile; after that its further votes are counted by keys, so that nobody votes twice.
    Pages share the phones: whoever begins a poll has them, one that is merely shown waits until they are free.

    A kind of poll says what is asked of it and how its votes (``Share``) are read and committed.
    """

    changed = Signal()  # the room is to see something else
    warned = Signal(str)
    settings_wanted = Signal()

    page = ""
    """The name of the page."""

    def __init__(self, context: PageContext, bridge: CaseBridge, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._bridge = context, bridge
        self._shown: AskedPoll | None = None
        self._asked: Round | None = None
        self._share = self._nothing  # how many votes of the round are from phones
        self._shares: dict[Hashable, Share] = {}  # the same for every state of it, as undo brings one back
        self._joins: ProjectableJoin | None = None
        self.line = PhoneLine(context.theming)
        self.voting = voting_of(context, bridge)
        self._connect()

    @property
    def join(self) -> ProjectableJoin | None:
        """Where phones join, while the room is to see that."""
        return self.voting.join

    @property
    def is_asking(self) -> bool:
        """Whether phones are asked a poll of this page now."""
        return self._asked is not None

    def takes(self, key: Qt.Key) -> bool:
        """Do what a key says to phones; False where it says nothing to them."""
        if key is TOGGLE_KEY:
            self._toggle()
        elif key is CODE_KEY:
            self._toggle_code()
        else:
            return False
        return True

    def follow(self, poll: AskedPoll | None, *, begun: bool = False) -> None:
        """Ask phones what is polled now, None where the poll is put away; ``begun`` just now takes them from others."""
        self._shown = poll
        if poll is None and self.voting.page == self.page:
            self.voting.show_join(shown=False)
        if self._asked is not None and self._poll(self._asked[0]) is None:
            self._close_round()  # undone
        if self.voting.is_open and poll is not None and (begun or not self._is_elsewhere):
            self._ask(poll)
        self._show()

    def collect(self) -> None:
        """Take no more votes in the round that is asked, and commit the last ones: it is about to be revealed."""
        if self._asked is not None:
            self._close_round()

    # What a kind of poll says of itself

    @property
    def _nothing(self) -> Share:
        """No votes."""
        raise NotImplementedError

    def _poll(self, name: str) -> AskedPoll | None:
        """A poll as the case holds it."""
        raise NotImplementedError

    def _round(self, poll: AskedPoll) -> Round:
        """The round that is counted."""
        raise NotImplementedError

    def _standing(self, poll: AskedPoll) -> Hashable:
        """All that is counted in that round."""
        raise NotImplementedError

    def _takes_votes(self, poll: AskedPoll) -> bool:
        """Whether that round is still counted."""
        raise NotImplementedError

    def _has_phones(self, poll: AskedPoll) -> bool:
        """Whether votes of phones are among them."""
        raise NotImplementedError

    def _present(self, poll: AskedPoll) -> int:
        """How many people are there, 0 where nobody has counted."""
        raise NotImplementedError

    def _question(self, poll: AskedPoll) -> PhonePoll | None:
        """What phones are asked, in the words of the room; None where a room may not be asked that."""
        raise NotImplementedError

    def _votes(self, counts: PollCounts) -> Share:
        """The votes of phones."""
        raise NotImplementedError

    def _counted(self, poll: AskedPoll, before: Share, now: Share) -> tuple[Change, AskedPoll]:
        """The change that counts phones as they are ``now``, not ``before``, and the poll then; raises AdvisorError."""
        raise NotImplementedError

    # What is asked

    @property
    def _is_elsewhere(self) -> bool:
        """Whether phones are asked a poll of another page."""
        return self.voting.is_asking and self.voting.page != self.page

    def _ask(self, poll: AskedPoll) -> None:
        now = self._round(poll)
        if now == self._asked and not self._takes_votes(poll):
            self._close_round()  # brought back by undo, or entered elsewhere
        if now == self._asked or not self._takes_votes(poll) or self._is_late(poll):
            return
        self.collect()
        question = self._question(poll)
        if question is not None:
            self._asked, self._share = now, self._nothing
            self._shares = {self._standing(poll): self._share}
            self.voting.show_join(shown=False)
            self.voting.ask(question, self.page)

    def _is_late(self, poll: AskedPoll) -> bool:
        """Whether phones have voted in this round and are not asked it any more: as it was closed, or by a crash."""
        return self._has_phones(poll) and self._round(poll) != self._asked

    def _close_round(self) -> None:
        self.voting.close_round()
        self._asked = None

    def _toggle(self) -> None:
        if self._is_elsewhere and self._shown is not None:
            self.follow(self._shown, begun=True)
        elif self.voting.is_open or self.voting.is_opening or self.voting.networks:
            self.voting.stop()
        elif self.voting.can_open:
            self.voting.begin(self.page)

    def _toggle_code(self) -> None:
        self.voting.show_join(shown=self.voting.join is None)

    def _show(self) -> None:
        poll = self._shown
        is_late = poll is not None and self._takes_votes(poll) and self._is_late(poll)
        present = 0 if poll is None else self._present(poll)
        self.line.show_voting(self.voting, present, is_late=is_late, is_elsewhere=self._is_elsewhere)

    def _connect(self) -> None:
        self.voting.counted.connect(self._on_voting_counted)
        self.voting.changed.connect(self._on_voting_changed)
        self.voting.refused.connect(self._on_voting_refused)
        self.line.toggled.connect(self._toggle)
        self.line.code_wanted.connect(self._toggle_code)
        self.line.chosen.connect(self._on_line_chosen)
        self.line.settings_wanted.connect(self.settings_wanted)
        self._bridge.changed.connect(self._on_bridge_changed)

    def _warn(self, error: AdvisorError) -> None:
        self.warned.emit(sentence(error, self._context.workspace.texts))

    def _on_line_chosen(self, address: str) -> None:
        self.voting.open(address, self.page)

    def _on_voting_refused(self, error: AdvisorError) -> None:
        if self.voting.page == self.page:
            self._warn(error)

    def _on_voting_changed(self) -> None:
        if not self.voting.is_open or self.voting.page != self.page:
            self._asked = None
        elif self._asked is None:
            poll = None if self._shown is None else self._poll(self._shown.id)
            if poll is not None:
                self._ask(poll)
        self._show()
        if self.voting.join != self._joins:
            self._joins = self.voting.join
            self.changed.emit()

    def _on_voting_counted(self, counts: PollCounts) -> None:
        """Commit the votes of phones as they stand now, in place of those that were committed before."""
        asked, before = self._asked, self._share
        poll = None if asked is None else self._poll(asked[0])
        if asked is None or poll is None or self._round(poll) != asked or not self._takes_votes(poll):
            return
        votes = self._votes(counts)
        if votes == before:
            return
        try:
            change, after = self._counted(poll, before, votes)
        except AdvisorError as error:
            self._warn(error)
            return
        self._shares[self._standing(after)] = votes
        self._bridge.edit(change, batch=f"phones-{asked[0]}-{asked[1]}")

    def _on_bridge_changed(self, changes: tuple[Change, ...]) -> None:
        """Find how many of the votes that stand now are from phones: undo and redo change that, too."""
        asked = self._asked
        sets = (PollSet, AreaPollSet)
        if asked is None or not any(isinstance(change, sets) and change.id == asked[0] for change in changes):
            return
        poll = self._poll(asked[0])
        if poll is not None and self._round(poll) == asked:
            self._share = self._shares.setdefault(self._standing(poll), self._share)
