"""What comes one after the other, drawn: plans, days, processes."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from advisor_app.charts.gantt import Gantt, Measure, Milestone
from advisor_app.charts.swim_lanes import LaneMark, LaneStep, SwimLanes
from advisor_app.charts.timeline import StepKind, Timeline, TimelineStep
from advisor_app.charts.timeline import StepState as TimelineState
from tests.charts.examples.levels import LONG


def measure(
    number: int, first: tuple[int, int], last: tuple[int, int], priority: str, *after: str, title: str = "Maßnahme"
) -> Measure:
    """A measure over whole months, given as (year, month)."""
    return Measure(
        id=f"U{number}",
        title=title,
        period=f"{first[1]:02d}/{first[0]}–{last[1]:02d}/{last[0]}",
        start=date(*first, 1),
        end=date(*last, monthrange(*last)[1]),
        priority=priority,
        predecessors=after,
    )


def gantt() -> Gantt:
    """The plan of the worked example, with milestones and dependencies."""
    first = measure(1, (2027, 1), (2027, 2), "A", title="Leistungsverzeichnis")
    return Gantt(
        title="Umsetzungsplan",
        today=date(2026, 10, 5),
        first=date(2026, 10, 1),
        measures=(
            first,
            measure(2, (2027, 3), (2027, 6), "B", "U1", title="Hundesteuer Ende-zu-Ende"),
            measure(3, (2027, 3), (2027, 8), "B", "U1", title="Aktenplan beschließen"),
            measure(4, (2027, 4), (2027, 9), "A", "U1", title="Dienstvereinbarung E-Akte"),
            measure(5, (2027, 10), (2028, 3), "B", "U3", "U4", title="Pilot E-Akte Steueramt"),
            Measure(
                id="",
                title="Meilensteine",
                period="",
                milestones=(
                    Milestone(date(2027, 6, 30), "erster digitaler Bescheid"),
                    Milestone(date(2028, 3, 31), "Entscheidung Rollout"),
                ),
            ),
        ),
    )


def odd_gantt() -> Gantt:
    """No dates, an end before its beginning, only a beginning, a single day, unknown and own predecessors, a circle."""
    return Gantt(
        title="Sonderfälle",
        today=date(2027, 6, 20),
        measures=(
            Measure(id="U1", title="Ohne Zeitraum", period="offen"),
            Measure(
                id="U2",
                title="Ende vor Beginn",
                period="05/2027–03/2027",
                start=date(2027, 5, 1),
                end=date(2027, 3, 31),
                priority="A",
            ),
            Measure(
                id="U3", title="Nur Beginn", period="ab 06/2027", start=date(2027, 6, 1), predecessors=("U2", "U9")
            ),
            measure(4, (2027, 4), (2027, 5), "C", "U5", "U4", title="Vorgänger endet später"),
            measure(5, (2027, 3), (2027, 9), "A", "U4", title="Wartet im Kreis"),
            Measure(
                id="U6", title="Ein Tag", period="3.7.", start=date(2027, 7, 3), end=date(2027, 7, 3), priority="A"
            ),
        ),
    )


def large_gantt() -> Gantt:
    """Forty measures over four years with long titles."""
    measures = []
    for number in range(1, 41):
        first = 2026 * 12 + (number * 7) % 44
        last = first + number % 5
        after = (f"U{number - 3}",) if number % 4 == 0 else ()
        months = ((first // 12, first % 12 + 1), (last // 12, last % 12 + 1))
        measures.append(measure(number, *months, "ABC"[number % 3], *after, title=LONG if number % 3 else "Kurz"))
    return Gantt(title="Großer Plan", measures=tuple(measures), today=date(2027, 6, 15))


def timeline(now: int | None = None) -> Timeline:
    """A day of module 4; with a time of day (minutes) in its third step."""
    steps = (
        (20, "Auftakt", StepKind.WORK),
        (40, "Beispiele", StepKind.WORK),
        (45, "Vorab-Ergebnis", StepKind.WORK),
        (15, "Pause", StepKind.BREAK),
        (60, "Mittag", StepKind.LUNCH),
        (5, LONG, StepKind.WORK),
    )
    states = (TimelineState.DONE, TimelineState.DONE, TimelineState.CURRENT) if now is not None else ()
    placed, start = [], 9 * 60
    for number, (minutes, title, kind) in enumerate(steps):
        state = states[number] if number < len(states) else TimelineState.AHEAD
        note = "seit 10:03" if state is TimelineState.CURRENT else ""
        placed.append(
            TimelineStep(id=f"s{number}", title=title, start=start, minutes=minutes, kind=kind, state=state, note=note)
        )
        start += minutes
    return Timeline(title="Tag 1", steps=tuple(placed), now=now)


def swim_lanes() -> SwimLanes:
    """Dog tax as it runs today (fact base, E3)."""
    steps = (
        ("Eingang drucken, verteilen", 0, "4 min", "1 Tag", "Ausdruck"),
        ("Prüfen, rückfragen", 1, "6 min", "", ""),
        ("Daten abtippen", 1, "8 min", "2 Tage", "Abtippen"),
        ("Bescheid drucken, unterschreiben, kuvertieren", 1, "7 min", "", "Unterschrift auf Papier"),
        ("Marke versenden", 2, "4 min", "", ""),
        ("Papierablage", 1, "4 min", "", "Papierweg"),
    )
    return SwimLanes(
        title="P-01 Hundesteuer-Anmeldung, Ist-Ablauf",
        summary="33 min, 3 Tage Liegezeit, 4 Medienbrüche.",
        lanes=("Poststelle", "Steueramt", "Bürgerbüro"),
        steps=tuple(
            LaneStep(
                key=str(number),
                number=number,
                title=title,
                lane=lane,
                minutes=minutes,
                waiting=waiting,
                media_break=kind,
            )
            for number, (title, lane, minutes, waiting, kind) in enumerate(steps, 1)
        ),
    )


def crowded_lanes(count: int = 40) -> SwimLanes:
    """Long words, every mark, and more steps than a row holds."""
    lanes = ("Fachdienst Sicherheit, Ordnung und Bürgerangelegenheiten", "Kasse", "Donaudampfschifffahrtsgesellschaft")
    marks = tuple(LaneMark)
    return SwimLanes(
        title="Ein langer Ablauf",
        summary=f"{count} Schritte.",
        lanes=lanes,
        steps=tuple(
            LaneStep(
                key=str(number),
                number=number,
                title=LONG if number % 3 == 0 else "prüfen" if number % 2 else "",
                lane=number % len(lanes),
                minutes="999,5 min" if number % 2 else "",
                waiting="120 Tage Liegezeit" if number % 4 == 0 else "",
                media_break="Unterschrift auf Papier" if number % 5 == 0 else "",
                mark=marks[number % len(marks)],
            )
            for number in range(1, count + 1)
        ),
    )
