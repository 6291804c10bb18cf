"""Cases that documents are tested with: a small one, a full one, and one with too much, too long and too odd of all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from advisor_app.domain.agenda import AgendaDay, AgendaStep, StepKind
from advisor_app.domain.assessment import Answer, AnswerState, Assessment, AssessmentKind
from advisor_app.domain.booking import Booking
from advisor_app.domain.candidate import Candidate, Placing
from advisor_app.domain.case import Case, CaseHead, Contact, Person
from advisor_app.domain.case_document import RELEASED, DocumentKey, DocumentState, Stage
from advisor_app.domain.cohort import CohortConsent, CohortFigure, CohortFigures
from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.plan import Grant, GrantState, Measure, MeasureState, Plan, Priority
from advisor_app.domain.process import Assumptions, MediaBreak, ProcessSheet, ProcessStep
from advisor_app.domain.service import Account, MaturityRating, Office, OnlineState, Payment, Platform, Service
from advisor_app.domain.usage import MOST_USES, PaymentCount, PaymentKind, ServiceUsage, UsageMonth
from advisor_app.domain.use_case import CostLine, Costs, Indicator, Milestone, Risk, UseCase
from advisor_app.domain.words import Audience, Words
from tests.documents.samples.building import built
from tests.documents.samples.odd import ENDLESS, LONG_WORD, NO_BREAKS, ODD
from tests.documents.samples.odd_e_file import with_odd_e_file
from tests.documents.samples.polls import with_odd_polls, with_polls
from tests.documents.samples.workshop import with_odd_workshop, with_workshop
from tests.example_case import example_answers, example_assessment, example_case, example_commune
from tests.example_catalog import shipped_guide
from tests.example_e_file import with_e_file
from tests.example_process import dog_tax
from tests.example_selection import with_selection
from tests.example_services import example_offices, example_services
from tests.example_usage import example_usage

TODAY = date(2026, 10, 5)

_STATES = {
    DocumentKey("result-report", "a1"): RELEASED,
    DocumentKey("use-case", "uc1"): DocumentState(stage=Stage.TEAM_LEAD),
    DocumentKey("implementation-plan"): DocumentState(stage=Stage.COMMENTS, comments_until=date(2026, 10, 23)),
}


def small_case() -> Case:
    """A case with nothing but its commune, a request, assessments, a day and a use case, all of them empty."""
    return built(
        Case(
            id="small",
            head=CaseHead(communes=(replace(example_commune(), district="", population=None),), opened_on=TODAY),
            assessments={"a0": _pre_survey(areas=()), "a1": example_assessment(areas=())},
            use_cases={"uc1": UseCase(id="uc1", number=1, title="")},
            processes={"p1": ProcessSheet(id="p1", number=1)},
            services={"s1": Service(id="s1", number=1)},
            usage={"n1": ServiceUsage(id="n1", title="", months=(UsageMonth(month=date(2026, 9, 1), uses=0),))},
            candidates={"k1": Candidate(id="k1", number=1)},
            bookings={"b4": Booking(id="b4", module="M4", commune=example_commune().id)},
            agenda={"day-1": AgendaDay(id="day-1", module="M4", title="", number=1)},
        )
    )


def full_case() -> Case:
    """The worked example with a pre-survey to compare with."""
    case = example_case()
    answers = {name: answer for name, answer in example_answers().items() if not name.startswith("4.5.3")}
    case = replace(
        case,
        assessments={"a0": _pre_survey(), **case.assessments},
        contacts={"k1": Contact(id="k1", person="p1", function="Hauptamt", roles=("DB", "HA"))},
        people={"p1": Person(id="p1", name="Miriam Feldmann", phone="06000 1234-12", email="m@example.org")},
        answers={**case.answers, "a0": answers},
        processes={"p-dog-tax": dog_tax()},
        services=example_services(),
        offices=example_offices(),
        usage=example_usage(),
        document_states=_STATES,
    )
    return built(with_workshop(with_selection(with_polls(case))))
    case = with_e_file(case, shipped_guide())
    return built(with_workshop(with_polls(case)))


def _pre_survey(areas: Iterable[str] = ("WB2", "WB8")) -> Assessment:
    """What was asked before the workshop."""
    return replace(
        example_assessment(areas), id="a0", kind=AssessmentKind.PRE_SURVEY, number=0, held_on=date(2026, 9, 1)
    )


def extreme_case() -> Case:
    """Sixty measures, words of eighty letters, odd characters, a cell of several pages, every state of an answer."""
    case = example_case()
    case = replace(
        case,
        head=replace(case.head, adviser=f"{ODD} {LONG_WORD}", provider=NO_BREAKS),
        assessments={"a0": _pre_survey(areas=("WB2",)), **case.assessments},
        answers={"a0": example_answers(), "a1": _odd_answers(example_answers())},
        use_cases={"uc1": _odd_use_case()},
        processes={"p1": _odd_process()},
        services=_odd_services(),
        usage=_odd_usage(),
        offices={"o1": Office(id="o1", title=LONG_WORD, outside=True, effects=Words(ENDLESS[:2500], Audience.REPORT))},
        candidates={item.id: item for item in map(_odd_candidate, range(1, 31))},
        plan=Plan(
            module="M4",
            start=date(2027, 1, 1),
            end=date(2033, 12, 31),
            steering=f"BM, HA, {LONG_WORD}",
            summary=f"{ODD}\n\n- {LONG_WORD}\n- {NO_BREAKS}\n\n{ENDLESS[:2000]}",
            milestones=tuple(Milestone(title=f"{LONG_WORD} {number}") for number in range(10)),
        ),
        measures={measure.id: measure for measure in map(_odd_measure, range(1, 61))},
        vocabulary={"executive": "Rat der Ältesten"},
        contacts={"k1": Contact(id="k1", person="p1", function=LONG_WORD, roles=("DB",))},
        people={"p1": Person(id="p1", name=f"{ODD} {LONG_WORD}", phone=NO_BREAKS, email=NO_BREAKS)},
        agenda={"day-1": _odd_day()},
        cohort_consents={example_commune().id: CohortConsent(given_on=TODAY, given_by=LONG_WORD, noted_by=ODD)},
        cohort_figures={"a1": _cohort("Q", "4.1", "4.3", "4.5", "WB2")},
    )
    case = with_odd_e_file(case, shipped_guide())
    return built(with_odd_workshop(with_odd_polls(case)))


def _cohort(*codes: str) -> CohortFigures:
    """Others who stand between 1.0 and 2.5."""
    lower, median, upper = Decimal(1), Decimal("1.5"), Decimal("2.5")
    figures = tuple(CohortFigure(code=code, lower=lower, median=median, upper=upper) for code in codes)
    return CohortFigures(as_of=TODAY, communes=15, kind=CommuneKind.MUNICIPALITY, size_class=1, figures=figures)


def _odd_day() -> AgendaDay:
    steps = tuple(
        AgendaStep(
            id=f"s{number}",
            title=f"{LONG_WORD} {number}",
            minutes=35,
            minimum_minutes=10,
            kind=StepKind.BREAK if number % 4 == 3 else StepKind.WORK,
            template_step="bereiche" if number % 2 else None,
            skipped=number % 5 == 4,
            note=Words(ENDLESS[:2500]),
        )
        for number in range(20)
    )
    return AgendaDay(
        id="day-1",
        module="M4",
        title=f"{LONG_WORD} {ODD}",
        number=1,
        template="m4-tag1",
        on=date(2026, 9, 14),
        place=NO_BREAKS,
        steps=steps,
    )


def _odd_answers(answers: Mapping[str, Answer]) -> dict[str, Answer]:
    return {
        **answers,
        "4.1.1": replace(answers["4.1.1"], note=Words(ENDLESS, Audience.REPORT)),
        "4.1.4": Answer(state=AnswerState.NOT_APPLICABLE, reason=Words(f"Grund {ODD}", Audience.REPORT)),
        "4.3.2": Answer(state=AnswerState.UNKNOWN),
        "4.3.3": Answer(state=AnswerState.ANSWERED, level=0),
        "4.3.4": Answer(),
        "4.5.5": Answer(state=AnswerState.ANSWERED, number=None, text=""),
        "4.4.5": Answer(state=AnswerState.ANSWERED, text="Portal"),
    }


def _odd_usage() -> dict[str, ServiceUsage]:
    """Forty online services over two years with words of every kind and counts as large as they get."""
    words = ("", ODD, LONG_WORD, NO_BREAKS, "Wohnsitz anmelden")
    usage = {}
    for number in range(40):
        paid = tuple(PaymentCount(payment=kind, count=MOST_USES) for kind in PaymentKind)
        months = tuple(
            UsageMonth(
                month=date(2025 + month // 12, month % 12 + 1, 1),
                uses=MOST_USES,
                abandoned=None if number % 7 == 3 else MOST_USES * (number % 5) // 4,
                payments=paid if number % 3 else (),
            )
            for month in range(number % 2, 24, 1 + number % 3)
        )
        usage[f"n{number}"] = ServiceUsage(id=f"n{number}", title=f"{words[number % 5]} {number}", months=months)
    return usage


def _odd_services() -> dict[str, Service]:
    """Forty services with words of every kind, figures as large as they get, and levels of models nobody knows."""
    words = (ODD, LONG_WORD, NO_BREAKS[:200], "", "Ausweis")
    services = [
        Service(
            id=f"s{number}",
            number=number,
            title=words[number % 5],
            service_key=words[(number + 1) % 5],
            office=(LONG_WORD, ODD, "", "Bürgerbüro")[number % 4],
            cases_per_year=10_000_000 - number if number % 3 else None,
            online=tuple(OnlineState)[number % 4] if number % 5 else None,
            platform=tuple(Platform)[number % 5] if number % 2 else None,
            procedure=words[(number + 2) % 5],
            accounts=tuple(Account) if number % 7 == 0 else (),
            payment=tuple(Payment)[number % 3],
            end_to_end=(None, True, False)[number % 3],
            maturity=(MaturityRating(("ozg-2.0", "ozg-1.1", LONG_WORD)[number % 3], number % 10),),
            disputed=number % 6 == 0,
            note=Words(ENDLESS[:300], Audience.REPORT) if number % 9 == 0 else Words(),
        )
        for number in range(1, 41)
    ]
    return {service.id: service for service in services}


def _odd_candidate(number: int) -> Candidate:
    """Everything too long, half of them rated, all in the same place."""
    made = Candidate(
        id=f"k{number}",
        number=number,
        title=f"{ODD} {LONG_WORD}",
        areas=tuple(f"WB{area}" for area in range(1, 9)),
        problem=ENDLESS[:1500] if number == 1 else LONG_WORD,
        idea=NO_BREAKS,
        beneficiaries=LONG_WORD,
        use_case="uc1",
        note=Words(LONG_WORD, Audience.REPORT),
    )
    return replace(made, placing=Placing(benefit=3, feasibility=3)) if number % 2 else made


def _odd_process() -> ProcessSheet:
    """Twenty steps with words of every kind, and figures as large as they get."""
    words = (ODD, LONG_WORD, NO_BREAKS[:200], "prüfen", "")
    steps = tuple(
        ProcessStep(
            id=f"s{number}",
            title=words[number % 5],
            actor=(LONG_WORD[:40], ODD, "")[number % 3],
            aid=words[(number + 1) % 5],
            documents=words[(number + 2) % 5],
            minutes=Decimal(9999) if number % 2 else None,
            waiting_days=Decimal("999.5") if number % 3 else None,
            media_break=tuple(MediaBreak)[number % 6] if number % 4 else None,
            problem=words[(number + 3) % 5],
            idea=words[(number + 4) % 5],
        )
        for number in range(20)
    )
    later = tuple(replace(step, id=f"t{step.id}", origin=step.id, minutes=Decimal(1)) for step in steps[:15])
    assumptions = Assumptions(digital_percent=Decimal("33.3"), rest_minutes=Decimal(9999), hourly_rate=10**7)
    return ProcessSheet(
        id="p1",
        number=99,
        title=ODD,
        office=LONG_WORD,
        trigger=LONG_WORD,
        result=NO_BREAKS,
        legal_basis=ODD,
        cases_per_year=10**7,
        as_is=steps,
        to_be=later,
        assumptions=assumptions,
        note=Words(ODD, Audience.REPORT),
    )


def _odd_use_case() -> UseCase:
    lines = tuple(CostLine(label=f"{LONG_WORD} {number}", amount=number * 12_345) for number in range(40))
    return UseCase(
        id="uc1",
        number=123,
        title=f"{LONG_WORD} {ODD}",
        areas=("WB2", "WB8", "WB99"),
        problem=ENDLESS,
        goal=NO_BREAKS,
        indicators=tuple(Indicator(name=f"{LONG_WORD} {number}", target=ODD) for number in range(12)),
        costs=Costs(lines=lines, contingency_percent=10, internal_hours=12_000, hourly_rate=5_800, communes=21),
        risks=tuple(Risk(risk=f"{ODD} {number}", countermeasure=LONG_WORD) for number in range(12)),
        milestones=(Milestone(title=LONG_WORD), Milestone(title="Ende", on=date(2030, 5, 17))),
    )


def _odd_measure(number: int) -> Measure:
    grants = (
        Grant(programme="H", quota_percent=80, amount=number * 1_000_00, state=GrantState.APPROVED),
        Grant(programme=LONG_WORD, state=GrantState.OPEN),
    )
    return Measure(
        id=f"U{number}",
        title=f"{LONG_WORD if number % 7 == 0 else 'Maßnahme'} {number}",
        dimension="4.3" if number % 2 else "frei",
        description=ENDLESS if number == 3 else ODD,
        benefit=None if number % 5 == 0 else number % 5,
        effort=None if number % 5 == 0 else 1 + number % 4,
        priority=Priority.C if number % 11 == 0 else None,
        responsible="HA, BM",
        participants=LONG_WORD,
        start=None if number % 6 == 0 else date(2027 + number % 6, 1 + number % 12, 1),
        end=None if number % 9 == 0 else date(2028 + number % 6, 1 + number % 12, 15),
        predecessors=(f"U{number - 1}",) if number > 1 else ("U60", "U999"),
        cost_once=None if number % 4 == 0 else number * 123_456,
        cost_class=2,
        grants=grants if number % 3 == 0 else (),
        risk=ODD,
        milestones=(Milestone(title=f"Zwischenstand {number}", on=date(2028, 6, 30)),),
        state=MeasureState.DROPPED if number == 13 else MeasureState.PLANNED,
        position=number,
    )


CASES: Mapping[str, Callable[[], Case]] = {"small": small_case, "full": full_case, "extreme": extreme_case}
"""How to make each case; every kind of document is made for each of them."""
