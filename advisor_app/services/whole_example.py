"""The worked example a year later, with every module: the matter for every kind of document there is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from advisor_app.domain.assessment import AssessmentKind
from advisor_app.domain.booking import Booking
from advisor_app.domain.candidate_rules import Axis
from advisor_app.domain.case import Case
from advisor_app.domain.changes import AnswerSet, BookingSet
from advisor_app.domain.e_file import AreaState, Need
from advisor_app.domain.foundations import MAXIMUM_LEVEL
from advisor_app.domain.months import parse_end, parse_start
from advisor_app.resources_folder import resources_folder
from advisor_app.services.ids import new_id

if TYPE_CHECKING:
    from advisor_app.services.session import CaseSession
    from advisor_app.services.workspace import Workspace

_PROCESS = "Hundesteuer-Anmeldung"
_CANDIDATES = (
    ("Pegel- und Regenwarnung Eschenbach", ("WB2", "WB8"), "Sensoren am Bach warnen Feuerwehr und Bauhof", 5, 4),
    ("Energiemonitoring der Liegenschaften", ("WB3",), "Zähler melden täglich, Abweichungen fallen auf", 4, 3),
    ("Leerstandsmelder Ortskern", ("WB7",), "Leere Läden und Nachfrage auf einer Karte", 3, 4),
)
"""Title, impact areas, idea, and what every criterion of each side gets; the last two share a rank."""


def a_year_later(workspace: Workspace, case_id: str) -> Case:
    """Bring the example to its state with a process, usage and candidates; its follow-up has every third answer up."""
    session = workspace.cases.open(case_id)
    for module in sorted(
        workspace.catalog.modules.keys() - {booking.module for booking in session.case.bookings.values()}
    ):
        booking = Booking(id=new_id(), module=module, commune=session.case.commune.id)
        session.apply(BookingSet(booking.id, None, booking))
    processes = workspace.processes
    lines = processes.read_lines(resources_folder() / "example" / "process.txt")
    processes.create(session, _PROCESS, lines)
    workspace.usage.take_in(session, resources_folder() / "example" / "usage.csv", ())
    _fill_e_file(workspace, session)
    candidates = workspace.candidates
    for title, areas, idea, benefit, feasibility in _CANDIDATES:
        made = candidates.create(session, title, areas, idea)
        given = {Axis.BENEFIT: benefit, Axis.FEASIBILITY: feasibility}
        ratings = {item.id: given[item.axis] for item in candidates.rules.criteria.values()}
        session.apply(candidates.rate(session.case, made.id, ratings))
    first = session.case.default_assessment()
    if first is not None:
        later = workspace.assessments.create(session, AssessmentKind.FOLLOW_UP, first.questionnaire)
        for place, (question, answer) in enumerate(session.case.answers[first.id].items()):
            level = answer.level
            if level is not None and level < MAXIMUM_LEVEL and place % 3 == 0:
                level += 1
            session.apply(AnswerSet(later.id, question, None, replace(answer, level=level)))
    return session.case


def _fill_e_file(workspace: Workspace, session: CaseSession) -> None:
    """State and need of the areas are those of the worked example, points and dates are made up."""
    services = workspace.e_files
    session.apply(*services.example_plan(session.case))
    for line in workspace.processes.read_lines(resources_folder() / "example" / "e_file.txt"):
        kind, name, *words = line.split()
        if kind == "area":
            who = words[2] if len(words) > 2 else ""
            values = {"state": AreaState(words[0]), "need": Need(words[1]), "responsible": who}
            session.apply(services.judge(session.case, name, **values))
        elif kind == "variant":
            for criterion, points in zip(services.guide.criteria, words, strict=True):
                session.apply(services.give_points(session.case, name, criterion.id, int(points)))
        else:
            session.apply(services.begin_office(name, start=parse_start(words[0]), end=parse_end(words[1])))
