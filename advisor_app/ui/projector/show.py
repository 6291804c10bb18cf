"""What stands on the wall now, and why: what the adviser does, a pinned thing, a still, a break, or black."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from advisor_app.domain.agenda import is_paused, running_steps
from advisor_app.domain.projection import Projectable, ProjectableBreak
from advisor_app.services.projected import ProjectedTitle, Projection
from advisor_app.services.projection import Projections
from advisor_app.texts import Texts

if TYPE_CHECKING:
    from advisor_app.domain.case import Case


@dataclass(frozen=True, slots=True)
class Picture:
    """What a wall paints: a projection, or nothing but black."""

    projection: Projection
    is_black: bool = False


class Show(QObject):
    """Follows the pages. Black goes before a break, a break before a still, a still before what is pinned."""

    changed = Signal()

    def __init__(self, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.texts = texts
        self._projections: Projections | None = None
        self._case: Case | None = None
        self._case_id = ""
        self._followed: Projectable | None = None
        self._pinned: Projectable | None = None
        self._is_pinned = self._is_black = self._rests = False
        self._resting_step = ""
        self._resumes: datetime | None = None
        self._still: Projection | None = None
        self._wanted: Projectable | None = None
        self._before: Case | None = None
        self._projection: Projection = ProjectedTitle(title="")
        self._told: tuple[object, ...] = ()

    @property
    def picture(self) -> Picture:
        """What the wall paints."""
        return Picture(self._projection, self._is_black)

    @property
    def has_case(self) -> bool:
        """Whether a case is at hand to be shown."""
        return self._case is not None

    @property
    def is_pinned(self) -> bool:
        """Whether one thing stays on the wall, whatever the adviser does; it is kept up to date."""
        return self._is_pinned

    @property
    def is_still(self) -> bool:
        """Whether the wall stays as it was."""
        return self._still is not None

    @property
    def is_black(self) -> bool:
        """Whether the wall is black."""
        return self._is_black

    @property
    def is_break(self) -> bool:
        """Whether the wall says that there is a break."""
        return self._break() is not None

    def open(self, projections: Projections, case: Case) -> None:
        """Show an open case from now on; another one than before begins with its title."""
        if self._case_id != case.id:
            self.forget()
        self._projections, self._case_id = projections, case.id
        self.update(case)

    def release(self) -> None:
        """Let go of a case that is closed; the wall stays as it is until it is known what comes after."""
        self._case = self._before = self._projections = None

    def forget(self) -> None:
        """Leave the case that was shown, with all that was asked for of it."""
        self.release()
        self._followed = self._pinned = self._still = self._wanted = None
        self._case_id, self._is_pinned, self._rests = "", False, False
        self._projection = ProjectedTitle(title="")
        self._tell()

    def update(self, case: Case) -> None:
        """The case has changed."""
        self._case = case
        self._refresh()

    def follow(self, wanted: Projectable | None) -> None:
        """The adviser turns to something; None, where it is nothing for the room, leaves the wall as it is."""
        if wanted is not None and wanted != self._followed:
            self._followed = wanted
            self._refresh()

    def toggle_pin(self) -> None:
        """Keep on the wall what stands there, or follow the adviser again."""
        self._is_pinned = not self._is_pinned
        self._pinned = self._wanted if self._is_pinned else None
        self._refresh()

    def toggle_still(self) -> None:
        """Leave the wall as it is, or let it go on."""
        self._still = None if self.is_still else self._projection
        self._refresh()

    def toggle_black(self) -> None:
        """Black, or the picture again."""
        self._is_black = not self._is_black
        self._tell()

    def toggle_rest(self, step: str = "", resumes: datetime | None = None) -> None:
        """A break while no clock stands, or no more: as long as a step of the agenda runs where one is named."""
        self._rests, self._resting_step, self._resumes = not self.is_break, step, resumes
        self._refresh()

    def _break(self) -> ProjectableBreak | None:
        """The break of a day whose clock stands, else one that was asked for."""
        days = self._case.agenda.values() if self._case is not None else ()
        paused = next((day for day in days if is_paused(day)), None)
        if paused is not None:
            return ProjectableBreak(resumes=paused.pauses[-1].resumes)
        runs = any(step.id == self._resting_step for day in days for step in running_steps(day))
        return ProjectableBreak(resumes=self._resumes) if self._rests and (runs or not self._resting_step) else None

    def _refresh(self) -> None:
        if self._projections is not None and self._case is not None:
            rest = self._break()
            wanted = self._pinned if self._is_pinned else self._followed
            if wanted != self._wanted or self._before is None:
                self._wanted, self._before = wanted, self._case
            if rest is not None:
                self._projection = self._projections.of(self._case, rest)
            elif self._still is not None:
                self._projection = self._still
            else:
                self._projection = self._projections.of(self._case, wanted, self._before)
        self._tell()

    def _tell(self) -> None:
        state = (self.picture, self.is_pinned, self.is_still, self.is_break)
        if state != self._told:
            self._told = state
            self.changed.emit()
