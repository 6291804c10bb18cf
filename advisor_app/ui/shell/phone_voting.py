"""Phones that take part in polls, for the window's thread: switched on, asked, counted, switched off."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.phone_poll import LocalAddress, PhonePoll, PollCounts

if TYPE_CHECKING:
    from advisor_app.domain.projection import ProjectableJoin
    from advisor_app.services.phone_polls import OpenPhonePoll
    from advisor_app.ui.shell.background import Job
    from advisor_app.ui.shell.bridge import CaseBridge
    from advisor_app.ui.shell.page import PageContext

    Opened = tuple[OpenPhonePoll, ProjectableJoin]

COUNT_MS = 100
"""A room that votes at once is counted this often, so that keys are taken in between."""

LOOK_MS = 3_000
"""How often it is looked whether phones still reach this machine."""


def voting_of(context: PageContext, bridge: CaseBridge) -> PhoneVoting:
    """The phones of an open case, the same ones for all of its pages."""
    voting = bridge.findChild(PhoneVoting)
    if voting is None:
        voting = PhoneVoting(context, bridge)
        bridge.voting_made.emit(voting)
    return voting


class PhoneVoting(QObject):
    """One poll on phones at most. Everything is called from the window's thread, where all signals arrive.

    ``counted(counts)`` tells how the round that is asked stands, its last votes as it is closed among them; ``page`` is
    the name of the page whose poll it is, or which has let phones in.
    """

    changed = Signal()
    counted = Signal(object)  # PollCounts
    refused = Signal(object)  # AdvisorError
    join_wanted = Signal()  # the room is to see where phones join
    lost = Signal()  # phones do not reach this machine any more
    found = Signal()  # they do again
    _came = Signal()

    def __init__(self, context: PageContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._polls = context.workspace.phone_polls
        self._open: OpenPhonePoll | None = None
        self._job: Job[Opened] | None = None
        self._join: ProjectableJoin | None = None
        self._shows_join = False
        self._reaches = True
        self.devices = self.voted = 0
        self.page = ""
        self.is_asking = False
        self.networks: tuple[LocalAddress, ...] = ()
        self._counting, self._looking = QTimer(self), QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(COUNT_MS)
        self._looking.setInterval(LOOK_MS)
        self._counting.timeout.connect(self.count)
        self._looking.timeout.connect(self.look)
        self._came.connect(self._on_came)

    @property
    def is_allowed(self) -> bool:
        """Whether the policy of the machine allows it."""
        return self._polls.is_allowed

    @property
    def can_open(self) -> bool:
        """Whether it may be switched on: allowed, and switched on in the preferences."""
        return self._polls.is_on

    @property
    def is_open(self) -> bool:
        """Whether phones can take part."""
        return self._open is not None

    @property
    def is_opening(self) -> bool:
        """Whether it is being switched on."""
        return self._job is not None

    @property
    def reaches_phones(self) -> bool:
        """Whether the machine was in its network when it was last looked."""
        return self._reaches

    @property
    def address(self) -> str:
        """What the room types to join, empty while it cannot."""
        return "" if self._join is None else self._join.address

    @property
    def join(self) -> ProjectableJoin | None:
        """What the room sees to join, None where it is not to see it now."""
        return self._join if self._shows_join else None

    def begin(self, page: str) -> None:
        """Open it in the one network that there is, for a poll of a page; of several one has to be chosen."""
        if self._open is None and self._job is None:
            self.page = page
            found = self._context.lane.run(lambda _job: self._polls.addresses(), needed_by=self)
            found.tell(self, succeeded=self._on_networks_found)

    def open(self, address: str, page: str) -> None:
        """Let phones take part at this address in a poll of a page, in the background."""
        if self._open is not None or self._job is not None:
            return
        self.networks, self.page = (), page
        tell: Callable[[], None] = self._came.emit

        def work(job: Job[Opened]) -> Opened:
            opened = self._polls.open(address, tell)
            if job.cancelled:
                opened.stop()
                job.checkpoint()
            return opened, opened.join

        job = self._job = self._context.lane.run(work, needed_by=self, lost=lambda opened: opened[0].stop())
        job.tell(
            self,
            succeeded=lambda opened: self._take(*opened),
            refused=self._on_job_refused,
            ended=self._on_job_ended,
        )
        self.changed.emit()

    def ask(self, poll: PhonePoll, page: str) -> None:
        """Show phones a question of a page, or another round of it; the last votes of another page's are told first."""
        if self._open is None:
            return
        if self.is_asking and page != self.page:
            self.close_round()
        self.page, self.is_asking = page, True
        self._open.ask(poll)
        self.voted = 0
        self.changed.emit()

    def close_round(self) -> None:
        """Take no more votes, and tell the last ones."""
        if self._open is not None:
            self.is_asking = False
            self._tell(self._open.close_round())

    def count(self) -> None:
        """Tell how the round stands now."""
        self._counting.stop()
        if self._open is None:
            return
        self._tell(self._open.counts())

    def show_join(self, *, shown: bool) -> None:
        """Let the room see where phones join, or what the page shows otherwise."""
        if self._join is not None and shown is not self._shows_join:
            self._shows_join = shown
            self.changed.emit()
            if shown:
                self.join_wanted.emit()

    def stop(self) -> None:
        """Take no more votes, tell the last ones and close the port, also one that is just being opened."""
        self.networks = ()
        if self._job is not None:
            self._job.drop(self)
            self._job = None
        opened, self._open, self._join = self._open, None, None
        self._shows_join = self.is_asking = False
        self._counting.stop()
        self._looking.stop()
        if opened is not None:
            counts = opened.stop()
            self.devices = self.voted = 0
            self._reaches = True
            self.counted.emit(counts)
        self.changed.emit()

    def look(self) -> None:
        """See whether phones still reach the machine, and whether polls on phones are still switched on."""
        if self._open is None:
            return
        if not self.can_open:
            self.stop()
            return
        reaches = self._open.is_reachable
        if reaches is not self._reaches:
            self._reaches = reaches
            self.changed.emit()
            (self.found if reaches else self.lost).emit()

    def _tell(self, counts: PollCounts) -> None:
        self.devices, self.voted = counts.devices, counts.voted
        self.counted.emit(counts)
        self.changed.emit()

    def _take(self, opened: OpenPhonePoll, join: ProjectableJoin) -> None:
        self._open, self._join, self._job = opened, join, None
        self._reaches = True
        self.devices = self.voted = 0
        self._looking.start()
        self.changed.emit()
        self.show_join(shown=True)

    def _on_networks_found(self, networks: tuple[LocalAddress, ...]) -> None:
        if self._open is not None or self._job is not None:
            return
        if not networks:
            self.refused.emit(AdvisorError(Problem.PHONE_POLL_NO_NETWORK, address="–"))
        elif len(networks) == 1:
            self.open(networks[0].address, self.page)
        else:
            self.networks = networks
            self.changed.emit()

    def _on_job_refused(self, error: AdvisorError) -> None:
        if error.problem is not Problem.CANCELLED:
            self.refused.emit(error)

    def _on_job_ended(self) -> None:
        if self._open is None and self._job is not None:
            self._job = None
            self.changed.emit()

    def _on_came(self) -> None:
        if not self._counting.isActive():
            self._counting.start()
