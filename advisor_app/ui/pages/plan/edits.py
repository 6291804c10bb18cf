"""Everything one can do to the plan on its page, each as one step through the bridge."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from advisor_app.domain.changes import MeasureSet, PlanSet
from advisor_app.domain.errors import AdvisorError
from advisor_app.domain.plan import Measure, Plan
from advisor_app.domain.plan_edits import (
    addition,
    removal,
    reordering,
    shifted,
    with_end_moved,
    with_predecessors,
)
from advisor_app.texts.errors import sentence
from advisor_app.ui.shell.bridge import CaseBridge


class PlanEdits:
    """``warn`` is told in a sentence what the plan's rules refuse; nothing is changed then."""

    def __init__(self, bridge: CaseBridge, warn: Callable[[str], None]) -> None:
        self._bridge = bridge
        self._warn = warn

    @property
    def measures(self) -> Mapping[str, Measure]:
        """The measures as they are now."""
        return self._bridge.case.measures

    def add(self) -> str:
        """Add an empty measure; returns its id, empty where that was refused."""
        change = addition(self.measures)
        return change.id if self._bridge.edit(change) else ""

    def remove(self, name: str) -> bool:
        """Take a measure out."""
        return self._bridge.edit(*removal(self.measures, name))

    def reorder(self, name: str, steps: int) -> bool:
        """Move a measure up or down."""
        changes = reordering(self.measures, name, steps)
        return bool(changes) and self._bridge.edit(*changes)

    def shift(self, name: str, months: int) -> bool:
        """Move a measure and its milestones by months."""
        return self._set(shifted(self.measures[name], months))

    def move_end(self, name: str, months: int) -> bool:
        """Let a measure end some months later."""
        return self._set(with_end_moved(self.measures[name], months))

    def set_dates(self, name: str, start: date | None, end: date | None) -> bool:
        """Give a measure other dates."""
        return self._set(replace(self.measures[name], start=start, end=end))

    def rate(self, name: str, benefit: int | None, effort: int | None) -> bool:
        """Rate a measure."""
        return self._set(replace(self.measures[name], benefit=benefit, effort=effort))

    def link(self, before: str, after: str) -> bool:
        """Let a measure wait for another, or no longer where it does already."""
        waiting = self.measures[after].predecessors
        wanted = tuple(name for name in waiting if name != before) if before in waiting else (*waiting, before)
        try:
            return self._set(with_predecessors(self.measures, after, wanted))
        except AdvisorError as error:
            self._warn(sentence(error, self._bridge.workspace.texts))
            return False

    def set_attribute(self, name: str, attribute: str, value: Any, batch: str) -> bool:
        """Change one attribute of a measure."""
        return self._set(replace(self.measures[name], **{attribute: value}), batch)

    def set_head(self, attribute: str, value: Any, batch: str) -> bool:
        """Change one attribute of the plan's head."""
        before = self._bridge.case.plan
        after = replace(before, **{attribute: value})
        return self._bridge.edit(PlanSet(_kept(before), _kept(after)), batch=batch or None)

    def _set(self, measure: Measure, batch: str = "") -> bool:
        return self._bridge.edit(MeasureSet(measure.id, self.measures[measure.id], measure), batch=batch or None)


def _kept(plan: Plan) -> Plan | None:
    """An empty head is none at all."""
    return None if plan == Plan() else plan
