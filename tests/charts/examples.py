"""Charts as they are usually seen, and the hard cases: nothing, everything, very long, very many."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from advisor_app.charts.gantt import Gantt, Measure, Milestone
from advisor_app.charts.level_bars import LevelBars, Row
from advisor_app.charts.paired_bars import PairedBars, PairedRow
from advisor_app.charts.phase_steps import PhaseSteps, Step, StepState
from advisor_app.charts.poll import PollDots, PollRound
from advisor_app.charts.priority_matrix import MatrixMeasure, PriorityMatrix
from advisor_app.charts.radar import Axis, Radar, Series, SeriesKind
from advisor_app.charts.scene import Band, Chart, Score
from advisor_app.charts.swim_lanes import LaneMark, LaneStep, SwimLanes
from advisor_app.charts.timeline import StepKind, Timeline, TimelineStep
from advisor_app.charts.timeline import StepState as TimelineState

LONG = "Leistungsverzeichnis aufbauen und je Amt eine zuständige Stelle schriftlich nennen"
DIMENSIONS = (
    ("4.1", "Strategie und Politik"),
    ("4.2", "Organisation und Finanzierung"),
    ("4.3", "Daten und Technik"),
    ("4.4", "Beteiligung und Partner"),
    ("4.5", "Umsetzung, Betrieb, Wirkung"),
)
AREAS = (
    "Informationssicherheit und Datenschutz",
    "Organisation und Finanzierung",
    "Nutzerorientierung, Barrierefreiheit und Teilhabe",
    "Prozesse und Medienbrüche",
    "Personal und Qualifizierung",
    "Gesellschaft und Teilhabe",
    "Registermodernisierung und Nachnutzung",
    "Wirtschaft, Handel, Tourismus",
    "Zusammenarbeit mit Nachbarkommunen",
    "Strategie",
    "Steuerung und Wirtschaftlichkeit",
    "Sicherheit und Bevölkerungsschutz",
)


def score(value: float | None) -> Score:
    return Score(value, "–" if value is None else f"{value:.1f}".replace(".", ","))


def series(kind: SeriesKind, name: str, *values: float | None) -> Series:
    return Series(kind=kind, name=name, scores=tuple(score(value) for value in values))


def radar() -> Radar:
    """The worked example: today, before and target on five axes."""
    return Radar(
        title="Profil Modul 4",
        axes=tuple(Axis(key=key, title=title) for key, title in DIMENSIONS),
        series=(
            series("current", "Workshop 14.09.", 2.0, 1.5, 1.0, 2.0, 1.8),
            series("before", "Vorab-Abfrage", 2.4, 1.5, 1.3, 1.8, 2.0),
            series("target", "Zielstufe", 3, 2, 3, 3, 3),
        ),
    )


def radar_with_gap() -> Radar:
    """One axis without a value, two with a band."""
    bands = {"4.2": Band(1.2, 2.4, "1,2 bis 2,4"), "4.3": Band(0.8, 2.9, "0,8 bis 2,9")}
    return Radar(
        title="Profil mit Lücke",
        axes=tuple(Axis(key=key, title=title, band=bands.get(key)) for key, title in DIMENSIONS),
        series=(
            series("current", "Workshop 14.09.", 2.0, 1.5, 1.6, None, 1.8),
            series("target", "Zielstufe", 3, 2, 3, 3, None),
        ),
    )


def radar_of(count: int, value: float = 2.0, titles: tuple[str, ...] = AREAS) -> Radar:
    """A radar with so many axes."""
    return Radar(
        title="Bereiche",
        axes=tuple(Axis(key=f"WB{number + 1}", title=titles[number % len(titles)]) for number in range(count)),
        series=(
            series("current", "Workshop 14.09.2026", *[value] * count),
            series("target", "Zielstufe", *[3] * count),
        ),
    )


def level_bars() -> LevelBars:
    """The worked example with two further columns."""
    values = ((2.0, 2, "−0,4", "1,0"), (1.5, 1, "±0,0", "0,5"), (1.0, 1, "−0,3", "2,0"), (2.0, 2, "+0,3", "1,0"))
    return LevelBars(
        title="Stufen je Dimension",
        columns=("zu Vorab", "Lücke"),
        rows=tuple(
            Row(key=key, title=title, score=score(value), level=level, target=score(3), cells=(change, gap))
            for (key, title), (value, level, change, gap) in zip(
                DIMENSIONS, (*values, (1.8, 2, "−0,2", "1,2")), strict=True
            )
        ),
    )


def hard_level_bars() -> LevelBars:
    """Zero, full, nothing, bands, notes and a title over several lines."""
    return LevelBars(
        title="Stufen",
        rows=(
            Row(key="4.1", title="Null", score=score(0.0), level=0, target=score(3), note="gedeckelt auf Stufe 1"),
            Row(key="4.2", title=LONG, score=score(4.0), level=4, target=score(4)),
            Row(
                key="4.3",
                title="Daten und Technik",
                score=score(None),
                level=None,
                band=Band(0.5, 3.2, "0,5 bis 3,2"),
                note="nicht bewertbar: weniger als drei Antworten",
            ),
            Row(key="WB8", title="Schutz", score=score(3.3), level=4, band=Band(0.0, 4.0, "0,0 bis 4,0")),
        ),
    )


def phase_steps(*, possible: bool = False) -> PhaseSteps:
    """Phase 3 reached, or phases 2 and 3 possible."""
    titles = ("Orientieren", "Konzipieren", "Erproben", "Verankern", "Vernetzen")
    thresholds = ("ab 0,0", "ab 0,8", "ab 1,6", "ab 2,4", "ab 3,2")
    third = (StepState.POSSIBLE, StepState.POSSIBLE) if possible else (StepState.PASSED, StepState.REACHED)
    states = (StepState.PASSED, *third, StepState.AHEAD, StepState.AHEAD)
    return PhaseSteps(
        title="Phase",
        summary="Phase 3: Erproben, knapp.",
        steps=tuple(
            Step(number=number, title=title, threshold=threshold, state=state)
            for number, (title, threshold, state) in enumerate(zip(titles, thresholds, states, strict=True), start=1)
        ),
    )


def long_phase_steps() -> PhaseSteps:
    """Titles that fit beside each other in no window."""
    steps = tuple(Step(number=number, title=LONG, threshold="ab 0,8", state=StepState.PASSED) for number in range(1, 6))
    return PhaseSteps(title="Phase", summary="", steps=steps)


def matrix_measure(number: int, benefit: int | None, effort: int | None, title: str = "Maßnahme") -> MatrixMeasure:
    difference = None if benefit is None or effort is None else benefit - effort
    priority = "" if difference is None else "A" if difference >= 2 else "C" if difference <= -2 else "B"
    return MatrixMeasure(id=f"U{number}", title=title, benefit=benefit, effort=effort, priority=priority)


def priority_matrix() -> PriorityMatrix:
    """Two measures in one place, one without a rating."""
    ratings = ((4, 2), (4, 3), (5, 4), (4, 2), (4, 4), (None, 3), (2, 5))
    measures = (matrix_measure(number, *rating) for number, rating in enumerate(ratings, start=1))
    return PriorityMatrix(title="Prioritäten", measures=tuple(measures))


def crowded_matrix() -> PriorityMatrix:
    """Forty measures in the same place."""
    return PriorityMatrix(
        title="Prioritäten", measures=tuple(matrix_measure(number, 4, 2, LONG) for number in range(1, 41))
    )


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


def paired_bars(*rows: tuple[str, int, int]) -> PairedBars:
    """Requests and completions, by district where nothing else is given."""
    given = rows or tuple((area, 12 * number, 7 * number) for number, area in enumerate(AREAS))
    head = "Landkreis"
    chosen = tuple(PairedRow(*row) for row in given)
    return PairedBars(title="Auswertung", head=head, first="Anträge", second="Abgeschlossen", rows=chosen)


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


LEVEL_WORDS = ("nicht vorhanden", "punktuell", "teilweise", "verbindlich", "gemessen")


def poll_dots(*rounds: PollRound) -> PollDots:
    """A blind round that scatters, and an open one in which the group comes together."""
    two = (
        PollRound(title="Runde 1, verdeckt", counts=(1, 6, 5, 2, 0), unknown=2, remark="Median 1, Spannweite 3 Stufen"),
        PollRound(title="Runde 2, offen", counts=(0, 3, 11, 0, 0), remark="Median 2, Spannweite 1 Stufe"),
    )
    return PollDots(title="Punktabfrage 4.3.3", words=LEVEL_WORDS, rounds=rounds or two)


CHARTS: dict[str, Chart] = {
    "poll": poll_dots(),
    "poll of one round": poll_dots(PollRound(title="Runde 1, verdeckt", counts=(0, 0, 0, 1, 0))),
    "poll without a vote": poll_dots(PollRound(title="Runde 1, verdeckt", counts=(0, 0, 0, 0, 0))),
    "poll of a crowd": poll_dots(
        PollRound(title=LONG, counts=(20, 40, 500, 1, 0), unknown=30, remark=f"{LONG}. {LONG}"),
        PollRound(title="Runde 2, offen", counts=(12, 13, 24, 25, 26)),
    ),
    "swim-lanes": swim_lanes(),
    "swim-lanes-crowded": crowded_lanes(),
    "swim-lanes-one": crowded_lanes(1),
    "radar": radar(),
    "radar with a gap": radar_with_gap(),
    "radar of zeros": radar_of(5, 0.0),
    "radar of 3": radar_of(3),
    "radar of 8": radar_of(8),
    "radar of 12": radar_of(12),
    "radar of long names": radar_of(12, titles=(LONG,)),
    "level bars": level_bars(),
    "hard level bars": hard_level_bars(),
    "no level bars": LevelBars(title="Nichts", rows=()),
    "paired bars": paired_bars(),
    "paired bars of the modules": paired_bars(("Modul 1", 80, 15), ("Modul 2", 194, 77), ("Modul 3", 61, 0)),
    "hard paired bars": paired_bars((LONG, 1_000_000, 1), ("Kassel, Stadt", 0, 0), (LONG, 0, 999_999)),
    "no paired bars": PairedBars(title="Nichts", head="Modul", first="Anträge", second="Abgeschlossen", rows=()),
    "phases": phase_steps(),
    "possible phases": phase_steps(possible=True),
    "long phases": long_phase_steps(),
    "matrix": priority_matrix(),
    "crowded matrix": crowded_matrix(),
    "empty matrix": PriorityMatrix(title="Nichts", measures=()),
    "gantt": gantt(),
    "odd gantt": odd_gantt(),
    "large gantt": large_gantt(),
    "empty gantt": Gantt(title="Nichts", measures=()),
    "timeline": timeline(),
    "running timeline": timeline(10 * 60 + 37),
    "empty timeline": Timeline(title="Nichts", steps=()),
}
"""Every kind of chart with its hard cases."""
