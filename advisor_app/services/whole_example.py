"""The worked example a year later, with every module: the matter for every kind of document there is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from advisor_app.domain.assessment import AssessmentKind
from advisor_app.domain.booking import Booking
from advisor_app.domain.case import Case
from advisor_app.domain.changes import AnswerSet, BookingSet
from advisor_app.domain.foundations import MAXIMUM_LEVEL
from advisor_app.resources_folder import resources_folder
from advisor_app.services.ids import new_id

if TYPE_CHECKING:
    from advisor_app.services.workspace import Workspace

_PROCESS = "Hundesteuer-Anmeldung"


def a_year_later(workspace: Workspace, case_id: str) -> Case:
    """Bring the example to its state with a process, and after a follow-up with every third answer a level higher."""
    session = workspace.cases.open(case_id)
    for module in sorted(
        workspace.catalog.modules.keys() - {booking.module for booking in session.case.bookings.values()}
    ):
        booking = Booking(id=new_id(), module=module, commune=session.case.commune.id)
        session.apply(BookingSet(booking.id, None, booking))
    processes = workspace.processes
    lines = processes.read_lines(resources_folder() / "example" / "process.txt")
    processes.create(session, _PROCESS, lines)
    first = session.case.default_assessment()
    if first is not None:
        later = workspace.assessments.create(session, AssessmentKind.FOLLOW_UP, first.questionnaire)
        for place, (question, answer) in enumerate(session.case.answers[first.id].items()):
            level = answer.level
            if level is not None and level < MAXIMUM_LEVEL and place % 3 == 0:
                level += 1
            session.apply(AnswerSet(later.id, question, None, replace(answer, level=level)))
    return session.case
