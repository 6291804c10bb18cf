"""What is written down on the first workshop day of the example, for samples and pictures of the program."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from advisor_app.domain.attendance import HalfDay, with_presence
from advisor_app.domain.changes import AgendaDaySet, EvidenceSet, MinutesEntrySet, ParticipantSet
from advisor_app.domain.evidence import Subject
from advisor_app.domain.local_time import LOCAL
from advisor_app.domain.minutes import EntryKind
from advisor_app.domain.words import Audience, Words
from advisor_app.resources_folder import resources_folder
from advisor_app.services.attendance import typed
from advisor_app.services.minutes import Place
from docs.flipcharts import draw_flipchart

if TYPE_CHECKING:
    from advisor_app.domain.agenda import AgendaDay
    from advisor_app.domain.case import Case
    from advisor_app.services.session import CaseSession
    from advisor_app.services.workspace import Workspace

_NOTE, _DECISION, _TASK = EntryKind.NOTE, EntryKind.DECISION, EntryKind.TASK
_POINT, _PARKED, _QUOTE = EntryKind.OPEN_POINT, EntryKind.PARKED, EntryKind.QUOTE
_ENTRIES = (
    (0, _NOTE, "Erwartung der Runde: eine Warnung, die im Bauhof ankommt, bevor das Wasser steht."),
    (1, _DECISION, "Phase 3 gilt als gemeinsames Bild, überprüft in einem Jahr. @BM"),
    (1, _QUOTE, "Wir messen viel, aber niemand sieht es rechtzeitig."),
    (2, _POINT, "@Bauamt bis 15.01.2027 Wem gehören die Messwerte der Pegel?"),
    (2, _TASK, "@Hauptamt bis 29.01.2027 Dienstanweisung zum Umgang mit Messwerten entwerfen"),
    (6, _DECISION, "Weiter geht es mit Hochwasserschutz und Gebäuden. @Gemeindevorstand"),
    (6, _PARKED, "Parkraumsensoren am Bahnhof"),
    (9, _TASK, "@Bauhof bis 18.12.2026 Funkabdeckung an den drei Messstellen prüfen"),
    (9, _TASK, "Angebot für Sensoren und Gateways einholen bis 22.01.2027"),
    (9, _NOTE, "Die Feuerwehr wurde bisher nicht gefragt."),
)
_PEOPLE = (
    "Jochen Strack; Bürgermeister",
    "Ayşe Demir-Köhler; Klimaschutz; Bauamt",
    "Bernd Ühlein; Leitung; Bauhof",
    "Katharina Aue; Datenschutz; Landkreis",
    "Tobias Reitz; Sachbearbeitung; Ordnungsamt",
)


def first_day(case: Case) -> AgendaDay:
    """The day that has the minutes."""
    days = (day for day in case.agenda.values() if day.module == "M4")
    return min(days, key=lambda day: day.number)


def add_minutes(workspace: Workspace, session: CaseSession) -> None:
    """Let the first day of module 4 be over, with entries of every kind and five people who were there."""
    _run(session)
    day = first_day(session.case)
    minutes = workspace.minutes
    for step, kind, line in _ENTRIES:
        entry = minutes.typed(session.case, minutes.new_entry(Place(day, day.steps[step]), kind, line), line)
        if kind is _QUOTE:
            entry = replace(entry, words=Words(entry.words.text, Audience.MINUTES))
        session.apply(MinutesEntrySet(entry.id, None, entry))
    _add_photos(workspace, session, day)
    for place, (person, change) in enumerate(typed(session.case, _PEOPLE)):
        session.save_person(person)
        if change.after is not None:
            halves = list(HalfDay)[: 1 if place == 1 else 2]
            listed = with_presence(change.after, day.id, halves, present=True)
            session.apply(ParticipantSet(listed.id, None, listed))


def _add_photos(workspace: Workspace, session: CaseSession, day: AgendaDay) -> None:
    """Two flipcharts with captions."""
    font = resources_folder() / "fonts" / "SourceSans3-Semibold.ttf"
    with TemporaryDirectory() as folder:
        for step, title, notes in ((1, "Wo wir stehen", 6), (9, "Alarmkette", 8)):
            file = draw_flipchart(Path(folder) / f"{title}.jpg", title, notes, f"2026:09:14 {step + 8:02}:20:00", font)
            stored = workspace.evidence.take_in([file]).stored
            subject = Subject.step(day.id, day.steps[step].id)
            for change in workspace.evidence.added(session.case, stored, subject):
                if change.after is not None:
                    photo = replace(change.after, caption=Words(title, Audience.MINUTES))
                    session.apply(EvidenceSet(photo.id, None, photo))


def _run(session: CaseSession) -> None:
    """Every step a few minutes late, one left out."""
    day = first_day(session.case)
    moment = datetime.combine(day.on or date(2026, 11, 30), time(9, 3), LOCAL)
    steps = []
    for place, step in enumerate(day.steps):
        begins, moment = moment, moment + timedelta(minutes=step.minutes + place % 3)
        steps.append(replace(step, started=begins, ended=moment))
    session.apply(AgendaDaySet(day.id, day, replace(day, steps=tuple(steps))))
