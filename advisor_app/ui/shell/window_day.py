"""Watches both clocks of the machine while a workshop day of the open case runs, and says what one comes back to."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from advisor_app.ui.shell.background import BackgroundLane

if TYPE_CHECKING:
    from advisor_app.domain.agenda import AgendaDay, AgendaStep
    from advisor_app.domain.agenda_clock import Return
    from advisor_app.services.day_watch import DayWatch
    from advisor_app.ui.shell.main_window import MainWindow

_SECOND_MS = 1000
_WORTH_A_WORD = timedelta(minutes=1)
_MINUTE = timedelta(minutes=1)


class WindowDay(QObject):
    """Looks once a second, and only while a step runs; what it says stands in the window's notice."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._watch: DayWatch | None = None
        self._looked: datetime | None = None
        self._lane = BackgroundLane(self)
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND_MS)
        self._timer.timeout.connect(self.tick)

    @property
    def is_watching(self) -> bool:
        """Whether a day runs."""
        return self._watch is not None

    def follow(self, *, opens: bool = False) -> None:
        """A day may have begun or ended; ``opens``: one comes back to its case, and is told where it is."""
        found = self._running()
        if found is None:
            if self._watch is not None:
                self._watch.end()
            self.leave()
        elif self._watch is None:
            self._begin(*found, opens=opens)

    def leave(self) -> None:
        """The case is closed or the window locked: the mark stays, so that who comes back learns how long that was."""
        self._timer.stop()
        self._watch = self._looked = None

    def close(self) -> None:
        """The window is closed."""
        self.leave()
        self._lane.close()

    def tick(self) -> None:
        """Look at both clocks: one that was set is told, and that the machine slept."""
        found = self._running()
        if self._watch is None or found is None:
            return
        day, step = found
        by, before = self._watch.look(), self._looked
        now = self._looked = self._window.workspace.clock.now()
        if by:
            self._set_clock(day, by, now)
            words = self._set_words(by)
            self._window.notice.inform(f"{words[0].upper()}{words[1:]}.")
        slept = timedelta() if before is None else now - before - by
        if slept >= _WORTH_A_WORD:
            self._window.notice.inform(
                self.tr("Der Rechner hat {span} geruht; „{title}“ läuft seit {time} Uhr, die Zeit zählt mit.").format(
                    span=_span(slept), title=step.title, time=_time(step)
                )
            )
        if self._watch.is_due and not self._lane.is_busy:
            watch = self._watch
            self._lane.run(lambda _job: watch.mark())

    def _begin(self, day: AgendaDay, step: AgendaStep, *, opens: bool) -> None:
        from advisor_app.services.day_watch import DayWatch

        workspace = self._window.workspace
        watch = DayWatch(workspace.folder, workspace.clock)
        found = watch.returned() if opens else None
        self._watch = watch
        if found is not None and found.clock_set:
            self._set_clock(day, found.clock_set, workspace.clock.now())
        if opens:
            again = self._running() or (day, step)
            self._window.notice.inform(self._words(again[1], found))
        watch.look()
        self._looked = workspace.clock.now()
        self._timer.start()

    def _running(self) -> tuple[AgendaDay, AgendaStep] | None:
        from advisor_app.domain.agenda import current_step

        bridge = self._window.bridge
        if bridge is None or bridge.can_only_be_read:
            return None
        for day in bridge.case.agenda.values():
            step = current_step(day)
            if step is not None:
                return day, step
        return None

    def _set_clock(self, day: AgendaDay, by: timedelta, now: datetime) -> None:
        """Move what was recorded into the new time, so that no step gains or loses a minute."""
        from advisor_app.domain.agenda_clock import with_clock_set
        from advisor_app.domain.changes import AgendaDaySet

        bridge = self._window.bridge
        after = with_clock_set(day, by, now)
        if bridge is not None and after != day:
            bridge.edit(AgendaDaySet(day.id, day, after))

    def _words(self, step: AgendaStep, found: Return | None) -> str:
        """Where the day is, how long nobody watched, and whether the clock was set, in one sentence."""
        from advisor_app.domain.agenda_clock import Absence

        going_on = self.tr("Es geht weiter mit „{title}“, seit {time} Uhr").format(title=step.title, time=_time(step))
        parts = [going_on]
        if found is not None and found.absence is Absence.UNSURE:
            parts.append(self.tr("wie lange das Programm zu war, ist unklar, bitte prüfen Sie die Uhr des Rechners"))
        elif found is not None and found.absence is Absence.LONG:
            words = self.tr("das Programm war {span} zu, bitte tragen Sie mit F2 ein, wann der Schritt geendet hat")
            parts.append(words.format(span=_span(found.away)))
        elif found is not None and found.away >= _WORTH_A_WORD:
            parts.append(self.tr("das Programm war {span} zu, die Zeit zählt mit").format(span=_span(found.away)))
        if found is not None and found.clock_set:
            parts.append(self._set_words(found.clock_set))
        return "; ".join(parts) + "."

    def _set_words(self, by: timedelta) -> str:
        back, forward = (
            self.tr("die Uhr des Rechners wurde um {span} zurückgestellt, die Zeiten des Tages gehen mit"),
            self.tr("die Uhr des Rechners wurde um {span} vorgestellt, die Zeiten des Tages gehen mit"),
        )
        return (back if by < timedelta() else forward).format(span=_span(abs(by)))


def _time(step: AgendaStep) -> str:
    from advisor_app.domain.local_time import LOCAL

    return f"{step.started.astimezone(LOCAL):%H:%M}" if step.started is not None else ""


def _span(span: timedelta) -> str:
    """``7 min``, ``2 h 5 min``; ``20 s`` below a minute."""
    if span < _MINUTE:
        return f"{round(span.total_seconds())} s"
    hours, rest = divmod(round(span / _MINUTE), 60)
    return " ".join(filter(None, (f"{hours} h" if hours else "", f"{rest} min" if rest or not hours else "")))
