"""Dots, candidates and the decision of the worked example: invented, as everything about Eschentalbach is."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from advisor_app.domain.area_poll import AreaDots, AreaPoll
from advisor_app.domain.candidate import Candidate, Placing, Rating
from advisor_app.domain.candidate_rules import Way
from advisor_app.domain.case import Case
from advisor_app.domain.poll import CountedBy
from advisor_app.domain.way_decision import WayDecision
from advisor_app.domain.words import Audience, Words

_STARTED = datetime(2026, 9, 14, 9, 30, tzinfo=UTC)
_RATINGS = ("bedarf", "reichweite", "wirkung", "uebertragbarkeit", "betrieb", "technik", "kosten", "recht")


def area_poll(assessment: str = "a1", areas: tuple[str, ...] = ("WB2", "WB8")) -> AreaPoll:
    """Fourteen people with three dots each; two areas lead, two are tied on the third place."""
    dots = {"WB8": 13, "WB2": 10, "WB3": 6, "WB4": 6, "WB5": 4, "WB1": 3}
    return AreaPoll(
        id="dots-1",
        assessment=assessment,
        started_at=_STARTED,
        present=14,
        area_dots=tuple(AreaDots(area=area, dots=count) for area, count in sorted(dots.items())),
        counted_by=(CountedBy.KEYS,),
        revealed_at=_STARTED.replace(minute=40),
        areas=areas,
        audience=Audience.REPORT,
    )


def candidates(use_case: str = "") -> dict[str, Candidate]:
    """Five ideas: one clearly first, two tied behind it, one moved by the group, one not rated yet."""
    made = (
        _candidate(1, "Pegel- und Regenwarnung Eschenbach", ("WB2", "WB8"), (5, 4, 5, 4, 4, 3, 3, 4)),
        _candidate(2, "Energiemonitoring der Liegenschaften", ("WB3",), (3, 3, 5, 4, 3, 3, 3, 4)),
        _candidate(3, "Mitfahrbänke mit Anzeige", ("WB4",), (4, 3, 3, 4, 2, 4, 4, 4)),
        _candidate(4, "Leerstandsmelder Ortskern", ("WB7",), (2, 2, 3, 4, 4, 4, 5, 3)),
        _candidate(5, "Digitale Dorfrunde", ("WB5",), ()),
    )
    first, *others = made
    placed = replace(others[2], placing=Placing(benefit=2, feasibility=5))
    shown = (replace(first, use_case=use_case), others[0], others[1], placed, others[3])
    return {item.id: item for item in shown}


def way_decision(assessment: str = "a1") -> WayDecision:
    """The plan, as the phase suggests."""
    return WayDecision(
        id=assessment,
        way=Way.PLAN,
        reason=Words("Mehrere Vorhaben hängen voneinander ab und brauchen eine Reihenfolge.", Audience.REPORT),
        decided_by="Gemeindevorstand",
        decided_on=date(2026, 9, 14),
        phase=3,
    )


def with_selection(case: Case, assessment: str = "a1", use_case: str = "uc1") -> Case:
    """The case with all of it."""
    return replace(
        case,
        area_polls={"dots-1": area_poll(assessment)},
        candidates=candidates(use_case),
        way_decisions={assessment: way_decision(assessment)},
    )


def _candidate(number: int, title: str, areas: tuple[str, ...], ratings: tuple[int, ...]) -> Candidate:
    ideas = (
        (
            "Drei Überflutungen in fünf Jahren, Vorwarnzeit unter 60 Minuten",
            "Sensoren am Bach warnen Feuerwehr und Bauhof",
        ),
        ("Verbrauch ist erst mit der Jahresrechnung bekannt", "Zähler melden täglich, Abweichungen fallen sofort auf"),
        ("Abends fährt kein Bus mehr", "Bänke zeigen an, wohin jemand mitfahren möchte"),
        ("Leere Läden im Ortskern", "Eigentum und Nachfrage treffen sich auf einer Karte"),
        ("Vereine erreichen Neue nicht", "Ein gemeinsamer Kalender aller Gruppen"),
    )
    problem, idea = ideas[number - 1]
    return Candidate(
        id=f"k{number}",
        number=number,
        title=title,
        areas=areas,
        problem=problem,
        idea=idea,
        beneficiaries="Alle, die dort wohnen",
        ratings=tuple(
            Rating(criterion=name, rating=value) for name, value in sorted(zip(_RATINGS, ratings, strict=False))
        ),
    )
