"""The worked example in the middle of its first workshop day, for pictures of the guide with its clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from advisor_app.domain.agenda_course import advanced, begun
from advisor_app.domain.changes import AgendaDaySet, MinutesEntrySet
from advisor_app.domain.local_time import LOCAL
from advisor_app.domain.minutes import EntryKind
from advisor_app.domain.words import Words
from advisor_app.services.minutes import Place
from docs.example_minutes import first_day

if TYPE_CHECKING:
    from advisor_app.services.session import CaseSession
    from advisor_app.services.workspace import Workspace

TODAY = date(2026, 11, 30)
"""The day of the pictures' clock, which says 10:42."""
_CHANGES = (time(9, 4), time(9, 26), time(9, 55))
_ENTRIES = (
    (0, EntryKind.NOTE, "Erwartung der Runde: eine Warnung, die im Bauhof ankommt, bevor das Wasser steht."),
    (2, EntryKind.DECISION, "Frage 4.3.3 gilt mit Stufe 1, bis das Geoportal läuft. @BM"),
    (2, EntryKind.TASK, "@Bauamt bis 15.01.2027 Klären, wem die Messwerte der Pegel gehören"),
)


def begin_day(workspace: Workspace, session: CaseSession) -> str:
    """Let the third step run for 47 minutes; returns its id."""
    day = first_day(session.case)
    steps = tuple(
        replace(step, started=None, ended=None, skipped=False, pauses=(), note=Words(), ticked=()) for step in day.steps
    )
    today = replace(day, on=TODAY, start=time(9, 0), ends=time(15, 30), steps=steps, pauses=(), as_planned=())
    running = begun(today, steps[0].id, datetime.combine(TODAY, _CHANGES[0], LOCAL))
    for change in _CHANGES[1:]:
        running = advanced(running, datetime.combine(TODAY, change, LOCAL))
    at_hand = replace(
        running.steps[2], ticked=(1,), note=Words("Bauhof und Stadtplanung sehen 4.3.3 verschieden: nachfragen.")
    )
    running = replace(running, steps=(*running.steps[:2], at_hand, *running.steps[3:]))
    session.apply(AgendaDaySet(day.id, day, running))
    for step, kind, line in _ENTRIES:
        entry = workspace.minutes.new_entry(Place(running, running.steps[step]), kind, line)
        entry = workspace.minutes.typed(session.case, entry, line)
        session.apply(MinutesEntrySet(entry.id, None, entry))
    return at_hand.id
