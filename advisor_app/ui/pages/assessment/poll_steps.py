"""What can be done to a poll of the group: each step is committed at once, or refused with a sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from advisor_app.domain.assessment import Assessment
from advisor_app.domain.changes import Change
from advisor_app.domain.errors import AdvisorError
from advisor_app.domain.poll import CountedBy, Outcome, Poll, PollAbout, Settled, lower_level, votes_of
from advisor_app.texts.errors import sentence
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext


class PollSteps(QObject):
    """Steps of one case's polls. ``refused``: nothing was changed, and what is shown may be of yesterday."""

    warned = Signal(str)
    refused = Signal()

    def __init__(self, context: PageContext, bridge: CaseBridge, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._bridge = context, bridge
        self._polls = context.workspace.polls
        self._pressed: list[tuple[str, int, int | None]] = []  # poll, round and level of each key, the last one last

    def begin(self, assessment: Assessment, item: str, about: PollAbout) -> bool:
        """Begin a poll with as many present as in the one before."""
        present = max(self._bridge.case.polls.values(), key=lambda poll: (poll.started_at, poll.id), default=None)
        count = 0 if present is None else present.current.present
        return self._do(lambda: self._polls.start(assessment, item, about, count))

    def drop(self, poll: Poll) -> None:
        """Take a poll out again."""
        self._do(lambda: self._polls.drop(self._bridge.case, poll.id))

    def vote(self, poll: Poll, level: int | None) -> None:
        """Count one vote by a key; None: does not know."""
        if self._do(lambda: self._polls.count(self._bridge.case, poll.id, votes_of([level]), CountedBy.KEYS)):
            self._pressed.append((poll.id, len(poll.rounds), level))

    def take_back(self, poll: Poll) -> None:
        """Take back the last vote that was counted by a key since the poll was opened."""
        here = [pressed for pressed in self._pressed if pressed[:2] == (poll.id, len(poll.rounds))]
        if not here:
            words = self.tr(
                "Die Rücktaste nimmt nur zurück, was gerade gezählt wurde. Strg+Z nimmt frühere Schritte zurück."
            )
            self.warned.emit(words)
        elif self._do(lambda: self._polls.take_back(self._bridge.case, poll.id, here[-1][2])):
            self._pressed.remove(here[-1])

    def take(self, poll: Poll, step: Callable[..., Change], *given: object) -> None:
        """Take a step of the service that needs nothing but the case, the poll and what is given."""
        self._do(lambda: step(self._bridge.case, poll.id, *given))

    def settle(self, poll: Poll, way: Settled, level: int | None) -> None:
        """Settle a poll in a way; what was said of it before stays."""
        outcome = poll.outcome or Outcome(settled=way, decided_at=self._context.workspace.clock.now())
        self.write_outcome(poll, replace(outcome, settled=way, level=level))

    def choose_way(self, poll: Poll, way: Settled) -> bool:
        """Settle a poll at the level that stands, else the median's, rounded down; False where there is none."""
        level = poll.outcome.level if poll.outcome is not None else None
        if way is Settled.LOWER or level is None:
            level = lower_level(poll.current.votes)
        if level is None and way is not Settled.POSTPONED:
            self.warned.emit(
                self.tr(
                    "Aus dieser Runde ergibt sich keine Stufe. "
                    "Wählen Sie eine mit 0 bis 4, oder vertagen Sie die Frage."
                )
            )
            return False
        self.settle(poll, way, level)
        return True

    def write_outcome(self, poll: Poll, outcome: Outcome, batch: str = "") -> None:
        """Settle a poll with this outcome."""
        self._do(lambda: self._polls.settle(self._bridge.case, poll.id, outcome), batch)

    def _do(self, step: Callable[[], Change | Sequence[Change]], batch: str = "") -> bool:
        """Commit what a step yields; False, with a sentence, where that is refused."""
        try:
            changes = step()
        except AdvisorError as error:
            self.warned.emit(sentence(error, self._context.workspace.texts))
            self.refused.emit()
            return False
        every = changes if isinstance(changes, Sequence) else (changes,)
        return self._bridge.edit(*every, batch=batch or None)
