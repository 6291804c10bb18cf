"""Levels and phases drawn: radar, bars, steps."""

from __future__ import annotations

from advisor_app.charts.level_bars import LevelBars, Row
from advisor_app.charts.phase_steps import PhaseSteps, Step, StepState
from advisor_app.charts.radar import Axis, Radar, Series, SeriesKind
from advisor_app.charts.scene import Band, Score

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


def moved_level_bars() -> LevelBars:
    """Up, down, unmoved, new and gone."""
    moves: tuple[tuple[float | None, float | None], ...] = (
        (0.8, 2.0),
        (2.4, 1.5),
        (1.0, 1.0),
        (None, 2.0),
        (1.8, None),
    )
    return LevelBars(
        title="Entwicklung",
        columns=("Änderung",),
        rows=tuple(
            Row(
                key=key,
                title=title,
                score=score(now),
                level=None if now is None else round(now),
                before=score(before),
                cells=("–" if None in (before, now) else "+0,4",),
            )
            for (key, title), (before, now) in zip(DIMENSIONS, moves, strict=True)
        ),
    )


def level_bars_among_peers() -> LevelBars:
    """Inside, below, above, a group of one mind, and no group."""
    groups = ((1.5, 2.0, 2.5), (2.5, 3.0, 3.5), (0.0, 0.5, 0.5), (2.0, 2.0, 2.0), None)
    return LevelBars(
        title="Vergleich",
        rows=tuple(
            Row(
                key=key,
                title=title,
                score=score(2.0),
                level=2,
                typical=None if group is None else score(group[1]),
                peers=None if group is None else Band(group[0], group[2], f"{group[0]} bis {group[2]}"),
            )
            for (key, title), group in zip(DIMENSIONS, groups, strict=True)
        ),
    )
