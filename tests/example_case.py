"""The worked example "Gemeinde Eschentalbach" as a case: bookings M1 and M4, all answers, UC-01, U1 to U5.

Built on the catalogue of ``tests/example_catalog.py``, anew on every call; ``dataclasses.replace`` makes variants.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from advisor_app.content.definition import canonical_json, digest_of
from advisor_app.domain.agenda import AgendaDay, AgendaStep, StepKind
from advisor_app.domain.assessment import Answer, Assessment, AssessmentKind
from advisor_app.domain.booking import Booking, BookingState, Financing
from advisor_app.domain.case import Case, CaseCommune, CaseHead
from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.plan import Grant, GrantState, Measure, Plan
from advisor_app.domain.use_case import CostLine, Costs, Indicator, Milestone, Risk, Roadmap, UseCase
from advisor_app.domain.words import Audience, Words
from tests.builders import EXAMPLE_LEVELS, answered, example_questionnaire


def example_commune() -> CaseCommune:
    """The invented commune of the worked example; it has no official key."""
    return CaseCommune(
        id="00000000-0000-7000-8000-000000000001",
        key=None,
        name="Eschentalbach",
        designation="Gemeinde",
        kind=CommuneKind.MUNICIPALITY,
        district="Beispielkreis",
        population=9_400,
    )


def example_assessment(areas: Iterable[str] = ("WB2", "WB8")) -> Assessment:
    """The workshop's assessment."""
    questionnaire = example_questionnaire()
    return Assessment(
        id="a1",
        kind=AssessmentKind.WORKSHOP,
        questionnaire=questionnaire.id,
        version=questionnaire.version,
        digest=digest_of(canonical_json(questionnaire)),
        number=1,
        held_on=date(2026, 9, 14),
        areas=tuple(areas),
    )


def example_answers() -> dict[str, Answer]:
    """The answers of the worked example; one carries a reason and a note for the report."""
    answers = answered(EXAMPLE_LEVELS)
    answers["4.1.1"] = replace(
        answers["4.1.1"],
        reason=Words("Ein Entwurf liegt vor."),
        note=Words("Beschluss ist für Februar vorgesehen.", Audience.REPORT),
        role="BM",
    )
    return answers


def example_use_case() -> UseCase:
    """UC-01 with its cost: 24,285 EUR alone."""
    lines = (
        CostLine(label="4 Pegelsensoren", amount=480_000),
        CostLine(label="3 Regensensoren", amount=195_000),
        CostLine(label="2 Gateways", amount=300_000),
        CostLine(label="Plattform", amount=600_000, shared=True),
    )
    return UseCase(
        id="uc1",
        number=1,
        title="Pegel- und Regenwarnung Eschenbach",
        areas=("WB8", "WB2"),
        problem="Drei Überflutungen in fünf Jahren, Vorwarnzeit unter 60 Minuten.",
        goal="Warnung mindestens 30 Minuten vor der Ausuferung.",
        indicators=(
            Indicator(name="Vorwarnzeit", baseline="0 Minuten", target="mindestens 30 Minuten"),
            Indicator(name="Datenverfügbarkeit", baseline="–", target="mindestens 98 %"),
        ),
        costs=Costs(
            lines=lines,
            contingency_percent=10,
            internal_hours=120,
            hourly_rate=5_800,
            yearly=430_000,
            communes=5,
            quota_percent=90,
        ),
        risks=(Risk(risk="Funkloch", countermeasure="Messung vorab"), Risk(risk="Fehlalarm")),
        milestones=(
            Milestone(title="Beschluss", on=date(2027, 2, 28)),
            Milestone(title="Regelbetrieb", on=date(2027, 11, 30)),
        ),
        roadmap=Roadmap.CONCEPT,
    )


def example_measures() -> dict[str, Measure]:
    """The plan's measures U1 to U5 with their dates and costs."""
    grant = Grant(programme="SHH im Verbund", quota_percent=90, state=GrantState.OPEN)
    measures = (
        _measure("U1", "Leistungsverzeichnis", "1.2", (4, 2), ((2027, 1, 1), (2027, 2, 28)), cost=0),
        _measure("U2", "Hundesteuer Ende-zu-Ende", "2.3", (4, 3), ((2027, 3, 1), (2027, 6, 30)), ("U1",), 400_000),
        _measure("U3", "Aktenplan beschließen", "3.1", (5, 4), ((2027, 3, 1), (2027, 8, 31)), ("U1",), 600_000),
        _measure("U4", "Dienstvereinbarung E-Akte", "3.7", (4, 2), ((2027, 4, 1), (2027, 9, 30)), ("U1",), 0),
        replace(
            _measure(
                "U5", "Pilot E-Akte Steueramt", "3.3", (4, 4), ((2027, 10, 1), (2028, 3, 31)), ("U3", "U4"), 2_800_000
            ),
            grants=(grant,),
        ),
    )
    return {measure.id: replace(measure, position=position) for position, measure in enumerate(measures)}


def _measure(
    name: str,
    title: str,
    dimension: str,
    benefit_effort: tuple[int, int],
    dates: tuple[tuple[int, int, int], tuple[int, int, int]],
    predecessors: tuple[str, ...] = (),
    cost: int = 0,
) -> Measure:
    return Measure(
        id=name,
        title=title,
        dimension=dimension,
        benefit=benefit_effort[0],
        effort=benefit_effort[1],
        start=date(*dates[0]),
        end=date(*dates[1]),
        predecessors=predecessors,
        cost_once=cost,
        responsible="HA",
    )


def example_case() -> Case:
    """The worked example, complete."""
    return Case(
        id="case-1",
        head=CaseHead(communes=(example_commune(),), opened_on=date(2026, 9, 1), adviser="Beratung"),
        bookings={
            "b1": Booking(
                id="b1",
                module="M1",
                commune=example_commune().id,
                state=BookingState.COMPLETED,
                financing=Financing.PROGRAMME,
                programme="HMdIS",
                applied_on=date(2021, 6, 1),
            ),
            "b4": Booking(id="b4", module="M4", commune=example_commune().id, state=BookingState.RUNNING),
        },
        agenda={
            "day-1": AgendaDay(
                id="day-1",
                module="M4",
                title="Modul 4, Tag 1",
                number=1,
                template="m4-tag1",
                on=date(2026, 9, 14),
                steps=(
                    AgendaStep(id="s1", title="Auftakt", minutes=20, minimum_minutes=10, template_step="auftakt"),
                    AgendaStep(id="s2", title="Pause", minutes=15, minimum_minutes=10, kind=StepKind.BREAK),
                ),
            )
        },
        assessments={"a1": example_assessment()},
        answers={"a1": example_answers()},
        targets={"a1": {"4.3": 2}},
        use_cases={"uc1": example_use_case()},
        plan=Plan(
            module="M4",
            start=date(2027, 1, 1),
            end=date(2028, 3, 31),
            milestones=(
                Milestone(title="Erster digitaler Bescheid", on=date(2027, 6, 30)),
                Milestone(title="Entscheidung über den Rollout", on=date(2028, 3, 31)),
            ),
        ),
        measures=example_measures(),
    )
