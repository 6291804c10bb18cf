"""The live poll on phones, for the window: where it may be opened, opening it, and what to do with it while it is open.

    polls = workspace.phone_polls
    if polls.is_on:                                          # else there is no button
        networks = polls.addresses()                         # the adviser chooses where there are several
        poll = polls.open(networks[0].address, on_changed)   # in the background lane: part of a second
        projector.show(poll.join)                            # address and code
        poll.ask(phone_poll_of(shown, texts))                # shown: the ProjectedPoll that the room sees
        counts = poll.close_round()                          # final: no vote is taken afterwards
        poll.ask(phone_poll_of(shown, texts))                # the second round: phones show it by themselves
        counts = poll.stop()                                 # with the poll, the case, the lock, the window

Nothing of a web server is imported before a poll is opened. Everything here may be called from any thread.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.phone_poll import UNKNOWN, LocalAddress, PhoneOption, PhonePoll, PollCounts
from advisor_app.domain.projection import ProjectableJoin
from advisor_app.services.clock import Clock
from advisor_app.services.policy import Policy
from advisor_app.services.preferences import PreferencesFile
from advisor_app.texts import Texts

if TYPE_CHECKING:
    from advisor_app.domain.area_poll import AreaPoll
    from advisor_app.exchange.phone_poll.server import PhonePollServer
    from advisor_app.services.projected import ProjectedPoll


def phone_poll_of(shown: ProjectedPoll, texts: Texts) -> PhonePoll:
    """What phones are asked in the current round of a poll, in the words that the room sees on the wall."""
    levels = (PhoneOption(str(level.number), level.word, level.anchor) for level in shown.levels)
    count = max(1, len(shown.rounds))
    return PhonePoll(
        about=shown.dimension,
        title=shown.text,
        options=(*levels, PhoneOption(UNKNOWN, texts("phone-poll.unknown"))),
        round=count,
        blind=count == 1,
    )


def dots_poll_of(poll: AreaPoll, areas: Mapping[str, str], texts: Texts) -> PhonePoll:
    """What phones are asked in a poll by dots, ``areas`` being the titles of the impact areas by their ids."""
    return PhonePoll(
        title=texts("candidates.dots-title"),
        options=tuple(PhoneOption(area, f"{area} {title}") for area, title in areas.items()),
        dots=poll.dots_each,
    )


class PhonePolls:
    """Opens polls where the policy of the machine allows it and the preferences have it switched on."""

    def __init__(self, folder: Path, policy: Policy, settings: PreferencesFile, texts: Texts, clock: Clock) -> None:
        self._folder = folder
        self._policy = policy
        self._settings = settings
        self._texts = texts
        self._clock = clock

    @property
    def is_allowed(self) -> bool:
        """Whether the policy allows it; where not, the settings say so and nothing else is shown."""
        return self._policy.phone_poll

    @property
    def is_on(self) -> bool:
        """Whether a poll may be opened: allowed, and switched on in the preferences."""
        return self.is_allowed and self._settings.current.phone_poll

    def addresses(self) -> tuple[LocalAddress, ...]:
        """The local networks that phones may share with this machine, the likeliest first; takes some milliseconds."""
        from advisor_app.exchange.phone_poll.network import local_addresses

        return local_addresses()

    def open(self, address: str, changed: Callable[[], object], port: int | None = None) -> OpenPhonePoll:
        """Open a poll on one of the machine's local addresses; phones that come see that it begins soon.

        ``changed`` is called in the server's thread, until the poll is stopped, after each vote and each device that
        has come: pass on a queued signal there and read ``counts()`` in its slot. ``port`` is the preferences' where it
        is None, 0 any.
        Raises AdvisorError: PHONE_POLL_FORBIDDEN, PHONE_POLL_OFF, PHONE_POLL_NO_NETWORK, PHONE_POLL_PORT.
        """
        if not self.is_allowed:
            raise AdvisorError(Problem.PHONE_POLL_FORBIDDEN)
        if not self.is_on:
            raise AdvisorError(Problem.PHONE_POLL_OFF)
        from advisor_app.exchange.phone_poll.network import is_local
        from advisor_app.exchange.phone_poll.server import PhonePollServer

        if not is_local(address):
            raise AdvisorError(Problem.PHONE_POLL_NO_NETWORK, address=address)
        chosen = self._settings.current.phone_poll_port if port is None else port
        try:
            server = PhonePollServer(address, chosen, self._texts, told=changed, failed=self._write_down)
        except OSError as error:
            if error.errno == errno.EADDRNOTAVAIL:
                raise AdvisorError(Problem.PHONE_POLL_NO_NETWORK, address=address) from error
            raise AdvisorError(Problem.PHONE_POLL_PORT, port=chosen) from error
        return OpenPhonePoll(server, address)

    def _write_down(self, error: Exception) -> None:
        from advisor_app.services.fault_log import write_down

        write_down(self._folder, error, self._clock.now())


class OpenPhonePoll:
    """A poll that phones can reach at ``url`` until it is stopped; votes live in memory only and end with it."""

    def __init__(self, server: PhonePollServer, address: str) -> None:
        self._server = server
        self._address = address

    @property
    def url(self) -> str:
        """The address to type, with the code that only the room sees."""
        return self._server.url

    @property
    def join(self) -> ProjectableJoin:
        """What the projector is asked for so that the room can join: address and code; takes milliseconds."""
        from advisor_app.documents.render.qr import qr_rows

        cells = tuple(tuple(module == "1" for module in row) for row in qr_rows(self.url))
        return ProjectableJoin(address=self.url, cells=cells)

    @property
    def is_reachable(self) -> bool:
        """Whether the machine still has the address: not after the WLAN was left. Takes some milliseconds."""
        from advisor_app.exchange.phone_poll.network import has_address

        return has_address(self._address)

    def ask(self, poll: PhonePoll) -> PollCounts:
        """Show a question or another round of it on all phones; returns the final counts of the round before."""
        return self._server.ask(poll)

    def close_round(self) -> PollCounts:
        """Take no more votes and tell the phones so; returns the final counts. They wait for what is asked next."""
        return self._server.close_round()

    def counts(self) -> PollCounts:
        """How the round stands: votes of every option, and devices that take part (to show beside people present)."""
        return self._server.counts()

    def stop(self) -> PollCounts:
        """End the poll and close the port: returns the final counts at once, the port is closed within a second."""
        return self._server.stop()

    def wait(self, seconds: float = 5.0) -> bool:
        """Wait for the port to be closed after ``stop``, not on the GUI thread; False where it is not by then."""
        return self._server.wait(seconds)
