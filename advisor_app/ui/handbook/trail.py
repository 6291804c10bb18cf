"""Where one has read: back and forward, as in a browser."""

from __future__ import annotations

from dataclasses import dataclass, replace

from advisor_app.domain.handbook import Place


@dataclass(frozen=True, slots=True)
class Step:
    """A place, and how far its chapter was scrolled when it was left."""

    place: Place
    scrolled: int | None = None


class Trail:
    """The steps so far; what lies ahead is forgotten where one turns off."""

    def __init__(self) -> None:
        self._steps: list[Step] = []
        self._here = -1

    @property
    def here(self) -> Step | None:
        """The present step, None before the first."""
        return self._steps[self._here] if self._steps else None

    @property
    def can_go_back(self) -> bool:
        """Whether there is a step before this one."""
        return self._here > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a step after this one."""
        return self._here + 1 < len(self._steps)

    def go(self, place: Place, scrolled: int) -> None:
        """Go somewhere from a place that is scrolled so far; the same place again is no step."""
        if self.here is not None and self.here.place == place:
            return
        self._leave(scrolled)
        del self._steps[self._here + 1 :]
        self._steps.append(Step(place))
        self._here += 1

    def move(self, by: int, scrolled: int) -> Step | None:
        """Go back (-1) or forward (1); None where there is nothing."""
        if not 0 <= self._here + by < len(self._steps):
            return None
        self._leave(scrolled)
        self._here += by
        return self.here

    def _leave(self, scrolled: int) -> None:
        if self._steps:
            self._steps[self._here] = replace(self._steps[self._here], scrolled=scrolled)
