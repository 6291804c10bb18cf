"""A workshop day as it went, with what was captured: entries, people who were there, and photos of what they drew."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw

from advisor_app.domain.agenda import AgendaDay, AgendaStep, StepKind
from advisor_app.domain.attendance import HalfDay, Participant, Presence
from advisor_app.domain.case import Case, Person
from advisor_app.domain.day_minutes import content_digest
from advisor_app.domain.evidence import Evidence, EvidenceKind, Subject
from advisor_app.domain.minutes import EntryKind, MinutesEntry, WorkingState, first_audience
from advisor_app.domain.words import Audience, Words
from tests.documents.samples.odd import ENDLESS, LONG_WORD, NO_BREAKS, ODD

BEGUN = datetime(2026, 9, 14, 7, 2, tzinfo=UTC)

_STEPS = (
    ("welcome", "Auftakt", 20, 22, StepKind.WORK),
    ("phase", "Ergebnis der Vorab-Abfrage", 40, 47, StepKind.WORK),
    ("break", "Pause", 15, 14, StepKind.BREAK),
    ("clarify", "Klärung offener Fragen", 75, 83, StepKind.WORK),
    ("lunch", "Mittagspause", 60, 55, StepKind.LUNCH),
    ("areas", "Wirkungsbereiche wählen", 60, 52, StepKind.WORK),
    ("use-case", "Anwendungsfall ausarbeiten", 75, 90, StepKind.WORK),
    ("flash", "Blitzlicht", 10, 0, StepKind.WORK),
    ("end", "Abschluss und Vereinbarungen", 20, 15, StepKind.WORK),
)

_ENTRIES: tuple[tuple[str, EntryKind, str, str, date | None], ...] = (
    ("welcome", EntryKind.NOTE, "Ziel des Tages: eine Warnung vor Starkregen, die im Bauhof ankommt.", "", None),
    ("phase", EntryKind.QUOTE, "Wir messen viel, aber niemand sieht es rechtzeitig.", "", None),
    ("phase", EntryKind.DECISION, "Phase 3 gilt als gemeinsames Bild, überprüft in einem Jahr.", "BM, HA", None),
    ("clarify", EntryKind.NOTE, "Zu 4.3.2 gehen die Angaben auseinander; es gilt, was der Bauhof sagt.", "", None),
    ("clarify", EntryKind.OPEN_POINT, "Wem gehören die Messwerte der Pegel?", "Bauamt", date(2026, 10, 9)),
    ("clarify", EntryKind.TASK, "Dienstanweisung zum Umgang mit Messwerten entwerfen", "Hauptamt", date(2026, 10, 30)),
    ("areas", EntryKind.DECISION, "Weiter mit Hochwasserschutz und Gebäuden, Verkehr folgt", "Gemeindevorstand", None),
    ("areas", EntryKind.PARKED, "Parkraumsensoren am Bahnhof", "", None),
    ("areas", EntryKind.PARKED, "Gemeinsame Datenplattform mit den Nachbarkommunen", "", None),
    ("use-case", EntryKind.DECISION, "„Pegel- und Regenwarnung“ wird als Steckbrief ausgearbeitet.", "BM", None),
    ("use-case", EntryKind.TASK, "Funkabdeckung an den drei Messstellen vorab prüfen", "Bauhof", date(2026, 9, 30)),
    ("use-case", EntryKind.TASK, "Angebot für Sensoren und Gateways einholen", "", date(2026, 10, 16)),
    ("use-case", EntryKind.TASK, "Feuerwehr und Bauhof zur Alarmkette einladen", "Ordnungsamt", None),
    ("end", EntryKind.TASK, "Termin für die Folgeerhebung vereinbaren", "Hauptamt", date(2027, 9, 1)),
    ("end", EntryKind.QUOTE, "Heute ist zum ersten Mal klar, was als Nächstes kommt.", "", None),
)  # fmt: skip

_PEOPLE = (
    ("Miriam Feldmann", "Leitung", "Hauptamt", "ma"),
    ("Jochen Strack", "Bürgermeister", "", "m"),
    ("Ayşe Demir-Köhler", "Klimaschutz", "Bauamt", "ma"),
    ("Bernd Ühlein", "Leitung", "Bauhof", "ma"),
    ("Dr. Katharina von der Aue", "Datenschutz", "Landkreis", "a"),
    ("Tobias Reitz", "Sachbearbeitung", "Ordnungsamt", "ma"),
)


def workshop_day() -> AgendaDay:
    """The day with planned and actual times; one step fell out."""
    moment, steps = BEGUN, []
    for name, title, planned, took, kind in _STEPS:
        begins, moment = moment, moment + timedelta(minutes=took)
        template = "auftakt" if name == "welcome" else None
        step = AgendaStep(id=name, title=title, minutes=planned, minimum_minutes=5, kind=kind, template_step=template)
        steps.append(replace(step, started=begins, ended=moment) if took else replace(step, skipped=True))
    return AgendaDay(
        id="day-1",
        module="M4",
        title="Modul 4, Tag 1",
        number=1,
        template="m4-tag1",
        on=date(2026, 9, 14),
        start=time(9, 0),
        place="Rathaus, Sitzungssaal",
        steps=tuple(steps),
    )


def with_workshop(case: Case) -> Case:
    """The case with that day, its minutes released but for one note, six people, three photos and a working state."""
    day = workshop_day()
    entries = {}
    for place, (step, kind, text, who, until) in enumerate(_ENTRIES, start=1):
        audience = Audience.MINUTES if kind is EntryKind.QUOTE or place == 1 else first_audience(kind)
        at = BEGUN + timedelta(minutes=20 * place)
        entries[f"m{place:02}"] = MinutesEntry(
            id=f"m{place:02}",
            day=day.id,
            step=step,
            kind=kind,
            at=at,
            words=Words(text, audience),
            who=who,
            until=until,
        )
    halves = {"m": HalfDay.MORNING, "a": HalfDay.AFTERNOON}
    participants, people = {}, dict(case.people)
    for place, (name, function, office, there) in enumerate(_PEOPLE, start=1):
        person = next((item.id for item in people.values() if item.name == name), f"p-w{place}")
        people[person] = people.get(person, Person(id=person, name=name))
        participants[f"t{place}"] = Participant(
            id=f"t{place}",
            person=person,
            function=function,
            office=office,
            present=tuple(Presence(day.id, halves[letter]) for letter in there),
            position=place,
        )
    captions = (
        ("phase", "Phasen und wo wir stehen"),
        ("areas", "Wirkungsbereiche mit Punkten"),
        ("use-case", "Alarmkette vom Pegel zum Bauhof"),
    )
    photos = {
        f"f{place}": Evidence(
            id=f"f{place}",
            subject=Subject.step(day.id, step),
            kind=EvidenceKind.PHOTO,
            added_at=BEGUN + timedelta(hours=place),
            digest=f"{place}" * 64,
            title=f"IMG_{place}",
            caption=Words(caption, Audience.MINUTES),
            media_type="image/jpeg",
            size=1000,
        )
        for place, (step, caption) in enumerate(captions, start=1)
    }
    made = replace(
        case,
        agenda={**case.agenda, day.id: day},
        minutes=entries,
        participants=participants,
        people=people,
        evidence={**case.evidence, **photos},
    )
    at = BEGUN + timedelta(hours=9)
    state = WorkingState(id="w1", day=day.id, number=1, at=at, digest=content_digest(made, day))
    return replace(made, working_states={"w1": state})


def with_odd_workshop(case: Case) -> Case:
    """The case with a day of which everything is too long and too much."""
    (day,) = case.agenda.values()
    kinds = list(EntryKind)
    entries = {
        f"m{number:03}": MinutesEntry(
            id=f"m{number:03}",
            day=day.id,
            step=day.steps[number % len(day.steps)].id,
            kind=kinds[number % len(kinds)],
            at=BEGUN + timedelta(minutes=number),
            words=Words(ENDLESS[:1200] if number == 7 else f"{LONG_WORD} {ODD} {number}", Audience.MINUTES),
            who=f"{LONG_WORD}, {NO_BREAKS}" if number % 2 else "BM",
            until=date(2027, 1, 31) if number % 3 else None,
            done=number % 4 == 0,
        )
        for number in range(72)
    }
    participants = {
        f"t{number:02}": Participant(
            id=f"t{number:02}",
            person="p1" if number == 0 else "",
            function=LONG_WORD,
            office=f"{ODD} {number}",
            present=(Presence(day.id, HalfDay.MORNING),)
            if number % 3
            else tuple(Presence(day.id, half) for half in HalfDay),
            position=number,
        )
        for number in range(25)
    }
    photo = Evidence(
        id="f1",
        subject=Subject.step(day.id, day.steps[0].id),
        kind=EvidenceKind.PHOTO,
        added_at=BEGUN,
        digest="7" * 64,
        caption=Words(f"{LONG_WORD} {ODD}", Audience.MINUTES),
    )
    gone = replace(photo, id="f2", digest="0" * 64, caption=Words(NO_BREAKS, Audience.MINUTES))
    state = WorkingState(id="w1", day=day.id, number=12, at=BEGUN + timedelta(hours=9), digest="f" * 64)
    return replace(
        case,
        minutes=entries,
        participants=participants,
        evidence={"f1": photo, "f2": gone},
        working_states={"w1": state},
    )


@cache
def flipchart(digest: str) -> bytes:
    """A drawn flipchart as a camera would see it, another one for each digest."""
    seed = int(digest[0], 16)
    sheet = Image.new("RGB", (1200, 900), "#d9d4c8")
    pen = ImageDraw.Draw(sheet)
    pen.rectangle((90, 40, 1110, 860), fill="#fbfbf7", outline="#b8b2a4", width=4)
    colours = ("#e8c547", "#7fb685", "#8fb8de", "#e58f65")
    for row in range(3):
        for column in range(3):
            left, top = 160 + column * 310, 190 + row * 215
            colour = colours[(row * 3 + column + seed) % len(colours)]
            pen.rounded_rectangle((left, top, left + 250, top + 150), 12, fill=colour)
            for line in range(2 + (row + column + seed) % 2):
                pen.line((left + 24, top + 40 + line * 34, left + 190 - line * 26, top + 40 + line * 34), "#3b3a36", 7)
    pen.line((160, 120, 640 + seed * 30, 120), "#22407a", 16)
    content = BytesIO()
    sheet.save(content, "JPEG", quality=85)
    return content.getvalue()
